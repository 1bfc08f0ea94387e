//! The first start, where there is no database: the sample, a file, or empty.
//!
//! Nothing is made here: the program ends with [`Outcome::Start`], and whoever began it does the rest.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::action::Action;
use crate::ui::canvas::{columns, put, rows, width, wrap};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Screen, StartChoice, Topic, Ui};
use crate::ui::widgets::field::Field;

/// The first start.
#[derive(Default)]
pub struct Start {
    at: usize,
    /// The path under edit.
    path: Option<Field>,
    /// Why the path that was given is none; said when the screen opens again.
    complaint: Option<String>,
}

impl Start {
    /// The screen as it was left, because the file that was named cannot be imported.
    pub fn again(path: &str, complaint: String) -> Self {
        let mut field = Field::new(4096);
        field.set(path);
        Self {
            at: 1,
            path: Some(field),
            complaint: Some(complaint),
        }
    }

    fn choose(&mut self) -> Vec<Effect> {
        let choice = match self.at {
            0 => StartChoice::Sample,
            1 => {
                self.path = Some(Field::new(4096));
                return Vec::new();
            }
            _ => StartChoice::Empty,
        };
        vec![Effect::Choose(Outcome::Start(choice))]
    }

    fn on_path(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let Some(field) = &mut self.path else {
            return Vec::new();
        };
        match action {
            Action::Back => self.path = None,
            Action::Close => return vec![Effect::Close],
            Action::Enter | Action::DoIt => {
                // A path is kept as it was typed: blanks within it count.
                let path = field.raw().trim().to_owned();
                if path.is_empty() {
                    return vec![Effect::Say(Message::refusal(ui.t.start.needs_file))];
                }
                return vec![Effect::Choose(Outcome::Start(StartChoice::Import(path)))];
            }
            _ if field.hear(action) => {}
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }
}

impl Start {
    /// The path, where one is being typed.
    fn draw_path(&mut self, line: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let field = self.path.as_mut()?;
        let label = format!("  {} ", ui.t.start.file);
        let x = u16::try_from(width(&label)).unwrap_or(0);
        // In narrow windows the field is worth more than its name.
        let x = if line.width < x + 12 { 0 } else { x };
        if x > 0 {
            put(buffer, line, 0, 0, &label, ui.theme.heading);
        }
        let line = columns(line, x, line.width.saturating_sub(x + u16::from(x > 0)));
        field.draw(line, buffer, ui.theme.text, ui.theme.rule)
    }

    /// The ways alone, or the path alone, where the sentences have no room.
    fn draw_low(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if self.path.is_some() {
            return self.draw_path(rows(area, 0, 1), buffer, ui);
        }
        let high = usize::from(area.height);
        let first = (self.at + 1).saturating_sub(high);
        let mut cursor = None;
        let ways = ui.t.start.ways.iter().enumerate().skip(first);
        for (y, (place, (name, _))) in (0..area.height).zip(ways) {
            let is_here = place == self.at;
            let (mark, style) = if is_here {
                (">", ui.theme.focus)
            } else {
                (" ", ui.theme.key)
            };
            put(buffer, area, 0, y, mark, ui.theme.text);
            put(buffer, area, 1, y, &(place + 1).to_string(), style);
            put(buffer, area, 3, y, name, ui.theme.text);
            if is_here {
                cursor = Some(Position::new(area.x + 1, area.y + y));
            }
        }
        cursor
    }
}

impl Screen for Start {
    fn context(&self) -> Context {
        if self.path.is_some() {
            Context::Line
        } else {
            Context::Start
        }
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.start.title.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        let complaint = self.complaint.take().map(Message::refusal);
        complaint.map(Effect::Say).into_iter().collect()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        if self.path.is_some() {
            return self.on_path(action, ui);
        }
        match action {
            Action::Close | Action::Back => return vec![Effect::Close],
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(2),
            Action::First => self.at = 0,
            Action::Last => self.at = 2,
            Action::Digit(digit @ 1..=3) => {
                self.at = usize::from(digit) - 1;
                return self.choose();
            }
            Action::Enter => return self.choose(),
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        if let Some(field) = &mut self.path {
            field.write(letter, ui.composing);
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let t = &ui.t.start;
        let room = usize::from(area.width).saturating_sub(7).max(1);
        let wanted = t
            .ways
            .iter()
            .map(|(_, meaning)| 2 + wrap(meaning, room).len());
        if usize::from(area.height) < 4 + wanted.sum::<usize>() {
            return self.draw_low(area, buffer, ui);
        }
        put(buffer, area, 2, 1, t.opening, ui.theme.title);
        let mut cursor = None;
        let mut y = 3;
        for (place, (name, meaning)) in t.ways.iter().enumerate() {
            let is_here = place == self.at && self.path.is_none();
            let style = if is_here {
                ui.theme.focus
            } else {
                ui.theme.key
            };
            put(
                buffer,
                area,
                1,
                y,
                if is_here { ">" } else { " " },
                ui.theme.text,
            );
            put(buffer, area, 2, y, &(place + 1).to_string(), style);
            put(buffer, area, 5, y, name, ui.theme.text);
            if is_here && y < area.height && area.width > 2 {
                cursor = Some(Position::new(area.x + 2, area.y + y));
            }
            y += 1;
            for piece in wrap(meaning, room) {
                put(buffer, area, 5, y, &piece, ui.theme.text);
                y += 1;
            }
            y += 1;
        }
        self.draw_path(rows(area, y, 1), buffer, ui).or(cursor)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        let t = &ui.t.start;
        Some(
            if self.path.is_some() {
                t.file_hint
            } else {
                t.hint
            }
            .to_owned(),
        )
    }

    fn topic(&self) -> Topic {
        Topic::Start
    }
}
