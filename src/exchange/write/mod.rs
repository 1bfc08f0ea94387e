//! Tables as files, CSV and XLSX: lists of tasks to be read, tasks in the column form of an annex, which come back as they
//! were written, the register of documents and the log of changes.
//!
//! A table is told row by row (`table`); whoever reads many rows forms pieces of them in several threads, which are put
//! together in their order. The file is written beside its place and moved there when it is whole: nobody ever sees half
//! of it, and one that is there already is not touched unless that is said.

pub mod annex;
pub(in crate::exchange) mod beside;
mod digits;
pub(in crate::exchange) mod escape;
pub mod list;
pub mod registers;
mod table;
mod text;
pub(in crate::exchange) mod workbook;

#[cfg(test)]
mod tests;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

pub use self::beside::Beside;
pub use self::beside::fault as fault_at;
pub use self::table::{Cell, Piece, Table};

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

/// The directory of a file; where its name has none, the one that the program is in.
#[must_use]
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        Some(_) | None => PathBuf::from("."),
    }
}
