//! A database takes the place of another: under all locks, in one step that is done or not, and what stood there is
//! kept under another name.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::domain::error::{Error, Result};
use crate::domain::seal::Seal;

use super::chain::Head;
use super::db::{Db, Mode};
use super::file::unreachable_file;
use super::lock::{Alone, Ticket, beside};
use super::{log, proof};

/// What the engine keeps beside a file: what is written and not yet in it, its memory, what was in it before.
const SIDE: [&str; 3] = ["-wal", "-journal", "-shm"];

/// What stood in the place of a database when somebody looked, and decided by that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stood {
    /// There was none.
    Nothing,
    /// It could not be read.
    Unreadable,
    /// One whose log ended so.
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
    let about = match fs::metadata(database) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // What a file that is gone has left behind would be taken for the new one's.
            keep_side_files(database, aside)?;
            with.persist_noclobber(database)
                .map_err(|kept| unreachable_file(&kept.error, database))?;
            sync_folder(database);
            return Ok(false);
        }
        Err(error) => return Err(unreachable_file(&error, database)),
    };
    let fault = |error: std::io::Error| unreachable_file(&error, database);
    let _ticket = Ticket::take(database)?;
    let held = match whole(database) {
        Ok(db) => Some(db),
        Err(Error::Busy) => return Err(Error::InUse(database.to_owned())),
        // It is damaged, or no database any more: that is why another one is wanted.
        Err(Error::Damaged(_) | Error::Foreign(_) | Error::Fault(_)) => None,
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
    keep(database, aside)?;
    if held.is_none() {
        keep_side_files(database, aside)?;
    } else {
        // Who only looked has left it; nothing is in it that is not made anew.
        let _ = fs::remove_file(beside(database, "-shm"));
    }
    with.persist(database)
        .map_err(|kept| unreachable_file(&kept.error, database))?;
    sync_folder(database);
    drop(held);
    Ok(true)
}

/// Nobody saved since somebody looked: what they were told would be lost is what will be.
fn is_as_it_stood(held: Option<&Db>, stood: &Stood) -> Result<bool> {
    match (stood, held) {
        (Stood::Unreadable, _) => Ok(true),
        (Stood::Nothing, _) | (Stood::Log(_), None) => Ok(false),
        (Stood::Log(seal), Some(db)) => {
            let end = log::known_head(db)?.unwrap_or(Head::EMPTY);
            Ok(proof::sealed(end) == *seal)
        }
    }
}

/// Takes the file for oneself, with everything that was written put into it and nothing beside it.
fn whole(database: &Path) -> Result<Db> {
    let db = Db::open(database, Mode::Write)?;
    db.script("PRAGMA locking_mode = EXCLUSIVE")?;
    let sql = "PRAGMA journal_mode = DELETE";
    let mode = db.first(sql, &[], |row| row.text())?;
    if mode.as_deref() != Some("delete") {
        return Err(Error::Busy);
    }
    db.script("BEGIN EXCLUSIVE")?;
    Ok(db)
}

/// Gives a file a second name, or copies it where the disk knows no second names.
fn keep(file: &Path, aside: &Path) -> Result<()> {
    let fault = |error: std::io::Error| unreachable_file(&error, aside);
    match fs::hard_link(file, aside) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(Error::Exists(aside.to_owned()));
        }
        Err(_) => {}
    }
    fs::copy(file, aside).map_err(fault)?;
    File::open(aside)
        .and_then(|file| file.sync_all())
        .map_err(fault)
}

/// Moves what the engine kept beside a file to what is kept of it: a new file of the same name would read it as its
/// own.
fn keep_side_files(database: &Path, aside: &Path) -> Result<()> {
    for ending in SIDE {
        let (from, to): (PathBuf, PathBuf) = (beside(database, ending), beside(aside, ending));
        match fs::rename(&from, &to) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(unreachable_file(&error, &from)),
        }
    }
    Ok(())
}

/// The names too should outlive a power cut; where a directory cannot be opened, it has to do without.
fn sync_folder(path: &Path) {
    let folder = path.parent().unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
