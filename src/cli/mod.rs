//! The command line: everything that the screens do and a script may want; and the door to the screens.
//!
//! Data on standard output, talk on standard error, exit codes as in `exit`. Nothing is asked where
//! there is no terminal.

mod agency;
mod agency_args;
mod agency_show;
mod args;
mod asking;
mod audit;
mod audit_standing;
mod backup;
mod bar;
mod batches;
mod brief;
mod calendar;
mod caseload;
mod chosen;
mod chosen_tasks;
mod dates;
mod deed_args;
mod demo;
mod doctor;
mod document;
mod document_args;
mod door;
mod exit;
mod export;
mod export_register;
mod failure;
mod first;
mod follow;
mod help;
mod holiday;
mod import;
mod indicator;
mod json;
mod keys;
mod lean;
mod letter;
mod line;
mod list;
mod meant;
mod measure_args;
mod measured;
mod mouth;
mod period_report;
mod place;
mod practice;
mod preview;
mod print;
mod proof_args;
mod recovery;
mod report;
mod restore;
mod salvage;
mod save;
mod schema;
mod settings;
mod show;
mod state;
mod stdin;
mod terminal;
mod tui;
mod user;
mod user_args;
mod user_key;
mod view;
mod view_args;
mod watched;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use args::{Arguments, Deed, ExportWhat};
pub use help::localized;
use place::Place;

use crate::config::Environment;
use crate::domain::error::{Error, Result};
use crate::lang::Language;
use crate::work::request::TaskTable;
use crate::work::request::registers::Register;

/// Runs the program with the arguments, environment and terminal of the process.
#[must_use]
pub fn run() -> ExitCode {
    // A file that may grow no further (`ulimit -f`) is an error of the write, and said as such; left alone, the signal
    // ends the program without a word.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    let arguments: Vec<OsString> = std::env::args_os().collect();
    lean::begin_anew(&arguments);
    let environment = Environment::of_process();
    let code =
        args::language_of(&arguments).or_else(|| environment.value("CCHC_LANG").map(str::to_owned));
    let words = code
        .as_deref()
        .and_then(Language::from_code)
        .unwrap_or_default()
        .words();
    let is_json = failure::wants_json(&arguments);
    failure::of_panics(words, is_json);
    let arguments = match args::parse(words, &arguments) {
        Ok(arguments) => arguments,
        Err(usage) => return failure::of_usage(words, &usage, is_json),
    };
    if is_json && arguments.common.plain {
        let both = Error::BadText {
            what: "both",
            text: "--plain --json".to_owned(),
        };
        return failure::of(words, &both, is_json);
    }
    let place = match Place::find(&arguments, environment, is_json) {
        Ok(place) => place,
        Err(error) => return failure::of(words, &error, is_json),
    };
    match carry_out(&place, arguments) {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => failure::of(place.words, &error, is_json),
    }
}

fn carry_out(place: &Place, arguments: Arguments) -> Result<ExitCode> {
    let Some(deed) = arguments.command else {
        return match &place.door {
            Some(door) => door::enter(place, door),
            None => first::working(place),
        };
    };
    match deed {
        Deed::Demo => return demo::run(place, arguments.common.db.as_deref()),
        Deed::Practice => return practice::run(place, arguments.common.db.as_deref()),
        Deed::Init => {
            demo::init(place)?;
            print::line(place.words.console.created_next)?;
        }
        Deed::Import { what } => return import::run(place, what),
        Deed::Export { what } => {
            return match what {
                ExportWhat::List(given) => export::list(place, &given),
                ExportWhat::Tasks(given) => export::tasks(place, &given, TaskTable::Annex),
                ExportWhat::Documents(given) => {
                    export_register::write(place, Register::Documents, &given)
                }
                ExportWhat::Changes(given) => {
                    export_register::write(place, Register::Changes, &given)
                }
            };
        }
        Deed::Salvage(given) => return salvage::run(place, &given),
        Deed::Deadline { text, from, json } => dates::deadline(place, &text, &from, json)?,
        Deed::Workdays { from, to, json } => dates::workdays(place, &from, &to, json)?,
        Deed::List {
            filter,
            by,
            limit,
            by_view,
            json,
        } => list::list(
            place,
            (by_view.as_deref(), &filter),
            agency::by(by.as_deref())?,
            limit,
            json,
        )?,
        Deed::Show { code, json } => show::show(place, &code, json)?,
        Deed::Agencies { by, json } => show::agencies(place, agency::by(by.as_deref())?, json)?,
        Deed::Report(given) => return report::run(place, &given),
        Deed::Letter(given) => return letter::run(place, &given),
        Deed::Agency { what } => agency::run(place, what)?,
        Deed::Calendar {
            month,
            agency,
            json,
        } => calendar::month(place, month.as_deref(), agency.as_deref(), json)?,
        Deed::Document { what } => document::run(place, what)?,
        Deed::Indicator { what } => indicator::run(place, what)?,
        Deed::Caseload { what } => caseload::run(place, what)?,
        Deed::Window { what } => window::run(place, what)?,
        Deed::Holiday { what } => holiday::run(place, what)?,
        Deed::Config { what } => settings::run(place, what)?,
        Deed::User { what } => user::run(place, what)?,
        Deed::Set(given) => return save::set(place, &given),
        Deed::Note(given) => return follow::note(place, given),
        Deed::Extend(given) => return follow::extend(place, given),
        Deed::Transfer(given) => return follow::transfer(place, given),
        Deed::Urge(given) => return follow::urge(place, given),
        Deed::View { what } => view::run(place, what)?,
        Deed::Schema { of_command } => schema::print(&of_command)?,
        Deed::Brief {
            agency,
            quiet,
            json,
        } => {
            let given = brief::Given {
                agency: agency.as_deref(),
                is_quiet: quiet,
                is_json: json,
            };
            return brief::run(place, &given);
        }
        Deed::Add(given) => return save::add(place, &given),
        Deed::Do(given) => return follow::run(place, &given),
        Deed::Undo { json } => return save::undo(place, json),
        Deed::Audit { what } => return audit::run(place, what),
        Deed::Backup(given) => return backup::backup(place, &given),
        Deed::Doctor(given) => return doctor::run(place, &given),
        Deed::Restore(given) => return restore::restore(place, &given),
        Deed::Keys { json } => return keys::table(place, json),
        Deed::Generate { tasks, changes } => demo::generate(place, tasks, changes)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn is_closed_pipe(error: &Error) -> bool {
    let Error::Fault(source) = error else {
        return false;
    };
    source
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
