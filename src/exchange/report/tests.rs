//! What stands in a cell is a text and nothing else, whatever the form.

use chrono::NaiveDate;

use super::{Document, Head, Language, Pen, Said, Sheet, Value, put};
use crate::domain::error::Error;
use crate::domain::report::Holds;
use crate::domain::report_form::ReportForm;
use crate::exchange::book::Book;

fn said(text: &str, value: Value) -> Said {
    Said {
        text: text.to_owned(),
        value,
    }
}

fn document(rows: Vec<Vec<Said>>) -> Document {
    let head = |name, heading: &str, holds| Head {
        name,
        heading: heading.to_owned(),
        holds,
    };
    let sheet = Sheet {
        title: "Bảng [thử]".to_owned(),
        asked: "mọi thời gian".to_owned(),
        columns: vec![
            head("title", "Nội dung", Holds::Text),
            head("total", "Tổng số", Holds::Count),
        ],
        rows,
        total: Some(vec![
            said("Tổng cộng", Value::Text),
            said("1.822", Value::Number(1822)),
        ]),
        notes: vec!["a | b".to_owned()],
    };
    Document {
        title: sheet.title.clone(),
        sheets: vec![sheet],
        seal: "0123456789abcdef@12".to_owned(),
        today: NaiveDate::MIN,
        language: Language::Vietnamese,
        paper: None,
    }
}

fn bytes(document: &Document, form: ReportForm) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut pen = Pen {
        output: &mut bytes,
        fault: &Error::from,
        step: &mut |_| Ok(()),
        rows: 0,
    };
    put(&mut pen, form, document).expect("written");
    bytes
}

fn text(document: &Document, form: ReportForm) -> String {
    String::from_utf8(bytes(document, form)).expect("UTF-8")
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let rows = ["=1+1", "@SUM(A1)", "-nt-", "a,\"b\""];
    let rows = rows.map(|it| vec![said(it, Value::Text), said("-5", Value::Number(-5))]);
    let document = document(rows.to_vec());
    let csv = text(&document, ReportForm::Csv);
    assert!(
        csv.contains("\r\n'=1+1,-5\r\n'@SUM(A1),-5\r\n'-nt-,-5\r\n\"a,\"\"b\"\"\",-5\r\n"),
        "{csv}"
    );
    let book = Book::of_bytes(&bytes(&document, ReportForm::Xlsx)).expect("a workbook");
    let cells: Vec<String> = book
        .records(0)
        .expect("rows")
        .filter_map(|row| Some(row.expect("a row").cells.into_iter().next()?.text))
        .collect();
    assert!(cells.contains(&"=1+1".to_owned()), "{cells:?}");
}

#[test]
fn markdown_and_text_keep_their_columns() {
    let document = document(vec![vec![
        said("a | *b*", Value::Text),
        said("1.822", Value::Number(1822)),
    ]]);
    let markdown = text(&document, ReportForm::Markdown);
    assert!(
        markdown.contains("| a \\| \\*b\\* | 1.822 |\n"),
        "{markdown}"
    );
    assert!(
        markdown.contains("| **Tổng cộng** | **1.822** |\n"),
        "{markdown}"
    );
    assert!(markdown.contains("| --- | ---: |\n"), "{markdown}");
    let plain = text(&document, ReportForm::Text);
    assert!(plain.contains("a | *b*     1.822\n"), "{plain}");
    assert!(
        plain.ends_with("Mã nhật ký: 0123456789abcdef@12\n"),
        "{plain}"
    );
}

#[test]
fn a_report_without_rows_is_a_whole_file() {
    let document = document(Vec::new());
    for form in ReportForm::ALL {
        assert!(!bytes(&document, form).is_empty(), "{form:?}");
    }
    let csv = text(&document, ReportForm::Csv);
    assert_eq!(csv, "\u{feff}Nội dung,Tổng số\r\nTổng cộng,1822\r\n");
}
