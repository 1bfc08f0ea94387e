//! How a recurrence is written down and read back: the text that the store keeps and deadlines.csv shows.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::{MonthDay, NotARecurrence, Recurrence};

/// The days of the week, from Monday on, as RFC 5545 writes them.
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(f, "{day}"),
            Self::Last => write!(f, "-1"),
        }
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weekly(days) => {
                let names = WEEKDAYS
                    .iter()
                    .enumerate()
                    .filter(|(n, _)| u8::try_from(*n).is_ok_and(|n| days.contains(&n)));
                write!(
                    f,
                    "FREQ=WEEKLY;BYDAY={}",
                    joined(names.map(|(_, name)| *name))
                )
            }
            Self::Monthly(days) => write!(f, "FREQ=MONTHLY;BYMONTHDAY={}", joined(days)),
            Self::Yearly(months, day) => {
                write!(f, "FREQ=YEARLY;BYMONTH={};BYMONTHDAY={day}", joined(months))
            }
            Self::Dates(dates) => write!(f, "RDATE={}", joined(dates)),
        }
    }
}

fn joined<T: fmt::Display>(parts: impl IntoIterator<Item = T>) -> String {
    parts
        .into_iter()
        .map(|part| part.to_string())
        .collect::<Vec<_>>()
        .join(",")
}

impl FromStr for Recurrence {
    type Err = NotARecurrence;

    fn from_str(text: &str) -> Result<Self, NotARecurrence> {
        if let Some(dates) = text.strip_prefix("RDATE=") {
            return all(dates, |date| {
                NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()
            })
            .map(Self::Dates);
        }
        if let Some(days) = text.strip_prefix("FREQ=WEEKLY;BYDAY=") {
            let number = |day: &str| {
                WEEKDAYS
                    .iter()
                    .position(|name| *name == day)
                    .and_then(|n| u8::try_from(n).ok())
            };
            return all(days, number).map(Self::Weekly);
        }
        let month_day = |day: &str| day.parse().ok().and_then(MonthDay::new);
        if let Some(days) = text.strip_prefix("FREQ=MONTHLY;BYMONTHDAY=") {
            return all(days, month_day).map(Self::Monthly);
        }
        let yearly = text
            .strip_prefix("FREQ=YEARLY;BYMONTH=")
            .and_then(|rest| rest.split_once(";BYMONTHDAY="));
        let (months, day) = yearly.ok_or(NotARecurrence)?;
        let months = all(months, |month| {
            month.parse().ok().filter(|month| (1..=12).contains(month))
        })?;
        Ok(Self::Yearly(months, month_day(day).ok_or(NotARecurrence)?))
    }
}

fn all<T: Ord>(
    list: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<BTreeSet<T>, NotARecurrence> {
    list.split(',')
        .map(read)
        .collect::<Option<_>>()
        .ok_or(NotARecurrence)
}

impl TryFrom<String> for Recurrence {
    type Error = NotARecurrence;

    fn try_from(text: String) -> Result<Self, NotARecurrence> {
        text.parse()
    }
}

impl From<Recurrence> for String {
    fn from(recurrence: Recurrence) -> Self {
        recurrence.to_string()
    }
}
