//! The thread that waits in the kernel for whoever has patience only until then.
//!
//! It stays for the next time, since a thread made for each save costs a fourteenth of a busy server (measured), and
//! ends when there was none for a while.

use std::cell::RefCell;
use std::fs::File;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::{Duration, Instant};

use nix::libc::F_RDLCK;

use super::locks;

/// So long a thread stays for the next time.
const STAYS: Duration = Duration::from_secs(5);

/// What to wait for.
type Awaited = (Arc<File>, (i64, i64));

/// A thread that waits for one thing after the other.
struct Waiter {
    ask: SyncSender<Awaited>,
    said: Receiver<bool>,
}

thread_local! {
    /// The one that waits for this thread, unless it still waits for what nobody wants to know any more.
    static KEPT: RefCell<Option<Waiter>> = const { RefCell::new(None) };
}

/// Waits until nobody has the byte: true where that is so, false where patience ends before or there are no such locks;
/// none where the system gives no thread.
pub(super) fn wait(file: &Arc<File>, byte: (i64, i64), until: Instant) -> Option<bool> {
    if let Some(waiter) = KEPT.take()
        && let Some(is_there) = waiter.wait(file, byte, until)
    {
        return Some(is_there);
    }
    // There was none, or it has ended since.
    Waiter::begin()?.wait(file, byte, until)
}

impl Waiter {
    fn begin() -> Option<Self> {
        let (ask, asked) = mpsc::sync_channel::<Awaited>(1);
        let (say, said) = mpsc::sync_channel(1);
        let waits = move || {
            while let Ok((file, byte)) = asked.recv_timeout(STAYS) {
                let is_there = locks(&file, byte, F_RDLCK, true) == Some(true);
                // Before it is told: a place is given up with the last who has its file open.
                drop(file);
                let _ = say.send(is_there);
            }
        };
        thread::Builder::new().spawn(waits).ok()?;
        Some(Self { ask, said })
    }

    /// None where the thread has ended.
    fn wait(self, file: &Arc<File>, byte: (i64, i64), until: Instant) -> Option<bool> {
        self.ask.send((Arc::clone(file), byte)).ok()?;
        let patience = until.saturating_duration_since(Instant::now());
        match self.said.recv_timeout(patience) {
            Ok(is_there) => {
                KEPT.set(Some(self));
                Some(is_there)
            }
            Err(RecvTimeoutError::Disconnected) => None,
            // It goes on waiting unheard, and ends then.
            Err(RecvTimeoutError::Timeout) => Some(false),
        }
    }
}
