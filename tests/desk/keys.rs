//! Reads the notation in which the stories write keys.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys of `9<Down><F10><C-r>`; fails on a name that it does not know.
pub fn read(text: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if let Some((name, after)) = rest
            .strip_prefix('<')
            .and_then(|inner| inner.split_once('>'))
        {
            keys.push(named(name));
            rest = after;
        } else {
            keys.push(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
            rest = &rest[letter.len_utf8()..];
        }
    }
    keys
}

fn named(name: &str) -> KeyEvent {
    if let Some(inner) = name.strip_prefix("C-") {
        return KeyEvent::new(code(inner), KeyModifiers::CONTROL);
    }
    if let Some(inner) = name.strip_prefix("A-") {
        return KeyEvent::new(code(inner), KeyModifiers::ALT);
    }
    KeyEvent::new(code(name), KeyModifiers::NONE)
}

fn code(name: &str) -> KeyCode {
    if let Some(number) = name
        .strip_prefix('F')
        .and_then(|number| number.parse().ok())
    {
        return KeyCode::F(number);
    }
    match name {
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Tab" => KeyCode::Tab,
        "BackTab" => KeyCode::BackTab,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "BS" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        "Space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        _ => {
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => KeyCode::Char(letter),
                _ => panic!("no key is called {name:?}"),
            }
        }
    }
}
