//! Finding as one types: the line below the list, and what its letters ask for.

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::fold::fold;
use crate::domain::query::Query;

/// The text that is being found.
#[derive(Debug, Default)]
pub(super) struct Find {
    text: String,
}

impl Find {
    /// As typed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// One letter more.
    pub(super) fn write(&mut self, letter: char) {
        self.text.push(letter);
    }

    /// One letter less; false where there is none.
    pub(super) fn erase(&mut self) -> bool {
        let last = self.text.grapheme_indices(true).next_back();
        let Some((place, _)) = last else {
            return false;
        };
        self.text.truncate(place);
        true
    }

    /// Begins with a text that was found before.
    pub(super) fn recall(&mut self, text: &str) {
        text.clone_into(&mut self.text);
    }

    /// No letters.
    pub(super) fn erase_all(&mut self) {
        self.text.clear();
    }

    /// Adds to a query that every word has to occur, in any order; the last one may go on.
    pub(super) fn narrow(&self, query: &mut Query) {
        for word in self.text.split_whitespace() {
            let folded = fold(word);
            if !folded.is_empty() {
                query.filter.texts.push(vec![folded]);
                query.filter.typed.push(word.to_owned());
            }
        }
    }
}
