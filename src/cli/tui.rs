//! Opens the screens on a database, and keeps what was typed and not saved when they end.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::place::Place;
use super::recovery::{self, End, Stay};
use super::{line, terminal};
use crate::domain::error::{Error, Result};
use crate::domain::present::Standing;
use crate::lang::format;
use crate::ui::app::App;
use crate::ui::idle;
use crate::ui::mail::Mail;
use crate::ui::run::{Ending, run};
use crate::ui::screens;
use crate::work::request::Request;
use crate::work::request::present::Ask;
use crate::work::session::Session;
use crate::work::thread::Office;

/// Runs the screens on a session until they are left; numbered prompts where those are wanted.
pub fn screens_on(
    place: &Place,
    mut session: Session,
    database: &Path,
    stay: Stay,
) -> Result<ExitCode> {
    let by_lines = line::wanted(place);
    if by_lines.as_ref().is_none_or(|setup| setup.is_watched) {
        // From now on others see that somebody is there. Who is one too many goes before what was kept is taken up.
        session.answer(&Request::Present(Ask::Stand(Standing::Elsewhere)))?;
    }
    if let Some(setup) = by_lines {
        return line::talk_on(place, setup, session, (database, stay), None);
    }
    let terminal = match terminal::find(place) {
        Ok(terminal) => terminal,
        Err(code) => return Ok(code),
    };
    let login = session.user().login.clone();
    let file = stay.file(&place.config.state, database, &login);
    let facts = Arc::clone(session.facts());
    let mail = Mail::default();
    let open = place.opener(database, &login);
    let company = session.store().company();
    let files = move || {
        let mut session = open()?;
        session.store().accompany(&company);
        Ok(session)
    };
    let office = Office::start(session, mail.post())?.with_files(files, mail.post())?;
    let setup = terminal.setup(place);
    let choices = setup.choices();
    // Once nothing but the terminal can fail any more: it is held until the session ends.
    let mut left = file.as_deref().map(recovery::take).unwrap_or_default();
    let kept = left.kept.take();
    let at = kept.as_ref().map(|kept| format::moment(kept.at));
    let begun = kept.map(|kept| kept.unsaved).unwrap_or_default();
    let (app, first) = App::new(facts, setup, screens::home(begun, at));
    let mut remember = terminal.remember(choices);
    let glass = terminal.glass(&mut remember);
    // Where it fails, what was left stays as it was.
    match run(app, first, Some(office), mail, glass)? {
        Ending::Left(_, unsaved) => {
            recovery::end(place, file.as_deref(), left, unsaved, &End::Left);
            Ok(ExitCode::SUCCESS)
        }
        Ending::Cut {
            unsaved,
            code,
            minutes,
        } => {
            let end = match code {
                idle::CODE => End::Rested(minutes),
                _ => End::Cut,
            };
            recovery::end(place, file.as_deref(), left, unsaved, &end);
            Ok(ExitCode::from(code))
        }
    }
}

/// Opens the screens on a database that was just made, under a name that it knows.
pub fn on(place: &Place, database: &Path, login: &str, stay: Stay) -> Result<ExitCode> {
    let session = place.session_on(database, login)?;
    if session.user().login != login {
        return Err(Error::BadText {
            what: "user",
            text: login.to_owned(),
        });
    }
    screens_on(place, session, database, stay)
}
