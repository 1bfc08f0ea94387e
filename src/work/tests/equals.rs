//! Rows that say the same, by the hundred: each is known again, and what is read for one does not grow with them.

use super::stages::{PLAN, busy_desk};
use super::*;

/// So many rows at the most are read of the database for each of a file, to compare and to write it.
const READ: usize = 15;

const OTHER: &str = "Kế hoạch số 77/KH-UBND ngày 16/01/2023";

fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    (1..=count).map(row).collect::<Vec<_>>().join("\n")
}

fn equal(document: &str) -> String {
    format!(",Rà soát thủ tục,TTHC,,Sở Tài chính,,30/9/2023,{document}")
}

#[test]
fn a_row_among_many_that_say_the_same_is_compared_with_few_of_them() {
    let (desk, mut monitor) = busy_desk();
    // Beside others an import goes in slices: the later ones meet what the earlier ones wrote.
    let _other = desk.sit("cv.vpub");
    let count = 1_000;
    let mut imports = |what: &str, rows: &str, expected: (u64, u64)| {
        let path = desk.file("a.csv", rows);
        monitor.store().rows_read();
        let report = monitor.import(path, false);
        assert_eq!((report.new, report.unchanged), expected, "{what}");
        let read = monitor.store().rows_read();
        assert!(read <= READ * count, "{what}: {} a row", read / count);
    };
    let all = count as u64;
    let plan = rows(count, |_| equal(PLAN));
    imports("equal ones", &plan, (all, 0));
    imports("the same again", &plan, (0, all));
    let other = rows(count, |_| equal(OTHER));
    imports("of another document", &other, (all, 0));
    let undocumented = rows(count, |_| equal(""));
    imports("of none", &undocumented, (all, 0));
    let numbered =
        |number: usize| format!("7,Việc số {number},TTHC,,Sở Tài chính,,30/9/2023,{PLAN}");
    let of_one_number = rows(count, numbered);
    imports("of one number", &of_one_number, (all, 0));
    imports("of one number again", &of_one_number, (0, all));
}

#[test]
fn equal_rows_are_the_tasks_that_were_entered_by_hand_one_each() {
    let (desk, mut monitor) = busy_desk();
    for _ in 0..2 {
        monitor.enter("Rà soát thủ tục", "STC", "30/9/2023");
    }
    // Of another lead, and taken back: neither is one of these.
    monitor.enter("Rà soát thủ tục", "STP", "30/9/2023");
    monitor.enter("Rà soát thủ tục", "STC", "30/9/2023");
    monitor.undo().expect("taken back");
    let report = monitor.import(desk.file("a.csv", &rows(3, |_| equal(""))), false);
    // By hand they had no area.
    assert_eq!((report.new, report.changed), (1, 2));
}
