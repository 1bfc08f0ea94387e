//! What was typed when a session was cut off, kept until the next start.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

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
    use sha2::{Digest, Sha256};
    let place = database
        .canonicalize()
        .unwrap_or_else(|_| database.to_owned());
    let mut digest = Sha256::new();
    digest.update(place.as_os_str().as_encoded_bytes());
    digest.update([0]);
    digest.update(login.as_bytes());
    let name: String = digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    state.join(format!("unsaved-{name}.json"))
}

/// Keeps what was typed; written beside and moved into place, readable by its owner only.
///
/// # Errors
/// When the state directory cannot be written; there is nothing left to tell it to.
pub fn keep(path: &Path, kept: &Kept) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer(&mut file, kept)?;
    file.flush()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Takes what was kept: it is offered once, and the file is gone.
#[must_use]
pub fn take(path: &Path) -> Option<Kept> {
    let text = std::fs::read_to_string(path).ok()?;
    let _ = std::fs::remove_file(path); // offered again if it cannot be removed, which does no harm
    serde_json::from_str(&text).ok()
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

    #[test]
    fn two_people_and_two_databases_do_not_share_a_file() {
        let state = Path::new("/state");
        let one = file(state, Path::new("/a.db"), "x");
        assert_ne!(one, file(state, Path::new("/b.db"), "x"));
        assert_ne!(one, file(state, Path::new("/a.db"), "y"));
    }
}
