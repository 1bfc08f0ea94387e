//! Practice on a real terminal: drills, results that come back, and no database touched.

use std::fs;

use super::office::{Office, said, text};
use super::terminal::Terminal;

#[test]
fn practice_is_played_kept_and_leaves_every_database_alone() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let before = fs::read(office.db()).unwrap();
    let mut terminal = Terminal::start_with(
        &office,
        &["practice", "--user", "cv.an"],
        (80, 24),
        &[("CCHC_DB", text(&office.db()))],
    );
    terminal.wait_for("1 Đến nhiệm vụ quá hạn kế tiếp");
    assert!(
        terminal.line(0).contains("THỰC HÀNH"),
        "{}",
        terminal.screen()
    );
    terminal.press("1");
    terminal.wait_for("Bài 1: ");
    terminal.press("+");
    terminal.wait_for("Xong bài 1: 1 phím, 0,0 giây.");
    terminal.press("<Enter>");
    terminal.wait_for("Bài 2: ");
    terminal.press("<F4>");
    terminal.wait_for("Chọn cơ quan");
    terminal.press("sx<Enter>");
    terminal.wait_for("Xong bài 2: 4 phím");
    // Saves go into the copy.
    terminal.press("<Esc>");
    terminal.wait_for("Nhập số của bài");
    terminal.press("5");
    terminal.wait_for("Bài 5: ");
    terminal.press("111<Enter>");
    terminal.wait_for("3 thao tác");
    terminal.press("<Enter>");
    terminal.wait_for("Xong bài 5: 5 phím");
    terminal.press("<F3>");
    terminal.wait_for("Nhập số của bài");
    terminal.press("<F3>");
    assert_eq!(terminal.exit_code(), 0);

    let mut terminal = Terminal::start(&office, &["practice", "--user", "cv.an"]);
    terminal.wait_for("0 Thêm nhiệm vụ");
    let line = |terminal: &Terminal, drill: &str| {
        let screen = terminal.screen();
        let found = screen.lines().find(|line| line.contains(drill));
        found.unwrap().trim_end().to_owned()
    };
    assert!(line(&terminal, "1 Đến nhiệm vụ").ends_with("1 · 0,0s"));
    assert!(line(&terminal, "5 Tiếp nhận").contains("5 · "));
    assert!(
        line(&terminal, "3 Mở theo số").ends_with('7'),
        "not done yet"
    );
    // A line that drops keeps what was reached.
    terminal.press("7");
    terminal.wait_for("Bài 7: ");
    // Letters in one burst would be a paste into the list.
    terminal.press("/");
    terminal.wait_for("Tìm: ");
    terminal.press("thu xin loi<Enter>");
    terminal.wait_for("Xong bài 7: 13 phím");
    terminal.hang_up();
    assert_eq!(terminal.exit_code(), 129);
    let mut terminal = Terminal::start(&office, &["practice", "--user", "cv.an"]);
    terminal.wait_for("0 Thêm nhiệm vụ");
    assert!(line(&terminal, "7 Tìm không dấu").contains("13 · "));
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0);

    let mut somebody_else = Terminal::start(&office, &["practice", "--user", "cv.binh"]);
    somebody_else.wait_for("0 Thêm nhiệm vụ");
    assert!(!somebody_else.screen().contains("0,0s"));
    somebody_else.press("q");
    assert_eq!(somebody_else.exit_code(), 0);
    assert!(
        fs::read(office.db()).unwrap() == before,
        "the working database was written"
    );
}

#[test]
fn practice_refuses_a_database_with_a_sentence() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let output = office.run(&["practice", "--db", text(&office.db())]);
    assert_eq!(output.status.code(), Some(2));
    let sentence = said(&output.stderr);
    assert!(sentence.contains("không nhận --db"), "{sentence}");
}
