//! The coach: what counts, what does not, what is kept; and that every drill begins untouched.

use cchc::domain::error::Error;
use cchc::lang::{EN, VI};
use cchc::ui::practice::{Record, Records, Score};
use cchc::ui::screen::Outcome;
use cchc::work::request::Request;

use crate::at_drills;
use crate::desk::{Desk, Office};

#[test]
fn the_list_says_what_to_train_and_what_it_costs() {
    let desk = at_drills();
    desk.shows("THỰC HÀNH").hides("DỮ LIỆU MẪU");
    desk.shows("1 Đến nhiệm vụ quá hạn kế tiếp")
        .shows("0 Thêm nhiệm vụ có thời hạn")
        .shows("Ít nhất");
    assert!(desk.line("Mở theo số").contains(" 7"), "{}", desk.picture());
    let english = Desk::practising(&EN, (80, 24), Records::default());
    english.shows("PRACTICE").shows("Open one agency's tasks");
    let small = Desk::practising(&VI, (60, 16), Records::default());
    small.shows("0 Thêm nhiệm vụ").shows("Tốt nhất");
}

#[test]
fn any_way_to_the_goal_counts_and_says_how_it_could_have_been_shorter() {
    let mut desk = at_drills();
    // Through the pane of agencies instead of F4.
    desk.press("2")
        .shows("Bài 2: Mở danh sách nhiệm vụ của Sở Xây dựng");
    desk.press(":nhiem vu<Enter>").hides("Xong bài");
    desk.press("<Tab>sxd").hides("Xong bài");
    desk.press("<Enter>");
    desk.shows("Xong bài 2: ")
        .shows("Ngắn nhất 4 phím: F4 \"sx\" Enter");
    desk.hides("ít nhất đã biết");
}

#[test]
fn a_wrong_agency_or_a_wrong_row_is_not_the_goal() {
    let mut desk = at_drills();
    desk.press("2<F4>stc<Enter>").hides("Xong bài");
    desk.shows("Sở Tài chính");
    // The right one, after the wrong one: more keys, but it counts.
    desk.press("<F4>sxd<Enter>").shows("Xong bài 2: 10 phím");
    desk.press("<Esc>5<Down>111<Enter><Enter>")
        .hides("Xong bài");
    // Taken back, and done as asked.
    desk.press("<F9><Home>111<Enter><Enter>")
        .shows("Xong bài 5");
}

#[test]
fn three_rows_may_be_accepted_one_by_one() {
    let mut desk = at_drills();
    desk.press("5");
    desk.press("1<Enter><Enter>1<Enter><Enter>")
        .hides("Xong bài");
    desk.press("1<Enter><Enter>").shows("Xong bài 5: 9 phím");
}

#[test]
fn the_clock_runs_from_the_first_key_to_the_one_that_reached_the_goal() {
    let mut desk = at_drills();
    // A person at the desk needs 200 ms for a key; five keys are four intervals.
    desk.press("2<F4>sxd<Enter>")
        .shows("Xong bài 2: 5 phím, 0,8 giây.");
}

#[test]
fn the_last_and_the_best_result_stand_in_the_list_and_are_handed_out_at_the_end() {
    let mut desk = at_drills();
    desk.press("2<F4>sx<Enter><F5><F4>sxd<Enter><Esc>");
    let line = desk.line("2 Mở nhiệm vụ của một cơ quan");
    assert!(line.contains("5 · 0,8s"), "the last one: {line}");
    assert!(line.contains("4 · 0,6s"), "the best one: {line}");
    desk.press("<F3>");
    assert!(desk.app().is_done());
    let Outcome::Practised(kept) = desk.app().outcome() else {
        panic!("left with {:?}", desk.app().outcome());
    };
    let records = Records::of_former(kept);
    let score = Score {
        keys: 4,
        millis: 600,
    };
    assert_eq!(
        records.of(1),
        Record {
            former: Some(score),
            ..Record::default()
        }
    );
    let later = Desk::practising(&VI, (80, 24), records);
    let line = later.line("2 Mở nhiệm vụ của một cơ quan");
    assert!(line.ends_with("4 · 0,6s"), "of a former session: {line}");
    let cut = later.app().unsaved();
    assert_eq!(cut.first(), Some(kept), "kept at a hang-up too");
}

#[test]
fn every_drill_begins_on_untouched_data() {
    let mut desk = at_drills();
    for _ in 0..2 {
        desk.press("5111<Enter><Enter>").shows("Xong bài 5: 5 phím");
        desk.press("<Esc>");
        desk.press("8<F7>cq:stc qua han<Enter><F8><F6>x<Enter>");
        desk.shows("Xong bài 8");
        desk.press("<Esc>");
    }
    desk.press("1<F8>").hides("cq:stc");
}

#[test]
fn enter_goes_on_f5_repeats_and_leaving_leads_to_the_list() {
    let mut desk = at_drills();
    desk.press("1+")
        .shows("Xong bài 1: 1 phím")
        .shows("Ngắn nhất 1 phím: +");
    desk.press("<F5>").shows("Bài 1: ");
    desk.press("+");
    desk.press("<Enter>").shows("Bài 2: ").shows("Việc hôm nay");
    desk.press("<F3>").shows("Đã bỏ dở").shows("Bài tập phím");
    desk.press("<Down><Enter>").shows("Bài 3: ");
    desk.press(":thoat<Enter>").shows("Bài tập phím");
    assert!(!desk.app().is_done());
    desk.press("q");
    assert!(desk.app().is_done());
}

#[test]
fn keys_typed_ahead_of_the_result_do_not_leave_it() {
    let mut desk = at_drills();
    desk.press("5111<Enter>");
    desk.hold();
    // An impatient person presses Enter three times while the save is on its way.
    desk.press("<Enter><Enter><Enter>");
    desk.release();
    desk.shows("Xong bài 5: 5 phím");
    desk.press("<Enter>").shows("Bài 6: ");
}

#[test]
fn a_database_that_is_not_for_practice_is_never_put_aside() {
    let mut office = Office::open("cv.snv");
    let refused = office.answer(&Request::Afresh);
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
}

#[test]
fn help_says_what_practice_is() {
    let mut desk = at_drills();
    desk.press("<F1>").shows("Chỉ giữ lại số phím");
    desk.press("<Esc>");
    desk.shows("Bài tập phím");
}
