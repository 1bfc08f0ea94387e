//! What cells mean, kept for the next row: a plan of a hundred rows names a dozen agencies, dates and one
//! document, a file of a million rows hardly more.
//!
//! Bounded: what a file of ever new texts needs does not grow with it.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::understand::{Knowledge, read_deadline};
use crate::domain::area;
use crate::domain::deadline::Deadline;
use crate::domain::document::DocumentReference;
use crate::domain::id::AreaId;
use crate::domain::matching::CellReading;
use crate::domain::task::Doubt;

use super::days_above::DaysAbove;

/// So many texts of one kind are kept; the next one begins afresh. Rows of one document stand together: four thousand were
/// not faster (measured), and 3 MB that a session kept.
const MOST: usize = 512;

/// Readings of cells.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    leads: RefCell<Kept<CellReading>>,
    cells: RefCell<Kept<CellReading>>,
    deadlines: RefCell<Kept<(Deadline, Vec<Doubt>)>>,
    documents: RefCell<Kept<Option<DocumentReference>>>,
    areas: RefCell<Kept<Option<AreaId>>>,
    headings: RefCell<Kept<Option<AreaId>>>,
    /// No reading that can be made again: what the rows above have said.
    days: RefCell<DaysAbove>,
}

impl Memory {
    /// Of a file that was read before.
    pub(crate) fn with_days(days: DaysAbove) -> Self {
        Self {
            days: RefCell::new(days),
            ..Self::default()
        }
    }

    /// What the rows of the file have said about the days of documents.
    pub(crate) fn into_days(self) -> DaysAbove {
        self.days.into_inner()
    }

    /// All rows are read anew, from the first.
    pub(crate) fn begin(&self) {
        self.days.take();
    }
}

/// Texts as of a day, and what they mean.
#[derive(Debug)]
struct Kept<T> {
    of: HashMap<NaiveDate, HashMap<String, T>>,
    count: usize,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self {
            of: HashMap::new(),
            count: 0,
        }
    }
}

fn kept<T: Clone>(
    kept: &RefCell<Kept<T>>,
    text: &str,
    on: NaiveDate,
    read: impl FnOnce() -> T,
) -> T {
    if let Some(known) = kept.borrow().of.get(&on).and_then(|texts| texts.get(text)) {
        return known.clone();
    }
    let value = read();
    let mut kept = kept.borrow_mut();
    if kept.count >= MOST {
        *kept = Kept::default();
    }
    kept.count += 1;
    let texts = kept.of.entry(on).or_default();
    texts.insert(text.to_owned(), value.clone());
    value
}

impl Knowledge<'_> {
    /// Who leads, as [`Directory::read_lead`](crate::domain::matching::Directory::read_lead) says, and what was settled
    /// by hand.
    pub(crate) fn lead(&self, text: &str, on: NaiveDate) -> CellReading {
        kept(&self.memory.leads, text, on, || {
            self.directory.read_lead_knowing(text, on, self.variants)
        })
    }

    /// Who supports; an agency that leads is dropped.
    pub(crate) fn support(&self, text: &str, on: NaiveDate, lead: &CellReading) -> CellReading {
        let cell = kept(&self.memory.cells, text, on, || {
            self.directory.read_cell_knowing(text, on, self.variants)
        });
        cell.without_leads(lead)
    }

    /// A deadline, and what is doubtful about it.
    pub(crate) fn deadline(&self, text: &str, on: NaiveDate) -> (Deadline, Vec<Doubt>) {
        kept(&self.memory.deadlines, text, on, || {
            read_deadline(text, on, self.calendar, self.rules)
        })
    }

    /// The document that a cell cites.
    pub(crate) fn cited(&self, text: &str) -> Option<DocumentReference> {
        kept(&self.memory.documents, text, NaiveDate::default(), || {
            DocumentReference::parse(text)
        })
    }

    /// A row gives the day of a document.
    pub(crate) fn tells_day(&self, symbol_key: String, row: usize, day: NaiveDate) {
        self.memory.days.borrow_mut().saw(symbol_key, row, day);
    }

    /// The day that rows above this one gave a document.
    pub(crate) fn day_above(&self, symbol_key: &str, row: usize) -> Option<NaiveDate> {
        self.memory.days.borrow().above(symbol_key, row)
    }

    /// The area that a heading over rows names.
    pub(crate) fn area_of_heading(&self, text: &str) -> Option<AreaId> {
        kept(&self.memory.headings, text, NaiveDate::default(), || {
            area::match_heading(text, self.areas)
        })
    }

    /// The area that a cell names.
    pub(crate) fn area(&self, text: &str) -> Option<AreaId> {
        kept(&self.memory.areas, text, NaiveDate::default(), || {
            area::match_area(text, self.areas)
        })
    }
}
