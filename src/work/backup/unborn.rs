//! Files that are made beside their place, under a name that nobody looks for. Each is held by `flock` as long as it is
//! being made, so that what a killed program left is told from what another one is at.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rustix::fs::{FlockOperation, OFlags, flock};
use rustix::io::Errno;
use tempfile::NamedTempFile;

use super::told;
use crate::domain::error::Result;

/// Between being made and being held lie microseconds.
const BEGUN: Duration = Duration::from_millis(100);

/// Begins a file that only this account may read, and what holds it until that goes.
pub(in crate::work) fn begin(folder: &Path, prefix: &str) -> Result<(NamedTempFile, File)> {
    let fault = |error: std::io::Error| told(&error, folder);
    let file = tempfile::Builder::new()
        .prefix(prefix)
        .permissions(Permissions::from_mode(0o600))
        .tempfile_in(folder)
        .map_err(fault)?;
    let held = file.as_file().try_clone().map_err(fault)?;
    // Where the disk knows no locks all of them are taken for held, and stay.
    let _ = flock(&held, FlockOperation::NonBlockingLockShared);
    Ok((file, held))
}

/// What programs that were killed have left of these files, with what the engine kept beside them.
pub(in crate::work) fn abandoned(folder: &Path, prefix: &str) -> Vec<PathBuf> {
    let now = SystemTime::now();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_left = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| name.starts_with(prefix)) else {
            return false;
        };
        let changed = entry.metadata().and_then(|about| about.modified());
        let age = changed.ok().and_then(|at| now.duration_since(at).ok());
        let of = name.strip_suffix("-journal").unwrap_or(name);
        age.is_some_and(|age| age > BEGUN) && !is_held(&folder.join(of))
    };
    let left = entries.filter(is_left);
    left.map(|entry| entry.path()).collect()
}

/// Clears that up.
pub(in crate::work) fn sweep(folder: &Path, prefix: &str) {
    for path in abandoned(folder, prefix) {
        // What cannot be removed harms nobody.
        let _ = fs::remove_file(path);
    }
}

/// Somebody is at it.
fn is_held(path: &Path) -> bool {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let opened = OpenOptions::new()
        .read(true)
        .custom_flags(i32::try_from(flags).unwrap_or_default())
        .open(path);
    match opened {
        Ok(file) => flock(&file, FlockOperation::NonBlockingLockExclusive).is_err(),
        // What cannot be opened for another reason than that it is gone, or a link, is perhaps somebody else's.
        Err(error) => {
            let is_link = error.raw_os_error() == Some(Errno::LOOP.raw_os_error());
            error.kind() != ErrorKind::NotFound && !is_link
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_is_at_is_not_cleared_up_and_what_nobody_is_at_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, held) = begin(folder.path(), ".cchc-x-").expect("a file");
        let name = file.path().file_name().expect("a name").to_owned();
        let mut journal = name;
        journal.push("-journal");
        fs::write(folder.path().join(journal), "").expect("written");
        let (_, path) = file.keep().expect("kept");
        std::thread::sleep(BEGUN * 2);
        sweep(folder.path(), ".cchc-x-");
        let left = || fs::read_dir(folder.path()).expect("read").count();
        assert_eq!(left(), 2, "{}", path.display());
        drop(held);
        sweep(folder.path(), ".cchc-x-");
        assert_eq!(left(), 0);
    }
}
