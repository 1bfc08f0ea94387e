//! Files by month: count and share side by side, and where the share falls while the count grows (M3).

use super::{column, cut};
use std::collections::BTreeMap;

use crate::domain::agency::lineage;
use crate::domain::caseload::{Caseload, Files};
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::interval::{Every, Interval};
use crate::domain::report::{Cell, Column, Grouping, Holds, Kind, Opens, Report, Row, Spec};
use crate::work::measures::city;
use crate::work::session::Session;

/// Beside the first column.
const FILES: [Column; 7] = [
    column("received", Holds::Count, 2),
    column("solved", Holds::Count, 3),
    column("late", Holds::Count, 0),
    column("files", Holds::Count, 1),
    column("late_share", Holds::Share, 0),
    column("late_before", Holds::Count, 1),
    column("late_share_before", Holds::Share, 1),
];

/// So many months are looked through where no period is given: twenty years.
const MONTHS: i64 = 240;

fn cells(first: Cell, now: Files, before: Option<Files>) -> Vec<Cell> {
    let share = |files: Files| Cell::Share {
        part: files.late,
        whole: files.all,
    };
    vec![
        first,
        Cell::Count(now.received),
        Cell::Count(now.solved),
        Cell::Count(now.late),
        Cell::Count(now.all),
        share(now),
        before.map_or(Cell::None, |it| Cell::Count(it.late)),
        before.map_or(Cell::None, share),
    ]
}

fn columns(first: &'static str) -> Vec<Column> {
    let first = column(first, Holds::Text, 0);
    std::iter::once(first).chain(FILES).collect()
}

/// The month that is meant: that of the period's last day, else the latest with files.
fn month(spec: &Spec) -> Option<Interval> {
    spec.period
        .map(|period| Interval::of(Every::Month, period.to))
}

/// Agencies in a month, the most late files first; or one agency month by month.
pub(super) fn caseload(session: &Session, spec: &Spec) -> Result<Report> {
    if let Some(agency) = spec.agency {
        return of_one(session, spec, agency);
    }
    let city = city(session, month(spec))?;
    let facts = session.facts();
    let whose = |id: AgencyId| match spec.by {
        Grouping::Successor => lineage::today_of(&facts.agencies, id, facts.today),
        Grouping::Agency | Grouping::Head | Grouping::Area | Grouping::None => id,
    };
    let mut sums: BTreeMap<AgencyId, (Files, Option<Files>, usize)> = BTreeMap::new();
    for (one, before) in &city.rows {
        let sum = sums.entry(whose(one.agency)).or_default();
        sum.0 = sum.0.plus(one.files());
        let before = before.map(|it| it.files());
        // Beside months of more agencies than before nothing can be compared.
        sum.1 = match (sum.1, before, sum.2) {
            (_, before, 0) => before,
            (Some(one), Some(other), _) => Some(one.plus(other)),
            (Some(_) | None, None, _) | (None, Some(_), _) => None,
        };
        sum.2 += 1;
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, (files, ..))| std::cmp::Reverse(files.late));
    let total = sums
        .iter()
        .fold(Files::default(), |sum, (_, (files, ..))| sum.plus(*files));
    let row = |(agency, (now, before, _)): (AgencyId, (Files, Option<Files>, usize))| Row {
        cells: cells(head_or_agency(agency, spec), now, before),
        opens: Some(closer(agency, spec)),
    };
    let rows = sums.into_iter().map(row);
    let mut report = cut(
        session,
        spec,
        columns("agency"),
        rows,
        None,
        vec!["late_is", "month_before"],
    );
    // What it is about, also where nobody said so.
    report.spec.period = spec.period.or(city.month.map(Interval::period));
    report.total = city
        .month
        .map(|month| cells(Cell::Interval(month), total, None));
    Ok(report)
}

fn head_or_agency(agency: AgencyId, spec: &Spec) -> Cell {
    match spec.by {
        Grouping::Head => Cell::Head(agency),
        Grouping::Agency | Grouping::Successor | Grouping::Area | Grouping::None => {
            Cell::Agency(agency)
        }
    }
}

/// One agency month by month.
fn closer(agency: AgencyId, spec: &Spec) -> Opens {
    Opens::Report(Box::new(Spec {
        kind: Kind::Caseload,
        agency: Some(agency),
        period: None,
        ..spec.clone()
    }))
}

fn of_one(session: &Session, spec: &Spec, agency: AgencyId) -> Result<Report> {
    let months = session.store.caseload_of(agency, MONTHS)?;
    let within = |one: &&Caseload| spec.period.is_none_or(|it| it.has(one.month.last()));
    let rows = months.iter().filter(within).map(|one| {
        let before = months.iter().find(|it| it.month == one.month.before());
        Row {
            cells: cells(
                Cell::Interval(one.month),
                one.files(),
                before.map(Caseload::files),
            ),
            opens: None,
        }
    });
    Ok(cut(
        session,
        spec,
        columns("month"),
        rows,
        None,
        vec!["late_is", "month_before"],
    ))
}

/// Agencies whose late share falls while the number of late files grows, the greatest growth first; in the
/// month of the period's end, else in the latest with files.
pub(super) fn alerts(session: &Session, spec: &Spec) -> Result<Report> {
    let city = city(session, month(spec))?;
    let of = |agency: AgencyId| spec.agency.is_none_or(|wanted| wanted == agency);
    let mut found: Vec<(AgencyId, Files, Files)> = city
        .rows
        .iter()
        .filter(|(one, _)| of(one.agency))
        .filter_map(|(one, before)| Some((one.agency, one.files(), before.as_ref()?.files())))
        .filter(|(_, now, before)| now.hides_more(*before))
        .collect();
    found.sort_by_key(|(_, now, before)| std::cmp::Reverse(now.late - before.late));
    let row = |(agency, now, before): (AgencyId, Files, Files)| Row {
        cells: cells(head_or_agency(agency, spec), now, Some(before)),
        opens: Some(closer(agency, spec)),
    };
    let rows = found.into_iter().map(row);
    let notes = vec!["late_is", "alert", "month_before"];
    let mut report = cut(session, spec, columns("agency"), rows, None, notes);
    report.spec.period = spec.period.or(city.month.map(Interval::period));
    Ok(report)
}
