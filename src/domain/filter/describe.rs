//! A filter in its shortest words, which parse to the same filter again.

use chrono::{Datelike, NaiveDate};

use super::phrases::{Meaning, PHRASES, STATUSES};
use super::vocabulary::{KEYS, Key};
use super::{FilterContext, names, parse};
use crate::domain::document::Document;
use crate::domain::fold::fold;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::query::Filter;
use crate::domain::status::Status;

/// The words of a filter, in Vietnamese; empty where it lets everything pass.
///
/// What is not known to the context any more (an agency that was removed) is left out.
#[must_use]
pub fn describe(filter: &Filter, context: &FilterContext) -> String {
    let mut words = Vec::new();
    push(&mut words, Key::Agency, agencies(&filter.agencies, context));
    push(&mut words, Key::Status, statuses(&filter.statuses));
    for condition in &filter.conditions {
        words.extend(phrase(Meaning::Condition(*condition)));
    }
    for mark in &filter.marks {
        words.extend(phrase(Meaning::Mark(*mark)));
    }
    let areas = filter.areas.iter().filter_map(|id| area(*id, context));
    push(&mut words, Key::Area, areas.collect());
    let documents = filter
        .documents
        .iter()
        .filter_map(|id| document(*id, context));
    push(&mut words, Key::Document, documents.collect());
    words.extend(days(Key::Due, filter.due_from, filter.due_to));
    words.extend(days(
        Key::Assigned,
        filter.assigned_from,
        filter.assigned_to,
    ));
    words.extend(days(Key::Stage, filter.stage_from, filter.stage_to));
    push(&mut words, Key::Asked, agencies(&filter.asked, context));
    words.extend(days(Key::Changed, filter.changed_from, None));
    words.extend(
        filter
            .parent
            .map(|id| format!("{}:{}", word_of(Key::Parent), id.0)),
    );
    words.extend(
        filter
            .series
            .map(|id| format!("{}:{}", word_of(Key::Series), id.0)),
    );
    let batches = filter.batches.iter().map(|id| id.0.to_string());
    push(&mut words, Key::Import, batches.collect());
    let counts = [(Key::Urged, filter.urged), (Key::Extended, filter.extended)];
    words.extend(counts.into_iter().filter_map(|(key, least)| {
        let least = least?;
        Some(format!("{}>={least}", word_of(key)))
    }));
    let plain: Vec<String> = filter.typed.iter().map(|text| quoted(text)).collect();
    let short = [words.as_slice(), plain.as_slice()].concat().join(" ");
    if parse(&short, context).as_ref() == Ok(filter) {
        return short;
    }
    // A text that reads as a term: say that it is text.
    let key = word_of(Key::Text);
    words.extend(
        filter
            .typed
            .iter()
            .map(|text| format!("{key}:{}", quoted(text))),
    );
    words.join(" ")
}

fn push(words: &mut Vec<String>, key: Key, values: Vec<String>) {
    if !values.is_empty() {
        words.push(format!("{}:{}", word_of(key), values.join(",")));
    }
}

fn word_of(key: Key) -> &'static str {
    KEYS.iter()
        .find(|row| row.key == key)
        .map_or("", |row| row.word)
}

fn phrase(meaning: Meaning) -> Option<String> {
    let row = PHRASES.iter().find(|row| row.meaning == meaning)?;
    Some(format!("\"{}\"", row.word))
}

fn quoted(text: &str) -> String {
    let is_plain = !text.contains([' ', ',', ';']);
    let text = text.replace('"', "");
    if is_plain {
        text
    } else {
        format!("\"{text}\"")
    }
}

fn agencies(ids: &[AgencyId], context: &FilterContext) -> Vec<String> {
    if let Some(kind) = names::kind_of(ids, context) {
        return vec![kind.to_owned()];
    }
    let code = |id: &AgencyId| {
        if *id == AgencyId::UNRESOLVED {
            return Some(names::UNRESOLVED.to_owned());
        }
        let agency = context.agencies.iter().find(|agency| agency.id == *id)?;
        Some(agency.code.clone())
    };
    ids.iter().filter_map(code).collect()
}

fn statuses(list: &[Status]) -> Vec<String> {
    let open: Vec<Status> = Status::ALL
        .into_iter()
        .filter(|status| status.is_open())
        .collect();
    if list == open {
        return vec!["cht".to_owned()];
    }
    let word = |status: &Status| STATUSES.iter().find(|row| row.status == *status);
    list.iter()
        .filter_map(word)
        .map(|row| row.word.to_owned())
        .collect()
}

fn area(id: AreaId, context: &FilterContext) -> Option<String> {
    if id == AreaId::NONE {
        return Some("không".to_owned());
    }
    let area = context.areas.iter().find(|area| area.id == id)?;
    Some(area.code.to_lowercase())
}

/// The number of a symbol where it names only this document, else the symbol, else the code.
fn document(id: DocumentId, context: &FilterContext) -> Option<String> {
    let document = context
        .documents
        .iter()
        .find(|document| document.id == id)?;
    let number = document.symbol.split('/').next().unwrap_or_default();
    let ways = [number, &document.symbol, &document.code];
    let is_sure = |way: &&&str| is_only(way, document, context);
    ways.iter().find(is_sure).map(|way| quoted(way))
}

fn is_only(word: &str, document: &Document, context: &FilterContext) -> bool {
    !fold(word).is_empty()
        && names::documents(word, context).is_ok_and(|found| found == [document.id])
}

/// A whole year, quarter or month by its name, one day by itself, else its ends.
fn days(key: Key, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Vec<String> {
    let key = word_of(key);
    let day = |date: NaiveDate| date.format("%d/%m/%Y").to_string();
    match (from, to) {
        (None, None) => Vec::new(),
        (Some(from), None) => vec![format!("{key}>={}", day(from))],
        (None, Some(to)) => vec![format!("{key}<={}", day(to))],
        (Some(from), Some(to)) if from == to => vec![format!("{key}:{}", day(from))],
        (Some(from), Some(to)) => match name(from, to) {
            Some(name) => vec![format!("{key}:{name}")],
            None => vec![
                format!("{key}>={}", day(from)),
                format!("{key}<={}", day(to)),
            ],
        },
    }
}

fn name(from: NaiveDate, to: NaiveDate) -> Option<String> {
    let is_period = from.day() == 1 && to.succ_opt()?.day() == 1 && from.year() == to.year();
    if !is_period {
        return None;
    }
    match (from.month(), to.month()) {
        (1, 12) => Some(from.year().to_string()),
        (first, last) if first == last => Some(format!("{first}/{}", from.year())),
        (first, last) if last == first + 2 && first % 3 == 1 => {
            Some(format!("quý{}/{}", first / 3 + 1, from.year()))
        }
        _ => None,
    }
}
