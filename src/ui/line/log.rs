//! The log of a task or of everything, newest first, page by page.

use super::commands::{Command, Line};
use super::place::Step;
use super::talk::{Said, Talk};
use super::words::{differing, sentence};
use crate::domain::change::{Change, Subject};
use crate::domain::id::{ChangeId, TaskId};
use crate::lang::format;
use crate::ui::screen::Ui;
use crate::work::request::{Answer, Request};

/// So many rows are read at a time.
const PAGE: usize = 5;

/// The log.
pub struct Log {
    task: Option<TaskId>,
    before: Option<ChangeId>,
    /// So many rows were read.
    read: usize,
    is_whole: bool,
}

impl Log {
    /// Of this task, or of everything.
    #[must_use]
    pub const fn new(task: Option<TaskId>) -> Self {
        Self {
            task,
            before: None,
            read: 0,
            is_whole: false,
        }
    }

    /// Reads from the newest row on.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        self.before = None;
        self.read = 0;
        self.is_whole = false;
        talk.watched = self.task.into_iter().collect();
        let text = (talk.t.line.newest_first)(&self.name(talk));
        talk.say(&text)?;
        self.go_on(talk)
    }

    fn name(&self, talk: &Talk) -> String {
        match self.task {
            Some(id) => (talk.t.line.log_of)(id.0),
            None => talk.t.log.title.to_owned(),
        }
    }

    fn go_on(&mut self, talk: &mut Talk) -> Said<()> {
        if self.is_whole {
            return talk.say(&sentence(talk.t.log.no_older));
        }
        let request = Request::Log {
            task: self.task,
            before: self.before,
            limit: PAGE + 1,
        };
        let Some(Answer::Log(rows)) = talk.obtain(&request)? else {
            return Ok(());
        };
        self.is_whole = rows.len() <= PAGE;
        self.read += rows.len().min(PAGE);
        let frame = talk.frame();
        let shown = rows.iter().take(PAGE);
        self.before = shown.clone().next_back().map(|change| change.id);
        let texts: Vec<String> = shown
            .map(|change| told(change, self.task.is_none(), &frame.ui()))
            .collect();
        if texts.is_empty() {
            return talk.say(talk.t.log.empty);
        }
        talk.read_out(&texts)
    }

    /// The question under the log.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        (talk.t.line.prompt.log)(&self.name(talk), self.read, !self.is_whole)
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Nothing | Line::Command(Command::Next, _) => self.go_on(talk)?,
            other => return Ok(Step::Other(other)),
        }
        Ok(Step::Stay)
    }
}

/// A row of the log: what, by whom, when, from what to what, why.
#[must_use]
pub fn told(change: &Change, names_task: bool, ui: &Ui) -> String {
    let t = &ui.t.log;
    let what = (ui.t.terms.log_entry)(&change.what);
    let whose = match change.subject {
        Subject::Task(id) if names_task => format!(", {}", (ui.t.line.number)(id.0).to_lowercase()),
        Subject::Task(_) => String::new(),
        Subject::Calendar => format!(", {}", t.subjects[0]),
        Subject::Frame => format!(", {}", t.subjects[1]),
    };
    let mut parts = vec![format!(
        "{what}{whose}. {}, {}.",
        change.who,
        format::moment(change.at)
    )];
    if let Some(agency) = change.on_behalf.and_then(|id| ui.facts.agency(id)) {
        parts.push(sentence(&(t.on_behalf)(&agency.name)));
    }
    let changed = differing(&change.before, &change.after, &[], ui);
    // A progress entry is its own reason.
    let is_said = changed.iter().any(|text| text.contains(&change.why));
    parts.extend(changed);
    if !change.why.is_empty() && !is_said {
        parts.push(sentence(&(t.why)(&change.why)));
    }
    if !change.document.is_empty() {
        parts.push(sentence(&(t.document)(&change.document)));
    }
    parts.join(" ")
}
