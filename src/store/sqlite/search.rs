//! Full-text search over the folded texts, in two ways that find the same: the index where the words
//! are rare, reading along another index where they are common.

use crate::domain::fold::fold;

/// The tasks that match the expression `?1`.
pub(in crate::store) const MATCHING: &str = "SELECT rowid FROM task_fts WHERE task_fts MATCH ?1";

/// What is searched of a task: folded, one blank around every word, so that a word is found with its
/// blanks and the beginning of a word with the one before it.
pub(in crate::store) fn searched<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::from(" ");
    for part in parts {
        let folded = fold(part);
        if !folded.is_empty() {
            text.push_str(&folded);
            text.push(' ');
        }
    }
    text
}

/// Words in a row that one looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Phrase {
    words: String,
    /// The last word may go on.
    is_open: bool,
}

impl Phrase {
    /// The texts of a filter: all of them, each in one of its forms. Texts without a letter pass.
    pub fn all_of(texts: &[Vec<String>]) -> Vec<Vec<Self>> {
        let last = texts.len().saturating_sub(1);
        let forms = texts.iter().enumerate().map(|(place, forms)| {
            let phrases = forms
                .iter()
                .map(|form| Self::new(fold(form), place == last));
            phrases.filter(|phrase| !phrase.words.is_empty()).collect()
        });
        forms
            .filter(|forms: &Vec<Self>| !forms.is_empty())
            .collect()
    }

    fn new(words: String, is_last: bool) -> Self {
        // One letter begins a tenth of all words: it stands for itself.
        let tail = words
            .rsplit(' ')
            .next()
            .map_or(0, |word| word.chars().count());
        Self {
            words,
            is_open: is_last && tail >= 2,
        }
    }

    /// What stands in the searched text where the phrase does.
    pub fn needle(&self) -> String {
        let end = if self.is_open { "" } else { " " };
        format!(" {}{end}", self.words)
    }
}

/// The expression for [`MATCHING`].
pub(in crate::store) fn expression(texts: &[Vec<Phrase>]) -> String {
    let one = |phrase: &Phrase| {
        let star = if phrase.is_open { " *" } else { "" };
        format!("\"{}\"{star}", phrase.words.replace('"', ""))
    };
    let forms = |forms: &Vec<Phrase>| {
        let forms: Vec<String> = forms.iter().map(one).collect();
        format!("({})", forms.join(" OR "))
    };
    let all: Vec<String> = texts.iter().map(forms).collect();
    all.join(" AND ")
}

/// The condition that the searched text holds a needle, given as this placeholder.
pub(in crate::store) fn holds(placeholder: &str) -> String {
    format!("instr(search, {placeholder}) > 0")
}
