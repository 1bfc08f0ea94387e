//! The shapes of `--json`. Fields are never renamed or removed within a version; absent values are null.

use serde_json::{Value, json};

use crate::domain::change::Change;
use crate::domain::document::Document;
use crate::domain::follow_up::{Stage, Target};
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::lang::format;
use crate::work::request::{AgencyCounts, Facts, ImportReport};

/// The version of every shape here.
pub const VERSION: u32 = 1;

/// Parents' and series' codes of the tasks that are printed.
pub type Codes = std::collections::HashMap<TaskId, String>;

/// A task.
#[must_use]
pub fn task(task: &Task, facts: &Facts, codes: &Codes) -> Value {
    let agency = facts
        .agency(task.agency)
        .filter(|agency| agency.id != crate::domain::id::AgencyId::UNRESOLVED);
    let condition = facts.day().judge(task);
    let code_of = |id: Option<TaskId>| id.and_then(|id| codes.get(&id));
    json!({
        "number": task.id.0,
        "code": task.code,
        "title": task.title,
        "agency": agency.map(|agency| &agency.code),
        "agency_name": agency.map(|agency| &agency.name),
        "head": agency.map(|agency| &agency.head_title),
        "area": facts.area(task.area).map(|area| &area.code).filter(|code| !code.is_empty()),
        "document": task.document.and_then(|id| facts.document(id)).map(document),
        "product": text(&task.product),
        "status": task.status.code(),
        "condition": condition.kind().code(),
        "days_late": condition.days_late(),
        "due": task.due,
        "original_due": task.original_due,
        "effective_due": task.effective_due,
        "deadline_text": task.deadline_text,
        "needs_review": task.needs_review(),
        "owes_document": task.owes_document,
        "issued": text(&task.issued),
        "issued_on": task.issued_on,
        "stages": task.stages.iter().map(|stage| stage_json(stage, facts)).collect::<Vec<_>>(),
        "target": task.target.as_ref().map(target_json),
        "progress": task.progress,
        "supporting": task.supporting.split(';').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>(),
        "parent": code_of(task.parent),
        "series": code_of(task.series),
        "row_version": task.version,
    })
}

/// A stage with its own condition.
fn stage_json(stage: &Stage, facts: &Facts) -> Value {
    let judged = stage.done_on.unwrap_or(facts.today);
    let days = (judged > stage.due).then(|| facts.calendar.working_days_between(stage.due, judged));
    let condition = match (stage.done_on, days) {
        (Some(_), None) => "done_on_time",
        (Some(_), Some(_)) => "done_late",
        (None, None) => "in_time",
        (None, Some(_)) => "overdue",
    };
    json!({
        "label": text(&stage.label),
        "due": stage.due,
        "done_on": stage.done_on,
        "condition": condition,
        "days_late": days,
    })
}

fn target_json(target: &Target) -> Value {
    let distance = target.reached.map(|reached| target.bound.distance(reached));
    json!({
        "bound": target.bound,
        "unit": text(&target.unit),
        "reached": target.reached,
        "distance": distance,
        "written": crate::domain::target::written(target),
    })
}

/// How a document is named: `Kế hoạch số 9125/KH-UBND ngày 12/01/2023`.
#[must_use]
pub fn document(document: &Document) -> String {
    let mut name = match document.kind.as_str() {
        "" => document.symbol.clone(),
        kind => format!("{kind} số {}", document.symbol),
    };
    if let Some(date) = document.date {
        name.push_str(&format!(" ngày {}", format::date(date)));
    }
    name
}

/// An agency with its counts.
#[must_use]
pub fn agency(line: &AgencyCounts, facts: &Facts) -> Value {
    let agency = facts.agency(line.agency);
    let counts = &line.counts;
    json!({
        "code": agency.map(|agency| &agency.code),
        "name": agency.map(|agency| &agency.name),
        "head": agency.map(|agency| &agency.head_title),
        "kind": agency.map(|agency| agency.kind.code()),
        "late": counts.late,
        "due_soon": counts.due_soon,
        "open": counts.open,
        "no_due": counts.no_due,
        "suspended": counts.suspended,
        "done_on_time": counts.done_on_time,
        "done_late": counts.done_late,
    })
}

/// A row of the log.
#[must_use]
pub fn change(change: &Change, facts: &Facts) -> Value {
    let on_behalf = change.on_behalf.and_then(|id| facts.agency(id));
    json!({
        "at": change.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "who": change.who,
        "origin": text(&change.origin),
        "what": change.what,
        "before": change.before,
        "after": change.after,
        "why": text(&change.why),
        "document": text(&change.document),
        "on_behalf": on_behalf.map(|agency| &agency.code),
    })
}

/// The counts of an import.
#[must_use]
pub fn import(report: &ImportReport) -> Value {
    json!({
        "version": VERSION,
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "review": report.counts.review,
        "skipped": report.counts.skipped,
        "parents": report.counts.parents,
        "occurrences": report.counts.occurrences,
    })
}

/// A text, none where it is empty.
pub fn text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The end of the log, as everything carries it that leaves the database.
pub fn seal(seal: &crate::domain::seal::Seal) -> Value {
    json!({ "row": seal.row, "hash": seal.hash, "short": seal.short() })
}
