//! The kinds of things that the frame consists of: how each is read, and how the log would have it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::caseload::Caseload;
use crate::domain::change::Fields;
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::indicator::{Indicator, Reading};
use crate::domain::query::Query;
use crate::domain::report_window;

use super::caseload::{self, CASELOAD};
use super::db::{Row, fault};
use super::facts;
use super::frame::{
    self, AGENCY, AREA, DAY_OFF, DOCUMENT, SETTING, USER, day_json, fields, to_json,
};
use super::measures::{self, INDICATOR, READING};
use super::views::VIEW;
use super::windows::{self, WINDOW};

/// A kind of thing.
pub(super) struct Sort {
    /// How the log names it.
    pub what: &'static str,
    /// The fields that tell one from another; the first columns that are read of it.
    pub keys: &'static [&'static str],
    /// The field by which people know it; none where that is what tells it apart.
    pub label: &'static str,
    /// The row, as the log would have it.
    pub read: fn(&mut Row<'_>) -> Result<Fields>,
    /// What the log has, as this program would write it: an older one did not know all fields.
    pub anew: fn(Fields) -> Fields,
    /// From where.
    pub sql: &'static str,
}

pub(super) const SORTS: [Sort; 11] = [
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
        read: |row| {
            let fields = thing(&facts::read_document(row)?)?;
            Ok(beside(fields, [("symbol_key", row.text()?)]))
        },
        anew: |logged| match Document::deserialize(Json::Object(logged.clone())) {
            Ok(document) => beside(anew::<Document>(logged), [("symbol_key", document.key())]),
            Err(_) => logged,
        },
        sql: "SELECT id, kind, symbol, date, issuer, summary, code, bases, skips_confirmation, symbol_key
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
        read: |row| {
            let fields = thing(&measures::read_reading(row)?)?;
            let days = [("first_day", row.text()?), ("last_day", row.text()?)];
            Ok(beside(fields, days))
        },
        anew: |logged| match Reading::deserialize(Json::Object(logged.clone())) {
            Ok(reading) => {
                let (first, last) = (reading.interval.first(), reading.interval.last());
                let days = [("first_day", first.to_string()), ("last_day", last.to_string())];
                beside(anew::<Reading>(logged), days)
            }
            Err(_) => logged,
        },
        sql: "SELECT indicator_id, agency_id, period, value, note, first_day, last_day FROM reading",
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

/// With what is kept beside the fields and follows from them.
fn beside<const N: usize>(mut fields: Fields, others: [(&str, String); N]) -> Fields {
    fields.extend(others.map(|(name, text)| (name.to_owned(), text.into())));
    fields
}

pub(super) fn thing(it: &impl Serialize) -> Result<Fields> {
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
