//! The files that are measured: rows as plans have them, each with a content of its own.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const LEADS: [&str; 6] = [
    "Sở Tài chính",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Y tế",
    "Sở Du lịch",
    "Sở Xây dựng",
];

const SUPPORTS: [&str; 3] = ["Sở Công Thương", "", "Văn phòng UBND Thành phố"];

const DEADLINES: [&str; 4] = [
    "Quý II/2026",
    "Trước ngày 15/12/2026",
    "Tháng 9/2026",
    "30/9/2026",
];

const HEADER: [&str; 8] = [
    "STT",
    "Nội dung nhiệm vụ",
    "Lĩnh vực",
    "Sản phẩm",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian hoàn thành",
    "Văn bản giao",
];

/// The cells of a row; `plans` is what the symbols of the documents end in.
fn row(number: u64, plans: &str) -> [String; 8] {
    let of = |texts: &[&str]| texts[(number % texts.len() as u64) as usize].to_owned();
    let content =
        "Rà soát chuẩn hóa thủ tục hành chính thuộc phạm vi quản lý và tham mưu công bố số";
    [
        (number % 200 + 1).to_string(),
        format!("{content} {number}"),
        "TTHC".to_owned(),
        "Báo cáo".to_owned(),
        of(&LEADS),
        of(&SUPPORTS),
        of(&DEADLINES),
        format!(
            "Kế hoạch số {}/{plans} ngày 12/01/2026",
            1_000 + number / 200
        ),
    ]
}

/// A CSV file of so many rows.
pub fn csv(path: &Path, count: u64, plans: &str) -> PathBuf {
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    writeln!(file, "{}", HEADER.join(",")).expect("written");
    for number in 0..count {
        writeln!(file, "{}", row(number, plans).join(",")).expect("written");
    }
    file.flush().expect("written");
    path.to_owned()
}

/// The same rows as a workbook: texts shared, as spreadsheets write them.
pub fn xlsx(path: &Path, count: u64, plans: &str) -> PathBuf {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path).expect("a file")));
    let options = SimpleFileOptions::default();
    for (name, text) in PARTS {
        zip.start_file(name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    let mut shared = Shared::default();
    zip.start_file("xl/worksheets/sheet1.xml", options)
        .expect("a part");
    zip.write_all(BEGIN_OF_SHEET.as_bytes()).expect("written");
    let header = HEADER.map(str::to_owned);
    let rows = (0..count).map(|number| row(number, plans));
    for (cells, line) in std::iter::once(header).chain(rows).zip(1..) {
        zip.write_all(shared.row(&cells, line).as_bytes())
            .expect("written");
    }
    zip.write_all(b"</sheetData></worksheet>").expect("written");
    zip.start_file("xl/sharedStrings.xml", options)
        .expect("a part");
    zip.write_all(BEGIN_OF_STRINGS.as_bytes()).expect("written");
    for text in &shared.texts {
        write!(zip, "<si><t>{text}</t></si>").expect("written");
    }
    zip.write_all(b"</sst>").expect("written");
    zip.finish().expect("a workbook");
    path.to_owned()
}

/// The texts of a workbook.
#[derive(Default)]
struct Shared {
    places: HashMap<String, usize>,
    texts: Vec<String>,
}

impl Shared {
    fn row(&mut self, cells: &[String; 8], line: usize) -> String {
        let mut xml = format!("<row r=\"{line}\">");
        for (text, letter) in cells.iter().zip('A'..) {
            if text.is_empty() {
                continue;
            }
            let next = self.texts.len();
            let place = *self.places.entry(text.clone()).or_insert(next);
            if place == next {
                self.texts.push(text.clone());
            }
            write!(xml, "<c r=\"{letter}{line}\" t=\"s\"><v>{place}</v></c>").expect("written");
        }
        xml.push_str("</row>");
        xml
    }
}

const BEGIN_OF_SHEET: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
    <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

const BEGIN_OF_STRINGS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
    <sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
        <Override PartName=\"/xl/workbook.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
        <Override PartName=\"/xl/worksheets/sheet1.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
        <Override PartName=\"/xl/sharedStrings.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>\
        </Types>",
    ),
    (
        "_rels/.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"rId1\" Target=\"xl/workbook.xml\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>\
        </Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
        <sheets><sheet name=\"Phụ lục\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>\
        <Relationship Id=\"rId2\" Target=\"sharedStrings.xml\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\"/>\
        </Relationships>",
    ),
];
