//! The word under the hands of the person: how a letter enters that may change those before it.
//!
//! Only what was typed here since the cursor came is composed; what stood there is left alone, and so
//! is a word in which letters with marks arrive: an input method writes it.

use unicode_segmentation::UnicodeSegmentation;

use super::Field;
use crate::ui::composing::{Method, compose};

/// No word is longer; what goes on then is no word.
const LONGEST: usize = 32;

/// What is known of the word before the cursor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Word {
    /// What stands there is left alone; a key begins a new one.
    #[default]
    Left,
    /// Backspace has gone into it: typing goes on from what remains behind this place.
    Erased { begin: usize },
    /// Being typed.
    Begun(Begun),
    /// Left as it comes, up to its end.
    Foreign,
}

/// A word that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Begun {
    method: Method,
    /// The place of its first letter.
    begin: usize,
    /// What stood there before the keys.
    given: String,
    keys: Vec<char>,
}

impl Field {
    /// Writes a letter as it was typed, composing by this method; false where it may not enter or no
    /// room is left.
    pub fn write(&mut self, letter: char, composing: Option<Method>) -> bool {
        let Some(method) = composing else {
            return self.insert(letter);
        };
        if is_filler(letter) {
            self.fillers += 1;
            return false;
        }
        let word = std::mem::take(&mut self.word);
        let is_from_outside = !letter.is_ascii() && !letter.is_whitespace();
        if word == Word::Foreign || is_from_outside {
            return self.write_foreign(letter);
        }
        let mut begun = self.begun(word, method);
        let is_inside = !begun.keys.is_empty() || !begun.given.is_empty();
        if !method.takes(letter, is_inside) {
            return self.insert(letter);
        }
        if begun.keys.len() >= LONGEST {
            return self.write_foreign(letter);
        }
        begun.keys.push(letter);
        let made = compose(&begun.given, &begun.keys, method);
        let has_entered = self.put(begun.begin, &made);
        if !has_entered {
            begun.keys.pop();
        }
        self.fillers = 0;
        self.word = Word::Begun(begun);
        has_entered
    }

    fn write_foreign(&mut self, letter: char) -> bool {
        let has_entered = self.insert(letter);
        if !letter.is_ascii() || letter.is_alphanumeric() {
            self.word = Word::Foreign;
        }
        has_entered
    }

    /// The word that the next key belongs to.
    fn begun(&self, word: Word, method: Method) -> Begun {
        let begin = match word {
            Word::Begun(begun) if begun.method == method => return begun,
            Word::Erased { begin } => begin,
            Word::Left | Word::Begun(_) | Word::Foreign => self.cursor,
        };
        Begun {
            method,
            begin,
            given: self
                .pieces
                .get(begin..self.cursor)
                .unwrap_or_default()
                .concat(),
            keys: Vec::new(),
        }
    }

    /// Puts this in place of what stands between there and the cursor, if there is room.
    fn put(&mut self, begin: usize, text: &str) -> bool {
        let pieces: Vec<String> = text.graphemes(true).map(str::to_owned).collect();
        let kept = self.pieces.len() - (self.cursor - begin);
        if kept + pieces.len() > self.limit {
            return false;
        }
        let end = begin + pieces.len();
        self.pieces.splice(begin..self.cursor, pieces);
        self.cursor = end;
        true
    }

    /// After a letter before the cursor was removed: what the next key goes on from.
    pub(super) fn note_erased(&mut self) {
        let is_letter = |piece: &String| piece.chars().all(char::is_alphabetic);
        let before = self.pieces.get(..self.cursor).unwrap_or_default();
        let letters = before.iter().rev().take_while(|piece| is_letter(piece));
        let beginning = self.cursor - letters.count();
        let known = match &self.word {
            Word::Foreign => return,
            Word::Left => beginning,
            Word::Erased { begin } => *begin,
            Word::Begun(begun) => begun.begin,
        };
        // Beyond what was typed here, the old word itself is being corrected.
        let begin = if known <= self.cursor {
            known.max(beginning)
        } else {
            beginning
        };
        self.word = Word::Erased { begin };
    }
}

/// What input methods type and take back at once, to get round a browser's completion: it counts as
/// a letter until its Backspace comes, and never shows.
pub(super) fn is_filler(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'..='\u{200d}' | '\u{202f}' | '\u{2060}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const TELEX: Option<Method> = Some(Method::Telex);

    /// Types; `<` is Backspace, `←` goes to the left, `→` to the end.
    fn go_on(field: &mut Field, keys: &str, composing: Option<Method>) -> String {
        for key in keys.chars() {
            match key {
                '<' => drop(field.erase()),
                '←' => drop(field.left()),
                '→' => field.end(),
                letter => drop(field.write(letter, composing)),
            }
        }
        field.raw()
    }

    fn typed(keys: &str) -> String {
        go_on(&mut Field::new(100), keys, TELEX)
    }

    #[test]
    fn a_line_is_composed_word_by_word() {
        assert_eq!(
            typed("Boos trus (ddieemr 5) NDD-CP, user"),
            "Bố trú (điểm 5) NĐ-CP, user"
        );
        let vni = go_on(
            &mut Field::new(100),
            "Qua6n5 4, so61 15/ND9-CP",
            Some(Method::Vni),
        );
        assert_eq!(vni, "Quận 4, số 15/NĐ-CP");
    }

    #[test]
    fn a_backspace_takes_the_letter_that_is_seen_and_typing_goes_on_from_the_rest() {
        assert_eq!(typed("ddooir<"), "đổ");
        assert_eq!(typed("ddooir<<"), "đ");
        assert_eq!(typed("ddooir<ng"), "đổng");
        assert_eq!(typed("vieetj<<ejt"), "viejt");
        assert_eq!(typed("vieet<j"), "việ");
        assert_eq!(typed("tooi<<<<ddi"), "đi");
        assert_eq!(typed("tieesn<<<<"), "");
        assert_eq!(
            typed("so <owr"),
            "sở",
            "a word that was ended and opened again"
        );
        assert_eq!(typed("windows<s"), "windows");
    }

    #[test]
    fn an_old_word_is_left_alone_and_keeps_its_marks() {
        let mut field = Field::new(100);
        field.set("họ tên");
        assert_eq!(go_on(&mut field, "s", TELEX), "họ têns");
        assert_eq!(go_on(&mut field, "<←←←←a", TELEX), "họa tên");
        assert_eq!(go_on(&mut field, "<→<<ee", TELEX), "họ tê");
        field.set("tiếng");
        assert_eq!(go_on(&mut field, "as<", TELEX), "tiếng");
        assert_eq!(
            go_on(&mut field, "f", TELEX),
            "tiếngf",
            "its own letters only"
        );
        assert_eq!(go_on(&mut field, "<<f", TELEX), "tiền");
    }

    #[test]
    fn a_cursor_that_moved_ends_the_word() {
        assert_eq!(typed("vieet←→j"), "viêtj");
        assert_eq!(typed("toi←o"), "tooi");
    }

    #[test]
    fn letters_of_an_input_method_pass_and_silence_the_composer_for_their_word() {
        assert_eq!(typed("a<á<as is"), "as í", "its undone á is not made again");
        assert_eq!(typed("vie<êt<<ệt"), "việt");
        assert_eq!(typed("tie\u{302}\u{301}ngs"), "tiếngs");
    }

    #[test]
    fn a_filler_and_its_backspace_change_nothing() {
        for filler in ["\u{202f}", "\u{200c}", "\u{200b}"] {
            for composing in [None, TELEX] {
                let text = go_on(&mut Field::new(9), &format!("sod{filler}<<đ"), composing);
                assert_eq!(text, "sođ", "{filler:?}");
            }
        }
    }

    #[test]
    fn a_full_field_takes_the_keys_that_need_no_room() {
        let mut field = Field::new(3);
        assert_eq!(go_on(&mut field, "vieet", TELEX), "viê");
        assert_eq!(go_on(&mut field, "j", TELEX), "việ");
        assert!(!field.write('t', TELEX));
        assert_eq!(go_on(&mut field, "f", TELEX), "viề");
    }

    #[test]
    fn what_is_no_word_for_its_length_stays_as_it_is_typed() {
        let long = "b".repeat(40) + "aaass";
        assert_eq!(typed(&long), long);
    }
}
