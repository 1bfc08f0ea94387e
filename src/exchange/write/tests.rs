//! What is written is read again as it was.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::{Existing, Row, WriteForm, tasks};
use crate::domain::annex::{Column, Encoding, FileForm};
use crate::domain::error::Error;
use crate::exchange::book::Book;

const MARK: &str = "0123456789abcdef@12";

fn write(path: &Path, form: WriteForm, rows: &[Row]) -> u64 {
    tasks(
        path,
        form,
        Existing::Keep,
        MARK,
        None,
        rows.iter().cloned().map(Ok),
    )
    .expect("written")
}

/// The rows below the header.
fn read(path: &Path) -> Vec<Vec<String>> {
    let book = Book::open(path).expect("a table");
    let records = book.records(0).expect("rows").map(|record| {
        let cells = record.expect("a row").cells.into_iter();
        let mut texts: Vec<String> = cells.map(|cell| cell.text).collect();
        texts.resize(8, String::new());
        texts
    });
    let mut rows: Vec<_> = records.collect();
    let header = rows.remove(0);
    assert_eq!(header, Column::ALL.map(Column::name));
    rows
}

fn row(content: &str) -> Row {
    let mut row = Row::default();
    row[0] = "01".to_owned();
    row[1] = content.to_owned();
    row
}

fn comes_back(rows: &[Row]) {
    let folder = tempfile::tempdir().expect("a folder");
    for (form, name) in [(WriteForm::Csv, "a.csv"), (WriteForm::Xlsx, "a.xlsx")] {
        let path = folder.path().join(name);
        assert_eq!(write(&path, form, rows), rows.len() as u64);
        let texts = read(&path);
        assert_eq!(texts.len(), rows.len(), "{form:?}");
        for (read, written) in texts.iter().zip(rows) {
            assert_eq!(read, written, "{form:?}");
        }
    }
}

#[test]
fn every_text_comes_back() {
    comes_back(&[
        row("Rà soát, đánh giá; \"quy trình\""),
        row("- Sở Nội vụ\n- Sở Tư pháp\r\n"),
        row("=HYPERLINK(\"x\")"),
        row("'=1"),
        row("''"),
        row(" 007 \t"),
        row("_x000D_ <&> _x_ \u{1} \r"),
        row("sep=;"),
        row(&"ộ".repeat(32_767)),
        row(&"=".repeat(32_767)),
    ]);
}

#[test]
fn excel_opens_the_text_without_a_question() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.csv");
    write(&path, WriteForm::Csv, &[row("=1+1")]);
    let bytes = fs::read(&path).expect("a file");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.starts_with("\u{feff}STT,Nội dung nhiệm vụ,"));
    assert!(text.ends_with("\r\n01,'=1+1,,,,,,\r\n"), "{text}");
    let form = Book::open(&path).expect("a table").form();
    let wanted = FileForm::Csv {
        encoding: Encoding::Utf8,
        delimiter: ',',
    };
    assert_eq!(form, wanted);
}

#[test]
fn a_file_that_is_there_is_kept_unless_that_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.csv");
    fs::write(&path, "của người khác").expect("a file");
    let again = |existing| {
        tasks(
            &path,
            WriteForm::Csv,
            existing,
            MARK,
            None,
            [Ok(row("x"))].into_iter(),
        )
    };
    assert!(matches!(again(Existing::Keep), Err(Error::Exists(_))));
    assert_eq!(fs::read_to_string(&path).expect("kept"), "của người khác");
    assert_eq!(again(Existing::Replace).expect("replaced"), 1);
    assert_eq!(read(&path).len(), 1);
}

#[test]
fn a_device_or_a_socket_is_never_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("socket.csv");
    let _socket = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
    let rows = std::iter::once(Ok(row("một")));
    let refused = tasks(&path, WriteForm::Csv, Existing::Replace, "", None, rows);
    assert!(matches!(refused, Err(Error::BadFile { .. })), "{refused:?}");
    let there = path.symlink_metadata().expect("it is there").file_type();
    assert!(std::os::unix::fs::FileTypeExt::is_socket(&there));
}

#[test]
fn rows_that_fail_leave_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    for form in [WriteForm::Csv, WriteForm::Xlsx] {
        let rows = [Ok(row("x")), Err(Error::Cancelled)];
        let path = folder.path().join("a");
        let written = tasks(&path, form, Existing::Keep, MARK, None, rows.into_iter());
        assert!(matches!(written, Err(Error::Cancelled)));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn a_folder_that_is_missing_is_named() {
    let written = tasks(
        "/khong/co/a.csv".as_ref(),
        WriteForm::Csv,
        Existing::Keep,
        MARK,
        None,
        std::iter::empty(),
    );
    assert!(matches!(written, Err(Error::BadFile { .. })), "{written:?}");
}

/// Pieces of which cells are made, the awkward ones among them.
fn a_cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[=+@'-]",
        "[\\n\\r\\t\" ,;]",
        "[a-zA-Z0-9_<>&]{1,5}",
        Just("Ủy ban nhân dân".to_owned()),
        Just("_x0041_".to_owned()),
        Just("００7".to_owned()),
        any::<char>()
            .prop_filter("no file holds it as text", |letter| *letter != '\0')
            .prop_map(|letter| letter.to_string()),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn a_row() -> impl Strategy<Value = Row> {
    proptest::array::uniform8(a_cell()).prop_map(|mut row| {
        // A row without any text is no task, and a sheet does not keep it at its end.
        if row.iter().all(String::is_empty) {
            row[0] = "1".to_owned();
        }
        row
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_rows_come_back(rows in proptest::collection::vec(a_row(), 0..8)) {
        comes_back(&rows);
    }
}
