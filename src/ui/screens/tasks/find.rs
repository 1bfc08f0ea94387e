//! Finding as one types: the line below the list, and what its letters ask for.

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::filter::describe;
use crate::domain::fold::fold;
use crate::domain::query::{Filter, Query};
use crate::domain::synonyms::expand;
use crate::ui::canvas::width;
use crate::ui::composing::Method;
use crate::ui::screen::Ui;
use crate::ui::widgets::field::Field;

/// The name under which texts are remembered.
pub(super) const FIELD: &str = "find";

/// More letters than anybody looks for.
const LIMIT: usize = 300;

/// The text that is being found.
#[derive(Debug)]
pub(super) struct Find {
    field: Field,
}

impl Default for Find {
    fn default() -> Self {
        Self {
            field: Field::new(LIMIT),
        }
    }
}

impl Find {
    /// As typed.
    pub(super) fn text(&self) -> String {
        self.field.raw()
    }

    /// The end of the text, as far as it fits behind its label with the cursor after it.
    pub(super) fn shown(&self, wide: usize, label: &str) -> String {
        let text = self.field.raw();
        let room = wide.saturating_sub(width(label) + 3);
        if width(&text) <= room {
            return text;
        }
        let mut from = text.len();
        for (place, _) in text.grapheme_indices(true).rev() {
            if width(text.get(place..).unwrap_or_default()) + 1 > room {
                break;
            }
            from = place;
        }
        format!("‹{}", text.get(from..).unwrap_or_default())
    }

    /// One letter more.
    pub(super) fn write(&mut self, letter: char, composing: Option<Method>) {
        self.field.write(letter, composing);
    }

    /// One letter less; false where there is none.
    pub(super) fn erase(&mut self) -> bool {
        self.field.erase()
    }

    /// Begins with a text that was found before.
    pub(super) fn recall(&mut self, text: &str) {
        self.field.set(text);
    }

    /// No letters.
    pub(super) fn erase_all(&mut self) {
        self.field.set("");
    }

    /// Adds to a query that every word has to occur, in any order, or what means the same; the last one
    /// may go on.
    pub(super) fn narrow(&self, query: &mut Query) {
        let filter = self.filter();
        query.filter.texts.extend(filter.texts);
        query.filter.typed.extend(filter.typed);
    }

    /// What is being found, in the words of the filter.
    pub(super) fn words(&self, ui: &Ui) -> String {
        describe(&self.filter(), &ui.filter_context())
    }

    fn filter(&self) -> Filter {
        let typed: Vec<String> = self
            .text()
            .split_whitespace()
            .filter(|word| !fold(word).is_empty())
            .map(str::to_owned)
            .collect();
        let folded: Vec<String> = typed.iter().map(|word| fold(word)).collect();
        let words: Vec<&str> = folded.iter().flat_map(|word| word.split(' ')).collect();
        Filter {
            texts: expand(&words),
            typed,
            ..Filter::default()
        }
    }
}
