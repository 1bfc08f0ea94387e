//! The frame as it was: agencies, areas, documents, days off, settings, indicators with their values, files by month.
//!
//! What was entered before the first task is what the database began with, and older than its log.

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::calendar::DayKind;
use crate::domain::caseload::Caseload;
use crate::domain::change::Fields;
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::indicator::{Indicator, Reading};
use crate::domain::report_window::Window;
use crate::store::caseload::{self, CASELOAD};
use crate::store::db::{Db, fault, values};
use crate::store::frame::{self, AGENCY, AREA, DAY_OFF, DOCUMENT, SETTING};
use crate::store::measures::{self, INDICATOR, READING};
use crate::store::sqlite::attached::OTHER;
use crate::store::windows::{self, WINDOW};

use super::fields;

/// What is laid back, by the names that the log has for it.
const KINDS: [&str; 9] = [
    AGENCY, AREA, DAY_OFF, DOCUMENT, SETTING, INDICATOR, READING, CASELOAD, WINDOW,
];

/// So many changes are read at once: all documents of three years were 7 MB, and the allocator kept them.
const SLICE: usize = 100;

/// Lays the changes back that were made from this one on, the last one first.
pub(super) fn rewind(db: &Db, cut: i64) -> Result<()> {
    let sql = format!(
        "SELECT id FROM {OTHER}.change NOT INDEXED WHERE task_id IS NOT NULL ORDER BY id LIMIT 1"
    );
    let begun = db.first(&sql, &[], |row| row.number())?;
    let sql = format!(
        "SELECT id, before, after FROM {OTHER}.change INDEXED BY change_of_frame
        WHERE task_id IS NULL AND what = ?1 AND id >= ?2 AND id < ?3
        ORDER BY id DESC LIMIT {SLICE}"
    );
    for what in KINDS {
        let mut end = i64::MAX;
        loop {
            let changes = db.rows(&sql, &values![what, cut, end], |row| {
                Ok((row.number()?, row.text()?, row.text()?))
            })?;
            let Some((earliest, ..)) = changes.last() else {
                break;
            };
            end = *earliest;
            for (id, before, after) in changes {
                let (before, after) = (fields(&before)?, fields(&after)?);
                if before.is_empty() && begun.is_none_or(|begun| id < begun) {
                    continue;
                }
                lay_back(db, what, before, after)?;
            }
        }
    }
    Ok(())
}

fn lay_back(db: &Db, what: &str, before: Fields, after: Fields) -> Result<()> {
    match what {
        AGENCY => match thing::<Agency>(before)? {
            Some(agency) => frame::put_agency(db, &agency),
            None => by_number(db, "agency", &after),
        },
        AREA => match thing::<Area>(before)? {
            Some(area) => frame::put_area(db, &area),
            None => by_number(db, "area", &after),
        },
        DOCUMENT => match thing::<Document>(before)? {
            Some(document) => frame::put_document(db, &document),
            None => by_number(db, "document", &after),
        },
        INDICATOR => match thing::<Indicator>(before)? {
            Some(indicator) => measures::put_indicator(db, &indicator),
            None => by_number(db, "indicator", &after),
        },
        READING => match (thing::<Reading>(before)?, thing::<Reading>(after)?) {
            (Some(reading), _) => measures::put_reading(db, &reading),
            (None, Some(reading)) => measures::take_reading(db, &reading),
            (None, None) => Ok(()),
        },
        CASELOAD => match (thing::<Caseload>(before)?, thing::<Caseload>(after)?) {
            (Some(files), _) => caseload::put(db, &files),
            (None, Some(files)) => caseload::take(db, files.agency, files.month),
            (None, None) => Ok(()),
        },
        WINDOW => {
            if let Some(window) = thing::<Window>(after)? {
                windows::take_window(db, &window.name)?;
            }
            thing::<Window>(before)?.map_or(Ok(()), |window| windows::put_window(db, &window))
        }
        SETTING => setting(db, &before, &after),
        _ => day_off(db, &before, &after),
    }
}

/// What the fields are of; none where there are none.
fn thing<T: DeserializeOwned>(fields: Fields) -> Result<Option<T>> {
    if fields.is_empty() {
        return Ok(None);
    }
    serde_json::from_value(Json::Object(fields))
        .map(Some)
        .map_err(fault)
}

/// It was entered later.
fn by_number(db: &Db, table: &str, after: &Fields) -> Result<()> {
    let id = after.get("id").and_then(Json::as_i64);
    let sql = format!("DELETE FROM {table} WHERE id = ?1");
    db.run(&sql, &values![id]).map(|_| ())
}

fn text(fields: &Fields, name: &str) -> Option<String> {
    fields.get(name).and_then(Json::as_str).map(str::to_owned)
}

fn setting(db: &Db, before: &Fields, after: &Fields) -> Result<()> {
    if let Some(key) = text(after, "key") {
        db.run("DELETE FROM setting WHERE key = ?1", &values![key])?;
    }
    let Some(key) = text(before, "key") else {
        return Ok(());
    };
    frame::put_setting(db, &key, &text(before, "value").unwrap_or_default())
}

fn day_off(db: &Db, before: &Fields, after: &Fields) -> Result<()> {
    if let Some(date) = text(after, "date") {
        db.run("DELETE FROM day_off WHERE date = ?1", &values![date])?;
    }
    let Some(date) = text(before, "date") else {
        return Ok(());
    };
    let kind = text(before, "kind").and_then(|kind| DayKind::from_code(&kind));
    let projected = before.get("projected").and_then(Json::as_bool);
    let sql = "INSERT INTO day_off (date, name, kind, projected) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (date) DO UPDATE SET name = ?2, kind = ?3, projected = ?4";
    let row = values![
        date,
        text(before, "name").unwrap_or_default(),
        kind.unwrap_or(DayKind::Holiday).code(),
        projected.unwrap_or(false),
    ];
    db.run(sql, &row).map(|_| ())
}
