//! A chain of legal bases, drawn as a tree.

use crate::domain::document::{Branch, Direction, Document, tree};
use crate::domain::id::DocumentId;
use crate::lang::Words;
use crate::work::request::Facts;

/// The lines of what lies that way from a document; none where nothing does.
pub fn lines(id: DocumentId, direction: Direction, facts: &Facts, t: &Words) -> Vec<String> {
    let branches = tree(&facts.documents, id, direction);
    branches.iter().map(|it| line(it, facts, t)).collect()
}

fn line(branch: &Branch, facts: &Facts, t: &Words) -> String {
    let mut text = String::new();
    if let Some((is_last, above)) = branch.last.split_last() {
        for is_last in above {
            text.push_str(if *is_last { "   " } else { "│  " });
        }
        text.push_str(if *is_last { "└─ " } else { "├─ " });
    }
    let document = facts.document(branch.id);
    text.push_str(&document.map_or_else(|| branch.id.0.to_string(), |it| name(it, t)));
    if branch.is_again {
        text.push(' ');
        text.push_str(t.documents.again);
    }
    text
}

/// A document as it is cited: `Kế hoạch 9125/KH-UBND ngày 12/01/2023`.
pub fn name(document: &Document, t: &Words) -> String {
    let number = (t.documents.named)(&document.symbol, document.date);
    if document.kind.is_empty() {
        return number;
    }
    format!("{} {number}", document.kind)
}
