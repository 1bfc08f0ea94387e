//! Tables as files, CSV and XLSX: tasks in the column form of an annex, which come back as they were written; the
//! register of documents and the log of changes, to be read.
//!
//! Rows pass through one at a time. The file is written beside its place and moved there when it is
//! whole: nobody ever sees half of it, and one that is there already is not touched unless that is said.

pub(in crate::exchange) mod beside;
pub mod list;
pub mod registers;
mod text;
pub(in crate::exchange) mod workbook;

#[cfg(test)]
mod tests;

use std::ffi::OsStr;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

pub use self::beside::Beside;
pub use self::beside::fault as fault_at;
use chrono::NaiveDate;

use crate::domain::annex::Column;
use crate::domain::error::Result;
use crate::exchange::tray::Tray;

/// How the name of a file begins that is being written beside its place.
pub const BESIDE: &str = ".cchc-";

/// After so many rows it is asked whether the file has grown too large.
pub(in crate::exchange) const ROWS_UNASKED: usize = 500;

/// In which form a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteForm {
    /// UTF-8 with a byte order mark, commas, CR LF: what Excel opens without a question.
    Csv,
    /// Excel since 2007.
    Xlsx,
}

impl WriteForm {
    /// The form that the name of a file asks for.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension().and_then(OsStr::to_str)?;
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the writing is refused.
    Keep,
    /// It is replaced.
    Replace,
}

/// The cells of a task, in the order of [`Column::ALL`].
pub type Row = [String; 8];

/// A cell on its way into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A text; nothing where it is empty.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(NaiveDate),
}

/// What a table is, but for its rows.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a, const N: usize> {
    /// What its sheet is called.
    pub name: &'a str,
    /// The heading of each column.
    pub headings: [&'a str; N],
    /// How wide each column is in a workbook, in characters.
    pub widths: [u8; N],
    /// Of which state of the log it is: a workbook has it in its properties and at the foot of its printed pages, a plain
    /// table has no place for what is no row.
    pub mark: &'a str,
}

/// Writes tasks under our own headings, with this mark ([`Table::mark`]), and says how many.
///
/// # Errors
/// As [`table`].
pub fn tasks(
    path: &Path,
    form: WriteForm,
    existing: Existing,
    mark: &str,
    tray: Option<&Tray>,
    rows: impl Iterator<Item = Result<Row>>,
) -> Result<u64> {
    let annex = Table {
        name: "Nhiệm vụ",
        headings: Column::ALL.map(Column::name),
        widths: [6, 60, 22, 30, 30, 30, 22, 30],
        mark,
    };
    let rows = rows.map(|row| row.map(|cells| cells.map(Cell::Text)));
    table(path, (form, existing), &annex, tray, rows)
}

/// Writes a table and says how many rows it has; as many bytes as the tray takes, where it is one.
///
/// # Errors
/// [`Exists`](crate::domain::error::Error::Exists) where the file is to be kept, what [`Tray::takes`] refuses, no room, no permission, and
/// what the rows themselves fail with. Nothing is left behind then.
pub fn table<const N: usize>(
    path: &Path,
    (form, existing): (WriteForm, Existing),
    table: &Table<'_, N>,
    tray: Option<&Tray>,
    rows: impl Iterator<Item = Result<[Cell; N]>>,
) -> Result<u64> {
    let mut beside = Beside::open(path, existing, tray)?;
    let watch = beside.watch()?;
    let rows = rows.enumerate().map(|(number, row)| {
        if number % ROWS_UNASKED == 0 {
            watch.fits()?;
        }
        row
    });
    let fault = |error: io::Error| beside::fault(error, path);
    let file = beside.file();
    let count = match form {
        WriteForm::Csv => {
            let mut output = BufWriter::new(file);
            let count = text::write(&mut output, table.headings, rows, &fault)?;
            output.flush().map_err(fault)?;
            count
        }
        WriteForm::Xlsx => workbook::write(file, table, rows, &fault)?,
    };
    beside.finish()?;
    Ok(count)
}

/// The directory of a file; where its name has none, the one that the program is in.
#[must_use]
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        Some(_) | None => PathBuf::from("."),
    }
}
