//! What was done how often: urging and discipline, extensions; by agency, or one by one.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::event::{ASKED_LATE, GRANTED_EARLIER};
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Spec};
use crate::domain::transition::Deed;
use crate::store::Done;
use crate::work::progress::Progress;
use crate::work::session::Session;

use super::{column, cut, first, whole, whose};

/// What is counted, with the name of its column; the first of them is what rows are ordered by.
type Counted = &'static [(&'static str, &'static str)];

const URGINGS: Counted = &[
    ("urgings", Deed::Urge.code()),
    ("explanations_asked", Deed::AskExplanation.code()),
    ("explanations", Deed::Explain.code()),
    ("criticisms", Deed::Criticise.code()),
    ("proposals", Deed::Propose.code()),
];

const EXTENSIONS: Counted = &[
    ("asked", Deed::AskExtension.code()),
    ("asked_late", ASKED_LATE),
    ("granted", Deed::Extend.code()),
    ("granted_earlier", GRANTED_EARLIER),
    ("refused", Deed::RefuseExtension.code()),
    ("corrected", Deed::CorrectDue.code()),
];

/// What is waited for beside what was done.
#[derive(Debug, Clone, Copy)]
enum Outstanding {
    /// An explanation.
    Explanation,
    /// A decision about an extension.
    Decision,
}

/// Who was urged how often and when last, and what came of it.
pub(super) fn urgings(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
) -> Result<Report> {
    made(
        session,
        spec,
        progress,
        URGINGS,
        Outstanding::Explanation,
        "to_explain",
    )
}

/// Extensions: asked, asked late, granted, granted until an earlier day, refused.
pub(super) fn extensions(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
) -> Result<Report> {
    made(
        session,
        spec,
        progress,
        EXTENSIONS,
        Outstanding::Decision,
        "undecided",
    )
}

fn made(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
    counted: Counted,
    mark: Outstanding,
    outstanding: &'static str,
) -> Result<Report> {
    if spec.by == Grouping::None {
        return one_by_one(session, spec, counted);
    }
    let store = &session.store;
    let whats: Vec<&str> = counted.iter().map(|(_, what)| *what).collect();
    let mut tallies: BTreeMap<AgencyId, (Vec<i64>, i64)> = BTreeMap::new();
    let none = || (vec![0; counted.len()], 0);
    for (place, what) in whats.iter().enumerate() {
        progress.go_on()?;
        for one in store.event_counts(&[what], Some(whole(spec)))? {
            let (counts, _) = tallies.entry(one.agency).or_insert_with(none);
            if let Some(count) = counts.get_mut(place) {
                *count = one.count;
            }
        }
    }
    for (agency, n) in open(session, mark)? {
        tallies.entry(agency).or_insert_with(none).1 = n;
    }
    tallies.retain(|agency, _| spec.agency.is_none_or(|only| only == *agency));
    let mut lines: Vec<(AgencyId, Vec<i64>, Option<NaiveDate>, i64)> = Vec::new();
    for (agency, (counts, open)) in tallies {
        progress.go_on()?;
        let last = store.done_last(agency, &whats, whole(spec))?;
        lines.push((agency, counts, last, open));
    }
    lines.sort_by_key(|(_, counts, _, open)| std::cmp::Reverse((counts.clone(), *open)));
    let mut sums = vec![0; counted.len() + 1];
    for (_, counts, _, open) in &lines {
        let all = counts.iter().chain([open]);
        sums.iter_mut().zip(all).for_each(|(sum, one)| *sum += one);
    }
    let rows = lines.into_iter().map(|(agency, counts, last, open)| {
        let mut cells = vec![whose(spec, agency)];
        cells.extend(counts.into_iter().map(Cell::Count));
        cells.push(Cell::Count(open));
        cells.push(last.map_or(Cell::None, Cell::Date));
        let closer = Spec {
            by: Grouping::None,
            agency: Some(agency),
            ..spec.clone()
        };
        Row {
            cells,
            opens: Some(Opens::Report(Box::new(closer))),
        }
    });
    let mut columns: Vec<Column> = vec![column(first(spec), Holds::Text, 0)];
    columns.extend(
        counted
            .iter()
            .map(|(name, _)| column(name, Holds::Count, 0)),
    );
    columns.push(column(outstanding, Holds::Count, 0));
    columns.push(column("last", Holds::Date, 1));
    let mut total = vec![Cell::Word("total")];
    total.extend(sums.into_iter().map(Cell::Count));
    total.push(Cell::None);
    let rows = rows.collect();
    Ok(cut(
        session,
        spec,
        columns,
        rows,
        Some(total),
        vec!["deeds"],
    ))
}

/// How many tasks wait for this, by agency.
fn open(session: &Session, mark: Outstanding) -> Result<Vec<(AgencyId, i64)>> {
    match mark {
        Outstanding::Explanation => session.store.to_explain(),
        Outstanding::Decision => session.store.undecided(),
    }
}

/// Every one of them, the latest first.
fn one_by_one(session: &Session, spec: &Spec, counted: Counted) -> Result<Report> {
    let store = &session.store;
    let whats: Vec<&str> = counted.iter().map(|(_, what)| *what).collect();
    let found = match spec.of {
        Some(task) => store.done_to(TaskId(task), &whats, whole(spec))?,
        None => store.done_list(spec.agency, &whats, whole(spec), spec.limit)?,
    };
    let mut all = i64::try_from(found.len()).unwrap_or(i64::MAX);
    if spec.of.is_none() {
        let counts = store.event_counts(&whats, Some(whole(spec)))?;
        let meant = counts
            .iter()
            .filter(|it| spec.agency.is_none_or(|only| only == it.agency));
        all = meant.map(|it| it.count).sum();
    }
    let name = |done: &Done| counted.iter().find(|(_, what)| *what == done.what);
    let named = found
        .into_iter()
        .filter_map(|done| name(&done).map(|(name, _)| (*name, done)));
    let found: Vec<(&'static str, Done)> = named.collect();
    let rows = found.into_iter().map(|(name, done)| Row {
        cells: vec![
            Cell::Date(done.day),
            Cell::Word(name),
            whose(spec, done.agency),
            Cell::Task(done.task),
        ],
        opens: Some(Opens::Task(done.task)),
    });
    let columns = vec![
        column("day", Holds::Date, 0),
        column("deed", Holds::Text, 0),
        column(first(spec), Holds::Text, 0),
        column("task", Holds::Text, 0),
    ];
    let mut report = cut(session, spec, columns, rows.collect(), None, vec![]);
    report.left_out = all - i64::try_from(report.rows.len()).unwrap_or(all);
    Ok(report)
}
