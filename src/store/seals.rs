//! What a row of the log seals beside what it tells: it is hashed with the row, so that groups and keys of tasks are held
//! against it as everything else is.
//!
//! Groups and tasks that are older than this are held against sums of many, which were taken when the schema was brought
//! up to date and are sealed by the first row after.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::error::Result;

use super::chain::{self, Hash, hexadecimal};
use super::db::{Cell, Db, Row, Value, fault, values};
use super::strides::Strides;

/// So many rows go into one sum: so near it is told where something was changed.
const LOT: i64 = if cfg!(test) { 5 } else { 1_000 };

/// Stands in `meta` between the taking of the sums and the row that seals them.
pub(super) const UNSEALED: &str = "unsealed_sums";

/// What is sealed with a row, as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Seals {
    /// Of the first row of a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// Of the first row of a task that was entered under a key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_key: Option<String>,
    /// Of the first row after sums were taken: the hash of all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sums: Option<String>,
}

/// What a group is, beside what each of its rows tells of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Group {
    pub key: String,
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<i64>,
    pub summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<i64>,
}

impl Seals {
    /// As text; none where nothing is sealed.
    pub fn to_text(&self) -> Result<Option<String>> {
        if *self == Self::default() {
            return Ok(None);
        }
        serde_json::to_string(self).map(Some).map_err(fault)
    }

    /// What stands there; nothing where that is no such text, which is for the proof of the log to say.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// What a sum is taken of: its name, and its rows from a number up to another.
struct Sort {
    what: &'static str,
    table: &'static str,
    columns: usize,
    rows: &'static str,
}

pub(super) const GROUPS: &str = "group";
pub(super) const KEYS: &str = "same_key";

const SORTS: [Sort; 2] = [
    Sort {
        what: GROUPS,
        table: "operation",
        columns: 6,
        rows: "SELECT id, key, kind, undoes, summary, batch_id FROM operation
            WHERE id >= ?1 AND id <= ?2
            ORDER BY id",
    },
    Sort {
        what: KEYS,
        table: "task",
        columns: 2,
        rows: "SELECT id, same_key FROM task WHERE id >= ?1 AND id <= ?2 ORDER BY id",
    },
];

/// Takes the sums of all that is there, inside the step of the schema that needs them.
pub(super) fn take_sums(db: &Db) -> Result<()> {
    let mut is_any = false;
    for sort in &SORTS {
        let mut strides = Strides::new(sort.table, LOT, (i64::MIN, i64::MAX));
        while let Some((from, upto)) = strides.next(db)? {
            let sum = sum(db, sort, (from, upto))?;
            let row = [
                Value::from(sort.what),
                upto.into(),
                Value::Bytes(sum.as_slice().into()),
            ];
            let sql = "INSERT INTO old_sum (what, last, hash) VALUES (?1, ?2, ?3)";
            db.run(sql, &row)?;
            is_any = true;
        }
    }
    if is_any {
        let sql = "INSERT INTO meta (key, value) VALUES (?1, '')";
        db.run(sql, &values![UNSEALED])?;
    }
    Ok(())
}

/// The hash of all sums, for the row that seals them: once only, inside a save.
pub(super) fn to_seal(db: &Db) -> Result<Option<String>> {
    let sql = "SELECT 1 FROM meta WHERE key = ?1";
    if db
        .first(sql, &values![UNSEALED], |row| row.number())?
        .is_none()
    {
        return Ok(None);
    }
    db.run("DELETE FROM meta WHERE key = ?1", &values![UNSEALED])?;
    Ok(Some(hexadecimal(&of_all(db)?)))
}

/// The last number of its kind that went into a sum; 0 where there are none.
pub(super) fn last(db: &Db, what: &str) -> Result<i64> {
    let sql = "SELECT MAX(last) FROM old_sum WHERE what = ?1";
    db.number(sql, &values![what])
}

/// True where the sums are those that a row seals, given what the first row after them seals; or none is there and none
/// was sealed.
pub(super) fn are_sealed(db: &Db, sealed: Option<&str>) -> Result<bool> {
    let is_any = db.number("SELECT EXISTS (SELECT 1 FROM old_sum)", &[])? != 0;
    Ok(match sealed {
        None => !is_any,
        Some(sealed) => sealed == hexadecimal(&of_all(db)?),
    })
}

/// The sums of a kind that are not what is there any more: the first number of each, the last, the sum as it was taken
/// and as it is.
pub(super) fn differing(db: &Db, what: &str) -> Result<Vec<(i64, i64, String, String)>> {
    let Some(sort) = SORTS.iter().find(|sort| sort.what == what) else {
        return Ok(Vec::new());
    };
    let sql = "SELECT last, hash FROM old_sum WHERE what = ?1 ORDER BY last";
    let kept = db.rows(sql, &values![what], |row| Ok((row.number()?, row.bytes()?)))?;
    let (mut from, mut found) = (i64::MIN, Vec::new());
    for (last, hash) in kept {
        let sum = sum(db, sort, (from, last))?;
        if hash != sum {
            found.push((from.max(1), last, hexadecimal(&hash), hexadecimal(&sum)));
        }
        from = last.saturating_add(1);
    }
    Ok(found)
}

fn sum(db: &Db, sort: &Sort, (from, upto): (i64, i64)) -> Result<Hash> {
    let mut sum = Sha256::new();
    let mut bytes = Vec::new();
    db.rows(sort.rows, &values![from, upto], |row| {
        bytes.clear();
        for _ in 0..sort.columns {
            encode(&mut bytes, row.cell()?);
        }
        sum.update(&bytes);
        Ok(())
    })?;
    Ok(sum.finalize().into())
}

fn of_all(db: &Db) -> Result<Hash> {
    let mut bytes = Vec::new();
    let sql = "SELECT what, last, hash FROM old_sum ORDER BY what, last";
    db.rows(sql, &[], |row: &mut Row<'_>| {
        for _ in 0..3 {
            encode(&mut bytes, row.cell()?);
        }
        Ok(())
    })?;
    Ok(Sha256::digest(&bytes).into())
}

/// Each behind its kind and its length.
fn encode(into: &mut Vec<u8>, cell: Cell<'_>) {
    match cell {
        Cell::Nothing => into.push(0),
        Cell::Number(number) => {
            into.push(1);
            into.extend(number.to_be_bytes());
        }
        Cell::Text(text) => {
            into.push(2);
            chain::encode_text(into, text);
        }
        Cell::Bytes(bytes) => {
            into.push(3);
            chain::encode_text(into, bytes);
        }
    }
}
