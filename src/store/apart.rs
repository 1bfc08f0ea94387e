//! What of a task's row stands otherwise than its changes leave it: every column, as the program would write it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::error::Result;
use crate::domain::fold;

use crate::domain::id::TaskId;
use crate::domain::task::{Doubt, ExtensionRequest, Task};

use super::db::{Cell, Db, Row, Value, values};
use super::frame::to_json;
use super::record::{self, WRITTEN};

/// Columns that follow from texts by folding.
const KEYS: [&str; 2] = ["code_key", "search"];

/// How a row that stands there differs from what the log says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// These fields do.
    Changed(Vec<Apart>),
    /// The log tells of it, and no such row is there.
    Gone,
    /// It is there, and the log knows nothing of it.
    Unlogged,
}

impl Standing {
    /// The word that `--json` has for it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Changed(_) => "changed",
            Self::Gone => "removed",
            Self::Unlogged => "inserted",
        }
    }
}

/// A field in which a row and its log differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The field, as the log names it; of what is kept beside the fields, its column.
    pub field: String,
    /// What it is by the log; empty where nothing.
    pub logged: String,
    /// What stands there; empty where nothing.
    pub stands: String,
}

/// What a row is expected to be.
pub(super) struct Expected<'a> {
    /// The task as its last change leaves it.
    pub task: &'a Task,
    /// So many changes of it are logged, each of which made a version; none where there are others among them.
    pub version: Option<i64>,
    /// The key under which it was entered, if it was; none where the log does not tell.
    pub same_key: Option<Option<&'a str>>,
}

/// Goes through the rows of tasks from one number to another: `see` hears each with what of it differs from what
/// `logged` expects there; nothing where nothing is expected.
pub(super) fn rows<'a>(
    db: &Db,
    (first, last): (i64, i64),
    logged: impl Fn(TaskId) -> Option<Expected<'a>>,
    mut see: impl FnMut(TaskId, Vec<Apart>),
) -> Result<()> {
    let sql = format!(
        "SELECT id, row_version, same_key, {} FROM task WHERE id >= ?1 AND id <= ?2 ORDER BY id",
        WRITTEN.join(", ")
    );
    db.rows(&sql, &values![first, last], |row| {
        let id = TaskId(row.number()?);
        let expected = logged(id);
        let apart = expected.map_or_else(|| Ok(Vec::new()), |it| compared(row, &it));
        see(id, apart?);
        Ok(())
    })?;
    Ok(())
}

fn compared(row: &mut Row<'_>, expected: &Expected<'_>) -> Result<Vec<Apart>> {
    let mut apart = Vec::new();
    let beside = [
        ("row_version", expected.version.map(Value::from)),
        ("same_key", expected.same_key.map(Value::from)),
    ];
    for (column, value) in beside {
        let cell = row.cell()?;
        if let Some(value) = value.filter(|value| !is_same(value, cell)) {
            apart.push(Apart {
                field: column.to_owned(),
                logged: said(&value),
                stands: shown(cell),
            });
        }
    }
    for (column, value) in WRITTEN.iter().zip(record::to_values(expected.task)?) {
        let cell = row.cell()?;
        if is_same(&value, cell) {
            continue;
        }
        let is_text = matches!(cell, Cell::Text(_));
        if let (true, Value::Text(key)) = (is_text && KEYS.contains(column), &value) {
            let of = to_json(expected.task)?.to_string();
            if fold::is_key_of(&of, key, &shown(cell)) {
                continue;
            }
        }
        let (logged, stands) = (said(&value), shown(cell));
        if is_text && renewed(column, &stands).is_some_and(|renewed| renewed == logged) {
            continue;
        }
        apart.push(Apart {
            field: field_of(column).to_owned(),
            logged,
            stands,
        });
    }
    Ok(apart)
}

fn is_same(value: &Value<'_>, cell: Cell<'_>) -> bool {
    match (value, cell) {
        (Value::Null, Cell::Nothing) => true,
        (Value::Number(number), Cell::Number(other)) => *number == other,
        (Value::Text(text), Cell::Text(other)) => text.as_bytes() == other,
        (Value::Bytes(bytes), Cell::Bytes(other)) => **bytes == *other,
        (Value::Null | Value::Number(_) | Value::Text(_) | Value::Bytes(_), _) => false,
    }
}

fn said(value: &Value<'_>) -> String {
    match value {
        Value::Null => String::new(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) | Cell::Bytes(text) => String::from_utf8_lossy(text).into_owned(),
    }
}

/// What is kept as a structure may have been written by an older program, in other words for the same: as this one
/// would write it.
fn renewed(column: &str, text: &str) -> Option<String> {
    match column {
        "doubts" => anew::<Vec<Doubt>>(text),
        "extension_asked" => anew::<ExtensionRequest>(text),
        "more" => record::more_anew(text),
        _ => None,
    }
}

fn anew<T: DeserializeOwned + Serialize>(text: &str) -> Option<String> {
    let read: T = serde_json::from_str(text).ok()?;
    serde_json::to_string(&read).ok()
}

/// The field that a column keeps.
fn field_of(column: &str) -> &str {
    column.strip_suffix("_id").unwrap_or(column)
}
