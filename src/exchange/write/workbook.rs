//! A table as a workbook of Excel: one sheet, its header in sight, columns as wide as what stands in them.
//!
//! Written by hand, part by part: texts stand in their cells, so that nothing is held until the end, and
//! a full disk is an error as any other.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Write};

use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::{Cell, Table};
use crate::domain::error::{Error, Result};
use crate::exchange::report::styles::serial;
use crate::lang::format;

/// What the parts are, and how they belong together.
const FIXED: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
    // Style 1: a cell of text, wrapped, at the top. Style 2: a heading. Style 3: a number. Style 4: a day.
    (
        "xl/styles.xml",
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>"#,
    ),
];

/// The styles of cells, by their places in the part of styles.
const TEXT: u8 = 1;
const HEADING: u8 = 2;
const FIGURE: u8 = 3;
const DAY: u8 = 4;

/// The header and all the rows that a sheet has.
pub(in crate::exchange) const MOST_ROWS: u64 = 1_048_576;

/// Writes the workbook.
pub(super) fn write<const N: usize>(
    file: &mut File,
    table: &Table<'_, N>,
    rows: impl Iterator<Item = Result<[Cell; N]>>,
    fault: &impl Fn(io::Error) -> Error,
) -> Result<u64> {
    let broken = |error: ZipError| fault(io::Error::from(error));
    let mut zip = ZipWriter::new(BufWriter::new(file));
    let options = SimpleFileOptions::default();
    for (name, text) in FIXED {
        zip.start_file(name, options).map_err(broken)?;
        zip.write_all(text.as_bytes()).map_err(fault)?;
    }
    for (name, text) in [
        ("xl/workbook.xml", book(table.name)),
        ("docProps/custom.xml", properties(table.mark)),
    ] {
        zip.start_file(name, options).map_err(broken)?;
        zip.write_all(text.as_bytes()).map_err(fault)?;
    }
    zip.start_file("xl/worksheets/sheet1.xml", options)
        .map_err(broken)?;
    let mut output = BufWriter::with_capacity(64 * 1024, &mut zip);
    output
        .write_all(opening(&table.widths).as_bytes())
        .map_err(fault)?;
    let mut line = String::new();
    let headings = table.headings.map(|it| Cell::Text(it.to_owned()));
    push_row(&mut line, 1, HEADING, &headings);
    output.write_all(line.as_bytes()).map_err(fault)?;
    let mut count = 0;
    for row in rows {
        let row = row?;
        count += 1;
        if count >= MOST_ROWS {
            return Err(Error::SheetFull);
        }
        line.clear();
        push_row(&mut line, count + 1, TEXT, &row);
        output.write_all(line.as_bytes()).map_err(fault)?;
    }
    output
        .write_all(closing(table.mark).as_bytes())
        .map_err(fault)?;
    output.flush().map_err(fault)?;
    drop(output);
    let mut output = zip.finish().map_err(broken)?;
    output.flush().map_err(fault)?;
    Ok(count)
}

/// The only sheet, by its name.
fn book(name: &str) -> String {
    let mut text = String::from(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name=""#,
    );
    push_escaped(&mut text, name);
    text.push_str(r#"" sheetId="1" r:id="rId1"/></sheets></workbook>"#);
    text
}

/// The mark among the properties of the workbook.
pub(in crate::exchange) fn properties(mark: &str) -> String {
    let mut text = String::from(
        r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="cchc.log"><vt:lpwstr>"#,
    );
    push_escaped(&mut text, mark);
    text.push_str("</vt:lpwstr></property></Properties>");
    text
}

/// The mark at the foot of every printed page, with the number of the page.
fn closing(mark: &str) -> String {
    let mut text = String::from("</sheetData><headerFooter><oddFooter>&amp;Lcchc ");
    push_escaped(&mut text, mark);
    text.push_str("&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>");
    text
}

fn opening(widths: &[u8]) -> String {
    let mut text = String::from(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#,
    );
    for (place, width) in widths.iter().enumerate() {
        let column = place + 1;
        // Writing to a text cannot fail.
        let _ = write!(
            text,
            r#"<col min="{column}" max="{column}" width="{width}" customWidth="1"/>"#
        );
    }
    text.push_str("</cols><sheetData>");
    text
}

/// A row; its texts are in that style.
fn push_row(text: &mut String, row: u64, style: u8, cells: &[Cell]) {
    let _ = write!(text, r#"<row r="{row}">"#);
    for (letter, cell) in ('A'..).zip(cells) {
        let written = match cell {
            Cell::Text(written) if written.is_empty() => continue,
            Cell::Number(number) => {
                push_value(text, (letter, row), FIGURE, *number);
                continue;
            }
            Cell::Date(day) => match serial(*day) {
                Some(serial) => {
                    push_value(text, (letter, row), DAY, serial);
                    continue;
                }
                None => Cow::Owned(format::date(*day)),
            },
            Cell::Text(written) => Cow::Borrowed(written.as_str()),
        };
        let _ = write!(text, r#"<c r="{letter}{row}" s="{style}" t="inlineStr">"#);
        text.push_str(r#"<is><t xml:space="preserve">"#);
        push_escaped(text, &written);
        text.push_str("</t></is></c>");
    }
    text.push_str("</row>");
}

fn push_value(text: &mut String, (letter, row): (char, u64), style: u8, value: i64) {
    let _ = write!(
        text,
        r#"<c r="{letter}{row}" s="{style}"><v>{value}</v></c>"#
    );
}

/// XML does not allow all letters; those that it does not are written as Excel does, `_x000D_`, and what
/// only looks like that too.
pub(in crate::exchange) fn push_escaped(text: &mut String, cell: &str) {
    escape(cell, |part| text.push_str(part));
}

/// The same into bytes.
pub(in crate::exchange) fn push_escaped_bytes(bytes: &mut Vec<u8>, cell: &str) {
    escape(cell, |part| bytes.extend(part.as_bytes()));
}

fn escape(cell: &str, mut push: impl FnMut(&str)) {
    // What needs a look begins with one of these; all between goes through at once.
    let is_suspect = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'_' | 0..=0x1f | 0xef);
    let mut rest = cell;
    while let Some(place) = rest.bytes().position(is_suspect) {
        let (plain, from) = rest.split_at(place);
        push(plain);
        let mut letters = from.chars();
        let letter = letters.next().unwrap_or_default();
        match letter {
            '&' => push("&amp;"),
            '<' => push("&lt;"),
            '>' => push("&gt;"),
            '\n' | '\t' => push(letter.encode_utf8(&mut [0; 4])),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                push(&format!("_x{:04X}_", u32::from(letter)));
            }
            '_' if is_like_escape(from) => push("_x005F_"),
            other => push(other.encode_utf8(&mut [0; 4])),
        }
        rest = letters.as_str();
    }
    push(rest);
}

fn is_like_escape(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.get(..5));
    digits.is_some_and(|digits| {
        let (digits, end) = digits.split_at_checked(4).unwrap_or_default();
        end == "_" && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}
