//! Which stored family a row is, where its key alone does not say: tasks that were entered by hand or changed
//! their lead, documents whose day came to be known, numbers that a file uses more than once.
//!
//! Asked only where the key finds nothing, or another text: most rows never come here.

use super::plan::{key_of_day, numbered};
use super::understand::Understood;
use crate::domain::agency::Agency;
use crate::domain::document;
use crate::domain::error::Result;
use crate::domain::fold::fold;
use crate::domain::id::{DocumentId, TaskId};
use crate::domain::task::{Form, Task};
use crate::store::Store;

/// So many rows of one number are looked through.
const MOST: u32 = 64;

/// The head of a stored family.
pub(super) enum Head {
    /// By the key that it was entered under, or would be.
    Key(String),
    /// It was entered by hand and has no key.
    Task(Task),
}

/// The head that a row stands for: the how-manieth of its key in the file.
pub(super) fn head(
    row: &Understood,
    base: &str,
    ordinal: u32,
    planned: &Task,
    agencies: &[Agency],
    store: &Store,
) -> Result<Head> {
    let key = numbered(base.to_owned(), ordinal);
    if let Some(stored) = of_key(store, &key)? {
        if stored.is_gone || says(&stored, &row.title) {
            return Ok(Head::Key(key));
        }
        let other = match sister(base, row, store)? {
            None => before_its_day(row, agencies, store)?,
            found => found,
        };
        return Ok(Head::Key(other.unwrap_or(key)));
    }
    if let Some(earlier) = before_its_day(row, agencies, store)? {
        return Ok(Head::Key(earlier));
    }
    let Some(stored) = entered(row, ordinal, planned, store)? else {
        return Ok(Head::Key(key));
    };
    Ok(match store.same_key(stored.id)? {
        Some(key) => Head::Key(key),
        None => Head::Task(stored),
    })
}

fn of_key(store: &Store, key: &str) -> Result<Option<Task>> {
    let id = store.find_same(key)?;
    Ok(id.map(|id| store.task(id)).transpose()?.flatten())
}

fn says(stored: &Task, title: &str) -> bool {
    stored.title == title || fold(&stored.title) == fold(title)
}

/// Another row of this number that says the same: a part of a file counts its rows otherwise than the whole.
fn sister(base: &str, row: &Understood, store: &Store) -> Result<Option<String>> {
    for ordinal in 1..=MOST {
        let key = numbered(base.to_owned(), ordinal);
        match of_key(store, &key)? {
            None => break,
            Some(stored) if !stored.is_gone && says(&stored, &row.title) => return Ok(Some(key)),
            Some(_) => {}
        }
    }
    Ok(None)
}

/// The key under which it was entered when the day of its document was not known yet.
fn before_its_day(row: &Understood, agencies: &[Agency], store: &Store) -> Result<Option<String>> {
    let has_day = row.document.as_ref().is_some_and(|it| it.date.is_some());
    if !has_day {
        return Ok(None);
    }
    sister(&key_of_day(row, agencies, None), row, store)
}

/// The task that somebody entered, or that has another lead by now: of this document, by its number, or
/// without one by what it says and who leads.
fn entered(row: &Understood, ordinal: u32, planned: &Task, store: &Store) -> Result<Option<Task>> {
    let document = match &row.document {
        None => None,
        Some(cited) => {
            let Some(id) = store.find_document(&cited.symbol, cited.date)? else {
                return Ok(None);
            };
            Some(id)
        }
    };
    let is_it = |stored: &Task| {
        let leads = stored.agency == planned.agency || stored.form == Form::Parent;
        let is_head = stored.parent.is_none() && stored.series.is_none() && !stored.is_gone;
        let fits = planned.form != Form::Parent || stored.form == Form::Parent;
        is_head && fits && stored.document == document && leads
    };
    if row.item.is_empty() {
        let mut found = store.without_item(&row.title)?;
        found.retain(is_it);
        let place = usize::try_from(ordinal.saturating_sub(1)).unwrap_or(usize::MAX);
        return Ok(found.into_iter().nth(place));
    }
    let Some(id) = numbered_in(row, document, store)? else {
        return Ok(None);
    };
    let found = store.task(id)?;
    Ok(found.filter(|stored| {
        is_it(stored) && fold(&stored.item) == fold(&row.item) && says(stored, &row.title)
    }))
}

fn numbered_in(
    row: &Understood,
    document: Option<DocumentId>,
    store: &Store,
) -> Result<Option<TaskId>> {
    let Some(document) = document else {
        return Ok(None);
    };
    match store.document_code(document)? {
        Some(code) if !code.is_empty() => store.locate(&document::task_code(&code, &row.item)),
        Some(_) | None => Ok(None),
    }
}
