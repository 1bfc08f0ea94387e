//! Weaves into the lives of the sample's tasks what a year rarely brings by itself: dates that slip twice, tasks
//! that go round, agencies that do not answer, heads who have to explain, documents that come late.
//!
//! How many tasks stand in which class stays as `choosing` drew it: a story happens to a task that ends as it
//! would have ended.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use fastrand::Rng;

use super::fate::Ending;
use super::history::{self, Frame, Happening, Life};
use super::scenes;
use crate::domain::id::AgencyId;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Particulars};

const SEED: u64 = 0x0cc_2025;

/// So many stories happen to tasks of one agency at the most.
const MOST_OF_ONE: usize = 6;

/// Something that happens to a few tasks.
pub(super) struct Story {
    /// To how many.
    pub times: usize,
    /// To which they may.
    pub fits: fn(&Sight<'_>) -> bool,
    /// What happens to the first of them, the second, and so on.
    pub tell: fn(&mut Scene<'_>, usize),
}

/// What is known of a task when stories are chosen.
pub(super) struct Sight<'a> {
    pub life: &'a Life,
    /// As it was given.
    pub task: &'a Task,
    frame: &'a Frame<'a>,
}

impl Sight<'_> {
    /// The day of the last submission, of what is done.
    pub fn submitted(&self) -> Option<NaiveDate> {
        submitted(self.life)
    }

    fn has(&self, deed: Deed) -> bool {
        self.life.happenings.iter().any(|it| it.deed == deed)
    }

    /// Done, never extended or returned, this many days or more after it was given.
    pub fn is_plainly_done(&self, days: i64) -> bool {
        let span = self.life.candidate.span;
        let is_long = self
            .submitted()
            .is_some_and(|day| (day - span.given).num_days() >= days);
        is_long && !self.has(Deed::Extend) && !self.has(Deed::Return)
    }

    /// Given once, not one of many times.
    pub fn is_once(&self) -> bool {
        !self.life.candidate.span.is_occurrence
    }

    /// Worked on without an end.
    pub fn is_endless(&self) -> bool {
        self.life.ending == Ending::Running && self.life.candidate.span.due.is_none()
    }

    /// Done by the day.
    pub fn is_on_time(&self) -> bool {
        let due = self.life.candidate.span.due;
        self.submitted()
            .zip(due)
            .is_some_and(|(day, due)| day <= due)
    }

    /// Done so many working days late or more.
    pub fn is_done_late(&self, days: i64) -> bool {
        let due = self.life.candidate.span.due;
        let pair = self.submitted().zip(due);
        pair.is_some_and(|(day, due)| {
            self.frame.calendar.working_days_between(due, day) >= days && day > due
        })
    }

    /// Late on the sample's day, so many working days or more.
    pub fn is_late(&self, days: i64) -> bool {
        let due = match self.life.ending {
            Ending::Extended(later) => Some(later),
            Ending::Running => self.life.candidate.span.due,
            Ending::Done(_)
            | Ending::Awaiting(_)
            | Ending::NotStarted
            | Ending::Disputed
            | Ending::Asking
            | Ending::Suspended
            | Ending::Dropped
            | Ending::Transferred
            | Ending::Resumed
            | Ending::Returned => None,
        };
        let today = self.frame.today;
        let late = |due| self.frame.calendar.working_days_between(due, today);
        due.is_some_and(|due| due < today && late(due) >= days)
    }

    /// Late on the sample's day after a date that was granted.
    pub fn is_late_again(&self) -> bool {
        matches!(self.life.ending, Ending::Extended(_)) && self.is_late(1)
    }

    /// So many days ago it was given.
    pub fn age(&self) -> i64 {
        (self.frame.today - self.life.candidate.span.given).num_days()
    }

    /// Its due date passed so many days ago or more.
    pub fn is_past(&self, days: i64) -> bool {
        let due = self.life.candidate.span.due;
        due.is_some_and(|due| (self.frame.today - due).num_days() >= days)
    }

    /// Due on the last day of a month, so many days from now or more.
    pub fn ends_a_month(&self, days: i64) -> bool {
        let due = self.life.candidate.span.due;
        due.is_some_and(|due| {
            let is_last = due.succ_opt().is_some_and(|next| next.day() == 1);
            is_last && (due - self.frame.today).num_days() >= days
        })
    }

    /// Worked on, and in time.
    pub fn is_in_time(&self) -> bool {
        let due = self.life.candidate.span.due;
        self.life.ending == Ending::Running && due.is_some_and(|due| due > self.frame.today)
    }
}

/// A deadline that is written anew.
pub(super) struct Rewriting {
    /// When.
    pub at: DateTime<Utc>,
    /// The task, by its place.
    pub task: usize,
    pub text: String,
    pub why: &'static str,
}

/// A task that a story happens to.
pub(super) struct Scene<'a> {
    life: &'a mut Life,
    /// As it was given.
    pub task: &'a Task,
    pub frame: &'a Frame<'a>,
    pub rng: &'a mut Rng,
    rewritings: &'a mut Vec<Rewriting>,
}

impl Scene<'_> {
    /// The day on which it was given.
    pub const fn given(&self) -> NaiveDate {
        self.life.candidate.span.given
    }

    /// Its first due date.
    pub fn due(&self) -> NaiveDate {
        let span = self.life.candidate.span;
        span.due.unwrap_or(span.today)
    }

    /// Its due date, where it was moved the one it has now.
    pub fn last_due(&self) -> NaiveDate {
        match self.life.ending {
            Ending::Extended(later) => later,
            Ending::Done(_)
            | Ending::Awaiting(_)
            | Ending::Running
            | Ending::NotStarted
            | Ending::Disputed
            | Ending::Asking
            | Ending::Suspended
            | Ending::Dropped
            | Ending::Transferred
            | Ending::Resumed
            | Ending::Returned => self.due(),
        }
    }

    /// The day on which it was submitted, else the sample's day.
    pub fn end(&self) -> NaiveDate {
        submitted(self.life).unwrap_or(self.frame.today)
    }

    /// So many working days later, or earlier.
    pub fn workdays(&self, day: NaiveDate, count: i64) -> NaiveDate {
        self.frame.calendar.add_working_days(day, count)
    }

    /// Somebody does this on that day, or on the next one on which people work; nothing happens on the sample's
    /// own day, or before the task was given.
    pub fn tell(&mut self, day: NaiveDate, deed: Deed, given: Particulars) {
        let calendar = self.frame.calendar;
        let last = calendar.add_working_days(self.frame.today, -1);
        let first = calendar.next_working_day_on_or_after(self.given());
        let day = calendar.next_working_day_on_or_after(day);
        let day = day.max(first).min(last);
        let minute = self.rng.u32(7 * 60 + 50..16 * 60);
        let after = self.life.happenings.iter().filter(|it| it.day() == day);
        let at = next(history::at(day, minute), after.map(|it| it.at).max());
        let seed = self.rng.u64(..);
        let happening = Happening::told(at, self.life.task, deed, given, seed);
        self.life.happenings.push(happening);
        self.life.happenings.sort_by_key(|it| it.at);
    }

    /// Nothing else is done before that day: it waits for it, and what would only have been noted is not.
    pub fn hold(&mut self, day: NaiveDate) {
        let mut last = None;
        let happenings = &mut self.life.happenings;
        let is_early = |it: &Happening| it.given.is_none() && it.day() < day;
        happenings.retain(|it| !is_early(it) || it.deed != Deed::Progress);
        for it in happenings.iter_mut().filter(|it| it.given.is_none()) {
            if is_early(it) {
                it.at = next(history::at(day, 8 * 60 + 30), last);
            }
            last = Some(it.at);
        }
        happenings.sort_by_key(|it| it.at);
    }

    /// Such a deed does not happen.
    pub fn forgets(&mut self, deed: Deed) {
        self.life.happenings.retain(|it| it.deed != deed);
    }

    /// The monitor writes the deadline anew.
    pub fn rewrite(&mut self, day: NaiveDate, text: &str, why: &'static str) {
        let day = self.frame.calendar.next_working_day_on_or_after(day);
        self.rewritings.push(Rewriting {
            at: history::at(day, 11 * 60),
            task: self.life.task,
            text: text.to_owned(),
            why,
        });
    }

    /// What is given with the last deed of that kind.
    pub fn gives(&mut self, deed: Deed, given: Particulars) {
        let last = self.life.happenings.iter_mut().rfind(|it| it.deed == deed);
        if let Some(it) = last {
            it.given = Some(given);
        }
    }
}

/// That hour, or some minutes after what happened before.
fn next(at: DateTime<Utc>, last: Option<DateTime<Utc>>) -> DateTime<Utc> {
    match last {
        Some(last) if last >= at => last + TimeDelta::minutes(11),
        _ => at,
    }
}

/// Lets every story happen; no task has two. What is written anew is not part of the lives.
pub(super) fn weave(lives: &mut [Life], tasks: &[Task], frame: &Frame<'_>) -> Vec<Rewriting> {
    let mut rewritings = Vec::new();
    let mut rng = Rng::with_seed(SEED);
    let mut order: Vec<usize> = (0..lives.len()).collect();
    rng.shuffle(&mut order);
    let mut is_taken = vec![false; lives.len()];
    let mut of_all: HashMap<AgencyId, usize> = HashMap::new();
    for story in scenes::all() {
        let mut of_story: HashMap<AgencyId, usize> = HashMap::new();
        let mut told = 0;
        for &place in &order {
            let (Some(life), Some(taken)) = (lives.get_mut(place), is_taken.get_mut(place)) else {
                continue;
            };
            let Some(task) = tasks.get(life.task) else {
                continue;
            };
            if told == story.times {
                break;
            }
            let agency = task.agency;
            let is_full = of_story.contains_key(&agency)
                || of_all
                    .get(&agency)
                    .is_some_and(|count| *count >= MOST_OF_ONE);
            if *taken || is_full || !(story.fits)(&Sight { life, task, frame }) {
                continue;
            }
            let mut scene = Scene {
                life,
                task,
                frame,
                rng: &mut rng,
                rewritings: &mut rewritings,
            };
            (story.tell)(&mut scene, told);
            told += 1;
            *taken = true;
            of_story.insert(agency, 1);
            *of_all.entry(agency).or_default() += 1;
        }
    }
    rewritings
}

/// The day of the last submission, of what is done.
fn submitted(life: &Life) -> Option<NaiveDate> {
    match life.ending {
        Ending::Done(day) => Some(day),
        Ending::Awaiting(_)
        | Ending::Running
        | Ending::NotStarted
        | Ending::Disputed
        | Ending::Asking
        | Ending::Suspended
        | Ending::Dropped
        | Ending::Extended(_)
        | Ending::Transferred
        | Ending::Resumed
        | Ending::Returned => None,
    }
}
