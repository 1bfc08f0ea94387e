//! Texts and bytes by chance: made of the pieces that a reader knows, of samples that were damaged, and of noise.

use fastrand::Rng;

/// Pieces that break readers of any language.
const ODD: [&str; 40] = [
    "",
    " ",
    "\u{a0}",
    "\t",
    "\n",
    "\r\n",
    "\0",
    "\u{7f}",
    "\u{1b}[31m",
    "\u{9b}",
    "\u{202e}",
    "\u{200b}",
    "\u{301}",
    "\u{feff}",
    "đ",
    "Đ",
    "ﬁ",
    "İ",
    "ß",
    "ǅ",
    "漢",
    "👩\u{200d}💻",
    "١",
    "²",
    "½",
    "Ⅳ",
    "\"",
    "'",
    "\\",
    "(",
    ")",
    "<",
    ">",
    "=",
    "-",
    "--",
    "99999999999999999999",
    "-9223372036854775808",
    "0",
    "00",
];

/// A text for a reader with these words and samples.
pub fn text(dice: &mut Rng, words: &[&str], samples: &[&str]) -> String {
    match dice.u8(..10) {
        0..4 => of_pieces(dice, words),
        4..8 if !samples.is_empty() => {
            let sample = samples[dice.usize(..samples.len())];
            damaged(dice, sample, words)
        }
        // The same over and over: what takes its square in time shows.
        8 => {
            let piece = of_pieces(dice, words);
            let piece = if piece.is_empty() {
                "a"
            } else {
                piece.as_str()
            };
            piece.repeat(1 + 6_000 / piece.len())
        }
        _ => (0..dice.usize(..200)).map(|_| dice.char(..)).collect(),
    }
}

fn of_pieces(dice: &mut Rng, words: &[&str]) -> String {
    let mut text = String::new();
    for _ in 0..dice.usize(1..14) {
        match dice.u8(..8) {
            0 => text.push_str(ODD[dice.usize(..ODD.len())]),
            1 => {
                let digits = dice.u32(1..12);
                text.push_str(&dice.u64(..10_u64.pow(digits)).to_string());
            }
            2 => text.push(['/', '-', '.', ',', ';', ':'][dice.usize(..6)]),
            _ if words.is_empty() => text.push(dice.char(..)),
            _ => text.push_str(words[dice.usize(..words.len())]),
        }
        if dice.bool() {
            text.push(' ');
        }
    }
    text
}

/// The sample with some letters and words taken out, doubled, changed or put in.
fn damaged(dice: &mut Rng, sample: &str, words: &[&str]) -> String {
    let mut letters: Vec<char> = sample.chars().collect();
    for _ in 0..dice.usize(1..6) {
        let at = dice.usize(..=letters.len());
        let many = dice.usize(..8).min(letters.len() - at);
        match dice.u8(..5) {
            0 => drop(letters.drain(at..at + many)),
            1 => {
                let piece = letters[at..at + many].to_vec();
                letters.splice(at..at, piece);
            }
            2 => letters.insert(at, dice.char(..)),
            3 => {
                let odd = ODD[dice.usize(..ODD.len())];
                letters.splice(at..at, odd.chars());
            }
            _ if words.is_empty() => {}
            _ => {
                let word = words[dice.usize(..words.len())];
                letters.splice(at..at, word.chars());
            }
        }
    }
    letters.into_iter().collect()
}

/// Changes, cuts, doubles or puts in some bytes.
pub fn damage(dice: &mut Rng, bytes: &mut Vec<u8>, words: &[&[u8]]) {
    for _ in 0..dice.usize(1..8) {
        if bytes.is_empty() {
            return;
        }
        let at = dice.usize(..bytes.len());
        let many = dice.usize(1..64).min(bytes.len() - at);
        match dice.u8(..6) {
            0 => bytes[at] ^= 1 << dice.u8(..8),
            1 => bytes[at] = dice.u8(..),
            2 => drop(bytes.drain(at..at + many)),
            3 => {
                let piece = bytes[at..at + many].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                bytes.splice(at..at, words[dice.usize(..words.len())].iter().copied());
            }
            _ => bytes.truncate(at),
        }
    }
}
