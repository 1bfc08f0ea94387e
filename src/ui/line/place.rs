//! Where one is: each place says what stands there, asks, and obeys.

use super::agencies::Agencies;
use super::commands::Line;
use super::documents::{DocumentPlace, Register};
use super::home::Home;
use super::list::List;
use super::log::Log;
use super::measures::Measured;
use super::reports::{Menu, PeriodPlace, ReportPlace};
use super::talk::{Said, Talk};
use super::task::TaskPlace;
use super::views::Views;

/// A place.
pub enum Place {
    /// Today's work.
    Home(Home),
    /// A list of tasks.
    List(List),
    /// One task.
    Task(TaskPlace),
    /// The agencies.
    Agencies(Agencies),
    /// A log.
    Log(Log),
    /// The saved views.
    Views(Views),
    /// The reports that there are.
    Reports(Menu),
    /// A report.
    Report(ReportPlace),
    /// The reports about some days.
    Period(PeriodPlace),
    /// The register of documents.
    Register(Register),
    /// One document.
    Document(DocumentPlace),
    /// What is measured.
    Measured(Measured),
}

/// What comes after a line was obeyed.
pub enum Step {
    /// The same prompt again.
    Stay,
    /// The place says itself again.
    Again,
    /// A place above this one.
    Open(Place),
    /// A place instead of this one; above it where it is today's work.
    Replace(Place),
    /// The next or previous task of the list beneath.
    Neighbour(bool),
    /// The place does not know this line.
    Other(Line),
}

impl Place {
    /// Says what stands here.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        match self {
            Self::Home(home) => home.announce(talk),
            Self::List(list) => list.announce(talk),
            Self::Task(task) => task.announce(talk),
            Self::Agencies(agencies) => agencies.announce(talk),
            Self::Log(log) => log.announce(talk),
            Self::Views(views) => views.announce(talk),
            Self::Reports(menu) => menu.announce(talk),
            Self::Report(report) => report.announce(talk),
            Self::Period(period) => period.announce(talk),
            Self::Register(register) => register.announce(talk),
            Self::Document(document) => document.announce(talk),
            Self::Measured(measured) => measured.announce(talk),
        }
    }

    /// The question under it.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        match self {
            Self::Home(_) => talk.t.line.prompt.home.to_owned(),
            Self::List(list) => list.prompt(talk),
            Self::Task(task) => task.prompt(talk),
            Self::Agencies(agencies) => agencies.prompt(talk),
            Self::Log(log) => log.prompt(talk),
            Self::Views(views) => views.prompt(talk),
            Self::Reports(menu) => menu.prompt(talk),
            Self::Report(report) => report.prompt(talk),
            Self::Period(period) => period.prompt(talk),
            Self::Register(register) => register.prompt(talk),
            Self::Document(document) => document.prompt(talk),
            Self::Measured(measured) => measured.prompt(talk),
        }
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match self {
            Self::Home(home) => home.obey(talk, line),
            Self::List(list) => list.obey(talk, line),
            Self::Task(task) => task.obey(talk, line),
            Self::Agencies(agencies) => agencies.obey(talk, line),
            Self::Log(log) => log.obey(talk, line),
            Self::Views(views) => views.obey(talk, line),
            Self::Reports(menu) => menu.obey(talk, line),
            Self::Report(report) => report.obey(talk, line),
            Self::Period(period) => period.obey(talk, line),
            Self::Register(register) => register.obey(talk, line),
            Self::Document(document) => document.obey(talk, line),
            Self::Measured(measured) => measured.obey(talk, line),
        }
    }

    /// What may stand here, for `?`.
    #[must_use]
    pub fn help(&self, talk: &Talk) -> &'static str {
        let t = &talk.t.line;
        match self {
            Self::Home(_) => t.help.home,
            Self::List(_) => t.help.list,
            Self::Task(_) => t.help.task,
            Self::Agencies(_) => t.help.agencies,
            Self::Log(_) => t.help.log,
            Self::Views(_) => t.help.views,
            Self::Reports(_) => t.follow.help_reports,
            Self::Report(_) => t.follow.help_report,
            Self::Period(_) => t.follow.help_period,
            Self::Register(_) => t.follow.help_register,
            Self::Document(_) => t.follow.help_document,
            Self::Measured(_) => t.follow.help_measures,
        }
    }
}
