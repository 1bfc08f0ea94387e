//! A picture of the screen: one grid for what should stand there, one for what does.
//!
//! Only the backend enters. ratatui compares frames too, but throws away what did not change; the
//! cheapest way from change to change goes over those cells, so we keep them.

use ratatui::buffer::Cell;
use ratatui::layout::Size;

use super::env::Capabilities;
use super::glyphs::{printable, width};
use super::look::Look;

/// One cell as it is printed. Behind a wide letter stands an empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) look: Look,
}

impl Glyph {
    fn blank() -> Self {
        Self {
            text: " ".to_owned(),
            look: Look::default(),
        }
    }

    /// Whatever the terminal shows there: equal to nothing that is ever wanted.
    pub(super) fn unknown() -> Self {
        Self {
            text: "\0".to_owned(),
            look: Look::default(),
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text == " " && self.look == Look::default()
    }
}

/// The cells of a screen, row by row.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    pub(super) size: Size,
    cells: Vec<Glyph>,
}

impl Grid {
    pub(super) fn blank(size: Size) -> Self {
        Self {
            size,
            cells: vec![Glyph::blank(); usize::from(size.width) * usize::from(size.height)],
        }
    }

    /// A row, or nothing where there is none.
    pub(super) fn row(&self, y: u16) -> &[Glyph] {
        let start = usize::from(y) * usize::from(self.size.width);
        self.cells
            .get(start..start + usize::from(self.size.width))
            .unwrap_or_default()
    }

    pub(super) fn row_mut(&mut self, y: u16) -> &mut [Glyph] {
        let start = usize::from(y) * usize::from(self.size.width);
        self.cells
            .get_mut(start..start + usize::from(self.size.width))
            .unwrap_or_default()
    }

    /// Puts a cell of ratatui where it belongs, as this terminal can show it.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell, can: Capabilities) {
        let room = self.size.width.saturating_sub(x);
        let text = printable(cell.symbol(), room, can.glyphs);
        let look = Look::new(cell.fg, cell.bg, cell.modifier, can.colour);
        let look = if text == " " { look.of_blank() } else { look };
        let covered = usize::from(x) + 1..usize::from(x) + width(&text);
        let row = self.row_mut(y);
        uncover(row, usize::from(x));
        for behind in covered {
            uncover(row, behind);
            if let Some(place) = row.get_mut(behind) {
                *place = Glyph {
                    text: String::new(),
                    look,
                };
            }
        }
        if let Some(place) = row.get_mut(usize::from(x)) {
            *place = Glyph { text, look };
        }
    }

    /// Blanks the cells from one place to another in reading order.
    pub(super) fn erase(&mut self, cells: std::ops::Range<usize>) {
        let end = cells.end.min(self.cells.len());
        if let Some(erased) = self.cells.get_mut(cells.start.min(end)..end) {
            erased.fill(Glyph::blank());
        }
    }
}

/// Breaks up the wide letter of which this cell is a part, as a terminal does when one half is
/// printed over.
fn uncover(row: &mut [Glyph], place: usize) {
    let is_behind =
        |row: &[Glyph], at: usize| row.get(at).is_some_and(|glyph| glyph.text.is_empty());
    if !is_behind(row, place) && !is_behind(row, place + 1) {
        return;
    }
    let mut start = place;
    while start > 0 && is_behind(row, start) {
        start -= 1;
    }
    let mut end = start + 1;
    while is_behind(row, end) {
        end += 1;
    }
    if let Some(parts) = row.get_mut(start..end) {
        // What ratatui keeps under a wide letter, and does not send when the letter goes.
        parts.fill(Glyph::blank());
    }
}
