//! The reorganisations of 2025 as an administrator carries them out, and what becomes of the tasks.

mod correcting;
mod hand_over;
mod orphans;
mod versions;
mod year_2025;

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
