//! What was typed when a session was cut off, kept until the next start.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::state;
use crate::ui::screen::Unsaved;

/// What is kept, of one person at one database.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kept {
    /// When the session was cut off.
    pub at: DateTime<Utc>,
    /// The forms and their texts.
    pub unsaved: Vec<Unsaved>,
}

/// The file for this person and this database, in the state directory.
#[must_use]
pub fn file(state: &Path, database: &Path, login: &str) -> PathBuf {
    let place = database
        .canonicalize()
        .unwrap_or_else(|_| database.to_owned());
    let parts = [place.as_os_str().as_encoded_bytes(), login.as_bytes()];
    state::file(state, "unsaved", &parts)
}

/// Keeps what was typed.
///
/// # Errors
/// When the state directory cannot be written; there is nothing left to tell it to.
pub fn keep(path: &Path, kept: &Kept) -> std::io::Result<()> {
    state::write(path, kept)
}

/// Takes what was kept: it is offered once, and the file is gone.
#[must_use]
pub fn take(path: &Path) -> Option<Kept> {
    let kept = state::read(path)?;
    let _ = std::fs::remove_file(path); // offered again if it cannot be removed, which does no harm
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_offered_once() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = file(folder.path(), Path::new("x.db"), "cv.snv");
        let unsaved = vec![Unsaved {
            place: "add".into(),
            fields: vec![("title".into(), "Rà soát".into())],
        }];
        keep(
            &path,
            &Kept {
                at: Utc::now(),
                unsaved: unsaved.clone(),
            },
        )
        .expect("kept");
        assert_eq!(take(&path).expect("there").unsaved, unsaved);
        assert!(take(&path).is_none());
    }
}
