//! What the rows of a file say about the days of documents, for rows below that cite one without its day.
//!
//! A plan names its document in full once and by its symbol from then on. Each day is kept with the row that
//! gave it first, so that a row which is shown again has the same day as when the file was read.

use std::collections::HashMap;

use chrono::NaiveDate;

/// So many documents are kept; the files that cite more than a few are lists of documents.
const MOST: usize = 4_096;

/// The days of documents by their symbols, each with the number of the row that gave it first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DaysAbove(HashMap<String, Vec<(usize, NaiveDate)>>);

impl DaysAbove {
    /// A row gives the day of the document of this symbol.
    pub(super) fn saw(&mut self, symbol_key: String, row: usize, day: NaiveDate) {
        if self.0.len() >= MOST && !self.0.contains_key(&symbol_key) {
            return;
        }
        let days = self.0.entry(symbol_key).or_default();
        // Two days are as many as a thousand: the symbol alone says no longer which.
        if days.len() < 2 && days.iter().all(|(_, known)| *known != day) {
            days.push((row, day));
        }
    }

    /// The one day that the rows above this one gave it; none where they gave several.
    pub(super) fn above(&self, symbol_key: &str, row: usize) -> Option<NaiveDate> {
        let mut above = self.0.get(symbol_key)?.iter().filter(|(at, _)| *at < row);
        let (_, day) = above.next()?;
        above.next().is_none().then_some(*day)
    }
}
