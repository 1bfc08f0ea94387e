//! The sample has the figures that the screens were designed with.

use std::collections::BTreeMap;

use super::*;
use crate::domain::concern::Concern;
use crate::domain::condition::Condition;
use crate::domain::status::Status;
use crate::domain::task::Form;
use crate::work::sample;

pub(super) struct Sample {
    directory: TempDir,
}

impl Sample {
    pub(super) fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        sample::make(&directory.path().join("sample.db")).expect("a sample");
        Self { directory }
    }

    pub(super) fn sit(&self, login: &str) -> Session {
        let path = self.directory.path().join("sample.db");
        let store = Store::open(&path, Access::Write).expect("the sample");
        let setup = SessionSetup {
            login: login.to_owned(),
            today: None,
            origin: "thử".to_owned(),
            is_own_file: true,
            clock: Box::new(|| noon(day("2026-11-23"))),
        };
        Session::open(store, setup).expect("a session")
    }
}

fn home(session: &mut Session) -> crate::domain::count::Home {
    match session.ask(&Request::Home) {
        Answer::Home(home) => *home,
        other => panic!("no home: {other:?}"),
    }
}

#[test]
fn the_sample_is_neither_empty_nor_a_sea_of_red() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    assert_eq!(session.facts().today, day("2023-06-15"));
    assert!(session.facts().is_sample && !session.facts().is_looking_only);
    let every: Vec<Task> = (1..)
        .map_while(|id| session.store().task(TaskId(id)).expect("readable"))
        .collect();
    let count = |fits: &dyn Fn(&Task) -> bool| every.iter().filter(|task| fits(task)).count();
    assert_eq!(count(&|task| task.form == Form::Parent), 17);
    assert_eq!(count(&|task| task.form == Form::Series), 377);
    assert_eq!(
        count(&|task| task.form != Form::Parent && task.series.is_none()),
        941
    );
    assert_eq!(count(&|task| task.series.is_some()), 1_738);
    let home = home(&mut session);
    assert!(
        (35..=45).contains(&home.count(Concern::Overdue)),
        "{home:?}"
    );
    assert!(
        (10..=14).contains(&home.count(Concern::DueSoon)),
        "{home:?}"
    );
    assert!(
        (6..=16).contains(&home.count(Concern::ToConfirm)),
        "{home:?}"
    );
    assert!(
        (2..=3).contains(&home.count(Concern::ExtensionsAsked)),
        "{home:?}"
    );
    assert!((1..=2).contains(&home.count(Concern::Disputed)), "{home:?}");
    assert!(
        (11..=25).contains(&home.count(Concern::ToReview)),
        "{home:?}"
    );
    let total = home.total;
    assert_eq!(total.given(), 2_302);
    assert!(total.done_late * 100 / total.done() <= 10, "{total:?}");
    assert!(total.done() > 1_500 && total.open > 300, "{total:?}");
    assert!(home.worst.len() >= 15, "spread over many agencies");
    assert!(home.worst.iter().all(|agency| agency.counts.late <= 4));
}

#[test]
fn every_task_of_the_sample_tells_a_life_that_its_log_bears_out() {
    let sample = Sample::new();
    let mut session = sample.sit("ld.ubnd");
    let mut deeds: BTreeMap<String, usize> = BTreeMap::new();
    let mut before = None;
    let mut last_at = None;
    loop {
        let rows = session.store().log(None, before, 1_000).expect("log");
        let Some(oldest) = rows.last().map(|row| row.id) else {
            break;
        };
        for row in rows {
            assert!(
                last_at.is_none_or(|at| row.at <= at),
                "in order of time: {row:?}"
            );
            last_at = Some(row.at);
            *deeds.entry(row.what).or_default() += 1;
        }
        before = Some(oldest);
    }
    for deed in [
        "accept",
        "progress",
        "submit",
        "confirm",
        "return",
        "suspend",
        "resume",
        "drop",
        "transfer",
        "dispute",
        "ask_extension",
        "extend",
        "urge",
        "edit",
        "import",
        "occurrence",
    ] {
        assert!(deeds.contains_key(deed), "{deed}: {deeds:?}");
    }
    let verdict = session
        .store()
        .verify_log(|_, _| Ok(()))
        .expect("a verdict");
    assert_eq!(verdict.broken, None);
    assert_eq!(session.store().check_tallies().expect("tallies"), []);
    assert_eq!(session.store().check_spans().expect("spans"), []);
    let facts = std::sync::Arc::clone(session.facts());
    let tasks = session.list();
    assert!(tasks.iter().all(|task| task.status != Status::Draft));
    let late = tasks
        .iter()
        .filter(|task| matches!(facts.day().judge(task), Condition::Overdue { .. }))
        .take_while(|task| task.rank() == Some(crate::domain::status::Rank::Running))
        .count();
    assert!(late >= 35, "the overdue stand first");
}

#[test]
fn importing_the_whole_file_into_the_sample_adds_only_the_later_documents() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let path = sample.directory.path().join("tasks.csv");
    fs::write(&path, include_bytes!("../../../assets/tasks.csv")).expect("a file");
    let report = session.import(path.clone(), true);
    assert_eq!((report.unchanged, report.changed), (941, 0));
    assert_eq!(report.counts.rows, 133);
    assert!(report.new > 37);
    let again = session.import(path, true);
    assert_eq!(
        (again.new, again.changed, again.counts.occurrences),
        (0, 0, 0)
    );
}

#[test]
fn a_clerk_sees_the_own_agency_at_home_and_may_work_on_it() {
    let sample = Sample::new();
    let mut clerk = sample.sit("cv.stttt");
    let home = home(&mut clerk);
    let own = clerk.code("STTTT");
    assert!(home.worst.iter().all(|agency| agency.agency == own));
    assert!(home.total.given() > 30);
    assert_eq!(clerk.user().role, Role::Clerk);
}

#[test]
fn what_reports_count_of_the_sample_follows_from_its_log() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let faults = session.store().check_events(|_, _| Ok(()));
    assert_eq!(faults.expect("a proof"), []);
}
