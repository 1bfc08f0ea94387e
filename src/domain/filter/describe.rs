//! A filter in its shortest words, which parse to the same filter again.

use chrono::{Datelike, NaiveDate};

use super::phrases::{Meaning, PHRASES};
use super::statuses::STATUSES;
use super::vocabulary::{KEYS, Key};
use super::{FilterContext, names, parse};
use crate::domain::document::Document;
use crate::domain::fold::fold;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::query::Filter;
use crate::domain::status::Status;

/// The words of a filter, in the language of the context; empty where it lets everything pass.
///
/// What is not known to the context any more (an agency that was removed) is left out.
#[must_use]
pub fn describe(filter: &Filter, context: &FilterContext) -> String {
    let mut words = Vec::new();
    push(
        &mut words,
        context,
        Key::Agency,
        agencies(&filter.agencies, context),
    );
    push(
        &mut words,
        context,
        Key::Held,
        agencies(&filter.held, context),
    );
    push(
        &mut words,
        context,
        Key::Supporting,
        supporting(&filter.supporting),
    );
    push(
        &mut words,
        context,
        Key::Status,
        statuses(&filter.statuses, context),
    );
    for condition in &filter.conditions {
        words.extend(phrase(context, Meaning::Condition(*condition)));
    }
    for mark in &filter.marks {
        words.extend(phrase(context, Meaning::Mark(*mark)));
    }
    let areas = filter.areas.iter().filter_map(|id| area(*id, context));
    push(&mut words, context, Key::Area, areas.collect());
    let documents = filter
        .documents
        .iter()
        .filter_map(|id| document(*id, context));
    push(&mut words, context, Key::Document, documents.collect());
    words.extend(days(context, Key::Due, filter.due_from, filter.due_to));
    words.extend(days(
        context,
        Key::Assigned,
        filter.assigned_from,
        filter.assigned_to,
    ));
    words.extend(days(
        context,
        Key::Stage,
        filter.stage_from,
        filter.stage_to,
    ));
    push(
        &mut words,
        context,
        Key::Asked,
        agencies(&filter.asked, context),
    );
    words.extend(days(context, Key::Changed, filter.changed_from, None));
    words.extend(
        filter
            .parent
            .map(|id| format!("{}:{}", word_of(context, Key::Parent), id.0)),
    );
    words.extend(
        filter
            .series
            .map(|id| format!("{}:{}", word_of(context, Key::Series), id.0)),
    );
    let batches = filter.batches.iter().map(|id| id.0.to_string());
    push(&mut words, context, Key::Import, batches.collect());
    let counts = [(Key::Urged, filter.urged), (Key::Extended, filter.extended)];
    words.extend(counts.into_iter().filter_map(|(key, least)| {
        let least = least?;
        Some(format!("{}>={least}", word_of(context, key)))
    }));
    let plain: Vec<String> = filter.typed.iter().map(|text| quoted(text)).collect();
    let short = [words.as_slice(), plain.as_slice()].concat().join(" ");
    if parse(&short, context).as_ref() == Ok(filter) {
        return short;
    }
    // A text that reads as a term: say that it is text.
    let key = word_of(context, Key::Text);
    words.extend(
        filter
            .typed
            .iter()
            .map(|text| format!("{key}:{}", quoted(text))),
    );
    words.join(" ")
}

fn push(words: &mut Vec<String>, context: &FilterContext, key: Key, values: Vec<String>) {
    if !values.is_empty() {
        words.push(format!("{}:{}", word_of(context, key), values.join(",")));
    }
}

fn word_of(context: &FilterContext, key: Key) -> &'static str {
    let row = KEYS.iter().find(|row| row.key == key);
    let word = |row: &super::KeyRow| {
        if context.in_english {
            row.english
        } else {
            row.word
        }
    };
    row.map_or("", word)
}

fn phrase(context: &FilterContext, meaning: Meaning) -> Option<String> {
    let row = PHRASES.iter().find(|row| row.meaning == meaning)?;
    let word = if context.in_english {
        row.english
    } else {
        row.word
    };
    Some(format!("\"{word}\""))
}

fn quoted(text: &str) -> String {
    let is_plain = !text.contains(|letter: char| letter.is_whitespace() || ",;".contains(letter));
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

/// The codes; a group stands for itself only where no agency does.
fn supporting(signs: &[String]) -> Vec<String> {
    let is_group = |sign: &&String| sign.starts_with('@');
    let codes: Vec<String> = signs
        .iter()
        .filter(|sign| !is_group(sign))
        .cloned()
        .collect();
    if codes.is_empty() {
        return signs.to_vec();
    }
    codes
}

fn statuses(list: &[Status], context: &FilterContext) -> Vec<String> {
    let open: Vec<Status> = Status::ALL
        .into_iter()
        .filter(|status| status.is_open())
        .collect();
    if list == open {
        let open = if context.in_english { "open" } else { "cht" };
        return vec![open.to_owned()];
    }
    let word = |status: &Status| STATUSES.iter().find(|row| row.status == *status);
    let said = |row: &super::StatusRow| match context.in_english {
        true => row.status.code().to_owned(),
        false => row.word.to_owned(),
    };
    list.iter().filter_map(word).map(said).collect()
}

fn area(id: AreaId, context: &FilterContext) -> Option<String> {
    if id == AreaId::NONE {
        return Some(if context.in_english { "none" } else { "không" }.to_owned());
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
fn days(
    context: &FilterContext,
    key: Key,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Vec<String> {
    let quarter = if context.in_english { "q" } else { "quý" };
    let key = word_of(context, key);
    let day = |date: NaiveDate| date.format("%d/%m/%Y").to_string();
    match (from, to) {
        (None, None) => Vec::new(),
        (Some(from), None) => vec![format!("{key}>={}", day(from))],
        (None, Some(to)) => vec![format!("{key}<={}", day(to))],
        (Some(from), Some(to)) if from == to => vec![format!("{key}:{}", day(from))],
        (Some(from), Some(to)) => match name(quarter, from, to) {
            Some(name) => vec![format!("{key}:{name}")],
            None => vec![
                format!("{key}>={}", day(from)),
                format!("{key}<={}", day(to)),
            ],
        },
    }
}

fn name(quarter: &str, from: NaiveDate, to: NaiveDate) -> Option<String> {
    let is_period = from.day() == 1 && to.succ_opt()?.day() == 1 && from.year() == to.year();
    if !is_period {
        return None;
    }
    match (from.month(), to.month()) {
        (1, 12) => Some(from.year().to_string()),
        (first, last) if first == last => Some(format!("{first}/{}", from.year())),
        (first, last) if last == first + 2 && first % 3 == 1 => {
            Some(format!("{quarter}{}/{}", first / 3 + 1, from.year()))
        }
        _ => None,
    }
}
