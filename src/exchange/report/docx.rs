//! Reports as a document of Word in the form of Nghị định 30/2020/NĐ-CP: sheets in the skeleton of a report.

use std::io::{self, Seek, Write};

use super::{Document, Sheet};
use crate::domain::error::{Error, Result};
use crate::domain::paper::{Letterhead, Paper, day_line};
use crate::domain::report::Holds;
use crate::exchange::paper::{self, Align, Content, Skeleton, Table};

/// So much room is left for a number that is written by hand.
const BY_HAND: &str = "          ";

/// What stands around the text of a report: the office's letterhead, and the skeleton that is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnPaper {
    /// The letterhead.
    pub head: Letterhead,
    /// The skeleton.
    pub skeleton: Skeleton,
}

impl OnPaper {
    /// As nobody has set it.
    fn usual() -> Result<Self> {
        Ok(Self {
            head: Letterhead::usual(None),
            skeleton: Skeleton::built_in(Paper::Report)?,
        })
    }
}

/// Writes the reports on their paper.
///
/// # Errors
/// As [`paper::write`].
pub(super) fn write(
    output: impl Write + Seek,
    document: &Document,
    fault: &dyn Fn(io::Error) -> Error,
) -> Result<()> {
    let usual;
    let OnPaper { head, skeleton } = match &document.paper {
        Some(paper) => paper,
        None => {
            usual = OnPaper::usual()?;
            &usual
        }
    };
    // The skeleton of the program has no "Kính gửi"; that of an office may.
    let head = &match skeleton.is_built_in() {
        true => head.unaddressed(),
        false => head.clone(),
    };
    let content = Content {
        head,
        number: BY_HAND.to_owned(),
        symbol: head.report_symbol(),
        day: day_line(document.today),
        places: vec![("trich_yeu", document.title.clone())],
        tables: document.sheets.iter().map(table).collect(),
        seal: document.seal.clone(),
        words: document.language.words(),
    };
    paper::write(output, skeleton, &content, fault)
}

/// The same texts as in every other form.
fn table(sheet: &Sheet) -> Table {
    let align = |holds| match holds {
        Holds::Text => Align::Left,
        Holds::Date => Align::Centre,
        Holds::Count | Holds::Days | Holds::Share | Holds::Amount => Align::Right,
    };
    let texts = |row: &Vec<super::Said>| row.iter().map(|it| it.text.clone()).collect();
    Table {
        title: sheet.title.clone(),
        asked: sheet.asked.clone(),
        columns: sheet
            .columns
            .iter()
            .map(|it| (align(it.holds), it.heading.clone()))
            .collect(),
        rows: sheet.rows.iter().map(texts).collect(),
        total: sheet.total.as_ref().map(texts),
        notes: sheet.notes.clone(),
    }
}
