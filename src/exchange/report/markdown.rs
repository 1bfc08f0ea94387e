//! Reports as Markdown: title, what was asked, the table, the notes as a list, the seal.

use super::pen::Pen;
use super::{Document, Said, Sheet};
use crate::domain::error::Result;
use crate::domain::report::Holds;

pub(super) fn write(pen: &mut Pen<'_>, document: &Document) -> Result<()> {
    let is_alone = document.sheets.len() == 1;
    if !is_alone {
        pen.put(&format!("# {}\n\n", escaped(&document.title)))?;
    }
    for sheet in &document.sheets {
        let level = if is_alone { "#" } else { "##" };
        pen.put(&format!("{level} {}\n\n", escaped(&sheet.title)))?;
        pen.put(&format!("{}\n\n", escaped(&sheet.asked)))?;
        table(pen, sheet)?;
        for note in &sheet.notes {
            pen.put(&format!("- {}\n", escaped(note)))?;
        }
        if !sheet.notes.is_empty() {
            pen.put("\n")?;
        }
    }
    let sealed = document.language.words().proof.sealed;
    pen.put(&format!("{}\n", escaped(&sealed(&document.seal))))?;
    pen.end()
}

fn table(pen: &mut Pen<'_>, sheet: &Sheet) -> Result<()> {
    pen.put(&line(sheet.columns.iter().map(|it| it.heading.as_str())))?;
    let marks = sheet.columns.iter().map(|column| match column.holds {
        Holds::Text => "---",
        Holds::Count | Holds::Days | Holds::Share | Holds::Date | Holds::Amount => "---:",
    });
    pen.put(&format!("| {} |\n", marks.collect::<Vec<_>>().join(" | ")))?;
    let row = |cells: &[Said]| line(cells.iter().map(|said| said.text.as_str()));
    for cells in &sheet.rows {
        pen.put(&row(cells))?;
        pen.next()?;
    }
    if let Some(total) = &sheet.total {
        let bold = total.iter().map(|said| match said.text.as_str() {
            "" => String::new(),
            text => format!("**{}**", escaped(text)),
        });
        pen.put(&format!("| {} |\n", bold.collect::<Vec<_>>().join(" | ")))?;
    }
    pen.put("\n")
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.map(escaped).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// What Markdown would take for more than text is marked as text.
fn escaped(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(
            letter,
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~' | '&'
        ) {
            said.push('\\');
        }
        said.push(letter);
    }
    said
}
