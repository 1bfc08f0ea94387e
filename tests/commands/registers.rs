//! The register of documents and the log of changes as files.

use std::fs;

use cchc::exchange::book::Book;
use serde_json::Value;

use super::{Shell, text};

impl Shell {
    fn place(&self, name: &str) -> String {
        let path = self.directory.path().join(name);
        path.to_str().expect("a name").to_owned()
    }
}

/// The rows of a file as they are read back, its heading first.
fn rows(path: &str) -> Vec<Vec<String>> {
    let book = Book::open(path.as_ref()).expect("a table");
    let records = book.records(0).expect("rows").map(|record| {
        let cells = record.expect("a row").cells.into_iter();
        cells.map(|cell| cell.text).collect()
    });
    records.collect()
}

fn headed<'a>(rows: &'a [Vec<String>], row: &'a [String], heading: &str) -> &'a str {
    let place = rows[0].iter().position(|it| it == heading);
    let place = place.unwrap_or_else(|| panic!("{heading} in {:?}", rows[0]));
    row.get(place).map_or("", String::as_str)
}

#[test]
fn the_register_goes_into_files_with_the_figures_of_the_list() {
    let shell = Shell::new();
    let add = ["document", "add", "39/KH-UBND", "--date", "2023-01-09"];
    shell
        .by(
            "cv.snv",
            &[&add[..], &["--summary", "Kế hoạch; \"cải cách\"\nnăm 2023"]].concat(),
        )
        .succeeds();
    shell
        .by(
            "cv.snv",
            &["document", "base", "KH9125/23", "--add", "KH39/23"],
        )
        .succeeds();
    let listed = shell.by("cv.snv", &["document", "list", "--json"]).json();
    let listed = listed["documents"].as_array().expect("documents").clone();
    for name in ["so.csv", "so.xlsx"] {
        let path = shell.place(name);
        let told = shell.by("cv.stttt", &["export", "documents", &path]);
        told.succeeds();
        assert!(
            told.out.contains(&format!("Đã xuất {} dòng", listed.len())),
            "{}",
            told.out
        );
        let rows = rows(&path);
        assert_eq!(rows.len(), listed.len() + 1);
        for document in &listed {
            let code = text(document, "code");
            let row = rows.iter().find(|row| headed(&rows, row, "Mã") == code);
            let row = row.unwrap_or_else(|| panic!("{code} is missing in {name}"));
            for (heading, field) in [("Nhiệm vụ", "tasks"), ("Đang mở", "open"), ("Trễ", "late")]
            {
                assert_eq!(
                    headed(&rows, row, heading),
                    document[field].to_string(),
                    "{code} in {name}"
                );
            }
            assert_eq!(headed(&rows, row, "Số, ký hiệu"), text(document, "symbol"));
            let bases: Vec<&str> = document["bases"]
                .as_array()
                .expect("bases")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            assert_eq!(
                headed(&rows, row, "Căn cứ"),
                bases.join("; "),
                "{code} in {name}"
            );
        }
        let based = rows
            .iter()
            .find(|row| headed(&rows, row, "Mã") == "KH9125/23")
            .expect("a row");
        assert!(headed(&rows, based, "Căn cứ").ends_with("; KH39/23"));
        // What is there stays.
        let again = shell.by("cv.snv", &["export", "documents", &path]);
        again.complains(73, name);
        shell
            .by("cv.snv", &["export", "documents", &path, "--overwrite"])
            .succeeds();
    }
    let dates = rows(&shell.place("so.xlsx"));
    let added = dates
        .iter()
        .find(|row| headed(&dates, row, "Mã") == "KH39/23")
        .expect("a row");
    assert_eq!(headed(&dates, added, "Ngày ký"), "09/01/2023");
    shell
        .by("cv.snv", &["export", "documents", &shell.place("so.pdf")])
        .complains(2, "so.pdf");
}

#[test]
fn the_log_goes_into_files_row_by_row_to_its_end() {
    let shell = Shell::new();
    let task = shell.tasks("cq:stttt tt:đang").remove(0);
    let code = text(&task, "code");
    shell
        .by("cv.stttt", &["note", code, "=Đã họp", "--percent", "40"])
        .succeeds();
    let moving = ["window", "set", "Quý II/2023", "--to", "2023-06-10"];
    shell.by("qt.snv", &moving).succeeds();
    shell
        .by("qt.snv", &["window", "remove", "Tháng 5/2023", "--yes"])
        .succeeds();
    let end = shell.run(&["audit", "head", "--json"]).json()["log"]["row"]
        .as_u64()
        .expect("a row");
    for name in ["nhat-ky.csv", "nhat-ky.xlsx"] {
        let path = shell.place(name);
        let told = shell
            .by("cv.stttt", &["export", "changes", &path, "--json"])
            .succeeds()
            .json();
        assert_eq!(told["rows"], end);
        assert_eq!(told["log"]["row"], end);
        let rows = rows(&path);
        assert_eq!(rows.len() as u64, end + 1);
        let numbers = rows[1..]
            .iter()
            .map(|row| headed(&rows, row, "Dòng").parse::<u64>().expect("a number"));
        assert!(numbers.eq(1..=end), "every row, in order");
        let of = |back: usize, heading: &str| {
            headed(&rows, &rows[rows.len() - back], heading).to_owned()
        };
        assert_eq!(of(3, "Tài khoản"), "cv.stttt");
        assert_eq!(of(3, "Số nhiệm vụ"), task["number"].to_string());
        assert!(
            of(3, "Thay đổi").contains("Tiến độ: "),
            "{}",
            of(3, "Thay đổi")
        );
        assert!(of(3, "Thay đổi").contains("→ 40%"), "{}", of(3, "Thay đổi"));
        // What the words know and what they do not, of what stands around the tasks.
        assert_eq!(of(2, "Thay đổi"), "to: 2023-06-14 → 2023-06-10");
        assert!(
            of(1, "Thay đổi").contains("name: Tháng 5/2023 → (trống)"),
            "{}",
            of(1, "Thay đổi")
        );
        assert_eq!(of(1, "Tài khoản"), "qt.snv");
    }
    // A spreadsheet takes nothing of it for a formula.
    let csv = fs::read_to_string(shell.place("nhat-ky.csv")).expect("text");
    let cells = csv
        .split(['\n', ','])
        .map(|cell| cell.trim_start_matches('"'));
    assert!(
        cells.clone().all(|cell| !cell.starts_with(['=', '+', '@'])),
        "{csv}"
    );
}

#[test]
fn registers_go_to_standard_output_and_as_of_a_past_day() {
    let shell = Shell::new();
    for register in ["documents", "changes"] {
        let path = shell.place(&format!("{register}.csv"));
        shell.by("cv.snv", &["export", register, &path]).succeeds();
        let piped = shell.by("cv.snv", &["export", register, "-"]);
        piped.succeeds();
        assert_eq!(piped.out.as_bytes(), fs::read(&path).expect("a file"));
        shell
            .by("cv.snv", &["export", register, "-", "--json"])
            .complains(2, "");
    }
    let then = shell.by(
        "cv.snv",
        &["export", "changes", "-", "--as-of", "2023-03-01"],
    );
    let now = shell.by("cv.snv", &["export", "changes", "-"]);
    assert!(then.succeeds().out.lines().count() > 1, "{}", then.err);
    assert!(now.out.starts_with(&then.out) && now.out.len() > then.out.len());
}

#[test]
fn tasks_are_exported_by_the_name_of_a_saved_filter() {
    let shell = Shell::new();
    shell
        .by(
            "cv.snv",
            &["view", "save", "Tài chính trễ", "cq:stc", "quá hạn"],
        )
        .succeeds();
    let export = |words: &[&str]| shell.by("cv.snv", &[&["export", "tasks", "-"], words].concat());
    let named = export(&["--view", "tai chinh tre"]);
    assert!(named.succeeds().out.lines().count() > 1);
    assert_eq!(named.out, export(&["cq:stc", "quá hạn"]).succeeds().out);
    let narrowed = export(&["--view", "Tài chính trễ", "tt:đang"]);
    assert_eq!(
        narrowed.succeeds().out,
        export(&["cq:stc", "quá hạn", "tt:đang"]).succeeds().out
    );
    export(&["--view", "Tài chinh trê1"]).complains(2, "Có phải Tài chính trễ?");
}
