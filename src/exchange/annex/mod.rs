//! Reads the annex of a plan as a careful clerk does (DOMAIN 3.1, 3.4): finds the header and its columns,
//! and says of every row below what it is.
//!
//! Rows come in as they stand in the file and go out one by one, cleaned, decoded, carried down and
//! joined over page breaks; nothing of the file is kept but the row above. Whom a cell means, `domain`
//! reads, and the jobs in `work` decide.

mod carry;
mod cells;
mod columns;
mod ditto;
mod headings;
mod kinds;
mod layout;
mod marks;
mod reading;
mod title;
mod written;

use serde::{Deserialize, Serialize};

use crate::domain::annex::{Column, ColumnSource, RowKind, SkipReason};
use crate::domain::error::FileFault;
use crate::domain::legacy::Coding;
use crate::exchange::book::{Book, Record};

pub use layout::find_layout;
pub use reading::Annex;

/// So many records are looked at for a header.
pub const TOP: usize = 60;

/// The longest cell, in characters: what spreadsheets allow.
pub const LONGEST_CELL: usize = 32_767;

/// What people said about the columns of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Columns assigned by hand, by their letter; none leaves the column out.
    pub columns: Vec<(String, Option<Column>)>,
    /// Headings that were assigned once before, folded; none leaves the column out.
    pub remembered: Vec<(String, Option<Column>)>,
    /// The coding of a column as somebody chose it; none says that it is Unicode and never decoded.
    pub codings: Vec<(Column, Option<Coding>)>,
}

/// Where the header stands and what its columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The line or row of the (last) header row, from 1.
    pub header_line: u64,
    /// So many records stand up to and with the header.
    pub after: usize,
    /// Every column of the file that the header reaches.
    pub columns: Vec<LayoutColumn>,
    /// The document that the title block names: "(Kèm theo Kế hoạch số 9010/KH-UBND ngày 25/01/2022 ...)".
    pub document: Option<String>,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutColumn {
    /// `A`, `B`, ... as spreadsheets count.
    pub letter: String,
    /// Its heading, cleaned and decoded; both rows of a header of two.
    pub heading: String,
    /// Which column of ours it is.
    pub column: Option<Column>,
    /// How that is known.
    pub source: ColumnSource,
    /// What stands in the header rows here, folded: by which a repeated header is known.
    pub(crate) parts: Vec<String>,
}

/// A row below the header as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadRow {
    /// The number of the record after the header, from 1.
    pub row: u64,
    /// The line of the text file, or the row of the sheet.
    pub line: u64,
    /// What it is.
    pub kind: RowKind,
    /// Why it is no task; none for a task.
    pub skipped: Option<SkipReason>,
    /// The sheet does not show it.
    pub is_hidden: bool,
    /// The text of the group heading in force, also of one that is no area. A heading has its own.
    pub heading: Option<String>,
    /// What stands in its columns; blank cells are left out.
    pub cells: Vec<ReadCell>,
}

/// A cell of ours: its text, and how it came by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadCell {
    /// Which column of ours.
    pub column: Column,
    /// The line of the text file, or the row of the sheet, of the row itself.
    pub line: u64,
    /// The column of the file, from 0.
    pub place: usize,
    /// The text, cleaned and decoded; lead, support and deadline keep their line breaks.
    pub text: String,
    /// The line and column of the cell of which the text was taken, where that is another one: carried
    /// down, merged, or by a ditto mark.
    pub from: Option<(u64, usize)>,
    /// It lies in a merged area that begins above, and it is not certain that the text holds for this row
    /// too. Never for area, lead and document, where that is the custom; of a deadline the text stays blank.
    pub is_merged: bool,
    /// The text before it was decoded, and of which coding it was taken to be.
    pub before: Option<(Coding, String)>,
    /// A formula that failed; the text names the error.
    pub is_error: bool,
    /// The sheet does not show its column.
    pub is_hidden: bool,
}

impl ReadRow {
    /// The text of a column; empty where none stands there.
    #[must_use]
    pub fn cell(&self, column: Column) -> &str {
        self.cells
            .iter()
            .find(|cell| cell.column == column)
            .map_or("", |cell| cell.text.as_str())
    }
}

/// The rows of a table that the program carries: all of them, held in memory.
///
/// # Errors
/// Where the bytes are no table of tasks.
pub fn read_carried(bytes: &[u8]) -> Result<Vec<ReadRow>, FileFault> {
    let book = Book::of_bytes(bytes)?;
    let options = Options::default();
    let top: Vec<Record> = book.records(0)?.take(TOP).collect::<Result<_, _>>()?;
    let layout = find_layout(&top, &options)?;
    let below = book.records(0)?.skip(layout.after);
    Annex::new(&layout, &options, below).collect()
}

/// True if a text is the heading of one of our columns.
#[must_use]
pub(in crate::exchange) fn is_heading(text: &str) -> bool {
    headings::column_of(text).is_some()
}

#[cfg(test)]
mod tests;
