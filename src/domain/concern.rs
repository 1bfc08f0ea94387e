//! What may need somebody today, by role: the lines of home. Each is counted by the store and opened by its
//! filter, and both mean the same tasks.

use super::condition::{ConditionKind, Day};
use super::id::AgencyId;
use super::query::{Filter, Mark};
use super::status::Status;
use super::user::Role;

/// From so many working days on a task is overdue for long.
pub const LONG: i64 = 30;

/// The decisions of so many days count as late ones.
pub const LATELY: u64 = 7;

/// Something that needs somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// Late now.
    Overdue,
    /// Due within the louder threshold.
    DueSoon,
    /// Waiting for a confirmation that one may give.
    ToConfirm,
    /// Submissions that were returned to one's agency and are not submitted again.
    Returned,
    /// Extensions that wait for a decision.
    ExtensionsAsked,
    /// Returned as wrongly assigned.
    Disputed,
    /// To be reviewed after an import.
    ToReview,
    /// Open, and its lead ended before today or is not known.
    Orphans,
    /// Other leads asked one's agency for something.
    AskedOfUs,
    /// An explanation was asked for and is not given.
    ToExplain,
    /// An explanation was given, and nothing was decided since.
    Explained,
    /// Responsibility was proposed.
    Proposed,
    /// The next stage is due within the louder threshold, or was.
    StagesDue,
    /// A document is owed, and late.
    OwedDocuments,
    /// Late since the last working day.
    NewlyOverdue,
    /// Late for [`LONG`] working days or more.
    LongOverdue,
}

/// A line of home: the digit that opens it, if it has one, and what it counts. A digit stays with its line,
/// whatever else shows.
pub type Line = (Option<u8>, Concern);

use Concern::{
    AskedOfUs, Disputed, DueSoon, Explained, ExtensionsAsked, LongOverdue, NewlyOverdue, Orphans,
    Overdue, OwedDocuments, Proposed, Returned, StagesDue, ToConfirm, ToExplain, ToReview,
};

/// Who works on the tasks of one agency.
const OF_CLERKS: &[Line] = &[
    (Some(1), Overdue),
    (Some(2), DueSoon),
    (Some(3), Returned),
    (Some(4), ExtensionsAsked),
    (Some(5), Disputed),
    (Some(6), AskedOfUs),
    (Some(7), ToExplain),
    (Some(9), StagesDue),
    (None, OwedDocuments),
    (None, ToReview),
    (None, Orphans),
];

/// Who follows all agencies.
const OF_MONITORS: &[Line] = &[
    (Some(1), Overdue),
    (Some(2), DueSoon),
    (Some(3), ToConfirm),
    (Some(4), ExtensionsAsked),
    (Some(5), Disputed),
    (Some(6), ToReview),
    (Some(7), Orphans),
    (Some(9), Explained),
    (None, NewlyOverdue),
    (None, LongOverdue),
    (None, OwedDocuments),
];

/// Who decides.
const OF_LEADERS: &[Line] = &[
    (Some(1), Overdue),
    (Some(2), DueSoon),
    (Some(3), ToConfirm),
    (Some(4), ExtensionsAsked),
    (Some(5), Proposed),
    (Some(6), ToExplain),
    (Some(7), Explained),
    (Some(9), NewlyOverdue),
    (None, LongOverdue),
    (None, OwedDocuments),
    (None, Orphans),
];

impl Concern {
    /// The word by which programs know it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Overdue => "overdue",
            DueSoon => "due_soon",
            ToConfirm => "to_confirm",
            Returned => "returned",
            ExtensionsAsked => "extensions_asked",
            Disputed => "disputed",
            ToReview => "to_review",
            Orphans => "orphans",
            AskedOfUs => "asked_of_us",
            ToExplain => "to_explain",
            Explained => "explained",
            Proposed => "proposed",
            StagesDue => "stages_due",
            OwedDocuments => "owed_documents",
            NewlyOverdue => "newly_overdue",
            LongOverdue => "long_overdue",
        }
    }

    /// The lines of a role, in order.
    #[must_use]
    pub const fn lines(role: Role) -> &'static [Line] {
        match role {
            Role::Clerk => OF_CLERKS,
            Role::Leader => OF_LEADERS,
            Role::Viewer | Role::Monitor | Role::Administrator | Role::Owner => OF_MONITORS,
        }
    }

    /// True where the tasks are those that one's agency leads; else it is named in the filter.
    #[must_use]
    pub fn is_of_lead(self) -> bool {
        self != AskedOfUs
    }

    /// What the tasks have in common, but for the lead.
    #[must_use]
    pub fn filter(self, own: Option<AgencyId>, day: &Day<'_>) -> Filter {
        let mut filter = Filter::default();
        match self {
            Overdue => filter.conditions = vec![ConditionKind::Overdue],
            NewlyOverdue => filter.marks = vec![Mark::NewlyOverdue],
            LongOverdue => {
                filter.conditions = vec![ConditionKind::Overdue];
                filter.due_to = Some(day.overdue_for(LONG));
            }
            DueSoon => {
                filter.statuses = vec![Status::NotStarted, Status::InProgress];
                filter.due_from = Some(day.today);
                filter.due_to = Some(day.loud_until());
            }
            ToConfirm => {
                filter.statuses = vec![Status::Awaiting];
                filter.marks = vec![Mark::MayConfirm];
            }
            Returned => filter.marks = vec![Mark::Returned],
            ExtensionsAsked => filter.marks = vec![Mark::ExtensionAsked],
            Disputed => filter.marks = vec![Mark::Disputed],
            ToReview => filter.marks = vec![Mark::Review],
            Orphans => filter.marks = vec![Mark::Orphan],
            AskedOfUs => filter.asked = own.into_iter().collect(),
            ToExplain => filter.marks = vec![Mark::ToExplain],
            Explained => filter.marks = vec![Mark::Explained],
            Proposed => filter.marks = vec![Mark::Proposed],
            StagesDue => {
                filter.statuses = vec![Status::NotStarted, Status::InProgress];
                filter.stage_to = Some(day.loud_until());
            }
            OwedDocuments => {
                filter.conditions = vec![ConditionKind::Overdue];
                filter.marks = vec![Mark::Owing];
            }
        }
        filter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_role_has_a_digit_or_a_concern_twice() {
        for role in Role::ALL {
            let lines = Concern::lines(role);
            let mut digits: Vec<u8> = lines.iter().filter_map(|(digit, _)| *digit).collect();
            let mut concerns: Vec<Concern> = lines.iter().map(|(_, concern)| *concern).collect();
            let before = (digits.len(), concerns.len());
            digits.sort_unstable();
            digits.dedup();
            concerns.sort_unstable();
            concerns.dedup();
            assert_eq!((digits.len(), concerns.len()), before, "{role:?}");
            assert!(!digits.contains(&8), "8 opens the reports");
        }
    }
}
