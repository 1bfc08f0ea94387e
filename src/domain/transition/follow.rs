//! The deeds of follow-up: requests to supporting agencies, explanations, discipline, what is reached.

use chrono::NaiveDate;

use super::{Deed, Need, Particulars, Refusal};
use crate::domain::condition::Day;
use crate::domain::follow_up::{ExplanationRequest, SupportRequest};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::user::{Role, User};

/// Whether the task is in a state in which this is of any use.
///
/// # Errors
/// Why not.
pub(super) fn may(task: &Task, deed: Deed, user: &User) -> Result<(), Refusal> {
    let refused = match deed {
        Deed::Insist if !task.is_disputed => Refusal::NotDisputed,
        Deed::AnswerSupport | Deed::WithdrawSupport => {
            let given = Particulars::default();
            return match request_of(task, deed, &given, user) {
                Err(Refusal::Missing(_)) | Ok(_) => Ok(()),
                Err(why) => Err(why),
            };
        }
        Deed::AskExplanation if task.explanation_asked.is_some() => Refusal::AlreadyAsked,
        Deed::Explain if task.explanation_asked.is_none() => Refusal::NoExplanationAsked,
        Deed::Excuse if task.is_excused => Refusal::AlreadyExcused,
        Deed::Unexcuse if !task.is_excused => Refusal::NotExcused,
        Deed::Measure if task.target.is_none() => Refusal::NoTarget,
        Deed::ReachStage if task.stages.iter().all(|stage| stage.done_on.is_some()) => {
            Refusal::NoStage
        }
        Deed::Assign
        | Deed::Accept
        | Deed::Dispute
        | Deed::Progress
        | Deed::Submit
        | Deed::Confirm
        | Deed::Return
        | Deed::Transfer
        | Deed::Suspend
        | Deed::Resume
        | Deed::Drop
        | Deed::Reopen
        | Deed::AskExtension
        | Deed::Extend
        | Deed::RefuseExtension
        | Deed::Urge
        | Deed::Insist
        | Deed::AskSupport
        | Deed::AskExplanation
        | Deed::Explain
        | Deed::Criticise
        | Deed::Propose
        | Deed::Excuse
        | Deed::Unexcuse
        | Deed::CorrectDue
        | Deed::Issue
        | Deed::Measure
        | Deed::ReachStage => return Ok(()),
    };
    Err(refused)
}

/// Which request is answered or taken back: its place among the requests of the task. The oldest one that is
/// open, of the agency that is named, or that the clerk belongs to.
///
/// # Errors
/// Where there is none, it was taken back, or several agencies could be meant.
pub fn request_of(
    task: &Task,
    deed: Deed,
    given: &Particulars,
    user: &User,
) -> Result<usize, Refusal> {
    let is_own_only = deed == Deed::AnswerSupport && user.role == Role::Clerk;
    let is_meant = |(place, request): &(usize, &SupportRequest)| {
        let is_it = given.part.is_none_or(|part| part as usize == place + 1);
        let is_agency = given.agency.is_none_or(|agency| agency == request.agency);
        is_it && is_agency && (!is_own_only || user.leads(request.agency))
    };
    let all = task.requests.iter().enumerate();
    let meant: Vec<(usize, &SupportRequest)> = all.filter(is_meant).collect();
    let mut open = meant.iter().filter(|(_, request)| request.is_open());
    match open.next() {
        Some((_, first)) if open.any(|(_, other)| other.agency != first.agency) => {
            Err(Refusal::Missing(Need::Asked))
        }
        Some((place, _)) => Ok(*place),
        None if meant.last().is_some_and(|(_, last)| last.is_withdrawn) => {
            Err(Refusal::RequestWithdrawn)
        }
        None => Err(Refusal::NoRequest),
    }
}

/// Not urged twice within the days that are set between two urgings.
///
/// # Errors
/// On which day it was urged.
pub(super) fn check_gap(task: &Task, day: &Day<'_>) -> Result<(), Refusal> {
    let Some(urged) = task.urged_on else {
        return Ok(());
    };
    let gap = i64::from(day.thresholds.urge_gap);
    if day.calendar.working_days_between(urged, day.today) < gap {
        return Err(Refusal::UrgedOn(urged));
    }
    Ok(())
}

/// Closes a task: nothing is waited for any more.
pub(super) fn close(next: &mut Task, today: NaiveDate) {
    next.closed_on = Some(today);
    next.extension_asked = None;
    for request in next.requests.iter_mut().filter(|it| it.is_open()) {
        request.ended_on = Some(today);
        request.is_withdrawn = true;
    }
}

/// Carries out what was found possible.
///
/// # Errors
/// What does not fit among the particulars.
pub(super) fn apply(
    next: &mut Task,
    task: &Task,
    deed: Deed,
    given: &Particulars,
    user: &User,
    today: NaiveDate,
) -> Result<(), Refusal> {
    match deed {
        Deed::Insist => next.is_disputed = false,
        Deed::AskSupport => next.requests.push(SupportRequest {
            agency: given.agency.ok_or(Refusal::Missing(Need::Asked))?,
            text: given.note.clone(),
            asked_on: today,
            due: not_past(given.due, today)?,
            ended_on: None,
            answer: String::new(),
            is_withdrawn: false,
        }),
        Deed::AnswerSupport | Deed::WithdrawSupport => {
            let place = request_of(task, deed, given, user)?;
            let request = next.requests.get_mut(place).ok_or(Refusal::NoRequest)?;
            request.ended_on = Some(today);
            request.is_withdrawn = deed == Deed::WithdrawSupport;
            if !request.is_withdrawn {
                request.answer.clone_from(&given.note);
            }
        }
        Deed::AskExplanation => {
            next.explanation_asked = Some(ExplanationRequest {
                asked_on: today,
                due: not_past(given.due, today)?,
            });
            next.explanations += 1;
        }
        Deed::Explain => {
            next.explanation_asked = None;
            next.explained += 1;
        }
        Deed::Criticise => next.criticisms += 1,
        Deed::Propose => next.proposals += 1,
        Deed::Excuse if !is_late(task, today) => return Err(Refusal::NotLate),
        Deed::Excuse => next.is_excused = true,
        Deed::Unexcuse => next.is_excused = false,
        Deed::CorrectDue => correct(next, task, given)?,
        Deed::Issue => {
            next.issued.clone_from(&given.evidence);
            next.issued_on = not_future(given.evidence_date, today)?;
        }
        Deed::Measure => {
            if let Some(target) = &mut next.target {
                target.reached = given.value;
            }
            next.updated_on = Some(today);
        }
        Deed::ReachStage => {
            let place = stage_of(task, given)?;
            let stage = next.stages.get_mut(place).ok_or(Refusal::NoStage)?;
            stage.done_on = not_future(Some(given.day.unwrap_or(today)), today)?;
            next.updated_on = Some(today);
        }
        // Carried out elsewhere.
        Deed::Assign
        | Deed::Accept
        | Deed::Dispute
        | Deed::Progress
        | Deed::Submit
        | Deed::Confirm
        | Deed::Return
        | Deed::Transfer
        | Deed::Suspend
        | Deed::Resume
        | Deed::Drop
        | Deed::Reopen
        | Deed::AskExtension
        | Deed::Extend
        | Deed::RefuseExtension
        | Deed::Urge => {}
    }
    Ok(())
}

/// The first date moves along only where no extension was ever granted (DOMAIN 2.5).
fn correct(next: &mut Task, task: &Task, given: &Particulars) -> Result<(), Refusal> {
    if given.due == task.due {
        return Err(Refusal::SameDue);
    }
    next.due = given.due;
    if task.extensions == 0 {
        next.original_due = given.due;
    }
    Ok(())
}

/// The stage that is meant: the one that is named, else the first that is not reached.
fn stage_of(task: &Task, given: &Particulars) -> Result<usize, Refusal> {
    let is_meant = |place: usize| given.part.is_none_or(|part| part as usize == place + 1);
    let mut stages = task.stages.iter().enumerate();
    let found = stages.find(|(place, stage)| is_meant(*place) && stage.done_on.is_none());
    found.map(|(place, _)| place).ok_or(Refusal::NoStage)
}

/// Late now, or handed in late.
fn is_late(task: &Task, today: NaiveDate) -> bool {
    let judged = match task.status {
        Status::Awaiting | Status::Done => task.submitted_on.or(task.closed_on).unwrap_or(today),
        Status::Draft
        | Status::NotStarted
        | Status::InProgress
        | Status::Suspended
        | Status::Dropped => today,
    };
    task.effective_due.is_some_and(|due| judged > due)
}

fn not_past(day: Option<NaiveDate>, today: NaiveDate) -> Result<Option<NaiveDate>, Refusal> {
    match day {
        Some(day) if day < today => Err(Refusal::InPast),
        day => Ok(day),
    }
}

fn not_future(day: Option<NaiveDate>, today: NaiveDate) -> Result<Option<NaiveDate>, Refusal> {
    match day {
        Some(day) if day > today => Err(Refusal::InFuture),
        day => Ok(day),
    }
}
