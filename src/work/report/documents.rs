//! Documents that are owed: issued on time, issued late, not at all; by agency, and one by one (M2).

use super::column;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::owed::{Owed, State};
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Spec};
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
    let mut owed = session.store.owed(spec.period, &facts.day())?;
    owed.retain(|one| spec.agency.is_none_or(|agency| one.agency == agency));
    let mut sum = Owed::none(AgencyId::UNRESOLVED);
    for one in &owed {
        sum += *one;
    }
    if spec.by == Grouping::None {
        return one_by_one(session, spec, sum);
    }
    // Official order among equals: the sort keeps it.
    owed.sort_by_key(|one| std::cmp::Reverse((one.overdue, one.late)));
    let left_out = owed.len().saturating_sub(spec.limit);
    owed.truncate(spec.limit);
    let first = match spec.by {
        Grouping::Head => "head",
        Grouping::Agency | Grouping::Successor | Grouping::Area | Grouping::None => "agency",
    };
    let row = |one: &Owed| {
        let name = match spec.by {
            Grouping::Head => Cell::Head(one.agency),
            Grouping::Agency | Grouping::Successor | Grouping::Area | Grouping::None => {
                Cell::Agency(one.agency)
            }
        };
        Row {
            cells: std::iter::once(name).chain(cells(one)).collect(),
            opens: Some(Opens::Report(Box::new(Spec {
                by: Grouping::None,
                agency: Some(one.agency),
                ..spec.clone()
            }))),
        }
    };
    let columns = std::iter::once(column(first, Holds::Text, 0)).chain(COUNTED);
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
    let mut ids: Vec<TaskId> = Vec::new();
    for state in State::ALL {
        let room = spec.limit.saturating_sub(ids.len());
        if room > 0 && sum.of(state) > 0 {
            let store = &session.store;
            ids.extend(store.owing_tasks(state, spec.agency, spec.period, &day, room)?);
        }
    }
    let tasks = session.store.tasks(&ids)?;
    let rows: Vec<Row> = tasks.iter().map(|task| single(task, facts)).collect();
    let left_out = sum.total() - i64::try_from(rows.len()).unwrap_or(0);
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
