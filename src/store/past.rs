//! A database as it was at the end of a day: made beside this one from its rows and its log, to be looked at.
//!
//! The rows as they are now are copied, as far as they were there, then what the log says of later changes is laid
//! back, the last one first. What was taken back later is a change like any other. The log itself is not copied:
//! [`Past::cut`] says how far it goes.

mod frame;

use chrono::NaiveDate;
use serde_json::Value as Json;

use crate::domain::change::{Fields, overlay};
use crate::domain::error::{Error, Result};
use crate::domain::id::{ChangeId, OperationId, TaskId};

use super::db::{Db, Value, fault, values};
use super::record::{READ, WRITTEN, read, to_values};
use super::sqlite::attached::{self, OTHER};
use super::sqlite::{bulk, schema};
use super::strides::Strides;
use super::{Access, Store, chain, file};

/// What is copied as it is now and rewound then; accounts and views are those of today: who may look is no matter of
/// the past.
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
    "report_window",
];

/// So many tasks are rewound between two words about it.
const STEP: i64 = 500;

/// A database of the past.
pub struct Past {
    /// To be looked at only; its file has no name and goes with it.
    pub store: Store,
    /// The first change after the day: the log of the present belongs to the past up to here.
    pub cut: ChangeId,
}

/// What the log says about a day.
struct Cut {
    /// The day.
    day: NaiveDate,
    /// The first change after it.
    change: i64,
    /// The last task that was there.
    task: i64,
}

impl Store {
    /// Makes the database of the end of a day. Its file has no name, so that nothing is left of it when the program
    /// ends, however it ends.
    ///
    /// `step` hears how many tasks of how many are done: copied, rewound, and put in their orders.
    ///
    /// # Errors
    /// Where the database cannot be read, there is no room, or `step` ends it.
    pub fn as_of(
        &self,
        day: NaiveDate,
        own_day: &str,
        step: impl FnMut(usize, usize) -> Result<()>,
    ) -> Result<Past> {
        let made = self.make_past(day, own_day, step);
        // It is made of this one through one connection: what is damaged is this one, and where there is no room is
        // where the other lies.
        made.map_err(|error| match error {
            Error::Damaged(_) => Error::Damaged(self.path().to_owned()),
            Error::DiskFull => Error::NoRoom(std::env::temp_dir()),
            other => other.of(&std::env::temp_dir()),
        })
    }

    fn make_past(
        &self,
        day: NaiveDate,
        own_day: &str,
        mut step: impl FnMut(usize, usize) -> Result<()>,
    ) -> Result<Past> {
        let db = file::build_nameless()?;
        let mut aside = bulk::lay_aside(&db)?;
        bulk::keep_little(&db, &mut aside)?;
        attached::attach(&db, &self.db)?;
        db.script("BEGIN")?;
        let cut = cut(&db, day)?;
        let tasks = count(cut.task);
        // In tasks, of six parts: copying takes about two of them, the orders three.
        let told = |part: usize, parts: usize, done: usize, of: usize| {
            let of = of.max(1);
            let far = |parts: usize, done: usize| parts as u128 * done as u128;
            let thousandths = (far(part, of) + far(parts, done)) * 1_000 / far(6, of);
            usize::try_from(tasks as u128 * thousandths / 1_000).unwrap_or(tasks)
        };
        copy(&db, &cut, |done, of| step(told(0, 2, done, of), tasks))?;
        frame::rewind(&db, cut.change)?;
        rewind(&db, &cut, |done, of| step(told(2, 1, done, of), tasks))?;
        let voided = voided(&db, cut.change)?;
        // A sample has a day of its own; looked at as of another day, it has that one.
        db.run("DELETE FROM setting WHERE key = ?1", &values![own_day])?;
        db.script("COMMIT")?;
        attached::detach(&db)?;
        // What rewinding has prepared, a statement for each set of columns, is not held beside what sorting takes.
        db.rest();
        bulk::put_back(&db, &aside, |done, of| step(told(3, 3, done, of), tasks))?;
        for (group, task, is_void) in voided {
            let sql = "UPDATE event SET is_void = ?3 WHERE operation_id = ?1 AND task_id = ?2";
            db.run(sql, &values![group.0, task.0, is_void])?;
        }
        schema::prepare_to_look(&db)?;
        let others = schema::others_version(&db)?;
        let store = Self {
            db,
            presence: None,
            seat: None,
            access: Access::Look,
            others,
            seen: 0,
            own: Vec::new(),
            expected: Vec::new(),
            former: Vec::new(),
            whereabouts: None,
            known: chain::Head::EMPTY,
            name: None,
            promised: None,
        };
        let cut = ChangeId(cut.change);
        Ok(Past { store, cut })
    }
}

fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

fn cut(db: &Db, day: NaiveDate) -> Result<Cut> {
    let change = first_after(db, &format!("{day}T17:00:00.000Z"))?;
    // Tasks have their numbers in the order in which they were entered.
    let sql = format!(
        "SELECT MIN(task_id) FROM {OTHER}.change NOT INDEXED
        WHERE id >= ?1 AND before = '{{}}' AND task_id IS NOT NULL"
    );
    let next = db.first(&sql, &values![change], |row| row.maybe_number())?;
    let task = match next.flatten() {
        Some(next) => next.saturating_sub(1),
        None => db.number(&format!("SELECT MAX(id) FROM {OTHER}.task"), &[])?,
    };
    Ok(Cut { day, change, task })
}

/// The number of the first change after a moment: the log is in order of time, so it is found by halves.
fn first_after(db: &Db, end: &str) -> Result<i64> {
    let last = db.number(&format!("SELECT MAX(id) FROM {OTHER}.change"), &[])?;
    let sql = format!("SELECT at FROM {OTHER}.change WHERE id <= ?1 ORDER BY id DESC LIMIT 1");
    let (mut low, mut high) = (0, last.saturating_add(1));
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

/// Copies what was there: the frame, tasks, and what was counted by then.
fn copy(db: &Db, cut: &Cut, mut step: impl FnMut(usize, usize) -> Result<()>) -> Result<()> {
    for table in COPIED {
        step(0, 0)?;
        attached::copy(db, table)?;
    }
    let mut told = |done: i64, total: i64| step(count(done), count(total));
    attached::copy_by_steps(db, "task", (cut.task, "1 = 1"), |done, total| {
        told(done.saturating_mul(2), total.saturating_mul(3))
    })?;
    let last = db.number(&format!("SELECT MAX(id) FROM {OTHER}.event"), &[])?;
    let until = format!("day <= '{}'", cut.day);
    attached::copy_by_steps(db, "event", (last, &until), |done, total| {
        told(
            total.saturating_mul(2).saturating_add(done),
            total.saturating_mul(3),
        )
    })
}

/// What was taken back, or done again, after the cut: the events of these groups and tasks, and whether they were
/// void before; of one that was taken back more than once the earliest comes last.
fn voided(db: &Db, change: i64) -> Result<Vec<(OperationId, TaskId, bool)>> {
    let sql = format!(
        "SELECT id, kind, undoes FROM {OTHER}.operation
        WHERE id >= (SELECT operation_id FROM {OTHER}.change WHERE id >= ?1 ORDER BY id LIMIT 1)
            AND kind IN ('undo', 'redo')
        ORDER BY id DESC"
    );
    let later = db.rows(&sql, &values![change], |row| {
        Ok((row.number()?, row.text()? == "redo", row.number()?))
    })?;
    let mut all = Vec::new();
    for (operation, is_redo, undoes) in later {
        let group = root(db, undoes)?;
        let sql = format!(
            "SELECT DISTINCT task_id FROM {OTHER}.change INDEXED BY change_by_operation
            WHERE operation_id = ?1 AND task_id IS NOT NULL"
        );
        let tasks = db.rows(&sql, &values![operation], |row| row.number())?;
        all.extend(tasks.into_iter().map(|task| (group, TaskId(task), is_redo)));
    }
    Ok(all)
}

/// The group that was taken back or done again in the end: a redo names the undo that it takes back.
fn root(db: &Db, operation: i64) -> Result<OperationId> {
    let sql = format!("SELECT undoes FROM {OTHER}.operation WHERE id = ?1");
    let mut group = operation;
    while let Some(next) = db
        .first(&sql, &values![group], |row| row.maybe_number())?
        .flatten()
    {
        // A group takes back an earlier one; what somebody turned around leads nowhere.
        if next >= group {
            break;
        }
        group = next;
    }
    Ok(OperationId(group))
}

/// The tasks that were there and changed since. Their numbers lie beside the rows and not in memory: of a large
/// database they are megabytes, which the allocator would keep.
fn rewind(db: &Db, cut: &Cut, mut step: impl FnMut(usize, usize) -> Result<()>) -> Result<()> {
    db.script("CREATE TEMP TABLE changed (id INTEGER PRIMARY KEY)")?;
    let sql = format!(
        "INSERT INTO changed
        SELECT task_id FROM {OTHER}.change NOT INDEXED
        WHERE id >= ?1 AND task_id <= ?2
        GROUP BY task_id"
    );
    let total = db.run(&sql, &values![cut.change, cut.task])?;
    let mut done = 0;
    let mut strides = Strides::new("changed", STEP, (i64::MIN, cut.task));
    while let Some((first, upto)) = strides.next(db)? {
        step(done, total)?;
        let sql = "SELECT id FROM changed WHERE id >= ?1 AND id <= ?2";
        let tasks = db.rows(sql, &values![first, upto], |row| row.number())?;
        for task in &tasks {
            rewind_task(db, TaskId(*task), cut.change)?;
        }
        done += tasks.len();
    }
    db.script("DROP TABLE changed")
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
