//! What others changed since one looked last.

use crate::domain::change::News;
use crate::domain::error::Result;
use crate::domain::id::{OperationId, TaskId};

use super::Store;
use super::db::values;
use super::operation::Span;
use super::sqlite::schema;

/// More rows than this are not read one by one.
const MUCH: i64 = 2_000;

/// More tasks than this are asked anew as a whole.
const MANY_TASKS: usize = 200;

impl Store {
    /// What other sessions committed since the last call, or since opening; own saves are not news.
    /// Costs 2 us where there is none. `new_day` is left for the caller, who has the clock.
    ///
    /// # Errors
    /// `Gone` and `Replaced`; where the database cannot be read.
    pub fn news(&mut self) -> Result<News> {
        self.is_in_place()?;
        let others = schema::others_version(&self.db)?;
        if others == self.others {
            return Ok(News::default());
        }
        self.log_goes_on()?;
        let sql = "SELECT id, operation_id, task_id FROM change WHERE id > ?1 ORDER BY id LIMIT ?2";
        let rows = self.db.rows(sql, &values![self.seen, MUCH + 1], |row| {
            Ok((
                row.number()?,
                OperationId(row.number()?),
                row.maybe_number()?,
            ))
        })?;
        let mut news = News::default();
        let is_whole = rows.len() <= MUCH.unsigned_abs() as usize;
        self.seen = match rows.last() {
            Some((last, _, _)) if is_whole => *last,
            _ => self.db.number("SELECT MAX(id) FROM change", &[])?,
        };
        for (_, operation, task) in rows {
            match task {
                _ if self.own.contains(&operation) => {}
                Some(task) => news.tasks.push(TaskId(task)),
                None => news.facts = true,
            }
        }
        news.tasks.sort_unstable();
        news.tasks.dedup();
        news.is_much = !is_whole || news.tasks.len() > MANY_TASKS;
        news.facts |= !is_whole;
        self.own.clear();
        self.others = others;
        Ok(news)
    }

    /// A group that another session saved for whoever asks here: its rows are no news.
    pub fn knows_as_own(&mut self, operation: OperationId) {
        self.own.push(operation);
    }

    /// Own rows are no news: they are passed over at once, or, where rows of others stand before them,
    /// known again when those are read.
    pub(super) fn remember_own(&mut self, operation: OperationId, (before, after): Span) {
        if self.seen == before {
            self.seen = after;
        } else {
            self.own.push(operation);
        }
    }
}
