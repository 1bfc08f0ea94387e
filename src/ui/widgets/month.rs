//! A month with its days: where one is in it, a date that is typed, and how it is drawn.
//!
//! The choice of a day and the calendar are the same month; the calendar adds to each day what falls due.

use chrono::{Datelike, Days, Months, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::field::Field;
use super::form::echo_day;
use crate::domain::agenda::month_of;
use crate::domain::calendar::{Calendar, DayKind};
use crate::domain::typed_date::{self, Toward};
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{put, rows, width};
use crate::ui::screen::{Message, Ui};

/// The cells of a day without anything beside its number: marker, two digits, two signs.
pub const CELL: u16 = 5;

/// The cells left of the first day.
const LEFT: u16 = 2;

/// The narrowest window in which a month is drawn.
pub const WIDE: u16 = LEFT + 7 * CELL;

/// The lines of a month: its name, the weekdays, six weeks.
pub const HIGH: u16 = 8;

/// What stands beside the number of a day, and how.
pub type Note = (String, Style);

/// What became of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Another day, or another letter of a date.
    Done,
    /// A date that is none.
    Say(Message),
    /// It is not for a month.
    Unknown,
}

/// Where one is in the months.
#[derive(Debug, Clone)]
pub struct Month {
    day: NaiveDate,
    typed: Field,
}

impl Month {
    /// At a day.
    #[must_use]
    pub fn new(day: NaiveDate) -> Self {
        Self {
            day,
            typed: Field::new(20),
        }
    }

    /// The day that is selected.
    #[must_use]
    pub const fn day(&self) -> NaiveDate {
        self.day
    }

    /// True while a date is being typed.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        !self.typed.is_empty()
    }

    /// A key: arrows move, Enter goes to the date that was typed, Backspace to today.
    pub fn act(&mut self, action: Action, ui: &Ui) -> Heard {
        if self.is_typing() {
            return self.act_typing(action, ui);
        }
        let (first, last) = month_of(self.day);
        let there = match action {
            Action::Left => self.day.pred_opt(),
            Action::Right => self.day.succ_opt(),
            Action::Up => self.day.checked_sub_days(Days::new(7)),
            Action::Down => self.day.checked_add_days(Days::new(7)),
            Action::PageUp => self.day.checked_sub_months(Months::new(1)),
            Action::PageDown => self.day.checked_add_months(Months::new(1)),
            Action::First => Some(first),
            Action::Last => Some(last),
            Action::Erase => Some(ui.facts.today),
            _ => None,
        };
        self.go_to(there)
    }

    fn act_typing(&mut self, action: Action, ui: &Ui) -> Heard {
        match action {
            Action::Enter | Action::DoIt => {
                let Some(day) = self.read(ui) else {
                    let sentence = (ui.t.form.bad_date)(&self.typed.text());
                    return Heard::Say(Message::refusal(sentence));
                };
                self.typed.set("");
                self.go_to(Some(day))
            }
            Action::Back | Action::Close | Action::EraseAll => {
                self.typed.set("");
                Heard::Done
            }
            _ if self.typed.hear(action) => Heard::Done,
            _ => Heard::Unknown,
        }
    }

    /// A letter: a sign moves by a day, all else is a date that is typed.
    pub fn write(&mut self, letter: char, ui: &Ui) -> Heard {
        match letter {
            '+' if !self.is_typing() => self.go_to(self.day.succ_opt()),
            '-' if !self.is_typing() => self.go_to(self.day.pred_opt()),
            _ if letter.is_alphanumeric() || self.is_typing() => {
                self.typed.write(letter, ui.composing);
                Heard::Done
            }
            _ => Heard::Unknown,
        }
    }

    fn go_to(&mut self, day: Option<NaiveDate>) -> Heard {
        // Years of four digits: what is written everywhere.
        match day.filter(|day| (1900..=9999).contains(&day.year())) {
            Some(day) => {
                self.day = day;
                Heard::Done
            }
            None => Heard::Unknown,
        }
    }

    /// The date that is typed; a day alone is one of the month that shows.
    fn read(&self, ui: &Ui) -> Option<NaiveDate> {
        let typed = self.typed.text();
        let is_day = typed.len() <= 2 && typed.bytes().all(|byte| byte.is_ascii_digit());
        if is_day {
            return self.day.with_day(typed.parse().ok()?);
        }
        let facts = ui.facts;
        typed_date::read(&typed, Toward::Future, facts.today, &facts.calendar)
    }

    /// Draws the month of the selected day; `head` stands beside its name, a note beside each day where
    /// all of them have room. Returns where the focus is.
    pub fn draw(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        head: &str,
        notes: &dyn Fn(NaiveDate) -> Option<Note>,
        ui: &Ui,
    ) -> Option<Position> {
        let typing = self.draw_head(rows(area, 0, 1), buffer, head, ui);
        let grid = rows(area, 1, area.height);
        let (first, last) = month_of(self.day);
        let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
        let days = || first.iter_days().take_while(|day| *day <= last);
        let cell = cell_for(grid.width, days().filter_map(notes).map(|note| note.0));
        for (column, day) in (0u16..7).zip(monday.iter_days()) {
            let name = format::weekday(day, ui.t.language);
            let name = format!("{name:>3}");
            put(buffer, grid, LEFT + column * cell, 0, &name, ui.theme.text);
        }
        let mut cursor = None;
        for day in days() {
            let column = u16::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
            let week = u16::try_from((day - monday).num_days() / 7).unwrap_or(0);
            let (x, y) = (LEFT + column * cell, 1 + week);
            let is_here = day == self.day;
            let (marker, style) = if is_here {
                (">", ui.theme.focus)
            } else {
                (" ", ui.theme.text)
            };
            let today = if day == ui.facts.today { "*" } else { " " };
            let sign = sign(&ui.facts.calendar, day);
            let number = format!("{marker}{:>2}{sign}{today}", day.day());
            put(buffer, grid, x, y, number.trim_end(), style);
            if let Some((text, style)) = notes(day).filter(|_| cell > CELL) {
                put(buffer, grid, x + CELL, y, &text, style);
            }
            if is_here && x < grid.width && y < grid.height {
                cursor = Some(Position::new(grid.x + x, grid.y + y));
            }
        }
        typing.or(cursor)
    }

    /// The name of the month and what is said of it; while a date is typed, that date.
    fn draw_head(&self, line: Rect, buffer: &mut Buffer, head: &str, ui: &Ui) -> Option<Position> {
        if !self.is_typing() {
            let name = (ui.t.choice.month)(self.day.month(), self.day.year());
            let both = format!("{name}{head}");
            let room = usize::from(line.width.saturating_sub(LEFT));
            let shown = if width(&both) > room { &name } else { &both };
            put(buffer, line, LEFT, 0, shown, ui.theme.title);
            return None;
        }
        self.draw_typed(line, buffer, ui)
    }

    /// The date that is typed and how it is read; the cursor stands behind its letters.
    pub fn draw_typed(&self, line: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let typed = format!("{} {}", ui.t.calendar.go_to, self.typed.raw());
        put(buffer, line, LEFT, 0, &typed, ui.theme.text);
        let end = LEFT + u16::try_from(width(&typed)).unwrap_or(0);
        if let Some(day) = self.read(ui) {
            let read = (ui.t.form.read_as)(&echo_day(day, ui));
            if usize::from(line.width) > usize::from(end) + 3 + width(&read) {
                put(buffer, line, end + 3, 0, &read, ui.theme.text);
            }
        }
        let at = end.min(line.width.saturating_sub(1));
        (!line.is_empty()).then(|| Position::new(line.x + at, line.y))
    }
}

/// The cells of a day: wide enough for every note, or for none.
fn cell_for(wide: u16, notes: impl Iterator<Item = String>) -> u16 {
    let widest = notes.map(|note| width(&note)).max().unwrap_or(0);
    let room = (wide.saturating_sub(LEFT) / 7).min(11);
    if widest > 0 && usize::from(CELL) + widest < usize::from(room) {
        room
    } else {
        CELL
    }
}

/// What kind of day it is: off, off as projected, made up.
fn sign(calendar: &Calendar, day: NaiveDate) -> &'static str {
    match calendar.day_off(day) {
        Some(row) if row.kind == DayKind::SwapWork => "+",
        Some(row) if row.projected => "?",
        Some(_) => "-",
        None if calendar.is_working(day) => " ",
        None => "-",
    }
}

/// The day in words, and why it is off or worked.
#[must_use]
pub fn sentence(day: NaiveDate, ui: &Ui) -> String {
    let echo = echo_day(day, ui);
    match why(day, ui) {
        Some(why) => format!("{echo} · {why}"),
        None => echo,
    }
}

/// Why a day is not what its weekday says, or that it is a weekend; none for a plain working day.
#[must_use]
pub fn why(day: NaiveDate, ui: &Ui) -> Option<String> {
    let calendar = &ui.facts.calendar;
    match calendar.day_off(day) {
        Some(row) => Some((ui.t.calendar.special)(row)),
        None if calendar.is_working(day) => None,
        None => Some(ui.t.choice.weekend.to_owned()),
    }
}
