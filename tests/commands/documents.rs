//! What a document decides about its tasks, from the shell.

use super::{Shell, text};

#[test]
fn done_is_what_is_reported_done_where_the_document_asks_for_no_confirmation() {
    let shell = Shell::new();
    let running: Vec<_> = shell.tasks_of("cv.stttt", "cq:stttt tt:đang");
    let task = &running[0];
    let (code, document) = (text(task, "code"), text(task, "document"));
    let set = |status: &str| {
        let words = [
            "set",
            status,
            code,
            "--evidence",
            "324/BC-STTTT ngày 14/6/2023",
            "--reason",
            "Chờ hướng dẫn cấp trên",
            "--json",
        ];
        shell.by("cv.stttt", &words)
    };
    // With confirmation nobody goes from running to done at once.
    let refused = set("done");
    assert_eq!(refused.code, 1, "{}", refused.out);
    let off = ["document", "set", document, "--confirmation", "no"];
    let refused = shell.by("cv.snv", &off);
    assert_eq!(refused.code, 77, "{}", refused.err);
    shell.by("qt.snv", &off).succeeds();
    let done = set("done").succeeds().json();
    assert_eq!(done["tasks"][0]["status"], "done", "{done}");
}

#[test]
fn tasks_are_found_by_the_document_that_they_owe() {
    let shell = Shell::new();
    let owing = shell.tasks("\"nợ văn bản\"");
    let late = shell.tasks("\"ban hành trễ\"");
    let all = shell.tasks("\"phải ban hành văn bản\"");
    assert!(!owing.is_empty() && all.len() >= owing.len() + late.len());
    // The report counts the same ones.
    let report = shell
        .by("cv.snv", &["report", "documents", "--json"])
        .succeeds()
        .json();
    let total = &report["total"];
    let of = |name: &str| {
        total[name]
            .as_i64()
            .unwrap_or_else(|| panic!("{name} in {total}"))
    };
    assert_eq!(
        of("owed_overdue") + of("pending"),
        i64::try_from(owing.len()).expect("few"),
        "{total}"
    );
    assert_eq!(
        of("issued_late"),
        i64::try_from(late.len()).expect("few"),
        "{total}"
    );
}

#[test]
fn tasks_are_found_by_who_led_them_before_and_by_who_supports() {
    let shell = Shell::new();
    let task = shell.tasks("cq:stc quá hạn").remove(0);
    let (code, number) = (text(&task, "code"), &task["number"]);
    let is_there = |filter: &str| shell.tasks(filter).iter().any(|it| it["number"] == *number);
    assert!(is_there("giữ:stc") && !is_there("giữ:stp"));
    let transfer = [
        "do",
        "transfer",
        code,
        "--agency",
        "STP",
        "--reason",
        "Đúng chức năng",
    ];
    shell.by("cv.snv", &transfer).succeeds();
    assert!(is_there("giữ:stc") && is_there("giữ:stp") && !is_there("cq:stc"));
    // Taken back, it never was there.
    shell.by("cv.snv", &["undo"]).succeeds();
    assert!(is_there("giữ:stc") && !is_there("giữ:stp"));
    let supported = shell.tasks("ph:stttt");
    assert!(!supported.is_empty());
    for one in &supported {
        let signs = one["supporting"].to_string();
        let is_named = ["STTTT", "@SBN", "@ALL"]
            .iter()
            .any(|sign| signs.contains(sign));
        assert!(is_named, "{one}");
    }
}
