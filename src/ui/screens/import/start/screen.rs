//! The screen that asks for a file: keys by where one is, answers, and how it looks.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Focus, Start};
use crate::ui::action::Action;
use crate::ui::canvas::{columns, put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::running::Labour;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::import::kept::{Kept, PLACE};
use crate::ui::widgets::form::Heard;
use crate::work::request::{Answer, Request};

impl Screen for Start {
    fn context(&self) -> Context {
        match self.focus {
            Focus::Form => Context::File,
            Focus::Batches => Context::Imports,
        }
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.import.start.title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        self.form = Self::blank(ui);
        let draft = self.draft.take();
        if let Some(draft) = draft.or_else(|| ui.memory.draft(PLACE).cloned()) {
            self.fill(&draft);
        }
        // A file that is being read since before this was opened.
        let reading = ui.running.filter(|it| it.labour == Labour::Reading);
        self.reading = reading.map(|it| it.question.clone());
        let mut effects = vec![self.batches.ask()];
        if !ui.facts.user.role.enters_tasks() {
            effects.push(Effect::Say(Message::refusal(ui.t.form.may_not)));
        }
        effects
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match self.focus {
            Focus::Form => self.step_in_form(action, ui),
            Focus::Batches => self.step_in_batches(action, ui),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.looking = None;
        match self.form.write(letter, ui) {
            Heard::Say(message) => vec![Effect::Say(message)],
            Heard::Unknown => vec![Effect::Useless],
            Heard::Choose(_) | Heard::Done | Heard::Finished | Heard::Below | Heard::Above => {
                Vec::new()
            }
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        let is_ours = self.reading.as_ref() == Some(question);
        match answer {
            Ok(Answer::Staged(staged)) if is_ours => self.take_staged(staged, ui),
            Err(error) if is_ours => self.take_error(error, ui),
            Ok(Answer::Batches(batches)) => {
                self.batches.take(batches);
                if self.batches.is_empty() {
                    self.focus = Focus::Form;
                }
                Vec::new()
            }
            Ok(Answer::Imported(_)) => {
                self.form = Self::blank(ui);
                self.kept = Kept::default();
                vec![self.batches.ask()]
            }
            // Whatever became of it, the list of imports says so.
            _ if matches!(
                question,
                Request::UndoBatch { .. } | Request::ImportStage { .. }
            ) =>
            {
                vec![self.batches.ask()]
            }
            Ok(answer) => self.take_folder(question, answer, ui),
            Err(_) => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, ui: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Text(path) => {
                if let Some(row) = self.form.row_mut("file") {
                    row.set(&path);
                }
                self.chosen = Some((self.form.value("file"), PathBuf::from(path)));
                self.complaint.clear();
                self.form.go_to("document");
            }
            Outcome::Query { words, query } => {
                let tasks = crate::ui::screens::tasks(query, words, None);
                return vec![Effect::Open(tasks)];
            }
            Outcome::Day(_) => self.form.take(&outcome),
            _ => {
                // What was settled in the preview belongs to the file still.
                if let Some(kept) = ui.memory.draft(PLACE).and_then(Kept::of) {
                    self.kept = kept;
                }
            }
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let indent = if area.width < 34 { 0 } else { 2 };
        let room = area.width.saturating_sub(indent + indent / 2);
        let top = u16::from(area.height > 12);
        let body = columns(rows(area, top, area.height), indent, room);
        let wide = usize::from(room).max(1);
        let complaint: Vec<String> = self
            .complaint
            .iter()
            .flat_map(|text| wrap(text, wide))
            .collect();
        let asked = self.form.height(body.width);
        let is_low = body.height < asked + 4;
        if is_low && self.focus == Focus::Batches {
            return self.batches.draw(area, buffer, true, ui);
        }
        let high = asked.min(body.height);
        let has_focus = self.focus == Focus::Form;
        let form = rows(body, 0, high);
        let cursor = self.form.draw(form, buffer, has_focus, ui);
        let mut y = high + 1;
        for line in complaint {
            put(buffer, body, 0, y, &line, ui.theme.refusal);
            y += 1;
        }
        y += u16::from(y > high + 1);
        if is_low || y + 2 > body.height {
            return cursor;
        }
        let below = rows(area, top + y, area.height);
        let at = self.batches.draw(below, buffer, !has_focus, ui);
        if has_focus { cursor } else { at }
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.import;
        Some(match self.focus {
            Focus::Batches => self.batches.hint(ui),
            Focus::Form if self.reading.is_some() => t.start.reading.to_owned(),
            Focus::Form => t.start.start_hint.to_owned(),
        })
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.to_keep().draft()]
    }

    fn topic(&self) -> Topic {
        Topic::Import
    }
}
