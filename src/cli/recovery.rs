//! What was typed and not saved when a session ended, kept until the next start.

use std::fs::File;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rustix::fs::{FlockOperation, flock};
use serde::{Deserialize, Serialize};

use super::place::Place;
use super::{print, state};
use crate::domain::fold::shown;
use crate::exchange::write::fault_at;
use crate::ui::screen::Unsaved;
use crate::ui::terminal::{Glyphs, plain};

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

/// How a session ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was left.
    Left,
    /// Nobody touched it for so many minutes.
    Rested(u32),
    /// It was cut off, and nobody may be there to read.
    Cut,
}

/// Ends a session: keeps what was typed, where there is a file for it, and only then says how much is kept. What cannot
/// be kept is said word by word: the terminal is the last place for it.
/// What was left before is given up then. A line that was begun is recalled by whoever was cut off; who leaves is done
/// with it.
/// `glyphs` are the characters in which all of the session was said.
pub fn end(
    place: &Place,
    file: Option<&Path>,
    left: Left,
    mut unsaved: Vec<Unsaved>,
    (end, glyphs): (&End, Glyphs),
) {
    let say = |text: &str| print::lines_aside(&spelt(text, glyphs));
    unsaved.retain(|draft| !draft.is_of_line() || *end != End::Left);
    let forms = unsaved.iter().filter(|draft| !draft.is_of_line());
    let (at, many) = (Utc::now(), forms.count());
    let kept = Kept { at, unsaved };
    let file = file.filter(|_| !kept.unsaved.is_empty());
    let failed = file.and_then(|file| Some((keep(file, &kept).err()?, file)));
    // What cannot be kept anew stays as it was left.
    if failed.is_none() {
        left.give_up();
    }
    let many = match (file, &failed) {
        (Some(_), None) => many,
        _ => 0,
    };
    match end {
        End::Rested(minutes) => {
            say(&(place.words.present.ended)(*minutes, many));
        }
        End::Left if many > 0 => say(&(place.words.line.kept_for_next)(many)),
        End::Left | End::Cut => {}
    }
    if let Some((error, file)) = failed {
        let error = fault_at(error, file);
        for sentence in [
            (place.words.errors.sentence)(&error).as_str(),
            place.words.present.not_kept,
        ] {
            print::complaint(place.words, &spelt(sentence, glyphs));
        }
        for (_, text) in kept.unsaved.iter().flat_map(|it| &it.fields) {
            if !text.is_empty() {
                say(text);
            }
        }
    }
}

/// A text in the characters that the terminal shows, line by line.
fn spelt(text: &str, glyphs: Glyphs) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| plain(&shown(line), glyphs))
        .collect();
    lines.join("\n")
}

/// The file for this person and this database, in the state directory.
fn file(state: &Path, database: &Path, login: &str) -> PathBuf {
    let place = database
        .canonicalize()
        .unwrap_or_else(|_| database.to_owned());
    let parts = [place.as_os_str().as_encoded_bytes(), login.as_bytes()];
    state::file(state, "unsaved", &parts)
}

/// So many lie beside one another at the most: a login that is cut off again and again without ever taking up what it
/// left fills no disk. Nothing makes room for one more: whoever comes then hears word by word what cannot be kept.
const MOST: usize = 1_000;

/// The place of that number: a session that ends finds what others have kept, and lays its own beside it.
fn place_of(path: &Path, number: usize) -> PathBuf {
    match number {
        0 => path.to_owned(),
        number => path.with_extension(format!("{number}.json")),
    }
}

/// The number of that place; none where it is the place of another person or database.
fn number_of(path: &Path, place: &Path) -> Option<usize> {
    let name = place.file_stem()?.to_str()?;
    let own = path.file_stem()?.to_str()?;
    match name.strip_prefix(own)? {
        "" => Some(0),
        number => number.strip_prefix('.')?.parse().ok(),
    }
}

/// Where something was kept, what was kept first before the rest.
fn places(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let numbers = entries.filter_map(|entry| number_of(path, &entry.path()));
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    let places = numbers.into_iter().map(|number| place_of(path, number));
    places.collect()
}

/// Keeps what was typed; nothing that was kept before is lost by it.
///
/// # Errors
/// When the state directory cannot be written, or too much lies there already.
fn keep(path: &Path, kept: &Kept) -> std::io::Result<()> {
    for number in 0..MOST {
        let place = place_of(path, number);
        // Whoever is faster has the place: that is found out where it is taken.
        if !place.exists() && state::write_new(&place, kept)? {
            return Ok(());
        }
    }
    Err(std::io::ErrorKind::QuotaExceeded.into())
}

/// What earlier sessions left, held by the one that takes it up until that ends: it is offered to one session, and
/// whoever is killed leaves it to the next one.
#[derive(Debug, Default)]
pub struct Left {
    /// What was left; none where nothing was.
    pub kept: Option<Kept>,
    held: Vec<(PathBuf, File)>,
}

impl Left {
    /// It was gone on with, and what is not saved is kept anew.
    fn give_up(self) {
        for (place, _) in self.held {
            let _ = std::fs::remove_file(place); // offered again if it cannot be removed, which does no harm
        }
    }
}

/// Takes what was kept. What two sessions typed into one form is offered one after the other, the second at the start
/// after this one.
#[must_use]
pub fn take(path: &Path) -> Left {
    let mut left = Left::default();
    for place in places(path) {
        let Some(file) = hold(&place) else {
            continue;
        };
        let Some(found) = state::read::<Kept>(&place) else {
            continue;
        };
        let known = left.kept.as_ref().map(|kept| &kept.unsaved);
        if known.is_some_and(|known| is_about_one(known, &found.unsaved)) {
            continue;
        }
        left.held.push((place, file));
        left.kept = Some(match left.kept {
            Some(mut kept) => {
                kept.at = kept.at.max(found.at);
                kept.unsaved.extend(found.unsaved);
                kept
            }
            None => found,
        });
    }
    left
}

/// Holds a file that no other session holds.
fn hold(place: &Path) -> Option<File> {
    // A pipe in its place would keep the session waiting.
    let about = std::fs::metadata(place).ok()?;
    let file = File::open(place).ok().filter(|_| about.is_file())?;
    flock(&file, FlockOperation::NonBlockingLockExclusive).ok()?;
    // Whoever held it may have given it up in between.
    let (held, there) = (file.metadata().ok()?, std::fs::metadata(place).ok()?);
    ((held.dev(), held.ino()) == (there.dev(), there.ino())).then_some(file)
}

/// True where both hold something of one form.
fn is_about_one(one: &[Unsaved], other: &[Unsaved]) -> bool {
    one.iter()
        .any(|one| other.iter().any(|other| other.place == one.place))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A session that takes up what was left, and leaves nothing of its own.
    fn taken(path: &Path) -> Option<Vec<Unsaved>> {
        let mut left = take(path);
        let unsaved = left.kept.take().map(|kept| kept.unsaved);
        left.give_up();
        unsaved
    }

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
        assert_eq!(taken(&path), Some(unsaved));
        assert_eq!(taken(&path), None);
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
        let taken = || taken(&path);
        assert_eq!(
            taken(),
            Some(vec![typed("add", "một"), typed("account", "ba")])
        );
        // The same form twice: the other one's text comes at the next start.
        assert_eq!(taken(), Some(vec![typed("add", "hai")]));
        assert_eq!(taken(), None);
    }

    #[test]
    fn however_many_sessions_of_one_login_are_cut_off_none_loses_what_another_kept() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = file(folder.path(), Path::new("x.db"), "cv.snv");
        let typed = |number: usize| {
            let fields = vec![("title".into(), format!("việc {number}"))];
            vec![Unsaved {
                place: "add".into(),
                fields,
            }]
        };
        for number in 0..40 {
            let (at, unsaved) = (Utc::now(), typed(number));
            keep(&path, &Kept { at, unsaved }).expect("kept");
        }
        // Another person's lie in the same directory.
        let other = file(folder.path(), Path::new("x.db"), "cv.stp");
        let (at, unsaved) = (Utc::now(), typed(99));
        keep(&other, &Kept { at, unsaved }).expect("kept");
        for number in 0..40 {
            assert_eq!(taken(&path), Some(typed(number)));
        }
        assert_eq!(taken(&path), None);
        assert_eq!(taken(&other), Some(typed(99)));
    }

    #[test]
    fn where_too_much_lies_already_what_is_typed_is_not_kept_over_it_but_refused() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = file(folder.path(), Path::new("x.db"), "cv.snv");
        for number in 0..MOST {
            std::fs::write(place_of(&path, number), "").expect("written");
        }
        let (at, unsaved) = (Utc::now(), Vec::new());
        assert!(keep(&path, &Kept { at, unsaved }).is_err());
        assert_eq!(places(&path).len(), MOST);
    }

    #[test]
    fn of_a_session_that_is_killed_the_next_one_finds_what_it_had_taken_up() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = file(folder.path(), Path::new("x.db"), "cv.snv");
        let unsaved = vec![Unsaved {
            place: "add".into(),
            fields: vec![("title".into(), "Rà soát".into())],
        }];
        let kept = Kept {
            at: Utc::now(),
            unsaved: unsaved.clone(),
        };
        keep(&path, &kept).expect("kept");
        let killed = take(&path);
        assert!(killed.kept.is_some());
        // While it runs nobody else is offered the same.
        assert_eq!(taken(&path), None);
        drop(killed);
        assert_eq!(taken(&path), Some(unsaved));
        assert_eq!(taken(&path), None);
    }
}
