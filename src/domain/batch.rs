//! Imports as they are remembered.

use chrono::{DateTime, Utc};

use super::id::BatchId;

/// An import as it is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub id: BatchId,
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal.
    pub checksum: String,
    /// Who imported it.
    pub who: String,
    /// When it was begun.
    pub at: DateTime<Utc>,
    /// How far it came.
    pub state: BatchState,
    /// Agency-tasks written so far.
    pub written: u64,
    /// Agency-tasks that were to be written.
    pub planned: u64,
}

/// How far an import came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchState {
    /// Slices are being written, or the writing broke off: it can be finished or taken back.
    Unfinished,
    /// All of it is written.
    Finished,
    /// It was cancelled, and what was written is taken back.
    Cancelled,
    /// Groups of it are being taken back, or that broke off: it can be gone on with.
    TakingBack,
    /// It was taken back.
    TakenBack,
}

/// In how many transactions an import is written, so that others can save in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Steps {
    /// In one, whoever else is on.
    One,
    /// In one where nobody else is on, else in so many at the most.
    OneIfAlone(u64),
    /// In so many at the most, whoever else is on.
    Many(u64),
    /// In one, since the database is empty: who wants to save waits.
    Filling,
}

impl BatchState {
    /// A stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
            Self::TakingBack => "taking_back",
            Self::TakenBack => "taken_back",
        }
    }

    /// The state of a word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Unfinished,
            Self::Finished,
            Self::Cancelled,
            Self::TakingBack,
            Self::TakenBack,
        ]
        .into_iter()
        .find(|state| state.code() == code)
    }
}
