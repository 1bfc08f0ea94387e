//! Another database beside this one, read through the same connection: what is copied from one into the other does
//! not pass through the program.

use crate::domain::error::Result;

use super::super::belongs;
use super::super::db::{Db, values};
use super::super::strides::Strides;

/// The other database's name in statements.
pub(in crate::store) const OTHER: &str = "other";

/// Attaches a database. It is only read.
pub(in crate::store) fn attach(db: &Db, other: &Db) -> Result<()> {
    // A bare database is locked for good while it is filled; the other one is somebody's.
    belongs::is_logs_own(other.path())?;
    db.script("PRAGMA locking_mode = NORMAL; PRAGMA foreign_keys = OFF")?;
    db.run(&format!("ATTACH ?1 AS {OTHER}"), &values![other.address()])?;
    Ok(())
}

/// Lets the other database go.
pub(in crate::store) fn detach(db: &Db) -> Result<()> {
    db.script(&format!("DETACH {OTHER}"))
}

/// Copies a table of the other database over the same table of this one. Both have the same schema.
pub(in crate::store) fn copy(db: &Db, table: &str) -> Result<()> {
    let columns = columns(db, table)?;
    db.script(&format!(
        "DELETE FROM main.{table};
        INSERT INTO main.{table} ({columns}) SELECT {columns} FROM {OTHER}.{table}"
    ))
}

/// So many rows are copied by one statement: a second or so.
const SLICE: i64 = 50_000;

/// Copies the rows of a table up to a number that meet a condition, slice by slice; nothing is there yet. `step`
/// hears from which number on up to which one, and ends it by an error.
pub(in crate::store) fn copy_by_steps(
    db: &Db,
    table: &str,
    (last, condition): (i64, &str),
    mut step: impl FnMut(i64, i64) -> Result<()>,
) -> Result<()> {
    let columns = columns(db, table)?;
    let sql = format!(
        "INSERT INTO main.{table} ({columns}) SELECT {columns} FROM {OTHER}.{table}
        WHERE id >= ?1 AND id <= ?2 AND {condition}"
    );
    let from = format!("{OTHER}.{table}");
    let mut strides = Strides::new(&from, SLICE, (i64::MIN, last));
    while let Some((first, upto)) = strides.next(db)? {
        step(first.max(0), last)?;
        db.run(&sql, &values![first, upto])?;
    }
    Ok(())
}

fn columns(db: &Db, table: &str) -> Result<String> {
    let sql = "SELECT name FROM pragma_table_info(?1) ORDER BY cid";
    let columns = db.rows(sql, &values![table], |row| row.text())?;
    Ok(columns.join(", "))
}
