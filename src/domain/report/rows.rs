//! The rows of a report, put up as bytes: a session may have a dozen reports open, of a thousand rows each.
//!
//! As values a row of thirteen cells is a piece of memory of 400 bytes and one more for each of its texts, and what its
//! numbers lead to 3 KB: small pieces that stay while large ones come and go, which is what keeps a session large
//! (README, speed). As bytes it is 120, of all rows one piece, and a row is made again when it is looked at.

use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Cell, Opens, Row};
use crate::domain::amount::Amount;

/// The rows of a report, in order.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Rows {
    bytes: Vec<u8>,
    /// Where each begins, and where in it what it opens.
    places: Vec<(usize, usize)>,
    /// The words of the program that stand in them, each once.
    words: Vec<&'static str>,
}

impl Rows {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.places.len()
    }

    /// True where there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The row at a place, counted from 0.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<Row> {
        Some(Row {
            cells: self.cells(place)?,
            opens: self.opens(place),
        })
    }

    /// What stands in it.
    #[must_use]
    pub fn cells(&self, place: usize) -> Option<Vec<Cell>> {
        let mut reader = self.reader_at(self.places.get(place)?.0);
        let count = reader.take()?;
        (0..count).map(|_: u16| reader.cell()).collect()
    }

    /// Where it leads to, if anywhere.
    #[must_use]
    pub fn opens(&self, place: usize) -> Option<Opens> {
        self.reader_at(self.places.get(place)?.1).opens()
    }

    /// One after the other.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Row> + DoubleEndedIterator {
        let none = || Row {
            cells: Vec::new(),
            opens: None,
        };
        (0..self.len()).map(move |place| self.get(place).unwrap_or_else(none))
    }

    /// What stands in each, one after the other.
    pub fn iter_cells(&self) -> impl ExactSizeIterator<Item = Vec<Cell>> {
        (0..self.len()).map(|place| self.cells(place).unwrap_or_default())
    }

    /// Adds a row at the end.
    pub fn push(&mut self, row: &Row) {
        let begin = self.bytes.len();
        // A report has a dozen columns.
        self.put(&u16::try_from(row.cells.len()).unwrap_or(u16::MAX));
        row.cells.iter().for_each(|cell| self.put_cell(cell));
        self.places.push((begin, self.bytes.len()));
        match &row.opens {
            None => self.put(&NOWHERE),
            Some(opens) => self.put_opens(opens),
        }
    }

    fn put<T: Serialize>(&mut self, value: &T) {
        let begin = self.bytes.len();
        // Nothing of ours refuses to be written into memory; of what did, nothing is left.
        if postcard::to_extend(value, End(&mut self.bytes)).is_err() {
            self.bytes.truncate(begin);
        }
    }

    fn put_word(&mut self, kind: u8, word: &'static str) {
        let found = self.words.iter().position(|held| *held == word);
        let place = found.unwrap_or_else(|| {
            self.words.push(word);
            self.words.len() - 1
        });
        self.put(&(kind, place));
    }

    fn put_cell(&mut self, cell: &Cell) {
        match cell {
            Cell::None => self.put(&NONE),
            Cell::Text(text) => self.put(&(TEXT, text)),
            Cell::Word(word) => self.put_word(WORD, word),
            Cell::Agency(id) => self.put(&(AGENCY, id)),
            Cell::Head(id) => self.put(&(HEAD, id)),
            Cell::Area(id) => self.put(&(AREA, id)),
            Cell::Task(id) => self.put(&(TASK, id)),
            Cell::Document(id) => self.put(&(DOCUMENT, id)),
            Cell::Count(count) => self.put(&(COUNT, count)),
            Cell::Days(days) => self.put(&(DAYS, days)),
            Cell::Share { part, whole } => self.put(&(SHARE, part, whole)),
            Cell::Date(day) => self.put(&(DATE, day.num_days_from_ce())),
            Cell::Amount(amount) => self.put(&(AMOUNT, amount.ten_thousandths())),
            Cell::Interval(interval) => self.put(&(INTERVAL, interval)),
        }
    }

    fn put_opens(&mut self, opens: &Opens) {
        match opens {
            Opens::Tasks(query) => self.put(&(TASKS, query.as_ref())),
            Opens::Task(id) => self.put(&(TASK, id)),
            Opens::Document(id) => self.put(&(DOCUMENT, id)),
            Opens::Report(spec) => self.put(&(REPORT, spec)),
            Opens::Each { columns, rest } => {
                self.put(&(EACH, columns.len()));
                for (column, opens) in columns {
                    self.put_word(WORD, column);
                    self.put_opens(opens);
                }
                self.put_opens(rest);
            }
        }
    }

    fn reader_at(&self, begin: usize) -> Reader<'_> {
        Reader {
            bytes: self.bytes.get(begin..).unwrap_or_default(),
            words: &self.words,
        }
    }
}

// What comes next.
const NONE: u8 = 0;
const TEXT: u8 = 1;
const WORD: u8 = 2;
const AGENCY: u8 = 3;
const HEAD: u8 = 4;
const AREA: u8 = 5;
const TASK: u8 = 6;
const DOCUMENT: u8 = 7;
const COUNT: u8 = 8;
const DAYS: u8 = 9;
const SHARE: u8 = 10;
const DATE: u8 = 11;
const AMOUNT: u8 = 12;
const INTERVAL: u8 = 13;
const NOWHERE: u8 = 14;
const TASKS: u8 = 15;
const REPORT: u8 = 16;
const EACH: u8 = 17;

/// Where the next bytes go.
struct End<'a>(&'a mut Vec<u8>);

impl Extend<u8> for End<'_> {
    fn extend<T: IntoIterator<Item = u8>>(&mut self, bytes: T) {
        self.0.extend(bytes);
    }
}

/// Reads what was written; none at the end and where bytes are no such thing, which happens to no bytes of ours.
struct Reader<'a> {
    bytes: &'a [u8],
    words: &'a [&'static str],
}

impl Reader<'_> {
    fn take<T: DeserializeOwned>(&mut self) -> Option<T> {
        let (value, rest) = postcard::take_from_bytes(self.bytes).ok()?;
        self.bytes = rest;
        Some(value)
    }

    fn word(&mut self) -> Option<&'static str> {
        let place: usize = self.take()?;
        self.words.get(place).copied()
    }

    fn cell(&mut self) -> Option<Cell> {
        Some(match self.take()? {
            NONE => Cell::None,
            TEXT => Cell::Text(self.take()?),
            WORD => Cell::Word(self.word()?),
            AGENCY => Cell::Agency(self.take()?),
            HEAD => Cell::Head(self.take()?),
            AREA => Cell::Area(self.take()?),
            TASK => Cell::Task(self.take()?),
            DOCUMENT => Cell::Document(self.take()?),
            COUNT => Cell::Count(self.take()?),
            DAYS => Cell::Days(self.take()?),
            SHARE => Cell::Share {
                part: self.take()?,
                whole: self.take()?,
            },
            DATE => Cell::Date(NaiveDate::from_num_days_from_ce_opt(self.take()?)?),
            AMOUNT => Cell::Amount(Amount::from_ten_thousandths(self.take()?)),
            INTERVAL => Cell::Interval(self.take()?),
            _ => return None,
        })
    }

    fn opens(&mut self) -> Option<Opens> {
        Some(match self.take()? {
            TASKS => Opens::Tasks(Arc::new(self.take()?)),
            TASK => Opens::Task(self.take()?),
            DOCUMENT => Opens::Document(self.take()?),
            REPORT => Opens::Report(self.take()?),
            EACH => {
                let count: usize = self.take()?;
                let columns = (0..count).map(|_| {
                    let _word: u8 = self.take()?;
                    Some((self.word()?, self.opens()?))
                });
                Opens::Each {
                    columns: columns.collect::<Option<_>>()?,
                    rest: Box::new(self.opens()?),
                }
            }
            _ => return None,
        })
    }
}

impl FromIterator<Row> for Rows {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        let mut all = Self::default();
        rows.into_iter().for_each(|row| all.push(&row));
        all.bytes.shrink_to_fit();
        all.places.shrink_to_fit();
        all
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests;
