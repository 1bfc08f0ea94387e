//! Another text for one cell of a file: a field, and below it how a deadline is read as one types.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::action::Action;
use crate::ui::canvas::{columns, put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::choice::choosing;
use crate::ui::screens::editing::{Typed, deadline_notes};
use crate::ui::widgets::form::{Form, Heard, Kind, Row};
use crate::work::request::import::Column;

/// The field of a cell; ends with [`Outcome::Text`].
pub struct Cell {
    form: Form,
    typed: Typed,
    column: Column,
    /// The day from which a deadline counts.
    reference: NaiveDate,
    /// What stands in the file.
    stands: String,
}

impl Cell {
    /// For a cell with this text.
    pub fn new(column: Column, text: &str, reference: NaiveDate, ui: &Ui) -> Self {
        let label = (ui.t.import.columns.column)(column);
        let row = Row::new("cell", label, Kind::Text).with(text);
        let row = match column {
            Column::Deadline => row.or_day(),
            _ => row,
        };
        let mut form = Form::new(vec![row]);
        // Cells of one column that hold the same mean the same.
        let place = format!("cell:{}:{text}", column.code());
        let typed = Typed::open(place, &mut form, ui);
        Self {
            form,
            typed,
            column,
            reference,
            stands: text.to_owned(),
        }
    }

    fn notes(&self, ui: &Ui) -> Vec<String> {
        let text = self.form.value("cell");
        let mut notes = match self.column {
            Column::Deadline => deadline_notes(&text, self.reference, ui),
            _ => Vec::new(),
        };
        if text != self.stands {
            notes.push((ui.t.import.settling.in_file)(&self.stands));
        }
        notes
    }
}

impl Screen for Cell {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.import.settling.cell.to_owned()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Back | Action::Close => return self.typed.leave(&self.form),
            Action::DoIt | Action::Enter => {
                let text = self.form.value("cell");
                return vec![
                    self.typed.forget(),
                    Effect::Remember(vec![("cell".to_owned(), text.clone())]),
                    Effect::Choose(Outcome::Text(text)),
                ];
            }
            _ => {}
        }
        match self.form.act(action, None, ui) {
            Heard::Say(message) => vec![Effect::Say(message)],
            Heard::Unknown => vec![Effect::Useless],
            Heard::Choose(wanted) => vec![Effect::Open(choosing(wanted, ui))],
            Heard::Done | Heard::Finished | Heard::Below | Heard::Above => Vec::new(),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        match self.form.write(letter, ui) {
            Heard::Say(message) => vec![Effect::Say(message)],
            Heard::Choose(_)
            | Heard::Done
            | Heard::Finished
            | Heard::Below
            | Heard::Above
            | Heard::Unknown => Vec::new(),
        }
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        if let (Outcome::Day(day), Some(row)) = (outcome, self.form.row_mut("cell")) {
            row.set(&crate::lang::format::date(day));
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let top = u16::from(area.height > 6);
        let indent = if area.width < 34 { 0 } else { 2 };
        let room = area.width.saturating_sub(indent + indent / 2);
        let fields = columns(rows(area, top, area.height), indent, room);
        let high = self.form.height(fields.width).min(fields.height);
        let cursor = self.form.draw(rows(fields, 0, high), buffer, true, ui);
        let notes = self.notes(ui);
        let lines = notes.iter().flat_map(|note| wrap(note, usize::from(room)));
        for (y, line) in (high + 1..fields.height).zip(lines) {
            put(buffer, fields, 0, y, &line, ui.theme.text);
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.import.settling.cell_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.form)]
    }

    fn topic(&self) -> Topic {
        Topic::Import
    }
}
