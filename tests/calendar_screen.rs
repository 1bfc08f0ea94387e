//! "Lịch" as a clerk uses it: the month with its days off, what falls due, the agenda of a day, and F4
//! on whatever field takes a date.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "desk/mod.rs"]
mod desk;

use cchc::domain::id::TaskId;
use cchc::domain::query::{Anchor, Query};
use cchc::domain::status::Status;
use cchc::domain::task::Task;
use cchc::ui::screen::Screen;
use cchc::ui::screens;
use cchc::work::request::{Answer, Request};
use desk::{Desk, Drawer, Office, a_task, day, facts};

/// Before the sample, on 15/06/2023.
fn sit(login: &str, size: (u16, u16)) -> Desk<Office> {
    Desk::at_sample(size, login, screens::calendar())
}

/// Before some tasks of one's own.
fn before(screen: Box<dyn Screen>, tasks: Vec<Task>) -> Desk<Drawer> {
    let drawer = Drawer::new(facts(), tasks);
    Desk::new((80, 24), facts(), screen, drawer, Drawer::answer)
}

fn some_tasks() -> Vec<Task> {
    vec![
        a_task("Trễ một").due("2023-06-14").numbered(1),
        a_task("Trễ hai").due("2023-06-14").numbered(2),
        a_task("Đã nộp")
            .due("2023-06-14")
            .status(Status::Awaiting)
            .numbered(3),
        a_task("Còn hạn").due("2023-06-20").numbered(4),
        a_task("Của đơn vị khác")
            .of("Q4")
            .due("2023-06-20")
            .numbered(5),
        a_task("Tháng sau").due("2023-07-03").numbered(6),
    ]
}

/// How many tasks the list on top has.
fn listed(desk: &mut Desk<Drawer>) -> i64 {
    let mut asked = desk.asked().iter().rev();
    let query = asked.find_map(|request| match request {
        Request::Page { query, .. } => Some(query.clone()),
        _ => None,
    });
    let query = query.expect("a list was asked for");
    match desk.office.answer(&Request::Count { query }) {
        Ok(Answer::Count(tally)) => tally.count,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_day_shows_what_is_late_apart_from_what_is_to_come_and_opens_exactly_that() {
    let mut desk = before(screens::calendar(), some_tasks());
    desk.shows("Tháng 6/2023")
        .shows("đến hạn 5, đang trễ 2")
        .shows("14  !2")
        .shows("20  2");
    desk.press("<Left>")
        .shows("đến hạn 3: 2 đang trễ, 1 chờ xác nhận")
        .shows("Trễ hai")
        .shows("Đã nộp");
    desk.press("<Enter>");
    assert_eq!(listed(&mut desk), 3);
}

#[test]
fn an_agency_is_chosen_and_its_figures_alone_stand_there() {
    let mut desk = before(screens::calendar(), some_tasks());
    desk.press("<F4>q4<Enter>")
        .shows("Q4 · đến hạn 1, đang trễ 0");
    desk.press("20<Enter>")
        .shows("Của đơn vị khác")
        .hides("Còn hạn");
    desk.press("<Enter>");
    assert_eq!(listed(&mut desk), 1);
}

#[test]
fn a_task_of_the_agenda_is_opened_and_one_comes_back_to_it() {
    let mut desk = before(screens::calendar(), some_tasks());
    desk.press("<Left><Tab><Down><Enter>").shows("Trễ hai");
    let id = TaskId(2);
    assert!(
        desk.asked().contains(&Request::Sheet { id }),
        "{}",
        desk.picture()
    );
    desk.press("<F12>");
    assert!(desk.cursor_line().contains("Trễ hai"), "{}", desk.picture());
}

#[test]
fn months_turn_and_a_typed_date_goes_there() {
    let mut desk = before(screens::calendar(), some_tasks());
    desk.press("<PgDn>").shows("Tháng 7/2023");
    desk.press("3").shows("Đến ngày: 3");
    desk.press("<Enter>").shows("Tháng sau");
    desk.press("30/4/24<Enter>").shows("Tháng 4/2024");
    desk.press("31/2<Enter>").shows("Không đọc được ngày");
    desk.press("<Esc><BS>").shows("Tháng 6/2023");
    // Nothing typed is left behind: one more leaves.
    desk.press("<Esc>");
    assert!(desk.app().is_done());
}

#[test]
fn what_others_save_changes_the_figures_at_once() {
    let mut desk = before(screens::calendar(), some_tasks());
    desk.office.task(1).status = Status::Done;
    desk.tell(cchc::domain::change::News::default())
        .shows("14  !1");
}

#[test]
fn the_reason_of_a_day_is_explained() {
    let mut desk = sit("cv.snv", (80, 24));
    desk.press("<F1>")
        .shows("T5 15/06/2023 là ngày làm việc thứ 11 trong 22 ngày làm việc của tháng");
    desk.press("<Esc>1/9<Enter><F1>")
        .shows("không làm việc (nghỉ:")
        .shows("Quốc khánh");
    desk.press("<Esc>3/9<Enter><F1>").shows("cuối tuần");
}

#[test]
fn the_sample_month_agrees_with_the_lists_day_by_day() {
    let mut desk = sit("cv.snv", (132, 43));
    println!("{}", desk.picture());
    let month = day("2023-06-01");
    let asked = Request::DueDays {
        agency: None,
        month,
    };
    let Ok(Answer::DueDays(days)) = desk.office.answer(&asked) else {
        panic!("no days");
    };
    assert!(days.len() > 5, "the sample has much in June");
    for due in days {
        let query = Query {
            filter: cchc::domain::agenda::filter_of(due.day),
            ..Query::default()
        };
        let page = Request::Page {
            query,
            anchor: Anchor::First,
            limit: 5_000,
        };
        let Ok(Answer::Page(page)) = desk.office.answer(&page) else {
            panic!("no page");
        };
        assert_eq!(due.total(), page.tasks.len() as i64, "{}", due.day);
        let running = page
            .tasks
            .iter()
            .filter(|task| matches!(task.status, Status::NotStarted | Status::InProgress));
        assert_eq!(due.running, running.count() as i64, "{}", due.day);
    }
}

#[test]
fn a_clerk_begins_with_the_own_agency() {
    let desk = sit("cv.stttt", (80, 24));
    desk.shows("STTTT · đến hạn");
}

#[test]
fn home_opens_the_calendar_and_so_does_its_command() {
    let mut desk = Desk::at_sample((80, 24), "cv.snv", screens::home(Vec::new(), None));
    desk.press("0").shows("Tháng 6/2023");
    desk.press("<Esc>:lịch<Enter>").shows("Tháng 6/2023");
    desk.press("<F8>").shows("Lịch nghỉ năm 2023");
}

#[test]
fn f4_on_a_deadline_puts_the_chosen_day_there() {
    let mut desk = before(screens::add(), some_tasks());
    desk.press("Rà soát<Tab><Tab><Tab><Tab><Tab><Tab>");
    assert!(
        desk.cursor_line().contains("Thời hạn"),
        "{}",
        desk.picture()
    );
    desk.press("<F4>").shows("Tháng 6/2023");
    desk.press("30/6<Enter><Enter>").shows("30/06/2023");
}

#[test]
fn f4_behind_a_due_word_of_the_filter_opens_the_month() {
    let query = Query::default();
    let mut desk = before(screens::filter(String::new(), query), some_tasks());
    desk.press("cq:stttt hạn<lt><F4>").shows("Tháng 6/2023");
    desk.press("<PgDn>1<Enter><Enter>")
        .shows("cq:stttt hạn<01/07/2023");
    // Elsewhere it goes to the lists, as before.
    desk.press(" x<F4>").shows("Space chọn");
}
