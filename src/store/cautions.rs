//! What is not wrong yet and may go wrong: who else can read the file, which disk it lies on, which time the server has.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use rustix::fs::statfs;

use crate::domain::caution::Caution;
use crate::domain::error::Result;

use super::db::Db;
use super::{Store, log};

/// A clock that is behind the log by less is not spoken of: servers set theirs by seconds.
const CLOSE: TimeDelta = TimeDelta::minutes(2);

/// Rows of the log are kept in order of time over so much: summer times, a clock that was set by hand. A clock that was a year
/// ahead would be followed for a year.
const KEPT_IN_ORDER: TimeDelta = TimeDelta::hours(12);

impl Store {
    /// What to be careful about, the gravest first; none where all is well. `now` is the server's clock, where saves are
    /// written with it.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn cautions(&self, now: Option<DateTime<Utc>>) -> Result<Vec<Caution>> {
        let path = self.path();
        let mut found: Vec<Caution> = self.missing().map(Caution::Missing).into_iter().collect();
        if let Some(kind) = network_disk(path) {
            let path = path.to_owned();
            found.push(Caution::NetworkDisk { path, kind });
        }
        let last = last_time(&self.db)?;
        if let (Some(now), Some(last)) = (now, last)
            && last > now + CLOSE
        {
            found.push(Caution::ClockBehind { last, now });
        }
        if let Some(mode) = open_to_others(path) {
            let path = path.to_owned();
            found.push(Caution::OpenToOthers { path, mode });
        }
        Ok(found)
    }
}

/// The time of a save: the clock's, and that of the last one where the clock is a little behind it, so that the log is in
/// order of time, as who looks at a past day expects.
pub(super) fn in_order(db: &Db, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let last = last_time(db)?;
    Ok(last
        .filter(|last| *last > now && *last - now <= KEPT_IN_ORDER)
        .unwrap_or(now))
}

fn last_time(db: &Db) -> Result<Option<DateTime<Utc>>> {
    let sql = "SELECT at FROM change ORDER BY id DESC LIMIT 1";
    let at = db.first(sql, &[], |row| row.text())?;
    at.map(|at| log::time_of(&at)).transpose()
}

/// The permissions of the file, where accounts that are not of its group have any.
fn open_to_others(path: &Path) -> Option<u32> {
    let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o007 != 0).then_some(mode)
}

/// What the disk is called on which a file lies, where it is one of other machines.
#[must_use]
pub fn network_disk(path: &Path) -> Option<&'static str> {
    let disk = statfs(path).ok()?;
    network(disk.f_type as u64)
}

/// What a disk of other machines is called, by the number that the kernel gives its kind. On these the lock of one machine
/// is not seen by another, and the log that sessions share in memory is not shared.
fn network(kind: u64) -> Option<&'static str> {
    match kind & 0xFFFF_FFFF {
        0x6969 => Some("NFS"),
        0xFF53_4D42 | 0xFE53_4D42 | 0x517B => Some("SMB/CIFS"),
        0x0102_1997 => Some("9P"),
        0x6573_5546 => Some("FUSE"),
        0x00C3_6400 => Some("Ceph"),
        0x5346_414F | 0x6B41_4653 => Some("AFS"),
        0x0BD0_0BD0 => Some("Lustre"),
        0x0116_1970 => Some("GFS2"),
        0x7461_636F => Some("OCFS2"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disks_of_other_machines_are_told_from_those_of_this_one() {
        assert_eq!(network(0x6969), Some("NFS"));
        assert_eq!(
            network(0xFFFF_FFFF_FF53_4D42),
            Some("SMB/CIFS"),
            "as a negative number"
        );
        // ext4, xfs, btrfs, tmpfs, overlay, zfs.
        for kind in [
            0xEF53,
            0x5846_5342,
            0x9123_683E,
            0x0102_1994,
            0x794C_7630,
            0x2FC1_2FC1,
        ] {
            assert_eq!(network(kind), None, "{kind:x}");
        }
    }
}
