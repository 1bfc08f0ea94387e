//! Why a deed is not done, as data; `lang` says it in words.

use chrono::NaiveDate;

use super::{Deed, Need};
use crate::domain::status::Status;
use crate::domain::user::Role;

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
    /// Nobody says that the task is not theirs.
    NotDisputed,
    /// Nothing was asked of this agency, or it has answered.
    NoRequest,
    /// The request was taken back.
    RequestWithdrawn,
    /// An explanation is outstanding already.
    AlreadyAsked,
    /// No explanation is outstanding.
    NoExplanationAsked,
    /// There is no delay that could be recognised.
    NotLate,
    /// The delay is recognised already.
    AlreadyExcused,
    /// No delay was recognised.
    NotExcused,
    /// The due date is this one already.
    SameDue,
    /// The day has not come yet.
    InFuture,
    /// The day by which something is wanted has passed.
    InPast,
    /// The task has no numeric target.
    NoTarget,
    /// There is no such stage, or it is reached.
    NoStage,
    /// It was urged a short while ago, on this day.
    UrgedOn(NaiveDate),
    /// A draft without content or lead cannot be given.
    Incomplete,
    /// What was given as a numeric target, or as what of it is reached, is no number.
    BadTarget,
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
