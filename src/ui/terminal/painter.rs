//! Frames as few bytes, one write each.
//!
//! `ui` draws through it and nothing else prints. It asks the terminal nothing and hides the cursor
//! only where a frame has none; a frame that changes nothing writes nothing. Over 9,600 bit/s a
//! marker that moves is seen at once, and a page takes two seconds instead of four.
//!
//! On a slow line a frame goes out in pieces, as many bytes at a time as [`Painter::allow`] says;
//! a frame that is drawn meanwhile takes the place of what has not gone out.
//!
//! Between frames nothing is kept but one picture of the screen: what ratatui's own terminal keeps, two buffers that
//! never shrink, is a session's largest piece of memory once its window was large.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::env::Capabilities;
use super::grid::{Grid, Resting};
use super::pen::Pen;
use super::profile::Profile;

/// Paints frames on a terminal that can do what [`Capabilities`] say.
#[derive(Debug)]
pub struct Painter<W: Write> {
    out: W,
    can: Capabilities,
    size: Size,
    /// What the last frame wants, as long as it has not gone out whole.
    wanted: Option<Grid>,
    /// What the terminal shows.
    shown: Resting,
    pen: Pen,
    cursor: Cursor,
    /// The terminal shows something else than we believe; begin with a blank screen.
    stale: bool,
    /// So many bytes may go out at a time.
    allowed: usize,
    /// Bytes that have gone out so far.
    sent: usize,
}

#[derive(Debug)]
struct Cursor {
    position: Position,
    visible: bool,
    /// What the terminal was last told; nothing before the first frame.
    told: Option<bool>,
}

impl<W: Write> Painter<W> {
    /// A painter whose first frame begins with a blank screen.
    pub fn new(out: W, size: Size, can: Capabilities) -> Self {
        let cursor = Cursor {
            position: Position::ORIGIN,
            visible: true,
            told: None,
        };
        Self {
            out,
            can,
            size,
            wanted: None,
            shown: Resting::of(&Grid::blank(size)),
            pen: Pen::default(),
            cursor,
            stale: true,
            allowed: usize::MAX,
            sent: 0,
        }
    }

    /// Other characters and another amount of colour; the next frame is painted whole.
    pub fn treat(&mut self, profile: Profile) {
        self.can.glyphs = profile.glyphs;
        self.can.colour = profile.colour;
        self.repaint();
    }

    /// Lets so many bytes go out at a time, and a letter or a move of the cursor more.
    pub fn allow(&mut self, bytes: usize) {
        self.allowed = bytes;
    }

    /// True while a part of the last frame has not gone out; [`Painter::go_on`] sends more of it.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.wanted.is_some()
    }

    /// How many bytes have gone out so far.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.sent
    }

    /// Draws a frame on a blank picture and sends what it changes, as much as is allowed. `draw` says where the cursor
    /// stands; where it says nothing the cursor is hidden.
    ///
    /// # Errors
    /// When the terminal cannot be written to; the next frame is then painted whole.
    pub fn paint(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let Size { width, height } = self.size;
        let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = draw(&mut frame);
        self.wanted = Some(Grid::of(&frame, self.can));
        self.cursor.visible = cursor.is_some();
        if let Some(Position { x, y }) = cursor {
            self.cursor.position = Position {
                x: x.min(width.saturating_sub(1)),
                y: y.min(height.saturating_sub(1)),
            };
        }
        self.go_on()
    }

    /// The size of the terminal, as far as it was told.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Sends what the last frame changed, as much as is allowed, in one write.
    ///
    /// # Errors
    /// When the terminal cannot be written to; the next frame is then painted whole.
    pub fn go_on(&mut self) -> io::Result<()> {
        let ready = if self.allowed > 0 {
            self.wanted.take()
        } else {
            None
        };
        if let Some(wanted) = ready {
            let mut shown = self.begin();
            let is_whole = self.compose(&mut shown, &wanted);
            self.shown = Resting::of(&shown);
            self.wanted = Some(wanted).filter(|_| !is_whole);
        }
        if self.pen.bytes.is_empty() {
            return Ok(());
        }
        let result = self
            .out
            .write_all(&self.pen.bytes)
            .and_then(|()| self.out.flush());
        self.sent += self.pen.bytes.len();
        // A picture of a large window is as many bytes as a session has for all its lists.
        self.pen.bytes = Vec::new();
        self.stale = result.is_err();
        result
    }

    /// Takes the new size of the terminal; the next frame is painted whole.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.wanted = None;
        self.repaint();
    }

    /// Lets the next frame paint everything: after Ctrl-L, after coming back from the shell.
    pub fn repaint(&mut self) {
        self.stale = true;
    }

    /// What the terminal shows; a blank screen is asked for where that is not known.
    fn begin(&mut self) -> Grid {
        if !self.stale {
            return self.shown.grid();
        }
        self.pen.blank_screen();
        self.cursor.told = None;
        self.stale = false;
        Grid::blank(self.size)
    }

    /// Writes down what has changed; false where that was more than is allowed at a time.
    fn compose(&mut self, shown: &mut Grid, wanted: &Grid) -> bool {
        // In pieces, the row of the cursor comes first: there a person looks for the letter just typed.
        let is_in_pieces = self.allowed < usize::MAX;
        let focus = Some(self.cursor.position.y).filter(|_| is_in_pieces && self.cursor.visible);
        for y in focus.into_iter().chain(0..self.size.height) {
            let (shown, wanted) = (shown.row_mut(y), wanted.row(y));
            if shown != wanted && !self.pen.row(y, shown, wanted, self.allowed) {
                return false;
            }
        }
        if self.cursor.visible {
            let Position { x, y } = self.cursor.position;
            self.pen.go(x, y, wanted.row(y));
        }
        if self.cursor.told != Some(self.cursor.visible) {
            self.pen.bytes.extend_from_slice(if self.cursor.visible {
                b"\x1b[?25h"
            } else {
                b"\x1b[?25l"
            });
            self.cursor.told = Some(self.cursor.visible);
        }
        true
    }
}
