//! Up to where saves were acknowledged, noted beside the database: who opens it later can tell whether all of that is
//! still there.
//!
//! After the machine or all sessions were killed what was acknowledged may lie in the write-ahead log only. One bit that
//! the disk gives back wrong there, or a log that somebody took away, and the engine goes on without what follows, in
//! silence; so does a file over which an older copy was written. The chain says nothing of it: what is left holds.
//!
//! The note is made after the disk has what it names and is not waited for, so it may be behind and is never ahead. It lies
//! in `.here` behind what [`belongs`](super::belongs) writes there, and names the file: of one that another has replaced it
//! says nothing. What is missing is noted behind that, and is told until it is there again or the file is replaced.

use std::fs;
use std::os::unix::fs::FileExt;
use std::path::Path;

use crate::domain::seal::Missing;

use super::belongs::name_of;
use super::chain::{self, BEGINNING, Head, hexadecimal};
use super::db::Db;
use super::lock::{beside, open_beside, plainly};
use super::{Store, log, proof};

/// Where the notes begin.
const PROMISED: u64 = 64;
const MISSED: u64 = 512;

/// A file's name, two numbers, a hash, and half of the sum of all that, with blanks between.
const WIDTH: usize = 41 + 1 + 20 + 1 + 20 + 1 + 64 + 1 + 32;

/// A note as it lies there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Note {
    /// The last row that was acknowledged.
    promised: Head,
    /// The last one that was there when it was missed; 0 where it never was.
    found: i64,
}

impl Note {
    fn to_text(self, name: &str) -> String {
        let Head { last, hash } = self.promised;
        let text = format!(
            "{name} {last:020} {:020} {}",
            self.found,
            hexadecimal(&hash)
        );
        let sum = sum_of(&text);
        format!("{text} {sum}")
    }

    /// None where it is of another file, or was not written to its end.
    fn from_text(text: &str, name: &str) -> Option<Self> {
        let (rest, sum) = text.rsplit_once(' ')?;
        if sum_of(rest) != sum {
            return None;
        }
        let mut words = rest.strip_prefix(name)?.split_whitespace();
        let (last, found, hash) = (words.next()?, words.next()?, words.next()?);
        let promised = Head::from_text(&format!("{} {hash}", last.parse::<i64>().ok()?)).ok()?;
        let found = found.parse().ok()?;
        Some(Self { promised, found })
    }
}

fn sum_of(text: &str) -> String {
    let sum = hexadecimal(&chain::hash(&BEGINNING, text.as_bytes()));
    sum.get(..32).unwrap_or_default().to_owned()
}

fn read(file: &fs::File, at: u64, name: &str) -> Option<Note> {
    let mut bytes = [0; WIDTH];
    file.read_exact_at(&mut bytes, at).ok()?;
    Note::from_text(str::from_utf8(&bytes).ok()?, name)
}

/// What a file is called here; none where nothing says when it came to be: a new one may have the number of an old one.
pub(super) fn name(about: &fs::Metadata) -> Option<String> {
    about.created().ok().map(|_| name_of(about))
}

/// What was acknowledged so far, by whomever; to be asked before the file is opened.
pub(super) fn noted(path: &Path, name: &str) -> Option<Note> {
    read(&opened(path)?, PROMISED, name)
}

fn opened(path: &Path) -> Option<fs::File> {
    let file = plainly(false).open(beside(path, ".here")).ok()?;
    file.metadata().ok().filter(fs::Metadata::is_file)?;
    Some(file)
}

fn write(file: &fs::File, at: u64, note: Note, name: &str) {
    let _ = file.write_all_at(note.to_text(name).as_bytes(), at);
}

/// Holds what was acknowledged against the log; none where it is there, or nobody can tell.
fn missing(db: &Db, noted: Option<Note>) -> Option<Note> {
    let noted = noted.filter(|noted| noted.promised != Head::EMPTY)?;
    let stands = log::hash_of(db, noted.promised.last).ok()?;
    if stands.as_deref() == Some(&noted.promised.hash) {
        return None;
    }
    let found = log::end(db).ok()?.last;
    Some(Note { found, ..noted })
}

/// What was missed before and is not there by now: it may have come back.
fn missed(db: &Db, file: &fs::File, name: &str) -> Option<Note> {
    read(file, MISSED, name).filter(|before| missing(db, Some(*before)).is_some())
}

/// What somebody comes upon who may write is noted to stay, beside what was missed before; and what is there now is what is
/// acknowledged from here on.
pub(super) fn keep_missing(db: &Db, name: &str, noted: Option<Note>) {
    let Some(mut missing) = missing(db, noted) else {
        return;
    };
    let Ok(file) = open_beside(db.path(), ".here") else {
        return;
    };
    if let Some(before) = missed(db, &file, name) {
        missing.found = missing.found.min(before.found);
        if before.promised.last > missing.promised.last {
            missing.promised = before.promised;
        }
    }
    write(&file, MISSED, missing, name);
    if let Ok(promised) = log::end(db) {
        write(&file, PROMISED, Note { promised, found: 0 }, name);
    }
}

impl Store {
    /// Notes the end of the log as acknowledged. Where that fails, the note before stands.
    pub(super) fn promise(&self, promised: Head) {
        let (Some(_), Some(name)) = (&self.presence, &self.name) else {
            return;
        };
        // By its name: the one that was open may have been removed.
        let Ok(file) = open_beside(self.path(), ".here") else {
            return;
        };
        let before = read(&file, PROMISED, name);
        if before.is_none_or(|before| before.promised.last < promised.last) {
            write(&file, PROMISED, Note { promised, found: 0 }, name);
        }
    }

    /// What was acknowledged before this session began and is not in the log any more; none where all is there, as far as
    /// anybody can tell.
    #[must_use]
    pub fn missing(&self) -> Option<Missing> {
        let own = self.name.as_ref()?;
        let about = fs::metadata(self.path()).ok()?;
        // Another file may have taken its place since.
        let name = name(&about).filter(|name| name == own)?;
        let before = opened(self.path()).and_then(|file| missed(&self.db, &file, &name));
        let missed = before.or_else(|| missing(&self.db, self.promised))?;
        Some(Missing {
            promised: proof::sealed(missed.promised),
            found: missed.found,
        })
    }
}
