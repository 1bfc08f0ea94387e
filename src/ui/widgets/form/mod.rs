//! A form: labelled fields, one of which has the cursor.
//!
//! It edits and checks; what is done with the values is its screen's business. Keys that a form does
//! not know come back as [`Heard`], so that a screen of several forms can go from one to the next.

use std::sync::Arc;

use chrono::NaiveDate;

use super::narrow::{Item, best};
use crate::domain::typed_date::Toward;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::screen::{Message, Outcome, Ui};

mod draw;
mod row;

use row::percent;
pub use row::{Kind, Row};

/// What a form made of a key.
pub enum Heard {
    /// It did something.
    Done,
    /// It has something to say.
    Say(Message),
    /// F4: something is to be chosen for the field; the outcome goes to [`Form::take`].
    Choose(Wanted),
    /// Enter on the last field.
    Finished,
    /// Down or Tab from the last field.
    Below,
    /// Up or Shift-Tab from the first field.
    Above,
    /// It does not know the key.
    Unknown,
}

/// What is to be chosen for a field.
pub enum Wanted {
    /// One of a list.
    Item {
        /// The label of the field.
        title: String,
        /// The list.
        items: Arc<[Item]>,
        /// The value that is there.
        current: Option<String>,
    },
    /// A day of the month.
    Day {
        /// The label of the field.
        title: String,
        /// The day that is there.
        current: Option<NaiveDate>,
    },
}

/// Fields, one of which has the cursor.
#[derive(Debug, Clone, Default)]
pub struct Form {
    rows: Vec<Row>,
    at: usize,
    /// The first line that shows.
    first: u16,
}

impl Form {
    /// A form of these fields; the cursor stands in the first.
    #[must_use]
    pub fn new(rows: Vec<Row>) -> Self {
        let mut form = Self {
            rows,
            at: 0,
            first: 0,
        };
        form.enter(0);
        form
    }

    /// True without a field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The fields.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The field of that name.
    #[must_use]
    pub fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// The field of that name, to be changed.
    pub fn row_mut(&mut self, name: &str) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.name == name)
    }

    /// The field with the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.at)
    }

    /// The value of a field; empty where there is none of that name.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        self.row(name).map(Row::value).unwrap_or_default()
    }

    /// The day in a field.
    #[must_use]
    pub fn day(&self, name: &str, ui: &Ui) -> Option<NaiveDate> {
        let row = self.row(name)?;
        match row.kind {
            Kind::Date(toward) => row.day(toward, ui),
            _ => None,
        }
    }

    /// The percentage in a field.
    #[must_use]
    pub fn percent(&self, name: &str) -> Option<u8> {
        percent(&self.value(name))
    }

    /// True where that flag is set.
    #[must_use]
    pub fn is_set(&self, name: &str) -> bool {
        self.row(name).is_some_and(|row| row.is_set)
    }

    /// Names and values of everything that is not empty.
    #[must_use]
    pub fn filled(&self) -> Vec<(String, String)> {
        self.rows
            .iter()
            .map(|row| (row.name.to_owned(), row.value()))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// Puts these values into the fields of their names, as they were typed once. An agency that has ended since is
    /// nothing to choose any more, and its number nothing to read: that field stays as it is.
    pub fn fill(&mut self, values: &[(String, String)]) {
        for (name, value) in values {
            if let Some(row) = self.row_mut(name).filter(|row| !row.is_gone(value)) {
                row.set(value);
            }
        }
    }

    /// The fields of these names alone.
    #[must_use]
    pub fn only(&self, names: &[&str]) -> Self {
        let rows = self.rows.iter().filter(|row| names.contains(&row.name));
        Self::new(rows.cloned().collect())
    }

    /// Puts the cursor into the field of that name.
    pub fn go_to(&mut self, name: &str) {
        if let Some(place) = self.rows.iter().position(|row| row.name == name) {
            self.enter(place);
        }
    }

    /// Puts the cursor into the first field, or into the last.
    pub fn go_to_end(&mut self, is_last: bool) {
        self.enter(if is_last {
            self.rows.len().saturating_sub(1)
        } else {
            0
        });
    }

    /// The first field with a fault and its sentence.
    #[must_use]
    pub fn fault(&self, ui: &Ui) -> Option<(&'static str, String)> {
        self.rows
            .iter()
            .find_map(|row| row.fault(ui).map(|why| (row.name, why)))
    }

    /// What was understood of the field with the cursor.
    #[must_use]
    pub fn echo(&self, ui: &Ui) -> Option<String> {
        let row = self.current()?;
        match &row.kind {
            Kind::Date(Toward::Future) => row.day(Toward::Future, ui).map(|day| echo_day(day, ui)),
            Kind::Date(Toward::Past) => row.day(Toward::Past, ui).map(|day| name_day(day, ui)),
            Kind::Choice(items) if !row.field.is_empty() && !row.is_fresh => {
                let typed = row.field.text();
                let found = best(items, &typed).filter(|item| item.text != typed)?;
                Some((ui.t.form.read_as)(&found.text))
            }
            _ => (!row.echo.is_empty()).then(|| row.echo.clone()),
        }
    }

    fn enter(&mut self, place: usize) {
        self.at = place.min(self.rows.len().saturating_sub(1));
        if let Some(row) = self.rows.get_mut(self.at) {
            row.field.end();
            row.is_fresh = true;
        }
    }

    /// A letter for the field with the cursor.
    pub fn write(&mut self, letter: char, ui: &Ui) -> Heard {
        let Some(row) = self.rows.get_mut(self.at) else {
            return Heard::Unknown;
        };
        if let Kind::Flag = row.kind {
            if letter == ' ' {
                row.is_set = !row.is_set;
                return Heard::Done;
            }
            return Heard::Unknown;
        }
        if row.begins_anew() {
            row.field.set("");
        }
        row.is_fresh = false;
        if row.field.write(letter, ui.composing) || letter == ' ' {
            Heard::Done
        } else if row.field.is_full() {
            Heard::Say(Message::refusal(ui.t.form.full))
        } else {
            Heard::Done
        }
    }

    /// A key; `before` is the record before this one, for F7.
    pub fn act(&mut self, action: Action, before: Option<&Form>, ui: &Ui) -> Heard {
        let last = self.rows.len().saturating_sub(1);
        let Some(row) = self.rows.get_mut(self.at) else {
            return Heard::Unknown;
        };
        match action {
            Action::Up | Action::PreviousPane | Action::Down | Action::NextPane | Action::Enter => {
                row.settle(ui);
                return self.walk(action, last);
            }
            Action::Erase if row.begins_anew() => {
                row.field.set("");
            }
            Action::Choose => return row.wanted(ui),
            Action::CopyBefore => return row.copy(before, ui),
            Action::Recall => return row.recall(ui),
            _ if row.field.hear(action) => {}
            _ => return Heard::Unknown,
        }
        row.is_fresh = false;
        Heard::Done
    }

    fn walk(&mut self, action: Action, last: usize) -> Heard {
        match action {
            Action::Up | Action::PreviousPane if self.at == 0 => Heard::Above,
            Action::Up | Action::PreviousPane => {
                self.enter(self.at - 1);
                Heard::Done
            }
            Action::Enter if self.at == last => Heard::Finished,
            _ if self.at == last => Heard::Below,
            _ => {
                self.enter(self.at + 1);
                Heard::Done
            }
        }
    }

    /// Takes what was chosen for the field with the cursor, and goes to the next.
    pub fn take(&mut self, outcome: &Outcome) {
        let Some(row) = self.rows.get_mut(self.at) else {
            return;
        };
        match outcome {
            Outcome::Text(value) => row.set(value),
            Outcome::Day(day) => row.field.set(&format::date(*day)),
            Outcome::Agency(Some(id)) => row.set(&id.0.to_string()),
            Outcome::Area(Some(id)) => row.set(&id.0.to_string()),
            _ => return,
        }
        if self.at + 1 < self.rows.len() {
            self.enter(self.at + 1);
        }
    }
}

/// `T6 15/05/2026, còn 4 ngày làm việc`.
#[must_use]
pub fn echo_day(day: NaiveDate, ui: &Ui) -> String {
    let named = name_day(day, ui);
    let calendar = &ui.facts.calendar;
    let left = calendar.working_days_between(ui.facts.today, day);
    (ui.t.form.echo_date)(&named, left, calendar.is_working(day))
}

/// `T6 15/05/2026`.
fn name_day(day: NaiveDate, ui: &Ui) -> String {
    format!(
        "{} {}",
        format::weekday(day, ui.t.language),
        format::date(day)
    )
}
