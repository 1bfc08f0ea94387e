//! Opens the screens on a database, and keeps what was typed and not saved when they end.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::place::Place;
use super::recovery::{End, Keeping, Stay};
use super::{line, terminal};
use crate::domain::error::{Error, Result};
use crate::domain::present::Standing;
use crate::lang::format;
use crate::ui::app::App;
use crate::ui::ending::Ending;
use crate::ui::idle;
use crate::ui::mail::Mail;
use crate::ui::run::run;
use crate::ui::screens;
use crate::work::request::Request;
use crate::work::request::present::Ask;
use crate::work::session::Session;
use crate::work::thread::Office;

/// Opens the screens on a database until they are left; numbered prompts where those are wanted.
pub fn screens(place: &Place, database: &Path, stay: Stay) -> Result<ExitCode> {
    if place.is_looking_back() {
        // Making a past day is told where it was asked for.
        let session = place.session()?;
        return screens_on(place, || Ok(session), database, stay);
    }
    let open = place.opener(database, &place.login());
    screens_on(place, open, database, stay)
}

fn screens_on(
    place: &Place,
    open: impl FnOnce() -> Result<Session> + Send + 'static,
    database: &Path,
    stay: Stay,
) -> Result<ExitCode> {
    if let Some(setup) = line::wanted(place) {
        return line::talk_on(place, setup, open, (database, stay), None);
    }
    let mail = Mail::default();
    let (state, at) = (place.config.state.clone(), database.to_owned());
    let (office, (facts, company, file, mut left)) = Office::open(
        open,
        move |session| {
            stand(session)?;
            let (file, left) = stay.take_up(session, &state, &at);
            let facts = Arc::clone(session.facts());
            Ok((facts, session.store().company(), file, left))
        },
        mail.post(),
    )?;
    let terminal = match terminal::find(place) {
        Ok(terminal) => terminal,
        Err(code) => {
            office.close();
            return Ok(code);
        }
    };
    let login = facts.user.login.clone();
    let open = place.opener(database, &login);
    let files = move || {
        let mut session = open()?;
        session.store().accompany(&company);
        Ok(session)
    };
    let office = office.with_files(files, mail.post())?;
    let setup = terminal.setup(place);
    let choices = setup.choices();
    let glyphs = choices.profile.glyphs;
    let kept = left.kept.take();
    let at = kept.as_ref().map(|kept| format::moment(kept.at));
    let begun = kept.map(|kept| kept.unsaved).unwrap_or_default();
    let (app, first) = App::new(facts, setup, screens::home(begun, at));
    let mut remember = terminal.remember(choices);
    let glass = terminal.glass(&mut remember);
    let mut keeping = Keeping::new(file, left);
    let mut keep = |ending: &Ending| match ending {
        Ending::Left(_, unsaved) => keeping.keep(unsaved, None, true),
        Ending::Cut { unsaved, sent, .. } => keeping.keep(unsaved, sent.as_ref(), false),
    };
    // Where it fails, what was left stays as it was.
    match run(app, first, Some(office), mail, glass, &mut keep)? {
        Ending::Left(_, unsaved) => {
            keeping.end(place, unsaved, None, (&End::Left, glyphs));
            Ok(ExitCode::SUCCESS)
        }
        Ending::Cut {
            unsaved,
            sent,
            code,
            minutes,
        } => {
            let end = match code {
                idle::CODE => End::Rested(minutes),
                _ => End::Cut,
            };
            keeping.end(place, unsaved, sent, (&end, glyphs));
            Ok(ExitCode::from(code))
        }
    }
}

/// Opens the screens on a database that was just made, under a name that it knows.
pub fn on(place: &Place, database: &Path, login: &str, stay: Stay) -> Result<ExitCode> {
    let open = place.opener(database, login);
    let login = login.to_owned();
    let open = move || {
        let session = open()?;
        if session.user().login != login {
            return Err(Error::BadText {
                what: "user",
                text: login,
            });
        }
        Ok(session)
    };
    screens_on(place, open, database, stay)
}

/// From now on others see that somebody is there. Who is one too many goes before what was kept is taken up.
pub fn stand(session: &mut Session) -> Result<()> {
    session.answer(&Request::Present(Ask::Stand(Standing::Elsewhere)))?;
    Ok(())
}
