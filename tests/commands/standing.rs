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
