//! The screens, one room each.

use super::keys::Context;
use super::screen::{Screen, Topic};

mod placeholder;

/// The help, opened at a topic, with the keys of the place it was asked from.
#[must_use]
pub fn help(topic: Topic, context: Context) -> Box<dyn Screen> {
    let _ = (topic, context);
    Box::new(placeholder::Placeholder)
}

/// The command line.
#[must_use]
pub fn command() -> Box<dyn Screen> {
    Box::new(placeholder::Placeholder)
}
