//! The schema against the one that the migrations make: what is missing, what was changed, what is foreign.

use super::House;
use super::standing::spoilt;
use crate::domain::proof::Unlike::{self, Altered, Foreign, Missing};

fn found(house: &House, spoil: &str) -> Vec<(String, String, Unlike)> {
    let found = spoilt(house, spoil, || house.store.check_schema().unwrap());
    let parts = found.into_iter().map(|it| (it.kind, it.name, it.how));
    parts.collect()
}

#[test]
fn each_part_that_is_not_as_the_program_makes_it_is_named_with_the_way() {
    let house = House::new();
    assert_eq!(found(&house, ""), []);
    for (spoil, kind, name, how) in [
        ("CREATE TABLE notes (x)", "table", "notes", Foreign),
        ("CREATE VIEW v AS SELECT 1", "view", "v", Foreign),
        ("CREATE INDEX i ON task (title)", "index", "i", Foreign),
        (
            "CREATE TRIGGER t AFTER UPDATE ON task BEGIN UPDATE task SET title = 'x'; END",
            "trigger",
            "t",
            Foreign,
        ),
        // A table of the search is made by the engine, one that is only named so by somebody.
        (
            "CREATE TABLE task_fts_more (x)",
            "table",
            "task_fts_more",
            Foreign,
        ),
        ("DROP INDEX task_by_due", "index", "task_by_due", Missing),
        (
            "DROP TRIGGER change_is_never_removed",
            "trigger",
            "change_is_never_removed",
            Missing,
        ),
        ("DROP TABLE task_fts", "search", "task_fts", Missing),
        ("DROP TABLE task_fts_idx", "search", "task_fts_idx", Missing),
        ("DROP TABLE series_tally", "table", "series_tally", Missing),
        ("DROP TABLE caseload", "table", "caseload", Missing),
        (
            "ALTER TABLE caseload ADD COLUMN x TEXT",
            "table",
            "caseload",
            Altered,
        ),
        (
            "DROP INDEX task_by_due; CREATE INDEX task_by_due ON task (rank) WHERE rank IS NOT NULL",
            "index",
            "task_by_due",
            Altered,
        ),
        (
            "DROP TRIGGER change_is_never_removed;
            CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change BEGIN SELECT 1; END",
            "trigger",
            "change_is_never_removed",
            Altered,
        ),
        // What stands in these quotes and is no name is a text for the engine.
        (
            "PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql, 'IS NOT NULL', 'IS NOT \"NULL\"')
            WHERE name = 'task_enters_tally';
            PRAGMA writable_schema = OFF",
            "trigger",
            "task_enters_tally",
            Altered,
        ),
        (
            "PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'user_account';
            PRAGMA writable_schema = OFF",
            "table",
            "user_account",
            Altered,
        ),
    ] {
        let found = found(&house, spoil);
        let expected = (kind.to_owned(), name.to_owned(), how);
        // What hangs on a table goes with it.
        assert!(found.contains(&expected), "{spoil}: {found:?}");
        assert!(
            found.len() == 1 || kind == "table" || kind == "search",
            "{spoil}: {found:?}"
        );
    }
}

#[test]
fn the_same_written_otherwise_and_what_the_engine_notes_are_no_finding() {
    let house = House::new();
    for same in [
        "DROP INDEX task_by_due; CREATE INDEX \"task_by_due\" on task(rank, effective_due)  WHERE rank is not null",
        "ANALYZE",
    ] {
        assert_eq!(found(&house, same), [], "{same}");
    }
}

#[test]
fn a_schema_that_was_set_back_hides_nothing() {
    let house = House::new();
    let spoil = "CREATE VIEW v AS SELECT 1; PRAGMA user_version = 15";
    let found = found(&house, spoil);
    let foreign = ("view".to_owned(), "v".to_owned(), Foreign);
    assert!(found.contains(&foreign), "{found:?}");
    let newer = ("table".to_owned(), "report_window".to_owned(), Foreign);
    assert!(found.contains(&newer), "{found:?}");
}

#[test]
fn the_engine_keeps_its_pages_in_one_piece_and_loads_no_code() {
    let store = House::new().store;
    let options = store
        .db
        .rows("PRAGMA compile_options", &[], |row| row.text())
        .unwrap();
    assert!(options.iter().any(|it| it == "OMIT_LOAD_EXTENSION"));
    // `.cargo/config.toml` says how large a piece may be, and `sqlite/bulk.rs` how large the largest cache of a session is.
    assert!(
        options.contains(&"DEFAULT_PCACHE_INITSZ=-32768".to_owned()),
        "{options:?}"
    );
}
