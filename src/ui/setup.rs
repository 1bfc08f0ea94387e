//! How a person works at a terminal: language, looks. Handed in at the start, below `cli` nobody
//! decides it.

use super::terminal::Profile;
use super::theme::Theme;
use crate::lang::Words;

/// What is fixed when the screens open and differs from person to person and terminal to terminal.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The words of the language.
    pub words: &'static Words,
    /// What meanings look like.
    pub theme: Theme,
    /// The terminal.
    pub terminal: Terminal,
}

/// What is known of the terminal, and how it is treated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terminal {
    /// Its name: `TERM`.
    pub name: String,
    /// The host that it comes from; `local` where that is this one.
    pub client: String,
    /// What it says of its speed, in bits a second.
    pub speed: u32,
    /// What is sent, and how fast: found out, or chosen.
    pub profile: Profile,
    /// This person never saw this terminal before.
    pub is_new: bool,
}
