//! Plain text on standard output: tables without borders, nothing that a terminal would obey.

use std::borrow::Cow;
use std::io::{self, Write};

use super::place::Place;
use crate::domain::fold::{is_invisible, shown};
use crate::lang::Words;
use crate::ui::canvas::{fit, pad, pad_left};

/// How rows are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// For eyes: in columns, below a heading, days and figures as people write them.
    #[default]
    Columns,
    /// For `cut` and `awk` (`--plain`): cells whole, a tab between them, days and figures as JSON has them.
    Plain {
        /// The heading is wanted too (`--headings`).
        is_headed: bool,
    },
}

/// Writes a line; a reader that went away (`| head`) ends the program silently.
pub fn line(text: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{}", shown(text))
}

/// A line that only eyes want: between tables, below them.
pub fn remark(place: &Place, text: &str) -> io::Result<()> {
    match place.form {
        Form::Columns => line(text),
        Form::Plain { .. } => Ok(()),
    }
}

/// A sentence about the rows: below them for eyes, beside them where a script reads them.
pub fn sum(place: &Place, text: &str) -> io::Result<()> {
    match place.form {
        Form::Columns => return line(text),
        Form::Plain { .. } => aside(text),
    }
    Ok(())
}

/// Complains on standard error; what is quoted from outside cannot command the terminal either.
pub fn complaint(words: &Words, text: &str) {
    aside(&format!("{}{text}", words.console.complaint));
}

/// Says something beside the data, on standard error.
pub fn aside(text: &str) {
    // Nobody is there to be told that standard error is closed or full; what was asked for goes on.
    let _ = writeln!(io::stderr().lock(), "{}", shown(text));
}

/// The same of a text of several lines.
pub fn lines_aside(text: &str) {
    text.lines().for_each(aside);
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

/// Writes the heading of a table, where it is wanted.
pub fn heading(place: &Place, columns: &[Column], cells: &[String]) -> io::Result<()> {
    match place.form {
        Form::Plain { is_headed: false } => Ok(()),
        Form::Columns | Form::Plain { is_headed: true } => row(place, columns, cells),
    }
}

/// Writes a row of cells.
pub fn row(place: &Place, columns: &[Column], cells: &[String]) -> io::Result<()> {
    if let Form::Plain { .. } = place.form {
        // What is shown of a cell holds no tab and no end of line.
        let cells: Vec<Cow<'_, str>> = cells.iter().map(|cell| shown(cell)).collect();
        return writeln!(io::stdout().lock(), "{}", cells.join("\t"));
    }
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
    writeln!(io::stdout().lock(), "{}", plain_json(&format!("{value:#}")))
}

/// JSON with everything in it escaped that a terminal would obey or hide: only texts can hold such a character.
pub fn plain_json(json: &str) -> Cow<'_, str> {
    let is_odd = |letter: char| letter != '\n' && is_invisible(letter);
    if !json.contains(is_odd) {
        return Cow::Borrowed(json);
    }
    let mut plain = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_odd(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                plain.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            plain.push(letter);
        }
    }
    Cow::Owned(plain)
}
