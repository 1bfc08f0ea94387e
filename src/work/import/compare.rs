//! What a file says against what is stored: the file's new texts are taken, what a person corrected by
//! hand since stays.

use std::collections::HashSet;

use serde_json::Value;

use super::family::Planned;
use super::plan::Fate;
use crate::domain::change::{Fields, difference, overlay};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, OperationId, TaskId};
use crate::domain::task::Task;
use crate::store::{Kind, Store};

/// The fields that a file may change; the rest is the task's own life.
const TEXTS: &[&str] = &[
    "title",
    "product",
    "area",
    "supporting",
    "deadline_text",
    "agency",
];

/// The fields that follow from the deadline text.
const DATES: &[&str] = &[
    "kind",
    "start",
    "due",
    "original_due",
    "effective_due",
    "recurrence",
    "stages",
];

/// What becomes of a stored task that the file names again.
pub(super) fn compare(store: &Store, stored: Task, planned: &Planned) -> Result<Fate> {
    if stored.is_gone {
        let back = come_back(&stored, planned);
        return Ok(Fate::Change(Box::new((stored, back))));
    }
    if planned.series.is_some() || stored.form != planned.task.form {
        return Ok(Fate::Same(stored.id));
    }
    if says_the_same(&stored, &planned.task) {
        return Ok(Fate::Same(stored.id));
    }
    let (_, new) = difference(&stored, &planned.task);
    let mut taken: Fields = new
        .iter()
        .filter(|(name, _)| TEXTS.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    if planned.task.agency == AgencyId::UNRESOLVED {
        // Somebody found the lead that the file does not say.
        taken.remove("agency");
    }
    if taken.is_empty() {
        return Ok(Fate::Same(stored.id));
    }
    taken = keep_corrections(store, stored.id, taken)?;
    if taken.contains_key("deadline_text") && stored.extensions == 0 {
        let dates = new
            .into_iter()
            .filter(|(name, _)| DATES.contains(&name.as_str()));
        taken.extend(dates.collect::<Vec<(String, Value)>>());
    }
    if taken.contains_key("product") {
        taken.extend(of_product(store, &stored, &planned.task)?);
    }
    match overlay(&stored, &taken) {
        Some(mut after) if !taken.is_empty() => {
            after.doubts.clone_from(&planned.task.doubts);
            Ok(Fate::Change(Box::new((stored, after))))
        }
        _ => Ok(Fate::Same(stored.id)),
    }
}

/// Whether a document is owed follows from the product, unless a person said otherwise.
fn of_product(store: &Store, stored: &Task, planned: &Task) -> Result<Fields> {
    if stored.owes_document == planned.owes_document {
        return Ok(Fields::new());
    }
    let owes = ("owes_document".to_owned(), planned.owes_document.into());
    keep_corrections(store, stored.id, Fields::from_iter([owes]))
}

/// True where none of [`TEXTS`] differs: nearly always, where a file comes again.
fn says_the_same(stored: &Task, planned: &Task) -> bool {
    stored.title == planned.title
        && stored.product == planned.product
        && stored.area == planned.area
        && stored.supporting == planned.supporting
        && stored.deadline_text == planned.deadline_text
        && (stored.agency == planned.agency || planned.agency == AgencyId::UNRESOLVED)
}

/// A task that was taken back comes as the file has it now, at its old place: nobody worked on it, or it
/// would not have gone.
fn come_back(stored: &Task, planned: &Planned) -> Task {
    Task {
        id: stored.id,
        version: stored.version,
        code: stored.code.clone(),
        parent: stored.parent,
        series: stored.series,
        document: stored.document,
        ..planned.task.clone()
    }
}

/// Leaves out the fields that were changed by anything but an import. What was taken back since says
/// nothing: it is walked from the newest on.
fn keep_corrections(store: &Store, id: TaskId, mut taken: Fields) -> Result<Fields> {
    let mut before = None;
    let mut cancelled: HashSet<OperationId> = HashSet::new();
    loop {
        let rows = store.log(Some(id), before, 50)?;
        let Some(last) = rows.last() else { break };
        before = Some(last.id);
        for row in &rows {
            if cancelled.contains(&row.operation) || row.what == "import" || row.before.is_empty() {
                continue;
            }
            match store.operation(row.operation)?.map(|group| group.kind) {
                Some(Kind::Undo(of) | Kind::Redo(of)) => {
                    cancelled.insert(of);
                }
                Some(Kind::Save | Kind::Import | Kind::Bulk | Kind::Frame) | None => {
                    taken.retain(|name, _| !row.after.contains_key(name));
                }
            }
        }
    }
    Ok(taken)
}
