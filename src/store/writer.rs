//! What may be done inside a save: every method changes rows and appends to the log.

use std::marker::PhantomData;

use chrono::NaiveDate;

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::calendar::DayOff;
use crate::domain::change::{Change, Fields};
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, DocumentId, OperationId, TaskId};
use crate::domain::query::View;
use crate::domain::task::Task;
use crate::domain::user::Account;

/// What the log keeps beside the fields.
#[derive(Debug, Clone, Copy, Default)]
pub struct Note<'a> {
    /// The deed, by its code.
    pub what: &'a str,
    /// The reason or note that was given.
    pub why: &'a str,
    /// The document that was named.
    pub document: &'a str,
}

/// The inside of one save. What it reads is what it will change: nobody else writes meanwhile.
pub struct Writer<'a> {
    store: PhantomData<&'a ()>,
}

impl Writer<'_> {
    /// The group that is being written.
    #[must_use]
    pub fn operation(&self) -> OperationId {
        todo!()
    }

    /// The task as it is now.
    pub fn task(&self, id: TaskId) -> Result<Option<Task>> {
        let _ = id;
        todo!()
    }

    /// The task that was entered under this key.
    pub fn find_same(&self, same_key: &str) -> Result<Option<TaskId>> {
        let _ = same_key;
        todo!()
    }

    /// The task of this number or code.
    pub fn locate(&self, text: &str) -> Result<Option<TaskId>> {
        let _ = text;
        todo!()
    }

    /// The last change of a task: an undo leaves a row that somebody changed since.
    pub fn last_change_of(&self, id: TaskId) -> Result<Option<Change>> {
        let _ = id;
        todo!()
    }

    /// Counts up under a name, from 1: the numbers of codes (`NV/23`).
    pub fn next_number(&mut self, name: &str) -> Result<i64> {
        let _ = name;
        todo!()
    }

    /// Enters a new task and logs all its fields; its id and version are given here. `same_key`
    /// recognises it when it is imported again; no two tasks share one.
    pub fn insert_task(
        &mut self,
        task: &Task,
        same_key: Option<&str>,
        note: Note<'_>,
    ) -> Result<Task> {
        let _ = (task, same_key, note);
        todo!()
    }

    /// Saves a task over the version that `before` has, and logs what differs; where nothing does,
    /// nothing is written.
    ///
    /// # Errors
    /// `Refused(Changed)` where the row has another version by now.
    pub fn save_task(&mut self, before: &Task, after: &Task, note: Note<'_>) -> Result<Task> {
        let _ = (before, after, note);
        todo!()
    }

    /// Appends a row to the log of a task without touching the task: history that is loaded.
    pub fn record(
        &mut self,
        id: TaskId,
        before: &Fields,
        after: &Fields,
        note: Note<'_>,
    ) -> Result<()> {
        let _ = (id, before, after, note);
        todo!()
    }

    /// Enters an agency (id 0 gives it the next number, another id is taken as it is) or changes the
    /// one of that id.
    pub fn save_agency(&mut self, agency: &Agency) -> Result<AgencyId> {
        let _ = agency;
        todo!()
    }

    /// Enters an area or changes the one of that id; 0 as for agencies.
    pub fn save_area(&mut self, area: &Area) -> Result<AreaId> {
        let _ = area;
        todo!()
    }

    /// Enters a document or changes the one of that id; 0 as for agencies.
    pub fn save_document(&mut self, document: &Document) -> Result<DocumentId> {
        let _ = document;
        todo!()
    }

    /// The document of this symbol and date, whatever the case and spacing of the symbol.
    pub fn find_document(
        &self,
        symbol: &str,
        date: Option<NaiveDate>,
    ) -> Result<Option<DocumentId>> {
        let _ = (symbol, date);
        todo!()
    }

    /// Enters a row of the calendar, over an older one of that date.
    pub fn save_day_off(&mut self, day: &DayOff) -> Result<()> {
        let _ = day;
        todo!()
    }

    /// Removes a row of the calendar.
    pub fn drop_day_off(&mut self, date: NaiveDate) -> Result<()> {
        let _ = date;
        todo!()
    }

    /// Enters a user, over an older one of that login.
    pub fn save_user(&mut self, account: &Account) -> Result<()> {
        let _ = account;
        todo!()
    }

    /// Sets or removes a setting.
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<()> {
        let _ = (key, value);
        todo!()
    }

    /// Keeps a view of the writing login, over an older one of that name.
    pub fn save_view(&mut self, view: &View) -> Result<()> {
        let _ = view;
        todo!()
    }

    /// Removes a view of the writing login.
    pub fn drop_view(&mut self, name: &str) -> Result<()> {
        let _ = name;
        todo!()
    }
}
