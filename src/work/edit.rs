//! Corrects the texts of a task, or settles what is doubtful about it; before and after stand in the log.

use super::create::turn_into_series;
use super::occurrences;
use super::perform::{changed, finish};
use super::request::{Edits, Facts, Left, OperationKey, Saved};
use super::session::Session;
use super::texts;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::id::TaskId;
use crate::domain::task::{Form, Task};
use crate::domain::transition::Refusal;
use crate::store::{Kind, Note};

/// Saves the edits over the version that was seen.
pub(super) fn edit(
    session: &mut Session,
    key: &OperationKey,
    id: TaskId,
    seen: i64,
    edits: &Edits,
) -> Result<Saved> {
    let facts = std::sync::Arc::clone(session.facts());
    // Read before the transaction: reading texts takes longer than a save should hold the lock.
    let before = session.store.task(id)?;
    let edited = before.as_ref().map(|task| edited(session, task, edits));
    let reason = clean(&edits.reason);
    let note = Note {
        what: "edit",
        why: &reason,
        document: "",
    };
    let written = session.write(key, Kind::Save, note.what, |writer| {
        let mut saved = Saved::default();
        let now = writer.task(id)?;
        let why = match (&now, &edited) {
            (Some(task), _) if task.version != seen => changed(writer.last_change_of(id)?),
            (Some(_), Some(Err(why))) => why.clone(),
            (Some(task), Some(Ok(after))) => {
                let task = writer.save_task(task, after, note)?;
                let is_new_series = task.form == Form::Series
                    && before.as_ref().is_some_and(|it| it.form != Form::Series);
                saved.done.push(task.clone());
                if is_new_series {
                    saved
                        .done
                        .extend(occurrences::begin(writer, &task, &facts, note)?);
                }
                return Ok(saved);
            }
            _ => Refusal::Gone,
        };
        saved.left.push(Left {
            id,
            why,
            now: now.map(Box::new),
        });
        Ok(saved)
    })?;
    let saved = finish(&session.store, written)?;
    if before.is_none() {
        return Err(Error::NoTask(id.0.to_string()));
    }
    Ok(saved)
}

fn edited(session: &Session, task: &Task, edits: &Edits) -> std::result::Result<Task, Refusal> {
    let facts = session.facts();
    if task.is_gone {
        return Err(Refusal::Gone);
    }
    let mut after = task.clone();
    if let Some(title) = &edits.title {
        after.title = clean(title);
        if after.title.is_empty() {
            return Err(Refusal::Incomplete);
        }
    }
    if let Some(product) = &edits.product {
        after.product = clean(product);
    }
    if let Some(area) = edits.area {
        after.area = area;
    }
    lead(&mut after, edits, facts)?;
    if let Some(supporting) = &edits.supporting {
        texts::support(session, &mut after, supporting);
    }
    if let Some(text) = &edits.deadline_text {
        redate(session, &mut after, text)?;
    }
    if edits.settled {
        after.doubts.clear();
    }
    Ok(after)
}

/// Names the lead that the import could not find; who leads already is changed by a transfer.
fn lead(task: &mut Task, edits: &Edits, facts: &Facts) -> std::result::Result<(), Refusal> {
    let Some(agency) = edits.agency else {
        return Ok(());
    };
    if task.form == Form::Parent {
        return Err(Refusal::StandsForOthers);
    }
    let found = facts.agency(agency);
    if found.is_none_or(|agency| !agency.is_valid_on(facts.today)) {
        return Err(Refusal::AgencyEnded);
    }
    task.agency = agency;
    texts::settle_lead(&mut task.doubts);
    Ok(())
}

fn redate(session: &Session, task: &mut Task, text: &str) -> std::result::Result<(), Refusal> {
    let facts = session.facts();
    if task.form == Form::Parent {
        return Err(Refusal::StandsForOthers);
    }
    let document = facts
        .documents
        .iter()
        .find(|it| Some(it.id) == task.document);
    let on = document
        .and_then(|document| document.date)
        .or(task.assigned_on)
        .unwrap_or(facts.today);
    texts::deadline(session, task, text, on);
    turn_into_series(task);
    Ok(())
}
