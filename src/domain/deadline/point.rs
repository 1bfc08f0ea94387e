//! A point in time as a text names it: a day, month, quarter, half or year, perhaps without its year.
//!
//! The grammar makes points; the judges give them a year and turn them into dates (D1, D4 to D9).

use chrono::{Datelike, NaiveDate};

use super::Kind;
use crate::domain::recurrence::{MonthDay, last_of_month};

/// What a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) named: Named,
    pub(super) year: Option<i32>,
}

/// A part of a year, or of a month that is still to be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// "Ngày 15".
    DayOnly(u32),
    /// From the first day of a month, or one of its days, to one of another, or its last.
    Span {
        kind: Kind,
        from: (u32, u32),
        to: (u32, Option<u32>),
    },
}

/// Where in a period a day lies (D9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Begin,
    Middle,
    End,
}

impl Point {
    fn span(kind: Kind, from: (u32, u32), to: (u32, Option<u32>)) -> Self {
        Self {
            named: Named::Span { kind, from, to },
            year: None,
        }
    }

    pub(super) fn day_only(day: u32) -> Self {
        Self {
            named: Named::DayOnly(day),
            year: None,
        }
    }

    pub(super) fn day(day: u32, month: u32) -> Self {
        Self::span(Kind::Date, (month, day), (month, Some(day)))
    }

    pub(super) fn month(month: u32) -> Self {
        Self::span(Kind::Month, (month, 1), (month, None))
    }

    pub(super) fn quarter(quarter: u32) -> Self {
        let last = quarter.saturating_mul(3);
        Self::span(Kind::Quarter, (last.saturating_sub(2), 1), (last, None))
    }

    /// The first or last months of a year (D6).
    pub(super) fn part_of_year(months: u32, edge: Edge) -> Self {
        let kind = if months == 6 { Kind::Half } else { Kind::Range };
        match edge {
            Edge::Begin | Edge::Middle => Self::span(kind, (1, 1), (months, None)),
            Edge::End => Self::span(kind, (13_u32.saturating_sub(months), 1), (12, None)),
        }
    }

    pub(super) fn whole_year() -> Self {
        Self::span(Kind::Year, (1, 1), (12, None))
    }

    pub(super) fn in_year(self, year: Option<i32>) -> Self {
        Self {
            year: year.or(self.year),
            ..self
        }
    }

    pub(super) fn kind(&self) -> Kind {
        match self.named {
            Named::DayOnly(_) => Kind::Date,
            Named::Span { kind, .. } => kind,
        }
    }

    /// The day at the edge of a period: "cuối tháng 6/2022"; none where no law defines one (D9).
    pub(super) fn at(self, edge: Edge, first_day: bool) -> Option<Self> {
        let Named::Span { kind, from, to } = self.named else {
            return None;
        };
        let (month, day) = match (edge, kind) {
            (Edge::End, _) => to,
            (Edge::Begin, Kind::Month | Kind::Year) => (from.0, Some(from.1)),
            (Edge::Begin, Kind::Quarter | Kind::Half) if first_day => (from.0, Some(from.1)),
            (Edge::Middle, Kind::Month) => (from.0, Some(15)),
            (Edge::Middle, Kind::Year) => (6, Some(30)),
            _ => return None,
        };
        let named = Named::Span {
            kind: Kind::Date,
            from: (month, day.unwrap_or(1)),
            to: (month, day),
        };
        Some(Self {
            named,
            year: self.year,
        })
    }

    /// Gives a day without a month the month of another point.
    pub(super) fn completed_by(self, other: &Self) -> Self {
        match (self.named, other.named) {
            (Named::DayOnly(day), Named::Span { to: (month, _), .. }) => Self {
                named: Self::day(day, month).named,
                year: self.year.or(other.year),
            },
            _ => self,
        }
    }

    /// First and last day in a year; none where there is no such day.
    pub(super) fn dates_in(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let Named::Span { kind, from, to } = self.named else {
            return None;
        };
        let last = match to {
            (month, Some(day)) => NaiveDate::from_ymd_opt(year, month, day)?,
            (month, None) => last_of_month(year, month)?,
        };
        let first = if kind == Kind::Date {
            last
        } else {
            NaiveDate::from_ymd_opt(year, from.0, from.1)?
        };
        Some((first, last))
    }

    /// False for 31/9, quý V and tháng 13 (D18).
    pub(super) fn is_possible(&self) -> bool {
        match (self.named, self.year) {
            (Named::DayOnly(day), _) => (1..=31).contains(&day),
            (Named::Span { .. }, Some(year)) => self.dates_in(year).is_some(),
            // Eight years hold a 29 February whatever century begins in between.
            (Named::Span { .. }, None) => (2000..2008).any(|year| self.dates_in(year).is_some()),
        }
    }

    /// Month and day of its last day in any year.
    pub(super) fn last_day(&self) -> Option<(u8, MonthDay)> {
        let Named::Span {
            to: (month, day), ..
        } = self.named
        else {
            return None;
        };
        let day = day.map_or(Some(MonthDay::Last), |day| MonthDay::new(i64::from(day)));
        Some((u8::try_from(month).ok()?, day?))
    }

    /// Month and day of its first day in any year.
    pub(super) fn first_day(&self) -> Option<(u8, MonthDay)> {
        let Named::Span { kind, from, .. } = self.named else {
            return None;
        };
        if kind == Kind::Date {
            return self.last_day();
        }
        Some((
            u8::try_from(from.0).ok()?,
            MonthDay::new(i64::from(from.1))?,
        ))
    }
}

/// True where the second point begins on the day after the first ends, both in one year or the next.
pub(super) fn are_neighbours(
    first: (NaiveDate, NaiveDate),
    second: (NaiveDate, NaiveDate),
) -> bool {
    first.1.succ_opt() == Some(second.0)
}

/// The year of the reference date, or a later one, for as long as a day may be missing from the calendar.
pub(super) fn years_from(reference: NaiveDate) -> impl Iterator<Item = i32> {
    (0..9).filter_map(move |ahead| reference.year().checked_add(ahead))
}
