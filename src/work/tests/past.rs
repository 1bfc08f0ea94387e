//! A past day: lists and figures are what a session of that day saw.

use super::reports::report;
use super::sample::Sample;
use super::*;
use crate::domain::report::{Cell, Grouping, Kind, Report, Spec};
use crate::work::progress::{Cancel, Progress};
use crate::work::sample;

fn completion(session: &mut Session) -> Report {
    let spec = Spec {
        by: Grouping::Area,
        ..Spec::new(Kind::Completion)
    };
    report(session, &spec)
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
