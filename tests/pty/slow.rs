//! Slow lines and bursts of keys, on the real program; and what is remembered of a terminal.

use std::time::Duration;

use super::office::{Office, text};
use super::terminal::Terminal;

/// The list of what awaits confirmation, or of everything.
fn open_list(terminal: &mut Terminal) {
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press(":nhiem vu<Enter>");
    terminal.wait_for("Nhiệm vụ theo cơ quan");
    terminal.wait_for("trễ ");
}

#[test]
fn at_9600_bits_a_key_that_is_let_go_leaves_nothing_on_its_way() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let db = office.db();
    let arguments = ["--db", text(&db), "--user", "cv.snv"];
    let mut terminal = Terminal::start_on_a_line(&office, &arguments, 9_600);
    open_list(&mut terminal);
    terminal.read_for(Duration::from_secs(3));
    let before = terminal.written.len();
    // A key that is held for two seconds, thirty times a second, up and down within the page.
    for step in 0..60 {
        terminal.press(if step / 5 % 2 == 0 { "<Down>" } else { "<Up>" });
        terminal.read_for(Duration::from_millis(33));
    }
    let moves = terminal.written.len() - before;
    // Each move is 16 bytes or so, and the preview of each would be 300 more.
    assert!(moves < 60 * 40, "{moves} bytes for sixty moves");
    terminal.last_byte(Duration::from_secs(1));
    let preview = terminal.written.len() - before - moves;
    assert!(preview < 1_000, "{preview} bytes after the last key");
    let rested = terminal.written.len();
    terminal.read_for(Duration::from_secs(2));
    assert_eq!(terminal.written.len(), rested, "then the line is at rest");
}

#[test]
fn two_hundred_pages_at_once_are_answered_by_a_frame_or_two() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    open_list(&mut terminal);
    terminal.settle();
    let before = terminal.written.len();
    terminal.press(&"<PgDn>".repeat(60));
    terminal.settle();
    let bytes = terminal.written.len() - before;
    // A page is 1.3 kB, and the picture that was asked for at the end another two.
    assert!(bytes < 12_000, "{bytes} bytes for sixty pages");
    println!("60 pages at once: {bytes} B with the picture painted anew");
}

#[test]
fn what_was_chosen_for_a_terminal_is_there_at_the_next_start() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Thiết bị mới");
    terminal.press("<C-o>11");
    terminal.wait_for("[khong dau]");
    terminal.press("<C-g>");
    terminal.wait_for("[ASCII]");
    terminal.press("<F3>");
    terminal.wait_for("Viec hom nay");
    terminal.press("<F3>");
    assert_eq!(terminal.exit_code(), 0);
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Viec hom nay");
    assert!(
        !terminal.screen().contains("Thiet bi moi"),
        "{}",
        terminal.screen()
    );
    assert!(terminal.written.is_ascii(), "{}", terminal.screen());
    // Another kind of terminal is another choice.
    let db = office.db();
    let arguments = ["--db", text(&db), "--user", "cv.snv"];
    let mut terminal = Terminal::start_with(&office, &arguments, (80, 24), &[("TERM", "putty")]);
    terminal.wait_for("Việc hôm nay");
}
