//! A form: labelled fields, one of which has the cursor.
//!
//! It edits and checks; what is done with the values is its screen's business. Keys that a form does
//! not know come back as [`Heard`], so that a screen of several forms can go from one to the next.

use std::sync::Arc;

use chrono::NaiveDate;

use super::field::Field;
use super::narrow::{Item, best};
use crate::domain::typed_date::{self, Toward};
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::screen::{Message, Outcome, Ui};

mod draw;

/// What may stand in a field.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Any text.
    Text,
    /// A text that is often one of these.
    Suggest(Arc<[Item]>),
    /// One of these.
    Choice(Arc<[Item]>),
    /// A day.
    Date(Toward),
    /// 0 to 100.
    Percent,
    /// Yes or no.
    Flag,
}

/// A field with its label.
#[derive(Debug, Clone)]
pub struct Row {
    /// A stable name, for the program.
    pub name: &'static str,
    /// What stands before it.
    pub label: String,
    /// What may stand in it.
    pub kind: Kind,
    /// Must not be empty.
    pub is_needed: bool,
    /// How many cells its box takes; none for the rest of the line.
    pub wide: Option<u16>,
    /// Something to say behind it while it has the cursor.
    pub echo: String,
    field: Field,
    is_set: bool,
    /// Entered and untouched: the first letter replaces a chosen value.
    is_fresh: bool,
    recalled: usize,
}

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

impl Row {
    /// An empty field.
    #[must_use]
    pub fn new(name: &'static str, label: &str, kind: Kind) -> Self {
        let (limit, wide) = match kind {
            Kind::Text | Kind::Suggest(_) => (1000, None),
            Kind::Choice(_) => (200, None),
            Kind::Date(_) => (20, Some(14)),
            Kind::Percent => (4, Some(7)),
            Kind::Flag => (1, Some(3)),
        };
        Self {
            name,
            label: label.to_owned(),
            kind,
            is_needed: false,
            wide,
            echo: String::new(),
            field: Field::new(limit),
            is_set: false,
            is_fresh: false,
            recalled: 0,
        }
    }

    /// The same, and must not be empty.
    #[must_use]
    pub fn needed(mut self) -> Self {
        self.is_needed = true;
        self
    }

    /// The same, with a box of so many cells.
    #[must_use]
    pub fn wide(mut self, cells: u16) -> Self {
        self.wide = Some(cells);
        self
    }

    /// The same, with this in it: a text, a value of the list, `1` for a flag that is set.
    #[must_use]
    pub fn with(mut self, value: &str) -> Self {
        self.set(value);
        self
    }

    /// Puts a value there.
    pub fn set(&mut self, value: &str) {
        match &self.kind {
            Kind::Flag => self.is_set = value == "1",
            Kind::Choice(items) => {
                let chosen = items.iter().find(|item| item.value == value);
                self.field.set(chosen.map_or(value, |item| &item.text));
            }
            Kind::Text | Kind::Suggest(_) | Kind::Date(_) | Kind::Percent => self.field.set(value),
        }
    }

    /// What is there, in the form that [`Row::set`] takes; a choice that fits nothing as typed.
    #[must_use]
    pub fn value(&self) -> String {
        match &self.kind {
            Kind::Flag => (if self.is_set { "1" } else { "" }).to_owned(),
            Kind::Choice(items) if !self.field.is_empty() => {
                let typed = self.field.text();
                let exact = items.iter().find(|item| item.text == typed);
                let chosen = exact.or_else(|| best(items, &typed));
                chosen.map_or(typed, |item| item.value.clone())
            }
            _ => self.field.text(),
        }
    }

    fn day(&self, toward: Toward, ui: &Ui) -> Option<NaiveDate> {
        typed_date::read(
            &self.field.text(),
            toward,
            ui.facts.today,
            &ui.facts.calendar,
        )
    }

    /// What is wrong with it, in a sentence.
    fn fault(&self, ui: &Ui) -> Option<String> {
        let typed = self.field.text();
        let words = &ui.t.form;
        if typed.is_empty() {
            return (self.is_needed && !matches!(self.kind, Kind::Flag))
                .then(|| (words.missing)(&self.label));
        }
        match &self.kind {
            Kind::Date(toward) if self.day(*toward, ui).is_none() => Some((words.bad_date)(&typed)),
            Kind::Percent if percent(&typed).is_none() => Some((words.bad_percent)(&typed)),
            Kind::Choice(items) if best(items, &typed).is_none() => {
                Some((words.no_choice)(&self.label, &typed))
            }
            _ => None,
        }
    }

    /// Shows what was understood once the cursor leaves it.
    fn settle(&mut self, ui: &Ui) {
        match &self.kind {
            Kind::Date(toward) => {
                if let Some(day) = self.day(*toward, ui) {
                    self.field.set(&format::date(day));
                }
            }
            Kind::Choice(items) if !self.field.is_empty() => {
                let typed = self.field.text();
                let is_exact = items.iter().any(|item| item.text == typed);
                if let (false, Some(item)) = (is_exact, best(items, &typed)) {
                    let text = item.text.clone();
                    self.field.set(&text);
                }
            }
            _ => {}
        }
        self.recalled = 0;
    }
}

fn percent(text: &str) -> Option<u8> {
    let number: u8 = text.trim_end_matches('%').trim().parse().ok()?;
    (number <= 100).then_some(number)
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
        if row.is_fresh && matches!(row.kind, Kind::Choice(_)) {
            row.field.set("");
        }
        row.is_fresh = false;
        if row.field.insert(letter) || letter == ' ' {
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
            Action::Left => drop(row.field.left()),
            Action::Right => drop(row.field.right()),
            Action::First => row.field.home(),
            Action::Last => row.field.end(),
            Action::Erase if row.is_fresh && matches!(row.kind, Kind::Choice(_)) => {
                row.field.set("");
            }
            Action::Erase => drop(row.field.erase()),
            Action::Delete => drop(row.field.delete()),
            Action::EraseAll => row.field.erase_all(),
            Action::Choose => return row.wanted(ui),
            Action::CopyBefore => return row.copy(before, ui),
            Action::Recall => return row.recall(ui),
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

impl Row {
    fn wanted(&self, ui: &Ui) -> Heard {
        let title = self.label.clone();
        match &self.kind {
            Kind::Choice(items) | Kind::Suggest(items) => Heard::Choose(Wanted::Item {
                title,
                items: Arc::clone(items),
                current: (!self.field.is_empty()).then(|| self.value()),
            }),
            Kind::Date(toward) => Heard::Choose(Wanted::Day {
                title,
                current: self.day(*toward, ui),
            }),
            Kind::Text | Kind::Percent | Kind::Flag => {
                Heard::Say(Message::plain(ui.t.form.nothing_to_choose))
            }
        }
    }

    fn copy(&mut self, before: Option<&Form>, ui: &Ui) -> Heard {
        let value = before.map(|form| form.value(self.name)).unwrap_or_default();
        if value.is_empty() {
            return Heard::Say(Message::plain(ui.t.form.nothing_before));
        }
        self.set(&value);
        self.is_fresh = true;
        Heard::Done
    }

    /// Goes back through what was typed into fields of this name, and round again.
    fn recall(&mut self, ui: &Ui) -> Heard {
        let typed: Vec<&str> = ui.memory.typed(self.name).collect();
        if typed.is_empty() {
            return Heard::Say(Message::plain(ui.t.form.nothing_typed));
        }
        if let Some(text) = typed.get(self.recalled % typed.len()) {
            self.set(text);
        }
        self.recalled += 1;
        Heard::Done
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
