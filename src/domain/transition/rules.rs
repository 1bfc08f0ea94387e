//! The table of transitions: one row a deed (DOMAIN 2.3).

use super::Deed;
use crate::domain::status::Status;
use crate::domain::user::Role;

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
    /// The supporting agency that is asked, or that answers.
    Asked,
    /// What is asked, answered or explained.
    Text,
    /// A document.
    Document,
    /// A leader's decision: a reason or a document from the leader, the document from who records it.
    Decision,
    /// Number and symbol of the document that was issued.
    Issued,
    /// Its date.
    IssuedOn,
    /// A measured value.
    Value,
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
    /// The clerk of a supporting agency that was asked may.
    pub by_support: bool,
    /// What has to be given.
    pub needs: &'static [Need],
}

const RUNNING: &[Status] = &[Status::NotStarted, Status::InProgress];
const OPEN: &[Status] = &[Status::NotStarted, Status::InProgress, Status::Awaiting];
const UNCLOSED: &[Status] = &[
    Status::NotStarted,
    Status::InProgress,
    Status::Awaiting,
    Status::Suspended,
];
/// Whoever was late answers for it, also when it is over.
const GIVEN: &[Status] = &[
    Status::NotStarted,
    Status::InProgress,
    Status::Awaiting,
    Status::Suspended,
    Status::Done,
    Status::Dropped,
];
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
        &[Need::Due, Need::Decision],
    ),
    rule(
        Deed::RefuseExtension,
        OPEN,
        None,
        DECIDERS,
        false,
        &[Need::Reason, Need::Decision],
    ),
    rule(
        Deed::Urge,
        OPEN,
        None,
        DECIDERS,
        false,
        &[Need::ReasonOrDocument],
    ),
    rule(
        Deed::Insist,
        &[Status::NotStarted],
        None,
        MONITOR,
        false,
        &[Need::Reason],
    ),
    rule(
        Deed::AskSupport,
        RUNNING,
        None,
        MONITOR,
        true,
        &[Need::Asked, Need::Text],
    ),
    rule(
        Deed::AnswerSupport,
        UNCLOSED,
        None,
        MONITOR,
        false,
        &[Need::Text],
    ),
    rule(Deed::WithdrawSupport, UNCLOSED, None, MONITOR, true, &[]),
    rule(
        Deed::AskExplanation,
        GIVEN,
        None,
        DECIDERS,
        false,
        &[Need::Decision],
    ),
    rule(Deed::Explain, GIVEN, None, MONITOR, true, &[Need::Text]),
    rule(
        Deed::Criticise,
        GIVEN,
        None,
        DECIDERS,
        false,
        &[Need::Document],
    ),
    rule(
        Deed::Propose,
        GIVEN,
        None,
        DECIDERS,
        false,
        &[Need::Document],
    ),
    rule(
        Deed::Excuse,
        GIVEN,
        None,
        DECIDERS,
        false,
        &[Need::Decision],
    ),
    rule(
        Deed::Unexcuse,
        GIVEN,
        None,
        DECIDERS,
        false,
        &[Need::Decision],
    ),
    rule(
        Deed::CorrectDue,
        UNCLOSED,
        None,
        MONITOR,
        false,
        &[Need::Due, Need::Reason],
    ),
    rule(
        Deed::Issue,
        GIVEN,
        None,
        MONITOR,
        true,
        &[Need::Issued, Need::IssuedOn],
    ),
    rule(Deed::Measure, UNCLOSED, None, MONITOR, true, &[Need::Value]),
    rule(Deed::ReachStage, UNCLOSED, None, MONITOR, true, &[]),
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
        by_support: matches!(deed, Deed::AnswerSupport),
        needs,
    }
}
