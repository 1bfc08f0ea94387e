//! What falls due on a day: the figures of the month and of its agenda.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::query::Filter;
use super::status::Rank;

/// The listed tasks whose effective due date is one day, by their place in the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDay {
    /// The day.
    pub day: NaiveDate,
    /// Clocks that run: late once the day has passed.
    pub running: i64,
    /// Drafts.
    pub drafts: i64,
    /// Awaiting confirmation, or suspended.
    pub paused: i64,
    /// Done or dropped.
    pub closed: i64,
}

impl DueDay {
    /// A day on which nothing falls due.
    #[must_use]
    pub const fn empty(day: NaiveDate) -> Self {
        Self {
            day,
            running: 0,
            drafts: 0,
            paused: 0,
            closed: 0,
        }
    }

    /// Takes in so many of a rank.
    pub const fn add(&mut self, rank: Rank, count: i64) {
        match rank {
            Rank::Running => self.running += count,
            Rank::Undated => self.drafts += count,
            Rank::Paused => self.paused += count,
            Rank::Closed => self.closed += count,
        }
    }

    /// All of them: what the list of this day shows.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.running + self.drafts + self.paused + self.closed
    }

    /// Those of them that are late on a day: the clocks that still run when theirs has passed.
    #[must_use]
    pub fn late(&self, today: NaiveDate) -> i64 {
        if self.day < today { self.running } else { 0 }
    }
}

/// The filter that finds exactly what [`DueDay::total`] counts.
#[must_use]
pub fn filter_of(day: NaiveDate) -> Filter {
    Filter {
        due_from: Some(day),
        due_to: Some(day),
        ..Filter::default()
    }
}

/// The first and the last day of the month of a day.
#[must_use]
pub fn month_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1));
    (first, next.and_then(|day| day.pred_opt()).unwrap_or(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_still_runs_is_late_the_day_after_and_not_before() {
        let day = NaiveDate::from_ymd_opt(2023, 6, 15).unwrap();
        let mut due = DueDay::empty(day);
        due.add(Rank::Running, 3);
        due.add(Rank::Closed, 4);
        assert_eq!((due.total(), due.late(day)), (7, 0));
        assert_eq!(due.late(day.succ_opt().unwrap()), 3);
    }

    #[test]
    fn a_month_ends_the_day_before_the_next_begins() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let ends = |text| month_of(day(text));
        assert_eq!(ends("2024-02-10"), (day("2024-02-01"), day("2024-02-29")));
        assert_eq!(ends("2023-12-31"), (day("2023-12-01"), day("2023-12-31")));
    }
}
