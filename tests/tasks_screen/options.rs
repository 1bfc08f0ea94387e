//! Digits and marks beside rows.

use cchc::ui::action::Action;
use cchc::ui::keys::Context;
use cchc::ui::screen::{Effect, Screen, Topic, Ui};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::*;

#[test]
fn digits_stay_with_their_rows_over_pages_and_agencies() {
    let mut desk = at_sttt(a_pile(40));
    desk.press("9<Down>92");
    desk.shows(" 9  05/06/23")
        .shows(" 9  07/06/23")
        .shows(" 2  08/06/23");
    desk.shows("3 dòng đã chọn thao tác: 9 9 2 · Enter xem lại");
    desk.press("<PgDn><PgUp>").shows(" 2  08/06/23");
    desk.press("<Tab><Up>").shows("3 dòng đã chọn thao tác");
    desk.press("<Down><Tab>").shows(" 2  08/06/23");
    desk.press("<Home><Del>")
        .shows("2 dòng đã chọn thao tác: 9 2");
    desk.hides(" 9  05/06/23");
}

/// A place from which the main screen opens.
struct Lobby;

impl Screen for Lobby {
    fn context(&self) -> Context {
        Context::Page
    }
    fn title(&self, _: &Ui) -> String {
        "Sảnh".to_owned()
    }
    fn act(&mut self, _: Action, _: &Ui) -> Vec<Effect> {
        let at = Some(agency("STTTT"));
        let tasks = cchc::ui::screens::tasks(Query::default(), String::new(), at);
        vec![Effect::Open(tasks)]
    }
    fn draw(&mut self, _: Rect, _: &mut Buffer, _: &Ui) -> Option<Position> {
        None
    }
    fn topic(&self) -> Topic {
        Topic::Home
    }
}

#[test]
fn digits_outlive_the_screen_that_was_left() {
    let office = Drawer::new(facts(), a_pile(4));
    let lobby = Box::new(Lobby);
    let mut desk = Desk::new((80, 24), facts(), lobby, office, Drawer::answer);
    desk.press("<Enter>9<Esc>")
        .shows("Sảnh")
        .shows("1 thao tác chưa ghi được giữ");
    assert_eq!(desk.app().unsaved().len(), 1);
    desk.press("<Enter>").shows("1 dòng đã chọn thao tác: 9");
    assert_eq!(desk.app().unsaved().len(), 1, "kept once");
    desk.press("<Del><F3><Enter>").hides("đã chọn thao tác");
    assert!(desk.app().unsaved().is_empty());
}

#[test]
fn digits_outlive_the_way_home_by_its_name_and_a_look_at_a_past_day() {
    for way in [":trang chủ<Enter>", ":như ngày 1/6/2023<Enter>"] {
        let home = cchc::ui::screens::home(Vec::new(), None);
        let mut desk = Desk::at_sample((80, 24), "cv.snv", home);
        desk.press("18").shows("1 dòng đã chọn thao tác: 8");
        desk.press(way).shows("Việc hôm nay");
        assert_eq!(desk.app().unsaved().len(), 1, "{way}");
        desk.press(":như ngày<Enter>1")
            .shows("1 dòng đã chọn thao tác: 8");
    }
}

#[test]
fn marks_are_signs_beside_rows_and_space_takes_them_away() {
    let mut desk = at_sttt(a_pile(4));
    desk.press("<Space><Space>").shows("đánh dấu 2 dòng (F2)");
    desk.shows("! _* 05/06/23");
    desk.press("<Up><Space>").shows("đánh dấu 1 dòng (F2)");
}

#[test]
fn a_taken_back_group_is_shown_as_it_is_now() {
    let mut desk = at_sttt(a_pile(3));
    let mut before = desk.office.task(1).clone();
    before.status = Status::NotStarted;
    let told = format!("Đã hoàn tác: nhiệm vụ {}.", before.code);
    desk.office.remember(vec![before]);
    desk.press("<F9>")
        .shows("!>_  05/06/23   -8 Chưa")
        .shows(&told);
}

#[test]
fn what_a_key_opens_speaks_of_the_row_under_the_cursor() {
    let mut desk = at_sttt(the_picture());
    desk.press("<Down><Enter>")
        .shows("KH9125/23-041.STTTT")
        .hides("Đánh giá chuyển đổi số");
    desk.press("<F12>").shows("!>_  31/05/23");
    desk.press("5")
        .shows("KH9125/23-041.STTTT")
        .hides("Đánh giá chuyển đổi số");
    desk.press("<F12>").shows("!>_  31/05/23");
}
