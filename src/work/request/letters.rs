//! What is asked about letters made from rows, and the answer.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Left, OperationKey};
use crate::domain::id::{AgencyId, OperationId, TaskId};
use crate::domain::paper::LetterKind;
use crate::domain::query::Query;

/// Letters to the leads of late tasks, one each, recorded with the tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Names this save.
    pub key: OperationKey,
    /// What the letters ask.
    pub kind: LetterKind,
    /// About which tasks; those that are late now, where the filter says nothing of that.
    pub query: Query,
    /// About these tasks only, whatever the query finds; about all that it finds where there is none.
    pub only: Vec<TaskId>,
    /// The number of the first letter; the one that is set where none is given.
    pub number: Option<u32>,
    /// The day by which an answer is wanted.
    pub until: Option<NaiveDate>,
    /// The directory of the letters, or the file where it is one; at the door the tray, whatever stands here.
    pub output: PathBuf,
    /// Nothing is written.
    pub is_rehearsal: bool,
}

/// Letters that were written, or would be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The group in which they were recorded; none where nothing was.
    pub operation: Option<OperationId>,
    /// The letters.
    pub letters: Vec<Letter>,
    /// Tasks that no letter is about, and why.
    pub left: Vec<Left>,
}

impl Told {
    /// So many tasks the letters are about.
    #[must_use]
    pub fn tasks(&self) -> usize {
        self.letters.iter().map(|letter| letter.tasks.len()).sum()
    }

    /// The numbers of the letters, the first and the last: `01/SNV-CCHC – 03/SNV-CCHC`; empty without a letter.
    #[must_use]
    pub fn numbers(&self) -> String {
        match self.letters.as_slice() {
            [] => String::new(),
            [only] => only.number.clone(),
            [first, .., last] => format!("{} – {}", first.number, last.number),
        }
    }
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub agency: AgencyId,
    /// Number and symbol.
    pub number: String,
    /// About which tasks.
    pub tasks: Vec<TaskId>,
    /// Where it lies.
    pub file: PathBuf,
}
