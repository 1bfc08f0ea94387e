//! Tasks that go on by the age of their last update: by agency, and one by one, the longest silent first.

use super::column;
use chrono::{Days, NaiveDate};

use crate::domain::error::Result;
use crate::domain::long::Aged;
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Spec};
use crate::domain::task::Task;
use crate::work::request::Facts;
use crate::work::session::Session;

/// By agency, after the first column.
const COUNTED: [Column; 6] = [
    column("total", Holds::Count, 0),
    column("to_30", Holds::Count, 0),
    column("to_90", Holds::Count, 0),
    column("to_180", Holds::Count, 0),
    column("older", Holds::Count, 0),
    column("oldest_update", Holds::Date, 1),
];

/// One by one.
const SINGLE: [Column; 6] = [
    column("task", Holds::Text, 0),
    column("agency", Holds::Text, 1),
    column("title", Holds::Text, 0),
    column("last_update", Holds::Date, 0),
    column("days", Holds::Days, 0),
    column("progress_note", Holds::Text, 2),
];

/// Makes it.
pub fn ongoing(session: &Session, spec: &Spec) -> Result<Report> {
    let facts = session.facts();
    let since = Aged::AGES.map(|age| before(facts.today, age));
    let mut aged = session.store.ongoing(since)?;
    aged.retain(|one| spec.agency.is_none_or(|agency| one.agency == agency));
    if spec.by == Grouping::None {
        let all = aged.iter().map(Aged::total).sum();
        return one_by_one(session, spec, all);
    }
    let mut sums = [0; 4];
    for one in &aged {
        for (sum, count) in sums.iter_mut().zip(one.counts) {
            *sum += count;
        }
    }
    let oldest = aged.iter().filter_map(|one| one.oldest).min();
    // Official order among equals: the sort keeps it.
    aged.sort_by_key(|one| {
        let [_, middle, old, oldest] = one.counts;
        std::cmp::Reverse((oldest, old, middle))
    });
    let left_out = aged.len().saturating_sub(spec.limit);
    aged.truncate(spec.limit);
    let (first, is_head) = match spec.by {
        Grouping::Head => ("head", true),
        Grouping::Agency | Grouping::Successor | Grouping::Area | Grouping::None => {
            ("agency", false)
        }
    };
    let row = |one: &Aged| {
        let name = if is_head {
            Cell::Head(one.agency)
        } else {
            Cell::Agency(one.agency)
        };
        Row {
            cells: std::iter::once(name)
                .chain(cells(one.counts, one.oldest))
                .collect(),
            opens: Some(Opens::Report(Box::new(Spec {
                by: Grouping::None,
                agency: Some(one.agency),
                ..spec.clone()
            }))),
        }
    };
    let columns = std::iter::once(column(first, Holds::Text, 0)).chain(COUNTED);
    let total = std::iter::once(Cell::Word("total")).chain(cells(sums, oldest));
    Ok(Report {
        spec: spec.clone(),
        today: facts.today,
        columns: columns.collect(),
        rows: aged.iter().map(row).collect(),
        total: Some(total.collect()),
        notes: vec!["ongoing_ages", "all_times"],
        left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
    })
}

fn before(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

fn cells(counts: [i64; 4], oldest: Option<NaiveDate>) -> [Cell; 6] {
    let [first, second, third, fourth] = counts.map(Cell::Count);
    let total = Cell::Count(counts.iter().sum());
    let oldest = oldest.map_or(Cell::None, Cell::Date);
    [total, first, second, third, fourth, oldest]
}

fn one_by_one(session: &Session, spec: &Spec, all: i64) -> Result<Report> {
    let facts = session.facts();
    let ids = session.store.ongoing_tasks(spec.agency, spec.limit)?;
    let tasks = session.store.tasks(&ids)?;
    let rows: Vec<Row> = tasks.iter().map(|task| single(task, facts)).collect();
    let left_out = all - i64::try_from(rows.len()).unwrap_or(0);
    Ok(Report {
        spec: spec.clone(),
        today: facts.today,
        columns: SINGLE.to_vec(),
        rows,
        total: None,
        notes: vec!["ongoing_ages", "all_times"],
        left_out: left_out.max(0),
    })
}

fn single(task: &Task, facts: &Facts) -> Row {
    let last = task.updated_on.or(task.assigned_on);
    let days = last.map(|last| facts.calendar.working_days_between(last, facts.today));
    let note = match task.progress_note.as_str() {
        "" => Cell::None,
        note => Cell::Text(note.to_owned()),
    };
    Row {
        cells: vec![
            Cell::Task(task.id),
            Cell::Agency(task.agency),
            Cell::Text(task.title.clone()),
            last.map_or(Cell::None, Cell::Date),
            days.map_or(Cell::None, Cell::Days),
            note,
        ],
        opens: Some(Opens::Task(task.id)),
    }
}
