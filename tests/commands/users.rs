//! Accounts from the shell: entered, moved, closed by an administrator only, within the rules, and taken back.

use serde_json::Value;

use super::{Shell, text};

/// The account of this login, as it is listed; null where there is none.
fn account(shell: &Shell, login: &str) -> Value {
    let listed = shell.by("cv.snv", &["user", "list", "--json"]);
    let listed = listed.succeeds().json();
    let users = listed["users"].as_array().expect("users").clone();
    let found = users.into_iter().find(|it| it["login"] == login);
    found.unwrap_or(Value::Null)
}

#[test]
fn an_account_is_entered_moved_closed_and_opened_by_an_administrator_and_taken_back() {
    let shell = Shell::new();
    let add = [
        "user",
        "add",
        "cv.moi",
        "--agency",
        "STP",
        "--role",
        "chuyên viên",
        "--json",
    ];
    shell
        .by("cv.snv", &add)
        .complains(77, "không được làm việc này. Nhờ quản trị.");
    let added = shell.by("qt.snv", &add).succeeds().json();
    assert_eq!(
        (text(&added, "role"), text(&added, "agency")),
        ("clerk", "STP")
    );
    let moving = [
        "user", "move", "cv.moi", "--agency", "STC", "--role", "viewer",
    ];
    shell.by("qt.snv", &moving).succeeds();
    let moved = account(&shell, "cv.moi");
    assert_eq!(
        (text(&moved, "role"), text(&moved, "agency")),
        ("viewer", "STC")
    );
    shell
        .by("qt.snv", &["user", "disable", "cv.moi"])
        .succeeds();
    shell
        .by("cv.moi", &["list"])
        .complains(77, "Tài khoản cv.moi đã bị khóa");
    shell.by("qt.snv", &["user", "enable", "cv.moi"]).succeeds();
    shell.by("cv.moi", &["list", "--limit", "1"]).succeeds();
    for (role, is_closed) in [
        ("viewer", true),
        ("viewer", false),
        ("clerk", false),
        ("clerk", true),
    ] {
        shell.by("qt.snv", &["undo"]).succeeds();
        let now = account(&shell, "cv.moi");
        assert_eq!(
            (text(&now, "role"), &now["is_disabled"]),
            (role, &is_closed.into())
        );
    }
}

#[test]
fn an_account_that_cannot_be_is_refused_in_words_and_nothing_is_kept() {
    let shell = Shell::new();
    let by = |words: &[&str], why: &str| {
        let before = shell
            .by("cv.snv", &["user", "list", "--json"])
            .succeeds()
            .out
            .clone();
        shell
            .by("qt.snv", &[&["user"], words].concat())
            .complains(1, why);
        assert_eq!(shell.by("cv.snv", &["user", "list", "--json"]).out, before);
    };
    by(
        &["add", "Nguyen Van A", "--role", "viewer"],
        "2-32 chữ thường",
    );
    by(&["add", "../cv", "--role", "viewer"], "2-32 chữ thường");
    by(
        &["add", "cv.snv", "--role", "viewer"],
        "Đã có tài khoản cv.snv",
    );
    by(
        &["add", "cv.moi", "--role", "clerk"],
        "phải thuộc một cơ quan",
    );
    by(&["add", "cv.moi", "--role", "owner"], "Không có vai trò");
    by(
        &["add", "cv.moi", "--role", "clerk", "--agency", "KHONGCO"],
        "Không rõ cơ quan",
    );
    by(
        &["move", "cv.khongco", "--agency", "STP"],
        "Không có tài khoản cv.khongco",
    );
    by(&["disable", "qt.snv"], "không tự khóa");
    by(
        &["move", "qt.snv", "--role", "leader"],
        "không tự đổi vai trò",
    );
}

#[test]
fn the_first_account_is_an_administrators_and_the_refusal_says_how() {
    let shell = Shell::empty();
    let next = "cchc user add TÊN --role administrator";
    shell
        .run(&["user", "add", "xem.mot", "--role", "viewer"])
        .complains(1, next);
    let first = ["user", "add", "qt.mot", "--role", "administrator"];
    shell.run(&first).succeeds();
    shell
        .run(&["user", "add", "xem.mot", "--role", "viewer"])
        .succeeds();
}

#[test]
fn a_key_or_a_directory_that_is_not_there_is_called_missing() {
    let shell = Shell::new();
    let file = shell.directory.path().join("khong-co.pub");
    let file = file.to_str().expect("a name");
    shell
        .run(&["user", "key", "cv.stp", file])
        .complains(66, "không tồn tại");
    let folder = shell.directory.path().join("moi");
    let folder = folder.to_str().expect("a name");
    shell
        .run(&["backup", folder, "--keep", "2"])
        .complains(66, "Tạo thư mục");
}

#[test]
fn an_agency_that_is_no_more_takes_nobody_in() {
    let shell = Shell::new();
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
    let add = [
        "user", "add", "cv.moi", "--agency", "SVHTT", "--role", "clerk",
    ];
    shell
        .by("qt.snv", &add)
        .complains(1, "SVHTT không còn hoạt động");
}

#[test]
fn whoever_owns_the_file_cannot_leave_it_without_an_administrator() {
    let shell = Shell::new();
    shell
        .run(&["user", "disable", "qt.snv"])
        .complains(1, "quản trị cuối cùng");
    let second = ["user", "add", "qt.hai", "--role", "quản trị"];
    shell.run(&second).succeeds();
    shell.run(&["user", "disable", "qt.snv"]).succeeds();
    shell.by("qt.snv", &["list"]).complains(77, "");
    // What kept the file once, and does not any more, is not taken back by them either.
    shell
        .by("qt.hai", &["user", "move", "cv.stp", "--role", "viewer"])
        .succeeds();
    shell.run(&["user", "enable", "qt.snv"]).succeeds();
    shell
        .by("qt.snv", &["user", "move", "qt.hai", "--role", "viewer"])
        .succeeds();
    shell.by("qt.hai", &["undo"]).complains(77, "");
}

#[test]
fn a_former_clerk_who_keeps_the_frame_now_hears_of_the_role_once_and_of_nobody_else() {
    let shell = Shell::new();
    let mine = shell.tasks_of("cv.stttt", "cq:stttt tt:đang \"trong hạn\"");
    let code = text(&mine[0], "code");
    let evidence = "324/BC-STTTT ngày 14/6/2023";
    let words = ["set", "awaiting", code, "--evidence", evidence];
    shell.by("cv.stttt", &words).succeeds();
    let moved = ["user", "move", "cv.stttt", "--role", "quản trị"];
    shell.by("qt.snv", &moved).succeeds();
    let undone = shell.by("cv.stttt", &["undo"]);
    undone.complains(1, code);
    assert_eq!(
        undone.out.trim(),
        "Không nhiệm vụ nào được hoàn tác; 1 để nguyên."
    );
    assert_eq!(undone.err.matches("không được làm việc này").count(), 1);
}
