//! The ratatui backend: frames as few bytes, one write each.
//!
//! `ui` draws through it and nothing else prints. It asks the terminal nothing and hides the cursor
//! only where a frame has none; a frame that changes nothing writes nothing. Over 9,600 bit/s a
//! marker that moves is seen at once, and a page takes two seconds instead of four.
//!
//! On a slow line a frame goes out in pieces, as many bytes at a time as [`ThinBackend::allow`] says;
//! a frame that is drawn meanwhile takes the place of what has not gone out.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::env::Capabilities;
use super::grid::Grid;
use super::pen::Pen;
use super::profile::Profile;

/// Paints frames on a terminal that can do what [`Capabilities`] say.
#[derive(Debug)]
pub struct ThinBackend<W: Write> {
    out: W,
    can: Capabilities,
    /// What the last frame wants.
    wanted: Grid,
    /// What the terminal shows.
    shown: Grid,
    pen: Pen,
    cursor: Cursor,
    /// The terminal shows something else than we believe; begin with a blank screen.
    stale: bool,
    /// So many bytes may go out at a time.
    allowed: usize,
    /// The last frame has not gone out whole.
    is_behind: bool,
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

impl<W: Write> ThinBackend<W> {
    /// A backend whose first frame begins with a blank screen.
    pub fn new(out: W, size: Size, can: Capabilities) -> Self {
        let cursor = Cursor {
            position: Position::ORIGIN,
            visible: true,
            told: None,
        };
        Self {
            out,
            can,
            wanted: Grid::blank(size),
            shown: Grid::blank(size),
            pen: Pen::default(),
            cursor,
            stale: true,
            allowed: usize::MAX,
            is_behind: false,
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

    /// True while a part of the last frame has not gone out; [`ThinBackend::go_on`] sends more of it.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// How many bytes have gone out so far.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.sent
    }

    /// Sends what the last frame changed, as much as is allowed, in one write.
    ///
    /// # Errors
    /// When the terminal cannot be written to; the next frame is then painted whole.
    pub fn go_on(&mut self) -> io::Result<()> {
        self.is_behind = !self.compose();
        if self.pen.bytes.is_empty() {
            return Ok(());
        }
        let result = self
            .out
            .write_all(&self.pen.bytes)
            .and_then(|()| self.out.flush());
        self.sent += self.pen.bytes.len();
        self.pen.bytes.clear();
        self.stale = result.is_err();
        result
    }

    /// Takes the new size of the terminal; the next frame is painted whole.
    pub fn resize(&mut self, size: Size) {
        self.wanted = Grid::blank(size);
        self.repaint();
    }

    /// Lets the next frame paint everything: after Ctrl-L, after coming back from the shell.
    ///
    /// It does so although ratatui sees no change, so never call ratatui's `Terminal::clear` for it.
    pub fn repaint(&mut self) {
        self.stale = true;
    }

    /// Writes down what has changed; false where that was more than is allowed at a time.
    fn compose(&mut self) -> bool {
        if self.allowed == 0 {
            return false;
        }
        if self.stale {
            self.pen.blank_screen();
            self.shown = Grid::blank(self.wanted.size);
            self.cursor.told = None;
            self.stale = false;
        }
        // In pieces, the row of the cursor comes first: there a person looks for the letter just typed.
        let is_in_pieces = self.allowed < usize::MAX;
        let focus = Some(self.cursor.position.y).filter(|_| is_in_pieces && self.cursor.visible);
        for y in focus.into_iter().chain(0..self.wanted.size.height) {
            let (shown, wanted) = (self.shown.row_mut(y), self.wanted.row(y));
            if shown != wanted && !self.pen.row(y, shown, wanted, self.allowed) {
                return false;
            }
        }
        if self.cursor.visible {
            let Position { x, y } = self.cursor.position;
            self.pen.go(x, y, self.wanted.row(y));
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

impl<W: Write> Backend for ThinBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.wanted.put(x, y, cell, self.can);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor.visible = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor.visible = true;
        Ok(())
    }

    /// Says where we put the cursor; the terminal is not asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.position)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        let Size { width, height } = self.wanted.size;
        self.cursor.position = Position {
            x: x.min(width.saturating_sub(1)),
            y: y.min(height.saturating_sub(1)),
        };
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Blanks what the next frame does not draw. Only [`ThinBackend::repaint`] blanks the terminal.
    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let width = usize::from(self.wanted.size.width);
        let row = usize::from(self.cursor.position.y) * width;
        let here = row + usize::from(self.cursor.position.x);
        self.wanted.erase(match clear_type {
            ClearType::All => 0..usize::MAX,
            ClearType::AfterCursor => here..usize::MAX,
            ClearType::BeforeCursor => 0..here + 1,
            ClearType::CurrentLine => row..row + width,
            ClearType::UntilNewLine => here..row + width,
        });
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.wanted.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.wanted.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.go_on()
    }
}
