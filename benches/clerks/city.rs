//! The city: a database, an account for every clerk, and who works where.

use std::path::{Path, PathBuf};

use cchc::domain::agency::Agency;
use cchc::domain::id::{AgencyId, TaskId};
use cchc::domain::query::{Anchor, Filter, Order, Query};
use cchc::domain::status::Status;
use cchc::domain::task::Task;
use cchc::domain::user::{Account, Role, User};
use cchc::store::{Access, Head, Kind, Store};
use cchc::work::request::{Answer, Request};
use cchc::work::session::{Session, SessionSetup};
use chrono::Utc;

use crate::books::Books;

/// Fewer tasks in progress than this, and an agency gets no clerk.
const ENOUGH: usize = 8;

/// Who follows the work of the whole city, beside the clerks.
pub const OVERSEER: &str = "td.0";

/// Who works.
#[derive(Debug, Clone)]
pub struct Clerk {
    pub login: String,
    /// The code of the agency, as one types it.
    pub agency: String,
    pub id: AgencyId,
}

/// A database and its clerks.
pub struct City {
    pub database: PathBuf,
    pub clerks: Vec<Clerk>,
}

impl City {
    /// Gives so many clerks an account, agency by agency in turn.
    pub fn settle(database: &Path, count: usize) -> Self {
        let mut store = Store::open(database, Access::Write).expect("a database");
        let agencies = busy_agencies(&store);
        let clerks: Vec<Clerk> = (0..count)
            .zip(agencies.iter().cycle())
            .map(|(number, agency)| Clerk {
                login: format!("tt.{number}"),
                agency: agency.code.to_lowercase(),
                id: agency.id,
            })
            .collect();
        let head = Head {
            key: "clerks",
            at: Utc::now(),
            who: "cv.snv",
            origin: "bench",
            kind: Kind::Frame,
            summary: "clerks",
        };
        let entered = store.write(&head, |writer| {
            let first = (OVERSEER, clerks[0].id, Role::Monitor);
            let others = clerks
                .iter()
                .map(|it| (it.login.as_str(), it.id, Role::Clerk));
            others.chain([first]).try_for_each(|(login, agency, role)| {
                let user = User {
                    login: login.to_owned(),
                    agency: Some(agency),
                    role,
                };
                let account = Account {
                    user,
                    is_disabled: false,
                };
                writer.save_user(&account)
            })
        });
        entered.expect("accounts");
        Self {
            database: database.to_owned(),
            clerks,
        }
    }

    /// How it is now, to be compared later.
    pub fn books(&self) -> Books {
        Books::open(&self.store())
    }

    /// The store, for looking at it.
    pub fn store(&self) -> Store {
        Store::open(&self.database, Access::Write).expect("a database")
    }

    /// A session of that name.
    pub fn session(&self, login: &str) -> Session {
        session(&self.database, login)
    }
}

/// A session on a database.
pub fn session(database: &Path, login: &str) -> Session {
    let store = Store::open(database, Access::Write).expect("a store");
    let setup = SessionSetup {
        login: login.to_owned(),
        today: None,
        origin: "bench".to_owned(),
        is_own_file: false,
        files: cchc::work::files::Files::Anywhere,
        is_named: false,
        clock: Box::new(Utc::now),
    };
    Session::open(store, setup).expect("a session")
}

/// Tasks of an agency that are worked on.
pub fn in_progress(session: &mut Session, agency: Option<AgencyId>, limit: usize) -> Vec<Task> {
    let query = Query {
        filter: Filter {
            statuses: vec![Status::InProgress],
            agencies: agency.into_iter().collect(),
            ..Filter::default()
        },
        order: Order::Urgency,
    };
    let request = Request::Page {
        query,
        anchor: Anchor::First,
        limit,
    };
    match session.answer(&request) {
        Ok(Answer::Page(page)) => page.tasks,
        other => panic!("{other:?}"),
    }
}

/// Agencies that have something to do.
fn busy_agencies(store: &Store) -> Vec<Agency> {
    let mut session = session(store.path(), "cv.snv");
    let mut agencies = store.agencies().expect("agencies");
    agencies.retain(|agency| {
        let tasks = in_progress(&mut session, Some(agency.id), ENOUGH);
        tasks.len() >= ENOUGH
    });
    assert!(!agencies.is_empty(), "nobody has anything to do");
    agencies
}

/// The rows of the log after one, oldest first: what they are about, what was done, and its note.
pub fn log_since(store: &Store, last: i64) -> Vec<cchc::domain::change::Change> {
    let mut log: Vec<cchc::domain::change::Change> = Vec::new();
    loop {
        let before = log.last().map(|change| change.id);
        let older = store.log(None, before, 5_000).expect("a log");
        let is_end = older.is_empty() || older.iter().any(|change| change.id.0 <= last);
        log.extend(older.into_iter().filter(|change| change.id.0 > last));
        if is_end {
            log.reverse();
            return log;
        }
    }
}

/// The version of a task.
pub fn version(session: &mut Session, id: TaskId) -> i64 {
    match session.answer(&Request::Tasks { ids: vec![id] }) {
        Ok(Answer::Tasks(tasks)) => tasks[0].version,
        other => panic!("{other:?}"),
    }
}
