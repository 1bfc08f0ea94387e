//! Reads a whole CSV file of tasks at once, for those who do not read row by row.

use super::annex::{Annex, LONGEST_CELL, Layout, Options, ReadRow, find_layout};
use super::book::{Cell, Record};
use super::delimited::{DELIMITERS, records, text_of, unclosed_quote};
use crate::domain::annex::{Column, SkipReason};
use crate::domain::error::FileFault;

/// The header stands among the first rows; above it is the title block.
const HEADER_WITHIN: usize = 60;

/// A task as its row says it: cleaned, carried down, otherwise as written.
///
/// `lead`, `support` and `deadline` keep their line breaks, which part agencies and dates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskRow {
    /// The number of the record after the header, from 1.
    pub row: usize,
    /// The line of the file on which it begins, from 1.
    pub line: u64,
    /// STT.
    pub item: String,
    /// Nội dung nhiệm vụ.
    pub content: String,
    /// Lĩnh vực; of the heading above, where the cell is blank.
    pub area: String,
    /// Sản phẩm.
    pub product: String,
    /// Cơ quan chủ trì.
    pub lead: String,
    /// Cơ quan phối hợp.
    pub support: String,
    /// Thời gian hoàn thành; blank stays blank.
    pub deadline: String,
    /// Văn bản giao.
    pub document: String,
}

impl TaskRow {
    /// The cell of a column.
    #[must_use]
    pub fn cell(&self, column: Column) -> &str {
        match column {
            Column::Item => &self.item,
            Column::Content => &self.content,
            Column::Area => &self.area,
            Column::Product => &self.product,
            Column::Lead => &self.lead,
            Column::Support => &self.support,
            Column::Deadline => &self.deadline,
            Column::Document => &self.document,
        }
    }
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The tasks, in order.
    pub rows: Vec<TaskRow>,
    /// The rows that are none, by number after the header.
    pub skipped: Vec<(usize, SkipReason)>,
}

/// Reads a CSV file of tasks: UTF-8 with or without byte order mark; comma, semicolon or tab; columns
/// in any order under any of their headings; other columns are ignored.
///
/// # Errors
/// Where the file is no such table. A single bad row is skipped with its reason and stops nothing.
pub fn read_tasks(bytes: &[u8]) -> Result<Table, FileFault> {
    let text = text_of(bytes)?;
    let (delimiter, layout) = find_header(text)?;
    let below = records(text, delimiter).skip(layout.after);
    let mut table = Table::default();
    let below = below.map(|record| record.map(in_cells));
    for row in Annex::new(&layout, &Options::default(), below) {
        let row = row?;
        let number = usize::try_from(row.row).unwrap_or(usize::MAX);
        match row.skipped {
            Some(SkipReason::CellTooLong) => return Err(too_long(&row)),
            Some(reason) => table.skipped.push((number, reason)),
            None => table.rows.push(task(&row, number)),
        }
    }
    let last = records(text, delimiter).last().transpose()?;
    match last.and_then(|record| unclosed_quote(text, &record)) {
        Some(line) => Err(FileFault::Malformed { line }),
        None => Ok(table),
    }
}

/// Who takes the whole file or nothing is told of the cell.
fn too_long(row: &ReadRow) -> FileFault {
    let longest = row.cells.iter().max_by_key(|cell| cell.text.len());
    FileFault::CellTooLong {
        line: row.line,
        column: longest.map_or("", |cell| cell.column.name()).to_owned(),
        limit: LONGEST_CELL,
    }
}

/// The header, in the delimiter that finds the most columns.
fn find_header(text: &str) -> Result<(u8, Layout), FileFault> {
    let mut best: Option<(usize, u8, Layout)> = None;
    let mut fault = FileFault::Empty;
    for delimiter in DELIMITERS {
        let top = records(text, delimiter).take(HEADER_WITHIN);
        let top: Vec<Record> = top.map(|it| it.map(in_cells)).collect::<Result<_, _>>()?;
        match find_layout(&top, &Options::default()) {
            Ok(layout) => {
                let known = layout
                    .columns
                    .iter()
                    .filter(|it| it.column.is_some())
                    .count();
                if best.as_ref().is_none_or(|best| known > best.0) {
                    best = Some((known, delimiter, layout));
                }
            }
            Err(other) if weight(&other) > weight(&fault) => fault = other,
            Err(_) => {}
        }
    }
    best.map(|(_, delimiter, layout)| (delimiter, layout))
        .ok_or(fault)
}

/// Of the faults in several delimiters that one is told which shows most of the file.
fn weight(fault: &FileFault) -> usize {
    if let FileFault::MissingColumns { found, .. } = fault {
        1000 + found.len()
    } else if let FileFault::NoHeader { found } = fault {
        found.len()
    } else {
        0
    }
}

fn in_cells(record: super::delimited::Record) -> Record {
    Record {
        line: record.line,
        cells: record.cells.into_iter().map(Cell::text).collect(),
        is_hidden: false,
    }
}

fn task(row: &ReadRow, number: usize) -> TaskRow {
    let text = |column| row.cell(column).to_owned();
    let area = text(Column::Area);
    TaskRow {
        row: number,
        line: row.line,
        item: text(Column::Item),
        content: text(Column::Content),
        area: if area.is_empty() {
            row.heading.clone().unwrap_or_default()
        } else {
            area
        },
        product: text(Column::Product),
        lead: text(Column::Lead),
        support: text(Column::Support),
        deadline: text(Column::Deadline),
        document: text(Column::Document),
    }
}

#[cfg(test)]
mod tests;
