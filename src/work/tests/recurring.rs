//! Occurrences come when their period begins, once, in the name of the program.

use super::*;
use crate::domain::task::Form;

#[test]
fn the_next_occurrence_is_there_on_the_first_day_of_its_period_for_whoever_comes_first() {
    let desk = Desk::new();
    let series = desk
        .sit("cv.snv")
        .enter("Báo cáo tháng", "STTTT", "Hằng tháng");
    assert_eq!(series.code, "NV/23-0001.2023-06");
    assert_eq!(desk.sit_on("cv.stttt", day("2023-06-30")).list().len(), 1);
    assert_eq!(
        desk.sit_on("xem", day("2023-07-01")).list().len(),
        1,
        "a viewer makes none"
    );
    let mut clerk = desk.sit_on("cv.stttt", day("2023-07-01"));
    let tasks = clerk.list();
    assert_eq!(tasks.len(), 2);
    assert_eq!(tasks[1].code, "NV/23-0001.2023-07");
    assert_eq!(tasks[1].assigned_on, Some(day("2023-07-01")));
    let log = Request::Log {
        task: Some(tasks[1].id),
        before: None,
        limit: 5,
    };
    let Answer::Log(log) = clerk.ask(&log) else {
        panic!("no log");
    };
    assert_eq!(
        (log[0].who.as_str(), log[0].what.as_str()),
        ("cchc", "occurrence")
    );
    assert_eq!(
        desk.sit_on("cv.snv", day("2023-07-01")).list().len(),
        2,
        "once"
    );
    assert_eq!(
        desk.sit_on("cv.snv", day("2023-10-02")).list().len(),
        5,
        "those between too"
    );
}

#[test]
fn a_recurring_draft_becomes_a_series_when_it_is_given() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let draft = Draft {
        title: "Báo cáo quý".to_owned(),
        agency: Some(monitor.code("STC")),
        deadline_text: "Hằng quý, trước ngày 25 tháng cuối quý".to_owned(),
        ..Draft::default()
    };
    let key = OperationKey::fresh();
    let task = monitor
        .saved(&Request::Create { key, draft })
        .done
        .remove(0);
    assert_eq!(task.form, Form::Task);
    let saved = monitor.wish(&task, Deed::Assign, Particulars::default());
    assert_eq!(saved.done[0].form, Form::Series);
    assert_eq!(saved.done[1].due, Some(day("2023-06-24")));
    monitor.undo().expect("taken back");
    let left = monitor.list();
    assert_eq!(
        left.len(),
        1,
        "the draft again, its occurrence gone: {left:?}"
    );
}

#[test]
fn a_series_that_is_taken_back_takes_its_occurrences_along() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    monitor.enter("Báo cáo tháng", "STTTT", "Hằng tháng");
    let mut later = desk.sit_on("cv.snv", day("2023-07-03"));
    assert_eq!(later.list().len(), 2);
    let back = later.undo().expect("taken back");
    assert_eq!(back.left, []);
    assert_eq!(later.list(), []);
    assert_eq!(desk.sit_on("cv.snv", day("2023-08-01")).list(), []);
}

#[test]
fn what_is_settled_on_one_occurrence_holds_for_those_to_come() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let rows = "1,Báo cáo tháng,TTHC,,Các sở quản lý ngành,,Hằng tháng,Kế hoạch số 9125/KH-UBND ngày 12/01/2023";
    monitor.import(desk.file("phu-luc.csv", rows), false);
    let june = monitor.list().remove(0);
    assert_eq!(
        (june.agency, june.needs_review()),
        (AgencyId::UNRESOLVED, true)
    );
    let edits = Edits {
        agency: Some(monitor.code("STC")),
        deadline_text: Some("Hằng tháng, trước ngày 20".to_owned()),
        ..Edits::default()
    };
    let june = monitor.edit(&june, edits).done.remove(0);
    assert_eq!(
        (june.due, june.needs_review()),
        (Some(day("2023-06-19")), false)
    );
    let tasks = desk.sit_on("cv.snv", day("2023-07-03")).list();
    let july = tasks
        .iter()
        .find(|task| task.code.ends_with(".2023-07"))
        .expect("the next");
    assert_eq!(
        (july.agency, july.due),
        (june.agency, Some(day("2023-07-19")))
    );
    assert!(!july.needs_review());
    assert_eq!(tasks.len(), 2);
}
