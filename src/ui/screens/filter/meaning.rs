//! What a filter means, in words that a clerk would say.

use crate::domain::filter::Key;
use crate::domain::id::AgencyId;
use crate::domain::query::Filter;
use crate::lang::Words;
use crate::work::request::Facts;

/// So many names are said before they are counted.
const NAMED: usize = 3;

/// The sentence under the line.
pub fn say(filter: &Filter, facts: &Facts, words: &Words) -> String {
    let t = &words.filter;
    if filter.is_empty() {
        return t.everything.to_owned();
    }
    let mut parts = Vec::new();
    let agency = |id: &AgencyId| {
        let name = facts.agency(*id).map(|agency| agency.name.as_str());
        name.unwrap_or(words.terms.no_agency).to_owned()
    };
    parts.push(listed(filter.agencies.iter().map(agency).collect()));
    for (key, names) in [
        (Key::Held, filter.held.iter().map(agency).collect()),
        (Key::Supporting, filter.supporting.clone()),
    ] {
        let names = listed(names);
        if !names.is_empty() {
            parts.push(format!("{}: {names}", (t.key)(key)));
        }
    }
    let statuses = filter
        .statuses
        .iter()
        .map(|status| (words.terms.status)(*status).to_owned());
    parts.push(listed(statuses.collect()));
    let kinds = filter
        .conditions
        .iter()
        .map(|kind| (words.terms.condition_kind)(*kind).to_owned());
    parts.push(listed(kinds.collect()));
    parts.extend(filter.marks.iter().map(|mark| (t.mark)(*mark).to_owned()));
    let areas = filter.areas.iter().map(|id| match facts.area(*id) {
        Some(area) if words.language == crate::lang::Language::English => area.name_en.clone(),
        Some(area) => area.name_vi.clone(),
        None => "–".to_owned(),
    });
    parts.push(listed(areas.collect()));
    let documents = filter.documents.iter().filter_map(|id| {
        let document = facts.documents.iter().find(|document| document.id == *id)?;
        Some(document.symbol.clone())
    });
    parts.push(listed(documents.collect()));
    parts.push((t.due)(filter.due_from, filter.due_to));
    parts.push((t.stage)(filter.stage_from, filter.stage_to));
    if !filter.asked.is_empty() {
        parts.push((t.asked)(&listed(
            filter.asked.iter().map(agency).collect(),
        )));
    }
    parts.push((t.assigned)(filter.assigned_from, filter.assigned_to));
    parts.extend(filter.changed_from.map(t.changed));
    parts.extend(
        filter
            .parent
            .iter()
            .chain(&filter.series)
            .map(|id| format!("#{}", id.0)),
    );
    let counts = [(Key::Urged, filter.urged), (Key::Extended, filter.extended)];
    let counts = counts.into_iter();
    parts.extend(counts.filter_map(|(key, least)| Some(format!("{} ≥ {}", (t.key)(key), least?))));
    parts.extend(filter.batches.iter().map(|id| (t.import)(id.0)));
    parts.extend(
        filter
            .texts
            .iter()
            .map(|ways| format!("\"{}\"", ways.join("\" | \""))),
    );
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn listed(names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    let mut text = names
        .iter()
        .take(NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    if more > 0 {
        text.push_str(&format!(", +{more}"));
    }
    text
}
