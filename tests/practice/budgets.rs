//! What keys common work may cost: budgets counted in keys beside the text that is asked for.

use cchc::domain::id::TaskId;
use cchc::domain::status::Status;
use cchc::domain::transition::Deed;
use cchc::ui::screens;
use cchc::work::request::{Answer, Request};

use crate::desk::{Desk, Office};

/// Home, as cv.snv sees it.
fn at_home() -> Desk<Office> {
    Desk::at_sample((80, 24), "cv.snv", screens::home(Vec::new(), None))
}

/// Presses keys, one in each string; fails where they are more than the budget.
fn press(desk: &mut Desk<Office>, budget: usize, keys: &[&str]) {
    assert!(keys.len() <= budget, "{} keys: {keys:?}", keys.len());
    for key in keys {
        desk.press(key);
    }
}

/// The first tasks of a filter.
fn found(desk: &mut Desk<Office>, words: &str) -> Vec<cchc::domain::task::Task> {
    let facts = desk.office.facts().clone();
    let query = cchc::domain::query::Query {
        filter: cchc::domain::filter::parse(words, &facts.filter_context()).expect("a filter"),
        ..Default::default()
    };
    let request = Request::Page {
        query,
        anchor: cchc::domain::query::Anchor::First,
        limit: 50,
    };
    match desk.office.answer(&request) {
        Ok(Answer::Page(page)) => page.tasks,
        other => panic!("{other:?}"),
    }
}

fn status(desk: &mut Desk<Office>, id: TaskId) -> Status {
    match desk.office.answer(&Request::Tasks { ids: vec![id] }) {
        Ok(Answer::Tasks(tasks)) => tasks[0].status,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_status_of_a_task_of_known_number_costs_nine_keys_beside_the_text_asked_for() {
    let mut desk = at_home();
    // Nothing is asked for: accept, confirm.
    for (words, digit, after) in [
        ("tt:chưa cq:snv", "1", Status::InProgress),
        ("tt:chờ \"chờ tôi\"", "9", Status::Done),
    ] {
        let task = found(&mut desk, words).swap_remove(0);
        assert!((1000..10_000).contains(&task.id.0), "of four digits");
        let number: Vec<String> = task.id.0.to_string().chars().map(String::from).collect();
        let mut keys = vec![":"];
        keys.extend(number.iter().map(String::as_str));
        keys.extend(["<Enter>", digit, "<Enter>"]);
        press(&mut desk, 9, &keys);
        assert_eq!(status(&mut desk, task.id), after, "{}", desk.picture());
        desk.press("<Esc>");
    }
    // Evidence is asked for, and why it is late where it is.
    let day = desk.office.facts().today;
    let late = found(&mut desk, "tt:đang quá hạn").swap_remove(0);
    let in_time = found(&mut desk, "tt:đang");
    let in_time = in_time.into_iter().find(|task| task.due > Some(day));
    let in_time = in_time.expect("a task in time");
    for (task, text) in [
        (in_time, &["12/BC-SNV"][..]),
        (late, &["12/BC-SNV", "Chờ ý kiến phối hợp"]),
    ] {
        let number: Vec<String> = task.id.0.to_string().chars().map(String::from).collect();
        let mut spent = 2 + number.len() + 1;
        desk.press(&format!(":{}<Enter>9", task.id.0));
        for (place, text) in text.iter().enumerate() {
            desk.press(text);
            if place + 1 < text.len() && text == &"12/BC-SNV" && status_needs_cause(&desk) {
                // Number, date, cause.
                desk.press("<Enter><Enter>");
                spent += 2;
            }
        }
        desk.press("<F10>");
        spent += 1;
        assert_eq!(
            status(&mut desk, task.id),
            Status::Awaiting,
            "{}",
            desk.picture()
        );
        let budget = 9 + text.len() - 1;
        assert!(spent <= budget, "{spent} keys");
        desk.press("<Esc>");
    }
}

fn status_needs_cause(desk: &Desk<Office>) -> bool {
    desk.has("Nguyên nhân trễ*")
}

#[test]
fn the_next_overdue_task_costs_one_key() {
    let mut desk = at_home();
    press(&mut desk, 1, &["+"]);
    assert!(desk.cursor_line().contains("!>"), "{}", desk.picture());
    let first = desk.cursor_line();
    press(&mut desk, 1, &["+"]);
    assert!(desk.cursor_line().contains("!>"), "{}", desk.picture());
    assert_ne!(desk.cursor_line(), first);
}

#[test]
fn eight_scattered_rows_of_one_page_cost_twenty_two_keys() {
    let mut desk = at_home();
    let waiting = found(&mut desk, "tt:chờ \"chờ tôi\"");
    desk.press("3");
    press(
        &mut desk,
        22,
        &[
            "9", "<Down>", "9", "9", "9", "<Down>", "<Down>", "9", "<Down>", "9", "9", "9",
            "<Enter>", "<Enter>",
        ],
    );
    for (place, task) in waiting.iter().take(12).enumerate() {
        let is_wanted = [0, 2, 3, 4, 7, 9, 10, 11].contains(&place);
        let is_done = status(&mut desk, task.id) == Status::Done;
        assert_eq!(is_done, is_wanted, "row {place}\n{}", desk.picture());
    }
    let saves = desk.asked().iter();
    let saves = saves.filter(|asked| matches!(asked, Request::Perform { .. }));
    assert_eq!(saves.count(), 1, "one save");
}

#[test]
fn a_new_task_with_agency_and_deadline_costs_its_text_and_twelve_keys() {
    let mut desk = at_home();
    let text = ["Rà soát thủ tục", "stttt", "30/6/2023"];
    let keys = [
        "<F6>", text[0], "<Enter>", "<Enter>", "<Enter>", text[1], "<Enter>", "<Enter>", "<Enter>",
        text[2], "<F10>",
    ];
    press(&mut desk, 12 + text.len(), &keys);
    let tasks = found(&mut desk, "\"rà soát thủ tục\" cq:stttt hạn:30/6/2023");
    let is_new = tasks.iter().any(|task| task.title == text[0]);
    assert!(is_new, "{}", desk.picture());
}

#[test]
fn every_screen_is_at_most_three_keys_from_home() {
    for (keys, title) in [
        (&["+"][..], "Nhiệm vụ theo cơ quan"),
        (&["1", "<Enter>"], "Nhiệm vụ #"),
        (&["1", "<F2>"], "Trạng thái"),
        (&["1", "8", "<Enter>"], "Xem lại trước khi ghi"),
        (&["<F4>"], "Chọn cơ quan"),
        (&["<F6>"], "Thêm nhiệm vụ"),
        (&["<F7>"], "Lọc"),
        (&["<F8>"], "Bộ lọc đã lưu"),
        (&["<F11>"], "Nhật ký"),
        (&["<F1>"], "Giúp"),
        (&[":"], "Lệnh"),
        (&["1", "<Enter>", "5"], "Sửa"),
    ] {
        let mut desk = at_home();
        press(&mut desk, 3, keys);
        let first = desk.screen()[0].clone();
        assert!(first.contains(title), "{keys:?} leads to {first}");
        assert!(!first.contains("Việc hôm nay"));
    }
}

#[test]
fn a_deed_by_number_says_the_same_as_by_the_list() {
    // The budget above relies on the digits of the option column being understood on the page of one task.
    let mut desk = at_home();
    let task = found(&mut desk, "quá hạn tt:đang").swap_remove(0);
    desk.press(&format!(":{}<Enter>8x<F10>", task.id.0));
    let urged = desk.asked().iter().any(|asked| match asked {
        Request::Perform { wishes, .. } => wishes[0].deed == Deed::Urge && wishes[0].id == task.id,
        _ => false,
    });
    assert!(urged, "{}", desk.picture());
}
