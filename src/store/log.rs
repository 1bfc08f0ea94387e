//! The log: who changed what. Rows are only appended, each with the hash of the one before.

use crate::domain::change::Change;
use crate::domain::error::Result;
use crate::domain::id::{ChangeId, OperationId, TaskId};

use super::Store;

/// What the proof of the log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Rows that were proved.
    pub rows: i64,
    /// The first thing that is wrong.
    pub broken: Option<Broken>,
}

/// What is wrong with the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// This row is not as it was written, or the one before it is not.
    Row(ChangeId),
    /// This row is missing; rows after it exist.
    Missing(ChangeId),
    /// The log ends before this row, which was its last.
    CutOff(ChangeId),
}

impl Store {
    /// Rows of the log, newest first: of one task or of everything, older than `before`.
    pub fn log(
        &self,
        task: Option<TaskId>,
        before: Option<ChangeId>,
        limit: usize,
    ) -> Result<Vec<Change>> {
        let _ = (task, before, limit);
        todo!()
    }

    /// The changes of a group, in the order in which they were made.
    pub fn changes_of(&self, operation: OperationId) -> Result<Vec<Change>> {
        let _ = operation;
        todo!()
    }

    /// Proves the log from its first row to its last. `step` hears how many rows of how many are done
    /// and ends the proof by an error.
    pub fn verify_log(&self, step: impl FnMut(usize, usize) -> Result<()>) -> Result<Verdict> {
        let _ = step;
        todo!()
    }
}
