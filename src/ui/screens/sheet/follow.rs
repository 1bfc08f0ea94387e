//! How a task is followed: who has the ball and since when, what others were asked, extensions, the ladder of
//! urging, each with its day and document.

use chrono::NaiveDate;

use super::facts::Rows;
use crate::domain::change::Change;
use crate::domain::follow_up::{ExplanationRequest, Holder, SupportRequest, held_since, holder};
use crate::domain::task::Task;
use crate::domain::transition::Deed;
use crate::lang::format;
use crate::ui::screen::Ui;
use crate::work::request::Sheet;

/// Writes what is to be said; a label that stands already is not said again.
pub(super) fn write(to: &mut Rows<'_>, sheet: &Sheet, ui: &Ui) {
    let mut said = "";
    for (label, text) in rows(sheet, ui) {
        to.row(if label == said { "" } else { label }, &text);
        said = label;
    }
}

/// What is to be said, with its labels; empty texts where nothing happened.
#[must_use]
pub fn rows(sheet: &Sheet, ui: &Ui) -> Vec<(&'static str, String)> {
    let (t, task) = (&ui.t.follow, &sheet.task);
    let mut rows = vec![(t.waits, waits(task, ui))];
    let requests = task.requests.iter();
    rows.extend(requests.map(|request| (t.requests, requested(request, ui))));
    if task.is_excused {
        rows.push((t.delay, t.excused.to_owned()));
    }
    if let Some(asked) = &task.explanation_asked {
        rows.push((t.explanation, to_explain(asked, ui)));
    }
    if task.urgings > 0 {
        let text = (ui.t.sheet.urged)(task.urgings, task.urged_on);
        rows.push((ui.t.sheet.labels.urged, text));
    }
    let followed = sheet.followed.iter().rev();
    rows.extend(followed.map(|change| (t.followed, told(change, ui))));
    rows
}

/// Who has the ball, since when, for how many working days; then the agencies that were asked.
#[must_use]
pub fn waits(task: &Task, ui: &Ui) -> String {
    let t = &ui.t.follow;
    let days = |since| {
        ui.facts
            .calendar
            .working_days_between(since, ui.facts.today)
    };
    let code = |id| {
        ui.facts
            .agency(id)
            .map_or("", |agency| agency.code.as_str())
    };
    let mut parts = Vec::new();
    if let Some(holder) = holder(task) {
        let who = match holder {
            Holder::Lead(id) | Holder::Support(id) => code(id),
            Holder::Monitor => t.monitor,
            Holder::Leader => t.leader,
        };
        let since = held_since(task);
        parts.push(match since {
            Some(since) => (t.since)(who, &format::date(since), days(since)),
            None => who.to_owned(),
        });
    }
    for request in task.requests.iter().filter(|it| it.is_open()) {
        let since = request.asked_on;
        parts.push((t.since)(
            code(request.agency),
            &format::date(since),
            days(since),
        ));
    }
    parts.join("; ")
}

/// Since when an explanation is outstanding, and until when it is wanted.
#[must_use]
pub fn to_explain(asked: &ExplanationRequest, ui: &Ui) -> String {
    let due = asked.due.map(format::date);
    (ui.t.follow.to_explain)(&format::date(asked.asked_on), due.as_deref())
}

/// Who was asked for what, when, until when, and how it ended.
#[must_use]
pub fn requested(request: &SupportRequest, ui: &Ui) -> String {
    let t = &ui.t.follow;
    let agency = ui.facts.agency(request.agency);
    let code = agency.map_or("", |agency| agency.code.as_str());
    let due = request.due.map(format::date);
    let asked = (t.requested)(
        code,
        &format::date(request.asked_on),
        due.as_deref(),
        &request.text,
    );
    let ended = match request.ended_on.map(format::date) {
        Some(day) if request.is_withdrawn => (t.withdrawn)(&day),
        Some(day) => (t.answered)(&day, &request.answer),
        None => t.unanswered.to_owned(),
    };
    format!("{asked} → {ended}")
}

/// A row of the log in one line: day, deed, dates, document, reason.
fn told(change: &Change, ui: &Ui) -> String {
    let deed = Deed::from_code(&change.what);
    let name = deed.map_or("", ui.t.terms.deed);
    let mut parts = vec![format!("{} {name}", format::day(change.at))];
    let day =
        |value: Option<&serde_json::Value>| -> Option<NaiveDate> { value?.as_str()?.parse().ok() };
    let due = |fields: &crate::domain::change::Fields| day(fields.get("due"));
    if let (Some(before), Some(after)) = (due(&change.before), due(&change.after)) {
        parts.push((ui.t.confirm.due_change)(
            &format::date(before),
            &format::date(after),
        ));
    }
    let asked = change.after.get("extension_asked");
    if let Some(until) = day(asked.and_then(|asked| asked.get("due"))) {
        parts.push((ui.t.confirm.asks)(&format::date(until)));
    }
    let texts = [&change.document, &change.why];
    parts.extend(texts.into_iter().filter(|text| !text.is_empty()).cloned());
    parts.join(" · ")
}
