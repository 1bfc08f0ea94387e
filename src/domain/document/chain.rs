//! The chain of legal bases: a document rests on others, which rest on others again, never in a circle (M10).

use std::collections::HashSet;

use super::{Document, find};
use crate::domain::id::DocumentId;

/// Which way one goes along the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To what a document rests on.
    Bases,
    /// To what rests on it.
    Dependents,
}

/// A document in the tree below another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The document.
    pub id: DocumentId,
    /// For every step from the root, whether it was the last of its sisters: what the lines are drawn by.
    pub last: Vec<bool>,
    /// It stands in the tree already, where its own branches are.
    pub is_again: bool,
}

/// So many branches at the most: a tree is read, and nobody reads more.
const MOST: usize = 500;

/// What lies that way from a document, branch by branch, without the document itself.
///
/// A document that several paths lead to is opened once. Even a circle, which no writer lets in, ends.
#[must_use]
pub fn tree(documents: &[Document], root: DocumentId, direction: Direction) -> Vec<Branch> {
    let mut branches = Vec::new();
    let mut seen = HashSet::from([root]);
    grow(documents, root, direction, &[], &mut seen, &mut branches);
    branches
}

fn grow(
    documents: &[Document],
    id: DocumentId,
    direction: Direction,
    above: &[bool],
    seen: &mut HashSet<DocumentId>,
    branches: &mut Vec<Branch>,
) {
    let next = next(documents, id, direction);
    let count = next.len();
    for (place, id) in next.into_iter().enumerate() {
        if branches.len() >= MOST {
            return;
        }
        let mut last = above.to_vec();
        last.push(place + 1 == count);
        let is_again = !seen.insert(id);
        branches.push(Branch {
            id,
            last: last.clone(),
            is_again,
        });
        if !is_again {
            grow(documents, id, direction, &last, seen, branches);
        }
    }
}

fn next(documents: &[Document], id: DocumentId, direction: Direction) -> Vec<DocumentId> {
    match direction {
        Direction::Bases => find(documents, id).map_or_else(Vec::new, |it| it.bases.clone()),
        Direction::Dependents => documents
            .iter()
            .filter(|document| document.bases.contains(&id))
            .map(|document| document.id)
            .collect(),
    }
}

/// The way from one of these bases back to the document that would rest on them; none where there is none.
///
/// The way begins and ends with the document.
#[must_use]
pub fn circle(
    documents: &[Document],
    id: DocumentId,
    bases: &[DocumentId],
) -> Option<Vec<DocumentId>> {
    let mut seen = HashSet::new();
    let mut ways: Vec<Vec<DocumentId>> = bases.iter().map(|basis| vec![id, *basis]).collect();
    while let Some(way) = ways.pop() {
        let Some(end) = way.last().copied() else {
            continue;
        };
        if end == id {
            return Some(way);
        }
        if seen.insert(end) {
            for basis in next(documents, end, Direction::Bases) {
                let mut longer = way.clone();
                longer.push(basis);
                ways.push(longer);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each document with what it rests on.
    fn documents(bases: &[(i64, &[i64])]) -> Vec<Document> {
        let one = |(id, bases): &(i64, &[i64])| Document {
            id: DocumentId(*id),
            kind: String::new(),
            symbol: format!("{id}/KH-UBND"),
            date: None,
            issuer: String::new(),
            summary: String::new(),
            code: format!("KH{id}"),
            bases: bases.iter().copied().map(DocumentId).collect(),
            skips_confirmation: false,
        };
        bases.iter().map(one).collect()
    }

    fn shape(branches: &[Branch]) -> Vec<(i64, usize, bool)> {
        let one = |branch: &Branch| (branch.id.0, branch.last.len(), branch.is_again);
        branches.iter().map(one).collect()
    }

    #[test]
    fn what_several_documents_rest_on_is_opened_once() {
        // A resolution, a programme and a plan that rests on both.
        let documents = documents(&[(1, &[]), (2, &[1]), (3, &[2, 1]), (4, &[3])]);
        let up = tree(&documents, DocumentId(4), Direction::Bases);
        assert_eq!(
            shape(&up),
            [(3, 1, false), (2, 2, false), (1, 3, false), (1, 2, true)]
        );
        let down = tree(&documents, DocumentId(1), Direction::Dependents);
        assert_eq!(
            shape(&down),
            [(2, 1, false), (3, 2, false), (4, 3, false), (3, 1, true)]
        );
    }

    #[test]
    fn a_chain_that_would_come_back_is_found_with_its_way() {
        let documents = documents(&[(1, &[]), (2, &[1]), (3, &[2])]);
        let way = |id, bases: &[i64]| {
            let bases: Vec<_> = bases.iter().copied().map(DocumentId).collect();
            circle(&documents, DocumentId(id), &bases)
                .map(|way| way.iter().map(|id| id.0).collect::<Vec<_>>())
        };
        assert_eq!(way(1, &[3]), Some(vec![1, 3, 2, 1]));
        assert_eq!(way(1, &[1]), Some(vec![1, 1]));
        assert_eq!(way(3, &[2, 1]), None);
    }
}
