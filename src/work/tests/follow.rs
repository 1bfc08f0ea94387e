//! Follow-up: who holds a task, what others were asked, what reports count, and that they follow from the log.

use std::sync::Arc;

use fastrand::Rng;

use super::*;
use crate::domain::report::{Cell, Grouping, Kind as Report, Opens, Report as Made, Spec};
use crate::domain::transition::{RULES, Refusal};

fn said(note: &str) -> Particulars {
    Particulars {
        note: note.to_owned(),
        ..Particulars::default()
    }
}

fn because(reason: &str) -> Particulars {
    Particulars {
        reason: reason.to_owned(),
        document: "12/UBND-TH".to_owned(),
        ..Particulars::default()
    }
}

fn made(session: &mut Session, spec: Spec) -> Made {
    match session.ask(&Request::Report { spec }) {
        Answer::Report(report) => Arc::unwrap_or_clone(report),
        other => panic!("no report: {other:?}"),
    }
}

/// How many rows a row opens.
fn opened(session: &mut Session, opens: &Opens) -> i64 {
    match opens {
        Opens::Tasks(query) => {
            let request = Request::Page {
                query: (**query).clone(),
                anchor: Anchor::First,
                limit: 10_000,
            };
            match session.ask(&request) {
                Answer::Page(page) => page.tasks.len() as i64,
                other => panic!("no page: {other:?}"),
            }
        }
        Opens::Report(spec) => made(session, (**spec).clone()).rows.len() as i64,
        Opens::Task(_) | Opens::Document(_) => 1,
        Opens::Each { rest, .. } => opened(session, rest),
    }
}

fn one(saved: Saved) -> Task {
    assert_eq!(saved.left, []);
    saved.done.into_iter().next().expect("a task")
}

/// A task that went from STTTT to SNV and back, was urged twice and has a request to STC open.
fn a_history(desk: &Desk) -> Task {
    let mut monitor = desk.sit_on("cv.snv", day("2023-06-01"));
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "9/6/2023");
    let to = |session: &Session, code: &str| Particulars {
        agency: Some(session.code(code)),
        ..because("Đúng chức năng")
    };
    let mut monitor = desk.sit_on("cv.snv", day("2023-06-05"));
    let given = to(&monitor, "STC");
    let task = one(monitor.wish(&task, Deed::Transfer, given));
    let mut monitor = desk.sit_on("cv.snv", day("2023-06-07"));
    let given = to(&monitor, "STTTT");
    let task = one(monitor.wish(&task, Deed::Transfer, given));
    let mut clerk = desk.sit_on("cv.stttt", day("2023-06-08"));
    let task = one(clerk.wish(&task, Deed::Accept, Particulars::default()));
    let given = Particulars {
        agency: Some(clerk.code("STC")),
        ..said("Cung cấp số liệu")
    };
    let task = one(clerk.wish(&task, Deed::AskSupport, given));
    let mut monitor = desk.sit_on("cv.snv", day("2023-06-12"));
    let task = one(monitor.wish(&task, Deed::Urge, because("Trễ")));
    let mut monitor = desk.sit_on("cv.snv", day("2023-06-13"));
    one(monitor.wish(&task, Deed::Urge, because("Vẫn trễ")))
}

#[test]
fn who_held_a_task_and_how_long_is_told_from_its_history() {
    let desk = Desk::new();
    let task = a_history(&desk);
    let mut leader = desk.sit("ld.ubnd");
    let spec = Spec {
        of: Some(task.id.0),
        ..Spec::new(Report::Hands)
    };
    let report = made(&mut leader, spec);
    let of = |code: &str| Cell::Agency(leader.code(code));
    let rows: Vec<_> = report.rows.iter_cells().collect();
    // 1 June is a Thursday: two working days to the 5th, two to the 7th, six to the 15th.
    let who = |rows: &[Vec<Cell>]| -> Vec<(Cell, Cell)> {
        rows.iter()
            .map(|row| (row[1].clone(), row[4].clone()))
            .collect()
    };
    assert_eq!(
        who(&rows),
        [
            (of("STTTT"), Cell::Days(2)),
            (of("STC"), Cell::Days(2)),
            (of("STTTT"), Cell::Days(6)),
            (of("STC"), Cell::Days(5)),
        ]
    );
    assert_eq!(rows[3][0], Cell::Word("held_by_support"));
    let loops = made(&mut leader, Spec::new(Report::Loops));
    assert_eq!(loops.rows.len(), 1);
    assert_eq!(
        loops.rows.cells(0).expect("a row")[1],
        Cell::Text("STTTT > STC > STTTT".to_owned())
    );
}

#[test]
fn rows_of_follow_up_reports_open_as_many_rows_as_they_count() {
    let desk = Desk::new();
    a_history(&desk);
    let mut monitor = desk.sit("cv.snv");
    let asked = monitor.enter("Việc thứ hai", "STTTT", "30/6/2023");
    let mut clerk = desk.sit("cv.stttt");
    let given = Particulars {
        due: Some(day("2023-08-31")),
        ..because("Chờ hướng dẫn")
    };
    one(clerk.wish(&asked, Deed::AskExtension, given));
    let third = monitor.enter("Việc thứ ba", "STTTT", "30/6/2023");
    let mut leader = desk.sit_on("ld.ubnd", day("2023-06-14"));
    one(leader.wish(&third, Deed::Suspend, because("Chờ hướng dẫn")));
    let waiting = made(&mut monitor, Spec::new(Report::Waiting));
    let since: Vec<(Cell, Cell)> = waiting
        .rows
        .iter()
        .map(|row| (row.cells[1].clone(), row.cells[3].clone()))
        .collect();
    for (what, on) in [("extension", "2023-06-15"), ("resumption", "2023-06-14")] {
        let row = (Cell::Word(what), Cell::Date(day(on)));
        assert!(since.contains(&row), "{since:?}");
    }
    for (kind, count) in [
        (Report::Hands, 1),
        (Report::Waiting, 2),
        (Report::Urgings, 1),
        (Report::Extensions, 1),
    ] {
        let report = made(&mut monitor, Spec::new(kind));
        assert!(!report.rows.is_empty(), "{kind:?}");
        for row in report.rows.iter() {
            let Cell::Count(counted) = row.cells[count] else {
                panic!("{:?}", row.cells);
            };
            let opens = row.opens.as_ref().expect("a way in");
            assert_eq!(opened(&mut monitor, opens), counted, "{kind:?} {row:?}");
            assert_eq!(row.cells.len(), report.columns.len());
        }
    }
    let urged = made(&mut monitor, Spec::new(Report::Urgings));
    assert_eq!(urged.rows.cells(0).expect("a row")[1], Cell::Count(2));
    assert_eq!(
        urged.rows.cells(0).expect("a row")[7],
        Cell::Date(day("2023-06-13"))
    );
}

#[test]
fn what_was_taken_back_is_not_counted_until_it_is_done_again() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "9/6/2023");
    monitor.wish(&task, Deed::Urge, because("Trễ"));
    let urged = |session: &mut Session| made(session, Spec::new(Report::Urgings)).rows.len();
    assert_eq!(urged(&mut monitor), 1);
    monitor.undo().expect("taken back");
    assert_eq!(urged(&mut monitor), 0);
    monitor.redo().expect("done again");
    assert_eq!(urged(&mut monitor), 1);
}

#[test]
fn nobody_is_asked_that_does_not_exist_and_a_settable_time_lies_between_urgings() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let given = Particulars {
        agency: Some(monitor.code("SATTP")),
        ..said("Cho ý kiến")
    };
    let refused = monitor.wish(&task, Deed::AskSupport, given);
    assert_eq!(refused.left[0].why, Refusal::AgencyEnded);
    let task = one(monitor.wish(&task, Deed::Urge, because("Nhắc")));
    let refused = monitor.wish(&task, Deed::Urge, because("Nhắc nữa"));
    assert_eq!(refused.left[0].why, Refusal::UrgedOn(desk.day));
}

/// Particulars with which much may be done.
fn some_particulars(session: &Session, rng: &mut Rng, today: chrono::NaiveDate) -> Particulars {
    let codes = ["STTTT", "STC", "SNV", "STP"];
    let code = codes[rng.usize(..codes.len())];
    Particulars {
        agency: Some(session.code(code)),
        due: Some(today + chrono::TimeDelta::days(rng.i64(-10..60))),
        evidence: "15/BC-STTTT".to_owned(),
        evidence_date: Some(today),
        delay_cause: "Chờ".to_owned(),
        percent: Some(rng.u8(0..=100)),
        ..Particulars {
            note: "Nội dung".to_owned(),
            ..because("Lý do")
        }
    }
}

#[test]
fn whatever_people_do_what_reports_count_follows_from_the_log() {
    for seed in 0..3 {
        let desk = Desk::new();
        let mut rng = Rng::with_seed(seed);
        let mut today = day("2023-06-01");
        let mut monitor = desk.sit_on("cv.snv", today);
        let ids: Vec<TaskId> = (0..6)
            .map(|n| monitor.enter(&format!("Việc {n}"), "STTTT", "12/6/2023").id)
            .collect();
        let mut done = 0;
        for _ in 0..12 {
            let login = ["cv.snv", "cv.stttt", "ld.ubnd", "cv.vpub"][rng.usize(..4)];
            let mut session = desk.sit_on(login, today);
            for _ in 0..25 {
                let task = session.see(ids[rng.usize(..ids.len())]);
                let deed = RULES[rng.usize(..RULES.len())].deed;
                let given = some_particulars(&session, &mut rng, today);
                done += session.wish(&task, deed, given).done.len();
                match rng.u8(0..12) {
                    0..=1 => drop(session.undo()),
                    2 => drop(session.redo()),
                    _ => {}
                }
            }
            today += chrono::TimeDelta::days(rng.i64(0..3));
        }
        assert!(done > 60, "{done} deeds were done");
        let store = Store::open(&desk.path(), Access::Write).expect("a store");
        let faults = store.check_replay(|_, _| Ok(())).expect("a proof");
        assert_eq!(faults.named(), [], "seed {seed}");
    }
}

#[test]
fn an_event_that_does_not_follow_from_the_log_is_found() {
    let desk = Desk::new();
    let task = a_history(&desk);
    let mut store = Store::open(&desk.path(), Access::Write).expect("a store");
    let group = store.log(Some(task.id), None, 1).expect("a log")[0].operation;
    let head = Head {
        key: "wrong",
        at: noon(desk.day),
        who: "qt.snv",
        origin: "",
        kind: Kind::Frame,
        summary: "user",
    };
    store
        .write(&head, |writer| {
            writer.set_setting(SPOILT, Some("1"))?;
            writer.void_events(group, task.id, true)
        })
        .expect("written");
    let faults = store.check_replay(|_, _| Ok(())).expect("a proof");
    assert_eq!(faults.total(), 1);
    assert_eq!(faults.named()[0].task, task.id);
}

#[test]
fn requests_are_listed_one_by_one_by_who_was_asked() {
    let desk = Desk::new();
    let task = a_history(&desk);
    let mut monitor = desk.sit("cv.snv");
    let spec = Spec {
        by: Grouping::None,
        agency: Some(monitor.code("STC")),
        ..Spec::new(Report::Waiting)
    };
    let rows = made(&mut monitor, spec).rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows.opens(0), Some(Opens::Task(task.id)));
    assert_eq!(rows.cells(0).expect("a row").last(), Some(&Cell::Days(5)));
}
