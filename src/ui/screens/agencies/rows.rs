//! Rows that letters narrow: what lists that are held whole have in common.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::fold::fold;
use crate::ui::action::Action;
use crate::ui::canvas::{fit, put, rows};
use crate::ui::screen::Ui;
use crate::ui::widgets::field::Field;

/// Where one is in a list, and what was typed to narrow it.
pub struct Rows {
    typed: Field,
    at: usize,
    first: usize,
    height: usize,
}

impl Default for Rows {
    fn default() -> Self {
        Self {
            typed: Field::new(60),
            at: 0,
            first: 0,
            height: 1,
        }
    }
}

impl Rows {
    /// The row under the cursor.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What was typed to narrow the list.
    pub fn typed(&self) -> String {
        self.typed.text()
    }

    /// Goes to a row.
    pub fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// True for a row whose words begin like what was typed, in order, whatever the accents.
    pub fn shows(&self, text: &str) -> bool {
        let typed = fold(&self.typed.text());
        if typed.is_empty() {
            return true;
        }
        let folded = fold(text);
        let mut words = folded.split(' ');
        typed
            .split(' ')
            .all(|part| words.any(|word| word.starts_with(part)))
    }

    /// A letter that narrows the list.
    pub fn write(&mut self, letter: char, ui: &Ui) {
        if self.typed.write(letter, ui.composing) {
            self.at = 0;
        }
    }

    /// Moves or narrows; false where the action does neither.
    pub fn act(&mut self, action: Action, total: usize) -> bool {
        let last = total.saturating_sub(1);
        let page = self.height.saturating_sub(1).max(1);
        self.at = match action {
            Action::Up | Action::PreviousPane => self.at.saturating_sub(1),
            Action::Down | Action::NextPane => self.at + 1,
            Action::PageUp => self.at.saturating_sub(page),
            Action::PageDown => self.at + page,
            Action::First => 0,
            Action::Last => last,
            Action::Erase if self.typed.erase() => 0,
            _ => return false,
        }
        .min(last);
        true
    }

    /// Draws the heading, or what was typed, and the page of rows with the cursor.
    pub fn draw(
        &mut self,
        heading: &str,
        lines: &[String],
        none: &str,
        area: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let wide = usize::from(area.width.saturating_sub(2));
        let top = u16::from(area.height > 2);
        if top > 0 {
            let typed = self.typed.text();
            let head = if typed.is_empty() {
                heading.to_owned()
            } else {
                format!("{} {typed}", ui.t.choice.narrow)
            };
            put(buffer, area, 2, 0, &fit(&head, wide), ui.theme.heading);
        }
        let list = rows(area, top, area.height);
        self.height = usize::from(list.height).max(1);
        self.at = self.at.min(lines.len().saturating_sub(1));
        if lines.is_empty() {
            put(buffer, list, 0, 0, ">", ui.theme.focus);
            put(buffer, list, 2, 0, &fit(none, wide), ui.theme.text);
            return (!list.is_empty()).then(|| list.as_position());
        }
        if self.at < self.first || self.at >= self.first + self.height {
            // Whole pages: a list that scrolls by lines is sent again with every key.
            self.first = self.at - self.at % self.height;
        }
        let mut cursor = None;
        let shown = lines.iter().enumerate().skip(self.first);
        for (y, (place, line)) in (0..list.height).zip(shown) {
            put(buffer, list, 2, y, &fit(line, wide), ui.theme.text);
            if place == self.at {
                put(buffer, list, 0, y, ">", ui.theme.focus);
                cursor = Some(Position::new(list.x, list.y + y));
            }
        }
        cursor.filter(|_| !list.is_empty())
    }
}

/// A row of a left column, a name that takes what is left, and right columns; those that do not fit give
/// way from the right.
pub fn row(left: (&str, usize), name: &str, right: &[(&str, usize)], wide: usize) -> String {
    use crate::ui::canvas::{pad, pad_left};
    let (code, code_wide) = left;
    let code_wide = code_wide.min(wide / 3);
    let mut room = wide.saturating_sub(code_wide + 1);
    let mut shown: Vec<String> = Vec::new();
    for (text, cells) in right {
        // A name needs so much to be known.
        if room < cells + 25 {
            break;
        }
        room -= cells + 1;
        shown.push(pad_left(&fit(text, *cells), *cells));
    }
    let mut line = format!(
        "{} {}",
        pad(&fit(code, code_wide), code_wide),
        pad(&fit(name, room), room)
    );
    for cell in shown {
        line.push(' ');
        line.push_str(&cell);
    }
    line.trim_end().to_owned()
}
