//! `report`: the reports that the screens show, as text or JSON.

use clap::Args;
use serde_json::{Map, Value, json};

use super::json as shape;
use super::meant;
use super::place::Place;
use super::print::{self, Column as Wide, Form};
use crate::domain::amount::Amount;
use crate::domain::error::{Error, Result};
use crate::domain::id::AgencyId;
use crate::domain::period::Period;
use crate::domain::report::{Basis, Cell, Grouping, Holds, Kind, Report, Spec};
use crate::domain::seal::Seal;
use crate::lang::report::said::{self, Names};
use crate::ui::canvas::width;
use crate::work::request::{Answer, Facts, Request};
use crate::work::session::Session;

/// What a report is about.
#[derive(Debug, Args)]
pub struct ReportArguments {
    pub report_kind: String,
    #[arg(long, value_name = "TEXT")]
    pub period: Option<String>,
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
}

/// Makes a report and prints it.
pub fn run(place: &Place, given: &ReportArguments) -> Result<()> {
    let mut session = place.session()?;
    let spec = spec(&session, given)?;
    let seal = session.log_seal()?;
    let Answer::Report(report) = session.answer(&Request::Report { spec })? else {
        return Ok(());
    };
    if given.json {
        return Ok(print::json(&json_of(&report, session.facts(), &seal))?);
    }
    print_text(place, &session, &report)?;
    Ok(print::remark(
        place,
        &(place.words.proof.sealed)(&seal.short()),
    )?)
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
            other => return Err(bad("grouping", other)),
        };
    }
    if let Some(basis) = &given.basis {
        spec.basis = match basis.as_str() {
            "due" => Basis::Due,
            "assigned" => Basis::Assigned,
            other => return Err(bad("basis", other)),
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
        let today = session.facts().today;
        return Period::read(text, today).ok_or_else(|| bad(text)).map(Some);
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

fn names(facts: &Facts) -> Names<'_> {
    Names {
        agencies: &facts.agencies,
        areas: &facts.areas,
        documents: &facts.documents,
    }
}

fn print_text(place: &Place, session: &Session, report: &Report) -> Result<()> {
    let (facts, t) = (session.facts(), place.words);
    let kind = report.spec.kind;
    let said = |cell: &Cell| match place.form {
        Form::Columns => said::cell(cell, kind, names(facts), t),
        Form::Plain { .. } => plain(&value(cell, facts)),
    };
    let heads = report.columns.iter();
    let heads: Vec<String> = heads
        .map(|it| t.report.heading(kind, it.name).long.to_owned())
        .collect();
    let mut lines = vec![heads];
    let rows = report.rows.iter().map(|row| &row.cells);
    lines.extend(
        rows.chain(&report.total)
            .map(|row| row.iter().map(said).collect()),
    );
    let columns: Vec<Wide> = (0..report.columns.len())
        .map(|place| {
            let cells = lines.iter().filter_map(|line| line.get(place));
            let wide = cells.map(|text| width(text)).max().unwrap_or(0);
            match report.columns.get(place).map(|it| it.holds) {
                Some(Holds::Text) | None => Wide::Left(wide),
                Some(_) => Wide::Right(wide),
            }
        })
        .collect();
    print::aside((t.report.title)(kind));
    print::aside(&said::asked(&report.spec, report.today, names(facts), t));
    for (place_of, line) in lines.iter().enumerate() {
        match place_of {
            0 => print::heading(place, &columns, line)?,
            _ => print::row(place, &columns, line)?,
        }
    }
    for note in said::notes(report, t) {
        print::aside(&note);
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
        "rows": report.rows.iter().map(|it| row(&it.cells)).collect::<Vec<_>>(),
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
