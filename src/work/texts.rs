//! Reads the texts of a task that somebody types: supporters and deadline, with their doubts.

use chrono::NaiveDate;

use super::import::understand;
use super::session::Session;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{self, Deadline, Rules};
use crate::domain::fold::clean;
use crate::domain::follow_up::Stage;
use crate::domain::id::AgencyId;
use crate::domain::matching::{CellReading, Part};
use crate::domain::task::{Doubt, Task};
use crate::domain::transition::effective;

/// The doubts about who leads; finding the lead settles them.
const OF_LEAD: &[&str] = &[
    "no_lead",
    "several_leads",
    "not_an_agency",
    "ambiguous_agency",
    "abolished_agency",
    "agency_not_yet_existing",
    "outdated_number",
    "no_members",
    "without_accents",
];

/// The doubts that a new deadline text does not touch.
const OF_ROW: &[&str] = &[
    "support_is_lead",
    "possible_duplicate",
    "no_document",
    "no_document_date",
    "target_read",
];

/// Sets the supporters, as codes and tokens; what is no agency stays as text.
pub(super) fn support(session: &Session, task: &mut Task, text: &str) {
    let facts = session.facts();
    let on = task.assigned_on.unwrap_or(facts.today);
    let lead = if task.agency == AgencyId::UNRESOLVED {
        CellReading::default()
    } else {
        CellReading {
            parts: vec![Part::Agency(task.agency)],
            doubts: Vec::new(),
        }
    };
    let reading = session.directory().read_support(&clean(text), on, &lead);
    task.supporting = understand::names(&reading, &facts.agencies);
}

/// Sets the deadline text and everything that follows from it. Where no extension was ever granted it
/// is a correction, and the first due date moves too (DOMAIN 2.5).
pub(super) fn deadline(session: &Session, task: &mut Task, text: &str, on: NaiveDate) {
    redate(task, text, on, &session.facts().calendar, session.rules);
}

/// The same without a session.
pub(super) fn redate(
    task: &mut Task,
    text: &str,
    on: NaiveDate,
    calendar: &Calendar,
    rules: Rules,
) {
    task.doubts.retain(|doubt| {
        let code = doubt.code.as_str();
        OF_LEAD.contains(&code) || OF_ROW.contains(&code)
    });
    let text = clean(text);
    let (read, doubts) = understand::read_deadline(&text, on, calendar, rules);
    // A task by hand may do without a deadline: that is no doubt.
    let doubts = doubts.into_iter().filter(|_| !text.is_empty());
    task.doubts.extend(doubts);
    task.deadline_text = text;
    task.kind = read.kind;
    task.start = read.start;
    task.due = read.due;
    if task.extensions == 0 {
        task.original_due = read.original_due.or(read.due);
    }
    task.effective_due = effective(read.kind, read.due, calendar);
    task.stages = stages(&task.deadline_text, &read, &task.stages);
    task.recurrence = read.recurrence.map(|recurrence| recurrence.to_string());
}

/// The stages of a deadline; one that was reached before stays so, whatever its day is now.
fn stages(text: &str, read: &Deadline, before: &[Stage]) -> Vec<Stage> {
    let mut stages = deadline::stages(text, read);
    for (place, stage) in stages.iter_mut().enumerate() {
        let same_label = before
            .iter()
            .find(|it| it.label == stage.label && !it.label.is_empty());
        let same = same_label.or_else(|| before.get(place));
        stage.done_on = same.and_then(|stage| stage.done_on);
    }
    stages
}

/// Takes away the doubts about the lead, once somebody has named it.
pub(super) fn settle_lead(doubts: &mut Vec<Doubt>) {
    doubts.retain(|doubt| !OF_LEAD.contains(&doubt.code.as_str()));
}
