//! How a command that could not be done ends: a sentence on standard error, or an object for who asked for `--json`.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde_json::json;

use super::place::Place;
use super::{exit, print};
use crate::domain::error::Error;
use crate::lang::{Usage, Words};

/// Whether `--json` stands on the command line, before it is read: what is wrong with it is told so too.
#[must_use]
pub fn wants_json(arguments: &[OsString]) -> bool {
    let options = arguments.iter().take_while(|word| *word != "--");
    options.into_iter().any(|word| word == "--json")
}

/// Says what went wrong and gives the exit code for it.
pub fn of(words: &Words, error: &Error, is_json: bool) -> ExitCode {
    let nearest = if let Error::Meant { nearest, .. } = error {
        Some(nearest.as_str())
    } else {
        None
    };
    let text = (words.errors.of_command)(error).unwrap_or_else(|| (words.errors.sentence)(error));
    tell(words, &text, nearest, exit::number(error), is_json)
}

/// Says what went wrong in a sentence that the command itself has for it, and gives this exit code.
pub fn said(place: &Place, text: &str, code: u8) -> ExitCode {
    tell(place.words, text, None, code, place.is_json)
}

fn tell(words: &Words, text: &str, nearest: Option<&str>, code: u8, is_json: bool) -> ExitCode {
    if is_json {
        let failure = json!({
            "version": super::json::VERSION,
            "error": {
                "exit": code,
                "kind": exit::kind(code),
                "text": text,
                "nearest": nearest,
            },
        });
        // One line, the last one: what was murmured before stays apart from it.
        print::aside(&failure.to_string());
    } else {
        print::complaint(words, text);
    }
    ExitCode::from(code)
}

/// The last net: where the program itself is wrong, on whatever thread, it ends with a sentence, and not with a screen
/// that waits for a thread that is no more. Called once, before anything else.
pub fn of_panics(words: &'static Words, is_json: bool) {
    std::panic::set_hook(Box::new(move |panic| {
        let what = panic.payload();
        let said = what.downcast_ref::<&str>().copied();
        let said = said.or_else(|| what.downcast_ref::<String>().map(String::as_str));
        let place = panic.location().map(ToString::to_string);
        let what = format!(
            "{}, {}",
            place.unwrap_or_default(),
            said.unwrap_or_default()
        );
        let text = (words.errors.broken)(&what);
        let _ = tell(words, &text, None, exit::BROKEN, is_json);
        std::process::exit(exit::BROKEN.into());
    }));
}

/// Says what is wrong with a command line, in the language of its user; prints the help where that was asked for.
pub fn of_usage(words: &Words, usage: &clap::Error, is_json: bool) -> ExitCode {
    if matches!(
        usage.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        return match usage.print() {
            // A reader that went away is no failure of ours.
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                of(words, &error.into(), is_json)
            }
            _ if usage.use_stderr() => ExitCode::from(exit::USAGE),
            _ => ExitCode::SUCCESS,
        };
    }
    let context = |kind| usage.get(kind).map(ToString::to_string);
    let first = |kinds: &[ContextKind]| kinds.iter().copied().find_map(context);
    let option = || first(&[ContextKind::InvalidArg]).unwrap_or_default();
    let value = first(&[ContextKind::InvalidValue]).filter(|value| !value.is_empty());
    let command = || first(&[ContextKind::InvalidSubcommand]).unwrap_or_default();
    let (option, command) = (option(), command());
    let bad = value.map_or_else(|| option.clone(), |value| format!("{value} ({option})"));
    let what = match usage.kind() {
        ErrorKind::InvalidSubcommand => Usage::Unknown(&command),
        ErrorKind::UnknownArgument => Usage::Unknown(&option),
        ErrorKind::MissingRequiredArgument | ErrorKind::NoEquals => Usage::Missing(&option),
        ErrorKind::ArgumentConflict => Usage::Conflict(&option),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Usage::BadValue(&bad),
        _ => Usage::Other,
    };
    let kinds = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let nearest = kinds
        .into_iter()
        .find_map(|kind| usage.get(kind))
        .and_then(|found| {
            if let ContextValue::Strings(all) = found {
                // The nearest comes last.
                return all.last().cloned();
            }
            Some(found.to_string())
        });
    let what = (words.scripts.usage)(what);
    let text = (words.console.usage)(&what, nearest.as_deref());
    tell(words, &text, nearest.as_deref(), exit::USAGE, is_json)
}
