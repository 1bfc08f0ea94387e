//! The terminal as a clerk meets it: the page on which it is tried, economy for slow lines, the meter,
//! and keys that were typed ahead of what nobody could know.

#![allow(clippy::unwrap_used)]

mod desk;

use cchc::domain::query::Query;
use cchc::ui::screens;
use cchc::ui::terminal::{Colour, Glyphs, Speed};
use cchc::work::request::Request;
use desk::{Desk, Drawer, a_task, facts};

fn tasks() -> Vec<cchc::domain::task::Task> {
    let task = |id, title: &str| a_task(title).due("2023-06-30").numbered(id);
    vec![
        task(1, "Rà soát thủ tục hành chính"),
        task(2, "Kết nối Cổng dịch vụ công"),
        task(3, "Báo cáo chỉ số cải cách"),
    ]
}

fn list() -> Desk<Drawer> {
    let screen = screens::tasks(Query::default(), String::new(), None);
    let drawer = Drawer::new(facts(), tasks());
    Desk::new((80, 24), facts(), screen, drawer, Drawer::answer)
}

#[test]
fn the_page_shows_letters_lines_colours_and_what_a_key_sends() {
    let mut desk = list();
    desk.press("<C-o>");
    desk.shows("Kiểm tra màn hình").shows("Đặng Thị Ngọc Huyền");
    desk.shows("─│┌┐")
        .shows("[đầy đủ]")
        .shows("xterm tại máy chủ");
    assert!(
        desk.line("Dong duoi").is_ascii(),
        "it can be read on every terminal"
    );
    assert!(desk.cursor_line().contains("Ký tự"));
    desk.press("<F5>z");
    desk.shows("z = ").shows("F5 =");
    desk.press("<Esc>").shows("Nhiệm vụ theo cơ quan");
}

#[test]
fn each_choice_is_carried_out_at_once_and_told_to_be_remembered() {
    let mut desk = list();
    desk.press("<C-o>1").shows("[an toàn]");
    desk.press("1").shows("[không dấu]");
    assert_eq!(desk.treated().glyphs, Glyphs::Plain);
    desk.press("2");
    assert_eq!(desk.treated().colour, Colour::Eight);
    desk.press("44").shows("9600 bit/giây");
    assert_eq!(desk.treated().speed, Speed::slow(9_600));
    desk.press("3").shows("[nền tối]");
    desk.press("5").shows("[Telex]").shows("TELEX");
    desk.press("<Home><Enter>").shows("[ASCII]");
}

#[test]
fn one_key_changes_characters_colours_and_economy_on_every_screen() {
    let mut desk = list();
    desk.press("<C-g>").shows("Ký tự: an toàn");
    desk.press("<C-y>").shows("Màu: 8 màu");
    desk.press("<C-e>").shows("19200 bit/giây");
    desk.press("<F6><C-g>").shows("Ký tự: không dấu");
    desk.press("<Esc>:tiet kiem<Enter>").shows("9600 bit/giây");
}

#[test]
fn on_a_slow_line_the_preview_stays_until_the_keys_rest() {
    let mut desk = list();
    desk.press("<C-e>").rest();
    desk.shows("#1 ");
    desk.press("<Down>");
    assert!(
        desk.cursor_line().contains("Kết nối"),
        "the list answers at once"
    );
    desk.shows("#1 ").hides("#2 ");
    desk.rest().shows("#2 ").hides("#1 ");
    // On a fast line nothing waits.
    desk.press("<C-e><C-e><C-e><Down>").shows("#3 ");
}

/// So often a page of tasks was asked for.
fn pages(desk: &Desk<Drawer>) -> usize {
    let asked = desk.asked().iter();
    asked
        .filter(|request| matches!(request, Request::Page { .. }))
        .count()
}

#[test]
fn on_a_slow_line_suggestions_wait_until_the_keys_rest() {
    let mut desk = list();
    desk.press("<C-e>").rest();
    desk.press(":").hides("filter").shows("Rà soát");
    desk.press("lo").hides("filter");
    assert!(
        desk.cursor_line().starts_with(":[lo "),
        "{}",
        desk.picture()
    );
    desk.rest().shows("filter");
    desk.press("c x").shows("filter");
    desk.rest().hides("filter");
    // What Tab goes through is the answer to Tab; and Enter obeys what stands on the line.
    desk.press("<C-u>lo<Tab>").shows("> lọc");
    desk.press("<C-u>nhat ky<Enter>").shows("Nhật ký");
}

#[test]
fn on_a_slow_line_the_list_follows_what_is_being_found_when_the_keys_rest() {
    let mut desk = list();
    desk.press("<C-e>").rest();
    let before = pages(&desk);
    desk.press("/ket noi");
    assert_eq!(pages(&desk), before, "nothing is asked while letters come");
    desk.shows("Rà soát")
        .shows("Tìm: ket noi")
        .hides("nhiệm vụ ·");
    desk.rest().hides("Rà soát").shows("Kết nối");
    assert_eq!(pages(&desk), before + 1);
    // Enter before the list has followed takes what was typed, not what shows.
    desk.press("<C-u>bao cao<Enter>")
        .shows("Báo cáo")
        .hides("Kết nối");
    assert!(desk.cursor_line().contains("Báo cáo"), "{}", desk.picture());
    desk.press("<Enter>").shows("Nhiệm vụ #3");
}

#[test]
fn on_a_slow_line_esc_before_the_list_has_followed_shows_everything_again() {
    let mut desk = list();
    desk.press("<C-e>").rest();
    desk.press("/ket noi<Esc>")
        .shows("Rà soát")
        .shows("Kết nối");
    desk.rest().shows("Rà soát").shows("Kết nối");
}

#[test]
fn on_a_slow_line_the_tasks_of_an_agency_wait_until_the_keys_rest() {
    let mut desk = list();
    desk.press("<C-e>").rest();
    let before = pages(&desk);
    desk.press("<Tab><Down><Down><Down>");
    assert_eq!(pages(&desk), before, "the cursor is under way");
    // No key works on tasks of another agency than the one that is named.
    desk.press("<F2>").hides("Trạng thái của");
    assert_eq!(pages(&desk), before + 1);
    desk.press("<Up><Up><Up><Enter>").shows("Rà soát");
    assert!(desk.cursor_line().contains("Rà soát"), "{}", desk.picture());
    // A key that was struck before its rows were there is carried out on them.
    desk.press("<Tab><Down><Down><Down>");
    desk.press("stttt<F2>").shows("Trạng thái của");
}

#[test]
fn on_a_slow_line_a_choice_takes_what_was_typed_and_not_what_still_shows() {
    let mut desk = list();
    desk.press("<C-e>").rest();
    desk.press("<F6><Tab><Tab><Tab><F4>").rest();
    desk.shows("VPUB").shows("> ");
    desk.press("stttt").shows("VPUB");
    assert!(!desk.has(">"), "no mark on what is old\n{}", desk.picture());
    assert!(desk.cursor_line().contains("stttt"), "{}", desk.picture());
    desk.press("<Enter>").shows("Sở Thông tin và Truyền thông");
    desk.press("<Up><F4>stc").rest();
    desk.hides("VPUB").shows("> STC");
    // An arrow is answered at once, with the list as it is.
    desk.press("<BS><BS><BS>q<Down>").hides("VPUB").shows(">");
}

#[test]
fn the_meter_says_what_the_last_frames_have_cost() {
    let mut desk = list();
    desk.hides("trung bình");
    desk.press(":do<Enter>").press("<Down>");
    desk.shows("0 B 0 ms · trung bình 0 B");
    desk.press(":do<Enter>").press("<Down>").hides("trung bình");
}

/// Progress is about to be saved, and somebody else has just changed the same task.
fn a_conflict() -> Desk<Drawer> {
    let mut desk = list();
    desk.press("2<Enter><Tab>Đã cấp 50/58");
    let other = desk.office.task(1);
    other.progress = Some(80);
    other.version += 1;
    desk.hold();
    desk.press("<F10>");
    desk
}

fn saves(desk: &Desk<Drawer>) -> usize {
    let asked = desk.asked().iter();
    asked
        .filter(|request| matches!(request, Request::Perform { .. }))
        .count()
}

#[test]
fn keys_typed_before_a_conflict_could_be_seen_do_not_reach_it() {
    let mut desk = a_conflict();
    // A clerk who is sure of the save types on.
    desk.type_ahead("<F10><F10>");
    desk.release();
    desk.shows("NGƯỜI KHÁC VỪA SỬA");
    desk.shows("2 phím gõ trước khi hộp này hiện ra đã được bỏ qua");
    assert_eq!(saves(&desk), 1, "nothing was saved over the other change");
    desk.press("<F10>");
    assert_eq!(
        saves(&desk),
        2,
        "struck after the frame, a key counts again"
    );
    assert_eq!(desk.office.task(1).progress_note, "Đã cấp 50/58");
}

#[test]
fn keys_typed_ahead_of_what_was_asked_for_go_where_they_were_meant() {
    let mut desk = list();
    desk.hold();
    desk.type_ahead(":nhiem vu<Enter><Down><Down>");
    desk.release();
    assert!(desk.cursor_line().contains("Báo cáo"), "{}", desk.picture());
}

#[test]
fn finding_from_home_opens_even_while_the_list_is_on_its_way() {
    let mut desk = Desk::at_sample((80, 24), "cv.snv", screens::home(Vec::new(), None));
    desk.hold();
    desk.type_ahead("/so hoa");
    desk.release();
    desk.shows("Tìm: so hoa");
}

#[test]
fn two_commands_that_came_as_one_letter_act_one_after_the_other() {
    // An input method that commits late sends `u` and `s` as ú: undo is answered before the order of
    // the list changes.
    let mut desk = list();
    let before = desk.asked().len();
    desk.hold();
    desk.type_ahead("ú");
    let asked = &desk.asked()[before..];
    assert!(matches!(asked, [Request::NextUndo]), "{asked:?}");
    desk.release();
    desk.shows("thứ tự: số mới trước");
}
