//! The rows of a list as a table to be read: CSV and XLSX, each row formed by whoever read it.
//!
//! Several threads form rows at once, a piece each; the pieces are put together in their order here. No cell says where
//! it stands, so that a piece need not know how many rows are before it.

mod text;
mod workbook;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::io;
use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::beside::{self, Beside};
use super::{Existing, WriteForm};
use crate::domain::error::{Error, Result};
use crate::domain::list_column::ListColumn;
use crate::exchange::tray::Tray;
use crate::lang::{Language, format};

/// A cell on its way into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListCell<'a> {
    /// Nothing stands there.
    Nothing,
    /// A text; a single line, nothing that a terminal would obey.
    Text(Cow<'a, str>),
    /// One of the words of the table, by its place among them.
    Word(usize),
    /// A day.
    Date(NaiveDate),
    /// A number.
    Number(i64),
}

/// The cells of a task, in the order of [`ListColumn::ALL`].
pub type ListRow<'a> = [ListCell<'a>; ListColumn::ALL.len()];

/// Rows of a table that were formed together.
#[derive(Debug, Default)]
pub struct Piece {
    bytes: Vec<u8>,
    rows: u64,
}

impl Piece {
    /// How many rows.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }
}

/// A table that is to be written.
#[derive(Debug, Clone, Copy)]
pub struct ListTable<'a> {
    /// In which form.
    pub form: WriteForm,
    /// The texts that many rows share.
    pub words: &'a [String],
    /// The headings' language.
    pub language: Language,
    /// What was asked for, in words, and as of which day: it stands at the head of printed pages.
    pub asked: (&'a str, NaiveDate),
    /// Where the log ended, as it stands at the foot.
    pub mark: &'a str,
}

impl ListTable<'_> {
    /// The line above every printed page.
    fn asked(&self) -> String {
        let (filter, day) = self.asked;
        (self.language.words().list_file.asked)(filter, &format::date(day))
    }

    fn heading(&self, column: ListColumn) -> &'static str {
        (self.language.words().list_file.heading)(column)
    }

    /// Forms one row more.
    pub fn put(&self, piece: &mut Piece, row: &ListRow<'_>) {
        match self.form {
            WriteForm::Csv => text::push(&mut piece.bytes, row, self.words),
            WriteForm::Xlsx => workbook::push(&mut piece.bytes, row, self.words),
        }
        piece.rows += 1;
    }

    /// Writes the file: `rows` hands over all pieces in their order, and gives up where that fails. Says how many rows
    /// there are.
    ///
    /// # Errors
    /// As [`tasks`](super::tasks), and those of `rows`. Nothing is left behind then.
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
        let fits = || watch.fits();
        let file = beside.file();
        let count = match self.form {
            WriteForm::Csv => text::write(self, file, &fault, &fits, rows)?,
            WriteForm::Xlsx => workbook::write(self, file, &fault, &fits, rows)?,
        };
        beside.finish()?;
        Ok(count)
    }
}

/// What a form of file needs: how a failed write is told, and whether the tray still takes it.
type Fault<'a> = &'a dyn Fn(io::Error) -> Error;
type Fits<'a> = &'a dyn Fn() -> Result<()>;

/// `15/06/2023`.
fn push_date(bytes: &mut Vec<u8>, day: NaiveDate) {
    let year = day.year();
    if !(1000..=9999).contains(&year) {
        bytes.extend(format::date(day).as_bytes());
        return;
    }
    let year = year.unsigned_abs();
    push_two(bytes, day.day());
    bytes.push(b'/');
    push_two(bytes, day.month());
    bytes.push(b'/');
    push_two(bytes, year / 100);
    push_two(bytes, year % 100);
}

/// Two digits.
fn push_two(bytes: &mut Vec<u8>, number: u32) {
    let digit = |number: u32| b'0' + u8::try_from(number % 10).unwrap_or(0);
    bytes.extend([digit(number / 10), digit(number)]);
}

/// A whole number.
fn push_number(bytes: &mut Vec<u8>, number: i64) {
    let mut digits = [0_u8; 20];
    let mut left = number.unsigned_abs();
    let mut count = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + u8::try_from(left % 10).unwrap_or(0);
        left /= 10;
        count += 1;
        if left == 0 {
            break;
        }
    }
    if number < 0 {
        bytes.push(b'-');
    }
    bytes.extend(digits.iter().skip(digits.len() - count));
}
