//! What may be done inside a save: every method changes rows and appends to the log.
//!
//! Tasks stand here, the frame around them in `frame`.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use crate::domain::calendar::day_of;
use crate::domain::change::{Change, Fields, Subject, difference};
use crate::domain::error::{Error, Result};
use crate::domain::event;
use crate::domain::id::{AgencyId, BatchId, OperationId, TaskId};
use crate::domain::task::Task;
use crate::domain::transition::Refusal;

use super::chain::{Head as End, Link};
use super::db::{Db, Value, fault, values};
use super::record::{self, WRITTEN};
use super::seals::Seals;
use super::sqlite::bulk;
use super::{Head, log, operation, seals, strides, tasks};

/// What the log keeps beside the fields.
#[derive(Debug, Clone, Copy, Default)]
pub struct Note<'a> {
    /// The deed, by its code.
    pub what: &'a str,
    /// The reason or note that was given.
    pub why: &'a str,
    /// The document that was named.
    pub document: &'a str,
    /// The lead whose part was done for it.
    pub on_behalf: Option<AgencyId>,
}

/// The inside of one save. What it reads is what it will change: nobody else writes meanwhile.
pub struct Writer<'a> {
    pub(super) db: &'a Db,
    operation: OperationId,
    pub(super) at: String,
    /// The day of it (UTC+7).
    day: NaiveDate,
    pub(super) who: &'a str,
    pub(super) origin: &'a str,
    end: End,
    /// What the first row is to seal of the group, until it is written.
    group: Option<seals::Group>,
    /// The number of the task that was entered last, once it is known: nobody else enters any meanwhile.
    last_task: Option<i64>,
    /// The statement that enters tasks, once it was needed.
    entering: String,
}

impl<'a> Writer<'a> {
    pub(super) fn new(db: &'a Db, head: &Head<'a>, operation: OperationId, end: End) -> Self {
        Self {
            db,
            operation,
            at: log::time_text(head.at),
            day: day_of(head.at),
            who: head.who,
            origin: head.origin,
            end,
            group: Some(operation::sealed(head)),
            last_task: None,
            entering: String::new(),
        }
    }

    /// The end of the log after what was done so far.
    pub(super) fn end(&self) -> End {
        self.end
    }

    /// The group that is being written.
    #[must_use]
    pub fn operation(&self) -> OperationId {
        self.operation
    }

    /// The task as it is now.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn task(&self, id: TaskId) -> Result<Option<Task>> {
        tasks::by_id(self.db, id)
    }

    /// The task that was entered under this key, taken back or not.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn find_same(&self, same_key: &str) -> Result<Option<TaskId>> {
        tasks::find_same(self.db, same_key)
    }

    /// The task of this number or code, taken back or not.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn locate(&self, text: &str) -> Result<Option<TaskId>> {
        tasks::locate(self.db, text)
    }

    /// The last change of a task: an undo leaves a row that somebody changed since.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn last_change_of(&self, id: TaskId) -> Result<Option<Change>> {
        Ok(log::of_task(self.db, id, i64::MAX, 1)?.pop())
    }

    /// Counts up under a name, from 1: the numbers of codes (`NV/23`). A number that was given is not
    /// given again, unless nothing else of its save was kept.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn next_number(&mut self, name: &str) -> Result<i64> {
        let sql = "INSERT INTO counter (name, value) VALUES (?1, 1)
            ON CONFLICT (name) DO UPDATE SET value = counter.value + 1";
        self.db.run(sql, &values![name])?;
        let sql = "SELECT value FROM counter WHERE name = ?1";
        self.db.number(sql, &values![name])
    }

    fn last_task(&self) -> Result<i64> {
        match self.last_task {
            Some(last) => Ok(last),
            None => self.db.number("SELECT MAX(id) FROM task", &[]),
        }
    }

    /// Many tasks are entered inside, and enter the search together at the end.
    ///
    /// # Errors
    /// Those of `make`, and where the database cannot be written; the save is lost then.
    pub fn together<T>(&mut self, make: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let last = self.last_task()?;
        bulk::search_later(self.db)?;
        let value = make(self)?;
        bulk::search_now(self.db, last)?;
        Ok(value)
    }

    /// Enters a new task and logs all its fields; its id and version are given here. `same_key`
    /// recognises it when it is imported again; no two tasks share one.
    ///
    /// # Errors
    /// Where its code or key is taken already, or the database cannot be written.
    pub fn insert_task(
        &mut self,
        task: &Task,
        same_key: Option<&str>,
        note: Note<'_>,
    ) -> Result<Task> {
        let entered = self.enter_task(task, same_key, note)?;
        entered.ok_or_else(|| {
            Error::Fault(format!("the code {} or its key is taken", task.code).into())
        })
    }

    /// As [`Writer::insert_task`]; none where its code or key is taken already, and nothing is written then.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn enter_task(
        &mut self,
        task: &Task,
        same_key: Option<&str>,
        note: Note<'_>,
    ) -> Result<Option<Task>> {
        let last = self.last_task()?;
        let task = Task {
            id: TaskId(strides::following(self.db, last)?),
            version: 1,
            ..task.clone()
        };
        if self.entering.is_empty() {
            self.entering = entering();
        }
        let mut row = Vec::with_capacity(WRITTEN.len() + 3);
        row.extend(values![task.id.0, task.version, same_key]);
        row.extend(record::to_values(&task)?);
        if self.db.run(&self.entering, &row)? == 0 {
            return Ok(None);
        }
        self.last_task = Some(task.id.0);
        // All fields, as they stand in the struct: what a map of them would be written as.
        let after = serde_json::to_string(&task).map_err(fault)?;
        self.append_texts(
            Subject::Task(task.id),
            ["{}".to_owned(), after],
            note,
            same_key,
        )?;
        Ok(Some(task))
    }

    /// Saves a task over the version that `before` has, and logs what differs; where nothing does,
    /// nothing is written.
    ///
    /// # Errors
    /// `Refused(Changed)` where the row has another version by now, `NoTask` where there is none.
    pub fn save_task(&mut self, before: &Task, after: &Task, note: Note<'_>) -> Result<Task> {
        let after = event::handed_on(before, after, self.day);
        let Some(after) = self.save_as_it_is(before, after, note)? else {
            return Ok(before.clone());
        };
        let events = event::told(before, &after, note.what, self.day);
        self.keep_events(after.id, &events)?;
        Ok(after)
    }

    /// Saves a task and logs what differs; none where nothing does.
    fn save_as_it_is(
        &mut self,
        before: &Task,
        after: Task,
        note: Note<'_>,
    ) -> Result<Option<Task>> {
        let (old, new) = difference(before, &after);
        if old.is_empty() && new.is_empty() {
            return Ok(None);
        }
        let after = Task {
            id: before.id,
            version: strides::following(self.db, before.version)?,
            ..after
        };
        self.update(before, &after)?;
        self.append(Subject::Task(after.id), &old, &new, note)?;
        Ok(Some(after))
    }

    /// Saves a task as it was before a group, or after it: undo and redo. What the group told is void, or
    /// counts again.
    ///
    /// # Errors
    /// As [`Writer::save_task`].
    pub fn save_back(
        &mut self,
        before: &Task,
        after: &Task,
        note: Note<'_>,
        group: OperationId,
        is_void: bool,
    ) -> Result<Task> {
        let Some(saved) = self.save_as_it_is(before, after.clone(), note)? else {
            // Nothing was put back, and the log has no row of it: what was told stays, as the log tells it.
            return Ok(before.clone());
        };
        self.void_events(group, before.id, is_void)?;
        Ok(saved)
    }

    /// Writes only the columns that differ: an index whose columns stay is not touched.
    fn update(&self, before: &Task, after: &Task) -> Result<()> {
        let (old, new) = (record::to_values(before)?, record::to_values(after)?);
        let mut row: Vec<Value<'_>> = values![after.version, before.id.0, before.version].into();
        let mut sets = String::from("row_version = ?1");
        for ((name, old), new) in WRITTEN.iter().zip(old).zip(new) {
            if old != new {
                row.push(new);
                sets.push_str(&format!(", {name} = ?{}", row.len()));
            }
        }
        let sql = format!("UPDATE task SET {sets} WHERE id = ?2 AND row_version = ?3");
        if self.db.run(&sql, &row)? == 1 {
            return Ok(());
        }
        Err(self.conflict(before.id)?)
    }

    /// Who was faster, and what they did.
    fn conflict(&self, id: TaskId) -> Result<Error> {
        if self.task(id)?.is_none() {
            return Ok(Error::NoTask(format!(":{}", id.0)));
        }
        let last = self.last_change_of(id)?;
        let (by, at, what) = last.map_or_else(Default::default, |last| {
            (last.who, wall_time(last.at), last.what)
        });
        Ok(Refusal::Changed { by, at, what }.into())
    }

    /// Appends a row to the log of a task without touching the task: history that is loaded, under the origin
    /// [`LOADED`](super::LOADED).
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn record(
        &mut self,
        id: TaskId,
        before: &Fields,
        after: &Fields,
        note: Note<'_>,
    ) -> Result<()> {
        self.append(Subject::Task(id), before, after, note)
    }

    /// Appends a row to the log.
    pub(super) fn append(
        &mut self,
        subject: Subject,
        before: &Fields,
        after: &Fields,
        note: Note<'_>,
    ) -> Result<()> {
        let before = serde_json::to_string(before).map_err(fault)?;
        let after = serde_json::to_string(after).map_err(fault)?;
        self.append_texts(subject, [before, after], note, None)
    }

    fn append_texts(
        &mut self,
        subject: Subject,
        [before, after]: [String; 2],
        note: Note<'_>,
        same_key: Option<&str>,
    ) -> Result<()> {
        let seals = self.sealed(same_key)?;
        let (subject, task) = match subject {
            Subject::Task(id) => ("task", Some(id.0)),
            Subject::Calendar => ("calendar", None),
            Subject::Frame => ("frame", None),
        };
        let link = Link {
            id: strides::following(self.db, self.end.last)?,
            operation: self.operation.0,
            task,
            texts: [
                self.at.clone(),
                self.who.to_owned(),
                self.origin.to_owned(),
                subject.to_owned(),
                note.what.to_owned(),
                before,
                after,
                note.why.to_owned(),
                note.document.to_owned(),
            ],
            on_behalf: note.on_behalf.map(|agency| agency.0),
            seals,
        };
        self.end = log::append(self.db, self.end, &link)?;
        Ok(())
    }

    /// What the next row seals beside what it tells.
    fn sealed(&mut self, same_key: Option<&str>) -> Result<Option<String>> {
        let group = self.group.take();
        let sums = match group {
            Some(_) => seals::to_seal(self.db)?,
            None => None,
        };
        let seals = Seals {
            group,
            same_key: same_key.map(str::to_owned),
            sums,
        };
        seals.to_text()
    }

    /// The group belongs to an import, which its first row seals.
    ///
    /// # Errors
    /// Where that is written already: who writes the group says it first.
    pub(super) fn seal_batch(&mut self, batch: BatchId) -> Result<()> {
        let group = self.group.as_mut();
        let group =
            group.ok_or_else(|| Error::Fault("a group was given to an import too late".into()))?;
        group.batch = Some(batch.0);
        Ok(())
    }

    /// The number for the next row of a table.
    pub(super) fn next_id(&self, sql: &str) -> Result<i64> {
        strides::following(self.db, self.db.number(sql, &[])?)
    }
}

/// The statement that enters a task: its id, its version, its key, then what is written of it. Looking first
/// whether code and key are free would cost a tenth of a load.
fn entering() -> String {
    let places: Vec<String> = (4..WRITTEN.len() + 4).map(|n| format!("?{n}")).collect();
    format!(
        "INSERT INTO task (id, row_version, same_key, {}) VALUES (?1, ?2, ?3, {}) ON CONFLICT DO NOTHING",
        WRITTEN.join(", "),
        places.join(", ")
    )
}

/// A moment as the refusal names it, by the clock on the wall.
fn wall_time(at: DateTime<Utc>) -> String {
    let zone = FixedOffset::east_opt(7 * 3600).expect("seven hours are less than a day");
    at.with_timezone(&zone).format("%H:%M %d/%m").to_string()
}
