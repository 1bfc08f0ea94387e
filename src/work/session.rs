//! A session: one person at one database, who asks and is answered.
//!
//! Screens, commands and tests enter by [`Session::answer`]; permission is checked there, once for every
//! request, and every subject has its own file beside this one.

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::files::Files;
use super::import::Stage;
use super::opening::{Unread, check_still, load_facts, user_of};
use super::own::Own;
use super::past::Present;
use super::permission;
use super::practice::{self, Practice};
use super::present::{self, Stance};
use super::progress::Progress;
use super::request::import::Staged;
use super::request::rescue::Ask;
use super::request::{Answer, Facts, OperationKey, Request};
use super::thread::key_of;
use super::{
    agencies, agenda, create, days, documents, edit, export, folder, home, import, letters, lists,
    measures, news, occurrences, past, perform, report, rolling, settings, undo, users, windows,
};
use crate::domain::calendar::OFFSET;
use crate::domain::deadline::Rules;
use crate::domain::error::{Error, Result};
use crate::domain::matching::Directory;
use crate::domain::paper::Skeletons;
use crate::domain::user::User;
use crate::store::{Head, Kind, Store, Writer, Written};

/// Hands out the time: the server's clock, or a fixed hour in tests.
pub type Clock = Box<dyn Fn() -> DateTime<Utc> + Send>;

/// The setting that holds the day of sample and practice databases.
pub const OWN_DAY: &str = "own_day";

/// The setting with the working days before its due date from which on a task is due soon.
pub const SOON: &str = "soon";

/// The setting with the working days from which on it is marked louder.
pub const LOUD: &str = "loud";

/// The setting with the working days between two urgings of a task.
pub const URGE_GAP: &str = "urge_gap";

/// The setting that says whether "trước ngày 15/12" leaves the 15th out (D2): `true` or `false`.
pub const BEFORE_IS_EXCLUSIVE: &str = "before_is_exclusive";

/// Who opens a session, and from where.
pub struct SessionSetup {
    /// The login, or the name that the forced command gives.
    pub login: String,
    /// Looks as of another day (DESIGN 7.9).
    pub today: Option<NaiveDate>,
    /// The terminal, the SSH address or the command line, for the log.
    pub origin: String,
    /// The file is the person's own: an unknown login may do all (DESIGN 6).
    pub is_own_file: bool,
    /// The login was named, not found: it must be an account's, where there are accounts.
    pub is_named: bool,
    /// Which files of the server the person may name; within a tray at the door, where everybody has an account.
    pub files: Files,
    /// The server's clock.
    pub clock: Clock,
}

/// A person at work on a database.
pub struct Session {
    pub(super) store: Store,
    pub(super) facts: Arc<Facts>,
    /// Made when a cell of agencies is first read: most sessions never read one.
    pub(super) directory: OnceCell<Directory>,
    /// How the installation reads deadlines.
    pub(super) rules: Rules,
    pub(super) setup: SessionSetup,
    /// The working database, while a past day is looked at.
    pub(super) present: Option<Present>,
    /// Where fresh copies come from; none but in practice.
    pub(super) practice: Option<Practice>,
    /// The file that was read last, until it is imported or dropped.
    pub(super) stage: Option<Stage>,
    /// On what this session stands.
    pub(super) stance: Stance,
    /// Where the office keeps skeletons of its papers.
    pub(super) skeletons: Skeletons,
    /// What is taken back without more ado.
    pub(super) own: Own,
    /// So many stages there were, here and in sessions of which this one takes the place: a screen may still name one.
    pub(super) stages: u64,
    /// What everybody needs could not be read anew, or the account was closed: nothing is done before that.
    pub(super) is_stale: bool,
    /// News were heard of which what they speak of could not be read.
    pub(super) has_missed: bool,
    /// Nobody has asked since it was told to rest; looking for news is not asking.
    pub(super) is_resting: bool,
}

impl Session {
    /// Opens a session on a database, and makes the occurrences whose time has come.
    ///
    /// # Errors
    /// [`AccountClosed`](crate::domain::error::Error::AccountClosed) for one that was closed; whatever the database says.
    pub fn open(store: Store, setup: SessionSetup) -> Result<Self> {
        let user = user_of(&store, &setup)?;
        let read = load_facts(&store, &setup, user, Unread::Fails)?;
        let mut session = Self::on(store, setup, read);
        rolling::catch_up(&mut session)?;
        occurrences::catch_up(&mut session)?;
        Ok(session)
    }

    pub(super) fn on(store: Store, setup: SessionSetup, (facts, rules): (Facts, Rules)) -> Self {
        Self {
            directory: OnceCell::new(),
            facts: Arc::new(facts),
            rules,
            store,
            setup,
            practice: None,
            present: None,
            stage: None,
            stance: Stance::default(),
            skeletons: Skeletons::default(),
            own: Own::default(),
            stages: 0,
            is_stale: false,
            has_missed: false,
            is_resting: false,
        }
    }

    /// Answers a request.
    ///
    /// # Errors
    /// [`NotPermitted`](crate::domain::error::Error::NotPermitted) and [`LookingOnly`](crate::domain::error::Error::LookingOnly) before anything is read; else those of the
    /// subject. What single tasks refuse is part of the answer, not an error.
    pub fn answer(&mut self, request: &Request) -> Result<Answer> {
        self.answer_with(request, &mut Progress::silent())
    }

    /// Answers a request that may take long, telling how far it is; cancelling ends it.
    ///
    /// # Errors
    /// As [`Session::answer`], and [`Cancelled`](crate::domain::error::Error::Cancelled).
    pub fn answer_with(
        &mut self,
        request: &Request,
        progress: &mut Progress<'_>,
    ) -> Result<Answer> {
        if !matches!(request, Request::News) {
            self.wake();
        }
        if self.is_stale {
            self.reload()?;
        }
        permission::check(request, self.user().role, self.facts.is_looking_only)?;
        if let Some(key) = key_of(request) {
            self.own.note(key);
        }
        let confined = self.setup.files.confine(request)?;
        let answer = self.carry_out(&confined, progress);
        let files = &self.setup.files;
        answer
            .map(|answer| files.shown(answer))
            .map_err(|error| files.told(error))
    }

    /// Does what was permitted, with files that were found to be the person's to name.
    fn carry_out(&mut self, request: &Request, progress: &mut Progress<'_>) -> Result<Answer> {
        match request {
            Request::Facts => Ok(Answer::Facts(Arc::clone(&self.facts))),
            Request::Home => home::home(self).map(|home| Answer::Home(Box::new(home))),
            Request::Agencies => home::agencies(self).map(Answer::Agencies),
            Request::DueDays { agency, month } => {
                agenda::month(self, *agency, *month).map(Answer::DueDays)
            }
            Request::Page {
                query,
                anchor,
                limit,
            } => lists::page(self, query, *anchor, *limit, progress).map(Answer::Page),
            Request::Count { query } => lists::count(self, query, progress).map(Answer::Count),
            Request::Sheet { id } => lists::sheet(self, *id).map(|it| Answer::Sheet(Box::new(it))),
            Request::Tasks { ids } => self.store.tasks(ids).map(Answer::Tasks),
            Request::Locate { text } => lists::locate(self, text).map(Answer::Located),
            Request::Log {
                task,
                before,
                limit,
            } => lists::log(self, *task, *before, *limit).map(Answer::Log),
            Request::Perform { key, wishes } => {
                perform::perform(self, key, wishes).map(Answer::Saved)
            }
            Request::Create { key, draft } => create::create(self, key, draft).map(Answer::Saved),
            Request::Edit {
                key,
                id,
                seen,
                edits,
            } => edit::edit(self, key, *id, *seen, edits).map(Answer::Saved),
            Request::AsRead { key, tasks } => edit::as_read(self, key, tasks).map(Answer::Saved),
            Request::Undo { key } => undo::undo(self, key, progress).map(Answer::Saved),
            Request::Redo { key } => undo::redo(self, key, progress).map(Answer::Saved),
            Request::NextUndo => undo::next_undo(self).map(Answer::Group),
            Request::NextRedo => undo::next_redo(self).map(Answer::Group),
            Request::Views => lists::views(self).map(Answer::Views),
            Request::SaveView { name, words, query } => {
                lists::save_view(self, name, words, query).map(Answer::Views)
            }
            Request::DropView { name } => lists::drop_view(self, name).map(Answer::Views),
            Request::Stage { spec, after } => {
                import::stage(self, spec, *after, progress).map(staged)
            }
            Request::StagedRows {
                stage,
                which,
                from,
                limit,
            } => import::rows(self, *stage, *which, *from, *limit)
                .map(|page| Answer::StagedRows(Box::new(page))),
            Request::Settle { stage, settlement } => {
                import::settle(self, *stage, settlement, progress).map(staged)
            }
            Request::Unsettle { stage } => import::unsettle(self, *stage, progress).map(staged),
            Request::DropStage { stage } => {
                import::drop_stage(self, *stage);
                Ok(Answer::Dropped)
            }
            Request::ImportStage { key, stage } => import::import(self, key, *stage, progress)
                .map(|report| Answer::Imported(Box::new(report))),
            Request::Batches { limit } => self.store.batches(*limit).map(Answer::Batches),
            Request::FinishBatch { key, batch, path } => {
                import::finish(self, key, *batch, path, progress)
                    .map(|report| Answer::Imported(Box::new(report)))
            }
            Request::UndoBatch { key, batch } => {
                import::take_back::take_back(self, key, *batch, progress).map(Answer::Saved)
            }
            Request::Folder { path } => folder::list(&self.setup.files, path).map(Answer::Folder),
            Request::Export {
                path,
                query,
                existing,
                table,
            } => export::export(self, path, query, (*existing, table), progress)
                .map(|(rows, seal)| Answer::Exported(rows, seal)),
            Request::WriteRegister(ask) => {
                export::registers::write(self, ask, progress).map(Answer::Registered)
            }
            Request::Rescue(Ask::Reopen) => news::reopen(self),
            Request::Rescue(Ask::Salvage { path }) => {
                export::salvage::salvage(self, path, progress).map(Answer::Salvaged)
            }
            Request::Report { spec } => {
                report::make(self, spec, progress).map(|report| Answer::Report(Arc::new(report)))
            }
            Request::WriteReport(ask) => report::files::write(self, ask, progress)
                .map(|(rows, seal)| Answer::ReportWritten { rows, seal }),
            Request::Documents(ask) => documents::answer(self, ask).map(Answer::Documents),
            Request::AgencySheet { id } => {
                agencies::sheet(self, *id).map(|sheet| Answer::AgencySheet(Box::new(sheet)))
            }
            Request::Reorganise {
                key,
                plan,
                is_rehearsal: false,
            } => agencies::reorganise(self, key, plan, progress)
                .map(|done| Answer::Reorganised(Box::new(done))),
            Request::Reorganise { plan, .. } => {
                agencies::rehearse(self, plan).map(|would| Answer::Reorganised(Box::new(would)))
            }
            Request::HandOver {
                key,
                rule,
                document,
                is_rehearsal: false,
            } => agencies::hand_over(self, key, rule, document, progress)
                .map(|done| Answer::Reorganised(Box::new(done))),
            Request::HandOver { rule, document, .. } => {
                agencies::rehearse_hand_over(self, rule, document)
                    .map(|would| Answer::Reorganised(Box::new(would)))
            }
            Request::SaveDays {
                key,
                seen,
                set,
                remove,
                is_rehearsal,
            } => days::save(self, key, seen, (set, remove), *is_rehearsal, progress)
                .map(Answer::Days),
            Request::AsOf { day } => past::as_of(self, *day, progress),
            Request::Measures(ask) => measures::answer(self, ask).map(Answer::Measures),
            Request::Windows(ask) => windows::answer(self, ask).map(Answer::Windows),
            Request::Settings(ask) => settings::answer(self, ask).map(Answer::Settings),
            Request::Letters(ask) => letters::write(self, ask, progress).map(Answer::Letters),
            Request::Users(ask) => users::answer(self, ask).map(Answer::Users),
            Request::Present(ask) => present::answer(self, ask).map(Answer::Present),
            Request::News => news::news(self).map(Answer::News),
            Request::Afresh => practice::afresh(self),
        }
    }

    /// What everybody needs.
    #[must_use]
    pub fn facts(&self) -> &Arc<Facts> {
        &self.facts
    }

    /// Who is at the keyboard.
    #[must_use]
    pub fn user(&self) -> &User {
        &self.facts.user
    }

    /// The database, for commands that need more than requests: backup, verify.
    pub fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    /// The time of a save: the server's; in a database with a day of its own, that day.
    pub(super) fn now(&self) -> DateTime<Utc> {
        let now = (self.setup.clock)();
        if !self.facts.is_sample {
            return now;
        }
        let local = now + OFFSET;
        (self.facts.today.and_time(local.time()) - OFFSET).and_utc()
    }

    /// The ways in which agencies are written.
    pub(super) fn directory(&self) -> &Directory {
        self.directory.get_or_init(|| directory_of(&self.facts))
    }

    /// The same beside the store, for work that needs both at once.
    pub(super) fn directory_and_store(&mut self) -> (&Directory, &mut Store) {
        let directory = self.directory.get_or_init(|| directory_of(&self.facts));
        (directory, &mut self.store)
    }

    /// The number of the next stage.
    pub(super) fn next_stage(&mut self) -> u64 {
        self.stages += 1;
        self.stages
    }

    /// One save in this person's name.
    pub(super) fn write<T>(
        &mut self,
        key: &OperationKey,
        kind: Kind,
        summary: &str,
        make: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        self.own.note(key);
        let head = Head {
            key: &key.0,
            at: self.now(),
            who: &self.facts.user.login,
            origin: &self.setup.origin,
            kind,
            summary,
        };
        let user = &self.facts.user;
        let written = self.store.write(&head, |writer| {
            check_still(writer, user)?;
            make(writer)
        });
        // Whoever it is by now: that is read before anything else is answered.
        let is_out = |error: &Error| matches!(error, Error::NotPermitted | Error::AccountClosed(_));
        self.is_stale |= written.as_ref().is_err_and(is_out);
        written
    }

    /// From where this person works.
    pub(super) fn origin(&self) -> &str {
        &self.setup.origin
    }
}

fn staged(staged: Staged) -> Answer {
    Answer::Staged(Box::new(staged))
}

fn directory_of(facts: &Facts) -> Directory {
    // What was taken back is nobody's name.
    let mut agencies = facts.agencies.to_vec();
    agencies.retain(|agency| !agency.is_void());
    Directory::new(&agencies)
}
