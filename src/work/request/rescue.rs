//! What is asked about a database that is lost or damaged.

use std::path::PathBuf;

use crate::domain::id::TaskId;

/// The questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Opens the file that is under the name by now, where the one that was open is gone or was replaced. What somebody
    /// has seen in the one of before says nothing about it. Answered by the facts.
    Reopen,
    /// Writes what can still be read into a file.
    Salvage {
        /// The file; none is overwritten.
        path: PathBuf,
    },
}

/// What was saved from a damaged database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// So many rows were written: the items that were assigned, with what was assigned.
    pub rows: u64,
    /// So many tasks could be read; members of groups and occurrences of series are written as their items.
    pub tasks: u64,
    /// Numbers that cannot be read; also those of which it cannot be told whether a task is there.
    pub lost: Vec<TaskId>,
}
