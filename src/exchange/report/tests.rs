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

/// The table that is signed, with so many rows.
fn signed(rows: usize) -> Document {
    let names = [
        "number",
        "agency",
        "done_on_time",
        "done_late",
        "open_in_time",
        "open_late",
        "not_judged",
    ];
    let mut document = document(Vec::new());
    for sheet in &mut document.sheets {
        sheet.title = "Kết quả".to_owned();
        sheet.total = None;
        sheet.columns = names
            .map(|name| Head {
                name,
                heading: format!("{name} & co"),
                holds: Holds::Count,
            })
            .to_vec();
        let row = |row: usize| {
            let cell = |place: usize| {
                let number = i64::try_from(100 * row + place).expect("small");
                said(&number.to_string(), Value::Number(number))
            };
            let mut cells: Vec<Said> = (0..names.len()).map(cell).collect();
            cells[1] = said(&format!("Sở <{row}>"), Value::Text);
            cells
        };
        sheet.rows = (1..=rows).map(row).collect();
    }
    document
}

/// A part of the workbook, where there is one.
fn part(document: &Document, name: &str) -> Option<String> {
    let bytes = bytes(document, ReportForm::Xlsx);
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    let mut part = package.by_name(name).ok()?;
    std::io::Read::read_to_string(&mut part, &mut text).expect("text");
    Some(text)
}

#[test]
fn a_sheet_has_the_margins_of_the_decree_around_its_table() {
    let sheet = part(&signed(3), "xl/worksheets/sheet1.xml").expect("a sheet");
    let margins = sheet.split_once("<pageMargins").expect("margins").1;
    for (side, least, most) in [
        ("left", 30.0, 35.0),
        ("right", 15.0, 20.0),
        ("top", 20.0, 25.0),
        ("bottom", 20.0, 25.0),
    ] {
        let value = margins.split_once(&format!("{side}=\"")).expect("a side").1;
        let inches: f64 = value
            .split('"')
            .next()
            .and_then(|it| it.parse().ok())
            .expect("inches");
        let millimetres = inches * 25.4;
        assert!(
            (least..=most).contains(&millimetres),
            "{side}: {millimetres}"
        );
    }
}

#[test]
fn the_chart_shows_the_cells_of_its_table_and_only_where_there_are_bars_to_compare() {
    let document = signed(3);
    let chart = part(&document, "xl/charts/chart1.xml").expect("a chart");
    for shown in [
        "'Kết quả'!$C$5:$C$7",
        "'Kết quả'!$G$4:$G$4",
        "<c:pt idx=\"2\"><c:v>302</c:v></c:pt>",
        "<c:v>Sở &lt;1&gt;</c:v>",
        "<c:v>open_late &amp; co</c:v>",
    ] {
        assert!(chart.contains(shown), "{shown} in {chart}");
    }
    let book = part(&document, "xl/workbook.xml").expect("a book");
    assert!(book.contains("name=\"Biểu đồ\" sheetId=\"2\""), "{book}");
    for rows in [0, 1, 81] {
        assert_eq!(part(&signed(rows), "xl/charts/chart1.xml"), None, "{rows}");
    }
}
