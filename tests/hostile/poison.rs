//! The poison, and how it gets into the file of a database: past the program, by another one, so that nothing has
//! cleaned it on the way in.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

/// What shows of the poison where it shows: the letters of its first command.
pub const SHOWS: &str = "[31m";

/// Columns with text of people.
const COLUMNS: [(&str, &str); 37] = [
    ("agency", "name"),
    ("agency", "head_title"),
    ("area", "name_vi"),
    ("area", "name_en"),
    ("area", "basis"),
    ("day_off", "name"),
    ("saved_view", "name"),
    ("saved_view", "words"),
    ("document", "kind"),
    ("document", "symbol"),
    ("document", "issuer"),
    ("document", "summary"),
    ("document", "code"),
    ("task", "code"),
    ("task", "item"),
    ("task", "title"),
    ("task", "product"),
    ("task", "supporting"),
    ("task", "deadline_text"),
    ("task", "progress_note"),
    ("task", "submitted_by"),
    ("task", "evidence"),
    ("task", "delay_cause"),
    ("operation", "login"),
    ("operation", "origin"),
    ("operation", "summary"),
    ("change", "login"),
    ("change", "origin"),
    ("change", "why"),
    ("change", "document"),
    ("indicator", "name"),
    ("indicator", "unit"),
    ("reading", "note"),
    ("import_batch", "file_name"),
    ("import_batch", "sheet"),
    ("import_batch", "login"),
    ("report_window", "name"),
];

/// Fields of JSON with text of people.
const FIELDS: [&str; 22] = [
    "title",
    "product",
    "progress_note",
    "evidence",
    "delay_cause",
    "deadline_text",
    "supporting",
    "reason",
    "note",
    "label",
    "answer",
    "question",
    "name",
    "name_vi",
    "head_title",
    "summary",
    "issuer",
    "symbol",
    "unit",
    "issued",
    "document",
    "text",
];

/// Everything that a terminal may take for a command, in one text, which does not end in a blank.
pub fn text() -> String {
    let mut text = String::from(
        "\u{1b}[31mX\u{1b}]0;PWN\u{7}\u{1b}]52;c;cHdu\u{1b}\\\u{1b}P1$r0m\u{1b}\\\u{1b}_G\u{1b}\\\u{1b}c\u{1b}[6n\u{1b}[?1049l\u{1b}(0\
        \u{9b}6n\u{9d}0;x\u{9c}\u{90}q\u{9c}\u{7}\u{8}\u{8}\u{8}\r\n\t\u{b}\u{c}\u{e}\u{7f}\u{85}\u{84}\
        \u{202e}cba\u{202c}\u{2066}x\u{2069}\u{200b}\u{200d}\u{200e}\u{200f}\u{feff}\u{2028}\u{2029}\u{e0041}\u{e007f}\
        \u{ad}\u{61c}\u{180e}\u{fff9}\u{206a}",
    );
    text.push_str("e\u{301}");
    text.push_str(&"\u{316}".repeat(40));
    text.push('!');
    text
}

/// The same as it may stand in an argument, a variable or the name of a file: without what ends it.
pub fn name() -> String {
    text().replace(['\0', '/'], "")
}

/// A spoiled sample, made once for all stories.
pub fn sample() -> &'static Path {
    static MADE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.db");
        drop(cchc::work::sample::make(&path).unwrap());
        spoil(&path);
        (folder, path)
    });
    path
}

/// Spoils every text of a sample, and makes some of them ten thousand letters long.
fn spoil(database: &Path) {
    let db = Connection::open(database).unwrap();
    let poison = format!("{}\0", text());
    db.execute_batch("BEGIN").unwrap();
    // Whoever writes into the file past the program is not stopped by it.
    let guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'change'";
    let mut statement = db.prepare(guards).unwrap();
    let names = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    let names: Vec<String> = names.map(Result::unwrap).collect();
    for name in names {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    for (table, column) in COLUMNS {
        // Where it begins it is seen, also in a narrow column; codes stay apart.
        let sql =
            format!("UPDATE {table} SET {column} = ?1 || {column} || ?1 WHERE {column} <> ''");
        let changed = db
            .execute(&sql, [&poison])
            .unwrap_or_else(|error| panic!("{table}.{column}: {error}"));
        assert!(
            changed > 0 || ["saved_view", "import_batch", "reading"].contains(&table),
            "{table}.{column}"
        );
    }
    let long = format!("{poison}{}", "a\u{301}\u{323}x ".repeat(2_500));
    db.execute(
        "UPDATE task SET title = ?1, progress_note = ?1 WHERE id % 7 = 0",
        [&long],
    )
    .unwrap();
    let agencies = "UPDATE agency SET code = code || ?1 WHERE id % 5 = 0
        AND code NOT IN (SELECT parent_code FROM agency WHERE parent_code IS NOT NULL)";
    db.execute(agencies, [&poison]).unwrap();
    let view = "INSERT INTO saved_view (login, name, words, query) VALUES ('cv.snv', ?1, ?1, '{}')";
    let _ = db.execute(view, [&poison]);
    for (table, column) in [("task", "more"), ("change", "before"), ("change", "after")] {
        spoil_json(&db, table, column, &poison);
    }
    db.execute_batch("COMMIT").unwrap();
}

fn spoil_json(db: &Connection, table: &str, column: &str, poison: &str) {
    let sql = format!("SELECT rowid, {column} FROM {table} WHERE {column} LIKE '{{%'");
    let mut statement = db.prepare(&sql).unwrap();
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
    });
    let rows: Vec<(i64, String)> = rows.unwrap().map(Result::unwrap).collect();
    let mut changed = 0;
    for (id, text) in rows {
        let mut value: Value = serde_json::from_str(&text).unwrap();
        if poisoned(&mut value, poison) {
            let sql = format!("UPDATE {table} SET {column} = ?2 WHERE rowid = ?1");
            changed += db
                .execute(&sql, rusqlite::params![id, value.to_string()])
                .unwrap();
        }
    }
    assert!(changed > 0, "{table}.{column}");
}

fn poisoned(value: &mut Value, poison: &str) -> bool {
    let mut is_poisoned = false;
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if FIELDS.contains(&name.as_str()) && !text.is_empty() => {
                        *text = format!("{poison}{text}{poison}");
                        is_poisoned = true;
                    }
                    value => is_poisoned |= poisoned(value, poison),
                }
            }
        }
        Value::Array(values) => {
            for value in values {
                is_poisoned |= poisoned(value, poison);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    is_poisoned
}
