//! Corrects the texts of a task, or settles what is doubtful about it; before and after stand in the log.

use super::create::turn_into_series;
use super::occurrences;
use super::perform::{changed, finish};
use super::request::{Edits, Facts, Left, OperationKey, Saved};
use super::session::Session;
use super::texts;
use crate::domain::amount::Amount;
use crate::domain::document;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::follow_up::Target;
use crate::domain::id::TaskId;
use crate::domain::target;
use crate::domain::task::{Form, Task};
use crate::domain::transition::Refusal;
use crate::store::{Kind, Note, Writer};

/// The doubt of a target that was read from a text; whoever writes it anew has looked.
const TARGET_READ: &str = "target_read";

/// A task with its edits, and its series where they are meant for all that is to come.
struct Edited {
    task: Task,
    series: Option<Task>,
}

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
    let Some(before) = session.store.task(id)? else {
        return Err(Error::NoTask(id.0.to_string()));
    };
    let series = before.series.map(|series| session.store.task(series));
    let series = series.transpose()?.flatten();
    let edited = edited(session, &before, series.as_ref(), edits);
    let reason = clean(&edits.reason);
    let note = Note {
        what: "edit",
        why: &reason,
        document: "",
        on_behalf: None,
    };
    let written = session.write(key, Kind::Save, note.what, |writer| {
        let mut saved = Saved::default();
        let now = writer.task(id)?;
        let why = match (&now, &edited) {
            (Some(task), _) if task.version != seen => changed(writer.last_change_of(id)?),
            (Some(task), Ok(edited)) => {
                saved.done = save(writer, task, edited, &facts, note)?;
                return Ok(saved);
            }
            (Some(_), Err(why)) => why.clone(),
            (None, _) => Refusal::Gone,
        };
        saved.left.push(Left {
            id,
            why,
            now: now.map(Box::new),
        });
        Ok(saved)
    })?;
    finish(&session.store, written)
}

/// Lets what is doubtful about tasks stand as it was read; what somebody changed since is left.
pub(super) fn as_read(
    session: &mut Session,
    key: &OperationKey,
    tasks: &[(TaskId, i64)],
) -> Result<Saved> {
    let facts = std::sync::Arc::clone(session.facts());
    let edits = Edits {
        settled: true,
        ..Edits::default()
    };
    let ids: Vec<TaskId> = tasks.iter().map(|(id, _)| *id).collect();
    let befores = session.store.tasks(&ids)?;
    let mut wanted = Vec::new();
    for before in befores.iter().filter(|task| task.needs_review()) {
        let series = before.series.map(|series| session.store.task(series));
        let series = series.transpose()?.flatten();
        let seen = tasks.iter().find(|(id, _)| *id == before.id);
        let seen = seen.map_or(before.version, |(_, seen)| *seen);
        wanted.push((
            before.id,
            seen,
            edited(session, before, series.as_ref(), &edits),
        ));
    }
    let note = Note {
        what: "edit",
        why: "",
        document: "",
        on_behalf: None,
    };
    let written = session.write(key, Kind::Save, note.what, |writer| {
        let mut saved = Saved::default();
        for (id, seen, edited) in &wanted {
            let now = writer.task(*id)?;
            let why = match (&now, edited) {
                (Some(task), _) if task.version != *seen => changed(writer.last_change_of(*id)?),
                (Some(task), Ok(edited)) => {
                    saved.done.extend(save(writer, task, edited, &facts, note)?);
                    continue;
                }
                (Some(_), Err(why)) => why.clone(),
                (None, _) => Refusal::Gone,
            };
            saved.left.push(Left {
                id: *id,
                why,
                now: now.map(Box::new),
            });
        }
        Ok(saved)
    })?;
    finish(&session.store, written)
}

fn save(
    writer: &mut Writer<'_>,
    before: &Task,
    edited: &Edited,
    facts: &Facts,
    note: Note<'_>,
) -> Result<Vec<Task>> {
    let task = writer.save_task(before, &edited.task, note)?;
    if let Some(after) = &edited.series
        && let Some(series) = writer.task(after.id)?
        && series.version == after.version
    {
        writer.save_task(&series, after, note)?;
    }
    let is_new_series = task.form == Form::Series && before.form != Form::Series;
    let mut done = vec![task];
    if is_new_series && let Some(series) = done.first().cloned() {
        done.extend(occurrences::begin(writer, &series, facts, note)?);
    }
    Ok(done)
}

fn edited(
    session: &Session,
    task: &Task,
    series: Option<&Task>,
    edits: &Edits,
) -> std::result::Result<Edited, Refusal> {
    if task.is_gone {
        return Err(Refusal::Gone);
    }
    let mut after = Edited {
        task: task.clone(),
        series: series.cloned(),
    };
    texts_of(session, &mut after.task, edits)?;
    lead(&mut after, edits, session.facts())?;
    if let Some(text) = &edits.deadline_text {
        redate(session, &mut after, text)?;
    }
    if edits.settled {
        after.task.doubts.clear();
        if let Some(series) = &mut after.series {
            series.doubts.clear();
        }
    }
    Ok(after)
}

fn texts_of(session: &Session, task: &mut Task, edits: &Edits) -> std::result::Result<(), Refusal> {
    if let Some(title) = &edits.title {
        task.title = clean(title);
        if task.title.is_empty() {
            return Err(Refusal::Incomplete);
        }
    }
    if let Some(product) = &edits.product {
        task.product = clean(product);
        task.owes_document = document::owes(product);
    }
    if let Some(owes) = edits.owes_document {
        task.owes_document = owes;
    }
    measures(task, edits)?;
    if let Some(area) = edits.area {
        task.area = area;
    }
    if let Some(supporting) = &edits.supporting {
        texts::support(session, task, supporting);
    }
    Ok(())
}

/// Its numeric target with what is reached, and its stages.
fn measures(task: &mut Task, edits: &Edits) -> std::result::Result<(), Refusal> {
    let reached = task.target.as_ref().and_then(|target| target.reached);
    if let Some(text) = &edits.target {
        task.target = match target::read(text) {
            Some(target) => Some(Target { reached, ..target }),
            None if clean(text).is_empty() => None,
            None => return Err(Refusal::BadTarget),
        };
        task.doubts.retain(|doubt| doubt.code != TARGET_READ);
    }
    if let (Some(text), Some(target)) = (&edits.reached, &mut task.target) {
        target.reached = match Amount::read(text) {
            None if !clean(text).is_empty() => return Err(Refusal::BadTarget),
            reached => reached,
        };
    }
    for (place, done_on) in &edits.stages_done {
        if let Some(stage) = task.stages.get_mut(*place) {
            stage.done_on = *done_on;
        }
    }
    Ok(())
}

/// Names the lead that the import could not find, for the occurrences to come as well; who leads
/// already is changed by a transfer.
fn lead(edited: &mut Edited, edits: &Edits, facts: &Facts) -> std::result::Result<(), Refusal> {
    let Some(agency) = edits.agency else {
        return Ok(());
    };
    if edited.task.form == Form::Parent {
        return Err(Refusal::StandsForOthers);
    }
    let found = facts.agency(agency);
    if found.is_none_or(|agency| !agency.is_valid_on(facts.today)) {
        return Err(Refusal::AgencyEnded);
    }
    let was = edited.task.agency;
    let series = edited.series.as_mut().filter(|it| it.agency == was);
    for task in series.into_iter().chain([&mut edited.task]) {
        task.agency = agency;
        texts::settle_lead(&mut task.doubts);
    }
    Ok(())
}

/// Reads a new deadline text. On an occurrence, a text that recurs is meant for the series; a date is
/// meant for this time only.
fn redate(session: &Session, edited: &mut Edited, text: &str) -> std::result::Result<(), Refusal> {
    let facts = session.facts();
    let task = &mut edited.task;
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
    let Some(series) = &mut edited.series else {
        texts::deadline(session, task, text, on);
        turn_into_series(task);
        return Ok(());
    };
    let mut read = series.clone();
    texts::deadline(session, &mut read, text, on);
    let Some(recurrence) = occurrences::recurrence_of(&read) else {
        texts::deadline(session, task, text, on);
        return Ok(());
    };
    let from = task.assigned_on.unwrap_or(on);
    let due = recurrence.next_on_or_after(from);
    task.deadline_text.clone_from(&read.deadline_text);
    task.doubts.clone_from(&read.doubts);
    if task.extensions == 0 {
        (task.due, task.original_due, task.effective_due) = (due, due, due);
    }
    *series = read;
    Ok(())
}
