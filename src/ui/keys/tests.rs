//! The table itself, and what a configuration may do to it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::*;
use crate::ui::action::Action;

fn change(context: &str, key: &str, action: &str) -> Change {
    in_file("config.toml", context, key, action)
}

fn in_file(file: &str, context: &str, key: &str, action: &str) -> Change {
    Change {
        file: file.to_owned(),
        context: context.to_owned(),
        key: key.to_owned(),
        action: action.to_owned(),
    }
}

#[track_caller]
fn in_force(changes: &[Change]) -> Keymap {
    let checked = check(changes);
    assert_eq!(checked.faults, []);
    checked.keymap
}

fn troubles(changes: &[Change]) -> Vec<KeyTrouble> {
    let faults = check(changes).faults.into_iter();
    faults.map(|fault| fault.trouble).collect()
}

fn press(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn alt(letter: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT)
}

fn control(letter: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)
}

#[test]
fn no_key_means_two_things_in_one_context() {
    for (place, row) in BINDINGS.iter().enumerate() {
        let twin = BINDINGS.iter().skip(place + 1).find(|other| {
            other.context == row.context && other.key == row.key && other.with == row.with
        });
        assert!(twin.is_none(), "{row:?} and {twin:?}");
    }
}

#[test]
fn every_context_has_help_a_way_back_and_a_way_to_confirm() {
    for context in Context::ALL {
        for wanted in [Action::Help, Action::Back, Action::Close, Action::Enter] {
            let rows = Keymap::default().bindings(context);
            let has = rows.iter().any(|row| row.action == wanted);
            assert!(has, "{context:?} lacks {wanted:?}");
        }
    }
}

#[test]
fn where_letters_are_text_no_letter_is_a_command() {
    for context in Context::ALL
        .into_iter()
        .filter(|context| context.takes_text())
    {
        for row in Keymap::default().bindings(context) {
            if let KeyCode::Char(letter) = row.key {
                let is_text = letter.is_alphanumeric() && row.with == KeyModifiers::NONE;
                assert!(!is_text, "{context:?} {letter}");
            }
        }
    }
}

#[test]
fn every_action_has_a_name_of_its_own() {
    let mut seen = std::collections::HashSet::new();
    for action in Action::ALL {
        assert!(seen.insert(action.code()), "{}", action.code());
        assert_eq!(Action::from_code(action.code()), Some(action));
    }
    for row in BINDINGS {
        assert!(Action::ALL.contains(&row.action), "{:?}", row.action);
    }
}

#[test]
fn alt_digits_are_function_keys_whatever_these_mean() {
    let keymap = Keymap::default();
    assert_eq!(
        keymap.action(Context::Tasks, alt('2')),
        Some(Action::Status)
    );
    assert_eq!(keymap.action(Context::Tasks, alt('0')), Some(Action::DoIt));
    assert_eq!(
        keymap.action(Context::Tasks, alt('-')),
        Some(Action::Columns)
    );
    let keymap = in_force(&[
        change("tasks", "F2", "add"),
        change("tasks", "F6", "status"),
    ]);
    assert_eq!(keymap.action(Context::Tasks, alt('2')), Some(Action::Add));
    assert_eq!(
        keymap.action(Context::Tasks, press(KeyCode::F(6))),
        Some(Action::Status)
    );
    // Elsewhere nothing changed.
    assert_eq!(
        keymap.action(Context::Home, press(KeyCode::F(6))),
        Some(Action::Add)
    );
}

#[test]
fn a_key_that_was_taken_away_means_nothing_there_and_all_the_same_elsewhere() {
    let keymap = in_force(&[
        change("tasks", "u", "none"),
        change("tasks", "Ctrl-N", "down"),
    ]);
    assert_eq!(
        keymap.action(Context::Tasks, press(KeyCode::Char('u'))),
        None
    );
    assert_eq!(
        keymap.action(Context::Tasks, control('n')),
        Some(Action::Down)
    );
    let elsewhere = keymap.action(Context::Sheet, press(KeyCode::Char('u')));
    assert_eq!(elsewhere, Some(Action::TakeBack));
}

#[test]
fn the_footer_shows_an_action_by_the_key_that_it_has_now() {
    let keymap = in_force(&[
        change("tasks", "F2", "none"),
        change("tasks", "Ctrl-N", "status"),
    ]);
    let rows = keymap.bindings(Context::Tasks);
    let shown = rows
        .iter()
        .find(|row| row.action == Action::Status && row.footer.is_some());
    assert_eq!(
        shown.map(|row| name(row.key, row.with)).as_deref(),
        Some("Ctrl-N")
    );
}

#[test]
fn the_users_file_may_say_something_else_than_the_sites() {
    let keymap = in_force(&[
        in_file("site", "tasks", "Ctrl-N", "up"),
        in_file("user", "tasks", "ctrl-n", "down"),
    ]);
    assert_eq!(
        keymap.action(Context::Tasks, control('n')),
        Some(Action::Down)
    );
    let keymap = in_force(&[
        in_file("site", "tasks", "u", "none"),
        in_file("user", "tasks", "u", "undo"),
    ]);
    let pressed = keymap.action(Context::Tasks, press(KeyCode::Char('u')));
    assert_eq!(pressed, Some(Action::TakeBack));
}

#[test]
fn every_fault_is_told_at_once_and_nothing_is_half_applied() {
    let changes = [
        change("task", "F2", "add"),
        change("tasks", "F2", "statsu"),
        change("tasks", "Deleet", "add"),
        change("tasks", "Ctrl-I", "add"),
        change("tasks", "Ctrl-S", "add"),
        change("tasks", "F13", "add"),
        change("tasks", "ctrl-n", "down"),
        change("tasks", "Ctrl-N", "up"),
        change("form", "x", "do-it"),
        change("line", "/", "recall"),
        change("choice", "1", "add"),
        change("agencies", "x", "find"),
        change("anywhere", "x", "help"),
        change("tasks", "4", "digit-9"),
        change("confirm", "Ctrl-N", "sort"),
    ];
    let checked = check(&changes);
    assert!(checked.is_refused());
    assert_eq!(checked.keymap.action(Context::Tasks, control('n')), None);
    assert_eq!(
        troubles(&changes),
        [
            KeyTrouble::Context(Some("tasks")),
            KeyTrouble::Action("statsu".to_owned(), Some("status")),
            KeyTrouble::Key(Some("Delete")),
            KeyTrouble::Same("Tab"),
            KeyTrouble::Kept,
            KeyTrouble::NotEverywhere,
            KeyTrouble::Twice("ctrl-n".to_owned()),
            KeyTrouble::Text,
            KeyTrouble::Text,
            KeyTrouble::Text,
            KeyTrouble::Text,
            KeyTrouble::Text,
            KeyTrouble::OptionDigit,
            KeyTrouble::NotHere(Action::Sort),
        ]
    );
    for fault in checked.faults {
        for words in [&crate::lang::VI, &crate::lang::EN] {
            let sentence = fault.sentence(&words.settings);
            assert!(sentence.contains("config.toml") && sentence.contains(&fault.key));
        }
    }
}

#[test]
fn the_same_key_in_two_spellings_is_the_same_key_twice() {
    let found = troubles(&[
        change("tasks", "Alt-1", "add"),
        change("tasks", "F1", "help"),
    ]);
    assert_eq!(found, [KeyTrouble::Twice("Alt-1".to_owned())]);
}

#[test]
fn nobody_can_be_locked_out() {
    let found = troubles(&[change("anywhere", "F1", "none")]);
    assert!(
        found.contains(&KeyTrouble::Essential(Action::Help)),
        "{found:?}"
    );
    let found = troubles(&[
        change("anywhere", "F12", "none"),
        change("anywhere", "Esc", "none"),
    ]);
    assert!(
        found.contains(&KeyTrouble::Essential(Action::Back)),
        "{found:?}"
    );
    // F12 alone is not enough: some terminals have none, and it has no Alt-key.
    let found = troubles(&[change("anywhere", "Esc", "none")]);
    assert!(
        found.contains(&KeyTrouble::Essential(Action::Back)),
        "{found:?}"
    );
    // Esc alone is.
    assert_eq!(troubles(&[change("anywhere", "F12", "none")]), []);
}

#[test]
fn what_was_overwritten_must_have_another_key_unless_it_was_taken_away_on_purpose() {
    let overwritten = change("tasks", "F8", "add");
    assert_eq!(
        troubles(std::slice::from_ref(&overwritten)),
        [KeyTrouble::Lost(Action::Views)]
    );
    assert_eq!(troubles(&[change("tasks", "F8", "none")]), []);
    let moved = change("tasks", "Ctrl-V", "views");
    assert_eq!(troubles(&[overwritten.clone(), moved]), []);
    let only_a_letter = [overwritten, change("tasks", "v", "views")];
    assert_eq!(troubles(&only_a_letter), [KeyTrouble::Weak(Action::Views)]);
    let checked = check(&only_a_letter);
    assert!(!checked.is_refused(), "a warning refuses nothing");
    let pressed = checked
        .keymap
        .action(Context::Tasks, press(KeyCode::Char('v')));
    assert_eq!(pressed, Some(Action::Views));
}
