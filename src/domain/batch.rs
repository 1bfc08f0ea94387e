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
    /// It was cancelled and is being, or has been, taken back.
    Cancelled,
    /// It was taken back.
    TakenBack,
}

impl BatchState {
    /// A stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
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
            Self::TakenBack,
        ]
        .into_iter()
        .find(|state| state.code() == code)
    }
}
