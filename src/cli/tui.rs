//! Opens the screens on a database, and keeps what was typed when they are cut off.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::Utc;

use super::place::Place;
use super::recovery::{self, Kept};
use super::{exit, line};
use crate::domain::error::{Error, Result};
use crate::lang::format;
use crate::ui::app::App;
use crate::ui::run::{Ending, Mail, run};
use crate::ui::screens;
use crate::ui::setup::Setup;
use crate::ui::terminal::{Capabilities, Colour, TerminalEnv};
use crate::ui::theme::Theme;
use crate::work::session::Session;
use crate::work::thread::Office;

/// What the environment says about the terminal.
#[must_use]
pub fn environment(place: &Place) -> TerminalEnv {
    let value = |name: &str| place.environment.value(name).unwrap_or_default().to_owned();
    TerminalEnv {
        term: value("TERM"),
        lc_all: value("LC_ALL"),
        lc_ctype: value("LC_CTYPE"),
        lang: value("LANG"),
        no_color: value("NO_COLOR"),
        colorterm: value("COLORTERM"),
        ssh_connection: value("SSH_CONNECTION"),
        is_terminal: std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
    }
}

/// The terminal that the screens would be shown on; where it is not usable, says why and gives the
/// exit code instead.
pub fn terminal(place: &Place) -> std::result::Result<(TerminalEnv, Capabilities), ExitCode> {
    let environment = environment(place);
    match environment.capabilities() {
        Ok(mut can) => {
            match place.config.colour {
                Some(true) if can.colour == Colour::None => can.colour = Colour::Eight,
                Some(false) => can.colour = Colour::None,
                _ => {}
            }
            Ok((environment, can))
        }
        Err(_) => {
            let console = &place.words.console;
            eprintln!("{}{}", console.complaint, console.no_terminal);
            Err(ExitCode::from(exit::USAGE))
        }
    }
}

/// How the screens are set up for a terminal.
pub fn setup(place: &Place, can: Capabilities) -> Setup {
    Setup {
        words: place.words,
        theme: match can.colour {
            Colour::None => Theme::mono(),
            Colour::Eight | Colour::Sixteen => Theme::colour(),
        },
    }
}

/// Runs the screens on a session until they are left; numbered prompts where those are wanted.
pub fn screens_on(place: &Place, session: Session, database: &Path) -> Result<ExitCode> {
    if let Some(setup) = line::wanted(place) {
        return line::talk_on(place, setup, session, database);
    }
    let (environment, can) = match terminal(place) {
        Ok(terminal) => terminal,
        Err(code) => return Ok(code),
    };
    let login = session.user().login.clone();
    let file = recovery::file(&place.config.state, database, &login);
    let kept = recovery::take(&file);
    let at = kept.as_ref().map(|kept| format::moment(kept.at));
    let home = screens::home(kept.map(|kept| kept.unsaved).unwrap_or_default(), at);
    let facts = Arc::clone(session.facts());
    let mail = Mail::default();
    let office = Office::start(session, mail.post())?;
    let (app, first) = App::new(facts, setup(place, can), home);
    match run(app, first, Some(office), mail, &environment, can)? {
        Ending::Left(_) => Ok(ExitCode::SUCCESS),
        Ending::Cut { unsaved, code } => {
            if !unsaved.is_empty() {
                // The terminal is gone: nobody is there to be told.
                let _ = recovery::keep(
                    &file,
                    &Kept {
                        at: Utc::now(),
                        unsaved,
                    },
                );
            }
            Ok(ExitCode::from(code))
        }
    }
}

/// Opens the screens on a database that was just made, under a name that it knows.
pub fn on(place: &Place, database: &Path, login: &str) -> Result<ExitCode> {
    let session = place.session_on(database, login)?;
    if session.user().login != login {
        return Err(Error::BadText {
            what: "user",
            text: login.to_owned(),
        });
    }
    screens_on(place, session, database)
}
