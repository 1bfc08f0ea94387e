//! Cuts a cell into words and remembers what stood between them.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::domain::fold::{clean, fold};

/// What stands after a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing that parts: a space, a dot, `&`, a hyphen inside a name.
    Space,
    /// A dash between spaces; parts agencies, but stands in names too.
    Dash,
    /// A comma; the same.
    Comma,
    /// A line break; the same.
    Line,
    /// A slash; parts agencies, joins the words of a group ("sở/ngành").
    Slash,
    /// A semicolon, plus, bracket, colon, bullet, or the end of the cell.
    Hard,
}

/// A word of a cell.
#[derive(Debug)]
pub(super) struct Word {
    /// Folded; a final y is i, for Quy and Qui are one (DOMAIN 4.3).
    pub key: String,
    /// The key and the sorted accents, so that hoá and hóa are one and hoa is another.
    pub accents: String,
    /// Where it stands in the text.
    pub place: Range<usize>,
    /// What follows it.
    pub gap: Gap,
    /// True if it can be read as initials: capitals, or no vowels at all.
    pub may_be_initials: bool,
}

/// A cell in words.
#[derive(Debug)]
pub(super) struct Words {
    text: String,
    words: Vec<Word>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        // Line breaks part agencies, so cleaning, which makes them spaces, goes line by line.
        let lines: Vec<String> = text
            .lines()
            .map(clean)
            .filter(|line| !line.is_empty())
            .collect();
        let text = lines.join("\n");
        let mut words: Vec<Word> = Vec::new();
        let mut begin = None;
        let ends = text
            .char_indices()
            .map(|(at, letter)| (at, letter.is_alphanumeric()));
        for (at, is_letter) in ends.chain([(text.len(), false)]) {
            match (begin, is_letter) {
                (None, true) => begin = Some(at),
                (Some(start), false) => {
                    words.extend(word(&text, start..at));
                    begin = None;
                }
                (None, false) | (Some(_), true) => {}
            }
        }
        let starts: Vec<usize> = words.iter().skip(1).map(|word| word.place.start).collect();
        for (word, next) in words.iter_mut().zip(starts) {
            word.gap = text.get(word.place.end..next).map_or(Gap::Hard, gap);
        }
        Self { text, words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &[Word] {
        self.words.get(range).unwrap_or_default()
    }

    /// The key of a word, empty beyond the end.
    pub(super) fn key(&self, at: usize) -> &str {
        self.get(at).map_or("", |word| &word.key)
    }

    /// What stands before a word; the start of the cell parts as its end does.
    pub(super) fn gap_before(&self, at: usize) -> Gap {
        at.checked_sub(1)
            .and_then(|before| self.get(before))
            .map_or(Gap::Hard, |word| word.gap)
    }

    /// True if an agency can end before this word and another begin.
    pub(super) fn is_boundary(&self, at: usize) -> bool {
        self.gap_before(at) != Gap::Space
            || super::lists::is_trailing_part(self, at)
            || self.is_and(at)
            || at.checked_sub(1).is_some_and(|before| self.is_and(before))
    }

    /// True for "và", which parts agencies and stands in names.
    pub(super) fn is_and(&self, at: usize) -> bool {
        self.key(at) == "va"
    }

    /// The text of some words as written.
    pub(super) fn text(&self, range: Range<usize>) -> &str {
        let words = self.slice(range);
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return "";
        };
        self.text
            .get(first.place.start..last.place.end)
            .unwrap_or_default()
    }

    /// True if no letter of the cell has an accent.
    pub(super) fn is_plain(&self) -> bool {
        self.text.is_ascii()
    }
}

fn word(text: &str, place: Range<usize>) -> Option<Word> {
    let written = text.get(place.clone())?;
    let key = key(written);
    let has_capitals_only = written.chars().all(|letter| !letter.is_lowercase());
    let has_vowel = key.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let may_be_initials = (has_capitals_only || !has_vowel) && key.chars().all(char::is_alphabetic);
    let accents = if written.is_ascii() {
        key.clone()
    } else {
        accents(written, &key)
    };
    (!key.is_empty()).then_some(Word {
        key,
        accents,
        place,
        gap: Gap::Hard,
        may_be_initials,
    })
}

/// The form in which words of cells and of names are compared.
pub(super) fn key(word: &str) -> String {
    let mut key: String = fold(word).chars().filter(|letter| *letter != ' ').collect();
    if key.ends_with('y') {
        key.pop();
        key.push('i');
    }
    key
}

fn accents(word: &str, key: &str) -> String {
    let lower = word.to_lowercase();
    let mut marks: Vec<char> = lower
        .nfd()
        .filter(|letter| matches!(letter, '\u{300}'..='\u{36f}' | 'đ'))
        .collect();
    marks.sort_unstable();
    key.chars().chain(marks).collect()
}

fn gap(between: &str) -> Gap {
    let has = |letters: &[char]| between.contains(letters);
    if has(&[';', '+', '(', ')', '[', ']', ':', '•', '*', '|', '·']) {
        Gap::Hard
    } else if has(&['\n']) {
        Gap::Line
    } else if has(&[',', '、']) {
        Gap::Comma
    } else if has(&['/', '\\']) {
        Gap::Slash
    } else if has(&['-', '–', '—']) && between.starts_with(' ') {
        Gap::Dash
    } else {
        Gap::Space
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_what_stands_between_them() {
        let words = Words::of("Sở TT&TT - Q.1, A/B\n C; KCX-KCN");
        let gaps: Vec<(&str, Gap)> = (0..words.len())
            .filter_map(|at| words.get(at).map(|word| (word.key.as_str(), word.gap)))
            .collect();
        assert_eq!(
            gaps,
            [
                ("so", Gap::Space),
                ("tt", Gap::Space),
                ("tt", Gap::Dash),
                ("q", Gap::Space),
                ("1", Gap::Comma),
                ("a", Gap::Slash),
                ("b", Gap::Line),
                ("c", Gap::Hard),
                ("kcx", Gap::Space),
                ("kcn", Gap::Hard),
            ]
        );
    }

    #[test]
    fn the_place_of_a_tone_and_final_y_are_no_difference() {
        let word = |text: &str| {
            Words::of(text)
                .words
                .into_iter()
                .map(|word| word.accents)
                .collect::<Vec<_>>()
        };
        assert_eq!(word("hoá Uỷ Quý"), word("hóa Ủy Quí"));
        assert_ne!(word("Thạnh"), word("Thanh"));
        assert_ne!(word("đan"), word("dan"));
    }
}
