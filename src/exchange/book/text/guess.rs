//! What a text file does not say of itself: its encoding, and the sign that parts its cells.

use std::str::Utf8Error;

use unicode_normalization::UnicodeNormalization;

use super::super::record::Record;
use super::split::Splitter;
use crate::domain::error::FileFault;
use crate::domain::syllable::{self, Reading};
use crate::exchange::annex::is_heading;

/// The signs that part cells, the likeliest first.
pub(super) const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The header stands within so many records; title blocks are shorter.
const LOOKED_AT: usize = 60;

/// So many signs of an old coding are no accident.
const FEWEST_SIGNS: usize = 3;

/// How the bytes of a file are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    Utf8 { mark: u64 },
    Utf16Le { mark: u64 },
    Utf16Be { mark: u64 },
    Windows1258,
    Windows1252,
}

/// Judges the beginning of a file.
pub(super) fn encoding(sample: &[u8]) -> Result<Guess, FileFault> {
    if sample.starts_with(b"\xef\xbb\xbf") {
        return Ok(Guess::Utf8 { mark: 3 });
    }
    if sample.starts_with(b"\xff\xfe") {
        return Ok(Guess::Utf16Le { mark: 2 });
    }
    if sample.starts_with(b"\xfe\xff") {
        return Ok(Guess::Utf16Be { mark: 2 });
    }
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    // A few zeros in a text are damage, of which the reading will say the line.
    if zeros > 0 && (zeros * 100 > sample.len() || std::str::from_utf8(sample).is_err()) {
        return by_zeros(sample).ok_or(FileFault::NotText);
    }
    let error = match std::str::from_utf8(sample) {
        Ok(_) => return Ok(Guess::Utf8 { mark: 0 }),
        // The sample, or a file that was cut off, ends within a letter.
        Err(error) if error.error_len().is_none() => return Ok(Guess::Utf8 { mark: 0 }),
        Err(error) => error,
    };
    if is_damaged_utf8(sample) {
        return Err(not_utf8(sample, error));
    }
    let signs = old_signs(
        &encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(sample)
            .0,
    );
    let (right, wrong) = marked_words(&vietnamese(sample));
    if right > 0 && right >= 4 * (wrong + signs.tcvn3) {
        return Ok(Guess::Windows1258);
    }
    if signs.tcvn3.max(signs.vni) >= FEWEST_SIGNS {
        return Ok(Guess::Windows1252);
    }
    Err(not_utf8(sample, error))
}

fn not_utf8(sample: &[u8], error: Utf8Error) -> FileFault {
    let sound = sample.get(..error.valid_up_to()).unwrap_or_default();
    let line = sound.iter().filter(|byte| **byte == b'\n').count() + 1;
    FileFault::NotUtf8 {
        line: u64::try_from(line).unwrap_or(u64::MAX),
    }
}

/// True where most letters are UTF-8 still: other encodings make such letters by rare accident only.
fn is_damaged_utf8(sample: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        sound += chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken
}

/// UTF-16 without a mark shows by the zeros of its plain letters, all on one side.
fn by_zeros(sample: &[u8]) -> Option<Guess> {
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    let pairs = sample.len() / 2;
    if odd * 3 > pairs && even * 20 < odd {
        Some(Guess::Utf16Le { mark: 0 })
    } else if even * 3 > pairs && odd * 20 < even {
        Some(Guess::Utf16Be { mark: 0 })
    } else {
        None
    }
}

fn vietnamese(sample: &[u8]) -> String {
    let (text, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(sample);
    text.nfc().collect()
}

/// How many words with marks are Vietnamese syllables, and how many are none.
fn marked_words(text: &str) -> (usize, usize) {
    let mut right = 0;
    let mut wrong = 0;
    for word in text.split(|letter: char| !letter.is_alphabetic()) {
        if word.is_ascii() {
            continue;
        }
        let bare = without_tone(word);
        if syllable::parts(&bare, Reading::Exact).is_some() {
            right += 1;
        } else {
            wrong += 1;
        }
    }
    (right, wrong)
}

/// The letters of a word in small, its tone taken off.
fn without_tone(word: &str) -> Vec<char> {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    word.to_lowercase()
        .nfd()
        .filter(|letter| !TONES.contains(letter))
        .nfc()
        .collect()
}

struct Signs {
    tcvn3: usize,
    vni: usize,
}

/// Letters that old codings leave where they are read as Western ones (DOMAIN 7.1).
fn old_signs(text: &str) -> Signs {
    let mut signs = Signs { tcvn3: 0, vni: 0 };
    let mut before = ' ';
    for letter in text.chars() {
        if before.is_ascii_alphabetic() && "¸µ¶·¹®©ª«¬\u{ad}¨".contains(letter) {
            signs.tcvn3 += 1;
        }
        if "aeouyAEOUY".contains(before) && "ùøûõïâêáàåãäéèúüëÙØÛÕÏÂÊÁÀÅÃÄÉÈÚÜË".contains(letter)
        {
            signs.vni += 1;
        }
        before = letter;
    }
    signs
}

/// Under which sign a known header shows, or else which one parts most rows alike.
pub(super) fn delimiter(text: &str) -> u8 {
    let known = DELIMITERS.map(|sign| (sign, headings(&beginning(text, sign))));
    let most = known
        .iter()
        .map(|(_, many)| *many)
        .max()
        .unwrap_or_default();
    if most >= 2 {
        return first_with(&known, most);
    }
    let alike = DELIMITERS.map(|sign| (sign, rows_alike(&beginning(text, sign))));
    let most = alike
        .iter()
        .map(|(_, many)| *many)
        .max()
        .unwrap_or_default();
    first_with(&alike, most)
}

fn first_with(found: &[(u8, usize)], most: usize) -> u8 {
    let best = found.iter().find(|(_, many)| *many == most);
    best.map_or(b',', |(sign, _)| *sign)
}

fn beginning(text: &str, sign: u8) -> Vec<Record> {
    let mut splitter = Splitter::new(text.as_bytes(), sign, false, 1);
    std::iter::from_fn(|| splitter.next_record().ok().flatten())
        .take(LOOKED_AT)
        .collect()
}

/// The most headings that a row has.
fn headings(records: &[Record]) -> usize {
    let known = |record: &Record| {
        let cells = record.cells.iter();
        cells.filter(|cell| is_heading(&cell.text)).count()
    };
    records.iter().map(known).max().unwrap_or_default()
}

/// How many rows have the commonest number of cells, where that is more than one.
fn rows_alike(records: &[Record]) -> usize {
    let like = |one: &Record| {
        let many = one.cells.len();
        let alike = records.iter().filter(|other| other.cells.len() == many);
        if many > 1 { alike.count() } else { 0 }
    };
    records.iter().map(like).max().unwrap_or_default()
}
