//! Tells what was pasted into a list from what was typed.
//!
//! Terminals without bracketed paste send a paste as keys, and in a list every letter is a command.
//! Pure: judges by the stamps of the reading thread. The loop marks each batch that it drained,
//! before the first of its keys acts; lists do nothing with what is marked, fields take it as text.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::parser::Input;
use super::reader::Stamped;

/// No hand is faster than this from letter to letter.
const APART: Duration = Duration::from_millis(15);

/// So many letters that close together were not typed.
const MANY: usize = 4;

/// Watches the stream of inputs; keep one for the life of the terminal.
#[derive(Debug, Default)]
pub struct BurstGuard {
    run: Run,
    /// When anything came last.
    seen_at: Option<Duration>,
    /// Something among what came without a pause was no text at all: a file, not a hand.
    is_rubbish: bool,
}

/// Text keys that followed one another faster than hands.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    last_at: Option<Duration>,
    last_letter: Option<char>,
    letters: usize,
    /// `:` or `/` has opened a line: what follows up to Enter is typed into it.
    is_in_line: bool,
    /// Backspaces that no letter has answered: an input method retypes as many letters at once.
    owed: usize,
}

impl BurstGuard {
    /// A guard that has seen nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Marks as pasted the inputs of a batch that belong to a burst of letters: the letters with
    /// the digits, spaces and Enter among them.
    ///
    /// A stalled line that lets go of digits, arrows, function keys and Enter stays typing, and so
    /// does a letter held down, and a command or search from its `:` or `/` to its Enter.
    pub fn mark(&mut self, batch: &mut [Stamped]) {
        self.mark_rubbish(batch);
        let mut begins = 0;
        for place in 0..batch.len() {
            let Some(Stamped { input, at, .. }) = batch.get(place) else {
                break;
            };
            let together = self
                .run
                .last_at
                .is_some_and(|last| at.saturating_sub(last) < APART);
            let Some(key) = text_key(input) else {
                self.run = Run::default();
                begins = place + 1;
                continue;
            };
            if !together {
                self.run = Run::default();
                begins = place;
            }
            self.run.take(key, *at);
            if self.run.letters >= MANY {
                for stamped in batch.iter_mut().take(place + 1).skip(begins) {
                    stamped.pasted = true;
                }
                begins = place + 1;
            }
        }
    }
}

impl BurstGuard {
    /// Marks everything that came without a pause together with bytes that are no letters: a picture
    /// or an archive that was pasted holds control keys and sequences too.
    fn mark_rubbish(&mut self, batch: &mut [Stamped]) {
        let mut begins = 0;
        for place in 0..batch.len() {
            let Some(Stamped { input, at, .. }) = batch.get(place) else {
                break;
            };
            let last = self.seen_at.replace(*at);
            if last.is_none_or(|last| at.saturating_sub(last) >= APART) {
                self.is_rubbish = false;
                begins = place;
            }
            self.is_rubbish |= matches!(input, Input::Unreadable);
            if self.is_rubbish {
                for stamped in batch.iter_mut().take(place + 1).skip(begins) {
                    stamped.pasted = true;
                }
                begins = place + 1;
            }
        }
    }
}

impl Run {
    fn take(&mut self, key: KeyEvent, at: Duration) {
        self.last_at = Some(at);
        let letter = match key.code {
            // Nothing that people copy begins so; a stalled line lets go of typing that does.
            KeyCode::Char(':' | '/') if self.letters == 0 && self.owed == 0 => {
                self.is_in_line = true;
                return;
            }
            KeyCode::Enter => {
                self.is_in_line = false;
                return;
            }
            KeyCode::Char(_) if self.is_in_line => return,
            KeyCode::Char(letter) if !letter.is_ascii_digit() && letter != ' ' => letter,
            KeyCode::Backspace => {
                self.owed += 1;
                return;
            }
            _ => return,
        };
        if self.owed > 0 {
            self.owed -= 1;
        } else if self.last_letter != Some(letter) {
            self.letters += 1;
        }
        self.last_letter = Some(letter);
    }
}

/// Keys that a paste can consist of. Others (arrows, function keys) do not occur in text.
fn text_key(input: &Input) -> Option<KeyEvent> {
    let key = match input {
        Input::Key(key) => key,
        // A letter of another character set is one all the same.
        Input::Unreadable => &KeyEvent::new(KeyCode::Char('\u{fffd}'), KeyModifiers::NONE),
        Input::Paste { .. } => return None,
    };
    is_of_text(*key).then_some(*key)
}

/// Whether text can hold this key: a letter, the end of a line, a tab, or what takes a letter back.
#[must_use]
pub fn is_of_text(key: KeyEvent) -> bool {
    let is_plain = !key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let is_text = matches!(
        key.code,
        KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace
    );
    is_plain && is_text
}
