//! Lines to read, a page at a time: pages turn, they do not crawl (a scrolled line is sent again).

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::ui::action::Action;
use crate::ui::canvas::{put, wrap};

/// A text beside its label has at least so many cells.
const BESIDE: usize = 20;
/// So far to the right a text stands below its label.
const NARROW: usize = 3;

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
        // In a narrow window the text stands below its label instead of beside it.
        let (label, indent) = if wide < indent + BESIDE && indent > NARROW {
            if !label.trim().is_empty() {
                self.push(label.trim_end(), style);
            }
            ("", NARROW)
        } else {
            (label, indent)
        };
        let room = wide.saturating_sub(indent).max(1);
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
    /// The first line that the last page did not show: where the eye, and the cursor, go on.
    unread: usize,
}

impl Pages {
    /// Moves; false where the action does not move.
    pub fn act(&mut self, action: Action, total: usize) -> bool {
        let last = total.saturating_sub(self.height.max(1));
        // One line of the page before stays, so that the eye finds the place.
        let page = self.height.saturating_sub(1).max(1);
        let seen = self.top + self.height;
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
        self.unread = match action {
            Action::Down | Action::PageDown => seen.min(total.saturating_sub(1)),
            _ => self.top,
        };
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
        self.unread = line;
    }

    /// The first line that shows.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// Draws the page that fits into the area; returns where one reads on.
    pub fn draw(&mut self, lines: &[Line], area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.height = usize::from(area.height);
        self.top = self.top.min(lines.len().saturating_sub(self.height.max(1)));
        for (y, line) in (0..area.height).zip(lines.iter().skip(self.top)) {
            put(buffer, area, 0, y, &line.text, line.style);
        }
        let at = self.unread.saturating_sub(self.top);
        let at = at.min(self.height.saturating_sub(1));
        let indent = lines.get(self.top + at).map_or(0, |line| {
            line.text
                .chars()
                .take_while(|letter| *letter == ' ')
                .count()
        });
        let x = u16::try_from(indent).unwrap_or(0);
        let y = u16::try_from(at).unwrap_or(0);
        (!area.is_empty()).then(|| Position::new(area.x + x.min(area.width - 1), area.y + y))
    }
}
