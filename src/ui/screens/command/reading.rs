//! Reading a line as a command: which row of the table is meant, and what follows it.

use super::table::{COMMANDS, Row};
use crate::domain::filter::nearest;
use crate::domain::fold::fold;

impl Row {
    /// Every way of writing it, folded.
    fn forms(&self) -> impl Iterator<Item = String> {
        [fold(self.word), self.english.to_owned()]
            .into_iter()
            .chain(self.also.iter().map(|form| (*form).to_owned()))
    }
}

/// The command that a line begins with, the longest first, and what follows it.
pub fn read(line: &str) -> Option<(&'static Row, String)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    (1..=words.len()).rev().find_map(|length| {
        let (head, rest) = words.split_at_checked(length)?;
        let head = match head {
            // The command w, of which Telex makes ư; folded, it would be another one.
            ["ư" | "Ư"] => "w".to_owned(),
            // Folded, "right" and "stop" are one word.
            ["đúng" | "Đúng"] => fold("đúng như đã đọc"),
            _ => fold(&head.join(" ")),
        };
        let row = COMMANDS
            .iter()
            .find(|row| row.forms().any(|form| form == head))?;
        Some((row, rest.join(" ")))
    })
}

/// The commands that begin like this: by their own word first, then by another one.
pub fn beginning(line: &str) -> Vec<&'static Row> {
    let begun = fold(line);
    let fits = |row: &&Row| row.forms().any(|form| form.starts_with(&begun));
    let mut found: Vec<&Row> = COMMANDS.iter().filter(fits).collect();
    found.sort_by_key(|row| !fold(row.word).starts_with(&begun));
    found
}

/// The command that is nearest to an unknown one.
pub fn nearest_to(line: &str) -> Option<&'static str> {
    nearest(
        line,
        COMMANDS.iter().flat_map(|row| [row.word, row.english]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::action::Action;
    use crate::ui::screens::command::table::Does;

    #[test]
    fn no_word_means_two_commands_and_all_of_them_are_folded() {
        let mut seen = std::collections::HashSet::new();
        for row in COMMANDS {
            for form in row.forms() {
                assert_eq!(fold(&form), form);
                assert!(seen.insert(form.clone()), "{form}");
                assert_eq!(read(&form).map(|(found, _)| found.word), Some(row.word));
            }
        }
    }

    /// The command that does what an action does.
    fn has_word(action: Action) -> bool {
        COMMANDS.iter().any(|row| match row.does {
            Does::Pass(passed) => passed == action,
            Does::Open(_) => matches!(
                action,
                Action::Add
                    | Action::Import
                    | Action::Log
                    | Action::Orphans
                    | Action::Users
                    | Action::DaysOff
                    | Action::Calendar
            ),
            Does::Filter => action == Action::Filter,
            Does::Theme => action == Action::NextTheme,
            Does::View => action == Action::Views,
            Does::Home | Does::Compose(_) | Does::Report | Does::AsOf => false,
            Does::Quit => action == Action::Close,
        })
    }

    #[test]
    fn every_function_key_has_its_word_and_all_but_one_an_alt_key() {
        use crate::ui::keys::{Context, Keymap, twin};
        use crossterm::event::KeyCode;
        let keymap = Keymap::default();
        for context in Context::ALL {
            // In forms and choices `:` is text, so the line cannot be opened there and a word for
            // their keys could never be said: Alt-keys are the only twins.
            let has_line = keymap
                .bindings(context)
                .iter()
                .any(|key| key.action == Action::Command);
            for key in keymap.bindings(context) {
                if let KeyCode::F(number) = key.key {
                    assert!(
                        has_word(key.action) || !has_line,
                        "{context:?} F{number} {:?}",
                        key.action
                    );
                    // F12 goes back, and so does Esc, wherever it is.
                    let has_twin = twin(key.key).is_some()
                        || keymap
                            .bindings(context)
                            .iter()
                            .any(|other| other.key == KeyCode::Esc && other.action == key.action);
                    assert!(has_twin, "{context:?} F{number}");
                }
            }
        }
    }

    #[test]
    fn words_behind_a_command_are_its_argument() {
        let found = read("LỌC cq:stc quá hạn").map(|(row, rest)| (row.english, rest));
        assert_eq!(found, Some(("filter", "cq:stc quá hạn".to_owned())));
        assert_eq!(nearest_to("nhat ki"), Some("nhật ký"));
    }

    #[test]
    fn a_w_of_which_an_input_method_made_another_letter_saves_and_never_undoes() {
        assert_eq!(read("ư").map(|(row, _)| row.english), Some("do it"));
        assert_eq!(read("u").map(|(row, _)| row.english), Some("undo"));
    }
}
