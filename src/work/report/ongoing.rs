//! Tasks that go on by the age of their last update: by agency, and one by one, the longest silent first.

use std::collections::BTreeMap;

use super::column;
use super::grouped::{self, Key};
use chrono::{Days, NaiveDate};

use crate::domain::error::Result;
use crate::domain::id::AreaId;
use crate::domain::long::Aged;
use crate::domain::report::{Cell, Column, Grouping, Holds, Opens, Report, Row, Rows, Spec};
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
    let mut aged = aged(session, spec, since)?;
    if spec.by == Grouping::None {
        let all = aged.iter().map(|(_, one)| one.total()).sum();
        return one_by_one(session, spec, all);
    }
    let mut sums = [0; 4];
    for (_, one) in &aged {
        for (sum, count) in sums.iter_mut().zip(one.counts) {
            *sum += count;
        }
    }
    let oldest = aged.iter().filter_map(|(_, one)| one.oldest).min();
    // Official order among equals: the sort keeps it.
    aged.sort_by_key(|(_, one)| {
        let [_, middle, old, oldest] = one.counts;
        std::cmp::Reverse((oldest, old, middle))
    });
    let left_out = aged.len().saturating_sub(spec.limit);
    aged.truncate(spec.limit);
    let row = |(key, one): &(Key, Aged)| {
        let first = std::iter::once(grouped::cell(spec.by, *key));
        Row {
            cells: first.chain(cells(one.counts, one.oldest)).collect(),
            opens: Some(Opens::Report(Box::new(grouped::closer(spec, *key)))),
        }
    };
    let columns = std::iter::once(grouped::column(spec.by)).chain(COUNTED);
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

/// What goes on, by what rows are about.
fn aged(session: &Session, spec: &Spec, since: [NaiveDate; 3]) -> Result<Vec<(Key, Aged)>> {
    let facts = session.facts();
    let only = grouped::agencies_of(spec, facts);
    let mut sums = BTreeMap::<Key, Aged>::new();
    let mut add = |key: Key, one: Aged| {
        sums.entry(key)
            .and_modify(|sum| {
                sum.counts
                    .iter_mut()
                    .zip(one.counts)
                    .for_each(|(sum, n)| *sum += n);
                sum.oldest = [sum.oldest, one.oldest].into_iter().flatten().min();
            })
            .or_insert(one);
    };
    if spec.by == Grouping::Area || spec.area.is_some() {
        for lead in grouped::leads(&only) {
            for (area, one) in session.store.ongoing_by_area(lead, since)? {
                if spec.area.is_none_or(|wanted| wanted == area) {
                    add(Key::Area(area), one);
                }
            }
        }
    } else {
        for one in session.store.ongoing(since)? {
            if only.is_empty() || only.contains(&one.agency) {
                add(grouped::key(spec, facts, one.agency, AreaId::NONE), one);
            }
        }
    }
    Ok(sums.into_iter().collect())
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
    let mut ids = Vec::new();
    for lead in grouped::leads(&grouped::agencies_of(spec, facts)) {
        ids.extend(session.store.ongoing_tasks(lead, spec.area, spec.limit)?);
    }
    let mut tasks = session.store.tasks(&ids)?;
    tasks.sort_by_key(|task| (task.updated_on.or(task.assigned_on), task.agency, task.id));
    tasks.truncate(spec.limit);
    let rows: Rows = tasks.iter().map(|task| single(task, facts)).collect();
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
