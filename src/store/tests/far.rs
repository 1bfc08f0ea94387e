//! Numbers that nobody gave: rows far from all others, at both ends of what a number can be, and groups that take one
//! another back in a circle. Nothing goes through what is between, nothing overflows, and the proof names the row.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::heads::old_house;
use super::standing::spoilt;
use super::{CREATE, House, a_task, date, head, key};
use crate::domain::error::Error;
use crate::domain::id::TaskId;
use crate::store::db::values;
use crate::store::{Access, Kind, Store};

/// Numbers beside those that were given.
const FAR: [i64; 5] = [1 << 60, i64::MAX, 0, -7, i64::MIN];

/// What takes no time at all is done, or it is said what never ends.
fn in_time<T: Send + 'static>(what: &str, does: impl FnOnce() -> T + Send + 'static) -> T {
    let (give, got) = mpsc::channel();
    thread::spawn(move || {
        let _ = give.send(does());
    });
    got.recv_timeout(Duration::from_secs(30))
        .unwrap_or_else(|why| panic!("{what}: {why}"))
}

/// A row once more, under another number.
fn copied(house: &House, table: &str, far: i64) -> String {
    let sql = "SELECT name FROM pragma_table_info(?1) ORDER BY cid";
    let names = house.store.db.rows(sql, &values![table], |row| row.text());
    let names = names.unwrap();
    let taken = names.iter().map(|name| match (table, name.as_str()) {
        (_, "id") => format!("{far}"),
        ("task", "code") | (_, "code_key" | "key") => "'far'".to_owned(),
        ("task", "same_key") => "NULL".to_owned(),
        _ => name.clone(),
    });
    let taken: Vec<String> = taken.collect();
    format!(
        "INSERT INTO {table} ({}) SELECT {} FROM {table} WHERE id = 3",
        names.join(", "),
        taken.join(", ")
    )
}

#[test]
fn an_old_database_with_numbers_far_away_is_brought_up_to_date_and_they_are_named() {
    for (table, far) in FAR
        .into_iter()
        .flat_map(|far| [("operation", far), ("task", far)])
    {
        let house = old_house();
        let spoil = copied(&house, table, far);
        house.store.db.script(&spoil).unwrap();
        let path = house.store.path().to_owned();
        let what = format!("{table} {far}");
        let store = in_time(&what, move || Store::open(&path, Access::Write)).unwrap();
        let sql = "SELECT COUNT(*) FROM old_sum";
        let sums = store.db.number(sql, &[]).unwrap();
        assert!((1..8).contains(&sums), "{what}: {sums}");
        let named: Vec<String> = match table {
            "task" => {
                let found = store.check_replay(|_, _| Ok(())).unwrap();
                found
                    .named()
                    .iter()
                    .map(|it| it.task.0.to_string())
                    .collect()
            }
            _ => {
                let found = store.check_frame().unwrap();
                found.named().iter().map(|it| it.name.clone()).collect()
            }
        };
        assert_eq!(named, [far.to_string()], "{what}");
    }
}

#[test]
fn a_row_with_a_number_far_away_is_named_and_nothing_takes_longer_for_it() {
    for far in FAR {
        for table in ["operation", "task", "change"] {
            let mut house = House::new();
            for number in 0..5 {
                house.insert(&a_task(&format!("Rà soát {number}")));
            }
            let spoil = copied(&house, table, far);
            house.store.db.script(&spoil).unwrap();
            let what = format!("{table} {far}");
            let told = in_time(&what, move || {
                let store = &house.store;
                let verdict = store.verify_log(|_, _| Ok(())).unwrap();
                store.verify_recent(10).unwrap();
                let replay = store.check_replay(|_, _| Ok(())).unwrap();
                let frame = store.check_frame().unwrap();
                store.check_counters().unwrap();
                assert!(store.is_search_right().unwrap());
                store.extent().unwrap();
                assert_eq!(store.fork(store).unwrap().others, 0);
                store
                    .as_of(date("2023-03-01"), "own_day", |_, _| Ok(()))
                    .unwrap();
                store
                    .as_of(date("2020-03-01"), "own_day", |_, _| Ok(()))
                    .unwrap();
                let rows = verdict.findings().any(|it| it.from == far || it.to == far);
                let task = replay.named().iter().any(|it| it.task.0 == far);
                let group = frame.named().iter().any(|it| it.name == far.to_string());
                let saved = house.store.write(&head(&key(), Kind::Save), |writer| {
                    writer.insert_task(&a_task("Sau"), None, CREATE)
                });
                // After the greatest of all numbers there is none.
                if far == i64::MAX && table != "change" {
                    assert!(matches!(saved, Err(Error::Damaged(_))), "{saved:?}");
                } else {
                    saved.unwrap();
                }
                (rows, task, group)
            });
            let expected = match table {
                "change" => told.0,
                "task" => told.1,
                _ => told.2,
            };
            assert!(expected, "{what}: {told:?}");
        }
    }
}

#[test]
fn an_end_of_the_log_noted_far_away_is_named_and_nobody_writes_behind_it() {
    let mut house = House::new();
    for far in FAR.into_iter().filter(|far| *far != 0) {
        let spoil = format!(
            "UPDATE meta SET value = '{far}' || substr(value, instr(value, ' ')) WHERE key = 'log_head'"
        );
        let verdict = spoilt(&house, &spoil, || house.store.verify_log(|_, _| Ok(())));
        assert!(!verdict.unwrap().is_intact(), "{far}");
    }
    let spoil = format!(
        "UPDATE meta SET value = '{}' || substr(value, instr(value, ' ')) WHERE key = 'log_head'",
        i64::MAX
    );
    house.store.db.script(&spoil).unwrap();
    let saved = house.store.write(&head(&key(), Kind::Save), |writer| {
        writer.insert_task(&a_task("Sau"), None, CREATE)
    });
    assert!(matches!(saved, Err(Error::Damaged(_))), "{saved:?}");
}

#[test]
fn a_version_that_is_the_last_of_all_is_named_and_saves_end_there() {
    let mut house = House::new();
    let task = house.insert(&a_task("Rà soát"));
    let spoil = format!("UPDATE task SET row_version = {}", i64::MAX);
    house.store.db.script(&spoil).unwrap();
    let found = house.store.check_replay(|_, _| Ok(())).unwrap();
    assert_eq!(found.named().first().map(|it| it.task), Some(task.id));
    let saved = house.store.write(&head(&key(), Kind::Save), |writer| {
        let task = writer.task(TaskId(1))?.expect("a task");
        let mut after = task.clone();
        after.title = "khác".to_owned();
        writer.save_task(&task, &after, CREATE)
    });
    assert!(matches!(saved, Err(Error::Damaged(_))), "{saved:?}");
}

#[test]
fn groups_that_take_one_another_back_in_a_circle_keep_nobody_busy() {
    let house = old_house();
    let spoil = "UPDATE operation SET undoes = 8, kind = 'undo' WHERE id = 6;
        UPDATE operation SET undoes = 6, kind = 'undo' WHERE id = 8;
        UPDATE operation SET undoes = 7, kind = 'redo' WHERE id = 7";
    house.store.db.script(spoil).unwrap();
    let faults = in_time("a circle", move || {
        let store = &house.store;
        store.check_replay(|_, _| Ok(())).unwrap();
        store
            .as_of(date("2020-03-01"), "own_day", |_, _| Ok(()))
            .unwrap();
        store.check_frame().unwrap().total()
    });
    assert!(faults > 0);
}
