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

/// Lines, each in one style. A log has thousands: they are one text.
#[derive(Debug, Default)]
pub struct Lines {
    text: String,
    /// Where each ends, and which style it has.
    ends: Vec<(usize, usize)>,
    styles: Vec<Style>,
}

impl Lines {
    /// One line as it is.
    pub fn push(&mut self, text: impl AsRef<str>, style: Style) {
        let known = self.styles.iter().position(|it| *it == style);
        let place = known.unwrap_or(self.styles.len());
        if known.is_none() {
            self.styles.push(style);
        }
        self.text.push_str(text.as_ref());
        self.ends.push((self.text.len(), place));
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// There is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A line by its place.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<(&str, Style)> {
        let (end, style) = *self.ends.get(place)?;
        let before = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let begin = before.map_or(0, |(end, _)| *end);
        Some((self.text.get(begin..end)?, *self.styles.get(style)?))
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
    pub fn draw(&mut self, lines: &Lines, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.height = usize::from(area.height);
        self.top = self.top.min(lines.len().saturating_sub(self.height.max(1)));
        let shown = (self.top..).map_while(|place| lines.get(place));
        for (y, (text, style)) in (0..area.height).zip(shown) {
            put(buffer, area, 0, y, text, style);
        }
        let at = self.unread.saturating_sub(self.top);
        let at = at.min(self.height.saturating_sub(1));
        let indent = lines.get(self.top + at).map_or(0, |(text, _)| {
            text.chars().take_while(|letter| *letter == ' ').count()
        });
        let x = u16::try_from(indent).unwrap_or(0);
        let y = u16::try_from(at).unwrap_or(0);
        (!area.is_empty()).then(|| Position::new(area.x + x.min(area.width - 1), area.y + y))
    }
}
