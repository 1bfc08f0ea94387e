//! The loop on a real terminal: asks what was wanted, draws once if something changed, waits, takes in
//! everything that arrived, and goes round. No tick: an idle session writes no byte.

use std::io;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use ratatui::layout::{Position, Rect, Size};

use super::app::{App, Command, Event};
use super::screen::{Outcome, Unsaved};
use super::terminal::{
    BurstGuard, Capabilities, Event as TerminalEvent, Reader, ReaderOptions, Stamped, TerminalEnv,
    ThinBackend, Tty, TtyWriter, tty_size,
};
use crate::work::thread::{Message, Office};

/// What reaches the loop.
enum Arrival {
    Terminal(TerminalEvent),
    Store(Message),
}

impl Arrival {
    fn is_of_a_person(&self) -> bool {
        matches!(self, Self::Terminal(_))
    }
}

/// How the program ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ending {
    /// A person left it, with this choice where the first screen asked for one.
    Left(Outcome),
    /// The terminal went away, or a signal asked: what was typed and not saved, and the exit code.
    Cut {
        /// What was typed and not saved.
        unsaved: Vec<Unsaved>,
        /// 128 and the signal's number.
        code: u8,
    },
}

/// What the loop holds between two rounds.
struct Stage {
    app: App,
    office: Option<Office>,
    tty: Tty,
    terminal: ratatui::Terminal<ThinBackend<TtyWriter>>,
    guard: BurstGuard,
    round: Round,
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

/// Where requests go and answers come from; made before the first screen, because a session is opened
/// on it.
pub struct Mail {
    send: Sender<Arrival>,
    receive: Receiver<Arrival>,
}

impl Default for Mail {
    fn default() -> Self {
        let (send, receive) = channel();
        Self { send, receive }
    }
}

impl Mail {
    /// Where the store thread sends its messages.
    pub fn post(&self) -> impl Fn(Message) + Send + 'static {
        let send = self.send.clone();
        // Once the loop has ended nobody waits for an answer.
        move |message| drop(send.send(Arrival::Store(message)))
    }
}

/// Runs the program on the terminal of the process until it ends.
///
/// # Errors
/// When the terminal cannot be taken over.
pub fn run(
    app: App,
    first: Vec<Command>,
    office: Option<Office>,
    mail: Mail,
    environment: &TerminalEnv,
    can: Capabilities,
) -> io::Result<Ending> {
    let send = mail.send.clone();
    let input = io::stdin().as_fd().try_clone_to_owned()?;
    let options = ReaderOptions::new(input, environment.escape_wait());
    let _reader = Reader::spawn(options, move |event| {
        send.send(Arrival::Terminal(event)).is_ok()
    })?;
    let tty = Tty::enter(io::stdout().as_fd().try_clone_to_owned()?, can)?;
    tty.install_panic_hook();
    let backend = ThinBackend::new(tty.writer()?, tty_size(io::stdout())?, can);
    let terminal = ratatui::Terminal::new(backend)?;
    let guard = BurstGuard::new();
    let mut stage = Stage {
        app,
        office,
        tty,
        terminal,
        guard,
        round: Round::Person,
    };
    let ending = stage.turn(first, &mail.receive);
    stage.tty.restore();
    if let Some(office) = stage.office {
        office.close();
    }
    Ok(ending)
}

/// What a message of the store is to the screens.
fn event_of(message: Message) -> Event {
    match message {
        Message::Reply { question, answer } => Event::Reply(*question, answer.map_err(Arc::new)),
        Message::News(news) => Event::News(news),
        Message::Progress { done, total } => Event::Progress { done, total },
        Message::Trouble(error) => Event::Trouble(Arc::new(error)),
    }
}

impl Stage {
    fn turn(&mut self, first: Vec<Command>, arrivals: &Receiver<Arrival>) -> Ending {
        self.carry_out(first);
        loop {
            if self.app.is_done() {
                return Ending::Left(self.app.outcome().clone());
            }
            self.draw();
            let Ok(arrival) = arrivals.recv() else {
                return Ending::Left(Outcome::Nothing);
            };
            let mut batch = vec![arrival];
            batch.extend(arrivals.try_iter());
            if let Some(ending) = self.take(batch) {
                return ending;
            }
        }
    }

    /// Draws if something changed; a terminal that went away is told by the reader, not here.
    fn draw(&mut self) {
        let round = std::mem::replace(&mut self.round, Round::Idle);
        if round == Round::Idle || !self.tty.is_ours() {
            return;
        }
        let app = &mut self.app;
        let _ = self.terminal.draw(|frame| {
            let cursor = app.draw(frame.buffer_mut());
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        });
        if round == Round::Person {
            let commands = self.app.handle(Event::Drawn);
            self.carry_out(commands);
        }
    }

    fn take(&mut self, batch: Vec<Arrival>) -> Option<Ending> {
        self.round = if batch.iter().any(Arrival::is_of_a_person) {
            Round::Person
        } else {
            Round::Store
        };
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
                if self.tty.resume().is_ok() {
                    let shown = self.terminal.size().unwrap_or_default();
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
        self.terminal.backend_mut().resize(size);
        // ratatui compares with its last frame, which the backend has just forgotten.
        let _ = self.terminal.resize(Rect::from((Position::ORIGIN, size))); // fails only in flushing
    }

    fn cut(&self, signal: u8) -> Ending {
        Ending::Cut {
            unsaved: self.app.unsaved(),
            code: 128u8.saturating_add(signal),
        }
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
                Command::Repaint => self.terminal.backend_mut().repaint(),
                Command::Suspend => self.suspend(),
                Command::Quit => {}
            }
        }
    }
}
