//! The file: made once, opened by whoever may, and said what is wrong with it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::store::sqlite::schema::NEWEST;

use super::{CREATE, House, a_task, due, furnish, head, key, note};
use crate::domain::error::Error;
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::store::{Access, Kind, Store};

fn opened(path: &Path) -> Error {
    match Store::open(path, Access::Write) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => error,
    }
}

#[test]
fn a_new_database_is_ones_own_and_never_overwrites() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cchc.db");
    drop(Store::create(&path).unwrap());
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert!(matches!(Store::create(&path), Err(Error::Exists(_))));
    let missing = directory.path().join("no/cchc.db");
    assert!(
        matches!(Store::create(&missing), Err(Error::NoDatabase(at)) if at == missing.parent().unwrap())
    );
    // Nothing else is left beside it.
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 2);
}

#[test]
fn what_is_no_database_of_ours_is_told_apart() {
    let directory = tempfile::tempdir().unwrap();
    let at = |name: &str| directory.path().join(name);
    assert!(matches!(opened(&at("none.db")), Error::NoDatabase(_)));
    assert!(matches!(opened(directory.path()), Error::IsDirectory(_)));
    fs::write(at("empty.db"), "").unwrap();
    assert!(matches!(opened(&at("empty.db")), Error::Foreign(_)));
    fs::write(at("text.db"), "STT;Nội dung\n".repeat(200)).unwrap();
    assert!(matches!(opened(&at("text.db")), Error::Foreign(_)));
    drop(Store::create(&at("ours.db")).unwrap());
    let other = Store::open(&at("ours.db"), Access::Write).unwrap();
    other.db.script("PRAGMA application_id = 7").unwrap();
    drop(other);
    assert!(matches!(opened(&at("ours.db")), Error::Foreign(_)));
}

#[test]
fn a_damaged_file_is_called_damaged() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cchc.db");
    drop(Store::create(&path).unwrap());
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..4096].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    assert!(matches!(opened(&path), Error::Damaged(_)));
}

#[test]
fn a_newer_schema_is_refused_and_names_the_program_that_knows_it() {
    let house = House::new();
    house
        .store
        .db
        .script("PRAGMA user_version = 99; UPDATE meta SET value = '3.1.0' WHERE key = 'program'")
        .unwrap();
    match opened(house.store.path()) {
        Error::TooNew {
            found,
            known,
            needs,
        } => assert_eq!((found, known, needs.as_str()), (99, NEWEST, "3.1.0")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_that_one_only_looks_at_is_not_written() {
    let mut house = House::new();
    let task = house.insert(&a_task("Rà soát"));
    let mut looking = Store::open(house.store.path(), Access::Look).unwrap();
    assert_eq!(looking.task(task.id).unwrap(), Some(task));
    let refused = looking.write(&head(&key(), Kind::Save), |writer| {
        writer.set_setting("soon", Some("1"))
    });
    assert!(matches!(refused, Err(Error::ReadOnly)));
}

#[test]
fn a_load_makes_the_same_database_as_saving_row_by_row() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cchc.db");
    let (mut store, last) = Store::load(&path, |loader| {
        loader.write(&head("frame", Kind::Frame), furnish)?;
        let mut last = TaskId(0);
        for number in 0..50 {
            last = loader.write(&head(&format!("op{number}"), Kind::Import), |writer| {
                let title = format!("Rà soát thủ tục {number}");
                let task = writer.insert_task(&due(a_task(&title), "2023-03-01"), None, CREATE)?;
                let after = Task {
                    urgings: 1,
                    ..task.clone()
                };
                writer
                    .save_task(&task, &after, note("urge"))
                    .map(|task| task.id)
            })?;
        }
        Ok(last)
    })
    .unwrap();
    assert_eq!(last, TaskId(50));
    assert_eq!(store.check_tallies().unwrap(), []);
    assert_eq!(store.check_spans().unwrap(), []);
    assert_eq!(store.integrity().unwrap(), Vec::<String>::new());
    let verdict = store.verify_log(|_, _| Ok(())).unwrap();
    assert_eq!((verdict.rows, verdict.broken), (108, None));
    // It is a working database with all its guards.
    let schema = "SELECT COUNT(*) FROM sqlite_schema";
    let objects = store.db.number(schema, &[]).unwrap();
    assert_eq!(objects, House::new().store.db.number(schema, &[]).unwrap());
    store
        .write(&head(&key(), Kind::Save), |w| {
            w.insert_task(&a_task("Mới"), None, CREATE)
        })
        .unwrap();
    assert_eq!(store.check_tallies().unwrap(), []);
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[test]
fn a_load_that_fails_leaves_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cchc.db");
    let failed = Store::load(&path, |_| Err::<(), _>(Error::Cancelled));
    assert!(matches!(failed, Err(Error::Cancelled)));
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
}

#[test]
fn two_sessions_of_one_program_are_alone_together() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cchc.db");
    let first = Store::create(&path).unwrap();
    assert!(first.is_alone());
    let mut second = Store::open(&path, Access::Write).unwrap();
    assert!(!first.is_alone() && !second.is_alone());
    second.accompany(&first.company());
    assert!(first.is_alone() && second.is_alone());
    let other = Store::open(&path, Access::Write).unwrap();
    assert!(!first.is_alone() && !second.is_alone() && !other.is_alone());
    drop(other);
    drop(first);
    assert!(second.is_alone());
}

#[test]
fn a_log_that_was_removed_under_a_session_is_told_as_that_and_not_as_damage() {
    let mut house = House::new();
    let before = house.insert(&a_task("Rà soát"));
    let path = house.store.path().to_owned();
    assert!(
        fs::metadata(crate::store::beside(&path, "-wal"))
            .unwrap()
            .len()
            > 0
    );
    fs::remove_file(crate::store::beside(&path, "-wal")).unwrap();
    for access in [Access::Look, Access::Write] {
        let told = Store::open(&path, access).err();
        assert!(
            matches!(told, Some(Error::LogTaken(_))),
            "{access:?}: {told:?}"
        );
    }
    // The session has it still.
    assert_eq!(house.store.task(before.id).unwrap(), Some(before));
}
