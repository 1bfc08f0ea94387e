//! Cuts the line into terms: keys with their values, quoted phrases, bare words.

use super::FilterFault;
use super::near;
use super::vocabulary::{KEYS, Key};
use crate::domain::fold::fold;

/// How a key and its value hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `:` or `=`.
    Is,
    /// `<`.
    Before,
    /// `<=`.
    Until,
    /// `>`.
    After,
    /// `>=`.
    From,
}

/// A piece of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A word without a key or quotes.
    Bare(String),
    /// Words in quotes.
    Quoted(String),
    /// A key and its values, as typed; commas separate them.
    Keyed(Key, Sign, Vec<String>),
}

/// Signs, the longer before the shorter.
const SIGNS: &[(&str, Sign)] = &[
    ("<=", Sign::Until),
    (">=", Sign::From),
    ("≤", Sign::Until),
    ("≥", Sign::From),
    ("<", Sign::Before),
    (">", Sign::After),
    (":", Sign::Is),
    ("=", Sign::Is),
];

const QUOTES: [char; 3] = ['"', '“', '”'];

/// Cuts the line. A quote that is not closed ends with the line, since somebody may still be typing.
///
/// # Errors
/// A key that nobody knows, or a known one that nothing follows.
pub fn cut(line: &str) -> Result<Vec<Term>, FilterFault> {
    let mut terms = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let (term, after) = next(rest)?;
        terms.extend(term);
        rest = after.trim_start();
    }
    Ok(terms)
}

fn next(rest: &str) -> Result<(Option<Term>, &str), FilterFault> {
    if let Some(inside) = rest.strip_prefix(QUOTES) {
        let (text, after) = inside.split_once(QUOTES).unwrap_or((inside, ""));
        let text = text.trim();
        return Ok((
            (!text.is_empty()).then(|| Term::Quoted(text.to_owned())),
            after,
        ));
    }
    let end = rest.find(|letter: char| letter.is_whitespace() || QUOTES.contains(&letter));
    let mut end = end.unwrap_or(rest.len());
    // "hạn < 30/6" with blanks is the same as without, where a known key stands before.
    let beyond = rest.get(end..).unwrap_or_default().trim_start();
    if known_key(rest.get(..end).unwrap_or_default()).is_some() && sign_at(beyond).is_some() {
        end = rest.len() - beyond.len() + 1;
    }
    let word = rest.get(..end).unwrap_or_default();
    let Some((place, length, sign)) = first_sign(word) else {
        let after = rest.get(end..).unwrap_or_default();
        return Ok((Some(Term::Bare(word.to_owned())), after));
    };
    let name = word.get(..place).unwrap_or_default().trim();
    let Some(key) = known_key(name) else {
        // A time or a number with a colon is text; a word before a colon is meant as a key.
        if name.is_empty() || name.starts_with(|letter: char| letter.is_ascii_digit()) {
            let after = rest.get(end..).unwrap_or_default();
            return Ok((Some(Term::Bare(word.to_owned())), after));
        }
        return Err(FilterFault::UnknownKey {
            word: name.to_owned(),
            nearest: near::nearest(name, KEYS.iter().flat_map(|row| [row.word, row.english])),
        });
    };
    let (mut place, mut length, mut sign) = (place, length, sign);
    // The second half of "<=" may lie behind what was taken for the word.
    if let Some(found) = rest.get(place..).and_then(sign_at) {
        (length, sign) = found;
    }
    place += length;
    let (values, after) = values(rest.get(place..).unwrap_or_default());
    if values.is_empty() {
        return Err(FilterFault::MissingValue { key });
    }
    Ok((Some(Term::Keyed(key, sign, values)), after))
}

/// Values behind a sign: quoted or up to the next blank, as long as commas go on; "quý 2/2023" and
/// "tháng 6" keep their second word.
fn values(rest: &str) -> (Vec<String>, &str) {
    let mut values = Vec::new();
    let mut rest = rest.trim_start();
    loop {
        let (value, after) = value(rest);
        if !value.is_empty() {
            values.push(value);
        }
        rest = after;
        let Some(next) = rest.strip_prefix([',', ';']) else {
            return (values, rest);
        };
        rest = next.trim_start();
    }
}

fn value(rest: &str) -> (String, &str) {
    if let Some(inside) = rest.strip_prefix(QUOTES) {
        let (text, after) = inside.split_once(QUOTES).unwrap_or((inside, ""));
        return (text.trim().to_owned(), after);
    }
    let is_end = |letter: char| letter.is_whitespace() || [',', ';', '"'].contains(&letter);
    let end = rest.find(is_end).unwrap_or(rest.len());
    let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    if matches!(fold(word).as_str(), "quy" | "thang" | "nam") {
        let next = after.trim_start();
        if next.starts_with(|letter: char| letter.is_ascii_digit() || "IViv".contains(letter)) {
            let end = next.find(is_end).unwrap_or(next.len());
            let (number, after) = next.split_at_checked(end).unwrap_or((next, ""));
            return (format!("{word} {number}"), after);
        }
    }
    (word.to_owned(), after)
}

/// The key of that word, in either language.
pub fn known_key(word: &str) -> Option<Key> {
    let word = fold(word);
    KEYS.iter()
        .find(|row| {
            fold(row.word) == word || row.english == word || row.also.contains(&word.as_str())
        })
        .map(|row| row.key)
}

fn sign_at(text: &str) -> Option<(usize, Sign)> {
    SIGNS
        .iter()
        .find(|(sign, _)| text.starts_with(sign))
        .map(|(text, sign)| (text.len(), *sign))
}

fn first_sign(word: &str) -> Option<(usize, usize, Sign)> {
    word.char_indices().find_map(|(place, _)| {
        let (length, sign) = sign_at(word.get(place..)?)?;
        Some((place, length, sign))
    })
}
