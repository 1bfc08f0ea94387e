//! One row of a table.

use crate::domain::legacy::Coding;

/// The longest cell, in characters: what spreadsheets allow. A longer one is handed out one character
/// longer than this, however long it is.
pub const LONGEST_CELL: usize = 32_767;

/// A row, and where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The line of a text file on which it begins, or the row of a sheet; counted from 1.
    pub line: u64,
    /// Its cells from the first column on; missing ones at the end are blank.
    pub cells: Vec<Cell>,
    /// The sheet does not show it.
    pub is_hidden: bool,
}

/// A cell as the file shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text as written; a real date as dd/mm/yyyy, a whole number without decimals, an error as `#REF!`.
    pub text: String,
    /// The old coding that its font stands for.
    pub coding: Option<Coding>,
    /// It belongs to a merged area whose first cell stands in a row above (not in this one): row and
    /// column from 1. Its own text is blank then.
    pub merged_from: Option<(u64, usize)>,
    /// A formula that failed; the text names the error.
    pub is_error: bool,
    /// The sheet does not show its column.
    pub is_hidden: bool,
}

impl Cell {
    /// A cell of plain text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}
