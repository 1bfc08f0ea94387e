//! One field of a form: its label, what may stand in it, and what was understood of it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Form, Heard, Wanted};
use crate::domain::typed_date::{self, Toward};
use crate::lang::format;
use crate::ui::screen::{Message, Ui};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::narrow::{Item, best};

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
    /// Digits that are typed first replace what is there, as on a numeric pad.
    pub is_number: bool,
    pub(super) field: Field,
    pub(super) is_set: bool,
    /// Entered and untouched: the first letter replaces a chosen value.
    pub(super) is_fresh: bool,
    pub(super) recalled: usize,
    /// A text in which a date may stand: F4 opens the month.
    has_month: bool,
}

impl Row {
    /// An empty field.
    #[must_use]
    pub fn new(name: &'static str, label: &str, kind: Kind) -> Self {
        let (limit, wide) = match kind {
            // What an annex may hold in a cell must come through a correction whole.
            Kind::Text | Kind::Suggest(_) => (32_767, None),
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
            is_number: false,
            field: Field::new(limit),
            is_set: false,
            is_fresh: false,
            recalled: 0,
            has_month: false,
        }
    }

    /// The same text, for which a day may be chosen with F4: a deadline as documents write it.
    #[must_use]
    pub fn or_day(mut self) -> Self {
        self.has_month = true;
        self
    }

    /// The same, and must not be empty.
    #[must_use]
    pub fn needed(mut self) -> Self {
        self.is_needed = true;
        self
    }

    /// The same, and what is typed first replaces what is there.
    #[must_use]
    pub fn number(mut self) -> Self {
        self.is_number = true;
        self
    }

    /// True where the next letter begins anew.
    pub(super) fn begins_anew(&self) -> bool {
        self.is_fresh && (self.is_number || matches!(self.kind, Kind::Choice(_)))
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

    /// True for the number of something that is not among what may be chosen.
    #[must_use]
    pub(super) fn is_gone(&self, value: &str) -> bool {
        let is_known = |items: &Arc<[Item]>| items.iter().any(|item| item.value == value);
        match &self.kind {
            Kind::Choice(items) => value.parse::<i64>().is_ok() && !is_known(items),
            Kind::Text | Kind::Suggest(_) | Kind::Date(_) | Kind::Percent | Kind::Flag => false,
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

    /// What is there, as a person reads it.
    #[must_use]
    pub fn shown(&self) -> String {
        self.field.text()
    }

    pub(super) fn day(&self, toward: Toward, ui: &Ui) -> Option<NaiveDate> {
        typed_date::read(
            &self.field.text(),
            toward,
            ui.facts.today,
            &ui.facts.calendar,
        )
    }

    /// What is wrong with it, in a sentence.
    pub(super) fn fault(&self, ui: &Ui) -> Option<String> {
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
    pub(super) fn settle(&mut self, ui: &Ui) {
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

pub(super) fn percent(text: &str) -> Option<u8> {
    let number: u8 = text.trim_end_matches('%').trim().parse().ok()?;
    (number <= 100).then_some(number)
}

impl Row {
    pub(super) fn wanted(&self, ui: &Ui) -> Heard {
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
            Kind::Text if self.has_month => Heard::Choose(Wanted::Day {
                title,
                current: self.day(Toward::Future, ui),
            }),
            Kind::Text | Kind::Percent | Kind::Flag => {
                Heard::Say(Message::plain(ui.t.form.nothing_to_choose))
            }
        }
    }

    pub(super) fn copy(&mut self, before: Option<&Form>, ui: &Ui) -> Heard {
        let value = before.map(|form| form.value(self.name)).unwrap_or_default();
        if value.is_empty() {
            return Heard::Say(Message::plain(ui.t.form.nothing_before));
        }
        self.set(&value);
        self.is_fresh = true;
        Heard::Done
    }

    /// Goes back through what was typed into fields of this name, and round again.
    pub(super) fn recall(&mut self, ui: &Ui) -> Heard {
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
