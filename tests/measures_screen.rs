//! "Chỉ tiêu" and "Hồ sơ" as a clerk and a monitor work in them, on the numeric pad.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "desk/mod.rs"]
mod desk;

use cchc::ui::screens;
use cchc::ui::terminal::{Glyphs, plain};
use desk::{Desk, Office};

fn sit(size: (u16, u16), login: &str, screen: Box<dyn cchc::ui::screen::Screen>) -> Desk<Office> {
    Desk::at_sample(size, login, screen)
}

#[test]
fn count_and_share_stand_side_by_side_and_two_agencies_are_on_alert() {
    let mut desk = sit((80, 24), "cv.snv", screens::caseload());
    println!("{}", desk.picture());
    desk.shows("Tháng 5/2023")
        .shows("Hồ sơ trễ hạn")
        .shows("Tỷ lệ trễ hạn")
        .shows("Cảnh báo: 2 cơ quan")
        .shows("Tỷ lệ ±")
        .shows("! SCT");
    desk.press("<F8>").shows("nhiều hồ sơ trễ nhất");
    desk.press("<Left>").shows("Tháng 4/2023").hides("Cảnh báo");
    desk.press("<Right>sct<Enter>")
        .shows("Sở Công Thương")
        .shows("! 5/23");
}

#[test]
fn a_month_is_entered_on_the_numeric_pad_and_sums_that_do_not_fit_are_refused() {
    let mut desk = sit((80, 24), "cv.snv", screens::caseload());
    desk.press("snv<Enter><F6>")
        .shows("Nhập số liệu hồ sơ")
        .shows("6/2023");
    // F7 takes what was open; the rest is digits.
    desk.press("<F7><Enter>100<Enter>50<Enter>1<Enter>2<Enter>3<Enter><Enter><Enter>");
    println!("{}", desk.picture());
    desk.shows("Số không khớp");
    let line = desk.line("lệch");
    assert!(line.contains("lệch"), "{line}");
    // Back to the first number: all that came in was solved on time but the five that are open.
    desk.press("<Esc>").shows("Sở Nội vụ");
}

#[test]
fn values_are_entered_one_agency_after_another_and_the_last_is_taken_back() {
    let mut desk = sit((80, 24), "cv.snv", screens::indicators());
    println!("{}", desk.picture());
    desk.shows("25-35 %").shows("từ 100 %");
    desk.press("vtvl<Enter>").shows("Số cơ quan đạt theo kỳ");
    desk.press("<F6>").shows("Nhập số liệu: VTVL");
    desk.press("97,5<Enter>");
    println!("{}", desk.picture());
    desk.shows("Đã ghi 1 số liệu");
    // A share above a hundred is refused in words, and stays in its field.
    desk.press("101<Enter>")
        .shows("vượt quá 100 %")
        .shows("101");
    // It is no longer the farthest from its target, until it is taken back.
    desk.press("<Esc>").shows("SVHTT").hides("72,2");
    desk.press("<F9>").shows("72,2");
}

#[test]
fn a_new_indicator_that_was_begun_is_there_again_after_esc_until_it_is_saved() {
    let mut desk = sit((80, 24), "qt.snv", screens::indicators());
    desk.press("<F2><Down><Enter>CT-THU<Tab>Tỷ lệ hồ sơ số hóa<Esc>");
    desk.hides("Tỷ lệ hồ sơ số hóa");
    desk.press("<F2><Down><Enter>")
        .shows("CT-THU")
        .shows("Tỷ lệ hồ sơ số hóa");
    desk.press("<Esc>");
}

#[test]
fn plots_fit_forty_columns_and_have_numbers_beside_them() {
    for size in [(40, 24), (80, 24), (132, 43)] {
        let mut desk = sit(size, "cv.snv", screens::indicators());
        desk.press("dtbd<Enter>");
        println!("{}", desk.picture());
        desk.shows("82,3").shows("Q4/22").shows("█");
    }
}

#[test]
fn a_clerk_enters_the_own_agency_and_keeps_no_indicator() {
    let mut desk = sit((80, 24), "cv.stttt", screens::indicators());
    desk.press("<F2>")
        .shows("Chuyên viên theo dõi hoặc quản trị");
    let mut desk = sit((80, 24), "cv.stttt", screens::caseload());
    desk.press("<F6>").shows("Sở Thông tin và Truyền thông");
}

/// The cells of a plot's columns, without its words and numbers.
fn bars(picture: &str) -> Vec<char> {
    picture
        .chars()
        .filter(|it| ('▁'..='█').contains(it) || *it == '#')
        .collect()
}

#[test]
fn a_plot_says_the_same_in_ascii_and_its_numbers_stay() {
    let mut desk = sit((80, 24), "cv.snv", screens::caseload());
    let full = desk.picture();
    let signs = bars(&full);
    assert!(
        signs.iter().any(|it| *it != '█'),
        "eighths where there are all signs: {full}"
    );
    // Plain, then ASCII: whole cells only, each with its twin.
    desk.press("<C-g><C-g><C-g>");
    let glyphs = desk.treated().glyphs;
    assert_eq!(glyphs, Glyphs::Ascii);
    let picture = desk.picture();
    let sent = plain(&picture, glyphs);
    println!("{sent}");
    assert!(sent.is_ascii(), "{sent}");
    assert!(bars(&sent).iter().all(|it| *it == '#'), "{sent}");
    let whole = bars(&picture).len();
    assert!(whole > 0 && bars(&sent).len() == whole, "{sent}");
    // The numbers above and the months beneath are the same.
    let numbers = |text: &str| -> Vec<String> {
        let words = text.split(|it: char| !(it.is_ascii_digit() || "/.,".contains(it)));
        words.filter(|it| it.len() > 1).map(str::to_owned).collect()
    };
    for number in numbers(&full) {
        assert!(numbers(&picture).contains(&number), "{number} in {picture}");
    }
}
