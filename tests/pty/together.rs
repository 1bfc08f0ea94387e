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
