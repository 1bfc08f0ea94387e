//! `report period`: the reports that a periodic report consists of, one after the other.

use serde_json::{Value, json};

use super::json as shape;
use super::place::Place;
use super::report::{ReportArguments, json_of, print_text};
use super::{print, window};
use crate::domain::error::{Error, Result};
use crate::domain::report::Report;
use crate::domain::report_window::{Window, current, parts};
use crate::lang::report::period::title;
use crate::work::request::{Answer, Request};
use crate::work::session::Session;

/// By what it is called beside the kinds of reports.
pub const CODE: &str = "period";

/// Makes all parts and prints them.
pub fn run(place: &Place, session: &mut Session, given: &ReportArguments) -> Result<()> {
    let window = match &given.window {
        Some(name) => window::named(session, name)?,
        None => next(session)?,
    };
    let period = window.period().ok_or_else(|| missing(&window.name))?;
    let seal = session.log_seal()?;
    let mut made: Vec<Report> = Vec::new();
    for mut spec in parts(period) {
        spec.limit = given.limit.unwrap_or(spec.limit);
        if let Answer::Report(report) = session.answer(&Request::Report { spec })? {
            made.push(*report);
        }
    }
    if given.json {
        let facts = session.facts();
        let parts: Vec<Value> = made.iter().map(|it| json_of(it, facts, &seal)).collect();
        return Ok(print::json(&json!({
            "version": shape::VERSION,
            "report": CODE,
            "window": window::json_of(&window),
            "parts": parts,
            "log": shape::seal(&seal),
        }))?);
    }
    print::line(&(place.words.windows.report_of)(&window.name))?;
    for report in &made {
        print::line("")?;
        print::line(title(&report.spec, place.words))?;
        print_text(place, session, report)?;
    }
    Ok(print::line(&(place.words.proof.sealed)(&seal.short()))?)
}

/// The window whose report is to be made now.
fn next(session: &Session) -> Result<Window> {
    let facts = session.facts();
    let found = current(&facts.windows, facts.today);
    found.cloned().ok_or_else(|| missing(""))
}

fn missing(text: &str) -> Error {
    Error::BadText {
        what: "period",
        text: text.to_owned(),
    }
}
