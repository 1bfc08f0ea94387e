//! Reports as CSV: UTF-8 with a byte order mark, commas, CR LF, nothing in it that a spreadsheet would take for a
//! formula. Numbers are not grouped, since a machine reads them; what has no place in a table (what was asked, notes,
//! seal) is left out. Several sheets stand one after the other, an empty line between them and the title above each.

use super::pen::Pen;
use super::{Document, Said, Sheet, Value};
use crate::domain::error::Result;
use crate::exchange::defuse::defused;

pub(super) fn write(pen: &mut Pen<'_>, document: &Document) -> Result<()> {
    pen.put("\u{feff}")?;
    let is_alone = document.sheets.len() == 1;
    for (place, sheet) in document.sheets.iter().enumerate() {
        if place > 0 {
            pen.put("\r\n")?;
        }
        if !is_alone {
            pen.put(&line(std::iter::once(sheet.title.clone())))?;
        }
        table(pen, sheet)?;
    }
    pen.end()
}

fn table(pen: &mut Pen<'_>, sheet: &Sheet) -> Result<()> {
    pen.put(&line(sheet.columns.iter().map(|it| it.heading.clone())))?;
    for row in &sheet.rows {
        pen.put(&line(row.iter().map(plain)))?;
        pen.next()?;
    }
    match &sheet.total {
        Some(total) => pen.put(&line(total.iter().map(plain))),
        None => Ok(()),
    }
}

fn plain(said: &Said) -> String {
    match said.value {
        Value::Number(number) => number.to_string(),
        Value::Text => defused(&said.text).into_owned(),
        Value::None | Value::Amount(_) | Value::Share { .. } | Value::Date(_) => said.text.clone(),
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells = cells.map(|cell| {
        if cell.contains([',', ';', '"', '\n', '\r']) || cell.trim() != cell {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    });
    let mut line = cells.collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}
