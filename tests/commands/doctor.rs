//! The doctor: each check is broken in turn and found, with what to do; what follows from the rows is made anew.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::Value;

use super::proof::spoil;
use super::{Ran, Shell, text};

/// A sample whose directory is this account's alone and which was backed up.
fn healthy() -> Shell {
    let shell = Shell::new();
    chmod(shell.directory.path(), 0o700);
    chmod(&shell.db(), 0o600);
    shell.run(&["backup"]).succeeds();
    shell
}

fn chmod(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

/// How a check stands, and what is said of it; the worse where there are two.
fn of(ran: &Ran, check: &str) -> (String, String) {
    let told = ran.json();
    let checks = told["checks"].as_array().expect("checks");
    let mut found: Vec<&Value> = checks.iter().filter(|it| it["check"] == check).collect();
    found.sort_by_key(|it| {
        ["ok", "warning", "failure"]
            .iter()
            .position(|level| it["level"] == *level)
    });
    let worst = found
        .last()
        .unwrap_or_else(|| panic!("no {check} in {told}"));
    (
        text(worst, "level").to_owned(),
        text(worst, "text").to_owned(),
    )
}

#[track_caller]
fn finds(shell: &Shell, words: &[&str], check: &str, level: &str, says: &str) {
    let ran = shell.run(&[&["doctor", "--json"], words].concat());
    let (found, said) = of(&ran, check);
    assert_eq!(found, level, "{}", ran.out);
    assert!(said.contains(says), "{says:?} in {said:?}");
    let code = if level == "failure" { 1 } else { 3 };
    if level != "ok" {
        assert!(
            ran.code == code || ran.code == 1,
            "{}: {}",
            ran.code,
            ran.out
        );
    }
}

#[test]
fn a_sound_database_has_nothing_wrong_with_it() {
    let shell = healthy();
    for words in [
        &["doctor", "--json"][..],
        &["doctor", "--full", "--json"][..],
    ] {
        let ran = shell.run(words);
        assert_ne!(ran.code, 1, "{}", ran.out);
        for check in [
            "file",
            "schema",
            "integrity",
            "counters",
            "log",
            "clock",
            "room",
            "backup",
            "imports",
            "users",
        ] {
            assert_eq!(of(&ran, check).0, "ok", "{check}: {}", ran.out);
        }
    }
    let plain = shell.run(&["doctor"]);
    assert!(
        plain
            .out
            .lines()
            .last()
            .is_some_and(|line| line.contains("0 lỗi") || line.contains("tốt"))
    );
}

#[test]
fn whoever_else_can_read_the_file_is_told_of() {
    let shell = healthy();
    chmod(&shell.db(), 0o644);
    finds(&shell, &[], "file", "warning", "chmod 600");
    chmod(&shell.db(), 0o600);
    chmod(shell.directory.path(), 0o755);
    finds(&shell, &[], "file", "warning", "chmod 700");
}

#[test]
fn a_file_of_an_account_that_its_directory_shuts_out_is_told_of() {
    let shell = healthy();
    // Only the superuser gives files away, and meets with this: a file made in passing, beside the service's own.
    if std::os::unix::fs::chown(shell.db(), Some(1234), Some(1234)).is_err() {
        return;
    }
    finds(&shell, &[], "file", "warning", "chown");
    std::os::unix::fs::chown(shell.db(), Some(0), Some(0)).expect("an owner");
    assert_eq!(of(&shell.run(&["doctor", "--json"]), "file").0, "ok");
}

#[test]
fn what_cannot_be_opened_is_one_failure_and_the_rest_goes_on() {
    let shell = healthy();
    fs::write(shell.db(), "STT;Nội dung\n".repeat(400)).expect("written");
    finds(&shell, &[], "file", "failure", "không phải");
    finds(&shell, &[], "room", "ok", "còn trống");
}

#[test]
fn what_is_missing_of_the_schema_and_of_the_events_is_made_again() {
    let shell = healthy();
    spoil(
        &shell.db(),
        "DROP TRIGGER change_is_never_changed; DROP INDEX event_by_task; DROP TABLE task_fts;
        CREATE TRIGGER own AFTER UPDATE ON setting BEGIN SELECT 1; END",
    );
    for name in [
        "change_is_never_changed",
        "event_by_task",
        "task_fts",
        "own",
    ] {
        finds(&shell, &[], "schema", "failure", name);
    }
    let mended = |ran: &Ran| {
        for check in ["schema", "integrity", "counters", "log"] {
            assert_eq!(of(ran, check).0, "ok", "{check}: {}", ran.out);
        }
    };
    mended(&shell.run(&["doctor", "--repair", "--full", "--json"]));
    assert!(!shell.tasks("\"rà soát\"").is_empty());
    // What reports count is drawn again from the log.
    spoil(&shell.db(), "DELETE FROM event WHERE id % 7 = 0");
    finds(&shell, &["--full"], "counters", "failure", "event");
    mended(&shell.run(&["doctor", "--repair", "--full", "--json"]));
    shell.run(&["audit", "verify"]).succeeds();
}

#[test]
fn a_word_that_nobody_could_have_saved_is_no_damage_and_is_named() {
    let shell = healthy();
    spoil(
        &shell.db(),
        "UPDATE user_account SET role = 'vua' WHERE login = 'cv.stttt'",
    );
    finds(&shell, &[], "users", "failure", "vua");
    finds(&shell, &[], "log", "failure", "cv.stttt");
    finds(&shell, &[], "integrity", "ok", "lành");
    let proved = shell.run(&["audit", "verify"]);
    assert_eq!(proved.code, 1);
    assert!(proved.out.contains("tài khoản cv.stttt"), "{}", proved.out);
}

#[test]
fn kept_numbers_and_the_search_are_found_wrong_and_made_anew() {
    let tables = [
        "tally",
        "span_tally",
        "document_tally",
        "owed_tally",
        "series_tally",
        "event_tally",
    ];
    let shell = healthy();
    for table in tables {
        spoil(&shell.db(), &format!("UPDATE {table} SET n = n + 1"));
    }
    for table in tables {
        finds(&shell, &[], "counters", "failure", table);
    }
    spoil(
        &shell.db(),
        "INSERT INTO task_fts (task_fts) VALUES ('delete-all')",
    );
    finds(&shell, &[], "counters", "failure", "task_fts");
    finds(&shell, &[], "counters", "failure", "--repair");
    let before = shell.run(&["audit", "head", "--json"]).json();
    let repaired = shell.run(&["doctor", "--repair", "--json"]);
    assert_eq!(of(&repaired, "counters").0, "ok", "{}", repaired.out);
    assert_eq!(of(&repaired, "log").0, "ok");
    // It stands in the log, and nothing else was done.
    let after = shell.run(&["audit", "verify", "--json"]);
    let after = after.succeeds().json();
    let row = |value: &Value| value.as_i64().expect("a number");
    assert_eq!(row(&after["row"]), row(&before["log"]["row"]) + 1);
    assert!(!shell.tasks("\"rà soát\"").is_empty());
}

#[test]
fn only_who_keeps_the_frame_repairs_and_never_on_another_day() {
    let shell = healthy();
    spoil(&shell.db(), "UPDATE tally SET n = n + 1");
    let before = shell.run(&["audit", "head"]).out;
    for login in ["cv.stttt", "cv.snv", "ai.do"] {
        shell.by(login, &["doctor", "--repair"]).complains(77, "");
    }
    for words in [["--today", "2023-07-04"], ["--as-of", "2023-06-01"]] {
        let ran = shell.run(&[&words[..], &["doctor", "--repair"]].concat());
        ran.complains(1, "--today");
    }
    spoil(
        &shell.db(),
        "UPDATE user_account SET is_disabled = 1 WHERE login = 'qt.snv'",
    );
    shell
        .by("qt.snv", &["doctor", "--repair"])
        .complains(77, "");
    assert_eq!(shell.run(&["audit", "head"]).out, before);
    spoil(&shell.db(), "UPDATE user_account SET is_disabled = 0");
    let repaired = shell.by("qt.snv", &["doctor", "--repair", "--json"]);
    assert_eq!(of(&repaired, "counters").0, "ok", "{}", repaired.out);
}

#[test]
fn an_index_that_does_not_fit_its_table_is_found_in_full_and_made_anew() {
    let shell = healthy();
    spoil(
        &shell.db(),
        "PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = 'CREATE INDEX task_by_due ON task (rank, effective_due) WHERE rank = 77'
        WHERE name = 'task_by_due'",
    );
    spoil(&shell.db(), "REINDEX task_by_due");
    spoil(
        &shell.db(),
        "PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = 'CREATE INDEX task_by_due ON task (rank, effective_due) WHERE rank IS NOT NULL'
        WHERE name = 'task_by_due'",
    );
    finds(&shell, &["--full"], "integrity", "failure", "task_by_due");
    let repaired = shell.run(&["doctor", "--repair", "--full", "--json"]);
    assert_eq!(of(&repaired, "integrity").0, "ok", "{}", repaired.out);
}

#[test]
fn a_tampered_log_is_found_near_its_end_and_in_full_everywhere() {
    let shell = healthy();
    let guards = "DROP TRIGGER change_is_never_changed; DROP TRIGGER change_is_never_removed;";
    spoil(
        &shell.db(),
        &format!(
            "{guards} UPDATE change SET why = 'x' WHERE id = (SELECT MAX(id) - 3 FROM change)"
        ),
    );
    finds(&shell, &[], "log", "failure", "audit verify");
    finds(&shell, &["--full"], "log", "failure", "đã bị sửa");
}

#[test]
fn a_calendar_without_tet_imports_undone_and_nobody_to_administer_are_told() {
    let shell = healthy();
    let year = chrono::Datelike::year(&chrono::Utc::now().date_naive());
    let none = format!("DELETE FROM day_off WHERE date >= '{year}-01-01'");
    spoil(&shell.db(), &none);
    finds(&shell, &[], "calendar", "warning", &year.to_string());
    spoil(
        &shell.db(),
        &format!("INSERT INTO day_off VALUES ('{year}-09-02', 'Quốc khánh', 'holiday', 0)"),
    );
    finds(&shell, &[], "calendar", "warning", "Tết");
    spoil(
        &shell.db(),
        "UPDATE user_account SET is_disabled = 1 WHERE role = 'administrator'",
    );
    finds(&shell, &[], "users", "failure", "quản trị");
    spoil(
        &shell.db(),
        "UPDATE task SET agency_id = 0 WHERE id IN (SELECT id FROM task WHERE rank = 0 LIMIT 1)",
    );
    finds(&shell, &[], "agencies", "warning", "Bàn giao");
}

#[test]
fn where_there_is_no_database_it_is_told_how_one_comes_there() {
    let shell = Shell::new();
    fs::remove_file(shell.db()).expect("removed");
    let ran = shell.run(&["doctor", "--json"]);
    assert_eq!(ran.code, 66, "{}", ran.out);
    let (level, said) = of(&ran, "file");
    assert_eq!(level, "failure");
    for way in ["cchc init", "cchc restore"] {
        assert!(said.contains(way), "{said}");
    }
}

#[test]
fn a_clock_behind_the_log_is_a_failure() {
    let shell = Shell::empty();
    spoil(
        &shell.db(),
        "DROP TRIGGER change_is_never_changed;
        UPDATE change SET at = '2999-01-01T00:00:00.000Z' WHERE id = (SELECT MAX(id) FROM change)",
    );
    finds(&shell, &[], "clock", "failure", "2999");
}

#[test]
fn a_backup_that_is_missing_old_or_never_made_is_told() {
    let shell = Shell::new();
    finds(&shell, &[], "backup", "warning", "chưa sao lưu");
    let made = shell.run(&["backup", "--json"]).json();
    finds(&shell, &[], "backup", "ok", "gần nhất");
    let note = shell.directory.path().join("cchc.db.backup");
    let kept = fs::read_to_string(&note).expect("a note");
    let at = text(&made, "made_at");
    fs::write(&note, kept.replace(at, "2023-06-15T00:00:00Z")).expect("written");
    finds(&shell, &[], "backup", "warning", "ngày");
    fs::write(&note, kept).expect("written");
    fs::remove_file(text(&made, "path")).expect("removed");
    finds(&shell, &[], "backup", "failure", "cchc backup");
}

#[test]
fn a_task_with_a_number_far_away_keeps_no_command_busy() {
    let shell = Shell::new();
    let whole = shell.directory.path().join("truoc.csv");
    let whole = whole.to_str().expect("a name");
    let told = shell.run(&["salvage", whole, "--json"]).succeeds().json();
    spoil(
        &shell.db(),
        "CREATE TEMP TABLE far AS SELECT * FROM task WHERE id = 3;
        UPDATE far SET id = 1 << 60, code = 'far', code_key = 'far', same_key = NULL;
        INSERT INTO task SELECT * FROM far",
    );
    let named = shell.run(&["audit", "verify"]);
    assert_eq!(named.code, 1);
    assert!(
        named.out.contains(&format!(":{}", 1_i64 << 60)),
        "{}",
        named.out
    );
    assert_eq!(shell.run(&["doctor", "--full"]).code, 1);
    for (words, name) in [
        (&["salvage"][..], "cuu.csv"),
        (&["export", "tasks"], "phu-luc.csv"),
        (&["export", "list"], "danh-sach.xlsx"),
        (&["export", "changes"], "nhat-ky.csv"),
    ] {
        let path = shell.directory.path().join(name);
        let path = path.to_str().expect("a name");
        shell.run(&[words, &[path]].concat()).succeeds();
    }
    let again = shell.directory.path().join("sau.csv");
    let again = shell.run(&["salvage", again.to_str().expect("a name"), "--json"]);
    let tasks = |told: &serde_json::Value| told["tasks"].as_i64();
    assert_eq!(
        tasks(&again.succeeds().json()),
        tasks(&told).map(|tasks| tasks + 1)
    );
    shell
        .run(&["report", "completion", "--as-of", "2023-03-31"])
        .succeeds();
}
