//! How keys are written, read and compared: one key has one form, whatever it was called.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::domain::filter::nearest;

/// Why a written key is none that can be bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsent {
    /// There is no such key; the nearest name, if any.
    Unknown(Option<&'static str>),
    /// Terminals send the same byte for another key, so that key would answer: `Ctrl-I` is Tab.
    Same(&'static str),
    /// The line keeps it for itself: flow control.
    Kept,
    /// Not every terminal sends it, or what it sends begins another key.
    NotEverywhere,
}

/// The keys that have names, as they are written. Those with two names are written by the first.
const NAMED: &[(&str, KeyCode)] = &[
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("↑", KeyCode::Up),
    ("↓", KeyCode::Down),
    ("←", KeyCode::Left),
    ("→", KeyCode::Right),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("F1", KeyCode::F(1)),
    ("F2", KeyCode::F(2)),
    ("F3", KeyCode::F(3)),
    ("F4", KeyCode::F(4)),
    ("F5", KeyCode::F(5)),
    ("F6", KeyCode::F(6)),
    ("F7", KeyCode::F(7)),
    ("F8", KeyCode::F(8)),
    ("F9", KeyCode::F(9)),
    ("F10", KeyCode::F(10)),
    ("F11", KeyCode::F(11)),
    ("F12", KeyCode::F(12)),
    ("BackTab", KeyCode::BackTab),
    ("Del", KeyCode::Delete),
    ("Ins", KeyCode::Insert),
    ("Escape", KeyCode::Esc),
    ("Return", KeyCode::Enter),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
];

/// A key in the form in which the table has it: Alt-1 to Alt-0 are F1 to F10, Alt-minus is F11, and
/// a shifted letter is that letter.
#[must_use]
pub fn plain(event: KeyEvent) -> (KeyCode, KeyModifiers) {
    let with = event.modifiers;
    match event.code {
        KeyCode::Char(digit @ '1'..='9') if with.contains(KeyModifiers::ALT) => {
            let number = digit
                .to_digit(10)
                .and_then(|number| u8::try_from(number).ok());
            (KeyCode::F(number.unwrap_or(1)), KeyModifiers::NONE)
        }
        KeyCode::Char('0') if with.contains(KeyModifiers::ALT) => {
            (KeyCode::F(10), KeyModifiers::NONE)
        }
        KeyCode::Char('-') if with.contains(KeyModifiers::ALT) => {
            (KeyCode::F(11), KeyModifiers::NONE)
        }
        code => (code, with & (KeyModifiers::CONTROL | KeyModifiers::ALT)),
    }
}

/// The Alt-key that stands for a function key; F12 has none, Esc does the same.
#[must_use]
pub fn twin(code: KeyCode) -> Option<String> {
    match code {
        KeyCode::F(number @ 1..=9) => Some(format!("Alt-{number}")),
        KeyCode::F(10) => Some("Alt-0".to_owned()),
        KeyCode::F(11) => Some("Alt--".to_owned()),
        _ => None,
    }
}

/// How a key is written: `F10`, `Enter`, `Ctrl-R`, `Space`.
#[must_use]
pub fn name(code: KeyCode, with: KeyModifiers) -> String {
    let base = match code {
        KeyCode::Char(letter) if letter != ' ' => {
            if with.contains(KeyModifiers::CONTROL) {
                letter.to_uppercase().to_string()
            } else {
                letter.to_string()
            }
        }
        other => NAMED
            .iter()
            .find(|(_, code)| *code == other)
            .map_or_else(|| format!("{other:?}"), |(name, _)| (*name).to_owned()),
    };
    let control = with.contains(KeyModifiers::CONTROL);
    let alt = with.contains(KeyModifiers::ALT);
    let held = [(control, "Ctrl-"), (alt, "Alt-")];
    let held: String = held
        .into_iter()
        .filter_map(|(is_held, text)| is_held.then_some(text))
        .collect();
    held + &base
}

/// Reads a key as people write it: `F2`, `ctrl-n`, `Ctrl+N`, `^N`, `Alt-1`, `PageUp`, `x`.
///
/// # Errors
/// Why nobody could press it here.
pub fn named(text: &str) -> Result<(KeyCode, KeyModifiers), Unsent> {
    let (held, base) = held(text.trim());
    let code = base_key(base)?;
    match code {
        KeyCode::Char(letter) if held.contains(KeyModifiers::CONTROL) => control(letter, held),
        KeyCode::Char(letter) if held.contains(KeyModifiers::ALT) => {
            let pressed = KeyEvent::new(KeyCode::Char(letter), held);
            match plain(pressed) {
                function @ (KeyCode::F(_), _) => Ok(function),
                // Escape sequences and replies begin so.
                _ if "[]OPX^_".contains(letter) => Err(Unsent::NotEverywhere),
                (code, with) => Ok((code, with)),
            }
        }
        KeyCode::Char(letter) if held.contains(KeyModifiers::SHIFT) => Ok((
            KeyCode::Char(letter.to_ascii_uppercase()),
            KeyModifiers::NONE,
        )),
        KeyCode::Tab if held == KeyModifiers::SHIFT => Ok((KeyCode::BackTab, KeyModifiers::NONE)),
        _ if !held.is_empty() => Err(Unsent::NotEverywhere),
        code => Ok((code, KeyModifiers::NONE)),
    }
}

/// Control letters are single bytes; some of these bytes are other keys.
fn control(letter: char, held: KeyModifiers) -> Result<(KeyCode, KeyModifiers), Unsent> {
    match letter.to_ascii_lowercase() {
        _ if held != KeyModifiers::CONTROL => Err(Unsent::NotEverywhere),
        'h' => Err(Unsent::Same("Backspace")),
        'i' => Err(Unsent::Same("Tab")),
        'j' | 'm' => Err(Unsent::Same("Enter")),
        '[' => Err(Unsent::Same("Esc")),
        's' | 'q' => Err(Unsent::Kept),
        letter @ 'a'..='z' => Ok((KeyCode::Char(letter), KeyModifiers::CONTROL)),
        _ => Err(Unsent::NotEverywhere),
    }
}

/// What is held, and the name of what is struck with it.
fn held(text: &str) -> (KeyModifiers, &str) {
    if let Some(base) = text.strip_prefix('^').filter(|base| !base.is_empty()) {
        return (KeyModifiers::CONTROL, base);
    }
    let (mut held, mut rest) = (KeyModifiers::NONE, text);
    loop {
        let next = rest.split_once(['-', '+']).and_then(|(word, base)| {
            let one = match word.to_ascii_lowercase().as_str() {
                "ctrl" | "control" | "c" => KeyModifiers::CONTROL,
                "alt" | "meta" | "m" => KeyModifiers::ALT,
                "shift" => KeyModifiers::SHIFT,
                _ => return None,
            };
            (!base.is_empty()).then_some((one, base))
        });
        let Some((one, base)) = next else {
            return (held, rest);
        };
        (held, rest) = (held | one, base);
    }
}

fn base_key(base: &str) -> Result<KeyCode, Unsent> {
    let mut letters = base.chars();
    if let (Some(letter @ '!'..='~'), None) = (letters.next(), letters.next()) {
        return Ok(KeyCode::Char(letter));
    }
    let lower = base.to_lowercase();
    // "minus" because Alt-minus is how the help says it.
    if lower == "minus" {
        return Ok(KeyCode::Char('-'));
    }
    if let Some((_, code)) = NAMED.iter().find(|(name, _)| name.to_lowercase() == lower) {
        return Ok(*code);
    }
    let number = lower
        .strip_prefix('f')
        .and_then(|text| text.parse::<u8>().ok());
    if number.is_some_and(|number| number > 12) {
        return Err(Unsent::NotEverywhere);
    }
    Err(Unsent::Unknown(nearest(
        base,
        // A single sign is no slip of one of the arrows.
        NAMED
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| name.is_ascii()),
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::keys::BINDINGS;

    #[test]
    fn every_key_of_the_table_is_read_back_from_its_own_name() {
        for row in BINDINGS {
            let written = name(row.key, row.with);
            assert_eq!(named(&written), Ok((row.key, row.with)), "{written}");
        }
    }

    #[test]
    fn one_key_may_be_written_in_several_ways() {
        let control_n = Ok((KeyCode::Char('n'), KeyModifiers::CONTROL));
        for text in ["Ctrl-N", "ctrl-n", "Ctrl+n", "^N", "C-n"] {
            assert_eq!(named(text), control_n, "{text}");
        }
        assert_eq!(named("Alt-1"), named("F1"));
        assert_eq!(named("alt-minus"), named("F11"));
        assert_eq!(named("Alt--"), named("f11"));
        assert_eq!(named("Shift-g"), named("G"));
        assert_eq!(named("shift-tab"), named("BackTab"));
        assert_eq!(named("-"), Ok((KeyCode::Char('-'), KeyModifiers::NONE)));
        assert_eq!(named("+"), Ok((KeyCode::Char('+'), KeyModifiers::NONE)));
    }

    #[test]
    fn keys_that_nobody_can_press_here_are_told_apart() {
        for (text, same) in [
            ("Ctrl-H", "Backspace"),
            ("Ctrl-I", "Tab"),
            ("ctrl-j", "Enter"),
            ("^M", "Enter"),
            ("Ctrl-[", "Esc"),
        ] {
            assert_eq!(named(text), Err(Unsent::Same(same)), "{text}");
        }
        assert_eq!(named("Ctrl-S"), Err(Unsent::Kept));
        for text in [
            "F13",
            "Ctrl-F2",
            "Shift-F2",
            "Ctrl-5",
            "Alt-[",
            "Alt-O",
            "Ctrl-Alt-x",
        ] {
            assert_eq!(named(text), Err(Unsent::NotEverywhere), "{text}");
        }
        assert_eq!(named("Deleet"), Err(Unsent::Unknown(Some("Delete"))));
        assert_eq!(named("đ"), Err(Unsent::Unknown(None)));
    }
}
