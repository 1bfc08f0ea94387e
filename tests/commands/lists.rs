//! Lists in files: the rows of a list in its order, cell by cell the same in every form.

use std::fs;
use std::path::Path;

use cchc::exchange::book::Book;

use super::{Shell, text};

/// The rows of a table, the heading first.
fn table(path: &Path) -> Vec<Vec<String>> {
    let book = Book::open(path).expect("a table");
    let rows = book.records(0).expect("rows").map(|row| {
        let cells = row.expect("a row").cells.into_iter();
        let mut cells: Vec<String> = cells.map(|cell| cell.text).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells
    });
    rows.collect()
}

#[test]
fn a_list_in_a_file_is_the_list_in_its_order_whatever_the_form() {
    let shell = Shell::new();
    for filter in [
        "",
        "cq:snv",
        "cq:snv,stc quá hạn",
        "tt:xong",
        "\"thủ tục\"",
        "vb:9125 cq:q8",
    ] {
        let listed = shell.run(&["list", filter, "--json"]).json();
        let listed = listed["tasks"].as_array().expect("tasks").clone();
        let mut tables = Vec::new();
        for ending in ["csv", "xlsx"] {
            let path = shell.directory.path().join(format!("x.{ending}"));
            let name = path.to_string_lossy().into_owned();
            let told = shell.run(&["export", "list", &name, filter, "--overwrite", "--json"]);
            assert_eq!(told.json()["rows"], listed.len(), "{filter}");
            tables.push(table(&path));
        }
        assert_eq!(tables[0], tables[1], "{filter}");
        assert_eq!(tables[0].len(), listed.len() + 1, "{filter}");
        for (row, task) in tables[0][1..].iter().zip(&listed) {
            assert_eq!(row[0], text(task, "code"), "{filter}");
            assert_eq!(row[2], text(task, "title"), "{filter}");
            let due = task["due"].as_str().map(|due| {
                let parts: Vec<&str> = due.split('-').rev().collect();
                parts.join("/")
            });
            assert_eq!(row[9], due.unwrap_or_default(), "{filter}: {task}");
            let late = task["days_late"].as_i64().map(|days| days.to_string());
            let written = row.get(12).cloned().unwrap_or_default();
            assert_eq!(written, late.unwrap_or_default(), "{filter}: {task}");
        }
    }
}

#[test]
fn a_view_goes_into_a_file_and_a_file_that_is_there_stays() {
    let shell = Shell::new();
    shell
        .run(&["view", "save", "Trễ của STC", "cq:stc quá hạn"])
        .succeeds();
    let path = shell.directory.path().join("x.csv");
    let name = path.to_string_lossy().into_owned();
    let by_view = shell.run(&["export", "list", &name, "--view", "Trễ của STC", "--json"]);
    let by_words = shell.run(&["export", "list", "-", "cq:stc quá hạn"]);
    by_words.succeeds();
    assert_eq!(fs::read_to_string(&path).expect("a file"), by_words.out);
    assert_eq!(by_view.json()["rows"], by_words.out.lines().count() - 1);
    shell
        .run(&["export", "list", &name, "cq:snv"])
        .complains(73, "x.csv");
    assert_eq!(fs::read_to_string(&path).expect("a file"), by_words.out);
}
