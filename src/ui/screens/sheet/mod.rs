//! One task: everything about it, then its log. Digits, F2 and 5 act on it; F1 explains its days.

mod facts;
pub mod follow;
mod long;
pub mod why;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{entries::Entries, log::ROWS};
use crate::domain::change::News;
use crate::domain::id::TaskId;
use crate::domain::query::Query;
use crate::domain::transition::{Deed, may};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Sight, Topic, Ui};
use crate::ui::screens;
use crate::ui::widgets::pages::{Lines, Pages};
use crate::work::request::{Answer, Request, Sheet as Answered};

/// The page of one task.
pub struct Sheet {
    id: TaskId,
    /// What was answered, without the log.
    answered: Option<Box<Answered>>,
    /// The log, as far as it was read.
    entries: Entries,
    is_whole: bool,
    lines: Lines,
    pages: Pages,
    wide: u16,
}

impl Sheet {
    /// Of this task.
    #[must_use]
    pub fn new(id: TaskId) -> Self {
        Self {
            id,
            answered: None,
            entries: Entries::default(),
            is_whole: false,
            lines: Lines::default(),
            pages: Pages::default(),
            wide: 0,
        }
    }

    fn ask(&self) -> Request {
        Request::Sheet { id: self.id }
    }

    fn ask_older(&self) -> Option<Request> {
        let oldest = self.entries.oldest()?;
        Some(Request::Log {
            task: Some(self.id),
            before: Some(oldest),
            limit: ROWS,
        })
    }

    fn write(&mut self, wide: u16, ui: &Ui) {
        self.wide = wide;
        self.lines = Lines::default();
        let Some(sheet) = &self.answered else {
            return;
        };
        let room = usize::from(wide);
        facts::write(&mut self.lines, sheet, room, ui);
        let t = &ui.t.log;
        let rule = "─".repeat(room.saturating_sub(t.heading.chars().count() + 6));
        self.lines.push("", ui.theme.text);
        self.lines
            .push(format!(" ── {} {rule}", t.heading), ui.theme.rule);
        self.entries.write(&mut self.lines, room, ui);
        let end = match (self.is_whole, self.entries.is_empty()) {
            (_, true) => t.empty,
            (true, false) => t.no_older,
            (false, false) => t.older,
        };
        self.lines.push(format!("  {end}"), ui.theme.text);
    }

    fn read_on(&mut self, action: Action) -> Vec<Effect> {
        let total = self.lines.len();
        let was_at_end = self.pages.is_at_end(total);
        if !self.pages.act(action, total) {
            return vec![Effect::Useless];
        }
        let goes_on = matches!(action, Action::Down | Action::PageDown | Action::Last);
        match self
            .ask_older()
            .filter(|_| goes_on && was_at_end && !self.is_whole)
        {
            Some(request) => vec![Effect::Ask(request)],
            None => Vec::new(),
        }
    }
}

impl Screen for Sheet {
    fn context(&self) -> Context {
        Context::Sheet
    }

    fn title(&self, ui: &Ui) -> String {
        (ui.t.sheet.title)(self.id.0)
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(self.ask())]
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        match action {
            Action::Close | Action::Back => vec![Effect::Close],
            Action::Digit(digit) => {
                vec![Effect::Open(screens::confirm(vec![(self.id, digit)]))]
            }
            Action::Status => vec![Effect::Open(screens::status(vec![self.id]))],
            Action::Edit => vec![Effect::Open(screens::edit(self.id))],
            Action::Letters => {
                let query = Query::default();
                vec![Effect::Open(screens::letters(query, vec![self.id]))]
            }
            Action::Refresh => vec![Effect::Ask(self.ask())],
            Action::Log => vec![Effect::Open(screens::log(Some(self.id)))],
            _ => self.read_on(action),
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, answer) {
            (Request::Sheet { id }, Ok(Answer::Sheet(sheet))) if *id == self.id => {
                let is_news = self
                    .answered
                    .as_ref()
                    .is_some_and(|before| before.task.version != sheet.task.version);
                self.is_whole = sheet.log.is_empty();
                self.entries = Entries::default();
                self.entries.take(&sheet.log, false, ui);
                self.answered = Some(Box::new(sheet.without_log()));
                self.write(self.wide, ui);
                if is_news {
                    return vec![Effect::Say(Message::plain(ui.t.sheet.changed))];
                }
                Vec::new()
            }
            (Request::Log { task, before, .. }, Ok(Answer::Log(changes)))
                if *task == Some(self.id) && before.is_some() =>
            {
                if self.ask_older().as_ref() == Some(question) {
                    self.entries.take(changes, false, ui);
                    self.is_whole = changes.len() < ROWS;
                    self.write(self.wide, ui);
                }
                Vec::new()
            }
            (_, Ok(Answer::Letters(_) | Answer::Imported(_)))
            | (Request::UndoBatch { .. }, Ok(Answer::Saved(_)))
                if answer.is_ok_and(Answer::has_saved) =>
            {
                // One's own letter or import needs no such sentence either.
                self.answered = None;
                vec![Effect::Fetch(self.ask())]
            }
            (_, Ok(Answer::Saved(saved))) if saved.done.iter().any(|task| task.id == self.id) => {
                // One's own save needs no sentence that somebody changed it.
                if let (Some(sheet), Some(task)) = (
                    &mut self.answered,
                    saved.done.iter().find(|task| task.id == self.id),
                ) {
                    sheet.task = task.clone();
                }
                vec![Effect::Fetch(self.ask())]
            }
            _ => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Query { words, query } => {
                vec![Effect::Open(screens::tasks(query, words, None))]
            }
            _ => {
                self.write(self.wide, ui);
                Vec::new()
            }
        }
    }

    fn news(&mut self, news: &News, _: &Ui) -> Vec<Effect> {
        if news.is_much || news.new_day || news.tasks.contains(&self.id) {
            return vec![Effect::Fetch(self.ask())];
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if area.width != self.wide {
            self.write(area.width, ui);
        }
        self.pages.draw(&self.lines, area, buffer)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let task = &self.answered.as_ref()?.task;
        let digits: Vec<String> = [1, 2, 3, 4, 6, 7, 8, 9, 0]
            .into_iter()
            .filter_map(|digit| {
                let deed = Deed::of_digit(digit, task, &ui.facts.user)?;
                may(task, deed, &ui.facts.user).ok()?;
                Some(format!("{digit} {}", (ui.t.sheet.deed)(deed)))
            })
            .collect();
        if digits.is_empty() {
            let total = self.lines.len();
            let (from, to) = self.pages.span(total);
            return Some((ui.t.log.place)(from, to, total));
        }
        Some(digits.join("  "))
    }

    fn why(&self, ui: &Ui) -> Vec<String> {
        self.answered
            .as_ref()
            .map_or_else(Vec::new, |sheet| why::lines(&sheet.task, ui))
    }

    fn sight(&self) -> Sight {
        match self.answered {
            Some(_) => Sight::Task(self.id),
            None => Sight::Other,
        }
    }

    fn topic(&self) -> Topic {
        Topic::Sheet
    }
}
