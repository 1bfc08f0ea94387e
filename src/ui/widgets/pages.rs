//! Lines to read, a page at a time: pages turn, they do not crawl (a scrolled line is sent again).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::ui::action::Action;
use crate::ui::canvas::{put, wrap};

/// A line, in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What stands there.
    pub text: String,
    /// How.
    pub style: Style,
}

/// Lines in the making.
#[derive(Debug, Default)]
pub struct Lines(pub Vec<Line>);

impl Lines {
    /// One line as it is.
    pub fn push(&mut self, text: impl Into<String>, style: Style) {
        self.0.push(Line {
            text: text.into(),
            style,
        });
    }

    /// A text behind a label, broken into lines of that width that stand under one another.
    pub fn labelled(&mut self, label: &str, text: &str, indent: usize, wide: usize, style: Style) {
        let room = wide.saturating_sub(indent).max(8);
        for (place, piece) in wrap(text, room).into_iter().enumerate() {
            let head = if place == 0 { label } else { "" };
            self.push(
                format!("{}{piece}", crate::ui::canvas::pad(head, indent)),
                style,
            );
        }
    }
}

/// Where one reads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pages {
    top: usize,
    height: usize,
}

impl Pages {
    /// Moves; false where the action does not move.
    pub fn act(&mut self, action: Action, total: usize) -> bool {
        let last = total.saturating_sub(self.height.max(1));
        // One line of the page before stays, so that the eye finds the place.
        let page = self.height.saturating_sub(1).max(1);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown => self.top + page,
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }

    /// True where the last line shows.
    #[must_use]
    pub fn is_at_end(&self, total: usize) -> bool {
        self.top + self.height >= total
    }

    /// The first and last line that show, counted from 1, for "dòng 1-18/40".
    #[must_use]
    pub fn span(&self, total: usize) -> (usize, usize) {
        (
            (self.top + 1).min(total),
            (self.top + self.height).min(total),
        )
    }

    /// Moves so that this line shows.
    pub fn reveal(&mut self, line: usize) {
        let height = self.height.max(1);
        if line < self.top || line >= self.top + height {
            self.top = line;
        }
    }

    /// The first line that shows.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// Draws the page that fits into the area.
    pub fn draw(&mut self, lines: &[Line], area: Rect, buffer: &mut Buffer) {
        self.height = usize::from(area.height);
        self.top = self.top.min(lines.len().saturating_sub(self.height.max(1)));
        for (y, line) in (0..area.height).zip(lines.iter().skip(self.top)) {
            put(buffer, area, 0, y, &line.text, line.style);
        }
    }
}
