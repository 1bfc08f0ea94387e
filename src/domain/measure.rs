//! Measured values, refused or doubted in words: what indicators and caseloads have in common.

use super::amount::Amount;
use super::caseload::Caseload;
use super::id::AgencyId;
use super::indicator::Reading;
use super::interval::{Every, Interval};

/// Why a value, or the indicator that it is of, cannot stand as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is no indicator of that code or number.
    NoIndicator(String),
    /// Another indicator has that code.
    CodeTaken(String),
    /// Somebody else has changed the indicator of that code since it was looked at.
    Changed(String),
    /// Nothing stands in a field that needs something: `code`, `name`, `bound`.
    Missing(&'static str),
    /// No bound: `>=100`, `<=5`, `=5`, `25-35`.
    BadBound(String),
    /// No month, quarter, half-year or year.
    BadInterval(String),
    /// No number.
    BadNumber(String),
    /// A number of things below zero.
    Negative(i64),
    /// A share above 100 %.
    AboveHundred(Amount),
    /// The value is of another unit than the indicator.
    WrongUnit {
        /// Beside the value.
        given: String,
        /// Of the indicator.
        wanted: String,
    },
    /// A month where quarters are measured, and the like.
    WrongEvery {
        /// As given.
        given: Interval,
        /// What is measured.
        wanted: Every,
    },
    /// It has not begun.
    Future(Interval),
    /// It shares days with a reading that is there.
    Overlaps {
        /// As given.
        given: Interval,
        /// The reading that is there.
        there: Interval,
    },
    /// The agency did not exist then.
    NotThen {
        /// Whose value, by code.
        agency: String,
        /// Of when.
        interval: Interval,
    },
    /// The indicator is not measured there.
    NotMeasured(String),
    /// No agency could be read, or several fit.
    NoAgency(String),
    /// The indicator is measured city-wide, or by agency, and the value is not.
    WrongLevel,
    /// Opening and received are not what was solved, is open and was withdrawn.
    SumsDiffer {
        /// Opening and received.
        came: i64,
        /// Solved, open, withdrawn.
        went: i64,
    },
    /// More files wait for papers than are open.
    MoreWaiting {
        /// Waiting for papers.
        waiting: i64,
        /// Open.
        open: i64,
    },
    /// The same agency and period stands twice in a file; with the other line.
    Twice(u64),
    /// Somebody changed it since.
    ChangedSince(Interval),
    /// Somebody else has entered, changed or removed the value of a period since it was looked at.
    ReadingChanged {
        /// Whose, by code; empty for the city.
        agency: String,
        /// Of when.
        interval: Interval,
        /// As it was seen.
        seen: Option<Box<Reading>>,
        /// As it is now.
        now: Option<Box<Reading>>,
    },
    /// So with the files of a month.
    FilesChanged {
        /// Whose, by code.
        agency: String,
        /// Of when.
        month: Interval,
        /// As they were seen.
        seen: Option<Box<Caseload>>,
        /// As they are now.
        now: Option<Box<Caseload>>,
    },
    /// It has readings and cannot go.
    HasReadings(String),
}

/// What is kept though it looks doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Opening is not what was open at the end of the month before.
    OpeningDiffers {
        /// Whose.
        agency: AgencyId,
        /// Of which month.
        month: Interval,
        /// As given.
        opening: i64,
        /// What was open then.
        before: i64,
    },
    /// The month or quarter is not over.
    NotOver(Interval),
}
