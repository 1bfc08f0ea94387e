//! What the engine's codes mean: what a person can do something about, with the file that it is about.

use std::path::Path;

use crate::domain::error::Error;

use super::super::disk;

/// The kinds of codes; in the low byte of each.
const PERMISSION: i32 = 3;
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const NO_MEMORY: i32 = 7;
const READ_ONLY: i32 = 8;
const INTERRUPTED: i32 = 9;
const SYSTEM: i32 = 10;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const CANNOT_OPEN: i32 = 14;
const NO_DATABASE: i32 = 26;

/// The index of the log: it cannot be opened, grow, be locked, be mapped. With 0 bytes free it is said not to grow.
const SHARED_MEMORY: [i32; 4] = [4618, 4874, 5130, 5386];

/// The log or its index was opened to be read only, which the engine does where the system refuses more.
const OPENED_TO_READ: [i32; 3] = [READ_ONLY, 520, 1288];

/// What should be there cannot be read: the disk is worn, or the file was cut. A file system that is damaged itself.
const READING: [i32; 3] = [266, 522, 8458];

/// A lock cannot be had, given back or asked for, of the file and of the index of the log.
const LOCKING: [i32; 5] = [3850, 2058, 2314, 3594, 5130];

/// What a code says of this file; none where nobody can do anything about it.
pub(in crate::store) fn meaning(code: i32, path: &Path) -> Option<Error> {
    let of = |make: fn(std::path::PathBuf) -> Error| Some(make(path.to_owned()));
    match code & 0xFF {
        FULL => Some(Error::DiskFull),
        BUSY if disk::is_without_locks(path) => of(Error::NoLocks),
        SYSTEM if LOCKING.contains(&code) && disk::is_without_locks(path) => of(Error::NoLocks),
        BUSY | LOCKED => Some(Error::Busy),
        NO_MEMORY => Some(Error::Exhausted),
        READ_ONLY if OPENED_TO_READ.contains(&code) && disk::may_be_written(path) => {
            Some(disk::failure(path, ""))
        }
        READ_ONLY => Some(Error::ReadOnly),
        INTERRUPTED => Some(Error::Cancelled),
        NO_DATABASE => of(Error::Foreign),
        CORRUPT => of(Error::Damaged),
        SYSTEM if SHARED_MEMORY.contains(&code) => Some(disk::failure(path, "-shm")),
        SYSTEM if READING.contains(&code) && disk::is_log_taken(path) => of(Error::LogTaken),
        SYSTEM if READING.contains(&code) => of(Error::Damaged),
        SYSTEM => Some(disk::failure(path, "")),
        CANNOT_OPEN if disk::may_be_written(path) => Some(disk::failure(path, "")),
        CANNOT_OPEN | PERMISSION => of(Error::NoPermission),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_is_called_full_only_where_it_is() {
        let path = Path::new("x.db");
        assert!(matches!(meaning(FULL, path), Some(Error::DiskFull)));
        // The disk on which the tests are has room.
        for (code, named) in [(4874, "x.db-shm"), (4618, "x.db-shm"), (SYSTEM, "x.db")] {
            let failed = meaning(code, path);
            let is_named = |path: &Path| path == Path::new(named);
            assert!(
                matches!(&failed, Some(Error::DiskFailed { path, .. }) if is_named(path)),
                "{code}: {failed:?}"
            );
        }
    }

    #[test]
    fn what_the_engine_says_becomes_what_a_person_can_act_on() {
        let of = |code| meaning(code, Path::new("x.db"));
        assert!(matches!(of(BUSY), Some(Error::Busy)));
        assert!(matches!(of(NO_MEMORY), Some(Error::Exhausted)));
        assert!(matches!(of(READ_ONLY), Some(Error::ReadOnly)));
        assert!(matches!(of(NO_DATABASE), Some(Error::Foreign(_))));
        assert!(matches!(of(CORRUPT), Some(Error::Damaged(_))));
        assert!(matches!(of(CANNOT_OPEN), Some(Error::NoPermission(_))));
        assert!(of(1).is_none());
    }
}
