//! One sheet of a workbook: title and what was asked above, the header in row 4, rows, total, notes, seal.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::super::{Language, Said, Sheet, Value, text::broken};
use super::formulas::{letters, quotient, sum};
use super::styles::{ASKED, HEADING, NOTE, Style, TITLE, serial};
use crate::domain::error::Result;
use crate::exchange::write::escape::push_escaped;

/// The row of the headings; those above are title, what was asked, and an empty one.
const HEADER: usize = 4;

/// The first row of the table itself.
pub(super) const FIRST: usize = HEADER + 1;

/// No column is wider, in characters: longer texts are broken over lines.
const WIDEST: usize = 50;

/// A line of text is so high, in points.
const LINE: usize = 17;

/// What is repeated on every printed page.
pub(super) fn repeated() -> String {
    format!("${HEADER}:${HEADER}")
}

/// What is printed.
pub(super) fn area(sheet: &Sheet) -> String {
    let last = letters(sheet.columns.len().saturating_sub(1));
    let rows = HEADER + sheet.rows.len() + usize::from(sheet.total.is_some());
    format!("$A$1:${last}${}", rows + beneath(sheet))
}

/// The rows beneath the table: an empty one, the notes, the seal.
fn beneath(sheet: &Sheet) -> usize {
    sheet.notes.len() + 2
}

/// Writes the sheet piece by piece; a piece that is a row of the report is told from the others.
pub(super) fn write(
    sheet: &Sheet,
    seal: &str,
    language: Language,
    mut put: impl FnMut(&str, bool) -> Result<()>,
) -> Result<()> {
    let wide: Vec<usize> = (0..sheet.columns.len())
        .map(|place| width_of(sheet, place))
        .collect();
    put(&opening(&wide), false)?;
    put(&above(sheet, &wide), false)?;
    let mut text = String::new();
    let first = FIRST;
    for (cells, row) in sheet.rows.iter().zip(first..) {
        text.clear();
        let formula = |place| quotient(sheet, cells, place, row);
        push_row(
            &mut text,
            (row, height_of(cells, &wide)),
            cells,
            false,
            formula,
        );
        put(&text, true)?;
    }
    let mut row = first + sheet.rows.len();
    text.clear();
    if let Some(total) = &sheet.total {
        let formula = |place| {
            sum(sheet, place, first, row - 1).or_else(|| quotient(sheet, total, place, row))
        };
        push_row(
            &mut text,
            (row, height_of(total, &wide)),
            total,
            true,
            formula,
        );
        row += 1;
    }
    let mut merged = vec![1, 2];
    let sealed = (language.words().proof.sealed)(seal);
    for note in sheet.notes.iter().chain([&sealed]) {
        row += 1;
        let all: usize = wide.iter().sum();
        let lines = note.width() / all.max(1) + 1;
        push_line(&mut text, row, NOTE, note, lines * LINE);
        merged.push(row);
    }
    push_end(&mut text, sheet, &merged, seal);
    put(&text, false)
}

/// As wide as what stands in it, within bounds; a heading is broken at its words.
fn width_of(sheet: &Sheet, place: usize) -> usize {
    let rows = sheet.rows.iter().chain(&sheet.total);
    let cells = rows.filter_map(|row| row.get(place));
    let most = cells.map(|said| said.text.width()).max().unwrap_or(0);
    let heading = sheet
        .columns
        .get(place)
        .map_or("", |it| it.heading.as_str());
    let words = heading.split(' ').map(UnicodeWidthStr::width);
    let word = words.max().unwrap_or(0);
    // Four lines of heading at the most, and room for the margins of a cell.
    most.max(word).max(heading.width().div_ceil(4)).min(WIDEST) + 3
}

fn opening(wide: &[usize]) -> String {
    let below = FIRST;
    let mut text = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="{HEADER}" topLeftCell="A{below}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#
    );
    for (wide, column) in wide.iter().zip(1..) {
        // Writing to a text cannot fail.
        let _ = write!(
            text,
            r#"<col min="{column}" max="{column}" width="{wide}" customWidth="1"/>"#
        );
    }
    text.push_str("</cols><sheetData>");
    text
}

/// Title, what was asked, headings.
fn above(sheet: &Sheet, wide: &[usize]) -> String {
    let mut text = String::new();
    push_line(&mut text, 1, TITLE, &sheet.title.to_uppercase(), 24);
    let all: usize = wide.iter().sum();
    let lines = sheet.asked.width() / all.max(1) + 1;
    push_line(&mut text, 2, ASKED, &sheet.asked, lines * LINE);
    let headings = sheet.columns.iter().zip(wide);
    let lines = headings.map(|(column, wide)| broken(&column.heading, wide - 2).len());
    let high = (lines.max().unwrap_or(1) * LINE) + 4;
    let _ = write!(text, r#"<row r="{HEADER}" ht="{high}" customHeight="1">"#);
    for (place, column) in sheet.columns.iter().enumerate() {
        push_text(&mut text, place, HEADER, HEADING, &column.heading);
    }
    text.push_str("</row>");
    text
}

/// A line over the width of the table.
fn push_line(text: &mut String, row: usize, style: Style, said: &str, high: usize) {
    let _ = write!(text, r#"<row r="{row}" ht="{high}" customHeight="1">"#);
    push_text(text, 0, row, style, said);
    text.push_str("</row>");
}

fn push_text(text: &mut String, place: usize, row: usize, style: Style, said: &str) {
    let (column, style) = (letters(place), style.number());
    let _ = write!(
        text,
        r#"<c r="{column}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">"#
    );
    push_escaped(text, said);
    text.push_str("</t></is></c>");
}

/// As high as its longest text needs, broken over lines: not every program finds that out by itself.
fn height_of(cells: &[Said], wide: &[usize]) -> usize {
    let lines = cells.iter().zip(wide).map(|(said, wide)| {
        let room = wide.saturating_sub(3).max(1);
        said.text.width().div_ceil(room)
    });
    lines.max().unwrap_or(1).max(1) * LINE
}

fn push_row(
    text: &mut String,
    (row, high): (usize, usize),
    cells: &[Said],
    is_total: bool,
    formula: impl Fn(usize) -> Option<String>,
) {
    let _ = write!(text, r#"<row r="{row}" ht="{high}" customHeight="1">"#);
    for (place, said) in cells.iter().enumerate() {
        let style = Style::of(said, is_total);
        let Some(number) = number_of(&said.value) else {
            push_text(text, place, row, style, &said.text);
            continue;
        };
        let (column, style) = (letters(place), style.number());
        let _ = write!(text, r#"<c r="{column}{row}" s="{style}">"#);
        if let Some(formula) = formula(place) {
            let _ = write!(text, "<f>{formula}</f>");
        }
        let _ = write!(text, "<v>{number}</v></c>");
    }
    text.push_str("</row>");
}

/// The number that a spreadsheet reckons with; none for words.
fn number_of(value: &Value) -> Option<String> {
    match value {
        Value::None | Value::Text => None,
        Value::Number(number) => Some(number.to_string()),
        Value::Amount(amount) => Some(amount.to_string()),
        Value::Share { part, whole } => {
            // Counts of tasks are exact as floating-point numbers, far beyond what there is.
            #[allow(clippy::cast_precision_loss)]
            let share = *part as f64 / *whole as f64;
            Some(share.to_string())
        }
        Value::Date(day) => serial(*day).map(|days| days.to_string()),
    }
}

fn push_end(text: &mut String, sheet: &Sheet, merged: &[usize], seal: &str) {
    let last = letters(sheet.columns.len().saturating_sub(1));
    let _ = write!(text, r#"</sheetData><mergeCells count="{}">"#, merged.len());
    for row in merged {
        let _ = write!(text, r#"<mergeCell ref="A{row}:{last}{row}"/>"#);
    }
    text.push_str(
        r#"</mergeCells><printOptions horizontalCentered="1"/><pageMargins left="1.2" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;Lcchc "#,
    );
    push_escaped(text, seal);
    text.push_str("&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>");
}
