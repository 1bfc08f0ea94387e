//! Whether the log beside a file is its own, where rows and pages do not say it.

use std::fs;

use super::{House, a_task};
use crate::domain::error::Error;
use crate::store::{Access, Store, beside};

#[test]
fn what_the_program_wrote_for_itself_does_not_make_a_log_that_of_an_older_file() {
    for is_own in [false, true] {
        let mut house = House::new();
        house.insert(&a_task("Trong bản sao"));
        let path = house.store.path().to_owned();
        let backup = beside(&path, ".backup");
        house
            .store
            .db
            .script("PRAGMA wal_checkpoint(TRUNCATE)")
            .unwrap();
        fs::copy(&path, &backup).unwrap();
        if !is_own {
            house.insert(&a_task("Chỉ có trong tệp"));
            house
                .store
                .db
                .script("PRAGMA wal_checkpoint(TRUNCATE)")
                .unwrap();
        }
        // It lies beside the end of the log of changes, which is written along as it was.
        let sql = "UPDATE meta SET value = '0.0.9' WHERE key = 'program'";
        house.store.db.script(sql).unwrap();
        house.insert(&a_task("Trong nhật ký"));
        fs::rename(&backup, &path).unwrap();
        let opened = Store::open(&path, Access::Look).map(|_| ());
        match is_own {
            true => opened.unwrap(),
            false => assert!(matches!(opened, Err(Error::LogOfAnother(_))), "{opened:?}"),
        }
    }
}

#[test]
fn a_log_is_asked_about_only_where_the_note_names_another_file() {
    let mut house = House::new();
    house.insert(&a_task("Việc"));
    let path = house.store.path().to_owned();
    // Behind it stands what was acknowledged.
    let note = || {
        let mut all = fs::read(beside(&path, ".here")).unwrap();
        all.truncate(41);
        all
    };
    let noted = note();
    assert_eq!(noted.len(), 41);
    drop(Store::open(&path, Access::Write).unwrap());
    assert_eq!(note(), noted);
    // Where nobody left one, as programs of before, the log is the file's.
    fs::write(beside(&path, ".here"), "").unwrap();
    drop(Store::open(&path, Access::Write).unwrap());
    assert_eq!(note(), noted);
}
