//! Rows of the log in words: who, when, from where, what, from what to what, why, by which document.
//!
//! The page of a task and the log of everything show them alike.

use serde_json::Value;

use crate::domain::change::{Change, Subject};
use crate::lang::difference::differences;
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
    for difference in differences(
        &change.before,
        &change.after,
        t.date,
        ui.facts.names(),
        ui.t,
    ) {
        push(&difference.written());
    }
    if !change.why.is_empty() {
        push(&(t.why)(&change.why));
    }
    if !change.document.is_empty() {
        push(&(t.document)(&change.document));
    }
}
