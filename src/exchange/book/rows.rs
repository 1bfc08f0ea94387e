//! Rows as a sheet has them become rows as a reader wants them: none missing between the first and the
//! last, merged and hidden cells marked, blank ends left off.

use super::merges::Merges;
use super::record::{Cell, Record};
use crate::domain::error::FileFault;

/// The rows of the largest sheet.
pub(super) const MOST_ROWS: u64 = 1_048_576;

/// The columns of the largest sheet.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// A sheet whose rows are read one after the other into [`Rows`], whatever the file's form.
pub(super) trait SheetReader {
    /// Where its rows wait.
    fn rows(&mut self) -> &mut Rows;

    /// Pushes the next row, or ends them; a row without anything in it pushes nothing.
    fn read_row(&mut self) -> Result<(), FileFault>;

    /// The next row; after a fault there are no more.
    fn next_row(&mut self) -> Option<Result<Record, FileFault>> {
        loop {
            if let Some(record) = self.rows().next_record() {
                return Some(Ok(record));
            }
            if self.rows().is_over() {
                return None;
            }
            if let Err(fault) = self.read_row() {
                self.rows().end();
                return Some(Err(fault));
            }
        }
    }
}

/// Hands out the rows of a sheet that are pushed in.
#[derive(Debug)]
pub(super) struct Rows {
    merges: Merges,
    /// Columns that the sheet does not show, first and last, from 1.
    hidden: Vec<(usize, usize)>,
    /// The row that was handed out last; none before the first.
    last: Option<u64>,
    /// A row with something in it, so many times.
    waiting: Option<(Record, u64)>,
    is_over: bool,
}

impl Rows {
    pub(super) fn new(merges: Merges, hidden: Vec<(usize, usize)>) -> Self {
        Self {
            merges,
            hidden,
            last: None,
            waiting: None,
            is_over: false,
        }
    }

    /// Takes a row that stands so many times from its line on; only when the one before is handed out.
    pub(super) fn push(&mut self, record: Record, times: u64) {
        let is_blank = record.cells.iter().all(|cell| cell.text.is_empty());
        if is_blank {
            return;
        }
        let times = times.min((MOST_ROWS + 1).saturating_sub(record.line));
        self.waiting = Some((record, times));
    }

    /// Marks an area that begins in the row to be pushed next.
    pub(super) fn merge(&mut self, area: super::merges::Area) {
        self.merges.add(area);
    }

    /// Says which columns are not shown.
    pub(super) fn hide(&mut self, columns: &[(usize, usize)]) {
        if self.hidden.len() != columns.len() {
            self.hidden = columns.to_vec();
        }
    }

    pub(super) fn end(&mut self) {
        self.is_over = true;
    }

    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// The next row to hand out; none if another one has to be pushed first.
    pub(super) fn next_record(&mut self) -> Option<Record> {
        let (waiting, times) = self.waiting.as_mut()?;
        let line = self.last.map_or(waiting.line, |last| last + 1);
        let mut record = if line < waiting.line {
            Record {
                line,
                ..Record::default()
            }
        } else if *times > 1 {
            *times -= 1;
            let record = waiting.clone();
            waiting.line += 1;
            record
        } else {
            self.waiting.take().map(|(record, _)| record)?
        };
        self.last = Some(line);
        self.merges.mark(line, &mut record.cells);
        let is_blank = |cell: &Cell| cell.text.is_empty() && cell.merged_from.is_none();
        while record.cells.pop_if(|cell| is_blank(cell)).is_some() {}
        for (first, last) in &self.hidden {
            let shown_before = first.saturating_sub(1);
            for cell in record.cells.iter_mut().take(*last).skip(shown_before) {
                cell.is_hidden = true;
            }
        }
        Some(record)
    }
}
