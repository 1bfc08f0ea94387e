//! The calendar as an administrator edits it, and the due dates that roll with it.

use super::{Desk, Hands, day};
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::error::Error;
use crate::work::request::agency::DaysSaved;
use crate::work::request::{Answer, OperationKey, Request};
use crate::work::session::Session;

fn off(date: &str, name: &str) -> DayOff {
    DayOff {
        date: day(date),
        name: name.to_owned(),
        kind: DayKind::Holiday,
        projected: false,
    }
}

fn save(
    session: &mut Session,
    set: Vec<DayOff>,
    remove: &[&str],
    is_rehearsal: bool,
) -> Result<DaysSaved, Error> {
    let key = OperationKey::fresh();
    let remove = remove.iter().map(|date| day(date)).collect();
    match session.answer(&Request::SaveDays {
        key,
        set,
        remove,
        is_rehearsal,
    })? {
        Answer::Days(saved) => Ok(saved),
        other => panic!("no days: {other:?}"),
    }
}

#[test]
fn a_new_day_off_rolls_what_falls_on_it_and_is_taken_back_with_it() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    // Ten days from the 15th of June 2023: Sunday the 25th, so Monday the 26th.
    let task = monitor.enter("Báo cáo", "STC", "Trong 10 ngày kể từ ngày 15/6/2023");
    assert_eq!(task.effective_due, Some(day("2023-06-26")), "{task:?}");
    let mut admin = desk.sit("qt.snv");
    let holiday = || vec![off("2023-06-26", "Nghỉ thử")];
    let would = save(&mut admin, holiday(), &[], true).expect("a rehearsal");
    assert_eq!(
        (would.set.len(), would.moved, would.operation),
        (1, 1, None)
    );
    assert_eq!(admin.see(task.id).effective_due, task.effective_due);
    let done = save(&mut admin, holiday(), &[], false).expect("saved");
    assert_eq!((done.moved, done.operation.is_some()), (1, true));
    let moved = admin.see(task.id);
    assert_eq!(
        (moved.due, moved.effective_due),
        (task.due, Some(day("2023-06-27")))
    );
    assert!(!admin.facts().calendar.is_working(day("2023-06-26")));
    // The same again is nothing.
    let again = save(&mut admin, holiday(), &[], false).expect("nothing");
    assert_eq!((again.set.len(), again.operation), (0, None));
    admin.undo().expect("taken back");
    assert_eq!(admin.see(task.id).effective_due, task.effective_due);
    assert!(admin.facts().calendar.is_working(day("2023-06-26")));

    save(&mut admin, holiday(), &[], false).expect("saved");
    let removed =
        save(&mut admin, Vec::new(), &["2023-06-26", "2023-06-28"], false).expect("removed");
    assert_eq!(
        removed.removed,
        [day("2023-06-26")],
        "what is not there is not removed"
    );
    assert_eq!(admin.see(task.id).effective_due, task.effective_due);
}

#[test]
fn only_administrators_keep_the_calendar_and_a_day_has_a_name() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let refused = save(&mut monitor, vec![off("2023-06-26", "Nghỉ")], &[], false);
    assert!(matches!(refused, Err(Error::NotPermitted)));
    let mut admin = desk.sit("qt.snv");
    let refused = save(&mut admin, vec![off("2023-06-26", " ")], &[], false);
    assert!(matches!(refused, Err(Error::BadText { what: "name", .. })));
}
