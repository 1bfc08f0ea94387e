//! The reorganisations of 2025 as an administrator carries them out, and what becomes of the tasks.

use super::{Desk, Hands, day, noon};
use crate::domain::agency::lineage::{by_code, by_today, ended};
use crate::domain::agency::stories::{as_of, steps_of};
use crate::domain::agency::{Flaw, Heir, Newcomer, Reorganisation, Step, official};
use crate::domain::error::Error;
use crate::domain::hand_over::{HAND_OVER, Rule, Which};
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::query::{Anchor, Filter, Mark, Query};
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};
use crate::domain::transition::Deed;
use crate::domain::user::{Account, Role, User};
use crate::store::{Head, Kind, Note, Store};
use crate::work::progress::{Cancel, Progress};
use crate::work::request::agency::Reorganised;
use crate::work::request::{Answer, OperationKey, Request};
use crate::work::sample::City;
use crate::work::session::Session;

const NQ: &str = "Nghị quyết số 12/NQ-HĐND ngày 20/02/2025";

/// The city as it was on the 28th of February 2025, with an administrator, a monitor and a clerk.
fn february() -> Desk {
    let directory = tempfile::tempdir().expect("a directory");
    let desk = Desk {
        directory,
        day: day("2025-02-28"),
    };
    let mut city = City::carried().expect("our tables");
    city.agencies = as_of("2025-02-28");
    let of = |code: &str| by_code(&city.agencies, code).map(|it| it.id);
    let accounts = [
        ("qt.snv", of("SNV"), Role::Administrator),
        ("qt2.snv", of("SNV"), Role::Administrator),
        ("cv.snv", of("SNV"), Role::Monitor),
        ("cv.stttt", of("STTTT"), Role::Clerk),
        ("cv.sldtbxh", of("SLDTBXH"), Role::Clerk),
    ];
    let head = Head {
        key: "begin",
        at: noon(day("2025-02-01")),
        who: "qt.snv",
        origin: "",
        kind: Kind::Frame,
        summary: "begin",
    };
    let made = Store::load(&desk.path(), |loader| {
        loader.write(&head, |writer| {
            city.enter(writer)?;
            accounts.iter().try_for_each(|(login, agency, role)| {
                writer.save_user(&Account {
                    user: User {
                        login: (*login).to_owned(),
                        agency: *agency,
                        role: *role,
                    },
                    is_disabled: false,
                })
            })
        })
    });
    made.expect("a database");
    desk
}

/// Tasks of an agency as they lie there after years: so many, in this status.
fn fill(desk: &Desk, code: &str, status: Status, titles: &[String]) -> Vec<TaskId> {
    let mut session = desk.sit("cv.snv");
    let agency = session.code(code);
    let key = OperationKey::fresh();
    let mut ids = Vec::new();
    let written = session.write(&key, Kind::Save, "create", |writer| {
        for title in titles {
            let number = writer.next_number("T")?;
            let task = Task {
                code: format!("T-{number}"),
                title: title.clone(),
                agency,
                due: Some(day("2025-03-14")),
                original_due: Some(day("2025-03-14")),
                effective_due: Some(day("2025-03-14")),
                assigned_on: Some(day("2025-01-02")),
                submitted_on: (status == Status::Done).then(|| day("2025-02-20")),
                closed_on: status.is_closed().then(|| day("2025-02-21")),
                resume_to: (status == Status::Suspended).then_some(Status::InProgress),
                status,
                ..Task::blank(Form::Task)
            };
            ids.push(writer.insert_task(&task, None, Note::default())?.id);
        }
        Ok(())
    });
    written.expect("tasks");
    ids
}

fn titles(text: &str, count: usize) -> Vec<String> {
    (1..=count)
        .map(|number| format!("{text} {number}"))
        .collect()
}

trait Keeping {
    fn try_plan(&mut self, on: &str, step: Step, is_rehearsal: bool) -> Result<Reorganised, Error>;
    fn carry(&mut self, on: &str, step: Step) -> Reorganised;
    fn try_rule(&mut self, rule: Rule, is_rehearsal: bool) -> Result<Reorganised, Error>;
    fn settle(&mut self, rule: Rule) -> Reorganised;
    fn orphans(&mut self) -> Vec<Task>;
    fn all_of(&mut self, code: &str) -> Vec<Task>;
}

fn told(answer: Answer) -> Reorganised {
    match answer {
        Answer::Reorganised(told) => *told,
        other => panic!("no reorganisation: {other:?}"),
    }
}

impl Keeping for Session {
    fn try_plan(&mut self, on: &str, step: Step, is_rehearsal: bool) -> Result<Reorganised, Error> {
        let plan = Reorganisation {
            on: day(on),
            document: NQ.to_owned(),
            step,
        };
        let key = OperationKey::fresh();
        let request = Request::Reorganise {
            key,
            plan,
            is_rehearsal,
        };
        self.answer(&request).map(told)
    }

    fn carry(&mut self, on: &str, step: Step) -> Reorganised {
        self.try_plan(on, step, false).expect("carried out")
    }

    fn try_rule(&mut self, rule: Rule, is_rehearsal: bool) -> Result<Reorganised, Error> {
        let key = OperationKey::fresh();
        let document = NQ.to_owned();
        let request = Request::HandOver {
            key,
            rule,
            document,
            is_rehearsal,
        };
        self.answer(&request).map(told)
    }

    fn settle(&mut self, rule: Rule) -> Reorganised {
        self.try_rule(rule, false).expect("handed over")
    }

    fn orphans(&mut self) -> Vec<Task> {
        listed(
            self,
            Filter {
                marks: vec![Mark::Orphan],
                ..Filter::default()
            },
        )
    }

    fn all_of(&mut self, code: &str) -> Vec<Task> {
        let agencies = vec![self.code(code)];
        listed(
            self,
            Filter {
                agencies,
                ..Filter::default()
            },
        )
    }
}

fn listed(session: &mut Session, filter: Filter) -> Vec<Task> {
    let query = Query {
        filter,
        ..Query::default()
    };
    let (anchor, limit) = (Anchor::First, 5_000);
    match session.ask(&Request::Page {
        query,
        anchor,
        limit,
    }) {
        Answer::Page(page) => page.tasks,
        other => panic!("no page: {other:?}"),
    }
}

fn merge(codes: &[&str], into: Heir) -> Step {
    Step::Merge {
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        into,
    }
}

fn known(code: &str) -> Heir {
    Heir::Known(code.to_owned())
}

fn statuses(tasks: &[Task]) -> Vec<Status> {
    let mut all: Vec<_> = tasks.iter().map(|task| task.status).collect();
    all.sort_by_key(|status| status.code());
    all
}

#[test]
fn march_and_july_of_2025_hand_over_what_is_open_and_leave_what_is_closed() {
    let desk = february();
    let file = official();
    let ending: Vec<&str> = file
        .iter()
        .filter(|it| matches!(it.valid_to, Some(last) if last >= day("2025-02-28") && last <= day("2025-06-30")))
        .filter(|it| !it.begins_after(day("2025-02-28")))
        .map(|it| it.code.as_str())
        .collect();
    for code in &ending {
        fill(
            &desk,
            code,
            Status::InProgress,
            &[format!("Việc đang làm của {code}")],
        );
        fill(
            &desk,
            code,
            Status::Done,
            &[format!("Việc đã xong của {code}")],
        );
    }
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    for step in steps_of(&file, day("2025-03-01")) {
        admin.carry("2025-03-01", step);
    }
    // KHĐT and the board for reform of enterprises went to Tài chính, with their clocks.
    let open: Vec<Task> = admin
        .all_of("STC")
        .into_iter()
        .filter(|it| !it.status.is_closed())
        .collect();
    assert_eq!(open.len(), 2);
    for task in &open {
        assert_eq!(
            (task.status, task.due),
            (Status::InProgress, Some(day("2025-03-14")))
        );
        assert_eq!(
            (task.transfers, task.extensions),
            (0, 0),
            "no transfer, no extension"
        );
    }
    for code in ending.iter().filter(|code| !["STNMT", "Q1"].contains(code)) {
        let left = admin.all_of(code);
        let is_ended = admin
            .facts()
            .agencies
            .iter()
            .any(|it| it.code == **code && it.ended_before(day("2025-03-01")));
        let is_split = *code == "SLDTBXH";
        let wanted = if is_ended && !is_split {
            vec![Status::Done]
        } else {
            vec![Status::Done, Status::InProgress]
        };
        assert_eq!(statuses(&left), wanted, "{code}");
    }
    // Labour was split five ways: nobody takes over by itself.
    let orphans = admin.orphans();
    assert_eq!(orphans.len(), 1);
    assert_eq!(
        orphans.first().map(|it| it.agency),
        Some(admin.code("SLDTBXH"))
    );

    let mut admin = desk.sit_on("qt.snv", day("2025-05-01"));
    for step in steps_of(&file, day("2025-05-01")) {
        admin.carry("2025-05-01", step);
    }
    let mut admin = desk.sit_on("qt.snv", day("2025-07-01"));
    let districts = ending.iter().filter(|code| {
        let row = by_code(&file, code).expect("there");
        row.valid_to == Some(day("2025-06-30")) && row.successors.len() > 1
    });
    let districts = districts.count();
    for step in steps_of(&file, day("2025-07-01")) {
        admin.carry("2025-07-01", step);
    }
    // The district level is gone: its open tasks wait, those of Bình Dương are the city's.
    assert_eq!(districts, 22);
    assert_eq!(admin.orphans().len(), 1 + districts);
    assert_eq!(admin.all_of("UBNDTP").len(), 2);
    let home = match admin.ask(&Request::Home) {
        Answer::Home(home) => home.orphans,
        other => panic!("no home: {other:?}"),
    };
    assert_eq!(home, 23);
    // Quận Bình Thạnh is not phường Bình Thạnh.
    assert_eq!(admin.all_of("QBTHANH").len(), 2);
    assert_eq!(admin.all_of("P-BINHTHANH").len(), 0);

    let mut admin = desk.sit_on("qt.snv", day("2025-10-01"));
    for step in steps_of(&file, day("2025-10-01")) {
        admin.carry("2025-10-01", step);
    }
    let facts = admin.facts().clone();
    let versions = facts
        .agencies
        .iter()
        .filter(|it| it.name == "Sở Quy hoạch - Kiến trúc");
    assert_eq!(versions.count(), 2);
    assert_eq!(
        admin.all_of("SQHKT2").len(),
        0,
        "another agency, with nothing of the old one"
    );

    // By the agency of the time and by today's: the same tasks.
    let Answer::Agencies(then) = admin.ask(&Request::Agencies) else {
        panic!("no agencies");
    };
    let now = by_today(&then, &facts.agencies, facts.today);
    let sum = |rows: &[crate::domain::count::AgencyCounts]| -> i64 {
        rows.iter().map(|it| it.counts.given()).sum()
    };
    assert_eq!(sum(&then), sum(&now));
    let of = |rows: &[crate::domain::count::AgencyCounts], code: &str| {
        let id = by_code(&facts.agencies, code).expect("there").id;
        rows.iter()
            .find(|it| it.agency == id)
            .map(|it| (it.counts.open, it.counts.done()))
    };
    assert_eq!(of(&then, "STC"), Some((2, 0)));
    assert_eq!(
        of(&now, "STC"),
        Some((2, 2)),
        "what KHĐT finished counts for Tài chính"
    );
    assert_eq!(of(&then, "SKHDT"), Some((0, 1)));
    assert_eq!(of(&now, "SKHDT"), None);
    // Giao thông vận tải, Giao thông công chánh, Xây dựng: all the way.
    assert_eq!(of(&now, "SXD"), Some((3, 3)));
}

#[test]
fn a_merger_is_logged_on_both_sides_and_taken_back_as_one() {
    let desk = february();
    let open = fill(&desk, "STTTT", Status::Awaiting, &titles("Báo cáo", 1));
    fill(&desk, "STTTT", Status::Suspended, &titles("Tạm dừng", 1));
    fill(&desk, "STTTT", Status::Done, &titles("Xong", 2));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let step = merge(&["STTTT"], known("SKHCN"));
    let would = admin
        .try_plan("2025-03-01", step.clone(), true)
        .expect("a rehearsal");
    let [one] = would.moves.as_slice() else {
        panic!("one way: {would:?}");
    };
    assert_eq!(
        (one.open, one.closed, one.to.as_deref()),
        (2, Some(2), Some("SKHCN"))
    );
    assert_eq!(
        would.accounts.first().map(|it| it.login.as_str()),
        Some("cv.stttt")
    );
    assert_eq!(admin.all_of("SKHCN").len(), 0, "a rehearsal writes nothing");
    let done = admin.carry("2025-03-01", step);
    assert!(done.operation.is_some());
    assert_eq!(
        statuses(&admin.all_of("SKHCN")),
        [Status::Awaiting, Status::Suspended]
    );
    let log = admin
        .store
        .log(open.first().copied(), None, 1)
        .expect("a log");
    let last = log.first().expect("a change");
    assert_eq!(
        (
            last.what.as_str(),
            last.document.as_str(),
            last.who.as_str()
        ),
        (HAND_OVER, NQ, "qt.snv")
    );
    let id = admin.code("STTTT");
    let Answer::AgencySheet(sheet) = admin.ask(&Request::AgencySheet { id }) else {
        panic!("no sheet");
    };
    assert_eq!(sheet.agency.valid_to, Some(day("2025-02-28")));
    assert_eq!(sheet.log.first().map(|it| it.document.as_str()), Some(NQ));
    assert_eq!(sheet.counts.done(), 2);
    // The clerk is at the successor, and finds the work there.
    let clerk = desk.sit_on("cv.stttt", day("2025-03-03"));
    assert_eq!(clerk.user().agency, Some(clerk.code("SKHCN")));

    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (2, 0));
    assert_eq!(admin.all_of("STTTT").len(), 4);
    assert_eq!(admin.facts().agency(id).expect("there").valid_to, None);
    let clerk = desk.sit_on("cv.stttt", day("2025-03-03"));
    assert_eq!(clerk.user().agency, Some(id));
    admin.redo().expect("done again");
    assert_eq!(admin.all_of("SKHCN").len(), 2);
    assert_eq!(
        admin.facts().agency(id).expect("there").valid_to,
        Some(day("2025-02-28"))
    );
}

#[test]
fn many_tasks_go_over_in_slices_and_come_back_as_one() {
    let desk = february();
    fill(&desk, "SKHDT", Status::InProgress, &titles("Việc", 1_203));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    admin.carry("2025-03-01", merge(&["SKHDT"], known("STC")));
    assert_eq!(admin.all_of("STC").len(), 1_203);
    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (1_203, 0));
    assert_eq!(admin.all_of("SKHDT").len(), 1_203);
    assert!(
        admin
            .facts()
            .agencies
            .iter()
            .all(|it| it.code != "SKHDT" || it.valid_to.is_none())
    );
    assert!(matches!(admin.undo(), Err(Error::NothingToUndo)));
}

#[test]
fn a_founded_agency_that_is_taken_back_leaves_its_code_free() {
    let desk = february();
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let step = Step::Found {
        new: Newcomer {
            name: "Sở Giao thông công chánh".to_owned(),
            ..Newcomer::default()
        },
    };
    let done = admin.carry("2025-03-01", step.clone());
    let id = done.beginning.first().expect("one begins").id;
    assert_ne!(id, AgencyId(0));
    admin.undo().expect("taken back");
    assert!(admin.facts().agency(id).expect("its row stays").is_void());
    assert!(!ended(&admin.facts().agencies, day("2030-01-01")).is_empty());
    let again = admin.carry("2025-03-01", step);
    let again = again.beginning.first().expect("one begins");
    assert_eq!((again.id, again.code.as_str()), (id, "SGTCC"));
}

#[test]
fn of_two_administrators_the_second_hears_what_the_first_has_done() {
    let desk = february();
    let mut one = desk.sit_on("qt.snv", day("2025-03-01"));
    let mut other = desk.sit_on("qt2.snv", day("2025-03-01"));
    one.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    let refused = other.try_plan("2025-03-01", merge(&["STTTT"], known("SNV")), false);
    let flaw = Flaw::Ended {
        code: "STTTT".to_owned(),
        on: day("2025-02-28"),
    };
    assert!(matches!(refused, Err(Error::Reorganisation(found)) if found == flaw));
    // A later change of the same agency keeps the first from being taken back.
    other.carry("2025-04-01", merge(&["SKHCN"], known("SNV")));
    one.undo().expect("the row of STTTT is as it was left");
    other.undo().expect("taken back");
}

#[test]
fn only_administrators_reorganise() {
    let desk = february();
    for login in ["cv.snv", "cv.stttt"] {
        let mut session = desk.sit_on(login, day("2025-03-01"));
        let step = merge(&["STTTT"], known("SKHCN"));
        assert!(matches!(
            session.try_plan("2025-03-01", step, false),
            Err(Error::NotPermitted)
        ));
    }
}

#[test]
fn what_is_decided_for_a_later_day_goes_over_by_the_rule_of_successors() {
    let desk = february();
    let tasks = fill(&desk, "STTTT", Status::InProgress, &titles("Việc", 2));
    let mut admin = desk.sit_on("qt.snv", day("2025-02-20"));
    let done = admin.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    assert!(done.is_later);
    assert_eq!(admin.all_of("STTTT").len(), 2, "the day has not come");
    assert_eq!(admin.orphans().len(), 0);
    let mut admin = desk.sit_on("qt.snv", day("2025-03-03"));
    assert_eq!(admin.orphans().len(), 2);
    let by_heir = Rule {
        which: Which::All,
        from: None,
        to: None,
    };
    let done = admin.settle(by_heir.clone());
    assert_eq!((done.handed(), done.accounts.len()), (2, 1));
    assert_eq!(admin.orphans().len(), 0);
    let first = admin.see(*tasks.first().expect("a task"));
    assert_eq!(first.agency, admin.code("SKHCN"));
    assert!(matches!(
        admin.try_rule(by_heir, false),
        Err(Error::Reorganisation(Flaw::NoTasks))
    ));
}

#[test]
fn orphans_are_settled_by_area_by_place_and_one_by_one() {
    let desk = february();
    let mut named: Vec<String> = vec!["Chỉnh trang phường Sài Gòn".to_owned()];
    named.extend(titles("Rà soát thủ tục", 3));
    let ids = fill(&desk, "Q1", Status::InProgress, &named);
    let file = official();
    let mut admin = desk.sit_on("qt.snv", day("2025-07-01"));
    // Only what the first district needs: its four communes.
    let step = Step::Split {
        code: "Q1".to_owned(),
        into: ["P-SAIGON", "P-TANDINH", "P-BENTHANH", "P-CAUONGLANH"]
            .into_iter()
            .map(|code| {
                let row = by_code(&file, code).expect("a row");
                Heir::New(Newcomer {
                    name: row.name.clone(),
                    ..Newcomer::default()
                })
            })
            .collect(),
    };
    let done = admin.carry("2025-07-01", step);
    assert_eq!((done.handed(), done.orphans()), (0, 4));
    assert_eq!(admin.orphans().len(), 4);
    let to = |admin: &Session, code: &str| Some(admin.code(code));
    let place = Rule {
        which: Which::Words("phuong sai gon".to_owned()),
        from: None,
        to: to(&admin, "P-SAIGON"),
    };
    assert_eq!(
        admin
            .try_rule(place.clone(), true)
            .expect("a rehearsal")
            .handed(),
        1
    );
    admin.settle(place);
    assert_eq!(admin.all_of("P-SAIGON").len(), 1);
    let task = admin.see(*ids.get(1).expect("a task"));
    let one = Rule {
        which: Which::These(vec![(task.id, task.version)]),
        from: None,
        to: to(&admin, "P-TANDINH"),
    };
    admin.settle(one);
    assert_eq!(admin.see(task.id).agency, admin.code("P-TANDINH"));
    let rest = Rule {
        which: Which::All,
        from: Some(admin.code("Q1")),
        to: to(&admin, "P-BENTHANH"),
    };
    assert_eq!(admin.settle(rest).handed(), 2);
    assert_eq!(admin.orphans().len(), 0);
    admin.undo().expect("taken back");
    assert_eq!(admin.orphans().len(), 2, "a rule is one step");

    let ended = Rule {
        which: Which::All,
        from: None,
        to: to(&admin, "Q1"),
    };
    assert!(
        matches!(admin.try_rule(ended, true), Err(Error::Reorganisation(Flaw::HeirEnded(code))) if code == "Q1")
    );
}

#[test]
fn a_series_lives_on_at_the_successor() {
    let desk = february();
    let mut monitor = desk.sit_on("cv.snv", day("2025-02-10"));
    monitor.enter("Báo cáo tháng", "STTTT", "Hằng tháng, trước ngày 25");
    let later_than_march = |tasks: &[Task]| {
        let is_later = |task: &&Task| task.due >= Some(day("2025-04-01"));
        tasks.iter().filter(is_later).count()
    };
    // A month passes before anybody hands over: the period that ends in April began at nobody's.
    let mut admin = desk.sit_on("qt.snv", day("2025-02-20"));
    admin.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    let mut admin = desk.sit_on("qt.snv", day("2025-04-01"));
    assert_eq!(later_than_march(&admin.all_of("STTTT")), 0);
    let rule = Rule {
        which: Which::All,
        from: Some(admin.code("STTTT")),
        to: None,
    };
    let done = admin.settle(rule);
    assert_eq!(done.moves.first().map(|it| it.series), Some(1));
    assert_eq!(
        later_than_march(&admin.all_of("SKHCN")),
        1,
        "the missed one"
    );
    let mut later = desk.sit_on("qt.snv", day("2025-05-05"));
    assert_eq!(later_than_march(&later.all_of("SKHCN")), 2, "and the next");
}

#[test]
fn a_task_whose_lead_is_not_known_waits_for_one_too() {
    let desk = february();
    let mut monitor = desk.sit_on("cv.snv", day("2025-02-10"));
    let path = desk.file(
        "a.csv",
        "1,Rà soát thủ tục,,,cơ quan soạn thảo,,30/6/2025,Kế hoạch số 5/KH-UBND ngày 02/01/2025",
    );
    monitor.import(path, false);
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let orphans = admin.orphans();
    let task = orphans.first().expect("an orphan").clone();
    assert_eq!(task.agency, AgencyId::UNRESOLVED);
    assert!(task.needs_review());
    let to = Some(admin.code("STP"));
    admin.settle(Rule {
        which: Which::These(vec![(task.id, task.version)]),
        from: None,
        to,
    });
    let task = admin.see(task.id);
    assert_eq!(
        (task.agency, task.needs_review()),
        (admin.code("STP"), false)
    );
    // Who was faster is not written over.
    let stale = Rule {
        which: Which::These(vec![(task.id, 1)]),
        from: to,
        to: Some(admin.code("STC")),
    };
    admin.try_rule(stale, false).expect("nothing to write");
    assert_eq!(admin.see(task.id).agency, admin.code("STP"));
}

#[test]
fn work_goes_on_after_a_hand_over_and_keeps_it_from_being_taken_back() {
    let desk = february();
    let ids = fill(&desk, "STTTT", Status::NotStarted, &titles("Việc", 2));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    admin.carry("2025-03-01", merge(&["STTTT"], known("SKHCN")));
    let mut clerk = desk.sit_on("cv.stttt", day("2025-03-03"));
    let task = clerk.see(*ids.first().expect("a task"));
    clerk.wish(&task, Deed::Accept, Default::default());
    let back = admin.undo().expect("taken back");
    assert_eq!(
        (back.done.len(), back.left.len()),
        (1, 1),
        "what was worked on since stays"
    );
}

#[test]
fn what_broke_off_between_two_slices_goes_on_when_it_is_asked_again_and_comes_back_as_one() {
    let desk = february();
    fill(&desk, "SKHDT", Status::InProgress, &titles("Việc", 2_203));
    let mut admin = desk.sit_on("qt.snv", day("2025-03-01"));
    let plan = Reorganisation {
        on: day("2025-03-01"),
        document: NQ.to_owned(),
        step: merge(&["SKHDT"], known("STC")),
    };
    let request = Request::Reorganise {
        key: OperationKey::fresh(),
        plan,
        is_rehearsal: false,
    };
    // Ended twice, each time after another slice.
    for done in [1_000, 500] {
        let cancel = Cancel::default();
        let flag = cancel.clone();
        let mut progress = Progress::new(cancel, move |at, _| {
            if at >= done {
                flag.set();
            }
        });
        let ended = admin.answer_with(&request, &mut progress);
        assert!(matches!(ended, Err(Error::Cancelled)), "{ended:?}");
    }
    admin.ask(&request);
    assert_eq!(admin.all_of("STC").len(), 2_203);
    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (2_203, 0));

    // So it is with a rule.
    let rule = Rule {
        from: Some(admin.code("SKHDT")),
        to: Some(admin.code("STC")),
        which: Which::All,
    };
    let request = Request::HandOver {
        key: OperationKey::fresh(),
        rule,
        document: NQ.to_owned(),
        is_rehearsal: false,
    };
    let cancel = Cancel::default();
    let flag = cancel.clone();
    let mut progress = Progress::new(cancel, move |at, _| {
        if at >= 1_000 {
            flag.set();
        }
    });
    let ended = admin.answer_with(&request, &mut progress);
    assert!(matches!(ended, Err(Error::Cancelled)), "{ended:?}");
    admin.ask(&request);
    assert_eq!(admin.all_of("STC").len(), 2_203);
    admin.ask(&request);
    let back = admin.undo().expect("taken back");
    assert_eq!((back.done.len(), back.left.len()), (2_203, 0));
}
