//! What a save is known by, and what it has done.

use super::Answer;
use crate::domain::change::Thing;
use crate::domain::id::{OperationId, TaskId};
use crate::domain::task::{Form, Task};
use crate::domain::transition::Refusal;

/// Names one save for ever, so that trying it again after a lost answer does no harm.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OperationKey(pub String);

impl OperationKey {
    /// A fresh one.
    #[must_use]
    pub fn fresh() -> Self {
        Self(format!("{:032x}", fastrand::u128(..)))
    }
}

/// What a save has done and what it has left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// The group, for the message and the log; none where nothing was written.
    pub operation: Option<OperationId>,
    /// The tasks as they are now; of a large import the first of them.
    pub done: Vec<Task>,
    /// So many tasks more were done than stand in `done`.
    pub beyond: u64,
    /// What was not done, and why, with the task as it is now where it still exists.
    pub left: Vec<Left>,
    /// The deeds of an undone or redone group, by their codes, for the message.
    pub deeds: Vec<String>,
    /// The accounts or settings that an undone or redone group was about, for the message.
    pub things: Vec<Thing>,
}

impl Saved {
    /// How many tasks of agencies are among those that were done: parents and occurrences are none, an
    /// import counts neither.
    #[must_use]
    pub fn agency_tasks(&self) -> usize {
        let is_counted = |task: &&Task| task.form != Form::Parent && task.series.is_none();
        self.done.iter().filter(is_counted).count()
    }
}

impl Answer {
    /// True where tasks were saved: who shows them, or counts them, asks anew.
    #[must_use]
    pub fn has_saved(&self) -> bool {
        match self {
            Self::Letters(told) => told.operation.is_some(),
            other => matches!(other, Self::Saved(_) | Self::Imported(_)),
        }
    }
}

/// One wish that was not fulfilled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Whose task.
    pub id: TaskId,
    /// Why.
    pub why: Refusal,
    /// The task as it is now.
    pub now: Option<Box<Task>>,
}
