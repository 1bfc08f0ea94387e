//! A year of work on the sample's tasks: every step goes through `transition::perform`, by a user of the
//! right role, at an hour of that day; what the rules refuse does not happen. Into these lives `stories` weaves
//! what a year rarely brings by itself.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use fastrand::Rng;

use super::cast::Cast;
use super::choosing::{self, Candidate};
use super::fate::{self, Ending, Span, Step};
use super::stories::{self, Rewriting};
use super::wording;
use crate::domain::agency::Agency;
use crate::domain::calendar::Calendar;
use crate::domain::condition::{Day, Thresholds};
use crate::domain::event::handed_on;
use crate::domain::id::AgencyId;
use crate::domain::task::{Form, Task};
use crate::domain::transition::{self, Deed, Particulars};
use crate::domain::user::User;

/// What the sample's people know.
pub(crate) struct Frame<'a> {
    /// In official order.
    pub agencies: &'a [Agency],
    /// The working days.
    pub calendar: &'a Calendar,
    /// Who does what.
    pub cast: &'a Cast,
    /// The sample's day.
    pub today: NaiveDate,
}

/// A step of a task's life, at its hour.
#[derive(Debug, Clone)]
pub(crate) struct Happening {
    /// When.
    pub at: DateTime<Utc>,
    /// The task, by its place.
    task: usize,
    /// What is done.
    pub(super) deed: Deed,
    due: Option<NaiveDate>,
    /// What is given with it, where a story says so; else it is found in the words of offices.
    pub(super) given: Option<Particulars>,
    /// What its words are found by.
    seed: u64,
}

/// What happens to one task, from its beginning to how it stands on the sample's day.
pub(super) struct Life {
    /// The task, by its place.
    pub task: usize,
    pub candidate: Candidate,
    pub ending: Ending,
    /// In order of time.
    pub happenings: Vec<Happening>,
}

/// A deed that was done.
pub(crate) struct Done<'a> {
    /// Who did it.
    pub user: &'a User,
    /// What.
    pub deed: Deed,
    /// What was given with it.
    pub given: Particulars,
    /// The task as it was.
    pub before: Task,
}

/// Draws what will happen to each listed task, in order of time, and which deadlines are written anew.
///
/// `tasks` are as they were given; tasks by themselves begin on `assigned_on`, occurrences on `begins`. `seeds` are
/// for words alone: who says what, and how, changes no figure.
pub(crate) fn plan(
    tasks: &[Task],
    begins: &[NaiveDate],
    frame: &Frame<'_>,
    rng: &mut Rng,
    seeds: &mut Rng,
) -> (Vec<Happening>, Vec<Rewriting>) {
    let listed: Vec<(usize, Candidate)> = tasks
        .iter()
        .zip(begins)
        .enumerate()
        .filter(|(_, (task, begins))| {
            let is_led = task.form == Form::Task && task.agency != AgencyId::UNRESOLVED;
            is_led && **begins < frame.today
        })
        .map(|(index, (task, begins))| (index, candidate(task, *begins, frame.today)))
        .collect();
    let candidates: Vec<Candidate> = listed.iter().map(|(_, candidate)| *candidate).collect();
    let endings = choosing::endings(&candidates, frame.today, frame.calendar, rng);
    let mut lives: Vec<Life> = Vec::with_capacity(candidates.len());
    for ((task, candidate), ending) in listed.into_iter().zip(endings) {
        let mut happenings: Vec<Happening> = Vec::new();
        for step in fate::steps(candidate.span, ending, frame.calendar, rng) {
            let at = hour(step, happenings.last().map(|last| last.at), rng);
            happenings.push(Happening {
                at,
                task,
                deed: step.deed,
                due: step.due,
                given: None,
                seed: seeds.u64(..),
            });
        }
        lives.push(Life {
            task,
            candidate,
            ending,
            happenings,
        });
    }
    let rewritings = stories::weave(&mut lives, tasks, frame);
    let mut all: Vec<Happening> = lives.into_iter().flat_map(|life| life.happenings).collect();
    all.sort_by_key(|happening| (happening.at, happening.task));
    (all, rewritings)
}

fn candidate(task: &Task, begins: NaiveDate, today: NaiveDate) -> Candidate {
    Candidate {
        span: Span {
            given: begins,
            due: task.effective_due,
            today,
            is_occurrence: task.series.is_some(),
        },
        agency: task.agency,
        is_single: task.parent.is_none() && task.series.is_none(),
    }
}

/// An hour of the working day in UTC+7, after the task's step before; monitors confirm in two rounds,
/// so that a round is one group.
fn hour(step: Step, last: Option<DateTime<Utc>>, rng: &mut Rng) -> DateTime<Utc> {
    let minute = match step.deed {
        Deed::Confirm if rng.bool() => 10 * 60,
        Deed::Confirm => 15 * 60 + 30,
        _ => rng.u32(7 * 60 + 45..16 * 60 + 40),
    };
    let at = at(step.day, minute);
    match last {
        Some(last) if last >= at => last + TimeDelta::minutes(rng.i64(4..25)),
        _ => at,
    }
}

/// A minute of a day in UTC+7.
pub(crate) fn at(day: NaiveDate, minute: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap_or_default();
    (day.and_time(time) - TimeDelta::hours(7)).and_utc()
}

impl Happening {
    /// What a story lets happen.
    pub(super) const fn told(
        at: DateTime<Utc>,
        task: usize,
        deed: Deed,
        given: Particulars,
        seed: u64,
    ) -> Self {
        Self {
            at,
            task,
            deed,
            due: given.due,
            given: Some(given),
            seed,
        }
    }

    /// The task's place among the tasks that were planned for.
    pub(crate) const fn task(&self) -> usize {
        self.task
    }

    /// The day of it.
    pub(super) fn day(&self) -> NaiveDate {
        (self.at + TimeDelta::hours(7)).date_naive()
    }

    /// Lets it happen to the task; none where the rules refuse. A submission may need no confirmation.
    pub(crate) fn carry_out<'a>(
        &self,
        task: &mut Task,
        frame: &Frame<'a>,
        skips_confirmation: bool,
    ) -> Option<Done<'a>> {
        let (deed, day) = (self.deed, self.day());
        let mut rng = Rng::with_seed(self.seed);
        let given = match &self.given {
            Some(given) => given.clone(),
            None => Particulars {
                due: self.due,
                ..wording::given(deed, task, day, frame.agencies, &mut rng)
            },
        };
        let user = doer(deed, task, &given, frame.cast, &mut rng);
        let day = Day {
            today: day,
            calendar: frame.calendar,
            thresholds: Thresholds::default(),
        };
        let after = transition::perform(task, deed, &given, user, &day).ok()?;
        let after = transition::straight(after, deed, &given, skips_confirmation, day.today);
        // As the writer will keep it: the next step begins from what is stored.
        let after = handed_on(task, &after, day.today);
        let before = std::mem::replace(task, after);
        task.version = before.version + 1;
        Some(Done {
            user,
            deed,
            given,
            before,
        })
    }
}

fn doer<'a>(
    deed: Deed,
    task: &Task,
    given: &Particulars,
    cast: &'a Cast,
    rng: &mut Rng,
) -> &'a User {
    match deed {
        Deed::Accept
        | Deed::Progress
        | Deed::Submit
        | Deed::Dispute
        | Deed::AskExtension
        | Deed::AskSupport
        | Deed::WithdrawSupport
        | Deed::Explain
        | Deed::Issue
        | Deed::Measure
        | Deed::ReachStage => cast.clerk(task.agency),
        Deed::AnswerSupport => cast.clerk(given.agency.unwrap_or(task.agency)),
        Deed::AskExplanation
        | Deed::Criticise
        | Deed::Propose
        | Deed::Excuse
        | Deed::Unexcuse
        | Deed::RefuseExtension => cast.leader(),
        Deed::Suspend | Deed::Resume | Deed::Drop | Deed::Extend if rng.bool() => cast.leader(),
        Deed::Assign
        | Deed::Confirm
        | Deed::Return
        | Deed::Transfer
        | Deed::Suspend
        | Deed::Resume
        | Deed::Drop
        | Deed::Reopen
        | Deed::Extend
        | Deed::Urge
        | Deed::Insist
        | Deed::CorrectDue => cast.monitor(task.agency, task.id.0 % 3 == 0),
    }
}
