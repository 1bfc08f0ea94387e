//! Numbers as offices write them: "05", "05 (năm)", "ba mươi", "mười hai".

use super::tokens::Cursor;

const UNITS: [(&str, u32); 11] = [
    ("mot", 1),
    ("hai", 2),
    ("ba", 3),
    ("bon", 4),
    ("tu", 4),
    ("nam", 5),
    ("sau", 6),
    ("bay", 7),
    ("tam", 8),
    ("chin", 9),
    ("nhat", 1),
];

fn unit(at: &mut Cursor<'_>) -> Option<u32> {
    UNITS
        .iter()
        .find(|(word, _)| at.phrase(word))
        .map(|(_, value)| *value)
}

/// Reads a number in words, one to ninety-nine.
pub(super) fn in_words(at: &mut Cursor<'_>) -> Option<u32> {
    if at.phrase("muoi") {
        return Some(10 + after_ten(at));
    }
    let first = unit(at)?;
    if at.phrase("muoi") {
        return Some(first * 10 + after_ten(at));
    }
    Some(first)
}

/// The unit after a ten; "mười năm" is left as ten years where years are what follows.
fn after_ten(at: &mut Cursor<'_>) -> u32 {
    let mut ahead = *at;
    if at.phrase("lam") {
        return 5;
    }
    match unit(&mut ahead) {
        Some(5) if at.rest.first().is_some_and(|token| token.is("nam")) && !sees_unit(ahead) => 0,
        Some(value) => {
            *at = ahead;
            value
        }
        None => 0,
    }
}

fn sees_unit(mut at: Cursor<'_>) -> bool {
    at.any(&["ngay", "tuan", "thang", "quy", "nam"])
}

/// Reads how many: digits, digits repeated in words in brackets, or words.
pub(super) fn count(at: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *at;
    let value = match ahead.number() {
        Some((value, digits)) if digits <= 3 => value,
        Some(_) => return None,
        // "Tư" is also "từ"; nobody counts days with it.
        None if ahead
            .rest
            .first()
            .is_some_and(|token| token.is("tu") || token.is("nhat")) =>
        {
            return None;
        }
        None => in_words(&mut ahead)?,
    };
    let mut words = ahead;
    if words.sign('(') && in_words(&mut words).is_some() && words.sign(')') {
        ahead = words;
    }
    *at = ahead;
    Some(value)
}
