//! The schema, held against the one that the migrations make: what is missing keeps questions from being answered, without
//! its triggers nothing keeps the log from being changed, and what is foreign does things that nobody asked for.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::error::Result;
use crate::domain::proof::{SchemaFault, Unlike};

use super::super::db::{Db, Mode};
use super::{schema, statement};

/// What is not as the migrations make it, and the statement that makes it; none where it should not be there.
type Gap = (SchemaFault, Option<String>);

/// The search: the engine makes tables for it whose names begin so.
const SEARCH: &str = "task_fts";
const INSIDE_SEARCH: &str = "task_fts_";

/// Everything that is not as the migrations up to the schema of the file make it.
///
/// # Errors
/// Where the database cannot be read.
pub(in crate::store) fn gaps(db: &Db) -> Result<Vec<Gap>> {
    let (should, mut is) = (made(&fresh(db)?)?, made(db)?);
    let mut gaps = Vec::new();
    for ((kind, name), sql) in should {
        let found = is.remove(&(kind.clone(), name.clone()));
        let is_inside = name.starts_with(INSIDE_SEARCH);
        let how = match found {
            None => Unlike::Missing,
            // How the engine makes those is a matter of its version.
            Some(_) if is_inside => continue,
            Some(found) if statement::is_same(&found, &sql) => continue,
            Some(_) => Unlike::Altered,
        };
        let kind = match kind.as_str() {
            _ if is_inside || name == SEARCH => SchemaFault::SEARCH.to_owned(),
            _ => kind,
        };
        gaps.push((SchemaFault { kind, name, how }, Some(sql)));
    }
    gaps.extend(is.into_keys().map(|(kind, name)| {
        let how = Unlike::Foreign;
        (SchemaFault { kind, name, how }, None)
    }));
    Ok(gaps)
}

/// An empty database of the same schema.
fn fresh(db: &Db) -> Result<Db> {
    let fresh = Db::open(Path::new(":memory:"), Mode::Write)?;
    schema::migrate_to(&fresh, schema::version(db)?.max(1))?;
    Ok(fresh)
}

/// Makes it as the migrations do, inside a transaction, and names it; what is counted and found by it is made anew
/// afterwards. Tables stay as they are: what is in them comes from a backup, or is somebody's.
///
/// # Errors
/// Where the database cannot be written, or rows are in it that no index would take.
pub(in crate::store) fn close(db: &Db) -> Result<Vec<String>> {
    let gaps = gaps(db)?;
    let is_search = |gap: &&Gap| gap.0.kind == SchemaFault::SEARCH;
    // Whatever of it is not as it should be, it is made as a whole.
    let search = match gaps.iter().find(is_search) {
        Some(_) => made(&fresh(db)?)?.remove(&("table".to_owned(), SEARCH.to_owned())),
        None => None,
    };
    let mut names = Vec::new();
    for (fault, sql) in gaps {
        if !fault.is_mended() {
            continue;
        }
        let (kind, name) = (fault.kind, fault.name);
        if kind == SchemaFault::SEARCH {
            continue;
        }
        let quoted = name.replace('"', "\"\"");
        db.script(&format!("DROP {kind} IF EXISTS \"{quoted}\""))?;
        if let Some(sql) = sql {
            db.script(&sql)?;
        }
        names.push(name);
    }
    if let Some(sql) = search {
        db.script(&format!("DROP TABLE IF EXISTS {SEARCH}"))?;
        db.script(&sql)?;
        names.push(SEARCH.to_owned());
    }
    Ok(names)
}

/// Kinds and names, with the statement that made each.
fn made(db: &Db) -> Result<BTreeMap<(String, String), String>> {
    let sql = "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema";
    let rows = db.rows(sql, &[], |row| {
        Ok(((row.any_text()?, row.any_text()?), row.any_text()?))
    })?;
    let ours = rows
        .into_iter()
        .filter(|((_, name), sql)| !is_of_engine(name, sql));
    Ok(ours.collect())
}

/// What the engine makes by itself: the indexes of keys, which have no statement, and its own notes of what it has
/// counted and numbered.
fn is_of_engine(name: &str, sql: &str) -> bool {
    let notes = ["sqlite_stat1", "sqlite_stat4", "sqlite_sequence"];
    (name.starts_with("sqlite_autoindex_") && sql.is_empty()) || notes.contains(&name)
}
