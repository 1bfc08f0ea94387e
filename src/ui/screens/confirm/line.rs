//! A row of the confirm list: a task, the deed that its digit means, and how that stands.

use crate::domain::amount::Amount;
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::domain::transition::{self, Deed, Particulars, Pick, Refusal, request_of};
use crate::lang::format;
use crate::lang::format::amount;
use crate::ui::screen::Ui;
use crate::work::request::Facts;

/// A row of the list.
#[derive(Debug, Clone)]
pub struct Line {
    /// The task's number.
    pub id: TaskId,
    /// What was picked for it.
    pub pick: Pick,
    /// The task as it was answered; none where it does not exist any more.
    pub task: Option<Task>,
    /// What that meant when the list was opened; a later version of the task does not change it.
    pub deed: Option<Deed>,
    /// What came in between, once a save was refused.
    pub conflict: Option<Conflict>,
}

/// Somebody else was faster.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// Why it was not saved: who changed what, at what time.
    pub why: Refusal,
    /// The task as it was seen.
    pub seen: Task,
}

/// How a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It can be saved.
    Ready,
    /// Something is missing or does not fit.
    Incomplete(Refusal),
    /// It cannot be done, whatever is given.
    Refused(Refusal),
    /// The task is not there.
    Gone,
    /// The digit is no deed.
    NoDeed,
}

impl Line {
    /// The row of what was picked for this task.
    #[must_use]
    pub fn new(id: TaskId, pick: Pick, task: Option<Task>, facts: &Facts) -> Self {
        let deed = task.as_ref().and_then(|task| pick.deed(task, &facts.user));
        Self {
            id,
            pick,
            task,
            deed,
            conflict: None,
        }
    }

    /// The task and the deed, where it may be done.
    #[must_use]
    pub fn possible(&self, facts: &Facts) -> Option<(&Task, Deed)> {
        let (task, deed) = (self.task.as_ref()?, self.deed?);
        transition::may(task, deed, &facts.user).ok()?;
        Some((task, deed))
    }

    /// How it stands with this deed and these particulars.
    #[must_use]
    pub fn standing(&self, deed: Option<Deed>, given: &Particulars, facts: &Facts) -> Standing {
        let Some(task) = &self.task else {
            return Standing::Gone;
        };
        let Some(deed) = deed.or(self.deed) else {
            return Standing::NoDeed;
        };
        if let Err(why) = transition::may(task, deed, &facts.user) {
            return Standing::Refused(why);
        }
        match transition::perform(task, deed, given, &facts.user, &facts.day()) {
            Ok(_) => Standing::Ready,
            Err(why @ Refusal::Incomplete) => Standing::Refused(why),
            Err(why) => Standing::Incomplete(why),
        }
    }

    /// What changes: `Đang → Chờ xác nhận, trễ 11 ngày`.
    #[must_use]
    pub fn change(&self, deed: Deed, given: &Particulars, ui: &Ui) -> String {
        let Some(task) = &self.task else {
            return ui.t.confirm.gone.to_owned();
        };
        let t = &ui.t.confirm;
        let open = || "…".to_owned();
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(open, format::short_date);
        match deed {
            Deed::Progress => {
                let before = percent(task.progress);
                let after = given.percent.map(|after| format!("{after}%"));
                let is_noted = !given.note.is_empty();
                let same = || {
                    if is_noted {
                        percent(task.progress)
                    } else {
                        open()
                    }
                };
                let status = (ui.t.terms.short_status)(task.status);
                format!("{status} {before} → {}", after.unwrap_or_else(same))
            }
            Deed::Transfer => {
                let code = |id| ui.facts.agency(id).map(|agency| agency.code.clone());
                let before = code(task.agency).unwrap_or_else(|| ui.t.terms.no_agency.to_owned());
                let after = given.agency.and_then(code).unwrap_or_else(open);
                format!("{before} → {after}")
            }
            Deed::Extend => (t.due_change)(&day(task.due), &day(given.due)),
            Deed::AskExtension => (t.asks)(&day(given.due)),
            Deed::RefuseExtension => (t.refuses)(&day(task.due)),
            Deed::Urge => (t.urged)(task.urgings + 1),
            Deed::Dispute => t.disputes.to_owned(),
            Deed::CorrectDue => (t.corrects)(&day(task.due), &day(given.due)),
            Deed::Insist
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
            | Deed::ReachStage => followed(task, deed, given, ui),
            Deed::Assign
            | Deed::Accept
            | Deed::Submit
            | Deed::Confirm
            | Deed::Return
            | Deed::Suspend
            | Deed::Resume
            | Deed::Drop
            | Deed::Reopen => status_change(task, deed, ui),
        }
    }

    /// The task in a few words, for comparing two versions of it.
    #[must_use]
    pub fn version(task: &Task, ui: &Ui) -> String {
        let mut parts = vec![(ui.t.terms.status)(task.status).to_owned()];
        if task.progress.is_some() {
            parts.push(percent(task.progress));
        }
        parts.extend(task.due.map(format::date));
        let agency = ui.facts.agency(task.agency);
        parts.extend(agency.map(|agency| agency.code.clone()));
        parts.join(", ")
    }
}

/// What a deed of follow-up changes.
fn followed(task: &Task, deed: Deed, given: &Particulars, ui: &Ui) -> String {
    let t = &ui.t.follow;
    let open = || "…".to_owned();
    let code = |id| ui.facts.agency(id).map(|agency| agency.code.clone());
    let asked = || {
        let place = request_of(task, deed, given, &ui.facts.user).ok()?;
        code(task.requests.get(place)?.agency)
    };
    match deed {
        Deed::AskSupport => {
            let agency = given.agency.and_then(code);
            (t.asks)(&agency.unwrap_or_else(open))
        }
        Deed::AnswerSupport => (t.answers)(&asked().unwrap_or_else(open)),
        Deed::WithdrawSupport => (t.withdraws)(&asked().unwrap_or_else(open)),
        Deed::AskExplanation => (t.asks_to_explain)(task.explanations + 1),
        Deed::Criticise => (t.criticises)(task.criticisms + 1),
        Deed::Propose => (t.proposes)(task.proposals + 1),
        Deed::Measure => {
            let value =
                |value: Option<Amount>| value.map_or_else(open, |it| amount(it, ui.t.language));
            let before = task.target.as_ref().and_then(|target| target.reached);
            format!("{} → {}", value(before), value(given.value))
        }
        Deed::ReachStage => {
            let part = given
                .part
                .and_then(|part| task.stages.get(part.checked_sub(1)? as usize));
            let next = || task.stages.iter().find(|stage| stage.done_on.is_none());
            let stage = part.or_else(next);
            stage.map_or_else(open, |stage| (t.reaches)(&stage.label))
        }
        Deed::Issue if !given.evidence.is_empty() => (t.issues)(&given.evidence),
        other => (t.does)(other).to_owned(),
    }
}

fn percent(progress: Option<u8>) -> String {
    format!("{}%", progress.unwrap_or(0))
}

fn status_change(task: &Task, deed: Deed, ui: &Ui) -> String {
    let after = match deed {
        Deed::Resume => task.resume_to,
        Deed::Submit if ui.facts.skips_confirmation(task) => {
            Some(crate::domain::status::Status::Done)
        }
        other => other.rule().to,
    };
    let before = (ui.t.terms.short_status)(task.status);
    let after = (ui.t.terms.status)(after.unwrap_or(task.status));
    let judged_on = if deed == Deed::Submit {
        Some(ui.facts.today)
    } else {
        task.submitted_on.filter(|_| deed == Deed::Confirm)
    };
    let late = match (judged_on, task.effective_due) {
        (Some(on), Some(due)) if on > due => {
            let days = ui.facts.calendar.working_days_between(due, on);
            format!(", {}", (ui.t.confirm.late)(days))
        }
        _ => String::new(),
    };
    format!("{before} → {after}{late}")
}
