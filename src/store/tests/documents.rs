//! Documents of older databases, and the plans of what counts them.

use crate::domain::calendar::Calendar;
use crate::domain::owed::State;
use crate::domain::period::Period;
use crate::store::db::{Db, Mode};
use crate::store::sqlite::schema;

use super::{House, a_task, day, due};

#[test]
fn an_older_database_finds_its_documents_in_every_spelling_and_keeps_those_entered_twice() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("old.db");
    std::fs::write(&path, "").unwrap();
    let db = Db::open(&path, Mode::Write).unwrap();
    schema::migrate_to(&db, 8).unwrap();
    let rows = [
        (1, "26-NQ/TW", "26 nq tw", "NQ26/18"),
        (2, "026 - NQ/TƯ", "026 nq tu", "NQ26-TU/18"),
        (3, "9125/KH-UBND", "9125 kh ubnd", "KH9125/23"),
    ];
    for (id, symbol, key, code) in rows {
        db.script(&format!(
            "INSERT INTO document VALUES ({id}, '', '{symbol}', '{key}', '2018-05-19', '', '', '{code}')"
        ))
        .unwrap();
    }
    schema::migrate(&db).unwrap();
    let sql = "SELECT symbol_key FROM document WHERE id <> 0 ORDER BY id";
    let keys = db.rows(sql, &[], |row| row.text()).unwrap();
    assert_eq!(keys, ["26-nq/tw", "26-nq/tw", "9125/kh-ubnd"]);
    let sql = "SELECT bases, skips_confirmation FROM document WHERE id = 1";
    let new = db
        .first(sql, &[], |row| Ok((row.text()?, row.is()?)))
        .unwrap();
    assert_eq!(new, Some((String::new(), false)));
}

#[test]
fn what_documents_owed_documents_and_long_tasks_are_counted_by_is_an_index() {
    let mut house = House::new();
    for number in 1..=9 {
        let mut task = due(a_task("Báo cáo"), &format!("2023-03-0{number}"));
        task.owes_document = true;
        house.insert(&task);
    }
    house.store.db.script("ANALYZE").unwrap();
    let calendar = Calendar::default();
    let today = day(&calendar, "2023-03-05");
    house.store.db.witness.asked.borrow_mut().clear();
    let store = &house.store;
    let owed = store.owed(None, &today).unwrap();
    assert_eq!((owed[0].overdue, owed[0].pending), (4, 5));
    let period = Period::new("2023-03-01".parse().unwrap(), "2023-03-06".parse().unwrap());
    let owed = store.owed(period, &today).unwrap();
    assert_eq!((owed[0].overdue, owed[0].pending), (4, 2));
    for state in State::ALL {
        store
            .owing_tasks(state, None, None, None, &today, 20)
            .unwrap();
    }
    store.document_counts(&today).unwrap();
    store.ongoing([today.today; 3]).unwrap();
    store.ongoing_tasks(None, None, 20).unwrap();
    store.series_records(None, &today).unwrap();
    let asked = store.db.witness.asked.take();
    assert!(asked.len() > 9);
    for sql in asked {
        let values: Vec<_> = (1..)
            .take_while(|number| sql.contains(&format!("?{number}")))
            .map(|_| crate::store::db::Value::Null)
            .collect();
        let plan = format!("EXPLAIN QUERY PLAN {sql}");
        let lines = store.db.rows(&plan, &values, |row| {
            for _ in 0..3 {
                row.number()?;
            }
            row.text()
        });
        for line in lines.unwrap() {
            assert!(
                !line.starts_with("SCAN task") || line.contains("INDEX"),
                "{sql}: {line}"
            );
        }
    }
}
