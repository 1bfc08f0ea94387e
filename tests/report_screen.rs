//! Reports as a monitor reads them: figures, periods, groupings, what stands behind a row, a past day.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "desk/mod.rs"]
mod desk;

use cchc::domain::condition::ConditionKind;
use cchc::domain::report::{Kind, Spec};
use cchc::ui::screen::Screen;
use cchc::ui::screens;
use cchc::work::request::Request;
use desk::{Desk, Office};

fn sit(screen: Box<dyn Screen>) -> Desk<Office> {
    Desk::at_sample((80, 24), "cv.snv", screen)
}

fn completion() -> Box<dyn Screen> {
    screens::report(Spec::new(Kind::Completion))
}

#[test]
fn the_signed_table_is_read_by_period_and_grouping_and_opens_what_it_counted() {
    let mut desk = sit(completion());
    println!("{}", desk.picture());
    desk.shows("Kết quả thực hiện nhiệm vụ")
        .shows("mọi thời gian")
        .shows("Tổng cộng");
    desk.press("<F7>").shows("Kỳ báo cáo");
    desk.press("quý II/2023<F10>");
    println!("{}", desk.picture());
    desk.shows("01/04/2023 đến 30/06/2023; theo hạn");
    desk.press("<F7>năm gì<F10>").shows("không phải một kỳ");
    desk.press("<F12><F11>").shows("theo nơi tiếp nhận hôm nay");
    desk.press("<F11>")
        .shows("theo lĩnh vực")
        .shows("Cải cách thể chế");
    desk.press("<F11>")
        .shows("theo người đứng đầu")
        .shows("Giám đốc");
    desk.press("<F11>/thong tin");
    println!("{}", desk.picture());
    desk.shows("Sở Thông tin và Truyền…").hides("Sở Tư pháp");
    desk.press("<Enter><Enter>");
    println!("{}", desk.picture());
    desk.shows("STTTT");
    // The list lets its filter go first, as every list does.
    desk.press("<F12><F12>").shows("Kết quả thực hiện");
    desk.press("<Esc>").shows("Ban Dân tộc");
}

#[test]
fn of_one_agency_the_rows_leave_out_its_name_which_stands_above_and_have_room_for_their_titles() {
    let mut desk = sit(screens::report(Spec::new(Kind::Late)));
    desk.press("<Enter>");
    println!("{}", desk.picture());
    desk.shows("từng dòng; ")
        .shows("Văn phòng Ủy ban nhân dân Thành phố;")
        .hides("Văn phòng UBND")
        .shows("Quy định rõ cơ quan chịu tr…");
    // In a wide window it stands in its place again.
    desk.resize((200, 24));
    println!("{}", desk.picture());
    desk.shows("Văn phòng UBND");
}

#[test]
fn rows_are_sorted_by_a_column_the_largest_first_and_turned_round() {
    let mut desk = sit(screens::report(Spec::new(Kind::Heads)));
    println!("{}", desk.picture());
    desk.shows("Trách nhiệm người đứng đầu").shows("Đang trễ");
    desk.press("<Right><Right>").shows("giảm dần");
    desk.press("s").shows("tăng dần");
}

#[test]
fn the_sheet_of_a_head_is_one_page() {
    let mut desk = sit(screens::report(Spec::new(Kind::Heads)));
    desk.press("<Enter>");
    println!("{}", desk.picture());
    desk.shows("Chánh Văn phòng Ủy ban nhân dân")
        .shows("Đang trễ")
        .shows("Đang nợ giải trình")
        .shows("Kiến nghị xử lý");
}

#[test]
fn the_menu_and_the_command_line_open_reports_by_their_names() {
    let mut desk = sit(screens::reports());
    println!("{}", desk.picture());
    desk.shows("Giữ lời").shows("bảng để ký");
    desk.press("giu loi<Enter>").shows("Ban đầu");
    println!("{}", desk.picture());
    desk.press(":trách nhiệm<Enter>").shows("người đứng đầu");
    desk.press(":báo cáo kết quả<Enter>").shows("Chưa HT");
    desk.press(":báo cáo vớ vẩn<Enter>")
        .shows("Không có báo cáo");
}

#[test]
fn the_number_of_the_chosen_column_is_opened_by_itself() {
    let mut desk = sit(completion());
    desk.press("/stc<Enter><Esc>/tai chinh<Enter>");
    // Column by column to "Hoàn thành đúng hạn", the second after the name.
    desk.press("<Right><Right><Right>")
        .shows("Enter mở số của cột này");
    desk.press("<Enter>");
    println!("{}", desk.picture());
    let asked = desk.asked().iter().rev().find_map(|request| match request {
        Request::Page { query, .. } => Some(query.filter.clone()),
        _ => None,
    });
    let filter = asked.expect("a list was asked for");
    assert_eq!(filter.conditions, [ConditionKind::DoneOnTime]);
    assert_eq!(filter.agencies.len(), 1);
}

#[test]
fn a_past_day_is_looked_at_and_left_again() {
    let mut desk = sit(screens::home(Vec::new(), None));
    desk.press(":như ngày 31/3/2023<Enter>");
    println!("{}", desk.picture());
    desk.shows("CHỈ XEM").shows("31/03/2023");
    desk.press(":kết quả<Enter>").shows("đến ngày 31/03/2023");
    desk.press(":như ngày 31/12/2024<Enter>")
        .shows("ngày đã qua");
    desk.press(":như ngày<Enter>")
        .shows("15/06/2023")
        .hides("CHỈ XEM");
}

#[test]
fn what_was_being_typed_when_a_past_day_came_is_there_again_afterwards() {
    let mut desk = sit(screens::home(Vec::new(), None));
    desk.hold().press(":như ngày 31/3/2023<Enter>");
    desk.press(":thêm<Enter>").paste("Việc viết dở");
    desk.shows("Việc viết dở").hides("CHỈ XEM");
    desk.release().shows("CHỈ XEM").hides("Việc viết dở");
    desk.press(":như ngày<Enter>").hides("CHỈ XEM");
    desk.press(":thêm<Enter>").shows("Việc viết dở");
}

#[test]
fn a_past_day_of_the_sample_knows_what_had_been_reported_by_then() {
    let mut desk = sit(screens::home(Vec::new(), None));
    desk.press(":như ngày 31/3/2023<Enter>").shows("CHỈ XEM");
    desk.press(":hồ sơ<Enter>").shows("Tháng 2/2023");
    desk.hides("Tháng 3/2023").hides("Tháng 5/2023");
}

#[test]
fn a_row_of_sums_keeps_its_name_where_the_first_column_has_no_room() {
    let desk = sit(screens::report(Spec::new(Kind::Series)));
    desk.hides("KH9010/22-060").shows("Tổng cộng");
}

#[test]
fn months_and_half_years_are_said_in_words_and_files_name_their_month() {
    let desk = sit(screens::report(Spec::new(Kind::Indicators)));
    desk.shows("Quý IV/2022")
        .shows("6T đầu/2023")
        .hides("2023-H1");
    let mut desk = sit(screens::report(Spec::new(Kind::Caseload)));
    desk.shows("01/05/2023 đến 31/05/2023; theo cơ quan");
    desk.shows("Tháng 5/2023").hides("mọi thời gian");
    desk.press("<Enter>").shows("Tháng 4/2023");
}

#[test]
fn what_went_round_opens_who_held_it_and_that_opens_the_task() {
    let mut desk = sit(screens::report(Spec::new(Kind::Loops)));
    desk.press("<Enter>").shows("Ai giữ").shows("nhiệm vụ :");
    desk.press("<Enter>").shows("Qua tay");
}
