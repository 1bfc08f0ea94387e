//! Indexes, triggers and the search, held against those that the migrations make: one that is missing keeps questions
//! from being answered, and without its triggers nothing keeps the log from being changed.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::error::Result;

use super::super::db::{Db, Mode};
use super::schema;

/// What is not as the migrations make it: its kind and name, and the statement that makes it; none where it should not
/// be there.
type Gap = ((String, String), Option<String>);

/// Everything that is not as the migrations make it. An older schema is not looked at: it is brought up to date first.
///
/// # Errors
/// Where the database cannot be read.
pub(in crate::store) fn gaps(db: &Db) -> Result<Vec<Gap>> {
    if schema::version(db)? != schema::NEWEST {
        return Ok(Vec::new());
    }
    let fresh = Db::open(Path::new(":memory:"), Mode::Write)?;
    schema::migrate(&fresh)?;
    let (should, mut is) = (made(&fresh)?, made(db)?);
    let mut gaps = Vec::new();
    for (thing, sql) in should {
        if is
            .remove(&thing)
            .is_none_or(|found| plain(&found) != plain(&sql))
        {
            gaps.push((thing, Some(sql)));
        }
    }
    // Another index does no harm; another trigger does things that nobody asked for.
    let others = is.into_keys().filter(|(kind, _)| kind == "trigger");
    gaps.extend(others.map(|thing| (thing, None)));
    Ok(gaps)
}

/// Makes it as the migrations do, inside a transaction, and names it; what is counted and found by it is made anew
/// afterwards.
///
/// # Errors
/// Where the database cannot be written, or rows are in it that no index would take.
pub(in crate::store) fn close(db: &Db) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for ((kind, name), sql) in gaps(db)? {
        let quoted = name.replace('"', "\"\"");
        db.script(&format!("DROP {kind} IF EXISTS \"{quoted}\""))?;
        if let Some(sql) = sql {
            db.script(&sql)?;
        }
        names.push(name);
    }
    Ok(names)
}

fn made(db: &Db) -> Result<BTreeMap<(String, String), String>> {
    let sql = "SELECT type, name, sql FROM sqlite_schema
        WHERE sql IS NOT NULL AND (type IN ('index', 'trigger') OR name = 'task_fts')";
    let rows = db.rows(sql, &[], |row| {
        Ok(((row.text()?, row.text()?), row.text()?))
    })?;
    Ok(rows.into_iter().collect())
}

fn plain(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}
