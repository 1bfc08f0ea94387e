//! The keys of every terminal that we name, as its terminfo has them, and as these programs really
//! send them where terminfo says something else. The tables are data: no test needs a terminfo.

use cchc::ui::terminal::{Input, Parser};
use crossterm::event::KeyCode::{
    self, BackTab, Backspace, Delete, Down, End, Enter, F, Home, Insert, Left, PageDown, PageUp,
    Right, Up,
};
use crossterm::event::{KeyEvent, KeyModifiers};

/// From ncurses 6.4. Left out are F5 to F10 of vt100, see [`DIGITS`].
const TERMINFO: &[(&str, &[(&str, KeyCode)])] = &[
    (
        "xterm",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1bOH", Home),
            ("\x1bOF", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1bOA", Up),
            ("\x1bOB", Down),
            ("\x1bOC", Right),
            ("\x1bOD", Left),
            ("\x1b[Z", BackTab),
            ("\x7f", Backspace),
            ("\x1bOM", Enter),
        ],
    ),
    (
        "xterm-256color",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1bOH", Home),
            ("\x1bOF", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1bOA", Up),
            ("\x1bOB", Down),
            ("\x1bOC", Right),
            ("\x1bOD", Left),
            ("\x1b[Z", BackTab),
            ("\x7f", Backspace),
            ("\x1bOM", Enter),
        ],
    ),
    (
        "screen",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1b[1~", Home),
            ("\x1b[4~", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1bOA", Up),
            ("\x1bOB", Down),
            ("\x1bOC", Right),
            ("\x1bOD", Left),
            ("\x1b[Z", BackTab),
            ("\x7f", Backspace),
        ],
    ),
    (
        "tmux",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1b[1~", Home),
            ("\x1b[4~", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1bOA", Up),
            ("\x1bOB", Down),
            ("\x1bOC", Right),
            ("\x1bOD", Left),
            ("\x1b[Z", BackTab),
            ("\x7f", Backspace),
        ],
    ),
    (
        "tmux-256color",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1b[1~", Home),
            ("\x1b[4~", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1bOA", Up),
            ("\x1bOB", Down),
            ("\x1bOC", Right),
            ("\x1bOD", Left),
            ("\x1b[Z", BackTab),
            ("\x7f", Backspace),
        ],
    ),
    (
        "putty",
        &[
            ("\x1b[11~", F(1)),
            ("\x1b[12~", F(2)),
            ("\x1b[13~", F(3)),
            ("\x1b[14~", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1b[1~", Home),
            ("\x1b[4~", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1bOA", Up),
            ("\x1bOB", Down),
            ("\x1bOC", Right),
            ("\x1bOD", Left),
            ("\x1b[Z", BackTab),
            ("\x7f", Backspace),
            ("\x1bOM", Enter),
        ],
    ),
    (
        "linux",
        &[
            ("\x1b[[A", F(1)),
            ("\x1b[[B", F(2)),
            ("\x1b[[C", F(3)),
            ("\x1b[[D", F(4)),
            ("\x1b[[E", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1b[1~", Home),
            ("\x1b[4~", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1b[A", Up),
            ("\x1b[B", Down),
            ("\x1b[C", Right),
            ("\x1b[D", Left),
            ("\x1b\t", BackTab),
            ("\x7f", Backspace),
        ],
    ),
    (
        "vt100",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1bOA", Up),
            ("\x1bOB", Down),
            ("\x1bOC", Right),
            ("\x1bOD", Left),
            ("\x08", Backspace),
            ("\x1bOM", Enter),
        ],
    ),
    (
        "vt220",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1b[A", Up),
            ("\x1b[B", Down),
            ("\x1b[C", Right),
            ("\x1b[D", Left),
            ("\x08", Backspace),
        ],
    ),
    (
        "ansi",
        &[
            ("\x1b[H", Home),
            ("\x1b[L", Insert),
            ("\x1b[A", Up),
            ("\x1b[B", Down),
            ("\x1b[C", Right),
            ("\x1b[D", Left),
            ("\x1b[Z", BackTab),
            ("\x08", Backspace),
        ],
    ),
    (
        "ms-terminal",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1bOH", Home),
            ("\x1bOF", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1bOA", Up),
            ("\x1bOB", Down),
            ("\x1bOC", Right),
            ("\x1bOD", Left),
            ("\x1b[Z", BackTab),
            ("\x7f", Backspace),
        ],
    ),
    (
        "cygwin",
        &[
            ("\x1b[[A", F(1)),
            ("\x1b[[B", F(2)),
            ("\x1b[[C", F(3)),
            ("\x1b[[D", F(4)),
            ("\x1b[[E", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1b[1~", Home),
            ("\x1b[4~", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1b[A", Up),
            ("\x1b[B", Down),
            ("\x1b[C", Right),
            ("\x1b[D", Left),
            ("\x08", Backspace),
        ],
    ),
    (
        "rxvt",
        &[
            ("\x1b[11~", F(1)),
            ("\x1b[12~", F(2)),
            ("\x1b[13~", F(3)),
            ("\x1b[14~", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[18~", F(7)),
            ("\x1b[19~", F(8)),
            ("\x1b[20~", F(9)),
            ("\x1b[21~", F(10)),
            ("\x1b[23~", F(11)),
            ("\x1b[24~", F(12)),
            ("\x1b[7~", Home),
            ("\x1b[8~", End),
            ("\x1b[5~", PageUp),
            ("\x1b[6~", PageDown),
            ("\x1b[3~", Delete),
            ("\x1b[2~", Insert),
            ("\x1b[A", Up),
            ("\x1b[B", Down),
            ("\x1b[C", Right),
            ("\x1b[D", Left),
            ("\x1b[Z", BackTab),
            ("\x7f", Backspace),
            ("\x1bOM", Enter),
        ],
    ),
];

/// What programs send where it is not in their terminfo.
const REALLY: &[(&str, &[(&str, KeyCode)])] = &[
    // The manual of PuTTY names these modes; arrows are `ESC [ A` until an application asks otherwise.
    (
        "PuTTY, ESC[n~",
        &[
            ("\x1b[11~", F(1)),
            ("\x1b[12~", F(2)),
            ("\x1b[13~", F(3)),
            ("\x1b[14~", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[24~", F(12)),
            ("\x1b[A", Up),
            ("\x1b[D", Left),
            ("\x1b[7~", Home), // in its rxvt setting
            ("\x1bOw", KeyCode::Char('7')),
        ],
    ),
    (
        "PuTTY, Linux",
        &[
            ("\x1b[[A", F(1)),
            ("\x1b[[E", F(5)),
            ("\x1b[17~", F(6)),
            ("\x1b[24~", F(12)),
        ],
    ),
    (
        "PuTTY, Xterm R6",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOS", F(4)),
            ("\x1b[15~", F(5)),
            ("\x1b[24~", F(12)),
        ],
    ),
    // Function keys as in the first mode, and the top row of the keypad sends these.
    (
        "PuTTY, VT400",
        &[
            ("\x1b[11~", F(1)),
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
        ],
    ),
    (
        "PuTTY, VT100+",
        &[
            ("\x1bOP", F(1)),
            ("\x1bOQ", F(2)),
            ("\x1bOR", F(3)),
            ("\x1bOS", F(4)),
            ("\x1bOT", F(5)),
            ("\x1bOU", F(6)),
            ("\x1bOV", F(7)),
            ("\x1bOW", F(8)),
            ("\x1bOX", F(9)), // the equals sign of some keypads: no clerk has that key
            ("\x1bOY", F(10)),
            ("\x1bOZ", F(11)),
            ("\x1bO[", F(12)),
        ],
    ),
    // F1 stands in a test of its own. F3 (`ESC [ O`) and PageUp (`ESC [ I`) are what a terminal says
    // when its window is left and entered; they press no key. Bare `ESC [ P` would be F1 in kitty's
    // protocol, which nobody asks for.
    (
        "PuTTY, SCO",
        &[
            ("\x1b[N", F(2)),
            ("\x1b[P", F(4)),
            ("\x1b[Q", F(5)),
            ("\x1b[R", F(6)),
            ("\x1b[S", F(7)),
            ("\x1b[T", F(8)),
            ("\x1b[U", F(9)),
            ("\x1b[V", F(10)),
            ("\x1b[W", F(11)),
            ("\x1b[X", F(12)),
            ("\x1b[H", Home),
            ("\x1b[F", End),
            ("\x1b[G", PageDown),
            ("\x1b[L", Insert),
            ("\x7f", Backspace), // its Delete too: nobody can tell
        ],
    ),
    // Outside of application mode, which we never ask for.
    (
        "xterm, Windows Terminal, tmux",
        &[
            ("\x1b[A", Up),
            ("\x1b[B", Down),
            ("\x1b[C", Right),
            ("\x1b[D", Left),
            ("\x1b[H", Home),
            ("\x1b[F", End),
        ],
    ),
    (
        "vt220, its 17 upper keys",
        &[
            ("\x1b[1~", Home), // Find
            ("\x1b[4~", End),  // Select
            ("\x1b[28~", F(15)),
            ("\x1b[29~", F(16)),
        ],
    ),
];

/// A keypad in application mode. The terminfo of vt100 lays F5 to F10 here, but that keyboard ends at
/// PF4, and who strikes a digit on a keypad means the option column.
const DIGITS: &[(&str, char)] = &[
    ("\x1bOp", '0'),
    ("\x1bOq", '1'),
    ("\x1bOr", '2'),
    ("\x1bOs", '3'),
    ("\x1bOt", '4'),
    ("\x1bOu", '5'),
    ("\x1bOv", '6'),
    ("\x1bOw", '7'),
    ("\x1bOx", '8'),
    ("\x1bOy", '9'),
    ("\x1bOn", '.'),
    ("\x1bOl", ','),
    ("\x1bOm", '-'),
    ("\x1bOk", '+'),
    ("\x1bOj", '*'),
    ("\x1bOo", '/'),
];

fn key(code: KeyCode) -> Input {
    let with = if code == BackTab {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    Input::Key(KeyEvent::new(code, with))
}

/// Whole, cut at every byte, byte by byte, and between other keys.
#[track_caller]
fn arrives(terminal: &str, bytes: &str, code: KeyCode) {
    let wanted = [key(code)];
    assert_eq!(
        Parser::new().feed(bytes.as_bytes()),
        wanted,
        "{terminal} {bytes:?}"
    );
    for cut in 1..bytes.len() {
        let (head, tail) = bytes.as_bytes().split_at(cut);
        let mut parser = Parser::new();
        assert_eq!(parser.feed(head), [], "{terminal} {bytes:?} cut at {cut}");
        assert_eq!(
            parser.feed(tail),
            wanted,
            "{terminal} {bytes:?} cut at {cut}"
        );
    }
    for other in [
        ("a", KeyCode::Char('a')),
        ("\x1b[B", Down),
        ("\t", KeyCode::Tab),
    ] {
        let between = format!("{0}{bytes}{0}", other.0);
        let found = Parser::new().feed(between.as_bytes());
        assert_eq!(
            found,
            [key(other.1), key(code), key(other.1)],
            "{terminal} {between:?}"
        );
    }
}

#[test]
fn every_key_of_every_listed_terminal_arrives_as_itself() {
    for (terminal, keys) in TERMINFO.iter().chain(REALLY) {
        for (bytes, code) in *keys {
            arrives(terminal, bytes, *code);
        }
    }
}

#[test]
fn a_keypad_in_application_mode_gives_digits_and_signs() {
    for (bytes, letter) in DIGITS {
        arrives("keypad", bytes, KeyCode::Char(*letter));
    }
}

#[test]
fn no_two_terminals_are_believed_to_mean_different_keys_by_the_same_bytes() {
    let mut known: Vec<(&str, KeyCode)> = Vec::new();
    for (bytes, code) in TERMINFO.iter().chain(REALLY).flat_map(|(_, keys)| *keys) {
        let other = known.iter().find(|(seen, _)| seen == bytes);
        assert!(
            other.is_none_or(|(_, meant)| meant == code),
            "{bytes:?}: {code:?}, {other:?}"
        );
        known.push((bytes, *code));
    }
}

#[test]
fn f1_in_sco_mode_is_told_from_an_old_mouse_report_by_the_silence_after_it() {
    let mut parser = Parser::new();
    assert_eq!(parser.feed(b"\x1b[M"), []);
    assert!(parser.is_waiting());
    assert_eq!(parser.flush(), [key(F(1))]);
    assert_eq!(parser.feed(b"9"), [key(KeyCode::Char('9'))]);
    // With a key behind it that no report can hold.
    assert_eq!(Parser::new().feed(b"\x1b[M\r"), [key(F(1)), key(Enter)]);
    assert_eq!(Parser::new().feed(b"\x1b[M\x1b[B"), [key(F(1)), key(Down)]);
    // A report that was cut in the middle presses no key.
    let mut parser = Parser::new();
    assert_eq!(parser.feed(b"\x1b[M #"), []);
    assert_eq!(parser.flush(), []);
}

#[test]
fn an_alt_digit_is_one_key_in_one_read_or_within_the_escape_time() {
    for digit in "1234567890-".chars() {
        let wanted = [Input::Key(KeyEvent::new(
            KeyCode::Char(digit),
            KeyModifiers::ALT,
        ))];
        let bytes = format!("\x1b{digit}");
        assert_eq!(Parser::new().feed(bytes.as_bytes()), wanted);
        let mut parser = Parser::new();
        assert_eq!(parser.feed(b"\x1b"), []);
        assert_eq!(parser.feed(digit.to_string().as_bytes()), wanted);
        let mut parser = Parser::new();
        assert_eq!(parser.feed(b"\x1b"), []);
        assert_eq!(
            parser.flush(),
            [key(KeyCode::Esc)],
            "after the escape time it is Esc"
        );
        assert_eq!(
            parser.feed(digit.to_string().as_bytes()),
            [key(KeyCode::Char(digit))]
        );
    }
}
