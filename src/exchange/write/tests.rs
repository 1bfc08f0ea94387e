//! What is written is read again as it was.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::annex::annex;
use super::{Cell, Existing, Piece, WriteForm};
use crate::domain::annex::{Column, Encoding, FileForm};
use crate::domain::error::{Error, Result};
use crate::exchange::book::Book;

/// The texts of a row.
type Row = [String; 8];

const MARK: &str = "0123456789abcdef@12";

fn cells(row: &Row) -> [Cell<'_>; 8] {
    row.each_ref().map(|text| Cell::Text(text.as_str().into()))
}

fn tasks<'a>(
    path: &Path,
    form: WriteForm,
    existing: Existing,
    rows: impl IntoIterator<Item = Result<&'a Row>>,
) -> Result<u64> {
    let rows = rows.into_iter().map(|row| row.map(cells));
    annex(form, &[], MARK).write_each(path, existing, None, rows)
}

fn write(path: &Path, form: WriteForm, rows: &[Row]) -> u64 {
    tasks(path, form, Existing::Keep, rows.iter().map(Ok)).expect("written")
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
    let again = |existing| tasks(&path, WriteForm::Csv, existing, [Ok(&row("x"))]);
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
    let rows = [Ok(&row("một"))];
    let refused = tasks(&path, WriteForm::Csv, Existing::Replace, rows);
    assert!(matches!(refused, Err(Error::BadFile { .. })), "{refused:?}");
    let there = path.symlink_metadata().expect("it is there").file_type();
    assert!(std::os::unix::fs::FileTypeExt::is_socket(&there));
}

#[test]
fn rows_that_fail_leave_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    for form in [WriteForm::Csv, WriteForm::Xlsx] {
        let row = row("x");
        let rows = [Ok(&row), Err(Error::Cancelled)];
        let path = folder.path().join("a");
        let written = tasks(&path, form, Existing::Keep, rows);
        assert!(matches!(written, Err(Error::Cancelled)));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn a_folder_that_is_missing_is_named() {
    let path = Path::new("/khong/co/a.csv");
    let written = tasks(path, WriteForm::Csv, Existing::Keep, []);
    assert!(matches!(written, Err(Error::BadFile { .. })), "{written:?}");
}

/// The bytes of a part of a package.
fn part(path: &Path, name: &str) -> String {
    let file = fs::File::open(path).expect("a file");
    let mut package = zip::ZipArchive::new(file).expect("a package");
    let part = package.by_name(name).expect("a part");
    std::io::read_to_string(part).expect("text")
}

#[test]
fn rows_that_a_sheet_does_not_hold_go_on_in_the_next_with_all_that_the_first_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.xlsx");
    let rows: Vec<Row> = (1..=250).map(|number| row(&number.to_string())).collect();
    assert_eq!(write(&path, WriteForm::Xlsx, &rows), 250);
    let book = Book::open(&path).expect("a table");
    let names: Vec<&str> = book.sheets().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Nhiệm vụ", "Nhiệm vụ 2", "Nhiệm vụ 3"]);
    let mut read = Vec::new();
    for (place, rows) in [(0, 120), (1, 120), (2, 10)] {
        let records = book.records(place).expect("rows").map(|record| {
            let mut cells = record.expect("a row").cells.into_iter();
            cells.nth(1).expect("a cell").text
        });
        let mut texts: Vec<String> = records.collect();
        assert_eq!(texts.remove(0), Column::Content.name());
        assert_eq!(texts.len(), rows);
        read.extend(texts);
        let sheet = part(&path, &format!("xl/worksheets/sheet{}.xml", place + 1));
        let filter = format!(r#"<autoFilter ref="A1:H{}"/>"#, rows + 1);
        for set_up in [
            filter.as_str(),
            r#"state="frozen""#,
            r#"<col min="8" max="8" width="30""#,
            r#"orientation="landscape""#,
            MARK,
        ] {
            assert!(sheet.contains(set_up), "{place}: {set_up}");
        }
        let title = format!(r#"localSheetId="{place}">'{}'!$1:$1<"#, names[place]);
        assert!(part(&path, "xl/workbook.xml").contains(&title), "{title}");
    }
    let written: Vec<String> = rows.into_iter().map(|[_, content, ..]| content).collect();
    assert_eq!(read, written);
}

/// Writes rows in pieces of so many rows each.
fn write_cut(path: &Path, form: WriteForm, rows: &[[Cell<'static>; 8]], cuts: &[usize]) {
    let table = annex(form, &[], MARK);
    let mut cuts = cuts.iter().cycle();
    let mut rest = rows;
    let written = table.write(path, Existing::Replace, None, |put| {
        while !rest.is_empty() {
            let many = cuts.next().map_or(1, |cut| *cut).min(rest.len());
            let (now, later) = rest.split_at(many);
            let mut piece = Piece::default();
            now.iter().for_each(|row| table.put(&mut piece, row));
            put(piece)?;
            rest = later;
        }
        Ok(())
    });
    assert_eq!(written.expect("written"), rows.len() as u64);
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
    #[test]
    fn nothing_is_said_by_a_dash_below_anything_and_by_an_empty_cell_else_however_rows_are_cut(
        rows in proptest::collection::vec(proptest::array::uniform3(0..3_u8), 0..40),
        cuts in proptest::collection::vec(1..9_usize, 1..4),
    ) {
        let cell = |kind: &u8| match kind {
            0 => Cell::Text("Sở Nội vụ".into()),
            1 => Cell::Text("".into()),
            _ => Cell::NotAbove,
        };
        let row = |kinds: &[u8; 3]| {
            let mut row = [const { Cell::Nothing }; 8];
            row[0] = Cell::Text("1".into());
            for (kind, place) in kinds.iter().zip([2, 4, 7]) {
                row[place] = cell(kind);
            }
            row
        };
        let cells: Vec<_> = rows.iter().map(row).collect();
        let mut expected = Vec::new();
        for (number, kinds) in rows.iter().enumerate() {
            let mut texts = vec![String::new(); 8];
            texts[0].push('1');
            for (column, place) in [2, 4, 7].into_iter().enumerate() {
                let is_below = rows[..number].iter().any(|above| above[column] == 0);
                texts[place].push_str(match kinds[column] {
                    0 => "Sở Nội vụ",
                    2 if is_below => "-",
                    _ => "",
                });
            }
            expected.push(texts);
        }
        let folder = tempfile::tempdir().expect("a folder");
        for (form, name) in [(WriteForm::Csv, "a.csv"), (WriteForm::Xlsx, "a.xlsx")] {
            let path = folder.path().join(name);
            write_cut(&path, form, &cells, &cuts);
            prop_assert_eq!(&read(&path), &expected);
        }
    }
}
