//! Tells text of an old coding from text that is as it should be, by its words.
//!
//! Only words with letters beyond ASCII say anything: each is a Vietnamese syllable as it stands, or becomes
//! one, or neither ("Société", "50µg"). A coding is recognised where it makes more syllables than there were.

use unicode_normalization::UnicodeNormalization;

use super::{Coding, decode};
use crate::domain::syllable::{self, Reading};

/// Without a font of that coding, so many words at least have to become syllables: one alone can be
/// chance ("5 µm" would be "5 àm").
const FEWEST: usize = 2;

/// What the words of a text are, as it stands and decoded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Count {
    /// Become syllables and were none.
    gained: usize,
    /// Were syllables and would be none.
    lost: usize,
    /// None either way.
    never: usize,
}

/// True if this letter, after that one, hardly stands in a Vietnamese text of Unicode: it is worth
/// [`recognise`]. A quick sieve, for every letter of a file; it lets much through that is no old coding.
#[must_use]
pub fn is_suspicious(before: char, letter: char) -> bool {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'è' | 'é' | 'ê' | 'ú' => {
            matches!(before, 'a' | 'e' | 'A' | 'E')
        }
        'ì' | 'í' | 'ò' | 'ó' | 'ô' | 'ý' => false,
        'õ' | 'ù' => matches!(before, 'a' | 'e' | 'o' | 'u' | 'y' | 'ô'),
        'À' | 'Á' | 'Â' | 'Ã' | 'È' | 'É' | 'Ê' | 'Ú' => {
            matches!(before, 'A' | 'E') || before.is_ascii_lowercase()
        }
        'Ì' | 'Í' | 'Ò' | 'Ó' | 'Ô' | 'Ý' => before.is_ascii_lowercase(),
        'Õ' | 'Ù' => {
            matches!(before, 'A' | 'E' | 'O' | 'U' | 'Y' | 'Ô') || before.is_ascii_lowercase()
        }
        '\u{a1}'..='\u{ff}' => true,
        _ => false,
    }
}

/// The coding in which the texts of a row are written, each with the coding of its font; none where they
/// are as they should be.
#[must_use]
pub fn recognise(texts: &[(&str, Option<Coding>)]) -> Option<Coding> {
    let gain = |coding: Coding| {
        let mut sum = Count::default();
        let mut has_font = false;
        for (text, hint) in texts {
            if is_beyond(text) {
                continue;
            }
            let count = count(text, coding);
            if count.gained > count.lost {
                sum.gained += count.gained;
                sum.lost += count.lost;
                sum.never += count.never;
                has_font |= *hint == Some(coding);
            }
        }
        let enough = if has_font { 1 } else { FEWEST };
        (sum.gained >= enough && sum.gained > sum.lost + sum.never / 2)
            .then_some(sum.gained - sum.lost)
    };
    let best = Coding::ALL
        .into_iter()
        .filter_map(|coding| Some((gain(coding)?, coding)));
    // Of two alike the first counts, which `max_by_key` does not do.
    best.reduce(|best, other| if other.0 > best.0 { other } else { best })
        .map(|(_, coding)| coding)
}

/// True if a text of a row that is written in this coding has to be decoded itself.
#[must_use]
pub fn needs(text: &str, coding: Coding) -> bool {
    if text.is_ascii() || is_beyond(text) {
        return false;
    }
    let count = count(text, coding);
    count.gained > count.lost
}

/// True if a letter stands in it that no old coding can hold: it is Unicode.
fn is_beyond(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư'
            | '\u{300}'..='\u{36f}' | '\u{1ea0}'..='\u{1ef9}')
    })
}

fn count(text: &str, coding: Coding) -> Count {
    let mut count = Count::default();
    for word in text.split(|sign: char| {
        (sign.is_ascii() && !sign.is_ascii_alphanumeric())
            || sign.is_whitespace()
            || sign > '\u{17f}'
    }) {
        // A sign alone ("©", "µ") and a word with digits ("50µg", "m²") say nothing.
        if word.is_ascii() || word.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let decoded = decode(word, coding);
        let (was, becomes) = (is_syllable(word), is_syllable(&decoded));
        let is_alone = word.chars().nth(1).is_none();
        match (was, becomes) {
            (true, false) => count.lost += 1,
            (false, true) if !is_alone => count.gained += 1,
            (false, false) if !is_alone => count.never += 1,
            (true, true) | (false, true | false) => {}
        }
    }
    count
}

/// True if a word is a Vietnamese syllable as it is written, tone and case included.
fn is_syllable(word: &str) -> bool {
    // Signs where they may stand at a word: a word that begins with "®" or ends with "«" is none.
    let bare = word
        .trim_start_matches('«')
        .trim_end_matches(['»', '®', '©', '°']);
    let mut tone = None;
    let mut letters = Vec::new();
    let mut had_small = false;
    for letter in bare.chars() {
        // "chÝnh": a capital behind a small letter is no spelling.
        if letter.is_uppercase() && had_small {
            return false;
        }
        had_small |= letter.is_lowercase();
        for small in letter.to_lowercase() {
            let (rest, own) = apart(small);
            if let Some(own) = own
                && tone.replace((own, letters.len())).is_some()
            {
                return false;
            }
            letters.push(rest);
        }
    }
    let Some(parts) = syllable::parts(&letters, Reading::Exact) else {
        return false;
    };
    let bears = |(mark, place): (char, usize)| {
        let is_sharp = matches!(mark, '\u{301}' | '\u{323}');
        (is_sharp || !parts.is_stopped) && !is_misplaced(&letters, (parts.begin, parts.end), place)
    };
    parts.begin < parts.end && tone.map_or(!parts.is_stopped, bears)
}

/// True if the tone stands on a vowel that only glides off: "càu" never is "caù".
fn is_misplaced(letters: &[char], (begin, end): (usize, usize), tone: usize) -> bool {
    let is_open = end == letters.len();
    let Some([.., before, last]) = letters.get(begin..end) else {
        return false;
    };
    let glides = match last {
        'i' | 'u' | 'o' => true,
        'y' => *before != 'u',
        _ => false,
    };
    is_open && tone + 1 == end && (glides || end - begin > 2)
}

/// A letter without its tone, and the tone.
fn apart(letter: char) -> (char, Option<char>) {
    if letter.is_ascii() {
        return (letter, None);
    }
    let is_tone = |mark: &char| {
        matches!(
            mark,
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'
        )
    };
    let tone = std::iter::once(letter).nfd().find(is_tone);
    let rest = std::iter::once(letter).nfd().filter(|mark| !is_tone(mark));
    (rest.nfc().next().unwrap_or(letter), tone)
}
