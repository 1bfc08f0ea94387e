//! A database takes the place of another: under all locks, in one step that is done or not, and what stood there is
//! kept under another name.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};
use tempfile::TempPath;

use crate::domain::error::{Error, Result};
use crate::domain::seal::Seal;

use super::db::{Db, Mode};
use super::disk::{self, SIDE};
use super::file::{is_to_write, unreachable_file};
use super::lock::{Alone, Ticket, beside};
use super::sqlite::schema;
use super::{belongs, log, proof};

/// What is put behind the name of a database for what is kept of it when another one takes its place.
pub const REPLACED: &str = ".replaced-";

/// How files are called before they have a name of a database here.
pub const UNBORN: &str = ".cchc-restore-";

/// What stood in the place of a database when somebody looked, and decided by that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stood {
    /// There was none.
    Nothing,
    /// The end of its log could not be read, and waiting would not have helped.
    Unreadable,
    /// One whose log ended so; whether all of it could be read is another question.
    Log(Seal),
}

/// Puts a whole database, made beside it, in the place of another, which is kept as `aside` with all that was written
/// into it. Killed at any moment it leaves either the one or the other. Says whether something was there.
///
/// # Errors
/// `InUse` where a session has it open; `WentOn` where it is not any more what `stood` there; `NoPermission`,
/// `DiskFull`.
pub fn replace(database: &Path, with: TempPath, aside: &Path, stood: &Stood) -> Result<bool> {
    let _alone = Alone::take(database)?.ok_or_else(|| Error::InUse(database.to_owned()))?;
    // Only now: somebody else who replaces it has such a name for a moment.
    drop_second_names(database);
    let about = match fs::metadata(database) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // What a file that is gone has left behind would be taken for the new one's.
            let mut kept = Kept::of(database, aside);
            kept.take_side_files()?;
            with.persist_noclobber(database)
                .map_err(|kept| unreachable_file(&kept.error, database))?;
            kept.stays();
            sync_folder(database);
            return Ok(false);
        }
        Err(error) => return Err(unreachable_file(&error, database)),
    };
    let fault = |error: std::io::Error| unreachable_file(&error, database);
    let _ticket = Ticket::take(database)?;
    let mut kept = Kept::of(database, aside);
    let is_unreadable = *stood == Stood::Unreadable;
    let held = match whole(database) {
        Ok(db) => Some(db),
        Err(Error::Busy) => return Err(Error::InUse(database.to_owned())),
        Err(Error::LogOfAnother(_)) if is_unreadable => {
            // Beside what is kept it would be taken for its log.
            kept.log = beside(aside, ".log");
            None
        }
        // It is damaged, or no database any more, or its disk is: that is why another one is wanted.
        Err(error) if is_unreadable && error.is_unreadable() => None,
        Err(other) => return Err(other),
    };
    if !is_as_it_stood(held.as_ref(), stood)? {
        return Err(Error::WentOn(database.to_owned()));
    }
    fs::set_permissions(&with, about.permissions()).map_err(fault)?;
    let made = fs::metadata(&with).map_err(fault)?;
    if (made.uid(), made.gid()) != (about.uid(), about.gid()) {
        // Whoever restores for a service account leaves the file to it.
        chown(&with, Some(about.uid()), Some(about.gid())).map_err(fault)?;
    }
    kept.take()?;
    if held.is_none() {
        kept.take_side_files()?;
    } else {
        // Who only looked has left it; nothing is in it that is not made anew.
        let _ = fs::remove_file(beside(database, "-shm"));
    }
    with.persist(database)
        .map_err(|kept| unreachable_file(&kept.error, database))?;
    kept.stays();
    sync_folder(database);
    drop(held);
    // The engine has emptied it, and may not have been able to remove it.
    let _ = fs::remove_file(beside(database, "-journal"));
    Ok(true)
}

/// Nobody saved since somebody looked: what they were told would be lost is what will be.
fn is_as_it_stood(held: Option<&Db>, stood: &Stood) -> Result<bool> {
    match (stood, held) {
        (Stood::Unreadable, None) => Ok(true),
        // What it says by now nobody has counted.
        (Stood::Unreadable, Some(db)) => match schema::version(db).and_then(|_| log::end(db)) {
            Err(error) if error.is_unreadable() => Ok(true),
            read => read.map(|_| false),
        },
        (Stood::Nothing, _) | (Stood::Log(_), None) => Ok(false),
        (Stood::Log(seal), Some(db)) => {
            let end = log::end(db)?;
            Ok(proof::sealed(end) == *seal)
        }
    }
}

/// Takes the file for oneself, with everything that was written put into it and nothing beside it.
fn whole(database: &Path) -> Result<Db> {
    let db = Db::open(database, Mode::Write)?;
    belongs::is_logs_own(database)?;
    is_to_write(&db).map_err(|error| match error {
        Error::ReadOnly => Error::NoPermission(database.to_owned()),
        other => other,
    })?;
    db.script("PRAGMA locking_mode = EXCLUSIVE")?;
    let sql = "PRAGMA journal_mode = DELETE";
    // To its end: only there the engine says that it could not write that down, and what it leaves beside the file then
    // would be laid into the new one.
    let mode = db.rows(sql, &[], |row| row.text())?;
    if mode != ["delete"] {
        return Err(Error::Busy);
    }
    db.script("BEGIN EXCLUSIVE")?;
    Ok(db)
}

/// What is kept of the file that is replaced. Unless it [`stays`](Self::stays) all of it goes back: a second name of a
/// database that is worked with would be opened one day, with a log of its own.
struct Kept<'a> {
    database: &'a Path,
    aside: &'a Path,
    /// Before the endings of what lay beside it.
    log: PathBuf,
    is_taken: bool,
    moved: Vec<&'static str>,
}

impl<'a> Kept<'a> {
    fn of(database: &'a Path, aside: &'a Path) -> Self {
        Self {
            database,
            aside,
            log: aside.to_owned(),
            is_taken: false,
            moved: Vec::new(),
        }
    }

    /// Gives the file a second name; where the disk knows none, copies it beside that and moves it there once it is whole.
    fn take(&mut self) -> Result<()> {
        let fault = |error: std::io::Error| unreachable_file(&error, self.aside);
        match fs::hard_link(self.database, self.aside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                return Err(Error::Exists(self.aside.to_owned()));
            }
            Ok(()) => {
                self.is_taken = true;
                return Ok(());
            }
            Err(_) => {}
        }
        let folder = disk::folder_of(self.aside);
        let copy = tempfile::Builder::new()
            .prefix(UNBORN)
            .tempfile_in(folder)
            .map_err(fault)?;
        // As long as it is made nobody takes it for what a program that was killed has left.
        let _ = flock(copy.as_file(), FlockOperation::NonBlockingLockShared);
        fs::copy(self.database, copy.path()).map_err(fault)?;
        copy.as_file().sync_all().map_err(fault)?;
        let named = copy.into_temp_path().persist_noclobber(self.aside);
        named.map_err(|kept| match kept.error.kind() {
            ErrorKind::AlreadyExists => Error::Exists(self.aside.to_owned()),
            _ => unreachable_file(&kept.error, self.aside),
        })?;
        self.is_taken = true;
        Ok(())
    }

    /// Moves what the engine kept beside the file to what is kept of it: a new file of the same name would read it as its
    /// own.
    fn take_side_files(&mut self) -> Result<()> {
        for ending in SIDE {
            let from = beside(self.database, ending);
            match fs::rename(&from, beside(&self.log, ending)) {
                Ok(()) => self.moved.push(ending),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(unreachable_file(&error, &from)),
            }
        }
        Ok(())
    }

    /// The new file is in place.
    fn stays(mut self) {
        self.is_taken = false;
        self.moved.clear();
    }
}

impl Drop for Kept<'_> {
    fn drop(&mut self) {
        // What cannot be put back harms nobody: the error that brought us here is the one to tell.
        for ending in &self.moved {
            let _ = fs::rename(beside(&self.log, ending), beside(self.database, ending));
        }
        if self.is_taken {
            let _ = fs::remove_file(self.aside);
        }
    }
}

/// The second names of a database that a replacing left which was killed before its end.
#[must_use]
pub fn second_names(database: &Path) -> Vec<PathBuf> {
    let Ok(about) = fs::metadata(database) else {
        return Vec::new();
    };
    let (Some(name), true) = (database.file_name(), about.nlink() > 1) else {
        return Vec::new();
    };
    let start = beside(Path::new(name), REPLACED).into_os_string();
    let is_left = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().as_encoded_bytes();
        name.starts_with(start.as_encoded_bytes())
    };
    names(database, &about).filter(is_left).collect()
}

/// The names of a file in its folder.
fn names(database: &Path, about: &fs::Metadata) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(disk::folder_of(database));
    let entries = entries.into_iter().flatten().flatten();
    let same = entries.filter(|entry| entry.metadata().is_ok_and(|one| is_one(&one, about)));
    same.map(|entry| entry.path())
}

/// Another name of the database, in its folder, under which somebody has it open or was killed at it: what was saved there
/// lies beside that name, and who opens this one neither sees it nor is kept from writing over it.
pub(super) fn open_under(database: &Path, about: &fs::Metadata) -> Option<PathBuf> {
    if about.nlink() < 2 {
        return None;
    }
    let is_open = |name: &PathBuf| {
        name.file_name() != database.file_name() && beside(name, "-wal").symlink_metadata().is_ok()
    };
    names(database, about).find(is_open)
}

/// Takes them away, and puts back what lies beside them: the database is as it was before.
fn drop_second_names(database: &Path) {
    for name in second_names(database) {
        for ending in SIDE {
            let to = beside(database, ending);
            if to.symlink_metadata().is_err() {
                let _ = fs::rename(beside(&name, ending), to);
            }
        }
        let _ = fs::remove_file(name);
    }
}

/// Both are the same file, under whatever names.
#[must_use]
pub fn is_one(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// The names too should outlive a power cut; where a directory cannot be opened, it has to do without.
fn sync_folder(path: &Path) {
    let folder = path.parent().unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
