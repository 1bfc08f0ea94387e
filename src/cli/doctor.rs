//! `doctor`: every check with how it stands, and what to do. Exit 0 where all is fine, 3 where there are warnings only,
//! 1 where something is wrong.

use std::process::ExitCode;

use chrono::Utc;
use serde_json::{Value, json};

use super::place::Place;
use super::proof_args::DoctorArguments;
use super::watched::watched;
use super::{audit, exit, failure, print, terminal};
use crate::domain::error::{Error, Result};
use crate::domain::health::{Check, Level, Line, Seen};
use crate::work::doctor::{self, Visit};

/// What the screens are drawn for.
const LEAST: (u16, u16) = (80, 24);

/// Goes through everything; repairs first where that is wanted.
///
/// # Errors
/// Of a repair: those of a save. What is found is no error.
pub fn run(place: &Place, given: &DoctorArguments) -> Result<ExitCode> {
    match carried_out(place, given) {
        Err(Error::Cancelled) => {
            let text = place.words.proof.interrupted;
            Ok(failure::said(place, text, exit::INTERRUPTED))
        }
        other => other,
    }
}

fn carried_out(place: &Place, given: &DoctorArguments) -> Result<ExitCode> {
    let database = &place.config.db;
    let now = Utc::now();
    if given.repair {
        if place.is_looking_back() {
            return Err(Error::LookingOnly);
        }
        let setup = place.setup(database, &place.login());
        let made = watched(place, |watch| doctor::repair(database, &setup, now, watch))?;
        print::complaint(place.words, place.words.doctor.repaired);
        let t = &place.words.standing;
        if !made.schema.is_empty() {
            print::complaint(place.words, &(t.made_again)(&made.schema.join(", ")));
        }
        if !made.left.is_empty() {
            print::complaint(place.words, &(t.left)(&made.left.join(", ")));
        }
        if !made.lost.is_empty() {
            print::complaint(place.words, &(t.lost)(&made.lost.join(", ")));
        }
        if made.tasks_drawn > 0 {
            print::complaint(place.words, &(t.drawn_again)(&made.tasks_drawn.to_string()));
        }
    }
    let visit = Visit {
        database,
        is_full: given.full,
        now,
        sentence: place.words.errors.sentence,
    };
    let mut lines = watched(place, |watch| doctor::examine(&visit, watch))?;
    lines.push((Check::Terminal, terminal_of(place)));
    let worst = lines.iter().map(|line| line.1.level()).max();
    if given.json {
        print::json(&shape(place, &lines))?;
    } else {
        tell(place, &lines)?;
    }
    Ok(match worst {
        None | Some(Level::Fine) => ExitCode::SUCCESS,
        Some(Level::Warning) => ExitCode::from(exit::WAITS),
        // As for every command where there is no database at that place.
        Some(Level::Failure) if !database.exists() => {
            exit::code(&Error::NoDatabase(database.clone()))
        }
        Some(Level::Failure) => ExitCode::FAILURE,
    })
}

fn terminal_of(place: &Place) -> Seen {
    let environment = terminal::environment(place);
    if !environment.is_terminal {
        return Seen::NotLookedAt;
    }
    if environment.capabilities().is_err() {
        return Seen::NoScreens(environment.term);
    }
    let locale = [
        &environment.lc_all,
        &environment.lc_ctype,
        &environment.lang,
    ];
    let locale = locale.into_iter().find(|value| !value.is_empty());
    let says = locale.map(|locale| locale.to_lowercase().replace('-', ""));
    if !says.is_some_and(|locale| locale.contains("utf8")) {
        return Seen::NoUtf8(locale.cloned().unwrap_or_default());
    }
    let size = rustix::termios::tcgetwinsize(std::io::stdout());
    let (columns, rows) = size.map_or((0, 0), |size| (size.ws_col, size.ws_row));
    if columns < LEAST.0 || rows < LEAST.1 {
        return Seen::TerminalSmall(columns, rows);
    }
    Seen::TerminalRight(environment.term, columns, rows)
}

fn shape(place: &Place, lines: &[Line]) -> Value {
    let worst = lines.iter().map(|line| line.1.level()).max();
    let checks: Vec<Value> = lines
        .iter()
        .map(|(check, seen)| {
            json!({
                "check": check.code(),
                "level": seen.level().code(),
                "text": said(place, seen),
            })
        })
        .collect();
    json!({
        "version": super::json::VERSION,
        "level": worst.unwrap_or(Level::Fine).code(),
        "checks": checks,
    })
}

fn said(place: &Place, seen: &Seen) -> String {
    match seen {
        Seen::LogBroken(first, count) => {
            (place.words.doctor.log_broken)(&audit::said(place.words, first), *count)
        }
        other => (place.words.doctor.seen)(other),
    }
}

fn tell(place: &Place, lines: &[Line]) -> Result<()> {
    let t = &place.words.doctor;
    for (check, seen) in lines {
        let [fine, warning, failure] = t.levels;
        let level = match seen.level() {
            Level::Fine => fine,
            Level::Warning => warning,
            Level::Failure => failure,
        };
        let columns = [
            print::Column::Left(5),
            print::Column::Left(12),
            print::Column::Rest,
        ];
        let cells = [
            level.to_owned(),
            (t.check)(*check).to_owned(),
            said(place, seen),
        ];
        print::row(place, &columns, &cells)?;
    }
    let count = |level| lines.iter().filter(|line| line.1.level() == level).count();
    let (warnings, failures) = (count(Level::Warning), count(Level::Failure));
    Ok(print::sum(place, &(t.sum)(warnings, failures))?)
}
