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

/// The head of a family.
pub(super) enum Head {
    /// Nothing is stored of it; the key that it is entered under.
    New(String),
    /// The key that it was entered under, and what is stored: read once, since that is what a file costs that
    /// comes again.
    Known(String, Box<Task>),
    /// It was entered by hand and has no key.
    Entered(Box<Task>),
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
    if let Some(stored) = store.same(&key)? {
        let is_it = stored.is_gone || says(&stored, &row.title);
        let known = Head::Known(key, Box::new(stored));
        if is_it {
            return Ok(known);
        }
        let other = match sister(base, row, store)? {
            None => before_its_day(row, agencies, store)?,
            found => found,
        };
        return Ok(other.unwrap_or(known));
    }
    if let Some(earlier) = before_its_day(row, agencies, store)? {
        return Ok(earlier);
    }
    let Some(stored) = entered(row, ordinal, planned, store)? else {
        return Ok(Head::New(key));
    };
    let key = store.same_key(stored.id)?;
    let stored = Box::new(stored);
    Ok(match key {
        Some(key) => Head::Known(key, stored),
        None => Head::Entered(stored),
    })
}

fn says(stored: &Task, title: &str) -> bool {
    stored.title == title || fold(&stored.title) == fold(title)
}

/// Another row of this number that says the same: a part of a file counts its rows otherwise than the whole.
fn sister(base: &str, row: &Understood, store: &Store) -> Result<Option<Head>> {
    for ordinal in 1..=MOST {
        let key = numbered(base.to_owned(), ordinal);
        match store.same(&key)? {
            None => break,
            Some(stored) if !stored.is_gone && says(&stored, &row.title) => {
                return Ok(Some(Head::Known(key, Box::new(stored))));
            }
            Some(_) => {}
        }
    }
    Ok(None)
}

/// The key under which it was entered when the day of its document was not known yet.
fn before_its_day(row: &Understood, agencies: &[Agency], store: &Store) -> Result<Option<Head>> {
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
    if row.item.is_empty() {
        return store.without_item(planned, document, ordinal.saturating_sub(1));
    }
    let is_it = |stored: &Task| {
        let leads = stored.agency == planned.agency || stored.form == Form::Parent;
        let is_head = stored.parent.is_none() && stored.series.is_none() && !stored.is_gone;
        let fits = planned.form != Form::Parent || stored.form == Form::Parent;
        is_head && fits && stored.document == document && leads
    };
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
