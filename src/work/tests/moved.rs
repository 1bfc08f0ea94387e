//! Who was moved to another office or given another role takes back and does again what they might do now.

use super::*;
use crate::domain::caseload::Caseload;
use crate::domain::error::Error;
use crate::domain::transition::Refusal;
use crate::work::request::measures;
use crate::work::request::users::{Ask, Told};

/// Gives an account another role and agency; whoever sits there hears of it by sitting down again.
fn moved(desk: &Desk, login: &str, agency: &str, role: Role) -> Session {
    let mut administrator = desk.sit("qt.snv");
    let code = administrator.code(agency);
    let Answer::Users(Told::List(all)) = administrator.ask(&Request::Users(Ask::List)) else {
        panic!("no accounts");
    };
    let seen = all.into_iter().find(|it| it.account.user.login == login);
    let seen = seen.expect("an account").account;
    let mut wanted = seen.clone();
    (wanted.user.agency, wanted.user.role) = (Some(code), role);
    administrator.ask(&Request::Users(Ask::Save {
        key: OperationKey::fresh(),
        seen: Some(seen),
        wanted,
    }));
    desk.sit(login)
}

fn extension() -> Particulars {
    Particulars {
        due: Some(day("2023-07-31")),
        reason: "Chờ hướng dẫn".to_owned(),
        document: "15/TB-UBND".to_owned(),
        ..Particulars::default()
    }
}

#[test]
fn a_leader_who_is_a_clerk_elsewhere_now_leaves_an_extension_as_it_is() {
    let desk = Desk::new();
    let task = desk.sit("cv.snv").enter("Việc", "STTTT", "30/6/2023");
    let mut leader = desk.sit("ld.ubnd");
    let saved = leader.wish(&task, Deed::Extend, extension());
    assert_eq!(saved.left, []);
    let mut clerk = moved(&desk, "ld.ubnd", "STP", Role::Clerk);
    let left = clerk.undo().expect("an answer");
    assert_eq!(left.done, []);
    assert!(matches!(left.left[0].why, Refusal::RoleMayNot { .. }));
    assert_eq!(clerk.see(task.id).due, Some(day("2023-07-31")));
    // A leader again, it goes back; and is not done again by the clerk.
    let mut leader = moved(&desk, "ld.ubnd", "UBNDTP", Role::Leader);
    assert_eq!(leader.undo().expect("taken back").done.len(), 1);
    let mut clerk = moved(&desk, "ld.ubnd", "STP", Role::Clerk);
    let left = clerk.redo().expect("an answer");
    assert_eq!((left.done.len(), left.left.len()), (0, 1));
    assert_eq!(clerk.see(task.id).due, task.due);
    let mut leader = moved(&desk, "ld.ubnd", "UBNDTP", Role::Leader);
    assert_eq!(leader.redo().expect("done again").done.len(), 1);
}

#[test]
fn a_clerk_who_was_moved_has_no_hand_in_the_work_of_the_agency_that_they_left() {
    let desk = Desk::new();
    let task = desk.sit("cv.snv").enter("Việc", "STTTT", "30/6/2023");
    let mut clerk = desk.sit("cv.stttt");
    let task = clerk.wish(&task, Deed::Accept, Particulars::default());
    let task = &task.done[0];
    let mut clerk = moved(&desk, "cv.stttt", "STP", Role::Clerk);
    let left = clerk.undo().expect("an answer");
    assert!(matches!(left.left[0].why, Refusal::NotYourAgency));
    assert_eq!(clerk.see(task.id).status, task.status);
    let mut clerk = moved(&desk, "cv.stttt", "STTTT", Role::Clerk);
    assert_eq!(clerk.undo().expect("taken back").done.len(), 1);
}

#[test]
fn who_enters_tasks_no_more_takes_back_neither_an_entry_nor_an_import() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Việc", "STTTT", "30/6/2023");
    let mut clerk = moved(&desk, "cv.snv", "STTTT", Role::Clerk);
    assert!(matches!(clerk.undo(), Err(Error::NotPermitted)));
    assert!(!clerk.see(task.id).is_gone);
    let mut monitor = moved(&desk, "cv.snv", "SNV", Role::Monitor);
    let path = desk.file("a.csv", "1,Việc của tệp,,,STTTT,,30/6/2023,");
    let report = monitor.import(path, false);
    assert_eq!(report.new, 1);
    let batch = match monitor.ask(&Request::Batches { limit: 1 }) {
        Answer::Batches(batches) => batches[0].id,
        other => panic!("{other:?}"),
    };
    let mut clerk = moved(&desk, "cv.snv", "STTTT", Role::Clerk);
    let key = OperationKey::fresh();
    let again = clerk.answer(&Request::UndoBatch { key, batch });
    assert!(matches!(again, Err(Error::NotPermitted)));
    assert!(matches!(clerk.undo(), Err(Error::NotPermitted)));
    // Who looks after the database takes it back, as ever.
    let key = OperationKey::fresh();
    let saved = desk.sit("qt.snv").saved(&Request::UndoBatch { key, batch });
    assert_eq!((saved.done.len(), saved.left.len()), (1, 0));
}

#[test]
fn files_of_a_month_are_taken_back_by_a_clerk_of_that_agency() {
    let desk = Desk::new();
    let mut clerk = desk.sit("cv.stttt");
    let files = Caseload {
        agency: clerk.code("STTTT"),
        month: "2023-05".parse().expect("a month"),
        opening: 10,
        received: 90,
        solved_on_time: 72,
        solved_late: 8,
        open_in_time: 18,
        open_late: 2,
        withdrawn: None,
        waiting: None,
    };
    clerk.ask(&Request::Measures(measures::Ask::SaveCaseload {
        key: OperationKey::fresh(),
        seen: None,
        set: vec![files],
        remove: Vec::new(),
    }));
    let mut elsewhere = moved(&desk, "cv.stttt", "STP", Role::Clerk);
    assert!(matches!(elsewhere.undo(), Err(Error::NotPermitted)));
    let mut back = moved(&desk, "cv.stttt", "STTTT", Role::Clerk);
    back.undo().expect("taken back");
}
