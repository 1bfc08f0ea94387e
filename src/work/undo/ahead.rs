//! What would be taken back or done again next, to be said before it is.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{Way, frame, next};
use crate::domain::batch::Batch;
use crate::domain::change::{Subject, Thing};
use crate::domain::error::Result;
use crate::domain::id::{OperationId, TaskId};
use crate::work::session::Session;

/// What would be taken back or done again next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The group; of an import in slices the last one.
    pub operation: OperationId,
    /// When it was saved.
    pub at: DateTime<Utc>,
    /// It was saved in this session: whoever asks knows of it.
    pub is_own: bool,
    /// Its deeds, by their codes.
    pub deeds: Vec<String>,
    /// Its tasks, each once; of an import those of its last slice.
    pub tasks: Vec<TaskId>,
    /// The code of its task, where it is one.
    pub code: Option<String>,
    /// The accounts or settings of a group that is about nothing else.
    pub things: Vec<Thing>,
    /// The import, where it is one: it is taken back as one.
    pub batch: Option<Batch>,
}

/// What [`undo`](super::undo) would take back.
pub(in crate::work) fn next_undo(session: &Session) -> Result<Option<Group>> {
    ahead(session, Way::Back)
}

/// What [`redo`](super::redo) would do again.
pub(in crate::work) fn next_redo(session: &Session) -> Result<Option<Group>> {
    ahead(session, Way::Again)
}

fn ahead(session: &Session, way: Way) -> Result<Option<Group>> {
    let Some(operation) = next(&session.store, &session.user().login, way)? else {
        return Ok(None);
    };
    let changes = session.store.changes_of(operation.id)?;
    let key = session.store.key_of(operation.id)?;
    let mut group = Group {
        operation: operation.id,
        at: operation.at,
        is_own: key.is_some_and(|key| session.own.has(&key)),
        code: None,
        things: frame::things(&changes),
        deeds: Vec::new(),
        tasks: Vec::new(),
        batch: match operation.batch {
            Some(batch) => session.store.batch(batch)?.map(|stored| stored.batch),
            None => None,
        },
    };
    let mut seen = HashSet::new();
    for change in changes {
        if let Subject::Task(id) = change.subject
            && seen.insert(id)
        {
            group.tasks.push(id);
        }
        if !group.deeds.contains(&change.what) {
            group.deeds.push(change.what);
        }
    }
    if let [only] = group.tasks.as_slice() {
        group.code = session.store.task(*only)?.map(|task| task.code);
    }
    Ok(Some(group))
}
