//! What is followed beside status and dates: who holds a task, what others were asked for, the ladder of
//! urging, stages, targets.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::id::AgencyId;
use super::status::Status;
use super::task::{Form, Task};

/// Something that the lead asked a supporting agency for (M9): its own answer, its own clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportRequest {
    /// Who was asked.
    pub agency: AgencyId,
    /// For what.
    pub text: String,
    /// The day of asking.
    pub asked_on: NaiveDate,
    /// The day by which an answer is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The day on which it ended: answered, or taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// What was answered; empty where the request was taken back, or waits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// Taken back by the lead before an answer came.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_withdrawn: bool,
}

impl SupportRequest {
    /// True where an answer is outstanding.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.ended_on.is_none()
    }
}

/// An explanation that was asked of the head and not given yet (DOMAIN 2.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExplanationRequest {
    /// The day of asking.
    pub asked_on: NaiveDate,
    /// The day by which it is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// A stage of a task with a day of its own (D11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// What is to be reached: "trình", "ban hành".
    pub label: String,
    /// By when.
    pub due: NaiveDate,
    /// When it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
}

/// What a value should reach (M8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Bound {
    /// This much or more.
    AtLeast {
        /// How much.
        low: Amount,
    },
    /// This much or less.
    AtMost {
        /// How much.
        high: Amount,
    },
    /// This much.
    Exactly {
        /// How much.
        value: Amount,
    },
    /// Between these, both included: 25-35 %.
    Band {
        /// At least.
        low: Amount,
        /// At most.
        high: Amount,
    },
}

impl Bound {
    /// True where a value is as it should be.
    #[must_use]
    pub fn holds(self, value: Amount) -> bool {
        self.distance(value) == Amount::default()
    }

    /// How much is missing: positive where the value is too low, negative where it is too high, nothing where
    /// it is as it should be.
    #[must_use]
    pub fn distance(self, value: Amount) -> Amount {
        let (low, high) = match self {
            Self::AtLeast { low } => (Some(low), None),
            Self::AtMost { high } => (None, Some(high)),
            Self::Exactly { value } => (Some(value), Some(value)),
            Self::Band { low, high } => (Some(low), Some(high)),
        };
        match (low, high) {
            (Some(low), _) if value < low => low.minus(value),
            (_, Some(high)) if value > high => high.minus(value),
            _ => Amount::default(),
        }
    }
}

/// A numeric target of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What is wanted.
    pub bound: Bound,
    /// In what: `%`, "hồ sơ".
    pub unit: String,
    /// What is reached so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<Amount>,
}

/// How far the ladder of urging was climbed (DOMAIN 2.6); each step is counted for itself.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Nobody was urged.
    #[default]
    None,
    /// Urged: "đôn đốc".
    Urged,
    /// An explanation was asked for: "yêu cầu giải trình".
    Explanation,
    /// Criticised: "phê bình".
    Criticised,
    /// Responsibility was proposed: "kiến nghị xử lý trách nhiệm".
    Proposed,
}

impl Step {
    /// Its place on the ladder, as the database keeps it.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::None => 0,
            Self::Urged => 1,
            Self::Explanation => 2,
            Self::Criticised => 3,
            Self::Proposed => 4,
        }
    }
}

/// Who has to act next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// The lead.
    Lead(AgencyId),
    /// Who follows the task: to give it, to confirm it, to decide whose it is.
    Monitor,
    /// Who assigned it: it is suspended.
    Leader,
    /// A supporting agency that was asked.
    Support(AgencyId),
}

/// Who holds the ball ("đang chờ ai"); none where nothing is left to do. Supporting agencies that were asked
/// hold it beside the lead: [`Task::requests`].
#[must_use]
pub fn holder(task: &Task) -> Option<Holder> {
    if task.form != Form::Task || task.is_gone {
        return None;
    }
    match task.status {
        Status::Draft | Status::Awaiting => Some(Holder::Monitor),
        Status::NotStarted | Status::InProgress if task.is_disputed => Some(Holder::Monitor),
        Status::NotStarted | Status::InProgress => Some(Holder::Lead(task.agency)),
        Status::Suspended => Some(Holder::Leader),
        Status::Done | Status::Dropped => None,
    }
}

/// Since when: the day on which the ball came to its holder; the day of assignment where it never moved.
#[must_use]
pub fn held_since(task: &Task) -> Option<NaiveDate> {
    task.held_since.or(task.assigned_on)
}
