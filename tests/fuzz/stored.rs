//! Odd values in the database, as another program or a damaged page may leave them: every question is answered or
//! refused, and nothing panics.

use std::fs;
use std::path::Path;
use std::time::Duration;

use cchc::domain::id::TaskId;
use cchc::domain::query::{Anchor, Filter, Order, Query};
use cchc::store::{Access, Store};
use cchc::work::request::Request;
use cchc::work::sample;
use cchc::work::session::{Session, SessionSetup};
use chrono::{TimeZone, Utc};
use rusqlite::{Connection, params};

use crate::{dice, seeds, survives};

/// Columns that hold JSON, or a language of ours.
const COLUMNS: [(&str, &str); 16] = [
    ("task", "more"),
    ("task", "doubts"),
    ("task", "recurrence"),
    ("task", "status"),
    ("task", "kind"),
    ("task", "due"),
    ("task", "supporting"),
    ("change", "before"),
    ("change", "after"),
    ("change", "at"),
    ("change", "what"),
    ("document", "bases"),
    ("indicator", "bound"),
    ("indicator", "agencies"),
    ("agency", "successors"),
    ("reading", "period"),
];

const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "true",
    "-1",
    "1e999",
    "99999999999999999999",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"due\":",
    "\"stages\":",
    "2023-02-30",
    "0000-00-00",
    "9999-12-31",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "RDATE=",
    ";1;",
    "done",
];

fn questions() -> Vec<Request> {
    let page = |order| Request::Page {
        query: Query {
            filter: Filter::default(),
            order,
        },
        anchor: Anchor::First,
        limit: 500,
    };
    vec![
        Request::Home,
        Request::Agencies,
        page(Order::Urgency),
        Request::Sheet { id: TaskId(21) },
        Request::Sheet { id: TaskId(1) },
        Request::Log {
            task: None,
            before: None,
            limit: 500,
        },
        Request::Log {
            task: Some(TaskId(21)),
            before: None,
            limit: 50,
        },
        Request::Views,
        Request::NextUndo,
        Request::Batches { limit: 10 },
    ]
}

fn ask_all(path: &Path) {
    let Ok(store) = Store::open(path, Access::Write) else {
        return;
    };
    let setup = SessionSetup {
        login: "cv.snv".to_owned(),
        today: None,
        origin: "test".to_owned(),
        is_own_file: false,
        files: cchc::work::files::Files::Anywhere,
        is_named: false,
        clock: Box::new(|| Utc.with_ymd_and_hms(2023, 6, 15, 3, 0, 0).unwrap()),
    };
    let Ok(mut session) = Session::open(store, setup) else {
        return;
    };
    for question in questions() {
        // Answered or refused: both are right here.
        let _ = session.answer(&question).is_ok();
    }
    let _ = session.store().verify_log(|_, _| Ok(())).is_ok();
}

#[test]
fn odd_values_in_the_database_are_answered_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let sound = folder.path().join("sound.db");
    drop(sample::make(&sound).unwrap());
    let path = folder.path().join("odd.db");
    for seed in seeds(1).step_by(4) {
        let mut random = fastrand::Rng::with_seed(seed);
        fs::copy(&sound, &path).unwrap();
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(folder.path().join(format!("odd.db{ending}")));
        }
        let db = Connection::open(&path).unwrap();
        db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let mut guards = db
            .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            .unwrap();
        let names: Vec<String> = guards
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        drop(guards);
        for name in names {
            db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        }
        for _ in 0..random.usize(1..4) {
            let (table, column) = COLUMNS[random.usize(..COLUMNS.len())];
            let old: Option<String> = db
                .query_row(
                    &format!("SELECT {column} FROM {table} WHERE {column} <> '' LIMIT 1"),
                    [],
                    |row| row.get(0),
                )
                .ok();
            let odd = dice::text(&mut random, WORDS, &[old.as_deref().unwrap_or("{}")]);
            let one_in = random.i64(1..50);
            let sql = format!(
                "UPDATE OR IGNORE {table} SET {column} = ?1 WHERE rowid % ?2 = 0 OR rowid IN (1, 21)"
            );
            let _ = db.execute(&sql, params![odd, one_in]);
        }
        drop(db);
        survives("a database", seed, Duration::from_secs(60), || {
            ask_all(&path)
        });
    }
}
