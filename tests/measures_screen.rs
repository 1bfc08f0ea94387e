//! "Chỉ tiêu" and "Hồ sơ" as a clerk and a monitor work in them, on the numeric pad.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "desk/mod.rs"]
mod desk;

use cchc::domain::id::AgencyId;
use cchc::domain::indicator::Reading;
use cchc::domain::interval::{Every, Interval};
use cchc::ui::screens;
use cchc::ui::terminal::{Glyphs, plain};
use cchc::work::request::measures::{Ask, Told};
use cchc::work::request::{Answer, OperationKey, Request};
use desk::{Desk, Office, day};

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

/// Somebody else saves, who has not looked.
fn elsewhere(desk: &mut Desk<Office>, ask: Ask) {
    let answer = desk.office.answer(&Request::Measures(ask));
    answer.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn of_two_who_enter_a_value_the_slower_sees_the_other_one_keeps_the_own_and_decides() {
    let mut desk = sit((80, 24), "cv.snv", screens::indicators());
    desk.press("dtbd<Enter><F6>").press("<C-u>81,5");
    let answer = desk
        .office
        .answer(&Request::Measures(Ask::Indicators))
        .expect("indicators");
    let Answer::Measures(Told::Indicators(all)) = answer else {
        panic!("{answer:?}");
    };
    let found = all.into_iter().find(|one| one.indicator.code == "DTBD");
    let id = found.expect("the indicator").indicator.id;
    let value = |text: &str| Reading {
        indicator: id,
        agency: AgencyId::UNRESOLVED,
        interval: Interval::read("2023-Q1", Every::Quarter, day("2023-06-15")).expect("a quarter"),
        value: text.parse().expect("an amount"),
        note: String::new(),
    };
    let save = |text: &str| Ask::SaveReadings {
        key: OperationKey::fresh(),
        seen: None,
        set: vec![value(text)],
        remove: Vec::new(),
    };
    elsewhere(&mut desk, save("79.25"));
    let stands = |desk: &mut Desk<Office>| {
        let request = Request::Measures(Ask::Indicator { id });
        let Ok(Answer::Measures(Told::Indicator(measured))) = desk.office.answer(&request) else {
            panic!("no indicator");
        };
        let mut readings = measured.readings.into_iter();
        let found = readings.find(|it| it.interval == value("1").interval);
        found.expect("a value").value.to_string()
    };
    desk.press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Người khác vừa ghi")
        .shows("79,25")
        .shows("[81,5");
    assert_eq!(stands(&mut desk), "79.25");
    // What stands there is still beside it when the sentence has gone.
    desk.press("<Left>").shows("Đang ghi: 79,25");
    desk.press("<F10>").shows("Đã ghi 1 số liệu");
    assert_eq!(stands(&mut desk), "81.5");
}

#[test]
fn of_two_who_enter_a_month_the_slower_sees_the_other_one_keeps_the_own_and_decides() {
    let mut desk = sit((80, 24), "cv.snv", screens::caseload());
    desk.press("snv<Enter><Home><F2>").shows("5/2023");
    let agencies = &desk.office.facts().agencies;
    let agency = agencies
        .iter()
        .find(|it| it.code == "SNV")
        .expect("an agency")
        .id;
    let request = Request::Measures(Ask::CaseloadOf { agency });
    let Ok(Answer::Measures(Told::CaseloadOf(months))) = desk.office.answer(&request) else {
        panic!("no files");
    };
    let was = months[0];
    let typed = was.solved_late + 7;
    desk.press("<Down><Down><C-u>")
        .press(&format!("{}<Tab><C-u>{typed}", was.solved_on_time - 7));
    let mut other = was;
    other.received += 3;
    other.open_in_time += 3;
    let save = Ask::SaveCaseload {
        key: OperationKey::fresh(),
        seen: None,
        set: vec![other],
        remove: Vec::new(),
    };
    elsewhere(&mut desk, save);
    desk.press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Người khác vừa ghi SNV")
        .shows(&format!("[{typed}"));
    // What was not touched stands as the other one has it; saved again, both are in.
    desk.press("<F10>").shows("Đã ghi");
    let Ok(Answer::Measures(Told::CaseloadOf(months))) = desk.office.answer(&request) else {
        panic!("no files");
    };
    let both = (
        months[0].received,
        months[0].open_in_time,
        months[0].solved_late,
    );
    assert_eq!(both, (other.received, other.open_in_time, typed));
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
