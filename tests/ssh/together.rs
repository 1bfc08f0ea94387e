//! Two clerks of two agencies, each through the door.

use std::time::{Duration, Instant};

use super::office::said;
use super::server::Server;
use super::terminal::Terminal;

fn open_late(server: &Server, login: &str) -> Terminal {
    let mut screen = server.open(login);
    screen.wait_for("Việc hôm nay");
    screen.settle();
    screen.press("<F7>cq:stttt \"quá hạn\"<Enter>");
    screen.wait_for("Lọc: cq:stttt");
    screen.wait_for("ngày làm việc");
    screen.settle();
    screen
}

#[test]
fn one_sees_what_the_other_saves_and_neither_does_what_is_not_theirs() {
    let Some(server) = Server::with(&["cv.stttt", "cv.stc"]) else {
        return;
    };
    let mut one = open_late(&server, "cv.stttt");
    let mut other = open_late(&server, "cv.stc");
    // Another agency's task: refused in the list of what would be done, and nothing is written.
    let before = server.office.tasks();
    other.press("9<Enter>");
    other.settle();
    other.press("<F10>");
    other.wait_for("CHƯA ĐƯỢC: của cơ quan khác");
    other.press("<F10>");
    other.settle();
    assert_eq!(server.office.tasks(), before, "{}", other.screen());
    other.press("<F3>");
    other.settle();

    assert!(!other.screen().contains("Chờ"), "{}", other.screen());
    one.press("9<Enter>");
    one.wait_for("Báo cáo HT #");
    one.press("324/BC-STTTT<Tab>14/06/2023<Tab>Chờ ý kiến phối hợp<F10>");
    one.wait_for("Đã ghi 1 nhiệm vụ");
    let since = Instant::now();
    other.wait_until("what the other saved", |other| {
        other.screen().contains("Chờ")
    });
    let time = since.elapsed();
    assert!(time < Duration::from_secs(2), "{time:?}");

    let log = server.office.json(&["list", "đổi>=1/1/2023"]);
    assert!(!log["tasks"].as_array().unwrap().is_empty(), "{log}");
    server.office.verify();
}

#[test]
fn who_has_as_many_sessions_as_one_may_have_reads_so_and_nobody_else_is_kept_out() {
    let Some(server) = Server::with(&["cv.stttt", "cv.stc"]) else {
        return;
    };
    let set = ["config", "set", "sessions", "2", "--user", "qt.snv"];
    assert_eq!(server.office.json(&set)["value"], "2");
    let enter = |login: &str| {
        let mut screen = server.open(login);
        screen.wait_for("Việc hôm nay");
        screen
    };
    let mut first = enter("cv.stttt");
    let second = enter("cv.stttt");
    let mut third = server.open("cv.stttt");
    third.wait_for("đang mở 2 phiên");
    assert_eq!(third.exit_code(), 77);
    let other = enter("cv.stc");
    // One leaves, and there is room again.
    first.press("<F3>");
    assert_eq!(first.exit_code(), 0);
    let again = enter("cv.stttt");
    drop((second, other, again));
}

#[test]
fn an_account_that_is_not_there_or_was_closed_gets_in_nowhere() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    let keys = server.office.path("keys");
    let line = std::fs::read_to_string(&keys).unwrap();
    std::fs::write(&keys, line.replace("--user cv.stttt", "--user cv.khongco")).unwrap();
    for words in [&["list"][..], &["put", "a.csv"], &["brief"]] {
        let output = server.ask("cv.stttt", words, b"x");
        assert_eq!(output.status.code(), Some(77), "{words:?}");
        assert!(said(&output.stderr).contains("cv.khongco"));
    }
    assert_eq!(server.kept("cv.khongco"), [""; 0]);
    let mut screen = server.open("cv.stttt");
    screen.wait_for("cv.khongco");
    assert_eq!(screen.exit_code(), 77);
}
