//! A picture of the screen: one grid for what does stand there, one for what should until it does.
//!
//! Only the painter enters. The cheapest way from change to change goes over cells that did not change, so we keep
//! them; a session holds one for as long as it rests, so a cell has no piece of memory of its own.

use compact_str::CompactString;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::env::Capabilities;
use super::glyphs::{printable, width};
use super::look::Look;

/// One cell as it is printed. Behind a wide letter stands an empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) text: CompactString,
    pub(super) look: Look,
}

impl Glyph {
    fn blank() -> Self {
        Self {
            text: CompactString::const_new(" "),
            look: Look::default(),
        }
    }

    /// Whatever the terminal shows there: equal to nothing that is ever wanted.
    pub(super) fn unknown() -> Self {
        Self {
            text: CompactString::const_new("\0"),
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

    /// A frame as this terminal can show it. What is covered by a wide letter is not looked at.
    pub(super) fn of(frame: &Buffer, can: Capabilities) -> Self {
        let size = frame.area.as_size();
        let mut cells = Vec::with_capacity(frame.content.len());
        for row in frame.content.chunks(usize::from(size.width).max(1)) {
            // So many cells are covered still, and how they look.
            let (mut covered, mut of_wide) = (0, Look::default());
            for (cell, room) in row.iter().zip((1..=size.width).rev()) {
                if covered > 0 {
                    covered -= 1;
                    let (text, look) = (CompactString::const_new(""), of_wide);
                    cells.push(Glyph { text, look });
                    continue;
                }
                let text = printable(cell.symbol(), room, can.glyphs);
                let look = Look::new(cell.fg, cell.bg, cell.modifier, can.colour);
                let look = if text == " " { look.of_blank() } else { look };
                (covered, of_wide) = (width(&text) - 1, look);
                cells.push(Glyph { text, look });
            }
        }
        Self { size, cells }
    }
}
