//! A past day: lists and figures are what a session of that day saw.

use std::sync::Arc;

use super::reports::report;
use super::sample::Sample;
use super::*;
use crate::domain::error::Error;
use crate::domain::report::{Cell, Grouping, Kind, Report, Spec};
use crate::work::progress::{Cancel, Progress};
use crate::work::request::Facts;
use crate::work::sample;

fn completion(session: &mut Session) -> Report {
    let spec = Spec {
        by: Grouping::Area,
        ..Spec::new(Kind::Completion)
    };
    report(session, &spec)
}

#[test]
fn what_did_not_change_is_the_same_piece_of_memory_on_a_past_day_and_when_one_is_back() {
    let desk = Desk::new();
    let mut monitor = desk.sit_on("cv.snv", day("2023-06-20"));
    let before = Arc::clone(monitor.facts());
    let is_same = |now: &Facts| {
        Arc::ptr_eq(&now.agencies, &before.agencies)
            && Arc::ptr_eq(&now.areas, &before.areas)
            && Arc::ptr_eq(&now.documents, &before.documents)
            && Arc::ptr_eq(&now.calendar, &before.calendar)
            && Arc::ptr_eq(&now.windows, &before.windows)
    };
    for wanted in [Some(day("2023-06-15")), Some(day("2023-06-14")), None] {
        monitor.ask(&Request::AsOf { day: wanted });
        assert!(is_same(monitor.facts()), "{wanted:?}");
    }
    monitor.reload().expect("readable");
    assert!(is_same(monitor.facts()));
}

#[test]
fn names_of_agencies_that_were_read_on_a_past_day_are_not_those_of_the_present() {
    let desk = Desk::new();
    let mut monitor = desk.sit_on("cv.snv", day("2023-06-20"));
    monitor.ask(&Request::AsOf {
        day: Some(day("2023-06-15")),
    });
    monitor.directory();
    assert!(monitor.leave_past());
    assert!(monitor.directory.get().is_none());
    // What is known is as of when one went: nothing is done with it before it has been read anew.
    assert!(monitor.is_stale);
    monitor.ask(&Request::Home);
    assert!(!monitor.is_stale);
}

#[test]
fn what_was_changed_since_is_undone_for_who_looks_back_and_only_for_them() {
    let desk = Desk::new();
    let before = desk
        .sit("cv.snv")
        .enter("Rà soát thủ tục", "STTTT", "Trước ngày 30/6/2023");
    let id = before.id;
    let next = day("2023-06-20");
    desk.sit_on("cv.stttt", next)
        .wish(&before, Deed::Accept, Particulars::default());
    let mut monitor = desk.sit_on("cv.snv", next);
    let other = monitor.enter("Đề án mới", "STC", "Quý III/2023").id;
    let now = monitor.see(id);
    assert_ne!(now.status, before.status);
    let silent = &mut Progress::silent();
    monitor
        .look_back(Some(day("2023-06-15")), silent)
        .expect("a past day");
    assert!(monitor.facts().is_looking_only);
    assert_eq!(monitor.facts().today, day("2023-06-15"));
    let past = monitor.store().task(id).expect("readable").expect("there");
    let same = Task {
        version: past.version,
        ..before
    };
    assert_eq!(past, same);
    assert_eq!(
        monitor.store().task(other).expect("readable"),
        None,
        "it came later"
    );
    assert_eq!(monitor.store().check_tallies().expect("tallies"), []);
    assert_eq!(monitor.store().check_spans().expect("spans"), []);
    let Answer::Sheet(sheet) = monitor.ask(&Request::Sheet { id }) else {
        panic!("no sheet");
    };
    assert!(
        sheet.log.iter().all(|change| change.what != "accept"),
        "the log goes as far as the day"
    );
    assert!(!sheet.log.is_empty());
    let key = OperationKey::fresh();
    let refused = monitor.answer(&Request::Undo { key });
    assert!(refused.is_err(), "nothing is written into the past");
    monitor.look_back(None, silent).expect("the present");
    assert_eq!(monitor.facts().today, next);
    assert_eq!(
        monitor.store().task(id).expect("readable").expect("there"),
        now
    );
}

#[test]
fn a_day_that_has_not_ended_is_no_past_and_cancelling_leaves_the_present() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let today = session.facts().today;
    let silent = &mut Progress::silent();
    assert!(session.look_back(Some(today), silent).is_err());
    let cancel = Cancel::default();
    cancel.set();
    let stopped = session.look_back(
        Some(day("2023-03-31")),
        &mut Progress::new(cancel, |_, _| {}),
    );
    assert!(stopped.is_err());
    assert_eq!(session.facts().today, today);
}

#[test]
fn the_sample_of_a_past_day_adds_up() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let now = completion(&mut session);
    let silent = &mut Progress::silent();
    session
        .look_back(Some(day("2023-03-31")), silent)
        .expect("a past day");
    let then = completion(&mut session);
    let total = |report: &Report| match report.total.as_deref() {
        Some([_, Cell::Count(total), ..]) => *total,
        other => panic!("no total: {other:?}"),
    };
    println!("{} then, {} now", total(&then), total(&now));
    assert!(total(&then) > 0 && total(&then) < total(&now));
    assert_eq!(session.store().check_tallies().expect("tallies"), []);
    assert_eq!(session.store().check_spans().expect("spans"), []);
    assert_eq!(then.today, day("2023-03-31"));
}

/// How often the tasks of all agencies were urged, as the report counts it.
fn urged(session: &mut Session) -> i64 {
    let report = report(session, &Spec::new(Kind::Urgings));
    match report.total.as_deref() {
        Some([_, Cell::Count(urged), ..]) => *urged,
        other => panic!("no total: {other:?}"),
    }
}

#[test]
fn what_was_taken_back_and_done_again_counts_as_it_stood_on_each_day() {
    let desk = Desk::new();
    let mut clerk = desk.sit("cv.snv");
    let task = clerk.enter("Rà soát thủ tục", "STTTT", "Trước ngày 30/6/2023");
    let given = Particulars {
        reason: "chậm".to_owned(),
        ..Particulars::default()
    };
    clerk.wish(&task, Deed::Urge, given);
    let on = |text: &str| desk.sit_on("cv.snv", day(text));
    on("2023-06-16").undo().expect("taken back");
    on("2023-06-19").redo().expect("done again");
    on("2023-06-20").undo().expect("taken back once more");
    let mut session = on("2023-06-22");
    assert_eq!(urged(&mut session), 0);
    for (day_of, expected) in [
        ("2023-06-15", 1),
        ("2023-06-16", 0),
        ("2023-06-19", 1),
        ("2023-06-20", 0),
    ] {
        session
            .look_back(Some(day(day_of)), &mut Progress::silent())
            .expect("a past day");
        assert_eq!(urged(&mut session), expected, "{day_of}");
        let faults = session.store().check_counters().expect("counters");
        assert_eq!(faults, Vec::<&str>::new(), "{day_of}");
    }
}

#[test]
fn documents_settings_and_measured_values_stand_as_they_stood() {
    use crate::domain::caseload::Caseload;
    use crate::domain::interval::{Every, Interval};
    use crate::work::request::documents::{self, Draft as Document};
    use crate::work::request::measures;
    let desk = Desk::new();
    let mut first = desk.sit("cv.snv");
    first.enter("Rà soát thủ tục", "STTTT", "Trước ngày 30/6/2023");
    let keep = |day_of: &str, abstract_: &str, solved_late: i64| {
        let mut session = desk.sit_on("cv.snv", day(day_of));
        let seen = session
            .facts()
            .documents
            .iter()
            .find(|it| it.id.0 != 0)
            .cloned();
        let mut draft = seen.as_ref().map(Document::of).unwrap_or_default();
        "12/KH-UBND".clone_into(&mut draft.number);
        abstract_.clone_into(&mut draft.summary);
        let seen = seen.map(Box::new);
        let key = OperationKey::fresh();
        session.ask(&Request::Documents(documents::Ask::Save {
            key,
            seen,
            draft,
        }));
        let set = vec![Caseload {
            agency: session.code("STTTT"),
            month: Interval::of(Every::Month, day("2023-05-01")),
            opening: 10,
            received: 90,
            solved_on_time: 80 - solved_late,
            solved_late,
            open_in_time: 18,
            open_late: 2,
            withdrawn: None,
            waiting: None,
        }];
        let (key, remove) = (OperationKey::fresh(), Vec::new());
        session.ask(&Request::Measures(measures::Ask::SaveCaseload {
            key,
            seen: None,
            set,
            remove,
        }));
    };
    keep("2023-06-16", "cũ", 8);
    keep("2023-06-20", "mới", 9);
    let mut session = desk.sit_on("cv.snv", day("2023-06-22"));
    let seen = |session: &mut Session| {
        let documents = &session.facts().documents;
        let summary = documents
            .iter()
            .find(|it| it.id.0 != 0)
            .map(|it| it.summary.clone());
        let agency = session.code("STTTT");
        let files = session.store().caseload_of(agency, 10).expect("files");
        (summary, files.first().map(|it| it.solved_late))
    };
    assert_eq!(seen(&mut session), (Some("mới".to_owned()), Some(9)));
    for (day_of, expected) in [
        ("2023-06-19", (Some("cũ".to_owned()), Some(8))),
        ("2023-06-15", (None, None)),
    ] {
        session
            .look_back(Some(day(day_of)), &mut Progress::silent())
            .expect("a past day");
        assert_eq!(seen(&mut session), expected, "{day_of}");
    }
}

#[test]
fn a_past_day_is_made_beside_the_lists_and_leaves_nothing_behind() {
    use crate::work::thread::{Message, Office};
    use std::sync::mpsc::channel;
    let desk = Desk::new();
    let id = desk
        .sit("cv.snv")
        .enter("Rà soát thủ tục", "STTTT", "Trước ngày 30/6/2023")
        .id;
    let later = day("2023-06-20");
    let (send, messages) = channel();
    let files = send.clone();
    let mut second = Some(desk.sit_on("cv.snv", later));
    let office = Office::start(desk.sit_on("cv.snv", later), move |message| {
        let _ = send.send(message);
    });
    let office = office.expect("a thread").with_files(
        move || second.take().ok_or(Error::Busy),
        move |message| {
            let _ = files.send(message);
        },
    );
    let mut office = office.expect("another thread");
    office.ask(Request::AsOf {
        day: Some(day("2023-06-14")),
    });
    office.ask(Request::Tasks { ids: vec![id] });
    let mut replies = messages.iter().filter_map(|message| match message {
        Message::Reply { answer, .. } => Some(answer.expect("an answer")),
        _ => None,
    });
    assert!(matches!(replies.next(), Some(Answer::Tasks(tasks)) if tasks.len() == 1));
    match replies.next() {
        Some(Answer::Facts(facts)) => assert_eq!(facts.today, day("2023-06-14")),
        other => panic!("{other:?}"),
    }
    office.ask(Request::Tasks { ids: vec![id] });
    assert!(matches!(replies.next(), Some(Answer::Tasks(tasks)) if tasks.is_empty()));
    office.ask(Request::AsOf { day: None });
    office.ask(Request::Tasks { ids: vec![id] });
    assert!(matches!(replies.next(), Some(Answer::Facts(_))));
    assert!(matches!(replies.next(), Some(Answer::Tasks(tasks)) if tasks.len() == 1));
    drop(replies);
    office.close();
}
