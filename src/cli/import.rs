//! `import tasks`: preview, question, save.

use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use super::args;
use super::json as shape;
use super::place::Place;
use super::print::{self, Column};
use crate::domain::error::{Error, FileFault, Result};
use crate::domain::fold::clean;
use crate::domain::matching::Part;
use crate::exchange;
use crate::lang::format;
use crate::work::request::import::{StageCounts, StageId, Staged, StagedRow, StagedTask, Which};
use crate::work::request::{Answer, Facts, ImportReport, ImportSpec, OperationKey, Request};
use crate::work::session::Session;

/// So many rows of a preview are asked for at once.
const PAGE: usize = 500;

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

    fn spec(&self) -> Result<ImportSpec> {
        Ok(ImportSpec {
            path: self.file.to_owned(),
            document: self.document.map(clean),
            document_date: self.date.map(|date| args::date(date, "date")).transpose()?,
            past_occurrences: self.past_occurrences,
            ..ImportSpec::default()
        })
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
    let spec = given.spec()?;
    let mut session = place.session()?;
    let staged = stage(&mut session, spec)?;
    if !given.yes || given.dry_run {
        if given.dry_run && given.json {
            return Ok(print::json(&shape::import(&report_of(&staged)))?);
        }
        preview(place, &mut session, &staged)?;
        if given.dry_run {
            return Ok(());
        }
        if !agrees(place)? {
            return Err(Error::Cancelled);
        }
    }
    let request = Request::ImportStage {
        key: OperationKey::fresh(),
        stage: staged.stage,
    };
    let report = match session.answer(&request)? {
        Answer::Imported(report) => *report,
        _ => ImportReport::default(),
    };
    if given.json {
        return Ok(print::json(&shape::import(&report))?);
    }
    tell(place, &report)
}

fn stage(session: &mut Session, spec: ImportSpec) -> Result<Staged> {
    let request = Request::Stage { spec, after: None };
    match session.answer(&request)? {
        Answer::Staged(staged) => Ok(*staged),
        _ => Err(Error::NoStage),
    }
}

/// What an import would do, in the shape of what it did.
fn report_of(staged: &Staged) -> ImportReport {
    ImportReport {
        counts: staged.counts,
        new: staged.counts.new,
        changed: staged.counts.changed,
        unchanged: staged.counts.unchanged,
        ..ImportReport::default()
    }
}

fn preview(place: &Place, session: &mut Session, staged: &Staged) -> Result<()> {
    let facts = std::sync::Arc::clone(session.facts());
    let mut from = 0;
    loop {
        let rows = page(session, staged.stage, from)?;
        if rows.is_empty() {
            break;
        }
        from += rows.len() as u64;
        for row in &rows {
            if let Some(task) = &row.task {
                tell_row(place, &facts, row, task)?;
            }
        }
    }
    tell_counts(place, &staged.counts)
}

fn page(session: &mut Session, stage: StageId, from: u64) -> Result<Vec<StagedRow>> {
    let request = Request::StagedRows {
        stage,
        which: Which::All,
        from,
        limit: PAGE,
    };
    match session.answer(&request)? {
        Answer::StagedRows(page) => Ok(page.rows),
        _ => Ok(Vec::new()),
    }
}

fn tell_row(place: &Place, facts: &Facts, row: &StagedRow, task: &StagedTask) -> Result<()> {
    const COLUMNS: [Column; 6] = [
        Column::Right(4),
        Column::Left(1),
        Column::Left(24),
        Column::Left(10),
        Column::Right(4),
        Column::Rest,
    ];
    let mark = if task.needs_review() { "?" } else { "" };
    let leads: Vec<String> = task.leads.iter().map(|lead| name(lead, facts)).collect();
    let cells = [
        row.row.to_string(),
        mark.to_owned(),
        leads.join(", "),
        task.deadline.due.map_or_else(String::new, format::date),
        task.agency_tasks.to_string(),
        task.content.clone(),
    ];
    print::row(&COLUMNS, &cells)?;
    for doubt in task.doubts.iter().filter(|doubt| !doubt.is_note) {
        let why = (place.words.doubts.sentence)(&doubt.code, &doubt.detail);
        print::line(&format!("      ? {why}"))?;
    }
    Ok(())
}

fn name(part: &Part, facts: &Facts) -> String {
    match part {
        Part::Agency(id) => facts
            .agency(*id)
            .map_or_else(String::new, |agency| agency.code.clone()),
        Part::Group(group) => group.token().to_owned(),
        Part::Unresolved(text) => text.clone(),
    }
}

fn tell(place: &Place, report: &ImportReport) -> Result<()> {
    let counts = StageCounts {
        new: report.new,
        changed: report.changed,
        unchanged: report.unchanged,
        ..report.counts
    };
    tell_counts(place, &counts)
}

fn tell_counts(place: &Place, counts: &StageCounts) -> Result<()> {
    let counts = [
        counts.new,
        counts.changed,
        counts.unchanged,
        counts.review,
        counts.skipped,
    ];
    Ok(print::line(&(place.words.console.import_counts)(counts))?)
}
/// Asks on the terminal; without one, says how to answer beforehand.
fn agrees(place: &Place) -> Result<bool> {
    let console = &place.words.console;
    if !std::io::stdin().is_terminal() {
        eprintln!("{}{}", console.complaint, console.say_yes);
        return Ok(false);
    }
    eprint!("{}", console.import_ask);
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
