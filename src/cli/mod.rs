//! The command line: everything that the screens do and a script may want; and the door to the screens.
//!
//! Data on standard output, talk on standard error, exit codes as in `exit`. Nothing is asked where
//! there is no terminal.

mod agency;
mod agency_args;
mod agency_show;
mod args;
mod audit;
mod audit_standing;
mod backup;
mod bar;
mod batches;
mod brief;
mod calendar;
mod caseload;
mod chosen;
mod dates;
mod demo;
mod doctor;
mod document;
mod document_args;
mod door;
mod exit;
mod export;
mod first;
mod follow;
mod holiday;
mod import;
mod indicator;
mod json;
mod keys;
mod line;
mod list;
mod measure_args;
mod measured;
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
mod settings;
mod show;
mod state;
mod terminal;
mod tui;
mod user;
mod user_args;
mod user_key;
mod watched;

use std::ffi::OsString;
use std::process::ExitCode;

use args::{Arguments, Deed, ExportWhat};
use place::Place;

use crate::config::Environment;
use crate::domain::error::{Error, Result};
use crate::lang::{Language, Words};

/// Runs the program with the arguments, environment and terminal of the process.
#[must_use]
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let environment = Environment::of_process();
    let code =
        args::language_of(&arguments).or_else(|| environment.value("CCHC_LANG").map(str::to_owned));
    let words = code
        .as_deref()
        .and_then(Language::from_code)
        .unwrap_or_default()
        .words();
    let arguments = match args::parse(words, arguments) {
        Ok(arguments) => arguments,
        Err(usage) => return tell_usage(words, &usage),
    };
    let place = match Place::find(&arguments, environment) {
        Ok(place) => place,
        Err(error) => return tell(words, &error),
    };
    match carry_out(&place, arguments) {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => tell(place.words, &error),
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
        Deed::Export {
            what:
                ExportWhat::Tasks {
                    file,
                    filter,
                    overwrite,
                    json,
                },
        } => return export::tasks(place, &file, &filter, overwrite, json),
        Deed::Salvage(given) => return salvage::run(place, &given),
        Deed::Deadline { text, from, json } => dates::deadline(place, &text, &from, json)?,
        Deed::Workdays { from, to, json } => dates::workdays(place, &from, &to, json)?,
        Deed::List {
            filter,
            by,
            limit,
            json,
        } => list::list(place, &filter, agency::by(by.as_deref())?, limit, json)?,
        Deed::Show { code, json } => show::show(place, &code, json)?,
        Deed::Agencies { by, json } => show::agencies(place, agency::by(by.as_deref())?, json)?,
        Deed::Report(given) => report::run(place, &given)?,
        Deed::Agency { what } => agency::run(place, what)?,
        Deed::Calendar {
            month,
            agency,
            json,
        } => calendar::month(place, month.as_deref(), agency.as_deref(), json)?,
        Deed::Document { what } => document::run(place, what)?,
        Deed::Indicator { what } => indicator::run(place, what)?,
        Deed::Caseload { what } => caseload::run(place, what)?,
        Deed::Holiday { what } => holiday::run(place, what)?,
        Deed::Config { what } => settings::run(place, what)?,
        Deed::User { what } => user::run(place, what)?,
        Deed::Set {
            status,
            codes,
            note,
            evidence,
            reason,
            json,
        } => {
            return save::set(
                place,
                &status,
                &codes,
                &save::SetTexts {
                    note,
                    evidence,
                    reason,
                },
                json,
            );
        }
        Deed::Brief { agency, json } => return brief::run(place, agency.as_deref(), json),
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

/// Says what went wrong and gives the exit code for it.
fn tell(words: &Words, error: &Error) -> ExitCode {
    print::complaint(words, &(words.errors.sentence)(error));
    exit::code(error)
}

fn tell_usage(words: &Words, usage: &clap::Error) -> ExitCode {
    use clap::error::{ContextKind, ErrorKind};
    if matches!(
        usage.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        return match usage.print() {
            // A reader that went away is no failure of ours.
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                tell(words, &error.into())
            }
            _ => ExitCode::SUCCESS,
        };
    }
    let context = |kind| usage.get(kind).map(ToString::to_string);
    let what = [
        ContextKind::InvalidArg,
        ContextKind::InvalidSubcommand,
        ContextKind::InvalidValue,
    ]
    .into_iter()
    .find_map(context)
    .unwrap_or_default();
    let nearest = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(context);
    print::complaint(words, &(words.console.usage)(&what, nearest.as_deref()));
    ExitCode::from(exit::USAGE)
}

fn is_closed_pipe(error: &Error) -> bool {
    let Error::Fault(source) = error else {
        return false;
    };
    source
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
