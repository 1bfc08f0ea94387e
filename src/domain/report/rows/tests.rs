//! What is put up as bytes comes back as it was, and is small.

use super::*;
use crate::domain::condition::ConditionKind;
use crate::domain::id::{AgencyId, AreaId, DocumentId, TaskId};
use crate::domain::interval::{Every, Interval};
use crate::domain::period::Period;
use crate::domain::query::{Filter, Mark, Order, Query};
use crate::domain::report::{Grouping, Kind, Spec};
use crate::domain::status::Status;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn query() -> Query {
    Query {
        filter: Filter {
            agencies: vec![AgencyId(7), AgencyId(-1)],
            statuses: vec![Status::Done, Status::Awaiting],
            conditions: vec![ConditionKind::Overdue],
            due_from: Some(day("2022-12-31")),
            texts: vec![vec!["cải cách".to_owned(), "cchc".to_owned()], vec![]],
            urged: Some(3),
            marks: vec![Mark::Excused],
            parent: Some(TaskId(i64::MAX)),
            ..Filter::default()
        },
        order: Order::Document,
    }
}

fn spec() -> Spec {
    Spec {
        period: Period::new(day("2023-01-01"), day("2023-06-30")),
        by: Grouping::None,
        agency: Some(AgencyId(3)),
        only: Some("done_late".to_owned()),
        of: Some(i64::MIN),
        ..Spec::new(Kind::Late)
    }
}

fn every_cell() -> Vec<Cell> {
    vec![
        Cell::None,
        Cell::Text(String::new()),
        Cell::Text("Sở Nội vụ – \u{306}\u{0} 漢".to_owned()),
        Cell::Word("total"),
        Cell::Word("late_now"),
        Cell::Word("total"),
        Cell::Agency(AgencyId::UNRESOLVED),
        Cell::Head(AgencyId(i64::MAX)),
        Cell::Area(AreaId(9)),
        Cell::Task(TaskId(1_000_000)),
        Cell::Document(DocumentId(12)),
        Cell::Count(-5),
        Cell::Days(i64::MIN),
        Cell::Share { part: 1, whole: 0 },
        Cell::Date(day("2023-06-15")),
        Cell::Date(NaiveDate::MAX),
        Cell::Amount(Amount::from_ten_thousandths(-951_300)),
        Cell::Interval(Interval::new(Every::Quarter, 2023, 2).expect("a quarter")),
    ]
}

fn every_way() -> Vec<Option<Opens>> {
    let tasks = || Opens::Tasks(Arc::new(query()));
    let report = || Opens::Report(Box::new(spec()));
    let each = Opens::Each {
        columns: vec![
            ("done_late", tasks()),
            ("share_late", Opens::Task(TaskId(4))),
            ("total", report()),
        ],
        rest: Box::new(report()),
    };
    vec![
        None,
        Some(tasks()),
        Some(Opens::Task(TaskId(1))),
        Some(Opens::Document(DocumentId(2))),
        Some(report()),
        Some(each),
    ]
}

#[test]
fn every_row_comes_back_as_it_was() {
    let wanted: Vec<Row> = every_way()
        .into_iter()
        .enumerate()
        .map(|(skipped, opens)| Row {
            cells: every_cell().into_iter().skip(skipped).collect(),
            opens,
        })
        .collect();
    let rows: Rows = wanted.iter().cloned().collect();
    assert_eq!(rows.len(), wanted.len());
    assert_eq!(rows.iter().collect::<Vec<_>>(), wanted);
    assert!(rows.iter().rev().eq(wanted.iter().rev().cloned()));
    for (place, row) in wanted.iter().enumerate() {
        assert_eq!(rows.get(place).as_ref(), Some(row));
        assert_eq!(rows.cells(place).as_ref(), Some(&row.cells));
        assert_eq!(rows.opens(place), row.opens);
    }
    assert_eq!(rows.get(wanted.len()), None);
    assert_eq!(rows.words, ["total", "late_now", "done_late", "share_late"]);
}

#[test]
fn no_rows_are_none() {
    let rows: Rows = std::iter::empty().collect();
    assert!(rows.is_empty() && rows.get(0).is_none() && rows.iter().next().is_none());
}

#[test]
fn a_report_of_a_thousand_tasks_is_two_pieces_of_memory_and_not_thousands() {
    let row = |number: i64| Row {
        cells: vec![
            Cell::Task(TaskId(number)),
            Cell::Text("Rà soát, đơn giản hóa thủ tục hành chính nội bộ".to_owned()),
            Cell::Agency(AgencyId(number % 60)),
            Cell::Date(day("2023-06-15")),
            Cell::Count(1),
            Cell::Date(day("2023-09-30")),
            Cell::Word("late_now"),
            Cell::Days(870),
            Cell::Word("unstated"),
            Cell::Count(2),
            Cell::None,
            Cell::Count(0),
            Cell::Count(0),
        ],
        opens: Some(Opens::Task(TaskId(number))),
    };
    let rows: Rows = (1..=1_000).map(row).collect();
    let as_bytes = rows.bytes.capacity() + rows.places.capacity() * size_of::<(usize, usize)>();
    let as_values = 1_000 * (size_of::<Row>() + 13 * size_of::<Cell>() + 66);
    assert!(as_bytes * 3 < as_values, "{as_bytes} of {as_values}");
}
