//! Late tasks with their causes, the table of reporting windows, and the report of a period, as people work in them.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "desk/mod.rs"]
mod desk;

use cchc::domain::report::{Kind, Spec};
use cchc::ui::screen::Screen;
use cchc::ui::screens;
use desk::{Desk, Office};

fn sit(size: (u16, u16), login: &str, screen: Box<dyn Screen>) -> Desk<Office> {
    Desk::at_sample(size, login, screen)
}

#[test]
fn late_tasks_are_counted_by_cause_and_a_row_opens_them_one_by_one() {
    let mut desk = sit((80, 24), "cv.snv", screens::report(Spec::new(Kind::Late)));
    println!("{}", desk.picture());
    desk.shows("Nhiệm vụ trễ hạn")
        .shows("h.dẫn k.phí người quan Khác  nêu")
        .shows("chỉ tính việc đang trễ");
    desk.press("<F7>kỳ báo cáo quý I/2023<F10>");
    println!("{}", desk.picture());
    desk.shows("15/12/2022 đến 14/03/2023");
    desk.press("<Enter>");
    println!("{}", desk.picture());
    desk.shows("từng dòng").shows("Nguyên nhân");
    // A single task stands behind each row.
    desk.press("<Enter>").hides("từng dòng");
}

#[test]
fn the_period_field_offers_the_windows_and_what_is_due_next_comes_first() {
    let mut desk = sit((80, 24), "cv.snv", screens::report(Spec::new(Kind::Late)));
    desk.press("<F7><F4>");
    println!("{}", desk.picture());
    desk.shows("Tháng 6/2023").shows("Hạn gửi 20/06/2023");
    desk.press("quy ii 2023<Enter>")
        .shows("kỳ báo cáo Quý II/2023");
    desk.press("<F10>").shows("15/03/2023 đến 14/06/2023");
}

#[test]
fn an_administrator_edits_a_window_and_takes_it_back() {
    let mut desk = sit((80, 24), "qt.snv", screens::windows());
    println!("{}", desk.picture());
    desk.shows("Kỳ báo cáo năm 2023").shows("20/06/2023");
    desk.press("<Right>").shows("năm 2024");
    desk.press("<Left>quy iii<Enter>").shows("Hạn gửi");
    println!("{}", desk.picture());
    // An end before the beginning is refused in words, and nothing is lost.
    desk.press("<Down><Down><Down><C-u>1/6/2023<F10>")
        .shows("ngày cuối trước ngày đầu");
    desk.press("<C-u>10/9/2023<F10>")
        .shows("Đã ghi 1 kỳ báo cáo");
    desk.shows("10/09/2023");
    desk.press("<F9>").shows("Đã hoàn tác").hides("10/09/2023");
    // One key removes nothing.
    desk.press("<Del>").shows("Xóa kỳ \"Quý III/2023\"?");
    desk.press("<Esc>").shows("Quý III");
    desk.press("<Del><F10>")
        .shows("Đã xóa 1 kỳ")
        .hides("Quý III");
}

#[test]
fn a_monitor_sees_the_table_and_what_is_due_soon_but_changes_nothing() {
    let mut desk = sit((80, 24), "cv.snv", screens::windows());
    desk.press("<F6>").shows("Chỉ quản trị");
    let home = sit((80, 24), "cv.snv", screens::home(Vec::new(), None));
    println!("{}", home.picture());
    home.shows("BC Tháng 6/2023, Quý II/2023, 6 tháng đầu năm 2023: hạn 20/06/23");
    let clerk = sit((80, 24), "cv.stttt", screens::home(Vec::new(), None));
    clerk.hides("hạn 20/06/23");
    let mut calendar = sit((80, 24), "cv.snv", screens::calendar());
    calendar.press("20/6<Enter>");
    println!("{}", calendar.picture());
    calendar.shows("hạn gửi BC");
}

#[test]
fn the_report_of_a_period_lists_its_parts_and_each_opens_about_the_same_days() {
    let mut desk = sit((80, 24), "cv.snv", screens::reports());
    desk.press("bao cao ky<Enter>");
    println!("{}", desk.picture());
    desk.shows("Báo cáo kỳ 6 tháng đầu năm 2023")
        .shows("15/12/2022 đến 14/06/2023; Hạn gửi 20/06/2023")
        .shows("Danh sách việc trễ")
        .hides("…  …");
    desk.press("<Enter>")
        .shows("Kết quả thực hiện nhiệm vụ")
        .shows("15/12/2022 đến 14/06/2023");
    desk.press("<F12><Left>").shows("6 tháng cuối năm 2022");
    desk.press("<F7><C-u>kỳ báo cáo quý I/2023<F10>")
        .shows("Báo cáo kỳ Quý I/2023");
    desk.press("<Right>").shows("Báo cáo kỳ Quý II/2023");
    desk.press(":xuất<Enter>")
        .shows("bao-cao-ky-2023-06-14.docx")
        .shows(".docx, .xlsx");
    desk.press("<Esc>");
    let low = sit((60, 16), "cv.snv", screens::period_report());
    println!("{}", low.picture());
    low.shows("Báo cáo kỳ");
}
