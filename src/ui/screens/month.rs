//! Choosing a day from its month; days off are marked, and the day says how far away it is.

use chrono::{Datelike, Days, Months, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::calendar::WhySkipped;
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::canvas::{put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Screen, Topic, Ui};
use crate::ui::widgets::form::echo_day;

/// The cells of a day.
const CELL: u16 = 5;

/// A month in which a day is chosen.
pub struct Month {
    title: String,
    day: NaiveDate,
}

impl Month {
    /// Begins at the day that is there, else today.
    #[must_use]
    pub fn new(title: String, current: Option<NaiveDate>, today: NaiveDate) -> Self {
        Self {
            title,
            day: current.unwrap_or(today),
        }
    }

    fn first(&self) -> NaiveDate {
        self.day.with_day(1).unwrap_or(self.day)
    }

    fn last(&self) -> NaiveDate {
        let next = self.first().checked_add_months(Months::new(1));
        next.and_then(|day| day.pred_opt()).unwrap_or(self.day)
    }

    fn moved(&self, action: Action) -> Option<NaiveDate> {
        match action {
            Action::Left => self.day.pred_opt(),
            Action::Right => self.day.succ_opt(),
            Action::Up => self.day.checked_sub_days(Days::new(7)),
            Action::Down => self.day.checked_add_days(Days::new(7)),
            Action::PageUp => self.day.checked_sub_months(Months::new(1)),
            Action::PageDown => self.day.checked_add_months(Months::new(1)),
            Action::First => Some(self.first()),
            Action::Last => Some(self.last()),
            _ => None,
        }
    }

    /// The day in words, and why it is off.
    fn sentence(&self, ui: &Ui) -> String {
        let echo = echo_day(self.day, ui);
        let eve = self.day.pred_opt().unwrap_or(self.day);
        let skipped = ui.facts.calendar.skipped(eve, self.day);
        match skipped.into_iter().next().map(|skipped| skipped.why) {
            Some(WhySkipped::Weekend) => format!("{echo} · {}", ui.t.choice.weekend),
            Some(WhySkipped::Holiday(name) | WhySkipped::SwapOff(name)) => {
                format!("{echo} · {name}")
            }
            None => echo,
        }
    }
}

impl Month {
    /// The day alone, where the month has no room.
    fn draw_day(&self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        put(buffer, area, 0, 0, ">", ui.theme.focus);
        let room = usize::from(area.width.saturating_sub(2));
        for (y, line) in (0..area.height).zip(wrap(&self.sentence(ui), room)) {
            put(buffer, area, 2, y, &line, ui.theme.text);
        }
        (!area.is_empty()).then(|| area.as_position())
    }
}

impl Screen for Month {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, _: &Ui) -> String {
        self.title.clone()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Enter | Action::DoIt => return vec![Effect::Choose(Outcome::Day(self.day))],
            Action::Back | Action::Close => return vec![Effect::Close],
            Action::Erase => self.day = ui.facts.today,
            _ => match self.moved(action) {
                // Years of four digits: what is written everywhere.
                Some(day) if (1900..=9999).contains(&day.year()) => self.day = day,
                _ => return vec![Effect::Useless],
            },
        }
        Vec::new()
    }

    fn write(&mut self, letter: char, _: &Ui) -> Vec<Effect> {
        let moved = match letter {
            '+' => self.moved(Action::Right),
            '-' => self.moved(Action::Left),
            _ => None,
        };
        let Some(day) = moved else {
            return vec![Effect::Useless];
        };
        self.day = day;
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.choice;
        if area.width < 2 + 7 * CELL || area.height < 9 {
            return self.draw_day(area, buffer, ui);
        }
        let head = (t.month)(self.day.month(), self.day.year());
        put(buffer, area, 2, 0, &head, ui.theme.title);
        let grid = rows(area, 2, area.height);
        let first = self.first();
        let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
        let mut cursor = None;
        for (column, day) in (0u16..7).zip(monday.iter_days()) {
            let name = format::weekday(day, ui.t.language);
            put(
                buffer,
                grid,
                2 + column * CELL,
                0,
                &format!("{name:>3}"),
                ui.theme.text,
            );
        }
        for day in first.iter_days().take_while(|day| *day <= self.last()) {
            let column = u16::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
            let week = u16::try_from((day - monday).num_days() / 7).unwrap_or(0);
            let (x, y) = (2 + column * CELL, 1 + week);
            let off = if ui.facts.calendar.is_working(day) {
                " "
            } else {
                "-"
            };
            let number = format!(" {:>2}{off}", day.day());
            let style = if day == self.day {
                ui.theme.focus
            } else {
                ui.theme.text
            };
            put(buffer, grid, x, y, &number, style);
            if day == self.day {
                put(buffer, grid, x, y, ">", style);
                cursor = (x < grid.width && y < grid.height)
                    .then(|| Position::new(grid.x + x, grid.y + y));
            }
        }
        put(buffer, grid, 2, 8, &self.sentence(ui), ui.theme.text);
        put(buffer, grid, 2, 10, t.day_off, ui.theme.text);
        if !ui.facts.calendar.has_official(self.day.year()) {
            let warning = (ui.t.agencies.no_official)(self.day.year());
            let room = usize::from(grid.width.saturating_sub(4));
            for (y, line) in (12..grid.height).zip(wrap(&warning, room)) {
                put(buffer, grid, 2, y, &line, ui.theme.text);
            }
        }
        cursor
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.choice.month_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Choice
    }
}
