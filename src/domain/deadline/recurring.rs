//! What comes again: every week, month, quarter or year, on which day (D10), and until when it is next due.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::gathering::{Entry, Gathering, is_day_only};
use super::phrases::{Join, Mark, Unit};
use super::point::{Edge, Named};
use super::{Context, Deadline, Kind, Why};
use crate::domain::recurrence::{MonthDay, Recurrence};

/// Judges a text that says how often.
pub(super) fn judge(gathering: &Gathering, context: &Context<'_>) -> Deadline {
    let mut why = Vec::new();
    let recurrence = recurrence(gathering, context, &mut why);
    let limits: Vec<_> = gathering
        .entries
        .iter()
        .filter(|entry| is_limit(entry))
        .collect();
    if !limits.is_empty() {
        why.push(Why::LimitedPeriod);
    }
    let begins = limits.into_iter().filter_map(first_day).min();
    let from = begins.map_or(context.reference, |from| from.max(context.reference));
    let due = recurrence
        .as_ref()
        .and_then(|recurrence| recurrence.next_on_or_after(from));
    Deadline {
        recurrence,
        ..Deadline::new(Kind::Recurring, due)
    }
    .because_all(why)
}

/// A date with a year does not recur: it says from when, or until when.
fn is_limit(entry: &Entry) -> bool {
    entry.point.year.is_some()
}

/// The day from which on it recurs; none where the date is an end.
fn first_day(entry: &Entry) -> Option<NaiveDate> {
    if matches!(entry.mark, Some(Mark::To | Mark::By | Mark::Before)) || entry.join == Join::To {
        return None;
    }
    entry
        .point
        .year
        .and_then(|year| entry.point.dates_in(year))
        .map(|(first, _)| first)
}

fn recurrence(
    gathering: &Gathering,
    context: &Context<'_>,
    why: &mut Vec<Why>,
) -> Option<Recurrence> {
    let units = gathering.units.clone().unwrap_or_default();
    if gathering.no_meaning || units.contains(&Unit::Day) {
        why.push(Why::NotExpressible);
        return None;
    }
    let named: Vec<_> = gathering
        .entries
        .iter()
        .filter(|entry| !is_limit(entry))
        .copied()
        .collect();
    if units.contains(&Unit::Week) || units.is_empty() && !gathering.weekdays.is_empty() {
        let only = units.iter().all(|unit| *unit == Unit::Week) && named.is_empty();
        return weekly(gathering, context, why).filter(|_| {
            only || {
                why.push(Why::NotExpressible);
                false
            }
        });
    }
    if !gathering.weekdays.is_empty() {
        why.push(Why::NotExpressible);
        return None;
    }
    let (days, dated): (Vec<_>, Vec<_>) = named.into_iter().partition(is_day_only);
    let yearly = units.iter().all(|unit| *unit == Unit::Months(12));
    if !dated.is_empty() {
        let clear = yearly && days.is_empty() && gathering.month_of.is_none();
        let read = of_dates(&dated, gathering.has_hour, context).filter(|_| clear);
        if read.is_none() {
            why.push(Why::NotExpressible);
        }
        return read;
    }
    let Some(months) = months(&units, gathering, !days.is_empty(), why) else {
        why.push(Why::NotExpressible);
        return None;
    };
    let days = named_days(gathering, &days, context, why);
    let read = on_days(&months, &days);
    if read.is_none() {
        why.push(Why::NotExpressible);
    }
    read
}

fn weekly(gathering: &Gathering, context: &Context<'_>, why: &mut Vec<Why>) -> Option<Recurrence> {
    if gathering.weekdays.is_empty() {
        why.push(Why::LastDayOfPeriod);
        return Some(Recurrence::Weekly(BTreeSet::from([6])));
    }
    let counted = context.rules.before_is_exclusive && !gathering.has_hour;
    let exclusive = |mark: Option<Mark>| counted && mark == Some(Mark::Before);
    if gathering.weekdays.iter().any(|(_, mark)| exclusive(*mark)) {
        why.push(Why::ExclusiveBefore);
    }
    let days = gathering.weekdays.iter().map(|(day, mark)| {
        if exclusive(*mark) {
            (day + 6) % 7
        } else {
            *day
        }
    });
    Some(Recurrence::Weekly(days.collect()))
}

/// The months that end a period, or the month that the text names within it.
fn months(
    units: &[Unit],
    gathering: &Gathering,
    has_days: bool,
    why: &mut Vec<Why>,
) -> Option<BTreeSet<u8>> {
    let mut lengths: Vec<u32> = units
        .iter()
        .filter_map(|unit| match unit {
            Unit::Months(months) => Some(*months),
            Unit::Day | Unit::Week => None,
        })
        .collect();
    if lengths.is_empty() && gathering.month_of.is_some() {
        lengths.push(3);
    }
    let mut ends = BTreeSet::new();
    for length in &lengths {
        match length {
            1 | 2 | 3 | 4 | 6 | 12 => ends.extend((1..=12_u32).filter(|month| month % length == 0)),
            9 => _ = ends.insert(9),
            _ => return None,
        }
    }
    if ends.is_empty() {
        return None;
    }
    let longer = ends.len() < 12;
    let back = match gathering.month_of {
        Some(back) => i64::from(back),
        None if gathering.says_next && longer => -1,
        None => {
            if has_days && longer {
                why.push(Why::NoMonth);
            }
            0
        }
    };
    ends.into_iter()
        .map(|month| u8::try_from((i64::from(month) - 1 - back).rem_euclid(12) + 1).ok())
        .collect()
}

fn named_days(
    gathering: &Gathering,
    days: &[Entry],
    context: &Context<'_>,
    why: &mut Vec<Why>,
) -> Vec<Day> {
    let exclusive = context.rules.before_is_exclusive && !gathering.has_hour;
    let mut named: Vec<Day> = Vec::new();
    for entry in days {
        if let Named::DayOnly(number) = entry.point.named
            && let Some(day) = MonthDay::new(i64::from(number))
        {
            if entry.join == Join::To || entry.join == Join::Dash {
                // "Từ ngày 15 đến ngày 20 hằng tháng": the window closes on the 20th.
                named.pop();
                why.push(Why::NotUnderstood);
            }
            let is_before = entry.mark == Some(Mark::Before) && exclusive;
            if is_before && !why.contains(&Why::ExclusiveBefore) {
                why.push(Why::ExclusiveBefore);
            }
            named.push(Day::of(day, is_before));
        }
    }
    for (edge, _, mark) in &gathering.edges {
        let day = match edge {
            Edge::Begin => MonthDay::On(1),
            Edge::Middle => MonthDay::On(15),
            Edge::End => MonthDay::Last,
        };
        if *mark == Some(Mark::Before) {
            why.push(Why::NotUnderstood);
        }
        named.push(Day::of(day, false));
    }
    if named.is_empty() {
        why.push(Why::LastDayOfPeriod);
        named.push(Day::of(MonthDay::Last, false));
    }
    named
}

/// A day of a month, or the last day of the month before ("trước ngày 01").
#[derive(Clone, Copy, PartialEq, Eq)]
struct Day {
    day: MonthDay,
    month_before: bool,
}

impl Day {
    fn of(day: MonthDay, exclusive: bool) -> Self {
        match day {
            MonthDay::On(1) if exclusive => Self {
                day: MonthDay::Last,
                month_before: true,
            },
            MonthDay::On(number) if exclusive => Self {
                day: MonthDay::On(number - 1),
                month_before: false,
            },
            MonthDay::On(_) | MonthDay::Last => Self {
                day,
                month_before: false,
            },
        }
    }

    fn month(self, month: u8) -> u8 {
        if self.month_before {
            (month + 10) % 12 + 1
        } else {
            month
        }
    }
}

fn on_days(months: &BTreeSet<u8>, days: &[Day]) -> Option<Recurrence> {
    if months.len() == 12 {
        return Some(Recurrence::Monthly(
            days.iter().map(|day| day.day).collect(),
        ));
    }
    let [day] = days else { return None };
    yearly(
        months
            .iter()
            .map(|month| (day.month(*month), day.day))
            .collect(),
    )
}

/// Dates that come every year: 15/6 and 15/12, tháng 12, quý IV.
fn of_dates(dated: &[Entry], hour: bool, context: &Context<'_>) -> Option<Recurrence> {
    let mut found = BTreeSet::new();
    for entry in dated {
        if matches!(entry.join, Join::To | Join::Dash | Join::Or) || entry.from {
            return None;
        }
        let period = entry.point.kind() != Kind::Date;
        let before = entry.mark == Some(Mark::Before)
            && (period || context.rules.before_is_exclusive && !hour);
        let (month, day) = if before {
            entry.point.first_day()?
        } else {
            entry.point.last_day()?
        };
        let day = Day::of(day, before);
        found.insert((day.month(month), day.day));
    }
    yearly(found)
}

/// One month keeps the number of its last day, several are written with -1 (D10).
fn yearly(dates: BTreeSet<(u8, MonthDay)>) -> Option<Recurrence> {
    let months: BTreeSet<u8> = dates.iter().map(|(month, _)| *month).collect();
    let first = dates.first().map(|(_, day)| *day)?;
    let day = if dates.len() == 1 {
        let (month, day) = dates.first()?;
        let length = MonthDay::Last
            .in_month(2023, u32::from(*month))
            .map(|last| last.day());
        match (
            day,
            length.and_then(|length| MonthDay::new(i64::from(length))),
        ) {
            (MonthDay::Last, Some(last)) if *month != 2 => last,
            _ => *day,
        }
    } else if dates.iter().all(|(month, day)| {
        day.in_month(2023, u32::from(*month)) == MonthDay::Last.in_month(2023, u32::from(*month))
    }) {
        MonthDay::Last
    } else if dates.iter().all(|(_, day)| *day == first) && months.len() == dates.len() {
        first
    } else {
        return None;
    };
    Some(Recurrence::Yearly(months, day))
}
