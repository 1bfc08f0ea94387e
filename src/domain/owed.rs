//! Documents that tasks owe, counted: issued on time, issued late, or not at all (M2).

use std::ops::AddAssign;

use super::condition::Day;
use super::id::AgencyId;
use super::status::Status;
use super::task::Task;

/// How it stands with the document that a task owes. Drafts and what was dropped owe nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not issued, and the day is over.
    Overdue,
    /// Issued after the day.
    IssuedLate,
    /// The task is done, and nobody named the document.
    Unnamed,
    /// Not issued and not yet due, or the task is suspended.
    Pending,
    /// Issued in time, or without a day to be judged by.
    IssuedOnTime,
}

impl State {
    /// Every state, the worst first.
    pub const ALL: [Self; 5] = [
        Self::Overdue,
        Self::IssuedLate,
        Self::Unnamed,
        Self::Pending,
        Self::IssuedOnTime,
    ];

    /// The word by which JSON and `lang` know it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Overdue => "owed_overdue",
            Self::IssuedLate => "issued_late",
            Self::Unnamed => "unnamed",
            Self::Pending => "pending",
            Self::IssuedOnTime => "issued_on_time",
        }
    }

    /// How it stands with a task; none where it owes no document.
    #[must_use]
    pub fn of(task: &Task, day: &Day<'_>) -> Option<Self> {
        if !task.owes_document || matches!(task.status, Status::Draft | Status::Dropped) {
            return None;
        }
        let is_after = |on| task.effective_due.is_some_and(|due| on > due);
        Some(match (task.issued_on, task.status) {
            (Some(on), _) if is_after(on) => Self::IssuedLate,
            (Some(_), _) => Self::IssuedOnTime,
            (None, Status::Done) => Self::Unnamed,
            (None, Status::Suspended) => Self::Pending,
            (None, _) if is_after(day.today) => Self::Overdue,
            (None, _) => Self::Pending,
        })
    }

    /// So many working days late; none where it is not.
    #[must_use]
    pub fn days_late(task: &Task, day: &Day<'_>) -> Option<i64> {
        let on = match Self::of(task, day)? {
            Self::Overdue => day.today,
            Self::IssuedLate => task.issued_on?,
            Self::Unnamed | Self::Pending | Self::IssuedOnTime => return None,
        };
        Some(day.calendar.working_days_between(task.effective_due?, on))
    }
}

/// What an agency owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// Whose.
    pub agency: AgencyId,
    /// Issued in time.
    pub on_time: i64,
    /// Issued late.
    pub late: i64,
    /// Done without a document that was named.
    pub unnamed: i64,
    /// Not issued and overdue.
    pub overdue: i64,
    /// Not issued and not yet due.
    pub pending: i64,
}

impl Owed {
    /// Nothing.
    #[must_use]
    pub const fn none(agency: AgencyId) -> Self {
        Self {
            agency,
            on_time: 0,
            late: 0,
            unnamed: 0,
            overdue: 0,
            pending: 0,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.on_time + self.late + self.unnamed + self.overdue + self.pending
    }

    /// Those of a state.
    #[must_use]
    pub const fn of(&self, state: State) -> i64 {
        match state {
            State::Overdue => self.overdue,
            State::IssuedLate => self.late,
            State::Unnamed => self.unnamed,
            State::Pending => self.pending,
            State::IssuedOnTime => self.on_time,
        }
    }
}

impl AddAssign for Owed {
    fn add_assign(&mut self, other: Self) {
        self.on_time += other.on_time;
        self.late += other.late;
        self.unnamed += other.unnamed;
        self.overdue += other.overdue;
        self.pending += other.pending;
    }
}
