//! A database as it was at the end of a day: made beside this one from its rows and its log, to be looked at.
//!
//! The rows as they are now are copied, then what the log says of later changes is laid back, the last one first.
//! What was taken back later is a change like any other. The log itself is not copied: [`Past::cut`] says how far
//! it goes.

use std::path::Path;

use chrono::{Days, NaiveDate};
use serde_json::Value as Json;

use crate::domain::agency::Agency;
use crate::domain::calendar::DayKind;
use crate::domain::change::{Fields, overlay};
use crate::domain::error::{Error, Result};
use crate::domain::id::{ChangeId, TaskId};

use super::db::{Db, Value, fault, values};
use super::frame::{AGENCY, DAY_OFF};
use super::record::{READ, WRITTEN, read, to_values};
use super::sqlite::attached::{self, OTHER};
use super::sqlite::{bulk, schema};
use super::{Access, Store, file};

/// What is copied as it is now; tasks, agencies and days off are then rewound. Accounts and settings are those of
/// today: who may look, and from when on a task is due soon, is no matter of the past. Documents and measured values
/// stand as they were corrected since: values name the period that they are of.
const COPIED: [&str; 12] = [
    "setting",
    "counter",
    "agency",
    "area",
    "day_off",
    "user_account",
    "saved_view",
    "document",
    "indicator",
    "reading",
    "caseload",
    "task",
];

/// A database of the past.
pub struct Past {
    /// To be looked at only; its file has no name any more and goes with it.
    pub store: Store,
    /// The first change after the day: the log of the present belongs to the past up to here.
    pub cut: ChangeId,
}

impl Store {
    /// Makes the database of the end of a day under a path where nothing is yet, and opens it; the file's name is
    /// taken away at once, so that nothing is left of it when the program ends, however it ends.
    ///
    /// `step` hears how many of the tasks that changed since are done, of how many.
    ///
    /// # Errors
    /// Where the database cannot be read, there is no room, or `step` ends it.
    pub fn as_of(
        &self,
        day: NaiveDate,
        path: &Path,
        own_day: &str,
        mut step: impl FnMut(usize, usize) -> Result<()>,
    ) -> Result<Past> {
        let cut = file::build(path, |db| {
            db.script("PRAGMA journal_mode = MEMORY")?;
            schema::migrate(db)?;
            let aside = bulk::lay_aside(db)?;
            attached::attach(db, self.path())?;
            db.script("BEGIN")?;
            let cut = rewind(db, day, &mut step)?;
            // A sample has a day of its own; looked at as of another day, it has that one.
            db.run("DELETE FROM setting WHERE key = ?1", &values![own_day])?;
            db.script("COMMIT")?;
            attached::detach(db)?;
            bulk::put_back(db, &aside)?;
            Ok(cut)
        })?;
        let store = Self::open(path, Access::Look)?;
        // Whoever has the file open keeps it; nobody else finds it.
        std::fs::remove_file(path)?;
        Ok(Past { store, cut })
    }
}

fn rewind(
    db: &Db,
    day: NaiveDate,
    step: &mut impl FnMut(usize, usize) -> Result<()>,
) -> Result<ChangeId> {
    let end = format!("{day}T17:00:00.000Z");
    let cut = first_after(db, &end)?;
    for table in COPIED {
        step(0, 0)?;
        attached::copy(db, table)?;
    }
    copy_events(db, day, &end)?;
    rewind_frame(db, cut)?;
    let sql = format!(
        "SELECT DISTINCT task_id FROM {OTHER}.change NOT INDEXED
        WHERE id >= ?1 AND task_id IS NOT NULL
        ORDER BY task_id"
    );
    let changed = db.rows(&sql, &values![cut], |row| row.number())?;
    for (done, task) in changed.iter().enumerate() {
        if done % 500 == 0 {
            step(done, changed.len())?;
        }
        rewind_task(db, TaskId(*task), cut)?;
    }
    step(changed.len(), changed.len())?;
    Ok(ChangeId(cut))
}

/// The number of the first change after a moment: the log is in order of time, so it is found by halves.
fn first_after(db: &Db, end: &str) -> Result<i64> {
    let last = db.number(&format!("SELECT MAX(id) FROM {OTHER}.change"), &[])?;
    let sql = format!("SELECT at FROM {OTHER}.change WHERE id <= ?1 ORDER BY id DESC LIMIT 1");
    let (mut low, mut high) = (0, last + 1);
    // Everything up to `low` is not after it; everything from `high` on is.
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        let at = db.first(&sql, &values![middle], |row| row.text())?;
        if at.is_some_and(|at| at.as_str() >= end) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Ok(high)
}

/// What was counted by then: what was taken back later counts still.
fn copy_events(db: &Db, day: NaiveDate, end: &str) -> Result<()> {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let sql = format!(
        "INSERT INTO main.event (id, operation_id, task_id, agency_id, what, day, since, length, other_id, is_void)
        SELECT event.id, operation_id, task_id, agency_id, what, day, since, length, other_id,
            CASE WHEN is_void = 1 AND (back.at IS NULL OR back.at < ?2) THEN 1 ELSE 0 END
        FROM {OTHER}.event
        JOIN {OTHER}.operation AS made ON made.id = operation_id
        LEFT JOIN {OTHER}.operation AS back ON back.id = made.undone_by
        WHERE day < ?1 AND made.at < ?2"
    );
    db.run(&sql, &values![next, end]).map(|_| ())
}

/// Agencies and days off as they were. What was entered before the first task is what the database began with,
/// and older than its log.
fn rewind_frame(db: &Db, cut: i64) -> Result<()> {
    let sql = format!(
        "SELECT id FROM {OTHER}.change NOT INDEXED WHERE task_id IS NOT NULL ORDER BY id LIMIT 1"
    );
    let begun = db.first(&sql, &[], |row| row.number())?.unwrap_or(i64::MAX);
    let sql = format!(
        "SELECT id, before, after FROM {OTHER}.change INDEXED BY change_of_frame
        WHERE task_id IS NULL AND what = ?1 AND id >= ?2
        ORDER BY id DESC"
    );
    for what in [AGENCY, DAY_OFF] {
        let changes = db.rows(&sql, &values![what, cut], |row| {
            Ok((row.number()?, row.text()?, row.text()?))
        })?;
        for (id, before, after) in changes {
            let (before, after) = (fields(&before)?, fields(&after)?);
            if before.is_empty() && id < begun {
                continue;
            }
            if what == AGENCY {
                rewind_agency(db, before, &after)?;
            } else {
                rewind_day(db, &before, &after)?;
            }
        }
    }
    Ok(())
}

fn rewind_agency(db: &Db, before: Fields, after: &Fields) -> Result<()> {
    if before.is_empty() {
        let id = after.get("id").and_then(Json::as_i64);
        let gone = values![id];
        return db
            .run("DELETE FROM agency WHERE id = ?1", &gone)
            .map(|_| ());
    }
    let agency: Agency = serde_json::from_value(Json::Object(before)).map_err(fault)?;
    let sql =
        "UPDATE agency SET code = ?2, name = ?3, kind = ?4, parent_code = ?5, head_title = ?6,
        valid_from = ?7, valid_to = ?8, successors = ?9
        WHERE id = ?1";
    let row = values![
        agency.id.0,
        agency.code.as_str(),
        agency.name.as_str(),
        agency.kind.code(),
        agency.parent_code.as_deref(),
        agency.head_title.as_str(),
        agency.valid_from,
        agency.valid_to,
        agency.successors.join(";"),
    ];
    db.run(sql, &row).map(|_| ())
}

fn rewind_day(db: &Db, before: &Fields, after: &Fields) -> Result<()> {
    let text = |fields: &Fields, name: &str| {
        let value = fields.get(name).and_then(Json::as_str);
        value.map(str::to_owned)
    };
    if let Some(date) = text(after, "date") {
        db.run("DELETE FROM day_off WHERE date = ?1", &values![date])?;
    }
    let Some(date) = text(before, "date") else {
        return Ok(());
    };
    let kind = text(before, "kind").and_then(|kind| DayKind::from_code(&kind));
    let projected = before.get("projected").and_then(Json::as_bool);
    let sql = "INSERT INTO day_off (date, name, kind, projected) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (date) DO UPDATE SET name = ?2, kind = ?3, projected = ?4";
    let row = values![
        date,
        text(before, "name").unwrap_or_default(),
        kind.unwrap_or(DayKind::Holiday).code(),
        projected.unwrap_or(false),
    ];
    db.run(sql, &row).map(|_| ())
}

/// One task as it was before the first change of these; gone where that was its creation.
fn rewind_task(db: &Db, id: TaskId, cut: i64) -> Result<()> {
    let sql = format!(
        "SELECT before, after FROM {OTHER}.change INDEXED BY change_by_task
        WHERE task_id = ?1 AND id >= ?2
        ORDER BY id DESC"
    );
    let changes = db.rows(&sql, &values![id.0, cut], |row| {
        Ok((row.text()?, row.text()?))
    })?;
    let mut old = Fields::new();
    for (before, after) in &changes {
        let before = fields(before)?;
        if before.is_empty() && !fields(after)?.is_empty() {
            let sql = "DELETE FROM task WHERE id = ?1";
            return db.run(sql, &values![id.0]).map(|_| ());
        }
        // Walked backwards: the older value comes later and wins.
        old.extend(before);
    }
    let sql = format!("SELECT {READ} FROM task WHERE id = ?1");
    let Some(task) = db.first(&sql, &values![id.0], read)? else {
        return Ok(());
    };
    let past = overlay(&task, &old).ok_or_else(|| Error::Damaged(db.path().to_owned()))?;
    let mut row: Vec<Value<'_>> = vec![id.0.into()];
    let mut sets: Vec<String> = Vec::new();
    for ((name, now), was) in WRITTEN.iter().zip(to_values(&task)?).zip(to_values(&past)?) {
        if now != was {
            row.push(was);
            sets.push(format!("{name} = ?{}", row.len()));
        }
    }
    if sets.is_empty() {
        return Ok(());
    }
    let sql = format!("UPDATE task SET {} WHERE id = ?1", sets.join(", "));
    db.run(&sql, &row).map(|_| ())
}

fn fields(text: &str) -> Result<Fields> {
    if text.is_empty() {
        return Ok(Fields::new());
    }
    match serde_json::from_str(text).map_err(fault)? {
        Json::Object(fields) => Ok(fields),
        _ => Ok(Fields::new()),
    }
}
