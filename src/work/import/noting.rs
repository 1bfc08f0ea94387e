//! What a person should know of a file as a whole, noted while its rows pass.

use super::rows::place_of;
use super::source::Table;
use crate::domain::annex::Column;
use crate::domain::annex::letter;
use crate::exchange::annex::ReadRow;
use crate::work::request::import::FileNote;

/// What was seen so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Noted {
    hidden_rows: u64,
    /// By place, in the order in which they came.
    hidden_columns: Vec<usize>,
    errors: u64,
    first_error: String,
    decoded: u64,
    /// How many cells of each column were decoded.
    legacy: [u64; Column::ALL.len()],
}

impl Noted {
    /// One more row.
    pub(super) fn see(&mut self, row: &ReadRow) {
        self.hidden_rows += u64::from(row.is_hidden);
        let mut is_decoded = false;
        for cell in &row.cells {
            if cell.is_hidden && !self.hidden_columns.contains(&cell.place) {
                self.hidden_columns.push(cell.place);
            }
            if cell.is_error {
                self.errors += 1;
                if self.first_error.is_empty() {
                    self.first_error = place_of(cell.place, cell.line);
                }
            }
            if cell.before.is_some() {
                is_decoded = true;
                let column = Column::ALL.iter().position(|it| *it == cell.column);
                if let Some(count) = column.and_then(|place| self.legacy.get_mut(place)) {
                    *count += 1;
                }
            }
        }
        self.decoded += u64::from(is_decoded);
    }

    /// Adds what was seen to what is told of the file.
    pub(super) fn add_to(&self, table: &mut Table) {
        if self.hidden_rows > 0 {
            table.notes.push(FileNote::HiddenRows(self.hidden_rows));
        }
        if !self.hidden_columns.is_empty() {
            let mut places = self.hidden_columns.clone();
            places.sort_unstable();
            let letters = places.into_iter().map(letter).collect();
            table.notes.push(FileNote::HiddenColumns(letters));
        }
        if self.errors > 0 {
            let first = self.first_error.clone();
            table.notes.push(FileNote::Errors(self.errors, first));
        }
        if self.decoded > 0 {
            table.notes.push(FileNote::Decoded(self.decoded));
        }
        for column in &mut table.columns {
            let of = column
                .column
                .and_then(|it| Column::ALL.iter().position(|one| *one == it));
            if let Some(count) = of.and_then(|place| self.legacy.get(place)) {
                column.legacy_rows = *count;
            }
        }
    }
}
