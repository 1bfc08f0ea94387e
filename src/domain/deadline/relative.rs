//! So many days after an event: Civil Code 2015 art. 147 and 148, and working days (D13, D14).

use chrono::{Datelike, Days, Months, NaiveDate};

use super::gathering::Gathering;
use super::phrases::{CountedFrom, Length, LengthUnit};
use super::point::Point;
use super::{Context, Deadline, EventKind, Kind, Why};

/// Judges a text that counts from an event. The reference date is taken for the day of the event.
pub(super) fn judge(gathering: &Gathering, context: &Context<'_>) -> Deadline {
    let [length] = gathering.lengths.as_slice() else {
        return Deadline::new(Kind::Relative, None).because(Why::NotUnderstood);
    };
    let (from, counts_from) = match length.from {
        CountedFrom::Unsaid => (Some(context.reference), None),
        CountedFrom::Event(event) => (Some(context.reference), Some(event)),
        CountedFrom::Date(point) => (day_of(&point, context.reference), None),
    };
    let due = from.and_then(|from| end(length, from, context));
    let mut why = vec![match length.of {
        LengthUnit::WorkingDays => Why::WorkingDays,
        LengthUnit::Hours => Why::HourOfDay,
        LengthUnit::Days | LengthUnit::Months => Why::CountedFromEvent,
    }];
    match length.from {
        CountedFrom::Unsaid if !length.introduced && length.of != LengthUnit::WorkingDays => {
            why.push(Why::BareLength)
        }
        CountedFrom::Unsaid => why.push(Why::EventNotNamed),
        CountedFrom::Date(point) if point.year.is_none() => why.push(Why::NoYear),
        CountedFrom::Date(_) | CountedFrom::Event(EventKind::Signing | EventKind::Other) => {}
    }
    // Two limits in one text: which of them holds is not for us to say.
    let alone = gathering.entries.is_empty();
    if !alone {
        why.push(Why::NotUnderstood);
    }
    Deadline {
        counts_from,
        ..Deadline::new(Kind::Relative, due.filter(|_| alone))
    }
    .because_all(why)
}

fn day_of(point: &Point, reference: NaiveDate) -> Option<NaiveDate> {
    point
        .dates_in(point.year.unwrap_or(reference.year()))
        .map(|(_, last)| last)
}

/// Adds the length; the day of the event is not counted, and the 31st of a shorter month is its last day.
pub(super) fn end(length: &Length, from: NaiveDate, context: &Context<'_>) -> Option<NaiveDate> {
    match length.of {
        LengthUnit::Hours => None,
        LengthUnit::Days => from.checked_add_days(Days::new(u64::from(length.count))),
        LengthUnit::WorkingDays => Some(
            context
                .calendar
                .add_working_days(from, i64::from(length.count)),
        ),
        LengthUnit::Months => from.checked_add_months(Months::new(length.count)),
    }
}
