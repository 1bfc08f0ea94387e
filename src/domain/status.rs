//! Where a task stands in its work: the one axis that is stored (DOMAIN 2.2).
//!
//! Whether it is late is the other axis, [`Condition`](super::condition::Condition), never stored.

use serde::{Deserialize, Serialize};

/// The workflow state of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Entered, not yet assigned.
    Draft,
    /// Assigned; the lead agency has not accepted it.
    NotStarted,
    /// Accepted, being worked on.
    InProgress,
    /// The lead reports completion with evidence; a monitor has to confirm.
    Awaiting,
    /// Confirmed.
    Done,
    /// Stopped by the assigning leader; its clock does not count.
    Suspended,
    /// Tracking ended without completion, by a document and for a reason.
    Dropped,
}

impl Status {
    /// Every status, in the order in which a task passes through them.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::NotStarted,
        Self::InProgress,
        Self::Awaiting,
        Self::Done,
        Self::Suspended,
        Self::Dropped,
    ];

    /// True while a percentage says how far the work is: what was submitted is whole.
    #[must_use]
    pub const fn has_progress(self) -> bool {
        match self {
            Self::Awaiting | Self::Done => false,
            Self::Draft | Self::NotStarted | Self::InProgress | Self::Suspended | Self::Dropped => {
                true
            }
        }
    }

    /// The word that stands in the database, in `--json` and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::NotStarted => "not_started",
            Self::InProgress => "in_progress",
            Self::Awaiting => "awaiting",
            Self::Done => "done",
            Self::Suspended => "suspended",
            Self::Dropped => "dropped",
        }
    }

    /// The status of that code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Assigned and neither finished nor stopped: not started, in progress or awaiting.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::InProgress | Self::Awaiting)
    }

    /// Finished, with or without completion.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// The first key of the order in which tasks are listed; smaller comes first.
///
/// Within [`Rank::Running`] the earliest due date is the most overdue, so no stored order depends on
/// the day (DESIGN 5, *Store*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rank {
    /// The clock runs: not started or in progress, with a due date.
    Running = 0,
    /// Without a due date, or a draft.
    Undated = 1,
    /// Awaiting confirmation, or suspended.
    Paused = 2,
    /// Done or dropped.
    Closed = 3,
}

impl Rank {
    /// The rank of a task of this status, with or without a due date.
    #[must_use]
    pub const fn of(status: Status, is_dated: bool) -> Self {
        match status {
            Status::Draft => Self::Undated,
            Status::NotStarted | Status::InProgress if is_dated => Self::Running,
            Status::NotStarted | Status::InProgress => Self::Undated,
            Status::Awaiting | Status::Suspended => Self::Paused,
            Status::Done | Status::Dropped => Self::Closed,
        }
    }

    /// The number that the database keeps.
    #[must_use]
    pub const fn number(self) -> i64 {
        self as i64
    }

    /// The rank of that number, if there is one.
    #[must_use]
    pub const fn from_number(number: i64) -> Option<Self> {
        match number {
            0 => Some(Self::Running),
            1 => Some(Self::Undated),
            2 => Some(Self::Paused),
            3 => Some(Self::Closed),
            _ => None,
        }
    }
}
