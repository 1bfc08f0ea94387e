//! What a review says: the heads of its forms, what each wish changes, why a row was not saved.

use super::Review;
use crate::domain::change::difference;
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::domain::transition::{self, Deed, Refusal};
use crate::lang::format;
use crate::ui::line::words::{capital, differing, sentence};
use crate::ui::screen::Ui;
use crate::ui::screens::confirm::line::Line;
use crate::ui::screens::confirm::section::Section;
use crate::work::request::Wish;

/// What the reading before the save leaves out, because the deed itself says it or the log keeps it.
const UNSAID: [&str; 4] = ["submitted_on", "submitted_by", "closed_on", "effective_due"];

impl Review {
    /// What will happen, row by row.
    pub(super) fn outlook(&self, wishes: &[Wish], ui: &Ui) -> Vec<String> {
        let many = wishes.len();
        let mut texts = vec![(ui.t.line.saving.review)(many)];
        for (wish, number) in wishes.iter().zip(1..) {
            let line = self.lines.iter().find(|line| line.id == wish.id);
            let Some(task) = line.and_then(|line| line.task.as_ref()) else {
                continue;
            };
            let deed = (ui.t.line.saving.deed_on)(&name(wish.deed, ui), task.id.0);
            let mut text = sentence(&deed);
            if many > 1 {
                text = format!("{number}. {text}");
            }
            for change in changes(task, wish, ui) {
                text.push(' ');
                text.push_str(&sentence(&change));
            }
            if many > 1 {
                text.push(' ');
                text.push_str(&sentence(&task.title));
            }
            texts.push(text);
        }
        texts
    }
}

/// The name of a deed, in full.
#[must_use]
pub fn name(deed: Deed, ui: &Ui) -> String {
    match deed {
        Deed::Submit => ui.t.line.saving.submit.to_owned(),
        other => (ui.t.terms.deed)(other).to_owned(),
    }
}

/// What was saved: one task with its deed and its text, several with their numbers.
pub(super) fn saved_text(done: &[Task], wishes: &[Wish], ui: &Ui) -> String {
    let t = &ui.t.line.saving;
    match done {
        [task] => {
            let wish = wishes.iter().find(|wish| wish.id == task.id);
            let deed = wish.map_or_else(String::new, |wish| name(wish.deed, ui));
            (t.saved)(&deed, task.id.0, &task.title)
        }
        many => {
            let numbers: Vec<i64> = many.iter().map(|task| task.id.0).collect();
            (t.saved_many)(&numbers)
        }
    }
}

/// Why a row was not saved.
pub(super) fn left_text(id: TaskId, why: &Refusal, ui: &Ui) -> String {
    match why {
        Refusal::Changed { by, at, what } => {
            (ui.t.line.saving.conflict)(id.0, by, at, (ui.t.terms.log_entry)(what))
        }
        other => (ui.t.refusals.keyless)(other, id.0),
    }
}

/// What a wish changes, in the words in which the log will say it.
fn changes(task: &Task, wish: &Wish, ui: &Ui) -> Vec<String> {
    let (user, facts) = (&ui.facts.user, ui.facts);
    let after = transition::perform(task, wish.deed, &wish.given, user, &facts.day());
    let Ok(after) = after else {
        return Vec::new();
    };
    let skips = facts.skips_confirmation(task);
    let after = transition::straight(after, wish.deed, &wish.given, skips, facts.today);
    let (old, new) = difference(task, &after);
    let mut texts = differing(&old, &new, &UNSAID, ui);
    if matches!(wish.deed, Deed::Submit | Deed::Confirm) {
        let judged = (ui.t.terms.condition)(facts.day().judge(&after));
        texts.insert(1.min(texts.len()), capital(&judged));
    }
    let given = &wish.given;
    if !given.reason.is_empty() {
        texts.push((ui.t.log.why)(&given.reason));
    }
    if !given.document.is_empty() {
        texts.push((ui.t.log.document)(&given.document));
    }
    if let Some(agency) =
        transition::on_behalf(task, wish.deed, given, user).and_then(|id| facts.agency(id))
    {
        texts.push((ui.t.log.on_behalf)(&agency.name));
    }
    texts
}

/// Above the fields: the deed and the task with its text, or how many rows they serve; then what one has
/// to know before the first question.
pub(super) fn heading(section: &Section, lines: &[Line], ui: &Ui) -> String {
    let deed = name(section.deed, ui);
    let first = section.rows.first().and_then(|place| lines.get(*place));
    let only = first.filter(|_| section.rows.len() == 1);
    let task = only.and_then(|line| line.task.as_ref());
    let mut texts = vec![match only {
        Some(line) => (ui.t.line.saving.deed_on)(&deed, line.id.0),
        None => (ui.t.line.saving.deed_on_many)(&deed, section.rows.len()),
    }];
    texts.extend(task.map(|task| task.title.clone()));
    match section.deed {
        Deed::Extend | Deed::AskExtension | Deed::CorrectDue => {
            let due = task.and_then(|task| task.due).map(ui.t.line.day);
            texts.extend(due.map(|day| (ui.t.line.saving.due_now)(&day)));
        }
        Deed::Submit => texts.push(format!(
            "{}: {}",
            ui.t.sheet.labels.evidence, ui.t.confirm.evidence_echo
        )),
        Deed::Assign
        | Deed::Accept
        | Deed::Dispute
        | Deed::Progress
        | Deed::Confirm
        | Deed::Return
        | Deed::Transfer
        | Deed::Suspend
        | Deed::Resume
        | Deed::Drop
        | Deed::Reopen
        | Deed::RefuseExtension
        | Deed::Urge
        | Deed::Insist
        | Deed::AskSupport
        | Deed::AnswerSupport
        | Deed::WithdrawSupport
        | Deed::AskExplanation
        | Deed::Explain
        | Deed::Criticise
        | Deed::Propose
        | Deed::Excuse
        | Deed::Unexcuse
        | Deed::Issue
        | Deed::Measure
        | Deed::ReachStage => {}
    }
    if let (Deed::Extend, Some(asked)) = (
        section.deed,
        task.and_then(|task| task.extension_asked.as_ref()),
    ) {
        let day = format::date(asked.due);
        texts.push((ui.t.confirm.asked)(&day, &asked.reason, asked.is_late));
    }
    texts.extend(section.to_know(lines, ui));
    let texts: Vec<String> = texts.iter().map(|text| sentence(text)).collect();
    texts.join(" ")
}
