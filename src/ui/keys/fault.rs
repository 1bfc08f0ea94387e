//! What can be wrong in the keys of a configuration, and the sentence for it.

use super::context::Context;
use crate::lang::SettingWords;
use crate::ui::action::Action;

/// One fault, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFault {
    /// The file; the last one that changed this context where the fault is in the whole.
    pub file: String,
    /// The context as written.
    pub context: String,
    /// The key as written; empty where the fault is in the whole context.
    pub key: String,
    /// What is wrong.
    pub trouble: KeyTrouble,
}

/// What is wrong with a changed key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyTrouble {
    /// There is no such context; the nearest one, if any.
    Context(Option<&'static str>),
    /// There is no such action; the nearest one, if any.
    Action(String, Option<&'static str>),
    /// The action does nothing in this context.
    NotHere(Action),
    /// There is no such key; the nearest one, if any.
    Key(Option<&'static str>),
    /// Terminals cannot tell this key from another one.
    Same(&'static str),
    /// Flow control: the line keeps it.
    Kept,
    /// Some or all terminals do not send it.
    NotEverywhere,
    /// The same file says it twice in this context, the other time written so.
    Twice(String),
    /// Letters are text here.
    Text,
    /// A digit of the option column cannot get another meaning, only be taken away.
    OptionDigit,
    /// No key is left for this action, and nobody took it away.
    Lost(Action),
    /// This must have a key that every terminal sends and no input method rewrites.
    Essential(Action),
    /// Only a letter is left for it, or a key that some terminals lack. A warning.
    Weak(Action),
}

impl KeyTrouble {
    /// True for what only deserves to be known: the keys are in force all the same.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        matches!(self, Self::Weak(_))
    }
}

impl KeyFault {
    /// The sentence: file, context, key, what is wrong and what to do.
    #[must_use]
    pub fn sentence(&self, t: &SettingWords) -> String {
        let what = match &self.trouble {
            KeyTrouble::Context(nearest) => {
                let known: Vec<&str> = Context::ALL.iter().map(|place| place.code()).collect();
                (t.unknown_context)(*nearest, &known.join(", "))
            }
            KeyTrouble::Action(written, nearest) => (t.unknown_action)(written, *nearest),
            KeyTrouble::NotHere(action) => (t.not_here)(action.code()),
            KeyTrouble::Key(nearest) => (t.unknown_key)(*nearest),
            KeyTrouble::Same(other) => (t.same_key)(other),
            KeyTrouble::Kept => t.kept_key.to_owned(),
            KeyTrouble::NotEverywhere => t.unsent_key.to_owned(),
            KeyTrouble::Twice(other) => (t.twice)(other),
            KeyTrouble::Text => t.letters_are_text.to_owned(),
            KeyTrouble::OptionDigit => t.option_digit.to_owned(),
            KeyTrouble::Lost(action) => (t.lost)(action.code()),
            KeyTrouble::Essential(action) => (t.essential)(action.code()),
            KeyTrouble::Weak(action) => (t.weak)(action.code()),
        };
        let key = if self.key.is_empty() {
            String::new()
        } else {
            format!(" \"{}\"", self.key)
        };
        format!("{}: [keys.{}]{key}: {what}", self.file, self.context)
    }
}
