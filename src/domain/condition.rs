//! Whether a task is late: computed from its dates, the calendar and today, never stored.
//!
//! A stored flag is wrong as soon as a holiday is added or a nightly job is late (DOMAIN 2.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::status::Status;
use super::task::Task;

/// What a due date means for a task today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Condition {
    /// No due date, or none that counts now: suspended, dropped, draft, done without due.
    NoDue,
    /// In time; so many working days are left.
    InTime {
        /// Working days from today to the effective due date.
        left: i64,
    },
    /// Due soon.
    DueSoon {
        /// Working days from today to the effective due date.
        left: i64,
        /// Within the nearer of the two thresholds.
        loud: bool,
    },
    /// Past its due date.
    Overdue {
        /// Working days after the effective due date; 0 on a weekend right after it.
        days: i64,
    },
    /// Done, submitted by the due date.
    DoneOnTime,
    /// Done, submitted after the due date.
    DoneLate {
        /// Working days between the effective due date and the submission.
        days: i64,
    },
}

/// A [`Condition`] without its numbers: what one filters and counts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConditionKind {
    /// See [`Condition::NoDue`].
    NoDue,
    /// See [`Condition::InTime`].
    InTime,
    /// See [`Condition::DueSoon`].
    DueSoon,
    /// See [`Condition::Overdue`].
    Overdue,
    /// See [`Condition::DoneOnTime`].
    DoneOnTime,
    /// See [`Condition::DoneLate`].
    DoneLate,
}

impl ConditionKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 6] = [
        Self::NoDue,
        Self::InTime,
        Self::DueSoon,
        Self::Overdue,
        Self::DoneOnTime,
        Self::DoneLate,
    ];

    /// The word that stands in `--json` and in saved views.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoDue => "no_due",
            Self::InTime => "in_time",
            Self::DueSoon => "due_soon",
            Self::Overdue => "overdue",
            Self::DoneOnTime => "done_on_time",
            Self::DoneLate => "done_late",
        }
    }
}

impl Condition {
    /// This condition without its numbers.
    #[must_use]
    pub const fn kind(self) -> ConditionKind {
        match self {
            Self::NoDue => ConditionKind::NoDue,
            Self::InTime { .. } => ConditionKind::InTime,
            Self::DueSoon { .. } => ConditionKind::DueSoon,
            Self::Overdue { .. } => ConditionKind::Overdue,
            Self::DoneOnTime => ConditionKind::DoneOnTime,
            Self::DoneLate { .. } => ConditionKind::DoneLate,
        }
    }

    /// Working days late; `None` where nothing is late.
    #[must_use]
    pub const fn days_late(self) -> Option<i64> {
        match self {
            Self::Overdue { days } | Self::DoneLate { days } => Some(days),
            _ => None,
        }
    }
}

/// How many working days before its due date a task is due soon (DOMAIN 2.2: offices use 3 to 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thresholds {
    /// Due soon from so many working days before the due date on.
    pub soon: u32,
    /// Marked louder from so many on.
    pub loud: u32,
    /// So many working days have to lie between two urgings of a task: with one, it is not urged twice on one day.
    pub urge_gap: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            soon: 7,
            loud: 3,
            urge_gap: 1,
        }
    }
}

/// The day as a judgement needs it: the date in UTC+7, the working days, the thresholds.
#[derive(Debug, Clone, Copy)]
pub struct Day<'a> {
    /// Today.
    pub today: NaiveDate,
    /// The working days.
    pub calendar: &'a Calendar,
    /// When due soon begins.
    pub thresholds: Thresholds,
}

impl Day<'_> {
    /// The last due date that counts as due soon today: the eve of the working day that does not, since
    /// a weekend after the last such working day is no working day further away.
    #[must_use]
    pub fn soon_until(&self) -> NaiveDate {
        self.until(self.thresholds.soon)
    }

    /// The last due date that is marked louder today.
    #[must_use]
    pub fn loud_until(&self) -> NaiveDate {
        self.until(self.thresholds.loud)
    }

    /// The first and the last due date of what became overdue since the last working day.
    #[must_use]
    pub fn newly_overdue(&self) -> (NaiveDate, NaiveDate) {
        let eve = self.today.pred_opt().unwrap_or(self.today);
        (self.calendar.add_working_days(self.today, -1), eve)
    }

    /// The last due date of what is overdue for so many working days or more.
    #[must_use]
    pub fn overdue_for(&self, working_days: i64) -> NaiveDate {
        let since = |days: i64| self.calendar.add_working_days(self.today, -days);
        let mut last = since(working_days);
        if self.calendar.working_days_between(last, self.today) < working_days {
            // On a day off one more working day has to have passed.
            last = since(working_days + 1);
        }
        let next = self.calendar.add_working_days(last, 1);
        next.pred_opt().unwrap_or(last)
    }

    fn until(&self, working_days: u32) -> NaiveDate {
        let beyond = self
            .calendar
            .add_working_days(self.today, i64::from(working_days) + 1);
        beyond.pred_opt().unwrap_or(beyond)
    }

    /// Judges a task.
    ///
    /// An awaiting task is judged on the day of its submission, with its days frozen (DESIGN 7.1);
    /// a finished one likewise (DOMAIN 2.2), never on the day of confirmation.
    #[must_use]
    pub fn judge(&self, task: &Task) -> Condition {
        let done_on = task.submitted_on.or(task.closed_on);
        self.judge_dates(task.status, task.effective_due, done_on)
    }

    /// The same of what a judgement needs: the status, the due date, and the day on which it was submitted, or closed
    /// where nothing was submitted.
    #[must_use]
    pub fn judge_dates(
        &self,
        status: Status,
        due: Option<NaiveDate>,
        done_on: Option<NaiveDate>,
    ) -> Condition {
        let Some(due) = due else {
            return Condition::NoDue;
        };
        match status {
            Status::Draft | Status::Suspended | Status::Dropped => Condition::NoDue,
            Status::NotStarted | Status::InProgress => self.clock(due, self.today),
            Status::Awaiting => match done_on {
                Some(day) if day > due => Condition::Overdue {
                    days: self.calendar.working_days_between(due, day),
                },
                _ => Condition::InTime {
                    left: self.calendar.working_days_between(self.today, due),
                },
            },
            Status::Done => match done_on {
                Some(day) if day > due => Condition::DoneLate {
                    days: self.calendar.working_days_between(due, day),
                },
                _ => Condition::DoneOnTime,
            },
        }
    }

    fn clock(&self, due: NaiveDate, on: NaiveDate) -> Condition {
        if on > due {
            return Condition::Overdue {
                days: self.calendar.working_days_between(due, on),
            };
        }
        let left = self.calendar.working_days_between(on, due);
        if left <= i64::from(self.thresholds.soon) {
            Condition::DueSoon {
                left,
                loud: left <= i64::from(self.thresholds.loud),
            }
        } else {
            Condition::InTime { left }
        }
    }
}
