//! One clerk in a process of their own, who saves as fast as the disk allows and is killed at any moment.
//!
//! Everything that was tried and everything that was answered goes into a file of theirs, a line at a
//! time. Who finds a last line without its answer tries that save again, under the same key.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use cchc::domain::id::TaskId;
use cchc::domain::transition::{Deed, Particulars};
use cchc::store::{Access, Store};
use cchc::work::request::{Answer, OperationKey, Request, Saved, Wish};
use cchc::work::session::{Session, SessionSetup};
use rustix::process::{Signal, getpid, kill_process};

/// One save of so many ends with the process, after the commit and before its answer is noted.
const DEATHS: u32 = 50;

/// What happened to a save, as a line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// It was sent: its key, the task, the version that was seen.
    Try(String, i64, i64),
    /// It was acknowledged after so many microseconds; none where it was sent again.
    Done(String, Option<u64>),
    /// It was refused: somebody was faster.
    Left(String),
    /// It was acknowledged, and this process ends before anybody hears of it.
    Dies(String),
    /// What must not happen.
    Error(String),
}

impl Line {
    fn to_text(&self) -> String {
        match self {
            Self::Try(key, id, seen) => format!("try {key} {id} {seen}\n"),
            Self::Done(key, Some(time)) => format!("done {key} {time}\n"),
            Self::Done(key, None) => format!("done {key}\n"),
            Self::Left(key) => format!("left {key}\n"),
            Self::Dies(key) => format!("dies {key}\n"),
            Self::Error(error) => format!("error {}\n", error.replace('\n', " ")),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        let (word, rest) = text.split_once(' ')?;
        let mut words = rest.split(' ');
        let key = words.next()?.to_owned();
        let mut number = || words.next()?.parse().ok();
        match word {
            "try" => Some(Self::Try(key, number()?, number()?)),
            "done" => Some(Self::Done(key, number().map(i64::unsigned_abs))),
            "left" => Some(Self::Left(key)),
            "dies" => Some(Self::Dies(key)),
            "error" => Some(Self::Error(rest.to_owned())),
            _ => None,
        }
    }
}

/// What a clerk has noted so far.
pub fn told(folder: &Path, name: &str) -> Vec<Line> {
    let text = fs::read_to_string(file_of(folder, name)).unwrap_or_default();
    let line = |text: &str| Line::of_text(text).unwrap_or_else(|| panic!("{name}: {text}"));
    text.lines().map(line).collect()
}

/// Once this is there, everybody stops.
pub fn stop_file(folder: &Path) -> PathBuf {
    folder.join("stop")
}

/// The tasks that all work on, one number a line.
pub fn tasks_file(folder: &Path) -> PathBuf {
    folder.join("tasks")
}

/// The database.
pub fn database(folder: &Path) -> PathBuf {
    folder.join("cchc.db")
}

fn file_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.told"))
}

/// Works until everybody stops.
pub fn work(folder: &Path, name: &str) {
    let before = told(folder, name);
    let file = file_of(folder, name);
    let file = OpenOptions::new().append(true).create(true).open(file);
    let mut clerk = Clerk {
        file: file.expect("a file to note in"),
        session: None,
    };
    if let Err(error) = clerk.day(folder, name, before) {
        eprintln!("{name}: {error:?}");
        clerk.note(&Line::Error(format!("{error:?}")));
    }
}

/// A session of that name.
pub fn open(folder: &Path, name: &str) -> cchc::domain::error::Result<Session> {
    let store = Store::open(&database(folder), Access::Write)?;
    let setup = SessionSetup {
        login: name.to_owned(),
        today: None,
        origin: "load".to_owned(),
        is_own_file: true,
        is_named: false,
        files: cchc::work::files::Files::Anywhere,
        clock: Box::new(chrono::Utc::now),
    };
    Session::open(store, setup)
}

struct Clerk {
    file: File,
    session: Option<Session>,
}

impl Clerk {
    fn day(
        &mut self,
        folder: &Path,
        name: &str,
        before: Vec<Line>,
    ) -> cchc::domain::error::Result<()> {
        let tasks = fs::read_to_string(tasks_file(folder)).expect("the tasks");
        let tasks: Vec<i64> = tasks.lines().filter_map(|line| line.parse().ok()).collect();
        self.session = Some(open(folder, name)?);
        let unanswered = before
            .into_iter()
            .rev()
            .find(|line| !matches!(line, Line::Dies(_)));
        if let Some(Line::Try(key, id, seen)) = unanswered {
            let saved = self.save(&key, id, seen)?;
            self.note(&answered(key, &saved, None));
        }
        while !stop_file(folder).exists() {
            let id = tasks[fastrand::usize(..tasks.len())];
            let seen = self.version(id)?;
            let OperationKey(key) = OperationKey::fresh();
            self.note(&Line::Try(key.clone(), id, seen));
            let begun = Instant::now();
            let saved = self.save(&key, id, seen)?;
            let time = u64::try_from(begun.elapsed().as_micros()).ok();
            if saved.operation.is_some() && fastrand::u32(..DEATHS) == 0 {
                self.note(&Line::Dies(key));
                kill_process(getpid(), Signal::KILL).expect("one may kill oneself");
                unreachable!("nobody survives that");
            }
            self.note(&answered(key, &saved, time));
        }
        Ok(())
    }

    fn ask(&mut self, request: &Request) -> cchc::domain::error::Result<Answer> {
        let session = self.session.as_mut().expect("opened before");
        session.answer(request)
    }

    fn version(&mut self, id: i64) -> cchc::domain::error::Result<i64> {
        let ids = vec![TaskId(id)];
        match self.ask(&Request::Tasks { ids })? {
            Answer::Tasks(tasks) => Ok(tasks[0].version),
            other => panic!("{other:?}"),
        }
    }

    /// The key is the note too, so that the log says which save a row is of.
    fn save(&mut self, key: &str, id: i64, seen: i64) -> cchc::domain::error::Result<Saved> {
        let given = Particulars {
            note: key.to_owned(),
            ..Particulars::default()
        };
        let wish = Wish {
            id: TaskId(id),
            seen,
            deed: Deed::Progress,
            given,
        };
        let key = OperationKey(key.to_owned());
        let wishes = vec![wish];
        match self.ask(&Request::Perform { key, wishes })? {
            Answer::Saved(saved) => Ok(saved),
            other => panic!("{other:?}"),
        }
    }

    /// One line is one call of the system: it is there whole or not at all.
    fn note(&mut self, line: &Line) {
        let text = line.to_text();
        self.file
            .write_all(text.as_bytes())
            .expect("room for a line");
    }
}

fn answered(key: String, saved: &Saved, time: Option<u64>) -> Line {
    match saved.operation {
        Some(_) => Line::Done(key, time),
        None => Line::Left(key),
    }
}
