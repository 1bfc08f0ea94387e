//! The terminal at which this run stands: what the environment says of it, and what its user chose for
//! it before.
//!
//! Choices are kept in the state directory, a file for each login, terminal and client host.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use super::chosen::Kept;
use super::keys::Taken;
use super::place::Place;
use super::{exit, failure, state};
use crate::config;
use crate::ui::run::Glass;
use crate::ui::setup::{Choices, Setup, Terminal};
use crate::ui::terminal::{Capabilities, Colour, Profile, TerminalEnv};
use crate::ui::theme::Looks;

/// A longer name is that of no terminal.
const LONGEST_TERM: usize = 64;

/// At the door the choices of so many terminals of a clerk are kept, the newest: each new name is a new file.
const KEPT_AT_DOOR: usize = 20;

/// A terminal that the screens can be shown on.
pub struct Found {
    environment: TerminalEnv,
    can: Capabilities,
    profile: Profile,
    /// What was chosen here before.
    kept: Kept,
    /// Where that is kept.
    file: PathBuf,
    /// It was never seen before.
    is_new: bool,
    /// The clerk came through the door, where what is kept is bounded.
    is_at_door: bool,
}

/// Finds the terminal; where it is not usable, says why and gives the exit code instead.
pub fn find(place: &Place) -> Result<Found, ExitCode> {
    let environment = environment(place);
    let told = environment.capabilities();
    let Ok((can, found)) = told.and_then(|can| Ok((can, environment.profile()?))) else {
        let text = place.words.console.no_terminal;
        return Err(failure::said(place, text, exit::USAGE));
    };
    let (term, client) = (&environment.term, environment.client());
    let found = config::treat(&place.config.terminals, term, client, found);
    let login = place.login();
    let parts = [login.as_bytes(), term.as_bytes(), client.as_bytes()];
    let file = state::file(&place.config.state, "terminal", &parts);
    let kept: Option<Kept> = state::read(&file);
    let is_new = kept.is_none();
    let kept = kept.unwrap_or_else(|| Kept::nothing(term, client));
    let mut profile = kept.over(found);
    match place.config.colour {
        Some(true) if profile.colour == Colour::None => profile.colour = Colour::Eight,
        Some(false) => profile.colour = Colour::None,
        _ => {}
    }
    // Who says so in the environment says so for today, whatever was chosen some other day.
    if !environment.no_color.is_empty() && place.config.colour != Some(true) {
        profile.colour = Colour::None;
    }
    Ok(Found {
        environment,
        can,
        profile,
        kept,
        file,
        is_new,
        is_at_door: place.door.is_some(),
    })
}

impl Found {
    /// How the screens are set up here.
    ///
    /// Faulty keys or looks do not keep anybody out: a clerk cannot mend the site's file and has work to
    /// do. The screens open with what is built in, as in the manual, and say so on the message line; what
    /// exactly is wrong, `cchc keys` tells whoever can mend it.
    #[must_use]
    pub fn setup(&self, place: &Place) -> Setup {
        let taken = Taken::from(&place.config);
        let faults = taken.faults;
        let theme = self.kept.theme().unwrap_or(taken.theme);
        Setup {
            words: place.words,
            looks: Looks::new(theme, taken.styles, self.profile.colour != Colour::None),
            keymap: taken.keymap,
            composing: self.kept.composing(),
            notice: (faults > 0).then(|| (place.words.settings.not_taken)(faults)),
            terminal: Terminal {
                name: self.environment.term.clone(),
                client: self.environment.client().to_owned(),
                speed: self.environment.output_speed,
                profile: self.profile,
                is_new: self.is_new,
            },
        }
    }

    /// What keeps the choices that are made at this terminal, beginning with these.
    ///
    /// A state directory that cannot be written forgets them: nobody is kept from working by it.
    pub fn remember(&self, from: Choices) -> impl FnMut(Choices) + use<> {
        let (file, mut kept, mut last) = (self.file.clone(), self.kept.clone(), from);
        move |now| {
            kept.take(last, now);
            last = now;
            let _ = state::write(&file, &kept);
        }
    }

    /// The same as the loop wants it.
    pub fn glass<'a>(&self, remember: &'a mut dyn FnMut(Choices)) -> Glass<'a> {
        if self.is_new {
            let _ = state::write(&self.file, &self.kept); // else it is greeted again
            if self.is_at_door {
                state::keep_newest(&self.file, "terminal", KEPT_AT_DOOR);
            }
        }
        let mut can = self.can;
        (can.glyphs, can.colour) = (self.profile.glyphs, self.profile.colour);
        Glass {
            can,
            speed: self.profile.speed,
            escape_wait: self.environment.escape_wait(),
            remember,
        }
    }
}

/// What the environment says about the terminal.
#[must_use]
pub fn environment(place: &Place) -> TerminalEnv {
    let value = |name: &str| place.environment.value(name).unwrap_or_default().to_owned();
    let output = std::io::stdout();
    TerminalEnv {
        term: Some(value("TERM"))
            .filter(|term| term.len() <= LONGEST_TERM)
            .unwrap_or_default(),
        lc_all: value("LC_ALL"),
        lc_ctype: value("LC_CTYPE"),
        lang: value("LANG"),
        no_color: value("NO_COLOR"),
        colorterm: value("COLORTERM"),
        ssh_connection: value("SSH_CONNECTION"),
        is_terminal: std::io::stdin().is_terminal() && output.is_terminal(),
        output_speed: rustix::termios::tcgetattr(output).map_or(0, |modes| modes.output_speed()),
    }
}
