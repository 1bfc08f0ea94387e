//! The forms that offices write, each with the reading that the rules give it.

use super::*;
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::fold::without_accents;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn offices() -> Calendar {
    let mut reader =
        csv::Reader::from_reader(include_str!("../../../assets/holidays.csv").as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let kind = DayKind::from_code(&row[2]).unwrap();
        DayOff {
            date: day(&row[0]),
            name: row[1].to_owned(),
            kind,
            projected: &row[3] == "projected",
        }
    });
    Calendar::new(rows.collect())
}

/// kind | start | due | recurrence | review
fn told(deadline: &Deadline) -> String {
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let recurrence = deadline
        .recurrence
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let review = if deadline.needs_review { "yes" } else { "no" };
    format!(
        "{}|{}|{}|{recurrence}|{review}",
        deadline.kind.code(),
        date(deadline.start),
        date(deadline.due)
    )
}

#[test]
fn every_form_of_the_collection_is_read_as_the_rules_say() {
    let calendar = offices();
    let mut reader =
        csv::Reader::from_reader(include_str!("../../../assets/deadlines.csv").as_bytes());
    let mut wrong = Vec::new();
    for row in reader.records() {
        let row = row.unwrap();
        let expected = format!(
            "{}|{}|{}|{}|{}",
            &row[2], &row[3], &row[4], &row[5], &row[6]
        );
        let read = parse(&row[0], day(&row[1]), &calendar, Rules::default());
        if told(&read) != expected {
            wrong.push(format!(
                "{}\n  want {expected}\n  read {} {:?}",
                &row[0],
                told(&read),
                read.why
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
