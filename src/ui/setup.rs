//! How a person works at a terminal: language, keys, looks. Handed in at the start, below `cli` nobody
//! decides it.

use super::keys::Keymap;
use super::theme::{Looks, ThemeName};
use crate::lang::Words;

/// What is fixed when the screens open and differs from person to person and terminal to terminal;
/// only the theme may be switched while they are open.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The words of the language.
    pub words: &'static Words,
    /// What meanings look like.
    pub looks: Looks,
    /// Which key means what.
    pub keymap: Keymap,
    /// What has to be said when the screens open: a configuration that was not taken over.
    pub notice: Option<String>,
}

impl Setup {
    /// The built-in keys, no colour.
    #[must_use]
    pub fn plain(words: &'static Words) -> Self {
        Self {
            words,
            looks: Looks::new(ThemeName::Mono, Vec::new(), false),
            keymap: Keymap::default(),
            notice: None,
        }
    }
}
