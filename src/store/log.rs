//! The log: who changed what. Rows are only appended, each with the hash of the one before.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::domain::change::{Change, Fields, Subject};
use crate::domain::error::{Error, Result};
use crate::domain::id::{AgencyId, ChangeId, OperationId, TaskId};

use super::Store;
use super::chain::{Head, Link};
use super::db::{Db, Row, Value, fault, values};

/// What the proof of the log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Rows that were proved.
    pub rows: i64,
    /// The hash of the last row that was proved, in hexadecimal; a report may quote it.
    pub head: String,
    /// The first thing that is wrong.
    pub broken: Option<Broken>,
}

/// What is wrong with the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// This row is not as it was written, or the one before it is not.
    Row(ChangeId),
    /// This row is missing; rows after it exist.
    Missing(ChangeId),
    /// The log ends before this row, which was its last.
    CutOff(ChangeId),
}

/// Rows that are read at a time while the log is proved: no reader holds the file for long.
const CHUNK: i64 = 5_000;

impl Store {
    /// Rows of the log, newest first: of one task or of everything, older than `before`.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn log(
        &self,
        task: Option<TaskId>,
        before: Option<ChangeId>,
        limit: usize,
    ) -> Result<Vec<Change>> {
        let before = before.map_or(i64::MAX, |id| id.0);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        match task {
            Some(task) => of_task(&self.db, task, before, limit),
            None => {
                let sql = "SELECT id, operation_id, at, login, origin, subject, task_id, what, before, after,
                    why, document, on_behalf
                    FROM change
                    WHERE id < ?1
                    ORDER BY id DESC
                    LIMIT ?2";
                self.db.rows(sql, &values![before, limit], read)
            }
        }
    }

    /// What was done to a task and still holds, newest first: rows of the log of these deeds that reports count
    /// and that nobody took back.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn deeds_of(&self, task: TaskId, deeds: &[&str], limit: usize) -> Result<Vec<Change>> {
        let places: Vec<String> = (3..deeds.len() + 3)
            .map(|place| format!("?{place}"))
            .collect();
        let sql = format!(
            "SELECT id, operation_id, at, login, origin, subject, task_id, what, before, after,
            why, document, on_behalf
            FROM change
            WHERE task_id = ?1 AND what IN ({})
                AND EXISTS (SELECT 1 FROM event
                    WHERE event.task_id = ?1 AND event.operation_id = change.operation_id AND event.is_void = 0)
            ORDER BY id DESC
            LIMIT ?2",
            places.join(", ")
        );
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut row: Vec<Value<'_>> = values![task.0, limit].into();
        row.extend(deeds.iter().map(|deed| Value::from(*deed)));
        self.db.rows(&sql, &row, read)
    }

    /// The changes of a group, in the order in which they were made.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn changes_of(&self, operation: OperationId) -> Result<Vec<Change>> {
        let sql =
            "SELECT id, operation_id, at, login, origin, subject, task_id, what, before, after,
            why, document, on_behalf
            FROM change
            WHERE operation_id = ?1
            ORDER BY id";
        self.db.rows(sql, &values![operation.0], read)
    }

    /// Proves the log from its first row to its last. `step` hears how many rows of how many are done
    /// and ends the proof by an error.
    ///
    /// # Errors
    /// What `step` returns; where the database cannot be read. A broken log is no error but a verdict.
    pub fn verify_log(&self, mut step: impl FnMut(usize, usize) -> Result<()>) -> Result<Verdict> {
        // Rows that are appended meanwhile are somebody else's next proof.
        let end = head(&self.db)?;
        let total = usize::try_from(end.last).unwrap_or(0);
        let mut proved = Head::EMPTY;
        while proved.last < end.last {
            let upto = end.last.min(proved.last + CHUNK);
            let rows = links(&self.db, proved.last, upto)?;
            for (link, hash) in rows {
                let next = proved.last + 1;
                let is_sound = link.id == next && link.hash(&proved.hash).as_slice() == hash;
                if !is_sound {
                    let broken = if link.id == next {
                        Broken::Row
                    } else {
                        Broken::Missing
                    };
                    return Ok(verdict(proved, Some(broken(ChangeId(next)))));
                }
                proved = Head {
                    last: next,
                    hash: link.hash(&proved.hash),
                };
            }
            if proved.last < upto {
                return self.ending(proved, end);
            }
            step(usize::try_from(proved.last).unwrap_or(0), total)?;
        }
        let is_whole = proved.hash == end.hash;
        Ok(verdict(
            proved,
            (!is_whole).then_some(Broken::Row(ChangeId(end.last))),
        ))
    }

    /// The rows came to an end too early: a hole, or the end is cut off.
    fn ending(&self, proved: Head, end: Head) -> Result<Verdict> {
        let later = self.db.number("SELECT MAX(id) FROM change", &[])?;
        let broken = if later > proved.last {
            Broken::Missing(ChangeId(proved.last + 1))
        } else {
            Broken::CutOff(ChangeId(end.last))
        };
        Ok(verdict(proved, Some(broken)))
    }
}

fn verdict(proved: Head, broken: Option<Broken>) -> Verdict {
    Verdict {
        rows: proved.last,
        head: proved
            .hash
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        broken,
    }
}

/// Rows of the log of a task, newest first.
pub(super) fn of_task(db: &Db, task: TaskId, before: i64, limit: i64) -> Result<Vec<Change>> {
    let sql = "SELECT id, operation_id, at, login, origin, subject, task_id, what, before, after,
        why, document, on_behalf
        FROM change
        WHERE task_id = ?1 AND id < ?2
        ORDER BY id DESC
        LIMIT ?3";
    db.rows(sql, &values![task.0, before, limit], read)
}

/// Rows of the log about the frame that are named so, newest first.
pub(super) fn of_frame(db: &Db, what: &str) -> Result<Vec<Change>> {
    let sql = "SELECT id, operation_id, at, login, origin, subject, task_id, what, before, after,
        why, document, on_behalf
        FROM change
        WHERE task_id IS NULL AND what = ?1
        ORDER BY id DESC";
    db.rows(sql, &values![what], read)
}

/// The same, only those in which a field `id` of this number stands.
pub(super) fn of_frame_named(db: &Db, what: &str, id: i64) -> Result<Vec<Change>> {
    let sql = "SELECT id, operation_id, at, login, origin, subject, task_id, what, before, after,
        why, document, on_behalf
        FROM change
        WHERE task_id IS NULL AND what = ?1 AND (before LIKE ?2 OR after LIKE ?2)
        ORDER BY id DESC";
    db.rows(sql, &values![what, format!("%\"id\":{id},%")], read)
}

/// The end of the log.
pub(super) fn head(db: &Db) -> Result<Head> {
    let text = db.first(
        "SELECT value FROM meta WHERE key = 'log_head'",
        &[],
        |row| row.text(),
    )?;
    text.map_or(Ok(Head::EMPTY), |text| Head::from_text(&text))
}

/// The hash of a row of the log, if there is such a row.
pub(super) fn hash_of(db: &Db, id: i64) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT hash FROM change WHERE id = ?1";
    db.first(sql, &values![id], |row| row.bytes())
}

/// Keeps the end of the log.
pub(super) fn set_head(db: &Db, head: Head) -> Result<()> {
    let sql = "INSERT INTO meta (key, value) VALUES ('log_head', ?1)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    db.run(sql, &values![head.to_text()]).map(|_| ())
}

/// Appends a row; gives the new end.
pub(super) fn append(db: &Db, end: Head, link: &Link) -> Result<Head> {
    let hash = link.hash(&end.hash);
    let sql = "INSERT INTO change (id, operation_id, task_id, at, login, origin, subject, what, before, after,
        why, document, on_behalf, hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
    let [
        at,
        login,
        origin,
        subject,
        what,
        before,
        after,
        why,
        document,
    ] = link.texts.each_ref().map(|text| Value::from(text.as_str()));
    let row = [
        link.id.into(),
        link.operation.into(),
        link.task.into(),
        at,
        login,
        origin,
        subject,
        what,
        before,
        after,
        why,
        document,
        link.on_behalf.into(),
        Value::Bytes(hash.as_slice().into()),
    ];
    db.run(sql, &row)?;
    Ok(Head {
        last: link.id,
        hash,
    })
}

/// A time as it is kept.
pub(super) fn time_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A time that was kept.
pub(super) fn time_of(text: &str) -> Result<DateTime<Utc>> {
    text.parse().map_err(fault)
}

fn links(db: &Db, after: i64, upto: i64) -> Result<Vec<(Link, Vec<u8>)>> {
    let sql = "SELECT id, operation_id, task_id, at, login, origin, subject, what, before, after,
        why, document, on_behalf, hash
        FROM change
        WHERE id > ?1 AND id <= ?2
        ORDER BY id";
    db.rows(sql, &values![after, upto], |row| {
        let (id, operation, task) = (row.number()?, row.number()?, row.maybe_number()?);
        let mut texts = <[String; 9]>::default();
        for text in &mut texts {
            *text = row.text()?;
        }
        Ok((
            Link {
                id,
                operation,
                task,
                texts,
                on_behalf: row.maybe_number()?,
            },
            row.bytes()?,
        ))
    })
}

fn read(row: &mut Row<'_>) -> Result<Change> {
    let id = ChangeId(row.number()?);
    let operation = OperationId(row.number()?);
    let at = time_of(&row.text()?)?;
    let (who, origin) = (row.text()?, row.text()?);
    let (subject, task) = (row.text()?, row.maybe_number()?);
    let subject = match (subject.as_str(), task) {
        ("task", Some(task)) => Subject::Task(TaskId(task)),
        ("calendar", None) => Subject::Calendar,
        ("frame", None) => Subject::Frame,
        _ => {
            return Err(Error::BadText {
                what: "subject",
                text: subject,
            });
        }
    };
    Ok(Change {
        id,
        operation,
        at,
        who,
        origin,
        subject,
        what: row.text()?,
        before: fields(&row.text()?)?,
        after: fields(&row.text()?)?,
        why: row.text()?,
        document: row.text()?,
        on_behalf: row.maybe_number()?.map(AgencyId),
    })
}

fn fields(text: &str) -> Result<Fields> {
    serde_json::from_str(text).map_err(fault)
}
