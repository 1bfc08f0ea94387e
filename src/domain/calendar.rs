//! The working days of the offices: Monday to Friday, less holidays and swap days off, plus make-up days.
//!
//! Whoever counts days enters here: conditions, relative deadlines, the `workdays` command, reports. The
//! table of days is data that the administrator edits (DOMAIN 5); this room never reads a clock and never
//! writes the table. A list asks it once per visible row, so distances are computed by weeks and a binary
//! search over the exceptions, never day by day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// How far the offices' clock is ahead of that of the log: UTC+7, summer and winter.
pub const OFFSET: TimeDelta = TimeDelta::hours(7);

/// The day of a moment at the offices.
#[must_use]
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    (at + OFFSET).date_naive()
}

/// Says what a row of the calendar makes of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A public holiday, its compensation day, or a local closure: nobody works.
    Holiday,
    /// A working day given off against a make-up day.
    SwapOff,
    /// A day of the weekend that is worked instead.
    SwapWork,
}

impl DayKind {
    /// Names the kind as holidays.csv and the database do.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::SwapOff => "swap_off",
            Self::SwapWork => "swap_work",
        }
    }

    /// Reads what [`DayKind::code`] writes.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Holiday, Self::SwapOff, Self::SwapWork]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// One row of the calendar: a day that is not what its weekday says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOff {
    /// The day.
    pub date: NaiveDate,
    /// Its name as announced, shown where a count explains itself.
    pub name: String,
    /// What it makes of the day.
    pub kind: DayKind,
    /// True until the day is announced officially (DOMAIN 5).
    pub projected: bool,
}

/// Says why a day was not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhySkipped {
    /// Saturday or Sunday.
    Weekend,
    /// A holiday, by its name; also where it falls on a weekend.
    Holiday(String),
    /// A day off against a make-up day, by its name.
    SwapOff(String),
}

/// A day that a count left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The day.
    pub date: NaiveDate,
    /// The reason.
    pub why: WhySkipped,
}

/// The working days of all years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, DayOff>,
    /// Days from Monday to Friday that are off, in order.
    off: Vec<NaiveDate>,
    /// Days of the weekend that are worked, in order.
    worked: Vec<NaiveDate>,
}

impl Calendar {
    /// Makes a calendar of its exceptions, in any order; of two rows for one day the later one holds.
    #[must_use]
    pub fn new(rows: Vec<DayOff>) -> Self {
        let days: BTreeMap<_, _> = rows.into_iter().map(|row| (row.date, row)).collect();
        let pick = |wanted: fn(&DayOff) -> bool| {
            days.values()
                .filter(|row| wanted(row))
                .map(|row| row.date)
                .collect()
        };
        let off = pick(|row| row.kind != DayKind::SwapWork && !is_weekend(row.date));
        let worked = pick(|row| row.kind == DayKind::SwapWork && is_weekend(row.date));
        Self { days, off, worked }
    }

    /// Gives the rows in order of their dates.
    pub fn days(&self) -> impl Iterator<Item = &DayOff> {
        self.days.values()
    }

    /// Gives the row of a day that is not what its weekday says.
    #[must_use]
    pub fn day_off(&self, date: NaiveDate) -> Option<&DayOff> {
        self.days.get(&date)
    }

    /// True where the offices work on this day.
    #[must_use]
    pub fn is_working(&self, date: NaiveDate) -> bool {
        self.days
            .get(&date)
            .map_or(!is_weekend(date), |row| row.kind == DayKind::SwapWork)
    }

    /// True where the year has a holiday that is announced, not only projected.
    ///
    /// Without one every count of that year is a guess, and the screens say so (DOMAIN 5).
    #[must_use]
    pub fn has_official(&self, year: i32) -> bool {
        self.days
            .values()
            .any(|row| row.date.year() == year && !row.projected && row.kind == DayKind::Holiday)
    }

    /// Counts working days after `from` up to and including `to` (DESIGN 7.10).
    ///
    /// Where `to` lies before `from` it is the mirror: `between(a, b) == -between(b, a)`, so that the
    /// distance from today to a due date in the past is minus the days late.
    #[must_use]
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        self.worked_through(to) - self.worked_through(from)
    }

    /// Gives the n-th working day after `from`; before it where `count` is negative, `from` itself for 0.
    ///
    /// What would lie outside the dates that can be written is the last, or the first, of them.
    #[must_use]
    pub fn add_working_days(&self, from: NaiveDate, count: i64) -> NaiveDate {
        if count == 0 {
            return from;
        }
        if count > 0 {
            return self.day_of_rank(self.worked_through(from).saturating_add(count));
        }
        let Some(eve) = from.pred_opt() else {
            return NaiveDate::MIN;
        };
        self.day_of_rank(
            self.worked_through(eve)
                .saturating_add(count)
                .saturating_add(1),
        )
    }

    /// Gives the day itself where it is worked, else the next one that is (Civil Code art. 148.5).
    #[must_use]
    pub fn next_working_day_on_or_after(&self, date: NaiveDate) -> NaiveDate {
        if self.is_working(date) {
            date
        } else {
            self.add_working_days(date, 1)
        }
    }

    /// Lists the days that go elsewhere than under another calendar, where they roll to a working day: what
    /// an edit of the calendar may move. Few, for only days off before an edited day can reach it.
    #[must_use]
    pub fn rolled_otherwise(&self, other: &Self) -> Vec<NaiveDate> {
        let edited = self.days.keys().chain(other.days.keys());
        let mut found = BTreeSet::new();
        for date in edited.filter(|date| self.is_working(**date) != other.is_working(**date)) {
            // From a day that is worked in both nothing rolls past it.
            let mut day = Some(*date);
            while let Some(now) = day
                && !(self.is_working(now) && other.is_working(now))
            {
                let goal = self.next_working_day_on_or_after(now);
                if goal != other.next_working_day_on_or_after(now) {
                    found.insert(now);
                }
                day = now.pred_opt();
            }
        }
        found.into_iter().collect()
    }

    /// Gives the last working day on or before the day.
    #[must_use]
    pub fn last_working_day_on_or_before(&self, date: NaiveDate) -> NaiveDate {
        if self.is_working(date) {
            date
        } else {
            self.add_working_days(date, -1)
        }
    }

    /// Lists the days between the two, counted as in [`Calendar::working_days_between`], that are not
    /// worked, with the reason of each. The order of the two does not matter; the cost is that of the days.
    #[must_use]
    pub fn skipped(&self, from: NaiveDate, to: NaiveDate) -> Vec<Skipped> {
        let (first, last) = (from.min(to), from.max(to));
        first
            .iter_days()
            .skip(1)
            .take_while(|date| *date <= last)
            .filter_map(|date| self.why_off(date).map(|why| Skipped { date, why }))
            .collect()
    }

    /// Lists the make-up days between the two, counted as in [`Calendar::working_days_between`].
    pub fn made_up(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &DayOff> {
        let (first, last) = (from.min(to), from.max(to));
        let start = self.worked.partition_point(|date| *date <= first);
        let end = self.worked.partition_point(|date| *date <= last);
        self.worked
            .iter()
            .skip(start)
            .take(end - start)
            .filter_map(|date| self.days.get(date))
    }

    fn why_off(&self, date: NaiveDate) -> Option<WhySkipped> {
        let Some(row) = self.days.get(&date) else {
            return is_weekend(date).then_some(WhySkipped::Weekend);
        };
        match row.kind {
            DayKind::SwapWork => None,
            DayKind::Holiday => Some(WhySkipped::Holiday(row.name.clone())),
            DayKind::SwapOff => Some(WhySkipped::SwapOff(row.name.clone())),
        }
    }

    /// Gives the number of a day among the working days of its month, and how many the month has.
    #[must_use]
    pub fn place_in_month(&self, date: NaiveDate) -> (i64, i64) {
        let (first, last) = super::agenda::month_of(date);
        let before = first.pred_opt().unwrap_or(first);
        (
            self.working_days_between(before, date),
            self.working_days_between(before, last),
        )
    }

    /// Counts working days up to and including this one, from a fixed day; only differences mean anything.
    fn worked_through(&self, date: NaiveDate) -> i64 {
        // Day 1 of the common era is a Monday.
        let day = i64::from(date.num_days_from_ce());
        let weekdays = day.div_euclid(7) * 5 + day.rem_euclid(7).min(5);
        let before = |dates: &[NaiveDate]| {
            i64::try_from(dates.partition_point(|known| *known <= date)).unwrap_or(0)
        };
        weekdays - before(&self.off) + before(&self.worked)
    }

    /// Gives the earliest day through which that many working days have passed.
    fn day_of_rank(&self, rank: i64) -> NaiveDate {
        let (mut low, mut high) = (
            NaiveDate::MIN.num_days_from_ce(),
            NaiveDate::MAX.num_days_from_ce(),
        );
        while low < high {
            let middle = low + (high - low) / 2;
            let reached = NaiveDate::from_num_days_from_ce_opt(middle)
                .is_some_and(|d| self.worked_through(d) >= rank);
            if reached {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        NaiveDate::from_num_days_from_ce_opt(low).unwrap_or(NaiveDate::MAX)
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests;
