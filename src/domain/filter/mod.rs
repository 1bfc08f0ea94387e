//! The words of a filter: `cq:stc tt:đang "quá hạn" hạn<30/6 "cải cách"`, in Vietnamese and English,
//! with or without accents.
//!
//! Enters: the filter line, the command line, saved views, the shell. [`parse`] makes a
//! [`Filter`] of them or says which word it does not know; [`describe()`] writes a filter in its
//! shortest words, which parse to the same filter again. Nothing is asked of the database.

mod dates;
mod describe;
mod names;
mod near;
mod phrases;
mod read;
mod statuses;
mod terms;
mod vocabulary;

use chrono::NaiveDate;

use super::agency::Agency;
use super::area::Area;
use super::calendar::Calendar;
use super::document::Document;
use super::query::Filter;

pub use dates::{before_day, period};
pub use describe::describe;
pub use near::nearest;
pub use phrases::{Meaning, PHRASES, PhraseRow};
pub use statuses::{STATUSES, StatusRow};
pub use vocabulary::{KEYS, Key, KeyRow};

/// What words are read against.
#[derive(Debug, Clone, Copy)]
pub struct FilterContext<'a> {
    /// All agencies, in official order.
    pub agencies: &'a [Agency],
    /// All areas.
    pub areas: &'a [Area],
    /// All assigning documents.
    pub documents: &'a [Document],
    /// The working days, for `hạn<+5n`.
    pub calendar: &'a Calendar,
    /// The day from which dates without a year are read.
    pub today: NaiveDate,
    /// Filters are described in English; they are read in both languages.
    pub in_english: bool,
}

/// The first word that is not understood. Each says what would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterFault {
    /// A word stands before a colon and is no key.
    UnknownKey {
        /// As typed.
        word: String,
        /// The key that is nearest to it.
        nearest: Option<&'static str>,
    },
    /// A key is known, what follows it is not.
    UnknownValue {
        /// After which key.
        key: Key,
        /// As typed.
        word: String,
        /// The value that is nearest to it.
        nearest: Option<String>,
    },
    /// Nothing follows a key yet.
    MissingValue {
        /// Which key.
        key: Key,
    },
    /// What follows `hạn` is no day, month, quarter or year.
    BadDate {
        /// As typed.
        word: String,
    },
    /// `<` or `>` stands behind a key that has no order.
    NotComparable {
        /// Which key.
        key: Key,
    },
}

/// Makes a filter of its words; no words, no condition.
///
/// Words of the conditions are terms of their own, quoted or not; what is no term is looked for in the
/// text. Several values of one key widen, several keys narrow.
///
/// # Errors
/// The first word that is not understood.
pub fn parse(words: &str, context: &FilterContext) -> Result<Filter, FilterFault> {
    read::read(words, context)
}

#[cfg(test)]
mod tests;
