//! Plain text on standard output: tables without borders, nothing that a terminal would obey.

use std::io::{self, Write};

use crate::domain::fold::is_invisible;
use crate::lang::Words;
use crate::ui::canvas::{fit, pad, pad_left};

/// Writes a line; a reader that went away (`| head`) ends the program silently.
pub fn line(text: &str) -> io::Result<()> {
    let shown: String = text
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .collect();
    writeln!(io::stdout().lock(), "{shown}")
}

/// Complains on standard error; what is quoted from outside cannot command the terminal either.
pub fn complaint(words: &Words, text: &str) {
    let shown: String = text
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .collect();
    // Nobody is there to be told that standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{}{shown}", words.console.complaint);
}

/// Says something beside the data, on a line of standard error. Nobody is there to be told that it is closed or full, and
/// what was asked for goes on.
pub fn talk(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// The same without ending the line: a question, or how far something is.
pub fn murmur(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = write!(stderr, "{text}").and_then(|()| stderr.flush());
}

/// How a column is filled.
#[derive(Debug, Clone, Copy)]
pub enum Column {
    /// So many cells, text to the left.
    Left(usize),
    /// So many cells, numbers to the right.
    Right(usize),
    /// As long as it is; the last one.
    Rest,
}

/// Writes a row of cells.
pub fn row(columns: &[Column], cells: &[String]) -> io::Result<()> {
    let parts: Vec<String> = columns
        .iter()
        .zip(cells)
        .map(|(column, cell)| match column {
            Column::Left(wide) => pad(&fit(cell, *wide), *wide),
            Column::Right(wide) => pad_left(cell, *wide),
            Column::Rest => cell.clone(),
        })
        .collect();
    line(parts.join("  ").trim_end())
}

/// Writes a JSON value, indented.
pub fn json(value: &serde_json::Value) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)
}
