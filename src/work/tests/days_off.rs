//! The calendar as an administrator edits it, and the due dates that roll with it.

use super::{Desk, Hands, day};
use crate::domain::calendar::{Calendar, DayKind, DayOff};
use crate::domain::deadline::Kind as Deadline;
use crate::domain::error::Error;
use crate::domain::id::TaskId;
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};
use crate::domain::transition::{Deed, Particulars};
use crate::store::{Kind, Note};
use crate::work::progress::{Cancel, Progress};
use crate::work::request::agency::DaysSaved;
use crate::work::request::{Answer, OperationKey, Request};
use crate::work::rolling;
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
    let seen = session.facts().calendar.days().cloned().collect();
    save_seen(session, seen, set, remove, is_rehearsal)
}

fn save_seen(
    session: &mut Session,
    seen: Vec<DayOff>,
    set: Vec<DayOff>,
    remove: &[&str],
    is_rehearsal: bool,
) -> Result<DaysSaved, Error> {
    let key = OperationKey::fresh();
    let remove = remove.iter().map(|date| day(date)).collect();
    match session.answer(&Request::SaveDays {
        key,
        seen,
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
    assert!(matches!(refused, Err(Error::ForAdministrators)));
    let mut admin = desk.sit("qt.snv");
    let refused = save(&mut admin, vec![off("2023-06-26", " ")], &[], false);
    assert!(matches!(refused, Err(Error::BadText { what: "name", .. })));
}

/// Relative deadlines that fall on the 26th of June 2023, a Monday: so many.
fn fill(session: &mut Session, count: usize) -> Vec<TaskId> {
    let agency = session.code("STTTT");
    let due = Some(day("2023-06-26"));
    let mut ids = Vec::new();
    let written = session.write(&OperationKey::fresh(), Kind::Save, "create", |writer| {
        for number in 1..=count {
            let task = Task {
                code: format!("T-{number}"),
                title: format!("Báo cáo {number}"),
                agency,
                kind: Deadline::Relative,
                due,
                original_due: due,
                effective_due: due,
                status: Status::NotStarted,
                ..Task::blank(Form::Task)
            };
            ids.push(writer.insert_task(&task, None, Note::default())?.id);
        }
        Ok(())
    });
    written.expect("tasks");
    ids
}

/// How many of them are judged by this day.
fn judged_by(session: &mut Session, ids: &[TaskId], date: &str) -> usize {
    let tasks = session.store.tasks(ids).expect("tasks");
    let is_so = |task: &&Task| task.effective_due == Some(day(date));
    tasks.iter().filter(is_so).count()
}

#[test]
fn of_two_who_change_a_day_off_the_slower_hears_what_stands_there() {
    let desk = Desk::new();
    let (mut one, mut two) = (desk.sit("qt.snv"), desk.sit("quantri"));
    let (first, other) = (off("2023-06-26", "Nghỉ thử"), off("2023-06-26", "Nghỉ bù"));
    save_seen(&mut one, Vec::new(), vec![first.clone()], &[], false).expect("the first");
    // Before anybody has told the slower one's session, and after.
    for is_rehearsal in [false, true] {
        let refused = save_seen(&mut two, Vec::new(), vec![other.clone()], &[], is_rehearsal);
        let Err(Error::DayChanged(date, now)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!((date, now), (first.date, Some(Box::new(first.clone()))));
        two.answer(&Request::News).expect("news");
    }
    let seen = vec![first.clone()];
    save_seen(&mut two, seen.clone(), vec![other.clone()], &[], false).expect("seen");
    let refused = save_seen(&mut one, seen, Vec::new(), &["2023-06-26"], false);
    assert!(matches!(refused, Err(Error::DayChanged(..))), "{refused:?}");
    // The same again is what stands there.
    save_seen(&mut one, Vec::new(), vec![other], &[], false).expect("nothing to do");
}

#[test]
fn many_due_dates_roll_in_slices_and_come_back_as_one_also_where_somebody_worked_since() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let ids = fill(&mut monitor, 1_203);
    let mut admin = desk.sit("qt.snv");
    let holiday = vec![off("2023-06-26", "Nghỉ thử")];
    let would = save(&mut admin, holiday.clone(), &[], true).expect("a rehearsal");
    assert_eq!(would.moved, 1_203);
    let request = Request::SaveDays {
        key: OperationKey::fresh(),
        seen: Vec::new(),
        set: holiday,
        remove: Vec::new(),
        is_rehearsal: false,
    };
    // Who ends it between two slices ends nothing: half a calendar is none.
    let cancel = Cancel::default();
    let flag = cancel.clone();
    let mut progress = Progress::new(cancel, move |_, _| flag.set());
    let Ok(Answer::Days(done)) = admin.answer_with(&request, &mut progress) else {
        panic!("not saved");
    };
    assert_eq!(done.moved, 1_203);
    assert_eq!(judged_by(&mut admin, &ids, "2023-06-27"), 1_203);
    let longest = slices_of(&admin, &ids);
    assert_eq!(longest, 500, "no lock is held for more than a slice");

    let mut clerk = desk.sit("cv.stttt");
    let first = *ids.first().expect("a task");
    let task = clerk.see(first);
    clerk.wish(&task, Deed::Accept, Particulars::default());
    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (1_203, 0));
    assert_eq!(judged_by(&mut admin, &ids, "2023-06-26"), 1_203);
    assert_ne!(admin.see(first).status, task.status, "the work stays");
    admin.redo().expect("done again");
    assert_eq!(judged_by(&mut admin, &ids, "2023-06-27"), 1_203);
    admin.undo().expect("taken back again");
    assert!(matches!(admin.undo(), Err(Error::NothingToUndo)));
}

/// The most tasks of one save, by their last changes.
fn slices_of(session: &Session, ids: &[TaskId]) -> usize {
    let mut saves = std::collections::BTreeMap::new();
    for id in ids {
        let last = session.store.log(Some(*id), None, 1).expect("a log");
        let last = last.first().expect("a change");
        *saves.entry(last.operation.0).or_insert(0) += 1;
    }
    saves.into_values().max().unwrap_or(0)
}

#[test]
fn an_edit_of_the_calendar_that_broke_off_is_finished_by_whoever_comes_next() {
    let desk = Desk::new();
    let ids = fill(&mut desk.sit("cv.snv"), 703);
    let mut admin = desk.sit("qt.snv");
    // Killed after the transaction that edits the calendar.
    let written = admin.write(&OperationKey::fresh(), Kind::Bulk, "day_off", |writer| {
        let before = Calendar::new(writer.days_off()?);
        writer.save_day_off(&off("2023-06-26", "Nghỉ thử"))?;
        rolling::begin(writer, &before)
    });
    written.expect("the first slice");
    assert_eq!(judged_by(&mut admin, &ids, "2023-06-27"), 500);
    // One who only looks writes nothing.
    let mut viewer = desk.sit("xem");
    assert_eq!(judged_by(&mut viewer, &ids, "2023-06-27"), 500);
    let mut clerk = desk.sit("cv.stttt");
    assert_eq!(judged_by(&mut clerk, &ids, "2023-06-27"), 703);
    assert_eq!(clerk.store.setting("rolling").expect("settings"), None);
}
