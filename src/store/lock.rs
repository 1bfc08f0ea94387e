//! The ticket that a writer holds: `flock` on a side file. SQLite's own waiting is a poll that starves
//! some (p99 1.5 s with 200 sessions, 0.1 s with this); the kernel takes the ticket back from a process
//! that dies.
//!
//! It would give it to whoever asks first: on a busy machine that is the process that has just returned
//! it, again and again. So one stands in a queue first (`queue.rs`), and whose turn it is asks for it.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{FlockOperation, OFlags, flock};
use rustix::io::Errno;

use crate::domain::error::{Error, Result};
use crate::domain::id::BatchId;

use super::db::fault;
use super::queue::Place;

/// Longer than any save takes: who holds it for so long is stopped, not slow.
const LONGEST: Duration = Duration::from_secs(10);

/// Longer than a queue of two hundred takes: somebody in it is stopped, and is passed over.
const QUEUED: Duration = Duration::from_secs(4);

/// Who passes over others asks so often whether the ticket is there.
const ASKING: Duration = Duration::from_millis(5);

/// So long one waits for a database that somebody has to themselves.
const SHORT: Duration = Duration::from_secs(2);

/// Nobody else has the database open, and nobody opens it, as long as it lives.
pub(super) struct Alone {
    _file: Option<File>,
}

impl Alone {
    /// Takes the database for oneself; none where a session has it open.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` where the side file cannot be made.
    pub fn take(database: &Path) -> Result<Option<Self>> {
        let path = beside(database, ".here");
        let file = match plainly(true).open(&path) {
            Ok(file) => file,
            // Without a database there is nobody whose mode it could have; without a side file nobody is on.
            Err(error) if error.kind() == ErrorKind::NotFound && !database.exists() => {
                return Ok(Some(Self { _file: None }));
            }
            Err(_) => open_beside(database, ".here")?,
        };
        Ok(is_free(&file, database)?.then_some(Self { _file: Some(file) }))
    }
}

/// A side file that is removed again and again is somebody's doing, and no accident.
const TRIES: usize = 3;

/// Held as long as it lives.
pub(super) struct Ticket {
    // Returned before the place is given up: whoever is next finds it free.
    file: File,
    _place: Place,
}

impl Ticket {
    /// Waits for one's turn to write this database.
    ///
    /// # Errors
    /// `Busy` after ten seconds; `ReadOnly` where the side files may not be written; `NoLocks`.
    pub fn take(database: &Path) -> Result<Self> {
        for _ in 0..TRIES {
            let ticket = Self::take_any(database)?;
            if is_at(&ticket.file, &beside(database, ".lock")) {
                return Ok(ticket);
            }
        }
        Err(Error::Busy)
    }

    /// A ticket, perhaps one whose file somebody has just removed: the next to come would take another.
    fn take_any(database: &Path) -> Result<Self> {
        let mut place = Place::none_yet(open_beside(database, ".door")?);
        let file = open_beside(database, ".lock")?;
        let begun = Instant::now();
        // Whoever's turn it is finds the ticket there. Where that is not so, or one's turn does not come, order is lost.
        place.comes(begun + QUEUED);
        loop {
            match is_free(&file, database) {
                Ok(true) => break,
                Ok(false) if begun.elapsed() >= LONGEST => return Err(Error::Busy),
                // A server that is short of memory, or starts anew, says so for a moment.
                Err(Error::NoLocks(_)) if begun.elapsed() < SHORT => {}
                Ok(false) => {}
                Err(error) => return Err(error),
            }
            thread::sleep(ASKING);
        }
        Ok(Self {
            file,
            _place: place,
        })
    }
}

/// Says to others that somebody has the database open, as long as it lives: everybody shares a lock on a
/// side file, and who is alone can have it whole.
pub(super) struct Presence {
    file: File,
    path: PathBuf,
}

impl Presence {
    /// Shows oneself; none where the side file cannot be written, and so where nobody can tell.
    pub fn show(database: &Path) -> Option<Self> {
        let file = open_beside(database, ".here").ok()?;
        flock(&file, FlockOperation::NonBlockingLockShared).ok()?;
        let path = beside(database, ".here");
        Some(Self { file, path })
    }

    /// Shows oneself beside others, where anybody ever did, before the file is opened: whoever has it all to themselves
    /// is about to put another one in its place.
    ///
    /// # Errors
    /// `Occupied` where that takes longer than it should.
    pub fn among_others(database: &Path) -> Result<Option<Self>> {
        let path = beside(database, ".here");
        let Ok(file) = plainly(true).open(&path) else {
            return Ok(None);
        };
        match flock(&file, FlockOperation::NonBlockingLockShared) {
            Ok(()) => return Ok(Some(Self { file, path })),
            Err(Errno::WOULDBLOCK) => {}
            Err(_) => return Ok(None),
        }
        // Somebody asks only whether they are alone, or does something that takes its time.
        let (give, got) = mpsc::sync_channel(0);
        thread::Builder::new().spawn(move || {
            let locked = flock(&file, FlockOperation::LockShared);
            let _ = give.send(locked.map(|()| Self { file, path }));
        })?;
        match got.recv_timeout(SHORT) {
            Ok(Ok(presence)) => Ok(Some(presence)),
            Ok(Err(error)) => Err(fault(error)),
            Err(_) => Err(Error::Occupied(database.to_owned())),
        }
    }

    /// The same lock for a second session of this program: the two are one at work.
    pub fn share(&self) -> Option<Self> {
        let file = self.file.try_clone().ok()?;
        let path = self.path.clone();
        Some(Self { file, path })
    }

    /// True if no other session has the database open; false where that cannot be told, since the side file was removed
    /// and others may have made another.
    pub fn is_alone(&self) -> bool {
        if !is_at(&self.file, &self.path) {
            return false;
        }
        let is_alone = flock(&self.file, FlockOperation::NonBlockingLockExclusive).is_ok();
        // Where the lock was refused the shared one is lost too.
        let is_back = flock(&self.file, FlockOperation::LockShared).is_ok();
        is_alone && is_back
    }
}

/// Somebody writes an import, as long as it lives: nobody else goes on with it meanwhile.
#[derive(Debug)]
pub struct AtWork {
    file: File,
    path: PathBuf,
}

impl AtWork {
    /// Says that one writes this import; none where somebody else does.
    pub(super) fn on_import(database: &Path, batch: BatchId) -> Result<Option<Self>> {
        let ending = format!(".import-{}", batch.0);
        let path = beside(database, &ending);
        loop {
            let file = open_beside(database, &ending)?;
            if !is_free(&file, database)? {
                return Ok(None);
            }
            // Whoever had it before may have taken it away since it was opened: held is only what others find there.
            if is_at(&file, &path) {
                return Ok(Some(Self { file, path }));
            }
        }
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        // What a process that died has left lies there until somebody finishes the import.
        if is_at(&self.file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// True where the file still lies there.
fn is_at(file: &File, path: &Path) -> bool {
    let of = |about: std::fs::Metadata| (about.dev(), about.ino());
    let (open, there) = (file.metadata().map(of), std::fs::metadata(path).map(of));
    matches!((open, there), (Ok(open), Ok(there)) if open == there)
}

/// The system says that the disk knows no locks, as some network disks.
pub(super) fn knows_no_locks(error: Errno) -> bool {
    matches!(error, Errno::NOLCK | Errno::NOSYS | Errno::OPNOTSUPP)
}

/// Takes the lock of a side file of this database if nobody has it.
fn is_free(file: &File, database: &Path) -> Result<bool> {
    loop {
        return match flock(file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(true),
            Err(Errno::WOULDBLOCK) => Ok(false),
            Err(Errno::INTR) => continue,
            Err(error) if knows_no_locks(error) => Err(Error::NoLocks(database.to_owned())),
            Err(error) => Err(fault(error)),
        };
    }
}

/// A side file of a database.
pub(super) fn open_beside(database: &Path, ending: &str) -> Result<File> {
    let path = beside(database, ending);
    let opened = match plainly(true).read(true).open(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => make(&path, database),
        other => other,
    };
    let file = opened.map_err(|error| match error.kind() {
        ErrorKind::IsADirectory => Error::InTheWay(path.clone()),
        _ if error.raw_os_error() == Some(Errno::LOOP.raw_os_error()) => {
            Error::InTheWay(path.clone())
        }
        // It is somebody else's, and their doing.
        ErrorKind::PermissionDenied if path.exists() => Error::NoPermission(path.clone()),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
        // The database itself was looked for: it went in this very moment.
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::Gone(database.to_owned()),
        _ => Error::failed(&error, &path),
    })?;
    match file.metadata() {
        Ok(about) if !about.is_file() => Err(Error::InTheWay(path)),
        _ => Ok(file),
    }
}

/// To read or to write what lies there itself: no file to which a link leads, which is not ours, and no pipe that keeps us waiting.
pub(super) fn plainly(is_written: bool) -> OpenOptions {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let mut options = OpenOptions::new();
    options
        .read(!is_written)
        .write(is_written)
        .custom_flags(i32::try_from(flags).unwrap_or_default());
    options
}

/// The name of what lies beside a database or a copy of one, by what is put behind its name.
#[must_use]
pub fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Who may write the database may write the side file too, whatever the umask.
fn make(path: &Path, database: &Path) -> std::io::Result<File> {
    let about = database.metadata()?;
    let mode = about.permissions().mode() & 0o777;
    let file = plainly(true)
        .read(true)
        .create(true)
        .truncate(false)
        .mode(mode)
        .open(path)?;
    // Where another account was first, the mode is theirs to set.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(mode));
    // What the administrator makes in passing belongs to whom the database belongs to, or that one is locked out; the
    // engine does the same with its log. Others may not give files away, and need not.
    let _ = std::os::unix::fs::fchown(&file, Some(about.uid()), Some(about.gid()));
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_stopped_in_the_queue_is_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = folder.path().join("cchc.db");
        std::fs::write(&database, "").expect("a file");
        let mut stopped = Place::none_yet(open_beside(&database, ".door").expect("a side file"));
        assert!(stopped.comes(Instant::now()));
        let begun = Instant::now();
        let ticket = Ticket::take(&database).expect("a ticket");
        assert!(begun.elapsed() >= QUEUED, "order first");
        // Whoever comes by now finds the ticket taken, whichever way they came.
        let file = open_beside(&database, ".lock").expect("a side file");
        assert!(!is_free(&file, &database).expect("asked"));
        drop(ticket);
        drop(stopped);
        let begun = Instant::now();
        drop(Ticket::take(&database).expect("a ticket"));
        assert!(begun.elapsed() < QUEUED, "and in order again");
    }
}
