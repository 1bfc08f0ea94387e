//! Bytes as terminals send them, and the keys that were struck.

use cchc::ui::terminal::{Input, PASTE_KEPT, Parser};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;

fn read(bytes: impl AsRef<[u8]>) -> Vec<Input> {
    Parser::new().feed(bytes.as_ref())
}

fn key(code: KeyCode, held: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, held))
}

fn letter(letter: char) -> Input {
    key(KeyCode::Char(letter), NONE)
}

#[track_caller]
fn all_mean(sequences: &[&str], code: KeyCode, held: KeyModifiers) {
    for bytes in sequences {
        assert_eq!(read(bytes), [key(code, held)], "{bytes:?}");
    }
}

#[test]
fn every_terminal_has_its_own_function_keys_and_all_are_known() {
    // xterm and vt100, PuTTY and rxvt, Linux console and cygwin, application mode with modifiers
    all_mean(&["\x1bOP", "\x1b[11~", "\x1b[[A"], KeyCode::F(1), NONE);
    all_mean(&["\x1bOQ", "\x1b[12~", "\x1b[[B"], KeyCode::F(2), NONE);
    all_mean(&["\x1bOR", "\x1b[13~", "\x1b[[C"], KeyCode::F(3), NONE);
    all_mean(&["\x1bOS", "\x1b[14~", "\x1b[[D"], KeyCode::F(4), NONE);
    all_mean(&["\x1b[15~", "\x1b[[E"], KeyCode::F(5), NONE);
    for (number, code) in [
        (17, 6),
        (18, 7),
        (19, 8),
        (20, 9),
        (21, 10),
        (23, 11),
        (24, 12),
        (25, 13),
        (34, 20),
    ] {
        all_mean(&[&format!("\x1b[{number}~")], KeyCode::F(code), NONE);
    }
    all_mean(
        &["\x1b[1;2P", "\x1bO2P", "\x1b[11;2~", "\x1b[11$"],
        KeyCode::F(1),
        SHIFT,
    );
    all_mean(&["\x1b[1;2R"], KeyCode::F(3), SHIFT);
    all_mean(&["\x1b[15;5~", "\x1b[15^"], KeyCode::F(5), CTRL);
}

#[test]
fn arrows_and_the_six_keys_above_them_are_known_in_every_dialect() {
    all_mean(&["\x1b[A", "\x1bOA"], KeyCode::Up, NONE);
    all_mean(&["\x1b[1;5A", "\x1bO5A"], KeyCode::Up, CTRL);
    all_mean(&["\x1b[1;2B", "\x1b[b"], KeyCode::Down, SHIFT);
    all_mean(&["\x1b[1;3D"], KeyCode::Left, ALT);
    all_mean(
        &["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"],
        KeyCode::Home,
        NONE,
    );
    all_mean(
        &["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"],
        KeyCode::End,
        NONE,
    );
    all_mean(&["\x1b[2~"], KeyCode::Insert, NONE);
    all_mean(&["\x1b[3~"], KeyCode::Delete, NONE);
    all_mean(&["\x1b[5~"], KeyCode::PageUp, NONE);
    all_mean(&["\x1b[6;5~", "\x1b[6^"], KeyCode::PageDown, CTRL);
    all_mean(&["\x1b[5$"], KeyCode::PageUp, SHIFT);
    all_mean(&["\x1b[Z", "\x1b\t"], KeyCode::BackTab, SHIFT);
}

#[test]
fn a_keypad_left_in_application_mode_still_gives_digits() {
    let digits: String = ('p'..='y').map(|last| format!("\x1bO{last}")).collect();
    assert_eq!(read(digits), ('0'..='9').map(letter).collect::<Vec<_>>());
    all_mean(&["\x1bOM"], KeyCode::Enter, NONE);
    all_mean(&["\x1bOk"], KeyCode::Char('+'), NONE);
}

#[test]
fn both_deletes_are_backspace_and_both_line_ends_are_enter() {
    all_mean(&["\x08", "\x7f"], KeyCode::Backspace, NONE);
    all_mean(&["\r", "\n", "\r\n"], KeyCode::Enter, NONE);
    assert_eq!(
        read("\r\r\n\n").len(),
        3,
        "only the LF right after a CR belongs to it"
    );
    all_mean(&["\t"], KeyCode::Tab, NONE);
}

#[test]
fn alt_and_ctrl_reach_the_second_ways() {
    for digit in "1234567890-".chars() {
        all_mean(&[&format!("\x1b{digit}")], KeyCode::Char(digit), ALT);
    }
    all_mean(&["\x1bđ"], KeyCode::Char('đ'), ALT);
    all_mean(
        &["\x12", "\x1b[114;5u", "\x1b[27;5;114~"],
        KeyCode::Char('r'),
        CTRL,
    );
    all_mean(&["\x1f"], KeyCode::Char('_'), CTRL);
    all_mean(&["\x0c"], KeyCode::Char('l'), CTRL);
}

#[test]
fn escape_alone_waits_for_silence_and_then_is_esc() {
    let mut parser = Parser::new();
    assert_eq!(parser.feed(b"\x1b"), []);
    assert!(parser.is_waiting());
    assert_eq!(parser.flush(), [key(KeyCode::Esc, NONE)]);
    assert!(!parser.is_waiting());
}

#[test]
fn escape_twice_is_escape_and_what_follows() {
    assert_eq!(
        read("\x1b\x1b[A"),
        [key(KeyCode::Esc, NONE), key(KeyCode::Up, NONE)]
    );
}

#[test]
fn a_sequence_cut_by_a_stalled_line_is_not_a_command_letter() {
    let mut parser = Parser::new();
    assert_eq!(parser.feed(b"\x1b["), []);
    assert_eq!(parser.flush(), []);
    assert!(
        !parser.is_waiting(),
        "nothing more to wait for, so the reader may sleep"
    );
    assert_eq!(parser.feed(b"A"), [key(KeyCode::Up, NONE)]);
}

#[test]
fn what_a_half_sequence_cannot_contain_ends_it() {
    assert_eq!(read("\x1b[\r"), [key(KeyCode::Enter, NONE)]);
    assert_eq!(read("\x1b[1\x1b[A"), [key(KeyCode::Up, NONE)]);
    assert_eq!(read("\x1b[đ"), [letter('đ')]);
}

#[test]
fn replies_and_reports_of_terminals_press_no_key() {
    let swallowed = [
        "\x1b[?1;2c",
        "\x1b[>0;276;0c",
        "\x1b[24;80R",
        "\x1b[I",
        "\x1b[O",
        "\x1b[<0;12;7M",
        "\x1b[M #!",
        "\x1b[?2026;2$y",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b[201~",
        "\x1b[999999999999999999999999999999999999999999999999~",
    ];
    for bytes in swallowed {
        assert_eq!(read(format!("{bytes}1")), [letter('1')], "{bytes:?}");
    }
}

#[test]
fn letters_come_whole_however_the_line_cuts_them() {
    let mut parser = Parser::new();
    assert_eq!(parser.feed(&[0xe1]), []);
    assert_eq!(parser.feed(&[0xba, 0xbf]), [letter('ế')]);
    assert_eq!(parser.feed(&[0xe1, 0xba]), []);
    assert!(parser.is_waiting());
    assert_eq!(parser.flush(), [], "half a letter is no letter");
    assert!(!parser.is_waiting());
    assert_eq!(parser.feed(&[0xbf]), [letter('ế')], "after a stall too");
    parser.feed(&[0xe1, 0xba]);
    assert_eq!(parser.feed(b"a"), [Input::Unreadable, letter('a')]);
}

#[test]
fn bytes_of_another_charset_are_told_and_the_keys_among_them_kept() {
    assert_eq!(
        read(b"a\xb8\xc0\xf5\xffb\xe1b"),
        [
            letter('a'),
            Input::Unreadable,
            Input::Unreadable,
            Input::Unreadable,
            Input::Unreadable,
            letter('b'),
            Input::Unreadable,
            letter('b')
        ]
    );
}

#[test]
fn combining_marks_come_as_letters_for_the_field_to_compose() {
    assert_eq!(
        read("e\u{302}\u{301}"),
        [letter('e'), letter('\u{302}'), letter('\u{301}')]
    );
}

#[test]
fn a_paste_is_one_input_composed_and_without_control_characters() {
    let bytes = "\x1b[200~Tie\u{302}\u{301}ng\r\nVi\x1b[31mệt\tNam\x07\u{200b}\x1b[201~q";
    let text = "Tiếng\nVi[31mệt\tNam".to_owned();
    assert_eq!(
        read(bytes),
        [Input::Paste { text, dropped: 0 }, letter('q')]
    );
}

#[test]
fn a_paste_beyond_all_measure_is_cut_and_counted() {
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.resize(bytes.len() + PASTE_KEPT + 5, b'x');
    bytes.extend_from_slice(b"\x1b[201~");
    let [Input::Paste { text, dropped }] = &read(bytes)[..] else {
        panic!("one paste")
    };
    assert_eq!((text.len(), *dropped), (PASTE_KEPT, 5));
}

#[test]
fn a_paste_survives_a_stalled_line_and_a_lost_end_does_not_lock_the_keyboard() {
    let mut parser = Parser::new();
    parser.feed(b"\x1b[200~abc");
    for _ in 0..100 {
        assert_eq!(parser.flush(), []);
    }
    assert_eq!(
        parser.flush(),
        [Input::Paste {
            text: "abc".to_owned(),
            dropped: 0
        }]
    );
    assert_eq!(parser.feed(b"1"), [letter('1')]);
}

fn soup() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        prop::sample::select(vec![
            "\x1b",
            "\x1b[",
            "\x1bO",
            "\x1b[[",
            "\x1b[200~",
            "\x1b[201~",
            "\x1b[1;5",
            "A",
            "~",
            "M",
            "\x1b]",
            "\x1bP",
            "\x07",
            "\x1b\\",
            "ế",
            "đ",
            "12",
            "$",
            "\r",
            "\n",
            "u",
            "R",
            ";",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn however_a_stream_is_cut_the_same_keys_come_out(bytes in soup(), cuts in prop::collection::vec(1..9_usize, 1..40)) {
        let whole = read(&bytes);
        let mut parser = Parser::new();
        let (mut found, mut rest, mut cuts) = (Vec::new(), &bytes[..], cuts.into_iter().cycle());
        while !rest.is_empty() {
            let (now, later) = rest.split_at(cuts.next().unwrap().min(rest.len()));
            found.extend(parser.feed(now));
            rest = later;
        }
        prop_assert_eq!(found, whole);
    }

    #[test]
    fn after_any_rubbish_and_some_silence_the_keyboard_works_again(bytes in soup()) {
        let mut parser = Parser::new();
        parser.feed(&bytes);
        for _ in 0..=101 {
            parser.flush();
        }
        prop_assert!(!parser.is_waiting());
        parser.feed(b"\r"); // ends a sequence that silence does not
        prop_assert_eq!(parser.feed(b"7"), [letter('7')]);
    }
}
