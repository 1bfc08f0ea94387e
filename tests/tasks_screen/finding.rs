//! Finding as one types.

use crate::*;

#[test]
fn finding_narrows_with_each_letter_without_accents() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("/thu tuc");
    desk.shows("Tìm: thu tuc   2 nhiệm vụ");
    desk.shows("Rà soát thủ tục")
        .shows("Công bố thủ tục")
        .hides("Xây dựng kho");
    desk.press("<BS><BS><BS><BS><BS><BS><BS>do thi");
    desk.shows("đô thị thông minh").hides("Rà soát");
    desk.press("<Enter>")
        .shows("Lọc: do thi · 1 nhiệm vụ")
        .shows("F7 sửa · Esc bỏ lọc");
    desk.press("<Esc>").hides("Lọc:").shows("Xây dựng kho");
    desk.press("/kho<Esc>")
        .hides("Lọc:")
        .shows("Bố trí công chức");
}

#[test]
fn a_find_that_finds_nothing_says_how_to_go_on() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("/khong co<Enter>")
        .shows("Không có nhiệm vụ nào khớp. Esc bỏ lọc, F7 sửa.");
}

#[test]
fn an_interrupted_search_shows_what_it_has_and_goes_on() {
    let mut desk = at_sttt(a_pile(30));
    desk.office.patience = Some(5);
    desk.hold();
    desk.press("/viec");
    desk.release_one(); // the answer to the first letter is not wanted any more
    desk.shows("đang tìm…");
    desk.release_one(); // the first five of the whole word
    desk.shows("Việc thứ 005")
        .hides("Việc thứ 006")
        .shows("đang tìm…");
    desk.press("<Down>").release();
    desk.shows("Việc thứ 014")
        .hides("đang tìm…")
        .shows("30 nhiệm vụ");
    desk.press("<Enter>");
    assert!(desk.cursor_line().contains("thứ 002"), "{}", desk.picture());
}

#[test]
fn a_filter_in_words_narrows_the_list_and_the_pane() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("<F7>cq:vpub,snv \"quá hạn\"<F10>");
    desk.shows("Lọc: cq:vpub,snv \"quá hạn\" · 2 nhiệm vụ");
    desk.shows("Rà soát thủ tục")
        .shows("Bố trí công chức")
        .hides("Công bố thủ tục");
    desk.hides("STTTT").shows("   VPUB");
    desk.press("/noi bo<Enter>")
        .shows("\"quá hạn\" noi bo · 1 nhiệm vụ");
    desk.press("<Esc>").hides("Lọc:").shows("STTTT");
}

#[test]
fn a_saved_view_is_opened_by_its_name_from_anywhere() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("<F7>cq:vpub,snv \"quá hạn\"<F10>");
    desk.press("<F8><F6>Nội vụ trễ<Enter><Esc><Esc>");
    desk.shows("Xây dựng kho").hides("Lọc:");
    desk.press(":xem noi vu tre<Enter>");
    desk.shows("Lọc: cq:vpub,snv \"quá hạn\" · 2 nhiệm vụ");
    desk.press("<Esc>").hides("Lọc:");
    desk.press(":xem nội vụ trê1<Enter>")
        .shows("Không có bộ lọc đã lưu \"nội vụ trê1\"")
        .shows("Có phải \"Nội vụ trễ\"?");
    desk.press("<Esc>:views chẳng có<Enter>")
        .shows("Không có bộ lọc đã lưu \"chẳng có\".")
        .hides("Có phải");
    // Without a name all of them are listed.
    desk.press("<Esc>:xem<Enter>").shows("Bộ lọc đã lưu");
    desk.shows("Nội vụ trễ");
}

#[test]
fn a_filter_that_was_begun_and_left_is_recalled_by_f9() {
    let mut desk = sit((80, 24), the_picture(), None);
    desk.press("<F7>cq:vpub hạn<lt>30/6<Esc>").hides("cq:vpub");
    desk.press("<F7>").hides("cq:vpub");
    desk.press("<F9>").shows("cq:vpub hạn<30/6");
}
