//! What was typed and not saved when a session ended, kept until the next start.

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
    /// When the session ended.
    pub at: DateTime<Utc>,
    /// The forms and their texts.
    pub unsaved: Vec<Unsaved>,
}

/// Whether a database is there when the program starts again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    /// It is, and what was typed is kept for then.
    Stays,
    /// It goes with the session, as the sample does; and what was typed there goes with it.
    Goes,
}

impl Stay {
    /// The file for this person and this database; none where it goes.
    #[must_use]
    pub fn file(self, state: &Path, database: &Path, login: &str) -> Option<PathBuf> {
        (self == Self::Stays).then(|| file(state, database, login))
    }
}

/// Ends a session: keeps what was typed, where there is a file for it, and gives how many forms are kept; says that it
/// rested too long, where it did. What cannot be kept is said word by word: the terminal is the last place for it.
pub fn end(
    place: &Place,
    file: Option<&Path>,
    unsaved: Vec<Unsaved>,
    rested: Option<u32>,
) -> usize {
    let (at, many) = (Utc::now(), unsaved.len());
    let kept = Kept { at, unsaved };
    let file = file.filter(|_| many > 0);
    let failed = file.and_then(|file| Some((keep(file, &kept).err()?, file)));
    let many = match (file, &failed) {
        (Some(_), None) => many,
        _ => 0,
    };
    let words = &place.words.present;
    if let Some(minutes) = rested {
        print::lines_aside(&(words.ended)(minutes, many));
    }
    if let Some((error, file)) = failed {
        let error = fault_at(error, file);
        print::complaint(place.words, &(place.words.errors.sentence)(&error));
        print::complaint(place.words, words.not_kept);
        for (_, text) in kept.unsaved.iter().flat_map(|it| &it.fields) {
            if !text.is_empty() {
                print::lines_aside(text);
            }
        }
    }
    many
}

/// The file for this person and this database, in the state directory.
fn file(state: &Path, database: &Path, login: &str) -> PathBuf {
    let place = database
        .canonicalize()
        .unwrap_or_else(|_| database.to_owned());
    let parts = [place.as_os_str().as_encoded_bytes(), login.as_bytes()];
    state::file(state, "unsaved", &parts)
}

/// So many sessions of one login keep theirs beside one another.
const MOST: usize = 16;

/// Where it may lie: a session that ends finds what another has kept, and lays its own beside it.
fn places(path: &Path) -> impl Iterator<Item = PathBuf> + use<'_> {
    let beside = (1..MOST).map(|number| path.with_extension(format!("{number}.json")));
    std::iter::once(path.to_owned()).chain(beside)
}

/// Keeps what was typed; nothing that was kept before is lost by it.
///
/// # Errors
/// When the state directory cannot be written.
fn keep(path: &Path, kept: &Kept) -> std::io::Result<()> {
    for place in places(path) {
        if state::write_new(&place, kept)? {
            return Ok(());
        }
    }
    state::write(path, kept)
}

/// Takes what was kept: it is offered once, and the files are gone. What two sessions typed into one form is offered one
/// after the other, the second at the start after this one.
#[must_use]
pub fn take(path: &Path) -> Option<Kept> {
    let mut all: Option<Kept> = None;
    for place in places(path) {
        let Some(found) = state::read::<Kept>(&place) else {
            continue;
        };
        let known = all.as_mut().map(|all| &mut all.unsaved);
        if known.is_some_and(|known| is_about_one(known, &found.unsaved)) {
            continue;
        }
        let _ = std::fs::remove_file(&place); // offered again if it cannot be removed, which does no harm
        all = Some(match all {
            Some(mut all) => {
                all.at = all.at.max(found.at);
                all.unsaved.extend(found.unsaved);
                all
            }
            None => found,
        });
    }
    all
}

/// True where both hold something of one form.
fn is_about_one(one: &[Unsaved], other: &[Unsaved]) -> bool {
    one.iter()
        .any(|one| other.iter().any(|other| other.place == one.place))
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
    fn what_two_sessions_of_one_login_left_is_offered_and_neither_loses_its_own() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = file(folder.path(), Path::new("x.db"), "cv.snv");
        let typed = |place: &str, text: &str| Unsaved {
            place: place.into(),
            fields: vec![("title".into(), text.into())],
        };
        let leave = |unsaved: &[Unsaved]| {
            let (at, unsaved) = (Utc::now(), unsaved.to_vec());
            keep(&path, &Kept { at, unsaved }).expect("kept");
        };
        leave(&[typed("add", "một")]);
        leave(&[typed("add", "hai")]);
        leave(&[typed("account", "ba")]);
        let taken = || take(&path).map(|kept| kept.unsaved);
        assert_eq!(
            taken(),
            Some(vec![typed("add", "một"), typed("account", "ba")])
        );
        // The same form twice: the other one's text comes at the next start.
        assert_eq!(taken(), Some(vec![typed("add", "hai")]));
        assert_eq!(taken(), None);
    }
}
