//! A picture of the screen: one grid for what does stand there, one for what should until it does.
//!
//! Only the painter enters. The cheapest way from change to change goes over cells that did not change, so we keep
//! them; between frames only as [`Resting`], a tenth of a grid: a session rests for hours.

use compact_str::CompactString;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::env::Capabilities;
use super::glyphs::{printable, width};
use super::look::Look;

/// Printed nowhere, so equal to nothing that is.
const UNKNOWN: &str = "\0";

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
            text: CompactString::const_new(UNKNOWN),
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

/// The picture between two frames: the letters in one piece, and each look once for all cells that follow with it.
#[derive(Debug)]
pub(super) struct Resting {
    size: Size,
    letters: String,
    /// How many bytes of `letters` are of a cell.
    lengths: Vec<u16>,
    /// A look, and behind which cell it ends.
    looks: Vec<(Look, usize)>,
}

impl Resting {
    pub(super) fn of(grid: &Grid) -> Self {
        let text = |glyph: &Glyph| u16::try_from(glyph.text.len());
        // A letter of 64 KiB is none that a terminal shows as we believe.
        let texts = grid.cells.iter().map(|glyph| match text(glyph) {
            Ok(length) => (glyph.text.as_str(), length),
            Err(_) => (UNKNOWN, 1),
        });
        let mut letters = String::with_capacity(texts.clone().map(|(text, _)| text.len()).sum());
        let mut lengths = Vec::with_capacity(grid.cells.len());
        for (text, length) in texts {
            letters.push_str(text);
            lengths.push(length);
        }
        let alike = grid.cells.chunk_by(|left, right| left.look == right.look);
        let mut looks: Vec<(Look, usize)> = Vec::new();
        for cells in alike {
            let begins = looks.last().map_or(0, |(_, ends)| *ends);
            looks.extend(
                cells
                    .first()
                    .map(|first| (first.look, begins + cells.len())),
            );
        }
        looks.shrink_to_fit();
        Self {
            size: grid.size,
            letters,
            lengths,
            looks,
        }
    }

    pub(super) fn grid(&self) -> Grid {
        let mut cells = Vec::with_capacity(self.lengths.len());
        let mut left = self.letters.as_str();
        let mut looks = self.looks.iter().peekable();
        for (at, length) in self.lengths.iter().enumerate() {
            let (text, behind) = left
                .split_at_checked(usize::from(*length))
                .unwrap_or_default();
            left = behind;
            looks.next_if(|(_, ends)| *ends == at);
            let look = looks.peek().map_or_else(Look::default, |(look, _)| *look);
            cells.push(Glyph {
                text: text.into(),
                look,
            });
        }
        Grid {
            size: self.size,
            cells,
        }
    }
}
