//! `import list`, `import finish`, `import undo`: what was imported, and what can still be done about it.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;

use super::bar::{self, Told, Work};
use super::import;
use super::place::Place;
use super::print::{self, Column};
use crate::domain::batch::{Batch, BatchState};
use crate::domain::error::{Error, Result};
use crate::domain::id::BatchId;
use crate::work::request::{Answer, ImportSpec, OperationKey, Request};

/// So many imports are listed.
const LISTED: usize = 200;

/// Lists the imports, newest first.
pub fn list(place: &Place, is_json: bool) -> Result<ExitCode> {
    let mut session = place.session()?;
    let Answer::Batches(batches) = session.answer(&Request::Batches { limit: LISTED })? else {
        return Ok(ExitCode::SUCCESS);
    };
    if is_json {
        let batches: Vec<_> = batches.iter().map(shape).collect();
        print::json(&json!({ "version": 1, "imports": batches }))?;
        return Ok(ExitCode::SUCCESS);
    }
    const COLUMNS: [Column; 6] = [
        Column::Right(4),
        Column::Left(16),
        Column::Left(10),
        Column::Left(10),
        Column::Right(13),
        Column::Rest,
    ];
    let heading = place.words.console.batches_heading.map(str::to_owned);
    print::heading(place, &COLUMNS, &heading)?;
    for batch in &batches {
        let tasks = match batch.state {
            BatchState::Unfinished | BatchState::TakingBack => {
                format!("{}/{}", batch.written, batch.planned)
            }
            BatchState::Finished | BatchState::Cancelled | BatchState::TakenBack => {
                batch.written.to_string()
            }
        };
        let cells = [
            batch.id.0.to_string(),
            place.moment(batch.at),
            batch.who.clone(),
            (place.words.import.start.state)(batch.state).to_owned(),
            tasks,
            batch.file.clone(),
        ];
        print::row(place, &COLUMNS, &cells)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn shape(batch: &Batch) -> serde_json::Value {
    json!({
        "number": batch.id.0,
        "file": batch.file,
        "checksum": batch.checksum,
        "who": batch.who,
        "at": batch.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "state": batch.state.code(),
        "written": batch.written,
        "planned": batch.planned,
    })
}

/// Finishes an import that broke off, from its file, wherever that is now.
pub fn finish(
    place: &Place,
    number: i64,
    file: Option<PathBuf>,
    is_json: bool,
) -> Result<ExitCode> {
    let mut session = place.session()?;
    let batch = BatchId(number);
    let path = match file {
        Some(file) => file,
        None => {
            let stored = session
                .store()
                .batch(batch)?
                .ok_or(Error::NoBatch(number))?;
            let spec: ImportSpec = serde_json::from_str(&stored.spec)
                .map_err(|error| Error::Fault(Box::new(error)))?;
            spec.path
        }
    };
    let key = OperationKey::fresh();
    let request = Request::FinishBatch { key, batch, path };
    match bar::answer(place, &mut session, &request, Work::Writing)? {
        Told::Answer(Answer::Imported(report)) => import::told(place, &report, is_json),
        Told::Answer(_) => Ok(ExitCode::SUCCESS),
        Told::Stopped(code) => Ok(code),
    }
}

/// Takes an import back as one.
pub fn take_back(place: &Place, number: i64, is_json: bool) -> Result<ExitCode> {
    let mut session = place.session()?;
    let request = Request::UndoBatch {
        key: OperationKey::fresh(),
        batch: BatchId(number),
    };
    let saved = match bar::answer(place, &mut session, &request, Work::TakingBack)? {
        Told::Answer(Answer::Saved(saved)) => saved,
        Told::Answer(_) => return Ok(ExitCode::SUCCESS),
        Told::Stopped(code) => return Ok(code),
    };
    let beyond = usize::try_from(saved.beyond).unwrap_or(usize::MAX);
    let done = saved.done.len() + beyond;
    if is_json {
        let left: Vec<i64> = saved.left.iter().map(|it| it.id.0).collect();
        print::json(&json!({ "version": 1, "taken_back": done, "left": left }))?;
    } else {
        let why = saved.left.iter().map(|it| &it.why);
        let left = place.words.refusals.left_alone(why);
        print::line(&(place.words.import.start.batch_taken_back)(done, &left))?;
    }
    Ok(if saved.left.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
