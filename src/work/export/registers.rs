//! The register of documents and the log of changes go out as tables, to be read.

use std::collections::HashMap;

use super::super::progress::Progress;
use super::super::session::Session;
use super::{PAGE, named};
use crate::domain::change::Change;
use crate::domain::error::{Error, Result};
use crate::domain::id::{ChangeId, DocumentId};
use crate::domain::seal::Seal;
use crate::exchange::write::WriteForm;
use crate::exchange::write::registers::{self, Counts, Row};
use crate::work::request::registers::{Ask, Register};

/// Writes one of them; says how many rows, and where the log ended before they were read.
pub(in crate::work) fn write(
    session: &Session,
    ask: &Ask,
    progress: &mut Progress<'_>,
) -> Result<(u64, Seal)> {
    let form = WriteForm::of(&ask.path).ok_or_else(|| Error::BadText {
        what: "export",
        text: named(&ask.path),
    })?;
    let seal = session.log_seal()?;
    let mark = seal.short();
    let tray = session.setup.files.tray();
    let rows = match ask.register {
        Register::Documents => {
            let table = registers::documents(form, ask.language, &mark);
            let rows = documents(session, ask, progress)?;
            table.write_each(&ask.path, ask.existing, tray, rows)?
        }
        Register::Changes => {
            let table = registers::changes(form, ask.language, &mark);
            let rows = changes(session, ask, seal.row, progress);
            table.write_each(&ask.path, ask.existing, tray, rows)?
        }
    };
    Ok((rows, seal))
}

/// Every document, in their order, with what is counted of its tasks.
fn documents<'a>(
    session: &'a Session,
    ask: &Ask,
    progress: &'a mut Progress<'_>,
) -> Result<impl Iterator<Item = Result<Row>> + 'a> {
    let facts = session.facts();
    let counts = session.store.document_counts(&facts.day())?;
    let counts: HashMap<DocumentId, Counts> = counts
        .iter()
        .map(|it| (it.id, [it.all, it.open, it.late]))
        .collect();
    let (all, language) = (facts.documents.len(), ask.language);
    Ok(facts.documents.iter().enumerate().map(move |(done, it)| {
        if done % PAGE == 0 {
            progress.step(done, all)?;
        }
        let counted = counts.get(&it.id).copied().unwrap_or_default();
        Ok(registers::document(it, counted, facts.names(), language))
    }))
}

/// Every row of the log up to the one of the seal, page by page; of a past day, as far as it went then.
fn changes<'a>(
    session: &'a Session,
    ask: &Ask,
    end: i64,
    progress: &'a mut Progress<'_>,
) -> impl Iterator<Item = Result<Row>> + 'a {
    let facts = session.facts();
    let language = ask.language;
    let (store, end) = match &session.present {
        None => (&session.store, end),
        Some(present) => (&present.store, end.min(present.cut.0 - 1)),
    };
    let (mut last, mut is_over) = (ChangeId(0), false);
    let all = usize::try_from(end).unwrap_or(0);
    let mut page = move || -> Result<Vec<Change>> {
        progress.step(usize::try_from(last.0).unwrap_or(0), all)?;
        let page = store.log_from(last, ChangeId(end), PAGE)?;
        last = page.last().map_or(last, |change| change.id);
        Ok(page)
    };
    let pages = std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let page = page();
        is_over = page.as_ref().map_or(true, |page| page.len() < PAGE);
        Some(page)
    });
    pages.flat_map(move |page| match page {
        Ok(page) => {
            let rows = page.iter();
            rows.map(|it| Ok(registers::change(it, facts.names(), language)))
                .collect()
        }
        Err(error) => vec![Err(error)],
    })
}
