//! Reports of the sample as files: every form says the same, cell by cell, and what fails leaves nothing.

use std::fs;
use std::path::Path;

use super::reports::report;
use super::sample::Sample;
use super::*;
use crate::domain::amount::Amount;
use crate::domain::error::Error;
use crate::domain::report::{Kind, Spec};
use crate::domain::report_form::ReportForm;
use crate::exchange::book::Book;
use crate::exchange::report::{Names, Said, Sheet, Value};
use crate::work::progress::{Cancel, Progress};
use crate::work::request::Existing;
use crate::work::request::report_files::{Ask, Language};
use crate::work::sample;

fn ask(path: &Path, specs: &[Spec]) -> Request {
    Request::WriteReport(Ask {
        path: path.to_owned(),
        form: ReportForm::of(path).expect("a form"),
        existing: Existing::Keep,
        specs: specs.to_vec(),
        title: None,
        language: Language::Vietnamese,
    })
}

/// What the report says, as every file should.
fn sheet(session: &mut Session, spec: &Spec) -> Sheet {
    let made = report(session, spec);
    let facts = session.facts();
    let names = Names {
        agencies: &facts.agencies,
        areas: &facts.areas,
        documents: &facts.documents,
    };
    Sheet::of(&made, names, Language::Vietnamese.words())
}

/// The rows of a file as our own reader finds them.
fn read(path: &Path) -> Vec<Vec<String>> {
    let book = Book::open(path).expect("a table");
    let records = book.records(0).expect("rows");
    records
        .map(|record| {
            let cells = record.expect("a row").cells.into_iter();
            cells.map(|cell| cell.text).collect()
        })
        .collect()
}

/// What is printed in a document of Word.
fn words_of(path: &Path) -> String {
    let file = fs::File::open(path).expect("a file");
    let mut zip = zip::ZipArchive::new(file).expect("a package");
    let mut xml = String::new();
    let mut part = zip.by_name("word/document.xml").expect("a body");
    std::io::Read::read_to_string(&mut part, &mut xml).expect("text");
    let mut text = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, rest) = piece.split_once('>').unwrap_or_default();
        if tag.starts_with("w:t ") || tag == "w:t" {
            text.push_str(rest);
        } else {
            text.push(' ');
        }
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// True where a cell of a file says what the sheet says.
fn is_same(said: &Said, text: &str) -> bool {
    match said.value {
        Value::Number(number) => text.parse() == Ok(number),
        Value::Amount(amount) => Amount::read(text) == Some(amount) || text.parse() == Ok(amount),
        Value::Share { .. } => text.replace('.', ",") == said.text,
        // A reader takes blanks at the ends of a text away.
        Value::Text | Value::Date(_) | Value::None => text.trim() == said.text.trim(),
    }
}

fn compare(rows: &[Vec<String>], sheet: &Sheet, path: &Path) {
    let wanted: Vec<&Vec<Said>> = sheet.rows.iter().chain(&sheet.total).collect();
    assert!(rows.len() >= wanted.len(), "{}", path.display());
    for (row, cells) in rows.iter().zip(wanted) {
        for (place, said) in cells.iter().enumerate() {
            let text = row.get(place).map_or("", String::as_str);
            let name = sheet.columns[place].name;
            assert!(
                is_same(said, text),
                "{} {name}: {said:?} is {text:?}",
                path.display()
            );
        }
    }
}

#[test]
fn every_report_says_the_same_in_every_form() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let folder = tempfile::tempdir().expect("a folder");
    for kind in Kind::ALL {
        let spec = Spec {
            limit: usize::MAX,
            ..Spec::new(kind)
        };
        let sheet = sheet(&mut session, &spec);
        for form in ReportForm::ALL {
            let path = folder
                .path()
                .join(format!("{}.{}", kind.code(), form.ending()));
            let answer = session.ask(&ask(&path, std::slice::from_ref(&spec)));
            let Answer::ReportWritten { rows, .. } = answer else {
                panic!("{kind:?} {form:?}: {answer:?}");
            };
            assert_eq!(rows as usize, sheet.rows.len(), "{kind:?}");
            match form {
                ReportForm::Csv => compare(&read(&path)[1..], &sheet, &path),
                ReportForm::Xlsx => {
                    let rows = read(&path);
                    // Our reader leaves out the empty row above the header.
                    let header = rows
                        .iter()
                        .position(|row| row.first().is_some_and(|it| it == "TT"));
                    compare(&rows[header.expect("a header") + 1..], &sheet, &path);
                }
                ReportForm::Text | ReportForm::Markdown => {
                    let text = fs::read_to_string(&path).expect("a text");
                    for said in sheet.rows.iter().flatten() {
                        let is_there = text.contains(&said.text)
                            || text.replace('\\', "").contains(&said.text);
                        assert!(is_there, "{kind:?} {form:?}: {said:?}");
                    }
                }
                ReportForm::Docx => {
                    let text = words_of(&path);
                    for said in sheet.rows.iter().flatten() {
                        let is_there = said.text.split_whitespace().all(|word| text.contains(word));
                        assert!(is_there, "{kind:?} {form:?}: {said:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_signed_table_has_the_columns_that_offices_sign() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let sheet = sheet(&mut session, &Spec::new(Kind::Completion));
    let headings: Vec<&str> = sheet.columns.iter().map(|it| it.heading.as_str()).collect();
    assert_eq!(
        headings,
        [
            "TT",
            "Tên đơn vị",
            "Tổng số",
            "HT trong hạn",
            "HT trễ hạn",
            "Chưa HT trong hạn",
            "Chưa HT trễ hạn",
            "Không hạn / tạm dừng",
            "Tỷ lệ HT đúng hạn",
            "Tỷ lệ HT trễ hạn",
            "Tỷ lệ chưa HT trễ hạn",
            "Ghi chú",
        ]
    );
    // Both denominators are said in figures.
    let note = &sheet.notes[0];
    assert!(
        note.contains("số được giao") && note.contains("đến hạn"),
        "{note}"
    );
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.xlsx");
    let specs = [Spec::new(Kind::Completion)];
    let cancel = Cancel::default();
    let stop = cancel.clone();
    let mut progress = Progress::new(cancel, move |_, _| stop.set());
    let answer = session.answer_with(&ask(&path, &specs), &mut progress);
    assert!(matches!(answer, Err(Error::Cancelled)), "{answer:?}");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
    fs::write(&path, "của người khác").expect("a file");
    let answer = session.answer(&ask(&path, &specs));
    assert!(matches!(answer, Err(Error::Exists(_))), "{answer:?}");
    assert_eq!(fs::read_to_string(&path).expect("kept"), "của người khác");
    let nowhere = folder.path().join("khong-co/a.csv");
    let answer = session.answer(&ask(&nowhere, &specs));
    assert!(matches!(answer, Err(Error::BadFile { .. })), "{answer:?}");
}

#[test]
fn several_reports_stand_in_one_file_one_after_the_other() {
    let sample = Sample::new();
    let mut session = sample.sit(sample::LOGIN);
    let folder = tempfile::tempdir().expect("a folder");
    let specs = [Spec::new(Kind::Completion), Spec::new(Kind::Promise)];
    let path = folder.path().join("a.csv");
    session.ask(&ask(&path, &specs));
    let text = fs::read_to_string(&path).expect("a text");
    assert!(text.starts_with("\u{feff}Kết quả thực hiện nhiệm vụ\r\nTT,Tên đơn vị,"));
    assert!(text.contains("\r\n\r\nGiữ lời: tỷ lệ đúng hạn\r\nTT,"));
    let path = folder.path().join("a.xlsx");
    session.ask(&ask(&path, &specs));
    let book = Book::open(&path).expect("a workbook");
    let names: Vec<&str> = book.sheets().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Kết quả thực hiện nhiệm vụ",
            "Giữ lời tỷ lệ đúng hạn",
            "Biểu đồ"
        ]
    );
}
