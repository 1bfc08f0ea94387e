//! The words of the filter, from the tables that read them.

use cchc::domain::filter::{KEYS, Meaning, PHRASES, PhraseRow, STATUSES};
use cchc::lang::{Language, Words};

use crate::roff::{bold, item, text};

/// The other words for something, as a sentence's end.
fn also(words: &[&str]) -> String {
    match words.is_empty() {
        true => String::new(),
        false => format!(" ({})", words.join(", ")),
    }
}

fn twins(word: &str, english: &str) -> String {
    match word == english {
        true => bold(word),
        false => format!("{}, {}", bold(word), bold(english)),
    }
}

/// What may stand before a colon.
pub fn keys(words: &Words) -> String {
    let each = KEYS.iter().map(|row| {
        let term = twins(&format!("{}:", row.word), &format!("{}:", row.english));
        item(
            &format!("{term}  {}", text(row.example)),
            &((words.filter.key)(row.key).to_owned() + &also(row.also)),
        )
    });
    each.collect()
}

/// Phrases that are terms of their own.
pub fn phrases(words: &Words) -> String {
    let means = |meaning| match meaning {
        Meaning::Condition(kind) => (words.terms.condition_kind)(kind),
        Meaning::Mark(mark) => (words.filter.mark)(mark),
        Meaning::Status(status) => (words.terms.status)(status),
        Meaning::Open => "",
    };
    let said = |row: &PhraseRow| match (row.meaning, words.language) {
        (Meaning::Open, Language::Vietnamese) => row.word,
        (Meaning::Open, Language::English) => row.english,
        (meaning, _) => means(meaning),
    };
    let each = PHRASES.iter();
    each.map(|row| {
        item(
            &twins(row.word, row.english),
            &(said(row).to_owned() + &also(row.also)),
        )
    })
    .collect()
}

/// What may stand behind `tt:`.
pub fn statuses(words: &Words) -> String {
    let each = STATUSES.iter().map(|row| {
        let term = twins(
            &format!("tt:{}", row.word),
            &format!("tt:{}", row.status.code()),
        );
        item(
            &term,
            &((words.terms.status)(row.status).to_owned() + &also(row.also)),
        )
    });
    each.collect()
}

/// How words are joined, as the help of the filter says it.
pub fn rules(words: &Words) -> String {
    words
        .help
        .filter
        .iter()
        .map(|text_of| format!(".PP\n{}\n", text(text_of)))
        .collect()
}
