//! The door to the work without screens: when it is used, on what it speaks, and how it ends.

use std::io::{IsTerminal, LineWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use super::mouth::{LOOK, Mouth};
use super::place::Place;
use super::recovery::{End, Keeping, Stay};
use super::terminal;
use super::tui::stand;
use crate::domain::error::Result;
use crate::ui::ending::{Fulfilled, LAST};
use crate::ui::idle::{self, Due, Idle};
use crate::ui::line::{self, Cut, Desk, Ending, Heard, LONGEST, LineSetup, NoChoice};
use crate::ui::screen::StartChoice;
use crate::ui::terminal::{Alarm, Came, LineReader, tty_size};
use crate::work::request::{Answer, Facts, Request};
use crate::work::session::Session;
use crate::work::thread::aside::Aside;

/// How the work without screens is set up, where it is asked for or the terminal has no screen that
/// could be used (DESIGN 7.11); none where the screens are opened, or nothing can be.
#[must_use]
pub fn wanted(place: &Place) -> Option<LineSetup> {
    let environment = terminal::environment(place);
    let is_watched = std::io::stdin().is_terminal();
    let has_no_screen = is_watched && environment.capabilities().is_err();
    if !place.line && !has_no_screen {
        return None;
    }
    let size = tty_size(std::io::stdout()).ok();
    Some(LineSetup {
        words: place.words,
        wide: size.map_or(80, |size| usize::from(size.width)),
        // Without somebody to turn pages the text goes on; lists are asked for page by page all the same.
        high: size
            .filter(|_| is_watched)
            .map(|size| usize::from(size.height)),
        measure: size_now,
        glyphs: environment.glyphs(),
        is_watched,
        is_wished: place.line,
    })
}

/// The command that imports this file.
#[must_use]
pub fn import_of(file: &str) -> String {
    format!("import {file}")
}

fn size_now() -> Option<(usize, usize)> {
    let size = tty_size(std::io::stdout()).ok()?;
    Some((usize::from(size.width), usize::from(size.height)))
}

/// Talks on a session until it is left; `first` is obeyed before anything that is typed.
///
/// # Errors
/// Those of opening it; when standard input or the signals cannot be had.
pub fn talk_on(
    place: &Place,
    setup: LineSetup,
    open: impl FnOnce() -> Result<Session> + Send + 'static,
    (database, stay): (&Path, Stay),
    first: Option<String>,
) -> Result<ExitCode> {
    let (state, at) = (place.config.state.clone(), database.to_owned());
    let (aside, (file, mut left)) = Aside::open(open, move |session| {
        // Who only hands lines in is nowhere.
        if setup.is_watched {
            stand(session)?;
        }
        Ok(stay.take_up(session, &state, &at))
    })?;
    // A file or a pipe that brings the lines is nobody who could have gone away.
    let is_patient = !setup.is_watched;
    let mut ear = Ear::new(lines(setup)?);
    let alarm = Rc::new(ear.lines.alarm()?);
    let recovered = left.kept.take().map(|kept| kept.unsaved);
    let mut first = first.map(|line| Heard::Line(line.into_bytes()));
    let mut listen = |minutes| {
        let minutes = if is_patient { 0 } else { minutes };
        first.take().unwrap_or_else(|| ear.hear(minutes))
    };
    let mut out = LineWriter::new(Mouth::new(Rc::clone(&alarm))?);
    let recovered = recovered.unwrap_or_default();
    let cut = None;
    let mut desk = Beside { aside, alarm, cut };
    let mut ending = line::run(&mut desk, setup, recovered, &mut listen, &mut out);
    let said = out.flush();
    let mouth = out.get_ref();
    ending.cut = mouth.cut().or(ending.cut);
    if said.is_err() && setup.is_watched {
        ending.cut = ending.cut.or(Some(129));
    }
    let mut keeping = Keeping::new(file, left);
    let has_left = ending.cut.is_none();
    keeping.keep(&ending.unsaved, ending.sent.as_ref(), has_left);
    if !has_left {
        mouth.end();
    }
    // As it was when the last line was waited for: it may have been set since the start.
    let minutes = desk.facts().idle_minutes;
    desk.hears_last(&mut ending);
    let end = match ending.cut {
        None => End::Left,
        Some(idle::CODE) => End::Rested(minutes),
        Some(_) => End::Cut,
    };
    let end = (&end, setup.glyphs);
    keeping.end(place, ending.unsaved, ending.sent, end);
    Ok(match ending.cut {
        Some(code) => ExitCode::from(code),
        // A script learns that a line of it was not obeyed; a person has heard it.
        None if !setup.is_watched && ending.faults > 0 => ExitCode::FAILURE,
        None => ExitCode::SUCCESS,
    })
}

/// A session that is waited for until the program is cut off.
struct Beside {
    aside: Aside,
    alarm: Rc<Alarm>,
    /// It was, and this is not answered.
    cut: Option<(Cut, Request)>,
}

impl Desk for Beside {
    fn facts(&self) -> &Arc<Facts> {
        self.aside.facts()
    }

    fn answer(&mut self, request: &Request) -> std::result::Result<Result<Answer>, Cut> {
        if let Some((cut, _)) = self.cut {
            return Err(cut);
        }
        self.aside.ask(request.clone());
        loop {
            if let Some(answer) = self.aside.wait(LOOK) {
                return Ok(answer);
            }
            if let Some(code) = self.alarm.came().and_then(end_of) {
                self.cut = Some((Cut(code), request.clone()));
                return Err(Cut(code));
            }
        }
    }
}

impl Beside {
    /// The end of the session, which waits for nothing longer than who is cut off may wait. What was saved after all is
    /// typed no more.
    fn hears_last(mut self, ending: &mut Ending) {
        let Some((_, request)) = self.cut else {
            return self.aside.close();
        };
        let Some(answer) = self.aside.wait(LAST) else {
            return;
        };
        if let Some(answered) = answer.ok().and_then(|it| Fulfilled::of(&request, &it)) {
            let unsaved = ending.unsaved.drain(..);
            let left = unsaved.map(|draft| answered.left_of(draft));
            ending.unsaved = left.filter(|draft| !draft.fields.is_empty()).collect();
            ending.sent = None;
        }
        // What failed the next start asks for by its key.
        self.aside.close();
    }
}

/// Asks what a first start begins with; gives the exit code where nothing was chosen.
///
/// # Errors
/// When standard input or the signals cannot be had.
pub fn begin(
    setup: LineSetup,
    complaint: Option<&str>,
) -> Result<std::result::Result<StartChoice, ExitCode>> {
    let mut lines = lines(setup)?;
    let mut listen = |_| heard(lines.next_line(None));
    let mut out = std::io::stdout().lock();
    Ok(
        line::begin(setup, complaint, &mut listen, &mut out).map_err(|why| match why {
            NoChoice::Left => ExitCode::SUCCESS,
            NoChoice::Cut(code) => ExitCode::from(code),
        }),
    )
}

/// Lines, and the end of a session to which nobody hands any.
struct Ear {
    lines: LineReader,
    idle: Idle,
    started: Instant,
    /// A line was taken: what is done with it is no idleness.
    has_heard: bool,
}

impl Ear {
    fn new(lines: LineReader) -> Self {
        Self {
            lines,
            idle: Idle::default(),
            started: Instant::now(),
            has_heard: true,
        }
    }

    fn hear(&mut self, minutes: u32) -> Heard {
        if std::mem::take(&mut self.has_heard) {
            self.idle.touch(self.started.elapsed());
        }
        loop {
            let longest = match self.idle.due(minutes, self.started.elapsed()) {
                Due::Wait(longest) => longest,
                Due::Warn(left) => {
                    self.idle.warned();
                    return Heard::Soon(left);
                }
                Due::End => {
                    self.lines.forget();
                    return Heard::Cut(idle::CODE);
                }
            };
            match self.lines.next_line(longest) {
                Came::Nothing => {}
                came => {
                    self.has_heard = true;
                    return heard(came);
                }
            }
        }
    }
}

fn lines(setup: LineSetup) -> Result<LineReader> {
    let input = rustix::io::dup(std::io::stdin()).map_err(std::io::Error::from)?;
    Ok(LineReader::new(input, setup.is_watched, LONGEST)?)
}

/// The code to leave with, where the end came.
pub fn end_of(came: Came) -> Option<u8> {
    match heard(came) {
        Heard::Cut(code) => Some(code),
        Heard::Line(_) | Heard::TooLong | Heard::Soon(_) | Heard::End => None,
    }
}

fn heard(came: Came) -> Heard {
    match came {
        Came::Line(bytes) => Heard::Line(bytes),
        Came::TooLong => Heard::TooLong,
        // Without a time to wait nothing is waited for in vain.
        Came::Nothing | Came::End => Heard::End,
        Came::Gone => Heard::Cut(129),
        Came::Signal(number) => Heard::Cut(u8::try_from(128 + number).unwrap_or(u8::MAX)),
    }
}
