//! Handing open tasks over from an agency to the one that takes its place (DOMAIN 4.2).
//!
//! A hand-over is no transfer: nobody pushes anything away, so it is not counted as one. It is no
//! extension either: the clock runs on, due dates and status stay. It has a code of its own in the log.

use super::agency::{Agency, lineage};
use super::fold::fold;
use super::id::{AgencyId, AreaId, TaskId};
use super::task::{Form, Task};

/// The code of a hand-over in the log.
pub const HAND_OVER: &str = "hand_over";

/// Which open tasks go to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which of the tasks.
    pub which: Which,
    /// Only those of this lead. Without it, those that wait for a lead: whose lead ended, or is not known.
    pub from: Option<AgencyId>,
    /// To this agency; none for the heir of each lead.
    pub to: Option<AgencyId>,
}

/// What a rule asks of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Nothing: all of them.
    All,
    /// Its area.
    Area(AreaId),
    /// Words in its title, next to each other, whatever their accents: the name of a place.
    Words(String),
    /// These very tasks, with the versions that were seen.
    These(Vec<(TaskId, i64)>),
}

impl Which {
    /// True where the rule means the task.
    #[must_use]
    pub fn means(&self, task: &Task) -> bool {
        match self {
            Self::All => true,
            Self::Area(area) => task.area == *area,
            Self::Words(words) => {
                let words = fold(words);
                !words.is_empty()
                    && format!(" {} ", fold(&task.title)).contains(&format!(" {words} "))
            }
            Self::These(these) => these.iter().any(|(id, _)| *id == task.id),
        }
    }
}

/// True for a task that goes along: not closed, not taken back, and no parent, which has no lead.
#[must_use]
pub fn is_open(task: &Task) -> bool {
    let has_lead = match task.form {
        Form::Task | Form::Series => true,
        Form::Parent => false,
    };
    has_lead && !task.is_gone && !task.status.is_closed()
}

/// The task at its new lead: nothing else of it changes, but that its lead is no longer in doubt.
#[must_use]
pub fn handed(task: &Task, to: AgencyId) -> Task {
    Task {
        agency: to,
        ..task.clone()
    }
}

/// To whom a rule gives a task of this lead; none where it stays where it is.
#[must_use]
pub fn goal(
    rule: &Rule,
    from: AgencyId,
    agencies: &[Agency],
    today: chrono::NaiveDate,
) -> Option<AgencyId> {
    let agency = || agencies.iter().find(|agency| agency.id == from);
    let goal = match rule.to {
        Some(to) => Some(to),
        None => agency()
            .and_then(|agency| lineage::heir(agencies, agency, today))
            .map(|heir| heir.id),
    };
    goal.filter(|to| *to != from)
}
