//! What is late, with heads and causes: by agency, area or head, and task by task.
//!
//! The numbers of what is late are those of the signed table; causes are counted beside it, and what nobody gave a cause
//! for is the rest. Without a period only what is late now is meant: what was done late years ago is no news.

use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::sync::Arc;

use chrono::NaiveDate;

use super::completion::classes;
use super::grouped::{self, Key};
use super::{column, whose};
use crate::domain::condition::ConditionKind::{self, DoneLate, Overdue};
use crate::domain::delay::Cause;
use crate::domain::error::Result;
use crate::domain::id::TaskId;
use crate::domain::query::Mark;
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Rows, Spec};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::store::LateAsked;
use crate::work::request::Facts;
use crate::work::session::Session;

/// What is late now, and what was done late: columns of the table, and what one of them leads to.
const LATE_NOW: &str = "late_now";
const DONE_LATE: &str = "done_late";

/// By agency, after the first column.
const COUNTED: [Column; 12] = [
    column("late", Holds::Count, 0),
    column(LATE_NOW, Holds::Count, 3),
    column(DONE_LATE, Holds::Count, 4),
    column("excused", Holds::Count, 6),
    column("longest", Holds::Days, 5),
    column(Cause::Opinion.code(), Holds::Count, 0),
    column(Cause::Guidance.code(), Holds::Count, 0),
    column(Cause::Money.code(), Holds::Count, 1),
    column(Cause::People.code(), Holds::Count, 1),
    column(Cause::Negligence.code(), Holds::Count, 0),
    column(Cause::Other.code(), Holds::Count, 2),
    column(Cause::Unstated.code(), Holds::Count, 0),
];

/// Without a period all that is late is late now.
fn is_shown(column: &Column, spec: &Spec) -> bool {
    spec.period.is_some() || ![LATE_NOW, DONE_LATE, "excused"].contains(&column.name)
}

/// Late tasks, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Sum {
    now: i64,
    done: i64,
    excused: i64,
    /// Those with a cause, by cause; what has none is the rest.
    causes: BTreeMap<Cause, i64>,
    /// The due date of the longest overdue.
    since: Option<NaiveDate>,
}

impl Sum {
    const fn late(&self) -> i64 {
        self.now + self.done
    }

    fn of(&self, cause: Cause) -> i64 {
        let stated = |cause| self.causes.get(&cause).copied().unwrap_or(0);
        match cause {
            Cause::Unstated => self.late() - self.causes.values().sum::<i64>(),
            Cause::Opinion
            | Cause::Guidance
            | Cause::Money
            | Cause::People
            | Cause::Negligence
            | Cause::Other => stated(cause),
        }
    }

    /// Of the columns that [`is_shown`].
    fn cells(&self, spec: &Spec, facts: &Facts) -> Vec<Cell> {
        let days = |since| facts.calendar.working_days_between(since, facts.today);
        let mut cells = vec![
            Cell::Count(self.late()),
            Cell::Count(self.now),
            Cell::Count(self.done),
            Cell::Count(self.excused),
            self.since
                .map_or(Cell::None, |since| Cell::Days(days(since))),
        ];
        cells.extend(Cause::ALL.map(|cause| Cell::Count(self.of(cause))));
        let shown = COUNTED
            .iter()
            .zip(cells)
            .filter(|(column, _)| is_shown(column, spec));
        shown.map(|(_, cell)| cell).collect()
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, other: Self) {
        self.now += other.now;
        self.done += other.done;
        self.excused += other.excused;
        for (cause, n) in other.causes {
            *self.causes.entry(cause).or_default() += n;
        }
        self.since = match (self.since, other.since) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
}

/// `Kind::Late`.
pub(super) fn late(session: &Session, spec: &Spec) -> Result<Report> {
    if spec.by == Grouping::None {
        return one_by_one(session, spec);
    }
    let facts = session.facts();
    let spec = Spec {
        area: None,
        only: None,
        ..spec.clone()
    };
    let mut sums: Vec<(Key, Sum)> = sums(session, &spec)?.into_iter().collect();
    sums.retain(|(_, sum)| sum.late() > 0);
    // Official order among equals: the sort keeps it.
    sums.sort_by_key(|(_, sum)| std::cmp::Reverse((sum.now, sum.done)));
    let mut all = Sum::default();
    for (_, sum) in &sums {
        all += sum.clone();
    }
    let line = |first: Cell, sum: &Sum| {
        std::iter::once(first)
            .chain(sum.cells(&spec, facts))
            .collect()
    };
    let rows: Rows = sums
        .iter()
        .take(spec.limit)
        .map(|(key, sum)| Row {
            cells: line(grouped::cell(spec.by, *key), sum),
            opens: Some(opens(&spec, facts, *key)),
        })
        .collect();
    let first = grouped::column(spec.by);
    let shown = COUNTED.into_iter().filter(|column| is_shown(column, &spec));
    Ok(Report {
        today: facts.today,
        columns: std::iter::once(first).chain(shown).collect(),
        left_out: i64::try_from(sums.len() - rows.len()).unwrap_or(i64::MAX),
        rows,
        total: Some(line(Cell::Word("total"), &all)),
        notes: notes(&spec),
        spec,
    })
}

fn notes(spec: &Spec) -> Vec<&'static str> {
    let which = match spec.period {
        Some(_) => "late_of_period",
        None => "late_of_now",
    };
    vec![which, "causes"]
}

/// What is asked of the store, one lead after the other.
fn asked(spec: &Spec, facts: &Facts) -> Vec<LateAsked> {
    let leads = grouped::leads(&grouped::agencies_of(spec, facts));
    let of = |agency| LateAsked {
        agency,
        area: spec.area,
        period: spec.period,
        basis: spec.basis,
    };
    leads.into_iter().map(of).collect()
}

fn sums(session: &Session, spec: &Spec) -> Result<BTreeMap<Key, Sum>> {
    let facts = session.facts();
    let store = &session.store;
    let mut sums = BTreeMap::<Key, Sum>::new();
    for (key, classes) in classes(session, spec)? {
        *sums.entry(key).or_default() += Sum {
            now: classes.open_late,
            done: spec.period.map_or(0, |_| classes.done_late),
            excused: classes.excused,
            ..Sum::default()
        };
    }
    for asked in asked(spec, facts) {
        let mut stated = store.causes_of_open(&asked, facts.today)?;
        if spec.period.is_some() {
            stated.extend(store.causes_of_done(&asked)?);
        }
        for one in stated {
            let cause = Cause::of(&one.cause);
            if cause != Cause::Unstated {
                let key = grouped::key(spec, facts, one.agency, one.area);
                let sum = sums.entry(key).or_default();
                *sum.causes.entry(cause).or_default() += one.n;
            }
        }
        for (agency, area, since) in store.late_since(&asked, facts.today)? {
            let key = grouped::key(spec, facts, agency, area);
            *sums.entry(key).or_default() += Sum {
                since: Some(since),
                ..Sum::default()
            };
        }
    }
    Ok(sums)
}

/// What each number of a row was counted from.
fn opens(spec: &Spec, facts: &Facts, key: Key) -> Opens {
    let closer = grouped::closer(spec, key);
    let tasks = |conditions: &[ConditionKind], marks: &[Mark]| {
        let mut query = grouped::query(spec, facts, key);
        query.filter.conditions = conditions.to_vec();
        query.filter.marks = marks.to_vec();
        Opens::Tasks(Arc::new(query))
    };
    let late: &[ConditionKind] = match spec.period {
        Some(_) => &[Overdue, DoneLate],
        None => &[Overdue],
    };
    let mut columns = vec![
        ("late", tasks(late, &[])),
        (LATE_NOW, tasks(&[Overdue], &[])),
        (DONE_LATE, tasks(&[DoneLate], &[])),
        ("excused", tasks(late, &[Mark::Excused])),
        ("longest", tasks(&[Overdue], &[])),
    ];
    columns.extend(Cause::ALL.map(|cause| {
        let only = Spec {
            only: Some(cause.code().to_owned()),
            ..closer.clone()
        };
        (cause.code(), Opens::Report(Box::new(only)))
    }));
    let is_there = |name: &str| {
        let mut shown = COUNTED.iter().filter(|column| is_shown(column, spec));
        shown.any(|column| column.name == name)
    };
    columns.retain(|(name, _)| is_there(name));
    columns.shrink_to_fit();
    Opens::Each {
        columns,
        rest: Box::new(Opens::Report(Box::new(closer))),
    }
}

/// Task by task: what is late now, the longest overdue first, then what was done late.
fn one_by_one(session: &Session, spec: &Spec) -> Result<Report> {
    let facts = session.facts();
    let counting = Spec {
        by: if spec.area.is_some() {
            Grouping::Area
        } else {
            Grouping::Agency
        },
        ..spec.clone()
    };
    let mut all = Sum::default();
    for (key, sum) in sums(session, &counting)? {
        if spec.area.is_none_or(|area| key == Key::Area(area)) {
            all += sum;
        }
    }
    let only = spec.only.as_deref().and_then(Cause::from_code);
    let ids = ids(session, spec, only)?;
    let mut tasks = session.store.tasks(&ids)?;
    tasks.sort_by_key(|task| (task.status == Status::Done, task.effective_due, task.id));
    tasks.truncate(spec.limit);
    let rows: Rows = tasks.iter().map(|task| single(task, spec, facts)).collect();
    let whole = only.map_or(all.late(), |cause| all.of(cause));
    Ok(Report {
        today: facts.today,
        columns: singles(spec),
        left_out: whole - i64::try_from(rows.len()).unwrap_or(whole),
        rows,
        total: None,
        notes: notes(spec),
        spec: spec.clone(),
    })
}

/// As many late tasks as are wanted, of one cause or of all.
fn ids(session: &Session, spec: &Spec, only: Option<Cause>) -> Result<Vec<TaskId>> {
    let facts = session.facts();
    let store = &session.store;
    let is_meant = |text: &str| only.is_none_or(|only| Cause::of(text) == only);
    let mut open = Vec::new();
    let mut done = Vec::new();
    for asked in asked(spec, facts) {
        open.extend(match only {
            None => store.late_now(&asked, facts.today, false, spec.limit)?,
            Some(Cause::Unstated) => store.late_now(&asked, facts.today, true, spec.limit)?,
            Some(_) => {
                let mut stated = store.late_with_cause(&asked, facts.today)?;
                stated.retain(|(_, text)| is_meant(text));
                stated.into_iter().map(|(id, _)| id).collect()
            }
        });
        if spec.period.is_some() {
            // Of one cause all are gone through: the index has the texts, not what they mean.
            let most = only.map_or(spec.limit, |_| usize::MAX);
            let mut found = store.done_late(&asked, most)?;
            found.retain(|(_, text)| is_meant(text));
            done.extend(found.into_iter().map(|(id, _)| id).take(spec.limit));
        }
    }
    // Of several leads each has brought as many as are wanted in all.
    if grouped::agencies_of(spec, facts).len() <= 1 {
        let room = spec.limit.saturating_sub(open.len());
        done.truncate(room);
    }
    open.extend(done);
    Ok(open)
}

fn singles(spec: &Spec) -> Vec<Column> {
    vec![
        column("task", Holds::Text, 0),
        column("title", Holds::Text, 1),
        column(super::first(spec), Holds::Text, 2),
        column("original_due", Holds::Date, 5),
        column("extensions", Holds::Count, 6),
        column("due", Holds::Date, 0),
        column("state", Holds::Text, 7),
        column("late_days", Holds::Days, 0),
        column("cause", Holds::Text, 0),
        column("urgings", Holds::Count, 3),
        column("urged_on", Holds::Date, 8),
        column("explanations_asked", Holds::Count, 9),
        column("explanations", Holds::Count, 10),
    ]
}

fn single(task: &Task, spec: &Spec, facts: &Facts) -> Row {
    let date = |day: Option<NaiveDate>| day.map_or(Cell::None, Cell::Date);
    let (state, until) = match task.status {
        Status::Done => (DONE_LATE, task.submitted_on.or(task.closed_on)),
        Status::Draft
        | Status::NotStarted
        | Status::InProgress
        | Status::Awaiting
        | Status::Suspended
        | Status::Dropped => (LATE_NOW, Some(facts.today)),
    };
    let days = task
        .effective_due
        .zip(until)
        .map_or(Cell::None, |(due, until)| {
            Cell::Days(facts.calendar.working_days_between(due, until))
        });
    let cause = match Cause::of(&task.delay_cause) {
        Cause::Unstated => Cell::Word(Cause::Unstated.code()),
        Cause::Opinion
        | Cause::Guidance
        | Cause::Money
        | Cause::People
        | Cause::Negligence
        | Cause::Other => Cell::Text(task.delay_cause.clone()),
    };
    Row {
        cells: vec![
            Cell::Task(task.id),
            Cell::Text(task.title.clone()),
            whose(spec, task.agency),
            date(task.original_due),
            Cell::Count(i64::from(task.extensions)),
            date(task.effective_due),
            Cell::Word(state),
            days,
            cause,
            Cell::Count(i64::from(task.urgings)),
            date(task.urged_on),
            Cell::Count(i64::from(task.explanations)),
            Cell::Count(i64::from(task.explained)),
        ],
        opens: Some(Opens::Task(task.id)),
    }
}
