//! A clerk's round, at full speed and over a thin line.

use std::time::{Duration, Instant};

use super::office::{Office, text};
use super::terminal::Terminal;

/// The numbers of the tasks on the screen, in their order.
fn numbers(screen: &str) -> Vec<String> {
    let after = screen.split('#').skip(1);
    let digits = after.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect());
    digits
        .filter(|digits: &String| !digits.is_empty())
        .map(|digits| format!(":{digits}"))
        .collect()
}

/// The last change of a task: what, and by whom.
fn last_change(office: &Office, code: &str) -> (String, String, usize) {
    let task = office.task(code);
    let changes = task["changes"].as_array().unwrap();
    let last = changes.last().unwrap();
    let word = |name: &str| last[name].as_str().unwrap().to_owned();
    (word("what"), word("who"), changes.len())
}

fn statuses(office: &Office, codes: &[String]) -> Vec<String> {
    codes
        .iter()
        .map(|code| office.task(code)["status"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_clerk_sees_what_is_late_confirms_eight_scattered_rows_with_two_enters_and_takes_it_back() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = Terminal::start(&office, &["demo", "--db", text(&office.db())]);
    terminal.wait_for("Việc hôm nay");
    assert!(
        terminal.line(0).contains("DỮ LIỆU MẪU"),
        "{}",
        terminal.screen()
    );
    terminal.wait_for("Quá hạn, do tôi theo dõi");

    terminal.press("<F4>");
    terminal.wait_for("Chọn cơ quan");
    terminal.press("stttt<Enter>");
    terminal.wait_for("Sở Thông tin và Truyền thông · Giám đốc Sở");
    terminal.wait_for("ngày làm việc");
    terminal.settle();
    assert!(
        terminal.cursor_line().contains("│!"),
        "overdue first\n{}",
        terminal.screen()
    );
    assert!(
        terminal.screen().contains(", trễ "),
        "{}",
        terminal.screen()
    );

    terminal.press("<F3>");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("3");
    terminal.wait_for("tt:chờ");
    terminal.press("99<Down>9<Down>99<Down>9<Down>99<Enter>");
    terminal.wait_for("8 thao tác trên 8 nhiệm vụ");
    let confirmed = numbers(&terminal.screen());
    assert_eq!(confirmed.len(), 8, "{}", terminal.screen());
    let before = last_change(&office, &confirmed[0]).2;
    assert_eq!(statuses(&office, &confirmed), vec!["awaiting"; 8]);

    terminal.press("<Enter>");
    terminal.wait_for("Đã ghi 8 nhiệm vụ");
    assert_eq!(statuses(&office, &confirmed), vec!["done"; 8]);
    for code in &confirmed {
        let (what, who, _) = last_change(&office, code);
        assert_eq!((what.as_str(), who.as_str()), ("confirm", "cv.snv"));
    }

    terminal.press("<F9>");
    terminal.wait_for("Đã hoàn tác 8 nhiệm vụ");
    assert_eq!(statuses(&office, &confirmed), vec!["awaiting"; 8]);
    let (what, who, count) = last_change(&office, &confirmed[0]);
    assert_eq!(
        (what.as_str(), who.as_str(), count),
        ("undo", "cv.snv", before + 2)
    );
    office.verify();

    terminal.press("<F3>");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("<F3>");
    assert_eq!(terminal.exit_code(), 0);
    assert!(!terminal.is_alternate());
}

#[test]
fn a_transition_that_is_not_allowed_says_why_and_leaves_the_digit() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Việc hôm nay");
    terminal.press("<F7>tt:chưa<Enter>");
    terminal.wait_for("Lọc: tt:chưa");
    terminal.settle(); // no hand is as fast as this one: the digit would pass for a part of a paste
    terminal.press("9<Enter>");
    terminal.wait_for("CHƯA ĐƯỢC: chưa tiếp nhận");
    assert!(
        terminal
            .screen()
            .contains("nhiệm vụ chưa được tiếp nhận. Nhập 1")
    );
    let refused = numbers(&terminal.screen()).swap_remove(0);
    terminal.press("<F10>");
    terminal.settle();
    assert_eq!(office.task(&refused)["status"], "not_started");
    terminal.press("<F12>");
    terminal.wait_for("1 dòng đã chọn thao tác: 9");
}

#[test]
fn the_clerk_of_a_lead_agency_reports_a_late_task_done_with_its_evidence() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.stttt");
    terminal.wait_for("Quá hạn của đơn vị");
    terminal.press("19<Enter>");
    terminal.wait_for("Báo cáo HT #");
    let task = numbers(&terminal.screen()).swap_remove(0);
    terminal.press("<F10>");
    terminal.wait_for("Chưa nhập");
    // The cursor went to the field that is missing; behind the last field comes the first.
    terminal.press("Chờ ý kiến phối hợp<Tab><Tab>324/BC-STTTT<Tab>14/06/2023<F10>");
    terminal.wait_for("Đã ghi 1 nhiệm vụ");
    let task = office.task(&task);
    assert_eq!(
        (&task["status"], &task["agency"]),
        (&"awaiting".into(), &"STTTT".into())
    );
    let last = task["changes"].as_array().unwrap().last().unwrap();
    assert!(last["after"].to_string().contains("324/BC-STTTT"), "{last}");
    assert_eq!(last["who"], "cv.stttt");
}

#[test]
fn over_a_line_of_960_bytes_a_second_keys_typed_ahead_arrive_in_order() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    terminal.slow_down(960);
    terminal.press("3"); // nothing is on the screen yet: the list must get the digits that follow
    terminal.press("9<Down>9<Enter>");
    terminal.wait_for("Enter Ghi 2 thao tác"); // below the rows, so they are whole
    let confirmed = numbers(&terminal.screen());
    terminal.press("<Enter>");
    terminal.wait_for("Đã ghi 2 nhiệm vụ");
    assert_eq!(statuses(&office, &confirmed), vec!["done"; 2]);
}

#[test]
fn two_hundred_keys_at_once_are_answered_with_a_few_pictures() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let all = office.json(&["list"])["tasks"].take();
    let number_of = |place: usize| format!("#{} ", all[place]["number"]);
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Việc hôm nay");
    terminal.press("<F4>");
    terminal.wait_for("Chọn cơ quan");
    terminal.press("<Enter>");
    terminal.wait_for(&number_of(0));
    for (key, place) in [("<Down>", 200), ("j", 400)] {
        let (before, since) = (terminal.written.len(), Instant::now());
        terminal.press(&key.repeat(200));
        terminal.wait_for(&number_of(place));
        let (bytes, time) = (terminal.written.len() - before, since.elapsed());
        println!("200 {key}: {bytes} bytes, {time:?}");
        assert!(time < Duration::from_secs(3), "{time:?}");
        assert!(bytes < 24_000, "{bytes} bytes: ten pages would do");
    }
}
