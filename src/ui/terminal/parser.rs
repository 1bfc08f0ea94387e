//! Turns the bytes that a terminal sends into keys and pastes.
//!
//! Pure and incremental: no clock, no file. However the bytes are cut, the same keys come out; only
//! the reader, which knows the time, may call [`Parser::flush`]. Nothing that can arrive makes it
//! panic, and memory stays bounded.
//!
//! Why our own: `termina` asserts on its input, does not bound a paste, re-reads its buffer from the
//! start at every byte and has key types of its own; `terminput` needs a newer compiler.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::paste::Collector;
use super::sequences::{Meaning, Opening, linux_function_key, meaning};

/// What a person did at the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key, always a press. A letter never carries SHIFT: the letter itself tells. A combining
    /// mark comes as a letter of its own; a field composes it (NFC) with the letter before it.
    Key(KeyEvent),
    /// A bracketed paste: NFC, lines ended by `\n`, no other control characters but tab.
    Paste {
        /// What was kept of it, at most [`PASTE_KEPT`](super::PASTE_KEPT) bytes.
        text: String,
        /// How many bytes were too many; tell the person when it is not zero.
        dropped: usize,
    },
    /// A byte, or some, that are not UTF-8: the terminal is set to another character set.
    Unreadable,
}

/// Longer sequences than this are unknown ones, and are swallowed.
const SEQUENCE_KEPT: usize = 32;

/// Replies in words (`ESC ] … BEL`) longer than this were not replies.
const REPLY_KEPT: usize = 4096;

/// So many timeouts in a row end a paste whose end mark was lost (5 s at 50 ms). Ending it earlier
/// would hand the rest of a stalled paste to the list as keys.
const PASTE_PATIENCE: u8 = 100;

/// The parser; keep one for the life of the terminal.
#[derive(Debug, Default)]
pub struct Parser {
    state: State,
    /// A timeout has passed inside the sequence: do not ask for another.
    late: bool,
    /// Timeouts since the last byte of a paste.
    silent: u8,
    /// The last byte was CR: an LF now belongs to the same Enter (terminals in newline mode, telnet).
    after_return: bool,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    Escape,
    Sequence {
        opening: Opening,
        inner: Vec<u8>,
    },
    LinuxKey,
    Letter {
        bytes: [u8; 4],
        have: usize,
        need: usize,
        held: KeyModifiers,
    },
    Mouse {
        left: u8,
    },
    /// OSC, DCS and their like: swallowed up to BEL or ST.
    Reply {
        opening: u8,
        seen: usize,
        escaped: bool,
    },
    Paste(Collector),
}

impl Parser {
    /// A parser at rest.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes what was read and gives the inputs that are complete with it.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut found = Vec::new();
        self.late = false;
        self.silent = 0;
        for byte in bytes {
            self.step(*byte, &mut found);
        }
        found
    }

    /// True when half of something is pending and a short silence would decide it.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !matches!(self.state, State::Ground) && !self.late
    }

    /// Tells that nothing came for the escape time: a lone ESC is the Esc key.
    ///
    /// Half a letter and half a sequence (`ESC [`) stay: on a stalled line the rest still comes, and
    /// taken alone it would be rubbish, or a command letter. Whatever cannot belong to it ends it.
    pub fn flush(&mut self) -> Vec<Input> {
        match std::mem::take(&mut self.state) {
            // A mouse report comes in one piece: what stands alone is F1 of PuTTY in SCO mode.
            State::Mouse { left: 3 } => vec![plain(KeyCode::F(1))],
            State::Ground | State::Mouse { .. } => Vec::new(),
            State::Escape => vec![plain(KeyCode::Esc)],
            State::Reply {
                opening,
                seen: 0,
                escaped: false,
            } => vec![key(KeyCode::Char(char::from(opening)), KeyModifiers::ALT)],
            State::Reply { .. } => Vec::new(),
            State::Paste(paste) if self.silent >= PASTE_PATIENCE => vec![paste.finish()],
            State::Paste(paste) => {
                self.silent += 1;
                self.state = State::Paste(paste);
                Vec::new()
            }
            kept @ (State::Letter { .. } | State::Sequence { .. } | State::LinuxKey) => {
                self.late = true;
                self.state = kept;
                Vec::new()
            }
        }
    }

    fn step(&mut self, byte: u8, found: &mut Vec<Input>) {
        match std::mem::take(&mut self.state) {
            State::Ground => self.ground(byte, KeyModifiers::NONE, found),
            State::Escape => self.after_escape(byte, found),
            State::Sequence { opening, inner } => self.in_sequence(opening, inner, byte, found),
            State::LinuxKey => match linux_function_key(byte) {
                Some(event) => found.push(Input::Key(event)),
                None if byte.is_ascii_graphic() => {}
                None => self.ground(byte, KeyModifiers::NONE, found),
            },
            State::Letter {
                bytes,
                have,
                need,
                held,
            } => self.in_letter(bytes, have, need, held, byte, found),
            // No mouse report has a control character in it: that was F1 of PuTTY in SCO mode.
            State::Mouse { left: 3 } if byte < b' ' => {
                found.push(plain(KeyCode::F(1)));
                self.ground(byte, KeyModifiers::NONE, found);
            }
            State::Mouse { left } if left > 1 => self.state = State::Mouse { left: left - 1 },
            State::Mouse { .. } => {}
            State::Reply {
                opening,
                seen,
                escaped,
            } => self.in_reply(opening, seen, escaped, byte, found),
            State::Paste(mut paste) => {
                if paste.take(byte) {
                    found.push(paste.finish());
                } else {
                    self.state = State::Paste(paste);
                }
            }
        }
    }

    fn ground(&mut self, byte: u8, held: KeyModifiers, found: &mut Vec<Input>) {
        let line_end_again = byte == b'\n' && self.after_return;
        self.after_return = byte == b'\r';
        match byte {
            b'\n' if line_end_again => {}
            0x1b => self.state = State::Escape,
            0x00..=0x7f => found.push(ascii(byte, held)),
            0xc2..=0xf4 => {
                let need = if byte < 0xe0 {
                    2
                } else {
                    3 + usize::from(byte >= 0xf0)
                };
                self.state = State::Letter {
                    bytes: [byte, 0, 0, 0],
                    have: 1,
                    need,
                    held,
                };
            }
            // A terminal set to another charset, or eight-bit controls.
            _ => found.push(Input::Unreadable),
        }
    }

    fn after_escape(&mut self, byte: u8, found: &mut Vec<Input>) {
        match byte {
            b'[' => {
                self.state = State::Sequence {
                    opening: Opening::Csi,
                    inner: Vec::new(),
                }
            }
            b'O' => {
                self.state = State::Sequence {
                    opening: Opening::Ss3,
                    inner: Vec::new(),
                }
            }
            b']' | b'P' | b'X' | b'^' | b'_' => {
                self.state = State::Reply {
                    opening: byte,
                    seen: 0,
                    escaped: false,
                }
            }
            0x1b => {
                found.push(plain(KeyCode::Esc));
                self.state = State::Escape;
            }
            // The Linux console says Shift-Tab so; Alt-Tab never reaches a program.
            b'\t' => found.push(key(KeyCode::BackTab, KeyModifiers::SHIFT)),
            0x80..=0xc1 | 0xf5..=0xff => found.extend([plain(KeyCode::Esc), Input::Unreadable]),
            _ => self.ground(byte, KeyModifiers::ALT, found),
        }
    }

    fn in_sequence(
        &mut self,
        opening: Opening,
        mut inner: Vec<u8>,
        byte: u8,
        found: &mut Vec<Input>,
    ) {
        let digits_only = !inner.is_empty() && inner.iter().all(u8::is_ascii_digit);
        match (opening, byte) {
            (Opening::Csi, b'[') if inner.is_empty() => self.state = State::LinuxKey,
            // rxvt ends Shift-PageUp with `$`, which elsewhere is an intermediate.
            (Opening::Csi, b'$') if digits_only => self.finish(opening, &inner, byte, found),
            (Opening::Csi, b' '..=b'?') | (Opening::Ss3, b'0'..=b'9' | b';') => {
                if inner.len() < SEQUENCE_KEPT {
                    inner.push(byte);
                } else {
                    inner.fill(b'?'); // too long to be a key
                }
                self.state = State::Sequence { opening, inner };
            }
            (_, b' '..=b'~') => self.finish(opening, &inner, byte, found),
            (_, 0x18 | 0x1a) => {} // CAN and SUB call a sequence off
            _ => self.ground(byte, KeyModifiers::NONE, found),
        }
    }

    fn finish(&mut self, opening: Opening, inner: &[u8], last: u8, found: &mut Vec<Input>) {
        match meaning(opening, inner, last) {
            Meaning::Key(event) => found.push(Input::Key(event)),
            Meaning::PasteBegins => self.state = State::Paste(Collector::default()),
            Meaning::ThreeBytesFollow => self.state = State::Mouse { left: 3 },
            Meaning::Nothing => {}
        }
    }

    fn in_letter(
        &mut self,
        mut bytes: [u8; 4],
        have: usize,
        need: usize,
        held: KeyModifiers,
        byte: u8,
        found: &mut Vec<Input>,
    ) {
        if !(0x80..=0xbf).contains(&byte) {
            found.push(Input::Unreadable);
            return self.ground(byte, KeyModifiers::NONE, found);
        }
        if let Some(place) = bytes.get_mut(have) {
            *place = byte;
        }
        let have = have + 1;
        if have < need {
            self.state = State::Letter {
                bytes,
                have,
                need,
                held,
            };
            return;
        }
        // Overlong forms and surrogates are not letters.
        let letter = bytes
            .get(..need)
            .and_then(|whole| std::str::from_utf8(whole).ok())
            .and_then(|text| text.chars().next());
        match letter {
            Some(letter) if letter.is_control() => {}
            Some(letter) => found.push(key(KeyCode::Char(letter), held)),
            None => found.push(Input::Unreadable),
        }
    }

    fn in_reply(
        &mut self,
        opening: u8,
        seen: usize,
        escaped: bool,
        byte: u8,
        found: &mut Vec<Input>,
    ) {
        match byte {
            0x07 | 0x18 | 0x1a => {}
            b'\\' if escaped => {}
            _ if escaped => self.after_escape(byte, found),
            0x1b => {
                self.state = State::Reply {
                    opening,
                    seen,
                    escaped: true,
                }
            }
            _ if seen < REPLY_KEPT => {
                self.state = State::Reply {
                    opening,
                    seen: seen + 1,
                    escaped,
                }
            }
            _ => {}
        }
    }
}

/// The keys of the first 128 bytes. Both deletes are Backspace and both line ends Enter: terminals
/// disagree, and no person means Ctrl-H or Ctrl-J.
fn ascii(byte: u8, held: KeyModifiers) -> Input {
    let control = |letter: u8| {
        key(
            KeyCode::Char(char::from(letter)),
            held | KeyModifiers::CONTROL,
        )
    };
    match byte {
        0x08 | 0x7f => key(KeyCode::Backspace, held),
        b'\t' => key(KeyCode::Tab, held),
        b'\n' | b'\r' => key(KeyCode::Enter, held),
        0x00 => control(b' '),
        0x01..=0x1a => control(byte - 1 + b'a'),
        0x1b..=0x1f => control(byte - 0x1b + b'['),
        _ => key(KeyCode::Char(char::from(byte)), held),
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

fn plain(code: KeyCode) -> Input {
    key(code, KeyModifiers::NONE)
}
