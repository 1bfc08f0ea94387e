//! Stories of people at work on a real database, with a fixed clock.

// A story ends where its people see something else than it tells.
#![allow(clippy::panic)]

mod batches;
mod days_off;
mod deeds;
mod documents;
mod door;
mod equals;
mod follow;
mod imports;
mod late;
mod letters;
mod long;
mod measures;
mod mishaps;
mod moved;
mod openings;
mod past;
mod recurring;
mod reorganising;
mod report_files;
mod reports;
mod roles;
mod round_trip;
mod sample;
mod stages;
mod superior;
mod taking_back;
mod users;
mod waiting;

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;

use super::request::import::{Staged, StagedRow, Which};
use super::request::{
    Answer, Draft, Edits, ImportReport, ImportSpec, OperationKey, Request, Saved, Wish,
};
use super::session::{Session, SessionSetup};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::query::{Anchor, Query};
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Particulars};
use crate::domain::user::{Account, Role, User};
use crate::store::{Access, Head, Kind, Store};

/// An office with a database of its own, on the 15th of June 2023.
pub(super) struct Desk {
    directory: TempDir,
    pub(super) day: NaiveDate,
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(5, 0, 0).expect("an hour").and_utc()
}

/// Whatever a story did through the program, rows, groups and frame stand as its log says: no false alarm.
impl Drop for Desk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        // Some stories take the file away, or break it.
        let Ok(store) = Store::open(&self.path(), Access::Look) else {
            return;
        };
        let is_spoilt = store.setting(SPOILT).is_ok_and(|it| it.is_some());
        if is_spoilt {
            return;
        }
        let replay = store.check_replay(|_, _| Ok(())).expect("a proof");
        assert_eq!(replay.named(), []);
        assert_eq!(store.check_frame().expect("a proof").named(), []);
        let verdict = store.verify_log(|_, _| Ok(())).expect("a proof");
        assert!(verdict.is_intact(), "{verdict:?}");
    }
}

/// A story that goes past the program says so by this setting.
pub(super) const SPOILT: &str = "spoilt";

impl Desk {
    /// Agencies, areas, days off and six accounts, no tasks.
    pub(super) fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let desk = Self {
            directory,
            day: day("2023-06-15"),
        };
        let at = noon(day("2023-06-01"));
        let mut store = super::sample::begin(&desk.path(), "qt.snv", at).expect("a database");
        let agencies = store.agencies().expect("agencies");
        let of = |code: &str| agencies.iter().find(|it| it.code == code).map(|it| it.id);
        let accounts = [
            ("cv.snv", of("SNV"), Role::Monitor),
            ("cv.vpub", of("VPUB"), Role::Monitor),
            ("cv.stttt", of("STTTT"), Role::Clerk),
            ("ld.ubnd", of("UBNDTP"), Role::Leader),
            ("qt.snv", of("SNV"), Role::Administrator),
            ("xem", None, Role::Viewer),
            ("quantri", None, Role::Administrator),
        ];
        let head = Head {
            key: "accounts",
            at,
            who: "qt.snv",
            origin: "",
            kind: Kind::Frame,
            summary: "user",
        };
        store
            .write(&head, |writer| {
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
            .expect("accounts");
        desk
    }

    pub(super) fn path(&self) -> PathBuf {
        self.directory.path().join("cchc.db")
    }

    pub(super) fn sit(&self, login: &str) -> Session {
        self.sit_on(login, self.day)
    }

    pub(super) fn sit_on(&self, login: &str, day: NaiveDate) -> Session {
        self.open(login, day, None).expect("a session")
    }

    pub(super) fn open(
        &self,
        login: &str,
        day: NaiveDate,
        today: Option<NaiveDate>,
    ) -> Result<Session> {
        let store = Store::open(&self.path(), Access::Write)?;
        let setup = SessionSetup {
            login: login.to_owned(),
            today,
            origin: "thử".to_owned(),
            is_own_file: false,
            is_named: false,
            files: crate::work::files::Files::Anywhere,
            clock: Box::new(move || noon(day)),
        };
        Session::open(store, setup)
    }

    /// A file of tasks with the usual header.
    pub(super) fn file(&self, name: &str, rows: &str) -> PathBuf {
        let path = self.directory.path().join(name);
        let header = "STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Văn bản giao";
        fs::write(&path, format!("{header}\n{rows}\n")).expect("a file");
        path
    }
}

/// What people do at a session, in their words.
pub(super) trait Hands {
    fn ask(&mut self, request: &Request) -> Answer;
    fn saved(&mut self, request: &Request) -> Saved;
    fn code(&self, agency: &str) -> AgencyId;
    fn enter(&mut self, title: &str, agency: &str, deadline: &str) -> Task;
    fn see(&mut self, id: TaskId) -> Task;
    fn wish(&mut self, task: &Task, deed: Deed, given: Particulars) -> Saved;
    fn edit(&mut self, task: &Task, edits: Edits) -> Saved;
    fn undo(&mut self) -> Result<Saved>;
    fn redo(&mut self) -> Result<Saved>;
    fn import(&mut self, path: PathBuf, past: bool) -> ImportReport;
    fn stage(&mut self, spec: ImportSpec) -> Staged;
    fn rows(&mut self, staged: &Staged, which: Which) -> Vec<StagedRow>;
    fn list(&mut self) -> Vec<Task>;
}

impl Hands for Session {
    fn ask(&mut self, request: &Request) -> Answer {
        self.answer(request).expect("an answer")
    }

    fn saved(&mut self, request: &Request) -> Saved {
        match self.ask(request) {
            Answer::Saved(saved) => saved,
            other => panic!("not saved: {other:?}"),
        }
    }

    fn code(&self, agency: &str) -> AgencyId {
        let found = self.facts().agencies.iter().find(|it| it.code == agency);
        found.expect("an agency").id
    }

    fn enter(&mut self, title: &str, agency: &str, deadline: &str) -> Task {
        let draft = Draft {
            title: title.to_owned(),
            agency: Some(self.code(agency)),
            deadline_text: deadline.to_owned(),
            assign: true,
            ..Draft::default()
        };
        let key = OperationKey::fresh();
        let saved = self.saved(&Request::Create { key, draft });
        saved.done.last().expect("a task").clone()
    }

    fn see(&mut self, id: TaskId) -> Task {
        match self.ask(&Request::Tasks { ids: vec![id] }) {
            Answer::Tasks(tasks) => tasks.into_iter().next().expect("a task"),
            other => panic!("no tasks: {other:?}"),
        }
    }

    fn wish(&mut self, task: &Task, deed: Deed, given: Particulars) -> Saved {
        let wishes = vec![Wish {
            id: task.id,
            seen: task.version,
            deed,
            given,
        }];
        let key = OperationKey::fresh();
        self.saved(&Request::Perform { key, wishes })
    }

    fn edit(&mut self, task: &Task, edits: Edits) -> Saved {
        self.saved(&Request::Edit {
            key: OperationKey::fresh(),
            id: task.id,
            seen: task.version,
            edits,
        })
    }

    fn undo(&mut self) -> Result<Saved> {
        let key = OperationKey::fresh();
        match self.answer(&Request::Undo { key })? {
            Answer::Saved(saved) => Ok(saved),
            other => panic!("not saved: {other:?}"),
        }
    }

    fn redo(&mut self) -> Result<Saved> {
        let key = OperationKey::fresh();
        match self.answer(&Request::Redo { key })? {
            Answer::Saved(saved) => Ok(saved),
            other => panic!("not saved: {other:?}"),
        }
    }

    fn import(&mut self, path: PathBuf, past: bool) -> ImportReport {
        let spec = ImportSpec {
            path,
            past_occurrences: past,
            ..ImportSpec::default()
        };
        let stage = self.stage(spec).stage;
        let key = OperationKey::fresh();
        match self.ask(&Request::ImportStage { key, stage }) {
            Answer::Imported(report) => *report,
            other => panic!("no report: {other:?}"),
        }
    }

    fn stage(&mut self, spec: ImportSpec) -> Staged {
        match self.ask(&Request::Stage { spec, after: None }) {
            Answer::Staged(staged) => *staged,
            other => panic!("no stage: {other:?}"),
        }
    }

    fn rows(&mut self, staged: &Staged, which: Which) -> Vec<StagedRow> {
        let request = Request::StagedRows {
            stage: staged.stage,
            which,
            from: 0,
            limit: 10_000,
        };
        match self.ask(&request) {
            Answer::StagedRows(page) => page.rows,
            other => panic!("no rows: {other:?}"),
        }
    }

    fn list(&mut self) -> Vec<Task> {
        let request = Request::Page {
            query: Query::default(),
            anchor: Anchor::First,
            limit: 10_000,
        };
        match self.ask(&request) {
            Answer::Page(page) => page.tasks,
            other => panic!("no page: {other:?}"),
        }
    }
}
