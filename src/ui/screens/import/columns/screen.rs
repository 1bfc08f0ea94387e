//! The columns of a file on the screen: keys, answers, and how they look.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Columns, Decoded, SAMPLE};
use crate::ui::action::Action;
use crate::ui::canvas::{put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::import::kept::Said;
use crate::ui::screens::import::preview::Preview;
use crate::work::request::import::{Column, Which};
use crate::work::request::{Answer, Request};

impl Screen for Columns {
    fn context(&self) -> Context {
        Context::Columns
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.import.columns.title.to_owned()
    }

    fn open(&mut self, ui: &Ui) -> Vec<Effect> {
        let begun = Message::plain(ui.t.import.columns.begun);
        let said = self.is_taken_up.then_some(Effect::Say(begun));
        let rows = self.after.map(|stage| {
            Effect::Fetch(Request::StagedRows {
                stage,
                which: Which::All,
                from: 0,
                limit: SAMPLE,
            })
        });
        said.into_iter().chain(rows).collect()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let last = self.columns.len().saturating_sub(1);
        match action {
            // What was said here and not read is dropped.
            Action::Back | Action::Close if self.after.is_some() => return vec![Effect::Close],
            Action::Back | Action::Close => {
                return vec![Effect::Keep(self.kept.draft()), Effect::Close];
            }
            Action::Up | Action::PreviousPane => self.at = self.at.saturating_sub(1),
            Action::Down | Action::NextPane => self.at = (self.at + 1).min(last),
            Action::First | Action::PageUp => self.at = 0,
            Action::Last | Action::PageDown => self.at = last,
            Action::Digit(0) => return self.assign(None),
            Action::Digit(digit @ 1..=8) => {
                let column = Column::ALL.get(usize::from(digit) - 1).copied();
                return self.assign(column);
            }
            Action::Enter | Action::Choose => return self.choose(ui),
            Action::Columns => return self.next_coding(ui),
            Action::Refresh => {
                if let Some(column) = self.columns.get(self.at) {
                    let letter = column.letter.clone();
                    self.spec.columns.retain(|(known, _)| *known != letter);
                }
            }
            Action::DoIt => return self.read_again(ui),
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        match outcome {
            Outcome::Text(code) => self.assign(Column::from_code(&code)),
            _ => Vec::new(),
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        match answer {
            Ok(Answer::StagedRows(page)) if self.after.is_some() && self.examples.is_empty() => {
                let cells = page.rows.iter().flat_map(|row| &row.cells);
                for cell in cells {
                    let is_known = self.examples.iter().any(|one| one.column == cell.column);
                    if let (Some((_, before)), false) = (&cell.before, is_known) {
                        self.examples.push(Decoded {
                            column: cell.column,
                            before: before.clone(),
                            after: cell.text.clone(),
                        });
                    }
                }
                Vec::new()
            }
            Ok(Answer::Staged(staged)) if self.reading.as_ref() == Some(question) => {
                match self.after {
                    // The preview beneath has taken it in.
                    Some(_) => vec![Effect::Close],
                    None => {
                        let preview = Preview::new(staged.clone(), self.kept.clone());
                        vec![Effect::Replace(Box::new(preview))]
                    }
                }
            }
            Err(_) => {
                self.reading.take_if(|asked| asked == question);
                Vec::new()
            }
            Ok(_) => Vec::new(),
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width);
        let mut top = 0;
        if area.height > 8 {
            let reason = self.reason.iter();
            let lines = reason.flat_map(|text| wrap(text, wide.saturating_sub(3)));
            for line in lines.take(4) {
                put(buffer, area, 1, top, &line, ui.theme.text);
                top += 1;
            }
        }
        let notes: Vec<String> = self
            .notes(ui)
            .iter()
            .flat_map(|note| wrap(note, wide.saturating_sub(3)))
            .collect();
        let below = match area.height {
            0..=8 => 0,
            _ => u16::try_from(notes.len()).unwrap_or(0).min(4) + 1,
        };
        let list = rows(area, top, area.height.saturating_sub(top + below));
        let high = usize::from(list.height).max(1);
        if self.at < self.first || self.at >= self.first + high {
            self.first = self.at - self.at % high;
        }
        let mut cursor = None;
        let shown = self.columns.iter().enumerate().skip(self.first);
        for (y, (place, column)) in (0..list.height).zip(shown) {
            put(
                buffer,
                list,
                3,
                y,
                &self.line(column, wide, ui),
                ui.theme.text,
            );
            if place == self.at {
                put(buffer, list, 1, y, ">", ui.theme.focus);
                let x = 1.min(list.width.saturating_sub(1));
                cursor = Some(Position::new(list.x + x, list.y + y));
            }
        }
        if below > 0 {
            let from = area.height - below + 1;
            for (y, line) in (from..area.height).zip(&notes) {
                put(buffer, area, 1, y, line, ui.theme.text);
            }
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.import.columns.columns_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        let said = Said::of(&self.spec, &self.columns);
        vec![Said::begun(
            Some(&said).filter(|said| **said != self.before),
        )]
    }

    fn topic(&self) -> Topic {
        Topic::Import
    }
}
