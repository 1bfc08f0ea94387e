//! `-` as a file: what comes on standard input is laid into a file that goes with the run.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::domain::error::{Error, Result};

/// A file to read, and what keeps it there meanwhile.
#[derive(Debug)]
pub struct Laid {
    path: PathBuf,
    _folder: Option<TempDir>,
}

impl Laid {
    /// The file as it was named; for `-` what comes on standard input, to its end.
    ///
    /// # Errors
    /// `NoTemporary`, `NoRoom` where it cannot be laid down.
    pub fn of(named: &Path) -> Result<Self> {
        if named != Path::new("-") {
            return Ok(Self {
                path: named.to_owned(),
                _folder: None,
            });
        }
        let failed = |error| Error::of_temporary(error, std::env::temp_dir());
        let folder = tempfile::tempdir().map_err(failed)?;
        // By this name the log knows the import.
        let path = folder.path().join("stdin");
        let mut file = File::create_new(&path).map_err(failed)?;
        io::copy(&mut io::stdin().lock(), &mut file).map_err(failed)?;
        Ok(Self {
            path,
            _folder: Some(folder),
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
