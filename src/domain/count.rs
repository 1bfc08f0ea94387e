//! How many tasks an agency has in each class (DOMAIN 2.8, DESIGN 7.1).

use std::collections::BTreeMap;
use std::ops::AddAssign;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::concern::Concern;
use super::id::{AgencyId, AreaId, TaskId};

/// Numbers of listed tasks; parents and series are never among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Late now: the clock runs and the effective due date has passed.
    pub late: i64,
    /// Due soon, not late.
    pub due_soon: i64,
    /// Not finished: not started, in progress or awaiting, with a due date.
    pub open: i64,
    /// The awaiting among the open.
    pub awaiting: i64,
    /// Not started, in progress or awaiting, without a due date.
    pub no_due: i64,
    /// Drafts.
    pub drafts: i64,
    /// Suspended.
    pub suspended: i64,
    /// Dropped.
    pub dropped: i64,
    /// Done and submitted by the effective due date.
    pub done_on_time: i64,
    /// Done and submitted after it.
    pub done_late: i64,
    /// Done, without a due date to judge by.
    pub done_no_due: i64,
    /// Done and submitted by the *first* due date.
    pub done_on_original: i64,
}

impl Counts {
    /// Done, however.
    #[must_use]
    pub const fn done(&self) -> i64 {
        self.done_on_time + self.done_late + self.done_no_due
    }

    /// Every task that was given: all but drafts.
    #[must_use]
    pub const fn given(&self) -> i64 {
        self.open + self.no_due + self.suspended + self.dropped + self.done()
    }

    /// Those of which a late share is taken: all that were given but the dropped, which no report counts (DOMAIN 2.8).
    #[must_use]
    pub const fn followed(&self) -> i64 {
        self.given() - self.dropped
    }

    /// Those that have fallen due: done with a due date, and late now (DOMAIN 1.1: the denominator
    /// that the Government Office evidently uses).
    #[must_use]
    pub const fn fallen_due(&self) -> i64 {
        self.done_on_time + self.done_late + self.late
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.late += other.late;
        self.due_soon += other.due_soon;
        self.open += other.open;
        self.awaiting += other.awaiting;
        self.no_due += other.no_due;
        self.drafts += other.drafts;
        self.suspended += other.suspended;
        self.dropped += other.dropped;
        self.done_on_time += other.done_on_time;
        self.done_late += other.done_late;
        self.done_no_due += other.done_no_due;
        self.done_on_original += other.done_on_original;
    }
}

/// An agency and its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgencyCounts {
    /// The agency; [`AgencyId::UNRESOLVED`] for tasks without a lead.
    pub agency: AgencyId,
    /// Its tasks.
    pub counts: Counts,
    /// The effective due date of its longest overdue task.
    pub oldest_overdue: Option<NaiveDate>,
}

/// An area and the numbers of its tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaCounts {
    /// The area; [`AreaId::NONE`] for tasks without one.
    pub area: AreaId,
    /// Its tasks.
    pub counts: Counts,
    /// Overdue since the last working day.
    pub newly_overdue: i64,
    /// The effective due date of its longest overdue task.
    pub oldest_overdue: Option<NaiveDate>,
}

/// The home screen's figures: of all that one follows, or of the own agency for its clerk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Home {
    /// How many tasks there are of each concern of the person's role.
    pub counts: BTreeMap<Concern, i64>,
    /// Since when the oldest of them waits, where that is known.
    pub oldest: BTreeMap<Concern, NaiveDate>,
    /// Overdue since the last working day.
    pub newly_overdue: i64,
    /// Of what one's agency was asked for: the answers that are late.
    pub late_answers: i64,
    /// Extensions of one's agency that were decided lately.
    pub decided: i64,
    /// The agencies with most late tasks, worst first, 20 at the most.
    pub worst: Vec<AgencyCounts>,
    /// What became overdue since the last working day, by agency.
    pub newly_by_agency: BTreeMap<AgencyId, i64>,
    /// The areas with late tasks, worst first.
    pub areas: Vec<AreaCounts>,
    /// All of them.
    pub total: Counts,
}

impl Home {
    /// How many tasks there are of a concern.
    #[must_use]
    pub fn count(&self, concern: Concern) -> i64 {
        self.counts.get(&concern).copied().unwrap_or(0)
    }
}

/// A parent or series, and how far its members are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// The parent or series.
    pub id: TaskId,
    /// Its code.
    pub code: String,
    /// Members that are closed.
    pub done: i64,
    /// All members.
    pub all: i64,
}
