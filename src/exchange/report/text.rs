//! Reports as plain text: columns as wide as what stands in them, headings broken over lines, one line a row.

use unicode_width::UnicodeWidthStr;

use super::pen::Pen;
use super::{Document, Head, Said, Sheet};
use crate::domain::error::Result;
use crate::domain::report::Holds;

/// A heading is broken at words, but no narrower than this.
const LEAST: usize = 6;

pub(super) fn write(pen: &mut Pen<'_>, document: &Document) -> Result<()> {
    if document.sheets.len() > 1 {
        pen.put(&format!("{}\n\n", document.title.to_uppercase()))?;
    }
    for sheet in &document.sheets {
        pen.put(&format!(
            "{}\n{}\n\n",
            sheet.title.to_uppercase(),
            sheet.asked
        ))?;
        table(pen, sheet)?;
        pen.put("\n")?;
        for note in &sheet.notes {
            pen.put(&format!("{note}\n"))?;
        }
        if !sheet.notes.is_empty() {
            pen.put("\n")?;
        }
    }
    let sealed = document.language.words().proof.sealed;
    pen.put(&format!("{}\n", sealed(&document.seal)))?;
    pen.end()
}

fn table(pen: &mut Pen<'_>, sheet: &Sheet) -> Result<()> {
    let wide: Vec<usize> = (0..sheet.columns.len())
        .map(|place| width_of(sheet, place))
        .collect();
    let headings = sheet.columns.iter().zip(&wide);
    let headings: Vec<Vec<String>> = headings
        .map(|(column, wide)| broken(&column.heading, *wide))
        .collect();
    let lines = headings.iter().map(Vec::len).max().unwrap_or(0);
    for number in 0..lines {
        let cells = headings.iter().map(|heading| {
            // Headings stand on the line, as the numbers beneath them do.
            let above = lines - heading.len();
            let line = number.checked_sub(above);
            line.and_then(|line| heading.get(line))
                .map_or("", String::as_str)
        });
        pen.put(&line(&sheet.columns, &wide, cells))?;
    }
    let rule: Vec<String> = wide.iter().map(|wide| "-".repeat(*wide)).collect();
    let rule = format!("{}\n", rule.join("  "));
    pen.put(&rule)?;
    let row = |cells: &[Said]| {
        let cells = cells.iter().map(|said| said.text.as_str());
        line(&sheet.columns, &wide, cells)
    };
    for cells in &sheet.rows {
        pen.put(&row(cells))?;
        pen.next()?;
    }
    if let Some(total) = &sheet.total {
        pen.put(&rule)?;
        pen.put(&row(total))?;
    }
    Ok(())
}

/// As wide as its widest cell and the longest word of its heading.
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
    most.max(word).max(LEAST.min(heading.width()))
}

/// A heading over as many lines as it needs.
pub(super) fn broken(heading: &str, wide: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in heading.split(' ') {
        match lines.last_mut() {
            Some(last) if last.width() + 1 + word.width() <= wide => {
                last.push(' ');
                last.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

fn line<'a>(columns: &[Head], wide: &[usize], cells: impl Iterator<Item = &'a str>) -> String {
    let cells = columns.iter().zip(wide).zip(cells);
    let cells: Vec<String> = cells
        .map(|((column, wide), cell)| {
            let blank = " ".repeat(wide.saturating_sub(cell.width()));
            match column.holds {
                Holds::Text => format!("{cell}{blank}"),
                Holds::Count | Holds::Days | Holds::Share | Holds::Date | Holds::Amount => {
                    format!("{blank}{cell}")
                }
            }
        })
        .collect();
    format!("{}\n", cells.join("  ").trim_end())
}
