//! What differs between two states of a thing, as the log has them, in words.

use chrono::NaiveDate;
use serde_json::Value;

use super::Words;
use super::report::said::Names;
use crate::domain::change::Fields;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::status::Status;
use crate::domain::user::Role;

/// A field that means something to a person, as it was and as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The name of the field in the log.
    pub name: String,
    /// What it is called.
    pub label: &'static str,
    /// As it was; none for a row that is new.
    pub before: Option<String>,
    /// As it is.
    pub after: String,
}

impl Difference {
    /// `Hạn: 30/04/23 → 31/05/23`.
    #[must_use]
    pub fn written(&self) -> String {
        match &self.before {
            Some(before) => format!("{}: {before} → {}", self.label, self.after),
            None => format!("{}: {}", self.label, self.after),
        }
    }
}

/// Every field that differs and means something to a person, with dates written that way.
#[must_use]
pub fn differences(
    before: &Fields,
    after: &Fields,
    date: fn(NaiveDate) -> String,
    names: Names<'_>,
    words: &Words,
) -> Vec<Difference> {
    let t = &words.log;
    let is_new = before.is_empty();
    let mut found = Vec::new();
    for (name, now) in after {
        let label = (t.field)(name);
        let then = before.get(name).unwrap_or(&Value::Null);
        // The date by which lateness is judged says nothing new where the due date says the same.
        let is_twin = name == "effective_due" && after.get("due") == Some(now);
        if label.is_empty() || is_twin || then == now {
            continue;
        }
        let value = |value| self::value(name, value, date, names, words);
        let (then, now) = (value(then), value(now));
        let says_nothing = if is_new {
            now == t.nothing
        } else {
            then == now
        };
        if says_nothing {
            continue;
        }
        found.push(Difference {
            name: name.clone(),
            label,
            before: (!is_new).then_some(then),
            after: now,
        });
    }
    found
}

fn value(
    name: &str,
    value: &Value,
    date: fn(NaiveDate) -> String,
    names: Names<'_>,
    words: &Words,
) -> String {
    let t = &words.log;
    match (name, value) {
        (_, Value::Null) => t.nothing.to_owned(),
        (_, Value::Bool(is_so)) => t.yes_no[usize::from(!is_so)].to_owned(),
        ("status", Value::String(code)) => Status::from_code(code).map_or_else(
            || code.clone(),
            |status| (words.terms.status)(status).to_owned(),
        ),
        ("role", Value::String(code)) => Role::from_code(code)
            .map_or_else(|| code.clone(), |role| (words.terms.role)(role).to_owned()),
        ("agency", Value::Number(number)) => {
            let id = number.as_i64().map(AgencyId);
            let agency = names.agencies.iter().find(|it| Some(it.id) == id);
            agency.map_or_else(
                || words.terms.no_agency.to_owned(),
                |agency| agency.name.clone(),
            )
        }
        ("area", Value::Number(number)) => {
            let id = number.as_i64().map(AreaId);
            let area = names.areas.iter().find(|it| Some(it.id) == id);
            area.map_or_else(|| t.nothing.to_owned(), |area| area.name_vi.clone())
        }
        ("progress", Value::Number(number)) => format!("{number}%"),
        ("doubts", Value::Array(doubts)) => {
            let codes = doubts
                .iter()
                .filter_map(|doubt| doubt.get("code")?.as_str());
            let texts: Vec<String> = codes
                .map(|code| (words.doubts.sentence)(code, ""))
                .collect();
            if texts.is_empty() {
                t.nothing.to_owned()
            } else {
                texts.join("; ")
            }
        }
        (_, Value::Object(fields)) => fields.get("due").map_or_else(String::new, |due| {
            self::value("due", due, date, names, words)
        }),
        (_, Value::String(text)) if text.is_empty() => t.nothing.to_owned(),
        (_, Value::String(text)) => match text.parse::<NaiveDate>() {
            Ok(day) => date(day),
            Err(_) => text.clone(),
        },
        (_, other) => other.to_string(),
    }
}
