//! Why the system refuses something: the engine says only that it does.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, FlockOperation, access, fcntl_lock, flock};

use crate::domain::error::{Error, Result};
use crate::domain::refused::is_exhausted as says_so;

use super::lock::{beside, knows_no_locks};

/// What the engine keeps beside a file: what is written and not yet in it, its memory, what was in it before.
pub(super) const SIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// More than the engine ever asks for at once: where so much fits, it is not for want of room.
const ROOM: usize = 64 << 10;

/// The directory of a database.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

/// Why the disk of a file took nothing, found out by writing a little beside it: it may only be read any more, which a
/// system makes of a disk that fails, or the account has used up its share. None where it takes that.
pub(super) fn refusal(path: &Path) -> Option<Error> {
    let folder = folder_of(path);
    // Where the next piece would be: how long a file may be is limited, too.
    let length = |path: &Path| fs::metadata(path).map_or(0, |about| about.len());
    let end = length(path).max(length(&beside(path, "-wal")));
    let tried = tempfile::tempfile_in(&folder).and_then(|mut file| {
        file.write_all(&[0; ROOM])?;
        file.write_all_at(&[0; ROOM], end)?;
        file.sync_all()
    });
    let error = tried.err()?;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Some(Error::DiskFull)
        }
        ErrorKind::ReadOnlyFilesystem => Some(Error::ReadOnly),
        ErrorKind::PermissionDenied => None,
        _ => Some(Error::failed(&error, &folder)),
    }
}

/// Why something went wrong with a file, or with what the engine keeps beside it, as far as it can be found out.
pub(super) fn failure(path: &Path, ending: &str) -> Error {
    if is_exhausted() {
        return Error::Exhausted;
    }
    refusal(path).unwrap_or_else(|| Error::DiskFailed {
        path: beside(path, ending),
        why: String::new(),
    })
}

/// True where this account may write the file and all that the engine keeps beside it: what is not opened to be written
/// then is refused for a reason of the moment.
pub(super) fn may_be_written(path: &Path) -> bool {
    let may = |path: &Path, how| access(path, how).is_ok();
    let is_free = |ending: &&str| {
        let path = beside(path, ending);
        path.symlink_metadata().is_err() || may(&path, Access::READ_OK | Access::WRITE_OK)
    };
    may(path, Access::READ_OK | Access::WRITE_OK)
        && may(&folder_of(path), Access::WRITE_OK | Access::EXEC_OK)
        && SIDE.iter().all(is_free)
}

/// What the engine would open beside a file is a file, or nothing.
///
/// # Errors
/// `InTheWay` for a directory, a link, a pipe, a device.
pub(super) fn nothing_in_the_way(path: &Path) -> Result<()> {
    for ending in SIDE {
        let path = beside(path, ending);
        if path.symlink_metadata().is_ok_and(|about| !about.is_file()) {
            return Err(Error::InTheWay(path));
        }
    }
    Ok(())
}

/// True where no further file can be opened, whichever. The database itself must not be tried: closing it once gives back all
/// locks that this program has on it.
fn is_exhausted() -> bool {
    File::open("/dev/null").is_err_and(|error| says_so(&error))
}

/// True where the disk of a file knows no locks, of whole files as ours or of pieces as the engine's, which the engine
/// calls busy: found out beside it.
pub(super) fn is_without_locks(path: &Path) -> bool {
    let Ok(file) = tempfile::tempfile_in(folder_of(path)) else {
        return false;
    };
    let how = FlockOperation::NonBlockingLockExclusive;
    let tried = [flock(&file, how), fcntl_lock(&file, how)];
    tried.into_iter().any(|it| it.is_err_and(knows_no_locks))
}

/// True where the write-ahead log beside a database is gone, or was begun anew and empty, while sessions have the
/// database open, whose index of that log is beside it still.
pub(super) fn is_log_taken(path: &Path) -> bool {
    /// No log is shorter than its own header.
    const HEADER: u64 = 32;
    let length = |ending| fs::metadata(beside(path, ending)).map(|about| about.len());
    length("-shm").is_ok() && length("-wal").unwrap_or(0) < HEADER
}
