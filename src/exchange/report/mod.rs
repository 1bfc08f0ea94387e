//! Reports as files: text, Markdown, CSV, XLSX, DOCX. [`Sheet`] puts a report into words once, and every writer takes
//! sheets: figures agree between the forms to the digit.

mod csv;
mod docx;
mod markdown;
mod pen;
mod sheet;
#[cfg(test)]
mod tests;
mod text;
mod workbook;

use std::io::{self, BufWriter, Cursor};
use std::path::Path;

use chrono::NaiveDate;

pub use self::docx::OnPaper;
pub use self::pen::Pen;
pub use self::sheet::{Head, Said, Sheet, Value};
pub(in crate::exchange) use self::workbook::styles;
use super::tray::Tray;
use super::write::{Existing, ROWS_UNASKED, beside, beside::Beside};
use crate::domain::error::Result;
use crate::domain::fold::shown;
use crate::domain::report::Report;
use crate::domain::report_form::ReportForm;
pub use crate::lang::Language;
pub use crate::lang::report::said::Names;

/// One or several reports that go out together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What stands above all of it; the title of the sheet where there is one.
    pub title: String,
    /// The reports, in order.
    pub sheets: Vec<Sheet>,
    /// Where the log ended when they were counted, in short ([`Seal::short`](crate::domain::seal::Seal::short)).
    pub seal: String,
    /// As of which day.
    pub today: NaiveDate,
    /// In which language; it also says how numbers are written.
    pub language: Language,
    /// What it is printed on, where it is to be a document of Word.
    pub paper: Option<OnPaper>,
}

impl Document {
    /// Reports in words; the title is that of the first one where none is given.
    #[must_use]
    pub fn of(
        title: Option<&str>,
        reports: &[Report],
        names: Names<'_>,
        seal: String,
        language: Language,
    ) -> Self {
        let t = language.words();
        let sheets: Vec<Sheet> = reports
            .iter()
            .map(|report| Sheet::of(report, names, t))
            .collect();
        let own = sheets.first().map(|sheet| sheet.title.clone());
        Self {
            title: title
                .map(|it| shown(it).into_owned())
                .or(own)
                .unwrap_or_default(),
            sheets,
            seal,
            today: reports.first().map(|it| it.today).unwrap_or_default(),
            language,
            paper: None,
        }
    }

    /// The same on the paper of an office.
    #[must_use]
    pub fn on(self, paper: OnPaper) -> Self {
        Self {
            paper: Some(paper),
            ..self
        }
    }

    /// How many rows there are in all of it.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.rows.len()).sum()
    }
}

/// Writes a document into a file, beside its place and then moved there; calls `step` with rows written and all rows.
///
/// # Errors
/// `Exists` where a file is to be kept, what [`Tray::takes`] refuses, `NoRoom`,
/// `NoPermission`, and what `step` answers. Nothing is left behind then.
pub fn write(
    path: &Path,
    form: ReportForm,
    existing: Existing,
    tray: Option<&Tray>,
    document: &Document,
    mut step: impl FnMut(usize, usize) -> Result<()>,
) -> Result<()> {
    let mut beside = Beside::open(path, existing, tray)?;
    let watch = beside.watch()?;
    let fault = |error: io::Error| beside::fault(error, path);
    let all = document.rows();
    step(0, all)?;
    let mut between = |done: usize| {
        if done.is_multiple_of(ROWS_UNASKED) {
            watch.fits()?;
            step(done, all)?;
        }
        Ok(())
    };
    let file = beside.file();
    match form {
        ReportForm::Xlsx => workbook::write(file, document, &fault, &mut between)?,
        ReportForm::Docx => docx::write(file, document, &fault)?,
        ReportForm::Text | ReportForm::Markdown | ReportForm::Csv => {
            let mut pen = Pen {
                output: &mut BufWriter::new(file),
                fault: &fault,
                step: &mut between,
                rows: 0,
            };
            put(&mut pen, form, document)?;
        }
    }
    beside.finish()
}

/// Writes a document where there is no file: to standard output.
///
/// # Errors
/// What the pen says went wrong.
pub fn put(pen: &mut Pen<'_>, form: ReportForm, document: &Document) -> Result<()> {
    match form {
        ReportForm::Text => text::write(pen, document),
        ReportForm::Markdown => markdown::write(pen, document),
        ReportForm::Csv => csv::write(pen, document),
        ReportForm::Xlsx => {
            // A package is closed at its end and then goes back to its parts.
            let mut bytes = Cursor::new(Vec::new());
            workbook::write(&mut bytes, document, pen.fault, pen.step)?;
            pen.output.write_all(bytes.get_ref()).map_err(pen.fault)?;
            pen.end()
        }
        ReportForm::Docx => {
            let mut bytes = Cursor::new(Vec::new());
            docx::write(&mut bytes, document, pen.fault)?;
            pen.output.write_all(bytes.get_ref()).map_err(pen.fault)?;
            pen.end()
        }
    }
}
