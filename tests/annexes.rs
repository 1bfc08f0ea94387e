//! Three annexes as offices send them, read row by row as careful clerks read them.
//!
//! The files and what is in them were made by people who knew the rules of the trade (DOMAIN 3, 4 and 7) and
//! not the program: a plan with group rows before and after the reorganisations of 2025, a table pasted
//! together from many documents, and a workbook with a header of two rows, merged cells and old fonts.
//! What they left open stands as the program reads it.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What is compared of a task; the reasons are free.
const FIELDS: [&str; 10] = [
    "number",
    "content",
    "area",
    "product",
    "leads",
    "supports",
    "unresolved",
    "deadline",
    "document",
    "needs_review",
];

fn cchc(home: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_cchc"))
        .env_clear()
        .env("HOME", home)
        .env("CCHC_DB", home.join("tasks.db"))
        .args(arguments)
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).expect("text")
}

fn rows(text: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(text).expect("JSON");
    value["rows"].as_array().expect("rows").clone()
}

/// Where the program reads a row otherwise than the clerk.
fn differences(read: &Value, wanted: &Value) -> Vec<String> {
    let row = &wanted["row"];
    if read["row"] != *row || read["kind"] != wanted["kind"] {
        return vec![format!("{row}: {} for {}", read["kind"], wanted["kind"])];
    }
    if wanted["kind"] != "task" {
        return Vec::new();
    }
    let differs = |field: &&str| read[*field] != wanted[*field];
    let told = |field: &str| format!("{row} {field}: {} for {}", read[field], wanted[field]);
    FIELDS.into_iter().filter(differs).map(told).collect()
}

fn is_read_as_clerks_do(name: &str) {
    let home = tempfile::tempdir().expect("a directory");
    cchc(home.path(), &["init"]);
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/files/annexes")
        .join(name);
    let path = file.to_str().expect("a name");
    let read = rows(&cchc(
        home.path(),
        &["import", "tasks", path, "--dry-run", "--json"],
    ));
    let wanted =
        rows(&fs::read_to_string(file.with_file_name(format!("{name}.json"))).expect("a file"));
    let differences: Vec<String> = read
        .iter()
        .zip(&wanted)
        .flat_map(|(read, wanted)| differences(read, wanted))
        .collect();
    assert_eq!(differences, [""; 0], "{name}");
    assert_eq!(read.len(), wanted.len(), "{name}");
}

#[test]
fn a_plan_with_group_rows_over_two_times_is_read_as_clerks_do() {
    is_read_as_clerks_do("plan.csv");
}

#[test]
fn a_table_pasted_together_from_many_documents_is_read_as_clerks_do() {
    is_read_as_clerks_do("compiled.csv");
}

#[test]
fn a_workbook_with_merged_cells_and_old_fonts_is_read_as_clerks_do() {
    is_read_as_clerks_do("workbook.xlsx");
}
