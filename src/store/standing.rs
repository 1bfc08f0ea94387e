//! The proof that the frame around the tasks stands as the log says: agencies, areas, documents, days off, settings,
//! accounts, views, indicators with their values, files by month, reporting windows, each as its last change left it.
//!
//! What was learnt from files, imports, numbers that were given and the summaries of groups are not logged, so nobody
//! can prove them.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::caseload::Caseload;
use crate::domain::change::Fields;
use crate::domain::document::Document;
use crate::domain::error::{Error, Result};
use crate::domain::indicator::{Indicator, Reading};
use crate::domain::proof::Found;
use crate::domain::query::Query;
use crate::domain::report_window;

use super::Store;
use super::apart::{Apart, Standing};
use super::caseload::{self, CASELOAD};
use super::db::{Cell, Db, Row, fault, values};
use super::facts;
use super::frame::{
    self, AGENCY, AREA, DAY_OFF, DOCUMENT, SETTING, USER, day_json, fields, to_json,
};
use super::measures::{self, INDICATOR, READING};
use super::views::VIEW;
use super::windows::{self, WINDOW};

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

/// How the proof names a group.
pub const GROUP: &str = "operation";

/// A kind of thing.
struct Sort {
    /// How the log names it.
    what: &'static str,
    /// The fields that tell one from another; the first columns that are read of it.
    keys: &'static [&'static str],
    /// The field by which people know it; none where that is what tells it apart.
    label: &'static str,
    /// The row, as the log would have it.
    read: fn(&mut Row<'_>) -> Result<Fields>,
    /// What the log has, as this program would write it: an older one did not know all fields.
    anew: fn(Fields) -> Fields,
    /// From where.
    sql: &'static str,
}

const SORTS: [Sort; 11] = [
    Sort {
        what: USER,
        keys: &["login"],
        label: "",
        read: |row| facts::read_user(row).map(|account| fields(Some(frame::user_json(&account)))),
        anew: |logged| logged,
        sql: "SELECT login, agency_id, role, is_disabled FROM user_account",
    },
    Sort {
        what: AGENCY,
        keys: &["id"],
        label: "code",
        read: |row| thing(&facts::read_agency(row)?),
        anew: anew::<Agency>,
        sql: "SELECT id, code, name, kind, parent_code, head_title, valid_from, valid_to, successors
            FROM agency WHERE id <> 0",
    },
    Sort {
        what: AREA,
        keys: &["id"],
        label: "code",
        read: |row| thing(&facts::read_area(row)?),
        anew: anew::<Area>,
        sql: "SELECT id, code, name_vi, name_en, basis FROM area WHERE id <> 0",
    },
    Sort {
        what: DOCUMENT,
        keys: &["id"],
        label: "code",
        read: |row| thing(&facts::read_document(row)?),
        anew: anew::<Document>,
        sql: "SELECT id, kind, symbol, date, issuer, summary, code, bases, skips_confirmation
            FROM document WHERE id <> 0",
    },
    Sort {
        what: INDICATOR,
        keys: &["id"],
        label: "code",
        read: |row| thing(&measures::read_indicator(row)?),
        anew: anew::<Indicator>,
        sql: "SELECT id, code, name, unit, bound, deadline, agencies, every, since, area_id, document_id,
            is_closed FROM indicator",
    },
    Sort {
        what: READING,
        keys: &["indicator", "agency", "interval"],
        label: "",
        read: |row| thing(&measures::read_reading(row)?),
        anew: anew::<Reading>,
        sql: "SELECT indicator_id, agency_id, period, value, note FROM reading",
    },
    Sort {
        what: CASELOAD,
        keys: &["agency", "month"],
        label: "",
        read: |row| thing(&caseload::read_caseload(row)?),
        anew: anew::<Caseload>,
        sql: "SELECT agency_id, month, opening, received, solved_on_time, solved_late, open_in_time, open_late,
            withdrawn, waiting FROM caseload",
    },
    Sort {
        what: DAY_OFF,
        keys: &["date"],
        label: "",
        read: |row| facts::read_day_off(row).map(|day| fields(Some(day_json(&day)))),
        anew: |logged| logged,
        sql: "SELECT date, name, kind, projected FROM day_off",
    },
    Sort {
        what: SETTING,
        keys: &["key"],
        label: "",
        read: |row| Ok(texts(["key", "value"], [row.text()?, row.text()?])),
        anew: |logged| logged,
        sql: "SELECT key, value FROM setting",
    },
    Sort {
        what: VIEW,
        keys: &["login", "name"],
        label: "",
        read: view,
        anew: view_anew,
        sql: "SELECT login, name, words, query FROM saved_view",
    },
    Sort {
        what: WINDOW,
        keys: &["name"],
        label: "",
        read: |row| thing(&windows::read_window(row)?),
        anew: anew::<report_window::Window>,
        sql: "SELECT name, series, first_day, last_day, due FROM report_window",
    },
];

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
            empty_groups(&self.db, &mut found)?;
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

/// Those of a kind that are not as they were logged last.
fn differing(db: &Db, sort: &Sort, found: &mut Found<FrameFault>) -> Result<()> {
    let stored: BTreeMap<String, Stored> = db
        .rows(sort.sql, &[], |row| stored(row, sort))?
        .into_iter()
        .map(|it| (key(&it.fields, sort), it))
        .collect();
    let logged = logged(db, sort)?;
    let ids: BTreeSet<&String> = stored.keys().chain(logged.keys()).collect();
    for id in ids {
        let (is, was) = (stored.get(id), logged.get(id).filter(|it| !it.is_empty()));
        let how = match (is, was) {
            (None, None) => continue,
            (None, Some(_)) => Standing::Gone,
            (Some(_), None) => Standing::Unlogged,
            (Some(is), Some(was)) => match apart(is, was) {
                fields if fields.is_empty() => continue,
                fields => Standing::Changed(fields),
            },
        };
        // By the log: what stands there may have been given another name.
        let named = was.or(is.map(|it| &it.fields));
        let label = named.map(|it| said(it.get(sort.label)));
        let name = label.filter(|label| !label.is_empty());
        let fault = FrameFault {
            what: sort.what,
            name: name.unwrap_or_else(|| id.clone()),
            how,
        };
        found.add(sort.what, fault);
    }
    Ok(())
}

fn stored(row: &mut Row<'_>, sort: &Sort) -> Result<Stored> {
    let (what, text) = match (sort.read)(row) {
        Ok(fields) => {
            let is_part = false;
            return Ok(Stored { fields, is_part });
        }
        Err(Error::BadText { what, text }) => (what, text),
        Err(Error::Fault(fault)) => ("", fault.to_string()),
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
    fields.insert(what.to_owned(), text.into());
    let is_part = true;
    Ok(Stored { fields, is_part })
}

/// Things as they were logged last, by what tells them apart; without fields where that was their end.
fn logged(db: &Db, sort: &Sort) -> Result<BTreeMap<String, Fields>> {
    let sql =
        "SELECT login, before, after FROM change WHERE task_id IS NULL AND what = ?1 ORDER BY id";
    let mut all = unlogged(sort)?;
    db.rows(sql, &values![sort.what], |row| {
        let who = row.any_text()?;
        // What is no change is for the proof of the log to say.
        let read = |text: &str| serde_json::from_str::<Fields>(text).unwrap_or_default();
        let (before, after) = (read(&row.any_text()?), read(&row.any_text()?));
        let whose = |mut it: Fields| {
            // A view is the writer's, and the log says so in a place of its own.
            if sort.what == VIEW && !it.is_empty() {
                it.insert("login".to_owned(), who.as_str().into());
            }
            it
        };
        let (before, after) = (whose(before), whose(after));
        // Under its older name, where it was given another one, nothing is left.
        if !before.is_empty() {
            all.insert(key(&before, sort), Fields::new());
        }
        if !after.is_empty() {
            all.insert(key(&after, sort), after);
        }
        Ok(())
    })?;
    for it in all.values_mut().filter(|it| !it.is_empty()) {
        *it = (sort.anew)(std::mem::take(it));
    }
    Ok(all)
}

/// What was there before anybody wrote: only windows came with the schema and not with a change.
fn unlogged(sort: &Sort) -> Result<BTreeMap<String, Fields>> {
    let windows = match sort.what {
        WINDOW => report_window::initial(),
        _ => Vec::new(),
    };
    let first = windows.iter().map(|window| {
        let fields = thing(window)?;
        Ok((key(&fields, sort), fields))
    });
    first.collect()
}

fn key(fields: &Fields, sort: &Sort) -> String {
    let keys: Vec<String> = sort.keys.iter().map(|key| said(fields.get(*key))).collect();
    keys.join("/")
}

fn apart(is: &Stored, was: &Fields) -> Vec<Apart> {
    let names: BTreeSet<&String> = is.fields.keys().chain(was.keys()).collect();
    let differing = names.into_iter().filter(|name| {
        let (is_now, was) = (is.fields.get(*name), was.get(*name));
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

fn thing(it: &impl Serialize) -> Result<Fields> {
    Ok(fields(Some(to_json(it)?)))
}

/// As this program would write it; as it is where this program cannot read it.
fn anew<T: DeserializeOwned + Serialize>(logged: Fields) -> Fields {
    let json = Json::Object(logged);
    match T::deserialize(&json).ok().and_then(|it| thing(&it).ok()) {
        Some(anew) => anew,
        None => fields(Some(json)),
    }
}

fn view(row: &mut Row<'_>) -> Result<Fields> {
    let mut fields = texts(
        ["login", "name", "words"],
        [row.text()?, row.text()?, row.text()?],
    );
    let query: Query = serde_json::from_str(&row.text()?).map_err(fault)?;
    fields.insert("query".to_owned(), to_json(query)?);
    Ok(fields)
}

fn view_anew(mut logged: Fields) -> Fields {
    let query = logged
        .get("query")
        .and_then(|query| Query::deserialize(query).ok());
    if let Some(query) = query.and_then(|query| to_json(query).ok()) {
        logged.insert("query".to_owned(), query);
    }
    logged
}

fn texts<const N: usize>(names: [&str; N], texts: [String; N]) -> Fields {
    let named = names.into_iter().zip(texts);
    named
        .map(|(name, text)| (name.to_owned(), text.into()))
        .collect()
}

/// Groups of which no row is in the log: a save writes both or neither.
fn empty_groups(db: &Db, found: &mut Found<FrameFault>) -> Result<()> {
    let sql = "SELECT id FROM operation
        WHERE NOT EXISTS (SELECT 1 FROM change WHERE change.operation_id = operation.id)
        ORDER BY id";
    db.rows(sql, &[], |row| {
        let fault = FrameFault {
            what: GROUP,
            name: row.number()?.to_string(),
            how: Standing::Unlogged,
        };
        found.add(GROUP, fault);
        Ok(())
    })?;
    Ok(())
}
