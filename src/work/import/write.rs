//! Writes a stage into the database, beside working clerks: whole, or in slices under a batch that can be
//! finished or taken back.

use chrono::Datelike;

use super::memory::Memory;
use super::merge::Making as Made;
use super::plan::Weight;
use super::source::{self, Stamp};
use super::stage::Stage;
use super::take_back;
use super::writing::{Hand, Writing};
use super::{assessor, changed, taken};
use crate::domain::batch::BatchState;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::id::BatchId;
use crate::store::Store;
use crate::work::progress::Progress;
use crate::work::request::OperationKey;
use crate::work::request::import::{ImportReport, StageId, Steps};
use crate::work::session::Session;
use crate::work::undo::Way;

/// So many agency-tasks go into one transaction beside working clerks (DESIGN 5).
pub(super) const SLICE: u64 = 500;

/// So many are in each slice of a longer import: whoever saves beside it waits for one slice at the most,
/// and half of what is allowed costs hardly more and halves the wait.
pub(super) const PIECE: u64 = 250;

/// So many where nobody else is on: nobody waits.
pub(super) const WHOLE: u64 = 2_000;

/// Writes a stage.
pub(in crate::work) fn import(
    session: &mut Session,
    key: &OperationKey,
    id: StageId,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    if let Some(report) = of_then(session, key)? {
        return Ok(report);
    }
    let mut stage = taken(session, id)?;
    let batch = begun(&session.store, key, &stage)?;
    let report = unchanged(&stage).and_then(|()| go_on(session, key, &stage, batch, progress));
    if report.is_err() {
        // Another try goes on with what this one began, so that both are taken back as one.
        stage.begun = session.store.batch_of_key(&key.0)?.map(|it| it.batch.id);
        stage.begun = stage.begun.or(batch);
        session.stage = Some(stage);
    }
    report
}

/// The import that an earlier try of this save began, or of this stage, where it is not ended.
fn begun(store: &Store, key: &OperationKey, stage: &Stage) -> Result<Option<BatchId>> {
    let of_key = store.batch_of_key(&key.0)?;
    let of_stage = match stage.begun {
        Some(id) if of_key.is_none() => store.batch(id)?,
        Some(_) | None => None,
    };
    let found = of_key.or(of_stage).map(|it| it.batch);
    let found = found.filter(|batch| batch.state == BatchState::Unfinished);
    Ok(found.map(|batch| batch.id))
}

/// Writes what is missing of a stage, as a new import or one that goes on.
pub(super) fn go_on(
    session: &mut Session,
    key: &OperationKey,
    stage: &Stage,
    batch: Option<BatchId>,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    let report = carry_out(session, key, stage, batch, progress);
    session.reload()?;
    report
}

/// What a save of this key has done before: the answer was lost. None where it is not at its end.
pub(super) fn of_then(session: &Session, key: &OperationKey) -> Result<Option<ImportReport>> {
    let store = &session.store;
    let of_group = store.operation_of_key(&key.0)?.and_then(|it| it.batch);
    let found = match of_group {
        Some(id) => store.batch(id)?.map(|it| it.batch),
        None => None,
    };
    let Some(batch) = found else { return Ok(None) };
    match batch.state {
        BatchState::Unfinished => Ok(None),
        BatchState::Cancelled => Err(Error::Cancelled),
        BatchState::Finished | BatchState::TakingBack | BatchState::TakenBack => {
            Ok(Some(ImportReport {
                batch: Some(batch.id),
                operation: store.last_of_batch(batch.id)?.map(|it| it.id),
                new: batch.written,
                ..ImportReport::default()
            }))
        }
    }
}

/// Looks whether the file is still the one that was previewed.
fn unchanged(stage: &Stage) -> Result<()> {
    let path = &stage.spec.path;
    if Stamp::of(path)? == stage.stamp && source::sum(path)?.checksum == stage.checksum {
        return Ok(());
    }
    Err(changed(&stage.spec))
}

fn carry_out(
    session: &mut Session,
    key: &OperationKey,
    stage: &Stage,
    batch: Option<BatchId>,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    let facts = std::sync::Arc::clone(session.facts());
    let (at, origin, rules) = (session.now(), session.origin().to_owned(), session.rules);
    let file = file_name(stage);
    let hand = Hand {
        key,
        at,
        who: &facts.user,
        origin: &origin,
        file: &file,
        year: facts.today.year(),
    };
    let at_work = match batch {
        Some(batch) => Some(session.store.at_work_on(batch)?),
        None => None,
    };
    let begun = match batch {
        Some(batch) => session.store.batch(batch)?.map(|it| it.batch),
        None => None,
    };
    let last = match batch {
        Some(batch) => session.store.newest_of_batch(batch)?,
        None => None,
    };
    let is_named = session.store.operation_of(&key.0)?.is_some();
    let (directory, store) = session.directory_and_store();
    let assessor = assessor(
        directory,
        &facts,
        rules,
        &stage.spec,
        &stage.table,
        &stage.variants,
        Memory::with_days(stage.days.clone()),
    )?;
    let mut writing = Writing {
        stage,
        assessor: &assessor,
        limit: limit(stage, store),
        batch,
        at_work,
        last,
        is_named,
        before: begun.as_ref().map_or(0, |it| it.written),
        planned: begun.map_or(stage.counts.agency_tasks, |it| it.planned),
        made: Made::default(),
        weight: Weight::default(),
    };
    let written = match writing.bare(store, &hand, progress) {
        Ok(false) => store.with_room(|store| writing.all(store, &hand, progress)),
        Ok(true) => Ok(()),
        Err(error) => Err(error),
    };
    let (batch, report) = (writing.batch, writing.report());
    drop(assessor);
    match (written, batch) {
        (Err(Error::Cancelled), Some(batch)) => {
            cancel(session, key, batch)?;
            Err(Error::Cancelled)
        }
        (Err(error), _) => Err(error),
        (Ok(()), _) => Ok(report),
    }
}

/// The file's name, without its folder; text from outside like any other.
fn file_name(stage: &Stage) -> String {
    let name = stage.spec.path.file_name().unwrap_or_default();
    clean(&name.to_string_lossy())
}

/// In how many transactions so many agency-tasks are written.
pub(super) fn steps(agency_tasks: u64, has_tasks: bool) -> Steps {
    let pieces = agency_tasks.div_ceil(PIECE);
    if agency_tasks <= SLICE {
        Steps::One
    } else if agency_tasks <= WHOLE {
        Steps::OneIfAlone(pieces)
    } else if has_tasks {
        Steps::Many(pieces)
    } else {
        Steps::Filling
    }
}

fn limit(stage: &Stage, store: &Store) -> u64 {
    let whole = if store.is_alone() { WHOLE } else { SLICE };
    if stage.counts.agency_tasks <= whole {
        whole
    } else {
        PIECE
    }
}

/// Takes back what a cancelled import had written, and records it so; the wish to end it does not end
/// this.
fn cancel(session: &mut Session, key: &OperationKey, batch: BatchId) -> Result<()> {
    let key = OperationKey(format!("{}/cancel", key.0));
    let silent = &mut Progress::silent();
    take_back::walk(session, &key, batch, Way::Cancelled, silent).map(|_| ())
}
