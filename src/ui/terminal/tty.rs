//! Takes the terminal over and gives it back as it was.
//!
//! Raw mode, the alternate screen, bracketed paste; and one way back for every way out: the end,
//! a panic, a signal, suspension. The way back is bounded in time, because the terminal may be gone
//! or stopped by Ctrl-S.

use std::io::{self, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::termios::{
    OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetwinsize, tcsetattr,
};

use super::env::Capabilities;

/// How long the farewell may take to be written.
const FAREWELL_WAIT: Duration = Duration::from_millis(300);

const GREETING: &[u8] = b"\x1b[?1049h\x1b[?2004h";

/// Paste off, cursor on, attributes off, alternate screen off.
const FAREWELL: &[u8] = b"\x1b[?2004l\x1b[?25h\x1b[m\x1b[?1049l";

/// The same for terminals with one screen, blanked before the switch: one that switches after all
/// (Linux consoles since 6.19) then keeps what the shell had on it.
const FAREWELL_BLANK: &[u8] = b"\x1b[?2004l\x1b[?25h\x1b[m\x1b[2J\x1b[H\x1b[?1049l";

/// The terminal while it is ours; dropping it gives it back.
#[derive(Debug)]
pub struct Tty {
    shared: Arc<Shared>,
}

/// What the panic hook needs too.
#[derive(Debug)]
struct Shared {
    tty: OwnedFd,
    before: Termios,
    farewell: &'static [u8],
    entered: AtomicBool,
}

impl Tty {
    /// Takes over the terminal behind `tty`, a duplicate of standard output.
    ///
    /// # Errors
    /// When it is not a terminal, or is gone.
    pub fn enter(tty: OwnedFd, can: Capabilities) -> io::Result<Self> {
        let before = tcgetattr(&tty)?;
        let farewell = if can.alternate_screen {
            FAREWELL
        } else {
            FAREWELL_BLANK
        };
        let taken = Self {
            shared: Arc::new(Shared {
                tty,
                before,
                farewell,
                entered: AtomicBool::new(false),
            }),
        };
        taken.resume()?;
        Ok(taken)
    }

    /// Something that writes to this terminal, for the painter.
    ///
    /// # Errors
    /// When the process has no file descriptor left.
    pub fn writer(&self) -> io::Result<TtyWriter> {
        Ok(TtyWriter {
            tty: self.shared.tty.try_clone()?,
        })
    }

    /// True between entering and giving back; nothing may be drawn otherwise.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.shared.entered.load(Ordering::SeqCst)
    }

    /// Gives the terminal back. Safe to call from anywhere, any number of times.
    pub fn restore(&self) {
        self.shared.restore();
    }

    /// Makes a panic give the terminal back before whoever heard of it before does.
    pub fn install_panic_hook(&self) {
        let shared = Arc::clone(&self.shared);
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            shared.restore();
            report(panic);
        }));
    }

    /// Gives the terminal back and stops the process until SIGCONT; then
    /// [`Event::Continue`](super::Event::Continue) comes, and [`Tty::resume`] takes it over again.
    ///
    /// Does nothing and says `false` where no shell would ever continue us (a forced command of ssh,
    /// a login shell replaced by this program).
    ///
    /// # Errors
    /// When the system refuses to stop us.
    pub fn suspend(&self) -> io::Result<bool> {
        // A shell with job control gives each job a process group of its own.
        if getsid(None)? == getpgrp() {
            return Ok(false);
        }
        self.restore();
        // The whole group, as the terminal's own Ctrl-Z would: a script that started us waits too.
        // STOP and not TSTP, which our own handler would catch.
        kill_current_process_group(Signal::STOP)?;
        Ok(true)
    }

    /// Takes the terminal over again. Harmless when it is ours already, but it sends everything
    /// anew: whoever stopped us from outside may have left any mode. Ask for the size and repaint
    /// afterwards: the size may have changed meanwhile.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn resume(&self) -> io::Result<()> {
        let mut raw = self.shared.before.clone();
        raw.make_raw();
        raw.special_codes[SpecialCodeIndex::VMIN] = 1;
        raw.special_codes[SpecialCodeIndex::VTIME] = 0;
        // Before the first byte, so that whatever fails from here on is undone.
        self.shared.entered.store(true, Ordering::SeqCst);
        tcsetattr(&self.shared.tty, OptionalActions::Now, &raw)?;
        self.writer()?.write_all(GREETING)
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        self.restore();
    }
}

impl Shared {
    fn restore(&self) {
        if !self.entered.swap(false, Ordering::SeqCst) {
            return;
        }
        self.say_farewell();
        // Now and not after draining: a stopped terminal never drains. If it is gone, nobody minds.
        let _ = tcsetattr(&self.tty, OptionalActions::Now, &self.before);
    }

    /// Writes in a thread that may stay behind: a write to a stopped terminal never returns.
    fn say_farewell(&self) {
        let Ok(tty) = self.tty.try_clone() else {
            return;
        };
        let farewell = self.farewell;
        let (done, wait) = channel();
        let helper = thread::Builder::new().spawn(move || {
            let written = TtyWriter { tty }.write_all(farewell);
            let _ = done.send(written); // nobody waits any more
        });
        if helper.is_ok() {
            let _ = wait.recv_timeout(FAREWELL_WAIT); // too late or gone: we leave either way
        }
    }
}

/// Writes to the terminal. Waits where another program has left it non-blocking.
#[derive(Debug)]
pub struct TtyWriter {
    tty: OwnedFd,
}

impl Write for TtyWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match rustix::io::write(&self.tty, bytes) {
                Err(Errno::AGAIN) => {
                    poll(&mut [PollFd::new(&self.tty, PollFlags::OUT)], None).or_else(again)?;
                }
                Err(Errno::INTR) => {}
                result => return Ok(result?),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn again(error: Errno) -> Result<usize, Errno> {
    if error == Errno::INTR {
        Ok(0)
    } else {
        Err(error)
    }
}

/// No screen is larger. Whoever is at the other end of a line names the size, a cell takes some 270 bytes, and one who
/// named 65535x65535 would take the memory of the whole server.
const LARGEST: Size = Size {
    width: 500,
    height: 200,
};

/// The size of a terminal; 80x24 where it does not know its own (serial lines), and 500x200 at the most.
///
/// # Errors
/// When it is not a terminal, or is gone.
pub fn tty_size(tty: impl AsFd) -> io::Result<Size> {
    let told = tcgetwinsize(tty)?;
    Ok(usable(Size::new(told.ws_col, told.ws_row)))
}

fn usable(told: Size) -> Size {
    let or = |told: u16, usual: u16| if told == 0 { usual } else { told };
    Size::new(
        or(told.width, 80).min(LARGEST.width),
        or(told.height, 24).min(LARGEST.height),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_somebody_names_is_never_larger_than_a_screen() {
        assert_eq!(usable(Size::new(0, 0)), Size::new(80, 24));
        assert_eq!(usable(Size::new(132, 43)), Size::new(132, 43));
        assert_eq!(usable(Size::new(65_535, 65_535)), LARGEST);
    }
}
