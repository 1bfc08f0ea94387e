//! `report`: the reports that the screens show, as text or JSON.

use std::io::{BufWriter, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use serde_json::{Map, Value, json};

use super::bar::{self, Told, Work};
use super::json as shape;
use super::meant;
use super::place::Place;
use super::print::{self, Column as Wide, Form};
use super::{exit, failure, period_report};
use crate::domain::amount::Amount;
use crate::domain::error::{Error, Result};
use crate::domain::id::AgencyId;
use crate::domain::period::Period;
use crate::domain::report::{Basis, Cell, Grouping, Kind, Report, Spec};
use crate::domain::report_form::ReportForm;
use crate::domain::seal::Seal;
use crate::exchange::{
    self,
    report::{Document, Pen},
};
use crate::lang::report::said;
use crate::work::request::{Answer, Existing, Facts, Request, report_files};
use crate::work::session::Session;

/// What a report is about.
#[derive(Debug, Args)]
pub struct ReportArguments {
    pub report_kind: String,
    #[arg(long, value_name = "TEXT")]
    pub period: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "period")]
    pub window: Option<String>,
    #[arg(long = "from", value_name = "YYYY-MM-DD", conflicts_with = "period")]
    pub first_day: Option<String>,
    #[arg(long = "to", value_name = "YYYY-MM-DD", conflicts_with = "period")]
    pub last_day: Option<String>,
    #[arg(long = "by", value_name = "agency|successor|area|head|none")]
    pub grouping: Option<String>,
    #[arg(long, value_name = "due|assigned")]
    pub basis: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub agency: Option<String>,
    #[arg(long = "of", value_name = "N")]
    pub about: Option<i64>,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[arg(long)]
    pub json: bool,
    #[arg(long = "format", value_name = "text|markdown|csv|xlsx|docx|json")]
    pub report_form: Option<String>,
    #[arg(long = "output", short = 'o', value_name = "FILE")]
    pub report_file: Option<PathBuf>,
    #[arg(long, requires = "report_file")]
    pub overwrite: bool,
}

/// The words of `--by`.
const GROUPINGS: [&str; 5] = ["agency", "successor", "area", "head", "none"];

/// Reports that are wanted together.
pub(super) struct Wanted {
    /// What stands above several of them.
    pub title: Option<String>,
    /// Each of them.
    pub specs: Vec<Spec>,
}

/// Makes a report, or those of a window, and prints them or writes them into a file.
pub fn run(place: &Place, given: &ReportArguments) -> Result<ExitCode> {
    let form = form(given)?;
    let mut session = place.session()?;
    let window = match given.report_kind == period_report::CODE {
        true => Some(period_report::window(&session, given)?),
        false => None,
    };
    let mut wanted = match &window {
        Some(window) => period_report::wanted(window, place.words)?,
        None => Wanted {
            title: None,
            specs: vec![spec(&session, given)?],
        },
    };
    if let (Some(path), Some(form)) = (&given.report_file, form) {
        for spec in &mut wanted.specs {
            spec.limit = given.limit.unwrap_or(usize::MAX);
        }
        return to_file(place, &mut session, wanted, form, (path, given.overwrite));
    }
    if let Some(form) = form.filter(|form| form.is_binary())
        && std::io::stdout().is_terminal()
    {
        let said = (place.words.report.files.not_on_terminal)(form.code());
        return Ok(failure::said(place, &said, exit::USAGE));
    }
    let seal = session.log_seal()?;
    let mut made = Vec::new();
    for mut spec in wanted.specs {
        spec.limit = given.limit.unwrap_or(spec.limit);
        if let Answer::Report(report) = session.answer(&Request::Report { spec })? {
            made.push(Arc::unwrap_or_clone(report));
        }
    }
    match form {
        Some(ReportForm::Text) if place.form != Form::Columns => {
            put_plain(place, &session, &made)?;
        }
        Some(form) => {
            let title = wanted.title.as_deref();
            put(place, &session, title, &made, form, &seal)?;
        }
        None => {
            let facts = session.facts();
            let mut parts = made.iter().map(|report| json_of(report, facts, &seal));
            match &window {
                Some(window) => print::json(&period_report::json_of(window, parts, &seal))?,
                None => parts.next().map_or(Ok(()), |one| print::json(&one))?,
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes reports to standard output.
fn put(
    place: &Place,
    session: &Session,
    title: Option<&str>,
    made: &[Report],
    form: ReportForm,
    seal: &Seal,
) -> Result<()> {
    let language = place.words.language;
    let facts = session.facts().names();
    let mut document = Document::of(title, made, facts, seal.short(), language);
    if form == ReportForm::Docx {
        document = document.on(session.paper_of_reports()?);
    }
    let mut pen = Pen {
        output: &mut BufWriter::new(std::io::stdout().lock()),
        fault: &Error::from,
        step: &mut |_| Ok(()),
        rows: 0,
    };
    exchange::report::put(&mut pen, form, &document)
}

/// In which form; none for JSON. What is said goes before the ending of the file.
fn form(given: &ReportArguments) -> Result<Option<ReportForm>> {
    let bad = |text: &str| Error::BadText {
        what: "format",
        text: text.to_owned(),
    };
    let path = given.report_file.as_deref();
    let form = match &given.report_form {
        Some(code) if code == "json" => None,
        Some(code) => {
            let known = || ReportForm::ALL.map(ReportForm::code).into_iter();
            let unknown = || meant::near(bad(code), code, known().chain(["json"]));
            Some(ReportForm::from_code(code).ok_or_else(unknown)?)
        }
        None if given.json => None,
        None => match path {
            Some(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                Some(ReportForm::of(path).ok_or_else(|| bad(&name))?)
            }
            None => Some(ReportForm::Text),
        },
    };
    // JSON is for programs, and they read it from standard output.
    if form.is_none() && path.is_some() {
        return Err(bad("json --output"));
    }
    Ok(form)
}

fn to_file(
    place: &Place,
    session: &mut Session,
    wanted: Wanted,
    form: ReportForm,
    (path, overwrite): (&Path, bool),
) -> Result<ExitCode> {
    let request = Request::WriteReport(report_files::Ask {
        path: path.to_owned(),
        form,
        existing: if overwrite {
            Existing::Replace
        } else {
            Existing::Keep
        },
        specs: wanted.specs,
        title: wanted.title,
        language: place.words.language,
    });
    let (rows, seal) = match bar::answer(place, session, &request, Work::Exporting)? {
        Told::Answer(Answer::ReportWritten { rows, seal }) => (rows, seal),
        Told::Answer(_) => return Ok(ExitCode::SUCCESS),
        Told::Stopped(code) => return Ok(code),
    };
    let said = (place.words.console.exported)(rows, &path.display().to_string());
    print::line(&said)?;
    print::line(&(place.words.proof.sealed)(&seal.short()))?;
    Ok(ExitCode::SUCCESS)
}

fn spec(session: &Session, given: &ReportArguments) -> Result<Spec> {
    let bad = |what, text: &str| Error::BadText {
        what,
        text: text.to_owned(),
    };
    let code = given.report_kind.replace('_', "-");
    let unknown = || {
        let codes = Kind::ALL.map(Kind::code).into_iter();
        meant::near(bad("report", &given.report_kind), &code, codes)
    };
    let kind = Kind::from_code(&code).ok_or_else(unknown)?;
    let mut spec = Spec::new(kind);
    spec.period = period(session, given)?;
    if let Some(by) = &given.grouping {
        spec.by = match by.as_str() {
            "agency" | "then" => Grouping::Agency,
            "successor" | "today" => Grouping::Successor,
            "area" => Grouping::Area,
            "head" => Grouping::Head,
            "none" => Grouping::None,
            other => return Err(meant::near(bad("grouping", other), other, GROUPINGS)),
        };
    }
    if let Some(basis) = &given.basis {
        spec.basis = match basis.as_str() {
            "due" => Basis::Due,
            "assigned" => Basis::Assigned,
            other => {
                let known = ["due", "assigned"];
                return Err(meant::near(bad("basis", other), other, known));
            }
        };
    }
    spec.agency = match &given.agency {
        Some(word) => Some(super::save::agency_of(session, word)?),
        None => None,
    };
    spec.of = given.about;
    spec.limit = given.limit.unwrap_or(spec.limit);
    Ok(spec)
}

fn period(session: &Session, given: &ReportArguments) -> Result<Option<Period>> {
    let bad = |text: &str| Error::BadText {
        what: "period",
        text: text.to_owned(),
    };
    if let Some(text) = &given.period {
        let read = session.facts().period(text);
        return read.ok_or_else(|| bad(text)).map(Some);
    }
    if let Some(name) = &given.window {
        return Ok(super::window::named(session, name)?.period());
    }
    let day = |text: &Option<String>, what| {
        let text = text.as_deref();
        text.map(|text| super::args::date(text, what)).transpose()
    };
    let (from, to) = (day(&given.first_day, "from")?, day(&given.last_day, "to")?);
    if from.is_none() && to.is_none() {
        return Ok(None);
    }
    // An end that is not said is as far as the records go.
    let (first, last) = (Period::BEGINNING, Period::END);
    let (from, to) = (from.unwrap_or(first), to.unwrap_or(last));
    Period::new(from, to)
        .ok_or_else(|| bad(&format!("{from}..{to}")))
        .map(Some)
}

/// Rows with a tab between their cells: what `--json` says of each.
fn put_plain(place: &Place, session: &Session, made: &[Report]) -> Result<()> {
    let facts = session.facts();
    for report in made {
        let columns = vec![Wide::Left(0); report.columns.len()];
        let names = report.columns.iter().map(|column| column.name.to_owned());
        let names: Vec<String> = names.collect();
        print::heading(place, &columns, &names)?;
        for row in report.rows.iter_cells().chain(report.total.clone()) {
            let cells: Vec<String> = row.iter().map(|cell| plain(&value(cell, facts))).collect();
            print::row(place, &columns, &cells)?;
        }
    }
    Ok(())
}

/// The shape of a report: never renamed within a version.
fn json_of(report: &Report, facts: &Facts, seal: &Seal) -> Value {
    let row = |cells: &Vec<Cell>| -> Value {
        let pairs = report.columns.iter().zip(cells);
        let fields: Map<String, Value> = pairs
            .map(|(column, cell)| (column.name.to_owned(), value(cell, facts)))
            .collect();
        Value::Object(fields)
    };
    let period = report.spec.period;
    json!({
        "version": shape::VERSION,
        "report": report.spec.kind.code(),
        "today": report.today,
        "period": period.map(|it| json!({ "from": it.from, "to": it.to })),
        "basis": report.spec.basis,
        "by": report.spec.by,
        "agency": report.spec.agency.and_then(|id| facts.agency(id)).map(|it| &it.code),
        "rows": report.rows.iter_cells().map(|it| row(&it)).collect::<Vec<_>>(),
        "total": report.total.as_ref().map(row),
        "left_out": report.left_out,
        "notes": report.notes,
        "log": shape::seal(seal),
    })
}

/// What `--json` says of a cell, as the text of a cell: a share is its percentage.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(share) => share.get("percent").map(plain).unwrap_or_default(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => value.to_string(),
    }
}

fn value(cell: &Cell, facts: &Facts) -> Value {
    let agency = |id: AgencyId| {
        let found = facts.agency(id);
        found.filter(|agency| agency.id != AgencyId::UNRESOLVED)
    };
    match cell {
        Cell::None => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Word(code) => json!(code),
        Cell::Agency(id) => json!(agency(*id).map(|it| &it.code)),
        Cell::Head(id) => json!(agency(*id).map(said::head_of)),
        Cell::Area(id) => {
            let area = facts.area(*id).filter(|area| !area.code.is_empty());
            json!(area.map(|area| &area.code))
        }
        Cell::Task(id) => json!(id.0),
        Cell::Document(id) => {
            let found = facts.documents.iter().find(|document| document.id == *id);
            json!(found.map(|document| &document.symbol))
        }
        Cell::Count(count) | Cell::Days(count) => json!(count),
        Cell::Share { part, whole } => json!({
            "part": part,
            "whole": whole,
            "percent": Amount::percent(*part, *whole).map(number),
        }),
        Cell::Date(day) => json!(day),
        Cell::Amount(amount) => number(*amount),
        Cell::Interval(interval) => json!(interval.to_string()),
    }
}

/// An amount as a number of JSON.
fn number(amount: Amount) -> Value {
    amount
        .to_string()
        .parse::<f64>()
        .map_or(Value::Null, |it| json!(it))
}
