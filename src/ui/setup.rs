//! How a person works at a terminal: language, keys, looks. Handed in at the start, below `cli` nobody
//! decides it.

use super::composing::Method;
use super::keys::Keymap;
use super::terminal::{Colour, Glyphs, Profile};
use super::theme::{Looks, ThemeName};
use crate::lang::Words;

/// What stands when the screens open and differs from person to person and terminal to terminal; what
/// a person changes of it is in [`Choices`].
#[derive(Debug, Clone)]
pub struct Setup {
    /// The words of the language.
    pub words: &'static Words,
    /// What meanings look like.
    pub looks: Looks,
    /// Which key means what.
    pub keymap: Keymap,
    /// How what is typed is composed.
    pub composing: Option<Method>,
    /// What has to be said when the screens open: a configuration that was not taken over.
    pub notice: Option<String>,
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

/// What a person chose for a terminal, to be remembered for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// What is sent, and how fast.
    pub profile: Profile,
    /// What meanings look like.
    pub theme: ThemeName,
    /// How what is typed is composed.
    pub composing: Option<Method>,
}

impl Setup {
    /// The built-in keys, no colour, a terminal that shows every sign and keeps up.
    #[must_use]
    pub fn plain(words: &'static Words) -> Self {
        Self {
            words,
            looks: Looks::new(ThemeName::Mono, Vec::new(), false),
            keymap: Keymap::default(),
            composing: None,
            notice: None,
            terminal: Terminal {
                name: "xterm".to_owned(),
                client: "local".to_owned(),
                speed: 38_400,
                profile: Profile {
                    glyphs: Glyphs::Full,
                    colour: Colour::None,
                    speed: None,
                },
                is_new: false,
            },
        }
    }

    /// What of it is to be remembered.
    #[must_use]
    pub fn choices(&self) -> Choices {
        Choices {
            profile: self.terminal.profile,
            theme: self.looks.name(),
            composing: self.composing,
        }
    }
}
