//! The write-ahead log: when the disk has it, and when it goes into the file.
//!
//! `synchronous=FULL` lets COMMIT wait for the disk, and with it everybody who stands behind. So a save commits without
//! that, lets the next one write, and waits then, before anybody is told that it is saved: one writing of the disk does
//! for all that have come together (200 sessions: 2,200 saves a second and not 1,600, where the disk takes 0.13 ms). What
//! others see meanwhile is in the log before all that comes after it, so a power cut takes no part of it and nothing
//! without what came later; what leaves the program with the mark of the log waits for the disk too.
//!
//! The system tells a failure of the disk once, to who waits at that moment, and takes for written what was lost then. So
//! whoever hears of one leaves a mark beside the database, and while it lies there nobody takes the word of the disk for
//! the log: all of it is moved into the file first, by whom that succeeds.
//!
//! A log that grows for ever is read through by every question, so it is moved into the file and begun anew. Most of that
//! is done out of turn ([`tidy`]); the file itself is waited for only once nothing is left to move, so that is somebody's
//! turn ([`finish`]): short, since it is done often. The engine does it inside of a COMMIT where that was not enough.

use std::fs::{self, File};
use std::io::ErrorKind;

use rustix::io::Errno;

use crate::domain::error::{Error, Result};

use super::super::db::Db;
use super::super::file::unreachable_file;
use super::super::lock::{beside, open_beside};

/// From so many pages on the log is moved into the file and begun anew, as many as the engine itself would. Of 200
/// sessions the slowest of a hundred saves took 1.13 times the middle one; with 4,000, in turns of 16 ms, 1.3 times.
pub(in crate::store) const LONG: i64 = 1_000;

/// So few are moved within a turn.
const FEW: i64 = 200;

/// So often what came meanwhile is moved.
const ROUNDS: usize = 8;

/// So many times the log is moved where the disk failed.
const TRIES: usize = 2;

/// The log of a file, open to wait for the disk.
pub(in crate::store) struct Log(File);

impl Log {
    /// None where the file has no such log, and all of it is on the disk.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub fn of(db: &Db) -> Result<Option<Self>> {
        let path = beside(db.path(), "-wal");
        match File::open(&path) {
            Ok(log) => Ok(Some(Self(log))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreachable_file(&error, &path)),
        }
    }

    /// Waits until the disk has all that was committed so far, by whomever.
    ///
    /// # Errors
    /// `NotOnDisk` where the disk fails, or has failed for somebody and it is not mended since.
    pub fn is_kept(&self, db: &Db) -> Result<()> {
        if let Err(error) = self.0.sync_data() {
            doubt(db);
            return Err(Error::NotOnDisk(error));
        }
        if is_doubtful(db) {
            return Err(Error::NotOnDisk(Errno::IO.into()));
        }
        Ok(())
    }

    /// The same by whoever may write. Where the disk fails, the system takes what it could not write for written: waiting
    /// again would say nothing. What stands in the log is still read right, so all of it is moved into the file then, and
    /// that one is waited for.
    ///
    /// # Errors
    /// `NotOnDisk` where the disk takes that neither.
    pub fn is_kept_somehow(&self, db: &Db) -> Result<()> {
        let Err(error) = self.is_kept(db) else {
            return Ok(());
        };
        // The first wait of the engine itself may be told of the same failure.
        if !(0..TRIES).any(|_| is_moved(db).unwrap_or(false)) {
            // Somebody may have mended what was lost before this, and taken the mark away.
            doubt(db);
            return Err(error);
        }
        // Where it cannot be removed the next one moves the log once more.
        let _ = fs::remove_file(beside(db.path(), DOUBT));
        Ok(())
    }
}

/// Lies beside a database while the disk may have lost a part of its log.
const DOUBT: &str = ".unkept";

/// Whether somebody was told so, and nobody has mended it.
fn is_doubtful(db: &Db) -> bool {
    beside(db.path(), DOUBT).symlink_metadata().is_ok()
}

/// Lets everybody know. A disk that does not even take an empty file takes no save.
fn doubt(db: &Db) {
    let _ = open_beside(db.path(), DOUBT);
}

/// What the engine did with the log; of a failure of the disk that it was told nobody else hears.
pub(in crate::store) fn noted(db: &Db, moved: Result<()>) -> Result<()> {
    if matches!(moved, Err(Error::DiskFailed { .. })) {
        doubt(db);
    }
    moved
}

/// Moves the whole log into the file, so that it begins anew; true where all of it is there and the disk has it, and nothing
/// is written behind what the disk may have lost.
fn is_moved(db: &Db) -> Result<bool> {
    let left = db.first("PRAGMA wal_checkpoint(RESTART)", &[], |row| {
        let is_busy = row.number()? != 0;
        Ok((is_busy, row.number()? - row.number()?))
    })?;
    Ok(left == Some((false, 0)))
}

/// The next COMMIT does not wait for the disk, until [`waits`] is said: the log is to be waited for then. None where the
/// file has no such log, and then it does.
pub(in crate::store) fn waits_later(db: &Db) -> Result<Option<Log>> {
    let mode = db.first("PRAGMA journal_mode", &[], |row| row.text())?;
    if mode.as_deref() != Some("wal") {
        return Ok(None);
    }
    // Opened now: what has no file left to open fails before anything is written.
    let log = Log::of(db)?;
    if log.is_some() {
        db.script("PRAGMA synchronous = NORMAL")?;
    }
    Ok(log)
}

/// Every COMMIT waits for the disk.
pub(in crate::store) fn waits(db: &Db) -> Result<()> {
    db.script("PRAGMA synchronous = FULL")
}

/// What is in the log, in pages.
struct Backlog {
    all: i64,
    /// Not in the file yet.
    left: i64,
}

impl Backlog {
    fn of(db: &Db) -> Result<Self> {
        let found = db.first("PRAGMA wal_checkpoint(NOOP)", &[], |row| {
            let _is_busy = row.number()?;
            let all = row.number()?;
            let left = all - row.number()?;
            Ok(Self { all, left })
        })?;
        Ok(found.unwrap_or(Self { all: 0, left: 0 }))
    }
}

/// Moves what was saved from the log into the file, where enough has come together; out of turn, so that others write on.
/// What they add to a long log meanwhile is moved too, until so little is left that [`finish`] does the rest.
pub(in crate::store) fn tidy(db: &Db) -> Result<()> {
    let mut log = Backlog::of(db)?;
    for _ in 0..ROUNDS {
        if log.all < LONG || log.left <= FEW {
            break;
        }
        // Where somebody else does it at this moment, or somebody reads what is older, it is done next time.
        noted(db, db.script("PRAGMA wal_checkpoint(PASSIVE)"))?;
        let after = Backlog::of(db)?;
        if after.left >= log.left {
            break;
        }
        log = after;
    }
    Ok(())
}

/// Moves the little that is left of a long log, and waits for the file to be on the disk; by whoever has their turn, so
/// that nothing comes in between and the next one begins the log anew.
pub(in crate::store) fn finish(db: &Db) -> Result<()> {
    let log = Backlog::of(db)?;
    if log.all >= LONG && log.left <= FEW {
        noted(db, db.script("PRAGMA wal_checkpoint(PASSIVE)"))?;
    }
    Ok(())
}
