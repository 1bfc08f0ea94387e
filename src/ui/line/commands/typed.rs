//! What was typed at a prompt that is no field: a number, a task, a command, or a deed for some rows.

use super::{COMMANDS, Command};
use crate::domain::fold::fold;
use crate::domain::transition::{Deed, Pick, RULES};
use crate::lang::{EN, VI};
use crate::ui::screens::deed_of;

/// What was typed at a prompt that is no field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Enter alone.
    Nothing,
    /// A number alone.
    Number(usize),
    /// A deed and the rows it is for: `9 3,5,7`, `b 3-7`, `phê bình 3,5`.
    Deeds(Pick, Vec<usize>),
    /// A deed by its name, for the task on which one is.
    Deed(Deed),
    /// `:1234`, `#1234`, or the code of a task behind a colon.
    Task(String),
    /// A command and what follows it.
    Command(Command, String),
    /// Nothing of these.
    Unknown(String),
}

/// More rows than this are not named in one line.
const MANY: usize = 500;

/// Reads what was typed.
#[must_use]
pub fn read(text: &str) -> Line {
    if text.is_empty() {
        return Line::Nothing;
    }
    if text == "?" {
        return Line::Command(Command::Help, String::new());
    }
    if let Some(task) = text.strip_prefix([':', '#']) {
        return Line::Task(task.trim().to_owned());
    }
    if let Some(words) = text.strip_prefix('/') {
        return Line::Command(Command::Find, words.trim().to_owned());
    }
    if let Some(number) = number(text) {
        return Line::Number(number);
    }
    deeds(text)
        .or_else(|| named(text).map(Line::Deed))
        .or_else(|| command(text))
        .unwrap_or_else(|| Line::Unknown(text.to_owned()))
}

/// A number of digits only.
fn number(text: &str) -> Option<usize> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(usize::MAX))
}

/// `9 3,5,7`, `b 3-7`, `phê bình 3,5`: a digit, a letter or the name of a deed, then rows and ranges of rows,
/// each once.
fn deeds(text: &str) -> Option<Line> {
    let starts_row = |part: &&str| part.starts_with(|letter: char| letter.is_ascii_digit());
    let text = text.replace(" - ", "-");
    let mut words: Vec<&str> = text.split(' ').collect();
    // What a deed is called comes first; a digit is one, whatever follows.
    let length = 1 + words
        .iter()
        .skip(1)
        .take_while(|part| !starts_row(part))
        .count();
    let rows = rows_of(&words.split_off(length.min(words.len())).join(" "))?;
    let name = words.join(" ");
    let digit = || {
        name.parse()
            .ok()
            .filter(|_| name.len() == 1)
            .map(Pick::Digit)
    };
    let letter = || {
        let mut letters = name.chars();
        let letter = letters.next().filter(|_| letters.next().is_none())?;
        deed_of(letter.to_ascii_lowercase()).map(Pick::Deed)
    };
    let pick = digit().or_else(letter);
    let pick = pick.or_else(|| named(&name).map(Pick::Deed))?;
    Some(Line::Deeds(pick, rows))
}

/// `3,5,7`, `3-7`: numbers of rows, each once; none where something else stands there, or too many are named.
#[must_use]
pub fn rows_of(text: &str) -> Option<Vec<usize>> {
    let mut rows: Vec<usize> = Vec::new();
    for part in text.split([',', ' ', ';']).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (number(from)?, number(to)?);
        if from > to || to - from > MANY {
            return None;
        }
        for row in from..=to {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    (!rows.is_empty() && rows.len() <= MANY).then_some(rows)
}

/// The deed of this name, in either language.
fn named(text: &str) -> Option<Deed> {
    let wanted = fold(text);
    let is_it = |deed: &Deed| {
        [&VI, &EN]
            .iter()
            .any(|t| fold((t.terms.deed)(*deed)) == wanted)
            || [&VI, &EN]
                .iter()
                .any(|t| *deed == Deed::Submit && fold(t.line.saving.submit) == wanted)
    };
    RULES.iter().map(|rule| rule.deed).find(is_it)
}

/// The longest name of a command that the text begins with.
fn command(text: &str) -> Option<Line> {
    let parts: Vec<&str> = text.split(' ').collect();
    for many in (1..=parts.len().min(4)).rev() {
        let (name, rest) = parts.split_at(many);
        let name = fold(&name.join(" "));
        let found = COMMANDS
            .iter()
            .find(|row| row.is_called(&name) && (row.takes_more || rest.is_empty()));
        if let Some(row) = found {
            return Some(Line::Command(row.command, rest.join(" ")));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_two_things() {
        let mut seen: Vec<(String, Command)> = Vec::new();
        for row in COMMANDS {
            let words = [row.word, row.english]
                .into_iter()
                .chain(row.also.iter().copied());
            for word in words.map(fold) {
                assert!(
                    !seen
                        .iter()
                        .any(|(other, of)| *other == word && *of != row.command),
                    "{word}"
                );
                seen.push((word, row.command));
            }
        }
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        for text in ["trở lại", "Tro Lai", "back", "q", "Q"] {
            assert_eq!(
                read(text),
                Line::Command(Command::Back, String::new()),
                "{text}"
            );
        }
        assert_eq!(
            read("tìm cải cách"),
            Line::Command(Command::Find, "cải cách".to_owned())
        );
        assert_eq!(
            read("/ Quá hạn"),
            Line::Command(Command::Find, "Quá hạn".to_owned())
        );
    }

    #[test]
    fn an_option_stands_before_rows_and_ranges_of_rows() {
        let digit = |digit, rows: &[usize]| Line::Deeds(Pick::Digit(digit), rows.to_vec());
        assert_eq!(read("9 3,5, 7"), digit(9, &[3, 5, 7]));
        assert_eq!(read("0 3-5 4"), digit(0, &[3, 4, 5]));
        assert_eq!(read("9 3 - 5"), digit(9, &[3, 4, 5]));
        assert_eq!(read("12"), Line::Number(12));
        for text in ["9 x", "9 7-3", "12 3", "9 1-99999", "9 ,"] {
            assert_eq!(read(text), Line::Unknown(text.to_owned()), "{text}");
        }
        assert_eq!(read(":12"), Line::Task("12".to_owned()));
        assert_eq!(read("99999999999999999999999"), Line::Number(usize::MAX));
    }

    #[test]
    fn a_deed_without_a_digit_is_called_by_its_letter_or_its_name() {
        let criticise = |rows: &[usize]| Line::Deeds(Pick::Deed(Deed::Criticise), rows.to_vec());
        for text in [
            "b 3,5",
            "B 3 5",
            "phê bình 3, 5",
            "PHE BINH 3,5",
            "criticise 3,5",
        ] {
            assert_eq!(read(text), criticise(&[3, 5]), "{text}");
        }
        assert_eq!(read("phe binh"), Line::Deed(Deed::Criticise));
        // A letter alone is a command.
        assert_eq!(read("n"), Line::Command(Command::Next, String::new()));
        for text in ["j 3", "phê bình x", "phê bình 5-3"] {
            assert_eq!(read(text), Line::Unknown(text.to_owned()), "{text}");
        }
    }

    #[test]
    fn no_deed_is_called_like_a_command() {
        for deed in RULES.iter().map(|rule| rule.deed) {
            for t in [&VI, &EN] {
                let name = fold((t.terms.deed)(deed));
                let command = COMMANDS.iter().find(|row| row.is_called(&name));
                assert!(command.is_none(), "{name}");
            }
        }
    }
}
