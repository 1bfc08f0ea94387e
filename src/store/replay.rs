//! The proof that tasks and the table of events are what the log says: each task's changes are gone through again,
//! and what they tell is compared with what is kept.
//!
//! Indexes are named: without them every lot would be a walk through the whole log, and the proof of the schema says which
//! is missing. Tasks are taken in lots of fixed size. Most changes are progress entries, which tell no event and leave alone what
//! events depend on: of those the fields are laid over one another and no task is made.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value as Json;

use crate::domain::calendar::day_of;
use crate::domain::change::Fields;
use crate::domain::error::Result;
use crate::domain::event::{Event, TELLING, told};
use crate::domain::id::{AgencyId, OperationId, TaskId};
use crate::domain::proof::Found;
use crate::domain::task::{Form, Task};

use super::apart::{self, Expected, Standing};
use super::db::{Db, Row, values};
use super::events::{is_counted, is_counted_deed};
use super::holes::in_halves;
use super::log::LOADED;
use super::seals::{self, Seals};
use super::sqlite::{pin::CHANGES_OF_TASK, schema};
use super::strides::next_task;
use super::{Store, heads, log};

/// So many numbers of tasks are gone through in one reading.
const LOT: i64 = 200;

/// The column of the key under which a task was entered.
const SAME_KEY: &str = "same_key";

/// Something of a task that is not what its changes tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayFault {
    /// Whose.
    pub task: TaskId,
    /// Its code by the log; empty where the log knows none.
    pub code: String,
    /// What is not.
    pub how: Differs,
}

/// What of a task is not as its changes tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// Its events: so many stand in the table, so many follow from the log.
    Events {
        /// In the table.
        kept: usize,
        /// From the log.
        told: usize,
    },
    /// Its row.
    Row(Standing),
    /// A change of it says nothing that a task could have: what it should be nobody can tell.
    Unreadable,
}

/// The kind of [`Differs::Events`].
pub const EVENTS: &str = "events";

impl Differs {
    /// The word that `--json` has for it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Events { .. } => EVENTS,
            Self::Row(standing) => standing.kind(),
            Self::Unreadable => "unreadable",
        }
    }
}

/// An event with the group that told it, and whether it is void: what is compared.
pub(super) type Told = (OperationId, Event, bool);

impl Store {
    /// Goes through the changes of every task again. `step` hears how many tasks of how many are done and ends the
    /// proof by an error.
    ///
    /// # Errors
    /// What `step` returns; where the database cannot be read. What differs is no error but a finding.
    pub fn check_replay(
        &self,
        step: impl FnMut(usize, usize) -> Result<()>,
    ) -> Result<Found<ReplayFault>> {
        let mut found = Found::default();
        by_lots(&self.db, step, |fault| {
            found.add(fault.how.kind(), fault);
            Ok(())
        })?;
        Ok(found)
    }
}

/// The same, also inside a transaction: `see` hears everything that differs, by the numbers of the tasks, once the lot
/// in which it lies was read; it may mend what it hears of.
pub(super) fn by_lots(
    db: &Db,
    mut step: impl FnMut(usize, usize) -> Result<()>,
    mut see: impl FnMut(ReplayFault) -> Result<()>,
) -> Result<()> {
    let last = db.number("SELECT MAX(id) FROM task", &[])?;
    let logged = "SELECT MAX(task_id) FROM change WHERE task_id IS NOT NULL";
    let last = last.max(db.number(logged, &[])?);
    let mut from = Some(i64::MIN);
    while let Some(first) = from.map(|from| next_task(db, from)).transpose()?.flatten() {
        let upto = first.saturating_add(LOT - 1);
        let found = in_halves(
            (first, upto),
            &|lot| db.at_once(|| of_lot(db, lot)),
            &unread,
        )?;
        found.into_iter().try_for_each(&mut see)?;
        let count = |number: i64| usize::try_from(number).unwrap_or(0);
        step(count(upto.min(last)), count(last))?;
        from = upto.checked_add(1);
    }
    Ok(())
}

fn unread(id: i64) -> ReplayFault {
    let (task, code) = (TaskId(id), String::new());
    let how = Differs::Unreadable;
    ReplayFault { task, code, how }
}

fn of_lot(db: &Db, lot: (i64, i64)) -> Result<Vec<ReplayFault>> {
    let mut kept = kept_in(db, lot)?;
    let logged = logged_in(db, lot)?;
    let mut faults = Vec::new();
    let mut standing: BTreeMap<i64, Standing> =
        logged.keys().map(|id| (*id, Standing::Gone)).collect();
    // Keys of tasks that are older than what rows seal are held against sums.
    let sealing = match schema::seals_anything(db)? {
        true => seals::last(db, seals::KEYS)?,
        false => i64::MAX,
    };
    let expected = |id: TaskId| {
        let logged = logged.get(&id.0)?;
        Some(Expected {
            task: logged.now.as_ref()?,
            version: (!logged.is_loaded).then_some(logged.changes),
            same_key: (id.0 > sealing).then_some(logged.same_key.as_deref()),
        })
    };
    apart::rows(db, lot, expected, |id, apart| {
        if !logged.contains_key(&id.0) {
            standing.insert(id.0, Standing::Unlogged);
        } else if apart.is_empty() {
            standing.remove(&id.0);
        } else {
            standing.insert(id.0, Standing::Changed(apart));
        }
    })?;
    for (id, how) in &mut standing {
        if let Standing::Changed(fields) = how
            && fields
                .iter()
                .any(|it| it.field == SAME_KEY && it.logged.is_empty())
            && heads::is_bare(db, *id)?
        {
            fields.retain(|it| it.field != SAME_KEY);
        }
    }
    standing.retain(|_, how| *how != Standing::Changed(Vec::new()));
    let empty = Logged::default();
    let ids = logged.keys().chain(standing.keys()).chain(kept.keys());
    let ids: BTreeSet<i64> = ids.copied().collect();
    for id in ids {
        let logged = logged.get(&id).unwrap_or(&empty);
        let mut add = |how| {
            faults.push(ReplayFault {
                task: TaskId(id),
                code: logged.code().to_owned(),
                how,
            });
        };
        if logged.is_unreadable {
            add(Differs::Unreadable);
            continue;
        }
        let kept = kept.remove(&id).unwrap_or_default();
        if !is_same(&kept, &logged.told) {
            let (kept, told) = (kept.len(), logged.told.len());
            add(Differs::Events { kept, told });
        }
        if let Some(standing) = standing.remove(&id) {
            add(Differs::Row(standing));
        }
    }
    Ok(faults)
}

/// The events of a task as its changes tell them.
pub(super) fn told_of(db: &Db, task: TaskId) -> Result<Vec<Told>> {
    let mut logged = logged_in(db, (task.0, task.0))?;
    Ok(logged.remove(&task.0).unwrap_or_default().told)
}

/// What the changes of a task come to.
#[derive(Default)]
struct Logged {
    /// The fields as they are by now.
    fields: Json,
    /// The task, up to date in what events depend on.
    seen: Option<Task>,
    told: Vec<Told>,
    /// Something of it was taken back or done again.
    is_undone: bool,
    is_unreadable: bool,
    /// The task as the last change leaves it.
    now: Option<Task>,
    /// So many changes it has.
    changes: i64,
    /// Some of them were loaded, and made no version of it.
    is_loaded: bool,
    /// The key that its first row seals.
    same_key: Option<String>,
}

/// A row of the log, as far as it is needed.
struct Entry {
    operation: OperationId,
    is_undo: bool,
    what: String,
    at: String,
    is_first: bool,
    after: String,
    is_loaded: bool,
    seals: String,
}

fn logged_in(db: &Db, (first, last): (i64, i64)) -> Result<BTreeMap<i64, Logged>> {
    let sql = format!(
        "SELECT task_id, operation_id, operation.kind IN ('undo', 'redo'), what, change.at, before = '{{}}', after,
            change.origin = ?3, CASE WHEN before = '{{}}' THEN {} END
        FROM {CHANGES_OF_TASK} LEFT JOIN operation ON operation.id = change.operation_id
        WHERE task_id >= ?1 AND task_id <= ?2
        ORDER BY task_id, change.id",
        schema::seals(db)?
    );
    let mut all: BTreeMap<i64, Logged> = BTreeMap::new();
    db.rows(&sql, &values![first, last, LOADED], |row| {
        let logged = all.entry(row.number()?).or_default();
        logged.pass(&entry(row)?);
        Ok(())
    })?;
    for (task, logged) in &mut all {
        if logged.is_undone {
            void(db, TaskId(*task), &mut logged.told)?;
        }
        logged.now = Task::deserialize(&logged.fields).ok();
        logged.is_unreadable |= logged.now.is_none();
    }
    Ok(all)
}

/// Whatever somebody made of a row: that is for the proof of the log to say.
fn entry(row: &mut Row<'_>) -> Result<Entry> {
    Ok(Entry {
        operation: OperationId(row.maybe_number()?.unwrap_or(0)),
        is_undo: row.maybe_number()? == Some(1),
        what: row.any_text()?,
        at: row.any_text()?,
        is_first: row.maybe_number()? == Some(1),
        after: row.any_text()?,
        is_loaded: row.maybe_number()? == Some(1),
        seals: row.any_text()?,
    })
}

impl Logged {
    fn code(&self) -> &str {
        self.fields.get("code").and_then(Json::as_str).unwrap_or("")
    }

    fn pass(&mut self, entry: &Entry) {
        self.changes += 1;
        self.is_loaded |= entry.is_loaded;
        if !entry.seals.is_empty() {
            self.same_key = Seals::read(&entry.seals).same_key;
        }
        if !self.is_unreadable {
            self.is_unreadable = self.laid_over(entry).is_none();
        }
    }

    /// Lays a change over what was before; none where it does not fit a task.
    fn laid_over(&mut self, entry: &Entry) -> Option<()> {
        let after: Fields = serde_json::from_str(&entry.after).ok()?;
        self.is_undone |= entry.is_undo;
        let is_telling = entry.is_first
            || after.keys().any(|name| TELLING.contains(&name.as_str()))
            || (!entry.is_undo && is_counted_deed(&entry.what));
        if !self.fields.is_object() {
            self.fields = serde_json::to_value(Task::blank(Form::Task)).ok()?;
        }
        let fields = self.fields.as_object_mut()?;
        for (name, value) in after {
            // Null is nothing, and nothing may be left out.
            if value.is_null() {
                fields.remove(&name);
            } else {
                fields.insert(name, value);
            }
        }
        if !is_telling {
            return Some(());
        }
        let now = Task::deserialize(&self.fields).ok()?;
        if !entry.is_first && !entry.is_undo {
            let before = self.seen.as_ref()?;
            let day = day_of(log::time_of(&entry.at).ok()?);
            let events = told(before, &now, &entry.what, day);
            let counted = events.into_iter().filter(is_counted);
            self.told
                .extend(counted.map(|event| (entry.operation, event, false)));
        }
        self.seen = Some(now);
        Some(())
    }
}

/// A group is void where it was taken back and not done again since.
fn void(db: &Db, task: TaskId, all: &mut [Told]) -> Result<()> {
    let sql = "SELECT operation.undoes, operation.kind FROM operation
        WHERE operation.kind IN ('undo', 'redo') AND operation.id IN
            (SELECT operation_id FROM change WHERE task_id = ?1)
        ORDER BY operation.id";
    let undone = db.rows(sql, &values![task.0], |row| {
        Ok((row.maybe_number()?, row.text()?))
    })?;
    for (undoes, kind) in undone {
        let Some(mut group) = undoes else {
            continue;
        };
        // A redo names the undo that it takes back; what counts again is the group of that undo.
        let is_void = kind == "undo";
        let sql = "SELECT undoes FROM operation WHERE id = ?1 AND kind IN ('undo', 'redo')";
        while let Some(next) = db
            .first(sql, &values![group], |row| row.maybe_number())?
            .flatten()
        {
            // A group takes back an earlier one; what somebody turned around leads nowhere.
            if next >= group {
                break;
            }
            group = next;
        }
        for told in all.iter_mut().filter(|told| told.0.0 == group) {
            told.2 = is_void;
        }
    }
    Ok(())
}

fn kept_in(db: &Db, (first, last): (i64, i64)) -> Result<BTreeMap<i64, Vec<Told>>> {
    let sql =
        "SELECT task_id, operation_id, agency_id, what, day, since, other_id, is_void FROM event
        WHERE task_id >= ?1 AND task_id <= ?2
        ORDER BY task_id, id";
    let mut all: BTreeMap<i64, Vec<Told>> = BTreeMap::new();
    db.rows(sql, &values![first, last], |row| {
        let of = all.entry(row.number()?).or_default();
        let operation = OperationId(row.number()?);
        let event = Event {
            agency: AgencyId(row.number()?),
            what: row.text()?,
            day: day_in(&row.any_text()?),
            since: row.maybe_text()?.map(|day| day_in(&day)),
            other: row.maybe_number()?.map(AgencyId),
        };
        of.push((operation, event, row.is()?));
        Ok(())
    })?;
    Ok(all)
}

/// A day; where somebody made it something else, one that nothing ever tells.
fn day_in(text: &str) -> NaiveDate {
    text.parse().unwrap_or(NaiveDate::MIN)
}

/// The same events, in whatever order they were entered.
fn is_same(kept: &[Told], told: &[Told]) -> bool {
    // As texts, which have an order.
    let named = |all: &[Told]| {
        let mut named: Vec<String> = all.iter().map(|told| format!("{told:?}")).collect();
        named.sort();
        named
    };
    kept == told || (kept.len() == told.len() && named(kept) == named(told))
}
