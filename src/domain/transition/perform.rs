//! Carrying a deed out: first whether it may be, then what is given with it, then the task as it will be.

use chrono::NaiveDate;

use super::{Deed, Need, Particulars, Refusal, follow};
use crate::domain::calendar::Calendar;
use crate::domain::condition::Day;
use crate::domain::deadline::Kind;
use crate::domain::id::AgencyId;
use crate::domain::status::Status;
use crate::domain::task::{ExtensionRequest, Form, Task};
use crate::domain::user::{Role, User};

/// Whether this person may do this to this task, whatever is given with it.
///
/// # Errors
/// The first reason why not: the kind of row, the role, the agency, the two rules of confirmation,
/// the status; in this order, so that a person is not told to accept first what they may not accept.
pub fn may(task: &Task, deed: Deed, user: &User) -> Result<(), Refusal> {
    if task.is_gone {
        return Err(Refusal::Gone);
    }
    if task.form != Form::Task {
        return Err(Refusal::StandsForOthers);
    }
    ranks(task, deed, user)?;
    if !deed.rule().from.contains(&task.status) {
        return Err(Refusal::WrongStatus {
            deed,
            status: task.status,
        });
    }
    two_rules(task, deed, user)?;
    if deed == Deed::RefuseExtension && task.extension_asked.is_none() {
        return Err(Refusal::NothingAsked);
    }
    if matches!(deed, Deed::Extend | Deed::AskExtension) && task.due.is_none() {
        return Err(Refusal::NoDue);
    }
    follow::may(task, deed, user)
}

/// Whether it is this person's to do this to this task, whatever its status: the role, the agency, the two rules of
/// confirmation.
///
/// # Errors
/// The first reason why not.
pub fn has_rank(task: &Task, deed: Deed, user: &User) -> Result<(), Refusal> {
    ranks(task, deed, user)?;
    two_rules(task, deed, user)
}

fn ranks(task: &Task, deed: Deed, user: &User) -> Result<(), Refusal> {
    let rule = deed.rule();
    let by_role = user.role == Role::Owner || rule.by.contains(&user.role);
    let is_clerk = user.role == Role::Clerk;
    let by_agency = is_clerk && (rule.by_lead || rule.by_support);
    if !by_role && !by_agency {
        return Err(Refusal::RoleMayNot {
            deed,
            role: user.role,
        });
    }
    let is_asked = rule.by_support && task.requests.iter().any(|it| user.leads(it.agency));
    if is_clerk && !is_asked && !(rule.by_lead && user.leads(task.agency)) {
        return Err(Refusal::NotYourAgency);
    }
    Ok(())
}

fn two_rules(task: &Task, deed: Deed, user: &User) -> Result<(), Refusal> {
    if deed == Deed::Confirm && user.role != Role::Owner {
        if task.submitted_by == user.login {
            return Err(Refusal::OwnSubmission);
        }
        if user.role == Role::Monitor && user.leads(task.agency) {
            return Err(Refusal::OwnAgency);
        }
    }
    Ok(())
}

/// The lead in whose place a monitor does the lead's own part, for the log (DESIGN 6); `None` where
/// nobody's place is taken. So for the supporting agency that answers.
#[must_use]
pub fn on_behalf(task: &Task, deed: Deed, given: &Particulars, user: &User) -> Option<AgencyId> {
    let rule = deed.rule();
    if user.role != Role::Monitor || !(rule.by_lead || rule.by_support) {
        return None;
    }
    let agency = if rule.by_support {
        let place = follow::request_of(task, deed, given, user).ok()?;
        task.requests.get(place)?.agency
    } else {
        task.agency
    };
    (agency != AgencyId::UNRESOLVED && !user.leads(agency)).then_some(agency)
}

/// What this deed needs of this person for this task today; the cause of delay only where it is late, the
/// document of a decision where not the leader is at the keyboard.
#[must_use]
pub fn needs(task: &Task, deed: Deed, user: &User, today: NaiveDate) -> Vec<Need> {
    let is_late = task.effective_due.is_some_and(|due| today > due);
    let needed = deed.rule().needs.iter().copied();
    needed
        .filter(|need| *need != Need::DelayCause || is_late)
        .map(|need| match (need, user.role) {
            (Need::Decision, Role::Monitor) => Need::Document,
            (Need::Decision, _) => Need::ReasonOrDocument,
            (need, _) => need,
        })
        .collect()
}

/// Carries a deed out on a copy of the task.
///
/// Takes the particulars that were given, the person, and the day (UTC+7) with its calendar; returns the task
/// as it will be, its version unchanged.
///
/// # Errors
/// What [`may`] refuses, and what is missing or does not fit among the particulars.
pub fn perform(
    task: &Task,
    deed: Deed,
    given: &Particulars,
    user: &User,
    day: &Day<'_>,
) -> Result<Task, Refusal> {
    may(task, deed, user)?;
    for need in needs(task, deed, user, day.today) {
        check(need, deed, task, given)?;
    }
    if given.percent.is_some_and(|percent| percent > 100) {
        return Err(Refusal::BadPercent);
    }
    let mut next = task.clone();
    if let Some(status) = deed.rule().to {
        next.status = status;
    }
    apply(&mut next, task, deed, given, user, day)?;
    if matches!(deed, Deed::Extend | Deed::CorrectDue) {
        next.effective_due = effective(next.kind, next.due, day.calendar);
    }
    Ok(next)
}

/// The due date with which lateness is judged: relative deadlines roll from a day off to the next
/// working day (Civil Code 2015 art. 148.5), explicit dates stay (DOMAIN 3.3).
#[must_use]
pub fn effective(kind: Kind, due: Option<NaiveDate>, calendar: &Calendar) -> Option<NaiveDate> {
    match kind {
        Kind::Relative => due.map(|due| calendar.next_working_day_on_or_after(due)),
        _ => due,
    }
}

fn apply(
    next: &mut Task,
    task: &Task,
    deed: Deed,
    given: &Particulars,
    user: &User,
    day: &Day<'_>,
) -> Result<(), Refusal> {
    let today = day.today;
    match deed {
        Deed::Assign => {
            if task.title.is_empty() || task.agency == AgencyId::UNRESOLVED {
                return Err(Refusal::Incomplete);
            }
            next.assigned_on = next.assigned_on.or(Some(today));
        }
        Deed::Accept => {
            next.updated_on = Some(today);
            next.is_disputed = false;
        }
        Deed::Dispute => next.is_disputed = true,
        Deed::Progress => {
            progress(next, given, today);
        }
        Deed::Submit => {
            next.evidence = evidence_text(given);
            next.delay_cause.clone_from(&given.delay_cause);
            next.submitted_on = Some(today);
            next.submitted_by.clone_from(&user.login);
        }
        Deed::Confirm => {
            follow::close(next, today);
            next.progress = Some(100);
        }
        Deed::Return => {
            next.submitted_on = None;
            next.submitted_by.clear();
            next.returns += 1;
        }
        Deed::Transfer => {
            next.agency = given.agency.ok_or(Refusal::Missing(Need::Agency))?;
            next.transfers += 1;
            next.is_disputed = false;
            next.extension_asked = None;
        }
        Deed::Suspend => next.resume_to = Some(task.status),
        Deed::Resume => {
            next.status = task.resume_to.unwrap_or(Status::InProgress);
            next.resume_to = None;
        }
        Deed::Drop => follow::close(next, today),
        Deed::Reopen => {
            next.closed_on = None;
            next.submitted_on = None;
            next.submitted_by.clear();
        }
        Deed::AskExtension => {
            next.extension_asked = Some(ExtensionRequest {
                due: later_due(task, given)?,
                reason: given.reason.clone(),
                asked_on: today,
                is_late: task.effective_due.is_some_and(|due| today > due),
            });
            if !given.note.is_empty() || given.percent.is_some() {
                progress(next, given, today);
            }
        }
        Deed::Extend => {
            next.due = Some(later_due(task, given)?);
            next.extensions += 1;
            next.extension_asked = None;
        }
        Deed::RefuseExtension => next.extension_asked = None,
        Deed::Urge => {
            follow::check_gap(task, day)?;
            next.urgings += 1;
            next.urged_on = Some(today);
        }
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
        | Deed::CorrectDue
        | Deed::Issue
        | Deed::Measure
        | Deed::ReachStage => follow::apply(next, task, deed, given, user, today)?,
    }
    Ok(())
}

/// A progress entry.
fn progress(next: &mut Task, given: &Particulars, today: NaiveDate) {
    next.progress = given.percent.or(next.progress);
    if !given.note.is_empty() {
        next.progress_note.clone_from(&given.note);
    }
    next.updated_on = Some(today);
}

fn later_due(task: &Task, given: &Particulars) -> Result<NaiveDate, Refusal> {
    let due = given.due.ok_or(Refusal::Missing(Need::Due))?;
    if task.due.is_some_and(|current| due <= current) {
        return Err(Refusal::DueNotLater);
    }
    Ok(due)
}

fn check(need: Need, deed: Deed, task: &Task, given: &Particulars) -> Result<(), Refusal> {
    let is_there = match need {
        Need::Note => !given.note.is_empty() || given.percent.is_some(),
        Need::Evidence => {
            if given.evidence.is_empty() && given.summary.is_empty() {
                false
            } else if is_evidence(given) {
                true
            } else {
                return Err(Refusal::WeakEvidence);
            }
        }
        Need::DelayCause => !given.delay_cause.is_empty(),
        Need::Reason => !given.reason.is_empty(),
        Need::ReasonOrDocument => {
            // Granting what was asked: the request has said why. Another day has a reason of its own.
            let asked = task.extension_asked.as_ref();
            let asked = deed == Deed::Extend && asked.is_some_and(|it| given.due == Some(it.due));
            asked || !given.reason.is_empty() || !given.document.is_empty()
        }
        Need::Agency => match given.agency {
            Some(agency) if agency == task.agency => return Err(Refusal::SameAgency),
            agency => agency.is_some(),
        },
        Need::Due => given.due.is_some(),
        Need::Asked => match given.agency {
            Some(agency) if agency == task.agency => return Err(Refusal::SameAgency),
            agency => agency.is_some(),
        },
        Need::Text => !given.note.is_empty(),
        Need::Document => !given.document.is_empty(),
        Need::Decision => !given.reason.is_empty() || !given.document.is_empty(),
        Need::Issued if !given.evidence.is_empty() && !is_reference(&given.evidence) => {
            return Err(Refusal::WeakEvidence);
        }
        Need::Issued => !given.evidence.is_empty(),
        Need::IssuedOn => given.evidence_date.is_some(),
        Need::Value => given.value.is_some(),
    };
    if is_there {
        Ok(())
    } else {
        Err(Refusal::Missing(need))
    }
}

/// A document reference has a digit and a sign of a symbol; a summary has 20 letters (DOMAIN 2.4).
fn is_evidence(given: &Particulars) -> bool {
    let evidence = &given.evidence;
    is_reference(evidence) || given.summary.chars().count() >= 20 || evidence.chars().count() >= 20
}

/// A number and a symbol.
fn is_reference(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_digit())
        && text.contains(['/', '-'])
        && text.chars().any(char::is_alphabetic)
}

fn evidence_text(given: &Particulars) -> String {
    let mut text = given.evidence.clone();
    if let Some(date) = given.evidence_date {
        text.push_str(&format!(" ngày {}", date.format("%d/%m/%Y")));
    }
    if !given.summary.is_empty() {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(&given.summary);
    }
    text
}
