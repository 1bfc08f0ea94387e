//! Recurring tasks, a line each, with the record of kept and missed occurrences: the most missed first.

use std::collections::HashMap;
use std::sync::Arc;

use super::column;
use crate::domain::error::Result;
use crate::domain::id::TaskId;
use crate::domain::long::Record;
use crate::domain::query::{Filter, Query};
use crate::domain::report::{Cell, Column, Holds, Opens, Report, Row, Spec};
use crate::domain::task::Task;
use crate::work::session::Session;

const COLUMNS: [Column; 10] = [
    column("series", Holds::Text, 3),
    column("agency", Holds::Text, 1),
    column("title", Holds::Text, 0),
    column("occurrences", Holds::Count, 0),
    column("kept", Holds::Count, 0),
    column("missed_late", Holds::Count, 0),
    column("missed_overdue", Holds::Count, 0),
    column("still_open", Holds::Count, 2),
    column("share_kept", Holds::Share, 1),
    column("next_due", Holds::Date, 2),
];

/// Makes it.
pub fn series(session: &Session, spec: &Spec) -> Result<Report> {
    let facts = session.facts();
    let mut records = session.store.series_records(spec.agency, &facts.day())?;
    records.retain(|record| spec.of.is_none_or(|of| record.series.0 == of));
    let mut sum = Record::none(TaskId(0));
    for record in &records {
        sum.kept += record.kept;
        sum.late += record.late;
        sum.overdue += record.overdue;
        sum.open += record.open;
        sum.undated += record.undated;
        sum.dropped += record.dropped;
    }
    records.sort_by_key(|record| {
        std::cmp::Reverse((
            record.missed(),
            record.overdue,
            std::cmp::Reverse(record.series),
        ))
    });
    let left_out = records.len().saturating_sub(spec.limit);
    records.truncate(spec.limit);
    let ids: Vec<TaskId> = records.iter().map(|record| record.series).collect();
    let tasks = session.store.tasks(&ids)?;
    let tasks: HashMap<TaskId, &Task> = tasks.iter().map(|task| (task.id, task)).collect();
    let row = |record: &Record| {
        let task = tasks.get(&record.series);
        let mut cells = vec![
            task.map_or(Cell::None, |it| Cell::Text(it.code.clone())),
            task.map_or(Cell::None, |it| Cell::Agency(it.agency)),
            task.map_or(Cell::None, |it| Cell::Text(it.title.clone())),
        ];
        cells.extend(counts(record));
        cells.push(record.next.map_or(Cell::None, Cell::Date));
        let filter = Filter {
            series: Some(record.series),
            ..Filter::default()
        };
        let query = Query {
            filter,
            ..Query::default()
        };
        Row {
            cells,
            opens: Some(Opens::Tasks(Arc::new(query))),
        }
    };
    let mut total = vec![Cell::Word("total"), Cell::None, Cell::None];
    total.extend(counts(&sum));
    total.push(Cell::None);
    Ok(Report {
        spec: spec.clone(),
        today: facts.today,
        columns: COLUMNS.to_vec(),
        rows: records.iter().map(row).collect(),
        total: Some(total),
        notes: vec!["series_share", "all_times"],
        left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
    })
}

fn counts(record: &Record) -> [Cell; 6] {
    [
        Cell::Count(record.all()),
        Cell::Count(record.kept),
        Cell::Count(record.late),
        Cell::Count(record.overdue),
        Cell::Count(record.open),
        Cell::Share {
            part: record.kept,
            whole: record.kept + record.missed(),
        },
    ]
}
