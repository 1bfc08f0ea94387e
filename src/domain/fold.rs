//! Text as it is stored and as it is searched.
//!
//! Everything that enters (keyboard, paste, import, command line) passes through [`clean`] once;
//! everything that is compared passes through [`fold`]. SQLite's own folding does not know đ and
//! stops at ASCII, so both are done here (DOMAIN 3.4 rule 8, 7.3).

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// More marks than this on one letter are no writing of anybody's (Vietnamese has two): they cover other lines.
const MARKS: usize = 4;

/// Makes outside text fit to be kept: NFC, no control, zero-width, bidirectional or soft-hyphen
/// characters, no towers of marks, every run of white space one space, none at the ends.
///
/// Spelling is left alone (hoá stays hoá). Escape sequences lose their ESC and so can do nothing.
#[must_use]
pub fn clean(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut gap = false;
    let mut marks = 0;
    for letter in text.nfc() {
        if letter.is_whitespace() || letter == '\u{a0}' {
            gap = true;
        } else if !is_invisible(letter) && !is_too_much(letter, &mut marks) {
            if gap && !kept.is_empty() {
                kept.push(' ');
            }
            gap = false;
            kept.push(letter);
        }
    }
    kept
}

/// True where nothing is to be done, as nearly always; false where it may be so all the same.
fn is_clean(text: &str) -> bool {
    let mut before = ' ';
    for letter in text.chars() {
        let is_kept = match letter {
            ' ' => before != ' ',
            '!'..='~' => true,
            _ => bare(letter).is_some(),
        };
        if !is_kept {
            return false;
        }
        before = letter;
    }
    before != ' ' || text.is_empty()
}

/// Text as it may leave the program: what a terminal would obey or hide is left out, ends of lines and tabs are blanks,
/// and no tower of marks covers other lines. What the database holds was cleaned on the way in by this program; another
/// one may have written there too.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    let is_shown = |letter: char| matches!(letter, ' '..='~') || bare(letter).is_some();
    if is_plain(text.as_bytes()) || text.chars().all(is_shown) {
        return Cow::Borrowed(text);
    }
    let mut marks = 0;
    let kept = text.chars().filter_map(|letter| match letter {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        _ if is_invisible(letter) || is_too_much(letter, &mut marks) => None,
        _ => Some(letter),
    });
    Cow::Owned(kept.collect())
}

/// True where there are only printable letters of ASCII, U+00C0 to U+02FF and U+1E00 to U+1EFF, those of Vietnamese among
/// them: a look at bytes, which is how nearly all texts pass.
fn is_plain(bytes: &[u8]) -> bool {
    let mut bytes = bytes.iter();
    while let Some(byte) = bytes.next() {
        let is_plain = match byte {
            b' '..=b'~' => true,
            0xc3..=0xcb => bytes.next().is_some(),
            0xe1 => matches!(bytes.next(), Some(0xb8..=0xbb)) && bytes.next().is_some(),
            _ => false,
        };
        if !is_plain {
            return false;
        }
    }
    true
}

/// The same of a text of several lines, which stay lines.
#[must_use]
pub fn shown_lines(text: &str) -> Cow<'_, str> {
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    if !text.contains('\n') {
        return shown(text);
    }
    let lines: Vec<_> = text.split('\n').map(shown).collect();
    Cow::Owned(lines.join("\n"))
}

/// Counts the marks on a letter; true for one too many.
fn is_too_much(letter: char, marks: &mut usize) -> bool {
    *marks = if is_combining_mark(letter) {
        *marks + 1
    } else {
        0
    };
    *marks > MARKS
}

/// True for characters that a terminal would obey or hide instead of show; letters among them that fill the place of
/// another and show nothing themselves, so that a name is never one that nobody can see.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The form in which texts are compared: no accents, đ as d, lower case, every run of other signs
/// one space.
///
/// `"Cải cách hành chính"` and `"cai  cach HANH-CHINH"` fold alike. What is folded once is not
/// changed by folding again.
#[must_use]
pub fn fold(text: &str) -> String {
    fold_plain(text).unwrap_or_else(|| fold_any(text))
}

/// True where two keys may have been made of one text, each by a program of its time: of letters beyond ASCII and those of
/// Vietnamese, which are known otherwise as years go by, a key of the text may have kept what another one left out.
#[must_use]
pub fn is_key_of(text: &str, one: &str, other: &str) -> bool {
    let settled = |key: &str| -> String {
        let letters = key.nfd().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    one == other || (fold_plain(text).is_none() && settled(one) == settled(other))
}

/// A text of composed Vietnamese letters and ASCII, as nearly all are; none where any other stands in it.
fn fold_plain(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        let small = match letter {
            '0'..='9' | 'a'..='z' => letter,
            'A'..='Z' => letter.to_ascii_lowercase(),
            ' '..='~' => {
                gap = true;
                continue;
            }
            // Controls are passed over.
            '\0'..='\u{7f}' => continue,
            _ => bare(letter)?,
        };
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        folded.push(small);
    }
    Some(folded)
}

/// The small letter without accents of a composed Vietnamese one; none of any other.
const fn bare(letter: char) -> Option<char> {
    match letter {
        'à'..='ã' | 'À'..='Ã' | 'ă' | 'Ă' | 'Ạ'..='ặ' => Some('a'),
        'è'..='ê' | 'È'..='Ê' | 'Ẹ'..='ệ' => Some('e'),
        'ì' | 'í' | 'Ì' | 'Í' | 'ĩ' | 'Ĩ' | 'Ỉ'..='ị' => Some('i'),
        'ò'..='õ' | 'Ò'..='Õ' | 'ơ' | 'Ơ' | 'Ọ'..='ợ' => Some('o'),
        'ù' | 'ú' | 'Ù' | 'Ú' | 'ũ' | 'Ũ' | 'ư' | 'Ư' | 'Ụ'..='ự' => Some('u'),
        'ý' | 'Ý' | 'Ỳ'..='ỹ' => Some('y'),
        'đ' | 'Đ' => Some('d'),
        _ => None,
    }
}

fn fold_any(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfd() {
        if is_mark(letter) || is_invisible(letter) {
            continue;
        }
        for small in letter.to_lowercase() {
            let small = if small == 'đ' { 'd' } else { small };
            if small.is_alphanumeric() {
                if gap && !folded.is_empty() {
                    folded.push(' ');
                }
                gap = false;
                folded.push(small);
            } else if !is_mark(small) {
                gap = true;
            }
        }
    }
    folded
}

/// The first letters of the folded words: `"Thủ tục hành chính"` gives `"tthc"`.
#[must_use]
pub fn initials(text: &str) -> String {
    fold(text)
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect()
}

/// Removes accents and keeps everything else, letter by letter, case included: for fonts that lack
/// Vietnamese letters and for readings of deadlines, where signs and line ends matter.
#[must_use]
pub fn without_accents(text: &str) -> String {
    text.nfd()
        .filter(|letter| !is_mark(*letter))
        .map(|letter| match letter {
            'đ' => 'd',
            'Đ' => 'D',
            other => other,
        })
        .collect()
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_either_form_and_with_noise_is_kept_as_one() {
        assert_eq!(
            clean("  Ca\u{309}i\u{a0}\n ca\u{301}ch\u{200b} "),
            "Cải cách"
        );
        assert_eq!(clean("a\u{1b}[31mb\u{7}"), "a[31mb");
        // Letters, but of those that show nothing.
        assert_eq!(clean("\u{3164}\u{115f}\u{2800} \u{34f}"), "");
    }

    #[test]
    fn what_leaves_the_program_is_text_and_nothing_else() {
        assert_eq!(shown("Cải cách  2023"), "Cải cách  2023");
        assert_eq!(
            shown("a\u{1b}[31m\u{9b}6n\nb\u{202e}\u{61c}\u{2028}c"),
            "a[31m6n b c"
        );
        let tower = format!("e{}x", "\u{316}".repeat(40));
        assert_eq!(shown(&tower), format!("e{}x", "\u{316}".repeat(MARKS)));
        assert_eq!(clean(&tower), shown(&tower));
        assert_eq!(shown("tie\u{302}\u{301}ng"), "tie\u{302}\u{301}ng");
    }

    #[test]
    fn folding_forgets_accents_case_and_signs_but_keeps_words() {
        assert_eq!(fold("Đổi mới - SẮP XẾP, (2022)"), "doi moi sap xep 2022");
        assert_eq!(fold("TT&TT"), "tt tt");
        assert_eq!(initials("Thủ tục hành chính"), "tthc");
        assert_eq!(without_accents("Trước 30/6; Đến"), "Truoc 30/6; Den");
    }

    #[test]
    fn the_short_way_ends_where_the_long_one_does() {
        for letter in '\0'..='\u{1fff}' {
            let text = format!("{letter} Ab-{letter}1{letter}");
            if is_plain(text.as_bytes()) {
                let is_odd = |it| is_invisible(it) || is_combining_mark(it);
                assert!(!text.chars().any(is_odd), "{text:?}");
            }
            if let Some(folded) = fold_plain(&text) {
                assert_eq!(folded, fold_any(&text), "{text:?}");
            }
            if is_clean(&text) {
                assert_eq!(text.nfc().collect::<String>(), text);
                assert!(!letter.is_whitespace() && !is_invisible(letter), "{text:?}");
            }
        }
        for text in ["", "Đổi mới - SẮP XẾP, (2022)", "Ủy ban\u{7}\nquận 1"] {
            assert_eq!(fold_plain(text).as_deref(), Some(fold_any(text).as_str()));
        }
        assert!(is_clean("") && is_clean("Sở Nội vụ"));
        for text in [" ", "a ", " a", "a  b", "a\nb", "a\u{301}"] {
            assert!(!is_clean(text), "{text:?}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Ủy ban", "İstanbul", "ﬁ", "Q.1/2"] {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }
}
