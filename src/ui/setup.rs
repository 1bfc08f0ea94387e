//! How a person works at a terminal: language, looks. Handed in at the start, below `cli` nobody
//! decides it.

use super::composing::Method;
use super::theme::Theme;
use crate::lang::Words;

/// What is fixed when the screens open and differs from person to person and terminal to terminal.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The words of the language.
    pub words: &'static Words,
    /// What meanings look like.
    pub theme: Theme,
    /// How plain keys are composed to Vietnamese; none where the person's own input method does it.
    pub composing: Option<Method>,
}
