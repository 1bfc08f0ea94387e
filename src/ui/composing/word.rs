//! A word under way: its letters, their shapes and the tone, and what a key does to them.

use unicode_normalization::UnicodeNormalization;

use super::Method;
use super::key::{Meaning, meaning};
use super::letter::{Letter, Shape};
use crate::domain::syllable::{Parts, Reading, is_vowel, parts};

/// The tones that go before c, ch, p and t, as their combining marks.
const OF_STOPS: [char; 2] = ['\u{301}', '\u{323}'];

/// What a key did.
enum Did {
    Changed,
    /// The mark was there: it goes, and the key is a letter.
    Undone,
    Nothing,
}

/// A word under way.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    letters: Vec<Letter>,
    tone: Option<char>,
    /// A mark was taken back: this stands, and what follows are letters.
    undone: Option<String>,
    /// A mark was struck twice that nobody saw: this is no Vietnamese.
    is_foreign: bool,
}

impl Word {
    /// A word of which these letters stand already.
    pub(super) fn of(given: &str) -> Self {
        let mut word = Self::default();
        for letter in given.chars() {
            let (letter, tone) = Letter::of(letter);
            word.letters.push(letter);
            word.tone = tone.or(word.tone);
        }
        word
    }

    /// Takes one key.
    pub(super) fn strike(&mut self, key: char, method: Method) {
        if let Some(undone) = &mut self.undone {
            return undone.push(key);
        }
        let did = match meaning(key, method) {
            Meaning::Tone(tone) => self.set_tone(tone),
            Meaning::NoTone => self.drop_tone(),
            Meaning::Hat(on) => self.hat(on),
            Meaning::Horn { horn, breve, alone } => self.horn(horn, breve, alone.then_some(key)),
            Meaning::Bar => self.bar(method),
            Meaning::Letter => Did::Nothing,
        };
        match did {
            Did::Changed => self.join_horns(),
            Did::Undone => {
                let mut text = self.written();
                text.push(key);
                self.undone = Some(text);
            }
            Did::Nothing => {
                self.letters.push(Letter::of(key).0);
                self.join_horns();
            }
        }
    }

    /// The word as it reads; `None` where it is no Vietnamese and stays as it was typed.
    pub(super) fn text(&self) -> Option<String> {
        if self.undone.is_some() {
            return self.undone.clone();
        }
        self.is_shown().then(|| self.written())
    }

    fn is_shown(&self) -> bool {
        let reading = match self.tone {
            None => Reading::UnderWay,
            Some(_) => Reading::Exact,
        };
        let Some(parts) = self.parts(reading) else {
            return false;
        };
        let fits =
            |tone| parts.begin < parts.end && (!parts.is_stopped || OF_STOPS.contains(&tone));
        !self.is_foreign && self.tone.is_none_or(fits)
    }

    fn parts(&self, reading: Reading) -> Option<Parts> {
        let small: Vec<char> = self.letters.iter().map(|letter| letter.small()).collect();
        parts(&small, reading)
    }

    fn written(&self) -> String {
        let bearer = self.tone.and_then(|_| self.bearer());
        let marked = self.letters.iter().enumerate().flat_map(|(place, letter)| {
            let tone = self.tone.filter(|_| bearer == Some(place));
            let small: String = [letter.small()].into_iter().chain(tone).nfc().collect();
            if letter.is_capital {
                small.to_uppercase()
            } else {
                small
            }
            .chars()
            .collect::<Vec<_>>()
        });
        marked.collect()
    }

    /// The letter on which the tone stands.
    fn bearer(&self) -> Option<usize> {
        let parts = self
            .parts(Reading::UnderWay)
            .filter(|parts| parts.begin < parts.end)?;
        let middle = parts.begin..parts.end;
        let is_shaped = |place: &usize| {
            let letter = self.letters.get(*place);
            letter.is_some_and(|letter| letter.shape != Shape::Plain)
        };
        let shaped = middle.clone().rev().find(is_shaped);
        let is_open = parts.end == self.letters.len();
        let by_place = match middle.len() {
            2 if is_open => parts.begin,
            1 => parts.begin,
            _ => parts.begin + 1,
        };
        shaped.or(Some(by_place))
    }

    /// Tries a change; keeps it where it may become a syllable.
    fn try_on(&mut self, change: impl FnOnce(&mut Self)) -> bool {
        let mut changed = self.clone();
        change(&mut changed);
        let is_good = changed.letters != self.letters && changed.parts(Reading::UnderWay).is_some();
        if is_good {
            *self = changed;
        }
        is_good
    }

    /// Takes back what is there, if the person sees it.
    fn take_back(&mut self, change: impl FnOnce(&mut Self)) -> Did {
        if self.is_shown() {
            change(self);
            return Did::Undone;
        }
        self.is_foreign = true;
        Did::Nothing
    }

    fn set_tone(&mut self, tone: char) -> Did {
        if self.tone == Some(tone) {
            return self.take_back(|word| word.tone = None);
        }
        let parts = self.parts(Reading::UnderWay);
        if parts.is_none_or(|parts| parts.begin == parts.end) {
            return Did::Nothing;
        }
        self.tone = Some(tone);
        Did::Changed
    }

    fn drop_tone(&mut self) -> Did {
        if self.tone.is_none() || !self.is_shown() {
            return Did::Nothing;
        }
        self.tone = None;
        Did::Changed
    }

    fn hat(&mut self, on: Option<char>) -> Did {
        let bearers = self.places(|letter| {
            letter.may_have(Shape::Hat) && on.is_none_or(|base| base == letter.base)
        });
        for place in bearers.iter().rev().copied() {
            let put = |word: &mut Self| {
                word.shape(place, Shape::Hat);
                // Of ươ, uô is made.
                if let Some(before) = place.checked_sub(1).filter(|at| word.has(*at, Shape::Horn)) {
                    word.shape(before, Shape::Plain);
                }
            };
            if self.try_on(put) {
                return Did::Changed;
            }
        }
        let hatted = bearers
            .into_iter()
            .rev()
            .find(|at| self.has(*at, Shape::Hat));
        match hatted {
            Some(place) => self.take_back(|word| word.shape(place, Shape::Plain)),
            None => Did::Nothing,
        }
    }

    fn horn(&mut self, horn: bool, breve: bool, alone: Option<char>) -> Did {
        let shapes = [(horn, Shape::Horn), (breve, Shape::Breve)];
        let shapes = || {
            shapes
                .into_iter()
                .filter(|(may, _)| *may)
                .map(|(_, shape)| shape)
        };
        let pair = self.pair().filter(|_| horn);
        if let Some(first) = pair {
            // thuở, huơ: the only syllables on uơ.
            let onset: String = self
                .letters
                .iter()
                .take(first)
                .map(|one| one.base)
                .collect();
            let is_open = first + 2 == self.letters.len();
            let is_lone = is_open && matches!(onset.as_str(), "h" | "th" | "kh");
            if is_lone && self.try_on(|word| word.shape(first + 1, Shape::Horn)) {
                return Did::Changed;
            }
            let both = |word: &mut Self| {
                word.shape(first, Shape::Horn);
                word.shape(first + 1, Shape::Horn);
            };
            if self.try_on(both) {
                return Did::Changed;
            }
        }
        let bearers = self.places(|letter| shapes().any(|shape| letter.may_have(shape)));
        for place in bearers.iter().rev().copied() {
            let put = |shape| move |word: &mut Self| word.shape(place, shape);
            let mut shapes = shapes().filter(|shape| self.may_have(place, *shape));
            let shape = shapes.next().filter(|_| pair.is_none());
            if shape.is_some_and(|shape| self.try_on(put(shape))) {
                return Did::Changed;
            }
        }
        if bearers
            .iter()
            .any(|at| shapes().any(|shape| self.has(*at, shape)))
        {
            return self.take_back(|word| word.unhorn(&bearers));
        }
        let has_vowel = self.letters.iter().any(|letter| is_vowel(letter.base));
        match alone.filter(|_| !has_vowel) {
            Some(key) if self.try_on(|word| word.push_horned(key)) => Did::Changed,
            Some(_) | None => Did::Nothing,
        }
    }

    /// `ww` is w: a ư that came of one key goes as a whole.
    fn unhorn(&mut self, bearers: &[usize]) {
        for place in bearers.iter().copied() {
            self.shape(place, Shape::Plain);
        }
        self.letters.retain(|letter| !letter.is_alone);
    }

    fn push_horned(&mut self, key: char) {
        self.letters.push(Letter {
            base: 'u',
            is_capital: key.is_uppercase(),
            shape: Shape::Horn,
            is_alone: true,
        });
    }

    fn bar(&mut self, method: Method) -> Did {
        let last = self.letters.len().saturating_sub(1);
        let is_long = self.letters.iter().any(|letter| is_vowel(letter.base));
        let places = if is_long || method == Method::Vni {
            vec![last, 0]
        } else {
            vec![last]
        };
        let is_d = |at: &usize| {
            self.letters
                .get(*at)
                .is_some_and(|letter| letter.base == 'd')
        };
        let bearers: Vec<usize> = places.into_iter().filter(is_d).collect();
        for place in bearers.iter().copied() {
            if self.try_on(|word| word.shape(place, Shape::Bar)) {
                return Did::Changed;
            }
        }
        match bearers.into_iter().find(|at| self.has(*at, Shape::Bar)) {
            Some(place) => self.take_back(|word| word.shape(place, Shape::Plain)),
            None => Did::Nothing,
        }
    }

    /// Behind uơ and ưo, a further letter makes ươ of them: `thuowng`, `duwong`.
    fn join_horns(&mut self) {
        let Some(first) = self.pair() else { return };
        let has_one = self.has(first, Shape::Horn) != self.has(first + 1, Shape::Horn);
        let is_hat = self.has(first + 1, Shape::Hat);
        if has_one && !is_hat && first + 2 < self.letters.len() {
            self.try_on(|word| {
                word.shape(first, Shape::Horn);
                word.shape(first + 1, Shape::Horn);
            });
        }
    }

    /// The place of a u with an o behind it.
    fn pair(&self) -> Option<usize> {
        let vowels = self.places(|letter| matches!(letter.base, 'u' | 'o'));
        vowels.into_iter().find(|at| {
            let base = |at: usize| self.letters.get(at).map(|letter| letter.base);
            (base(*at), base(*at + 1)) == (Some('u'), Some('o'))
        })
    }

    /// The places of such vowels; the u of qu is none.
    fn places(&self, is_wanted: impl Fn(&Letter) -> bool) -> Vec<usize> {
        let begins_with_q = self
            .letters
            .first()
            .is_some_and(|letter| letter.base == 'q');
        let found = self.letters.iter().enumerate().filter(|(place, letter)| {
            is_vowel(letter.base) && is_wanted(letter) && !(begins_with_q && *place == 1)
        });
        found.map(|(place, _)| place).collect()
    }

    fn has(&self, place: usize, shape: Shape) -> bool {
        self.letters
            .get(place)
            .is_some_and(|letter| letter.shape == shape)
    }

    fn may_have(&self, place: usize, shape: Shape) -> bool {
        let letter = self.letters.get(place);
        letter.is_some_and(|letter| letter.may_have(shape))
    }

    fn shape(&mut self, place: usize, shape: Shape) {
        if let Some(letter) = self.letters.get_mut(place) {
            letter.shape = shape;
        }
    }
}
