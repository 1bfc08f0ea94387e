//! What others changed since one looked last.

use crate::domain::change::News;
use crate::domain::error::Result;
use crate::domain::id::{OperationId, TaskId};

use super::Store;
use super::db::{Row, values};
use super::operation::Span;
use super::sqlite::schema;

/// More rows than this are not read one by one.
const MUCH: i64 = if cfg!(test) { 60 } else { 2_000 };

/// More tasks than this are asked anew as a whole.
const MANY_TASKS: usize = 200;

/// So many saves that another session carries out are kept in mind: they come one after the other.
const EXPECTED: usize = 8;

/// A row of the log: its number, its group, its task.
type Logged = (i64, OperationId, Option<i64>);

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
        let (rows, has_expected, last) = self.db.at_once(|| {
            let (rows, has_expected) = self.unseen()?;
            let last = self.db.number("SELECT MAX(id) FROM change", &[])?;
            Ok((rows, has_expected, last))
        })?;
        let mut news = News {
            // Documents and whatever else came with it: this session has not seen them yet.
            facts: has_expected,
            ..News::default()
        };
        let is_whole = rows.len() <= MUCH.unsigned_abs() as usize;
        self.seen = last;
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

    /// A save of this key is about to be carried out by another session, for whoever asks here: tasks of its group are
    /// no news, nor those of groups whose keys go on from it behind a slash.
    pub fn expects(&mut self, key: &str) {
        self.expected.push(key.to_owned());
        let over = self.expected.len().saturating_sub(EXPECTED);
        self.expected.drain(..over);
    }

    /// Under which key a group was saved; none where there is no such group.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn key_of(&self, operation: OperationId) -> Result<Option<String>> {
        let sql = "SELECT key FROM operation WHERE id = ?1";
        self.db.first(sql, &values![operation.0], |row| row.text())
    }

    /// The rows that were not looked at yet, up to one more than is read, without those of saves that are expected; and
    /// whether there are any of these.
    fn unseen(&self) -> Result<(Vec<Logged>, bool)> {
        let groups = self.groups_of_others()?;
        let read = |row: &mut Row<'_>| {
            let (id, operation) = (row.number()?, OperationId(row.number()?));
            Ok((id, operation, row.maybe_number()?))
        };
        let Some(groups) = groups else {
            let sql =
                "SELECT id, operation_id, task_id FROM change WHERE id > ?1 ORDER BY id LIMIT ?2";
            let rows = self.db.rows(sql, &values![self.seen, MUCH + 1], read)?;
            return Ok((rows, false));
        };
        // An import may have written a million rows: they are passed over by their groups.
        let sql = "SELECT id, operation_id, task_id FROM change WHERE operation_id = ?1 ORDER BY id LIMIT ?2";
        let (mut rows, mut room) = (Vec::new(), MUCH + 1);
        for group in groups {
            if room <= 0 {
                break;
            }
            let found = self.db.rows(sql, &values![group, room], read)?;
            room -= i64::try_from(found.len()).unwrap_or(room);
            rows.extend(found);
        }
        Ok((rows, true))
    }

    /// The groups that were not looked at yet and are not expected; none where no expected one is among them.
    fn groups_of_others(&self) -> Result<Option<Vec<i64>>> {
        if self.expected.is_empty() {
            return Ok(None);
        }
        let sql = "SELECT operation_id FROM change WHERE id = ?1";
        let seen = self.db.number(sql, &values![self.seen])?;
        let is_expected = |key: &str| {
            let mut expected = self.expected.iter();
            expected.any(|known| {
                let rest = key.strip_prefix(known.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        };
        let (mut others, mut has_expected) = (Vec::new(), false);
        let sql = "SELECT id, key FROM operation WHERE id > ?1 ORDER BY id";
        self.db.rows(sql, &values![seen], |row| {
            let (id, key) = (row.number()?, row.text()?);
            if is_expected(&key) {
                has_expected = true;
            } else {
                others.push(id);
            }
            Ok(())
        })?;
        Ok(has_expected.then_some(others))
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
