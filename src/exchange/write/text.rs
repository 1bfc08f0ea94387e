//! A table as CSV: UTF-8 with a byte order mark, commas, CR LF, no formulas; days as the offices write them.

use std::borrow::Cow;
use std::io::{BufWriter, Write};

use memchr::{memchr, memchr3};

use super::digits::{push_date, push_number};
use super::table::{Cell, Fault, Fits, Joint, Piece, Table};
use crate::domain::error::Result;
use crate::exchange::defuse::defused;

/// Before every cell but the first of a row.
pub(super) fn next_cell(bytes: &mut Vec<u8>) {
    bytes.push(b',');
}

/// Behind the last cell of a row.
pub(super) fn end_row(bytes: &mut Vec<u8>) {
    bytes.extend(b"\r\n");
}

/// Forms a cell.
pub(super) fn push(bytes: &mut Vec<u8>, cell: &Cell<'_>, words: &[String]) {
    match cell {
        Cell::Nothing | Cell::NotAbove => {}
        Cell::Text(text) => push_text(bytes, text),
        Cell::Word(word) => push_text(bytes, words.get(*word).map_or("", String::as_str)),
        Cell::Date(day) => push_date(bytes, *day),
        Cell::Number(number) | Cell::Id(number) => push_number(bytes, *number),
    }
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    let text = defused(text);
    let letters = text.as_bytes();
    let is_special =
        memchr3(b',', b'"', b'\n', letters).is_some() || memchr(b'\r', letters).is_some();
    // What would be trimmed is quoted, too.
    let is_edge = |byte: Option<&u8>| byte == Some(&b' ');
    if !is_special && !is_edge(letters.first()) && !is_edge(letters.last()) {
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
pub(super) fn write<const N: usize>(
    table: &Table<'_, N>,
    file: impl Write,
    fault: Fault<'_>,
    fits: Fits<'_>,
    rows: impl FnOnce(&mut dyn FnMut(Piece) -> Result<()>) -> Result<()>,
) -> Result<u64> {
    let mut head = Piece::default();
    head.bytes.extend("\u{feff}".as_bytes());
    table.put(
        &mut head,
        &table.headings.map(|it| Cell::Text(Cow::Borrowed(it))),
    );
    // Large pieces go past the buffer, a write each.
    let mut output = BufWriter::new(file);
    output.write_all(&head.bytes).map_err(fault)?;
    let mut joint = Joint::new(table);
    let mut count = 0;
    rows(&mut |piece| {
        joint.put(&piece, &mut output).map_err(fault)?;
        count += piece.rows;
        fits(piece.rows)
    })?;
    output.flush().map_err(fault)?;
    Ok(count)
}
