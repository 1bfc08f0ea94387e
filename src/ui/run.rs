//! The loop on a real terminal: asks what was wanted, draws once if something changed, waits, takes in
//! everything that arrived, and goes round. No tick: an idle session writes no byte.
//!
//! A frame waits a moment for the answer to a key, so that a key, and a burst of them, is one frame
//! and not two. On a slow line a frame goes out in pieces; keys are taken in between them.

use std::io;
use std::os::fd::AsFd;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::app::{App, Command, Event};
use super::ending::Ending;
use super::idle::{self, Due, Idle};
use super::mail::{Arrival, Mail, event_of};
use super::meter::Sample;
use super::screen::Outcome;
use super::setup::Choices;
use super::terminal::{
    BurstGuard, Capabilities, Event as TerminalEvent, Line, Painter, Profile, Reader,
    ReaderOptions, Speed, Stamped, Tty, TtyWriter, tty_size,
};
use crate::work::request::Request;
use crate::work::request::present::Ask;
use crate::work::thread::Office;

/// So long a frame waits for the answer to a key. A store that takes longer is seen to be working.
const ANSWER_WAIT: Duration = Duration::from_millis(100);

/// So long after the last key a person rests; a key that is held comes every 33 ms.
const REST: Duration = Duration::from_millis(250);

/// The terminal that the screens are shown on.
pub struct Glass<'a> {
    /// What may be sent.
    pub can: Capabilities,
    /// The speed of a slow line.
    pub speed: Option<Speed>,
    /// How long a lone ESC may be the head of a sequence.
    pub escape_wait: Duration,
    /// Keeps what the person chose for this terminal.
    pub remember: &'a mut dyn FnMut(Choices),
}

/// What the loop holds between two rounds.
struct Stage<'a> {
    started: Instant,
    line: Line,
    remember: &'a mut dyn FnMut(Choices),
    /// When the oldest change that no frame shows yet came in.
    changed_at: Option<Duration>,
    /// When the last key came.
    typed_at: Duration,
    /// The frame that is on its way: since when, and how many bytes had gone out before it.
    frame: Option<(Duration, usize)>,
    app: App,
    office: Option<Office>,
    tty: Tty,
    painter: Painter<TtyWriter>,
    guard: BurstGuard,
    round: Round,
    idle: Idle,
}

/// What a round of the loop took in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    /// Nothing: the screen is as it was drawn.
    Idle,
    /// Answers and news. A frame of these asks nothing, so that a failing store is not asked without end.
    Store,
    /// Keys, or another size of the window.
    Person,
}

/// Runs the program on the terminal of the process until it ends. `keep` gets what was typed and not saved before anything
/// is waited for; by what is heard after that the end may be another one.
///
/// # Errors
/// When the terminal cannot be taken over.
pub fn run(
    app: App,
    first: Vec<Command>,
    office: Option<Office>,
    mail: Mail,
    glass: Glass,
    keep: &mut dyn FnMut(&Ending),
) -> io::Result<Ending> {
    let can = glass.can;
    let send = mail.send.clone();
    let input = io::stdin().as_fd().try_clone_to_owned()?;
    let options = ReaderOptions::new(input, glass.escape_wait);
    let started = options.started;
    let reader = Reader::spawn(options, move |event| {
        send.send(Arrival::Terminal(event)).is_ok()
    })?;
    let tty = Tty::enter(io::stdout().as_fd().try_clone_to_owned()?, can)?;
    tty.install_panic_hook();
    let painter = Painter::new(tty.writer()?, tty_size(io::stdout())?, can);
    let guard = BurstGuard::new();
    let mut stage = Stage {
        started,
        line: Line::new(glass.speed),
        remember: glass.remember,
        changed_at: None,
        typed_at: Duration::ZERO,
        frame: None,
        app,
        office,
        tty,
        painter,
        guard,
        round: Round::Person,
        idle: Idle::default(),
    };
    let ending = stage.turn(first, &mail.receive);
    keep(&ending);
    stage.tty.restore();
    let Some(office) = stage.office else {
        return Ok(ending);
    };
    // Of a session that is cut off only the terminal could hang, and that is given back. Who leaves may still be cut off.
    let _reader = Some(reader).filter(|_| matches!(ending, Ending::Left(..)));
    Ok(stage.app.hears_last(office, mail, ending))
}

impl Stage<'_> {
    fn turn(&mut self, first: Vec<Command>, arrivals: &Receiver<Arrival>) -> Ending {
        self.carry_out(first);
        loop {
            if self.app.is_done() {
                return Ending::Left(self.app.outcome().clone(), self.app.unsaved());
            }
            if let Some(ending) = self.look_at_clock() {
                return ending;
            }
            self.paint();
            let arrived = match self.wait() {
                None => arrivals.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(wait) => arrivals.recv_timeout(wait),
            };
            match arrived {
                Ok(arrival) => {
                    let mut batch = vec![arrival];
                    batch.extend(arrivals.try_iter());
                    if let Some(ending) = self.take(batch) {
                        return ending;
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.rest(),
                Err(RecvTimeoutError::Disconnected) => {
                    return Ending::Left(Outcome::Nothing, self.app.unsaved());
                }
            }
        }
    }

    /// True while a part of the last frame has to go out, and may: not while the shell has the terminal.
    fn is_behind(&self) -> bool {
        self.tty.is_ours() && self.painter.is_behind()
    }

    fn now(&self) -> Duration {
        self.started.elapsed()
    }

    /// How long to sleep at most; for ever where nothing is left to be done.
    fn wait(&self) -> Option<Duration> {
        let now = self.now();
        let changed = self.changed_at.filter(|_| self.round != Round::Idle);
        let answer = changed.map(|since| (since + ANSWER_WAIT).saturating_sub(now));
        let is_behind = self.is_behind();
        let line = is_behind.then(|| self.line.wait(now));
        let is_moving = self.app.is_moving();
        let rest = is_moving.then(|| (self.typed_at + REST).saturating_sub(now));
        let idle = match self.idle.due(self.app.idle_minutes(), now) {
            Due::Wait(wait) => wait,
            Due::Warn(_) | Due::End => Some(Duration::ZERO),
        };
        let waits = [answer, line, rest, idle].into_iter().flatten();
        // A wait that is over a moment too early would only be another round.
        waits.min().map(|wait| wait + Duration::from_micros(100))
    }

    /// Warns a session that nobody touches, and ends it.
    fn look_at_clock(&mut self) -> Option<Ending> {
        let now = self.now();
        if self.app.is_at_work() {
            self.idle.touch(now);
        }
        match self.idle.due(self.app.idle_minutes(), now) {
            Due::Wait(_) => None,
            Due::Warn(left) => {
                self.idle.warned();
                let commands = self.app.handle(Event::EndsSoon(left));
                self.carry_out(commands);
                self.changes(Round::Store);
                None
            }
            Due::End => Some(self.app.cut_off(idle::CODE)),
        }
    }

    /// Lets what was left for later follow once keys rest.
    fn rest(&mut self) {
        if self.app.is_moving() && self.now() >= self.typed_at + REST {
            let commands = self.app.handle(Event::Rested);
            self.carry_out(commands);
            self.changes(Round::Store);
        }
    }

    /// Something changed: a frame has to show it.
    fn changes(&mut self, round: Round) {
        let now = self.now();
        self.changed_at.get_or_insert(now);
        if self.round != Round::Person {
            self.round = round;
        }
    }

    /// Draws if something changed, or sends more of what was drawn; a terminal that went away is told
    /// by the reader, not here.
    fn paint(&mut self) {
        let now = self.now();
        let waits_for_answer = self.app.is_busy()
            && self
                .changed_at
                .is_some_and(|since| now.saturating_sub(since) < ANSWER_WAIT);
        let sent = self.painter.sent();
        self.painter.allow(self.line.room(now));
        if self.round != Round::Idle && !waits_for_answer {
            let since = self.changed_at.take().unwrap_or(now);
            if self.tty.is_ours() {
                self.frame = Some((since, sent));
            }
            self.draw();
        } else if self.is_behind() {
            let _ = self.painter.go_on();
        }
        let (sent_by_now, is_behind) = (self.painter.sent(), self.painter.is_behind());
        self.line.send(sent_by_now - sent, now);
        if let Some((since, before)) = self.frame.take_if(|_| !is_behind) {
            let bytes = sent_by_now - before;
            let at = self.now();
            let sample = Sample {
                at,
                bytes,
                took: at.saturating_sub(since),
                on_line: self.line.takes(bytes),
            };
            let _ = self.app.handle(Event::Painted(sample)); // asks for nothing
        }
    }

    fn draw(&mut self) {
        let round = std::mem::replace(&mut self.round, Round::Idle);
        if !self.tty.is_ours() {
            return;
        }
        let app = &mut self.app;
        let _ = self.painter.paint(|frame| app.draw(frame));
        if round == Round::Person {
            let commands = self.app.handle(Event::Drawn);
            self.carry_out(commands);
        }
    }

    fn take(&mut self, batch: Vec<Arrival>) -> Option<Ending> {
        let is_of_a_person = batch.iter().any(Arrival::is_of_a_person);
        self.changes(if is_of_a_person {
            Round::Person
        } else {
            Round::Store
        });
        let mut typed = Vec::new();
        for arrival in batch {
            match arrival {
                Arrival::Terminal(TerminalEvent::Input(input)) => typed.push(input),
                Arrival::Terminal(event) => {
                    self.take_typed(&mut typed);
                    if let Some(ending) = self.take_signal(event) {
                        return Some(ending);
                    }
                }
                Arrival::Store(message) => {
                    self.take_typed(&mut typed);
                    let event = event_of(message);
                    let commands = self.app.handle(event);
                    self.carry_out(commands);
                }
            }
        }
        self.take_typed(&mut typed);
        None
    }

    fn take_typed(&mut self, typed: &mut Vec<Stamped>) {
        self.guard.mark(typed);
        for input in typed.drain(..) {
            self.typed_at = input.at;
            self.idle.touch(input.at);
            let commands = self.app.handle(Event::Typed(input));
            self.carry_out(commands);
        }
    }

    fn take_signal(&mut self, event: TerminalEvent) -> Option<Ending> {
        match event {
            TerminalEvent::Input(_) => {}
            TerminalEvent::Resize(columns, rows) => {
                self.resize(Size::new(columns, rows));
            }
            TerminalEvent::Suspend => self.suspend(),
            TerminalEvent::Continue => {
                self.idle.touch(self.now());
                if self.tty.resume().is_ok() {
                    let shown = self.painter.size();
                    self.resize(tty_size(io::stdout()).unwrap_or(shown));
                }
            }
            TerminalEvent::Hangup => return Some(self.cut(1)),
            TerminalEvent::Terminate(signal) => {
                return Some(self.cut(u8::try_from(signal).unwrap_or(0)));
            }
        }
        None
    }

    /// Takes a size and paints everything, also where the size is the one we had.
    fn resize(&mut self, size: Size) {
        self.painter.resize(size);
    }

    fn treat(&mut self, profile: Profile) {
        self.painter.treat(profile);
        self.line.set_speed(profile.speed);
        self.resize(self.painter.size());
    }

    fn cut(&self, signal: u8) -> Ending {
        self.app.cut_off(128u8.saturating_add(signal))
    }

    fn suspend(&mut self) {
        // Without a shell that could continue us, Ctrl-Z does nothing.
        let _ = self.tty.suspend();
    }

    fn carry_out(&mut self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::Ask(request) => {
                    if let Some(office) = &mut self.office {
                        office.ask(request);
                    }
                }
                Command::Stand(standing) => {
                    if let Some(office) = &mut self.office {
                        office.ask(Request::Present(Ask::Stand(standing)));
                    }
                }
                Command::Cancel => {
                    if let Some(office) = &self.office {
                        office.cancel_import();
                    }
                }
                Command::Repaint => self.painter.repaint(),
                Command::Suspend => self.suspend(),
                Command::Treat(profile) => self.treat(profile),
                Command::Remember(choices) => (self.remember)(choices),
                Command::Quit => {}
            }
        }
    }
}
