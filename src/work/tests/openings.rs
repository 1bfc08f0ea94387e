//! Every number of a report, by every grouping, opens as many rows as it says; groupings agree on their totals.

use super::reports::{found, report};
use super::sample::Sample;
use super::*;
use crate::domain::period::Period;
use crate::domain::report::{Cell, Grouping, Kind, Opens, Report, Row, Spec};
use crate::work::sample;

const GROUPINGS: [Grouping; 4] = [
    Grouping::Agency,
    Grouping::Successor,
    Grouping::Area,
    Grouping::Head,
];

/// How many rows are there behind a number.
fn behind(session: &mut Session, opens: &Opens) -> i64 {
    match opens {
        Opens::Tasks(query) => found(session, query),
        Opens::Report(spec) => {
            let made = report(session, spec);
            i64::try_from(made.rows.len()).expect("few") + made.left_out
        }
        Opens::Task(_) | Opens::Document(_) => 1,
        Opens::Each { rest, .. } => behind(session, rest),
    }
}

fn number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Count(count) => Some(*count),
        Cell::Share { part, .. } => Some(*part),
        _ => None,
    }
}

/// Opens every number of a row that leads somewhere of its own.
fn open_each(session: &mut Session, made: &Report, row: &Row) -> i64 {
    let Some(Opens::Each { columns, .. }) = &row.opens else {
        return 0;
    };
    let mut opened = 0;
    for (column, cell) in made.columns.iter().zip(&row.cells) {
        let Some((_, opens)) = columns.iter().find(|(name, _)| *name == column.name) else {
            continue;
        };
        let count = number(cell).expect("a number");
        assert_eq!(
            behind(session, opens),
            count,
            "{:?} {} {row:?}",
            made.spec,
            column.name
        );
        opened += count;
    }
    opened
}

#[test]
fn every_number_opens_as_many_rows_as_it_says_by_every_grouping() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let quarter = Period::read("quý II/2023", session.facts().today);
    for kind in [
        Kind::Completion,
        Kind::Promise,
        Kind::Urgings,
        Kind::Extensions,
        Kind::Documents,
        Kind::Hands,
        Kind::Ongoing,
    ] {
        let whole = match kind {
            Kind::Completion | Kind::Ongoing => Some("total"),
            Kind::Promise => Some("given"),
            Kind::Documents => Some("owed"),
            Kind::Hands => Some("held_now"),
            _ => None,
        };
        for period in [None, quarter] {
            let mut totals = Vec::new();
            let mut opened = 0;
            for by in GROUPINGS {
                let spec = Spec {
                    by,
                    period,
                    ..Spec::new(kind)
                };
                let made = report(&mut session, &spec);
                let total = made.total.clone().expect("a total");
                let first = total.iter().find_map(number);
                totals.push((by, first));
                for row in made.rows.iter() {
                    opened += open_each(&mut session, &made, &row);
                    let opens = row.opens.as_ref().expect("it opens something");
                    let place = made.columns.iter().position(|it| Some(it.name) == whole);
                    if let Some(count) = place.and_then(|place| number(&row.cells[place])) {
                        let rest = opens.of_column(None);
                        assert_eq!(behind(&mut session, rest), count, "{spec:?} {row:?}");
                    }
                }
            }
            println!("{kind:?} {period:?} {totals:?}: {opened} opened");
            assert!(totals.iter().all(|it| it.1 == totals[0].1), "{totals:?}");
        }
    }
}

#[test]
fn every_line_of_the_sheet_of_a_head_opens_its_rows() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let heads = report(&mut session, &Spec::new(Kind::Heads));
    let quarter = Period::read("quý II/2023", session.facts().today);
    let mut opened = 0;
    for period in [None, quarter] {
        for head in heads.rows.iter().take(12) {
            let Some(Opens::Report(spec)) = &head.opens else {
                panic!("{head:?} opens no sheet");
            };
            let spec = Spec {
                period,
                ..(**spec).clone()
            };
            let sheet = report(&mut session, &spec);
            for row in sheet.rows.iter() {
                let (Some(count), Some(opens)) = (number(&row.cells[1]), &row.opens) else {
                    continue;
                };
                assert_eq!(behind(&mut session, opens), count, "{spec:?} {row:?}");
                opened += 1;
            }
            let silent = sheet.rows.iter().filter(|row| row.opens.is_none()).count();
            assert_eq!(silent, 1, "the name of the head alone opens nothing");
        }
    }
    assert!(opened >= 12 * 12, "{opened}");
}
