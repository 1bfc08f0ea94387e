//! What was typed: a line of bytes, as a person meant it.
//!
//! The terminal's own line editing has been at work before. What it passes on is obeyed here: a raw
//! backspace of an input method or a keyboard whose erase key is another; keys that a line has no use for.

use std::time::Duration;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::fold::clean;

/// Longer lines are not read: nobody types them, and a field of a task is shorter.
pub const LONGEST: usize = 32_768;

/// What comes instead of a line, or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A line, without its end.
    Line(Vec<u8>),
    /// A line longer than [`LONGEST`]; its bytes are gone.
    TooLong,
    /// Nobody has typed for long: the session ends in so long.
    Soon(Duration),
    /// Nothing will come any more.
    End,
    /// A signal ends the program, the terminal is gone, or nobody has typed for long: leave with this code.
    Cut(u8),
}

/// The text of a line: composed, without what steers terminals, white space as single spaces.
#[must_use]
pub fn understood(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{8}' | '\u{7f}' => {
                let last = kept.grapheme_indices(true).next_back();
                let at = last.map_or(0, |(at, _)| at);
                kept.truncate(at);
            }
            '\u{1b}' => skip_key(&mut letters),
            other => kept.push(other),
        }
    }
    clean(&kept)
}

/// Leaves out an arrow or function key: `ESC [ ... letter`, `ESC O letter`, `ESC letter`.
fn skip_key(letters: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    match letters.next() {
        Some('[') => {
            let is_inner = |letter: &char| matches!(letter, '0'..='9' | ';' | '?' | '[');
            while letters.next_if(is_inner).is_some() {}
            letters.next();
        }
        Some('O') => {
            letters.next();
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_backspace_takes_away_one_letter_with_its_accents() {
        assert_eq!(understood("dd\u{8}\u{8}đ".as_bytes()), "đ");
        assert_eq!(understood("tie\u{302}\u{301}\u{7f}t".as_bytes()), "tit");
        assert_eq!(understood(b"\x08\x08a"), "a");
    }

    #[test]
    fn arrows_and_function_keys_leave_nothing_behind() {
        assert_eq!(understood(b"9\x1b[A\x1b[15~ 3\x1bOP\x1b"), "9 3");
    }

    #[test]
    fn decomposed_letters_are_composed_and_bad_bytes_do_no_harm() {
        assert_eq!(
            understood("tro\u{31b}\u{309} la\u{323}i".as_bytes()),
            "trở lại"
        );
        assert_eq!(understood(b"a\xff b"), "a\u{fffd} b");
    }
}
