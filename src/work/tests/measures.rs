//! Indicators and files by month, entered by hand and from a file, by those who may, and taken back.

use std::fs;
use std::sync::Arc;

use super::{Desk, Hands, day};
use crate::domain::caseload::Caseload;
use crate::domain::error::{Error, Result};
use crate::domain::id::{AgencyId, AreaId, IndicatorId};
use crate::domain::indicator::{Indicator, Level, Reading, read_bound};
use crate::domain::interval::{Every, Interval};
use crate::domain::measure::{Fault, Mark};
use crate::domain::report::{Cell, Kind, Opens, Report, Spec};
use crate::work::request::measures::{Ask, CityFiles, Measured, Saved, Told, Understood, What};
use crate::work::request::{Answer, OperationKey, Request};
use crate::work::session::Session;

fn tell(session: &mut Session, ask: Ask) -> Result<Told> {
    match session.answer(&Request::Measures(ask))? {
        Answer::Measures(told) => Ok(told),
        other => panic!("not told: {other:?}"),
    }
}

fn saved(session: &mut Session, ask: Ask) -> Result<Saved> {
    match tell(session, ask)? {
        Told::Saved(saved) => Ok(saved),
        other => panic!("not saved: {other:?}"),
    }
}

fn fault(heard: Result<Saved>) -> Fault {
    match heard {
        Err(Error::Measure(fault)) => fault,
        other => panic!("no fault: {other:?}"),
    }
}

fn when(text: &str) -> Interval {
    text.parse().expect("a period")
}

/// 10 % late of as many as are solved or open, whatever the month.
fn files(agency: AgencyId, month: &str, opening: i64) -> Caseload {
    Caseload {
        agency,
        month: when(month),
        opening,
        received: 100 - opening,
        solved_on_time: 72,
        solved_late: 8,
        open_in_time: 18,
        open_late: 2,
        withdrawn: None,
        waiting: None,
    }
}

fn keep(session: &mut Session, set: Vec<Caseload>) -> Result<Saved> {
    keep_seen(session, None, set)
}

fn keep_seen(
    session: &mut Session,
    seen: Option<Vec<Caseload>>,
    set: Vec<Caseload>,
) -> Result<Saved> {
    let (key, remove) = (OperationKey::fresh(), Vec::new());
    let ask = Ask::SaveCaseload {
        key,
        seen,
        set,
        remove,
    };
    saved(session, ask)
}

fn city(session: &mut Session) -> CityFiles {
    match tell(session, Ask::Caseload { month: None }) {
        Ok(Told::Caseload(city)) => city,
        other => panic!("no files: {other:?}"),
    }
}

fn an_indicator(session: &mut Session, level: Level) -> IndicatorId {
    let indicator = Indicator {
        id: IndicatorId(0),
        code: "VTVL".to_owned(),
        name: "Theo vị trí việc làm".to_owned(),
        unit: "%".to_owned(),
        bound: read_bound(">=100", "%").expect("a bound"),
        deadline: Some(day("2025-12-31")),
        level,
        every: Every::Quarter,
        since: day("2022-10-01"),
        area: AreaId::NONE,
        document: None,
        is_closed: false,
    };
    let key = OperationKey::fresh();
    let indicator = Box::new(indicator);
    let seen = None;
    let ask = Ask::SaveIndicator {
        key,
        seen,
        indicator,
    };
    let saved = saved(session, ask).expect("saved");
    saved.indicator.expect("a number")
}

fn measured(session: &mut Session, id: IndicatorId) -> Measured {
    match tell(session, Ask::Indicator { id }) {
        Ok(Told::Indicator(measured)) => *measured,
        other => panic!("no indicator: {other:?}"),
    }
}

fn read(
    session: &mut Session,
    of: IndicatorId,
    agency: AgencyId,
    at: &str,
    value: &str,
) -> Result<Saved> {
    let reading = Reading {
        indicator: of,
        agency,
        interval: when(at),
        value: value.parse().expect("an amount"),
        note: String::new(),
    };
    let (key, remove) = (OperationKey::fresh(), Vec::new());
    saved(
        session,
        Ask::SaveReadings {
            key,
            seen: None,
            set: vec![reading],
            remove,
        },
    )
}

fn report(session: &mut Session, spec: Spec) -> Report {
    match session.ask(&Request::Report { spec }) {
        Answer::Report(report) => Arc::unwrap_or_clone(report),
        other => panic!("no report: {other:?}"),
    }
}

#[test]
fn a_clerk_enters_the_own_files_only_and_takes_the_last_month_back() {
    let desk = Desk::new();
    let mut clerk = desk.sit("cv.stttt");
    let (own, other) = (clerk.code("STTTT"), clerk.code("STC"));
    keep(&mut clerk, vec![files(own, "2023-04", 10)]).expect("the own month");
    let done = keep(&mut clerk, vec![files(own, "2023-05", 21)]).expect("the next month");
    // 20 were open in April: kept, and pointed out.
    assert!(
        matches!(
            done.marks.as_slice(),
            [Mark::OpeningDiffers {
                opening: 21,
                before: 20,
                ..
            }]
        ),
        "{done:?}"
    );
    let refused = keep(&mut clerk, vec![files(other, "2023-05", 10)]);
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let mut viewer = desk.sit("xem");
    let refused = keep(&mut viewer, vec![files(own, "2023-05", 10)]);
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    assert_eq!(city(&mut clerk).month, Some(when("2023-05")));
    clerk.undo().expect("taken back");
    assert_eq!(city(&mut clerk).month, Some(when("2023-04")));
    clerk.redo().expect("done again");
    assert_eq!(
        city(&mut clerk).rows.first().map(|(it, _)| it.opening),
        Some(21)
    );
}

#[test]
fn a_month_that_cannot_be_is_refused_whole() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let stc = monitor.code("STC");
    let mut bad = files(stc, "2023-05", 10);
    bad.solved_late += 1;
    let sound = files(stc, "2023-04", 10);
    let why = fault(keep(&mut monitor, vec![sound, bad]));
    assert_eq!(
        why,
        Fault::SumsDiffer {
            came: 100,
            went: 101
        }
    );
    assert_eq!(
        city(&mut monitor),
        CityFiles::default(),
        "nothing of it is kept"
    );
    let why = fault(keep(&mut monitor, vec![files(stc, "2023-07", 10)]));
    assert_eq!(why, Fault::Future(when("2023-07")));
    // Founded in 2025.
    let ward = monitor
        .facts()
        .agencies
        .iter()
        .find(|it| it.begins_after(day("2025-01-01")));
    let ward = ward.expect("an agency of later").id;
    let why = fault(keep(&mut monitor, vec![files(ward, "2023-05", 10)]));
    assert!(matches!(why, Fault::NotThen { .. }), "{why:?}");
}

#[test]
fn readings_that_cannot_be_are_refused_and_missing_ones_are_counted() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let (snv, stc) = (monitor.code("SNV"), monitor.code("STC"));
    let of = an_indicator(&mut monitor, Level::Agencies(vec![snv, stc]));
    // The fourth quarter of 2022 and the first of 2023 are over, at two agencies.
    assert_eq!(measured(&mut monitor, of).missing.len(), 4);
    read(&mut monitor, of, snv, "2023-Q1", "95.5").expect("a value");
    assert_eq!(measured(&mut monitor, of).missing.len(), 3);
    let above = fault(read(&mut monitor, of, snv, "2022-Q4", "100.5"));
    assert!(matches!(above, Fault::AboveHundred(_)), "{above:?}");
    let future = fault(read(&mut monitor, of, snv, "2023-Q3", "1"));
    assert_eq!(future, Fault::Future(when("2023-Q3")));
    let monthly = fault(read(&mut monitor, of, snv, "2023-02", "1"));
    assert!(matches!(monthly, Fault::WrongEvery { .. }), "{monthly:?}");
    let elsewhere = monitor.code("SYT");
    let elsewhere = fault(read(&mut monitor, of, elsewhere, "2023-Q1", "1"));
    assert_eq!(elsewhere, Fault::NotMeasured("SYT".to_owned()));
    let of_city = fault(read(&mut monitor, of, AgencyId::UNRESOLVED, "2023-Q1", "1"));
    assert_eq!(of_city, Fault::WrongLevel);
    // Measured monthly from now on: February lies in the quarter that has a value.
    let seen = measured(&mut monitor, of).indicator;
    let changed = |name: &str| Ask::SaveIndicator {
        key: OperationKey::fresh(),
        seen: Some(Box::new(seen.clone())),
        indicator: Box::new(Indicator {
            name: name.to_owned(),
            every: Every::Month,
            ..seen.clone()
        }),
    };
    saved(&mut monitor, changed(&seen.name)).expect("changed");
    // Who has seen it before does not write over that.
    let slower = fault(saved(&mut monitor, changed("Tên khác")));
    assert_eq!(slower, Fault::Changed(seen.code.clone()));
    let overlaps = fault(read(&mut monitor, of, snv, "2023-02", "1"));
    let (given, there) = (when("2023-02"), when("2023-Q1"));
    assert_eq!(overlaps, Fault::Overlaps { given, there });
    // One by one back to the beginning: the indicator too.
    for _ in 0..3 {
        monitor.undo().expect("taken back");
    }
    assert!(
        matches!(tell(&mut monitor, Ask::Indicators), Ok(Told::Indicators(all)) if all.is_empty())
    );
}

#[test]
fn of_two_who_enter_the_files_of_a_month_the_slower_hears_what_stands_there() {
    let desk = Desk::new();
    let (mut one, mut two) = (desk.sit("cv.snv"), desk.sit("cv.vpub"));
    let snv = one.code("SNV");
    let (mine, theirs) = (files(snv, "2023-05", 10), files(snv, "2023-05", 20));
    let nothing = || Some(Vec::new());
    keep_seen(&mut one, nothing(), vec![mine]).expect("the first");
    let why = fault(keep_seen(&mut two, nothing(), vec![theirs]));
    let now = Some(Box::new(mine));
    let expected = Fault::FilesChanged {
        agency: "SNV".to_owned(),
        month: when("2023-05"),
        seen: None,
        now,
    };
    assert_eq!(why, expected);
    // The same again is what stands there; and who has seen it writes over it.
    let again = keep_seen(&mut two, nothing(), vec![mine]).expect("the same");
    assert_eq!(again.changed, 0);
    keep_seen(&mut two, Some(vec![mine]), vec![theirs]).expect("seen");
    // So for one that is removed.
    let remove = |seen: Caseload| Ask::SaveCaseload {
        key: OperationKey::fresh(),
        seen: Some(vec![seen]),
        set: Vec::new(),
        remove: vec![(snv, when("2023-05"))],
    };
    let why = fault(saved(&mut one, remove(mine)));
    assert!(matches!(why, Fault::FilesChanged { .. }), "{why:?}");
    assert_eq!(saved(&mut one, remove(theirs)).expect("seen").changed, 1);
}

#[test]
fn of_two_who_enter_a_value_the_slower_hears_what_stands_there() {
    let desk = Desk::new();
    let (mut one, mut two) = (desk.sit("cv.snv"), desk.sit("cv.vpub"));
    let of = an_indicator(&mut one, Level::City);
    let value = |value: &str| Reading {
        indicator: of,
        agency: AgencyId::UNRESOLVED,
        interval: when("2023-Q1"),
        value: value.parse().expect("an amount"),
        note: String::new(),
    };
    let enter = |session: &mut Session, seen: &[Reading], set: Reading| {
        let ask = Ask::SaveReadings {
            key: OperationKey::fresh(),
            seen: Some(seen.to_vec()),
            set: vec![set],
            remove: Vec::new(),
        };
        saved(session, ask)
    };
    enter(&mut one, &[], value("95")).expect("the first");
    let why = fault(enter(&mut two, &[], value("96")));
    let expected = Fault::ReadingChanged {
        agency: String::new(),
        interval: when("2023-Q1"),
        seen: None,
        now: Some(Box::new(value("95"))),
    };
    assert_eq!(why, expected);
    assert_eq!(measured(&mut one, of).readings, [value("95")]);
    enter(&mut two, &[value("95")], value("96")).expect("seen");
    let gone = Ask::SaveReadings {
        key: OperationKey::fresh(),
        seen: Some(vec![value("95")]),
        set: Vec::new(),
        remove: vec![value("95")],
    };
    let why = fault(saved(&mut one, gone));
    assert!(matches!(why, Fault::ReadingChanged { .. }), "{why:?}");
    assert_eq!(measured(&mut one, of).readings, [value("96")]);
}

#[test]
fn what_was_entered_since_a_file_was_read_is_not_written_over_by_it() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let snv = monitor.code("SNV");
    let folder = tempfile::tempdir().expect("a directory");
    let path = folder.path().join("ho-so.csv");
    let heading = "Cơ quan,Tháng,Tồn đầu kỳ,Tiếp nhận,Giải quyết đúng hạn,Giải quyết trễ hạn,Đang giải quyết trong hạn,Đang giải quyết quá hạn";
    std::fs::write(&path, format!("{heading}\nSNV,5/2023,10,90,72,8,18,2\n")).expect("a file");
    let ask = Ask::Read {
        path,
        what: What::Caseload,
        interval: None,
    };
    let Ok(Told::Read(read)) = tell(&mut monitor, ask) else {
        panic!("it cannot be read");
    };
    assert_eq!(read.files, [files(snv, "2023-05", 10)], "{:?}", read.left);
    keep(&mut monitor, vec![files(snv, "2023-05", 30)]).expect("somebody else");
    let why = fault(keep_seen(&mut monitor, Some(read.files_there), read.files));
    assert!(matches!(why, Fault::FilesChanged { .. }), "{why:?}");
}

#[test]
fn a_clerk_keeps_no_indicator_and_a_code_names_one() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let of = an_indicator(&mut monitor, Level::City);
    let mut again = measured(&mut monitor, of).indicator;
    again.id = IndicatorId(0);
    again.code = "vtvl".to_owned();
    let ask = |indicator: &Indicator| Ask::SaveIndicator {
        key: OperationKey::fresh(),
        seen: None,
        indicator: Box::new(indicator.clone()),
    };
    let taken = fault(saved(&mut monitor, ask(&again)));
    assert_eq!(taken, Fault::CodeTaken("vtvl".to_owned()));
    let mut clerk = desk.sit("cv.stttt");
    again.code = "MOI".to_owned();
    let refused = saved(&mut clerk, ask(&again));
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
}

#[test]
fn a_file_is_previewed_written_as_one_and_taken_back_as_one() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let path = desk.path().with_file_name("ho-so.csv");
    let text = "Tháng 5 năm 2023,,,,,,\n\
        Cơ quan,Tồn đầu kỳ,Tiếp nhận,Đã giải quyết đúng hạn,Đã giải quyết trễ hạn,Đang giải quyết trong hạn,Đang giải quyết trễ hạn\n\
        Sở Tài chính,10,90,72,8,18,2\n\
        SYT,10,\"1.090\",1072,8,18,2\n\
        Sở Ma,1,1,1,1,0,0\n\
        Sở Nội vụ,10,90,72,8,18,3\n\
        Sở Tài chính,10,90,72,8,18,2\n\
        Tổng cộng,30,1270,1216,24,54,7\n";
    fs::write(&path, text).expect("a file");
    let ask = Ask::Read {
        path,
        what: What::Caseload,
        interval: None,
    };
    let understood = |session: &mut Session| -> Understood {
        match tell(session, ask.clone()) {
            Ok(Told::Read(read)) => *read,
            other => panic!("not read: {other:?}"),
        }
    };
    let read = understood(&mut monitor);
    assert_eq!((read.sound(), read.same, read.differing), (2, 0, 0));
    let left: Vec<_> = read
        .left
        .iter()
        .map(|row| (row.line, row.why.clone()))
        .collect();
    assert_eq!(
        left,
        [
            (5, Fault::NoAgency("Sở Ma".to_owned())),
            (
                6,
                Fault::SumsDiffer {
                    came: 100,
                    went: 101
                }
            ),
            (7, Fault::Twice(3)),
        ]
    );
    assert_eq!(city(&mut monitor).rows.len(), 0, "a preview writes nothing");
    let done = keep(&mut monitor, read.files).expect("written");
    assert_eq!((done.changed, city(&mut monitor).rows.len()), (2, 2));
    let again = understood(&mut monitor);
    assert_eq!((again.sound(), again.same), (2, 2));
    monitor.undo().expect("taken back");
    assert_eq!(city(&mut monitor).rows.len(), 0);
}

#[test]
fn the_alert_and_what_it_opens_say_the_same_numbers() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let (stc, syt) = (monitor.code("STC"), monitor.code("SYT"));
    // Ten of a hundred, then twelve of two hundred: a better share, more late files.
    let mut more = files(stc, "2023-05", 20);
    more.received = 180;
    more.solved_on_time = 160;
    more.solved_late = 10;
    more.open_in_time = 28;
    let same = files(syt, "2023-05", 20);
    let set = vec![
        files(stc, "2023-04", 10),
        more,
        files(syt, "2023-04", 10),
        same,
    ];
    keep(&mut monitor, set).expect("two months");
    let alerts = report(&mut monitor, Spec::new(Kind::CaseloadAlerts));
    let [row] = &alerts.rows.iter().collect::<Vec<_>>()[..] else {
        panic!("one alert: {alerts:?}");
    };
    assert_eq!(row.cells.first(), Some(&Cell::Agency(stc)));
    for cell in [
        Cell::Count(12),
        Cell::Share {
            part: 12,
            whole: 200,
        },
        Cell::Count(10),
        Cell::Share {
            part: 10,
            whole: 100,
        },
    ] {
        assert!(row.cells.contains(&cell), "{cell:?} in {row:?}");
    }
    let Some(Opens::Report(closer)) = row.opens.clone() else {
        panic!("it opens nothing");
    };
    let months = report(&mut monitor, *closer);
    assert_eq!(months.rows.len(), 2, "two months of it");
    let of_may = months.rows.get(0).expect("May");
    assert_eq!(of_may.cells.get(1..), row.cells.get(1..));
    let all = report(&mut monitor, Spec::new(Kind::Caseload));
    let total = all.total.expect("a total");
    assert!(
        total.contains(&Cell::Share {
            part: 22,
            whole: 300
        }),
        "{total:?}"
    );
}

#[test]
fn missing_values_open_the_indicator_that_they_are_of() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let of = an_indicator(&mut monitor, Level::City);
    read(&mut monitor, of, AgencyId::UNRESOLVED, "2022-Q4", "80").expect("a value");
    let missing = report(&mut monitor, Spec::new(Kind::MissingReadings));
    assert_eq!(missing.rows.len(), 1);
    let all = report(&mut monitor, Spec::new(Kind::Indicators));
    let Some(Opens::Report(closer)) = all.rows.get(0).and_then(|row| row.opens) else {
        panic!("it opens nothing");
    };
    assert_eq!(report(&mut monitor, *closer).rows.len(), 1);
}
