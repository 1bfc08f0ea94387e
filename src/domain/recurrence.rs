//! When a recurring deadline falls due again: the small part of RFC 5545 that offices need (DOMAIN 3.2).
//!
//! The deadline parser makes recurrences, the store keeps them as text, `work` makes occurrences of them.
//! It never looks at working days: a due day is kept as written.

mod text;

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Says on which days a task falls due.
///
/// Written and read as `FREQ=WEEKLY;BYDAY=FR`, `FREQ=MONTHLY;BYMONTHDAY=14`,
/// `FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1` or `RDATE=2022-06-30,2022-12-31`; what is read is written
/// back letter for letter when it was in that form and in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Recurrence {
    /// On these days of every week, numbered from Monday as 0.
    Weekly(BTreeSet<u8>),
    /// On these days of every month.
    Monthly(BTreeSet<MonthDay>),
    /// On this day of these months, every year.
    Yearly(BTreeSet<u8>, MonthDay),
    /// On these dates and no other.
    Dates(BTreeSet<NaiveDate>),
}

/// A day of a month, 1 to 31, or the last; a day that a month lacks is its last (D10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MonthDay {
    /// The day of that number.
    On(u8),
    /// The last day, written -1.
    Last,
}

/// One time of a series: the period that ends at its due date (DESIGN 7.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day after the due date before; from here on the occurrence exists.
    pub begins: NaiveDate,
    /// The last day on which it is on time.
    pub due: NaiveDate,
    /// What is added to the code of the series: `.2023-06`, or `.2023-06-09` where a month may hold
    /// several (DESIGN 7.3).
    pub label: String,
}

/// Says that a text is no recurrence of the kinds that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a recurrence")]
pub struct NotARecurrence;

impl MonthDay {
    /// Makes a day of its number, -1 being the last; none where no month has it.
    #[must_use]
    pub fn new(number: i64) -> Option<Self> {
        match number {
            -1 => Some(Self::Last),
            1..=31 => u8::try_from(number).ok().map(Self::On),
            _ => None,
        }
    }

    /// Gives the date of this day in a month; its last day where the month is shorter.
    #[must_use]
    pub fn in_month(self, year: i32, month: u32) -> Option<NaiveDate> {
        let exact = match self {
            Self::On(day) => NaiveDate::from_ymd_opt(year, month, u32::from(day)),
            Self::Last => None,
        };
        exact.or_else(|| last_of_month(year, month))
    }
}

/// Gives the last day of a month; none outside the dates that can be written.
pub(crate) fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    (28..=31)
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}

impl Recurrence {
    /// Gives the first due date on or after the day; none after the last of listed dates.
    #[must_use]
    pub fn next_on_or_after(&self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Dates(dates) => dates.range(date..).next().copied(),
            Self::Weekly(days) => date.iter_days().take(7).find(|d| {
                u8::try_from(d.weekday().num_days_from_monday()).is_ok_and(|n| days.contains(&n))
            }),
            Self::Monthly(days) => in_months_from(date, |_| true)
                .find_map(|(year, month)| first_of(days, year, month, |due| due >= date)),
            Self::Yearly(months, day) => in_months_from(date, |month| months.contains(&month))
                .find_map(|(year, month)| day.in_month(year, month).filter(|due| *due >= date)),
        }
    }

    /// Gives the last due date before the day; none before the first of listed dates.
    #[must_use]
    pub fn last_before(&self, date: NaiveDate) -> Option<NaiveDate> {
        // The rules repeat within a year and a month; the shortest step back that must contain a due date
        // is searched forwards, so that there is one rule only.
        let span = match self {
            Self::Dates(dates) => return dates.range(..date).next_back().copied(),
            Self::Weekly(_) => 7,
            Self::Monthly(_) => 32,
            Self::Yearly(..) => 367,
        };
        let mut last = None;
        let mut next = self.next_on_or_after(date.checked_sub_days(Days::new(span))?)?;
        while next < date {
            last = Some(next);
            next = self.next_on_or_after(next.succ_opt()?)?;
        }
        last
    }

    /// Gives, in order, the occurrences that fall due on or after `from` and have begun by `to`.
    ///
    /// With the document's date and today it is the series of DESIGN 7.5: the first one is the period that
    /// holds the document's date. A period begins on the day after the due date before it, so periods
    /// neither overlap nor leave a gap; the first of listed dates has no beginning and gets the year 1.
    pub fn occurrences(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = Occurrence> + '_ {
        let mut next = self.next_on_or_after(from);
        let mut begins = self
            .last_before(next.unwrap_or(from))
            .and_then(|due| due.succ_opt())
            .unwrap_or_else(|| self.open_beginning());
        std::iter::from_fn(move || {
            let due = next.filter(|_| begins <= to)?;
            let occurrence = Occurrence {
                begins,
                due,
                label: self.label(due),
            };
            next = due.succ_opt().and_then(|day| self.next_on_or_after(day));
            begins = due.succ_opt().unwrap_or(NaiveDate::MAX);
            Some(occurrence)
        })
    }

    fn open_beginning(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(NaiveDate::MIN)
    }

    fn label(&self, due: NaiveDate) -> String {
        let one_a_month = match self {
            Self::Weekly(_) | Self::Dates(_) => false,
            Self::Monthly(days) => days.len() == 1,
            Self::Yearly(..) => true,
        };
        due.format(if one_a_month { ".%Y-%m" } else { ".%Y-%m-%d" })
            .to_string()
    }
}

fn first_of(
    days: &BTreeSet<MonthDay>,
    year: i32,
    month: u32,
    wanted: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    days.iter()
        .filter_map(|day| day.in_month(year, month))
        .filter(|due| wanted(*due))
        .min()
}

/// The wanted months from that of `date` on, for two years: enough to hold every yearly day once.
fn in_months_from(
    date: NaiveDate,
    wanted: impl Fn(u8) -> bool,
) -> impl Iterator<Item = (i32, u32)> {
    let (year, month) = (date.year(), date.month0());
    (month..month + 25)
        .filter_map(move |index| {
            Some((
                year.checked_add(i32::try_from(index / 12).ok()?)?,
                index % 12 + 1,
            ))
        })
        .filter(move |(_, month)| u8::try_from(*month).is_ok_and(&wanted))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule(text: &str) -> Recurrence {
        text.parse().unwrap()
    }

    #[test]
    fn every_form_is_written_back_as_it_was_read() {
        for text in [
            "FREQ=WEEKLY;BYDAY=FR",
            "FREQ=WEEKLY;BYDAY=TU,SU",
            "FREQ=MONTHLY;BYMONTHDAY=14",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
            "RDATE=2022-06-30,2022-12-31",
        ] {
            assert_eq!(rule(text).to_string(), text);
        }
        for text in [
            "",
            "FREQ=DAILY",
            "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "RDATE=",
            "FREQ=WEEKLY;BYDAY=",
        ] {
            assert_eq!(text.parse::<Recurrence>(), Err(NotARecurrence), "{text}");
        }
    }

    #[test]
    fn a_day_that_a_month_lacks_is_its_last() {
        let monthly = rule("FREQ=MONTHLY;BYMONTHDAY=31");
        assert_eq!(
            monthly.next_on_or_after(day("2023-02-01")),
            Some(day("2023-02-28"))
        );
        assert_eq!(
            monthly.next_on_or_after(day("2023-03-01")),
            Some(day("2023-03-31"))
        );
        assert_eq!(
            rule("FREQ=WEEKLY;BYDAY=FR").next_on_or_after(day("2023-06-10")),
            Some(day("2023-06-16"))
        );
        assert_eq!(
            rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1").next_on_or_after(day("2023-03-01")),
            Some(day("2024-02-29"))
        );
        assert_eq!(
            rule("RDATE=2022-06-30").next_on_or_after(day("2022-07-01")),
            None
        );
    }

    #[test]
    fn a_quarterly_report_begins_with_the_quarter_that_holds_the_document() {
        let quarterly = rule("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1");
        let made: Vec<_> = quarterly
            .occurrences(day("2022-05-10"), day("2022-10-01"))
            .collect();
        let labels: Vec<_> = made.iter().map(|o| o.label.as_str()).collect();
        assert_eq!(labels, [".2022-06", ".2022-09", ".2022-12"]);
        assert_eq!(
            (made[0].begins, made[2].begins),
            (day("2022-04-01"), day("2022-10-01"))
        );
    }

    #[test]
    fn periods_end_at_their_due_date_and_the_next_begins_on_the_day_after() {
        let monthly = rule("FREQ=MONTHLY;BYMONTHDAY=14");
        let made: Vec<_> = monthly
            .occurrences(day("2023-01-12"), day("2023-02-14"))
            .collect();
        assert_eq!(made.len(), 2);
        assert_eq!(
            (made[1].begins, made[1].due),
            (day("2023-01-15"), day("2023-02-14"))
        );
        let weekly: Vec<_> = rule("FREQ=WEEKLY;BYDAY=FR")
            .occurrences(day("2023-06-09"), day("2023-06-10"))
            .collect();
        assert_eq!(weekly[0].label, ".2023-06-09");
        assert_eq!(weekly[1].begins, day("2023-06-10"));
    }

    #[test]
    fn the_first_of_listed_dates_has_begun_whenever_one_looks() {
        let dates = rule("RDATE=2022-06-30,2022-12-31");
        let made: Vec<_> = dates
            .occurrences(day("2022-01-25"), day("2022-01-25"))
            .collect();
        assert_eq!(made.len(), 1);
        assert_eq!(made[0].label, ".2022-06-30");
        assert_eq!(
            dates
                .occurrences(day("2022-01-25"), day("2022-07-01"))
                .count(),
            2
        );
        assert_eq!(
            dates
                .occurrences(day("2023-01-01"), day("2023-07-01"))
                .count(),
            0
        );
    }

    #[test]
    fn the_ends_of_time_are_ends_and_no_crash() {
        for text in [
            "FREQ=WEEKLY;BYDAY=FR",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        ] {
            assert!(
                rule(text)
                    .occurrences(NaiveDate::MAX, NaiveDate::MAX)
                    .count()
                    < 2
            );
            assert!(rule(text).next_on_or_after(NaiveDate::MIN).is_some());
            assert_eq!(rule(text).last_before(NaiveDate::MIN), None);
        }
    }
}
