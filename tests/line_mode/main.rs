//! The work as numbered prompts: lines are handed in, the text is read, the database is looked into.

#![allow(clippy::panic, missing_docs)] // a story that cannot go on fails

mod day;
mod follow;
mod import;
mod keeping;
mod letters;
mod noise;
mod others;
mod unsaved;
mod users;

use std::collections::VecDeque;
use std::path::PathBuf;

use cchc::domain::id::TaskId;
use cchc::domain::task::Task;
use cchc::lang::{EN, VI};
use cchc::ui::line::{Ending, Heard, LineSetup, run};
use cchc::ui::screen::Unsaved;
use cchc::ui::terminal::Glyphs;
use cchc::work::request::{Answer, Request};
use cchc::work::sample;
use cchc::work::session::{Session, SessionSetup};
use chrono::{DateTime, Utc};
use tempfile::TempDir;

/// An office with the sample on its shelf.
pub struct Office {
    directory: TempDir,
}

/// What was said, and how it ended.
pub struct Talked {
    pub text: String,
    pub ending: Ending,
}

fn noon() -> DateTime<Utc> {
    "2023-06-15T05:00:00Z".parse().expect("a moment")
}

/// As a person at a terminal of 80 columns without a cursor sits.
pub fn vietnamese() -> LineSetup {
    LineSetup {
        words: &VI,
        wide: 80,
        high: None,
        measure: || None,
        glyphs: Glyphs::Full,
        is_watched: true,
        is_wished: true,
    }
}

pub fn english() -> LineSetup {
    LineSetup {
        words: &EN,
        ..vietnamese()
    }
}

impl Office {
    pub fn open() -> Self {
        use std::sync::OnceLock;
        static MADE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
        let (_, made) = MADE.get_or_init(|| {
            let directory = tempfile::tempdir().expect("a directory");
            let path = directory.path().join("sample.db");
            drop(sample::make(&path).expect("a sample"));
            (directory, path)
        });
        let office = Self {
            directory: tempfile::tempdir().expect("a directory"),
        };
        std::fs::copy(made, office.path()).expect("a copy");
        office
    }

    pub fn path(&self) -> PathBuf {
        self.directory.path().join("sample.db")
    }

    pub fn session(&self, login: &str) -> Session {
        let access = cchc::store::Access::Write;
        let store = cchc::store::Store::open(&self.path(), access).expect("a database");
        let setup = SessionSetup {
            login: login.to_owned(),
            today: None,
            origin: "test".to_owned(),
            is_own_file: false,
            is_named: false,
            files: cchc::work::files::Files::Anywhere,
            clock: Box::new(noon),
        };
        Session::open(store, setup).expect("a session")
    }

    /// Talks in Vietnamese until the lines are at their end.
    pub fn talk(&self, login: &str, lines: &[&str]) -> Talked {
        let heard = lines
            .iter()
            .map(|line| Heard::Line(line.as_bytes().to_vec()));
        self.talk_as(login, vietnamese(), Vec::new(), heard.collect())
    }

    pub fn talk_as(
        &self,
        login: &str,
        setup: LineSetup,
        recovered: Vec<Unsaved>,
        mut lines: VecDeque<Heard>,
    ) -> Talked {
        let mut listen = |_| lines.pop_front().unwrap_or(Heard::End);
        self.listen(login, setup, recovered, &mut listen)
    }

    /// The same, with whoever may do something else in the office before a line comes.
    pub fn listen(
        &self,
        login: &str,
        setup: LineSetup,
        recovered: Vec<Unsaved>,
        listen: &mut dyn FnMut(u32) -> Heard,
    ) -> Talked {
        let mut session = self.session(login);
        let mut out = Vec::new();
        let ending = run(&mut session, setup, recovered, listen, &mut out);
        let text = String::from_utf8(out).expect("text");
        Talked { text, ending }
    }

    pub fn task(&self, id: i64) -> Task {
        let request = Request::Tasks {
            ids: vec![TaskId(id)],
        };
        match self.session("cv.snv").answer(&request).expect("tasks") {
            Answer::Tasks(mut tasks) => tasks.pop().expect("the task"),
            other => panic!("{other:?}"),
        }
    }
}

impl Talked {
    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        // Lines break anywhere between words.
        let whole = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(whole.contains(text), "{text:?} in:\n{}", self.text);
        self
    }

    #[track_caller]
    pub fn does_not_say(&self, text: &str) -> &Self {
        let whole = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!whole.contains(text), "{text:?} in:\n{}", self.text);
        self
    }
}

pub fn line(text: &str) -> Heard {
    Heard::Line(text.as_bytes().to_vec())
}
