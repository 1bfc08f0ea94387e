//! Texts of the screens as they are said aloud: signs become words, and no key is named that is not there.

use chrono::NaiveDate;

use crate::domain::change::Fields;
use crate::domain::condition::Condition;
use crate::domain::query::Filter;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::lang::difference::differences;
use crate::lang::{Words, format};
use crate::ui::screen::Ui;
use crate::ui::screens::filter::meaning;

/// Signs between the parts of a text, as punctuation that a voice pauses at.
#[must_use]
pub fn spoken(text: &str) -> String {
    text.replace(" · ", ", ").replace('–', "-")
}

/// A sentence of the screens as it is said: signs and number signs become words.
#[must_use]
pub fn aloud(text: &str, words: &Words) -> String {
    numbers_spoken(&spoken(text), words)
}

/// What a filter means; words are said as they were typed, with their accents.
#[must_use]
pub fn meant(filter: &Filter, ui: &Ui) -> String {
    let others = Filter {
        texts: Vec::new(),
        typed: Vec::new(),
        ..filter.clone()
    };
    let typed = filter.typed.join(" ");
    if typed.is_empty() || filter.texts.is_empty() {
        return spoken(&meaning::say(filter, ui.facts, ui.t));
    }
    match others.is_empty() {
        true => (ui.t.line.found_by)(&typed),
        false => format!(
            "{}, {typed}",
            spoken(&meaning::say(&others, ui.facts, ui.t))
        ),
    }
}

/// A name without what stands in brackets behind it, for a question.
#[must_use]
pub fn before_bracket(name: &str) -> String {
    let end = name.find(" (").unwrap_or(name.len());
    name.get(..end).unwrap_or(name).to_owned()
}

/// Weekdays as they are said, instead of their signs (`T7`, `Sat`), and brackets as commas.
#[must_use]
pub fn days_spoken(text: &str, words: &Words) -> String {
    // The first of January 2024 was a Monday.
    let week = NaiveDate::from_ymd_opt(2024, 1, 1);
    let signs = week.iter().flat_map(NaiveDate::iter_days);
    let mut said = text.to_owned();
    for (day, name) in signs.zip(words.line.weekdays) {
        let sign = format::weekday(day, words.language);
        said = said.replace(&format!(" ({sign})"), &format!(", {name}"));
        said = said.replace(&format!(" {sign} "), &format!(" {name} "));
    }
    match said.rsplit_once(" (") {
        // Every single weekend of a span in two digits a year: nobody listens to that.
        Some((before, days)) if days.contains('/') => before.to_owned(),
        _ => said,
    }
}

/// The text without the sentences that name a key of the screens; the first one stays.
#[must_use]
pub fn without_keys(text: &str) -> String {
    let mut kept = String::new();
    for (place, sentence) in text.split_inclusive(". ").enumerate() {
        let mut parts = sentence
            .split_inclusive("; ")
            .filter(|part| !names_key(part));
        match parts.next() {
            Some(first) => {
                kept.push_str(first);
                kept.extend(parts);
            }
            None if place == 0 => kept.push_str(sentence),
            None => {}
        }
    }
    let kept = kept.trim_end().trim_end_matches([';', ',']);
    match kept.chars().last() {
        Some('.' | '!' | '?' | ':') | None => kept.to_owned(),
        _ => format!("{kept}."),
    }
}

/// `F4`, `F10`, `Ctrl-R`, `Esc`, `PgDn`; or a cursor, which nobody sees here.
fn names_key(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let is_key = |word: &str| {
        let number = word.strip_prefix('F');
        number.is_some_and(|number| number.parse::<u8>().is_ok_and(|number| number <= 12))
            || matches!(word, "Ctrl" | "Esc" | "PgDn" | "Tab")
    };
    text.contains("con trỏ") || words.into_iter().any(is_key)
}

/// `#1234` as words: a number sign is read in as many ways as there are voices.
#[must_use]
pub fn numbers_spoken(text: &str, words: &Words) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('#') {
        said.push_str(before);
        let end = after
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(after.len());
        let (digits, more) = after.split_at(end);
        match digits.parse() {
            Ok(number) if said.is_empty() => said.push_str(&(words.line.number)(number)),
            Ok(number) => said.push_str(&(words.line.number)(number).to_lowercase()),
            Err(_) => {
                said.push('#');
                said.push_str(digits);
            }
        }
        rest = more;
    }
    said.push_str(rest);
    said
}

/// The first letter large.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The first letter small, for the middle of a sentence; signs and numbers further on stay.
#[must_use]
pub fn small(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The text as a sentence of its own.
#[must_use]
pub fn sentence(text: &str) -> String {
    let text = text.trim_end_matches(['.', ';', ',', ' ']);
    if text.is_empty() {
        return String::new();
    }
    match text.chars().last() {
        Some('!' | '?' | ':') => text.to_owned(),
        _ => format!("{text}."),
    }
}

/// Supporting agencies by their names: codes are for the eye.
#[must_use]
pub fn agencies_named(written: &str, ui: &Ui) -> String {
    let words = ui.t.terms.supporting(written);
    let names = words.split(", ").map(|word| {
        let mut agencies = ui.facts.agencies.iter();
        let agency = agencies.find(|agency| agency.code == word);
        agency.map_or(word, |agency| agency.name.as_str())
    });
    names.collect::<Vec<_>>().join(", ")
}

/// How a task stands: first what matters most of it.
#[must_use]
pub fn standing(task: &Task, ui: &Ui) -> String {
    let condition = (ui.t.terms.condition)(ui.facts.day().judge(task));
    let status = (ui.t.terms.status)(task.status);
    let mut text = match task.status {
        Status::NotStarted | Status::InProgress => {
            let status = status.to_lowercase();
            let progress = task.progress.filter(|_| task.status == Status::InProgress);
            match progress {
                Some(progress) => format!("{}, {status} {progress}%", capital(&condition)),
                None => format!("{}, {status}", capital(&condition)),
            }
        }
        Status::Awaiting => match ui.facts.day().judge(task) {
            Condition::Overdue { .. } => {
                format!("{status}, {}", (ui.t.line.submitted_late)(&condition))
            }
            _ => status.to_owned(),
        },
        Status::Done => format!("{status}, {condition}"),
        Status::Draft | Status::Suspended | Status::Dropped => status.to_owned(),
    };
    for (is_so, mark) in
        ui.t.line
            .marks
            .iter()
            .zip([
                task.extension_asked.is_some(),
                task.is_disputed,
                task.needs_review(),
            ])
            .map(|(mark, is_so)| (is_so, mark))
    {
        if is_so {
            text.push_str(", ");
            text.push_str(mark);
        }
    }
    text
}

/// What differs, each in a sentence: from what to what; of long texts only what stands there now.
#[must_use]
pub fn differing(before: &Fields, after: &Fields, unsaid: &[&str], ui: &Ui) -> Vec<String> {
    differences(before, after, format::date, ui.facts.names(), ui.t)
        .into_iter()
        .filter(|difference| !unsaid.contains(&difference.name.as_str()))
        // A row that is new begins with counts of nothing and flags that are not set.
        .filter(|difference| {
            let is_nothing = difference.after == "0" || difference.after == ui.t.log.yes_no[1];
            difference.before.is_some() || !is_nothing
        })
        .map(|difference| {
            let is_long = matches!(
                difference.name.as_str(),
                "progress_note" | "evidence" | "delay_cause"
            );
            let after = match difference.name.as_str() {
                "supporting" => agencies_named(&difference.after, ui),
                _ => difference.after,
            };
            match difference.before {
                Some(before) if !is_long && before != ui.t.log.nothing => {
                    (ui.t.line.saving.from_to)(difference.label, &before, &after)
                }
                _ => format!("{}: {}", difference.label, after),
            }
        })
        .map(|text| sentence(&text))
        .collect()
}

/// A row of a list, the important words first.
#[must_use]
pub fn row(number: usize, task: &Task, names_agency: bool, ui: &Ui) -> String {
    let mut parts = vec![
        format!("{number}. {}", sentence(&standing(task, ui))),
        sentence(&task.title),
    ];
    if let Some(due) = task.due {
        parts.push(sentence(&format!(
            "{}\u{a0}{}",
            ui.t.sheet.labels.due,
            format::date(due)
        )));
    }
    if names_agency {
        let agency = ui.facts.agency(task.agency);
        let name = agency.map_or(ui.t.terms.no_agency, |agency| agency.name.as_str());
        parts.push(sentence(name));
    }
    parts.push(sentence(&(ui.t.line.number)(task.id.0)));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_the_screens_is_not_named_aloud() {
        assert_eq!(
            without_keys("Không đọc được ngày \"x\". Nhập như 15/6, mai; F4 mở lịch."),
            "Không đọc được ngày \"x\". Nhập như 15/6, mai."
        );
        assert_eq!(
            without_keys("Đã ghi 3 nhiệm vụ. F9 hoàn tác."),
            "Đã ghi 3 nhiệm vụ."
        );
        assert_eq!(without_keys("F4 \"F4\" F4."), "F4 \"F4\" F4.");
        assert_eq!(without_keys("Thiếu lý do"), "Thiếu lý do.");
    }

    #[test]
    fn a_number_sign_is_a_word() {
        let said = |text| numbers_spoken(text, &crate::lang::VI);
        assert_eq!(said("#12: thiếu lý do"), "Số\u{a0}12: thiếu lý do");
        assert_eq!(said("Đã giao nhiệm vụ #7."), "Đã giao nhiệm vụ số\u{a0}7.");
        assert_eq!(said("Ngôn ngữ C# và ##"), "Ngôn ngữ C# và ##");
    }

    #[test]
    fn sentences_end_once() {
        assert_eq!(sentence("Rà soát;"), "Rà soát.");
        assert_eq!(sentence("Xong."), "Xong.");
        assert_eq!(sentence(""), "");
    }
}
