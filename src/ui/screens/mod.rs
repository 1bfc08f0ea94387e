//! The screens, one room each.

pub use command::COMMANDS;

use super::keys::Context;
use super::screen::{Screen, Topic, Ui, Unsaved};
use crate::domain::id::{AgencyId, DocumentId, TaskId};
use crate::domain::query::Query;
use crate::domain::report::{Kind, Spec};
use crate::domain::transition::Pick;

pub mod agencies;
pub(in crate::ui) mod asked;
mod calendar;
mod choice;
mod command;
pub(in crate::ui) mod confirm;
pub mod documents;
pub(in crate::ui) mod editing;
pub(in crate::ui) mod entries;
pub(in crate::ui) mod filter;
mod help;
pub(in crate::ui) mod home;
pub(in crate::ui) mod import;
mod left;
pub(in crate::ui) mod letters;
mod log;
pub(in crate::ui) mod measures;
mod month;
mod question;
pub(in crate::ui) mod report;
pub(in crate::ui) mod settings;
pub(in crate::ui) mod sheet;
mod start;
mod status;
mod tasks;
mod terminal_check;
pub(in crate::ui) mod to_file;
pub(in crate::ui) mod users;
mod views;
pub(in crate::ui) mod windows;

pub use left::{may_go_on, restore};
pub(in crate::ui) use status::deed_of;

/// The help, opened at a topic, with the keys of the place it was asked from.
#[must_use]
pub fn help(topic: Topic, context: Context) -> Box<dyn Screen> {
    explained(topic, context, Vec::new())
}

/// The same, with what the place itself has to explain before it.
#[must_use]
pub fn explained(topic: Topic, context: Context, why: Vec<String>) -> Box<dyn Screen> {
    Box::new(help::Help::new(topic, context, why))
}

/// The command line.
#[must_use]
pub fn command() -> Box<dyn Screen> {
    Box::new(command::CommandLine::default())
}

/// Tasks by agency, with a filter as typed and as understood, at an agency.
#[must_use]
pub fn tasks(query: Query, words: String, agency: Option<AgencyId>) -> Box<dyn Screen> {
    Box::new(tasks::Tasks::new(query, words, agency))
}

/// What will happen: the digits that were typed beside tasks, in the order of typing, or deeds that were chosen.
#[must_use]
pub fn confirm<P: Into<Pick>>(items: Vec<(TaskId, P)>) -> Box<dyn Screen> {
    let items = items.into_iter().map(|(id, pick)| (id, pick.into()));
    Box::new(confirm::Confirm::new(items.collect()))
}

/// The choice of another status for one task or several.
#[must_use]
pub fn status(ids: Vec<TaskId>) -> Box<dyn Screen> {
    Box::new(status::Status::new(ids))
}

/// One task with everything about it.
#[must_use]
pub fn sheet(id: TaskId) -> Box<dyn Screen> {
    Box::new(sheet::Sheet::new(id))
}

/// The filter, as typed and as understood so far.
#[must_use]
pub fn filter(words: String, query: Query) -> Box<dyn Screen> {
    Box::new(filter::FilterLine::new(words, query))
}

/// The saved views; the present filter can be kept as one.
#[must_use]
pub fn views(words: String, query: Query) -> Box<dyn Screen> {
    Box::new(views::Views::new(words, query))
}

/// A new task by hand.
#[must_use]
pub fn add() -> Box<dyn Screen> {
    Box::new(editing::Add::default())
}

/// The choice of an agency.
#[must_use]
pub fn choose_agency(current: Option<AgencyId>) -> Box<dyn Screen> {
    Box::new(choice::Choice::agency(current))
}

/// A file of tasks: asked for, looked at, settled, written.
#[must_use]
pub fn import() -> Box<dyn Screen> {
    import::start()
}

/// Whether the long work that runs shall end.
#[must_use]
pub fn stop() -> Box<dyn Screen> {
    import::stop()
}

/// The log of a task, or of everything.
#[must_use]
pub fn log(task: Option<TaskId>) -> Box<dyn Screen> {
    Box::new(log::Log::new(task))
}

/// Letters to the leads of the late tasks that a query finds, or of these tasks where there are any.
#[must_use]
pub fn letters(query: Query, only: Vec<TaskId>) -> Box<dyn Screen> {
    Box::new(letters::Letters::new(query, only))
}

/// Correcting a task.
#[must_use]
pub fn edit(id: TaskId) -> Box<dyn Screen> {
    Box::new(editing::Edit::new(id))
}

/// What needs me today; offers what was left unsaved when the program was interrupted.
#[must_use]
pub fn home(recovered: Vec<Unsaved>, interrupted_at: Option<String>) -> Box<dyn Screen> {
    Box::new(home::Home::new(recovered, interrupted_at))
}

/// The first start, where there is no database yet; ends with [`Outcome::Start`](super::screen::Outcome).
#[must_use]
pub fn start() -> Box<dyn Screen> {
    Box::new(start::Start::default())
}

/// The first start again, at the file that cannot be imported, with the sentence that says why.
#[must_use]
pub fn start_again(path: &str, complaint: String) -> Box<dyn Screen> {
    Box::new(start::Start::again(path, complaint))
}

/// Agencies in time.
#[must_use]
pub fn agencies_in_time() -> Box<dyn Screen> {
    Box::new(agencies::list::List::default())
}

/// Whose open tasks have no lead any more.
#[must_use]
pub fn orphans() -> Box<dyn Screen> {
    Box::new(agencies::orphans::Orphans::default())
}

/// The report of a period, with its parts.
#[must_use]
pub fn period_report() -> Box<dyn Screen> {
    Box::new(report::PeriodReport::default())
}

/// The reporting windows.
#[must_use]
pub fn windows() -> Box<dyn Screen> {
    Box::new(windows::Windows::default())
}

/// The days off.
#[must_use]
pub fn days_off() -> Box<dyn Screen> {
    Box::new(agencies::days::Days::default())
}

/// The month, what falls due in it, and the agenda of a day.
#[must_use]
pub fn calendar() -> Box<dyn Screen> {
    Box::new(calendar::Calendar::default())
}

/// The register of documents.
#[must_use]
pub fn documents() -> Box<dyn Screen> {
    Box::new(documents::list::List::default())
}

/// The page of one document.
#[must_use]
pub fn document(id: DocumentId) -> Box<dyn Screen> {
    documents::page(id)
}

/// The reports there are.
#[must_use]
pub fn reports() -> Box<dyn Screen> {
    Box::new(report::Menu::default())
}

/// A report.
#[must_use]
pub fn report(spec: Spec) -> Box<dyn Screen> {
    Box::new(report::Report::new(spec))
}

/// The report that is meant by a word.
#[must_use]
pub fn report_named(text: &str, ui: &Ui) -> Option<Kind> {
    report::named(text, ui)
}

/// Indicators.
#[must_use]
pub fn indicators() -> Box<dyn Screen> {
    Box::new(measures::Indicators::default())
}

/// The settings of the installation.
#[must_use]
pub fn settings() -> Box<dyn Screen> {
    Box::new(settings::Settings::default())
}

/// The accounts.
#[must_use]
pub fn users() -> Box<dyn Screen> {
    Box::new(users::list::List::default())
}

/// Who is on.
#[must_use]
pub fn who_is_on() -> Box<dyn Screen> {
    Box::new(users::on::On::default())
}

/// The files of agencies by month.
#[must_use]
pub fn caseload() -> Box<dyn Screen> {
    Box::new(measures::Caseload::default())
}

/// The page on which the terminal is tried.
#[must_use]
pub fn terminal_check() -> Box<dyn Screen> {
    Box::new(terminal_check::TerminalCheck::default())
}
