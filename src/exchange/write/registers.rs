//! The register of documents and the log of changes as tables: which columns they have, and a row of each in words.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::Value;

use super::{Cell, Table, WriteForm};
use crate::domain::change::{Change, Subject};
use crate::domain::document::Document;
use crate::domain::fold::shown;
use crate::lang::difference::differences;
use crate::lang::report::said::Names;
use crate::lang::{Language, Words, format};

/// So many letters of what differs stand in a cell: a workbook takes 32 767 of any.
const LETTERS: usize = 32_000;

/// How many tasks a document has: all, open, late.
pub type Counts = [i64; 3];

/// The cells of a row of either.
pub type Row = [Cell<'static>; 11];

/// The table of documents.
#[must_use]
pub fn documents<'a>(form: WriteForm, language: Language, mark: &'a str) -> Table<'a, 11> {
    let t = &language.words().tables;
    Table {
        form,
        name: t.documents,
        headings: t.document_headings,
        widths: [14, 14, 22, 12, 30, 60, 24, 30, 11, 11, 11],
        words: &[],
        asked: String::new(),
        mark,
    }
}

/// A document as a row of it.
#[must_use]
pub fn document(it: &Document, counts: Counts, names: Names<'_>, language: Language) -> Row {
    let t = language.words();
    let named = |id| names.documents.iter().find(|other| other.id == id);
    let bases = it.bases.iter().filter_map(|id| named(*id));
    let bases: Vec<&str> = bases.map(|other| other.code.as_str()).collect();
    let [needed, not_needed] = t.documents.confirmation;
    let [all, open, late] = counts;
    [
        text(&it.code),
        text(&it.kind),
        text(&it.symbol),
        it.date.map_or_else(|| text(""), Cell::Date),
        text(&it.issuer),
        text(&it.summary),
        text(&bases.join("; ")),
        text(match it.skips_confirmation {
            true => not_needed,
            false => needed,
        }),
        Cell::Number(all),
        Cell::Number(open),
        Cell::Number(late),
    ]
}

/// The table of changes.
#[must_use]
pub fn changes<'a>(form: WriteForm, language: Language, mark: &'a str) -> Table<'a, 11> {
    let t = &language.words().tables;
    Table {
        form,
        name: t.changes,
        headings: t.change_headings,
        widths: [10, 10, 20, 20, 24, 12, 26, 70, 40, 30, 30],
        words: &[],
        asked: String::new(),
        mark,
    }
}

/// A row of the log as a row of it.
#[must_use]
pub fn change(it: &Change, names: Names<'_>, language: Language) -> Row {
    let t = language.words();
    let on_behalf = names
        .agencies
        .iter()
        .find(|agency| Some(agency.id) == it.on_behalf);
    [
        Cell::Id(it.id.0),
        Cell::Id(it.operation.0),
        text(&format::moment_to_the_second(it.at)),
        text(&it.who),
        text(&it.origin),
        match it.subject {
            Subject::Task(id) => Cell::Id(id.0),
            Subject::Calendar | Subject::Frame => text(""),
        },
        text((t.terms.log_entry)(&it.what)),
        text(&differing(it, names, t)),
        text(&it.why),
        text(&it.document),
        text(on_behalf.map_or("", |agency| &agency.name)),
    ]
}

/// Field by field, from what to what.
fn differing(it: &Change, names: Names<'_>, t: &Words) -> String {
    let known = differences(&it.before, &it.after, format::date, names, t);
    let mut said: Vec<String> = known.iter().map(|one| one.written()).collect();
    // The words know the fields of a task. Of what stands around tasks the others are told by their names in the log:
    // there is no page of the thing where they could be read.
    if !matches!(it.subject, Subject::Task(_)) {
        let names: BTreeSet<&String> = it.before.keys().chain(it.after.keys()).collect();
        let others = names.into_iter().filter(|name| {
            it.before.get(*name) != it.after.get(*name)
                && known.iter().all(|one| one.name != **name)
        });
        let value = |value: Option<&Value>| match value {
            None | Some(Value::Null) => t.log.nothing.to_owned(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        said.extend(others.map(|name| match it.before.is_empty() {
            true => format!("{name}: {}", value(it.after.get(name))),
            false => {
                let (before, after) = (it.before.get(name), it.after.get(name));
                format!("{name}: {} → {}", value(before), value(after))
            }
        }));
    }
    let said = said.join("; ");
    if said.chars().nth(LETTERS).is_none() {
        return said;
    }
    said.chars().take(LETTERS).chain(['…']).collect()
}

/// One line, and nothing that a terminal would obey.
fn text(text: &str) -> Cell<'static> {
    Cell::Text(Cow::Owned(shown(text).into_owned()))
}
