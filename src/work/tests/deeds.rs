//! What is done to tasks, by whom, and what is refused.

use super::*;
use crate::domain::error::Error;
use crate::domain::status::Status;
use crate::domain::transition::{Need, Refusal};

fn evidence() -> Particulars {
    Particulars {
        evidence: "324/BC-STTTT".to_owned(),
        ..Particulars::default()
    }
}

#[test]
fn a_task_entered_by_hand_goes_from_hand_to_hand_until_another_one_confirms_it() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    assert_eq!(
        (task.code.as_str(), task.status),
        ("NV/23-0001", Status::NotStarted)
    );
    assert_eq!(task.due, Some(day("2023-06-30")));
    let mut clerk = desk.sit("cv.stttt");
    let task = clerk
        .wish(&task, Deed::Accept, Particulars::default())
        .done
        .remove(0);
    let weak = clerk.wish(&task, Deed::Submit, Particulars::default());
    assert_eq!(weak.left[0].why, Refusal::Missing(Need::Evidence));
    assert_eq!(weak.operation, None, "nothing was written");
    let task = clerk.wish(&task, Deed::Submit, evidence()).done.remove(0);
    let refused = clerk.wish(&task, Deed::Confirm, Particulars::default());
    assert!(matches!(refused.left[0].why, Refusal::RoleMayNot { .. }));
    let done = monitor.wish(&task, Deed::Confirm, Particulars::default());
    assert_eq!(done.done[0].status, Status::Done);
}

#[test]
fn who_submitted_on_behalf_may_not_confirm_but_another_monitor_may() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let task = monitor
        .wish(&task, Deed::Accept, Particulars::default())
        .done
        .remove(0);
    let task = monitor.wish(&task, Deed::Submit, evidence()).done.remove(0);
    let refused = monitor.wish(&task, Deed::Confirm, Particulars::default());
    assert_eq!(refused.left[0].why, Refusal::OwnSubmission);
    let mut other = desk.sit("cv.vpub");
    assert_eq!(
        other
            .wish(&task, Deed::Confirm, Particulars::default())
            .done
            .len(),
        1
    );
}

#[test]
fn what_a_monitor_does_in_place_of_the_lead_is_marked_so_in_the_log() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let marks = |session: &mut Session, task: &Task| -> Vec<_> {
        let request = Request::Log {
            task: Some(task.id),
            before: None,
            limit: 9,
        };
        match session.ask(&request) {
            Answer::Log(rows) => rows.into_iter().map(|row| row.on_behalf).collect(),
            other => panic!("no log: {other:?}"),
        }
    };
    let reason = Particulars {
        reason: "Nhắc đơn vị".to_owned(),
        ..Particulars::default()
    };
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let theirs = Some(task.agency);
    let task = monitor
        .wish(&task, Deed::Accept, Particulars::default())
        .done
        .remove(0);
    let task = monitor.wish(&task, Deed::Urge, reason).done.remove(0);
    let task = monitor.wish(&task, Deed::Submit, evidence()).done.remove(0);
    // Newest first: only the lead's own part is done in the lead's place.
    assert_eq!(marks(&mut monitor, &task), [theirs, None, theirs, None]);

    let own = monitor.enter("Việc của chính mình", "SNV", "30/6/2023");
    monitor.wish(&own, Deed::Accept, Particulars::default());
    assert_eq!(marks(&mut monitor, &own), [None, None]);
    let other = monitor.enter("Việc của đơn vị", "STTTT", "30/6/2023");
    desk.sit("cv.stttt")
        .wish(&other, Deed::Accept, Particulars::default());
    assert_eq!(marks(&mut monitor, &other), [None, None]);
    let verdict = monitor.store().verify_log(|_, _| Ok(())).expect("a proof");
    assert_eq!(verdict.broken, None);
}

#[test]
fn of_two_people_on_one_row_the_second_sees_who_changed_what_and_a_group_goes_on_without_it() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let first = monitor.enter("Việc thứ nhất", "STTTT", "30/6/2023");
    let second = monitor.enter("Việc thứ hai", "STTTT", "30/6/2023");
    let mut clerk = desk.sit("cv.stttt");
    clerk.wish(&first, Deed::Accept, Particulars::default());
    let given = Particulars {
        reason: "Đôn đốc".to_owned(),
        ..Particulars::default()
    };
    let wish = |task: &Task| Wish {
        id: task.id,
        seen: task.version,
        deed: Deed::Urge,
        given: given.clone(),
    };
    let request = Request::Perform {
        key: OperationKey::fresh(),
        wishes: vec![wish(&first), wish(&second)],
    };
    let saved = monitor.saved(&request);
    assert_eq!((saved.done.len(), saved.left.len()), (1, 1));
    let Refusal::Changed { by, at, what } = &saved.left[0].why else {
        panic!("{:?}", saved.left);
    };
    assert_eq!(
        (by.as_str(), at.as_str(), what.as_str()),
        ("cv.stttt", "12:00 15/06", "accept")
    );
    assert_eq!(
        saved.left[0].now.as_ref().expect("the row").status,
        Status::InProgress
    );
    // The answer was lost on the way: asking again does nothing twice.
    let again = monitor.saved(&request);
    assert_eq!(again.operation, saved.operation);
    assert_eq!(monitor.see(second.id).urgings, 1);
}

#[test]
fn a_task_is_not_given_to_an_agency_that_does_not_exist_today() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let given = Particulars {
        agency: Some(monitor.code("SATTP")),
        reason: "Đúng chức năng".to_owned(),
        ..Particulars::default()
    };
    let refused = monitor.wish(&task, Deed::Transfer, given);
    assert_eq!(refused.left[0].why, Refusal::AgencyEnded);
}

#[test]
fn a_draft_waits_until_it_is_given_and_without_a_lead_it_cannot_be() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let draft = Draft {
        title: "Việc mới".to_owned(),
        document: "Kế hoạch số 12/KH-UBND ngày 5/1/2023".to_owned(),
        deadline_text: "Quý II/2023".to_owned(),
        ..Draft::default()
    };
    let key = OperationKey::fresh();
    let saved = monitor.saved(&Request::Create { key, draft });
    let task = &saved.done[0];
    assert_eq!(
        (task.code.as_str(), task.status),
        ("KH12/23-BS1", Status::Draft)
    );
    let refused = monitor.wish(task, Deed::Assign, Particulars::default());
    assert_eq!(refused.left[0].why, Refusal::Incomplete);
    let edits = Edits {
        agency: Some(monitor.code("STC")),
        ..Edits::default()
    };
    let task = monitor.edit(task, edits).done.remove(0);
    let given = monitor.wish(&task, Deed::Assign, Particulars::default());
    assert_eq!(given.done[0].status, Status::NotStarted);
    assert_eq!(given.done[0].due, Some(day("2023-06-30")));
}

#[test]
fn a_corrected_deadline_moves_the_first_due_date_only_until_an_extension_was_granted() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "Theo kế hoạch");
    assert!(task.needs_review() && task.due.is_none());
    let text = |text: &str| Edits {
        deadline_text: Some(text.to_owned()),
        ..Edits::default()
    };
    let task = monitor.edit(&task, text("30/6/2023")).done.remove(0);
    assert!(!task.needs_review());
    assert_eq!(task.original_due, Some(day("2023-06-30")));
    let given = Particulars {
        due: Some(day("2023-07-31")),
        document: "35/TB-VP".to_owned(),
        ..Particulars::default()
    };
    let task = monitor.wish(&task, Deed::Extend, given).done.remove(0);
    let task = monitor.edit(&task, text("31/8/2023")).done.remove(0);
    assert_eq!(task.due, Some(day("2023-08-31")));
    assert_eq!(task.original_due, Some(day("2023-06-30")));
}

#[test]
fn looking_as_of_another_day_shows_that_day_and_writes_nothing() {
    let desk = Desk::new();
    let task = desk
        .sit("cv.snv")
        .enter("Rà soát thủ tục", "STTTT", "20/6/2023");
    let mut looking = desk
        .open("cv.snv", desk.day, Some(day("2023-07-03")))
        .expect("a session");
    assert_eq!(looking.facts().today, day("2023-07-03"));
    let request = Request::Perform {
        key: OperationKey::fresh(),
        wishes: vec![Wish {
            id: task.id,
            seen: task.version,
            deed: Deed::Urge,
            given: Particulars::default(),
        }],
    };
    assert!(matches!(looking.answer(&request), Err(Error::LookingOnly)));
    let Answer::Home(home) = looking.ask(&Request::Home) else {
        panic!("no home");
    };
    assert_eq!(home.count(crate::domain::concern::Concern::Overdue), 1);
}

#[test]
fn an_unknown_login_looks_where_there_are_accounts_and_may_do_all_on_a_file_of_its_own() {
    let desk = Desk::new();
    assert_eq!(desk.sit("la").user().role, Role::Viewer);
    let own = desk.directory.path().join("own.db");
    let store = super::super::sample::begin(&own, "toi", noon(desk.day)).expect("a database");
    let setup = SessionSetup {
        login: "toi".to_owned(),
        today: None,
        origin: String::new(),
        is_own_file: false,
        is_named: false,
        files: crate::work::files::Files::Anywhere,
        clock: Box::new(|| noon(day("2023-06-15"))),
    };
    let mut session = Session::open(store, setup).expect("a session");
    assert_eq!(session.user().role, Role::Owner);
    let task = session.enter("Việc của tôi", "SNV", "30/6/2023");
    let task = session
        .wish(&task, Deed::Accept, Particulars::default())
        .done
        .remove(0);
    let task = session.wish(&task, Deed::Submit, evidence()).done.remove(0);
    assert_eq!(
        session
            .wish(&task, Deed::Confirm, Particulars::default())
            .done
            .len(),
        1
    );
}
