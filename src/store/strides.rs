//! Walks along the numbers of a table by the rows that are there: where somebody gave a row a number far from all others,
//! nothing between is gone through.

use crate::domain::error::{Error, Result};

use super::db::{Db, values};
use super::sqlite::pin::CHANGES_OF_TASK;

/// A walk through the rows of a table, some at a time.
pub(super) struct Strides<'a> {
    table: &'a str,
    /// So many rows at a time.
    rows: i64,
    /// From which number on; none at the end.
    from: Option<i64>,
    last: i64,
}

impl<'a> Strides<'a> {
    /// Through all rows from the first number to the last, both included.
    pub const fn new(table: &'a str, rows: i64, (first, last): (i64, i64)) -> Self {
        Self {
            table,
            rows,
            from: Some(first),
            last,
        }
    }

    /// The numbers from which and up to which the next rows stand, both included; none where no more rows are there.
    pub fn next(&mut self, db: &Db) -> Result<Option<(i64, i64)>> {
        let Some(from) = self.from.filter(|from| *from <= self.last) else {
            return Ok(None);
        };
        let sql = format!(
            "SELECT MAX(id) FROM (SELECT id FROM {} WHERE id >= ?1 AND id <= ?2 ORDER BY id LIMIT ?3) AS piece",
            self.table
        );
        let values = values![from, self.last, self.rows];
        let upto = db.first(&sql, &values, |row| row.maybe_number())?.flatten();
        self.from = upto.and_then(|upto| upto.checked_add(1));
        Ok(upto.map(|upto| (from, upto)))
    }
}

/// The number that follows the last one.
///
/// # Errors
/// `Damaged` where that is the greatest of all numbers, which somebody gave.
pub(super) fn following(db: &Db, last: i64) -> Result<i64> {
    let next = last.checked_add(1);
    next.ok_or_else(|| Error::Damaged(db.path().to_owned()))
}

/// The first task from a number on that has a row or a change.
pub(super) fn next_task(db: &Db, from: i64) -> Result<Option<i64>> {
    let least = |sql: &str| db.first(sql, &values![from], |row| row.maybe_number());
    let row = least("SELECT MIN(id) FROM task WHERE id >= ?1")?.flatten();
    let sql = format!("SELECT MIN(task_id) FROM {CHANGES_OF_TASK} WHERE task_id >= ?1");
    let change = least(&sql)?.flatten();
    Ok(row.into_iter().chain(change).min())
}
