//! Explains the days of a task: from when to when, what was skipped and why.

use chrono::{Datelike, NaiveDate};

use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::ui::screen::Ui;

/// The lines that F1 shows before the help.
pub fn lines(task: &Task, ui: &Ui) -> Vec<String> {
    let t = &ui.t.sheet;
    let Some((due, day)) = span(task, ui.facts.today) else {
        return vec![t.not_counted.to_owned()];
    };
    let calendar = &ui.facts.calendar;
    let (from, to) = (due.min(day), due.max(day));
    let days = calendar.working_days_between(from, to);
    let judged = (ui.t.terms.condition)(ui.facts.day().judge(task));
    let mut lines = vec![
        format!("{} {}: {judged}.", t.labels.due, (t.due)(due)),
        (t.counted)(from, to, days),
        t.rule.to_owned(),
    ];
    if let (Some(written), true) = (task.due, task.due != task.effective_due) {
        lines.push(format!("{}; {}", (t.due)(written), (t.rolled)(due)));
    }
    lines.extend((t.skipped)(&calendar.skipped(from, to)));
    for extra in calendar.made_up(from, to) {
        lines.push((t.made_up)(extra.date, &extra.name));
    }
    let years = from.year()..=to.year();
    lines.extend(
        years
            .filter(|year| !calendar.has_official(*year))
            .map(t.projected),
    );
    lines
}

/// The due date and the day on which it is judged.
fn span(task: &Task, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let due = task.effective_due?;
    match task.status {
        Status::Draft | Status::Suspended | Status::Dropped => None,
        Status::NotStarted | Status::InProgress => Some((due, today)),
        Status::Awaiting => Some((due, task.submitted_on.unwrap_or(today))),
        Status::Done => Some((due, task.submitted_on.or(task.closed_on)?)),
    }
}
