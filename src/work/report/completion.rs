//! The table that offices sign (DOMAIN 2.8), and promise kept: the shares on time against the first and the
//! current date, of the given and of the fallen due (M6).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::deeds;
use super::grouped::{self, Key};
use crate::domain::completion::Classes;
use crate::domain::condition::ConditionKind;
use crate::domain::error::Result;
use crate::domain::query::{Mark, Query};
use crate::domain::report::{Basis, Cell, Column, Grouping, Holds, Opens, Report, Row, Rows, Spec};
use crate::domain::transition::Deed;
use crate::work::request::Facts;
use crate::work::session::Session;

const fn count(name: &'static str, yields: u8) -> Column {
    Column {
        name,
        holds: Holds::Count,
        yields,
    }
}

const fn share(name: &'static str, yields: u8) -> Column {
    Column {
        name,
        holds: Holds::Share,
        yields,
    }
}

/// The columns of the signed table, after the first one.
pub(super) const SIGNED: [Column; 10] = [
    count("total", 0),
    count("done_on_time", 0),
    count("done_late", 0),
    count("open_in_time", 0),
    count("open_late", 0),
    count("not_judged", 3),
    share("share_on_time", 1),
    share("share_late", 4),
    share("share_open_late", 2),
    count("excused", 5),
];

pub(super) fn signed(classes: &Classes) -> Vec<Cell> {
    let share = |part, whole| Cell::Share { part, whole };
    vec![
        Cell::Count(classes.total()),
        Cell::Count(classes.done_on_time),
        Cell::Count(classes.done_late),
        Cell::Count(classes.open_in_time),
        Cell::Count(classes.open_late),
        Cell::Count(classes.not_judged),
        share(classes.done_on_time, classes.done()),
        share(classes.done_late, classes.done()),
        share(classes.open_late, classes.open()),
        Cell::Count(classes.excused),
    ]
}

/// The column of returned submissions.
const RETURNED: &str = "returned";

/// The columns of promise kept, after the first one.
const PROMISE: [Column; 8] = [
    count("given", 0),
    count("fallen_due", 0),
    share("first_of_given", 3),
    share("first_of_due", 0),
    share("current_of_given", 4),
    share("current_of_due", 0),
    count(RETURNED, 2),
    count("excused", 5),
];

fn promise_cells(classes: &Classes, returned: i64) -> Vec<Cell> {
    let share = |part, whole| Cell::Share { part, whole };
    let (given, due) = (classes.total(), classes.fallen_due());
    vec![
        Cell::Count(given),
        Cell::Count(due),
        share(classes.on_first, given),
        share(classes.on_first, due),
        share(classes.done_on_time, given),
        share(classes.done_on_time, due),
        Cell::Count(returned),
        Cell::Count(classes.excused),
    ]
}

/// The classes of a report's tasks by what its rows are about, those without any task left out.
pub(super) fn classes(session: &Session, spec: &Spec) -> Result<BTreeMap<Key, Classes>> {
    let facts = session.facts();
    let agencies = grouped::agencies_of(spec, facts);
    let one = match agencies.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let parts = session
        .store
        .completion(spec.period, spec.basis, one, facts.today)?;
    let wanted = parts
        .iter()
        .filter(|part| agencies.is_empty() || agencies.contains(&part.agency))
        .map(|part| {
            (
                grouped::key(spec, facts, part.agency, part.area),
                part.classes,
            )
        });
    let mut sums = grouped::gathered(wanted);
    sums.retain(|_, classes| classes.total() > 0);
    Ok(sums)
}

fn notes(spec: &Spec, own: &[&'static str]) -> Vec<&'static str> {
    let mut notes = own.to_vec();
    if spec.period.is_some() && spec.basis == Basis::Due {
        notes.push("no_due_in_period");
    }
    notes
}

/// A table of classes: the same rows for both reports.
fn table(
    session: &Session,
    spec: Spec,
    columns: &[Column],
    cells: impl Fn(Option<Key>, &Classes) -> Vec<Cell>,
) -> Result<Report> {
    let facts = session.facts();
    let sums = classes(session, &spec)?;
    let mut all = Classes::default();
    for classes in sums.values() {
        all += *classes;
    }
    let line = |first: Cell, cells: Vec<Cell>| std::iter::once(first).chain(cells).collect();
    // What is not known stands below what is.
    let (known, unknown): (Vec<_>, Vec<_>) = sums.iter().partition(|(key, _)| key.is_known());
    let rows: Rows = known
        .into_iter()
        .chain(unknown)
        .take(spec.limit)
        .map(|(key, classes)| Row {
            cells: line(grouped::cell(spec.by, *key), cells(Some(*key), classes)),
            opens: Some(opens(&spec, facts, *key, columns)),
        })
        .collect();
    let left_out = i64::try_from(sums.len() - rows.len()).unwrap_or(i64::MAX);
    Ok(Report {
        today: facts.today,
        columns: std::iter::once(grouped::column(spec.by))
            .chain(columns.iter().copied())
            .collect(),
        rows,
        total: Some(line(Cell::Word("total"), cells(None, &all))),
        notes: Vec::new(),
        left_out,
        spec,
    })
}

/// What each number of a row was counted from, by the name of its column: of the columns that there are. A count and its
/// share lead to the same tasks, and hold them once.
fn opens(spec: &Spec, facts: &Facts, key: Key, columns: &[Column]) -> Opens {
    use ConditionKind::{DoneLate, DoneOnTime, NoDue, Overdue};
    type From = (
        &'static [&'static str],
        &'static [ConditionKind],
        &'static [Mark],
    );
    const COUNTED_FROM: [From; 8] = [
        (
            &[
                "done_on_time",
                "share_on_time",
                "current_of_given",
                "current_of_due",
            ],
            &[DoneOnTime],
            &[],
        ),
        (&["done_late", "share_late"], &[DoneLate], &[]),
        (&["open_in_time"], &[], &[Mark::OpenInTime]),
        (&["open_late", "share_open_late"], &[Overdue], &[]),
        (&["not_judged"], &[NoDue], &[]),
        (&["fallen_due"], &[DoneOnTime, DoneLate, Overdue], &[]),
        (
            &["first_of_given", "first_of_due"],
            &[DoneOnTime, DoneLate],
            &[Mark::OnFirst],
        ),
        (&["excused"], &[DoneLate, Overdue], &[Mark::Excused]),
    ];
    let whole = grouped::query(spec, facts, key);
    let is_there = |name: &str| columns.iter().any(|column| column.name == name);
    let mut opens = Vec::new();
    for (names, conditions, marks) in COUNTED_FROM {
        let mut query: Option<Arc<Query>> = None;
        for name in names.iter().filter(|name| is_there(name)) {
            let query = query.get_or_insert_with(|| {
                let mut query = whole.clone();
                query.filter.conditions = conditions.to_vec();
                query.filter.marks = marks.to_vec();
                Arc::new(query)
            });
            opens.push((*name, Opens::Tasks(Arc::clone(query))));
        }
    }
    if is_there(RETURNED) {
        let returned = Spec {
            only: Some(RETURNED.to_owned()),
            ..grouped::closer(spec, key)
        };
        opens.push((RETURNED, Opens::Report(Box::new(returned))));
    }
    opens.shrink_to_fit();
    Opens::Each {
        columns: opens,
        rest: Box::new(Opens::Tasks(Arc::new(whole))),
    }
}

/// [`Kind::Completion`](crate::domain::report::Kind::Completion).
pub(super) fn completion(session: &Session, spec: &Spec) -> Result<Report> {
    let spec = Spec {
        by: grouped::settled(spec.by),
        ..spec.clone()
    };
    let said = notes(&spec, &["classes", "shares", "awaiting", "excused"]);
    let mut report = table(session, spec, &SIGNED, |_, classes| signed(classes))?;
    report.notes = said;
    Ok(report)
}

/// [`Kind::Promise`](crate::domain::report::Kind::Promise).
pub(super) fn promise(session: &Session, spec: &Spec) -> Result<Report> {
    if spec.only.as_deref() == Some(RETURNED) && spec.by == Grouping::None {
        return deeds::one_by_one(session, spec, &[(RETURNED, Deed::Return.code())]);
    }
    let spec = Spec {
        by: grouped::settled(spec.by),
        ..spec.clone()
    };
    let returned = returned(session, &spec)?;
    let of = |key: Option<Key>| match key {
        Some(key) => returned.get(&key).copied().unwrap_or(0),
        None => returned.values().sum(),
    };
    let said = notes(
        &spec,
        &[
            "denominators",
            "first_date",
            "awaiting",
            "excused",
            "returned",
        ],
    );
    let cells = |key, classes: &Classes| promise_cells(classes, of(key));
    let mut report = table(session, spec.clone(), &PROMISE, cells)?;
    report.notes = said;
    Ok(report)
}

/// Submissions that were returned in the period.
fn returned(session: &Session, spec: &Spec) -> Result<BTreeMap<Key, i64>> {
    let facts = session.facts();
    let agencies = grouped::agencies_of(spec, facts);
    if spec.by == Grouping::Area {
        let deed = Deed::Return.code();
        let counts = session
            .store
            .done_by_area(spec.agency, deed, super::whole(spec))?;
        let counts = counts.into_iter();
        return Ok(counts
            .map(|(area, done)| (Key::Area(area), done.count))
            .collect());
    }
    let counts = session
        .store
        .event_counts(&[Deed::Return.code()], spec.period)?;
    let wanted = counts
        .iter()
        .filter(|it| agencies.is_empty() || agencies.contains(&it.agency))
        .map(|it| {
            let area = crate::domain::id::AreaId::NONE;
            (grouped::key(spec, facts, it.agency, area), it.count)
        });
    Ok(grouped::gathered(wanted))
}
