//! Which rows a group touched, and what is to be put back in each.

use std::collections::{HashMap, HashSet};

use super::Way;
use crate::domain::change::{Change, Fields, Subject};
use crate::domain::error::Result;
use crate::domain::id::{ChangeId, OperationId, TaskId};
use crate::domain::task::Form;
use crate::store::{Kind, Store};
use crate::work::rolling::CALENDAR;

/// What is to be put back in one row.
pub(super) struct Putting {
    pub id: TaskId,
    /// The fields as they were before the group.
    pub fields: Fields,
    /// The row was made by the group: it goes.
    pub is_creation: bool,
    /// The row's last change when this was worked out; none where somebody came between.
    pub last: Option<ChangeId>,
    /// That last change says who came between.
    pub between: Option<Change>,
}

/// One entry a row, the oldest `before` of each field, in the order in which rows were touched last.
pub(super) fn work_out(
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
