//! The proof that in every cell lies what its column is for: the engine holds that of whoever writes through it, and not of
//! who takes it out of the schema for a moment.
//!
//! Rows of the log and of tasks are not looked at here: they are held against the log bit for bit.

use crate::domain::error::{Error, Result};
use crate::domain::proof::Found;

use super::Store;
use super::apart::Standing;
use super::db::{Db, values};
use super::sqlite::gaps;
use super::standing::FrameFault;

/// How the proof names a cell.
pub const CELL: &str = "cell";

/// Held against the log as they lie there.
const PROVED: [&str; 2] = ["change", "task"];

impl Store {
    /// The cells in which something lies of another type than their columns have.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn check_cells(&self) -> Result<Found<FrameFault>> {
        let mut found = Found::default();
        for table in gaps::tables(&self.db)? {
            if !PROVED.contains(&table.as_str()) {
                of_table(&self.db, &table, &mut found)?;
            }
        }
        Ok(found)
    }
}

/// True where counting anew found nothing: what stands there and is no number or word of ours is not what it gives.
pub(super) fn is_sound<T>(found: Result<Vec<T>>) -> Result<bool> {
    match found {
        Ok(faults) => Ok(faults.is_empty()),
        Err(Error::Strange { .. }) => Ok(false),
        Err(other) => Err(other),
    }
}

/// A column: its name, its type, whether it may be empty, and whether it is of the key.
type Column = (String, String, bool, bool);

fn of_table(db: &Db, table: &str, found: &mut Found<FrameFault>) -> Result<()> {
    let sql = "SELECT name, type, \"notnull\" = 0 AND pk = 0, pk > 0 FROM pragma_table_info(?1) ORDER BY cid";
    let columns: Vec<Column> = db.rows(sql, &values![table], |row| {
        Ok((row.text()?, row.text()?, row.is()?, row.is()?))
    })?;
    let keys = columns.iter().filter(|it| it.3);
    let keys: Vec<_> = keys.map(|it| format!("CAST({} AS TEXT)", it.0)).collect();
    let wrong = |(name, kind, may_miss, _): &Column| {
        let kind = kind.to_lowercase();
        let none = if *may_miss { ", 'null'" } else { "" };
        format!("typeof({name}) NOT IN ('{kind}'{none})")
    };
    let wrong: Vec<String> = columns.iter().map(wrong).collect();
    let kinds = columns.iter().zip(&wrong).map(|(column, wrong)| {
        let name = &column.0;
        format!("CASE WHEN {wrong} THEN ' {name}=' || typeof({name}) ELSE '' END")
    });
    let sql = format!(
        "SELECT {}, {} FROM {table} WHERE {}",
        keys.join(" || '/' || "),
        kinds.collect::<Vec<_>>().join(" || "),
        wrong.join(" OR ")
    );
    db.rows(&sql, &[], |row| {
        let (key, kinds) = (row.any_text()?, row.any_text()?);
        let fault = FrameFault {
            what: CELL,
            name: format!("{table} {key}:{kinds}"),
            how: Standing::Changed(Vec::new()),
        };
        found.add(CELL, fault);
        Ok(())
    })?;
    Ok(())
}
