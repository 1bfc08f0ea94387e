//! What Vietnamese input methods send, in lists and in fields, and what a paste looks like.

use std::time::Duration;

use cchc::ui::composing::Method;
use cchc::ui::terminal::{BurstGuard, CommandReader, Input, Parser, Stamped, keys_meant};
use crossterm::event::{KeyCode, KeyEvent};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Strikes: the bytes that one strike makes the input method send arrive together, and the next
/// strike follows 120 ms later.
fn stamped(strikes: &[&str]) -> Vec<Stamped> {
    let mut parser = Parser::new();
    let strike = |(number, bytes): (u64, &&str)| {
        let at = Duration::from_millis(120 * number);
        parser
            .feed(bytes.as_bytes())
            .into_iter()
            .map(|input| Stamped::new(input, at))
            .collect::<Vec<_>>()
    };
    (0..).zip(strikes).flat_map(strike).collect()
}

fn key(input: &Stamped) -> KeyEvent {
    match &input.input {
        Input::Key(key) => *key,
        Input::Paste { .. } | Input::Unreadable => panic!("no letter: {input:?}"),
    }
}

fn commands(method: Method, strikes: &[&str]) -> String {
    let mut reader = CommandReader::new(method);
    let keys = stamped(strikes)
        .into_iter()
        .flat_map(|input| reader.read(key(&input), input.at));
    keys.map(|key| match key.code {
        KeyCode::Char(letter) => letter,
        KeyCode::Enter => '⏎',
        _ => '?',
    })
    .collect()
}

/// A field: letters are appended and composed, Backspace takes one grapheme.
fn typed(bytes: &str) -> String {
    let mut text = String::new();
    for input in Parser::new().feed(bytes.as_bytes()) {
        match key(&Stamped::new(input, Duration::ZERO)).code {
            KeyCode::Char(letter) => text = format!("{text}{letter}").nfc().collect(),
            KeyCode::Backspace => {
                let last = text
                    .grapheme_indices(true)
                    .next_back()
                    .map_or(0, |(start, _)| start);
                text.truncate(last);
            }
            _ => {}
        }
    }
    text
}

#[test]
fn a_letter_that_came_whole_means_the_keys_that_make_it() {
    let keys = |letter| {
        keys_meant(letter, Method::Telex)
            .into_iter()
            .collect::<String>()
    };
    let pairs = [
        ('đ', "dd"),
        ('ư', "w"),
        ('ơ', "["),
        ('â', "aa"),
        ('ê', "ee"),
        ('ô', "oo"),
        ('ă', "aw"),
    ];
    let tones = [
        ('á', "as"),
        ('à', "af"),
        ('ả', "ar"),
        ('ã', "ax"),
        ('ạ', "aj"),
        ('ấ', "aas"),
        ('ự', "wj"),
        ('ở', "[r"),
    ];
    for (letter, meant) in pairs.into_iter().chain(tones).chain([
        ('Đ', "Dd"),
        ('Ư', "W"),
        ('g', "g"),
        ('é', "es"),
        ('ж', "ж"),
    ]) {
        assert_eq!(keys(letter), meant, "{letter}");
    }
    assert_eq!(keys_meant('ậ', Method::Vni), ['a', '6', '5']);
    assert_eq!(keys_meant('đ', Method::Vni), ['d', '9']);
}

#[test]
fn all_134_letters_mean_keys_of_the_keyboard() {
    let lower = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
    let accented = lower.chars().filter(|letter| !letter.is_ascii());
    let all: Vec<char> = accented
        .flat_map(|letter| [letter, letter.to_uppercase().next().unwrap()])
        .collect();
    assert_eq!(all.len(), 134);
    for method in [Method::Telex, Method::Vni] {
        assert!(
            all.iter()
                .all(|letter| keys_meant(*letter, method).iter().all(char::is_ascii)),
            "{method:?}"
        );
    }
}

#[test]
fn in_a_list_the_keys_struck_come_out_whatever_the_input_method_made_of_them() {
    let cases: &[(&[&str], &str)] = &[
        (&["d", "\x08đ"], "dd"),             // UniKey, EVKey
        (&["d", "\x7fđ"], "dd"),             // ibus-bamboo
        (&["d", "\u{202f}\x08\x08đ"], "dd"), // OpenKey against autocompletion
        (&["ư"], "w"),
        (&["ư", "\x08w"], "ww"),
        (&["ơ"], "["),
        (&["a", "\x08á"], "as"),
        (&["a", "\x08á", "\x08à"], "asf"),
        (&["a", "\x08â", "\x08aa"], "aaa"), // the third takes the hat off again
        (&["d", "\x08đ", "\x08dd"], "ddd"),
        (&["h", "o", "a", "\x08\x08òa", "\x08\x08oàn"], "hoafn"), // the tone moves
        (&["u", "o", "\x08\x08ươ"], "uow"),
        (&["d", "a", "n", "g", "\x08\x08\x08\x08đang"], "dangd"),
        (&["a", "\x08a\u{301}"], "as"), // decomposed mode
        (&["đ"], "dd"),                 // sent whole when the word ends
    ];
    for (strikes, meant) in cases {
        assert_eq!(commands(Method::Telex, strikes), *meant, "{strikes:?}");
    }
}

#[test]
fn under_vni_the_digit_after_a_letter_is_the_digit_of_the_option_column() {
    assert_eq!(commands(Method::Vni, &["d", "\x08đ", "\r"]), "d9⏎");
    assert_eq!(commands(Method::Vni, &["a", "\x08á"]), "a1");
}

#[test]
fn a_backspace_of_the_person_does_nothing_and_hides_nothing() {
    assert_eq!(commands(Method::Telex, &["d", "\x08", "d"]), "dd");
    assert_eq!(commands(Method::Telex, &["\x08", "\x08", "j"]), "j");
    assert_eq!(commands(Method::Telex, &["j", "\x08", "k"]), "jk");
}

#[test]
fn digits_and_enter_pass_and_end_the_word() {
    assert_eq!(
        commands(Method::Telex, &["2", "4", "\r", "d", "1", "d"]),
        "24⏎d1d"
    );
}

#[test]
fn a_field_takes_what_the_input_method_sends_with_either_backspace() {
    // "tooi gox tieengs Vieetj", as UniKey sends it
    let sent = "to<ôi go<õ tie<êng<<<ếng Vie<êt<<ệt";
    for backspace in ["\x08", "\x7f"] {
        assert_eq!(typed(&sent.replace('<', backspace)), "tôi gõ tiếng Việt");
    }
    assert_eq!(typed("d\x7fđoa\x7f\x7fòa\x7fan"), "đòan");
    assert_eq!(typed("tie\u{302}\u{301}ng"), "tiếng");
    assert_eq!(
        typed("tie\u{302}\u{301}\x7fe"),
        "tie",
        "a composed letter goes at once"
    );
}

/// The letters that the guard lets through as typing.
fn kept(batches: Vec<Vec<Stamped>>) -> usize {
    let mut guard = BurstGuard::new();
    let judged = batches.into_iter().flat_map(|mut batch| {
        guard.mark(&mut batch);
        batch
    });
    judged.filter(|input| !input.pasted).count()
}

#[test]
fn letters_in_a_burst_are_a_paste_with_all_that_is_among_them() {
    let pasted = stamped(&["Công văn số 12\rngày 3"]);
    assert_eq!(kept(vec![pasted]), 0);
}

#[test]
fn a_paste_that_comes_in_pieces_is_known_from_its_fourth_letter() {
    let piece = |text: &str| stamped(&[text]);
    assert_eq!(
        kept(vec![piece("ab"), piece("cd 1"), piece("ef")]),
        2,
        "a and b have acted before anybody could know"
    );
}

#[test]
fn what_a_stalled_line_lets_go_is_typing() {
    let released = stamped(&["2\x1b[B4\x1b[B\r\x1b[21~"]);
    assert_eq!(kept(vec![released.clone()]), released.len());
    let held_down = stamped(&["jjjjjjjj"]);
    assert_eq!(kept(vec![held_down]), 8);
}

#[test]
fn a_command_or_a_search_that_a_stalled_line_lets_go_is_typing_up_to_its_enter() {
    for typed in ["3:nhiem vu\r", "/cai cach\r22"] {
        let released = stamped(&[typed]);
        assert_eq!(kept(vec![released.clone()]), released.len(), "{typed}");
    }
    let pasted = stamped(&[":x\rCông văn số 12\r"]);
    assert_eq!(kept(vec![pasted]), 0);
    let pasted = stamped(&["Số 12/KH: Công văn"]);
    assert_eq!(kept(vec![pasted]), 0);
}

#[test]
fn a_file_that_is_no_text_runs_no_key_of_those_within_it() {
    let file = b"\x1b[21~9\x05\x89PNG\r\n\x1a\n\x0b8\x1b[21~q";
    let at = |millis| Duration::from_millis(millis);
    let read = |bytes: &[u8], millis| -> Vec<Stamped> {
        let inputs = Parser::new().feed(bytes).into_iter();
        inputs
            .map(|input| Stamped::new(input, at(millis)))
            .collect()
    };
    assert_eq!(kept(vec![read(file, 0), read(b"9\r\x1b[21~", 5)]), 0);
    // A single letter of another character set is a key that was struck, and what follows it too.
    assert_eq!(kept(vec![read(b"\xe1", 0), read(b"9\r", 200)]), 2);
}

#[test]
fn an_input_method_retyping_a_word_is_typing() {
    let strikes = stamped(&["d", "a", "n", "g", "\x08\x08\x08\x08đang"]);
    let many = strikes.len();
    assert_eq!(kept(vec![strikes]), many);
}

#[test]
fn hands_are_never_a_burst() {
    assert_eq!(kept(vec![stamped(&["k", "h", "o", "n", "g"])]), 5);
}

proptest! {
    #[test]
    fn without_an_input_method_every_letter_is_itself(letters in "[a-zA-Z0-9/:?\\[ ]{0,40}") {
        let strikes: Vec<String> = letters.chars().map(String::from).collect();
        let strikes: Vec<&str> = strikes.iter().map(String::as_str).collect();
        prop_assert_eq!(commands(Method::Telex, &strikes), letters);
    }

    #[test]
    fn no_stream_of_keys_upsets_the_reader_or_the_guard(strikes in prop::collection::vec("[adeouwsfj\u{8}\u{301}\u{202f}đươâấ\r1]{1,6}", 0..20)) {
        let mut batch = stamped(&strikes.iter().map(String::as_str).collect::<Vec<_>>());
        BurstGuard::new().mark(&mut batch);
        for method in [Method::Telex, Method::Vni] {
            let mut reader = CommandReader::new(method);
            for input in &batch {
                reader.read(key(input), input.at);
            }
        }
    }
}
