//! The rows of a list as a workbook: real days and numbers, the header in sight with its filters, A4 landscape one page
//! wide with the header on every page.
//!
//! Texts that many rows share stand once, in the part for that; all others in their cells, so that nothing is held.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Write};

use unicode_width::UnicodeWidthStr;
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::{Fault, Fits, ListCell, ListRow, ListTable, Piece, push_number};
use crate::domain::error::{Error, Result};
use crate::domain::fold::shown;
use crate::domain::list_column::ListColumn;
use crate::exchange::report::styles::{self, HEADING};
use crate::exchange::write::workbook::{MOST_ROWS, properties, push_escaped, push_escaped_bytes};

/// What the parts are, and how they belong together.
const FIXED: [(&str, &str); 3] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
];

/// The name of the last column.
const LAST: &str = "R";

/// A line of text is so high, in points.
const LINE: usize = 17;

/// Forms a row.
pub(super) fn push(bytes: &mut Vec<u8>, row: &ListRow<'_>, words: &[String]) {
    let lines = lines_of(row, words);
    bytes.extend(b"<row");
    if lines > 1 {
        // Not every program finds out by itself how high a row has to be.
        bytes.extend(b" ht=\"");
        push_number(bytes, i64::try_from(lines * LINE).unwrap_or(i64::MAX));
        bytes.extend(b"\" customHeight=\"1\"");
    }
    bytes.push(b'>');
    for cell in row {
        match cell {
            ListCell::Nothing => bytes.extend(EMPTY.as_bytes()),
            ListCell::Text(text) => push_text(bytes, text),
            ListCell::Word(word) => {
                bytes.extend(SHARED.as_bytes());
                push_number(bytes, i64::try_from(*word).unwrap_or(0));
                bytes.extend(b"</v></c>");
            }
            ListCell::Date(day) => match styles::serial(*day) {
                Some(serial) => push_value(bytes, DAY, serial),
                None => push_text(bytes, &crate::lang::format::date(*day)),
            },
            ListCell::Number(number) => push_value(bytes, FIGURE, *number),
        }
    }
    bytes.extend(b"</row>");
}

// How cells begin; a test holds them to the styles.
pub(super) const EMPTY: &str = r#"<c s="1"/>"#;
pub(super) const SHARED: &str = r#"<c s="1" t="s"><v>"#;
pub(super) const INLINE: &str = r#"<c s="1" t="inlineStr"><is><t>"#;
pub(super) const KEPT: &str = r#"<c s="1" t="inlineStr"><is><t xml:space="preserve">"#;
pub(super) const FIGURE: &str = r#"<c s="2"><v>"#;
pub(super) const DAY: &str = r#"<c s="4"><v>"#;

fn push_value(bytes: &mut Vec<u8>, begin: &str, value: i64) {
    bytes.extend(begin.as_bytes());
    push_number(bytes, value);
    bytes.extend(b"</v></c>");
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    if text.is_empty() {
        bytes.extend(EMPTY.as_bytes());
        return;
    }
    let is_plain = !text.starts_with(' ') && !text.ends_with(' ');
    bytes.extend(if is_plain { INLINE } else { KEPT }.as_bytes());
    push_escaped_bytes(bytes, text);
    bytes.extend(b"</t></is></c>");
}

/// The lines over which the longest text of a row is broken.
fn lines_of(row: &ListRow<'_>, words: &[String]) -> usize {
    let lines = row.iter().zip(ListColumn::ALL).map(|(cell, column)| {
        let text = match cell {
            ListCell::Text(text) => text.as_ref(),
            ListCell::Word(word) => words.get(*word).map_or("", String::as_str),
            ListCell::Nothing | ListCell::Date(_) | ListCell::Number(_) => return 1,
        };
        // Bytes first: whatever has no more of them than there is room stands on one line.
        let room = column.width() - 2;
        if text.len() <= room {
            1
        } else {
            text.width().div_ceil(room)
        }
    });
    lines.max().unwrap_or(1)
}

/// Writes the file; says how many rows there are.
pub(super) fn write(
    table: &ListTable<'_>,
    file: &mut File,
    fault: Fault<'_>,
    fits: Fits<'_>,
    rows: impl FnOnce(&mut dyn FnMut(Piece) -> Result<()>) -> Result<()>,
) -> Result<u64> {
    let broken = |error: ZipError| fault(io::Error::from(error));
    let mut zip = ZipWriter::new(BufWriter::new(file));
    // A list of a million rows is read as soon as it is there: fast is better than small.
    let options = SimpleFileOptions::default().compression_level(Some(1));
    let made = [
        ("docProps/custom.xml", properties(table.mark)),
        ("xl/workbook.xml", book(table)),
        ("xl/styles.xml", styles::part()),
        ("xl/sharedStrings.xml", shared(table.words)),
    ];
    let fixed = FIXED.map(|(name, text)| (name, Cow::Borrowed(text)));
    let made = made.map(|(name, text)| (name, Cow::Owned(text)));
    for (name, text) in fixed.into_iter().chain(made) {
        zip.start_file(name, options).map_err(broken)?;
        zip.write_all(text.as_bytes()).map_err(fault)?;
    }
    zip.start_file("xl/worksheets/sheet1.xml", options)
        .map_err(broken)?;
    zip.write_all(opening(table).as_bytes()).map_err(fault)?;
    let mut count = 0;
    rows(&mut |piece| {
        count += piece.rows;
        if count >= MOST_ROWS {
            return Err(Error::SheetFull);
        }
        zip.write_all(&piece.bytes).map_err(fault)?;
        fits()
    })?;
    zip.write_all(closing(table, count).as_bytes())
        .map_err(fault)?;
    let mut output = zip.finish().map_err(broken)?;
    output.flush().map_err(fault)?;
    Ok(count)
}

/// The sheet by its name, its filters, and its header on every page.
fn book(table: &ListTable<'_>) -> String {
    let name = table.language.words().list_file.sheet;
    format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'{name}'!$1:$1</definedName></definedNames></workbook>"#
    )
}

fn shared(words: &[String]) -> String {
    let mut text =
        String::from(r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#);
    for word in words {
        text.push_str(r#"<si><t xml:space="preserve">"#);
        push_escaped(&mut text, word);
        text.push_str("</t></si>");
    }
    text.push_str("</sst>");
    text
}

/// Up to the first row, the header included.
fn opening(table: &ListTable<'_>) -> String {
    let mut text = String::from(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#,
    );
    for (column, number) in ListColumn::ALL.into_iter().zip(1..) {
        let width = column.width();
        // Writing to a text cannot fail.
        let _ = write!(
            text,
            r#"<col min="{number}" max="{number}" width="{width}" customWidth="1"/>"#
        );
    }
    let high = 3 * LINE;
    let _ = write!(
        text,
        r#"</cols><sheetData><row ht="{high}" customHeight="1">"#
    );
    for column in ListColumn::ALL {
        let style = HEADING.number();
        let _ = write!(text, r#"<c s="{style}" t="inlineStr"><is><t>"#);
        push_escaped(&mut text, table.heading(column));
        text.push_str("</t></is></c>");
    }
    text.push_str("</row>");
    text
}

/// After the last row: filters, print set-up, what was asked above each page and the mark beneath it.
fn closing(table: &ListTable<'_>, rows: u64) -> String {
    let last = rows + 1;
    let mut text = format!(
        r#"</sheetData><autoFilter ref="A1:{LAST}{last}"/><printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>&amp;C"#
    );
    push_page_text(&mut text, &table.asked());
    text.push_str("</oddHeader><oddFooter>&amp;Lcchc ");
    push_page_text(&mut text, table.mark);
    text.push_str("&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>");
    text
}

/// Text at the head or foot of a page: `&` begins a command there, and Excel takes 255 letters for all of it.
fn push_page_text(text: &mut String, said: &str) {
    let said: String = shown(said).chars().take(120).collect();
    push_escaped(text, &said.replace('&', "&&"));
}
