//! What a filter asks of rank, due date, status and lateness, rank by rank: the part that an index
//! answers, or nearly.

use chrono::NaiveDate;

use crate::domain::condition::{ConditionKind, Day};
use crate::domain::id::AgencyId;
use crate::domain::query::{Filter, Order, Query};
use crate::domain::status::{Rank, Status};

use super::super::record::{FIRST_DUE, NO_DUE, due_key};

/// What passes within one rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    pub rank: Rank,
    /// Ranges of `effective_due`, ends included, in ascending order and apart from each other.
    pub dues: Vec<(String, String)>,
    /// Conditions that the index does not decide.
    pub rest: Vec<String>,
}

/// The last key of a date; after it comes only "none".
const LAST_DATE: &str = "9999-12-30";

/// The shapes of a filter, in the order of ranks; none where nothing can pass.
///
/// They say of every listed task exactly what `Day::judge` says, but that "in time", "due soon" and
/// "overdue" are of running clocks only (DESIGN 7.1).
pub(super) fn shapes(filter: &Filter, day: &Day<'_>) -> Vec<Shape> {
    let all = [
        (
            Rank::Running,
            [Status::NotStarted, Status::InProgress].as_slice(),
        ),
        (
            Rank::Undated,
            &[Status::Draft, Status::NotStarted, Status::InProgress],
        ),
        (Rank::Paused, &[Status::Awaiting, Status::Suspended]),
        (Rank::Closed, &[Status::Done, Status::Dropped]),
    ];
    let shapes = all.into_iter().filter_map(|(rank, possible)| {
        let statuses: Vec<_> = possible
            .iter()
            .filter(|status| filter.statuses.is_empty() || filter.statuses.contains(status))
            .collect();
        let (mut dues, mut rest) = by_condition(rank, &filter.conditions, day)?;
        if statuses.len() < possible.len() {
            let codes: Vec<_> = statuses
                .iter()
                .map(|status| format!("'{}'", status.code()))
                .collect();
            rest.push(format!("status IN ({})", codes.join(", ")));
        }
        within(&mut dues, filter.due_from, filter.due_to);
        let is_possible = !statuses.is_empty() && !dues.is_empty();
        is_possible.then_some(Shape { rank, dues, rest })
    });
    shapes.collect()
}

/// The walks that a list is merged from: one for each agency, or one for all.
pub(super) fn lanes(query: &Query) -> Vec<Option<AgencyId>> {
    if query.filter.agencies.is_empty() || query.order != Order::Urgency {
        return vec![None];
    }
    let mut agencies = query.filter.agencies.clone();
    agencies.sort_unstable();
    agencies.dedup();
    agencies.into_iter().map(Some).collect()
}

/// The same as a condition, for walks along another index; none where everything passes.
pub(super) fn as_condition(filter: &Filter, shapes: &[Shape]) -> Option<String> {
    let is_bounded = !filter.statuses.is_empty()
        || !filter.conditions.is_empty()
        || filter.due_from.is_some()
        || filter.due_to.is_some();
    let one = |shape: &Shape| {
        let range = |(low, high): &(String, String)| {
            format!("effective_due >= '{low}' AND effective_due <= '{high}'")
        };
        let ranges: Vec<_> = shape.dues.iter().map(range).collect();
        let mut all = vec![
            format!("rank = {}", shape.rank.number()),
            format!("({})", ranges.join(" OR ")),
        ];
        all.extend(shape.rest.iter().cloned());
        format!("({})", all.join(" AND "))
    };
    let all: Vec<_> = shapes.iter().map(one).collect();
    is_bounded.then(|| format!("({})", all.join(" OR ")))
}

type Bounds = (Vec<(String, String)>, Vec<String>);

fn by_condition(rank: Rank, wanted: &[ConditionKind], day: &Day<'_>) -> Option<Bounds> {
    let whole = || vec![(FIRST_DUE.to_owned(), NO_DUE.to_owned())];
    if wanted.is_empty() {
        return Some((whole(), Vec::new()));
    }
    let wants = |kind| wanted.contains(&kind);
    match rank {
        Rank::Running => Some((clocks(wanted, day), Vec::new())),
        // Without a due date, or a draft.
        Rank::Undated => wants(ConditionKind::NoDue).then(|| (whole(), Vec::new())),
        // An awaiting one with a due date is judged, but in time or overdue are of running clocks only.
        Rank::Paused => wants(ConditionKind::NoDue).then(|| {
            let no_due = format!("(status = 'suspended' OR effective_due = '{NO_DUE}')");
            (whole(), vec![no_due])
        }),
        Rank::Closed => {
            let kinds = [
                ConditionKind::NoDue,
                ConditionKind::DoneOnTime,
                ConditionKind::DoneLate,
            ];
            let wanted: Vec<_> = (0..).zip(kinds).filter(|(_, kind)| wants(*kind)).collect();
            let numbers: Vec<_> = wanted
                .iter()
                .map(|(number, _): &(i32, _)| number.to_string())
                .collect();
            let rest = match numbers.len() {
                0 => return None,
                3 => Vec::new(),
                _ => vec![format!("lateness IN ({})", numbers.join(", "))],
            };
            Some((whole(), rest))
        }
    }
}

/// The due dates of running clocks in these conditions.
fn clocks(wanted: &[ConditionKind], day: &Day<'_>) -> Vec<(String, String)> {
    let key = |date: Option<NaiveDate>| due_key(date);
    let soon_until = day.soon_until();
    let ranges = [
        (
            ConditionKind::Overdue,
            FIRST_DUE.to_owned(),
            key(day.today.pred_opt()),
        ),
        (
            ConditionKind::DueSoon,
            key(Some(day.today)),
            key(Some(soon_until)),
        ),
        (
            ConditionKind::InTime,
            key(soon_until.succ_opt()),
            NO_DUE.to_owned(),
        ),
    ];
    let ranges = ranges
        .into_iter()
        .filter(|(kind, _, _)| wanted.contains(kind));
    ranges.map(|(_, low, high)| (low, high)).collect()
}

/// Only what is due between two days; what has no due date is not.
fn within(dues: &mut Vec<(String, String)>, from: Option<NaiveDate>, to: Option<NaiveDate>) {
    if from.is_some() || to.is_some() {
        let first = from.map_or(FIRST_DUE.to_owned(), |date| due_key(Some(date)));
        let last = to.map_or(LAST_DATE.to_owned(), |date| due_key(Some(date)));
        let last = last.min(LAST_DATE.to_owned());
        for (low, high) in dues.iter_mut() {
            *low = first.clone().max(std::mem::take(low));
            *high = last.clone().min(std::mem::take(high));
        }
    }
    dues.retain(|(low, high)| low <= high);
}
