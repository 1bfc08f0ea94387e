//! The rows of a list as CSV: UTF-8 with a byte order mark, commas, CR LF, no formulas; days as the offices write them.

use std::fs::File;
use std::io::Write;

use super::{Fault, Fits, ListCell, ListRow, ListTable, Piece, push_date, push_number};
use crate::domain::error::Result;
use crate::domain::list_column::ListColumn;
use crate::exchange::defuse::defused;

/// Forms a row.
pub(super) fn push(bytes: &mut Vec<u8>, row: &ListRow<'_>, words: &[String]) {
    for (place, cell) in row.iter().enumerate() {
        if place > 0 {
            bytes.push(b',');
        }
        match cell {
            ListCell::Nothing => {}
            ListCell::Text(text) => push_text(bytes, text),
            ListCell::Word(word) => push_text(bytes, words.get(*word).map_or("", String::as_str)),
            ListCell::Date(day) => push_date(bytes, *day),
            ListCell::Number(number) => push_number(bytes, *number),
        }
    }
    bytes.extend(b"\r\n");
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    let text = defused(text);
    let letters = text.as_bytes();
    let is_special = |byte: &u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    // What would be trimmed is quoted, too.
    let is_edge = |byte: Option<&u8>| byte == Some(&b' ');
    if !letters.iter().any(is_special) && !is_edge(letters.first()) && !is_edge(letters.last()) {
        bytes.extend_from_slice(letters);
        return;
    }
    bytes.push(b'"');
    for part in letters.split_inclusive(|byte| *byte == b'"') {
        bytes.extend_from_slice(part);
        if part.ends_with(b"\"") {
            bytes.push(b'"');
        }
    }
    bytes.push(b'"');
}

/// Writes the file; says how many rows there are.
pub(super) fn write(
    table: &ListTable<'_>,
    file: &mut File,
    fault: Fault<'_>,
    fits: Fits<'_>,
    rows: impl FnOnce(&mut dyn FnMut(Piece) -> Result<()>) -> Result<()>,
) -> Result<u64> {
    let mut head = "\u{feff}".as_bytes().to_vec();
    for (place, column) in ListColumn::ALL.into_iter().enumerate() {
        if place > 0 {
            head.push(b',');
        }
        push_text(&mut head, table.heading(column));
    }
    head.extend(b"\r\n");
    file.write_all(&head).map_err(fault)?;
    let mut count = 0;
    rows(&mut |piece| {
        // Pieces are large: each is one write.
        file.write_all(&piece.bytes).map_err(fault)?;
        count += piece.rows;
        fits()
    })?;
    Ok(count)
}
