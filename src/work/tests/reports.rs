//! Reports of the sample: every number is what opening it shows.

use std::sync::Arc;

use super::sample::Sample;
use super::*;
use crate::domain::concern::Concern;
use crate::domain::period::Period;
use crate::domain::report::{Basis, Cell, Grouping, Kind, Opens, Report, Spec};
use crate::work::sample;

pub(super) fn report(session: &mut Session, spec: &Spec) -> Report {
    let request = Request::Report { spec: spec.clone() };
    match session.ask(&request) {
        Answer::Report(report) => Arc::unwrap_or_clone(report),
        other => panic!("no report: {other:?}"),
    }
}

/// How many tasks a query finds, counted to the end.
pub(super) fn found(session: &mut Session, query: &Query) -> i64 {
    let facts = std::sync::Arc::clone(session.facts());
    let patience = crate::store::Patience::endless();
    let counted = session
        .store()
        .count(query, &facts.day(), &facts.user, patience);
    counted.expect("a count").count
}

pub(super) fn count_of(report: &Report, row: &[Cell], name: &str) -> i64 {
    let place = report.columns.iter().position(|it| it.name == name);
    match place.and_then(|place| row.get(place)) {
        Some(Cell::Count(count)) => *count,
        other => panic!("no number {name}: {other:?}"),
    }
}

#[test]
fn a_row_opens_exactly_the_tasks_that_it_counts_and_rows_make_up_the_total() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let today = session.facts().today;
    let periods = [
        None,
        Period::read("quý II/2023", today),
        Period::read("kỳ báo cáo quý I/2023", today),
    ];
    for (kind, total) in [(Kind::Completion, "total"), (Kind::Promise, "given")] {
        for by in [
            Grouping::Agency,
            Grouping::Successor,
            Grouping::Area,
            Grouping::Head,
        ] {
            for (period, basis) in periods
                .iter()
                .flat_map(|it| [(it, Basis::Due), (it, Basis::Assigned)])
            {
                let spec = Spec {
                    by,
                    basis,
                    period: *period,
                    ..Spec::new(kind)
                };
                let report = report(&mut session, &spec);
                assert!(!report.rows.is_empty(), "{spec:?}");
                let mut sum = 0;
                for row in report.rows.iter() {
                    let counted = count_of(&report, &row.cells, total);
                    let opens = row.opens.as_ref().map(|it| it.of_column(None));
                    let Some(Opens::Tasks(query)) = opens else {
                        panic!("{row:?} opens nothing");
                    };
                    assert_eq!(found(&mut session, query), counted, "{spec:?} {row:?}");
                    sum += counted;
                    for cell in &row.cells {
                        if let Cell::Share { part, whole } = cell {
                            assert!((0..=*whole).contains(part), "{row:?}");
                        }
                    }
                }
                let line = report.total.as_ref().expect("a total");
                assert_eq!(count_of(&report, line, total), sum, "{spec:?}");
            }
        }
    }
}

#[test]
fn heads_answer_for_what_is_late_and_their_sheet_opens_it() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let heads = report(&mut session, &Spec::new(Kind::Heads));
    let line = heads.total.clone().expect("a total");
    let Answer::Home(home) = session.ask(&Request::Home) else {
        panic!("no home");
    };
    assert_eq!(
        count_of(&heads, &line, "late_now"),
        home.count(Concern::Overdue)
    );
    for head in heads.rows.iter().take(5) {
        let Some(Opens::Report(spec)) = &head.opens else {
            panic!("{head:?} opens no sheet");
        };
        let sheet = report(&mut session, spec);
        assert!(sheet.rows.len() <= 20, "one page at 80x24");
        let late = sheet
            .rows
            .iter()
            .find(|row| row.cells.first() == Some(&Cell::Word("late_now")));
        let late = late.expect("a line");
        assert_eq!(
            count_of(&sheet, &late.cells, "figure"),
            count_of(&heads, &head.cells, "late_now")
        );
        for row in sheet.rows.iter() {
            if let (Some(Opens::Tasks(query)), Cell::Count(count)) = (&row.opens, &row.cells[1]) {
                assert_eq!(found(&mut session, query), *count, "{row:?}");
            }
        }
    }
}
