//! A list in a file is read again as it was, in both forms.

use std::borrow::Cow;

use super::{ListColumn, ListRow, list};
use crate::exchange::book::Book;
use crate::exchange::report::styles::{DATE, NAME, NUMBER, TEXT};
use crate::exchange::write::{Cell, Existing, Piece, WriteForm};
use crate::lang::Language;

fn rows() -> Vec<ListRow<'static>> {
    let text = |text: &'static str| Cell::Text(Cow::Borrowed(text));
    let plain: ListRow<'_> = [
        text("KH1007/22-199"),
        text("1.a"),
        text("Rà soát, \"đơn giản hóa\" thủ tục; <b> & _x0041_"),
        Cell::Word(1),
        Cell::Word(0),
        text("=HYPERLINK(1)"),
        Cell::Nothing,
        Cell::Date("2023-01-02".parse().expect("a day")),
        text(" thưa hai bên "),
        Cell::Date("2023-06-15".parse().expect("a day")),
        Cell::Word(2),
        Cell::Word(2),
        Cell::Number(-12),
        Cell::Number(100),
        text("-nt-"),
        Cell::Nothing,
        Cell::Nothing,
        text("a,b"),
    ];
    let mut empty = plain.clone();
    empty.fill(Cell::Nothing);
    empty[0] = text("X");
    vec![plain, empty]
}

/// Each row a piece of its own, as several threads would form them.
fn written(form: WriteForm) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(match form {
        WriteForm::Csv => "x.csv",
        WriteForm::Xlsx => "x.xlsx",
    });
    let words = ["Sở Nội vụ", "Thể chế & \"khác\"", "quá hạn"].map(str::to_owned);
    let day = "2023-06-15".parse().expect("a day");
    let asked = ("quá hạn & <chưa xong>", day);
    let mark = "0123456789abcdef@12";
    let table = list((form, Language::Vietnamese), asked, &words, mark);
    let count = table.write(&path, Existing::Keep, None, |put| {
        rows().iter().try_for_each(|row| {
            let mut piece = Piece::default();
            table.put(&mut piece, row);
            put(piece)
        })
    });
    assert_eq!(count.expect("written"), 2);
    let book = Book::open(&path).expect("a table");
    let records = book.records(0).expect("rows").map(|record| {
        let cells = record.expect("a row").cells.into_iter();
        let mut texts: Vec<String> = cells.map(|cell| cell.text).collect();
        texts.resize(ListColumn::ALL.len(), String::new());
        texts
    });
    records.collect()
}

#[test]
fn a_list_comes_back_cell_by_cell_in_both_forms() {
    for form in [WriteForm::Csv, WriteForm::Xlsx] {
        let read = written(form);
        let heading = |column| (Language::Vietnamese.words().list_file.heading)(column);
        assert_eq!(read[0], ListColumn::ALL.map(heading), "{form:?}");
        let row = &read[1];
        for (place, text) in [
            (0, "KH1007/22-199"),
            (2, "Rà soát, \"đơn giản hóa\" thủ tục; <b> & _x0041_"),
            (3, "Thể chế & \"khác\""),
            (4, "Sở Nội vụ"),
            (5, "=HYPERLINK(1)"),
            (6, ""),
            (9, "15/06/2023"),
            (12, "-12"),
            (13, "100"),
            (17, "a,b"),
        ] {
            assert_eq!(row[place].trim(), text, "{form:?}, column {place}");
        }
        assert_eq!(read[2][0], "X", "{form:?}");
        assert!(read[2][1..].iter().all(String::is_empty), "{form:?}");
        assert_eq!(read.len(), 3);
    }
}

#[test]
fn cells_begin_with_the_styles_of_all_workbooks() {
    use crate::exchange::write::workbook::{
        DAY, EMPTY, FIGURE, INLINE, KEPT, NAME as CALLED, SHARED,
    };
    let of = |style: crate::exchange::report::styles::Style| format!("<c s=\"{}\"", style.number());
    for begin in [EMPTY, SHARED, INLINE, KEPT] {
        assert!(begin.starts_with(&of(TEXT)), "{begin}");
    }
    for (begin, style) in [(FIGURE, NUMBER), (DAY, DATE), (CALLED, NAME)] {
        assert!(begin.starts_with(&of(style)), "{begin}");
    }
}
