//! Letters made from rows, recorded as they are written, and what is set for papers.

use std::fs;

use serde_json::Value;

use super::{Shell, text};

const URGE: [&str; 6] = [
    "letter",
    "urge",
    "cq:stc",
    "--until",
    "2023-06-30",
    "--json",
];

/// Whoever keeps settings names the symbol of the office.
fn office() -> Shell {
    let shell = Shell::new();
    shell
        .by("qt.snv", &["config", "set", "paper.symbol", "SNV-CCHC"])
        .succeeds();
    shell
}

fn letters(told: &Value) -> Vec<Value> {
    told["letters"].as_array().expect("letters").clone()
}

#[test]
fn a_letter_is_written_numbered_recorded_and_taken_back_with_its_number() {
    let shell = office();
    let folder = shell.directory.path().join("cv");
    fs::create_dir(&folder).expect("a directory");
    let folder = folder.to_string_lossy().into_owned();
    let run = |more: &[&str]| shell.by("cv.snv", &[&URGE, more].concat());
    let would = run(&["--output", &folder, "--dry-run"]).json();
    assert_eq!(would["operation"], Value::Null);
    assert_eq!(fs::read_dir(&folder).expect("a directory").count(), 0);
    let told = run(&["--output", &folder]).json();
    let written = letters(&told);
    assert_eq!(written.len(), 1, "{told}");
    assert_eq!(written[0]["number"], "01/SNV-CCHC");
    assert_eq!(letters(&would), written);
    assert!(
        fs::metadata(text(&written[0], "file"))
            .expect("a file")
            .len()
            > 1_000
    );
    let next = || {
        let ran = shell.by("cv.snv", &["config", "get", "paper.next_number"]);
        ran.succeeds().out.clone()
    };
    assert_eq!(next(), "2\n");
    let id = written[0]["tasks"][0].as_i64().expect("a task");
    let sheet = shell.by("cv.snv", &["show", &format!(":{id}"), "--json"]);
    assert!(
        sheet.succeeds().out.contains("01/SNV-CCHC"),
        "{}",
        sheet.out
    );
    // On the same day nobody is urged twice: no letter, no record, no number.
    assert_eq!(run(&["--output", &folder]).code, 1);
    assert_eq!(next(), "2\n");
    shell.by("cv.snv", &["undo"]).succeeds();
    assert_eq!(next(), "1\n");
}

#[test]
fn a_file_that_is_there_stays_and_nothing_is_recorded() {
    let shell = office();
    let file = shell.directory.path().join("a.docx");
    fs::write(&file, "của người khác").expect("a file");
    let path = file.to_string_lossy().into_owned();
    let ran = shell.by("cv.snv", &[&URGE[..], &["--output", &path]].concat());
    assert_eq!(ran.code, 73, "{}", ran.err);
    assert_eq!(fs::read_to_string(&file).expect("a file"), "của người khác");
    let next = shell.by("cv.snv", &["config", "get", "paper.next_number"]);
    assert_eq!(next.succeeds().out, "1\n");
}

#[test]
fn who_may_not_urge_writes_no_letters() {
    let shell = office();
    let ran = shell.by("cv.stttt", &["letter", "urge", "quá hạn"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
}

#[test]
fn the_skeleton_to_begin_with_is_written_once() {
    let shell = Shell::new();
    let file = shell.directory.path().join("mau.docx");
    let path = file.to_string_lossy().into_owned();
    shell.run(&["config", "paper", "letter", &path]).succeeds();
    let bytes = fs::read(&file).expect("a file");
    assert!(bytes.starts_with(b"PK"));
    shell
        .run(&["config", "paper", "letter", &path])
        .complains(73, "mau.docx");
}
