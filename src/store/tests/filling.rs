//! Filling an empty database: who is on meanwhile, and what is left where it ends too early.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{CREATE, a_task, furnish, head, key};
use crate::domain::error::{Error, Result};
use crate::domain::id::TaskId;
use crate::store::{Access, Kind, Loader, Store, Writer};

/// Set in a process that fills a database and is killed: the database.
const FILLED: &str = "CCHC_TEST_FILLED";

fn database(directory: &Path) -> PathBuf {
    let path = directory.join("cchc.db");
    let mut store = Store::create(&path).unwrap();
    store.write(&head("frame", Kind::Frame), furnish).unwrap();
    path
}

/// Fills in so many tasks, and does something in the middle of it.
fn filled(
    store: &mut Store,
    count: usize,
    title: &str,
    and: impl FnOnce(&mut Writer<'_>) -> Result<()>,
) -> Result<Option<()>> {
    store.fill(|loader: &mut Loader<'_>| {
        loader.write(&head(&key(), Kind::Import), |writer| {
            for _ in 0..count {
                writer.insert_task(&a_task(title), None, CREATE)?;
            }
            and(writer)
        })
    })
}

fn journal_mode(store: &Store) -> String {
    let sql = "PRAGMA journal_mode";
    let mode = store.db.first(sql, &[], |row| row.text());
    mode.unwrap().unwrap()
}

fn journal(path: &Path) -> u64 {
    let beside = fs::metadata(path.with_extension("db-journal"));
    beside.map_or(0, |it| it.len())
}

/// A database as it was before anything was filled in, which works.
fn is_empty_and_works(path: &Path) {
    let mut store = Store::open(path, Access::Write).unwrap();
    assert_eq!(journal_mode(&store), "wal");
    assert_eq!(store.task(TaskId(1)).unwrap(), None);
    assert_eq!(store.integrity().unwrap(), Vec::<String>::new());
    assert_eq!(store.verify_log(|_, _| Ok(())).unwrap().broken, None);
    assert_eq!(
        filled(&mut store, 3, "Rà soát", |_| Ok(())).unwrap(),
        Some(())
    );
    assert_eq!(store.check_tallies().unwrap(), []);
    assert_eq!(store.check_spans().unwrap(), []);
    assert_eq!(journal_mode(&store), "wal");
}

#[test]
fn who_is_alone_fills_the_file_itself_and_logs_what_comes_after() {
    let directory = tempfile::tempdir().unwrap();
    let path = database(directory.path());
    let mut store = Store::open(&path, Access::Write).unwrap();
    filled(&mut store, 3, "Rà soát", |writer| {
        let mode = writer
            .db
            .first("PRAGMA journal_mode", &[], |row| row.text());
        assert_eq!(mode?.unwrap(), "truncate");
        Ok(())
    })
    .unwrap();
    assert_eq!(journal_mode(&store), "wal");
    assert_eq!(journal(&path), 0);
    let looking = Store::open(&path, Access::Look).unwrap();
    assert!(looking.task(TaskId(3)).unwrap().is_some());
}

#[test]
fn who_comes_while_a_database_is_filled_is_told_that_it_is_occupied() {
    let directory = tempfile::tempdir().unwrap();
    let path = database(directory.path());
    let mut store = Store::open(&path, Access::Write).unwrap();
    filled(&mut store, 3, "Rà soát", |_| {
        let come = |access| {
            let path = path.clone();
            thread::spawn(move || Store::open(&path, access).map(|_| ()))
        };
        for came in [come(Access::Write), come(Access::Look)] {
            let came = came.join().unwrap();
            assert!(matches!(came, Err(Error::Occupied(_))), "{came:?}");
        }
        Ok(())
    })
    .unwrap();
    assert!(Store::open(&path, Access::Look).is_ok());
    assert_eq!(
        journal_mode(&Store::open(&path, Access::Write).unwrap()),
        "wal"
    );
}

#[test]
fn who_is_on_already_goes_on_reading_the_empty_database_while_it_is_filled() {
    let directory = tempfile::tempdir().unwrap();
    let path = database(directory.path());
    let mut store = Store::open(&path, Access::Write).unwrap();
    for access in [Access::Write, Access::Look] {
        let other = Store::open(&path, access).unwrap();
        let ended = filled(&mut store, 3, "Rà soát", |writer| {
            let mode = writer
                .db
                .first("PRAGMA journal_mode", &[], |row| row.text());
            assert_eq!(mode?.unwrap(), "wal");
            assert_eq!(other.task(TaskId(1)).unwrap(), None);
            assert!(Store::open(&path, Access::Write).is_ok());
            Err(Error::Cancelled)
        });
        assert!(matches!(ended, Err(Error::Cancelled)));
    }
}

#[test]
fn a_fill_that_is_cancelled_leaves_the_empty_database() {
    let directory = tempfile::tempdir().unwrap();
    let path = database(directory.path());
    let mut store = Store::open(&path, Access::Write).unwrap();
    let ended = filled(&mut store, 3, "Rà soát", |_| Err(Error::Cancelled));
    assert!(matches!(ended, Err(Error::Cancelled)), "{ended:?}");
    assert_eq!(journal_mode(&store), "wal");
    assert_eq!(journal(&path), 0);
    drop(store);
    is_empty_and_works(&path);
}

/// Not a test: the process that is killed below. It fills in more than finds room in its memory, says so and
/// waits.
#[test]
fn a_process_that_fills() {
    let Some(path) = std::env::var_os(FILLED) else {
        return;
    };
    let path = PathBuf::from(path);
    let mut store = Store::open(&path, Access::Write).unwrap();
    let title = "Rà soát ".repeat(100_000);
    let _ = filled(&mut store, 40, &title, |_| {
        fs::write(path.with_extension("said"), "").unwrap();
        thread::sleep(Duration::from_secs(60));
        Err(Error::Cancelled)
    });
}

#[test]
fn a_fill_that_is_killed_leaves_the_empty_database() {
    for access in [Access::Look, Access::Write] {
        let directory = tempfile::tempdir().unwrap();
        let path = database(directory.path());
        let before = fs::metadata(&path).unwrap().len();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["store::tests::filling::a_process_that_fills", "--exact"])
            .env(FILLED, &path)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while !path.with_extension("said").exists() {
            assert!(begun.elapsed() < Duration::from_secs(60));
            assert_eq!(child.try_wait().unwrap(), None);
            thread::sleep(Duration::from_millis(20));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // It was in the middle of it: the file is not what it was, and what it was lies beside it.
        assert!(fs::metadata(&path).unwrap().len() > 10 * before);
        assert!(journal(&path) > 0);
        let store = Store::open(&path, access).unwrap();
        assert_eq!(store.task(TaskId(1)).unwrap(), None);
        assert_eq!(journal(&path), 0);
        drop(store);
        is_empty_and_works(&path);
    }
}
