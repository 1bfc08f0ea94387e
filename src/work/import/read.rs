//! A row as it was read.

use crate::domain::annex::{Column, RowKind, SkipReason};
use crate::domain::legacy::Coding;
use crate::exchange::TaskRow;

/// A row of a table as it was read: cleaned, carried down, joined with its continuations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadRow {
    /// The record's number after the header, from 1.
    pub row: u64,
    /// The line of the text file, or the row of the sheet.
    pub line: u64,
    /// What it is.
    pub kind: RowKind,
    /// Why it is no task.
    pub skipped: Option<SkipReason>,
    /// The sheet does not show it.
    pub is_hidden: bool,
    /// The group heading in force.
    pub heading: Option<String>,
    /// Its cells.
    pub cells: Vec<ReadCell>,
}

/// A cell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadCell {
    /// Which column of ours.
    pub column: Column,
    /// The line on which it stands.
    pub line: u64,
    /// The column of the file, from 0.
    pub place: usize,
    /// Its text.
    pub text: String,
    /// Where the text was taken from, where that is another cell.
    pub from: Option<(u64, usize)>,
    /// It belongs to a merged area.
    pub is_merged: bool,
    /// What stood there before it was decoded.
    pub before: Option<(Coding, String)>,
    /// A formula that failed.
    pub is_error: bool,
    /// The sheet does not show its column.
    pub is_hidden: bool,
}

impl ReadRow {
    /// The text of a column; empty where there is none.
    pub(crate) fn cell(&self, column: Column) -> &str {
        let found = self.cells.iter().find(|cell| cell.column == column);
        found.map_or("", |cell| &cell.text)
    }
}

impl ReadRow {
    /// Puts another text into a column.
    pub(crate) fn set(&mut self, column: Column, text: String) {
        match self.cells.iter_mut().find(|cell| cell.column == column) {
            Some(cell) => {
                cell.text = text;
                cell.from = None;
                cell.before = None;
            }
            None => self.cells.push(ReadCell {
                column,
                line: self.line,
                place: 0,
                text,
                from: None,
                is_merged: false,
                before: None,
                is_error: false,
                is_hidden: false,
            }),
        }
    }
}

impl From<&TaskRow> for ReadRow {
    fn from(task: &TaskRow) -> Self {
        let cell = |(place, column): (usize, Column)| ReadCell {
            column,
            line: task.line,
            place,
            text: task.cell(column).to_owned(),
            from: None,
            is_merged: false,
            before: None,
            is_error: false,
            is_hidden: false,
        };
        let cells = Column::ALL.into_iter().enumerate().map(cell);
        Self {
            row: task.row as u64,
            line: task.line,
            kind: RowKind::Task,
            skipped: None,
            is_hidden: false,
            heading: None,
            cells: cells.filter(|cell| !cell.text.is_empty()).collect(),
        }
    }
}
