//! The rows of a sheet and their cells.

use super::super::digits::push_number;
use super::super::escape::push_escaped_bytes;
use super::super::table::{Cell, Table};
use crate::exchange::report::styles;
use crate::lang::format;

/// A line of text is so high, in points.
pub(super) const LINE: usize = 17;

/// No row is higher, in points.
const HIGHEST: usize = 409;

/// Begins a row, as high as its longest text.
pub(in super::super) fn begin_row<const N: usize>(
    bytes: &mut Vec<u8>,
    row: &[Cell<'_>; N],
    table: &Table<'_, N>,
) {
    let lines = lines_of(row, table);
    bytes.extend(b"<row");
    if lines > 1 {
        // Not every program finds out by itself how high a row has to be.
        bytes.extend(b" ht=\"");
        let high = (lines * LINE).min(HIGHEST);
        push_number(bytes, i64::try_from(high).unwrap_or(i64::MAX));
        bytes.extend(b"\" customHeight=\"1\"");
    }
    bytes.push(b'>');
}

/// Behind the last cell of a row.
pub(in super::super) fn end_row(bytes: &mut Vec<u8>) {
    bytes.extend(b"</row>");
}

/// The lines over which the longest text of a row is broken.
fn lines_of<const N: usize>(row: &[Cell<'_>; N], table: &Table<'_, N>) -> usize {
    let lines = row.iter().zip(table.widths).map(|(cell, width)| {
        let text = match cell {
            Cell::Text(text) => text.as_ref(),
            Cell::Word(word) => table.words.get(*word).map_or("", String::as_str),
            Cell::Nothing | Cell::NotAbove | Cell::Date(_) | Cell::Number(_) | Cell::Id(_) => {
                return 1;
            }
        };
        let room = width.saturating_sub(2).max(1);
        // Letters are composed, and so as many as there are columns; bytes first, which are no fewer.
        let broken = |line: &str| match line.len() <= room {
            true => 1,
            false => line.chars().count().div_ceil(room),
        };
        text.split('\n').map(broken).sum()
    });
    lines.max().unwrap_or(1)
}

/// Forms a cell.
pub(in super::super) fn push(bytes: &mut Vec<u8>, cell: &Cell<'_>, words: &[String]) {
    match cell {
        Cell::Nothing | Cell::NotAbove => bytes.extend(EMPTY.as_bytes()),
        Cell::Text(text) => push_text(bytes, text),
        Cell::Word(word) => match words.get(*word) {
            Some(_) => push_value(bytes, SHARED, i64::try_from(*word).unwrap_or(0)),
            None => bytes.extend(EMPTY.as_bytes()),
        },
        Cell::Date(day) => match styles::serial(*day) {
            Some(serial) => push_value(bytes, DAY, serial),
            None => push_text(bytes, &format::date(*day)),
        },
        Cell::Number(number) => push_value(bytes, FIGURE, *number),
        Cell::Id(number) => push_value(bytes, NAME, *number),
    }
}

// How cells begin; a test holds them to the styles.
pub(in super::super) const EMPTY: &str = r#"<c s="1"/>"#;
pub(in super::super) const SHARED: &str = r#"<c s="1" t="s"><v>"#;
pub(in super::super) const INLINE: &str = r#"<c s="1" t="inlineStr"><is><t>"#;
pub(in super::super) const KEPT: &str = r#"<c s="1" t="inlineStr"><is><t xml:space="preserve">"#;
pub(in super::super) const FIGURE: &str = r#"<c s="2"><v>"#;
pub(in super::super) const DAY: &str = r#"<c s="4"><v>"#;
pub(in super::super) const NAME: &str = r#"<c s="10"><v>"#;

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
    let is_plain = !text.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace);
    bytes.extend(if is_plain { INLINE } else { KEPT }.as_bytes());
    push_escaped_bytes(bytes, text);
    bytes.extend(b"</t></is></c>");
}
