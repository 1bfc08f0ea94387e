//! A stretch of days that a report or a reading is about.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; never before the first.
    pub to: NaiveDate,
}

impl Period {
    /// From a day to another; none where it would end before it begins.
    #[must_use]
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// True for a day in it.
    #[must_use]
    pub fn has(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// True where the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}
