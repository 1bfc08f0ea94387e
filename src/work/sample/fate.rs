//! What becomes of a task of the sample: the steps of its life, day by day, up to where it ends.
//!
//! Pure: dates and a seeded generator in, steps out. Nothing here knows the database or the rules of
//! transitions; `history` carries the steps out through them.

use chrono::{Days, NaiveDate};
use fastrand::Rng;

use crate::domain::calendar::Calendar;
use crate::domain::transition::Deed;

/// How a task stands on the sample's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Submitted on that day, and confirmed soon after.
    Done(NaiveDate),
    /// Submitted on that day, not confirmed yet.
    Awaiting(NaiveDate),
    /// Worked on: in time, or late.
    Running,
    /// Not accepted.
    NotStarted,
    /// Not accepted, and said to belong elsewhere.
    Disputed,
    /// Worked on, a later date is asked for.
    Asking,
    /// Stopped.
    Suspended,
    /// Given up by a decision.
    Dropped,
    /// Worked on, with a later date that was granted.
    Extended(NaiveDate),
    /// Said to belong elsewhere, and given to another lead that works on it.
    Transferred,
    /// Stopped for some weeks, worked on again.
    Resumed,
    /// Submitted, and returned; worked on.
    Returned,
}

/// One step: what is done on which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// A working day.
    pub day: NaiveDate,
    /// What is done.
    pub deed: Deed,
    /// The new date of an extension, asked for or granted.
    pub due: Option<NaiveDate>,
}

/// What is known of a task when its fate is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// The day on which it was given.
    pub given: NaiveDate,
    /// Its effective due date.
    pub due: Option<NaiveDate>,
    /// The sample's day.
    pub today: NaiveDate,
    /// One of many of its kind: a shorter life with fewer events.
    pub is_occurrence: bool,
}

/// The steps that lead to an ending, in order of their days.
pub(super) fn steps(span: Span, ending: Ending, calendar: &Calendar, rng: &mut Rng) -> Vec<Step> {
    let mut life = Life {
        steps: Vec::new(),
        span,
        calendar,
        rng,
    };
    match ending {
        Ending::NotStarted => {}
        Ending::Disputed => {
            let day = life.before_today(1, 5);
            life.step(day, Deed::Dispute);
        }
        Ending::Done(submitted) => life.finish(submitted, true),
        Ending::Awaiting(submitted) => life.finish(submitted, false),
        Ending::Running => life.work_until(span.today),
        Ending::Asking => {
            let day = life.before_today(0, 3);
            life.work_until(day);
            let due = span.due.unwrap_or(span.today);
            let later = due + Days::new(life.rng.u64(20..60));
            life.step_due(day, Deed::AskExtension, later);
        }
        Ending::Extended(later) => life.extend(later),
        Ending::Transferred => life.change_hands(),
        Ending::Resumed => {
            let stop = life.before_today(45, 70);
            life.work_until(stop);
            life.step(stop, Deed::Suspend);
            let again = life.before_today(10, 30);
            life.step(again, Deed::Resume);
        }
        Ending::Returned => {
            let day = life.before_today(4, 9);
            life.work_until(day);
            life.step(day, Deed::Submit);
            let back = life.before_today(1, 3);
            life.step(back, Deed::Return);
        }
        Ending::Suspended | Ending::Dropped => {
            let day = life.before_today(5, 60);
            life.work_until(day);
            let deed = if ending == Ending::Dropped {
                Deed::Drop
            } else {
                Deed::Suspend
            };
            life.step(day, deed);
        }
    }
    life.urge();
    life.steps.sort_by_key(|step| step.day);
    life.steps
}

struct Life<'a> {
    steps: Vec<Step>,
    span: Span,
    calendar: &'a Calendar,
    rng: &'a mut Rng,
}

impl Life<'_> {
    fn step(&mut self, day: NaiveDate, deed: Deed) {
        self.steps.push(Step {
            day: self.working(day),
            deed,
            due: None,
        });
    }

    fn step_due(&mut self, day: NaiveDate, deed: Deed, due: NaiveDate) {
        self.steps.push(Step {
            day: self.working(day),
            deed,
            due: Some(self.calendar.last_working_day_on_or_before(due)),
        });
    }

    /// A day on which somebody works, never before the task was given; the sample's own day is still to
    /// come.
    fn working(&self, day: NaiveDate) -> NaiveDate {
        let last = self.calendar.add_working_days(self.span.today, -1);
        let first = self.calendar.next_working_day_on_or_after(self.span.given);
        let day = self.calendar.next_working_day_on_or_after(day);
        day.max(first).min(last)
    }

    fn before_today(&mut self, least: i64, most: i64) -> NaiveDate {
        let back = self.rng.i64(least..=most);
        self.calendar.add_working_days(self.span.today, -back)
    }

    /// Accepted, and then an entry now and then until that day.
    fn work_until(&mut self, end: NaiveDate) {
        let length = (end - self.span.given).num_days().max(0);
        let accept = self.rng.i64(0..=(length / 4).clamp(0, 9));
        let accepted = self.span.given + chrono::Duration::days(accept);
        self.step(accepted, Deed::Accept);
        let most = if self.span.is_occurrence { 1 } else { 5 };
        let entries = (length / 35)
            .min(most)
            .max(i64::from(self.rng.u8(..4) == 0));
        for entry in 1..=entries {
            let offset = (length - accept) * entry / (entries + 1) + self.rng.i64(0..4);
            let day = accepted + chrono::Duration::days(offset);
            if day < end {
                self.step(day, Deed::Progress);
            }
        }
    }

    fn finish(&mut self, submitted: NaiveDate, confirmed: bool) {
        self.work_until(submitted);
        if !self.maybe_extend(submitted) {
            self.maybe_return(submitted);
        }
        self.step(submitted, Deed::Submit);
        if confirmed {
            let wait = self.rng.i64(1..=4);
            let day = self.calendar.add_working_days(submitted, wait);
            self.step(day, Deed::Confirm);
        }
    }

    /// A later date is asked for and granted some days before the first one.
    fn extend(&mut self, later: NaiveDate) {
        let due = self.span.due.unwrap_or(self.span.today);
        let asked = self.calendar.add_working_days(due, -7);
        self.work_until(asked);
        self.step_due(asked, Deed::AskExtension, later);
        let granted = self.calendar.add_working_days(asked, 3);
        self.step_due(granted, Deed::Extend, later);
    }

    /// Of those that would be late, some got a later date in time: on time against that one only.
    fn maybe_extend(&mut self, submitted: NaiveDate) -> bool {
        let Some(due) = self.span.due.filter(|due| *due < submitted) else {
            return false;
        };
        let asked = self.calendar.add_working_days(due, -6);
        if self.span.is_occurrence || asked <= self.span.given + Days::new(9) {
            return false;
        }
        if self.rng.u8(..5) > 1 {
            return false;
        }
        let later = submitted + Days::new(self.rng.u64(3..12));
        self.step_due(asked, Deed::AskExtension, later);
        let granted = self.calendar.add_working_days(asked, 2);
        self.step_due(granted, Deed::Extend, later);
        self.span.due = Some(later);
        true
    }

    fn change_hands(&mut self) {
        let said = self.calendar.add_working_days(self.span.given, 3);
        self.step(said, Deed::Dispute);
        let moved = self.calendar.add_working_days(said, 5);
        self.step(moved, Deed::Transfer);
        let accepted = self.calendar.add_working_days(moved, 2);
        self.step(accepted, Deed::Accept);
        let noted = self.calendar.add_working_days(moved, 30);
        if noted < self.span.today {
            self.step(noted, Deed::Progress);
        }
    }

    /// One in twenty was submitted before, and came back.
    fn maybe_return(&mut self, submitted: NaiveDate) {
        let first = self.calendar.add_working_days(submitted, -6);
        if self.rng.u8(..20) != 0 || first <= self.span.given + Days::new(10) {
            return;
        }
        self.steps.retain(|step| step.day < first);
        self.step(first, Deed::Submit);
        let back = self.calendar.add_working_days(first, 2);
        self.step(back, Deed::Return);
    }

    /// Who is late is urged: after some days, after some weeks, and again.
    fn urge(&mut self) {
        let Some(due) = self.span.due else { return };
        let stop = self
            .steps
            .iter()
            .filter(|step| matches!(step.deed, Deed::Submit | Deed::Drop | Deed::Suspend))
            .map(|step| step.day)
            .max()
            .unwrap_or(self.span.today);
        for after in [4, 15, 40, 80] {
            let day = self
                .calendar
                .add_working_days(due, after + self.rng.i64(0..4));
            if day < stop && self.rng.u8(..3) != 0 {
                self.step(day, Deed::Urge);
            }
        }
    }
}
