//! Takes back one's own last group, and does it again: always as a new group, row by row where nobody
//! changed the row since (DESIGN 7.7).
//!
//! An import goes back whole (`import::take_back`), one's own from here; another person's is the
//! administrator's, by its number, so that nobody takes back by F9 what they have not seen.

mod ahead;
mod frame;

pub use ahead::Group;
pub(super) use ahead::{next_redo, next_undo};

use std::collections::{HashMap, HashSet};

use super::import::take_back;
use super::perform::{changed, finish};
use super::progress::Progress;
use super::request::{Left, OperationKey, Saved};
use super::rolling::{self, CALENDAR};
use super::session::Session;
use super::slices::part_of;
use crate::domain::calendar::Calendar;
use crate::domain::change::{Change, Fields, Subject, overlay};
use crate::domain::error::{Error, Result};
use crate::domain::id::{ChangeId, OperationId, TaskId};
use crate::domain::task::Form;
use crate::domain::transition::Refusal;
use crate::store::{Kind, Note, Operation, Store, Writer};

/// Which way the groups are walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Takes back.
    Back,
    /// Does again.
    Again,
    /// Takes back what was cancelled while it was written.
    Cancelled,
}

/// What is to be put back in one row.
struct Putting {
    id: TaskId,
    /// The fields as they were before the group.
    fields: Fields,
    /// The row was made by the group: it goes.
    is_creation: bool,
    /// The row's last change when this was worked out; none where somebody came between.
    last: Option<ChangeId>,
    /// That last change says who came between.
    between: Option<Change>,
}

/// Takes back the last group of one's own that is not taken back yet; an import with all its slices.
pub(super) fn undo(
    session: &mut Session,
    key: &OperationKey,
    progress: &mut Progress<'_>,
) -> Result<Saved> {
    walk(session, key, Way::Back, progress)
}

/// Does again what was taken back last.
pub(super) fn redo(
    session: &mut Session,
    key: &OperationKey,
    progress: &mut Progress<'_>,
) -> Result<Saved> {
    walk(session, key, Way::Again, progress)
}

fn walk(
    session: &mut Session,
    key: &OperationKey,
    way: Way,
    progress: &mut Progress<'_>,
) -> Result<Saved> {
    let store = &session.store;
    // A retry after a lost answer goes no further than the first time.
    let of_then = match store.operation_of_key(&key.0)?.map(|it| it.kind) {
        Some(Kind::Undo(of) | Kind::Redo(of)) => store.operation(of)?,
        _ => None,
    };
    let operation = match of_then {
        Some(operation) => operation,
        None => next(store, &session.user().login, way)?.ok_or(Error::NothingToUndo)?,
    };
    match operation.batch {
        Some(batch) => take_back::walk(session, key, batch, way, progress),
        None => put_back_parts(session, key, operation, way),
    }
}

/// Takes a group back and, where it is a part of a bulk save, those that belong to it.
fn put_back_parts(
    session: &mut Session,
    key: &OperationKey,
    mut operation: Operation,
    way: Way,
) -> Result<Saved> {
    let login = session.user().login.clone();
    let mut saved = put_back(session, key, &operation, way)?;
    while took(&session.store, &saved, &operation)? {
        let Some(follower) = next(&session.store, &login, way)? else {
            break;
        };
        if !is_neighbour(&operation, &follower, way) {
            break;
        }
        operation = follower;
        let part = OperationKey(format!("{}/{}", key.0, operation.id.0));
        let more = put_back(session, &part, &operation, way)?;
        saved.operation = more.operation;
        saved.done.extend(more.done);
        saved.left.extend(more.left);
    }
    Ok(saved)
}

/// True where this very save took the group; a retry after a lost answer goes no further.
fn took(store: &Store, saved: &Saved, group: &Operation) -> Result<bool> {
    let written = saved.operation.map(|id| store.operation(id)).transpose()?;
    let kind = written.flatten().map(|operation| operation.kind);
    Ok(matches!(kind, Some(Kind::Undo(id) | Kind::Redo(id)) if id == group.id))
}

/// True for the neighbouring part of the same bulk save.
fn is_neighbour(one: &Operation, other: &Operation, way: Way) -> bool {
    let parts = part_of(&one.summary).zip(part_of(&other.summary));
    parts.is_some_and(
        |((name, number, of), (other_name, other_number, other_of))| {
            let is_next = match way {
                Way::Back | Way::Cancelled => other_number + 1 == number,
                Way::Again => other_number == number + 1,
            };
            name == other_name && of == other_of && is_next
        },
    )
}

fn next(store: &Store, login: &str, way: Way) -> Result<Option<Operation>> {
    match way {
        Way::Back | Way::Cancelled => store.last_undoable(login),
        Way::Again => store.last_redoable(login),
    }
}

/// Takes one group back, or does it again.
pub(super) fn put_back(
    session: &mut Session,
    key: &OperationKey,
    operation: &Operation,
    way: Way,
) -> Result<Saved> {
    let changes = session.store.changes_of(operation.id)?;
    let mut deeds: Vec<String> = Vec::new();
    for change in &changes {
        if !deeds.contains(&change.what) {
            deeds.push(change.what.clone());
        }
    }
    let puttings = work_out(&session.store, &changes, operation.id, way)?;
    let (kind, what) = match way {
        Way::Back | Way::Cancelled => (Kind::Undo(operation.id), "undo"),
        Way::Again => (Kind::Redo(operation.id), "redo"),
    };
    let is_frame = frame::is_touched(&changes);
    let written = session.write(key, kind, &operation.summary, |writer| {
        let mut saved = Saved::default();
        let calendar = Calendar::new(writer.days_off()?);
        // Before the tasks: what refuses here leaves everything as it is.
        frame::put_back(writer, &changes)?;
        if is_frame {
            saved.done = rolling::begin(writer, &calendar)?;
        }
        for putting in &puttings {
            put(writer, putting, what, &mut saved)?;
        }
        if let Some(batch) = operation.batch {
            take_back::record(writer, batch, way, &saved)?;
        }
        Ok(saved)
    })?;
    let mut saved = finish(&session.store, written)?;
    if is_frame {
        session.reload()?;
        let login = session.user().login.clone();
        let rolled = rolling::go_on(session, &login, &mut Progress::silent())?;
        saved.done.extend(rolled);
    }
    saved.deeds = deeds;
    Ok(saved)
}

/// One entry a row, the oldest `before` of each field, in the order in which rows were touched last.
fn work_out(
    store: &Store,
    changes: &[Change],
    operation: OperationId,
    way: Way,
) -> Result<Vec<Putting>> {
    let mut puttings: Vec<Putting> = Vec::new();
    let mut places: HashMap<TaskId, usize> = HashMap::new();
    for change in changes.iter().rev() {
        let Subject::Task(id) = change.subject else {
            continue;
        };
        if change.what == CALENDAR {
            // It rolls by the calendar that is put back, whatever else was done to it since.
            continue;
        }
        let place = *places.entry(id).or_insert(puttings.len());
        if place == puttings.len() {
            let (last, between) = stands(store, id, operation, way)?;
            puttings.push(Putting {
                id,
                fields: Fields::new(),
                is_creation: false,
                last,
                between,
            });
        }
        let Some(putting) = puttings.get_mut(place) else {
            continue;
        };
        putting.is_creation |= change.before.is_empty();
        // Walked backwards: the older `before` comes later and wins.
        putting.fields.extend(change.before.clone());
    }
    add_occurrences(store, &mut puttings)?;
    Ok(puttings)
}

/// A series that goes takes along the occurrences that the program made of it since, as far as nobody
/// worked on them.
fn add_occurrences(store: &Store, puttings: &mut Vec<Putting>) -> Result<()> {
    let goes = |putting: &&Putting| {
        let comes_from_nothing = putting.fields.get("is_gone");
        putting.is_creation || comes_from_nothing.and_then(serde_json::Value::as_bool) == Some(true)
    };
    let made: Vec<TaskId> = puttings
        .iter()
        .filter(goes)
        .map(|putting| putting.id)
        .collect();
    let mut known: HashSet<TaskId> = puttings.iter().map(|putting| putting.id).collect();
    for id in made {
        let is_series = store
            .task(id)?
            .is_some_and(|task| task.form == Form::Series);
        if !is_series {
            continue;
        }
        for member in store.members(id)? {
            if !known.insert(member.id) {
                continue;
            }
            let last = store.log(Some(member.id), None, 1)?.pop();
            let is_untouched = last.as_ref().is_some_and(|change| change.before.is_empty());
            puttings.push(Putting {
                id: member.id,
                fields: Fields::new(),
                is_creation: true,
                last: last
                    .as_ref()
                    .filter(|_| is_untouched)
                    .map(|change| change.id),
                between: last.filter(|_| !is_untouched),
            });
        }
    }
    Ok(())
}

/// Whether the group is still the last word on a row: what was taken back since does not count.
fn stands(
    store: &Store,
    id: TaskId,
    operation: OperationId,
    way: Way,
) -> Result<(Option<ChangeId>, Option<Change>)> {
    let mut cancelled: HashSet<OperationId> = HashSet::new();
    let mut before = None;
    let mut newest = None;
    loop {
        let rows = store.log(Some(id), before, 20)?;
        let Some(oldest) = rows.last().map(|row| row.id) else {
            return Ok((None, None));
        };
        for row in rows {
            newest = newest.or(Some(row.id));
            if row.operation == operation {
                return Ok((newest, None));
            }
            if cancelled.contains(&row.operation) {
                continue;
            }
            let kind = store.operation(row.operation)?.map(|found| found.kind);
            match (kind, way) {
                (Some(Kind::Undo(other)), Way::Back | Way::Cancelled)
                | (Some(Kind::Redo(other)), Way::Again) => {
                    cancelled.insert(other);
                }
                _ => return Ok((None, Some(row))),
            }
        }
        before = Some(oldest);
    }
}

fn put(
    writer: &mut Writer<'_>,
    putting: &Putting,
    what: &'static str,
    saved: &mut Saved,
) -> Result<()> {
    let now = writer.task(putting.id)?;
    let last = writer.last_change_of(putting.id)?;
    let came_between = putting.last.is_none() || last.as_ref().map(|it| it.id) != putting.last;
    let left = |why, now: Option<_>| Left {
        id: putting.id,
        why,
        now,
    };
    let Some(task) = now else {
        saved.left.push(left(Refusal::Gone, None));
        return Ok(());
    };
    if came_between {
        let why = changed(putting.between.clone().or(last));
        saved.left.push(left(why, Some(Box::new(task))));
        return Ok(());
    }
    let after = if putting.is_creation {
        let mut gone = task.clone();
        gone.is_gone = true;
        Some(gone)
    } else {
        overlay(&task, &putting.fields)
    };
    let Some(after) = after else {
        // A log row of a field that no longer exists: nothing sound can be put back.
        saved.left.push(left(Refusal::Gone, Some(Box::new(task))));
        return Ok(());
    };
    let note = Note {
        what,
        ..Note::default()
    };
    let task = writer.save_task(&task, &after, note)?;
    saved.done.push(task);
    Ok(())
}
