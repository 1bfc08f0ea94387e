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
pub(super) fn steps(
    span: Span,
    ending: Ending,
    calendar: &Calendar,
    rng: &mut Rng,
) -> Vec<Step> {
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

    /// A day on which somebody works, never after today and never before the task was given.
    fn working(&self, day: NaiveDate) -> NaiveDate {
        let last = self.calendar.last_working_day_on_or_before(self.span.today);
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
        let entries = (length / 35).min(most).max(i64::from(self.rng.u8(..4) == 0));
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
        self.maybe_return(submitted);
        self.step(submitted, Deed::Submit);
        if confirmed {
            let wait = self.rng.i64(1..=4);
            let day = self.calendar.add_working_days(submitted, wait);
            self.step(day, Deed::Confirm);
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
            let day = self.calendar.add_working_days(due, after + self.rng.i64(0..4));
            if day < stop && self.rng.u8(..3) != 0 {
                self.step(day, Deed::Urge);
            }
        }
    }
}
