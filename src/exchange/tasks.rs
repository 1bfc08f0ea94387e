//! Reads a table of tasks: the annex of a plan or directive, as CSV (DOMAIN 3.1, 3.4).
//!
//! Carries merged cells down and leaves out what is no task, with the reason. What the cells mean is
//! read elsewhere.

use super::delimited::{DELIMITERS, LONGEST_CELL, Record, records, text_of, unclosed_quote};
use crate::domain::annex::{Column, SkipReason};
use crate::domain::error::FileFault;
use crate::domain::fold::{clean, fold};

/// The header stands among the first rows; above it is the title block.
const HEADER_WITHIN: usize = 30;

/// A row with fewer known headings than this is no header.
const FEWEST_HEADINGS: usize = 2;

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

    fn cell_mut(&mut self, column: Column) -> &mut String {
        match column {
            Column::Item => &mut self.item,
            Column::Content => &mut self.content,
            Column::Area => &mut self.area,
            Column::Product => &mut self.product,
            Column::Lead => &mut self.lead,
            Column::Support => &mut self.support,
            Column::Deadline => &mut self.deadline,
            Column::Document => &mut self.document,
        }
    }

    /// True if nothing but these columns is filled.
    fn has_only(&self, columns: &[Column]) -> bool {
        Column::ALL
            .iter()
            .all(|column| columns.contains(column) || self.cell(*column).is_empty())
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
    let header = find_header(text)?;
    let mut reading = Reading {
        header,
        table: Table::default(),
        above: TaskRow::default(),
    };
    let mut last = None;
    for record in records(text, reading.header.delimiter).skip(reading.header.place + 1) {
        let record = record?;
        reading.take(&record)?;
        last = Some(record);
    }
    match last.and_then(|record| unclosed_quote(text, &record)) {
        Some(line) => Err(FileFault::Malformed { line }),
        None => Ok(reading.table),
    }
}

/// Where the header stands, and which column each cell is.
#[derive(Debug, Clone)]
struct Header {
    delimiter: u8,
    place: usize,
    columns: Vec<Option<Column>>,
}

impl Header {
    fn known(&self) -> usize {
        self.columns.iter().flatten().count()
    }
}

/// The header is the row with the most headings, in the delimiter that finds the most.
fn find_header(text: &str) -> Result<Header, FileFault> {
    let mut best: Option<Header> = None;
    for delimiter in DELIMITERS {
        for (place, record) in records(text, delimiter).take(HEADER_WITHIN).enumerate() {
            let columns = headings(&record?.cells);
            let header = Header {
                delimiter,
                place,
                columns,
            };
            if best
                .as_ref()
                .is_none_or(|best| header.known() > best.known())
            {
                best = Some(header);
            }
        }
    }
    let Some(header) = best.filter(|header| header.known() >= FEWEST_HEADINGS) else {
        return Err(FileFault::NoHeader {
            found: first_line(text),
        });
    };
    let missing: Vec<String> = Column::ALL
        .into_iter()
        .filter(|column| column.is_needed() && !header.columns.contains(&Some(*column)))
        .map(|column| column.name().to_owned())
        .collect();
    if missing.is_empty() {
        Ok(header)
    } else {
        Err(FileFault::MissingColumns(missing))
    }
}

/// The columns of a row of headings; of two cells with the same heading the first counts.
fn headings(cells: &[String]) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(cells.len());
    for cell in cells {
        let column = Column::from_heading(cell).filter(|column| !columns.contains(&Some(*column)));
        columns.push(column);
    }
    columns
}

/// The cells of the first line, by the delimiter that makes most of it; at most 20, shortened, for
/// people to recognise their file.
fn first_line(text: &str) -> Vec<String> {
    let cells_by = |delimiter| {
        records(text, delimiter)
            .next()
            .and_then(Result::ok)
            .map(|record| record.cells)
    };
    let cells = DELIMITERS
        .into_iter()
        .filter_map(cells_by)
        .max_by_key(Vec::len)
        .unwrap_or_default();
    cells
        .iter()
        .take(20)
        .map(|cell| clean(cell).chars().take(60).collect())
        .collect()
}

/// What is known while rows are read from top to bottom.
struct Reading {
    header: Header,
    table: Table,
    above: TaskRow,
}

impl Reading {
    fn take(&mut self, record: &Record) -> Result<(), FileFault> {
        let row = self.table.rows.len() + self.table.skipped.len() + 1;
        let written = self.written(record, row)?;
        match self.reason_to_skip(record, &written) {
            Some(reason) => {
                self.learn(reason, &written);
                self.table.skipped.push((row, reason));
            }
            None => {
                let task = self.carried_down(written);
                self.above = task.clone();
                self.table.rows.push(task);
            }
        }
        Ok(())
    }

    /// The cells under their columns, cleaned.
    fn written(&self, record: &Record, row: usize) -> Result<TaskRow, FileFault> {
        let mut written = TaskRow {
            row,
            line: record.line,
            ..TaskRow::default()
        };
        for (cell, column) in record.cells.iter().zip(&self.header.columns) {
            let Some(column) = column else { continue };
            if cell.chars().nth(LONGEST_CELL).is_some() {
                let column = column.name().to_owned();
                return Err(FileFault::CellTooLong {
                    line: record.line,
                    column,
                    limit: LONGEST_CELL,
                });
            }
            *written.cell_mut(*column) = if column.keeps_lines() {
                clean_lines(cell)
            } else {
                clean(cell)
            };
        }
        Ok(written)
    }

    fn reason_to_skip(&self, record: &Record, written: &TaskRow) -> Option<SkipReason> {
        let cells: Vec<String> = record
            .cells
            .iter()
            .map(|cell| clean(cell))
            .filter(|cell| !cell.is_empty())
            .collect();
        let Some(first) = cells.first() else {
            return Some(SkipReason::Blank);
        };
        let first = fold(first);
        let begins = |words: &[&str]| {
            words
                .iter()
                .any(|word| first == *word || first.starts_with(&format!("{word} ")))
        };
        if is_header_again(&self.header, &record.cells, &cells) {
            Some(SkipReason::RepeatedHeader)
        } else if begins(&["tong cong", "tong so"]) || first == "cong" || first == "tong" {
            Some(SkipReason::Total)
        } else if begins(&["ghi chu"]) {
            Some(SkipReason::Footnote)
        } else if record.cells.len() > self.header.columns.len() {
            Some(SkipReason::TooManyCells)
        } else if written.has_only(&[Column::Item, Column::Content]) && is_heading(written) {
            Some(SkipReason::Heading)
        } else if written.content.is_empty() {
            Some(SkipReason::NoContent)
        } else if written.has_only(&[Column::Content]) && self.continues() {
            Some(SkipReason::Continuation)
        } else {
            None
        }
    }

    /// True if a row without number can go on with the row above: tables that number their rows do.
    fn continues(&self) -> bool {
        self.table
            .rows
            .last()
            .is_some_and(|above| !above.item.is_empty())
    }

    fn learn(&mut self, reason: SkipReason, written: &TaskRow) {
        match reason {
            SkipReason::Heading => {
                let title = if written.content.is_empty() {
                    &written.item
                } else {
                    &written.content
                };
                self.above.area.clone_from(title);
            }
            SkipReason::Continuation => {
                if let Some(above) = self.table.rows.last_mut() {
                    above.content = format!("{} {}", above.content, written.content);
                    self.above.content.clone_from(&above.content);
                }
            }
            SkipReason::Blank
            | SkipReason::RepeatedHeader
            | SkipReason::Total
            | SkipReason::Footnote
            | SkipReason::NoContent
            | SkipReason::TooManyCells
            | SkipReason::CellTooLong
            | SkipReason::LeftOut => {}
        }
    }

    /// Blank cells that are merged ones, and ditto marks, have the value above (rules 1 and 2).
    fn carried_down(&self, mut written: TaskRow) -> TaskRow {
        for column in Column::ALL {
            let cell = written.cell_mut(column);
            if cell.is_empty() && column.is_carried_down() || is_ditto(cell) {
                self.above.cell(column).clone_into(cell);
            }
        }
        written
    }
}

fn clean_lines(cell: &str) -> String {
    let lines: Vec<String> = cell
        .lines()
        .map(clean)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

fn is_header_again(header: &Header, cells: &[String], filled: &[String]) -> bool {
    let again = headings(cells)
        .iter()
        .zip(&header.columns)
        .filter(|(one, other)| one.is_some() && one == other)
        .count();
    let counts = |(place, cell): (usize, &String)| fold(cell) == (place + 1).to_string();
    let is_numbering = filled.len() >= 3 && filled.iter().enumerate().all(counts);
    again >= FEWEST_HEADINGS || is_numbering
}

/// "II | Cải cách thể chế", "A | ...": a capital or Roman number, a title, and nothing else.
fn is_heading(row: &TaskRow) -> bool {
    let number = row.item.trim_end_matches(['.', ')', '/']);
    let is_roman = !number.is_empty() && number.chars().all(|letter| "IVX".contains(letter));
    let is_letter = number.chars().count() == 1 && number.chars().all(char::is_uppercase);
    (is_roman || is_letter) && !row.content.is_empty()
}

/// "nt", "-nt-", "như trên", and marks of repetition.
fn is_ditto(cell: &str) -> bool {
    const MARKS: &[char] = &['"', '“', '”', '″', '〃', '\''];
    let is_mark = cell.contains(MARKS)
        && cell
            .chars()
            .all(|letter| MARKS.contains(&letter) || matches!(letter, '-' | ' '));
    is_mark || matches!(fold(cell).as_str(), "nt" | "n t" | "nhu tren")
}

#[cfg(test)]
mod tests;
