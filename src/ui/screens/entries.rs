//! Rows of the log in words: who, when, from where, what, from what to what, why, by which document.
//!
//! The page of a task and the log of everything show them alike. What was read is kept as it is said: the fields of a
//! row take thirty times as much memory, and one reads on and on.

use serde_json::Value;

use crate::domain::change::{Change, Subject};
use crate::domain::id::ChangeId;
use crate::lang::difference::differences;
use crate::ui::canvas::{width, wrap};
use crate::ui::screen::Ui;
use crate::ui::widgets::pages::Lines;

/// Rows of the log that were read, the newest first.
#[derive(Debug, Default)]
pub struct Entries {
    said: Vec<Box<str>>,
    oldest: Option<ChangeId>,
}

impl Entries {
    /// Takes in rows that are older than those before; `names_task` says whose they are.
    pub fn take(&mut self, changes: &[Change], names_task: bool, ui: &Ui) {
        let said = changes.iter().map(|change| said(change, names_task, ui));
        self.said.extend(said.map(String::into_boxed_str));
        self.oldest = changes.last().map(|change| change.id).or(self.oldest);
    }

    /// The last one of them.
    #[must_use]
    pub const fn oldest(&self) -> Option<ChangeId> {
        self.oldest
    }

    /// Nothing was read yet, or there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// Writes all of them.
    pub fn write(&self, lines: &mut Lines, wide: usize, ui: &Ui) {
        for said in &self.said {
            lay(lines, said, wide, ui);
        }
    }
}

/// Writes one row of the log, whose owner is known.
pub fn write(lines: &mut Lines, change: &Change, wide: usize, ui: &Ui) {
    lay(lines, &said(change, false, ui), wide, ui);
}

/// What one row says: its head, and a line for each thing that it tells.
fn said(change: &Change, names_task: bool, ui: &Ui) -> String {
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
    let mut said = format!("{}  {whose}{what} · {who}", (t.at)(change));
    let mut push = |text: &str| {
        said.push('\n');
        said.push_str(text);
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
    said
}

/// Breaks it into lines of a window so wide.
fn lay(lines: &mut Lines, said: &str, wide: usize, ui: &Ui) {
    let mut texts = said.lines();
    let head = texts.next().unwrap_or_default();
    // The first line begins to the left of the others, in narrow windows too.
    let room = wide.saturating_sub(3);
    if width(head) <= room {
        lines.push(format!("  {head}"), ui.theme.heading);
    } else {
        for piece in wrap(head, room) {
            lines.push(format!("  {piece}"), ui.theme.heading);
        }
    }
    let room = wide.saturating_sub(6);
    for piece in texts.flat_map(|text| wrap(text, room)) {
        lines.push(format!("    {piece}"), ui.theme.text);
    }
}
