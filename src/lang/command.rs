//! The words of the command line within the screens.

/// The words of the command line within the screens.
#[derive(Debug)]
pub struct CommandWords {}

pub(super) const VI: CommandWords = CommandWords {};

pub(super) const EN: CommandWords = CommandWords {};
