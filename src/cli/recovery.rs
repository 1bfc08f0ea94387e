//! What was typed when a session was cut off, kept until the next start.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::place::Place;
use super::{print, state};
use crate::exchange::write::fault_at;
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
/// When the state directory cannot be written.
pub fn keep(path: &Path, kept: &Kept) -> std::io::Result<()> {
    state::write(path, kept)
}

/// Ends a session that was cut off: keeps what was typed, and says so where somebody may still be there. What cannot be
/// kept is said word by word: the terminal is the last place for it.
pub fn end(place: &Place, path: &Path, unsaved: Vec<Unsaved>, rested: Option<u32>) {
    let many = unsaved.len();
    let kept = Kept {
        at: Utc::now(),
        unsaved,
    };
    let failed = match many {
        0 => None,
        _ => keep(path, &kept).err(),
    };
    let words = &place.words.present;
    if let Some(minutes) = rested {
        let many = if failed.is_some() { 0 } else { many };
        print::lines_aside(&(words.ended)(minutes, many));
    }
    let Some(error) = failed else { return };
    let error = fault_at(error, path);
    print::complaint(place.words, &(place.words.errors.sentence)(&error));
    print::complaint(place.words, words.not_kept);
    for (_, text) in kept.unsaved.iter().flat_map(|it| &it.fields) {
        if !text.is_empty() {
            print::lines_aside(text);
        }
    }
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
