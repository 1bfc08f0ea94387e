//! Digits and marks beside rows.

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

#[test]
fn leaving_while_digits_stand_loses_nothing_by_accident() {
    let mut desk = at_sttt(a_pile(4));
    desk.press("9<Esc>").shows("Còn 1 thao tác chưa ghi");
    assert!(!desk.app().is_done());
    desk.press("<Esc>").shows("Còn 1 thao tác chưa ghi");
    desk.press("<Down><F3>").shows("F3 lần nữa");
    desk.press("<F3>");
    assert!(desk.app().is_done());
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
    desk.office.remember(vec![before]);
    desk.press("<F9>")
        .shows("!>_  05/06/23   -8 Chưa")
        .shows("Đã hoàn tác 1 nhiệm vụ");
}
