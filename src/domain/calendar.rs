//! The working days of the offices: Monday to Friday, less holidays and swap days off, plus make-up days.
//!
//! Whoever counts days enters here: conditions, relative deadlines, the `workdays` command, reports. The
//! table of days is data that the administrator edits (DOMAIN 5); this room never reads a clock and never
//! writes the table. A list asks it once per visible row, so distances are computed by weeks and a binary
//! search over the exceptions, never day by day.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

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
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn offices() -> Calendar {
        let mut reader =
            csv::Reader::from_reader(include_str!("../../assets/holidays.csv").as_bytes());
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            DayOff {
                date: day(&row[0]),
                name: row[1].to_owned(),
                kind: DayKind::from_code(&row[2]).unwrap(),
                projected: &row[3] == "projected",
            }
        });
        Calendar::new(rows.collect())
    }

    #[test]
    fn five_working_days_from_before_the_holidays_skip_them_and_say_why() {
        let calendar = offices();
        assert_eq!(
            calendar.add_working_days(day("2022-04-28"), 5),
            day("2022-05-09")
        );
        assert_eq!(
            calendar.working_days_between(day("2022-04-28"), day("2022-05-09")),
            5
        );
        let skipped = calendar.skipped(day("2022-04-28"), day("2022-05-09"));
        assert_eq!(skipped.len(), 6);
        assert_eq!(
            skipped[0].why,
            WhySkipped::Holiday("Ngày Chiến thắng 30/4".to_owned())
        );
        assert_eq!(
            skipped[5],
            Skipped {
                date: day("2022-05-08"),
                why: WhySkipped::Weekend
            }
        );
    }

    #[test]
    fn a_make_up_saturday_is_worked_and_its_day_off_is_not() {
        let calendar = offices();
        assert!(calendar.is_working(day("2024-05-04")));
        assert!(!calendar.is_working(day("2024-04-29")));
        assert_eq!(
            calendar.next_working_day_on_or_after(day("2024-05-04")),
            day("2024-05-04")
        );
        assert_eq!(
            calendar
                .made_up(day("2024-05-01"), day("2024-05-31"))
                .count(),
            1
        );
        assert!(
            calendar
                .skipped(day("2024-04-28"), day("2024-04-29"))
                .iter()
                .any(|s| matches!(&s.why, WhySkipped::SwapOff(_)))
        );
    }

    #[test]
    fn a_due_date_of_friday_seen_on_saturday_is_no_working_day_away_and_on_monday_one_late() {
        let calendar = offices();
        assert_eq!(
            calendar.working_days_between(day("2022-06-11"), day("2022-06-10")),
            0
        );
        assert_eq!(
            calendar.working_days_between(day("2022-06-13"), day("2022-06-10")),
            -1
        );
        assert_eq!(
            calendar.add_working_days(day("2022-06-13"), -1),
            day("2022-06-10")
        );
        assert_eq!(
            calendar.last_working_day_on_or_before(day("2022-06-12")),
            day("2022-06-10")
        );
    }

    #[test]
    fn counts_made_by_hand_over_the_new_year_and_the_swaps_are_met() {
        let calendar = offices();
        for (from, to, count) in [
            ("2023-01-19", "2023-01-27", 1),
            ("2023-01-16", "2023-02-06", 10),
            ("2024-02-07", "2024-02-15", 1),
            ("2024-04-26", "2024-05-06", 4),
            ("2025-01-01", "2025-12-31", 250),
            ("2026-01-01", "2026-01-11", 6),
            ("2026-02-13", "2026-02-23", 1),
            ("2026-08-21", "2026-09-03", 7),
            ("2024-05-06", "2024-05-03", -2),
        ] {
            assert_eq!(
                calendar.working_days_between(day(from), day(to)),
                count,
                "{from} {to}"
            );
        }
        assert_eq!(
            calendar.add_working_days(day("2023-01-22"), 0),
            day("2023-01-22")
        );
        assert_eq!(
            calendar.add_working_days(day("2024-02-07"), 3),
            day("2024-02-19")
        );
    }

    #[test]
    fn only_announced_years_are_official() {
        let calendar = offices();
        assert!(calendar.has_official(2026));
        assert!(!calendar.has_official(2027));
        assert!(!calendar.has_official(2030));
    }

    #[test]
    fn the_ends_of_time_are_ends_and_no_crash() {
        let calendar = offices();
        assert_eq!(
            calendar.add_working_days(NaiveDate::MAX, i64::MAX),
            NaiveDate::MAX
        );
        assert_eq!(
            calendar.add_working_days(NaiveDate::MIN, i64::MIN),
            NaiveDate::MIN
        );
        assert!(calendar.working_days_between(NaiveDate::MIN, NaiveDate::MAX) > 0);
        assert_eq!(
            calendar.next_working_day_on_or_after(NaiveDate::MAX),
            NaiveDate::MAX
        );
    }

    proptest! {
        #[test]
        fn counting_by_weeks_agrees_with_counting_on_fingers(from in 738_000i32..740_500, length in 0i32..900) {
            let calendar = offices();
            let from = NaiveDate::from_num_days_from_ce_opt(from).unwrap();
            let to = from + chrono::Days::new(u64::try_from(length).unwrap());
            let slow = from.iter_days().skip(1).take_while(|d| *d <= to).filter(|d| calendar.is_working(*d)).count();
            let count = calendar.working_days_between(from, to);
            prop_assert_eq!(count, i64::try_from(slow).unwrap());
            prop_assert_eq!(calendar.working_days_between(to, from), -count);
            prop_assert_eq!(calendar.skipped(from, to).len() + slow, usize::try_from(length).unwrap());
            if count > 0 {
                let reached = calendar.add_working_days(from, count);
                prop_assert!(reached <= to && calendar.is_working(reached));
                prop_assert_eq!(calendar.working_days_between(reached, to), 0);
            }
        }
    }
}
