//! The working database: opened where it is; where it is not, one screen asks what to begin with.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::Utc;

use super::place::Place;
use super::recovery::Stay;
use super::{demo, import, line, print, terminal, tui};
use crate::domain::calendar::day_of;
use crate::domain::condition::Thresholds;
use crate::domain::error::{Error, Result};
use crate::domain::user::User;
use crate::ui::app::App;
use crate::ui::ending::Ending;
use crate::ui::line::LineSetup;
use crate::ui::mail::Mail;
use crate::ui::run::run;
use crate::ui::screen::{Outcome, StartChoice};
use crate::ui::screens;
use crate::work;
use crate::work::request::Facts;

/// Opens the working database; asks what to begin with where there is none.
pub fn working(place: &Place) -> Result<ExitCode> {
    // What may not be looked at is not missing.
    if matches!(place.config.db.try_exists(), Ok(false)) {
        return start(place);
    }
    tui::screens(place, &place.config.db, Stay::Stays)
}

/// Asks what to begin with, does it, and opens the screens on it.
///
/// A path that somebody named may be a slip of the pen: that is said, and nothing is made.
fn start(place: &Place) -> Result<ExitCode> {
    if let Some(setup) = line::wanted(place) {
        return start_by_line(place, setup);
    }
    let terminal = match terminal::find(place) {
        Ok(terminal) => terminal,
        Err(code) => return Ok(code),
    };
    let mut screen = screens::start();
    loop {
        let setup = terminal.setup(place);
        let choices = setup.choices();
        let (app, first) = App::new(nothing_yet(place), setup, screen);
        let mut remember = terminal.remember(choices);
        let glass = terminal.glass(&mut remember);
        let choice = match run(app, first, None, Mail::default(), glass, &mut |_| {})? {
            Ending::Cut { code, .. } => return Ok(ExitCode::from(code)),
            Ending::Left(Outcome::Start(choice), _) => choice,
            Ending::Left(..) => return Ok(ExitCode::SUCCESS),
        };
        // The file first: a name that is none must not leave an empty database behind.
        if let StartChoice::Import(file) = &choice
            && let Err(error) = work::readable(Path::new(file))
        {
            let complaint = (place.words.errors.sentence)(&error);
            screen = screens::start_again(file, complaint);
            continue;
        }
        return begin(place, &choice);
    }
}

/// The same as numbered prompts.
fn start_by_line(place: &Place, setup: LineSetup) -> Result<ExitCode> {
    if !setup.is_watched {
        // A script that is wrong about its database must not make one.
        return Err(Error::NoDatabase(place.config.db.clone()));
    }
    let mut complaint = None;
    loop {
        let choice = match line::begin(setup, complaint.as_deref())? {
            Ok(choice) => choice,
            Err(code) => return Ok(code),
        };
        if let StartChoice::Import(file) = &choice
            && let Err(error) = work::readable(Path::new(file))
        {
            complaint = Some((place.words.errors.sentence)(&error));
            continue;
        }
        // What a file would do is heard before it is written; to begin with it is only the first command.
        let first = match choice {
            StartChoice::Sample => return demo::run(place, None),
            StartChoice::Empty => None,
            StartChoice::Import(file) => Some(line::import_of(&file)),
        };
        let path = &place.config.db;
        demo::make(place)?;
        print::line(place.words.line.prompt.begun)?;
        let session = place.session()?;
        return line::talk_on(place, setup, || Ok(session), (path, Stay::Stays), first);
    }
}

fn begin(place: &Place, choice: &StartChoice) -> Result<ExitCode> {
    match choice {
        StartChoice::Sample => return demo::run(place, None),
        StartChoice::Empty => demo::init(place)?,
        StartChoice::Import(file) => {
            demo::init(place)?;
            let code = import::tasks(place, &import::Given::of_file(Path::new(file)))?;
            if code != ExitCode::SUCCESS {
                return Ok(code);
            }
        }
    }
    let path = &place.config.db;
    tui::screens(place, path, Stay::Stays)
}

/// What a screen is handed while there is no database.
fn nothing_yet(place: &Place) -> Arc<Facts> {
    Arc::new(Facts {
        agencies: Arc::default(),
        areas: Arc::default(),
        documents: Arc::default(),
        calendar: Arc::default(),
        windows: Arc::default(),
        thresholds: Thresholds::default(),
        idle_minutes: 0,
        user: User::owner(&place.login()),
        today: day_of(Utc::now()),
        is_sample: false,
        is_looking_only: false,
        is_at_door: false,
    })
}
