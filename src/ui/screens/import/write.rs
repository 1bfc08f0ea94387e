//! What will be written, said before it is; then how far the writing is, and what it has done.
//!
//! The writing goes on when the screen is left; only a person who says so ends it, and then nothing of it
//! stays.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::parts::number;
use super::said;
use super::stop::Stop;
use super::written_by;
use crate::domain::error::Error;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::running::{Labour, Running};
use crate::ui::screen::{Effect, Message, Reply, Screen, Topic, Ui};
use crate::ui::widgets::pages::{Lines, Pages};
use crate::work::request::import::{ImportReport, Staged};
use crate::work::request::{Answer, OperationKey, Request};

/// How far it is.
enum State {
    /// Waits for a yes.
    Asking,
    /// Writes.
    Writing,
    /// Is written.
    Done(Box<ImportReport>),
}

/// The last step of an import.
pub struct Write {
    staged: Box<Staged>,
    key: OperationKey,
    state: State,
    /// Why the last try has written nothing: a line of its own has room for all of it.
    complaint: String,
    pages: Pages,
}

impl Write {
    /// Of this stage; where it is being written already, of that writing.
    pub fn new(staged: Box<Staged>, running: Option<&Running>) -> Self {
        let begun = running.and_then(|running| match &running.question {
            Request::ImportStage { key, stage } if *stage == staged.stage => Some(key.clone()),
            _ => None,
        });
        let state = match begun {
            Some(_) => State::Writing,
            None => State::Asking,
        };
        Self {
            staged,
            key: begun.unwrap_or_else(OperationKey::fresh),
            state,
            complaint: String::new(),
            pages: Pages::default(),
        }
    }

    fn has_something(&self) -> bool {
        let counts = &self.staged.counts;
        counts.new + counts.changed > 0
    }

    fn request(&self) -> Request {
        Request::ImportStage {
            key: self.key.clone(),
            stage: self.staged.stage,
        }
    }

    fn do_it(&mut self, ui: &Ui) -> Vec<Effect> {
        match &self.state {
            State::Asking if !self.has_something() => {
                vec![Effect::Say(Message::plain(
                    ui.t.import.writing.nothing_to_write,
                ))]
            }
            State::Asking => {
                self.complaint.clear();
                self.state = State::Writing;
                vec![Effect::Fetch(self.request())]
            }
            State::Writing | State::Done(_) => vec![Effect::Useless],
        }
    }

    fn back(&self) -> Vec<Effect> {
        match &self.state {
            State::Asking | State::Done(_) => vec![Effect::Close],
            State::Writing => vec![Effect::Open(Box::new(Stop))],
        }
    }

    /// Leaves it; what is being written goes on, and the frame says how far it is.
    fn leave(&self) -> Vec<Effect> {
        match &self.state {
            State::Asking | State::Done(_) => vec![Effect::Close],
            State::Writing => vec![Effect::Home],
        }
    }

    /// The tasks that were written.
    fn show(&self, ui: &Ui) -> Vec<Effect> {
        match &self.state {
            State::Done(report) => match report.batch {
                Some(batch) => vec![written_by(batch, ui)],
                None => vec![Effect::Useless],
            },
            State::Asking | State::Writing => vec![Effect::Useless],
        }
    }

    fn take_back(&self) -> Vec<Effect> {
        let State::Done(report) = &self.state else {
            return vec![Effect::Useless];
        };
        let key = OperationKey::fresh();
        match report.batch {
            Some(batch) => vec![Effect::Fetch(Request::UndoBatch { key, batch })],
            None => vec![Effect::Useless],
        }
    }

    /// What will be written, and what will not.
    fn will_write(&self, say: &mut impl FnMut(&str), ui: &Ui) {
        let t = &ui.t.import;
        let counts = &self.staged.counts;
        let file = self.staged.spec.path.file_name().unwrap_or_default();
        say(&(t.writing.will_write)(
            &number(counts.agency_tasks, ui),
            &file.to_string_lossy(),
        ));
        say("");
        let rows = [counts.new, counts.changed, counts.unchanged, counts.skipped];
        let rows = rows.map(|count| number(count, ui));
        say(&(t.writing.will_counts)(
            rows.each_ref().map(String::as_str),
        ));
        if counts.parents > 0 {
            say(&(t.writing.will_parents)(counts.parents));
        }
        if counts.occurrences > 0 {
            say(&(t.writing.will_occurrences)(counts.occurrences));
        }
        if counts.passed_over > 0 {
            say(&(t.preview.passed_over)(counts.passed_over));
        }
        say("");
        say(&(t.writing.steps)(self.staged.steps));
        if counts.review > 0 {
            say(&(t.writing.will_review)(&number(counts.review, ui)));
        }
        if let Some(before) = &self.staged.before {
            say("");
            say(&said::before(before, ui));
        }
        say("");
        say(t.writing.write_keys);
    }

    fn lines(&self, wide: usize, ui: &Ui) -> Lines {
        let t = &ui.t.import;
        let mut lines = Lines::default();
        let mut say = |text: &str| lines.labelled("", text, 2, wide, ui.theme.text);
        match &self.state {
            State::Asking if !self.has_something() => {
                say(t.writing.nothing_to_write);
                say("");
                say(t.writing.back);
            }
            State::Asking => {
                if !self.complaint.is_empty() {
                    say(&self.complaint);
                    say("");
                }
                self.will_write(&mut say, ui);
            }
            State::Writing => {
                let running = ui.running.filter(|it| it.labour == Labour::Writing);
                let far =
                    running.map_or_else(|| t.writing.beginning.to_owned(), |it| it.sentence(ui.t));
                say(&far);
                if let Some(running) = running {
                    say(&bar(running, wide.saturating_sub(4).min(60)));
                }
                say("");
                say(t.writing.goes_on);
            }
            State::Done(report) => {
                let tasks = [report.new, report.changed, report.unchanged];
                let tasks = tasks.map(|count| number(count, ui));
                say(&(t.writing.done)(tasks.each_ref().map(String::as_str)));
                if report.counts.review > 0 {
                    say(&(t.writing.done_review)(report.counts.review));
                }
                say("");
                say(t.writing.done_keys);
            }
        }
        lines
    }
}

/// `[#########.......]`: in letters that every terminal has.
fn bar(running: &Running, wide: usize) -> String {
    let room = wide.saturating_sub(2);
    let full = (running.far.done * room)
        .checked_div(running.far.total)
        .unwrap_or(0);
    let full = full.min(room);
    format!("[{}{}]", "#".repeat(full), ".".repeat(room - full))
}

impl Screen for Write {
    fn context(&self) -> Context {
        match self.state {
            State::Asking => Context::Asking,
            State::Writing => Context::Writing,
            State::Done(_) => Context::Imports,
        }
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.import.writing.write.to_owned()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::DoIt => self.do_it(ui),
            Action::Enter => self.show(ui),
            Action::Back => self.back(),
            Action::Close => self.leave(),
            Action::TakeBack => self.take_back(),
            _ => {
                let total = self.lines(80, ui).len();
                match self.pages.act(action, total) {
                    true => Vec::new(),
                    false => vec![Effect::Useless],
                }
            }
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::ImportStage { key, .. }, Ok(Answer::Imported(report)))
                if *key == self.key =>
            {
                self.state = State::Done(report.clone());
                Vec::new()
            }
            (Request::ImportStage { key, .. }, Err(error)) if *key == self.key => {
                self.complaint = match error.as_ref() {
                    Error::Cancelled => String::new(),
                    _ => (ui.t.errors.sentence)(error),
                };
                // The next try is another save: nothing of this one stays.
                self.key = OperationKey::fresh();
                self.state = State::Asking;
                Vec::new()
            }
            (Request::UndoBatch { .. }, Ok(_)) if matches!(self.state, State::Done(_)) => {
                vec![Effect::Close]
            }
            _ => Vec::new(),
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let top = u16::from(area.height > 8);
        let body = crate::ui::canvas::rows(area, top, area.height);
        let lines = self.lines(usize::from(body.width), ui);
        self.pages.draw(&lines, body, buffer)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.import;
        Some(match &self.state {
            State::Asking if self.has_something() => t.writing.write_hint.to_owned(),
            State::Asking => t.writing.back.to_owned(),
            State::Writing => t.writing.goes_on.to_owned(),
            State::Done(_) => t.writing.done_keys.to_owned(),
        })
    }

    fn topic(&self) -> Topic {
        Topic::Import
    }
}
