//! What line mode says, on its way to whoever reads: a terminal that was stopped, or a reader that does not read, takes
//! nothing for as long as they like, and a write that waits hears no signal.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::line::end_of;
use crate::ui::terminal::Alarm;

/// While a line is not taken, or an answer not there, the end of the program is looked for this often.
pub const LOOK: Duration = Duration::from_millis(100);

/// Standard output, written to by a thread that may stay behind.
pub struct Mouth {
    lines: Sender<Vec<u8>>,
    written: Receiver<io::Result<()>>,
    alarm: Rc<Alarm>,
    /// The program was cut off while a line was not taken: leave with this code.
    cut: Option<u8>,
}

impl Mouth {
    /// Speaks to standard output until the alarm tells the end.
    ///
    /// # Errors
    /// Where the system gives no thread or no file.
    pub fn new(alarm: Rc<Alarm>) -> io::Result<Self> {
        let mut out = File::from(rustix::io::dup(io::stdout())?);
        let (lines, said) = mpsc::channel::<Vec<u8>>();
        let (tell, written) = mpsc::channel();
        std::thread::Builder::new()
            .name("mouth".to_owned())
            .spawn(move || {
                for line in said {
                    let _ = tell.send(out.write_all(&line)); // nobody waits any more
                }
            })?;
        let cut = None;
        Ok(Self {
            lines,
            written,
            alarm,
            cut,
        })
    }

    /// With which code the program was cut off while nobody took a line.
    pub const fn cut(&self) -> Option<u8> {
        self.cut
    }

    /// Ends the line of a question that nobody will answer, where that is taken at once.
    pub fn end(&self) {
        if self.cut.is_none() && self.lines.send(b"\n".to_vec()).is_ok() {
            let _ = self.written.recv_timeout(LOOK);
        }
    }
}

impl Write for Mouth {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.cut.is_some() || self.lines.send(bytes.to_vec()).is_err() {
            return Err(ErrorKind::BrokenPipe.into());
        }
        loop {
            match self.written.recv_timeout(LOOK) {
                Ok(written) => return written.map(|()| bytes.len()),
                Err(RecvTimeoutError::Disconnected) => return Err(ErrorKind::BrokenPipe.into()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            self.cut = self.alarm.came().and_then(end_of);
            if self.cut.is_some() {
                return Err(ErrorKind::BrokenPipe.into());
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
