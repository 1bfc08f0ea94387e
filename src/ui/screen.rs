//! What a screen is, and what it may want.
//!
//! A screen is a struct on a stack; dialogs too. Keys arrive as actions, answers with their questions;
//! what a screen wants is returned as [`Effect`]s and never performed by itself. Nothing else changes it.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::action::Action;
use super::composing::Method;
use super::keys::{Context, Keymap};
use super::memory::Memory;
use super::meter::Meter;
use super::practice::Wish;
use super::running::Running;
use super::setup::Terminal;
use super::terminal::{Profile, Stamped};
use super::theme::{Theme, ThemeName};
use crate::domain::change::News;
use crate::domain::error::Error;
use crate::domain::filter::FilterContext;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::present::Beside;
use crate::lang::{Language, Words};
use crate::work::request::{Answer, Facts, Request};

pub use super::unsaved::{SentAs, Unsaved};

/// What is handed to every screen: nothing global, nothing of the machine.
#[derive(Debug, Clone, Copy)]
pub struct Ui<'a> {
    /// The words of the language.
    pub t: &'static Words,
    /// What seldom changes: agencies, calendar, user, today.
    pub facts: &'a Facts,
    /// What meanings look like.
    pub theme: &'a Theme,
    /// Which theme that is.
    pub theme_name: ThemeName,
    /// Which key means what.
    pub keymap: &'a Keymap,
    /// What was typed in this session.
    pub memory: &'a Memory,
    /// The terminal, and how it is treated.
    pub terminal: &'a Terminal,
    /// What the last frames have cost.
    pub meter: &'a Meter,
    /// Keys are coming in over a slow line: what is not the answer to them waits until they rest.
    pub is_moving: bool,
    /// A long work that goes on beside the keys.
    pub running: Option<&'a Running>,
    /// Who else has the task open on which this session stands.
    pub beside: &'a [Beside],
    /// How what is typed now is composed; none for what was pasted.
    pub composing: Option<Method>,
}

impl<'a> Ui<'a> {
    /// What the words of a filter are read against.
    #[must_use]
    pub fn filter_context(&self) -> FilterContext<'a> {
        FilterContext {
            in_english: self.t.language == Language::English,
            ..self.facts.filter_context()
        }
    }
}

/// A question and its answer, as screens get it.
pub type Reply<'a> = Result<&'a Answer, &'a Arc<Error>>;

/// Something that a screen wants.
pub enum Effect {
    /// Ask the store; later keys wait until the answer is there.
    Ask(Request),
    /// Ask the store; keys go on.
    Fetch(Request),
    /// End the long work that runs; nothing half-done is kept.
    Cancel,
    /// Open a screen above this one.
    Open(Box<dyn Screen>),
    /// Open a screen in place of this one.
    Replace(Box<dyn Screen>),
    /// Close this screen.
    Close,
    /// Close this screen; the one beneath gets what was chosen.
    Choose(Outcome),
    /// Close everything down to home.
    Home,
    /// A sentence on the message line.
    Say(Message),
    /// What was typed and is left for now, for when this form opens again; without fields, forgets it.
    Keep(Unsaved),
    /// Texts by the names of their fields, to be recalled with F9.
    Remember(Vec<(String, String)>),
    /// Leave the program.
    Quit,
    /// Send the whole screen again.
    Repaint,
    /// From now on, compose what is typed so; none for as it comes.
    Compose(Option<Method>),
    /// Stop until the shell continues the program.
    Suspend,
    /// Treat the terminal like this from now on.
    Treat(Profile),
    /// What shows from now on was not asked for (somebody else was faster): keys that were typed before
    /// it could be seen are not meant for it, and are dropped with a word.
    Unasked,
    /// Show what frames cost on the message line, or no longer.
    Measure,
    /// Go over to this theme and say its name.
    Theme(ThemeName),
    /// The same, as if the key of this action had been pressed on the screen that is on top then.
    Pass(Action),
    /// The same key once more, when what is asked now has been answered.
    Later(Action),
    /// Something of the coach, in practice.
    Coach(Wish),
    /// Nothing: the key does nothing here, which is said once. Stands alone.
    Useless,
}

/// What a dialog was closed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// An agency was chosen; none for all.
    Agency(Option<AgencyId>),
    /// An area was chosen; none for all.
    Area(Option<AreaId>),
    /// A text was chosen or entered.
    Text(String),
    /// A day was chosen.
    Day(chrono::NaiveDate),
    /// A filter and an order were set; the words stand on the screen.
    Query {
        /// As typed.
        words: String,
        /// As understood.
        query: crate::domain::query::Query,
    },
    /// The tasks of a save are as they are now; digits of these rows are done with.
    Saved(Vec<TaskId>),
    /// What the first start begins with.
    Start(StartChoice),
    /// Practice was left, with its results.
    Practised(Unsaved),
    /// The one above was left without a choice.
    Nothing,
}

/// What a first start begins with, where there is no database yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartChoice {
    /// A throw-away copy of the sample.
    Sample,
    /// A new database, and this file into it.
    Import(String),
    /// A new database without tasks.
    Empty,
}

/// A sentence for the message line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it says.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done, or is so.
    Plain,
    /// Something was not done.
    Refusal,
}

impl Message {
    /// Something was done, or is so.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Plain,
        }
    }

    /// Something was not done.
    #[must_use]
    pub fn refusal(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Refusal,
        }
    }
}

/// A screen or dialog. Only `draw` is called to show it; it may keep nothing but scroll and page height.
pub trait Screen {
    /// Whose keys are valid now; depends on the focus.
    fn context(&self) -> Context;

    /// The title, for the first line.
    fn title(&self, ui: &Ui) -> String;

    /// What is asked when the screen opens.
    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let _ = ui;
        Vec::new()
    }

    /// A key that means something here.
    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect>;

    /// A letter that is text, in contexts that take text. A paste arrives letter by letter.
    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let _ = (letter, ui);
        Vec::new()
    }

    /// A key as it came, before it means anything; for the page on which keys are tried.
    fn hear(&mut self, typed: &Stamped) {
        let _ = typed;
    }

    /// Keys rest: what was left as it was on a slow line may follow.
    fn rest(&mut self, ui: &Ui) -> Vec<Effect> {
        let _ = ui;
        Vec::new()
    }

    /// An answer; screens ignore those whose question they did not ask.
    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        let _ = (question, answer, ui);
        Vec::new()
    }

    /// What a dialog above was closed with.
    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        let _ = (outcome, ui);
        Vec::new()
    }

    /// What others changed.
    fn news(&mut self, news: &News, ui: &Ui) -> Vec<Effect> {
        let _ = (news, ui);
        Vec::new()
    }

    /// The frame has shown how much there is room for; what has to be asked to fill it.
    fn fill(&mut self, ui: &Ui) -> Vec<Effect> {
        let _ = ui;
        Vec::new()
    }

    /// Draws itself into `area`; returns where the hardware cursor stands, which is the focus.
    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position>;

    /// What stands on the message line while no message does.
    fn hint(&self, ui: &Ui) -> Option<String> {
        let _ = ui;
        None
    }

    /// True for a dialog that leaves what is beneath it visible.
    fn is_overlay(&self) -> bool {
        false
    }

    /// What was typed and not saved, to be offered again after a hang-up. A draft without fields says that nothing is left
    /// of what was kept under its place.
    fn unsaved(&self) -> Vec<Unsaved> {
        Vec::new()
    }

    /// Why this place shows what it shows: stands first on the page that F1 opens.
    fn why(&self, ui: &Ui) -> Vec<String> {
        let _ = ui;
        Vec::new()
    }

    /// True where F1 has no more to say: the page of all keys.
    fn ends_help(&self) -> bool {
        false
    }

    /// What it shows, for whoever watches over a shoulder.
    fn sight(&self) -> Sight {
        Sight::Other
    }

    /// The page of help that belongs here.
    fn topic(&self) -> Topic;
}

/// What a screen shows, as far as somebody beside it has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// A list of tasks that stands still.
    Tasks {
        /// Which tasks.
        query: crate::domain::query::Query,
        /// The task under the cursor; none in an empty list.
        current: Option<TaskId>,
    },
    /// One task.
    Task(TaskId),
    /// The help of a place.
    Help(Topic),
    /// Anything else, or something that is not there yet.
    Other,
}

/// A page of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The home screen.
    Home,
    /// Tasks by agency.
    Tasks,
    /// One task and its log.
    Sheet,
    /// The confirm list and its form.
    Confirm,
    /// Forms: entering and correcting a task.
    Form,
    /// The words of the filter.
    Filter,
    /// The command line.
    Command,
    /// Choosing from a list.
    Choice,
    /// The log.
    Log,
    /// The help itself.
    Help,
    /// Importing a file.
    Import,
    /// The first start.
    Start,
    /// The page on which the terminal is tried.
    Terminal,
    /// The calendar.
    Calendar,
    /// Agencies in time and days off.
    Keeping,
    /// The register of documents.
    Documents,
    /// Reports.
    Report,
    /// The windows of periodic reports.
    Windows,
    /// Indicators and caseload.
    Measures,
    /// The settings of the installation.
    Settings,
    /// Accounts.
    Users,
    /// Who is on.
    Present,
    /// A list to a file.
    Export,
    /// Practice.
    Practice,
}
