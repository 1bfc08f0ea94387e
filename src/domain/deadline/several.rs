//! One date, a range, stages, or several dates: what the dates of a text mean together (D2 to D9, D11, D17).

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::gathering::{Entry, Gathering, is_day_only};
use super::phrases::{Join, Mark};
use super::point::{Point, are_neighbours, years_from};
use super::{Context, Deadline, Kind, Why};
use crate::domain::recurrence::Recurrence;

/// A date of the text, found in the calendar.
#[derive(Clone, Copy)]
struct Dated {
    entry: Entry,
    first: NaiveDate,
    last: NaiveDate,
    due: NaiveDate,
}

impl Dated {
    /// Kind and start as D2 and D3 want them: a limit has no start, and "trước" makes a day of a period.
    fn deadline(&self) -> Deadline {
        let point_kind = self.entry.point.kind();
        let kind = if self.entry.mark == Some(Mark::Before) {
            Kind::Date
        } else {
            point_kind
        };
        let start = (kind != Kind::Date && self.entry.mark.is_none()).then_some(self.first);
        let why = match self.entry.mark {
            Some(Mark::Before) => Some(Why::ExclusiveBefore),
            _ if point_kind == Kind::Date => None,
            _ => Some(Why::PeriodEnd),
        };
        Deadline {
            start,
            ..Deadline::new(kind, Some(self.due))
        }
        .because_all(why)
    }

    fn start(&self) -> NaiveDate {
        if self.entry.point.kind() == Kind::Date {
            self.due
        } else {
            self.first.min(self.due)
        }
    }
}

/// Judges the dates of a text that neither recurs nor goes on.
pub(super) fn judge(gathering: &Gathering, context: &Context<'_>) -> Deadline {
    let mut why = Vec::new();
    let entries = with_bare_edges(gathering, context, &mut why);
    if entries.iter().any(is_day_only) {
        return Deadline::unknown(Why::NoMonth);
    }
    let together = shape(&entries);
    let Some(dated) = dated(&entries, &together, gathering.has_hour, context, &mut why) else {
        return Deadline::unknown(Why::Impossible(context.text.to_owned()));
    };
    let deadline = match (dated.as_slice(), together) {
        ([], _) => Deadline::unknown(Why::NotUnderstood),
        ([one], _) if one.entry.from => Deadline {
            start: Some(one.first),
            ..Deadline::new(Kind::Ongoing, None)
        }
        .because(Why::NoLastDay),
        ([one], _) => with_weekday(one.deadline(), gathering),
        (all, Shape::Range(doubt)) => range(all).because_all(doubt),
        (all, Shape::Stages) => stages(all),
        (_, Shape::Unclear) => Deadline::unknown(Why::NotUnderstood),
        (all, Shape::List) => list(all, context.reference),
    };
    deadline.because_all(why)
}

/// Judges work that goes on: its start where the text names one (D12).
pub(super) fn ongoing(gathering: &Gathering, context: &Context<'_>) -> Deadline {
    let mut why = vec![Why::OngoingWork];
    let entries: Vec<_> = gathering
        .entries
        .iter()
        .copied()
        .filter(|entry| !is_day_only(entry))
        .collect();
    let dated = dated(&entries, &shape(&entries), false, context, &mut why).unwrap_or_default();
    let starts = dated
        .first()
        .filter(|first| first.entry.mark.is_none())
        .map(|first| first.first);
    let open = matches!(dated.as_slice(), [one] if one.entry.from);
    // "Năm 2022 và các năm tiếp theo" goes on; "30/6/2022 và các năm tiếp theo" has a day that was meant.
    let goes_on = gathering.goes_on
        && dated
            .first()
            .is_none_or(|first| first.entry.point.kind() != Kind::Date);
    let has_end = !(dated.is_empty() || open || goes_on);
    if has_end {
        why.push(Why::OngoingWithEnd);
    }
    Deadline {
        start: starts,
        ..Deadline::new(Kind::Ongoing, None)
    }
    .because_all(why)
}

/// How several dates belong together.
#[derive(Clone, PartialEq, Eq)]
enum Shape {
    Range(Option<Why>),
    Stages,
    List,
    /// A range and something else: which of them holds is not for us to say.
    Unclear,
}

fn shape(entries: &[Entry]) -> Shape {
    let tied = |wanted: Join| entries.iter().skip(1).any(|entry| entry.join == wanted);
    let labels = entries.iter().filter(|entry| entry.label).count();
    if tied(Join::To) {
        return if entries.len() > 2 {
            Shape::Unclear
        } else {
            Shape::Range(None)
        };
    }
    if labels >= 2 {
        return Shape::Stages;
    }
    if are_in_a_row(entries) {
        return Shape::Range(None);
    }
    if let [first, second] = entries
        && second.join == Join::Dash
    {
        let clear =
            first.from || first.point.kind() == Kind::Year && second.point.kind() == Kind::Year;
        return Shape::Range((!clear).then_some(Why::DashAsRange));
    }
    if tied(Join::Dash) {
        Shape::Unclear
    } else {
        Shape::List
    }
}

/// Quarters or months that follow one another, said in one breath (D8).
fn are_in_a_row(entries: &[Entry]) -> bool {
    let alike = |kind: Kind| {
        entries
            .iter()
            .all(|entry| entry.point.kind() == kind && entry.mark.is_none())
    };
    let one_breath = entries
        .iter()
        .skip(1)
        .all(|entry| matches!(entry.join, Join::Comma | Join::And | Join::Dash));
    if entries.len() < 2 || !one_breath || !(alike(Kind::Quarter) || alike(Kind::Month)) {
        return false;
    }
    let year_at_end = entries
        .last()
        .and_then(|entry| entry.point.year)
        .unwrap_or(2000);
    let dates: Option<Vec<_>> = entries
        .iter()
        .map(|entry| {
            entry
                .point
                .dates_in(entry.point.year.unwrap_or(year_at_end))
        })
        .collect();
    dates.is_some_and(|dates| {
        dates
            .iter()
            .zip(dates.iter().skip(1))
            .all(|(first, second)| are_neighbours(*first, *second))
    })
}

fn with_bare_edges(gathering: &Gathering, context: &Context<'_>, why: &mut Vec<Why>) -> Vec<Entry> {
    let mut entries = gathering.entries.clone();
    for (edge, months, mark) in &gathering.edges {
        let month = context.reference.month();
        let period = if *months == 3 {
            Point::quarter(month.div_ceil(3))
        } else {
            Point::month(month)
        };
        if let Some(point) = period
            .in_year(Some(context.reference.year()))
            .at(*edge, true)
        {
            why.push(Why::NoYear);
            entries.push(Entry {
                point,
                mark: *mark,
                from: false,
                join: Join::Comma,
                label: false,
            });
        }
    }
    entries
}

/// Finds every date in the calendar; none where one of them exists in no year.
fn dated(
    entries: &[Entry],
    shape: &Shape,
    hour: bool,
    context: &Context<'_>,
    why: &mut Vec<Why>,
) -> Option<Vec<Dated>> {
    let mut entries = entries.to_vec();
    let carried = entries.iter().any(|entry| entry.point.year.is_none());
    let said = carry_years_back(&mut entries);
    if !said {
        why.push(Why::NoYear);
    }
    if !said && matches!(shape, Shape::Range(_) | Shape::Stages) {
        let last = entries
            .last()
            .and_then(|entry| next(entry, context.reference, hour, context));
        let year = last.and_then(|last| {
            Some(last.last.year())
                .filter(|year| in_year(last.entry, *year, hour, context).is_some())
        });
        if let Some(last) = entries.last_mut() {
            last.point.year = year;
        }
        carry_years_back(&mut entries);
    }
    let mut found: Vec<Dated> = Vec::new();
    for entry in entries {
        // A year missing after one that is there: the next such date after it.
        let from = if said {
            found.last().map_or(context.reference, |before| before.due)
        } else {
            context.reference
        };
        let dated = match entry.point.year {
            Some(year) => in_year(entry, year, hour, context),
            None => next(&entry, from, hour, context),
        };
        found.push(dated?);
    }
    if matches!(shape, Shape::Range(_)) {
        order_range(&mut found, hour, context, why);
    }
    // "Tháng 12, tháng 01/2023": the year at the end may not be that of the first.
    let falls = |(first, second): (&Dated, &Dated)| first.due > second.due;
    if *shape == Shape::List && carried && found.iter().zip(found.iter().skip(1)).any(falls) {
        why.push(Why::StagesOutOfOrder);
    }
    Some(found)
}

/// A year holds for the dates before it that name none; false where one is left without.
fn carry_years_back(entries: &mut [Entry]) -> bool {
    let mut year = None;
    for entry in entries.iter_mut().rev() {
        entry.point.year = entry.point.year.or(year);
        year = entry.point.year;
    }
    entries.iter().all(|entry| entry.point.year.is_some())
}

/// "Từ tháng 11 đến tháng 3/2023" begins in the year before.
fn order_range(found: &mut [Dated], hour: bool, context: &Context<'_>, why: &mut Vec<Why>) {
    let Some(end) = found.last().map(|last| last.due) else {
        return;
    };
    let Some(first) = found.first_mut().filter(|first| first.start() > end) else {
        return;
    };
    let earlier = first
        .first
        .year()
        .checked_sub(1)
        .and_then(|year| in_year(first.entry, year, hour, context));
    if let Some(earlier) = earlier {
        *first = earlier;
        why.push(Why::NoYear);
    }
}

fn next(entry: &Entry, from: NaiveDate, hour: bool, context: &Context<'_>) -> Option<Dated> {
    years_from(from)
        .filter_map(|year| in_year(*entry, year, hour, context))
        .find(|dated| dated.due >= from)
}

fn in_year(entry: Entry, year: i32, hour: bool, context: &Context<'_>) -> Option<Dated> {
    let (first, last) = entry.point.dates_in(year)?;
    let day = entry.point.kind() == Kind::Date;
    let due = match entry.mark {
        // With an hour of the day, or where the office counts the day itself, the day is still on time (D2).
        Some(Mark::Before) if day && (hour || !context.rules.before_is_exclusive) => last,
        Some(Mark::Before) => first.pred_opt()?,
        _ => last,
    };
    Some(Dated {
        entry,
        first,
        last,
        due,
    })
}

fn range(all: &[Dated]) -> Deadline {
    let start = all.first().map(Dated::start);
    let due = all.last().map(|last| last.due);
    if start > due {
        return Deadline::unknown(Why::StagesOutOfOrder);
    }
    Deadline {
        start,
        ..Deadline::new(Kind::Range, due)
    }
    .because(Why::PeriodEnd)
}

fn stages(all: &[Dated]) -> Deadline {
    let dues: BTreeSet<_> = all.iter().map(|dated| dated.due).collect();
    let disorder = all
        .iter()
        .zip(all.iter().skip(1))
        .any(|(first, second)| first.due > second.due);
    Deadline {
        start: all.iter().map(Dated::start).min(),
        recurrence: Some(Recurrence::Dates(dues.clone())),
        ..Deadline::new(Kind::Range, dues.last().copied())
    }
    .because(Why::LastStage)
    .because_all(disorder.then_some(Why::StagesOutOfOrder))
}

fn list(all: &[Dated], reference: NaiveDate) -> Deadline {
    let dues: BTreeSet<_> = all.iter().map(|dated| dated.due).collect();
    let unclear = all
        .iter()
        .skip(1)
        .any(|dated| matches!(dated.entry.join, Join::Or | Join::Bracket | Join::None));
    let from = all.iter().any(|dated| dated.entry.from);
    let before = all
        .iter()
        .any(|dated| dated.entry.mark == Some(Mark::Before));
    let due = dues
        .range(reference..)
        .next()
        .or_else(|| dues.last())
        .copied();
    Deadline {
        recurrence: Some(Recurrence::Dates(dues)),
        ..Deadline::new(Kind::Recurring, due)
    }
    .because(Why::NextOfSeveral)
    .because_all(before.then_some(Why::ExclusiveBefore))
    .because_all((unclear || from).then_some(Why::NotUnderstood))
}

fn with_weekday(deadline: Deadline, gathering: &Gathering) -> Deadline {
    let Some(due) = deadline.due else {
        return deadline;
    };
    let said = |day: u8| u32::from(day) == due.weekday().num_days_from_monday();
    let differs = gathering
        .weekdays
        .iter()
        .any(|(day, mark)| mark.is_none() && !said(*day));
    deadline.because_all(differs.then_some(Why::WeekdayDiffers))
}
