//! What a finished escape sequence means as a key.
//!
//! One table for the dialects that clerks' terminals speak: xterm, the Linux console, PuTTY, rxvt,
//! screen and tmux, vt220. Only the parser enters. Replies of terminals mean nothing here; the same
//! bytes always mean the same key, whatever `TERM` says, because PuTTY calls itself xterm.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What opened the sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// `ESC [`
    Csi,
    /// `ESC O`
    Ss3,
}

/// What a whole sequence asks the parser to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Key(KeyEvent),
    PasteBegins,
    /// An old mouse report: three bytes follow that must not be taken for keys.
    ThreeBytesFollow,
    Nothing,
}

/// Finds the meaning of `ESC [ inner last` or `ESC O inner last`.
pub(super) fn meaning(opening: Opening, inner: &[u8], last: u8) -> Meaning {
    if inner.iter().any(|byte| !matches!(byte, b'0'..=b';')) {
        return Meaning::Nothing; // private parameters and intermediates: replies, mouse, unknown
    }
    let parameters = Parameters::read(inner);
    let key = match opening {
        Opening::Ss3 => keypad(last).map(|code| (code, parameters.first_as_modifiers())),
        Opening::Csi => match (last, parameters.first) {
            (b'~', Some(200)) => return Meaning::PasteBegins,
            (b'M', None) => return Meaning::ThreeBytesFollow,
            (b'~', Some(27)) => parameters
                .third
                .and_then(from_code)
                .map(|code| (code, parameters.modifiers())),
            (b'u', Some(code)) => from_code(code).map(|code| (code, parameters.modifiers())),
            (b'~' | b'$' | b'^' | b'@', Some(number)) => {
                numbered(number).map(|code| (code, parameters.modifiers() | rxvt(last)))
            }
            _ if inner.is_empty() && sco(last).is_some() => {
                sco(last).map(|code| (code, KeyModifiers::NONE))
            }
            // `ESC [ 24 ; 80 R` is where the cursor stands, `ESC [ 1 ; 2 R` is Shift-F3.
            (b'R', Some(row)) if row > 1 => None,
            _ => lettered(last).map(|(code, shift)| (code, parameters.modifiers() | shift)),
        },
    };
    key.map_or(Meaning::Nothing, |(code, modifiers)| {
        Meaning::Key(KeyEvent::new(code, modifiers))
    })
}

/// F1 to F5 of the Linux console and of cygwin: `ESC [ [ A`.
pub(super) fn linux_function_key(last: u8) -> Option<KeyEvent> {
    let number = last.checked_sub(b'A').filter(|place| *place < 5)? + 1;
    Some(KeyEvent::new(KeyCode::F(number), KeyModifiers::NONE))
}

struct Parameters {
    first: Option<u32>,
    second: Option<u32>,
    third: Option<u32>,
}

impl Parameters {
    fn read(inner: &[u8]) -> Self {
        // Of `1:2` only the 1 counts: the rest are kitty's shifted and base-layout keys.
        let mut numbers = inner.split(|byte| *byte == b';').map(|part| {
            let digits = part.split(|byte| *byte == b':').next().unwrap_or_default();
            std::str::from_utf8(digits).ok()?.parse().ok()
        });
        let mut next = || numbers.next().flatten();
        Self {
            first: next(),
            second: next(),
            third: next(),
        }
    }

    fn modifiers(&self) -> KeyModifiers {
        self.second.map_or(KeyModifiers::NONE, modifiers)
    }

    /// Old Konsole and GNOME: `ESC O 5 P` is Ctrl-F1.
    fn first_as_modifiers(&self) -> KeyModifiers {
        self.first.map_or(KeyModifiers::NONE, modifiers)
    }
}

fn modifiers(number: u32) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let held = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::ALT),
    ];
    held.into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

/// rxvt says Shift, Ctrl and both in the last byte.
fn rxvt(last: u8) -> KeyModifiers {
    match last {
        b'$' => KeyModifiers::SHIFT,
        b'^' => KeyModifiers::CONTROL,
        b'@' => KeyModifiers::SHIFT | KeyModifiers::CONTROL,
        _ => KeyModifiers::NONE,
    }
}

/// Keys of the SCO console, which PuTTY can play and the terminfo of `ansi` follows in part.
///
/// Bare `ESC [ P` to `ESC [ S` are F1 to F4 only in kitty's protocol, which we never ask for, so they
/// are SCO's F4 to F7; with parameters they stay xterm's. Two of SCO's keys give way: `ESC [ O` (F3)
/// and `ESC [ I` (PageUp) are what a terminal says when its window is left and entered, if a program
/// before us asked to be told, and neither may close a screen or move the selection. Alt-3 and the
/// arrows stand in. F1 (`ESC [ M`) begins an old mouse report and is told apart by the parser.
/// Shifted ones are not known: they are the shifted arrows of rxvt.
fn sco(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'N' => KeyCode::F(2),
        b'P'..=b'X' => KeyCode::F(last - b'P' + 4),
        b'G' => KeyCode::PageDown,
        b'L' => KeyCode::Insert,
        _ => return None,
    })
}

fn lettered(last: u8) -> Option<(KeyCode, KeyModifiers)> {
    let code = match last {
        b'A' | b'a' => KeyCode::Up,
        b'B' | b'b' => KeyCode::Down,
        b'C' | b'c' => KeyCode::Right,
        b'D' | b'd' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        b'Z' => KeyCode::BackTab,
        _ => return None,
    };
    let shifted = last == b'Z' || last.is_ascii_lowercase();
    Some((
        code,
        if shifted {
            KeyModifiers::SHIFT
        } else {
            KeyModifiers::NONE
        },
    ))
}

fn numbered(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        // The gaps are the gaps of the vt220's keyboard.
        11..=15 => function(number - 10),
        17..=21 => function(number - 11),
        23..=26 => function(number - 12),
        28 | 29 => function(number - 13),
        31..=34 => function(number - 14),
        _ => return None,
    })
}

fn function(number: u32) -> KeyCode {
    u8::try_from(number).map_or(KeyCode::Null, KeyCode::F)
}

/// Keys of `ESC O`: arrows in application mode, PF1 to PF4, and the keypad in application mode,
/// which we never ask for but a program before us may have left on.
///
/// The terminfo of vt100 lays F5 to F10 on keypad digits (`ESC O t` is its F5). That terminal has no
/// such keys, and what is struck on a keypad is a digit of the option column: they stay digits.
fn keypad(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'p'..=b'y' => KeyCode::Char(char::from(last - b'p' + b'0')),
        b'M' => KeyCode::Enter,
        b'I' => KeyCode::Tab,
        b' ' => KeyCode::Char(' '),
        // VT100+ goes on where PF4 ends. `ESC O X` is also the equals sign of some keypads; no clerk
        // has that key.
        b'T'..=b'Z' | b'[' => function(u32::from(last - b'P') + 1),
        b'j' => KeyCode::Char('*'),
        b'k' => KeyCode::Char('+'),
        b'l' => KeyCode::Char(','),
        b'm' => KeyCode::Char('-'),
        b'n' => KeyCode::Char('.'),
        b'o' => KeyCode::Char('/'),
        _ => return lettered(last).map(|(code, _)| code),
    })
}

/// A key told by its number: `ESC [ 97 ; 5 u`, or `ESC [ 27 ; 5 ; 97 ~`.
fn from_code(code: u32) -> Option<KeyCode> {
    Some(match code {
        8 | 127 => KeyCode::Backspace,
        9 => KeyCode::Tab,
        10 | 13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        _ => KeyCode::Char(char::from_u32(code).filter(|letter| !letter.is_control())?),
    })
}
