//! Rows of the log in words: who, when, from where, what, from what to what, why, by which document.
//!
//! The page of a task and the log of everything show them alike.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::change::{Change, Fields, Subject};
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::status::Status;
use crate::domain::user::Role;
use crate::ui::canvas::{width, wrap};
use crate::ui::screen::Ui;
use crate::ui::widgets::pages::Lines;

/// The lines of one row of the log; `names_task` says whose it is.
pub fn write(lines: &mut Lines, change: &Change, names_task: bool, wide: usize, ui: &Ui) {
    let t = &ui.t.log;
    let whose = match change.subject {
        Subject::Task(id) if names_task => format!("#{}  ", id.0),
        Subject::Task(_) => String::new(),
        Subject::Calendar => format!("{}  ", t.subjects[0]),
        Subject::Frame => format!("{}  ", t.subjects[1]),
    };
    let what = (ui.t.terms.log_entry)(&change.what);
    // Of an account the fields that differ do not say whose it is.
    let login = change.after.get("login").and_then(Value::as_str);
    let what = match login.filter(|_| matches!(change.subject, Subject::Frame)) {
        Some(login) => format!("{what} {login}"),
        None => what.to_owned(),
    };
    let who = match change.origin.as_str() {
        "" => change.who.clone(),
        origin => format!("{} ({origin})", change.who),
    };
    let head = format!("{}  {whose}{what} · {who}", (t.at)(change));
    // The first line begins to the left of the others, in narrow windows too.
    let room = wide.saturating_sub(3);
    if width(&head) <= room {
        lines.push(format!("  {head}"), ui.theme.heading);
    } else {
        for piece in wrap(&head, room) {
            lines.push(format!("  {piece}"), ui.theme.heading);
        }
    }
    let room = wide.saturating_sub(6);
    let mut push = |text: &str| {
        for piece in wrap(text, room) {
            lines.push(format!("    {piece}"), ui.theme.text);
        }
    };
    if let Some(agency) = change.on_behalf.and_then(|id| ui.facts.agency(id)) {
        push(&(t.on_behalf)(&agency.name));
    }
    for difference in differences(&change.before, &change.after, t.date, ui) {
        push(&difference.written());
    }
    if !change.why.is_empty() {
        push(&(t.why)(&change.why));
    }
    if !change.document.is_empty() {
        push(&(t.document)(&change.document));
    }
}

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
    fn written(&self) -> String {
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
    ui: &Ui,
) -> Vec<Difference> {
    let t = &ui.t.log;
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
        let (then, now) = (value(name, then, date, ui), value(name, now, date, ui));
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

fn value(name: &str, value: &Value, date: fn(NaiveDate) -> String, ui: &Ui) -> String {
    let t = &ui.t.log;
    match (name, value) {
        (_, Value::Null) => t.nothing.to_owned(),
        (_, Value::Bool(is_so)) => t.yes_no[usize::from(!is_so)].to_owned(),
        ("status", Value::String(code)) => Status::from_code(code).map_or_else(
            || code.clone(),
            |status| (ui.t.terms.status)(status).to_owned(),
        ),
        ("role", Value::String(code)) => Role::from_code(code)
            .map_or_else(|| code.clone(), |role| (ui.t.terms.role)(role).to_owned()),
        ("agency", Value::Number(number)) => {
            let agency = number.as_i64().and_then(|id| ui.facts.agency(AgencyId(id)));
            agency.map_or_else(
                || ui.t.terms.no_agency.to_owned(),
                |agency| agency.name.clone(),
            )
        }
        ("area", Value::Number(number)) => {
            let area = number.as_i64().and_then(|id| ui.facts.area(AreaId(id)));
            area.map_or_else(|| t.nothing.to_owned(), |area| area.name_vi.clone())
        }
        ("progress", Value::Number(number)) => format!("{number}%"),
        ("doubts", Value::Array(doubts)) => {
            let codes = doubts
                .iter()
                .filter_map(|doubt| doubt.get("code")?.as_str());
            let texts: Vec<String> = codes.map(|code| (ui.t.doubts.sentence)(code, "")).collect();
            if texts.is_empty() {
                t.nothing.to_owned()
            } else {
                texts.join("; ")
            }
        }
        (_, Value::Object(fields)) => fields
            .get("due")
            .map_or_else(String::new, |due| self::value("due", due, date, ui)),
        (_, Value::String(text)) if text.is_empty() => t.nothing.to_owned(),
        (_, Value::String(text)) => match text.parse::<NaiveDate>() {
            Ok(day) => date(day),
            Err(_) => text.clone(),
        },
        (_, other) => other.to_string(),
    }
}
