//! The proof of the log: somebody who owns the file changes it behind the program's back, and is found out, with the
//! row, the way and whose it was.

use super::{House, a_task};
use crate::domain::proof::{Breach, Claimed, Verdict};
use crate::domain::seal::{Claim, Seal};
use crate::store::chain::{self, Hash, Head};
use crate::store::db::{Db, Value, values};
use crate::store::{log, proof};

/// A log of some length, with its guards removed.
fn house() -> (House, i64) {
    let mut house = House::new();
    for number in 0..40 {
        house.insert(&a_task(&format!("Rà soát {number}")));
    }
    let whole = house.store.verify_log(|_, _| Ok(())).unwrap();
    assert!(whole.is_intact() && whole.rows > 40, "{whole:?}");
    house
        .store
        .db
        .script("DROP TRIGGER change_is_never_changed; DROP TRIGGER change_is_never_removed")
        .unwrap();
    (house, whole.rows)
}

/// What is found after something was done, which is taken back then.
fn after(house: &House, claim: Option<&Claim>, spoil: impl FnOnce(&Db)) -> Verdict {
    let db = &house.store.db;
    db.script("SAVEPOINT spoilt").unwrap();
    spoil(db);
    let found = house.store.verify_log_to(claim, |_, _| Ok(())).unwrap();
    db.script("ROLLBACK TO spoilt; RELEASE spoilt").unwrap();
    found
}

fn found(house: &House, spoil: &str) -> Vec<(Breach, i64, i64)> {
    let verdict = after(house, None, |db| db.script(spoil).unwrap());
    verdict
        .findings()
        .map(|it| (it.breach, it.from, it.to))
        .collect()
}

/// Makes the hashes anew from a row on, as somebody would who knows how; the end is noted too.
pub(super) fn chain_anew(db: &Db, from: i64) {
    let before = db
        .first(
            "SELECT hash FROM change WHERE id < ?1 ORDER BY id DESC LIMIT 1",
            &values![from],
            |row| row.bytes(),
        )
        .unwrap();
    let mut hash: Hash = before.map_or([0; 32], |it| it.try_into().unwrap());
    let mut last = 0;
    for (id, body) in proof::bodies(db, from - 1) {
        hash = chain::hash(&hash, &body);
        let row = [Value::Bytes(hash.as_slice().into()), id.into()];
        db.run("UPDATE change SET hash = ?1 WHERE id = ?2", &row)
            .unwrap();
        last = id;
    }
    log::set_head(db, Head { last, hash }).unwrap();
}

#[test]
fn a_row_that_was_changed_is_named_whatever_was_changed_in_it() {
    let (house, _) = house();
    let columns = [
        "at", "login", "origin", "what", "before", "after", "why", "document",
    ];
    for column in columns {
        let spoil = format!("UPDATE change SET {column} = {column} || 'x' WHERE id = 13");
        assert_eq!(
            found(&house, &spoil),
            [(Breach::Changed, 13, 13)],
            "{column}"
        );
    }
    let spoil = "UPDATE change SET task_id = NULL WHERE id = 13";
    assert_eq!(found(&house, spoil), [(Breach::Changed, 13, 13)]);
    let spoil = "UPDATE change SET hash = zeroblob(32) WHERE id = 13";
    assert_eq!(found(&house, spoil), [(Breach::HashChanged, 13, 13)]);
    let spoil = "UPDATE change SET hash = x'00' WHERE id = 13";
    assert_eq!(found(&house, spoil), [(Breach::HashChanged, 13, 13)]);
}

#[test]
fn bytes_that_are_no_text_are_a_finding_and_stop_nobody() {
    let (house, _) = house();
    for column in ["at", "login", "origin", "what", "before", "after"] {
        let spoil = format!("UPDATE change SET {column} = CAST(x'ff41' AS TEXT) WHERE id = 13");
        assert_eq!(
            found(&house, &spoil),
            [(Breach::Changed, 13, 13)],
            "{column}"
        );
    }
    // A log whose columns no longer say what they hold.
    let loosened = "PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(replace(sql, 'NOT NULL', ''), 'STRICT', '') WHERE name = 'change';
        PRAGMA writable_schema = RESET";
    house.store.db.script(loosened).unwrap();
    let others = [
        "operation_id = NULL",
        "why = NULL",
        "why = x'00'",
        "why = 1.5",
    ];
    for other in others {
        let spoil = format!("UPDATE change SET {other} WHERE id = 13");
        assert_eq!(
            found(&house, &spoil),
            [(Breach::Changed, 13, 13)],
            "{other}"
        );
    }
    let spoil = "UPDATE change SET hash = NULL WHERE id = 13";
    assert_eq!(found(&house, spoil), [(Breach::HashChanged, 13, 13)]);
    let spoil = "UPDATE change SET hash = 'x' WHERE id = 13";
    assert_eq!(found(&house, spoil), [(Breach::HashChanged, 13, 13)]);
}

#[test]
fn every_place_is_named_and_not_only_the_first() {
    let (house, last) = house();
    let spoil = format!(
        "UPDATE change SET why = 'x' WHERE id IN (12, 20, {last});
        DELETE FROM change WHERE id IN (15, 30, 31, 32);
        UPDATE change SET hash = zeroblob(32) WHERE id = 25"
    );
    let expected = [
        (Breach::Changed, 12, 12),
        (Breach::Removed, 15, 15),
        (Breach::Changed, 20, 20),
        (Breach::HashChanged, 25, 25),
        (Breach::Removed, 30, 32),
        (Breach::Changed, last, last),
    ];
    assert_eq!(found(&house, &spoil), expected);
}

#[test]
fn a_changed_row_is_told_with_its_task_who_and_when() {
    let (house, _) = house();
    let spoil = "UPDATE change SET why = 'x' WHERE id = 20";
    let verdict = after(&house, None, |db| db.script(spoil).unwrap());
    let trace = verdict.broken.and_then(|it| it.trace).expect("a trace");
    let sql = "SELECT task.id, task.code, change.at, change.login FROM change
        JOIN task ON task.id = change.task_id WHERE change.id = 20";
    let row = house.store.db.first(sql, &[], |row| {
        Ok((row.number()?, row.text()?, row.text()?, row.text()?))
    });
    let (task, code, at, who) = row.unwrap().expect("a row");
    assert_eq!(trace.task.map(|task| task.0), Some(task));
    assert_eq!((trace.code, trace.at, trace.who), (code, at, who));
    assert_eq!(trace.what, "create");
}

#[test]
fn a_removed_row_is_told_by_what_its_group_still_says() {
    let (house, last) = house();
    let group = |row: i64| {
        let sql = "SELECT operation.at, operation.login FROM operation
            JOIN change ON change.operation_id = operation.id WHERE change.id = ?1";
        let found = house
            .store
            .db
            .first(sql, &values![row], |row| Ok((row.text()?, row.text()?)));
        found.unwrap().expect("a group")
    };
    for (row, spoil) in [
        (20, "DELETE FROM change WHERE id = 20".to_owned()),
        (last, format!("DELETE FROM change WHERE id = {last}")),
    ] {
        let verdict = after(&house, None, |db| db.script(&spoil).unwrap());
        let trace = verdict.broken.and_then(|it| it.trace).expect("a trace");
        assert_eq!((trace.at, trace.who), group(row));
    }
}

#[test]
fn removed_rows_are_told_from_cut_ones_and_from_renumbered_ones() {
    let (house, last) = house();
    let found = |spoil: &str| found(&house, spoil);
    assert_eq!(
        found("DELETE FROM change WHERE id = 1"),
        [(Breach::Removed, 1, 1)]
    );
    assert_eq!(
        found("DELETE FROM change WHERE id BETWEEN 14 AND 16"),
        [(Breach::Removed, 14, 16)]
    );
    let cut = format!("DELETE FROM change WHERE id > {}", last - 3);
    assert_eq!(found(&cut), [(Breach::CutOff, last - 2, last)]);
    assert_eq!(found("DELETE FROM change"), [(Breach::CutOff, 1, last)]);
    for by in [1, 3] {
        let spoil = format!(
            "DELETE FROM change WHERE id >= 14 AND id < 14 + {by};
            UPDATE change SET id = id - {by} WHERE id > 14"
        );
        assert_eq!(found(&spoil), [(Breach::MovedUp(by), 14, 14)]);
    }
}

/// Puts rows in before a row, like it in everything but the hash; those behind are numbered anew.
fn put_in(before: i64, count: i64) -> String {
    let copy = |to: i64| {
        format!(
            "INSERT INTO change (id, operation_id, at, login, origin, subject, task_id, what, before, after, why,
                document, on_behalf, hash)
            SELECT {to}, operation_id, at, login, origin, subject, task_id, what, before, after, 'x', document,
                on_behalf, hash
            FROM change WHERE id = {before} - 1;"
        )
    };
    let copies: String = (before..before + count).map(copy).collect();
    format!(
        "UPDATE change SET id = -id - {count} WHERE id >= {before};
        UPDATE change SET id = -id WHERE id < 0;
        {copies}"
    )
}

#[test]
fn an_inserted_row_is_named_wherever_it_stands() {
    let (house, last) = house();
    assert_eq!(found(&house, &put_in(14, 1)), [(Breach::Inserted, 14, 14)]);
    assert_eq!(found(&house, &put_in(14, 5)), [(Breach::Inserted, 14, 18)]);
    let behind = put_in(last + 1, 2);
    assert_eq!(
        found(&house, &behind),
        [
            (Breach::Changed, last + 1, last + 1),
            (Breach::Changed, last + 2, last + 2),
            (Breach::Appended, last + 1, last + 2)
        ]
    );
    // One that knows how to make the hash of its row, but not those of all that follow.
    let verdict = after(&house, None, |db| {
        db.script(&put_in(14, 1)).unwrap();
        let (_, body) = proof::bodies(db, 13).into_iter().next().expect("a row");
        let sql = "SELECT hash FROM change WHERE id = 13";
        let before = db.first(sql, &[], |row| row.bytes()).unwrap();
        let before: Hash = before.expect("a hash").try_into().unwrap();
        let hash = chain::hash(&before, &body);
        let row = [Value::Bytes(hash.as_slice().into())];
        db.run("UPDATE change SET hash = ?1 WHERE id = 14", &row)
            .unwrap();
    });
    let ways: Vec<_> = verdict.findings().map(|it| (it.breach, it.from)).collect();
    assert_eq!(ways, [(Breach::Inserted, 14)]);
    for row in [-3, 0, i64::MIN] {
        let below = format!("UPDATE change SET id = {row} WHERE id = 1");
        assert_eq!(
            found(&house, &below),
            [(Breach::Inserted, row, row), (Breach::Removed, 1, 1)]
        );
    }
}

#[test]
fn two_rows_in_each_others_place_are_told_with_and_without_their_hashes() {
    let (house, _) = house();
    let with = "UPDATE change SET id = -1 WHERE id = 14; UPDATE change SET id = 14 WHERE id = 15;
        UPDATE change SET id = 15 WHERE id = -1";
    assert_eq!(found(&house, with), [(Breach::Swapped, 14, 15)]);
    let without = format!(
        "CREATE TEMP TABLE kept AS SELECT id, hash FROM change WHERE id IN (14, 15);
        {with};
        UPDATE change SET hash = (SELECT hash FROM kept WHERE kept.id = change.id) WHERE id IN (14, 15);
        DROP TABLE kept"
    );
    assert_eq!(found(&house, &without), [(Breach::Swapped, 14, 15)]);
}

#[test]
fn a_log_that_is_gone_altogether_is_no_empty_one() {
    let (house, _) = house();
    let gone = [(Breach::Gone, 0, 0)];
    let all = "DELETE FROM change;";
    let unnoted = format!("{all} DELETE FROM meta WHERE key = 'log_head'");
    assert_eq!(found(&house, &unnoted), gone);
    let empty = Head::EMPTY.to_text();
    let noted = format!("{all} UPDATE meta SET value = '{empty}' WHERE key = 'log_head'");
    assert_eq!(found(&house, &noted), gone);
    let directory = tempfile::tempdir().unwrap();
    let fresh = crate::store::Store::create(&directory.path().join("x.db")).unwrap();
    let fresh = fresh.verify_log(|_, _| Ok(())).unwrap();
    assert!(fresh.is_intact(), "{fresh:?}");
}

#[test]
fn the_noted_end_is_held_against_the_last_row() {
    let (house, last) = house();
    let end = [(Breach::End, last, last)];
    assert_eq!(
        found(&house, "DELETE FROM meta WHERE key = 'log_head'"),
        end
    );
    assert_eq!(
        found(&house, "UPDATE meta SET value = 'x' WHERE key = 'log_head'"),
        end
    );
    let spoil =
        "UPDATE meta SET value = substr(value, 1, length(value) - 1) || 'z' WHERE key = 'log_head'";
    assert_eq!(found(&house, spoil), end);
    let spoil = format!("UPDATE change SET hash = zeroblob(32) WHERE id = {last}");
    assert_eq!(found(&house, &spoil), [(Breach::HashChanged, last, last)]);
}

#[test]
fn a_log_that_was_written_anew_is_found_by_a_seal_that_was_kept_outside() {
    let (house, last) = house();
    let seal = house.store.seal().unwrap();
    let claim = |seal: &Seal| Claim::read(&seal.short()).unwrap();
    let kept = claim(&seal);
    let held = after(&house, Some(&kept), |_| ());
    assert_eq!(held.claimed, Some(Claimed::Holds(last)));
    assert!(held.is_intact());
    // Everything is consistent in itself; only the outside knows.
    let anew = after(&house, Some(&kept), |db| {
        db.script("UPDATE change SET why = 'x' WHERE id = 14")
            .unwrap();
        chain_anew(db, 14);
    });
    assert_eq!(anew.broken, None);
    assert!(matches!(anew.claimed, Some(Claimed::Differs(ref now)) if now.row == last));
    assert!(!anew.is_intact());
    let earlier = claim(&house.store.seal_of(13).unwrap().unwrap());
    let before = after(&house, Some(&earlier), |db| {
        db.script("UPDATE change SET login = 'x' WHERE id = 14")
            .unwrap();
        chain_anew(db, 14);
    });
    assert_eq!(before.claimed, Some(Claimed::Holds(13)));
    // Changed without making any hash anew: the row that was kept has its hash, and what it stood for is gone.
    for (row, claimed) in [
        (12, Claimed::Doubtful(13)),
        (13, Claimed::Doubtful(13)),
        (14, Claimed::Holds(13)),
    ] {
        let spoilt = after(&house, Some(&earlier), |db| {
            db.script(&format!("UPDATE change SET login = 'x' WHERE id = {row}"))
                .unwrap();
        });
        assert_eq!(spoilt.claimed, Some(claimed), "{row}");
        assert!(!spoilt.is_intact());
    }
    let cut = after(&house, Some(&kept), |db| {
        db.script(&format!("DELETE FROM change WHERE id = {last}"))
            .unwrap();
        chain_anew(db, 14);
    });
    assert_eq!(
        (cut.broken, cut.claimed),
        (None, Some(Claimed::Beyond(last)))
    );
    // Without its row it is looked for.
    let digits = Claim::read(&seal.hash).unwrap();
    let found = after(&house, Some(&digits), |_| ());
    assert_eq!(found.claimed, Some(Claimed::Holds(last)));
    let strange = Claim::read(&"0123456789abcdef".repeat(4)).unwrap();
    let found = after(&house, Some(&strange), |_| ());
    assert_eq!(found.claimed, Some(Claimed::Nowhere));
}

#[test]
fn the_last_rows_are_proved_by_themselves() {
    let (house, last) = house();
    let recent = house.store.verify_recent(10).unwrap();
    assert_eq!((recent.rows, recent.broken), (10, None));
    let db = &house.store.db;
    let spoil = format!("UPDATE change SET why = 'x' WHERE id IN (5, {last} - 2)");
    db.script(&spoil).unwrap();
    let recent = house.store.verify_recent(10).unwrap();
    let rows: Vec<_> = recent.findings().map(|it| it.from).collect();
    assert_eq!(rows, [last - 2]);
    let all = house.store.verify_recent(1_000).unwrap();
    assert_eq!(all.findings().count(), 2);
}

#[test]
fn a_group_that_says_something_else_than_its_rows_is_found() {
    let (house, _) = house();
    for (column, value) in [
        ("at", "2023-01-01T00:00:00.000Z"),
        ("login", "x"),
        ("origin", "x"),
    ] {
        let spoil = format!(
            "UPDATE operation SET {column} = '{value}' WHERE id = (SELECT operation_id FROM change WHERE id = 20)"
        );
        assert_eq!(found(&house, &spoil), [(Breach::Group, 20, 20)], "{column}");
    }
    // Of one who knows how to make the hashes anew.
    let verdict = after(&house, None, |db| {
        db.script("UPDATE change SET login = 'x' WHERE id = 20")
            .unwrap();
        chain_anew(db, 20);
    });
    let ways: Vec<_> = verdict.findings().map(|it| (it.breach, it.from)).collect();
    assert_eq!(ways, [(Breach::Group, 20)]);
    // Of very many it is counted how many: a row that was changed has been spoken of by then.
    let all = "UPDATE operation SET login = 'x'; UPDATE change SET why = 'x' WHERE id = 1";
    let all = after(&house, None, |db| db.script(all).unwrap());
    let groups = house.store.db.number("SELECT COUNT(*) FROM operation", &[]);
    assert_eq!(all.total() as i64, groups.unwrap(), "{all:?}");
    assert!(all.more > 0 && all.findings().count() < 10, "{all:?}");
    let gone = "PRAGMA defer_foreign_keys = ON;
        UPDATE operation SET id = 9999 WHERE id = (SELECT operation_id FROM change WHERE id = 20)";
    assert_eq!(found(&house, gone), [(Breach::Group, 20, 20)]);
}
