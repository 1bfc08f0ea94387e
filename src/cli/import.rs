//! `import tasks`: preview, question, save.

use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use super::args;
use super::json as shape;
use super::place::Place;
use super::print::{self, Column};
use crate::domain::error::{Error, FileFault, Result};
use crate::domain::fold::clean;
use crate::exchange;
use crate::lang::format;
use crate::work::request::{Answer, ImportReport, ImportSpec, OperationKey, Request};

/// What was given with `import tasks`.
pub struct Given<'a> {
    /// The file.
    pub file: &'a Path,
    /// `--document`.
    pub document: Option<&'a str>,
    /// `--date`.
    pub date: Option<&'a str>,
    /// `--past-occurrences`.
    pub past_occurrences: bool,
    /// `--yes`.
    pub yes: bool,
    /// `--dry-run`.
    pub dry_run: bool,
    /// `--json`.
    pub json: bool,
}

impl<'a> Given<'a> {
    /// A file as it is, without questions.
    pub fn of_file(file: &'a Path) -> Self {
        Self {
            file,
            document: None,
            date: None,
            past_occurrences: false,
            yes: true,
            dry_run: false,
            json: false,
        }
    }
}

/// Says why a file cannot be imported, before anything is made for it.
pub fn readable(file: &Path) -> Result<()> {
    let bad = |fault| Error::BadFile {
        path: file.to_owned(),
        fault,
    };
    if file.is_dir() {
        return Err(bad(FileFault::IsDirectory));
    }
    let bytes = std::fs::read(file).map_err(|error| {
        bad(if error.kind() == std::io::ErrorKind::NotFound {
            FileFault::Missing
        } else {
            FileFault::Unreadable
        })
    })?;
    exchange::read_tasks(&bytes).map(|_| ()).map_err(bad)
}

/// Imports an annex of tasks: shows what it would do, asks, does it.
pub fn tasks(place: &Place, given: &Given) -> Result<()> {
    let spec = ImportSpec {
        path: given.file.to_owned(),
        document: given.document.map(clean),
        document_date: given
            .date
            .map(|date| args::date(date, "date"))
            .transpose()?,
        past_occurrences: given.past_occurrences,
    };
    let mut session = place.session()?;
    if !given.yes || given.dry_run {
        let report = ask(session.answer(&Request::Preview { spec: spec.clone() })?);
        if given.dry_run {
            return tell(place, &report, given.json, true);
        }
        tell(place, &report, false, true)?;
        if !agrees(place, place.words.console.import_ask)? {
            return Err(Error::Cancelled);
        }
    }
    let request = Request::Import {
        key: OperationKey::fresh(),
        spec,
    };
    let report = ask(session.answer(&request)?);
    tell(place, &report, given.json, false)
}

fn ask(answer: Answer) -> ImportReport {
    match answer {
        Answer::Import(report) => *report,
        _ => ImportReport::default(),
    }
}

fn tell(place: &Place, report: &ImportReport, is_json: bool, with_rows: bool) -> Result<()> {
    if is_json {
        return Ok(print::json(&shape::import(report))?);
    }
    if with_rows {
        for row in &report.rows {
            let due = row.due.map_or_else(String::new, format::date);
            let mark = if row.doubts.is_empty() { "" } else { "?" };
            print::row(
                &[
                    Column::Right(4),
                    Column::Left(1),
                    Column::Left(24),
                    Column::Left(10),
                    Column::Right(4),
                    Column::Rest,
                ],
                &[
                    row.row.to_string(),
                    mark.to_owned(),
                    row.leads.join(", "),
                    due,
                    row.tasks.to_string(),
                    row.title.clone(),
                ],
            )?;
            for doubt in &row.doubts {
                let why = (place.words.doubts.sentence)(&doubt.code, &doubt.detail);
                print::line(&format!("      ? {why}"))?;
            }
        }
    }
    let counts = [
        report.new,
        report.changed,
        report.unchanged,
        report.review,
        report.skipped,
    ];
    Ok(print::line(&(place.words.console.import_counts)(counts))?)
}

/// Asks on the terminal; without one, says how to answer beforehand.
pub(super) fn agrees(place: &Place, question: &str) -> Result<bool> {
    let console = &place.words.console;
    if !std::io::stdin().is_terminal() {
        eprintln!("{}{}", console.complaint, console.say_yes);
        return Ok(false);
    }
    eprint!("{question}");
    std::io::stderr().flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    let is_yes = matches!(
        answer.trim().to_lowercase().as_str(),
        "c" | "có" | "co" | "y" | "yes"
    );
    if !is_yes {
        eprintln!("{}", console.nothing_written);
    }
    Ok(is_yes)
}
