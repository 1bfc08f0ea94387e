//! The proof of imports and of what people settled while importing, of the rows that stand for "none", and of what the
//! program notes of itself.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::domain::batch::BatchState;
use crate::domain::change::Fields;
use crate::domain::error::Result;
use crate::domain::fold::is_key_of;
use crate::domain::matching::Variants;
use crate::domain::proof::Found;

use super::apart::{Apart, Standing};
use super::batches::{self, BATCH, HEADING, VARIANT};
use super::db::{Db, Row, values};
use super::seals;
use super::sqlite::pin::CHANGES_OF_FRAME;
use super::standing::FrameFault;

/// How the proof names a note of the program.
pub const NOTE: &str = "meta";

/// What the program notes of itself while nobody saves.
const NOTES: [&str; 3] = ["program", "log_head", seals::UNSEALED];

/// The rows that stand for "none", as the schema begins with them.
const NONE: [(&str, &str); 3] = [
    (
        "agency",
        "SELECT 1 FROM agency WHERE id = 0 AND code = '' AND name = '' AND kind = 'khac' AND parent_code IS NULL
            AND head_title = '' AND valid_from IS NULL AND valid_to IS NULL AND successors = ''",
    ),
    (
        "area",
        "SELECT 1 FROM area WHERE id = 0 AND code = '' AND name_vi = '' AND name_en = '' AND basis = ''",
    ),
    (
        "document",
        "SELECT 1 FROM document WHERE id = 0 AND kind = '' AND symbol = '' AND symbol_key = '' AND date IS NULL
            AND issuer = '' AND summary = '' AND code = '' AND bases = '' AND skips_confirmation = 0",
    ),
];

/// Named columns of a row, the first of which is its number.
type Columns = Vec<(&'static str, String)>;

/// Holds all of it against the log.
pub(super) fn check(db: &Db, found: &mut Found<FrameFault>) -> Result<()> {
    for (what, sql) in NONE {
        if db.first(sql, &[], |row| row.number())?.is_none() {
            add(found, (what, "0".to_owned()), Standing::Changed(Vec::new()));
        }
    }
    let notes = db.rows("SELECT key FROM meta ORDER BY key", &[], |row| {
        row.any_text()
    })?;
    for note in notes.into_iter().filter(|it| !NOTES.contains(&it.as_str())) {
        add(found, (NOTE, note), Standing::Unlogged);
    }
    let batches = imports(db)?;
    compare(db, BATCH, &batches, found)?;
    for what in [VARIANT, HEADING] {
        compare(db, what, &settled(db, what, &batches)?, found)?;
    }
    Ok(())
}

fn add(found: &mut Found<FrameFault>, (what, name): (&'static str, String), how: Standing) {
    found.add(what, FrameFault { what, name, how });
}

/// Imports as the log tells of them, in the order of their numbers.
fn imports(db: &Db) -> Result<Vec<Columns>> {
    let sql = format!(
        "SELECT change.at, change.login, change.origin, after, COALESCE(operation.key, '')
        FROM {CHANGES_OF_FRAME} LEFT JOIN operation ON operation.id = change.operation_id
        WHERE task_id IS NULL AND what = ?1
        ORDER BY change.id"
    );
    let mut all: Vec<Columns> = Vec::new();
    db.rows(&sql, &values![BATCH], |row| {
        let [at, login, origin] = [row.any_text()?, row.any_text()?, row.any_text()?];
        let after = fields(&row.any_text()?);
        let text = |name: &str| said(after.get(name));
        let id = text("batch");
        let known = all
            .iter_mut()
            .find(|it| it.first().is_some_and(|it| it.1 == id));
        match known {
            Some(batch) if after.contains_key("state") => {
                batch.retain(|it| it.0 != "state");
                batch.push(("state", text("state")));
            }
            Some(_) => {}
            None => {
                let mut batch = vec![
                    ("id", id),
                    ("file", text("file")),
                    ("checksum", text("checksum")),
                    ("planned", text("planned")),
                    ("login", login),
                    ("origin", origin),
                    ("at", at),
                    ("key", row.any_text()?),
                ];
                // Older ones do not tell how the file was read.
                if after.contains_key("read_as") {
                    batch.push(("read_as", text("read_as")));
                }
                batch.push(("state", BatchState::Unfinished.code().to_owned()));
                all.push(batch);
            }
        }
        Ok(())
    })?;
    Ok(all)
}

/// What was settled, as the log tells of it: the first of it has the number 1, and none is ever removed.
fn settled(db: &Db, what: &str, batches: &[Columns]) -> Result<Vec<Columns>> {
    let sql = format!(
        "SELECT change.at, change.login, after, operation.batch_id
        FROM {CHANGES_OF_FRAME} LEFT JOIN operation ON operation.id = change.operation_id
        WHERE task_id IS NULL AND what = ?1
        ORDER BY change.id"
    );
    let mut number = 0;
    db.rows(&sql, &values![what], |row| {
        number += 1;
        let (at, login) = (row.any_text()?, row.any_text()?);
        let after = fields(&row.any_text()?);
        let batch = row.any_text()?;
        let mut settled = vec![("id", number.to_string())];
        if what == VARIANT {
            let text = said(after.get("text"));
            settled.push(("text_key", Variants::key(&text)));
            settled.extend([("text", text), ("parts", said(after.get("parts")))]);
        } else {
            settled.push(("heading", said(after.get("heading"))));
            settled.push(("column", said(after.get("column"))));
        }
        settled.extend([("login", login), ("at", at)]);
        let of = batches
            .iter()
            .find(|it| it.first().is_some_and(|it| it.1 == batch));
        let state = of.and_then(|it| it.iter().find(|it| it.0 == "state"));
        // While an import goes back, or comes again, what was settled with it may be either.
        let is_gone = match state.and_then(|it| BatchState::from_code(&it.1)) {
            Some(BatchState::Cancelled | BatchState::TakenBack) => Some("1"),
            Some(BatchState::Finished) => Some("0"),
            Some(BatchState::Unfinished | BatchState::TakingBack) | None => None,
        };
        settled.push(("batch", batch));
        settled.extend(is_gone.map(|is_gone| ("is_gone", is_gone.to_owned())));
        Ok(settled)
    })
}

/// The rows of a table, by their numbers.
fn stored(db: &Db, what: &str) -> Result<BTreeMap<String, Columns>> {
    let (names, sql): (&[_], _) = match what {
        BATCH => (
            &["file", "checksum", "planned", "login", "origin", "at", "key", "state"],
            "SELECT id, file_name, checksum, planned, login, origin, at, key, state, sheet, spec, settlements
            FROM import_batch",
        ),
        VARIANT => (
            &["text_key", "text", "parts", "login", "at", "batch", "is_gone"],
            "SELECT id, text_key, text, parts, login, at, batch_id, is_gone FROM agency_variant",
        ),
        _ => (
            &["heading", "column", "login", "at", "batch", "is_gone"],
            "SELECT id, heading, column_code, login, at, batch_id, is_gone FROM heading_choice",
        ),
    };
    let rows = db.rows(sql, &[], |row: &mut Row<'_>| {
        let id = row.any_text()?;
        let cells = names.iter().map(|name| Ok((*name, row.any_text()?)));
        let mut columns = cells.collect::<Result<Columns>>()?;
        if what == BATCH {
            let texts = [row.any_text()?, row.any_text()?, row.any_text()?];
            let read_as = batches::read_as(texts.each_ref().map(String::as_str));
            columns.push(("read_as", read_as));
        }
        Ok((id, columns))
    })?;
    Ok(rows.into_iter().collect())
}

/// Holds the rows of a table against those that are expected there.
fn compare(
    db: &Db,
    what: &'static str,
    expected: &[Columns],
    found: &mut Found<FrameFault>,
) -> Result<()> {
    let mut stored = stored(db, what)?;
    let id = |columns: &Columns| columns.first().map(|it| it.1.clone()).unwrap_or_default();
    for columns in expected {
        let Some(stands) = stored.remove(&id(columns)) else {
            add(found, (what, id(columns)), Standing::Gone);
            continue;
        };
        let text = columns.iter().find(|it| it.0 == "text");
        let text = text.map_or("", |it| it.1.as_str());
        let apart: Vec<Apart> = columns
            .iter()
            .filter_map(|(name, logged)| {
                let stands = stands.iter().find(|it| it.0 == *name)?;
                let is_same = match *name {
                    "text_key" => is_key_of(text, logged, &stands.1),
                    _ => stands.1 == *logged,
                };
                (!is_same).then(|| Apart {
                    field: (*name).to_owned(),
                    logged: logged.clone(),
                    stands: stands.1.clone(),
                })
            })
            .collect();
        if !apart.is_empty() {
            add(found, (what, id(columns)), Standing::Changed(apart));
        }
    }
    for id in stored.into_keys() {
        add(found, (what, id), Standing::Unlogged);
    }
    Ok(())
}

fn fields(text: &str) -> Fields {
    serde_json::from_str(text).unwrap_or_default()
}

fn said(value: Option<&Json>) -> String {
    match value {
        None | Some(Json::Null) => String::new(),
        Some(Json::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
