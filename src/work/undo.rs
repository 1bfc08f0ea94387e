//! Takes back one's own last group, and does it again: always as a new group, row by row where nobody
//! changed the row since (DESIGN 7.7).
//!
//! An import goes back whole (`import::take_back`), one's own from here; another person's is the
//! administrator's, by its number, so that nobody takes back by F9 what they have not seen.

mod ahead;
mod frame;
mod measures;
mod rank;
mod rows;

pub use ahead::Group;
pub(super) use ahead::{next_redo, next_undo};

use self::rank::Rank;
use self::rows::{Putting, work_out};
use super::import::take_back;
use super::perform::{changed, finish};
use super::progress::Progress;
use super::request::{Left, OperationKey, Saved};
use super::rolling;
use super::session::Session;
use super::slices::part_of;
use crate::domain::calendar::Calendar;
use crate::domain::change::overlay;
use crate::domain::error::{Error, Result};
use crate::domain::id::OperationId;
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
    let user = session.user().clone();
    let group = origin(&session.store, operation)?;
    let rank = if group == operation.id {
        Rank::of(&changes, operation.batch.is_some(), &user)?
    } else {
        let saved = session.store.changes_of(group)?;
        Rank::of(&saved, operation.batch.is_some(), &user)?
    };
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
    let told = Told {
        group,
        is_void: way != Way::Again,
    };
    let written = session.write(key, kind, &operation.summary, |writer| {
        let mut saved = Saved::default();
        let calendar = Calendar::new(writer.days_off()?);
        if let Some(batch) = operation.batch
            && writer.batch(batch)?.is_some()
        {
            writer.go_on_with(batch)?;
        }
        // Before the tasks: what refuses here leaves everything as it is.
        frame::put_back(writer, &changes, &user)?;
        if is_frame {
            saved.done = rolling::begin(writer, &calendar)?;
        }
        for putting in &puttings {
            put(writer, putting, &rank, what, told, &mut saved)?;
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
    saved.things = frame::things(&changes);
    Ok(saved)
}

/// What a group told of its tasks for the reports, and whether that is void now.
#[derive(Clone, Copy)]
struct Told {
    group: OperationId,
    is_void: bool,
}

/// The group that was taken back or done again in the end.
fn origin(store: &Store, operation: &Operation) -> Result<OperationId> {
    let mut found = operation.clone();
    while let Kind::Undo(of) | Kind::Redo(of) = found.kind {
        match store.operation(of)? {
            // A group takes back an earlier one; what somebody turned around leads nowhere.
            Some(earlier) if earlier.id < found.id => found = earlier,
            Some(_) | None => break,
        }
    }
    Ok(found.id)
}

fn put(
    writer: &mut Writer<'_>,
    putting: &Putting,
    rank: &Rank<'_>,
    what: &'static str,
    told: Told,
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
    if let Err(why) = rank.check(&task) {
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
    let task = writer.save_back(&task, &after, note, told.group, told.is_void)?;
    saved.done.push(task);
    Ok(())
}
