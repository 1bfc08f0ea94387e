//! An import taken back as one, or done again: slice after slice, newest first, leaving others room.
//!
//! May be broken off between two slices, by whatever; asked again it goes on.

use std::thread;
use std::time::Instant;

use crate::domain::batch::BatchState;
use crate::domain::error::{Error, Result};
use crate::domain::id::BatchId;
use crate::domain::task::{Form, Task};
use crate::domain::user::Role;
use crate::store::Writer;
use crate::work::progress::Progress;
use crate::work::request::{OperationKey, Saved};
use crate::work::session::Session;
use crate::work::undo::{Way, put_back};

/// So many tasks are handed back as they are now; the others are counted.
const SHOWN: usize = 2_000;

/// So many that were left are named; a person reads no more.
const LEFT: usize = 2_000;

/// Takes an import back by its number: one's own, or anybody's for who looks after the database.
pub(in crate::work) fn take_back(
    session: &mut Session,
    key: &OperationKey,
    batch: BatchId,
    progress: &mut Progress<'_>,
) -> Result<Saved> {
    let found = session.store.batch(batch)?;
    let found = found.ok_or(Error::NoBatch(batch.0))?.batch;
    let user = session.user();
    let is_own = found.who == user.login;
    if !is_own && !matches!(user.role, Role::Administrator | Role::Owner) {
        return Err(Error::NotPermitted);
    }
    // The answer to an earlier try was lost: there may be nothing left to do.
    let then = session.store.operation_of_key(&key.0)?;
    let then = then.filter(|then| then.batch == Some(batch));
    let mut saved = walk(session, key, batch, Way::Back, progress)?;
    saved.operation = saved.operation.or(then.map(|then| then.id));
    if saved.operation.is_none() {
        return Err(Error::NoBatch(batch.0));
    }
    Ok(saved)
}

/// Walks the groups of an import.
pub(in crate::work) fn walk(
    session: &mut Session,
    key: &OperationKey,
    batch: BatchId,
    way: Way,
    progress: &mut Progress<'_>,
) -> Result<Saved> {
    let mut saved = Saved::default();
    let mut is_first = session.store.operation_of_key(&key.0)?.is_none();
    let total = session.store.batch(batch)?.map_or(0, |it| match way {
        Way::Back | Way::Cancelled => it.batch.written,
        Way::Again => it.batch.planned.saturating_sub(it.batch.written),
    });
    let total = usize::try_from(total).unwrap_or(usize::MAX);
    loop {
        let group = match way {
            Way::Back | Way::Cancelled => session.store.last_of_batch(batch)?,
            Way::Again => session.store.last_undo_of_batch(batch)?,
        };
        let Some(group) = group else { break };
        let done = saved.done.len() + usize::try_from(saved.beyond).unwrap_or(0);
        progress.step(done.min(total), total)?;
        let of_slice = OperationKey(format!("{}/{}", key.0, group.id.0));
        let key = if is_first { key } else { &of_slice };
        is_first = false;
        let held = Instant::now();
        let slice = put_back(session, key, &group, way)?;
        let held = held.elapsed();
        let is_done = slice.operation.is_some();
        add(&mut saved, slice);
        if !is_done {
            // It would be the next one for ever.
            break;
        }
        if session
            .store
            .batch(batch)?
            .is_some_and(|it| it.batch.written > 0)
        {
            // Pause as long as the lock was held: others' saves come in between.
            thread::sleep(held);
        }
    }
    Ok(saved)
}

fn add(saved: &mut Saved, slice: Saved) {
    saved.operation = slice.operation.or(saved.operation);
    for deed in slice.deeds {
        if !saved.deeds.contains(&deed) {
            saved.deeds.push(deed);
        }
    }
    let room = SHOWN.saturating_sub(saved.done.len());
    saved.beyond += slice.done.len().saturating_sub(room) as u64;
    saved.done.extend(slice.done.into_iter().take(room));
    let room = LEFT.saturating_sub(saved.left.len());
    saved.left.extend(slice.left.into_iter().take(room));
}

/// Keeps the state of an import with a group of it that goes back, or comes again.
pub(in crate::work) fn record(
    writer: &mut Writer<'_>,
    id: BatchId,
    way: Way,
    saved: &Saved,
) -> Result<()> {
    let Some(batch) = writer.batch(id)? else {
        return Ok(());
    };
    let count = saved
        .done
        .iter()
        .filter(|task| is_agency_task(task))
        .count();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let is_last = writer.groups_left(id, way == Way::Again)? == 0;
    let written = i64::try_from(batch.written).unwrap_or(i64::MAX);
    let (more, state) = match way {
        Way::Cancelled | Way::Back if !is_last => (-count, BatchState::TakingBack),
        Way::Cancelled => (-count, BatchState::Cancelled),
        Way::Back => (-count, BatchState::TakenBack),
        Way::Again if is_last && written + count >= batch.planned.cast_signed() => {
            (count, BatchState::Finished)
        }
        Way::Again => (count, BatchState::Unfinished),
    };
    writer.add_written(id, more)?;
    writer.set_batch_state(id, state)?;
    if saved.done.is_empty() {
        // Somebody changed all of it since: the group is done with all the same, and the log says so.
        writer.note_left(id, saved.left.len())?;
    }
    if is_last {
        writer.forget_choices(id, way != Way::Again)?;
    }
    Ok(())
}

/// Parents and occurrences are none.
pub(super) fn is_agency_task(task: &Task) -> bool {
    task.form != Form::Parent && task.series.is_none()
}
