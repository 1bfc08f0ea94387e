//! The log of a task or of everything, newest first; older rows are asked for when one reads on.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::change::News;
use crate::domain::id::{ChangeId, TaskId};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::widgets::pages::{Lines, Pages};
use crate::work::request::{Answer, Request};

use super::entries::Entries;

/// So many rows are asked for at a time.
pub const ROWS: usize = 50;

/// The log.
pub struct Log {
    task: Option<TaskId>,
    entries: Entries,
    is_whole: bool,
    lines: Lines,
    pages: Pages,
    wide: u16,
}

impl Log {
    /// Of this task, or of everything.
    #[must_use]
    pub fn new(task: Option<TaskId>) -> Self {
        Self {
            task,
            entries: Entries::default(),
            is_whole: false,
            lines: Lines::default(),
            pages: Pages::default(),
            wide: 0,
        }
    }

    fn ask(&self, before: Option<ChangeId>) -> Request {
        Request::Log {
            task: self.task,
            before,
            limit: ROWS,
        }
    }

    fn write(&mut self, wide: u16, ui: &Ui) {
        self.wide = wide;
        self.lines = Lines::default();
        self.entries.write(&mut self.lines, usize::from(wide), ui);
        if self.is_whole {
            let t = &ui.t.log;
            let end = if self.entries.is_empty() {
                t.empty
            } else {
                t.no_older
            };
            self.lines.push(format!("  {end}"), ui.theme.text);
        }
    }
}

impl Screen for Log {
    fn context(&self) -> Context {
        Context::Page
    }

    fn title(&self, ui: &Ui) -> String {
        self.task
            .map_or_else(|| ui.t.log.title.to_owned(), |id| (ui.t.log.title_of)(id.0))
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Fetch(self.ask(None))]
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        let total = self.lines.len();
        let was_at_end = self.pages.is_at_end(total);
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Refresh => vec![Effect::Ask(self.ask(None))],
            _ if !self.pages.act(action, total) => vec![Effect::Useless],
            Action::Down | Action::PageDown | Action::Last if was_at_end && !self.is_whole => {
                vec![Effect::Ask(self.ask(self.entries.oldest()))]
            }
            _ => Vec::new(),
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        let Request::Log {
            task,
            before,
            limit,
        } = question
        else {
            return Vec::new();
        };
        let Ok(Answer::Log(changes)) = answer else {
            return Vec::new();
        };
        if *task != self.task || *limit != ROWS {
            return Vec::new();
        }
        if before.is_none() {
            self.entries = Entries::default();
        }
        self.entries.take(changes, self.task.is_none(), ui);
        self.is_whole = changes.len() < ROWS;
        self.write(self.wide, ui);
        Vec::new()
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Query { words, query } => {
                vec![Effect::Open(screens::tasks(query, words, None))]
            }
            _ => Vec::new(),
        }
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        // What one reads must not move away under the eyes; F5 takes in what is new.
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if area.width != self.wide {
            self.write(area.width, ui);
        }
        self.pages.draw(&self.lines, area, buffer)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let total = self.lines.len();
        let (from, to) = self.pages.span(total);
        let place = (ui.t.log.place)(from, to, total);
        if self.is_whole {
            return Some(place);
        }
        Some(format!("{place} · {}", ui.t.log.older))
    }

    fn topic(&self) -> Topic {
        Topic::Log
    }
}
