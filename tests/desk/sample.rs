//! A real session on a fresh sample database, on the sample's day.

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use cchc::domain::error::Error;
use cchc::exchange::tray::Tray;
use cchc::lang::Words;
use cchc::store::{Access, Store};
use cchc::ui::app::App;
use cchc::ui::practice::{Coach, Records};
use cchc::ui::screen::Screen;
use cchc::ui::setup::Setup;
use cchc::work::files::Files;
use cchc::work::request::{Answer, Request};
use cchc::work::sample;
use cchc::work::session::{Session, SessionSetup};
use chrono::{DateTime, Utc};
use tempfile::TempDir;

use super::Desk;

/// A session, and the directory that its database stands in.
pub struct Office {
    session: Session,
    directory: TempDir,
}

impl Office {
    /// Opens a fresh sample in the name of this login.
    pub fn open(login: &str) -> Self {
        Self::on_a_copy(|path| {
            let store = Store::open(path, Access::Write).expect("a database");
            Session::open(store, setup(login))
        })
    }

    /// Opens a sample into whose file somebody else has written before.
    pub fn spoiled(login: &str, spoil: impl FnOnce(&Path)) -> Self {
        Self::on_a_copy(|path| {
            spoil(path);
            let store = Store::open(path, Access::Write).expect("a database");
            Session::open(store, setup(login))
        })
    }

    /// Opens a fresh sample at the door, with a tray beside it.
    pub fn at_the_door(login: &str) -> Self {
        Self::on_a_copy(|path| {
            let store = Store::open(path, Access::Write).expect("a database");
            let tray = Tray::open(path.with_file_name("files"), 10_000_000, 100)?;
            let files = Files::Within(tray);
            Session::open(
                store,
                SessionSetup {
                    files,
                    ..setup(login)
                },
            )
        })
    }

    /// The tray of who came in at the door.
    pub fn tray(&self) -> PathBuf {
        self.directory.path().join("files")
    }

    /// Opens a session for practice, as the program does.
    pub fn for_practice() -> Self {
        Self::on_a_copy(|path| Session::for_practice(path, setup(sample::LOGIN)))
    }

    fn on_a_copy(open: impl FnOnce(&Path) -> Result<Session, Error>) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("sample.db");
        std::fs::copy(untouched(), &path).expect("a copy");
        Self {
            session: open(&path).expect("a session"),
            directory,
        }
    }

    /// Answers a request.
    pub fn answer(&mut self, request: &Request) -> Result<Answer, Error> {
        self.session.answer(request)
    }
}

impl Deref for Office {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl DerefMut for Office {
    fn deref_mut(&mut self) -> &mut Session {
        &mut self.session
    }
}

/// The sample as it is made, once for all stories of a program; each gets a copy of its own.
fn untouched() -> PathBuf {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let directory = MADE.get_or_init(|| {
        let directory = tempfile::tempdir().expect("a directory");
        drop(sample::make(&directory.path().join("sample.db")).expect("a sample"));
        directory
    });
    directory.path().join("sample.db")
}

fn setup(login: &str) -> SessionSetup {
    SessionSetup {
        login: login.to_owned(),
        today: None,
        origin: "test".to_owned(),
        is_own_file: false,
        is_named: false,
        files: Files::Anywhere,
        clock: Box::new(noon),
    }
}

fn noon() -> DateTime<Utc> {
    "2023-06-15T05:00:00Z".parse().expect("a moment")
}

impl Desk<Office> {
    /// Sits down before the list of drills, with the results of former sessions.
    pub fn practising(words: &'static Words, size: (u16, u16), former: Records) -> Self {
        let office = Office::for_practice();
        let begun = App::practising(
            Arc::clone(office.facts()),
            Setup::plain(words),
            Coach::new(former),
        );
        Self::at(begun, size, office, Office::answer)
    }

    /// Sits down before this screen at a fresh sample, in the name of this login.
    pub fn at_sample(size: (u16, u16), login: &str, screen: Box<dyn Screen>) -> Self {
        let office = Office::open(login);
        let facts = office.facts().as_ref().clone();
        Self::new(size, facts, screen, office, Office::answer)
    }
}
