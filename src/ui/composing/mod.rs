//! Composes Vietnamese from the plain keys of one word, by Telex or VNI, for terminals without an
//! input method.
//!
//! Enters: the field, with what stands in the word and the keys struck since. Pure: the same keys give
//! the same word, however they came. What is no Vietnamese syllable stays as it was typed (`windows`,
//! `UBND`, `9125`), and only what the person sees marked can be unmarked by striking again.
//!
//! Tones stand where the official names have them: Ủy ban, hóa (DOMAIN 7.3); finding ignores it.
//! Brackets are brackets: `w` makes ơ and ư, and texts of decisions do have brackets.
//!
//! Why our own: the ready-made crate cannot type NĐ-CP, loses the marks of letters that are there
//! already, and makes `ủe` of `user`.

mod key;
mod letter;
mod word;

use word::Word;

/// How the person spells what the keyboard lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// `dd` is đ, `as` is á. What nearly everyone uses.
    #[default]
    Telex,
    /// `d9` is đ, `a1` is á.
    Vni,
}

impl Method {
    /// A stable name: `telex`, `vni`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Telex => "telex",
            Self::Vni => "vni",
        }
    }

    /// Every way of typing.
    pub const ALL: [Self; 2] = [Self::Telex, Self::Vni];

    /// The way of typing of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }

    /// The way of typing after this one: off, Telex, VNI, and off again.
    #[must_use]
    pub const fn next(now: Option<Self>) -> Option<Self> {
        match now {
            None => Some(Self::Telex),
            Some(Self::Telex) => Some(Self::Vni),
            Some(Self::Vni) => None,
        }
    }

    /// What it is called everywhere.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Telex => "TELEX",
            Self::Vni => "VNI",
        }
    }

    /// True for a key that can belong to a word; `is_begun` where one has begun.
    #[must_use]
    pub fn takes(self, key: char, is_begun: bool) -> bool {
        let is_digit = self == Self::Vni && is_begun && key.is_ascii_digit();
        key.is_ascii_alphabetic() || is_digit
    }
}

/// The word that these keys make behind the letters that stand already.
#[must_use]
pub fn compose(given: &str, keys: &[char], method: Method) -> String {
    let as_typed = || given.chars().chain(keys.iter().copied()).collect();
    if given.is_empty() && is_address(keys, method) {
        return as_typed();
    }
    let mut word = Word::of(given);
    for key in keys {
        word.strike(*key, method);
    }
    word.text()
        .or_else(|| abbreviation(given, keys, method))
        .unwrap_or_else(as_typed)
}

/// `www`: nobody takes back a ư to type it again.
fn is_address(keys: &[char], method: Method) -> bool {
    let is_w = |key: &char| key.eq_ignore_ascii_case(&'w');
    method == Method::Telex && keys.len() > 2 && keys.iter().take(3).all(is_w)
}

/// `NĐ`, `HĐND`: đ in what is no syllable, where it is in capitals or has no vowel.
fn abbreviation(given: &str, keys: &[char], method: Method) -> Option<String> {
    let mut letters: Vec<char> = given.chars().collect();
    let mut is_barred = false;
    for key in keys {
        let is_bar = match method {
            Method::Telex => key.eq_ignore_ascii_case(&'d'),
            Method::Vni => *key == '9',
        };
        let last = letters.last_mut().filter(|_| is_bar);
        match last {
            Some(last @ ('d' | 'D')) => {
                *last = if *last == 'd' { 'đ' } else { 'Đ' };
                is_barred = true;
                continue;
            }
            Some(last @ ('đ' | 'Đ')) => *last = if *last == 'đ' { 'd' } else { 'D' },
            Some(_) | None => {}
        }
        letters.push(*key);
    }
    let is_capital = letters.iter().all(|letter| !letter.is_lowercase());
    let has_vowel = letters
        .iter()
        .any(|letter| crate::domain::syllable::is_vowel(*letter));
    (is_barred && (is_capital || !has_vowel)).then(|| letters.into_iter().collect())
}

#[cfg(test)]
mod tests;
