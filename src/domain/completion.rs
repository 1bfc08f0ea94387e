//! The classes of the table that offices sign (DOMAIN 2.8), and what shares are computed from.

use std::ops::AddAssign;

use super::id::{AgencyId, AreaId};
use super::status::Status;

/// How many tasks stand in each class. Every task that was given and is still followed is in exactly one; drafts
/// and dropped tasks are in none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Classes {
    /// Done, submitted by the effective due date: "HT trong hạn".
    pub done_on_time: i64,
    /// Done, submitted after it.
    pub done_late: i64,
    /// Open with a due date, and not late now; what awaits confirmation is among them.
    pub open_in_time: i64,
    /// The clock runs and the effective due date has passed.
    pub open_late: i64,
    /// Without a due date, suspended, or done without a due date to judge by.
    pub not_judged: i64,
    /// Of the done with a due date: submitted by the *first* due date.
    pub on_first: i64,
    /// Of the late: recognised as outside of the lead's control.
    pub excused: i64,
}

impl Classes {
    /// One task as the database counts it: its status, whether it has a due date, how its submission was judged
    /// (0 not, 1 on time, 2 late) by the present and by the first date, and whether it is late now.
    #[must_use]
    pub const fn of(kept: &Kept, is_late: bool) -> Self {
        let n = kept.n;
        let mut classes = Self {
            done_on_time: 0,
            done_late: 0,
            open_in_time: 0,
            open_late: 0,
            not_judged: 0,
            on_first: 0,
            excused: 0,
        };
        match kept.status {
            Status::Draft | Status::Dropped => {}
            Status::Suspended => classes.not_judged = n,
            Status::NotStarted | Status::InProgress | Status::Awaiting if !kept.is_dated => {
                classes.not_judged = n;
            }
            Status::NotStarted | Status::InProgress if is_late => classes.open_late = n,
            Status::NotStarted | Status::InProgress | Status::Awaiting => classes.open_in_time = n,
            Status::Done => match kept.lateness {
                1 => classes.done_on_time = n,
                2 => classes.done_late = n,
                _ => classes.not_judged = n,
            },
        }
        if classes.done() > 0 && kept.first_lateness == 1 {
            classes.on_first = n;
        }
        if kept.is_excused {
            classes.excused = classes.late();
        }
        classes
    }

    /// All of them: what was given and is still followed.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.done() + self.open() + self.not_judged
    }

    /// Done with a due date.
    #[must_use]
    pub const fn done(&self) -> i64 {
        self.done_on_time + self.done_late
    }

    /// Open with a due date.
    #[must_use]
    pub const fn open(&self) -> i64 {
        self.open_in_time + self.open_late
    }

    /// Late, done or not.
    #[must_use]
    pub const fn late(&self) -> i64 {
        self.done_late + self.open_late
    }

    /// Fallen due: done with a due date, and late now (DOMAIN 1.1).
    #[must_use]
    pub const fn fallen_due(&self) -> i64 {
        self.done() + self.open_late
    }
}

impl AddAssign for Classes {
    fn add_assign(&mut self, other: Self) {
        self.done_on_time += other.done_on_time;
        self.done_late += other.done_late;
        self.open_in_time += other.open_in_time;
        self.open_late += other.open_late;
        self.not_judged += other.not_judged;
        self.on_first += other.on_first;
        self.excused += other.excused;
    }
}

/// Tasks that are alike, as the database counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Their lead.
    pub agency: AgencyId,
    /// Their area.
    pub area: AreaId,
    /// Their status.
    pub status: Status,
    /// They have a due date.
    pub is_dated: bool,
    /// 0 not judged, 1 on time, 2 late.
    pub lateness: i64,
    /// The same by the first due date.
    pub first_lateness: i64,
    /// Their delay was recognised as outside of the lead's control.
    pub is_excused: bool,
    /// How many.
    pub n: i64,
}

/// The classes of an agency's tasks in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The agency.
    pub agency: AgencyId,
    /// The area.
    pub area: AreaId,
    /// Its tasks there.
    pub classes: Classes,
}
