//! `import tasks`: preview, question, save.

use std::path::Path;
use std::process::ExitCode;

use super::args::{self, FileCoding, ImportWhat};
use super::asking::{agrees, may_show};
use super::bar::{self, Told, Work};
use super::batches;
use super::json as shape;
use super::place::Place;
use super::preview::Preview;
use super::print::{self, Column, Form};
use super::stdin::Laid;
use crate::domain::annex;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::legacy::Coding;
use crate::domain::matching::Part;
use crate::lang::format;
use crate::work::request::import::{SkipReason, StageCounts, Staged, StagedRow, StagedTask, Which};
use crate::work::request::{Answer, Facts, ImportReport, ImportSpec, OperationKey, Request};
use crate::work::session::Session;

/// So many rows of a preview are asked for at once.
const PAGE: usize = 500;

/// So many rows to review are shown before the question: what fits a screen.
const SHOWN: usize = 20;

/// What was given with `import tasks`.
pub struct Given<'a> {
    /// The file.
    pub file: &'a Path,
    /// `--sheet`.
    pub sheet: Option<String>,
    /// `--column C=lead`.
    pub columns: Vec<String>,
    /// `--coding`.
    pub coding: FileCoding,
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
            sheet: None,
            columns: Vec::new(),
            coding: FileCoding::Auto,
            document: None,
            date: None,
            past_occurrences: false,
            yes: true,
            dry_run: false,
            json: false,
        }
    }

    fn spec(&self, path: &Path) -> Result<ImportSpec> {
        Ok(ImportSpec {
            path: path.to_owned(),
            sheet: self.sheet.clone(),
            columns: self
                .columns
                .iter()
                .map(|text| column(text))
                .collect::<Result<_>>()?,
            codings: codings(self.coding),
            document: self.document.map(clean),
            document_date: self.date.map(|date| args::date(date, "date")).transpose()?,
            past_occurrences: self.past_occurrences,
        })
    }
}

/// What is said of every column of a file; nothing where each row is recognised by itself.
fn codings(coding: FileCoding) -> Vec<(annex::Column, Option<Coding>)> {
    let coding = match coding {
        FileCoding::Auto => return Vec::new(),
        FileCoding::Unicode => None,
        FileCoding::Tcvn3 => Some(Coding::Tcvn3),
        FileCoding::Vni => Some(Coding::Vni),
    };
    annex::Column::ALL.map(|column| (column, coding)).to_vec()
}

/// `C=lead`: what a column is; `C=-` leaves it out.
fn column(text: &str) -> Result<(String, Option<annex::Column>)> {
    let bad = || Error::BadText {
        what: "column",
        text: text.to_owned(),
    };
    let (letter, word) = text.split_once('=').ok_or_else(bad)?;
    let letter = letter.trim().to_uppercase();
    if letter.is_empty() || !letter.chars().all(|it| it.is_ascii_uppercase()) {
        return Err(bad());
    }
    match word.trim() {
        "-" => Ok((letter, None)),
        word => annex::Column::from_code(word)
            .map(|column| (letter, Some(column)))
            .ok_or_else(bad),
    }
}

/// Carries out what was asked about imports.
pub fn run(place: &Place, what: ImportWhat) -> Result<ExitCode> {
    match what {
        ImportWhat::Tasks {
            file,
            sheet,
            column,
            coding,
            document,
            date,
            past_occurrences,
            yes,
            dry_run,
            json,
        } => tasks(
            place,
            &Given {
                file: &file,
                sheet,
                columns: column,
                coding,
                document: document.as_deref(),
                date: date.as_deref(),
                past_occurrences,
                yes,
                dry_run,
                json,
            },
        ),
        ImportWhat::List { json } => batches::list(place, json),
        ImportWhat::Finish { number, file, json } => batches::finish(place, number, file, json),
        ImportWhat::Undo { number, json } => batches::take_back(place, number, json),
    }
}

/// Imports an annex of tasks: shows what it would do, asks, does it.
pub fn tasks(place: &Place, given: &Given) -> Result<ExitCode> {
    let laid = Laid::of(given.file)?;
    let spec = given.spec(laid.path())?;
    let mut session = place.session()?;
    let request = Request::Stage { spec, after: None };
    let staged = match bar::answer(place, &mut session, &request, Work::Reading)? {
        Told::Answer(Answer::Staged(staged)) => staged,
        Told::Answer(_) => return Ok(ExitCode::SUCCESS),
        Told::Stopped(code) => return Ok(code),
    };
    if given.dry_run && given.json {
        as_json(place, &mut session, &staged)?;
        return Ok(ExitCode::SUCCESS);
    }
    if given.dry_run {
        whole(place, &mut session, &staged)?;
        return Ok(ExitCode::SUCCESS);
    }
    if !given.yes {
        may_show(place)?;
        doubtful(place, &mut session, &staged)?;
        agrees(place.words.console.import_ask)?;
    }
    let request = Request::ImportStage {
        key: OperationKey::fresh(),
        stage: staged.stage,
    };
    match bar::answer(place, &mut session, &request, Work::Writing)? {
        Told::Answer(Answer::Imported(report)) => told(place, &report, given.json),
        Told::Answer(_) => Ok(ExitCode::SUCCESS),
        Told::Stopped(code) => Ok(code),
    }
}

/// Says what was written.
pub fn told(place: &Place, report: &ImportReport, is_json: bool) -> Result<ExitCode> {
    if is_json {
        print::json(&shape::import(report))?;
    } else {
        tell(place, report)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the whole preview as JSON, a page of rows at a time.
fn as_json(place: &Place, session: &mut Session, staged: &Staged) -> Result<()> {
    let facts = std::sync::Arc::clone(session.facts());
    let out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut preview = Preview::begin(out, &facts, place.words)?;
    let mut from = 0;
    while from < staged.counts.rows {
        let (_, rows) = page(session, staged, Which::All, from, PAGE)?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            preview.row(row)?;
        }
        from += PAGE as u64;
    }
    Ok(preview.end(&staged.counts)?)
}

/// Shows every row, and what they come to.
fn whole(place: &Place, session: &mut Session, staged: &Staged) -> Result<()> {
    let mut from = 0;
    loop {
        let (total, rows) = page(session, staged, Which::All, from, PAGE)?;
        tell_rows(place, session, &rows)?;
        from += rows.len() as u64;
        if rows.is_empty() || from >= total {
            break;
        }
    }
    tell_before(place, staged)?;
    tell_counts(place, &staged.counts)
}

/// Shows what a person has to know to say yes: what it comes to, and the first rows to review.
fn doubtful(place: &Place, session: &mut Session, staged: &Staged) -> Result<()> {
    tell_before(place, staged)?;
    tell_counts(place, &staged.counts)?;
    let (total, rows) = page(session, staged, Which::Review, 0, SHOWN)?;
    tell_rows(place, session, &rows)?;
    match total.saturating_sub(rows.len() as u64) {
        0 => Ok(()),
        more => Ok(print::sum(place, &(place.words.console.import_more)(more))?),
    }
}

/// Rows of a sort, and how many of it there are.
fn page(
    session: &mut Session,
    staged: &Staged,
    which: Which,
    from: u64,
    limit: usize,
) -> Result<(u64, Vec<StagedRow>)> {
    let request = Request::StagedRows {
        stage: staged.stage,
        which,
        from,
        limit,
    };
    Ok(match session.answer(&request)? {
        Answer::StagedRows(page) => (page.total, page.rows),
        _ => (0, Vec::new()),
    })
}

fn tell_rows(place: &Place, session: &Session, rows: &[StagedRow]) -> Result<()> {
    let facts = session.facts();
    for row in rows {
        match (&row.task, row.skipped) {
            (_, Some(SkipReason::Blank)) => {}
            (_, Some(why)) => {
                let why = (place.words.import.preview.skipped)(why);
                if let Form::Plain { .. } = place.form {
                    print::row(place, &COLUMNS, &plain(row, why))?;
                    continue;
                }
                let line = (place.words.import.preview.line)(row.row);
                print::line(&format!("{line}: {why}"))?;
            }
            (Some(task), None) => tell_row(place, facts, row, task)?,
            (None, None) => {}
        }
    }
    Ok(())
}

fn tell_before(place: &Place, staged: &Staged) -> Result<()> {
    let Some(before) = &staged.before else {
        return Ok(());
    };
    let at = format::moment(before.at);
    let said = (place.words.console.import_before)(&at, &before.who);
    Ok(print::sum(place, &said)?)
}

const COLUMNS: [Column; 6] = [
    Column::Right(4),
    Column::Left(1),
    Column::Left(24),
    Column::Left(10),
    Column::Right(4),
    Column::Rest,
];

/// A row that becomes no task, as scripts have it: as many cells as one that does, and why.
fn plain(row: &StagedRow, why: &str) -> Vec<String> {
    let mut cells = vec![row.row.to_string(), "-".to_owned()];
    cells.resize(COLUMNS.len(), String::new());
    cells.push(why.to_owned());
    cells
}

fn tell_row(place: &Place, facts: &Facts, row: &StagedRow, task: &StagedTask) -> Result<()> {
    let mark = if task.needs_review() { "?" } else { "" };
    let leads: Vec<String> = task.leads.iter().map(|lead| name(lead, facts)).collect();
    let mut cells = vec![
        row.row.to_string(),
        mark.to_owned(),
        leads.join(", "),
        place.day(task.deadline.due),
        task.agency_tasks.to_string(),
        task.content.clone(),
    ];
    let doubts = task.doubts.iter().filter(|doubt| !doubt.is_note);
    let doubts = doubts.map(|doubt| {
        let why = (place.words.doubts.sentence)(&doubt.code, &doubt.detail);
        let mut cells = row.cells.iter();
        let cell = cells.find(|cell| Some(cell.column) == doubt.column);
        cell.map_or(why.clone(), |cell| format!("{}: {why}", cell.place))
    });
    let doubts: Vec<String> = doubts.collect();
    if let Form::Plain { .. } = place.form {
        cells.push(doubts.join("; "));
        return Ok(print::row(place, &COLUMNS, &cells)?);
    }
    print::row(place, &COLUMNS, &cells)?;
    for doubt in doubts {
        print::line(&format!("      ? {doubt}"))?;
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
    Ok(print::sum(
        place,
        &(place.words.console.import_counts)(counts),
    )?)
}
