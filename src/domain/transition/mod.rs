//! Deeds: what may be done to a task, from which status, by whom, and what it needs (DOMAIN 2.3-2.6).
//!
//! [`RULES`] is the table; [`perform()`] carries a deed out on a copy of the task and changes nothing
//! else. `work` asks it for the confirm list and again, inside the transaction, for the save.

mod follow;
mod particulars;
mod perform;
mod pick;
mod refusal;
mod rules;
mod straight;

use serde::{Deserialize, Serialize};

use super::status::Status;
use super::task::Task;
use super::user::{Role, User};

pub use follow::request_of;
pub use particulars::Particulars;
pub use perform::{effective, has_rank, may, needs, on_behalf, perform};
pub use pick::Pick;
pub use refusal::Refusal;
pub use rules::{Need, RULES, Rule};
pub use straight::straight;

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
    /// The lead said that the task is not theirs; it is.
    Insist,
    /// The lead asks a supporting agency for its part.
    AskSupport,
    /// The supporting agency answers.
    AnswerSupport,
    /// The lead takes a request back that has no answer yet.
    WithdrawSupport,
    /// The head is asked to explain a delay.
    AskExplanation,
    /// The head explains.
    Explain,
    /// The head is criticised.
    Criticise,
    /// It is proposed that responsibility is dealt with.
    Propose,
    /// The delay is recognised as outside of the lead's control.
    Excuse,
    /// It is not, after all.
    Unexcuse,
    /// A mistyped due date is put right; no extension.
    CorrectDue,
    /// The document that the task owes is issued.
    Issue,
    /// The value that the task's numeric target has reached.
    Measure,
    /// A stage is reached.
    ReachStage,
}

impl Deed {
    /// Deeds without a digit, in the order in which they are offered.
    pub const FOLLOW_UP: [Self; 14] = [
        Self::Insist,
        Self::AskSupport,
        Self::AnswerSupport,
        Self::WithdrawSupport,
        Self::ReachStage,
        Self::Measure,
        Self::Issue,
        Self::AskExplanation,
        Self::Explain,
        Self::Criticise,
        Self::Propose,
        Self::Excuse,
        Self::Unexcuse,
        Self::CorrectDue,
    ];

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
            Self::Insist => "insist",
            Self::AskSupport => "ask_support",
            Self::AnswerSupport => "answer_support",
            Self::WithdrawSupport => "withdraw_support",
            Self::AskExplanation => "ask_explanation",
            Self::Explain => "explain",
            Self::Criticise => "criticise",
            Self::Propose => "propose",
            Self::Excuse => "excuse",
            Self::Unexcuse => "unexcuse",
            Self::CorrectDue => "correct_due",
            Self::Issue => "issue",
            Self::Measure => "measure",
            Self::ReachStage => "reach_stage",
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

    /// Confirmed with F10 only: nobody drops, transfers or criticises with a second Enter (DESIGN 3).
    #[must_use]
    pub const fn is_grave(self) -> bool {
        matches!(
            self,
            Self::Drop | Self::Transfer | Self::Criticise | Self::Propose
        )
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

#[cfg(test)]
mod tests;
