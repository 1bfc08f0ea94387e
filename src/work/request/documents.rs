//! What is asked about the register of documents, and the answers.

use chrono::NaiveDate;

use super::OperationKey;
use crate::domain::change::Change;
use crate::domain::document::Document;
use crate::domain::id::{DocumentId, OperationId};
pub use crate::store::DocumentCounts;

/// A question about documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// How many tasks every document has.
    Counts,
    /// One document with everything about it.
    Sheet {
        /// Which.
        id: DocumentId,
    },
    /// Enters a document, or corrects one.
    Save {
        /// Names this save.
        key: OperationKey,
        /// The document as it was seen; none where it is new.
        seen: Option<Box<Document>>,
        /// What it is to be.
        draft: Draft,
    },
}

/// A document as a person gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Number and symbol, perhaps among words: `Kế hoạch số 12/KH-UBND`.
    pub number: String,
    /// What it is; read from the number where it is empty.
    pub kind: String,
    /// The day of its signing.
    pub date: Option<NaiveDate>,
    /// Who issued it; read from the number where it is empty.
    pub issuer: String,
    /// What it is about.
    pub summary: String,
    /// What it rests on.
    pub bases: Vec<DocumentId>,
    /// Its tasks need no confirmation.
    pub skips_confirmation: bool,
}

impl Draft {
    /// A document as it is, to be changed.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        Self {
            number: document.symbol.clone(),
            kind: document.kind.clone(),
            date: document.date,
            issuer: document.issuer.clone(),
            summary: document.summary.clone(),
            bases: document.bases.clone(),
            skips_confirmation: document.skips_confirmation,
        }
    }
}

/// What is told about documents.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// To [`Ask::Counts`]: of those that have tasks, in the order of their ids.
    Counts(Vec<DocumentCounts>),
    /// To [`Ask::Sheet`].
    Sheet(Box<DocumentSheet>),
    /// To [`Ask::Save`].
    Saved(DocumentSaved),
}

/// One document with what stands around it; its chain is among the facts.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentSheet {
    /// The document.
    pub document: Document,
    /// Its tasks, in numbers.
    pub counts: DocumentCounts,
    /// What was done to it, newest first.
    pub log: Vec<Change>,
}

/// A document that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentSaved {
    /// Which.
    pub id: DocumentId,
    /// The group; none where nothing differed.
    pub operation: Option<OperationId>,
}
