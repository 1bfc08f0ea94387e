//! What was typed and not saved when a session ended, kept until the next start.

use std::fs::File;
use std::io::IsTerminal;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rustix::fs::{FlockOperation, flock};
use serde::{Deserialize, Serialize};

use super::place::Place;
use super::{print, state};
use crate::domain::fold::shown;
use crate::exchange::write::fault_at;
use crate::ui::screen::{SentAs, Unsaved};
use crate::ui::terminal::{Glyphs, plain};
use crate::work::session::Session;

/// What is kept, of one person at one database.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    /// When the session ended.
    pub at: DateTime<Utc>,
    /// The forms and their texts.
    pub unsaved: Vec<Unsaved>,
    /// What of it was sent when the session ended, and never answered: saved by then or never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<SentAs>,
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
    fn file(self, state: &Path, database: &Path, login: &str) -> Option<PathBuf> {
        (self == Self::Stays).then(|| file(state, database, login))
    }

    /// Takes up what earlier sessions of this person left, with the file for what this one leaves. It is held until the
    /// session ends; where that does not even begin, it stays as it was.
    #[must_use]
    pub fn take_up(
        self,
        session: &mut Session,
        state: &Path,
        database: &Path,
    ) -> (Option<PathBuf>, Left) {
        let file = self.file(state, database, &session.user().login);
        let left = file
            .as_deref()
            .map(|file| take(file, |key| was_saved(session, key)))
            .unwrap_or_default();
        (file, left)
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

/// What was typed in a session, on its way to the next one.
pub struct Keeping {
    /// Where it is kept; none where the database goes with the session.
    file: Option<PathBuf>,
    /// What earlier sessions left. It is given up once this one has kept its own, or had nothing to keep.
    left: Left,
    /// What this session has kept.
    own: Option<Own>,
}

/// What a session has kept, held by it: as long as it lives nobody else is offered what it may still save.
struct Own {
    place: PathBuf,
    _held: File,
    kept: Kept,
}

impl Keeping {
    /// Of a session that has taken up what was left; nothing is kept yet.
    #[must_use]
    pub fn new(file: Option<PathBuf>, left: Left) -> Self {
        let own = None;
        Self { file, left, own }
    }

    /// Keeps what was typed and what of it was sent, before anything is waited for. What fails is tried again at the end,
    /// and said then. A line that was begun is recalled by whoever was cut off; who leaves is done with it.
    pub fn keep(&mut self, unsaved: &[Unsaved], sent: Option<&SentAs>, has_left: bool) {
        let _ = self.lay(kept_of(unsaved.to_vec(), sent.cloned(), has_left));
    }

    /// Ends a session: keeps what was typed as it is by now, where there is a file for it, and only then says how much is
    /// kept. What cannot be kept is said word by word: the terminal is the last place for it. `glyphs` are the characters
    /// in which all of the session was said.
    pub fn end(
        mut self,
        place: &Place,
        unsaved: Vec<Unsaved>,
        sent: Option<SentAs>,
        (end, glyphs): (&End, Glyphs),
    ) {
        let say = |text: &str| print::lines_aside(&spelt(text, glyphs));
        let kept = kept_of(unsaved, sent, *end == End::Left);
        let many = kept.unsaved.iter().filter(|it| !it.is_of_line()).count();
        let failed = self.lay(kept.clone()).err();
        // What was kept at once stays where it cannot be kept anew.
        let failed = failed.filter(|_| self.own.is_none()).zip(self.file);
        let many = if self.own.is_some() { many } else { 0 };
        match end {
            End::Rested(minutes) => {
                say(&(place.words.present.ended)(*minutes, many));
            }
            End::Left if many > 0 => say(&(place.words.line.kept_for_next)(many)),
            End::Left | End::Cut => {}
        }
        if let Some((error, file)) = failed {
            let error = fault_at(error, &file);
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

    /// Lays it into its file, in the place of what this session kept there before.
    fn lay(&mut self, kept: Kept) -> std::io::Result<()> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        match &mut self.own {
            None if kept.unsaved.is_empty() => {}
            None => {
                let (place, held) = keep(file, &kept)?;
                let _held = held;
                self.own = Some(Own { place, _held, kept });
            }
            Some(own) if kept.unsaved.is_empty() => {
                std::fs::remove_file(&own.place)?;
                self.own = None;
            }
            Some(own) if (&own.kept.unsaved, &own.kept.sent) == (&kept.unsaved, &kept.sent) => {}
            Some(own) => {
                state::write(&own.place, &kept)?;
                own.kept = kept;
            }
        }
        // What cannot be kept anew stays as it was left.
        std::mem::take(&mut self.left).give_up();
        Ok(())
    }
}

fn kept_of(mut unsaved: Vec<Unsaved>, sent: Option<SentAs>, has_left: bool) -> Kept {
    unsaved.retain(|draft| !draft.is_of_line() || !has_left);
    let at = Utc::now();
    Kept { at, unsaved, sent }
}

/// A text in the characters that the terminal shows, line by line.
fn spelt(text: &str, glyphs: Glyphs) -> String {
    // A file or a pipe takes every letter.
    if !std::io::stderr().is_terminal() {
        return text.to_owned();
    }
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

/// Keeps what was typed, and holds it; nothing that was kept before is lost by it.
///
/// # Errors
/// When the state directory cannot be written, or too much lies there already.
fn keep(path: &Path, kept: &Kept) -> std::io::Result<(PathBuf, File)> {
    for number in 0..MOST {
        let place = place_of(path, number);
        // Whoever is faster has the place: that is found out where it is taken.
        if place.exists() {
            continue;
        }
        if let Some(held) = state::write_new(&place, kept)? {
            return Ok((place, held));
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

/// True where that save is in the database; none where nobody can tell, as on a past day.
#[must_use]
fn was_saved(session: &mut Session, key: &str) -> Option<bool> {
    if session.facts().is_looking_only {
        return None;
    }
    Some(session.store().operation_of(key).ok()?.is_some())
}

/// Takes what was kept. What two sessions typed into one form is offered one after the other, the second at the start
/// after this one. What was sent and saved after all, by what `was_saved` says of its key, is not offered to be saved
/// again; where it says nothing, what was kept is left for another start.
#[must_use]
fn take(path: &Path, mut was_saved: impl FnMut(&str) -> Option<bool>) -> Left {
    let mut left = Left::default();
    for place in places(path) {
        let Some(file) = hold(&place) else {
            continue;
        };
        let Some(mut found) = state::read::<Kept>(&place) else {
            continue;
        };
        // Whoever sent it held the file: it is saved by now, or never.
        if let Some(sent) = found.sent.take() {
            match was_saved(&sent.key) {
                Some(true) => found.unsaved.retain(|it| it.place != sent.place),
                Some(false) => {}
                None => continue,
            }
        }
        let known = left.kept.as_ref().map(|kept| &kept.unsaved);
        if known.is_some_and(|known| is_about_one(known, &found.unsaved)) {
            continue;
        }
        left.held.push((place, file));
        if found.unsaved.is_empty() {
            continue;
        }
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

    fn kept(at: DateTime<Utc>, unsaved: Vec<Unsaved>) -> Kept {
        let sent = None;
        Kept { at, unsaved, sent }
    }

    /// A session that takes up what was left, and leaves nothing of its own.
    fn taken(path: &Path) -> Option<Vec<Unsaved>> {
        let mut left = take(path, |_| Some(false));
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
                sent: None,
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
            keep(&path, &kept(at, unsaved)).expect("kept");
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
            keep(&path, &kept(at, unsaved)).expect("kept");
        }
        // Another person's lie in the same directory.
        let other = file(folder.path(), Path::new("x.db"), "cv.stp");
        let (at, unsaved) = (Utc::now(), typed(99));
        keep(&other, &kept(at, unsaved)).expect("kept");
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
        assert!(keep(&path, &kept(at, unsaved)).is_err());
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
            sent: None,
        };
        keep(&path, &kept).expect("kept");
        let killed = take(&path, |_| Some(false));
        assert!(killed.kept.is_some());
        // While it runs nobody else is offered the same.
        assert_eq!(taken(&path), None);
        drop(killed);
        assert_eq!(taken(&path), Some(unsaved));
        assert_eq!(taken(&path), None);
    }

    #[test]
    fn what_was_sent_is_offered_unless_it_was_saved_after_all_and_kept_where_nobody_can_tell() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = file(folder.path(), Path::new("x.db"), "cv.snv");
        let draft = |place: &str| Unsaved {
            place: place.into(),
            fields: vec![("title".into(), "Rà soát".into())],
        };
        let both = [draft("add"), draft("settings")];
        let sent = SentAs {
            place: "add".into(),
            key: "k1".into(),
        };
        let offered = |was_saved: Option<bool>| {
            let mut session = Keeping::new(Some(path.clone()), Left::default());
            session.keep(&both, Some(&sent), false);
            // It may still be saved.
            assert!(take(&path, |_| Some(false)).kept.is_none());
            drop(session);
            let left = take(&path, |key| was_saved.filter(|_| key == "k1"));
            let kept = left.kept.as_ref().map(|kept| kept.unsaved.clone());
            left.give_up();
            kept.unwrap_or_default()
        };
        assert_eq!(offered(Some(false)), both);
        assert_eq!(offered(Some(true)), both[1..]);
        assert_eq!(offered(None), []);
        assert_eq!(taken(&path), Some(both.to_vec()));
    }

    #[test]
    fn what_was_kept_at_once_goes_where_it_was_saved_and_is_another_where_something_else_is_left() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = file(folder.path(), Path::new("x.db"), "cv.snv");
        let typed = |text: &str| {
            vec![Unsaved {
                place: "add".into(),
                fields: vec![("title".into(), text.into())],
            }]
        };
        let mut session = Keeping::new(Some(path.clone()), Left::default());
        session.keep(&typed("một"), None, false);
        session.keep(&typed("hai"), None, false);
        assert_eq!(places(&path).len(), 1);
        drop(session);
        let mut session = Keeping::new(Some(path.clone()), take(&path, |_| None));
        session.keep(&typed("hai"), None, false);
        assert_eq!(places(&path).len(), 1);
        session.keep(&[], None, false);
        assert_eq!(places(&path).len(), 0);
        drop(session);
        assert_eq!(taken(&path), None);
    }
}
