//! Practice: a fresh sample that goes with the session, and the results of former sessions.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::Utc;

use super::demo::throw_away;
use super::place::Place;
use super::recovery::Kept;
use super::{exit, failure, line, print, state, terminal};
use crate::domain::error::{Error, Result};
use crate::ui::app::App;
use crate::ui::ending::Ending;
use crate::ui::idle;
use crate::ui::mail::Mail;
use crate::ui::practice::{Coach, PLACE, Records};
use crate::ui::run::run as run_screens;
use crate::ui::screen::{Outcome, Unsaved};
use crate::work::sample;
use crate::work::session::Session;
use crate::work::thread::Office;

/// Opens practice; a database that somebody named is refused, because practice never touches one.
pub fn run(place: &Place, named: Option<&Path>) -> Result<ExitCode> {
    if named.is_some() {
        let text = place.words.console.practice_has_no_db;
        return Ok(failure::said(place, text, exit::USAGE));
    }
    if line::wanted(place).is_some() {
        let text = place.words.line.practice;
        return Ok(failure::said(place, text, exit::USAGE));
    }
    let terminal = match terminal::find(place) {
        Ok(terminal) => terminal,
        Err(code) => return Ok(code),
    };
    let folder =
        tempfile::tempdir().map_err(|error| Error::of_temporary(error, std::env::temp_dir()))?;
    let ended = practised(place, terminal, &folder.path().join("sample.db"));
    throw_away(folder);
    ended
}

/// Practises on a sample that is made there.
fn practised(place: &Place, terminal: terminal::Found, path: &Path) -> Result<ExitCode> {
    sample::make(path)?;
    // The drills are a monitor's work, whoever practises; results are kept by the login of the person.
    let session = Session::for_practice(path, place.setup(path, sample::LOGIN))?;
    let file = state::file(&place.config.state, "practice", &[place.login().as_bytes()]);
    let coach = Coach::new(former(&file));
    let facts = Arc::clone(session.facts());
    let mail = Mail::default();
    let office = Office::start(session, mail.post())?;
    let setup = terminal.setup(place);
    let mut remember = terminal.remember(setup.choices());
    let (app, first) = App::practising(facts, setup, coach);
    let glass = terminal.glass(&mut remember);
    let (kept, code) = match run_screens(app, first, Some(office), mail, glass, &mut |_| {})? {
        Ending::Left(Outcome::Practised(kept), _) => (Some(kept), ExitCode::SUCCESS),
        Ending::Left(..) => (None, ExitCode::SUCCESS),
        Ending::Cut {
            unsaved,
            code,
            minutes,
            ..
        } => {
            if code == idle::CODE {
                print::lines_aside(&(place.words.present.ended)(minutes, 0));
            }
            (unsaved.into_iter().next(), ExitCode::from(code))
        }
    };
    if let Some(kept) = kept.filter(|kept| kept.place == PLACE && !kept.fields.is_empty()) {
        keep(place, &file, kept);
    }
    Ok(code)
}

/// What former sessions left; nothing where there is nothing to read.
fn former(file: &Path) -> Records {
    let kept: Option<Kept> = state::read(file);
    let mut unsaved = kept.into_iter().flat_map(|kept| kept.unsaved);
    unsaved
        .next()
        .map_or_else(Records::default, |kept| Records::of_former(&kept))
}

/// Keeps the results; where the state directory cannot be written, says so and goes on.
fn keep(place: &Place, file: &Path, kept: Unsaved) {
    let kept = Kept {
        at: Utc::now(),
        unsaved: vec![kept],
        sent: None,
    };
    if state::write(file, &kept).is_err() {
        print::complaint(place.words, place.words.console.practice_not_kept);
    }
}
