//! What a reorganisation does, as lines: for the confirm list, the sheet and the shell.

use crate::domain::agency::{Agency, Correction};
use crate::domain::change::Change;
use crate::domain::count::AgencyCounts;
use crate::domain::id::AgencyId;
use crate::lang::{AgencyWords, Going, ToldWords, Words, format};
use crate::work::request::Facts;
use crate::work::request::agency::{AgencySheet, DaysSaved, Reorganised};

/// What it does, line by line: agencies first, then tasks, then accounts.
#[must_use]
pub fn lines(told: &Reorganised, facts: &Facts, words: &Words) -> Vec<String> {
    let t = &words.agencies.told;
    let code = |id: AgencyId| {
        facts
            .agency(id)
            .map_or(words.terms.no_agency, |agency| &agency.code)
    };
    if told.operation.is_some()
        && told.moves.is_empty()
        && told.ending.is_empty()
        && told.beginning.is_empty()
        && told.corrected.is_empty()
    {
        return vec![t.done_before.to_owned()];
    }
    let mut lines: Vec<String> = told.ending.iter().map(t.ends).collect();
    lines.extend(told.beginning.iter().map(t.begins));
    let corrected = told.corrected.iter();
    lines.extend(corrected.flat_map(|one| corrections(one, words)));
    for one in &told.moves {
        lines.push((t.goes)(&Going {
            from: code(one.from),
            to: one.to.as_deref(),
            open: one.open,
            series: one.series,
            closed: one.closed,
        }));
    }
    if told.moves.is_empty() && told.corrected.is_empty() {
        lines.push(t.nothing_open.to_owned());
    }
    for one in &told.accounts {
        lines.push((t.account)(&one.login, code(one.from), one.to.as_deref()));
    }
    if told.is_later {
        lines.push(t.later.to_owned());
    }
    lines
}

/// What is put right in an agency, field by field.
fn corrections(one: &Correction, words: &Words) -> Vec<String> {
    let t = &words.agencies;
    let values = |agency: &Agency| {
        [
            agency.code.clone(),
            agency.name.clone(),
            (t.told.kind)(agency.kind).to_owned(),
            agency.parent_code.clone().unwrap_or_default(),
            agency.head_title.clone(),
        ]
    };
    let mut lines: Vec<String> = t
        .show_labels
        .iter()
        .zip(values(&one.before).into_iter().zip(values(&one.after)))
        .filter(|(_, (before, after))| before != after)
        .map(|(label, (before, after))| format!("{}, {label}: {before} → {after}", one.before.code))
        .collect();
    if one.before.successors != one.after.successors {
        let [.., became, _, _, _] = t.show_labels;
        let (before, after) = (&one.before.successors, &one.after.successors);
        lines.push(format!(
            "{}, {became}: {} → {}",
            one.before.code,
            before.join("; "),
            after.join("; ")
        ));
    }
    lines
}

/// What an edit of the calendar does, day by day.
#[must_use]
pub fn days(told: &DaysSaved, t: &AgencyWords) -> Vec<String> {
    let set = told.set.iter().map(|day| {
        let kind = (t.told.day_kind)(day.kind);
        let standing = (t.told.standing)(day.projected);
        format!(
            "{} {}: {kind}, {standing}",
            format::date(day.date),
            day.name
        )
    });
    let removed = told.removed.iter();
    let removed = removed.map(|date| (t.screens.removes)(&format::date(*date)));
    let count = (t.told.days)(told.set.len(), told.removed.len(), told.moved);
    set.chain(removed).chain([count]).collect()
}

/// It is done: what is said then.
#[must_use]
pub fn done(done: &Reorganised, t: &ToldWords) -> String {
    if done.moves.is_empty() {
        t.kept.to_owned()
    } else {
        (t.done)(done.handed(), done.orphans())
    }
}

/// What stands on the sheet of an agency: labels and values, without those that are empty.
#[must_use]
pub fn sheet<'a>(sheet: &AgencySheet, facts: &Facts, words: &'a Words) -> Vec<(&'a str, String)> {
    let t = &words.agencies;
    let agency = &sheet.agency;
    let names = |agencies: &[Agency]| {
        let of = |agency: &Agency| format!("{} {}", agency.code, agency.name);
        agencies.iter().map(of).collect::<Vec<_>>().join("; ")
    };
    let counts = &sheet.counts;
    let n = |value| format::number(value, words.language);
    let above = agency.parent_code.as_deref();
    let above = above.and_then(|code| facts.agencies.iter().find(|other| other.code == code));
    let values = [
        agency.code.clone(),
        agency.name.clone(),
        (t.told.kind)(agency.kind).to_owned(),
        above.map_or_else(String::new, |above| above.name.clone()),
        agency.head_title.clone(),
        (t.told.validity)(agency),
        names(&sheet.predecessors),
        names(&sheet.successors),
        n(counts.open + counts.no_due + counts.suspended + counts.drafts),
        n(counts.done() + counts.dropped),
        sheet.logins.join(", "),
    ];
    let all = t.show_labels.into_iter().zip(values);
    all.filter(|(_, value)| !value.is_empty()).collect()
}

/// A row of an agency's log.
#[must_use]
pub fn change(change: &Change, words: &Words) -> String {
    let mut parts = vec![
        format::moment(change.at),
        change.who.clone(),
        (words.terms.log_entry)(&change.what).to_owned(),
        change.why.clone(),
        change.document.clone(),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join("  ")
}

/// The leads whose open tasks have no lead any more, and how many those are; in official order.
#[must_use]
pub fn orphanages(counts: &[AgencyCounts], facts: &Facts) -> Vec<(AgencyCounts, i64)> {
    let is_ended = |one: &&AgencyCounts| {
        one.agency == AgencyId::UNRESOLVED
            || facts
                .agency(one.agency)
                .is_some_and(|agency| agency.ended_before(facts.today))
    };
    let open = |one: &AgencyCounts| {
        let counts = &one.counts;
        counts.open + counts.no_due + counts.suspended + counts.drafts
    };
    counts
        .iter()
        .filter(is_ended)
        .map(|one| (*one, open(one)))
        .filter(|(_, open)| *open > 0)
        .collect()
}
