//! Zips made to harm, and workbooks that are none.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::try_bytes;
use crate::domain::error::{FileFault, FileKind};
use crate::exchange::book::Record;

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str =
    r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const PARTS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A workbook with this part for its only sheet.
fn with_sheet(sheet: &[u8]) -> Vec<u8> {
    zipped(&[
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", PARTS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn rows(sheet: &str) -> Result<Vec<Record>, FileFault> {
    try_bytes(&with_sheet(sheet.as_bytes())).map(|mut sheets| sheets.remove(0))
}

fn broken<T>(part: &str) -> Result<T, FileFault> {
    Err(FileFault::Broken {
        part: part.to_owned(),
    })
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn zips_of_other_things_are_called_by_their_name() {
    let kind = |name: &str| try_bytes(&zipped(&[(name, b"x")]));
    assert_eq!(
        kind("word/document.xml"),
        Err(FileFault::OtherKind(FileKind::Word))
    );
    assert_eq!(
        kind("ppt/slides.xml"),
        Err(FileFault::OtherKind(FileKind::Presentation))
    );
    assert_eq!(
        kind("xl/workbook.bin"),
        Err(FileFault::OtherKind(FileKind::Xlsb))
    );
    assert_eq!(
        kind("anh.png"),
        Err(FileFault::OtherKind(FileKind::Archive))
    );
    assert_eq!(kind("[Content_Types].xml"), broken("xl/workbook.xml"));
    let odt = zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    assert_eq!(try_bytes(&odt), Err(FileFault::OtherKind(FileKind::Word)));
}

#[test]
fn missing_and_unfinished_parts_are_named() {
    let without = zipped(&[
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", PARTS.as_bytes()),
    ]);
    assert_eq!(try_bytes(&without), broken(SHEET));
    assert_eq!(
        rows("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>"),
        broken(SHEET)
    );
    assert_eq!(
        rows("<worksheet><sheetData><row r=\"1\"><c r=\"A1\""),
        broken(SHEET)
    );
    assert_eq!(rows("<worksheet/>"), broken(SHEET));
    assert_eq!(
        rows("<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>"),
        broken(SHEET)
    );
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let mut bomb = b"<worksheet><sheetData>".to_vec();
    bomb.resize(64 << 20, b' ');
    let fault = try_bytes(&with_sheet(&bomb));
    assert!(
        matches!(fault, Err(FileFault::UnpacksTooLarge { .. })),
        "{fault:?}"
    );
}

#[test]
fn a_zip_that_lies_about_its_sizes_is_found_out_while_it_is_unpacked() {
    let mut bomb = b"<worksheet><sheetData>".to_vec();
    bomb.resize(64 << 20, b' ');
    let mut bytes = with_sheet(&bomb);
    // Every place where the true size is written says a thousand bytes.
    let size = u32::to_le_bytes(64 << 20);
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..*at + 4] == size)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    let fault = try_bytes(&bytes);
    assert!(
        matches!(
            fault,
            Err(FileFault::UnpacksTooLarge { .. } | FileFault::Broken { .. })
        ),
        "{fault:?}"
    );
}

#[test]
fn xml_that_is_made_to_harm_is_refused() {
    let entities = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData/></worksheet>";
    assert_eq!(rows(entities), broken(SHEET));
    let unknown =
        "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    assert_eq!(rows(unknown), broken(SHEET));
    let deep = format!("<worksheet>{}", "<a>".repeat(1_000_000));
    assert!(rows(&deep).is_err());
    let twice = "<worksheet><sheetData><row r=\"5\"/><row r=\"5\"/></sheetData></worksheet>";
    assert_eq!(rows(twice), broken(SHEET));
    let beyond = "<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>";
    assert_eq!(rows(beyond), broken(SHEET));
}

#[test]
fn a_sheet_that_claims_to_be_vast_takes_the_room_of_its_cells() {
    let records = rows(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\">\
         <c r=\"B1048576\" t=\"str\"><v>x</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>",
    )
    .expect("a sheet");
    assert_eq!(records.len(), 1);
    assert_eq!((records[0].line, records[0].cells.len()), (1_048_576, 2));
}

#[test]
fn cells_say_themselves_what_they_are() {
    let records = rows(
        "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:r><x:rPr><x:rFont val=\".VnTime\"/>\
         </x:rPr><x:t>Néi </x:t></x:r><x:r><x:t>vô_x000A_&amp;&#65;</x:t></x:r></x:is></x:c><x:c t=\"e\"><x:f>A1</x:f><x:v>#REF!</x:v></x:c>\
         <x:c><x:f>1+2</x:f><x:v>3</x:v></x:c><x:c t=\"b\"><x:v>0</x:v></x:c><x:c t=\"d\"><x:v>2022-06-30</x:v></x:c></x:row></x:sheetData></x:worksheet>",
    )
    .expect("a sheet");
    let texts: Vec<&str> = records[0]
        .cells
        .iter()
        .map(|cell| cell.text.as_str())
        .collect();
    assert_eq!(texts, ["Néi vô\n&A", "#REF!", "3", "FALSE", "30/06/2022"]);
    assert!(records[0].cells[0].coding.is_some() && records[0].cells[1].is_error);
}

#[test]
fn a_cell_of_a_megabyte_is_cut_and_one_of_many_is_refused() {
    let sheet = |text: &str| {
        format!(
            "<worksheet><sheetData><row><c t=\"str\"><v>{text}</v></c></row></sheetData></worksheet>"
        )
    };
    let records = rows(&sheet(&"ộ".repeat(1_000_000))).expect("a sheet");
    assert_eq!(
        records[0].cells[0].text.chars().count(),
        super::super::LONGEST_CELL + 1
    );
    assert!(rows(&sheet(&"x".repeat(20 << 20))).is_err());
}
