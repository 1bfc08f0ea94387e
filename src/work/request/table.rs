//! As what tasks leave.

use crate::exchange::report::Language;

/// As what tasks go into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskTable {
    /// To be imported again: items as an annex writes them.
    Annex,
    /// To be read, sorted and counted: the rows of a list in its order, with status and condition.
    List {
        /// In which language.
        language: Language,
        /// What was asked for, in words; it stands at the head of printed pages.
        asked: String,
    },
}
