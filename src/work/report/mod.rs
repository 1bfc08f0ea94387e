//! Reports: one model, a file a report; screens, commands and files show what is made here.

mod caseload;
mod completion;
mod deeds;
mod documents;
pub(super) mod files;
mod grouped;
mod hands;
mod heads;
mod indicators;
mod late;
mod ongoing;
mod series;
mod sheet;
mod superior;
mod waiting;

use super::progress::Progress;
use super::session::Session;
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::period::Period;
use crate::domain::report::{Cell, Column, Grouping, Holds, Kind, Report, Row, Spec};

/// Makes a report.
pub(super) fn make(session: &Session, spec: &Spec, progress: &mut Progress<'_>) -> Result<Report> {
    progress.go_on()?;
    let mut report = made(session, spec, progress)?;
    let asked = &report.spec;
    let is_of_one = asked.agency.is_some() && !asked.with_old && asked.of.is_none();
    if is_of_one && asked.by == Grouping::None {
        // Of one agency, its name stands above the table: in a narrow one it is in the way of what the rows are about.
        let whose = report.columns.iter_mut();
        whose
            .filter(|column| matches!(column.name, "agency" | "head"))
            .for_each(|column| column.yields = u8::MAX);
    }
    Ok(report)
}

fn made(session: &Session, spec: &Spec, progress: &mut Progress<'_>) -> Result<Report> {
    match spec.kind {
        Kind::Completion => completion::completion(session, spec),
        Kind::Promise => completion::promise(session, spec),
        Kind::Superior => superior::superior(session, spec),
        Kind::Late => late::late(session, spec),
        Kind::Heads => heads::heads(session, spec),
        Kind::Hands => hands::hands(session, spec, progress),
        Kind::Loops => hands::loops(session, spec),
        Kind::Waiting => waiting::waiting(session, spec),
        Kind::Urgings => deeds::urgings(session, spec, progress),
        Kind::Extensions => deeds::extensions(session, spec, progress),
        Kind::Documents => documents::documents(session, spec),
        Kind::Ongoing => ongoing::ongoing(session, spec),
        Kind::Series => series::series(session, spec),
        Kind::Indicators => indicators::indicators(session, spec),
        Kind::MissingReadings => indicators::missing(session, spec),
        Kind::Caseload => caseload::caseload(session, spec),
        Kind::CaseloadAlerts => caseload::alerts(session, spec),
    }
}

/// A column.
const fn column(name: &'static str, holds: Holds, yields: u8) -> Column {
    Column {
        name,
        holds,
        yields,
    }
}

/// The days that are asked about; all where no period is named.
fn whole(spec: &Spec) -> Period {
    spec.period.unwrap_or(hands::ALWAYS)
}

/// The name of the column that says whose a row is.
const fn first(spec: &Spec) -> &'static str {
    match spec.by {
        Grouping::Head => "head",
        Grouping::Agency | Grouping::Successor | Grouping::Area | Grouping::None => "agency",
    }
}

/// Whose a row is: the agency, or its head.
const fn whose(spec: &Spec, agency: AgencyId) -> Cell {
    match spec.by {
        Grouping::Head => Cell::Head(agency),
        Grouping::Agency | Grouping::Successor | Grouping::Area | Grouping::None => {
            Cell::Agency(agency)
        }
    }
}

/// A report of these rows, as many as are wanted.
fn cut(
    session: &Session,
    spec: &Spec,
    columns: Vec<Column>,
    rows: impl IntoIterator<Item = Row>,
    total: Option<Vec<Cell>>,
    notes: Vec<&'static str>,
) -> Report {
    let mut rows = rows.into_iter();
    let kept = rows.by_ref().take(spec.limit).collect();
    Report {
        spec: spec.clone(),
        today: session.facts.today,
        columns,
        rows: kept,
        total,
        notes,
        left_out: i64::try_from(rows.count()).unwrap_or(i64::MAX),
    }
}
