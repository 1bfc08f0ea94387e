//! What is around the database: the file's rights, its directory, its disk, its backups.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::super::{backup, restore};
use crate::domain::error::Error;
use crate::domain::health::{Check, Line, Seen};
use crate::exchange::write::folder_of;
use crate::store::{beside, network_disk};

/// The write-ahead log is cut back to 32 MiB; where it is twice as long somebody keeps that from happening.
const LONG_WAL: u64 = 64 << 20;

/// Less than that is little, whatever the size of the database.
const LEAST_ROOM: u64 = 256 << 20;

/// A backup is made every day; one that is older than this was forgotten.
const FRESH_DAYS: i64 = 2;

/// Who can read the file, and where it lies. What is missing is told when it is opened.
pub(super) fn file(database: &Path) -> Vec<Line> {
    let database = real(database);
    let Ok(about) = fs::metadata(&database) else {
        return Vec::new();
    };
    let mut seen = Vec::new();
    if let Some(name) = network_disk(&database) {
        seen.push(Seen::NetworkDisk(name.to_owned()));
    }
    seen.extend(restore::left(&database).map(Seen::RestoreBrokenOff));
    let mode = about.permissions().mode() & 0o7777;
    // Where several accounts share a file by a group, that is said by a directory with the group's mark.
    let folder = folder_of(&database);
    let around = fs::metadata(&folder);
    let of_folder = around.as_ref().map_or(0o700, |about| about.mode() & 0o7777);
    let is_anothers = around.is_ok_and(|around| around.uid() != about.uid());
    if is_anothers && of_folder & 0o077 == 0 {
        seen.push(Seen::OwnerShutOut(database.clone(), folder.clone()));
    }
    let is_shared = of_folder & 0o2000 != 0;
    let (file_may, folder_may) = if is_shared {
        (0o660, 0o2770)
    } else {
        (0o600, 0o700)
    };
    if mode & 0o777 & !file_may != 0 {
        seen.push(Seen::OpenToOthers(database, mode, file_may));
    }
    if of_folder & 0o077 & !folder_may != 0 && !is_sticky(of_folder) {
        seen.push(Seen::OpenToOthers(folder, of_folder, folder_may));
    }
    if seen.is_empty() {
        seen.push(Seen::FilePrivate);
    }
    seen.into_iter().map(|seen| (Check::File, seen)).collect()
}

/// A directory for everybody's files, where nobody removes another's.
fn is_sticky(mode: u32) -> bool {
    mode & 0o1000 != 0
}

/// Room on the disk, and what has not gone into the file yet.
pub(super) fn room(database: &Path) -> Vec<Line> {
    let database = real(database);
    let size = |path: &Path| fs::metadata(path).map_or(0, |about| about.len());
    let wal = size(&beside(&database, "-wal"));
    let takes = size(&database) + wal;
    let mut seen = Vec::new();
    if wal > LONG_WAL {
        seen.push(Seen::WalLong(wal));
    }
    if let Ok(disk) = rustix::fs::statvfs(folder_of(&database)) {
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        seen.push(if free < takes.max(LEAST_ROOM) {
            Seen::RoomShort(free, takes)
        } else {
            Seen::RoomEnough(free, takes)
        });
    }
    seen.into_iter().map(|seen| (Check::Room, seen)).collect()
}

/// The last backup, by the note beside the database.
pub(super) fn backup(database: &Path, now: DateTime<Utc>) -> Seen {
    let note = match backup::last_of(database) {
        Ok(Some(note)) => note,
        Err(Error::NoPermission(path)) => return Seen::BackupUnread(path),
        Ok(None) | Err(_) => return Seen::NeverBackedUp,
    };
    let is_there = fs::metadata(&note.file).is_ok_and(|about| about.len() == note.size);
    let age = (now - note.made_at).num_days();
    if !is_there {
        Seen::BackupGone(note.file)
    } else if age >= FRESH_DAYS {
        Seen::BackupOld(age, note.file)
    } else {
        Seen::BackedUp(note.made_at, note.file)
    }
}

fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
