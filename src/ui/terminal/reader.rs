//! The thread that waits for the terminal and for signals.
//!
//! It sleeps in `poll` without a timeout (but for half a sequence), so an idle session costs nothing;
//! it never turns round on a terminal that has gone; and when the rest of the program hangs on that
//! terminal, it ends the process.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::parser::{Input, Parser};
use super::tty::tty_size;

/// What comes from the terminal and from the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key or a paste.
    Input(Stamped),
    /// The terminal has a new size: columns, rows.
    Resize(u16, u16),
    /// Someone asks us to stop (SIGTSTP). The key Ctrl-Z comes as a key.
    Suspend,
    /// We run again (SIGCONT): enter the terminal again and repaint.
    Continue,
    /// The terminal is gone. Save and leave: the process ends soon in any case, with 129.
    Hangup,
    /// A signal asks us to end: leave with 128 + the number. The second one ends the process.
    Terminate(i32),
}

/// An input and when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped {
    /// What came.
    pub input: Input,
    /// How long after [`ReaderOptions::started`]. What was read at once has one stamp.
    pub at: Duration,
    /// The bytes it came as, the first sixteen of them: for the page on which keys are tried.
    pub raw: Vec<u8>,
    /// Looks like a part of a paste; [`BurstGuard`](super::BurstGuard) says so, lists ignore it.
    pub pasted: bool,
}

/// Of longer inputs (pastes) only so many bytes are kept as they came.
const RAW_KEPT: usize = 16;

impl Stamped {
    /// An input that came at this time, of whose bytes nothing is known.
    #[must_use]
    pub fn new(input: Input, at: Duration) -> Self {
        Self {
            input,
            at,
            raw: Vec::new(),
            pasted: false,
        }
    }
}

/// What the thread needs to know.
pub struct ReaderOptions {
    /// The terminal to read: a duplicate of standard input.
    pub input: OwnedFd,
    /// How long a lone ESC may be the head of a sequence
    /// ([`TerminalEnv::escape_wait`](super::TerminalEnv::escape_wait)).
    pub escape_wait: Duration,
    /// From when the stamps count.
    pub started: Instant,
    /// How long the program may take to leave a terminal that is gone.
    pub patience: Duration,
    /// What happens when it takes longer. Gets the exit code; `std::process::exit` outside tests.
    pub last_resort: fn(i32),
}

impl ReaderOptions {
    /// Options for a real session on `input`.
    #[must_use]
    pub fn new(input: OwnedFd, escape_wait: Duration) -> Self {
        let last_resort = |code| std::process::exit(code);
        Self {
            input,
            escape_wait,
            started: Instant::now(),
            patience: Duration::from_millis(1_500),
            last_resort,
        }
    }
}

/// Held by the program as long as it reads; dropping it says that the program has left in good order,
/// and wakes the thread, so that the next key is left to whoever reads the terminal then.
#[derive(Debug)]
pub struct Reader {
    _alive: Sender<()>,
    _reads: UnixStream,
}

impl Reader {
    /// Starts the thread. `send` gets every event and says whether anybody still listens.
    ///
    /// Start it before asking for the size of the terminal, so that no change is missed.
    ///
    /// # Errors
    /// When the signals or the thread cannot be had.
    pub fn spawn(
        options: ReaderOptions,
        send: impl Fn(Event) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let (receive, wake) = UnixStream::pair()?;
        let signals = [SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGQUIT];
        let signals = SignalDelivery::with_pipe(receive, wake, SignalOnly, signals)?;
        let (alive, left) = channel();
        let (reads, ended) = UnixStream::pair()?;
        let watch = Watch {
            options,
            signals,
            send,
            left,
            ended,
            parser: Parser::new(),
            raw: Vec::new(),
            terminating: false,
        };
        thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || watch.run())?;
        Ok(Self {
            _alive: alive,
            _reads: reads,
        })
    }
}

struct Watch<S> {
    options: ReaderOptions,
    signals: SignalDelivery<UnixStream, SignalOnly>,
    send: S,
    left: Receiver<()>,
    /// Hangs up when the [`Reader`] is dropped.
    ended: UnixStream,
    parser: Parser,
    /// What came since the last input was complete.
    raw: Vec<u8>,
    terminating: bool,
}

/// Why the thread stops watching.
enum Stop {
    Gone,
    NobodyListens,
}

/// What woke the thread.
struct Woken {
    signals: bool,
    input: bool,
    silence: bool,
}

impl<S: Fn(Event) -> bool> Watch<S> {
    fn run(mut self) {
        // A terminal hands out 4 KiB at once (Linux, N_TTY_BUF_SIZE).
        let mut buffer = vec![0; 1 << 13];
        loop {
            if let Err(stop) = self.turn(&mut buffer) {
                if matches!(stop, Stop::Gone) && (self.send)(Event::Hangup) {
                    self.see_off();
                }
                return;
            }
        }
    }

    fn turn(&mut self, buffer: &mut [u8]) -> Result<(), Stop> {
        let woken = self.wait()?;
        if woken.signals {
            self.take_signals()?;
        }
        let inputs = if woken.input {
            let many = match rustix::io::read(&self.options.input, &mut *buffer) {
                Ok(0) => return Err(Stop::Gone),
                Ok(many) => many,
                Err(Errno::AGAIN | Errno::INTR) => return Ok(()),
                Err(_) => return Err(Stop::Gone),
            };
            self.take_bytes(buffer.get(..many).unwrap_or_default())
        } else if woken.silence {
            let inputs = self.parser.flush();
            self.with_raw(inputs)
        } else {
            Vec::new()
        };
        let at = self.options.started.elapsed();
        inputs.into_iter().try_for_each(|(input, raw)| {
            let stamped = Stamped::new(input, at);
            self.tell(Event::Input(Stamped { raw, ..stamped }))
        })
    }

    /// The inputs that are complete with these bytes, each with those that made it.
    fn take_bytes(&mut self, bytes: &[u8]) -> Vec<(Input, Vec<u8>)> {
        let mut found = Vec::new();
        for byte in bytes {
            let inputs = self.parser.feed(std::slice::from_ref(byte));
            if self.raw.len() < RAW_KEPT {
                self.raw.push(*byte);
            }
            found.extend(self.with_raw(inputs));
        }
        found
    }

    fn with_raw(&mut self, inputs: Vec<Input>) -> Vec<(Input, Vec<u8>)> {
        // Where one byte ends two inputs (Esc, then a letter) the bytes stand with the first.
        let inputs = inputs.into_iter();
        inputs
            .map(|input| (input, std::mem::take(&mut self.raw)))
            .collect()
    }

    fn wait(&self) -> Result<Woken, Stop> {
        let timeout = self
            .parser
            .is_waiting()
            .then(|| Timespec::try_from(self.options.escape_wait).unwrap_or_default());
        let mut watched = [
            PollFd::new(&self.options.input, PollFlags::IN),
            PollFd::from_borrowed_fd(self.signals.get_read().as_fd(), PollFlags::IN),
            PollFd::new(&self.ended, PollFlags::IN),
        ];
        let ready = match poll(&mut watched, timeout.as_ref()) {
            Ok(ready) => ready,
            Err(Errno::INTR) => {
                return Ok(Woken {
                    signals: true,
                    input: false,
                    silence: false,
                });
            }
            Err(_) => return Err(Stop::Gone),
        };
        let [input, signals, ended] = watched.map(|fd| fd.revents());
        if !ended.is_empty() {
            return Err(Stop::NobodyListens);
        }
        // On a hang-up the last bytes are not read: nobody stands behind them any more, and a
        // half-read word would be a command.
        if input.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return Err(Stop::Gone);
        }
        Ok(Woken {
            signals: !signals.is_empty(),
            input: input.contains(PollFlags::IN),
            silence: ready == 0,
        })
    }

    fn take_signals(&mut self) -> Result<(), Stop> {
        let pending: Vec<i32> = self.signals.pending().collect();
        for signal in pending {
            match signal {
                SIGHUP => return Err(Stop::Gone),
                SIGWINCH => {
                    if let Ok(size) = tty_size(&self.options.input) {
                        self.tell(Event::Resize(size.width, size.height))?;
                    }
                }
                SIGTSTP => self.tell(Event::Suspend)?,
                SIGCONT => self.tell(Event::Continue)?,
                _ if self.terminating => (self.options.last_resort)(128 + signal),
                _ => {
                    self.terminating = true;
                    self.tell(Event::Terminate(signal))?;
                }
            }
        }
        Ok(())
    }

    fn tell(&self, event: Event) -> Result<(), Stop> {
        if (self.send)(event) {
            Ok(())
        } else {
            Err(Stop::NobodyListens)
        }
    }

    /// Waits until the program has left, and ends the process if it cannot: its main thread may hang
    /// in a write to the terminal that is gone.
    fn see_off(&self) {
        if self.left.recv_timeout(self.options.patience) == Err(RecvTimeoutError::Timeout) {
            (self.options.last_resort)(129);
        }
    }
}
