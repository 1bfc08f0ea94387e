//! What a person picks for a task: a digit of the option column, whose meaning depends on the task, or a deed.

use super::Deed;
use crate::domain::task::Task;
use crate::domain::user::User;

/// A digit, or a deed that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// See [`Deed::of_digit`].
    Digit(u8),
    /// This deed.
    Deed(Deed),
}

impl Pick {
    /// What it means for this task and this person.
    #[must_use]
    pub fn deed(self, task: &Task, user: &User) -> Option<Deed> {
        match self {
            Self::Digit(digit) => Deed::of_digit(digit, task, user),
            Self::Deed(deed) => Some(deed),
        }
    }

    /// As it is kept: the digit, or the code of the deed.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Digit(digit) => digit.to_string(),
            Self::Deed(deed) => deed.code().to_owned(),
        }
    }

    /// What was kept.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digit = text.parse().ok().map(Self::Digit);
        digit.or_else(|| Deed::from_code(text).map(Self::Deed))
    }
}

impl From<u8> for Pick {
    fn from(digit: u8) -> Self {
        Self::Digit(digit)
    }
}

impl From<Deed> for Pick {
    fn from(deed: Deed) -> Self {
        Self::Deed(deed)
    }
}
