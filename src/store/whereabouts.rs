//! Whether the file that a session has open is still the one that others find under its name.
//!
//! A file that was removed or replaced lives on for who has it open, and takes saves that nobody will ever see. So
//! before a save, after it and once a second the name is looked up: three calls of the system, some microseconds.
//! The files beside it are looked up too: a session whose write-ahead log was removed writes into nothing just the same.
//!
//! A file that was written over under its own name is told by two things: it became shorter, which no file of ours
//! does; and its log does not hold the row that this session has seen last. What is written over and is neither is not told:
//! see `cchc restore`, which puts another file in place.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::domain::error::{Error, Result};

use super::chain::Head;
use super::db::Db;
use super::lock::beside;
use super::log;

/// What lies beside the file as long as somebody has it open.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// A file, whatever it is called: device and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity(u64, u64);

impl Identity {
    fn of(about: &fs::Metadata) -> Self {
        Self(about.dev(), about.ino())
    }
}

/// Where a session has its file.
#[derive(Debug)]
pub(super) struct Whereabouts {
    path: PathBuf,
    file: Identity,
    /// In bytes, as large as it was seen.
    size: u64,
    /// When it was written last, as far as was seen: seconds and nanoseconds.
    written: (i64, i64),
    /// Those that were there; none is missed where there was none.
    beside: [Option<Identity>; 2],
}

impl Whereabouts {
    /// Of a file that was looked at before it was opened, so that none that came between is taken for it, and that was
    /// read since.
    pub fn new(path: &Path, about: &fs::Metadata) -> Self {
        let mut found = Self {
            path: path.to_owned(),
            file: Identity::of(about),
            // By now: the first look takes back what a load that was killed had written.
            size: fs::metadata(path).map_or(0, |now| now.len()),
            written: (about.mtime(), about.mtime_nsec()),
            beside: [None; 2],
        };
        found.look_beside();
        found
    }

    /// Looks again what lies beside the file: this session itself laid its log aside and took it up again. It has to
    /// have read the file, or the engine has not opened its log yet.
    pub fn look_beside(&mut self) {
        self.beside = BESIDE.map(|ending| {
            let about = fs::metadata(beside(&self.path, ending)).ok()?;
            Some(Identity::of(&about))
        });
    }

    /// Another file stands beside the same index of the log.
    pub fn shares_index(&self, other: &Self) -> bool {
        let ([_, index], [_, others]) = (self.beside, other.beside);
        self.file != other.file && index.is_some() && index == others
    }

    /// The file is where it was; true where it was written to since the last look. Sessions write to the log beside it, so
    /// that is what moves the log into the file, or somebody who has no business there.
    ///
    /// # Errors
    /// `Gone` where nothing is there, `Replaced` where something else is; `NoPermission` where one may not even look.
    pub fn check(&mut self) -> Result<bool> {
        let about = match fs::metadata(&self.path) {
            Ok(about) => about,
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                return Err(Error::NoPermission(self.path.clone()));
            }
            // Also where its disk was taken away.
            Err(_) => return Err(Error::Gone(self.path.clone())),
        };
        if Identity::of(&about) != self.file || about.len() < self.size {
            return Err(Error::Replaced(self.path.clone()));
        }
        self.size = about.len();
        let written = (about.mtime(), about.mtime_nsec());
        let is_written = std::mem::replace(&mut self.written, written) != written;
        for (ending, had) in BESIDE.iter().zip(self.beside) {
            let Some(had) = had else { continue };
            let is_gone = match fs::metadata(beside(&self.path, ending)) {
                Ok(has) => Identity::of(&has) != had,
                // What cannot be looked at in passing may be there all the same.
                Err(error) => error.kind() == ErrorKind::NotFound,
            };
            if is_gone {
                return Err(Error::Replaced(self.path.clone()));
            }
        }
        Ok(is_written)
    }

    /// The log goes on from where this session saw its end.
    ///
    /// # Errors
    /// `Replaced` where it does not: an older copy was written over the file.
    pub fn follows(&self, db: &Db, known: Head, now: Head) -> Result<()> {
        let goes_on = match now.last.cmp(&known.last) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => now == known,
            std::cmp::Ordering::Greater => {
                known == Head::EMPTY
                    || log::hash_of(db, known.last)?.as_deref() == Some(&known.hash)
            }
        };
        if goes_on {
            return Ok(());
        }
        Err(Error::Replaced(self.path.clone()))
    }
}
