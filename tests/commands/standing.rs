//! What was changed past the program is found by `audit verify` and `doctor`, and named.

use super::proof::spoil;
use super::{Ran, Shell};

#[test]
fn who_changes_a_row_past_the_program_is_found_with_what_the_log_says_and_what_stands() {
    let shell = Shell::new();
    shell.run(&["audit", "verify"]).succeeds();
    spoil(
        &shell.db(),
        "UPDATE task SET title = 'sửa tay' WHERE id = 20;
        UPDATE user_account SET role = 'administrator' WHERE login = 'cv.stttt'",
    );
    let proved = shell.run(&["audit", "verify"]);
    assert_eq!(proved.code, 1);
    for says in [
        "1 nhiệm vụ KHÔNG khớp nhật ký",
        "(:20): Nội dung: nhật ký \"",
        "nay \"sửa tay\"",
        "tài khoản cv.stttt: Vai trò: nhật ký \"clerk\", nay \"administrator\"",
    ] {
        assert!(proved.out.contains(says), "{says:?} in {}", proved.out);
    }
    let told = shell.run(&["audit", "verify", "--json"]).json();
    assert_eq!(told["tasks_broken"][0]["task"], 20);
    assert_eq!(told["tasks_broken"][0]["fields"][0]["field"], "title");
    assert_eq!(told["tasks_broken"][0]["fields"][0]["stands"], "sửa tay");
    assert_eq!(told["frame_broken"][0]["name"], "cv.stttt");
    assert_eq!(told["intact"], true, "the log itself is as it was written");
    let doctor = shell.run(&["doctor", "--full"]);
    assert_eq!(doctor.code, 1);
    assert!(
        doctor.out.contains("sửa ngoài chương trình"),
        "{}",
        doctor.out
    );
}

#[test]
fn of_more_findings_than_are_named_all_are_counted_and_it_is_said_how_many_are_named() {
    let shell = Shell::new();
    spoil(
        &shell.db(),
        "UPDATE task SET title = title || '.'; DELETE FROM event",
    );
    let told = shell.run(&["audit", "verify", "--json"]).json();
    let named = told["tasks_broken"].as_array().expect("tasks").len();
    let count = told["tasks_broken_count"].as_u64().expect("a number");
    assert_eq!(named, 2_000);
    assert!(count > 2_020, "{count}");
    assert_eq!(told["tasks_broken_kinds"]["changed"], count);
    let events = told["events_broken_count"].as_u64().expect("a number");
    assert!(events > 1, "{events}");
    assert_eq!(told["frame_broken_count"], 0);
    let number = |count: u64, dot: char| format!("{}{dot}{:03}", count / 1_000, count % 1_000);
    let proved = shell.run(&["audit", "verify"]);
    assert_eq!(proved.code, 1);
    let (count, more) = (number(count, '.'), number(count - 20, '.'));
    for says in [
        format!("{count} nhiệm vụ KHÔNG khớp nhật ký"),
        format!("… và {more} chỗ nữa (--json chỉ nêu 2.000 chỗ)."),
    ] {
        assert!(proved.out.contains(&says), "{says:?} in {}", proved.out);
    }
    let proved = shell.run(&["audit", "verify", "--lang", "en"]);
    let says = format!(
        "… and {} places more (--json names 2,000 of all).",
        more.replace('.', ",")
    );
    assert!(proved.out.contains(&says), "{says:?} in {}", proved.out);
    // Of all of them the figures come back; rows that were changed stay what they are.
    let ran = shell.run(&["doctor", "--repair", "--full"]);
    let says = format!("số liệu của {events} nhiệm vụ");
    assert!(ran.err.contains(&says), "{says:?} in {}", ran.err);
    let says = format!("{count} mục bị sửa ngoài chương trình");
    assert!(ran.out.contains(&says), "{says:?} in {}", ran.out);
    let told = shell.run(&["audit", "verify", "--json"]).json();
    assert_eq!(told["events_broken_count"], 0);
}

#[test]
fn a_reporting_window_changed_past_the_program_is_found() {
    let shell = Shell::new();
    let moving = ["window", "set", "Quý II/2023", "--to", "2023-06-10"];
    shell.by("qt.snv", &moving).succeeds();
    shell.run(&["audit", "verify"]).succeeds();
    spoil(
        &shell.db(),
        "UPDATE report_window SET due = '2023-06-30' WHERE name IN ('Quý II/2023', 'Quý III/2023')",
    );
    let proved = shell.run(&["audit", "verify"]);
    assert_eq!(proved.code, 1);
    for says in [
        "2 mục KHÔNG khớp nhật ký",
        "kỳ báo cáo Quý II/2023: Hạn: nhật ký \"2023-06-20\", nay \"2023-06-30\"",
        "kỳ báo cáo Quý III/2023: Hạn: nhật ký \"2023-09-20\", nay \"2023-06-30\"",
    ] {
        assert!(proved.out.contains(says), "{says:?} in {}", proved.out);
    }
    assert_eq!(shell.run(&["doctor", "--full"]).code, 1);
}

#[test]
fn a_group_changed_past_the_program_is_named_with_what_the_log_says() {
    let shell = Shell::new();
    for title in ["Lập danh mục", "Rà soát danh mục", "Công bố danh mục"] {
        let adding = ["add", title, "--agency", "STC"];
        shell.by("cv.snv", &adding).succeeds();
    }
    // The first could not be taken back any more by whoever saved it.
    let last = "(SELECT MAX(id) FROM operation)";
    spoil(
        &shell.db(),
        &format!(
            "UPDATE operation SET undone_by = 1 WHERE id = {last};
            UPDATE operation SET summary = 'x' WHERE id = {last} - 1;
            UPDATE operation SET kind = 'frame' WHERE id = {last} - 2"
        ),
    );
    let proved = shell.run(&["audit", "verify"]);
    assert_eq!(proved.code, 1);
    for says in [
        "3 mục KHÔNG khớp nhật ký",
        "nhóm thay đổi ",
        "Bị hoàn tác bởi nhóm: nhật ký (trống), nay \"1\"",
        "Tóm tắt: nhật ký \"create\", nay \"x\"",
        "Loại: nhật ký \"save\", nay \"frame\"",
    ] {
        assert!(proved.out.contains(says), "{says:?} in {}", proved.out);
    }
    assert_eq!(shell.run(&["doctor"]).code, 1);
}

#[test]
fn what_is_foreign_missing_or_altered_in_the_schema_is_named_and_mended_as_far_as_nothing_is_lost()
{
    let shell = Shell::new();
    spoil(
        &shell.db(),
        "CREATE TABLE notes (x);
        CREATE VIEW late AS SELECT * FROM task;
        CREATE UNIQUE INDEX one_title ON task (title, id);
        CREATE TRIGGER quietly AFTER INSERT ON task BEGIN DELETE FROM event; END;
        DROP TRIGGER change_is_never_removed;
        DROP INDEX task_by_due;
        CREATE INDEX task_by_due ON task (rank)",
    );
    let all = [
        ("table", "notes", "foreign", "bảng notes lạ"),
        ("view", "late", "foreign", "view late lạ"),
        ("index", "one_title", "foreign", "chỉ mục one_title lạ"),
        ("trigger", "quietly", "foreign", "trigger quietly lạ"),
        (
            "trigger",
            "change_is_never_removed",
            "missing",
            "trigger change_is_never_removed bị mất",
        ),
        (
            "index",
            "task_by_due",
            "altered",
            "chỉ mục task_by_due bị sửa",
        ),
    ];
    let proved = shell.run(&["audit", "verify"]);
    assert_eq!(proved.code, 1);
    let doctor = shell.run(&["doctor"]);
    assert_eq!(doctor.code, 1);
    let told = shell.run(&["audit", "verify", "--json"]).json();
    super::schema::is_as_described("audit-verify", &told);
    assert_eq!(told["partial"], false);
    let broken = told["schema_broken"].as_array().expect("parts");
    assert_eq!(broken.len(), all.len(), "{told}");
    for (kind, name, how, says) in all {
        assert!(proved.out.contains(says), "{says:?} in {}", proved.out);
        let part = serde_json::json!({ "kind": kind, "name": name, "how": how });
        assert!(broken.contains(&part), "{part} in {told}");
        let joined: String = doctor.out.split_whitespace().collect();
        let says: String = says.split_whitespace().collect();
        assert!(joined.contains(&says), "{says:?} in {}", doctor.out);
    }
    shell.run(&["doctor", "--repair"]);
    // What somebody may have put into a table is not thrown away.
    let told = shell.run(&["audit", "verify", "--json"]).json();
    let rest = serde_json::json!([{ "kind": "table", "name": "notes", "how": "foreign" }]);
    assert_eq!(told["schema_broken"], rest);
    spoil(&shell.db(), "DROP TABLE notes");
    shell.run(&["audit", "verify"]).succeeds();
}

#[test]
fn an_index_without_which_nothing_is_found_is_named_and_comes_back_with_the_repair() {
    let shell = Shell::new();
    for index in ["change_by_operation", "change_by_task", "change_of_frame"] {
        spoil(&shell.db(), &format!("DROP INDEX {index}"));
        let told = shell.run(&["audit", "verify", "--json"]).json();
        let gone = serde_json::json!([{ "kind": "index", "name": index, "how": "missing" }]);
        assert_eq!(
            (&told["schema_broken"], &told["partial"]),
            (&gone, &true.into())
        );
        assert_eq!(shell.run(&["doctor"]).code, 1);
        shell.run(&["doctor", "--repair"]);
        shell.run(&["audit", "verify"]).succeeds();
    }
}

#[test]
fn a_table_that_is_gone_is_named_and_the_rest_is_proved_as_far_as_it_can_be() {
    let shell = Shell::new();
    spoil(&shell.db(), "DROP TABLE caseload");
    let proved = shell.run(&["audit", "verify"]);
    assert_eq!(proved.code, 1);
    for says in [
        "bảng caseload bị mất",
        "cchc restore",
        "chưa đối chiếu được",
    ] {
        assert!(proved.out.contains(says), "{says:?} in {}", proved.out);
    }
    let told = shell.run(&["audit", "verify", "--json"]).json();
    super::schema::is_as_described("audit-verify", &told);
    assert_eq!(
        (&told["partial"], &told["intact"]),
        (&true.into(), &false.into())
    );
    let english = shell.run(&["audit", "verify", "--lang", "en"]);
    assert!(
        english.out.contains("table caseload is missing"),
        "{}",
        english.out
    );
}

#[test]
fn what_the_repair_makes_again_is_listed() {
    let shell = Shell::new();
    spoil(
        &shell.db(),
        "DROP INDEX event_by_task; DELETE FROM event WHERE id % 7 = 0",
    );
    let ran: Ran = shell.run(&["doctor", "--repair", "--full"]);
    for says in ["event_by_task", "dựng lại từ nhật ký"] {
        assert!(ran.err.contains(says), "{says:?} in {}", ran.err);
    }
    shell.run(&["audit", "verify"]).succeeds();
}

#[test]
fn a_table_that_is_gone_is_named_by_the_repair_which_mends_the_rest() {
    let shell = Shell::new();
    let whole = shell.directory.path().join("truoc.csv");
    let whole = whole.to_str().expect("a name");
    let tasks = |ran: &Ran| ran.json()["tasks"].as_i64();
    let before = tasks(shell.run(&["salvage", whole, "--json"]).succeeds());
    // With it go its indexes.
    spoil(
        &shell.db(),
        "PRAGMA foreign_keys = OFF; DROP TABLE agency_variant; DROP TABLE agency; DROP INDEX task_by_due; DROP TABLE event_tally;
        DROP TRIGGER change_is_never_removed; DELETE FROM event WHERE id % 7 = 0",
    );
    let ran: Ran = shell.run(&["doctor", "--repair"]);
    assert_eq!(ran.code, 1);
    for says in [
        "task_by_due",
        "change_is_never_removed",
        "event_tally",
        "Chưa tạo lại được: agency_variant_by_batch.",
        "Bảng agency, agency_variant bị mất",
        "cchc restore",
        "cchc salvage",
        "dựng lại từ nhật ký",
    ] {
        assert!(ran.err.contains(says), "{says:?} in {}", ran.err);
    }
    let told = shell.run(&["audit", "verify", "--json"]).json();
    let left: Vec<_> = told["schema_broken"]
        .as_array()
        .expect("parts")
        .iter()
        .collect();
    let left: Vec<_> = left.iter().map(|it| it["name"].as_str()).collect();
    let lost = ["agency", "agency_variant", "agency_variant_by_batch"];
    assert!(
        lost.iter().all(|name| left.contains(&Some(name))) && left.len() == 3,
        "{left:?}"
    );
    assert_eq!(told["counters_broken"], serde_json::json!([]));
    // Who works is told which table it is, and what can be read leaves all the same.
    shell.run(&["list"]).complains(1, "mất bảng agency");
    for (words, name) in [("salvage", "cuu.csv"), ("export changes", "nhat-ky.csv")] {
        let path = shell.directory.path().join(name);
        let path = path.to_str().expect("a name");
        let words: Vec<&str> = words.split(' ').chain([path, "--json"]).collect();
        let ran = shell.run(&words);
        ran.succeeds();
        if name == "cuu.csv" {
            assert_eq!(tasks(&ran), before);
        }
    }
}

#[test]
fn without_the_tables_by_which_one_saves_nothing_is_repaired_and_what_is_left_leaves() {
    for table in ["meta", "change", "user_account"] {
        let shell = Shell::new();
        spoil(
            &shell.db(),
            &format!("PRAGMA foreign_keys = OFF; DROP TABLE {table}"),
        );
        let says = format!("mất bảng {table}");
        shell.run(&["doctor", "--repair"]).complains(1, &says);
        let proved = shell.run(&["audit", "verify"]);
        assert_eq!(proved.code, 1);
        assert!(
            proved.out.contains(&format!("bảng {table} bị mất")),
            "{}",
            proved.out
        );
        assert_eq!(shell.run(&["doctor"]).code, 1);
        let path = shell.directory.path().join("cuu.csv");
        shell
            .run(&["salvage", path.to_str().expect("a name")])
            .succeeds();
    }
}

#[test]
fn tables_of_what_is_counted_come_back_with_the_repair_as_they_were() {
    let shell = Shell::new();
    let report = || {
        shell
            .run(&["report", "completion", "--json"])
            .succeeds()
            .json()
    };
    let before = report();
    spoil(
        &shell.db(),
        "DROP TABLE event; DROP TABLE tally; DROP TABLE span_tally; DROP TABLE series_tally;
        ALTER TABLE owed_tally ADD COLUMN x TEXT",
    );
    // Not of the program's making, and in the way of nothing.
    spoil(&shell.db(), "CREATE TABLE notes (x)");
    shell.run(&["doctor", "--repair"]);
    spoil(&shell.db(), "DROP TABLE notes");
    shell.run(&["audit", "verify"]).succeeds();
    let after = report();
    assert_eq!(after["rows"], before["rows"]);
    assert_eq!(after["totals"], before["totals"]);
}

#[test]
fn kept_numbers_that_no_counting_gives_end_a_command_with_a_sentence_and_come_back_with_the_repair()
{
    let shell = Shell::new();
    let tables = [
        ("tally", "agencies"),
        ("span_tally", "report completion"),
        ("document_tally", "document list"),
        ("series_tally", "report series"),
        ("owed_tally", "report documents"),
        ("event_tally", "report extensions"),
    ];
    for (table, command) in tables {
        spoil(&shell.db(), &format!("UPDATE {table} SET n = {}", i64::MAX));
        let words: Vec<&str> = command.split(' ').collect();
        let ran = shell.run(&words);
        let is_told = ran.err.contains("không phải do chương trình ghi");
        assert!(
            ran.code == 0 || (ran.code == 1 && is_told),
            "{command}: {} {}",
            ran.code,
            ran.err
        );
        let proved = shell.run(&["audit", "verify"]);
        assert_eq!(proved.code, 1);
        assert!(
            proved.out.contains(&format!("nhiệm vụ: {table}.")),
            "{}",
            proved.out
        );
        assert_eq!(shell.run(&["doctor"]).code, 1);
        shell.run(&["doctor", "--repair"]);
        shell.run(&["audit", "verify"]).succeeds();
    }
}
