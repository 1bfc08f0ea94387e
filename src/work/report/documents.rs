//! Documents that are owed: issued on time, issued late, not at all; by agency, and one by one (M2).

use std::collections::BTreeMap;

use super::column;
use super::grouped::{self, Key};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::owed::{Owed, State};
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Rows, Spec};
use crate::domain::task::Task;
use crate::work::request::Facts;
use crate::work::session::Session;

/// By agency, after the first column.
const COUNTED: [Column; 7] = [
    column("owed", Holds::Count, 0),
    column("issued_on_time", Holds::Count, 0),
    column("issued_late", Holds::Count, 0),
    column("owed_overdue", Holds::Count, 0),
    column("pending", Holds::Count, 2),
    column("unnamed", Holds::Count, 3),
    column("share_issued_on_time", Holds::Share, 1),
];

/// One by one.
const SINGLE: [Column; 8] = [
    column("task", Holds::Text, 0),
    column("agency", Holds::Text, 1),
    column("title", Holds::Text, 0),
    column("due", Holds::Date, 0),
    column("state", Holds::Text, 0),
    column("days", Holds::Days, 0),
    column("issued", Holds::Text, 3),
    column("issued_on", Holds::Date, 2),
];

/// Makes it.
pub fn documents(session: &Session, spec: &Spec) -> Result<Report> {
    let facts = session.facts();
    let owed = owed(session, spec)?;
    let mut sum = Owed::none(AgencyId::UNRESOLVED);
    for (_, one) in &owed {
        sum += *one;
    }
    if spec.by == Grouping::None {
        return one_by_one(session, spec, sum);
    }
    let mut owed: Vec<(Key, Owed)> = owed;
    // Official order among equals: the sort keeps it.
    owed.sort_by_key(|(_, one)| std::cmp::Reverse((one.overdue, one.late)));
    let left_out = owed.len().saturating_sub(spec.limit);
    owed.truncate(spec.limit);
    let row = |(key, one): &(Key, Owed)| {
        let first = std::iter::once(grouped::cell(spec.by, *key));
        Row {
            cells: first.chain(cells(one)).collect(),
            opens: Some(opens(spec, *key)),
        }
    };
    let columns = std::iter::once(grouped::column(spec.by)).chain(COUNTED);
    Ok(Report {
        spec: spec.clone(),
        today: facts.today,
        columns: columns.collect(),
        rows: owed.iter().map(row).collect(),
        total: Some(
            std::iter::once(Cell::Word("total"))
                .chain(cells(&sum))
                .collect(),
        ),
        notes: vec!["owed_classes", "owed_share"],
        left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
    })
}

/// What is owed, by what rows are about.
fn owed(session: &Session, spec: &Spec) -> Result<Vec<(Key, Owed)>> {
    let facts = session.facts();
    let (store, day) = (&session.store, facts.day());
    let only = grouped::agencies_of(spec, facts);
    let mut sums = BTreeMap::<Key, Owed>::new();
    if spec.by == Grouping::Area || spec.area.is_some() {
        for lead in grouped::leads(&only) {
            for (area, one) in store.owed_by_area(lead, spec.period, &day)? {
                if spec.area.is_none_or(|wanted| wanted == area) {
                    let sum = sums.entry(Key::Area(area));
                    *sum.or_insert(Owed::none(AgencyId::UNRESOLVED)) += one;
                }
            }
        }
        return Ok(sums.into_iter().collect());
    }
    for one in store.owed(spec.period, &day)? {
        if only.is_empty() || only.contains(&one.agency) {
            let key = grouped::key(spec, facts, one.agency, AreaId::NONE);
            *sums.entry(key).or_insert(Owed::none(one.agency)) += one;
        }
    }
    Ok(sums.into_iter().collect())
}

/// Each state by itself, and all of them together.
fn opens(spec: &Spec, key: Key) -> Opens {
    let closer = grouped::closer(spec, key);
    let one = |(column, state): (&'static str, State)| {
        let only = Spec {
            only: Some(state.code().to_owned()),
            ..closer.clone()
        };
        (column, Opens::Report(Box::new(only)))
    };
    let columns = [
        ("issued_on_time", State::IssuedOnTime),
        ("share_issued_on_time", State::IssuedOnTime),
        ("issued_late", State::IssuedLate),
        ("owed_overdue", State::Overdue),
        ("pending", State::Pending),
        ("unnamed", State::Unnamed),
    ];
    Opens::Each {
        columns: columns.into_iter().map(one).collect(),
        rest: Box::new(Opens::Report(Box::new(closer))),
    }
}

fn cells(owed: &Owed) -> [Cell; 7] {
    [
        Cell::Count(owed.total()),
        Cell::Count(owed.on_time),
        Cell::Count(owed.late),
        Cell::Count(owed.overdue),
        Cell::Count(owed.pending),
        Cell::Count(owed.unnamed),
        Cell::Share {
            part: owed.on_time,
            whole: owed.on_time + owed.late + owed.overdue,
        },
    ]
}

fn one_by_one(session: &Session, spec: &Spec, sum: Owed) -> Result<Report> {
    let facts = session.facts();
    let day = facts.day();
    let leads = grouped::leads(&grouped::agencies_of(spec, facts));
    let is_asked = |state: &State| spec.only.as_deref().is_none_or(|only| only == state.code());
    let mut ids: Vec<TaskId> = Vec::new();
    let mut all = 0;
    for state in State::ALL.into_iter().filter(is_asked) {
        all += sum.of(state);
        for lead in &leads {
            let room = spec.limit.saturating_sub(ids.len());
            if room > 0 && sum.of(state) > 0 {
                let store = &session.store;
                let area = spec.area;
                ids.extend(store.owing_tasks(state, *lead, area, spec.period, &day, room)?);
            }
        }
    }
    let tasks = session.store.tasks(&ids)?;
    let rows: Rows = tasks.iter().map(|task| single(task, facts)).collect();
    let left_out = all - i64::try_from(rows.len()).unwrap_or(0);
    Ok(Report {
        spec: spec.clone(),
        today: facts.today,
        columns: SINGLE.to_vec(),
        rows,
        total: None,
        notes: vec!["owed_classes"],
        left_out: left_out.max(0),
    })
}

fn single(task: &Task, facts: &Facts) -> Row {
    let day = facts.day();
    let state = State::of(task, &day);
    let text = |text: &str| match text {
        "" => Cell::None,
        text => Cell::Text(text.to_owned()),
    };
    Row {
        cells: vec![
            Cell::Task(task.id),
            Cell::Agency(task.agency),
            Cell::Text(task.title.clone()),
            task.effective_due.map_or(Cell::None, Cell::Date),
            state.map_or(Cell::None, |state| Cell::Word(state.code())),
            State::days_late(task, &day).map_or(Cell::None, Cell::Days),
            text(&task.issued),
            task.issued_on.map_or(Cell::None, Cell::Date),
        ],
        opens: Some(Opens::Task(task.id)),
    }
}
