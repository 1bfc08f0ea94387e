//! Another database beside this one, read through the same connection: what is copied from one into the other does
//! not pass through the program.

use std::path::Path;

use crate::domain::error::Result;

use super::super::db::{Db, values};

/// The other database's name in statements.
pub(in crate::store) const OTHER: &str = "other";

/// Attaches a database. It is only read.
pub(in crate::store) fn attach(db: &Db, path: &Path) -> Result<()> {
    // A bare database is locked for good while it is filled; the other one is somebody's.
    db.script("PRAGMA locking_mode = NORMAL; PRAGMA foreign_keys = OFF")?;
    let path = path.display().to_string();
    db.run(&format!("ATTACH ?1 AS {OTHER}"), &values![path.as_str()])?;
    Ok(())
}

/// Lets the other database go.
pub(in crate::store) fn detach(db: &Db) -> Result<()> {
    db.script(&format!("DETACH {OTHER}"))
}

/// Copies a table of the other database over the same table of this one. Both have the same schema.
pub(in crate::store) fn copy(db: &Db, table: &str) -> Result<()> {
    let columns = db.rows(
        "SELECT name FROM pragma_table_info(?1) ORDER BY cid",
        &values![table],
        |row| row.text(),
    )?;
    let columns = columns.join(", ");
    db.script(&format!(
        "DELETE FROM main.{table};
        INSERT INTO main.{table} ({columns}) SELECT {columns} FROM {OTHER}.{table}"
    ))
}
