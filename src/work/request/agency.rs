//! What is asked about agencies in time and about days off, and the answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::agency::{Agency, Correction};
use crate::domain::calendar::DayOff;
use crate::domain::change::Change;
use crate::domain::count::Counts;
use crate::domain::id::{AgencyId, OperationId};

/// What a reorganisation or a hand-over does, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reorganised {
    /// The last group, once it is written; none in a rehearsal, and where nothing had to be written.
    pub operation: Option<OperationId>,
    /// Versions that end, as they are then.
    pub ending: Vec<Agency>,
    /// Versions that begin.
    pub beginning: Vec<Agency>,
    /// Versions that are put right.
    pub corrected: Vec<Correction>,
    /// Where open tasks go, and which stay without a lead.
    pub moves: Vec<Move>,
    /// Accounts of agencies that end.
    pub accounts: Vec<AccountMove>,
    /// The day is still to come: tasks and accounts go over once it is there.
    pub is_later: bool,
}

/// What goes from one agency to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The lead so far.
    pub from: AgencyId,
    /// The code of the new lead; none where one has to be chosen.
    pub to: Option<String>,
    /// Open tasks that go, or wait for a lead where there is none.
    pub open: i64,
    /// Series among what goes; they are not among the open ones.
    pub series: i64,
    /// Closed tasks that stay; none where the rule is not about whole agencies.
    pub closed: Option<i64>,
}

/// What becomes of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountMove {
    /// Whose.
    pub login: String,
    /// Its agency so far.
    pub from: AgencyId,
    /// The code of its new agency; none where somebody has to decide.
    pub to: Option<String>,
}

impl Reorganised {
    /// Open tasks that go to somebody.
    #[must_use]
    pub fn handed(&self) -> i64 {
        let moves = self.moves.iter().filter(|it| it.to.is_some());
        moves.map(|it| it.open).sum()
    }

    /// Open tasks that wait for a lead.
    #[must_use]
    pub fn orphans(&self) -> i64 {
        let moves = self.moves.iter().filter(|it| it.to.is_none());
        moves.map(|it| it.open).sum()
    }

    /// Puts moves of the same way together, in the order of the agencies.
    pub(crate) fn gather(&mut self) {
        let mut sums: BTreeMap<(AgencyId, Option<String>), Move> = BTreeMap::new();
        for one in self.moves.drain(..) {
            let sum = sums.entry((one.from, one.to.clone()));
            sum.and_modify(|sum| {
                sum.open += one.open;
                sum.series += one.series;
            })
            .or_insert(one);
        }
        self.moves = sums.into_values().collect();
    }
}

/// One version of an agency, with what stands around it.
#[derive(Debug, Clone, PartialEq)]
pub struct AgencySheet {
    /// The agency.
    pub agency: Agency,
    /// Those whose open tasks it took over, in official order.
    pub predecessors: Vec<Agency>,
    /// Those that took over from it.
    pub successors: Vec<Agency>,
    /// Its tasks.
    pub counts: Counts,
    /// The accounts that belong to it.
    pub logins: Vec<String>,
    /// What was done to it, newest first.
    pub log: Vec<Change>,
}

/// What an edit of the calendar does, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DaysSaved {
    /// The group, once it is written; none where nothing differed.
    pub operation: Option<OperationId>,
    /// Days that are new or differ.
    pub set: Vec<DayOff>,
    /// Days that are removed.
    pub removed: Vec<NaiveDate>,
    /// Tasks whose due date rolls to another day.
    pub moved: i64,
}
