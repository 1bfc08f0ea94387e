//! Deeds: what may be done to a task, from which status, by whom, and what it needs (DOMAIN 2.3-2.6).
//!
//! [`RULES`] is the table; [`perform`] carries a deed out on a copy of the task and changes nothing
//! else. `work` asks it for the confirm list and again, inside the transaction, for the save.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::deadline::Kind;
use super::id::AgencyId;
use super::status::Status;
use super::task::{ExtensionRequest, Form, Task};
use super::user::{Role, User};

/// Something that a person does to a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Gives a draft to its lead.
    Assign,
    /// The lead accepts.
    Accept,
    /// The lead says that the task is not theirs ("giao sai").
    Dispute,
    /// A progress entry.
    Progress,
    /// The lead reports completion.
    Submit,
    /// A monitor confirms the completion.
    Confirm,
    /// A monitor returns a submission.
    Return,
    /// Another agency becomes the lead.
    Transfer,
    /// Stops the clock.
    Suspend,
    /// Lets a suspended task go on.
    Resume,
    /// Ends the tracking without completion.
    Drop,
    /// Opens a closed task again.
    Reopen,
    /// The lead asks for a later due date.
    AskExtension,
    /// A later due date is decided, asked for or not.
    Extend,
    /// What was asked for is refused.
    RefuseExtension,
    /// The lead is urged.
    Urge,
}

/// What a deed needs besides the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// A text on the progress, or a percentage.
    Note,
    /// A document's number and symbol, or a summary of 20 letters or more (DOMAIN 2.4).
    Evidence,
    /// Why the task is late; only where it is.
    DelayCause,
    /// A reason.
    Reason,
    /// A reason or a document.
    ReasonOrDocument,
    /// The new lead.
    Agency,
    /// The new due date.
    Due,
}

/// One row of the table of transitions.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The deed.
    pub deed: Deed,
    /// The statuses from which it leads.
    pub from: &'static [Status],
    /// Where it leads; `None` keeps the status, or goes back to what a suspension kept.
    pub to: Option<Status>,
    /// Who may: the lead's own clerk aside, who may do what [`Rule::by_lead`] says.
    pub by: &'static [Role],
    /// The clerk of the lead agency may.
    pub by_lead: bool,
    /// What has to be given.
    pub needs: &'static [Need],
}

const RUNNING: &[Status] = &[Status::NotStarted, Status::InProgress];
const OPEN: &[Status] = &[Status::NotStarted, Status::InProgress, Status::Awaiting];
const MONITOR: &[Role] = &[Role::Monitor];
const DECIDERS: &[Role] = &[Role::Monitor, Role::Leader];
const MOVERS: &[Role] = &[Role::Monitor, Role::Administrator];

/// Every transition (DOMAIN 2.3), one row a deed. [`Role::Owner`] may all of them.
pub const RULES: &[Rule] = &[
    rule(
        Deed::Assign,
        &[Status::Draft],
        Some(Status::NotStarted),
        MONITOR,
        false,
        &[],
    ),
    rule(
        Deed::Accept,
        &[Status::NotStarted],
        Some(Status::InProgress),
        MONITOR,
        true,
        &[],
    ),
    rule(
        Deed::Dispute,
        &[Status::NotStarted],
        None,
        &[],
        true,
        &[Need::Reason],
    ),
    rule(
        Deed::Progress,
        &[Status::InProgress],
        None,
        MONITOR,
        true,
        &[Need::Note],
    ),
    rule(
        Deed::Submit,
        &[Status::InProgress],
        Some(Status::Awaiting),
        MONITOR,
        true,
        &[Need::Evidence, Need::DelayCause],
    ),
    rule(
        Deed::Confirm,
        &[Status::Awaiting],
        Some(Status::Done),
        DECIDERS,
        false,
        &[],
    ),
    rule(
        Deed::Return,
        &[Status::Awaiting],
        Some(Status::InProgress),
        DECIDERS,
        false,
        &[Need::Reason],
    ),
    rule(
        Deed::Transfer,
        RUNNING,
        Some(Status::NotStarted),
        MOVERS,
        false,
        &[Need::Agency, Need::ReasonOrDocument],
    ),
    rule(
        Deed::Suspend,
        OPEN,
        Some(Status::Suspended),
        DECIDERS,
        false,
        &[Need::ReasonOrDocument],
    ),
    rule(
        Deed::Resume,
        &[Status::Suspended],
        None,
        DECIDERS,
        false,
        &[Need::ReasonOrDocument],
    ),
    rule(
        Deed::Drop,
        OPEN,
        Some(Status::Dropped),
        DECIDERS,
        false,
        &[Need::Reason],
    ),
    rule(
        Deed::Reopen,
        &[Status::Done, Status::Dropped],
        Some(Status::InProgress),
        DECIDERS,
        false,
        &[Need::Reason],
    ),
    rule(
        Deed::AskExtension,
        RUNNING,
        None,
        &[],
        true,
        &[Need::Due, Need::Reason],
    ),
    rule(
        Deed::Extend,
        RUNNING,
        None,
        DECIDERS,
        false,
        &[Need::Due, Need::ReasonOrDocument],
    ),
    rule(
        Deed::RefuseExtension,
        OPEN,
        None,
        DECIDERS,
        false,
        &[Need::Reason],
    ),
    rule(
        Deed::Urge,
        OPEN,
        None,
        DECIDERS,
        false,
        &[Need::ReasonOrDocument],
    ),
];

const fn rule(
    deed: Deed,
    from: &'static [Status],
    to: Option<Status>,
    by: &'static [Role],
    by_lead: bool,
    needs: &'static [Need],
) -> Rule {
    Rule {
        deed,
        from,
        to,
        by,
        by_lead,
        needs,
    }
}

impl Deed {
    /// The word that stands in the log.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Accept => "accept",
            Self::Dispute => "dispute",
            Self::Progress => "progress",
            Self::Submit => "submit",
            Self::Confirm => "confirm",
            Self::Return => "return",
            Self::Transfer => "transfer",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Drop => "drop",
            Self::Reopen => "reopen",
            Self::AskExtension => "ask_extension",
            Self::Extend => "extend",
            Self::RefuseExtension => "refuse_extension",
            Self::Urge => "urge",
        }
    }

    /// The deed of that code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        RULES
            .iter()
            .map(|rule| rule.deed)
            .find(|deed| deed.code() == code)
    }

    /// Its row in [`RULES`].
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        RULES
            .iter()
            .find(|rule| rule.deed == self)
            .expect("every deed has its row, which a test checks")
    }

    /// Confirmed with F10 only: nobody drops or transfers with a second Enter (DESIGN 3).
    #[must_use]
    pub const fn is_grave(self) -> bool {
        matches!(self, Self::Drop | Self::Transfer)
    }

    /// What a digit in the option column means for this task and this person; `None` for 5 (open),
    /// which is no deed.
    #[must_use]
    pub fn of_digit(digit: u8, task: &Task, user: &User) -> Option<Self> {
        let decides = !matches!(user.role, Role::Clerk | Role::Viewer);
        Some(match digit {
            1 if task.status == Status::Draft => Self::Assign,
            1 => Self::Accept,
            2 => Self::Progress,
            3 => Self::Transfer,
            4 => Self::Drop,
            6 if task.status == Status::Suspended => Self::Resume,
            6 => Self::Suspend,
            7 if decides => Self::Extend,
            7 => Self::AskExtension,
            8 => Self::Urge,
            9 if task.status == Status::Awaiting => Self::Confirm,
            9 => Self::Submit,
            0 if task.status == Status::Awaiting => Self::Return,
            0 if task.status.is_closed() => Self::Reopen,
            0 => Self::Dispute,
            _ => return None,
        })
    }

    /// The one deed that leads from a status to another (DESIGN 7.6); `None` where none does.
    #[must_use]
    pub fn leading(from: Status, to: Status) -> Option<Self> {
        match (from, to) {
            (Status::Suspended, Status::NotStarted | Status::InProgress | Status::Awaiting) => {
                Some(Self::Resume)
            }
            _ => RULES
                .iter()
                .filter(|rule| rule.deed != Self::Transfer)
                .find(|rule| rule.to == Some(to) && rule.from.contains(&from))
                .map(|rule| rule.deed),
        }
    }
}

/// What a person gives with a deed; a group may share one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// A note: progress entry, or a remark for the log.
    pub note: String,
    /// Progress in percent.
    pub percent: Option<u8>,
    /// Evidence: number and symbol of the product document.
    pub evidence: String,
    /// The date of that document.
    pub evidence_date: Option<NaiveDate>,
    /// Summary of the result, where there is no document.
    pub summary: String,
    /// The reason.
    pub reason: String,
    /// The document that decides: its number and symbol, and its date as written.
    pub document: String,
    /// Why it is late.
    pub delay_cause: String,
    /// The new due date.
    pub due: Option<NaiveDate>,
    /// The new lead.
    pub agency: Option<AgencyId>,
}

/// Why a deed is not done. Each says something that a person can act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The deed does not lead from this status.
    WrongStatus {
        /// What was tried.
        deed: Deed,
        /// The status in which the task is.
        status: Status,
    },
    /// The person's role never may.
    RoleMayNot {
        /// What was tried.
        deed: Deed,
        /// The role.
        role: Role,
    },
    /// A clerk works on the tasks of the own agency only.
    NotYourAgency,
    /// Who submitted may not confirm.
    OwnSubmission,
    /// A monitor does not confirm a task that the own agency leads.
    OwnAgency,
    /// Something that the deed needs is missing.
    Missing(Need),
    /// The evidence is neither a document nor a summary long enough.
    WeakEvidence,
    /// A percentage above 100.
    BadPercent,
    /// The task has no due date that could be extended.
    NoDue,
    /// The new due date is not after the current one.
    DueNotLater,
    /// The new lead already leads.
    SameAgency,
    /// The agency does not exist today.
    AgencyEnded,
    /// Nobody asked for an extension.
    NothingAsked,
    /// A draft without content or lead cannot be given.
    Incomplete,
    /// A parent or series stands for others and is not worked on itself.
    StandsForOthers,
    /// Somebody took the task back.
    Gone,
    /// Somebody else changed the row since it was read.
    Changed {
        /// Whose login.
        by: String,
        /// At what time, as `HH:MM dd/mm` in UTC+7.
        at: String,
        /// What they did, by its code.
        what: String,
    },
}

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
    let rule = deed.rule();
    let by_role = user.role == Role::Owner || rule.by.contains(&user.role);
    let is_clerk = user.role == Role::Clerk;
    if !by_role && !(is_clerk && rule.by_lead) {
        return Err(Refusal::RoleMayNot {
            deed,
            role: user.role,
        });
    }
    if is_clerk && !user.leads(task.agency) {
        return Err(Refusal::NotYourAgency);
    }
    if !rule.from.contains(&task.status) {
        return Err(Refusal::WrongStatus {
            deed,
            status: task.status,
        });
    }
    if deed == Deed::Confirm && user.role != Role::Owner {
        if task.submitted_by == user.login {
            return Err(Refusal::OwnSubmission);
        }
        if user.role == Role::Monitor && user.leads(task.agency) {
            return Err(Refusal::OwnAgency);
        }
    }
    if deed == Deed::RefuseExtension && task.extension_asked.is_none() {
        return Err(Refusal::NothingAsked);
    }
    if matches!(deed, Deed::Extend | Deed::AskExtension) && task.due.is_none() {
        return Err(Refusal::NoDue);
    }
    Ok(())
}

/// What this deed needs for this task today; the cause of delay only where it is late.
#[must_use]
pub fn needs(task: &Task, deed: Deed, today: NaiveDate) -> Vec<Need> {
    let is_late = task.effective_due.is_some_and(|due| today > due);
    let needed = deed.rule().needs.iter().copied();
    needed
        .filter(|need| *need != Need::DelayCause || is_late)
        .collect()
}

/// Carries a deed out on a copy of the task.
///
/// Takes the particulars that were given, the person, and the day (UTC+7); returns the task as it
/// will be, its version unchanged.
///
/// # Errors
/// What [`may`] refuses, and what is missing or does not fit among the particulars.
pub fn perform(
    task: &Task,
    deed: Deed,
    given: &Particulars,
    user: &User,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<Task, Refusal> {
    may(task, deed, user)?;
    for need in needs(task, deed, today) {
        check(need, deed, task, given)?;
    }
    if given.percent.is_some_and(|percent| percent > 100) {
        return Err(Refusal::BadPercent);
    }
    let mut next = task.clone();
    if let Some(status) = deed.rule().to {
        next.status = status;
    }
    apply(&mut next, task, deed, given, user, today)?;
    if matches!(deed, Deed::Extend) {
        next.effective_due = effective(next.kind, next.due, calendar);
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
    today: NaiveDate,
) -> Result<(), Refusal> {
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
            next.progress = given.percent.or(next.progress);
            if !given.note.is_empty() {
                next.progress_note.clone_from(&given.note);
            }
            next.updated_on = Some(today);
        }
        Deed::Submit => {
            next.evidence = evidence_text(given);
            next.delay_cause.clone_from(&given.delay_cause);
            next.submitted_on = Some(today);
            next.submitted_by.clone_from(&user.login);
        }
        Deed::Confirm => {
            next.closed_on = Some(today);
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
        Deed::Drop => next.closed_on = Some(today),
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
        }
        Deed::Extend => {
            next.due = Some(later_due(task, given)?);
            next.extensions += 1;
            next.extension_asked = None;
        }
        Deed::RefuseExtension => next.extension_asked = None,
        Deed::Urge => {
            next.urgings += 1;
            next.urged_on = Some(today);
        }
    }
    Ok(())
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
            // Granting what was asked: the request has said why.
            let asked = deed == Deed::Extend && task.extension_asked.is_some();
            asked || !given.reason.is_empty() || !given.document.is_empty()
        }
        Need::Agency => match given.agency {
            Some(agency) if agency == task.agency => return Err(Refusal::SameAgency),
            agency => agency.is_some(),
        },
        Need::Due => given.due.is_some(),
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
    let is_reference = evidence.chars().any(|letter| letter.is_ascii_digit())
        && evidence.contains(['/', '-'])
        && evidence.chars().any(char::is_alphabetic);
    is_reference || given.summary.chars().count() >= 20 || evidence.chars().count() >= 20
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
