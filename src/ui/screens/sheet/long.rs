//! What is owed and what goes on for long: the document that has to be issued, stages, the numeric target.

use super::facts::Rows;
use crate::domain::amount::Amount;
use crate::domain::follow_up::{Stage, Target};
use crate::domain::status::Status;
use crate::domain::target;
use crate::domain::task::Task;
use crate::lang::format;
use crate::ui::screen::Ui;

/// Writes the lines; a task has most often none of them.
pub fn write(rows: &mut Rows, task: &Task, ui: &Ui) {
    issue(rows, task, ui);
    let t = &ui.t.long;
    for (place, stage) in task.stages.iter().enumerate() {
        let label = if place == 0 { t.stages } else { "" };
        let name = if stage.label.is_empty() {
            (t.stage)(place + 1)
        } else {
            stage.label.clone()
        };
        let condition = condition(stage, ui);
        let text = format!("{name} {}: {condition}", format::date(stage.due));
        rows.row(label, &text);
    }
    if let Some(wanted) = &task.target {
        rows.row(t.target, &measured(wanted, ui));
    }
}

fn issue(rows: &mut Rows, task: &Task, ui: &Ui) {
    let t = &ui.t.long;
    let late = |on: chrono::NaiveDate| {
        let due = task.effective_due.filter(|due| on > *due)?;
        Some(ui.facts.calendar.working_days_between(due, on))
    };
    if let Some(on) = task.issued_on {
        rows.row(t.issue, &(t.issued)(&task.issued, on, late(on)));
    } else if task.owes_document && !task.status.is_closed() {
        let runs = !matches!(task.status, Status::Draft | Status::Suspended);
        let late = late(ui.facts.today).filter(|_| runs);
        rows.row(t.issue, &(t.not_issued)(late));
    }
}

/// A stage is judged for itself, whatever becomes of the whole.
fn condition(stage: &Stage, ui: &Ui) -> String {
    let t = &ui.t.long;
    let days = |on| {
        let calendar = &ui.facts.calendar;
        (on > stage.due).then(|| calendar.working_days_between(stage.due, on))
    };
    match stage.done_on {
        Some(on) => (t.reached_on)(on, days(on)),
        None => days(ui.facts.today).map_or_else(|| t.to_come.to_owned(), t.overdue),
    }
}

fn measured(wanted: &Target, ui: &Ui) -> String {
    let t = &ui.t.long;
    let Some(reached) = wanted.reached else {
        return format!("{} · {}", target::written(wanted), t.unknown);
    };
    let distance = wanted.bound.distance(reached);
    let is_kept = distance == Amount::default();
    let distance = target::amount(distance);
    let distance = (!is_kept).then_some(distance.as_str());
    let mut text = format!(
        "{} · {}",
        target::written(wanted),
        (t.reached)(&target::amount(reached), distance)
    );
    if is_kept {
        text.push_str(&format!(" · {}", t.kept));
    }
    text
}
