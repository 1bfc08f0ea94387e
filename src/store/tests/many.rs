//! Many sessions on one file.

use std::thread;

use super::{House, a_task, head_of, key, note};
use crate::domain::error::Error;
use crate::domain::task::Task;
use crate::domain::transition::Refusal;
use crate::store::db::values;
use crate::store::{Access, Kind, Store, Written, beside};

const SESSIONS: usize = 8;
const SAVES: usize = 50;

#[test]
fn what_eight_sessions_were_told_is_saved_is_in_the_log_and_nothing_else() {
    let mut house = House::new();
    let ids: Vec<_> = (0..3)
        .map(|_| house.insert(&a_task("Rà soát")).id)
        .collect();
    let begun = house.store.log(None, None, 1).unwrap()[0].id.0;
    let path = house.store.path().to_owned();
    let sessions = (0..SESSIONS).map(|session| {
        let (path, ids) = (path.clone(), ids.clone());
        thread::spawn(move || {
            let mut store = Store::open(&path, Access::Write).unwrap();
            let who = format!("cv{session}");
            let mut told = 0;
            for turn in 0..SAVES {
                let id = ids[(session + turn) % ids.len()];
                // Read before the save, as a screen does: others are sometimes faster.
                let seen = store.task(id).unwrap().unwrap();
                let after = Task {
                    urgings: seen.urgings + 1,
                    ..seen.clone()
                };
                let key = key();
                let saved = store.write(&head_of(&key, Kind::Save, &who), |w| {
                    w.save_task(&seen, &after, note("urge"))
                });
                match saved {
                    Ok(Written::Done { .. }) => told += 1,
                    Err(Error::Refused(Refusal::Changed { .. })) => {}
                    other => panic!("{other:?}"),
                }
            }
            told
        })
    });
    let sessions: Vec<_> = sessions.collect();
    let told: i64 = sessions
        .into_iter()
        .map(|session| session.join().unwrap())
        .sum();
    let verdict = house.store.verify_log(|_, _| Ok(())).unwrap();
    assert_eq!(verdict.broken, None);
    assert_eq!(verdict.rows - begun, told);
    // Some 5,000 pages were written; the log was begun anew again and again.
    let log = beside(house.store.path(), "-wal").metadata().unwrap().len();
    assert!(log < 2_500 * 4_120, "{log} bytes");
    let urged: u32 = ids
        .iter()
        .map(|id| house.store.task(*id).unwrap().unwrap().urgings)
        .sum();
    assert_eq!(i64::from(urged), told);
    assert_eq!(house.store.check_tallies().unwrap(), []);
}

#[test]
fn tasks_that_enter_together_are_found_and_so_are_those_before_and_after_them() {
    let mut house = House::new();
    house.insert(&a_task("Rà soát một"));
    house.write(|writer| {
        writer.together(|writer| {
            for title in ["Rà soát hai", "Báo cáo ba", "Rà soát bốn"] {
                writer.insert_task(&a_task(title), None, note("import"))?;
            }
            Ok(())
        })
    });
    house.insert(&a_task("Rà soát năm"));
    let found = |word: &str| {
        let sql = "SELECT rowid FROM task_fts WHERE task_fts MATCH ?1 ORDER BY rowid";
        let db = &house.store.db;
        db.rows(sql, &values![word], |row| row.number()).unwrap()
    };
    assert_eq!(found("soat"), [1, 2, 4, 5]);
    assert_eq!(found("bao"), [3]);
    // The index says of every task what the task says of itself, and nothing is left over.
    let sound = "INSERT INTO task_fts (task_fts, rank) VALUES ('integrity-check', 1)";
    house.store.db.run(sound, &[]).unwrap();
    let left = "SELECT COUNT(*) FROM meta WHERE key = 'search_later'";
    assert_eq!(house.store.db.number(left, &[]).unwrap(), 0);
}

/// Whether a COMMIT waits for the disk by itself: 2 is `FULL`.
fn synchronous(store: &Store) -> i64 {
    store.db.number("PRAGMA synchronous", &[]).unwrap()
}

#[test]
fn only_a_save_waits_for_the_disk_after_its_turn_and_whatever_became_of_it_all_else_waits_inside() {
    let mut house = House::new();
    let mut inside = 0;
    house.write(|writer| {
        inside = writer.db.number("PRAGMA synchronous", &[])?;
        Ok(())
    });
    assert_eq!(inside, 1, "its own COMMIT does not wait");
    assert_eq!(synchronous(&house.store), 2);
    house.insert(&a_task("Rà soát"));
    assert_eq!(synchronous(&house.store), 2, "saved");
    let key = key();
    let refused = house.store.write(
        &head_of(&key, Kind::Save, "cv"),
        |_| -> crate::domain::error::Result<()> { Err(Error::NotPermitted) },
    );
    assert!(refused.is_err());
    assert_eq!(synchronous(&house.store), 2, "refused");
}
