//! The schema, held against the one that the migrations make: what is missing keeps questions from being answered, without
//! its triggers nothing keeps the log from being changed, and what is foreign does things that nobody asked for.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::error::{Error, Result};
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

/// What became of the gaps.
#[derive(Debug, Default)]
pub(in crate::store) struct Closed {
    /// What was made anew, or dropped.
    pub made: Vec<String>,
    /// Tables that are not there and hold what is nowhere else.
    pub lost: Vec<String>,
    /// What could not be made: it is of such a table, or of what stands in one.
    pub left: Vec<String>,
}

/// Makes it as the migrations do, inside a transaction, and names it; what is counted and found by it is made anew
/// afterwards. Other tables stay as they are: what is in them comes from a backup, or is somebody's.
///
/// # Errors
/// Where the database cannot be written.
pub(in crate::store) fn close(db: &Db) -> Result<Closed> {
    let mut closed = Closed::default();
    let first = gaps(db)?;
    let lost = first.iter().filter(|gap| gap.0.is_lost());
    closed.lost = lost.map(|gap| gap.0.name.clone()).collect();
    let is_search = |gap: &Gap| gap.0.kind == SchemaFault::SEARCH;
    // Whatever of it is not as it should be, it is made as a whole.
    let search = match first.iter().any(is_search) {
        true => made(&fresh(db)?)?.remove(&("table".to_owned(), SEARCH.to_owned())),
        false => None,
    };
    // What is foreign may stand in the way of the rest.
    let is_foreign = |gap: &Gap| gap.0.how == Unlike::Foreign;
    let is_table = |gap: &Gap| gap.0.kind == "table";
    close_some(db, first, is_foreign, &mut closed)?;
    close_some(db, gaps(db)?, is_table, &mut closed)?;
    // What hangs on a table went with it.
    let rest = |gap: &Gap| !is_foreign(gap) && !is_table(gap) && !is_search(gap);
    close_some(db, gaps(db)?, rest, &mut closed)?;
    if let Some(sql) = search {
        let sql = format!("DROP TABLE IF EXISTS {SEARCH}; {sql}");
        closed.note(SEARCH, as_far(db, || db.script(&sql))?);
    }
    Ok(closed)
}

fn close_some(
    db: &Db,
    gaps: Vec<Gap>,
    which: impl Fn(&Gap) -> bool,
    closed: &mut Closed,
) -> Result<()> {
    for gap in gaps
        .into_iter()
        .filter(|gap| which(gap) && gap.0.is_mended())
    {
        let (SchemaFault { kind, name, .. }, sql) = gap;
        let quoted = name.replace('"', "\"\"");
        let sql = sql.unwrap_or_default();
        let sql = format!("DROP {kind} IF EXISTS \"{quoted}\"; {sql}");
        closed.note(&name, as_far(db, || db.script(&sql))?);
    }
    Ok(())
}

impl Closed {
    fn note(&mut self, name: &str, is_made: Option<()>) {
        let names = match is_made {
            Some(()) => &mut self.made,
            None => &mut self.left,
        };
        names.push(name.to_owned());
    }
}

/// Does something inside a transaction; none where the engine refuses it, and nothing of it is left then.
///
/// # Errors
/// Where the database cannot be written.
pub(in crate::store) fn as_far<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<Option<T>> {
    db.script("SAVEPOINT as_far")?;
    match work() {
        Ok(value) => {
            db.script("RELEASE as_far")?;
            Ok(Some(value))
        }
        Err(Error::Fault(_) | Error::TablesLost(_) | Error::Strange { .. }) => {
            db.script("ROLLBACK TO as_far; RELEASE as_far")?;
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// The tables of the program that are there, but for those of the search.
///
/// # Errors
/// Where the database cannot be read.
pub(in crate::store) fn tables(db: &Db) -> Result<Vec<String>> {
    let is = made(db)?;
    let tables = made(&fresh(db)?)?
        .into_keys()
        .filter(|key| is.contains_key(key));
    let tables = tables.filter(|(kind, name)| kind == "table" && !name.starts_with(SEARCH));
    Ok(tables.map(|(_, name)| name).collect())
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
