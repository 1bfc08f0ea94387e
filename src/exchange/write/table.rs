//! What a table is, and how rows become a file.
//!
//! Several threads may form rows at once, a piece each; the pieces are put together in their order here. No cell says
//! where it stands, so that a piece need not know what is before it; what does depend on it, it leaves open.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use chrono::NaiveDate;

use super::beside::{self, Beside};
use super::{Existing, ROWS_UNASKED, WriteForm, text, workbook};
use crate::domain::error::{Error, Result};
use crate::exchange::tray::Tray;

/// A cell on its way into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing stands there.
    Nothing,
    /// Nothing, in a column where an empty cell is read as the one above: once anything stands above it, a dash says so.
    NotAbove,
    /// A text; nothing where it is empty.
    Text(Cow<'a, str>),
    /// One of the words of the table, by its place among them.
    Word(usize),
    /// A day.
    Date(NaiveDate),
    /// A number to be reckoned with.
    Number(i64),
    /// A number by which something is called.
    Id(i64),
}

/// Says that nothing stands there, where an empty cell would be read as the one above.
const DASH: Cell<'static> = Cell::Text(Cow::Borrowed("-"));

/// A table that is to be written: all of it but its rows.
#[derive(Debug, Clone)]
pub struct Table<'a, const N: usize> {
    /// In which form.
    pub form: WriteForm,
    /// What its sheet is called; where one does not hold all rows, the next are called so with their number.
    pub name: &'a str,
    /// The heading of each column.
    pub headings: [&'a str; N],
    /// How wide each column is in a workbook, in characters.
    pub widths: [usize; N],
    /// The texts that many rows share.
    pub words: &'a [String],
    /// What stands at the head of printed pages; empty for nothing.
    pub asked: String,
    /// Of which state of the log it is: a workbook has it in its properties and at the foot of its printed pages, a plain
    /// table has no place for what is no row.
    pub mark: &'a str,
}

/// Rows of a table that were formed together.
#[derive(Debug, Default)]
pub struct Piece {
    pub(super) bytes: Vec<u8>,
    pub(super) rows: u64,
    /// The columns in which something stands.
    filled: Columns,
    /// Cells that are empty where nothing stands above them, and dashes otherwise: of which column each is, and where it
    /// begins. Only those are left open that have nothing above them in this piece.
    open: Vec<(usize, usize)>,
}

impl Piece {
    /// How many rows.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }
}

/// A set of columns.
#[derive(Debug, Default, Clone, Copy)]
struct Columns(u64);

impl Columns {
    const fn bit(column: usize) -> u64 {
        1 << (column % 64)
    }

    const fn has(self, column: usize) -> bool {
        self.0 & Self::bit(column) != 0
    }

    const fn add(&mut self, column: usize) {
        self.0 |= Self::bit(column);
    }
}

impl<const N: usize> Table<'_, N> {
    /// Forms one row more.
    pub fn put(&self, piece: &mut Piece, row: &[Cell<'_>; N]) {
        match self.form {
            WriteForm::Csv => {}
            WriteForm::Xlsx => workbook::begin_row(&mut piece.bytes, row, self),
        }
        for (column, cell) in row.iter().enumerate() {
            if column > 0 && self.form == WriteForm::Csv {
                text::next_cell(&mut piece.bytes);
            }
            let cell = match cell {
                Cell::NotAbove if piece.filled.has(column) => &DASH,
                Cell::NotAbove => {
                    piece.open.push((column, piece.bytes.len()));
                    &Cell::Nothing
                }
                Cell::Nothing => cell,
                Cell::Text(text) if text.is_empty() => &Cell::Nothing,
                Cell::Text(_) | Cell::Word(_) | Cell::Date(_) | Cell::Number(_) | Cell::Id(_) => {
                    piece.filled.add(column);
                    cell
                }
            };
            self.push(&mut piece.bytes, cell);
        }
        match self.form {
            WriteForm::Csv => text::end_row(&mut piece.bytes),
            WriteForm::Xlsx => workbook::end_row(&mut piece.bytes),
        }
        piece.rows += 1;
    }

    fn push(&self, bytes: &mut Vec<u8>, cell: &Cell<'_>) {
        match self.form {
            WriteForm::Csv => text::push(bytes, cell, self.words),
            WriteForm::Xlsx => workbook::push(bytes, cell, self.words),
        }
    }

    /// Writes the file: `rows` hands over all pieces in their order, and gives up where that fails. Says how many rows
    /// there are; as many bytes as the tray takes, where it is one.
    ///
    /// # Errors
    /// [`Exists`](Error::Exists) where the file is to be kept, what [`Tray::takes`] refuses, no room, no permission, and
    /// those of `rows`. Nothing is left behind then.
    pub fn write(
        &self,
        path: &Path,
        existing: Existing,
        tray: Option<&Tray>,
        rows: impl FnOnce(&mut dyn FnMut(Piece) -> Result<()>) -> Result<()>,
    ) -> Result<u64> {
        let mut beside = Beside::open(path, existing, tray)?;
        let watch = beside.watch()?;
        let fault = |error: io::Error| beside::fault(error, path);
        let mut unasked = 0;
        let mut fits = |rows| {
            unasked += rows;
            if unasked < ROWS_UNASKED as u64 {
                return Ok(());
            }
            unasked = 0;
            watch.fits()
        };
        let file = beside.file();
        let count = match self.form {
            WriteForm::Csv => text::write(self, file, &fault, &mut fits, rows)?,
            WriteForm::Xlsx => workbook::write(self, file, &fault, &mut fits, rows)?,
        };
        beside.finish()?;
        Ok(count)
    }

    /// Writes the file row by row.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn write_each<'c>(
        &self,
        path: &Path,
        existing: Existing,
        tray: Option<&Tray>,
        mut rows: impl Iterator<Item = Result<[Cell<'c>; N]>>,
    ) -> Result<u64> {
        self.write(path, existing, tray, |put| {
            rows.try_for_each(|row| {
                let mut piece = Piece::default();
                self.put(&mut piece, &row?);
                put(piece)
            })
        })
    }
}

/// What a form of file needs: how a failed write is told, and whether the tray still takes it after so many rows more.
pub(super) type Fault<'a> = &'a dyn Fn(io::Error) -> Error;
pub(super) type Fits<'a> = &'a mut dyn FnMut(u64) -> Result<()>;

/// Puts pieces together: knows in which columns anything stands so far.
#[derive(Debug)]
pub(super) struct Joint {
    filled: Columns,
    dash: Vec<u8>,
    /// So many bytes an empty cell has, instead of which a dash is written.
    nothing: usize,
}

impl Joint {
    pub(super) fn new<const N: usize>(table: &Table<'_, N>) -> Self {
        let bytes = |cell| {
            let mut bytes = Vec::new();
            table.push(&mut bytes, cell);
            bytes
        };
        Self {
            filled: Columns::default(),
            dash: bytes(&DASH),
            nothing: bytes(&Cell::Nothing).len(),
        }
    }

    /// Writes the next piece.
    pub(super) fn put(&mut self, piece: &Piece, output: &mut impl io::Write) -> io::Result<()> {
        let mut done = 0;
        for (column, place) in &piece.open {
            if self.filled.has(*column) {
                output.write_all(piece.bytes.get(done..*place).unwrap_or_default())?;
                output.write_all(&self.dash)?;
                done = place + self.nothing;
            }
        }
        self.filled.0 |= piece.filled.0;
        output.write_all(piece.bytes.get(done..).unwrap_or_default())
    }
}
