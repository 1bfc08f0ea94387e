//! Long tasks, counted: what goes on by the age of its last update, and series by how their occurrences ended.

use chrono::NaiveDate;

use super::id::{AgencyId, TaskId};

/// Tasks that go on, of one agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aged {
    /// Whose.
    pub agency: AgencyId,
    /// By the age of the last update: up to 30 days, up to 90, up to 180, older or never.
    pub counts: [i64; 4],
    /// The oldest last update.
    pub oldest: Option<NaiveDate>,
}

impl Aged {
    /// The ages in days at which a task goes over to the next class.
    pub const AGES: [u64; 3] = [30, 90, 180];

    /// All of them.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.counts.iter().sum()
    }
}

/// A series with the record of its occurrences so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// The series.
    pub series: TaskId,
    /// Done in time.
    pub kept: i64,
    /// Done late.
    pub late: i64,
    /// Open, and the day is over.
    pub overdue: i64,
    /// Open otherwise.
    pub open: i64,
    /// Done, without a day to be judged by.
    pub undated: i64,
    /// Dropped.
    pub dropped: i64,
    /// The day on which it falls due next.
    pub next: Option<NaiveDate>,
}

impl Record {
    /// None so far.
    #[must_use]
    pub const fn none(series: TaskId) -> Self {
        Self {
            series,
            kept: 0,
            late: 0,
            overdue: 0,
            open: 0,
            undated: 0,
            dropped: 0,
            next: None,
        }
    }

    /// All occurrences.
    #[must_use]
    pub const fn all(&self) -> i64 {
        self.kept + self.late + self.overdue + self.open + self.undated + self.dropped
    }

    /// Those whose day was not kept.
    #[must_use]
    pub const fn missed(&self) -> i64 {
        self.late + self.overdue
    }
}
