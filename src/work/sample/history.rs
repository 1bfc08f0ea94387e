//! A year of work on the sample's tasks: every step goes through `transition::perform`, by a user of the
//! right role, at an hour of that day; what the rules refuse does not happen.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use fastrand::Rng;

use super::cast::Cast;
use super::choosing::{self, Candidate};
use super::fate::{self, Span, Step};
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
#[derive(Debug, Clone, Copy)]
pub(crate) struct Happening {
    /// When.
    pub at: DateTime<Utc>,
    /// The task, by its place.
    task: usize,
    step: Step,
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

/// Draws what will happen to each listed task, in order of time.
///
/// `tasks` are as they were given; tasks by themselves begin on `assigned_on`, occurrences on `begins`.
pub(crate) fn plan(
    tasks: &[Task],
    begins: &[NaiveDate],
    frame: &Frame<'_>,
    rng: &mut Rng,
) -> Vec<Happening> {
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
    let mut all = Vec::with_capacity(candidates.len() * 5);
    for ((task, candidate), ending) in listed.iter().zip(endings) {
        let mut last = None;
        for step in fate::steps(candidate.span, ending, frame.calendar, rng) {
            let at = hour(step, last, rng);
            last = Some(at);
            all.push(Happening {
                at,
                task: *task,
                step,
            });
        }
    }
    all.sort_by_key(|happening| (happening.at, happening.task));
    all
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
    /// The task's place among the tasks that were planned for.
    pub(crate) const fn task(&self) -> usize {
        self.task
    }

    /// Lets it happen to the task; none where the rules refuse.
    pub(crate) fn carry_out<'a>(
        &self,
        task: &mut Task,
        frame: &Frame<'a>,
        rng: &mut Rng,
    ) -> Option<Done<'a>> {
        let (deed, day) = (self.step.deed, self.step.day);
        let user = doer(deed, task, frame.cast, rng);
        let mut given = wording::given(deed, task, day, frame.agencies, rng);
        given.due = self.step.due;
        let day = Day {
            today: day,
            calendar: frame.calendar,
            thresholds: Thresholds::default(),
        };
        let after = transition::perform(task, deed, &given, user, &day).ok()?;
        let after = transition::straight(after, deed, &given, false, day.today);
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

fn doer<'a>(deed: Deed, task: &Task, cast: &'a Cast, rng: &mut Rng) -> &'a User {
    match deed {
        Deed::Accept | Deed::Progress | Deed::Submit | Deed::Dispute | Deed::AskExtension => {
            cast.clerk(task.agency)
        }
        Deed::Suspend | Deed::Resume | Deed::Drop | Deed::Extend if rng.bool() => cast.leader(),
        _ => cast.monitor(task.agency, task.id.0 % 3 == 0),
    }
}
