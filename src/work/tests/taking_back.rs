//! One's own groups are taken back, last first, row by row where nobody came between.

use super::*;
use crate::domain::error::Error;
use crate::domain::status::Status;
use crate::domain::transition::Refusal;

fn accept(session: &mut Session, tasks: &[&Task]) -> Saved {
    let wishes = tasks
        .iter()
        .map(|task| Wish {
            id: task.id,
            seen: task.version,
            deed: Deed::Accept,
            given: Particulars::default(),
        })
        .collect();
    let key = OperationKey::fresh();
    session.saved(&Request::Perform { key, wishes })
}

#[test]
fn a_group_is_taken_back_as_one_and_done_again_as_one() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let first = monitor.enter("Việc thứ nhất", "STTTT", "30/6/2023");
    let second = monitor.enter("Việc thứ hai", "STTTT", "30/6/2023");
    let mut clerk = desk.sit("cv.stttt");
    accept(&mut clerk, &[&first, &second]);
    let back = clerk.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (2, 0));
    assert_eq!(back.deeds, ["accept"]);
    assert_eq!(clerk.see(first.id).status, Status::NotStarted);
    let again = clerk.redo().expect("done again");
    assert_eq!(again.done.len(), 2);
    assert_eq!(clerk.see(second.id).status, Status::InProgress);
    assert!(matches!(clerk.redo(), Err(Error::NothingToUndo)));
    clerk.undo().expect("and back");
    assert!(
        matches!(clerk.undo(), Err(Error::NothingToUndo)),
        "others' groups are not ours"
    );
}

#[test]
fn groups_on_one_row_are_taken_back_one_after_the_other_and_done_again_in_order() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Việc", "STTTT", "30/6/2023");
    let accepted = accept(&mut monitor, &[&task]).done.remove(0);
    let given = Particulars {
        percent: Some(40),
        ..Particulars::default()
    };
    monitor.wish(&accepted, Deed::Progress, given);
    for (progress, status) in [(None, Status::InProgress), (None, Status::NotStarted)] {
        let saved = monitor.undo().expect("taken back");
        assert_eq!(saved.left, []);
        assert_eq!(
            (saved.done[0].progress, saved.done[0].status),
            (progress, status)
        );
    }
    for (progress, status) in [(None, Status::InProgress), (Some(40), Status::InProgress)] {
        let saved = monitor.redo().expect("done again");
        assert_eq!(saved.left, []);
        assert_eq!(
            (saved.done[0].progress, saved.done[0].status),
            (progress, status)
        );
    }
    monitor.undo().expect("back once more");
    monitor.undo().expect("and the first");
    assert!(monitor.undo().expect("the entry").done[0].is_gone);
    assert_eq!(monitor.list(), []);
}

#[test]
fn a_row_that_somebody_changed_since_is_left_and_named_the_others_are_put_back() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let first = monitor.enter("Việc thứ nhất", "STTTT", "30/6/2023");
    let second = monitor.enter("Việc thứ hai", "STTTT", "30/6/2023");
    let accepted = accept(&mut monitor, &[&first, &second]);
    let mut clerk = desk.sit("cv.stttt");
    let given = Particulars {
        percent: Some(40),
        ..Particulars::default()
    };
    clerk.wish(&accepted.done[0], Deed::Progress, given);
    let back = monitor.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (1, 1));
    assert_eq!((back.done[0].id, back.left[0].id), (second.id, first.id));
    assert!(matches!(&back.left[0].why, Refusal::Changed { by, .. } if by == "cv.stttt"));
    assert_eq!(monitor.see(first.id).progress, Some(40));
}

#[test]
fn a_new_save_forgets_what_could_be_done_again() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let first = monitor.enter("Việc thứ nhất", "STTTT", "30/6/2023");
    let second = monitor.enter("Việc thứ hai", "STTTT", "30/6/2023");
    accept(&mut monitor, &[&first]);
    monitor.undo().expect("taken back");
    accept(&mut monitor, &[&second]);
    assert!(matches!(monitor.redo(), Err(Error::NothingToUndo)));
}

#[test]
fn taking_back_again_after_a_lost_answer_takes_back_once() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    monitor.enter("Việc thứ nhất", "STTTT", "30/6/2023");
    monitor.enter("Việc thứ hai", "STTTT", "30/6/2023");
    let request = Request::Undo {
        key: OperationKey::fresh(),
    };
    let first = monitor.saved(&request);
    let again = monitor.saved(&request);
    assert_eq!(again.operation, first.operation);
    assert_eq!(monitor.list().len(), 1);
}
