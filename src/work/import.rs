//! Files of tasks: read, understood, fanned out, merged with what is stored (DOMAIN 3.4, DESIGN 4).
//!
//! A preview does everything but write. An import is one group, and undone as one; a second import of
//! the same file changes nothing.

pub(crate) mod compare;
pub(crate) mod family;
pub(crate) mod merge;
pub(crate) mod plan;
pub(crate) mod reading;
pub(crate) mod understand;

use chrono::Datelike;

use self::family::Making;
use self::plan::Plan;
use self::understand::{Knowledge, Understood};
use super::progress::Progress;
use super::request::{ImportReport, ImportSpec, OperationKey};
use super::session::Session;
use crate::domain::document::{Document, DocumentReference};
use crate::domain::error::{Error, Result};
use crate::domain::id::DocumentId;
use crate::store::{Head, Kind};

/// What an import of this file would do.
pub(super) fn preview(
    session: &Session,
    spec: &ImportSpec,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    planned(session, spec, progress).map(|plan| plan.report)
}

/// Imports a file.
pub(super) fn import(
    session: &mut Session,
    key: &OperationKey,
    spec: &ImportSpec,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    let plan = planned(session, spec, progress)?;
    let facts = std::sync::Arc::clone(session.facts());
    let name = spec.path.file_name().unwrap_or_default().to_string_lossy();
    let origin = session.origin().to_owned();
    let head = Head {
        key: &key.0,
        at: session.now(),
        who: &facts.user.login,
        origin: &origin,
        kind: Kind::Import,
        summary: &name,
    };
    let year = facts.today.year();
    let operation = merge::carry_out(&plan, &mut session.store, &head, year, progress)?;
    session.reload()?;
    Ok(ImportReport {
        operation,
        ..plan.report
    })
}

fn planned(session: &Session, spec: &ImportSpec, progress: &mut Progress<'_>) -> Result<Plan> {
    let facts = session.facts();
    let table = reading::read(&spec.path)?;
    let knowledge = Knowledge {
        directory: session.directory(),
        areas: &facts.areas,
        calendar: &facts.calendar,
        rules: session.rules,
        document: named_document(spec)?,
        documents: &facts.documents,
        today: facts.today,
    };
    let rows: Vec<Understood> = table
        .rows
        .iter()
        .map(|cells| understand::understand(cells, &knowledge))
        .collect();
    let making = Making {
        agencies: &facts.agencies,
        calendar: &facts.calendar,
        today: facts.today,
        past_occurrences: spec.past_occurrences,
    };
    let mut plan = plan::plan(rows, Some(&session.store), &making, progress)?;
    plan.report.skipped = i64::try_from(table.skipped.len()).unwrap_or(i64::MAX);
    Ok(plan)
}

/// The document of rows that name none, as the clerk gives it.
fn named_document(spec: &ImportSpec) -> Result<Option<DocumentReference>> {
    let Some(text) = &spec.document else {
        return Ok(None);
    };
    let Some(mut document) = DocumentReference::parse(text) else {
        return Err(Error::BadText {
            what: "document",
            text: text.clone(),
        });
    };
    document.date = spec.document_date.or(document.date);
    Ok(Some(document))
}

/// A document as it is entered when its first row is.
pub(crate) fn new_document(reference: &DocumentReference, code: String) -> Document {
    Document {
        id: DocumentId(0),
        kind: reference
            .kind()
            .map_or_else(String::new, |kind| kind.word().to_owned()),
        symbol: reference.symbol.clone(),
        date: reference.date,
        issuer: reference.issuer().unwrap_or_default().to_owned(),
        summary: String::new(),
        code,
    }
}
