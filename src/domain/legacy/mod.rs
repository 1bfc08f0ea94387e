//! Codings of the nineties, in which old files of the offices still hold their text (DOMAIN 7.1).
//!
//! Such a text arrives as other letters: "C¶i c¸ch" or "Caûi caùch". It is decoded only where that makes
//! Vietnamese of what was none; what is Vietnamese already is never touched.

mod recognise;
mod tcvn3;
mod vni;

use serde::{Deserialize, Serialize};

pub use recognise::{is_suspicious, needs, recognise};

/// A coding that is not Unicode: its letters arrive as other letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coding {
    /// TCVN3 (ABC): fonts `.VnTime`, `.VnArial`; one byte a letter.
    Tcvn3,
    /// VNI-Windows: fonts `VNI-Times`; a letter and its mark are two characters.
    Vni,
}

impl Coding {
    /// Every coding.
    pub const ALL: [Self; 2] = [Self::Tcvn3, Self::Vni];
}

/// The text in Unicode. What the coding does not know stays as it is.
///
/// TCVN3 has no capital letters with tones: they are those of the fonts `.VnTimeH`, whose text is stored in
/// small letters. Where the other letters of a word are capitals, these become capitals too; a text that
/// only its font shows in capitals stays in small letters.
#[must_use]
pub fn decode(text: &str, coding: Coding) -> String {
    match coding {
        Coding::Tcvn3 => tcvn3::decode(text),
        Coding::Vni => vni::decode(text),
    }
}

/// What Windows shows where Latin-1 has control characters: quotation marks, dashes, three dots.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The sign that Windows shows for a control character between 0x80 and 0x9F; others as they are.
fn windows_sign(letter: char) -> char {
    let place = u32::from(letter).checked_sub(0x80);
    place
        .and_then(|place| WINDOWS.get(usize::try_from(place).ok()?).copied())
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests;
