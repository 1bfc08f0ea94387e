//! Does deeds: a whole group in one transaction, row by row where the rules allow it.

use chrono::TimeDelta;

use super::create::turn_into_series;
use super::occurrences;
use super::request::{Facts, Left, OperationKey, Saved, Wish};
use super::session::Session;
use crate::domain::change::{Change, Subject};
use crate::domain::error::Result;
use crate::domain::id::{OperationId, TaskId};
use crate::domain::task::Task;
use crate::domain::transition::{self, Deed, Particulars, Refusal};
use crate::domain::user::User;
use crate::store::{Kind, Note, Store, Writer, Written};

/// Fulfils the wishes that may be fulfilled, and says why the others may not.
pub(super) fn perform(session: &mut Session, key: &OperationKey, wishes: &[Wish]) -> Result<Saved> {
    let facts = std::sync::Arc::clone(&session.facts);
    let summary = wishes.first().map_or("", |wish| wish.deed.code());
    let written = session.write(key, Kind::Save, summary, |writer| {
        let mut saved = Saved::default();
        for wish in wishes {
            match fulfil(writer, wish, &facts)? {
                Ok(tasks) => saved.done.extend(tasks),
                Err((why, now)) => saved.left.push(Left {
                    id: wish.id,
                    why,
                    now: now.map(Box::new),
                }),
            }
        }
        Ok(saved)
    })?;
    finish(&session.store, written)
}

type Outcome = std::result::Result<Vec<Task>, (Refusal, Option<Task>)>;

fn fulfil(writer: &mut Writer<'_>, wish: &Wish, facts: &Facts) -> Result<Outcome> {
    let Some(task) = writer.task(wish.id)? else {
        return Ok(Err((Refusal::Gone, None)));
    };
    if task.version != wish.seen {
        let why = changed(writer.last_change_of(wish.id)?);
        return Ok(Err((why, Some(task))));
    }
    let ended = matches!(wish.deed, Deed::Transfer | Deed::AskSupport)
        && wish.given.agency.is_some_and(|id| {
            facts
                .agency(id)
                .is_none_or(|agency| !agency.is_valid_on(facts.today))
        });
    if ended {
        return Ok(Err((Refusal::AgencyEnded, Some(task))));
    }
    let given = cleaned(&wish.given);
    match transition::perform(&task, wish.deed, &given, &facts.user, &facts.day()) {
        Ok(after) => {
            let skips = skips_confirmation(writer, &task)?;
            let mut after = transition::straight(after, wish.deed, &given, skips, facts.today);
            let note = note(&task, wish.deed, &given, &facts.user);
            let is_series = wish.deed == Deed::Assign && turn_into_series(&mut after);
            let after = writer.save_task(&task, &after, note)?;
            let mut done = vec![after.clone()];
            if is_series {
                done.extend(occurrences::begin(writer, &after, facts, note)?);
            }
            Ok(Ok(done))
        }
        Err(why) => Ok(Err((why, Some(task)))),
    }
}

/// Whether the document asks for no confirmation, as it is now: somebody may have switched it just before.
fn skips_confirmation(writer: &Writer<'_>, task: &Task) -> Result<bool> {
    let document = task.document.map(|id| writer.document(id)).transpose()?;
    Ok(document.flatten().is_some_and(|it| it.skips_confirmation))
}

/// What the log keeps of what was given, beside the fields that changed.
pub(crate) fn note<'a>(task: &Task, deed: Deed, given: &'a Particulars, user: &User) -> Note<'a> {
    let texts = [&given.reason, &given.note, &given.delay_cause];
    let why = texts.into_iter().find(|text| !text.is_empty());
    Note {
        what: deed.code(),
        why: why.map_or("", String::as_str),
        document: &given.document,
        on_behalf: transition::on_behalf(task, deed, given, user),
    }
}

/// Texts as they are kept; whoever gave them.
fn cleaned(given: &Particulars) -> Particulars {
    use crate::domain::fold::clean;
    Particulars {
        note: clean(&given.note),
        evidence: clean(&given.evidence),
        summary: clean(&given.summary),
        reason: clean(&given.reason),
        document: clean(&given.document),
        delay_cause: clean(&given.delay_cause),
        ..given.clone()
    }
}

/// Who changed the row since it was read, and how.
pub(super) fn changed(last: Option<Change>) -> Refusal {
    let Some(change) = last else {
        return Refusal::Gone;
    };
    let local = change.at + TimeDelta::hours(7);
    Refusal::Changed {
        by: change.who,
        at: local.format("%H:%M %d/%m").to_string(),
        what: change.what,
    }
}

/// The answer to a save, also to one that had been done before under the same key.
pub(super) fn finish(store: &Store, written: Written<Saved>) -> Result<Saved> {
    match written {
        Written::Done { operation, value } => Ok(Saved {
            operation: Some(operation),
            ..value
        }),
        Written::Nothing { value } => Ok(value),
        Written::Again { operation } => again(store, operation),
    }
}

fn again(store: &Store, operation: OperationId) -> Result<Saved> {
    let mut ids: Vec<TaskId> = Vec::new();
    for change in store.changes_of(operation)? {
        if let Subject::Task(id) = change.subject
            && !ids.contains(&id)
        {
            ids.push(id);
        }
    }
    Ok(Saved {
        operation: Some(operation),
        done: store.tasks(&ids)?,
        ..Saved::default()
    })
}
