//! What was done how often: urging and discipline, extensions; by agency, or one by one.

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::event::{ASKED_LATE, GRANTED_EARLIER};
use crate::domain::id::AgencyId;
use crate::domain::query::{Filter, Mark, Query};
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Spec};
use crate::domain::transition::Deed;
use crate::store::{Done, Patience};
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
        Mark::ToExplain,
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
        Mark::ExtensionAsked,
        "undecided",
    )
}

fn made(
    session: &Session,
    spec: &Spec,
    progress: &mut Progress<'_>,
    counted: Counted,
    mark: Mark,
    outstanding: &'static str,
) -> Result<Report> {
    if spec.by == Grouping::None {
        return one_by_one(session, spec, counted);
    }
    let mut lines: Vec<(AgencyId, Vec<i64>, Option<NaiveDate>, i64)> = Vec::new();
    for agency in whom(session, spec) {
        progress.go_on()?;
        let mut counts = Vec::new();
        let mut last = None;
        for (_, what) in counted {
            let (count, latest) = session.store.done_count(agency, what, whole(spec))?;
            counts.push(count);
            last = last.max(latest);
        }
        let open = open(session, agency, mark)?;
        if open > 0 || counts.iter().any(|count| *count > 0) {
            lines.push((agency, counts, last, open));
        }
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

/// The agency that is asked about, or all that there ever were, and the unknown one.
fn whom(session: &Session, spec: &Spec) -> Vec<AgencyId> {
    let all = session.facts.agencies.iter().map(|agency| agency.id);
    let all = all.chain([AgencyId::UNRESOLVED]);
    all.filter(|id| spec.agency.is_none_or(|only| only == *id))
        .collect()
}

/// How many tasks of the agency wait for this.
fn open(session: &Session, agency: AgencyId, mark: Mark) -> Result<i64> {
    let query = Query {
        filter: Filter {
            agencies: vec![agency],
            marks: vec![mark],
            ..Filter::default()
        },
        ..Query::default()
    };
    let (day, user) = (session.facts.day(), &session.facts.user);
    let found = session
        .store
        .count(&query, &day, user, Patience::endless())?;
    Ok(found.count)
}

/// Every one of them, the latest first.
fn one_by_one(session: &Session, spec: &Spec, counted: Counted) -> Result<Report> {
    let mut found: Vec<(&'static str, Done)> = Vec::new();
    for agency in whom(session, spec) {
        for (name, what) in counted {
            let listed = session
                .store
                .done_list(agency, what, whole(spec), spec.limit)?;
            found.extend(listed.into_iter().map(|done| (*name, done)));
        }
    }
    let meant = |done: &Done| spec.of.is_none_or(|task| task == done.task.0);
    found.retain(|(_, done)| meant(done));
    found.sort_by_key(|(_, done)| (std::cmp::Reverse(done.day), done.task));
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
    Ok(cut(session, spec, columns, rows.collect(), None, vec![]))
}
