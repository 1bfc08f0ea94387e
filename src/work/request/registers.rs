//! The register of documents and the log of changes, wanted as a file.

use std::path::PathBuf;

use super::Existing;
use crate::domain::id::ChangeId;
use crate::domain::seal::Seal;
pub use crate::exchange::report::Language;

/// A table to be written into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The file; its ending says in which form.
    pub path: PathBuf,
    /// Whether a file that is there already may be replaced.
    pub existing: Existing,
    /// Which.
    pub register: Register,
    /// In which language.
    pub language: Language,
}

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Register {
    /// Every document with how many tasks it has.
    Documents,
    /// Every row of the log, the oldest first.
    Changes,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// So many rows.
    pub rows: u64,
    /// Where the log ended before they were read; none where neither its note nor its last page can be.
    pub seal: Option<Seal>,
    /// Changes that are not in the file, from which to which, since the database is damaged there.
    pub lost: Vec<(ChangeId, ChangeId)>,
}
