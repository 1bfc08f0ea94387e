//! Choosing a day from its month, by arrows or by typing a date; the day says how far away it is.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::action::Action;
use crate::ui::canvas::{put, rows, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Screen, Topic, Ui};
use crate::ui::widgets::month::{HIGH, Heard, Month, WIDE, sentence};

/// A month in which a day is chosen; ends with [`Outcome::Day`].
pub struct DayChoice {
    title: String,
    month: Month,
}

impl DayChoice {
    /// Begins at the day that is there, else today.
    #[must_use]
    pub fn new(title: String, current: Option<NaiveDate>, today: NaiveDate) -> Self {
        Self {
            title,
            month: Month::new(current.unwrap_or(today)),
        }
    }

    /// The day alone, where the month has no room.
    fn draw_day(&self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if self.month.is_typing() {
            return self.month.draw_typed(area, buffer, ui);
        }
        put(buffer, area, 0, 0, ">", ui.theme.focus);
        let room = usize::from(area.width.saturating_sub(2));
        for (y, line) in (0..area.height).zip(wrap(&sentence(self.month.day(), ui), room)) {
            put(buffer, area, 2, y, &line, ui.theme.text);
        }
        (!area.is_empty()).then(|| area.as_position())
    }
}

/// What a month made of a key, as effects.
pub fn effects(heard: Heard) -> Vec<Effect> {
    match heard {
        Heard::Done => Vec::new(),
        Heard::Say(message) => vec![Effect::Say(message)],
        Heard::Unknown => vec![Effect::Useless],
    }
}

impl Screen for DayChoice {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, _: &Ui) -> String {
        self.title.clone()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            _ if self.month.is_typing() => effects(self.month.act(action, ui)),
            Action::Enter | Action::DoIt => {
                vec![Effect::Choose(Outcome::Day(self.month.day()))]
            }
            Action::Back | Action::Close => vec![Effect::Close],
            _ => effects(self.month.act(action, ui)),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        effects(self.month.write(letter, ui))
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if area.width < WIDE || area.height < HIGH + 1 {
            return self.draw_day(area, buffer, ui);
        }
        let day = self.month.day();
        let cursor = self.month.draw(area, buffer, "", &|_| None, ui);
        let room = usize::from(area.width.saturating_sub(4));
        let mut texts = vec![sentence(day, ui), ui.t.choice.day_off.to_owned()];
        if !ui.facts.calendar.has_official(day.year()) {
            texts.push((ui.t.agencies.no_official)(day.year()));
        }
        let gap = u16::from(area.height > HIGH + 4);
        let below = rows(area, HIGH + gap, area.height);
        let mut y = 0;
        for text in &texts {
            for line in wrap(text, room) {
                put(buffer, below, 2, y, &line, ui.theme.text);
                y += 1;
            }
            y += gap;
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
