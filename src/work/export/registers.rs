//! The register of documents and the log of changes go out as tables, to be read.

use std::collections::HashMap;

use super::super::progress::Progress;
use super::super::session::Session;
use super::{PAGE, named};
use crate::domain::error::{Error, Result};
use crate::domain::id::{ChangeId, DocumentId};
use crate::domain::seal::Seal;
use crate::exchange::report::Language;
use crate::exchange::write::registers::{self, Counts, Row};
use crate::exchange::write::{Piece, WriteForm};
use crate::store::Stretch;
use crate::work::request::registers::{Ask, Register, Registered};

/// Writes one of them; says how many rows, where the log ended before they were read, and which could not be.
pub(in crate::work) fn write(
    session: &Session,
    ask: &Ask,
    progress: &mut Progress<'_>,
) -> Result<Registered> {
    let form = WriteForm::of(&ask.path).ok_or_else(|| Error::BadText {
        what: "export",
        text: named(&ask.path),
    })?;
    let seal = match session.log_seal() {
        Err(error) if error.is_of_harm() => None,
        seal => Some(seal?),
    };
    let mark = seal.as_ref().map(Seal::short).unwrap_or_default();
    let end = seal.as_ref().map_or(i64::MAX, |seal| seal.row);
    let tray = session.setup.files.tray();
    let mut lost = Vec::new();
    let rows = match ask.register {
        Register::Documents => {
            let table = registers::documents(form, ask.language, &mark);
            let rows = documents(session, ask, progress)?;
            table.write_each(&ask.path, ask.existing, tray, rows)?
        }
        Register::Changes => {
            let table = registers::changes(form, ask.language, &mark);
            table.write(&ask.path, ask.existing, tray, |put| {
                let put = |row| {
                    let mut piece = Piece::default();
                    table.put(&mut piece, &row);
                    put(piece)
                };
                lost = changes(session, ask.language, end, progress, put)?;
                Ok(())
            })?
        }
    };
    Ok(Registered { rows, seal, lost })
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

/// Every row of the log up to the one of the seal, page by page, to whoever puts them into the file; of a past day, as far
/// as it went then. Gives the numbers from which to which none could be read.
fn changes(
    session: &Session,
    language: Language,
    end: i64,
    progress: &mut Progress<'_>,
    mut put: impl FnMut(Row) -> Result<()>,
) -> Result<Vec<(ChangeId, ChangeId)>> {
    let facts = session.facts();
    let (store, end) = match &session.present {
        None => (&session.store, end),
        Some(present) => (&present.store, end.min(present.cut.0 - 1)),
    };
    let mut around = store.around(ChangeId(end));
    let mut lost: Vec<(ChangeId, ChangeId)> = Vec::new();
    let (mut done, all) = (0, usize::try_from(end).unwrap_or(0));
    while let Some(stretch) = store.log_around(&mut around, PAGE)? {
        progress.step(done, all)?;
        let last = match stretch {
            Stretch::Rows(page) => {
                for change in &page {
                    put(registers::change(change, facts.names(), language))?;
                }
                page.last().map(|change| change.id.0)
            }
            Stretch::Hole(from, to) => {
                match lost.last_mut() {
                    Some((_, last)) if last.0 + 1 == from => last.0 = to,
                    _ => lost.push((ChangeId(from), ChangeId(to))),
                }
                Some(to)
            }
        };
        done = last.map_or(done, |last| usize::try_from(last).unwrap_or(done));
    }
    Ok(lost)
}
