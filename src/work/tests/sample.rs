//! The sample has the figures that the screens were designed with.

use std::collections::BTreeMap;

use super::*;
use crate::domain::concern::Concern;
use crate::domain::condition::Condition;
use crate::domain::document::{self, Direction, Document};
use crate::domain::follow_up::{Step, SupportRequest, Target};
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
            is_named: false,
            files: crate::work::files::Files::Anywhere,
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
    // Of which reports take their shares.
    assert_eq!(total.followed(), 2_298);
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
        "refuse_extension",
        "correct_due",
        "excuse",
        "insist",
        "ask_support",
        "answer_support",
        "withdraw_support",
        "ask_explanation",
        "explain",
        "criticise",
        "propose",
        "issue",
        "measure",
        "reach_stage",
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
    let faults = session.store().check_replay(|_, _| Ok(()));
    assert_eq!(faults.expect("a proof").named(), []);
    assert_eq!(session.store().check_frame().expect("a proof").named(), []);
}

#[test]
fn a_trainer_finds_every_situation_of_the_directive_in_the_sample() {
    let sample = Sample::new();
    let mut session = sample.sit("ld.ubnd");
    let today = session.facts().today;
    let tasks = session.list();
    let count = |fits: &dyn Fn(&Task) -> bool| tasks.iter().filter(|task| fits(task)).count();
    let is_open = |task: &Task| !task.status.is_closed();
    // Dates: slipped twice and three times, a first date that is kept, delays that are nobody's fault.
    let slipped = |task: &Task| task.extensions >= 2 && is_open(task);
    assert!(count(&|task| slipped(task) && task.step() < Step::Explanation) >= 3);
    assert!(count(&|task| slipped(task) && task.explained > 0) >= 1);
    assert!(count(&|task| task.extensions >= 3) >= 1);
    assert!(count(&|task| task.extensions > 0 && task.original_due == task.due) == 0);
    assert!(count(&|task| task.is_excused && is_open(task)) >= 2);
    assert!(count(&|task| task.is_excused && !is_open(task)) >= 4);
    // The ladder, each step.
    for step in [
        Step::Urged,
        Step::Explanation,
        Step::Criticised,
        Step::Proposed,
    ] {
        assert!(
            count(&|task| task.step() == step && is_open(task)) >= 1,
            "{step:?}"
        );
    }
    let silent = |task: &Task| {
        let asked = task.explanation_asked.as_ref();
        asked.and_then(|it| it.due).is_some_and(|due| due < today)
    };
    assert!(count(&silent) >= 1, "asked, and the day has passed");
    assert!(count(&|task| task.explanation_asked.is_some() && !silent(task)) >= 1);
    // Requests to supporting agencies, in every state.
    let asked: Vec<_> = tasks.iter().flat_map(|task| &task.requests).collect();
    let asked = |fits: &dyn Fn(&SupportRequest) -> bool| asked.iter().filter(|it| fits(it)).count();
    let after = |it: &SupportRequest| it.ended_on > it.due;
    assert!(asked(&|it| !it.is_open() && !it.is_withdrawn && !after(it)) >= 8);
    assert!(asked(&|it| !it.is_open() && !it.is_withdrawn && after(it)) >= 4);
    assert!(asked(&|it| it.is_open() && it.due < Some(today)) >= 3);
    assert!(asked(&|it| it.is_open() && it.due >= Some(today)) >= 2);
    assert!(asked(&|it| it.is_withdrawn) >= 2);
    // Stages kept, missed and to come; values on the way, and reached.
    let stages = || tasks.iter().flat_map(|task| &task.stages);
    assert!(stages().any(|it| it.done_on.is_some_and(|on| on <= it.due)));
    assert!(stages().any(|it| it.done_on.is_some_and(|on| on > it.due)));
    assert!(stages().any(|it| it.done_on.is_none() && it.due < today));
    assert!(stages().any(|it| it.done_on.is_none() && it.due > today));
    let targets = || tasks.iter().filter_map(|task| task.target.as_ref());
    let holds = |it: &Target| it.reached.map(|value| it.bound.holds(value));
    assert!(targets().any(|it| holds(it) == Some(true)));
    assert!(targets().filter(|it| holds(it) == Some(false)).count() >= 4);
    // Documents: a chain, two spellings of one number, one without the step of confirmation.
    let documents = &session.facts().documents;
    let twin = |it: &Document| documents.iter().any(|other| it.is_same_as(other));
    assert_eq!(documents.iter().filter(|it| twin(it)).count(), 2);
    let skips: Vec<_> = documents
        .iter()
        .filter(|it| it.skips_confirmation)
        .collect();
    assert_eq!(skips.len(), 1);
    assert!(count(&|task| task.document == Some(skips[0].id)) >= 10);
    let chain = |it: &Document| document::tree(documents, it.id, Direction::Bases);
    assert!(
        documents
            .iter()
            .any(|it| chain(it).iter().any(|branch| branch.last.len() >= 4))
    );
}

#[test]
fn reports_of_the_sample_have_something_in_every_column_of_deeds() {
    use super::reports::{count_of, report};
    use crate::domain::report::{Kind, Spec};
    let sample = Sample::new();
    let mut session = sample.sit("ld.ubnd");
    let whole = |session: &mut Session, kind: Kind, names: &[&str]| {
        let made = report(session, &Spec::new(kind));
        let total = made.total.clone().expect("a total");
        for name in names {
            assert!(count_of(&made, &total, name) > 0, "{kind:?} {name}");
        }
    };
    let names = [
        "asked",
        "asked_late",
        "granted",
        "granted_earlier",
        "refused",
        "corrected",
        "undecided",
    ];
    whole(&mut session, Kind::Extensions, &names);
    let names = [
        "urgings",
        "explanations_asked",
        "explanations",
        "criticisms",
        "proposals",
        "to_explain",
    ];
    whole(&mut session, Kind::Urgings, &names);
    let names = [
        "issued_on_time",
        "issued_late",
        "owed_overdue",
        "pending",
        "unnamed",
    ];
    whole(&mut session, Kind::Documents, &names);
    whole(&mut session, Kind::Ongoing, &["to_30", "to_90", "older"]);
    whole(
        &mut session,
        Kind::Series,
        &["kept", "missed_late", "missed_overdue", "still_open"],
    );
    assert!(report(&mut session, &Spec::new(Kind::Loops)).rows.len() >= 4);
}
