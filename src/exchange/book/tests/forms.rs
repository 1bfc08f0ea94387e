//! What a workbook holds comes out the same, whatever its form.

use super::{FORMS, file};
use crate::domain::annex::FileForm;
use crate::domain::legacy::Coding;
use crate::exchange::book::{Book, Record};

/// The rows of the first sheet of each form.
fn annexes() -> impl Iterator<Item = (&'static str, Vec<Record>)> {
    FORMS.into_iter().map(|name| {
        let book = Book::open(&file(name)).expect("a workbook");
        let records = book.records(0).expect("a sheet").collect::<Result<_, _>>();
        (name, records.expect("sound rows"))
    })
}

fn texts(record: &Record) -> Vec<&str> {
    record.cells.iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn the_form_and_the_sheets_are_told() {
    let forms = [FileForm::Xlsx, FileForm::Xls, FileForm::Ods];
    for (name, form) in FORMS.into_iter().zip(forms) {
        let book = Book::open(&file(name)).expect("a workbook");
        assert_eq!(book.form(), form);
        let sheets: Vec<_> = book
            .sheets()
            .iter()
            .map(|s| (s.name.as_str(), s.is_hidden))
            .collect();
        assert_eq!(sheets, [("Phụ lục 1", false), ("Ẩn", true)], "{name}");
        let hidden: Vec<Record> = book
            .records(1)
            .expect("a sheet")
            .map(Result::unwrap)
            .collect();
        assert_eq!(texts(&hidden[0]), ["ghi chú"], "{name}");
        assert!(book.records(2).is_err());
    }
}

#[test]
fn no_row_is_missing_between_the_first_and_the_last() {
    for (name, records) in annexes() {
        let lines: Vec<u64> = records.iter().map(|record| record.line).collect();
        assert_eq!(lines, (1..=11).collect::<Vec<_>>(), "{name}");
        assert!(
            records[1].cells.is_empty() && records[8].cells.is_empty(),
            "{name}"
        );
    }
}

#[test]
fn values_come_as_people_know_them() {
    for (name, records) in annexes() {
        assert_eq!(
            texts(&records[5]),
            [
                "1",
                "Rà soát thủ tục hành chính",
                "Sở Nội vụ",
                "Sở Tư pháp\nVăn phòng UBND Thành phố",
                "30/06/2022",
                "Báo cáo",
                "Chỉ thị số 901/CT-UBND ngày 10/5/2022"
            ],
            "{name}"
        );
        let row = texts(&records[6]);
        assert_eq!(
            (row[0], row[4], row[5]),
            ("2", "30/06/2022 08:30", "45000"),
            "{name}"
        );
        let row = texts(&records[7]);
        assert_eq!((row[3], row[5]), ("12.5%", "TRUE"), "{name}");
        let row = texts(&records[10]);
        let wanted = [
            "007",
            "Tổng cộng \"x\" & <y>",
            "0.3",
            "123456789012345",
            "=A1",
        ];
        assert_eq!(row, wanted, "{name}");
    }
}

#[test]
fn merged_cells_are_blank_and_know_where_their_text_stands() {
    for (name, records) in annexes() {
        assert_eq!(texts(&records[3])[2..4], ["Đơn vị thực hiện", ""], "{name}");
        // Beside one another: blank, and no word of a row above.
        assert_eq!(records[0].cells[1].merged_from, None, "{name}");
        assert_eq!(records[4].cells[0].merged_from, Some((4, 1)), "{name}");
        for line in [6, 7] {
            let cell = &records[line].cells[2];
            assert_eq!(
                (cell.text.as_str(), cell.merged_from),
                ("", Some((6, 3))),
                "{name}"
            );
            assert_eq!(records[line].cells[6].merged_from, Some((6, 7)), "{name}");
            assert_eq!(records[line].cells[3].merged_from, None, "{name}");
        }
    }
}

#[test]
fn fonts_errors_and_what_is_hidden_are_told() {
    for (name, records) in annexes() {
        let content = |line: usize| &records[line].cells[1];
        assert_eq!(content(5).coding, None, "{name}");
        assert_eq!(content(6).coding, Some(Coding::Tcvn3), "{name}");
        assert_eq!(content(6).text, "§µo t¹o, båi d\u{ad}ìng c¸n bé", "{name}");
        assert_eq!(content(7).coding, Some(Coding::Vni), "{name}");
        let hidden: Vec<u64> = records
            .iter()
            .filter(|r| r.is_hidden)
            .map(|r| r.line)
            .collect();
        assert_eq!(hidden, [7], "{name}");
        assert!(
            records[5].cells[5].is_hidden && !records[5].cells[4].is_hidden,
            "{name}"
        );
        let error = &records[7].cells[4];
        assert!(
            error.is_error && error.text.starts_with('#'),
            "{name}: {}",
            error.text
        );
    }
}
