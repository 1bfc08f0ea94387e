//! `report period`: the reports that a periodic report consists of (DOMAIN 6.2), as one document.

use serde_json::{Value, json};

use super::json as shape;
use super::report::{ReportArguments, Wanted};
use super::window;
use crate::domain::error::{Error, Result};
use crate::domain::report_window::{Window, current, parts};
use crate::domain::seal::Seal;
use crate::lang::Words;
use crate::work::session::Session;

/// By what it is called beside the kinds of reports.
pub const CODE: &str = "period";

/// The window that is named, or the one whose report is to be made now.
pub fn window(session: &Session, given: &ReportArguments) -> Result<Window> {
    if let Some(name) = &given.window {
        return window::named(session, name);
    }
    let facts = session.facts();
    let found = current(&facts.windows, facts.today);
    found.cloned().ok_or_else(|| missing(""))
}

/// What such a report consists of.
pub fn wanted(window: &Window, words: &Words) -> Result<Wanted> {
    let period = window.period().ok_or_else(|| missing(&window.name))?;
    Ok(Wanted {
        title: Some((words.windows.report_of)(&window.name)),
        specs: parts(period),
    })
}

/// The shape of it: never renamed within a version.
pub fn json_of(window: &Window, parts: impl Iterator<Item = Value>, seal: &Seal) -> Value {
    json!({
        "version": shape::VERSION,
        "report": CODE,
        "window": window::json_of(window),
        "parts": parts.collect::<Vec<_>>(),
        "log": shape::seal(seal),
    })
}

fn missing(text: &str) -> Error {
    Error::BadText {
        what: "period",
        text: text.to_owned(),
    }
}
