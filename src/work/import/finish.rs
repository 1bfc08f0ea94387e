//! Finishes an import that broke off: the same file is read again in the same way, and what is not stored
//! yet is written. What is stored is known again by its key, so nothing comes twice.

use std::path::Path;

use super::source;
use super::write;
use crate::domain::batch::BatchState;
use crate::domain::error::{Error, Result};
use crate::domain::id::BatchId;
use crate::domain::user::Role;
use crate::store::{Head, Kind};
use crate::work::opening::check_role;
use crate::work::progress::Progress;
use crate::work::request::OperationKey;
use crate::work::request::import::{ImportReport, ImportSpec, Settlement, StageId};
use crate::work::session::Session;

/// Finishes an import from the same file.
pub(in crate::work) fn finish(
    session: &mut Session,
    key: &OperationKey,
    id: BatchId,
    path: &Path,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    if let Some(report) = write::of_then(session, key)? {
        return Ok(report);
    }
    let found = session.store.batch(id)?.ok_or(Error::NoBatch(id.0))?;
    let user = session.user();
    if found.batch.who != user.login && user.role != Role::Owner {
        // What one takes back of it is all of it: nobody's work is mixed with another's.
        return Err(Error::NotPermitted);
    }
    if found.batch.state == BatchState::Finished
        && let Some(operation) = session.store.operation_of(&key.0)?
    {
        // Nothing had been missing, and the answer was lost.
        return Ok(ImportReport {
            batch: Some(id),
            operation: Some(operation),
            ..ImportReport::default()
        });
    }
    if found.batch.state != BatchState::Unfinished {
        return Err(Error::NoBatch(id.0));
    }
    if source::sum(path)?.checksum != found.batch.checksum {
        return Err(Error::FileChanged(path.to_owned()));
    }
    let json = |error| Error::Fault(Box::new(error));
    let spec = ImportSpec {
        path: path.to_owned(),
        ..serde_json::from_str(&found.spec).map_err(json)?
    };
    let settlements: Vec<Settlement> = serde_json::from_str(&found.settlements).map_err(json)?;
    let stage = progress.reading(|progress| staged_again(session, &spec, settlements, progress))?;
    let stage = super::taken(session, stage)?;
    if stage.checksum != found.batch.checksum {
        return Err(Error::FileChanged(path.to_owned()));
    }
    let report = write::go_on(session, key, &stage, Some(id), progress)?;
    if report.operation.is_none() {
        // Nothing was missing: it only was not said.
        let facts = std::sync::Arc::clone(session.facts());
        let origin = session.origin().to_owned();
        let head = Head {
            key: &key.0,
            at: session.now(),
            who: &facts.user.login,
            origin: &origin,
            kind: Kind::Frame,
            summary: &found.batch.file,
        };
        session.store.write(&head, |writer| {
            check_role(writer, &facts.user)?;
            writer.forget_choices(id, false)?;
            writer.set_batch_state(id, BatchState::Finished)
        })?;
    }
    Ok(report)
}

fn staged_again(
    session: &mut Session,
    spec: &ImportSpec,
    settlements: Vec<Settlement>,
    progress: &mut Progress<'_>,
) -> Result<StageId> {
    let staged = super::stage(session, spec, None, progress)?;
    super::with_stage(session, staged.stage, |stage| {
        stage.settlements = settlements;
    })?;
    super::settle_anew(session, staged.stage, true, progress)?;
    Ok(staged.stage)
}
