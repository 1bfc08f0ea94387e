//! Groups, keys and versions against what the log seals and tells of them, and against sums where they are older.

use super::proof::chain_anew;
use super::standing::{said, spoilt};
use super::{CREATE, House, a_task, head, key, note, written};
use crate::domain::error::Error;
use crate::domain::id::OperationId;
use crate::domain::proof::Breach;
use crate::domain::task::Task;
use crate::store::db::{Db, values};
use crate::store::{Access, FrameFault, Kind, Standing, Store};

/// Three tasks, of which the last was changed; that was taken back and done again, and taken back once more.
fn house() -> House {
    let mut house = House::new();
    for number in 0..2 {
        house.insert(&a_task(&format!("Rà soát {number}")));
    }
    let task = house.write(|writer| writer.insert_task(&a_task("Sửa"), Some("cv/1/stc"), CREATE));
    let noted = Task {
        progress: Some(40),
        ..task.clone()
    };
    house.write(|writer| writer.save_task(&task, &noted, note("progress")));
    let group = OperationId(last(&house));
    let put = |house: &mut House, kind, what, task: &Task| {
        let key = key();
        let head = crate::store::Head {
            summary: what,
            ..head(&key, kind)
        };
        let saved = house.store.write(&head, |writer| {
            let now = writer.task(task.id)?.expect("a task");
            let is_void = what == "undo";
            writer.save_back(&now, task, note(what), group, is_void)
        });
        written(saved.unwrap());
        OperationId(last(house))
    };
    let undo = put(&mut house, Kind::Undo(group), "undo", &task);
    let redo = put(&mut house, Kind::Redo(undo), "redo", &noted);
    put(&mut house, Kind::Undo(redo), "undo", &task);
    house
}

fn last(house: &House) -> i64 {
    let sql = "SELECT MAX(id) FROM operation";
    house.store.db.number(sql, &[]).unwrap()
}

/// What is found of the frame after something was done, each in a line; what was done is taken back.
fn found(house: &House, spoil: &str) -> Vec<String> {
    let found = spoilt(house, spoil, || house.store.check_frame().unwrap());
    found.named().iter().map(line).collect()
}

fn line(fault: &FrameFault) -> String {
    let how = match &fault.how {
        Standing::Changed(fields) => fields.iter().map(said).collect::<Vec<_>>().join("; "),
        Standing::Gone => "gone".to_owned(),
        Standing::Unlogged => "unlogged".to_owned(),
    };
    format!("{} {}: {how}", fault.what, fault.name)
}

#[test]
fn whatever_is_changed_in_a_group_is_named_with_what_the_log_says() {
    let house = house();
    assert_eq!(found(&house, ""), [""; 0]);
    // Of the five saves the last was taken back by 6, that by 7, and that by 8.
    for (spoil, says) in [
        (
            "summary = 'x' WHERE id = 8",
            "operation 8: summary: undo -> x",
        ),
        (
            "summary = '' WHERE id = 7",
            "operation 7: summary: redo -> ",
        ),
        (
            "kind = 'frame' WHERE id = 4",
            "operation 4: kind: save -> frame",
        ),
        (
            "kind = 'bulk' WHERE id = 1",
            "operation 1: kind: save -> bulk",
        ),
        ("batch_id = 9 WHERE id = 3", "operation 3: batch:  -> 9"),
        (
            "undone_by = 3 WHERE id = 2",
            "operation 2: undone_by:  -> 3",
        ),
        (
            "undone_by = NULL WHERE id = 5",
            "operation 5: undone_by: 6 -> ",
        ),
        (
            "undone_by = NULL WHERE id = 7",
            "operation 7: undone_by: 8 -> ",
        ),
        (
            "undone_by = 8 WHERE id = 5",
            "operation 5: undone_by: 6 -> 8",
        ),
        (
            "undone_by = 4 WHERE id = 8",
            "operation 8: undone_by:  -> 4",
        ),
        ("undoes = 4 WHERE id = 6", "operation 6: undoes: 5 -> 4"),
        ("undoes = NULL WHERE id = 8", "operation 8: undoes: 7 -> "),
        ("undoes = 2 WHERE id = 3", "operation 3: undoes:  -> 2"),
    ] {
        let spoil = format!("UPDATE operation SET {spoil}");
        assert_eq!(found(&house, &spoil), [says], "{spoil}");
    }
    let changed = found(&house, "UPDATE operation SET key = 'x' WHERE id = 2");
    let [only] = changed.as_slice() else {
        panic!("{changed:?}")
    };
    assert!(
        only.starts_with("operation 2: key: ") && only.ends_with(" -> x"),
        "{only}"
    );
}

#[test]
fn a_group_that_is_gone_put_in_or_renumbered_is_found() {
    let house = house();
    let put_in = "INSERT INTO operation (id, key, at, login, origin, kind, undoes, summary)
        SELECT 99, 'x', at, login, origin, 'undo', 4, summary FROM operation WHERE id = 8";
    // It takes nothing back: the log does not know it. Who marks the other as taken back is found too.
    assert_eq!(
        found(&house, put_in),
        ["operation 99: unlogged", "operation 4: undone_by: 99 -> "]
    );
    let renumbered = "UPDATE operation SET id = 99 WHERE id = 4";
    assert_eq!(found(&house, renumbered), ["operation 99: unlogged"]);
    let chain = |spoil: &str| {
        let verdict = spoilt(&house, spoil, || house.store.verify_log(|_, _| Ok(())));
        let verdict = verdict.unwrap();
        verdict.findings().map(|it| it.breach).collect::<Vec<_>>()
    };
    assert_eq!(chain(renumbered), [Breach::Group]);
    assert_eq!(chain("DELETE FROM operation WHERE id = 4"), [Breach::Group]);
}

#[test]
fn what_a_row_seals_cannot_be_changed_without_breaking_the_chain() {
    let house = house();
    let guard = "DROP TRIGGER change_is_never_changed;";
    for spoil in [
        "seals = NULL WHERE id = (SELECT MIN(id) FROM change WHERE operation_id = 4)",
        "seals = replace(seals, 'save', 'bulk') WHERE id = (SELECT MIN(id) FROM change WHERE operation_id = 4)",
        "seals = '{}' WHERE seals IS NULL AND id = 3",
    ] {
        let spoil = format!("{guard} UPDATE change SET {spoil}");
        let verdict = spoilt(&house, &spoil, || house.store.verify_log(|_, _| Ok(())));
        let verdict = verdict.unwrap();
        let ways: Vec<_> = verdict.findings().map(|it| it.breach).collect();
        assert_eq!(ways, [Breach::Changed], "{spoil}");
    }
}

#[test]
fn a_version_or_key_of_a_task_that_the_log_does_not_tell_is_named() {
    let house = house();
    let fields = |spoil: &str| -> Vec<String> {
        let spoil = format!("UPDATE task SET {spoil}");
        let found = spoilt(&house, &spoil, || house.store.check_replay(|_, _| Ok(())));
        let found = found.unwrap();
        let of = |it: &crate::store::ReplayFault| match &it.how {
            crate::store::Differs::Row(Standing::Changed(fields)) => {
                fields.iter().map(said).collect::<Vec<_>>().join("; ")
            }
            other => format!("{other:?}"),
        };
        found.named().iter().map(of).collect()
    };
    assert_eq!(
        fields("row_version = 9 WHERE id = 3"),
        ["row_version: 5 -> 9"]
    );
    assert_eq!(
        fields("row_version = 0 WHERE id = 1"),
        ["row_version: 1 -> 0"]
    );
    assert_eq!(
        fields("same_key = 'x' WHERE id = 3"),
        ["same_key: cv/1/stc -> x"]
    );
    assert_eq!(
        fields("same_key = NULL WHERE id = 3"),
        ["same_key: cv/1/stc -> "]
    );
    assert_eq!(fields("same_key = 'x' WHERE id = 1"), ["same_key:  -> x"]);
}

/// Makes of a database what an older program would have made of it: rows of the log seal nothing.
fn grow_old(db: &Db) {
    db.script(
        "DROP TRIGGER change_is_never_changed;
        ALTER TABLE change DROP COLUMN seals;
        ALTER TABLE change ADD COLUMN seals TEXT",
    )
    .unwrap();
    chain_anew(db, 1);
    db.script(
        "ALTER TABLE change DROP COLUMN seals;
        DROP TABLE old_sum;
        CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON change
        BEGIN
            SELECT RAISE(ABORT, 'the log is only appended to');
        END;
        PRAGMA user_version = 16",
    )
    .unwrap();
}

/// A database that an older program made.
pub(super) fn old_house() -> House {
    let house = house();
    grow_old(&house.store.db);
    house
}

/// The same, brought up to date, with a save after.
fn renewed() -> House {
    let mut house = old_house();
    let path = house.store.path().to_owned();
    house.store = Store::open(&path, Access::Write).unwrap();
    house.insert(&a_task("Sau khi nâng cấp"));
    house
}

#[test]
fn a_log_of_an_older_program_holds_as_it_is_and_after_it_was_brought_up_to_date() {
    let house = old_house();
    let path = house.store.path().to_owned();
    let looked = Store::open(&path, Access::Look).unwrap();
    let sound = |store: &Store| {
        let verdict = store.verify_log(|_, _| Ok(())).unwrap();
        assert!(verdict.is_intact(), "{verdict:?}");
        let replay = store.check_replay(|_, _| Ok(())).unwrap();
        assert_eq!(replay.named(), []);
        assert_eq!(store.check_frame().unwrap().named(), []);
        assert_eq!(store.check_schema().unwrap(), []);
        verdict.seal
    };
    let seal = sound(&looked);
    drop((looked, house));
    let house = renewed();
    sound(&house.store);
    let kept = house.store.seal_of(seal.row).unwrap();
    assert_eq!(kept.map(|kept| kept.row), Some(seal.row));
    // Sealed once, and noted no more.
    let sql = "SELECT COUNT(*) FROM change WHERE seals LIKE '%\"sums\":%'";
    assert_eq!(house.store.db.number(sql, &[]).unwrap(), 1);
    let sql = "SELECT COUNT(*) FROM meta WHERE key = 'unsealed_sums'";
    assert_eq!(house.store.db.number(sql, &[]).unwrap(), 0);
}

#[test]
fn what_an_older_program_wrote_is_held_against_its_rows_where_nothing_seals_it() {
    let house = old_house();
    for (spoil, says) in [
        (
            "undone_by = 3 WHERE id = 2",
            "operation 2: undone_by:  -> 3",
        ),
        (
            "undone_by = NULL WHERE id = 5",
            "operation 5: undone_by: 6 -> ",
        ),
        (
            "kind = 'save' WHERE id = 8",
            "operation 8: kind: undo -> save",
        ),
        (
            "kind = 'undo' WHERE id = 7",
            "operation 7: kind: redo -> undo",
        ),
        ("kind = 'x' WHERE id = 2", "operation 2: kind:  -> x"),
        ("kind = 'undo' WHERE id = 2", "operation 2: kind:  -> undo"),
    ] {
        let spoil = format!("UPDATE operation SET {spoil}");
        assert_eq!(found(&house, &spoil), [says], "{spoil}");
    }
}

#[test]
fn what_is_older_than_the_seals_is_held_against_sums_that_a_row_seals() {
    let house = renewed();
    let only = |spoil: &str| {
        let found = found(&house, spoil);
        let [only] = found.as_slice() else {
            panic!("{spoil}: {found:?}")
        };
        only.clone()
    };
    for (spoil, among) in [
        ("summary = 'x' WHERE id = 4", "1-5"),
        ("key = 'x' WHERE id = 5", "1-5"),
        ("kind = 'bulk' WHERE id = 1", "1-5"),
        ("batch_id = 1 WHERE id = 6", "6-8"),
        ("summary = 'x' WHERE id = 8", "6-8"),
    ] {
        let says = only(&format!("UPDATE operation SET {spoil}"));
        let among = format!("old_operations {among}: sum: ");
        assert!(says.starts_with(&among), "{spoil}: {says}");
    }
    for spoil in [
        "UPDATE task SET same_key = 'x' WHERE id = 3",
        "UPDATE task SET same_key = NULL WHERE id = 3",
        "UPDATE task SET same_key = 'x' WHERE id = 1",
    ] {
        let says = only(spoil);
        assert!(says.starts_with("old_same_keys 1-3: sum: "), "{says}");
    }
    // What came later is told by itself.
    let later = "UPDATE operation SET summary = 'x' WHERE id = 9";
    assert_eq!(only(later), "operation 9: summary:  -> x");
    // The sums are themselves sealed: made anew, removed, or stretched over what is younger.
    let sums = "old_sums : ";
    assert_eq!(only("DELETE FROM old_sum WHERE what = 'same_key'"), sums);
    let stretched = found(
        &house,
        "UPDATE old_sum SET last = 9 WHERE what = 'group' AND last = 8",
    );
    assert!(stretched.contains(&sums.to_owned()), "{stretched:?}");
    assert_eq!(only("DELETE FROM old_sum"), sums);
    let made_anew = "UPDATE operation SET summary = 'x' WHERE id = 4; DELETE FROM old_sum";
    let made_anew = spoilt(&house, made_anew, || {
        crate::store::seals::take_sums(&house.store.db).unwrap();
        house.store.check_frame().unwrap()
    });
    let made_anew: Vec<_> = made_anew.named().iter().map(line).collect();
    assert!(made_anew.contains(&sums.to_owned()), "{made_anew:?}");
}

#[test]
fn sums_put_into_a_database_that_needs_none_are_found() {
    let house = house();
    let put_in = spoilt(&house, "", || {
        crate::store::seals::take_sums(&house.store.db).unwrap();
        let found = house.store.check_frame().unwrap();
        let sql = "DELETE FROM meta WHERE key = ?1";
        house.store.db.run(sql, &values!["unsealed_sums"]).unwrap();
        found
    });
    let lines: Vec<_> = put_in.named().iter().map(line).collect();
    assert_eq!(lines, ["old_sums : "]);
}

/// What a session of an older program saves that was on while the schema was brought up to date: its rows seal nothing.
fn save_as_older(house: &mut House, same_key: &str) {
    let db = &house.store.db;
    let first = 1 + db.number("SELECT MAX(id) FROM change", &[]).unwrap();
    let sql = "SELECT COUNT(*) FROM meta WHERE key = 'unsealed_sums'";
    let is_unsealed = db.number(sql, &[]).unwrap() > 0;
    house.write(|writer| writer.insert_task(&a_task("Từ phiên cũ"), Some(same_key), CREATE));
    let db = &house.store.db;
    let guard = "CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON change
        BEGIN
            SELECT RAISE(ABORT, 'the log is only appended to');
        END";
    db.script("DROP TRIGGER change_is_never_changed").unwrap();
    db.script(&format!(
        "UPDATE change SET seals = NULL WHERE id >= {first}"
    ))
    .unwrap();
    chain_anew(db, first);
    db.script(guard).unwrap();
    if is_unsealed {
        db.script("INSERT INTO meta (key, value) VALUES ('unsealed_sums', '')")
            .unwrap();
    }
    house.store = Store::open(house.store.path(), Access::Write).unwrap();
}

#[test]
fn who_was_on_while_the_schema_was_brought_up_to_date_is_not_accused() {
    let house = old_house();
    let path = house.store.path().to_owned();
    let mut house = house;
    house.store = Store::open(&path, Access::Write).unwrap();
    save_as_older(&mut house, "cv/7/stc");
    // Before anything is sealed, and after that, with groups of the newer program between.
    let holds = |house: &House| {
        let verdict = house.store.verify_log(|_, _| Ok(())).unwrap();
        assert!(verdict.is_intact(), "{verdict:?}");
        assert_eq!(found(house, ""), [""; 0]);
        let replay = house.store.check_replay(|_, _| Ok(())).unwrap();
        assert_eq!(replay.named(), []);
    };
    holds(&house);
    house.insert(&a_task("Sau khi nâng cấp"));
    holds(&house);
    save_as_older(&mut house, "cv/8/stc");
    holds(&house);
    house.insert(&a_task("Sau nữa"));
    holds(&house);
    // What can be told of such a group by its rows is told; what came before and after is held as ever.
    let older = last(&house) - 1;
    let says = format!("operation {older}: kind:  -> undo");
    let spoil = format!("UPDATE operation SET kind = 'undo' WHERE id = {older}");
    assert_eq!(found(&house, &spoil), [says]);
    let spoil = "UPDATE operation SET summary = 'x' WHERE id = 4";
    assert!(found(&house, spoil)[0].starts_with("old_operations 1-5: sum: "));
    let says = format!("operation {}: summary:  -> x", older + 1);
    let spoil = format!(
        "UPDATE operation SET summary = 'x' WHERE id = {}",
        older + 1
    );
    assert_eq!(found(&house, &spoil), [says]);
    // A key that the newer program did not give is a finding all the same.
    let spoil = "UPDATE task SET same_key = 'x' WHERE id = (SELECT MAX(id) FROM task)";
    let replay = spoilt(&house, spoil, || {
        house.store.check_replay(|_, _| Ok(())).unwrap()
    });
    assert_eq!(replay.total(), 1);
}

#[test]
fn who_is_on_while_a_newer_program_brings_the_schema_up_to_date_saves_nothing_any_more() {
    let mut house = House::new();
    let other = Store::open(house.store.path(), Access::Write).unwrap();
    other.db.script("PRAGMA user_version = 99").unwrap();
    let saved = house.store.write(&head(&key(), Kind::Save), |writer| {
        writer.insert_task(&a_task("Sau"), None, CREATE)
    });
    assert!(
        matches!(saved, Err(Error::TooNew { found: 99, .. })),
        "{saved:?}"
    );
    other.db.script("PRAGMA user_version = 17").unwrap();
    house.insert(&a_task("Lại"));
}
