//! Undoes what Vietnamese input methods make of command letters.
//!
//! UniKey, EVKey, OpenKey and ibus-bamboo do not know that a list takes commands: of `d d` they send
//! `d`, Backspace, `đ`; of `w` they send `ư`. Lists read their keys through a [`CommandReader`], which
//! gives the letters that were struck. Fields do not: there the rewriting is what the person wants.
//! Pure; digits, function keys, arrows and Enter pass untouched.

use std::collections::VecDeque;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use crate::ui::composing::Method;

/// An input method retypes a word at once; a person needs longer from Backspace to a letter. A slow
/// line may stretch it this far.
const RETYPED_WITHIN: Duration = Duration::from_millis(50);

/// No input method looks further back than one word.
const WORD: usize = 32;

/// Gives the keys that make a letter when it comes alone: `đ` is `d d`, `ư` is `w`, `ơ` is `[`, `ấ`
/// is `a a s`; every other letter is itself.
///
/// Of a capital only the first key is one: the others were struck with or without Shift, which
/// cannot be told.
#[must_use]
pub fn keys_meant(letter: char, method: Method) -> Vec<char> {
    let mut keys = spelled(letter, method);
    // Alone they come from one key; after a letter (`u w`) they do not come alone.
    if let (Method::Telex, Some(first)) = (method, keys.first().copied()) {
        let alone = match (first, keys.get(1)) {
            ('u', Some('w')) => Some('w'),
            ('U', Some('w')) => Some('W'),
            ('o', Some('w')) => Some('['),
            ('O', Some('w')) => Some('{'),
            _ => None,
        };
        if let Some(key) = alone {
            keys.splice(..2, [key]);
        }
    }
    keys
}

/// Base letter, then what gives it its shape, then its tone.
fn spelled(letter: char, method: Method) -> Vec<char> {
    let telex = method == Method::Telex;
    let mut marks: Vec<char> = letter.nfd().collect();
    if let Some(base) = marks.first_mut() {
        let crossed = match *base {
            'đ' => 'd',
            'Đ' => 'D',
            _ => '\0',
        };
        if crossed != '\0' {
            *base = crossed;
            marks.push('\u{335}');
        }
    }
    let Some((base, marks)) = marks.split_first() else {
        return vec![letter];
    };
    let double = base.to_ascii_lowercase();
    let of_mark = |mark: &char| {
        Some(match mark {
            '\u{302}' => {
                if telex {
                    double
                } else {
                    '6'
                }
            }
            '\u{31b}' => {
                if telex {
                    'w'
                } else {
                    '7'
                }
            }
            '\u{306}' => {
                if telex {
                    'w'
                } else {
                    '8'
                }
            }
            '\u{335}' => {
                if telex {
                    double
                } else {
                    '9'
                }
            }
            '\u{301}' => {
                if telex {
                    's'
                } else {
                    '1'
                }
            }
            '\u{300}' => {
                if telex {
                    'f'
                } else {
                    '2'
                }
            }
            '\u{309}' => {
                if telex {
                    'r'
                } else {
                    '3'
                }
            }
            '\u{303}' => {
                if telex {
                    'x'
                } else {
                    '4'
                }
            }
            '\u{323}' => {
                if telex {
                    'j'
                } else {
                    '5'
                }
            }
            _ => return None,
        })
    };
    let (mut shapes, mut tones) = (vec![*base], Vec::new());
    for mark in marks {
        let Some(key) = of_mark(mark) else {
            return vec![letter];
        }; // not a Vietnamese letter
        let is_shape = matches!(mark, '\u{302}' | '\u{31b}' | '\u{306}' | '\u{335}');
        if is_shape { &mut shapes } else { &mut tones }.push(key);
    }
    shapes.append(&mut tones);
    shapes
}

/// Reads the keys of one place that takes commands; keep one as long as the place has the focus.
#[derive(Debug, Default)]
pub struct CommandReader {
    method: Method,
    /// The letters that the input method believes to stand before the cursor.
    word: Vec<char>,
    /// Of them, those that Backspace has just taken away: they will be retyped, changed.
    removed: VecDeque<char>,
    removed_at: Duration,
    /// A key has been given out for this retyping; each strike causes one retyping.
    given: bool,
    /// Keys whose marks have gone from one letter and may come back on another: `hòa`, `hoàn`.
    owed: Vec<char>,
}

impl CommandReader {
    /// A reader for a person who types by `method`.
    #[must_use]
    pub fn new(method: Method) -> Self {
        Self {
            method,
            ..Self::default()
        }
    }

    /// Gives the keys that the person struck: none, one, or, where a whole letter came at once,
    /// several. `at` is the stamp of the key.
    ///
    /// Backspace never comes out: in lists it does nothing, and mostly it is the input method's.
    pub fn read(&mut self, key: KeyEvent, at: Duration) -> Vec<KeyEvent> {
        match key.code {
            KeyCode::Backspace => {
                self.take_back(at);
                Vec::new()
            }
            KeyCode::Char(letter)
                if is_of_a_word(letter)
                    && !key
                        .modifiers
                        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
            {
                self.letter(letter, at)
                    .into_iter()
                    .map(|meant| KeyEvent::new(KeyCode::Char(meant), key.modifiers))
                    .collect()
            }
            _ => {
                *self = Self::new(self.method);
                vec![key]
            }
        }
    }

    fn take_back(&mut self, at: Duration) {
        if self.given {
            // Retyping has begun, so this Backspace belongs to the next one.
            self.forget_removed();
        }
        if let Some(letter) = self.word.pop().filter(|letter| !is_filler(*letter)) {
            self.removed.push_front(letter);
            self.removed_at = at;
        }
    }

    fn letter(&mut self, letter: char, at: Duration) -> Vec<char> {
        if is_filler(letter) {
            self.remember(letter);
            return Vec::new();
        }
        if is_mark(letter) {
            return self.mark(letter);
        }
        let begun = self.given || !self.owed.is_empty();
        let before = self
            .removed
            .front()
            .copied()
            .filter(|before| self.is_retyping(*before, letter, begun, at));
        self.remember(letter);
        let Some(before) = before else {
            self.forget_removed();
            return keys_meant(letter, self.method);
        };
        self.removed.pop_front();
        let struck = self.struck(before, letter);
        if self.removed.is_empty() {
            self.forget_removed();
        }
        struck
    }

    /// A combining mark changes the letter before it, as input methods in decomposed mode send it.
    fn mark(&mut self, mark: char) -> Vec<char> {
        let Some((before, after)) = self
            .word
            .last()
            .and_then(|last| Some((*last, compose(*last, mark)?)))
        else {
            return Vec::new();
        };
        self.word.pop();
        self.remember(after);
        let struck = self.struck(before, after);
        self.forget_removed();
        struck
    }

    /// Whether `letter` stands for `before`, which was taken away, and is not a new strike.
    fn is_retyping(&self, before: char, letter: char, begun: bool, at: Duration) -> bool {
        let same_base = spelled(before, self.method)
            .first()
            .map(char::to_ascii_lowercase)
            == spelled(letter, self.method)
                .first()
                .map(char::to_ascii_lowercase);
        let at_once =
            begun || before != letter || at.saturating_sub(self.removed_at) < RETYPED_WITHIN;
        same_base && at_once
    }

    /// The key that turned `before` into `after`, if it has not been given out already.
    fn struck(&mut self, before: char, after: char) -> Vec<char> {
        let mut gone = spelled(before, self.method);
        let mut come = Vec::new();
        for key in spelled(after, self.method) {
            match gone
                .iter()
                .position(|other| other.eq_ignore_ascii_case(&key))
            {
                Some(place) => {
                    gone.remove(place);
                }
                None => come.push(key),
            }
        }
        come.retain(
            |key| match self.owed.iter().position(|other| other == key) {
                Some(place) => {
                    self.owed.remove(place);
                    false
                }
                None => true,
            },
        );
        self.owed.append(&mut gone);
        if self.given {
            return Vec::new();
        }
        come.truncate(1);
        self.given = !come.is_empty();
        come
    }

    fn remember(&mut self, letter: char) {
        if self.word.len() >= WORD {
            self.word.remove(0);
        }
        self.word.push(letter);
    }

    fn forget_removed(&mut self) {
        self.removed.clear();
        self.owed.clear();
        self.given = false;
    }
}

/// Letters that an input method may rewrite, with the brackets of Telex and what it sends beside.
fn is_of_a_word(letter: char) -> bool {
    letter.is_alphabetic()
        || matches!(letter, '[' | ']' | '{' | '}')
        || is_mark(letter)
        || is_filler(letter)
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

/// What OpenKey and EVKey type and take back to get round autocompletion.
fn is_filler(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'..='\u{200d}' | '\u{202f}' | '\u{2060}' | '\u{feff}'
    )
}
