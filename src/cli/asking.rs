//! The question before something is written: asked on a terminal, answered beforehand with `--yes`.

use std::io::{BufRead, IsTerminal};

use super::place::Place;
use super::print;
use crate::domain::error::{Error, Result};
use crate::domain::fold::shown;

/// Asks on the terminal whether to go on.
///
/// # Errors
/// `NobodyToAsk` where there is no terminal, `Declined` where a person said no.
pub(super) fn agrees(question: &str) -> Result<()> {
    is_somebody_there()?;
    print::murmur(&shown(question));
    let mut answer = String::new();
    // Ctrl-C ends the program at a question as everywhere: nothing is written yet, nothing has to be put right.
    let ends = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let heard = signal_hook::flag::register_conditional_default(signal_hook::consts::SIGINT, ends)?;
    std::io::stdin().lock().read_line(&mut answer)?;
    signal_hook::low_level::unregister(heard);
    let is_yes = matches!(
        answer.trim().to_lowercase().as_str(),
        "c" | "có" | "co" | "y" | "yes"
    );
    is_yes.then_some(()).ok_or(Error::Declined)
}

/// Asked before what is to be agreed to is shown: with `--json` that would stand where the object is looked for.
///
/// # Errors
/// `NobodyToAsk` with `--json` and without a terminal.
pub(super) fn may_show(place: &Place) -> Result<()> {
    match place.is_json {
        true => is_somebody_there(),
        false => Ok(()),
    }
}

fn is_somebody_there() -> Result<()> {
    let is_there = std::io::stdin().is_terminal();
    is_there.then_some(()).ok_or(Error::NobodyToAsk)
}
