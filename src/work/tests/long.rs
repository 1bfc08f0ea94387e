//! Owed documents, long tasks, series: what the reports say is what a count by hand gives.

use std::sync::Arc;

use super::*;
use crate::domain::follow_up::Bound;
use crate::domain::owed::State;
use crate::domain::report::{Cell, Grouping, Kind as ReportKind, Opens, Report, Spec};
use crate::domain::status::Status;
use crate::domain::target;
use crate::domain::task::Form;
use crate::domain::transition::Refusal;
use crate::work::sample;

fn report(session: &mut Session, spec: Spec) -> Report {
    match session.ask(&Request::Report { spec }) {
        Answer::Report(report) => Arc::unwrap_or_clone(report),
        other => panic!("no report: {other:?}"),
    }
}

fn column(report: &Report, name: &str) -> usize {
    let found = report.columns.iter().position(|column| column.name == name);
    found.expect("a column")
}

fn count(report: &Report, cells: &[Cell], name: &str) -> i64 {
    match cells[column(report, name)] {
        Cell::Count(count) => count,
        ref other => panic!("no count: {other:?}"),
    }
}

fn total(report: &Report, name: &str) -> i64 {
    count(report, report.total.as_ref().expect("a total"), name)
}

/// The sample; its directory lives as long as it does.
struct Sample {
    _directory: TempDir,
}

impl Sample {
    fn sit() -> (Self, Session) {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("sample.db");
        sample::make(&path).expect("a sample");
        let setup = SessionSetup {
            login: sample::LOGIN.to_owned(),
            today: None,
            origin: "thử".to_owned(),
            is_own_file: true,
            is_named: false,
            files: crate::work::files::Files::Anywhere,
            clock: Box::new(|| noon(day("2026-11-23"))),
        };
        let store = Store::open(&path, Access::Write).expect("the sample");
        let session = Session::open(store, setup).expect("a session");
        (
            Self {
                _directory: directory,
            },
            session,
        )
    }
}

/// Every task of the sample, listed or not.
fn every(session: &mut Session) -> Vec<Task> {
    (1..)
        .map_while(|id| session.store().task(TaskId(id)).expect("readable"))
        .filter(|task| !task.is_gone)
        .collect()
}

#[test]
fn owed_documents_are_counted_as_by_hand_and_every_row_opens_so_many() {
    let (sample, mut session) = Sample::sit();
    let tasks = every(&mut session);
    let facts = std::sync::Arc::clone(session.facts());
    let by_hand = |agency: Option<AgencyId>, state: State| {
        let fits = tasks.iter().filter(|task| {
            task.form == Form::Task
                && agency.is_none_or(|id| task.agency == id)
                && State::of(task, &facts.day()) == Some(state)
        });
        i64::try_from(fits.count()).expect("a count")
    };
    let whole = report(&mut session, Spec::new(ReportKind::Documents));
    let names = [
        ("owed_overdue", State::Overdue),
        ("issued_late", State::IssuedLate),
        ("unnamed", State::Unnamed),
        ("pending", State::Pending),
        ("issued_on_time", State::IssuedOnTime),
    ];
    for (name, state) in names {
        assert_eq!(total(&whole, name), by_hand(None, state), "{name}");
    }
    assert!(total(&whole, "issued_late") > 0 && total(&whole, "owed_overdue") > 0);
    let sum: i64 = names.iter().map(|(name, _)| total(&whole, name)).sum();
    assert_eq!(total(&whole, "owed"), sum);
    for row in whole.rows.iter().take(5) {
        let opens = row.opens.as_ref().map(|opens| opens.of_column(None));
        let Some(Opens::Report(spec)) = opens.cloned() else {
            panic!("it leads nowhere");
        };
        for (name, state) in names {
            assert_eq!(count(&whole, &row.cells, name), by_hand(spec.agency, state));
        }
        let single = report(&mut session, *spec);
        let rows = i64::try_from(single.rows.len()).expect("a count") + single.left_out;
        assert_eq!(rows, count(&whole, &row.cells, "owed"));
    }
    // The same within a period is counted another way: along an index.
    let all_days = crate::domain::period::Period::new(day("2000-01-01"), day("2099-12-31"));
    let dated = report(
        &mut session,
        Spec {
            period: all_days,
            ..Spec::new(ReportKind::Documents)
        },
    );
    let undated = tasks.iter().filter(|task| {
        task.form == Form::Task
            && task.effective_due.is_none()
            && State::of(task, &facts.day()).is_some()
    });
    let undated = i64::try_from(undated.count()).expect("a count");
    assert_eq!(total(&dated, "owed") + undated, total(&whole, "owed"));
    assert_eq!(total(&dated, "owed_overdue"), total(&whole, "owed_overdue"));
    assert_eq!(session.store().check_owed_tallies().expect("a check"), []);
    assert_eq!(session.store().check_series_tallies().expect("a check"), []);
    assert_eq!(
        session.store().check_document_tallies().expect("a check"),
        []
    );
    drop(sample);
}

#[test]
fn series_and_ongoing_tasks_are_counted_as_by_hand() {
    let (sample, mut session) = Sample::sit();
    let tasks = every(&mut session);
    let today = session.facts().today;
    let series = report(&mut session, Spec::new(ReportKind::Series));
    assert!(!series.rows.is_empty());
    for row in series.rows.iter().take(20) {
        let Some(Opens::Tasks(query)) = row.opens.clone() else {
            panic!("it leads nowhere");
        };
        let of = query.filter.series;
        let own: Vec<&Task> = tasks
            .iter()
            .filter(|task| task.series == of && task.form == Form::Task)
            .collect();
        let all = count(&series, &row.cells, "occurrences");
        assert_eq!(all, i64::try_from(own.len()).expect("a count"));
        let done = |task: &&&Task| task.status == Status::Done;
        let on_time = |task: &&&Task| task.submitted_on <= task.effective_due;
        let kept = own.iter().filter(done).filter(on_time).count();
        assert_eq!(
            count(&series, &row.cells, "kept"),
            i64::try_from(kept).expect("one")
        );
        let late = own.iter().filter(done).count() - kept;
        assert_eq!(
            count(&series, &row.cells, "missed_late"),
            i64::try_from(late).expect("one")
        );
        let request = Request::Page {
            query: Arc::unwrap_or_clone(query),
            anchor: Anchor::First,
            limit: 1_000,
        };
        let Answer::Page(page) = session.ask(&request) else {
            panic!("no page");
        };
        assert_eq!(page.tasks.len(), own.len(), "it opens exactly these");
    }
    let going = |task: &&Task| {
        let runs = matches!(task.status, Status::NotStarted | Status::InProgress);
        task.kind == crate::domain::deadline::Kind::Ongoing && task.form == Form::Task && runs
    };
    let last = |task: &Task| task.updated_on.or(task.assigned_on);
    let within = |task: &&Task| last(task).is_some_and(|on| (today - on).num_days() <= 30);
    let ongoing = report(&mut session, Spec::new(ReportKind::Ongoing));
    let all = tasks.iter().filter(going).count();
    assert_eq!(total(&ongoing, "total"), i64::try_from(all).expect("one"));
    let fresh = tasks.iter().filter(going).filter(within).count();
    assert_eq!(total(&ongoing, "to_30"), i64::try_from(fresh).expect("one"));
    let spec = Spec {
        by: Grouping::None,
        ..Spec::new(ReportKind::Ongoing)
    };
    let single = report(&mut session, spec);
    assert_eq!(single.rows.len(), all);
    drop(sample);
}

#[test]
fn stages_and_targets_come_from_texts_and_are_corrected_by_hand() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let rows = "1,Cấp chữ ký số cho 100% lãnh đạo,,Báo cáo,Sở Nội vụ,,Tháng 6/2023 (trình); Tháng 9/2023 (ban hành),Kế hoạch số 12/KH-UBND ngày 5/1/2023\n2,Mở lớp,,Lớp tập huấn,Sở Nội vụ,,30/6/2023,Kế hoạch số 12/KH-UBND ngày 5/1/2023";
    monitor.import(desk.file("a.csv", rows), false);
    let tasks = monitor.list();
    let task = tasks
        .iter()
        .find(|it| it.item == "1")
        .expect("the first")
        .clone();
    let other = tasks
        .iter()
        .find(|it| it.item == "2")
        .expect("the second")
        .clone();
    assert!(task.owes_document && !other.owes_document);
    let stages: Vec<_> = task
        .stages
        .iter()
        .map(|it| (it.label.as_str(), it.due))
        .collect();
    assert_eq!(
        stages,
        [
            ("trình", day("2023-06-30")),
            ("ban hành", day("2023-09-30"))
        ]
    );
    let written = task.target.as_ref().map(target::written);
    assert_eq!(written.as_deref(), Some("≥ 100 %"));
    assert!(task.needs_review(), "a proposal has to be looked at");
    let edits = Edits {
        target: Some("25-35 %".to_owned()),
        reached: Some("28,5".to_owned()),
        owes_document: Some(false),
        stages_done: vec![(0, Some(day("2023-06-12")))],
        ..Edits::default()
    };
    let task = monitor.edit(&task, edits).done.remove(0);
    let target = task.target.as_ref().expect("a target");
    assert!(matches!(target.bound, Bound::Band { .. }));
    assert_eq!(target.reached.map(target::amount).as_deref(), Some("28,5"));
    assert_eq!(task.stages[0].done_on, Some(day("2023-06-12")));
    assert!(!task.owes_document && !task.needs_review());
    let bad = Edits {
        target: Some("khoảng 20%".to_owned()),
        ..Edits::default()
    };
    assert_eq!(monitor.edit(&task, bad).left[0].why, Refusal::BadTarget);
    // The deadline is moved: what was reached stays reached.
    let moved = Edits {
        deadline_text: Some("Tháng 7/2023 (trình); Tháng 9/2023 (ban hành)".to_owned()),
        ..Edits::default()
    };
    let task = monitor.edit(&task, moved).done.remove(0);
    let first = &task.stages[0];
    assert_eq!(
        (first.due, first.done_on),
        (day("2023-07-31"), Some(day("2023-06-12")))
    );
    monitor.undo().expect("taken back");
    assert_eq!(monitor.see(task.id).stages[0].due, day("2023-06-30"));
}
