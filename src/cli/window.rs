//! `window`: the table of reporting windows, from the shell.

use chrono::{Datelike, NaiveDate};
use clap::Subcommand;
use serde_json::{Value, json};

use super::args;
use super::asking::agrees;
use super::json as shape;
use super::place::Place;
use super::print::{self, Column};
use crate::domain::error::{Error, Result};
use crate::domain::report_window::{Series, Window, WindowFault, find};
use crate::lang::format;
use crate::work::request::windows::{Ask, Saved, Told};
use crate::work::request::{Answer, OperationKey, Request};
use crate::work::session::Session;

/// What can be done with reporting windows.
#[derive(Debug, Subcommand)]
pub enum WindowWhat {
    List {
        year: Option<i32>,
        #[arg(long)]
        json: bool,
    },
    Set {
        window_name: String,
        #[arg(long = "from", value_name = "YYYY-MM-DD")]
        window_from: Option<String>,
        #[arg(long = "to", value_name = "YYYY-MM-DD")]
        window_to: Option<String>,
        #[arg(long = "due", value_name = "YYYY-MM-DD")]
        window_due: Option<String>,
        #[arg(long, value_name = "month|quarter|half_year|year|other")]
        series: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Remove {
        window_name: String,
        #[arg(long)]
        yes: bool,
        #[arg(long)]
        json: bool,
    },
}

/// Does what was asked about reporting windows.
pub fn run(place: &Place, what: WindowWhat) -> Result<()> {
    let mut session = place.session()?;
    match what {
        WindowWhat::List { year, json } => list(place, &session, year, json),
        WindowWhat::Set {
            window_name,
            window_from,
            window_to,
            window_due,
            series,
            json,
        } => {
            let days = [window_from, window_to, window_due];
            let window = described(&session, &window_name, days, series.as_deref())?;
            let is_it = |it: &&Window| it.is_called(&window.name);
            let there = session.facts().windows.iter().find(is_it).cloned();
            let change = Change {
                seen: there.into_iter().collect(),
                set: vec![window],
                remove: Vec::new(),
            };
            save(place, &mut session, change, json)
        }
        WindowWhat::Remove {
            window_name,
            yes,
            json,
        } => {
            let window = named(&session, &window_name)?;
            // Who may not is not asked whether to.
            if !session.user().role.keeps_frame() {
                return Err(Error::ForAdministrators);
            }
            if !yes {
                print::aside(&line(place, &window));
                agrees(place.words.windows.ask)?;
            }
            let change = Change {
                remove: vec![window],
                ..Change::default()
            };
            save(place, &mut session, change, json)
        }
    }
}

/// What is changed in the table.
#[derive(Default)]
struct Change {
    seen: Vec<Window>,
    set: Vec<Window>,
    remove: Vec<Window>,
}

/// The window that is named, or an error that says that there is none.
pub fn named(session: &Session, name: &str) -> Result<Window> {
    let facts = session.facts();
    let found = find(&facts.windows, name, facts.today);
    let unknown = || WindowFault::Unknown(name.to_owned()).into();
    found.cloned().ok_or_else(unknown)
}

/// The window as it is to be: what is not said stays as it is.
fn described(
    session: &Session,
    name: &str,
    days: [Option<String>; 3],
    series: Option<&str>,
) -> Result<Window> {
    let facts = session.facts();
    let there = facts.windows.iter().find(|window| window.is_called(name));
    let series = match series {
        Some(code) => Series::from_code(code).ok_or_else(|| Error::BadText {
            what: "kind",
            text: code.to_owned(),
        })?,
        None => there.map_or_else(|| Series::of_name(name, facts.today), |it| it.series),
    };
    let day = |text: Option<String>, what, there: Option<NaiveDate>| match (text, there) {
        (Some(text), _) => args::date(&text, what),
        (None, Some(day)) => Ok(day),
        (None, None) => Err(Error::BadText {
            what,
            text: String::new(),
        }),
    };
    let [from, to, due] = days;
    Ok(Window {
        name: name.to_owned(),
        series,
        from: day(from, "from", there.map(|it| it.from))?,
        to: day(to, "to", there.map(|it| it.to))?,
        due: day(due, "due", there.map(|it| it.due))?,
    })
}

fn list(place: &Place, session: &Session, year: Option<i32>, is_json: bool) -> Result<()> {
    let facts = session.facts();
    let year = year.unwrap_or_else(|| facts.today.year());
    let windows = facts.windows.iter().filter(|it| it.due.year() == year);
    if is_json {
        let windows: Vec<Value> = windows.map(json_of).collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "year": year, "windows": windows }),
        )?);
    }
    let t = &place.words.windows;
    let columns = [
        Column::Left(10),
        Column::Left(10),
        Column::Left(10),
        Column::Left(10),
        Column::Rest,
    ];
    let heading = [t.from, t.to, t.due, t.series_label, t.name];
    print::heading(place, &columns, &heading.map(str::to_owned))?;
    for window in windows {
        let [from, to, due] = [window.from, window.to, window.due].map(|day| place.date(day));
        let series = (t.series)(window.series).to_owned();
        print::row(
            place,
            &columns,
            &[from, to, due, series, window.name.clone()],
        )?;
    }
    Ok(())
}

fn line(place: &Place, window: &Window) -> String {
    let [from, to, due] = [window.from, window.to, window.due].map(format::date);
    let days = (place.words.report.screen.period)(&from, &to);
    let due_label = place.words.windows.due;
    format!("{}: {days}; {due_label} {due}", window.name)
}

fn save(place: &Place, session: &mut Session, change: Change, is_json: bool) -> Result<()> {
    let key = OperationKey::fresh();
    let told = change.remove.clone();
    let ask = Ask::Save {
        key,
        seen: change.seen,
        set: change.set,
        remove: change.remove,
    };
    let Answer::Windows(Told::Saved(saved)) = session.answer(&Request::Windows(ask))? else {
        return Err(Error::Fault("another answer".into()));
    };
    if is_json {
        return Ok(print::json(&json_saved(&saved, &told))?);
    }
    Ok(print::line(&(place.words.windows.saved)(
        saved.set,
        saved.removed,
    ))?)
}

fn json_saved(saved: &Saved, removed: &[Window]) -> Value {
    json!({
        "version": shape::VERSION,
        "operation": saved.operation.map(|id| id.0),
        "set": saved.set,
        "removed": removed.iter().map(json_of).collect::<Vec<_>>(),
    })
}

/// A window in JSON.
pub fn json_of(window: &Window) -> Value {
    json!({
        "name": window.name,
        "series": window.series.code(),
        "from": window.from,
        "to": window.to,
        "due": window.due,
    })
}
