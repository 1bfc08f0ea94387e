//! What a Vietnamese syllable may be, its tone aside.
//!
//! A word under way is judged too, so that the beginning of a syllable counts as one: `nguyê`, `đ`.

use unicode_normalization::UnicodeNormalization;

/// What begins a syllable, the longest first. `gi` and `qu` hold a vowel letter that is none.
const ONSETS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", "",
];

/// What may stand in the middle, and what may end it then; nothing at the end is always possible,
/// for words under way. The k is in names of the Central Highlands: Đắk Lắk.
const RIMES: &[(&str, &[&str])] = &[
    ("a", &["c", "ch", "k", "m", "n", "ng", "nh", "p", "t"]),
    ("ă", &["c", "k", "m", "n", "ng", "p", "t"]),
    ("â", &["c", "k", "m", "n", "ng", "p", "t"]),
    ("e", &["c", "m", "n", "ng", "p", "t"]),
    ("ê", &["ch", "m", "n", "nh", "p", "t"]),
    ("i", &["c", "ch", "m", "n", "nh", "p", "t"]),
    ("o", &["c", "k", "m", "n", "ng", "p", "t"]),
    ("ô", &["c", "k", "m", "n", "ng", "p", "t"]),
    ("ơ", &["m", "n", "p", "t"]),
    ("u", &["c", "k", "m", "n", "ng", "p", "t"]),
    ("ư", &["c", "m", "n", "ng", "t"]),
    ("y", &["ch", "m", "n", "nh", "p", "t"]),
    ("ai", &[]),
    ("ao", &[]),
    ("au", &[]),
    ("ay", &[]),
    ("âu", &[]),
    ("ây", &[]),
    ("eo", &[]),
    ("êu", &[]),
    ("ia", &[]),
    ("iê", &["c", "m", "n", "ng", "p", "t"]),
    ("iu", &[]),
    ("oa", &["c", "ch", "m", "n", "ng", "nh", "p", "t"]),
    ("oă", &["c", "m", "n", "ng", "t"]),
    ("oe", &["m", "n", "t"]),
    ("oi", &[]),
    ("ôi", &[]),
    ("ơi", &[]),
    ("oo", &["c", "ng"]),
    ("ua", &[]),
    ("uâ", &["n", "ng", "t"]),
    ("uê", &["ch", "n", "nh"]),
    ("ui", &[]),
    ("uô", &["c", "m", "n", "ng", "p", "t"]),
    ("uơ", &[]),
    ("uy", &["ch", "n", "nh", "p", "t"]),
    ("ưa", &[]),
    ("ưi", &[]),
    ("ươ", &["c", "m", "n", "ng", "p", "t"]),
    ("ưu", &[]),
    ("yê", &["m", "n", "ng", "t"]),
    ("iêu", &[]),
    ("oai", &[]),
    ("oao", &[]),
    ("oay", &[]),
    ("oeo", &[]),
    ("uây", &[]),
    ("uôi", &[]),
    ("uya", &[]),
    ("uyê", &["n", "t"]),
    ("uyu", &[]),
    ("ươi", &[]),
    ("ươu", &[]),
    ("yêu", &[]),
];

/// Ends that cut the voice off: they bear the tones of á and ạ only.
const STOPS: &[&str] = &["c", "ch", "k", "p", "t"];

/// Where the parts of a syllable lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The place of the first letter of the middle.
    pub begin: usize,
    /// The place behind its last letter.
    pub end: usize,
    /// Whether it is cut off.
    pub is_stopped: bool,
}

/// How exactly the marks of the vowels have to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// As it is written.
    Exact,
    /// `duong` may become đường: marks may be missing still.
    UnderWay,
}

/// True for a vowel letter, whatever its marks.
pub(crate) fn is_vowel(letter: char) -> bool {
    let base = letter.to_lowercase().nfd().next().unwrap_or(letter);
    matches!(base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Takes apart a syllable in small letters without a tone; `None` where it is none.
pub(crate) fn parts(letters: &[char], reading: Reading) -> Option<Parts> {
    let onsets = ONSETS.iter().filter_map(|onset| {
        let many = onset.chars().count();
        let head = letters.get(..many)?;
        head.iter().copied().eq(onset.chars()).then_some(many)
    });
    onsets
        .clone()
        .find_map(|begin| rime(letters, begin, reading))
        .or_else(|| {
            let is_bare = |begin: &usize| *begin == letters.len();
            onsets.clone().find(is_bare).map(|begin| Parts {
                begin,
                end: begin,
                is_stopped: false,
            })
        })
}

fn rime(letters: &[char], begin: usize, reading: Reading) -> Option<Parts> {
    let rest = letters.get(begin..)?;
    let many = rest.iter().take_while(|letter| is_vowel(**letter)).count();
    let (middle, tail) = rest.split_at_checked(many)?;
    let tail: String = tail.iter().collect();
    RIMES.iter().find(|(nucleus, codas)| {
        fits(nucleus, middle, reading)
            && (tail.is_empty() || codas.iter().any(|coda| coda.starts_with(&tail)))
    })?;
    Some(Parts {
        begin,
        end: begin + many,
        is_stopped: STOPS.contains(&tail.as_str()),
    })
}

fn fits(nucleus: &str, middle: &[char], reading: Reading) -> bool {
    nucleus.chars().count() == middle.len()
        && nucleus.chars().zip(middle).all(|(wanted, letter)| {
            let is_bare = || wanted.nfd().next() == Some(*letter);
            wanted == *letter || (reading == Reading::UnderWay && is_bare())
        })
}
