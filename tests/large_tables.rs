//! Large tables of every form are read and written in little memory; what it takes is measured here.
//!
//! A test of its own process, one after the other: the peak is that of the whole process.

use std::fs;
use std::path::Path;

use cchc::exchange::book::Book;
use cchc::exchange::write::annex::annex;
use cchc::exchange::write::{Cell, Existing, WriteForm};

/// What a reader may take beyond what the process has, in KiB.
const MOST: u64 = 16 * 1024;

const ROWS: u64 = 100_000;

/// The peak of the process's memory since it began, in KiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("a process");
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let mut words = line.expect("a peak").split_whitespace();
    words
        .nth(1)
        .and_then(|kib| kib.parse().ok())
        .expect("a number")
}

fn row(number: u64) -> [Cell<'static>; 8] {
    let texts = [
        number.to_string(),
        format!("Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, đợt {number}"),
        "Cải cách thủ tục hành chính".to_owned(),
        "Báo cáo kết quả rà soát".to_owned(),
        "Sở Nội vụ".to_owned(),
        "Sở Tư pháp; Văn phòng UBND Thành phố".to_owned(),
        "30/6/2023".to_owned(),
        "Kế hoạch số 9125/KH-UBND ngày 12/01/2023".to_owned(),
    ];
    texts.map(|text| Cell::Text(text.into()))
}

fn read(path: &Path) -> u64 {
    let book = Book::open(path).expect("a table");
    let records = book.records(0).expect("rows");
    let mut count = 0;
    for record in records {
        assert_eq!(record.expect("a row").cells.len(), 8);
        count += 1;
    }
    count
}

#[test]
fn a_hundred_thousand_rows_are_written_and_read_in_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let before = peak();
    for (name, form) in [("bang.csv", WriteForm::Csv), ("bang.xlsx", WriteForm::Xlsx)] {
        let path = folder.path().join(name);
        let rows = (1..=ROWS).map(|number| Ok(row(number)));
        let mark = "0123456789abcdef@1";
        let written = annex(form, &[], mark).write_each(&path, Existing::Keep, None, rows);
        assert_eq!(written.expect("written"), ROWS);
        assert_eq!(read(&path), ROWS + 1, "{name}");
        let taken = peak() - before;
        assert!(taken < MOST, "{name}: {taken} KiB");
    }
}
