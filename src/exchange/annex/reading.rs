//! Reads the rows below the header from top to bottom, one by one.
//!
//! A task is held back until a row comes that cannot belong to it: its content may go on after a page
//! break. The row above is what blank cells and ditto marks are read with (DOMAIN 3.4 rules 1 and 2).

use std::collections::VecDeque;

use super::carry::completed;
use super::ditto::is_ditto;
use super::kinds::{self, Above};
use super::written::{Reader, Written};
use super::{LONGEST_CELL, Layout, Options, ReadCell, ReadRow, marks};
use crate::domain::annex::{Column, RowKind, SkipReason};
use crate::domain::error::FileFault;
use crate::domain::fold::fold;
use crate::exchange::book::Record;

/// So many rows are held back behind a task at most; a page break has one or two.
const MOST_HELD: usize = 64;

/// So much of a cell that is too long is shown, in characters.
const SHOWN: usize = 100;

/// The rows of an annex, in their order, each exactly once.
///
/// Its memory is that of the row above and of what is held back behind it, whatever the file's size.
#[derive(Debug)]
pub struct Annex<I> {
    records: I,
    reader: Reader,
    row: u64,
    /// A task and what stands behind it, until it is known to be whole.
    held: VecDeque<ReadRow>,
    /// Known rows that were not asked for yet.
    ready: VecDeque<ReadRow>,
    /// The task above, where it is not held any more.
    above: Option<ReadRow>,
    heading: Option<String>,
    is_below: bool,
    /// The table numbers its tasks: at least one had a number.
    has_numbers: bool,
    fault: Option<FileFault>,
}

impl<I: Iterator<Item = Result<Record, FileFault>>> Annex<I> {
    /// Reads the records behind the header of a layout.
    pub fn new(layout: &Layout, options: &Options, records_after_header: I) -> Self {
        Self {
            records: records_after_header,
            reader: Reader::new(layout, options),
            row: 0,
            held: VecDeque::new(),
            ready: VecDeque::new(),
            above: None,
            heading: None,
            is_below: false,
            has_numbers: false,
            fault: None,
        }
    }

    fn take(&mut self, record: Record) {
        self.row += 1;
        let written = self.reader.read(record);
        match kinds::reason(&written, self.reader.columns(), self.stands_below()) {
            None => self.take_task(written),
            Some(SkipReason::Continuation) => self.take_continuation(written),
            Some(SkipReason::Heading) => self.take_heading(written),
            Some(reason @ (SkipReason::Blank | SkipReason::RepeatedHeader)) => {
                self.take_break(written, reason);
            }
            Some(SkipReason::Footnote) if marks::is_page(&fold(written.first())) => {
                self.take_break(written, SkipReason::Footnote);
            }
            Some(reason @ (SkipReason::Total | SkipReason::Footnote)) => {
                self.is_below = true;
                self.take_note(written, reason);
            }
            Some(
                reason @ (SkipReason::NoContent
                | SkipReason::TooManyCells
                | SkipReason::CellTooLong
                | SkipReason::LeftOut),
            ) => self.take_note(written, reason),
        }
    }

    fn stands_below(&self) -> Above {
        if self.is_below {
            Above::Below
        } else if self.has_numbers && !self.held.is_empty() {
            Above::Numbered
        } else {
            Above::Other
        }
    }

    fn take_task(&mut self, written: Written) {
        self.is_below = false;
        self.see_heading_above(&written);
        let above = self.held.front().or(self.above.as_ref());
        // A ditto mark or a merged cell with nothing above: there is no content to be had.
        let own = written.text(Column::Content);
        if above.is_none() && (own.is_empty() || is_ditto(own)) {
            self.take_note(written, SkipReason::NoContent);
            return;
        }
        let task = ReadRow {
            row: self.row,
            line: written.line,
            kind: RowKind::Task,
            skipped: None,
            is_hidden: written.is_hidden,
            heading: self.heading.clone(),
            cells: completed(written, above, self.reader.columns()),
        };
        self.has_numbers |= !task.cell(Column::Item).is_empty();
        self.ready.append(&mut self.held);
        self.above = None;
        self.held.push_back(task);
    }

    /// "1 | Công tác xây dựng thể chế" with nothing else is a heading if "1.1" follows.
    fn see_heading_above(&mut self, written: &Written) {
        let Some(task) = self.held.front_mut() else {
            return;
        };
        let item = task.cell(Column::Item).trim_end_matches(['.', ')']);
        let rest = written.text(Column::Item).strip_prefix(item);
        let is_inside = !item.is_empty()
            && rest.is_some_and(|rest| {
                rest.strip_prefix('.')
                    .is_some_and(|it| it.starts_with(|letter: char| letter.is_ascii_digit()))
            });
        let is_own = |cell: &&ReadCell| cell.from.is_none() && !cell.is_merged;
        let is_bare = task
            .cells
            .iter()
            .filter(is_own)
            .all(|cell| matches!(cell.column, Column::Item | Column::Content));
        if !is_inside || !is_bare || self.held.len() > 1 {
            return;
        }
        let Some(mut heading) = self.held.pop_front() else {
            return;
        };
        // What was carried down into it holds for the rows below all the same.
        self.above = Some(without_area(heading.clone()));
        heading.cells.retain(|cell| cell.from.is_none());
        let title = heading.cell(Column::Content).to_owned();
        heading.kind = RowKind::Group;
        heading.skipped = Some(SkipReason::Heading);
        heading.heading = Some(title.clone());
        self.heading = Some(title);
        self.ready.push_back(heading);
    }

    fn take_continuation(&mut self, written: Written) {
        let more = written.text(Column::Content);
        let content = self.held.front_mut().and_then(|task| {
            let mut cells = task.cells.iter_mut();
            cells.find(|cell| cell.column == Column::Content)
        });
        match content {
            Some(content) if content.text.len() + more.len() < LONGEST_CELL => {
                content.text.push(' ');
                content.text.push_str(more);
                let row = self.skipped(written, SkipReason::Continuation);
                self.hold(row);
            }
            Some(_) | None => self.take_note(written, SkipReason::CellTooLong),
        }
    }

    fn take_heading(&mut self, written: Written) {
        self.is_below = false;
        self.heading = Some(kinds::title(&written));
        self.take_note(written, SkipReason::Heading);
        self.above = self.above.take().map(without_area);
    }

    /// What may stand between a task and its continuation.
    fn take_break(&mut self, written: Written, reason: SkipReason) {
        let row = self.skipped(written, reason);
        self.hold(row);
    }

    fn take_note(&mut self, written: Written, reason: SkipReason) {
        self.release();
        let row = self.skipped(written, reason);
        self.ready.push_back(row);
    }

    fn hold(&mut self, row: ReadRow) {
        if self.held.is_empty() {
            self.ready.push_back(row);
            return;
        }
        self.held.push_back(row);
        if self.held.len() > MOST_HELD {
            self.release();
        }
    }

    /// Gives what is held, and remembers its task as the row above.
    fn release(&mut self) {
        if let Some(task) = self.held.front() {
            self.above = Some(task.clone());
        }
        self.ready.append(&mut self.held);
    }

    fn skipped(&self, mut written: Written, reason: SkipReason) -> ReadRow {
        for cell in &mut written.cells {
            shorten(&mut cell.text);
            if let Some((_, before)) = &mut cell.before {
                shorten(before);
            }
        }
        ReadRow {
            row: self.row,
            line: written.line,
            kind: reason.kind(),
            skipped: Some(reason),
            is_hidden: written.is_hidden,
            heading: self.heading.clone(),
            cells: written.cells,
        }
    }
}

impl<I: Iterator<Item = Result<Record, FileFault>>> Iterator for Annex<I> {
    type Item = Result<ReadRow, FileFault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.ready.pop_front() {
                return Some(Ok(row));
            }
            if let Some(fault) = self.fault.take() {
                return Some(Err(fault));
            }
            match self.records.next() {
                Some(Ok(record)) => self.take(record),
                Some(Err(fault)) => {
                    self.release();
                    self.fault = Some(fault);
                }
                None if self.held.is_empty() => return None,
                None => self.release(),
            }
        }
    }
}

/// A cell of a megabyte is not passed on: enough of it to be known by.
fn shorten(text: &mut String) {
    if text.len() <= LONGEST_CELL {
        return;
    }
    if text.chars().nth(LONGEST_CELL).is_some() {
        *text = text.chars().take(SHOWN).collect();
        text.push('…');
    }
}

fn without_area(mut row: ReadRow) -> ReadRow {
    row.cells.retain(|cell| cell.column != Column::Area);
    row
}
