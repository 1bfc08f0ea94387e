//! The note beside a copy: what it holds, its sum, and the end of its log, in a form that can be printed or sent and
//! kept elsewhere. And the note beside the database of its last copy.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Held, told};
use crate::domain::error::{Error, Result};
use crate::domain::seal::Seal;
use crate::exchange::write::folder_of;
use crate::store::beside;

/// What is kept beside a copy, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The version of this form.
    pub version: u32,
    /// The name of the copy, or its path where it stands elsewhere.
    pub file: PathBuf,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The last row of its log.
    pub log_row: i64,
    /// The hash of that row.
    pub log_hash: String,
    /// Rows of the log.
    pub changes: i64,
    /// Tasks.
    pub tasks: i64,
    /// Its schema.
    pub schema: i64,
    /// The version of the program that made it.
    pub program: String,
    /// Bytes.
    pub size: u64,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

impl Note {
    /// What is said of a copy.
    pub(super) fn new(held: &Held, made_at: DateTime<Utc>, size: u64, sha256: String) -> Self {
        let extent = &held.extent;
        Self {
            version: 1,
            file: PathBuf::new(),
            made_at,
            log_row: extent.seal.row,
            log_hash: extent.seal.hash.clone(),
            changes: extent.changes,
            tasks: extent.tasks,
            schema: extent.schema,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            size,
            sha256,
        }
    }

    /// The note of the copy of that name.
    pub(super) fn of_file(&self, path: &Path) -> Self {
        Self {
            file: path.file_name().map(PathBuf::from).unwrap_or_default(),
            ..self.clone()
        }
    }

    /// The end of its log.
    #[must_use]
    pub fn seal(&self) -> Seal {
        Seal {
            row: self.log_row,
            hash: self.log_hash.clone(),
        }
    }

    /// As it stands in a file.
    pub(super) fn to_text(&self) -> String {
        // A struct of texts and numbers is always JSON.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Something lies where the note of a copy would.
    #[must_use]
    pub fn lies_beside(copy: &Path) -> bool {
        path_of(copy).symlink_metadata().is_ok()
    }

    /// The note beside a copy, if there is one of ours.
    #[must_use]
    pub fn beside(copy: &Path) -> Option<Self> {
        serde_json::from_str(&read(&path_of(copy)).ok()?).ok()
    }
}

/// What stands in a note. Something else in its place keeps nobody waiting.
fn read(path: &Path) -> std::io::Result<String> {
    match std::fs::metadata(path)?.is_file() {
        true => std::fs::read_to_string(path),
        false => Err(std::io::ErrorKind::InvalidData.into()),
    }
}

/// The name of the note of a copy.
pub(super) fn path_of(copy: &Path) -> PathBuf {
    beside(copy, ".json")
}

/// Notes the last copy beside the database, where `doctor` looks for it.
///
/// # Errors
/// `Exists` where something lies there that is no such note; those of the directory.
pub(super) fn set_last(database: &Path, copy: &Path, note: &Note) -> Result<()> {
    let fault = |error: std::io::Error| told(&error, database);
    let place = beside(database, ".backup");
    if !is_free_for_note(&place) {
        return Err(Error::Exists(place));
    }
    let note = Note {
        file: std::fs::canonicalize(copy).map_err(fault)?,
        ..note.clone()
    };
    let mut file = tempfile::NamedTempFile::new_in(folder_of(database)).map_err(fault)?;
    file.write_all(note.to_text().as_bytes()).map_err(fault)?;
    super::give(file.path(), database)?;
    file.persist(place).map_err(|error| fault(error.error))?;
    Ok(())
}

/// There is nothing, or a note of ours, or what a power cut left of one. What people copy by hand is called so too.
fn is_free_for_note(place: &Path) -> bool {
    match read(place) {
        Ok(text) => text.is_empty() || serde_json::from_str::<Note>(&text).is_ok(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// The last copy that was made of a database; none where none was ever noted.
///
/// # Errors
/// [`Error::NoPermission`] where the note cannot be read.
pub fn last_of(database: &Path) -> Result<Option<Note>> {
    let database = std::fs::canonicalize(database).unwrap_or_else(|_| database.to_owned());
    let path = beside(&database, ".backup");
    match read(&path) {
        Ok(text) => Ok(serde_json::from_str(&text).ok()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(_) => Err(Error::NoPermission(path)),
    }
}
