//! From text to tokens: words without accents, numbers, signs; and the cursor that walks over them.
//!
//! Text typed with and without accents, composed and decomposed, in capitals and in small letters gives the
//! same tokens; each remembers where it stood, so that a doubt can quote what was written.

use unicode_normalization::UnicodeNormalization;

use crate::domain::fold::is_invisible;

/// One word, number or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) what: What,
    start: usize,
    end: usize,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Letters, small and without accents.
    Word(String),
    /// Digits: their value and how many they are ("06" is two).
    Number(u32, usize),
    /// Any other sign that is not a space or a quotation mark.
    Sign(char),
}

/// Splits a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    // A letter continues the word before it only where nothing, not even a space, stood between.
    let mut open = false;
    for (start, written) in text.char_indices() {
        let end = start + written.len_utf8();
        let small = std::iter::once(written)
            .nfkd()
            .flat_map(char::to_lowercase)
            .nfd()
            .map(plain);
        for letter in small {
            if matches!(letter, '\u{300}'..='\u{36f}')
                || is_invisible(letter) && !letter.is_whitespace()
            {
                continue;
            }
            if letter.is_whitespace() || is_quotation(letter) {
                open = false;
                if letter == '\n' && tokens.last().is_some_and(Token::ends_a_date) {
                    tokens.push(Token {
                        what: What::Sign('\n'),
                        start,
                        end,
                    });
                }
                continue;
            }
            let extended = open
                && tokens
                    .last_mut()
                    .is_some_and(|token| token.extend(letter, end));
            if !extended {
                tokens.push(Token {
                    what: What::of(letter),
                    start,
                    end,
                });
            }
            open = true;
        }
    }
    let mut tokens: Vec<Token> = tokens.into_iter().flat_map(unglued).collect();
    drop_dots_of_quarters(&mut tokens);
    tokens
}

/// "Q.II" is "Q II": the dot of a shortening ends no part of the text.
fn drop_dots_of_quarters(tokens: &mut Vec<Token>) {
    let mut is_after_quarter = false;
    tokens.retain(|token| {
        let is_dot = is_after_quarter && token.what == What::Sign('.');
        is_after_quarter = token.what == What::Word("quy".to_owned());
        !is_dot
    });
}

fn plain(letter: char) -> char {
    match letter {
        'đ' | 'ð' => 'd',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' | '÷' | '→' => '-',
        '\\' | '⁄' => '/',
        '|' | '•' => ';',
        '[' | '{' => '(',
        ']' | '}' => ')',
        '、' | '，' => ',',
        other => other,
    }
}

fn is_quotation(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '*' | '_' | '`'
    )
}

/// Takes apart what is often written as one word: QIII, quýII.
fn unglued(token: Token) -> Vec<Token> {
    if let What::Word(word) = &token.what {
        for head in ["quy", "qui", "q"] {
            if let Some(tail) = word
                .strip_prefix(head)
                .filter(|tail| !tail.is_empty() && roman(tail).is_some())
            {
                let (start, end) = (token.start, token.end);
                return vec![
                    Token {
                        what: What::Word("quy".to_owned()),
                        start,
                        end,
                    },
                    Token {
                        what: What::Word(tail.to_owned()),
                        start,
                        end,
                    },
                ];
            }
        }
        if word == "qui" || word == "q" {
            return vec![Token {
                what: What::Word("quy".to_owned()),
                ..token
            }];
        }
        if word == "toi" {
            return vec![Token {
                what: What::Word("den".to_owned()),
                ..token
            }];
        }
    }
    if matches!(token.what, What::Sign('&' | '+')) {
        return vec![Token {
            what: What::Word("va".to_owned()),
            ..token
        }];
    }
    vec![token]
}

/// Reads the Roman numerals that are written for quarters, and those just beyond, which are impossible.
pub(super) fn roman(word: &str) -> Option<u32> {
    let numerals = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ];
    numerals
        .iter()
        .position(|known| *known == word)
        .and_then(|index| u32::try_from(index + 1).ok())
}

impl What {
    fn of(letter: char) -> Self {
        match letter.to_digit(10) {
            Some(digit) => Self::Number(digit, 1),
            None if letter.is_alphabetic() => Self::Word(letter.into()),
            None => Self::Sign(letter),
        }
    }
}

impl Token {
    fn extend(&mut self, letter: char, end: usize) -> bool {
        match (&mut self.what, letter.to_digit(10)) {
            (What::Number(value, digits), Some(digit)) => {
                *value = value.saturating_mul(10).saturating_add(digit);
                *digits += 1;
            }
            (What::Word(word), None) if letter.is_alphabetic() => word.push(letter),
            _ => return false,
        }
        self.end = end;
        true
    }

    /// True after a year or a bracket: only there does a line break part two dates, and not one.
    fn ends_a_date(&self) -> bool {
        matches!(self.what, What::Number(_, 4) | What::Sign(')'))
    }

    /// True where the token is this word.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(&self.what, What::Word(known) if known == word)
    }
}

/// Quotes what was written from one token to another.
pub(super) fn quote(text: &str, tokens: &[Token]) -> String {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return String::new();
    };
    text.get(first.start..last.end)
        .unwrap_or_default()
        .to_owned()
}

/// A place among tokens. It is copied before a guess and put back when the guess fails.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a [Token],
}

impl<'a> Cursor<'a> {
    pub(super) fn new(rest: &'a [Token]) -> Self {
        Self { rest }
    }

    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// Passes one token.
    pub(super) fn next(&mut self) -> Option<&'a Token> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    /// Passes the words of a phrase if they stand here, one after another.
    pub(super) fn phrase(&mut self, phrase: &str) -> bool {
        let mut ahead = *self;
        let here = phrase
            .split(' ')
            .all(|word| ahead.next().is_some_and(|token| token.is(word)));
        if here {
            *self = ahead;
        }
        here
    }

    /// Passes the first of the phrases that stands here.
    pub(super) fn any(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.phrase(phrase))
    }

    /// Passes any number of these words.
    pub(super) fn skip(&mut self, phrases: &[&str]) {
        while self.any(phrases) {}
    }

    /// Passes the sign if it stands here.
    pub(super) fn sign(&mut self, wanted: char) -> bool {
        let here = self
            .rest
            .first()
            .is_some_and(|token| token.what == What::Sign(wanted));
        if here {
            self.next();
        }
        here
    }

    /// Passes one of the signs and says which.
    pub(super) fn one_sign(&mut self, wanted: &[char]) -> Option<char> {
        wanted.iter().copied().find(|sign| self.sign(*sign))
    }

    /// Passes a number: its value and its digits.
    pub(super) fn number(&mut self) -> Option<(u32, usize)> {
        match self.rest.first()?.what {
            What::Number(value, digits) => {
                self.next();
                Some((value, digits))
            }
            What::Word(_) | What::Sign(_) => None,
        }
    }

    /// Passes a number of at most two digits.
    pub(super) fn small(&mut self) -> Option<u32> {
        let mut ahead = *self;
        let (value, _) = ahead.number().filter(|(_, digits)| *digits <= 2)?;
        *self = ahead;
        Some(value)
    }

    /// Passes a Roman numeral.
    pub(super) fn roman(&mut self) -> Option<u32> {
        match &self.rest.first()?.what {
            What::Word(word) => roman(word).inspect(|_| {
                self.next();
            }),
            What::Number(..) | What::Sign(_) => None,
        }
    }

    /// True where a number or a Roman numeral stands here.
    pub(super) fn sees_numeral(mut self) -> bool {
        self.number().is_some() || self.roman().is_some()
    }

    /// Passes everything up to one of these signs.
    pub(super) fn until(&mut self, signs: &[char]) {
        while self
            .rest
            .first()
            .is_some_and(|token| !matches!(token.what, What::Sign(sign) if signs.contains(&sign)))
        {
            self.next();
        }
    }
}
