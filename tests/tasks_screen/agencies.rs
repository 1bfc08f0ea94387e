//! The pane of agencies and the list that follows it.

use crate::*;

#[test]
fn letters_in_the_pane_jump_by_code_initials_and_name() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("<F4>stc").shows("Sở Tài chính · Giám đốc Sở");
    desk.shows("Đến cơ quan: stc");
    desk.press("<Esc>quan 4").shows("Ủy ban nhân dân Quận 4");
    desk.shows("Giải quyết hồ sơ đất đai");
    desk.press("<Esc>snv").shows("Bố trí công chức theo vị trí");
    desk.press("<Esc>tttt")
        .shows("Sở Thông tin và Truyền thông");
    desk.press("zzz").shows("Không có cơ quan nào là");
    desk.press("<Enter><Down>").shows("!>_  31/05/23");
}

#[test]
fn the_list_follows_the_pane_and_groups_have_sums() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("<Tab><Down>");
    desk.shows(">─ Sở")
        .shows("5 trễ · 2 sắp đến hạn · 13 chưa HT");
    desk.hides("Giải quyết hồ sơ đất đai");
    desk.press("<Down>")
        .shows("Văn phòng UBND Thành phố · Chánh Văn phòng");
    desk.shows("Rà soát thủ tục hành chính nội bộ")
        .hides("Xây dựng kho");
}

#[test]
fn an_answer_to_an_older_question_is_not_shown() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("<Tab>").hold();
    desk.press("<Down><Down><Down>"); // Sở, VPUB, SNV: only the first is asked so far
    desk.release_one();
    desk.shows("Giải quyết hồ sơ đất đai").shows("đang tìm…");
    desk.release();
    desk.shows("Bố trí công chức")
        .hides("Rà soát thủ tục")
        .hides("đang tìm…");
    let asked = desk.asked().iter();
    let followed = asked.filter(|request| matches!(request, Request::Page { .. }));
    assert_eq!(
        followed.count(),
        3,
        "VPUB was left before it could be asked for"
    );
}

#[test]
fn keys_typed_while_rows_are_on_their_way_reach_the_right_rows() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("<Tab>").hold();
    desk.press("<Down><Down><Enter>9");
    desk.release();
    desk.shows(" 9  12/06/23")
        .shows("1 dòng đã chọn thao tác: 9");
}

#[test]
fn a_failed_question_leaves_no_rows_of_another_agency() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("<Tab>");
    desk.office.is_broken = true;
    // Nor does anybody say that it has none.
    desk.press("<Down>")
        .hides("Giải quyết hồ sơ đất đai")
        .hides("Không có nhiệm vụ nào");
    desk.office.is_broken = false;
    desk.press("<F5>").shows("Xây dựng kho");
}

#[test]
fn on_narrow_screens_the_pane_takes_the_place_of_the_list() {
    let mut desk = sit((60, 16), the_picture(), None);
    desk.shows("Giải quyết hồ sơ đất đai").hides("─ Sở");
    desk.press("<Tab>").shows("─ Sở").hides("Giải quyết");
    desk.press("snv<Enter>")
        .shows("Bố trí công chức")
        .hides("─ Sở");
}
