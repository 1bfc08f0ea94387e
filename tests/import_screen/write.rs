//! What is written is said before; it goes on beside other work; it is taken back as one.

use cchc::ui::screens;
use cchc::work::request::Request;
use cchc::work::request::import::BatchState;

use crate::desk::{Desk, facts};
use crate::office::Reader;
use crate::{preview, rows};

fn writes(desk: &Desk<Reader>) -> usize {
    let is_write = |request: &&Request| matches!(request, Request::ImportStage { .. });
    desk.asked().iter().filter(is_write).count()
}

#[test]
fn f10_says_what_will_be_written_and_f10_again_writes() {
    let mut desk = preview((80, 24));
    desk.press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Sẽ ghi 1.234 nhiệm vụ của cơ quan từ tệp phu-luc.xlsx");
    desk.shows("tối đa 5 đợt").shows("Còn 5 dòng cần rà soát");
    assert_eq!(writes(&desk), 0);
    desk.press("<F10>");
    assert_eq!(writes(&desk), 1);
    println!("{}", desk.picture());
    desk.shows("Đã nhập xong: 123 nhiệm vụ mới");
    desk.press("<Esc>");
    // The preview is done with; the list of imports has one more, the form is empty.
    desk.shows("Nhập phụ lục")
        .shows("đã nhập")
        .hides("/srv/phu-luc");
}

#[test]
fn enter_shows_the_tasks_that_were_written_and_no_others() {
    let mut desk = preview((80, 24));
    desk.press("<F10><F10><Enter>").shows("nhập:7");
}

#[test]
fn an_import_is_taken_back_as_one_right_after() {
    let mut desk = preview((80, 24));
    desk.press("<F10><F10><F9>");
    assert_eq!(desk.office.batches[0].state, BatchState::TakenBack);
    desk.shows("đã lấy lại");
}

#[test]
fn esc_asks_before_it_ends_the_writing_and_the_screen_can_be_left() {
    let mut desk = preview((80, 24));
    desk.press("<F10>").hold().press("<F10>");
    desk.shows("Đang ghi");
    desk.press("<Esc>").shows("Dừng nhập?");
    desk.press("<Esc>").hides("Dừng nhập?");
    assert_eq!(desk.cancelled(), 0);
    // What can be done stands in the bar, and nothing else.
    let bar = desk.screen().last().cloned().unwrap_or_default();
    assert!(bar.contains("Esc Dừng"), "{bar}");
    assert!(bar.contains("F3 Về Việc hôm nay"), "{bar}");
    assert!(!bar.contains("F9") && !bar.contains("F10"), "{bar}");
    desk.press("<Esc><F10>").hides("Dừng nhập?");
    assert_eq!(desk.cancelled(), 1);
    desk.release();
    desk.shows("Đã nhập 123 nhiệm vụ mới");
}

#[test]
fn nothing_is_written_twice_by_an_impatient_hand() {
    let mut desk = preview((80, 24));
    desk.press("<F10>")
        .hold()
        .press("<F10><F10><Enter><F10>")
        .release();
    assert_eq!(writes(&desk), 1);
}

#[test]
fn the_import_is_told_wherever_one_is_by_then() {
    let office = Reader::new(facts(), rows());
    let home = screens::home(Vec::new(), None);
    let mut desk = Desk::new((80, 24), facts(), home, office, Reader::answer);
    desk.press("<F2>")
        .paste("/srv/a.xlsx")
        .press("<F10><F10>")
        .hold();
    desk.press("<F10><F3>");
    desk.shows("Việc hôm nay").shows("Đang ghi");
    desk.release().shows("Đã nhập 123 nhiệm vụ mới");
    desk.press("<F2>").hides("/srv/a.xlsx");
}

#[test]
fn who_leaves_while_tasks_are_written_is_told_so_first() {
    let office = Reader::new(facts(), rows());
    let home = screens::home(Vec::new(), None);
    let mut desk = Desk::new((80, 24), facts(), home, office, Reader::answer);
    desk.press("<F2>")
        .paste("/srv/a.xlsx")
        .press("<F10><F10>")
        .hold();
    desk.press("<F10><F3>").shows("Việc hôm nay");
    desk.press("<F3>").shows("thoát thì máy vẫn đợi ghi xong");
    desk.release().shows("Đã nhập 123 nhiệm vụ mới");
}

#[test]
fn what_runs_is_stopped_from_everywhere_by_its_command() {
    let office = Reader::new(facts(), rows());
    let home = screens::home(Vec::new(), None);
    let mut desk = Desk::new((80, 24), facts(), home, office, Reader::answer);
    desk.press(":dừng<Enter>").shows("Không có việc dài nào");
    desk.press("<F2>")
        .paste("/srv/a.xlsx")
        .press("<F10><F10>")
        .hold();
    desk.press("<F10><F3>");
    desk.shows("Việc hôm nay").shows(":dừng");
    println!("{}", desk.picture());
    desk.press(":dừng<Enter>").shows("Dừng nhập?");
    println!("{}", desk.picture());
    desk.press("<Esc>").hides("Dừng nhập?");
    assert_eq!(desk.cancelled(), 0);
    desk.press(":stop<Enter><F10>").hides("Dừng nhập?");
    assert_eq!(desk.cancelled(), 1);
    desk.release();
}
