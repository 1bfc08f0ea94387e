//! Whole lines from standard input, for the work without screens: the terminal's own line editing stays
//! in force, so that its echo and every input method work as in the shell.
//!
//! Signals wake it like input. It never reads what a terminal that is gone has left behind.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{QueueSelector, tcflush};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// A line, without its end.
    Line(Vec<u8>),
    /// A line longer than was allowed; its bytes are gone.
    TooLong,
    /// Nothing has come for so long as one would wait.
    Nothing,
    /// Nothing will come any more.
    End,
    /// The terminal is gone.
    Gone,
    /// This signal asks the program to end.
    Signal(i32),
}

/// Tells whoever does not read lines at the moment that the program is to end.
#[derive(Debug)]
pub struct Alarm {
    /// A terminal, where it is one.
    terminal: Option<OwnedFd>,
    /// The last of the signals; 0 before any.
    signal: Arc<AtomicUsize>,
}

impl Alarm {
    /// [`Came::Gone`] or [`Came::Signal`], where it is so by now.
    #[must_use]
    pub fn came(&self) -> Option<Came> {
        match i32::try_from(self.signal.load(Ordering::Relaxed)) {
            Ok(signal) if signal != 0 => return Some(of_signal(signal)),
            Ok(_) | Err(_) => {}
        }
        let mut watched = [PollFd::new(self.terminal.as_ref()?, PollFlags::empty())];
        let polled = poll(&mut watched, Some(&Timespec::default()));
        // What is interrupted is asked again the next time.
        let is_there = matches!(polled, Ok(0) | Err(Errno::INTR));
        (!is_there).then_some(Came::Gone)
    }
}

fn of_signal(signal: i32) -> Came {
    if signal == SIGHUP {
        Came::Gone
    } else {
        Came::Signal(signal)
    }
}

/// These end the program.
const ENDS: [i32; 4] = [SIGHUP, SIGTERM, SIGINT, SIGQUIT];

/// While nobody reads lines any more, as between the first question and the work, they end it as if nobody ever had.
static NOBODY_READS: OnceLock<Arc<AtomicBool>> = OnceLock::new();

fn nobody_reads() -> Arc<AtomicBool> {
    let nobody = Arc::<AtomicBool>::default();
    for signal in ENDS {
        // Where it cannot be had they do nothing then.
        let _ = signal_hook::flag::register_conditional_default(signal, Arc::clone(&nobody));
    }
    nobody
}

impl Drop for LineReader {
    fn drop(&mut self) {
        NOBODY_READS
            .get_or_init(nobody_reads)
            .store(true, Ordering::SeqCst);
    }
}

/// Reads lines.
#[derive(Debug)]
pub struct LineReader {
    input: OwnedFd,
    is_terminal: bool,
    signals: SignalDelivery<UnixStream, SignalOnly>,
    longest: usize,
    /// What was read and not given yet.
    rest: Vec<u8>,
    /// The line under way is too long already.
    is_skipping: bool,
    has_ended: bool,
}

impl LineReader {
    /// Reads lines of at most `longest` bytes from `input`.
    ///
    /// # Errors
    /// When the signals cannot be had.
    pub fn new(input: OwnedFd, is_terminal: bool, longest: usize) -> io::Result<Self> {
        let (receive, wake) = UnixStream::pair()?;
        if let Some(nobody) = NOBODY_READS.get() {
            nobody.store(false, Ordering::SeqCst);
        }
        Ok(Self {
            input,
            is_terminal,
            signals: SignalDelivery::with_pipe(receive, wake, SignalOnly, ENDS)?,
            longest,
            rest: Vec::new(),
            is_skipping: false,
            has_ended: false,
        })
    }

    /// Waits for the next line, at most so long.
    pub fn next_line(&mut self, longest: Option<Duration>) -> Came {
        let mut buffer = [0; 4096];
        loop {
            if let Some(signal) = self.signals.pending().next() {
                return of_signal(signal);
            }
            if let Some(came) = self.whole_line() {
                return came;
            }
            if self.has_ended {
                return self.last_line();
            }
            match self.wait(longest) {
                Ok(true) => {}
                Ok(false) => continue,
                Err(came) => return came,
            }
            match rustix::io::read(&self.input, &mut buffer) {
                Ok(0) => self.has_ended = true,
                Ok(many) => self
                    .rest
                    .extend_from_slice(buffer.get(..many).unwrap_or_default()),
                Err(Errno::AGAIN | Errno::INTR) => {}
                Err(_) if self.is_terminal => return Came::Gone,
                Err(_) => self.has_ended = true,
            }
        }
    }

    /// What tells the end while nobody reads.
    ///
    /// # Errors
    /// When the signals cannot be had.
    pub fn alarm(&self) -> io::Result<Alarm> {
        let terminal = self.is_terminal.then(|| self.input.try_clone());
        let terminal = terminal.transpose()?;
        let signal = Arc::<AtomicUsize>::default();
        for number in ENDS {
            let value = usize::try_from(number).unwrap_or_default();
            signal_hook::flag::register_usize(number, Arc::clone(&signal), value)?;
        }
        Ok(Alarm { terminal, signal })
    }

    /// Forgets what was typed of a line that has no end yet: nobody else shall read it.
    pub fn forget(&self) {
        if self.is_terminal {
            // Where it cannot be forgotten the terminal is gone.
            let _ = tcflush(&self.input, QueueSelector::IFlush);
        }
    }

    /// True once there is something to read; false after a signal.
    fn wait(&self, longest: Option<Duration>) -> Result<bool, Came> {
        let longest = longest.and_then(|wait| Timespec::try_from(wait).ok());
        let mut watched = [
            PollFd::new(&self.input, PollFlags::IN),
            PollFd::from_borrowed_fd(self.signals.get_read().as_fd(), PollFlags::IN),
        ];
        match poll(&mut watched, longest.as_ref()) {
            Ok(0) => return Err(Came::Nothing),
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(false),
            Err(_) => return Err(Came::Gone),
        }
        let [input, signals] = watched.map(|fd| fd.revents());
        let is_gone = input.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
        // A half-read word of somebody who is gone would be a command; what a pipe holds is whole.
        if is_gone && self.is_terminal {
            return Err(Came::Gone);
        }
        Ok(signals.is_empty() && !input.is_empty())
    }

    fn whole_line(&mut self) -> Option<Came> {
        let end = self.rest.iter().position(|byte| *byte == b'\n');
        let Some(end) = end else {
            if self.rest.len() > self.longest {
                self.rest.clear();
                self.is_skipping = true;
            }
            return None;
        };
        let mut line: Vec<u8> = self.rest.drain(..=end).collect();
        line.pop();
        Some(self.give(line))
    }

    /// What a file ends with, without the end of a line.
    fn last_line(&mut self) -> Came {
        if self.rest.is_empty() && !self.is_skipping {
            return Came::End;
        }
        let line = std::mem::take(&mut self.rest);
        self.give(line)
    }

    fn give(&mut self, mut line: Vec<u8>) -> Came {
        let is_too_long = std::mem::take(&mut self.is_skipping) || line.len() > self.longest;
        if is_too_long {
            return Came::TooLong;
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Came::Line(line)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn read(text: &[u8]) -> Vec<Came> {
        let (input, mut output) = UnixStream::pair().expect("a pair");
        let text = text.to_owned();
        let writer = std::thread::spawn(move || output.write_all(&text));
        let mut lines = LineReader::new(input.into(), false, 8).expect("lines");
        let mut all = Vec::new();
        loop {
            let came = lines.next_line(None);
            let is_end = came == Came::End;
            all.push(came);
            if is_end {
                break;
            }
        }
        writer.join().expect("ends").expect("written");
        all
    }

    fn line(text: &str) -> Came {
        Came::Line(text.as_bytes().to_owned())
    }

    #[test]
    fn lines_come_one_by_one_and_the_last_needs_no_end() {
        assert_eq!(
            read(b"1\r\n\nab"),
            [line("1"), line(""), line("ab"), Came::End]
        );
        assert_eq!(read(b""), [Came::End]);
    }

    #[test]
    fn a_line_that_is_too_long_is_told_and_forgotten() {
        let long = "x".repeat(20_000);
        let text = format!("{long}\nok\n");
        assert_eq!(
            read(text.as_bytes()),
            [Came::TooLong, line("ok"), Came::End]
        );
        assert_eq!(read(long.as_bytes()), [Came::TooLong, Came::End]);
    }
}
