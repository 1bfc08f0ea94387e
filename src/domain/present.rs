//! Who has the program open, and on what: told, and never a lock.

use chrono::{DateTime, Utc};

use super::id::TaskId;

/// Where somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// On no task.
    #[default]
    Elsewhere,
    /// The cursor rests on its row.
    Row(TaskId),
    /// Its page is open, or something is about to be done to it there.
    Open(TaskId),
}

impl Standing {
    /// The task, if there is one.
    #[must_use]
    pub const fn task(self) -> Option<TaskId> {
        match self {
            Self::Elsewhere => None,
            Self::Row(id) | Self::Open(id) => Some(id),
        }
    }

    /// The word by which programs know it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Elsewhere => "elsewhere",
            Self::Row(_) => "row",
            Self::Open(_) => "open",
        }
    }
}

/// A session that lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// In whose name; a title, never a person's.
    pub login: String,
    /// From where: a terminal, an SSH address.
    pub origin: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// On what.
    pub standing: Standing,
    /// Since when on that.
    pub standing_since: DateTime<Utc>,
}

/// Somebody else who has a task open that one looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The task.
    pub task: TaskId,
    /// Whose login.
    pub login: String,
    /// For so many minutes, as they are said: see [`spoken_minutes`].
    pub minutes: i64,
}

/// The minutes between two moments as they are said: each of the first five, then by fives, from an hour on by hours.
/// What is shown changes seldom, and so costs little on a slow line.
#[must_use]
pub fn spoken_minutes(from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    // A clock that was set back makes nobody negative.
    let minutes = (to - from).num_minutes().max(0);
    match minutes {
        0..=5 => minutes,
        6..=59 => minutes - minutes % 5,
        _ => minutes - minutes % 60,
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn minutes_are_said_ever_more_roughly() {
        let from = DateTime::<Utc>::UNIX_EPOCH;
        let said = |seconds: i64| spoken_minutes(from, from + TimeDelta::seconds(seconds));
        assert_eq!(
            [-90, 59, 60, 299, 360, 599, 600, 3_599, 3_600, 7_300].map(said),
            [0, 0, 1, 4, 5, 5, 10, 55, 60, 120]
        );
    }
}
