//! A letter: what it is without marks, and what shape it has. Tones belong to words.

use unicode_normalization::UnicodeNormalization;

/// What makes one letter another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Plain,
    /// â ê ô
    Hat,
    /// ơ ư
    Horn,
    /// ă
    Breve,
    /// đ
    Bar,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// Small, without marks.
    pub(super) base: char,
    pub(super) is_capital: bool,
    pub(super) shape: Shape,
    /// A ư that `w` made by itself.
    pub(super) is_alone: bool,
}

impl Letter {
    /// A letter of a text, and the tone that stands on it.
    pub(super) fn of(letter: char) -> (Self, Option<char>) {
        let is_capital = letter.is_uppercase();
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let mut marks = small.nfd();
        let (base, shape) = match marks.next() {
            Some('đ') => ('d', Shape::Bar),
            base => (base.unwrap_or(small), Shape::Plain),
        };
        let mut found = Self {
            base,
            is_capital,
            shape,
            is_alone: false,
        };
        let mut tone = None;
        for mark in marks {
            match mark {
                '\u{302}' => found.shape = Shape::Hat,
                '\u{31b}' => found.shape = Shape::Horn,
                '\u{306}' => found.shape = Shape::Breve,
                _ => tone = Some(mark),
            }
        }
        (found, tone)
    }

    /// The letter in small, without a tone.
    pub(super) fn small(self) -> char {
        match (self.shape, self.base) {
            (Shape::Hat, 'a') => 'â',
            (Shape::Hat, 'e') => 'ê',
            (Shape::Hat, 'o') => 'ô',
            (Shape::Horn, 'o') => 'ơ',
            (Shape::Horn, 'u') => 'ư',
            (Shape::Breve, 'a') => 'ă',
            (Shape::Bar, 'd') => 'đ',
            (Shape::Plain | Shape::Hat | Shape::Horn | Shape::Breve | Shape::Bar, base) => base,
        }
    }

    pub(super) fn may_have(self, shape: Shape) -> bool {
        match shape {
            Shape::Plain => true,
            Shape::Hat => matches!(self.base, 'a' | 'e' | 'o'),
            Shape::Horn => matches!(self.base, 'o' | 'u'),
            Shape::Breve => self.base == 'a',
            Shape::Bar => self.base == 'd',
        }
    }
}
