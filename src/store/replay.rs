//! The proof that the table of events is what the log says: each task's changes are gone through again, and
//! what they tell is compared with what was kept.

use std::collections::BTreeMap;

use crate::domain::calendar::day_of;
use crate::domain::change::{Change, overlay};
use crate::domain::error::{Error, Result};
use crate::domain::event::{Event, told};
use crate::domain::id::{AgencyId, OperationId, TaskId};
use crate::domain::task::{Form, Task};

use super::Store;
use super::db::{Db, values};
use super::events::is_counted;
use super::operation::Kind;

/// Tasks whose events are not what their changes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventFault {
    /// Whose.
    pub task: TaskId,
    /// So many stand in the table.
    pub kept: usize,
    /// So many follow from the log.
    pub told: usize,
}

/// An event with the group that told it, and whether it is void: what is compared.
type Told = (OperationId, Event, bool);

impl Store {
    /// Goes through the changes of every task again. `step` hears how many tasks of how many are done and ends the
    /// proof by an error.
    ///
    /// # Errors
    /// What `step` returns; where the database cannot be read. Wrong events are no error but a finding.
    pub fn check_events(
        &self,
        mut step: impl FnMut(usize, usize) -> Result<()>,
    ) -> Result<Vec<EventFault>> {
        let last = self.db.number("SELECT MAX(id) FROM task", &[])?;
        let mut faults = Vec::new();
        for id in (1..=last).map(TaskId) {
            let found = self.db.at_once(|| self.fault_of(id))?;
            faults.extend(found);
            if id.0 % 1_000 == 0 {
                let count = |number: i64| usize::try_from(number).unwrap_or(0);
                step(count(id.0), count(last))?;
            }
        }
        Ok(faults)
    }

    fn fault_of(&self, task: TaskId) -> Result<Option<EventFault>> {
        let kept = kept_of(&self.db, task)?;
        let told = match self.replayed(task) {
            // A change that cannot be read as one tells nothing.
            Err(Error::Fault(_) | Error::BadText { .. }) => Vec::new(),
            told => told?,
        };
        let (mut left, mut right) = (named(&kept), named(&told));
        left.sort();
        right.sort();
        Ok((left != right).then_some(EventFault {
            task,
            kept: kept.len(),
            told: told.len(),
        }))
    }

    /// What the changes of a task tell, those of groups that were taken back marked as void.
    fn replayed(&self, task: TaskId) -> Result<Vec<Told>> {
        let mut changes = self.log(Some(task), None, usize::MAX)?;
        changes.reverse();
        let mut now = Task::blank(Form::Task);
        let mut all: Vec<Told> = Vec::new();
        let mut kinds: BTreeMap<i64, Kind> = BTreeMap::new();
        for change in &changes {
            let is_first = change.before.is_empty();
            let Some(after) = overlay(&now, &change.after) else {
                continue;
            };
            let kind = match kinds.get(&change.operation.0) {
                Some(kind) => *kind,
                None => {
                    let found = self.operation(change.operation)?;
                    let kind = found.map_or(Kind::Save, |found| found.kind);
                    kinds.insert(change.operation.0, kind);
                    kind
                }
            };
            match kind {
                Kind::Undo(_) | Kind::Redo(_) => {}
                Kind::Save | Kind::Import | Kind::Bulk | Kind::Frame if is_first => {}
                Kind::Save | Kind::Import | Kind::Bulk | Kind::Frame => {
                    all.extend(told_by(change, &now, &after));
                }
            }
            now = after;
        }
        self.void(task, &mut all)?;
        Ok(all)
    }

    /// A group is void where it was taken back and not done again since.
    fn void(&self, task: TaskId, all: &mut [Told]) -> Result<()> {
        let sql = "SELECT operation.undoes, operation.kind FROM operation
            WHERE operation.kind IN ('undo', 'redo') AND operation.id IN
                (SELECT operation_id FROM change WHERE task_id = ?1)
            ORDER BY operation.id";
        let undone = self.db.rows(sql, &values![task.0], |row| {
            Ok((row.maybe_number()?, row.text()?))
        })?;
        for (undoes, kind) in undone {
            let Some(mut group) = undoes.map(OperationId) else {
                continue;
            };
            // A redo names the undo that it takes back; what counts again is the group of that undo.
            let is_void = kind == "undo";
            while let Some(found) = self.operation(group)? {
                match found.kind {
                    Kind::Undo(other) | Kind::Redo(other) => group = other,
                    Kind::Save | Kind::Import | Kind::Bulk | Kind::Frame => break,
                }
            }
            for told in all.iter_mut().filter(|told| told.0 == group) {
                told.2 = is_void;
            }
        }
        Ok(())
    }
}

fn told_by(change: &Change, before: &Task, after: &Task) -> Vec<Told> {
    let events = told(before, after, &change.what, day_of(change.at));
    let counted = events.into_iter().filter(is_counted);
    counted
        .map(|event| (change.operation, event, false))
        .collect()
}

fn kept_of(db: &Db, task: TaskId) -> Result<Vec<Told>> {
    let sql = "SELECT operation_id, agency_id, what, day, since, other_id, is_void FROM event
        WHERE task_id = ?1 ORDER BY id";
    db.rows(sql, &values![task.0], |row| {
        let operation = OperationId(row.number()?);
        let event = Event {
            agency: AgencyId(row.number()?),
            what: row.text()?,
            day: row.date()?,
            since: row.maybe_date()?,
            other: row.maybe_number()?.map(AgencyId),
        };
        Ok((operation, event, row.is()?))
    })
}

/// As texts, which have an order.
fn named(all: &[Told]) -> Vec<String> {
    all.iter().map(|told| format!("{told:?}")).collect()
}
