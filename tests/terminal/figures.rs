//! How many bytes the work of a clerk costs at 80x24 on the sample, beside what is allowed for it.
//! `cargo test --test terminal figures -- --nocapture` prints the table.

use cchc::ui::terminal::Speed;

use super::desk::keys;
use super::glass::Glass;

const SIZE: (u16, u16) = (80, 24);

/// Says a figure and holds it to its limit.
#[track_caller]
fn figure(what: &str, bytes: usize, most: usize) {
    println!("{what:50} {bytes:>6} B of {most:>5}");
    assert!(bytes <= most, "{what}: {bytes} bytes, {most} are allowed");
}

/// The dearest of so many presses of a key, each by itself.
fn dearest(glass: &mut Glass, key: &str, times: usize) -> usize {
    (0..times).map(|_| glass.press(key)).max().unwrap_or(0)
}

#[test]
fn figures_of_the_first_screen_and_of_the_list() {
    let (mut glass, first) = Glass::open("cv.snv", SIZE, None);
    glass.shows("Việc hôm nay");
    figure("first screen", first, 2_600);
    glass.press(":nhiem vu<Enter>");
    glass.shows("Nhiệm vụ theo cơ quan");
    let with_preview = dearest(&mut glass, "<Down>", 10).max(dearest(&mut glass, "<Up>", 10));
    figure("a move within a page, with the preview", with_preview, 490);
    let pages = dearest(&mut glass, "<PgDn>", 30).max(dearest(&mut glass, "<PgUp>", 30));
    figure("another page, with the preview", pages, 1_900);
    glass.press("<F11>");
    let closed = dearest(&mut glass, "<Down>", 15).max(dearest(&mut glass, "<Up>", 15));
    figure("a move within a page, the preview closed", closed, 40);
    let pages = dearest(&mut glass, "<PgDn>", 30).max(dearest(&mut glass, "<PgUp>", 30));
    figure("another page, the preview closed", pages, 1_900);
    let digits = dearest(&mut glass, "9", 10);
    figure("a digit beside a row", digits, 160);
}

#[test]
fn figures_of_a_letter_in_a_field() {
    let (mut glass, _) = Glass::open("cv.snv", SIZE, None);
    glass.press("<F6>");
    glass.shows("Thêm nhiệm vụ");
    let text = "Rà soát, đơn giản hóa thủ tục hành chính nội bộ";
    let letters = keys::read(text).into_iter().map(|key| glass.strike(key));
    figure("a letter in a form", letters.max().unwrap_or(0), 30);
    glass.press("<Esc>:");
    let letters = keys::read("làm mới")
        .into_iter()
        .map(|key| glass.strike(key));
    println!("a letter of a command: {:?} B", letters.collect::<Vec<_>>());
}

#[test]
fn on_a_slow_line_the_preview_follows_when_the_keys_rest() {
    let (mut glass, _) = Glass::open("cv.snv", SIZE, Speed::slow(9_600));
    glass.press(":nhiem vu<Enter>");
    glass.rest();
    let moves = dearest(&mut glass, "<Down>", 5);
    figure("a move on a slow line", moves, 40);
    let before = glass.picture();
    let preview = glass.rest();
    figure("the preview when the keys rest", preview, 450);
    assert!(preview > 0 && before != glass.picture(), "{before}");
    assert_eq!(glass.rest(), 0, "it rests once");
}
