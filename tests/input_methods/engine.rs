//! The input methods as seen from the terminal: which bytes they send for a text.
//!
//! The text comes first and the keys are derived from it, so nothing of the program under test is
//! needed to know what has to come out.

use unicode_normalization::UnicodeNormalization;

pub use cchc::ui::composing::Method;

/// How an input method sends.
#[derive(Debug, Clone, Copy)]
pub struct Engine {
    #[allow(dead_code)] // failures print it
    pub name: &'static str,
    pub backspace: char,
    /// Sent before a retyping, and taken back with it.
    pub filler: Option<char>,
    /// Letters and marks apart.
    pub is_decomposed: bool,
    /// Shows the word by itself, and sends it when it ends.
    pub is_late: bool,
}

const UNIKEY: Engine = Engine {
    name: "UniKey, EVKey",
    backspace: '\x08',
    filler: None,
    is_decomposed: false,
    is_late: false,
};

/// Every way of sending that we know of.
pub const ENGINES: [Engine; 8] = [
    UNIKEY,
    Engine {
        name: "UniKey in PuTTY, ibus-bamboo",
        backspace: '\x7f',
        ..UNIKEY
    },
    Engine {
        name: "OpenKey",
        backspace: '\x7f',
        filler: Some('\u{202f}'),
        ..UNIKEY
    },
    Engine {
        name: "OpenKey, Windows",
        filler: Some('\u{202f}'),
        ..UNIKEY
    },
    Engine {
        name: "OpenKey, zero width",
        backspace: '\x7f',
        filler: Some('\u{200c}'),
        ..UNIKEY
    },
    Engine {
        name: "UniKey, decomposed",
        is_decomposed: true,
        ..UNIKEY
    },
    Engine {
        name: "Windows Telex, ibus-bamboo with pre-edit",
        is_late: true,
        ..UNIKEY
    },
    Engine {
        name: "macOS, decomposed",
        is_late: true,
        is_decomposed: true,
        ..UNIKEY
    },
];

/// When the tone is struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Behind its vowel.
    AtOnce,
    /// At the end of the word.
    Last,
}

const TONES: [char; 5] = ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];

/// The keys of a letter: what it is without its tone and how that is struck; then the tone.
fn keys_of(letter: char, method: Method) -> (char, Vec<char>, Option<char>) {
    let marks: Vec<char> = letter.nfd().collect();
    let tone = marks
        .iter()
        .find_map(|mark| TONES.iter().position(|tone| tone == mark));
    let plain: String = marks
        .iter()
        .copied()
        .filter(|mark| !TONES.contains(mark))
        .nfc()
        .collect();
    let plain = plain.chars().next().unwrap_or(letter);
    let base = match plain {
        'đ' => 'd',
        'Đ' => 'D',
        _ => marks[0],
    };
    let telex = method == Method::Telex;
    let shape = match plain.to_lowercase().next().unwrap_or(plain) {
        'đ' if telex => Some('d'),
        'đ' => Some('9'),
        'â' | 'ê' | 'ô' if telex => Some(base.to_ascii_lowercase()),
        'â' | 'ê' | 'ô' => Some('6'),
        'ơ' | 'ư' | 'ă' if telex => Some('w'),
        'ơ' | 'ư' => Some('7'),
        'ă' => Some('8'),
        _ => None,
    };
    let tones = if telex { "sfrxj" } else { "12345" };
    let tone = tone.and_then(|place| tones.chars().nth(place));
    (plain, [base].into_iter().chain(shape).collect(), tone)
}

/// Each key of a word, with what the input method shows after it.
fn shown(word: &str, method: Method, tone_at: Tone) -> Vec<(char, String)> {
    let mut steps = Vec::new();
    let (mut so_far, mut last) = (String::new(), None);
    for letter in word.chars() {
        let (plain, keys, tone) = keys_of(letter, method);
        let before = so_far.clone();
        so_far.push(plain);
        let mut shapes = keys.iter();
        if let Some(base) = shapes.next() {
            let is_shaped = keys.len() > 1;
            steps.push((
                *base,
                format!("{before}{}", if is_shaped { *base } else { plain }),
            ));
        }
        steps.extend(shapes.map(|key| (*key, so_far.clone())));
        if let (Some(key), Tone::AtOnce) = (tone, tone_at) {
            so_far = format!("{before}{letter}");
            steps.push((key, so_far.clone()));
        }
        last = last.or(tone);
    }
    if let (Some(key), Tone::Last) = (last, tone_at) {
        steps.push((key, word.to_owned()));
    }
    steps
}

impl Engine {
    /// What one key makes it send: what it takes back, and what it writes instead.
    pub fn retype(&self, before: &str, after: &str) -> String {
        let same = before
            .chars()
            .zip(after.chars())
            .take_while(|(a, b)| a == b)
            .count();
        let gone = before.chars().count() - same;
        let new: String = after.chars().skip(same).collect();
        let new = if self.is_decomposed {
            new.nfd().collect()
        } else {
            new
        };
        let filler = self.filler.filter(|_| gone > 0);
        let backspaces = gone + usize::from(filler.is_some());
        let mut sent: String = filler.into_iter().collect();
        sent.extend(std::iter::repeat_n(self.backspace, backspaces));
        sent + &new
    }

    /// The bytes of a text, key by key.
    pub fn strikes(&self, text: &str, method: Method, tone_at: Tone) -> Vec<Vec<u8>> {
        let mut strikes = Vec::new();
        let mut word = String::new();
        for letter in text.chars().chain(['\0']) {
            if letter.is_alphabetic() {
                word.push(letter);
                continue;
            }
            let mut before = String::new();
            let steps = if self.is_late {
                Vec::new()
            } else {
                shown(&word, method, tone_at)
            };
            for (_, after) in steps {
                strikes.push(self.retype(&before, &after).into_bytes());
                before = after;
            }
            let mut end = if self.is_late {
                self.retype("", &word)
            } else {
                String::new()
            };
            end.extend((letter != '\0').then_some(letter));
            strikes.push(end.into_bytes());
            word.clear();
        }
        strikes
    }
}

/// The keys of a text, for people without an input method.
pub fn keys(text: &str, method: Method, tone_at: Tone) -> String {
    let words = text.split_inclusive(|letter: char| !letter.is_alphabetic());
    let keys = words.flat_map(|piece| {
        let word = piece.trim_end_matches(|letter: char| !letter.is_alphabetic());
        let keys: String = shown(word, method, tone_at)
            .into_iter()
            .map(|(key, _)| key)
            .collect();
        [keys, piece.chars().skip(word.chars().count()).collect()]
    });
    keys.collect()
}

/// The words of the program's own lists: some hundreds, all of them Vietnamese.
pub fn text() -> String {
    let lists = [
        include_str!("../../assets/agencies.csv"),
        include_str!("../../assets/areas.csv"),
        "tôi gõ tiếng Việt, đường được thuở huơ quý giếng khuỷu nguyễn quyền ngoằn xoong",
    ];
    let words = lists
        .iter()
        .flat_map(|list| list.split(|letter: char| !letter.is_alphabetic()));
    let is_whole = |word: &&str| word.chars().skip(1).all(char::is_lowercase);
    let is_marked = |word: &&str| !word.is_ascii();
    let mut words: Vec<&str> = words.filter(is_whole).filter(is_marked).collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}
