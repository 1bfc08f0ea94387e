//! Two clerks on one file.

use std::time::{Duration, Instant};

use super::office::Office;
use super::terminal::Terminal;

/// Opens the overdue tasks of an agency whose clerk this is.
fn open_late(office: &Office, user: &str) -> Terminal {
    let mut terminal = office.open(user);
    terminal.wait_for("Việc hôm nay");
    terminal.press("<F7>cq:stttt \"quá hạn\"<Enter>");
    terminal.wait_for("Lọc: cq:stttt");
    terminal.wait_for("ngày làm việc");
    terminal.settle();
    terminal
}

/// The task at the cursor, without the agencies and their counts on its left.
fn task_row(terminal: &Terminal) -> String {
    terminal.cursor_line().split_once('│').unwrap().1.to_owned()
}

#[test]
fn what_one_clerk_saves_the_other_sees_within_two_seconds_on_the_same_row() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut monitor = open_late(&office, "cv.snv");
    let mut clerk = open_late(&office, "cv.stttt");
    monitor.press("<Down>");
    monitor.settle();
    let (place, row) = (monitor.cursor(), task_row(&monitor));
    clerk.press("9<Enter>");
    clerk.wait_for("Báo cáo HT #");
    clerk.press("324/BC-STTTT<Tab>14/06/2023<Tab>Chờ ý kiến phối hợp<F10>");
    clerk.wait_for("Đã ghi 1 nhiệm vụ");
    let since = Instant::now();
    monitor.wait_until("the row of the other", |monitor| {
        monitor.line(place.0 - 1).contains("Chờ")
    });
    let time = since.elapsed();
    assert!(time < Duration::from_secs(2), "{time:?}");
    assert_eq!((monitor.cursor(), task_row(&monitor)), (place, row));
}

#[test]
fn a_save_on_a_row_that_another_changed_shows_both_and_keeps_what_was_typed() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut slow = open_late(&office, "cv.stttt");
    slow.press("9<Enter>");
    slow.wait_for("Báo cáo HT #");
    slow.press("324/BC-STTTT<Tab>14/06/2023<Tab>Chờ ý kiến phối hợp");
    slow.wait_for("phối hợp");

    let mut quick = open_late(&office, "cv.snv");
    quick.press("8<Enter>");
    quick.wait_for("Đôn đốc");
    quick.settle();
    quick.press("77/UBND-KSTT<F10>");
    quick.wait_for("Đã ghi 1 nhiệm vụ");

    slow.press("<F10>");
    slow.wait_for("cv.snv");
    // A key struck before the whole of it showed would be dropped, and said so.
    slow.read_until_quiet();
    assert!(slow.screen().contains("324/BC-STTTT"), "{}", slow.screen());
    assert!(slow.screen().contains("14/06/2023"), "{}", slow.screen());
    assert!(slow.screen().contains("Lúc xem") && slow.screen().contains("Bây giờ"));
    slow.press("<F10>");
    slow.wait_for("Đã ghi 1 nhiệm vụ");
    office.verify();
}

/// Who is on, as the command line tells it: login, where, task.
fn on(office: &Office) -> Vec<(String, String, Option<i64>)> {
    let told = office.json(&["user", "on", "--user", "cv.vpub"]);
    let word = |one: &serde_json::Value, name: &str| one[name].as_str().unwrap().to_owned();
    let all = told["on"].as_array().unwrap().iter();
    all.map(|one| (word(one, "login"), word(one, "on"), one["task"].as_i64()))
        .collect()
}

#[test]
fn two_clerks_see_that_they_have_the_same_task_open_until_one_is_killed() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut monitor = open_late(&office, "cv.snv");
    let mut clerk = open_late(&office, "cv.stttt");
    clerk.press("5");
    clerk.wait_for("Nhật ký");
    monitor.press("5");
    monitor.wait_for("Nhật ký");
    monitor.wait_for("đang mở: cv.stttt 0'");
    clerk.wait_for("đang mở: cv.snv");
    let told = on(&office);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter()
            .all(|(_, on, task)| on == "open" && task.is_some())
    );
    let folder = office.path("cchc.db.on");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);
    // Killed as a power cut does it: nothing is left that counts.
    clerk.signal(rustix::process::Signal::KILL);
    monitor.wait_until("nobody else", |monitor| {
        !monitor.screen().contains("đang mở: cv.stttt")
    });
    assert_eq!(on(&office).len(), 1);
    monitor.press("<F3><F3><F3>");
    assert_eq!(monitor.exit_code(), 0);
    assert_eq!(on(&office), []);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}
