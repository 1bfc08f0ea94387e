//! Which task of the sample ends how: neither an empty screen nor a sea of red.
//!
//! Most of what fell due is done; quotas then pick, spread over the agencies, what is late, what waits,
//! what is stopped. The figures are those of the pictures that the screens were designed with.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use fastrand::Rng;

use super::fate::{Ending, Span};
use crate::domain::calendar::Calendar;
use crate::domain::id::AgencyId;

/// So many of one agency are picked in a round of quotas, whatever its share of the tasks.
const MOST_OF_ONE: usize = 4;

/// A listed task whose ending is to be chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// What is known of it.
    pub span: Span,
    /// Its lead.
    pub agency: AgencyId,
    /// An item with a lead of its own, no member of a group.
    pub is_single: bool,
}

/// The ending of each candidate, in their order.
pub(super) fn endings(
    candidates: &[Candidate],
    today: NaiveDate,
    calendar: &Calendar,
    rng: &mut Rng,
) -> Vec<Ending> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    rng.shuffle(&mut order);
    let mut choice = Choice {
        candidates,
        endings: Vec::with_capacity(candidates.len()),
        is_taken: vec![false; candidates.len()],
        of_agency: HashMap::new(),
        order,
        today,
        calendar,
    };
    for candidate in candidates {
        let ending = choice.usual(candidate, rng);
        choice.endings.push(ending);
    }
    choice.late(rng);
    choice.soon(rng);
    choice.waiting(rng);
    choice.rare(rng);
    choice.endings
}

struct Choice<'a> {
    candidates: &'a [Candidate],
    endings: Vec<Ending>,
    is_taken: Vec<bool>,
    /// How many each agency got in this round of quotas.
    of_agency: HashMap<AgencyId, usize>,
    order: Vec<usize>,
    today: NaiveDate,
    calendar: &'a Calendar,
}

impl Choice<'_> {
    fn workdays(&self, count: i64) -> NaiveDate {
        self.calendar.add_working_days(self.today, count)
    }

    /// What mostly becomes of such a task.
    fn usual(&self, candidate: &Candidate, rng: &mut Rng) -> Ending {
        let Span { given, due, .. } = candidate.span;
        let Some(due) = due else {
            return running_or_not(rng, 75);
        };
        let age = (self.today - given).num_days();
        if due >= self.today {
            let is_early = age > 30 && rng.u8(..100) < 14;
            return if is_early {
                Ending::Done(self.workdays(-rng.i64(5..20)).max(given))
            } else {
                running_or_not(rng, if age > 60 { 90 } else { 60 })
            };
        }
        let late = self.calendar.add_working_days(due, rng.i64(1..22));
        let submitted = if rng.u8(..100) < 10 && late < self.workdays(-5) {
            late
        } else {
            let eve = self.calendar.last_working_day_on_or_before(due);
            self.calendar.add_working_days(eve, -rng.i64(0..7))
        };
        Ending::Done(submitted.max(given))
    }

    /// Gives the ending to as many as wanted of those that fit, at the most `cap` an agency.
    fn give(
        &mut self,
        count: usize,
        cap: usize,
        fits: impl Fn(&Candidate) -> bool,
        mut ending: impl FnMut(&Candidate) -> Ending,
    ) {
        let mut of_agency: HashMap<AgencyId, usize> = HashMap::new();
        let mut left = count;
        for &index in &self.order {
            let (Some(candidate), Some(taken)) =
                (self.candidates.get(index), self.is_taken.get_mut(index))
            else {
                continue;
            };
            let of_this = of_agency.entry(candidate.agency).or_default();
            let of_all = self.of_agency.entry(candidate.agency).or_default();
            let is_full = *of_this >= cap || *of_all >= MOST_OF_ONE;
            if left == 0 || *taken || is_full || !fits(candidate) {
                continue;
            }
            if let Some(place) = self.endings.get_mut(index) {
                *place = ending(candidate);
            }
            *taken = true;
            *of_this += 1;
            *of_all += 1;
            left -= 1;
        }
    }

    /// What is late now: a few for long, most since some days or weeks, often after an extension; spread
    /// over the agencies, four of one at the most.
    fn late(&mut self, rng: &mut Rng) {
        let today = self.today;
        let (old, quarter) = (today - Days::new(200), today - Days::new(80));
        let slow = |rng: &mut Rng| running_or_not(rng, 85);
        let due_in = |from: NaiveDate, to: NaiveDate| {
            move |candidate: &Candidate| {
                let due = candidate.span.due;
                due.is_some_and(|due| from <= due && due < to)
            }
        };
        let is_old = due_in(NaiveDate::MIN, old);
        self.give(
            5,
            1,
            |candidate| candidate.is_single && is_old(candidate),
            |_| slow(rng),
        );
        self.give(5, 1, due_in(old, quarter), |_| slow(rng));
        self.give(7, 1, due_in(quarter, today), |_| slow(rng));
        self.give(5, 2, due_in(today - Days::new(25), today), |_| slow(rng));
        // Extended once, to a day that passed as well: late by days and weeks.
        let days: Vec<NaiveDate> = (1..32).map(|back| self.workdays(-back)).collect();
        let is_recent = due_in(today - Days::new(110), today - Days::new(60));
        let member = |c: &Candidate| !c.is_single && is_recent(c);
        self.give(17, 1, member, |_| {
            Ending::Extended(rng.choice(&days).copied().unwrap_or(today))
        });
        self.give(1, 1, due_in(today - Days::new(40), today), |_| {
            Ending::Asking
        });
        self.of_agency.clear();
    }

    /// Of what falls due in the next days a dozen is open; the rest was finished early.
    fn soon(&mut self, rng: &mut Rng) {
        let (today, near, mid) = (self.today, self.workdays(3), self.workdays(7));
        let is_near = |c: &Candidate| c.span.due.is_some_and(|due| today <= due && due <= near);
        self.give(12, 2, is_near, |_| running_or_not(rng, 80));
        let early = self.workdays(-3);
        for (candidate, (ending, taken)) in self
            .candidates
            .iter()
            .zip(self.endings.iter_mut().zip(&mut self.is_taken))
        {
            if is_near(candidate) && !*taken {
                *ending = Ending::Done(early.max(candidate.span.given));
                *taken = true;
            }
        }
        let is_mid = |c: &Candidate| c.span.due.is_some_and(|due| near < due && due <= mid);
        self.give(10, 2, is_mid, |_| Ending::Running);
        self.of_agency.clear();
    }

    /// What waits for a confirmation, or came back without one.
    fn waiting(&mut self, rng: &mut Rng) {
        let (from, to) = (self.today - Days::new(12), self.today + Days::new(20));
        let around = move |c: &Candidate| {
            let is_ripe = (from - c.span.given).num_days() > 15;
            is_ripe && c.span.due.is_some_and(|due| from <= due && due <= to)
        };
        let days: Vec<NaiveDate> = (0..5).map(|back| self.workdays(-back)).collect();
        let today = self.today;
        self.give(16, 1, around, |_| {
            Ending::Awaiting(rng.choice(&days).copied().unwrap_or(today))
        });
        self.give(4, 1, around, |_| Ending::Returned);
        self.of_agency.clear();
    }

    /// The stopped, the given up, the moved, the extended.
    fn rare(&mut self, rng: &mut Rng) {
        let today = self.today;
        let is_aged = move |c: &Candidate| (today - c.span.given).num_days() > 100;
        let is_later =
            move |c: &Candidate| c.span.due.is_none_or(|due| due > today) && !c.span.is_occurrence;
        self.give(
            5,
            1,
            |c| c.is_single && is_aged(c) && is_later(c),
            |_| Ending::Suspended,
        );
        self.give(2, 1, |c| is_aged(c) && is_later(c), |_| Ending::Resumed);
        self.give(
            4,
            1,
            |c| is_aged(c) && !c.span.is_occurrence,
            |_| Ending::Dropped,
        );
        self.give(
            3,
            1,
            |c| c.is_single && is_aged(c) && is_later(c),
            |_| Ending::Transferred,
        );
        self.give(
            2,
            1,
            |c| c.span.due.is_some() && is_later(c),
            |_| Ending::Disputed,
        );
        let was_due = move |c: &Candidate| {
            let recently = today - Days::new(100);
            let is_recent = |due| recently < due && due < today;
            !c.span.is_occurrence && is_aged(c) && c.span.due.is_some_and(is_recent)
        };
        let later = |rng: &mut Rng| today + Days::new(rng.u64(12..50));
        self.give(6, 2, was_due, |_| Ending::Extended(later(rng)));
        let asks = move |c: &Candidate| {
            let near = today + Days::new(20);
            c.span.due.is_some_and(|due| today < due && due <= near)
        };
        self.give(1, 1, asks, |_| Ending::Asking);
    }
}

fn running_or_not(rng: &mut Rng, percent: u8) -> Ending {
    if rng.u8(..100) < percent {
        Ending::Running
    } else {
        Ending::NotStarted
    }
}
