//! The register of documents: entered, corrected, their chain kept free of circles.

use super::agencies::operation_of;
use super::request::documents::{Ask, DocumentSaved, DocumentSheet, Draft, Told};
use super::request::{Facts, OperationKey};
use super::session::Session;
use crate::domain::document::{
    self, Document, DocumentFlaw, DocumentKind, DocumentReference, circle, short_code,
};
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::id::DocumentId;
use crate::domain::user::Role;
use crate::store::{DOCUMENT, Kind, Written};

/// So many rows of its log stand on a document's sheet.
const LOG_ROWS: usize = 200;

/// Answers a question about documents.
pub(super) fn answer(session: &mut Session, ask: &Ask) -> Result<Told> {
    match ask {
        Ask::Counts => {
            let counts = session.store.document_counts(&session.facts.day())?;
            Ok(Told::Counts(counts))
        }
        Ask::Sheet { id } => sheet(session, *id).map(|sheet| Told::Sheet(Box::new(sheet))),
        Ask::Save { key, seen, draft } => {
            save(session, key, seen.as_deref(), draft).map(Told::Saved)
        }
    }
}

fn sheet(session: &Session, id: DocumentId) -> Result<DocumentSheet> {
    let facts = session.facts();
    let Some(document) = document::find(&facts.documents, id).cloned() else {
        return Err(DocumentFlaw::Unknown(id.0.to_string()).into());
    };
    Ok(DocumentSheet {
        document,
        counts: session.store.counts_of_document(id, &facts.day())?,
        log: session.store.log_of_document(id, LOG_ROWS)?,
    })
}

/// Saves a document over the one that was seen; the rules are asked inside the transaction, where nobody else
/// can make a circle of two halves.
fn save(
    session: &mut Session,
    key: &OperationKey,
    seen: Option<&Document>,
    draft: &Draft,
) -> Result<DocumentSaved> {
    let facts = std::sync::Arc::clone(session.facts());
    may(facts.user.role, draft, seen)?;
    let mut wanted = read(draft, seen)?;
    if let Some(date) = wanted.date.filter(|date| *date > facts.today) {
        return Err(DocumentFlaw::LaterDate(date).into());
    }
    let written = session.write(key, Kind::Save, DOCUMENT, |writer| {
        let documents = writer.documents()?;
        if let Some(seen) = seen {
            let now = document::find(&documents, seen.id);
            if now != Some(seen) {
                return Err(DocumentFlaw::Changed(seen.code.clone()).into());
            }
        }
        check(&documents, &wanted, seen)?;
        if wanted.code.is_empty() {
            let reference = DocumentReference {
                kind_word: DocumentKind::from_beginning(&wanted.kind),
                symbol: wanted.symbol.clone(),
                date: wanted.date,
            };
            let is_taken = |code: &str| documents.iter().any(|it| it.code == code);
            wanted.code = short_code(&reference, is_taken).unwrap_or_default();
        }
        writer.save_document(&wanted)
    })?;
    let operation = operation_of(&written);
    session.reload()?;
    let id = match written {
        Written::Done { value, .. } | Written::Nothing { value } => value,
        Written::Again { .. } => known(session.facts(), draft, seen)?,
    };
    Ok(DocumentSaved { id, operation })
}

/// Monitors enter documents and correct them. Whether what is reported done has to be confirmed is a setting of each
/// (DOMAIN 2.3), and settings are the administrators' (DESIGN 6): a monitor who might switch it off would close the tasks
/// of the own agency by reporting them.
fn may(role: Role, draft: &Draft, seen: Option<&Document>) -> Result<()> {
    let there = seen.map(Draft::of).unwrap_or_default();
    if draft.skips_confirmation != there.skips_confirmation && !role.keeps_frame() {
        return Err(Error::ForAdministrators);
    }
    let setting = Draft {
        skips_confirmation: draft.skips_confirmation,
        ..there
    };
    let is_setting = seen.is_some() && setting == *draft;
    if !is_setting && !role.enters_tasks() {
        return Err(Error::NotPermitted);
    }
    Ok(())
}

/// Which document an earlier save of this draft was about.
fn known(facts: &Facts, draft: &Draft, seen: Option<&Document>) -> Result<DocumentId> {
    let wanted = read(draft, seen)?;
    let is_it = |it: &&Document| it.key() == wanted.key() && it.date == wanted.date;
    let found = seen.or_else(|| facts.documents.iter().find(is_it));
    found
        .map(|document| document.id)
        .ok_or_else(|| Error::from(DocumentFlaw::Unknown(draft.number.clone())))
}

/// The document that a draft describes; its code is given once and for ever.
fn read(draft: &Draft, seen: Option<&Document>) -> Result<Document> {
    let number = clean(&draft.number);
    let reference = DocumentReference::parse(&number).unwrap_or_default();
    if reference.symbol.is_empty() {
        return Err(DocumentFlaw::NoSymbol(number).into());
    }
    let given = |text: &str, read: &str| {
        let text = clean(text);
        if text.is_empty() {
            read.to_owned()
        } else {
            text
        }
    };
    let mut bases = draft.bases.clone();
    let mut met = std::collections::HashSet::new();
    bases.retain(|basis| met.insert(*basis));
    Ok(Document {
        id: seen.map_or(DocumentId(0), |seen| seen.id),
        kind: given(&draft.kind, reference.kind().map_or("", DocumentKind::word)),
        date: draft.date.or(reference.date),
        issuer: given(&draft.issuer, reference.issuer().unwrap_or_default()),
        summary: clean(&draft.summary),
        code: seen.map_or_else(String::new, |seen| seen.code.clone()),
        bases,
        skips_confirmation: draft.skips_confirmation,
        symbol: reference.symbol,
    })
}

fn check(
    documents: &[Document],
    wanted: &Document,
    seen: Option<&Document>,
) -> std::result::Result<(), DocumentFlaw> {
    // Two that were found to be one when their keys were made may still be corrected otherwise.
    let is_moved = seen.is_none_or(|seen| seen.key() != wanted.key() || seen.date != wanted.date);
    if is_moved && let Some(twin) = documents.iter().find(|it| wanted.is_same_as(it)) {
        return Err(DocumentFlaw::Same(twin.code.clone()));
    }
    let code_of = |id: DocumentId| match document::find(documents, id) {
        Some(document) => document.code.clone(),
        None => wanted.symbol.clone(),
    };
    for basis in &wanted.bases {
        let Some(found) = document::find(documents, *basis) else {
            return Err(DocumentFlaw::Unknown(basis.0.to_string()));
        };
        let is_younger = found.date.zip(wanted.date).is_some_and(|(b, d)| b > d);
        if is_younger {
            let code = if wanted.code.is_empty() {
                wanted.symbol.clone()
            } else {
                wanted.code.clone()
            };
            return Err(DocumentFlaw::YoungerBasis(found.code.clone(), code));
        }
    }
    match circle(documents, wanted.id, &wanted.bases) {
        Some(way) => Err(DocumentFlaw::Circle(way.into_iter().map(code_of).collect())),
        None => Ok(()),
    }
}
