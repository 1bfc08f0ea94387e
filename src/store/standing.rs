//! The proof that the frame around the tasks stands as the log says: agencies, areas, documents, days off, settings,
//! accounts, views, indicators with their values, files by month, reporting windows, each as its last change left it.
//!
//! Groups are held against the log in `heads`, imports and what was learnt from them in `learnt`. How far an import came in
//! tasks, and numbers that were given, are not logged, so nobody can prove them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::domain::change::Fields;
use crate::domain::error::{Error, Result};
use crate::domain::fold::is_key_of;
use crate::domain::proof::Found;
use crate::domain::report_window;

use super::Store;
use super::apart::{Apart, Standing};
use super::db::{Cell, Db, Row, values};
use super::sorts::{SORTS, Sort, thing};
use super::sqlite::pin::CHANGES_OF_FRAME;
use super::views::VIEW;
use super::windows::WINDOW;
use super::{heads, learnt};

/// A thing of the frame that is not as its last change left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameFault {
    /// What it is, by the name that the log has for it; `operation` for a group without a row of the log.
    pub what: &'static str,
    /// Which: its code, login, day or key; its number where it has none of these.
    pub name: String,
    /// How it stands.
    pub how: Standing,
}

impl Store {
    /// The things of the frame that are not as the log says.
    ///
    /// # Errors
    /// Where the database cannot be read. What differs is no error but a finding.
    pub fn check_frame(&self) -> Result<Found<FrameFault>> {
        self.db.at_once(|| {
            let mut found = Found::default();
            for sort in &SORTS {
                differing(&self.db, sort, &mut found)?;
            }
            heads::check(&self.db, &mut found)?;
            learnt::check(&self.db, &mut found)?;
            Ok(found)
        })
    }
}

/// A thing as it stands there.
#[derive(Default)]
struct Stored {
    fields: Fields,
    /// Something stands in it that the program never wrote: only that and what tells it apart is known.
    is_part: bool,
}

/// Those of a kind that are not as they were logged last. Of the log it is kept where each was told of last, and not
/// what: readings of years are many.
fn differing(db: &Db, sort: &Sort, found: &mut Found<FrameFault>) -> Result<()> {
    let mut logged = logged(db, sort)?;
    let mut add = |id: String, named: &Fields, how| {
        let label = said(named.get(sort.label));
        let name = if label.is_empty() { id } else { label };
        let what = sort.what;
        found.add(what, FrameFault { what, name, how });
    };
    db.rows(sort.sql, &[], |row| {
        let is = stored(row, sort)?;
        let id = key(&is.fields, sort);
        // One that stands there twice was told of once.
        let was = logged.remove(&id).map(|last| last.fields(db, sort));
        let was = was.transpose()?.flatten();
        let Some(was) = was else {
            add(id, &is.fields, Standing::Unlogged);
            return Ok(());
        };
        let apart = apart(&is, &was);
        if !apart.is_empty() {
            // By the log: what stands there may have been given another name.
            add(id, &was, Standing::Changed(apart));
        }
        Ok(())
    })?;
    for (id, last) in logged {
        if let Some(was) = last.fields(db, sort)? {
            add(id, &was, Standing::Gone);
        }
    }
    Ok(())
}

fn stored(row: &mut Row<'_>, sort: &Sort) -> Result<Stored> {
    let (what, text) = match (sort.read)(row) {
        Ok(fields) => {
            let is_part = false;
            return Ok(Stored { fields, is_part });
        }
        Err(Error::Strange { what, text }) => (what, text),
        Err(Error::Fault(fault)) => ("?".to_owned(), fault.to_string()),
        Err(other) => return Err(other),
    };
    row.again();
    let mut fields = Fields::new();
    for key in sort.keys {
        let value = match row.cell()? {
            Cell::Nothing => Json::Null,
            Cell::Number(number) => number.into(),
            Cell::Text(text) | Cell::Bytes(text) => String::from_utf8_lossy(text).into(),
        };
        fields.insert((*key).to_owned(), value);
    }
    fields.insert(what, text.into());
    let is_part = true;
    Ok(Stored { fields, is_part })
}

/// Where a thing was told of last.
enum Last {
    /// It came with the schema and not with a change.
    Begun(Fields),
    /// In this row of the log.
    Row(i64),
    /// There it ended.
    Ended,
}

impl Last {
    /// As it was told of, in the words of this program; none where that was its end.
    fn fields(self, db: &Db, sort: &Sort) -> Result<Option<Fields>> {
        let row = match self {
            Self::Begun(fields) => return Ok(Some((sort.anew)(fields))),
            Self::Ended => return Ok(None),
            Self::Row(row) => row,
        };
        let sql = "SELECT login, after FROM change WHERE id = ?1";
        let after = db.first(sql, &values![row], |row| {
            let who = row.any_text()?;
            Ok(told(&row.any_text()?, &who, sort))
        })?;
        Ok(after.map(sort.anew))
    }
}

/// Where things were told of last, by what tells them apart.
fn logged(db: &Db, sort: &Sort) -> Result<BTreeMap<String, Last>> {
    let sql = format!(
        "SELECT id, login, before, after FROM {CHANGES_OF_FRAME}
        WHERE task_id IS NULL AND what = ?1
        ORDER BY id"
    );
    let mut all = unlogged(sort)?;
    db.rows(&sql, &values![sort.what], |row| {
        let (id, who) = (row.number()?, row.any_text()?);
        let before = told(&row.any_text()?, &who, sort);
        let after = told(&row.any_text()?, &who, sort);
        // Under its older name, where it was given another one, nothing is left.
        if !before.is_empty() {
            all.insert(key(&before, sort), Last::Ended);
        }
        if !after.is_empty() {
            all.insert(key(&after, sort), Last::Row(id));
        }
        Ok(())
    })?;
    Ok(all)
}

/// What a row of the log tells of a thing; what is no change is for the proof of the log to say.
fn told(text: &str, who: &str, sort: &Sort) -> Fields {
    let mut fields: Fields = serde_json::from_str(text).unwrap_or_default();
    // A view is the writer's, and the log says so in a place of its own.
    if sort.what == VIEW && !fields.is_empty() {
        fields.insert("login".to_owned(), who.into());
    }
    fields
}

/// What was there before anybody wrote: only windows came with the schema and not with a change.
fn unlogged(sort: &Sort) -> Result<BTreeMap<String, Last>> {
    let windows = match sort.what {
        WINDOW => report_window::initial(),
        _ => Vec::new(),
    };
    let first = windows.iter().map(|window| {
        let fields = thing(window)?;
        Ok((key(&fields, sort), Last::Begun(fields)))
    });
    first.collect()
}

fn key(fields: &Fields, sort: &Sort) -> String {
    let keys: Vec<String> = sort.keys.iter().map(|key| said(fields.get(*key))).collect();
    keys.join("/")
}

fn apart(is: &Stored, was: &Fields) -> Vec<Apart> {
    let names: BTreeSet<&String> = is.fields.keys().chain(was.keys()).collect();
    let symbol = said(was.get("symbol"));
    let differing = names.into_iter().filter(|name| {
        let (is_now, was) = (is.fields.get(*name), was.get(*name));
        if *name == "symbol_key" && is_key_of(&symbol, &said(was), &said(is_now)) {
            return false;
        }
        is_now.unwrap_or(&Json::Null) != was.unwrap_or(&Json::Null)
            && (!is.is_part || is_now.is_some())
    });
    let differing = differing.map(|name| Apart {
        field: name.clone(),
        logged: said(was.get(name)),
        stands: said(is.fields.get(name)),
    });
    differing.collect()
}

/// A value as text.
fn said(value: Option<&Json>) -> String {
    match value {
        None | Some(Json::Null) => String::new(),
        Some(Json::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
