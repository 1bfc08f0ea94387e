//! An annex as it really arrives, row by row against what a careful clerk made of it by hand.

use std::fmt::Write as _;

use cchc::domain::annex::Column;
use cchc::domain::error::FileFault;
use cchc::exchange::annex::{Annex, Options, ReadRow, find_layout};
use cchc::exchange::book::{Cell, Record};
use serde_json::Value;

fn records() -> Vec<Record> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(&include_bytes!("files/annex.csv")[..]);
    let record = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.expect("our own file");
        Record {
            line: record.position().expect("read from a file").line(),
            cells: record.iter().map(Cell::text).collect(),
            is_hidden: false,
        }
    };
    reader.records().map(record).collect()
}

fn expected() -> Vec<Value> {
    serde_json::from_str(include_str!("files/annex.expected.json")).expect("our own file")
}

/// The field of a row that an expectation names.
fn field(row: &ReadRow, name: &str) -> String {
    match name {
        "row" => row.row.to_string(),
        "kind" => row.kind.code().to_owned(),
        "heading" => row.heading.clone().unwrap_or_default(),
        "number" => row.cell(Column::Item).to_owned(),
        other => {
            let column = Column::from_code(other).expect("a column of ours");
            row.cell(column).to_owned()
        }
    }
}

#[test]
fn a_hostile_annex_is_read_as_a_careful_clerk_reads_it() {
    let records = records();
    let layout = find_layout(&records, &Options::default()).expect("a header");
    assert_eq!((layout.header_line, layout.after), (8, 8));
    assert_eq!(
        layout.document.as_deref(),
        Some("Kế hoạch số 9010/KH-UBND ngày 25/01/2022")
    );
    let below = records.into_iter().skip(layout.after).map(Ok);
    let rows: Result<Vec<ReadRow>, FileFault> =
        Annex::new(&layout, &Options::default(), below).collect();
    let rows = rows.expect("no fault");
    let expected = expected();
    assert_eq!(rows.len(), expected.len());
    let mut wrong = String::new();
    for (row, expected) in rows.iter().zip(&expected) {
        for (name, value) in expected.as_object().expect("an object") {
            let wanted = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            let read = field(row, name);
            if read != wanted {
                let _ = writeln!(wrong, "row {}, {name}: {read:?}, not {wanted:?}", row.row);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
