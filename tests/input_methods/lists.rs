//! What input methods make of command letters, in every list.

use std::time::Duration;

use cchc::domain::id::TaskId;
use cchc::ui::composing::{Method, compose};
use cchc::ui::keys::{Context, Keymap};
use cchc::ui::screen::{Screen, Topic};
use cchc::ui::screens;
use crossterm::event::{KeyCode, KeyModifiers};

use crate::desk::{Desk, Drawer};
use crate::engine::{ENGINES, Engine};
use crate::{at_list, sit};

/// What the input method sends for these keys, key by key.
fn strikes(engine: &Engine, keys: &str, method: Method) -> Vec<Vec<u8>> {
    let (mut word, mut before, mut sent) = (Vec::new(), String::new(), Vec::new());
    for key in keys.chars() {
        if !method.takes(key, !word.is_empty()) {
            word.clear();
            before.clear();
            sent.push(key.to_string().into_bytes());
            continue;
        }
        word.push(key);
        let after = compose("", &word, method);
        sent.push(engine.retype(&before, &after).into_bytes());
        before = after;
    }
    sent
}

fn letters(context: Context) -> Vec<char> {
    let plain = Keymap::default()
        .bindings(context)
        .into_iter()
        .filter(|row| row.with == KeyModifiers::NONE);
    plain
        .filter_map(|row| match row.key {
            KeyCode::Char(letter) if letter.is_alphanumeric() => Some(letter),
            _ => None,
        })
        .collect()
}

/// The questions so far, without their random keys.
fn asked(desk: &Desk<Drawer>) -> Vec<String> {
    let name = |request| {
        let name = format!("{request:?}");
        name.split(['{', ' ']).next().unwrap_or_default().to_owned()
    };
    desk.asked().iter().map(name).collect()
}

type Place = (Context, fn() -> Desk<Drawer>);

fn sheet() -> Desk<Drawer> {
    sit(screens::sheet(TaskId(1236)))
}

fn home() -> Desk<Drawer> {
    sit(screens::home(Vec::new(), None))
}

fn page() -> Desk<Drawer> {
    let help: Box<dyn Screen> = screens::help(Topic::Tasks, Context::Tasks);
    sit(help)
}

const PLACES: [Place; 4] = [
    (Context::Tasks, at_list),
    (Context::Sheet, sheet),
    (Context::Home, home),
    (Context::Page, page),
];

#[test]
fn two_commands_one_after_the_other_are_themselves_whatever_the_input_method_makes_of_them() {
    let mut rewritten = 0;
    for (context, open) in PLACES {
        for first in letters(context) {
            for second in letters(context) {
                let keys = format!("{first}{second}");
                let mut plain = open();
                plain.press(&first.to_string());
                if plain.app().takes_text() || plain.app().is_done() {
                    continue; // the second is text then
                }
                plain.press(&second.to_string());
                for method in [Method::Telex, Method::Vni] {
                    // Both are commands, ú as s and ụ as j too: only the setting tells.
                    let is_untold = keys == "u5" || keys == "u1" && context == Context::Tasks;
                    if method == Method::Vni && is_untold {
                        continue;
                    }
                    for engine in ENGINES.iter().filter(|engine| !engine.is_late) {
                        let sent = strikes(engine, &keys, method);
                        let is_rewritten = sent.concat() != keys.as_bytes();
                        rewritten += usize::from(is_rewritten);
                        if !is_rewritten {
                            continue; // what `press` does
                        }
                        let mut desk = open();
                        for strike in &sent {
                            desk.receive(strike, Duration::from_millis(130));
                        }
                        let why = format!("{keys:?} {method:?} {engine:?} {sent:?}");
                        assert_eq!(desk.picture(), plain.picture(), "{why}");
                        assert_eq!(asked(&desk), asked(&plain), "{why}");
                    }
                }
            }
        }
    }
    assert!(rewritten > 50, "{rewritten} were worth looking at");
}

#[test]
fn with_the_method_set_u_and_a_digit_are_told_apart_from_u_and_s() {
    let typed = |setting: &str| {
        let mut desk = at_list();
        desk.press(setting);
        desk.receive(b"u", Duration::from_millis(130));
        desk.receive("\x08ú".as_bytes(), Duration::from_millis(130));
        desk
    };
    let vni = typed("<C-t><C-t>");
    assert!(vni.line("1234").contains('1'), "{}", vni.picture());
    let mut plain = at_list();
    plain.press("<C-t><C-t>u1");
    assert_eq!(vni.picture(), plain.picture());
    let mut sorted = at_list();
    sorted.press("<C-t>us");
    assert_eq!(typed("<C-t>").picture(), sorted.picture());
}

#[test]
fn letters_that_come_whole_are_their_keys_and_backspaces_do_nothing() {
    for (sent, keys) in [("\x08\x7f\x08j", "j"), ("j\u{202f}\x08j", "jj")] {
        let mut desk = at_list();
        desk.receive(sent.as_bytes(), Duration::from_millis(130));
        let mut plain = at_list();
        plain.press(keys);
        assert_eq!(desk.picture(), plain.picture(), "{sent:?}");
    }
}
