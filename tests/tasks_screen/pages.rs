//! Pages that turn, and moves to what is overdue.

use crate::*;

#[test]
fn only_the_rows_of_the_page_are_asked_and_pages_turn() {
    let mut desk = at_sttt(a_pile(40));
    desk.shows("Việc thứ 001")
        .shows("Việc thứ 014")
        .hides("Việc thứ 015");
    for _ in 0..13 {
        desk.press("<Down>");
    }
    assert!(desk.cursor_line().contains("thứ 014"), "{}", desk.picture());
    let before = pages(&desk);
    desk.press("<PgDn>");
    assert!(desk.cursor_line().contains("thứ 015"), "{}", desk.picture());
    desk.hides("Việc thứ 014").shows("Việc thứ 028");
    desk.press("<Up>");
    assert!(desk.cursor_line().contains("thứ 014"), "{}", desk.picture());
    assert_eq!(
        pages(&desk),
        before,
        "fifty rows were asked before the first frame"
    );
    desk.press("<End>");
    assert!(desk.cursor_line().contains("thứ 040"), "{}", desk.picture());
    desk.press("<Home>");
    assert!(desk.cursor_line().contains("thứ 001"), "{}", desk.picture());
}

#[test]
fn a_turned_page_is_asked_with_the_height_of_the_window() {
    let mut desk = at_sttt(a_pile(200));
    desk.press("<PgDn><PgDn><PgDn>");
    desk.shows("Việc thứ 043")
        .shows("Việc thứ 056")
        .hides("Việc thứ 057");
    let asked = desk.asked().iter().rev();
    let mut limits = asked.filter_map(|request| match request {
        Request::Page { limit, .. } => Some(*limit),
        _ => None,
    });
    assert_eq!(limits.next(), Some(14));
    desk.press("<Up>");
    assert!(desk.cursor_line().contains("thứ 042"), "{}", desk.picture());
    desk.press("<End><PgUp><PgUp>");
    desk.shows("Việc thứ 159").shows("Việc thứ 172");
    desk.press("<Home><Up><PgUp>");
    assert!(desk.cursor_line().contains("thứ 001"), "{}", desk.picture());
}

#[test]
fn a_page_before_that_is_short_is_filled_up_from_what_follows() {
    let mut desk = at_sttt(a_pile(200));
    desk.press("<End>"); // 187 to 200
    for _ in 0..13 {
        desk.press("<PgUp>"); // 5 to 18 in the end
    }
    desk.shows("Việc thứ 005");
    desk.press("<Up>");
    assert!(desk.cursor_line().contains("thứ 004"), "{}", desk.picture());
    desk.shows("Việc thứ 001").shows("Việc thứ 014");
}

#[test]
fn plus_and_minus_go_to_overdue_tasks_on_other_pages_too() {
    let mut desk = at_sttt(a_pile(120));
    desk.press("s"); // newest number first: the overdue ones are at the end
    desk.shows("Thứ tự: số mới trước.");
    assert!(desk.cursor_line().contains("thứ 120"), "{}", desk.picture());
    desk.press("+");
    assert!(desk.cursor_line().contains("thứ 010"), "{}", desk.picture());
    desk.press("+");
    assert!(desk.cursor_line().contains("thứ 009"), "{}", desk.picture());
    desk.press("<Home><End>-");
    assert!(desk.cursor_line().contains("thứ 002"), "{}", desk.picture());
    desk.press("<End>+").shows("Không còn nhiệm vụ quá hạn");
}

#[test]
fn a_window_that_grows_is_filled_with_the_next_key() {
    let mut desk = at_sttt(a_pile(200));
    desk.press("<PgDn><PgDn><PgDn>");
    desk.resize((80, 50)).press("<Down>");
    desk.shows("Việc thứ 043").shows("Việc thứ 080");
}

#[test]
fn a_window_that_grows_is_filled_at_once() {
    let mut desk = at_sttt(a_pile(200));
    desk.resize((80, 100));
    desk.shows("Việc thứ 001").shows("Việc thứ 085");
}

#[test]
fn a_list_that_grows_over_the_preview_is_filled_at_once() {
    let mut desk = at_sttt(a_pile(200));
    desk.press("<PgDn><PgDn><PgDn><PgDn>");
    desk.shows("Việc thứ 057").shows("Việc thứ 070");
    desk.press("<F11>");
    desk.shows("Việc thứ 057").shows("Việc thứ 071");
}
