//! Why the system refuses something: the engine says only that it does.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use crate::domain::error::{Error, is_exhausted as says_so};

use super::lock::beside;

/// Why the disk of a file took nothing, found out by writing a little beside it: it may only be read any more, which a
/// system makes of a disk that fails, or the account has used up its share. None where it takes that.
pub(super) fn refusal(path: &Path) -> Option<Error> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    // Where the next piece would be: how long a file may be is limited, too.
    let length = |path: &Path| fs::metadata(path).map_or(0, |about| about.len());
    let end = length(path).max(length(&beside(path, "-wal")));
    let tried = tempfile::tempfile_in(folder).and_then(|mut file| {
        file.write_all(&[0; 4096])?;
        file.write_all_at(&[0; 4096], end)?;
        file.sync_all()
    });
    match tried.err()?.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Some(Error::DiskFull)
        }
        ErrorKind::ReadOnlyFilesystem => Some(Error::ReadOnly),
        _ => None,
    }
}

/// True where no further file can be opened, whichever. The database itself must not be tried: closing it once gives back all
/// locks that this program has on it.
pub(super) fn is_exhausted() -> bool {
    File::open("/dev/null").is_err_and(|error| says_so(&error))
}

/// True where the write-ahead log beside a database is gone, or was begun anew and empty, while sessions have the
/// database open, whose index of that log is beside it still.
pub(super) fn is_log_taken(path: &Path) -> bool {
    /// No log is shorter than its own header.
    const HEADER: u64 = 32;
    let length = |ending| fs::metadata(beside(path, ending)).map(|about| about.len());
    length("-shm").is_ok() && length("-wal").unwrap_or(0) < HEADER
}
