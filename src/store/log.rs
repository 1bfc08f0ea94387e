//! The log: who changed what. Rows are only appended, each with the hash of the one before.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::domain::change::{Change, Fields, Subject};
use crate::domain::error::{Error, Result};
use crate::domain::id::{AgencyId, ChangeId, OperationId, TaskId};

use super::Store;
use super::chain::{Head, Link};
use super::db::{Db, Row, Value, fault, values};

/// The origin of history that is loaded: a row of it may leave its task as it is, and is no version of it.
pub const LOADED: &str = "generate";

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

    /// Rows of the log in their order: those after one, up to another.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn log_from(&self, after: ChangeId, upto: ChangeId, limit: usize) -> Result<Vec<Change>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let sql =
            "SELECT id, operation_id, at, login, origin, subject, task_id, what, before, after,
            why, document, on_behalf
            FROM change
            WHERE id >= ?1 AND id <= ?2
            ORDER BY id
            LIMIT ?3";
        // To find what is greater the engine would read the page of the one before, which may be damaged.
        let first = after.0.saturating_add(1);
        self.db.rows(sql, &values![first, upto.0, limit], read)
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

/// The end of the log, to go on from.
///
/// # Errors
/// `Damaged` where somebody wrote there what is no end of a log.
pub(super) fn head(db: &Db) -> Result<Head> {
    let noted = noted_head(db).map_err(|error| match error {
        Error::BadText { .. } | Error::Strange { .. } => Error::Damaged(db.path().to_owned()),
        other => other,
    });
    Ok(noted?.unwrap_or(Head::EMPTY))
}

/// The end of the log as it is noted, if it is.
fn noted_head(db: &Db) -> Result<Option<Head>> {
    let text = db.first(
        "SELECT value FROM meta WHERE key = 'log_head'",
        &[],
        |row| row.text(),
    )?;
    text.map(|text| Head::from_text(&text)).transpose()
}

/// The same, and none too where that page is damaged or somebody wrote there what is no end of a log: who only looks goes
/// on, and the proof says so.
pub(super) fn known_head(db: &Db) -> Result<Option<Head>> {
    match noted_head(db) {
        Err(Error::BadText { .. } | Error::Strange { .. } | Error::Damaged(_)) => Ok(None),
        noted => noted,
    }
}

/// The end of the log as it is noted; where that is not known, its last row.
///
/// # Errors
/// Where neither can be read.
pub(super) fn end(db: &Db) -> Result<Head> {
    if let Some(noted) = known_head(db)? {
        return Ok(noted);
    }
    let sql = "SELECT id, hash FROM change ORDER BY id DESC LIMIT 1";
    let last = db.first(sql, &[], |row| Ok((row.number()?, row.bytes()?)))?;
    Ok(last.map_or(Head::EMPTY, |(last, hash)| Head {
        last,
        // What is no hash is for the proof of the log to say.
        hash: hash.try_into().unwrap_or(Head::EMPTY.hash),
    }))
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
        why, document, on_behalf, hash, seals)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
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
        link.seals.as_deref().into(),
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
            return Err(Error::Strange {
                what: "subject".to_owned(),
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
