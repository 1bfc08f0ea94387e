//! "Văn bản": the register of documents, each with its chain of legal bases and its tasks.
//!
//! Everybody may look; who enters tasks enters and corrects documents.

pub(in crate::ui) mod form;
pub(in crate::ui) mod list;
mod sheet;
pub mod tree;

use crate::domain::id::DocumentId;
use crate::ui::screen::Screen;

/// The page of one document.
pub(super) fn page(id: DocumentId) -> Box<dyn Screen> {
    Box::new(sheet::Sheet::new(id))
}
