//! What a save of letters has done before, where its answer was lost: told from the log, and nothing is written anew.

use super::{Written, file_of, name_told};
use crate::domain::change::Subject;
use crate::domain::error::Result;
use crate::domain::id::{OperationId, TaskId};
use crate::domain::paper::cited_apart;
use crate::store::Kind;
use crate::work::request::letters::{Ask, Letter, Told};
use crate::work::session::Session;

/// The letters that were recorded under the key of these; none where nothing was.
///
/// # Errors
/// Where the database cannot be read; `NotOnDisk` where the disk still does not have them for certain.
pub(super) fn told(session: &mut Session, ask: &Ask) -> Result<Option<Told>> {
    if ask.is_rehearsal || session.store.operation_of(&ask.key.0)?.is_none() {
        return Ok(None);
    }
    // Whoever tried before was perhaps never told that the disk has it: that is waited for again.
    match session.write(&ask.key, Kind::Save, "", |_| Ok(()))? {
        Written::Again { operation } => {
            session.reload()?;
            letters_of(session, ask, operation).map(Some)
        }
        Written::Done { .. } | Written::Nothing { .. } => Ok(None),
    }
}

/// The letters that a group recorded.
///
/// # Errors
/// Where the database cannot be read.
pub(super) fn letters_of(session: &Session, ask: &Ask, operation: OperationId) -> Result<Told> {
    // Letter by letter, as they were saved.
    let mut recorded: Vec<(String, Vec<TaskId>)> = Vec::new();
    for change in session.store.changes_of(operation)? {
        let Subject::Task(id) = change.subject else {
            continue;
        };
        match recorded.last_mut() {
            Some((document, tasks)) if *document == change.document => tasks.push(id),
            _ => recorded.push((change.document, vec![id])),
        }
    }
    let mut letters = Vec::with_capacity(recorded.len());
    for (document, tasks) in &recorded {
        letters.extend(letter(session, ask, document, tasks, recorded.len())?);
    }
    Ok(Told {
        operation: Some(operation),
        letters,
        left: Vec::new(),
    })
}

/// A letter by how it is cited; none where its number or its lead can be found no more.
fn letter(
    session: &Session,
    ask: &Ask,
    document: &str,
    tasks: &[TaskId],
    count: usize,
) -> Result<Option<Letter>> {
    let lead = tasks
        .first()
        .map(|id| session.store.task(*id))
        .transpose()?;
    let lead = lead
        .flatten()
        .and_then(|task| session.facts().agency(task.agency));
    let (Some(agency), Some((number, numbered, on))) = (lead, cited_apart(document)) else {
        return Ok(None);
    };
    let file = file_of(session, ask, agency, (number, on), count)?;
    Ok(Some(Letter {
        agency: agency.id,
        number: numbered.to_owned(),
        tasks: tasks.to_vec(),
        file: name_told(file, session.setup.files.tray().is_some()),
    }))
}
