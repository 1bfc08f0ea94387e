//! Whose the rows are that the proof of the log finds.

use crate::domain::error::Result;
use crate::domain::id::{ChangeId, OperationId, TaskId};
use crate::domain::proof::{Breach, Trace};

use super::db::{Db, values};
use super::walk::Spot;

/// Whose the first row of a finding is; of rows that are gone, what a group tells of which no row is left.
pub(super) fn trace(db: &Db, (breach, from, to): Spot) -> Result<Option<Trace>> {
    match breach {
        Breach::Removed => group_between(db, from - 1, Some(to + 1)),
        Breach::MovedUp(_) => group_between(db, from - 1, Some(from)),
        // Of rows that are there nobody else tells.
        Breach::Unreadable => Ok(None),
        Breach::CutOff | Breach::Gone => group_between(db, from - 1, None),
        Breach::Changed
        | Breach::HashChanged
        | Breach::Inserted
        | Breach::Swapped
        | Breach::MovedDown(_)
        | Breach::Appended
        | Breach::Group
        | Breach::End => of_row(db, ChangeId(from)),
    }
}

fn of_row(db: &Db, id: ChangeId) -> Result<Option<Trace>> {
    let sql = "SELECT change.task_id, COALESCE(task.code, ''), change.at, change.login, change.origin, change.what
        FROM change LEFT JOIN task ON task.id = change.task_id
        WHERE change.id = ?1";
    db.first(sql, &values![id.0], |row| {
        Ok(Trace {
            task: row.maybe_number()?.map(TaskId),
            code: row.any_text()?,
            at: row.any_text()?,
            who: row.any_text()?,
            origin: row.any_text()?,
            what: row.any_text()?,
        })
    })
}

/// The first group between those of two rows of which no row is left: what was removed was its. A group is written
/// with its rows or not at all.
fn group_between(db: &Db, before: i64, after: Option<i64>) -> Result<Option<Trace>> {
    let of = |row: i64| {
        let sql = "SELECT operation_id FROM change WHERE id = ?1";
        db.number(sql, &values![row])
    };
    let (first, last) = (of(before)?, after.map_or(Ok(i64::MAX), of)?);
    let sql = "SELECT id, at, login, origin, summary FROM operation
        WHERE id > ?1 AND id < ?2 AND NOT EXISTS (SELECT 1 FROM change WHERE operation_id = operation.id)
        ORDER BY id
        LIMIT 1";
    let found = db.first(sql, &values![first, last], |row| {
        let id = OperationId(row.number()?);
        let trace = Trace {
            at: row.any_text()?,
            who: row.any_text()?,
            origin: row.any_text()?,
            what: row.any_text()?,
            ..Trace::default()
        };
        Ok((id, trace))
    })?;
    let Some((group, trace)) = found else {
        return Ok(None);
    };
    // What the group told of a task is still counted.
    let sql = "SELECT event.task_id, task.code FROM event JOIN task ON task.id = event.task_id
        WHERE event.operation_id = ?1
        LIMIT 1";
    let task = db.first(sql, &values![group.0], |row| {
        Ok((TaskId(row.number()?), row.any_text()?))
    })?;
    let (task, code) = task.map_or((None, String::new()), |(id, code)| (Some(id), code));
    Ok(Some(Trace {
        task,
        code,
        ..trace
    }))
}
