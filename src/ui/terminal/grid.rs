//! A picture of the screen: one grid for what should stand there, one for what does.
//!
//! Only the painter enters. The cheapest way from change to change goes over cells that did not change, so we keep
//! them; a session holds two grids for as long as it rests, so a cell has no piece of memory of its own.

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

    /// Takes a frame over, as this terminal can show it. What is covered by a wide letter is not looked at.
    pub(super) fn take(&mut self, frame: &Buffer, can: Capabilities) {
        let columns = usize::from(self.size.width).max(1);
        let drawn = frame.content.chunks(columns);
        for (row, drawn) in self.cells.chunks_mut(columns).zip(drawn) {
            let mut covered: Option<(usize, Look)> = None;
            let rooms = (1..=self.size.width).rev();
            for ((place, cell), room) in row.iter_mut().zip(drawn).zip(rooms) {
                if let Some((cells, look)) = covered {
                    let text = CompactString::const_new("");
                    *place = Glyph { text, look };
                    covered = Some((cells - 1, look)).filter(|(cells, _)| *cells > 0);
                    continue;
                }
                let text = printable(cell.symbol(), room, can.glyphs);
                let look = Look::new(cell.fg, cell.bg, cell.modifier, can.colour);
                let look = if text == " " { look.of_blank() } else { look };
                covered = Some((width(&text) - 1, look)).filter(|(cells, _)| *cells > 0);
                *place = Glyph { text, look };
            }
        }
    }
}
