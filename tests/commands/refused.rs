//! Deeds that make no sense any more: each is refused in words, and nothing of it is kept.

use serde_json::Value;

use super::{Shell, text};

/// A task as it is now.
fn shown(shell: &Shell, code: &str) -> Value {
    let shown = shell.by("cv.snv", &["show", code, "--json"]);
    shown.succeeds().json()["task"].clone()
}

/// Refused with these words, and the task is as it was.
#[track_caller]
fn refused(shell: &Shell, login: &str, words: &[&str], code: &str, why: &str) {
    let before = shown(shell, code);
    shell.by(login, words).complains(1, why);
    assert_eq!(shown(shell, code), before);
}

#[test]
fn nothing_is_granted_after_a_task_was_closed() {
    let shell = Shell::new();
    let task = shell.tasks("tt:xong").remove(0);
    let code = text(&task, "code");
    let grant = [
        "do",
        "extend",
        code,
        "--until",
        "2023-12-31",
        "--reason",
        "Theo đề nghị",
    ];
    refused(&shell, "cv.vpub", &grant, code, "nhiệm vụ đã hoàn thành");
}

#[test]
fn a_task_goes_neither_to_its_own_lead_nor_to_an_agency_that_is_no_more() {
    let shell = Shell::new();
    let task = shell.tasks("cq:stc quá hạn").remove(0);
    let code = text(&task, "code");
    let transfer = |agency| {
        [
            "do", "transfer", code, "--agency", agency, "--reason", "Nhầm",
        ]
    };
    refused(
        &shell,
        "cv.snv",
        &transfer("STC"),
        code,
        "cơ quan này đang chủ trì",
    );
    let dissolve = [
        "agency",
        "dissolve",
        "SVHTT",
        "--on",
        "2023-06-01",
        "--document",
        "QĐ 5/QĐ-UBND",
        "--yes",
    ];
    shell.by("qt.snv", &dissolve).succeeds();
    refused(
        &shell,
        "cv.snv",
        &transfer("SVHTT"),
        code,
        "không còn hoạt động",
    );
    let ask = [
        "do",
        "ask-support",
        code,
        "--agency",
        "SVHTT",
        "--note",
        "Cho ý kiến",
    ];
    refused(&shell, "cv.snv", &ask, code, "không còn hoạt động");
}

#[test]
fn an_answer_to_a_request_that_was_withdrawn_is_refused_and_another_request_can_be_answered() {
    let shell = Shell::new();
    let task = shell.tasks("cq:stc quá hạn").remove(0);
    let code = text(&task, "code");
    let ask = [
        "do",
        "ask-support",
        code,
        "--agency",
        "STP",
        "--note",
        "Cho ý kiến",
    ];
    shell.by("cv.snv", &ask).succeeds();
    shell
        .by("cv.snv", &["do", "withdraw-support", code])
        .succeeds();
    let answer = ["do", "answer-support", code, "--note", "Đồng ý"];
    refused(
        &shell,
        "cv.stp",
        &answer,
        code,
        "đề nghị phối hợp này đã được rút",
    );
    shell.by("cv.snv", &ask).succeeds();
    shell.by("cv.stp", &answer).succeeds();
}

#[test]
fn a_chain_of_documents_in_a_circle_is_refused_with_its_way() {
    let shell = Shell::new();
    let add = |number: &str, base: &[&str]| {
        let words = [&["document", "add", number, "--date", "2023-06-12"], base].concat();
        shell.by("cv.snv", &words).succeeds();
    };
    add("78/KH-UBND", &[]);
    add("79/KH-UBND", &["--base", "KH78/23"]);
    add("80/KH-UBND", &["--base", "KH79/23"]);
    let listed = || {
        shell
            .by("cv.snv", &["document", "list", "--json"])
            .succeeds()
            .json()
    };
    let before = listed();
    let circle = ["document", "base", "KH78/23", "--add", "KH80/23"];
    shell
        .by("cv.snv", &circle)
        .complains(1, "KH78/23 → KH80/23 → KH79/23 → KH78/23");
    let itself = ["document", "base", "KH78/23", "--add", "KH78/23"];
    shell.by("cv.snv", &itself).complains(1, "vòng tròn");
    assert_eq!(listed(), before);
}
