//! Tasks by their number, their code, their family.

use chrono::NaiveDate;

use crate::domain::count::Family;
use crate::domain::error::Result;
use crate::domain::id::{DocumentId, TaskId};
use crate::domain::task::{Form, Task};

use super::Store;
use super::db::{Db, values};
use super::record::{READ, code_key, read};
use super::sqlite::pin::{CHANGES_OF_TASK, Pin};

/// So many tasks that say the same are looked through for one that was entered by hand.
const ALIKE: i64 = 100;

impl Store {
    /// The task of that number, listed or not.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn task(&self, id: TaskId) -> Result<Option<Task>> {
        by_id(&self.db, id)
    }

    /// Everything that `read` reads is of one moment. Much that is read at once takes one lock and not one
    /// each; what takes long should come in parts, for the log beside the file cannot be cut meanwhile.
    pub fn at_once<T>(&self, read: impl FnOnce() -> Result<T>) -> Result<T> {
        self.db.at_once(read)
    }

    /// These tasks in this order; those that do not exist are left out.
    pub fn tasks(&self, ids: &[TaskId]) -> Result<Vec<Task>> {
        self.db.at_once(|| {
            let found: Result<Vec<_>> = ids.iter().map(|id| by_id(&self.db, *id)).collect();
            Ok(found?.into_iter().flatten().collect())
        })
    }

    /// The numbers of tasks that are there, from one on, in their order.
    ///
    /// # Errors
    /// Where the tasks cannot be read.
    pub fn task_numbers(&self, from: TaskId, limit: i64) -> Result<Vec<TaskId>> {
        let sql = "SELECT id FROM task NOT INDEXED WHERE id >= ?1 ORDER BY id LIMIT ?2";
        self.db
            .rows(sql, &values![from.0, limit], |row| row.number().map(TaskId))
    }

    /// The numbers of tasks of which the log tells, from one on, in their order.
    ///
    /// # Errors
    /// Where the log cannot be read.
    pub fn logged_tasks(&self, from: TaskId, limit: i64) -> Result<Vec<TaskId>> {
        let sql = format!(
            "SELECT DISTINCT task_id FROM {CHANGES_OF_TASK} WHERE task_id >= ?1 ORDER BY task_id LIMIT ?2"
        );
        self.db.rows(&sql, &values![from.0, limit], |row| {
            row.number().map(TaskId)
        })
    }

    /// The number of the last task; where the tasks cannot tell it, the log does.
    ///
    /// # Errors
    /// Where neither can be read.
    pub fn last_task(&self) -> Result<i64> {
        let last = self.db.number("SELECT MAX(id) FROM task", &[]);
        last.or_else(|_| self.db.number("SELECT MAX(task_id) FROM change", &[]))
    }

    /// The task of a number (`1234`, `:1234`) or a code in whatever case; taken back or not.
    pub fn locate(&self, text: &str) -> Result<Option<TaskId>> {
        locate(&self.db, text)
    }

    /// The task that was entered under this key (DESIGN 7.4); taken back or not.
    pub fn same(&self, same_key: &str) -> Result<Option<Task>> {
        let sql = format!("SELECT {READ} FROM task WHERE same_key = ?1");
        self.db.first(&sql, &values![same_key], read)
    }

    /// The key that it was entered under; none where that was by hand.
    pub fn same_key(&self, id: TaskId) -> Result<Option<String>> {
        let sql = "SELECT same_key FROM task WHERE id = ?1";
        let key = self.db.first(sql, &values![id.0], |row| row.maybe_text())?;
        Ok(key.flatten())
    }

    /// Of the first hundred tasks without a number in an annex that say what this one says, in the order of their
    /// numbers, the how-manieth of its document and lead, from 0. Who stands for others has any lead, and is the only
    /// one looked for where this one does too; what was taken back is none.
    pub fn without_item(
        &self,
        like: &Task,
        document: Option<DocumentId>,
        place: u32,
    ) -> Result<Option<Task>> {
        if i64::from(place) >= ALIKE {
            return Ok(None);
        }
        // Thousands may say the same, and each of as many rows of a file asks: a hundred are never made for one.
        let sql = "SELECT id FROM
                (SELECT id, document_id, agency_id, form, is_gone FROM task
                WHERE title = ?1 AND item = '' AND series_id IS NULL AND parent_id IS NULL
                ORDER BY id
                LIMIT ?2) AS alike
            WHERE is_gone = 0 AND COALESCE(document_id, 0) = ?3 AND (form = 'parent' OR (?4 = 0 AND agency_id = ?5))
            ORDER BY id
            LIMIT 1 OFFSET ?6";
        let document = document.map_or(0, |id| id.0);
        let is_parent = like.form == Form::Parent;
        let title = like.title.as_str();
        let values = values![
            title,
            ALIKE,
            document,
            is_parent,
            like.agency.0,
            i64::from(place)
        ];
        let id = self.db.first(sql, &values, |row| row.number())?;
        id.map_or(Ok(None), |id| self.task(TaskId(id)))
    }

    /// True where a task names this agency by its code among the supporting ones. Walks all tasks: it is asked
    /// when a code is corrected, and never inside a transaction.
    pub fn is_supporting(&self, code: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM task
            WHERE is_gone = 0 AND '; ' || supporting || ';' LIKE '%; ' || ?1 || ';%'
            LIMIT 1";
        let found = self.db.first(sql, &values![code], |row| row.number())?;
        Ok(found.is_some())
    }

    /// True if there is any task, taken back or not.
    pub fn has_tasks(&self) -> Result<bool> {
        Ok(self.db.number("SELECT MAX(id) FROM task", &[])? > 0)
    }

    /// The members of a fan-out or the occurrences of a series, in the order of their numbers,
    /// without those taken back.
    pub fn members(&self, of: TaskId) -> Result<Vec<Task>> {
        let mut members = Vec::new();
        for (pin, column) in FAMILY {
            let sql = format!(
                "SELECT {READ} FROM {} WHERE {column} = ?1 AND is_gone = 0 ORDER BY id",
                pin.table()
            );
            members.extend(self.db.rows(&sql, &values![of.0], read)?);
        }
        Ok(members)
    }

    /// A parent or series, and how many of its members are closed; none where it is neither.
    ///
    /// A member that is itself a series stands for occurrences without end and is closed when dropped.
    pub fn family(&self, of: TaskId) -> Result<Option<Family>> {
        let Some(head) = self.task(of)?.filter(|head| head.form != Form::Task) else {
            return Ok(None);
        };
        let (mut done, mut all) = (0, 0);
        for (pin, column) in FAMILY {
            let sql = format!(
                "SELECT COUNT(*), COALESCE(SUM(CASE WHEN status IN ('done', 'dropped') THEN 1 ELSE 0 END), 0)
                FROM {}
                WHERE {column} = ?1 AND is_gone = 0",
                pin.table()
            );
            let found = self.db.first(&sql, &values![of.0], |row| {
                Ok((row.number()?, row.number()?))
            })?;
            let (members, closed) = found.unwrap_or_default();
            all += members;
            done += closed;
        }
        Ok(Some(Family {
            id: of,
            code: head.code,
            done,
            all,
        }))
    }

    /// Every series that is not taken back: what occurrences are made of.
    pub fn series(&self) -> Result<Vec<Task>> {
        let sql =
            format!("SELECT {READ} FROM task WHERE form = 'series' AND is_gone = 0 ORDER BY id");
        self.db.rows(&sql, &[], read)
    }

    /// The tasks of relative deadlines that are due on these days: what an edit of the calendar may move.
    pub fn relative(&self, due: &[NaiveDate]) -> Result<Vec<TaskId>> {
        self.db.at_once(|| relative(&self.db, due))
    }
}

/// The two ways of belonging to another task.
const FAMILY: [(Pin, &str); 2] = [(Pin::Parent, "parent_id"), (Pin::Series, "series_id")];

pub(super) fn relative(db: &Db, due: &[NaiveDate]) -> Result<Vec<TaskId>> {
    let sql = "SELECT id FROM task WHERE kind = 'relative' AND due = ?1 ORDER BY id";
    let mut found = Vec::new();
    for day in due {
        found.extend(db.rows(sql, &values![*day], |row| row.number().map(TaskId))?);
    }
    Ok(found)
}

pub(super) fn by_id(db: &Db, id: TaskId) -> Result<Option<Task>> {
    let sql = format!("SELECT {READ} FROM task WHERE id = ?1");
    db.first(&sql, &values![id.0], read)
}

pub(super) fn locate(db: &Db, text: &str) -> Result<Option<TaskId>> {
    let text = text.trim();
    let number = text.strip_prefix(':').unwrap_or(text).trim_start();
    let id = match number.parse::<i64>() {
        Ok(number) => db.first(
            "SELECT id FROM task WHERE id = ?1",
            &values![number],
            |row| row.number(),
        )?,
        Err(_) => {
            let sql = "SELECT id FROM task WHERE code_key = ?1";
            db.first(sql, &values![code_key(text)], |row| row.number())?
        }
    };
    Ok(id.map(TaskId))
}

pub(super) fn find_same(db: &Db, same_key: &str) -> Result<Option<TaskId>> {
    let sql = "SELECT id FROM task WHERE same_key = ?1";
    let id = db.first(sql, &values![same_key], |row| row.number())?;
    Ok(id.map(TaskId))
}
