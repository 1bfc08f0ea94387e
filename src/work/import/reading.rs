//! Takes the rows of a file from `exchange`.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::domain::error::{Error, FileFault, Result};
use crate::exchange::{self, Table};

/// Reads a file of tasks.
///
/// # Errors
/// [`Error::BadFile`] with what is wrong with it.
pub(crate) fn read(path: &Path) -> Result<Table> {
    let bad = |fault| Error::BadFile {
        path: path.to_owned(),
        fault,
    };
    if path.is_dir() {
        return Err(bad(FileFault::IsDirectory));
    }
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => bad(FileFault::Missing),
        _ => bad(FileFault::Unreadable),
    })?;
    exchange::read_tasks(&bytes).map_err(bad)
}
