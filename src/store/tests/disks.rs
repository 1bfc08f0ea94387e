//! A disk that is full, and one that may only be read: on a small disk in memory, which root alone can
//! make. Elsewhere these stories say that they were skipped.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{CREATE, a_task, furnish, head, key};
use crate::domain::error::Error;
use crate::domain::id::TaskId;
use crate::store::{Access, Kind, Store};

/// A disk of 3 MB; gone with its directory.
struct Disk(tempfile::TempDir);

impl Disk {
    fn new() -> Option<Self> {
        let directory = tempfile::tempdir().unwrap();
        let is_made = mount(&["-t", "tmpfs", "-o", "size=3m", "tmpfs"], directory.path());
        if !is_made {
            eprintln!("skipped: no disk in memory without being root");
        }
        is_made.then_some(Self(directory))
    }

    fn path(&self) -> std::path::PathBuf {
        self.0.path().join("cchc.db")
    }

    fn freeze(&self) -> bool {
        mount(&["-o", "remount,ro"], self.0.path())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

fn mount(with: &[&str], at: &Path) -> bool {
    let mounted = Command::new("mount")
        .args(with)
        .arg(at)
        .stderr(Stdio::null())
        .status();
    mounted.is_ok_and(|status| status.success())
}

#[test]
fn a_full_disk_is_told_and_what_was_saved_before_stays() {
    let Some(disk) = Disk::new() else { return };
    let mut store = Store::create(&disk.path()).unwrap();
    store.write(&head("frame", Kind::Frame), furnish).unwrap();
    let long = "Rà soát thủ tục hành chính ".repeat(400);
    let mut told = 0;
    let failed = loop {
        match store.write(&head(&key(), Kind::Save), |writer| {
            writer.insert_task(&a_task(&long), None, CREATE)
        }) {
            Ok(_) => told += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(failed, Error::DiskFull), "{failed:?}");
    assert!(told > 0);
    assert!(store.task(TaskId(told)).unwrap().is_some());
    assert_eq!(store.task(TaskId(told + 1)).unwrap(), None);
    let verdict = store.verify_log(|_, _| Ok(())).unwrap();
    assert_eq!(
        (verdict.broken, store.check_tallies().unwrap()),
        (None, Vec::new())
    );
}

#[test]
fn a_new_session_on_a_full_disk_is_told_that_it_is_full() {
    let Some(disk) = Disk::new() else { return };
    drop(Store::create(&disk.path()).unwrap());
    // Writing is stopped by the disk in the middle of it: all that is free is used up.
    let _ = fs::write(disk.0.path().join("ballast"), vec![7; 4_000_000]);
    let opened = Store::open(&disk.path(), Access::Write).map(|_| ());
    assert!(matches!(opened, Err(Error::NoRoomToOpen(_))), "{opened:?}");
    let made = Store::create(&disk.0.path().join("other.db")).map(|_| ());
    assert!(matches!(made, Err(Error::NoRoom(_))), "{made:?}");
}

#[test]
fn a_disk_that_is_only_read_can_be_looked_at() {
    let Some(disk) = Disk::new() else { return };
    let mut store = Store::create(&disk.path()).unwrap();
    store.write(&head("frame", Kind::Frame), furnish).unwrap();
    drop(store);
    assert!(disk.freeze());
    let opened = Store::open(&disk.path(), Access::Write).map(|_| ());
    assert!(matches!(opened, Err(Error::ReadOnly)), "{opened:?}");
    let looking = Store::open(&disk.path(), Access::Look).unwrap();
    assert_eq!(looking.agencies().unwrap().len(), 5);
    let day = chrono::NaiveDate::from_ymd_opt(2023, 6, 1).unwrap();
    let past = looking.as_of(day, "own_day", |_, _| Ok(()));
    assert!(past.is_ok(), "a past day of it too");
    let made = Store::create(&disk.0.path().join("other.db")).map(|_| ());
    assert!(matches!(made, Err(Error::ReadOnly)), "{made:?}");
}
