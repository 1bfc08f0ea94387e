//! The queue in which those who want to write stand: whoever came first is served first, and no one who has just been
//! served steps in before somebody that the kernel has woken and not yet let run.
//!
//! A side file holds the number of the next place. Who comes locks the byte of their number and waits for the byte of
//! the number before, which the kernel lets go of when that one is done or has died: a thread of theirs (`waiting.rs`)
//! sleeps until the one before that is done, and then they ask again and again. Whoever else sleeps on that byte learns only that they are
//! next but one, so nobody can be faster.
//!
//! The queue decides the order only; that one writes at a time is the ticket's doing (`lock.rs`): where the queue fails,
//! as on a file system without such locks or behind somebody who is stopped in it, order is all that is lost.

mod waiting;

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, fcntl};
use nix::libc::{F_RDLCK, F_UNLCK, F_WRLCK, SEEK_SET, flock};

/// The bytes that hold the number of the next place.
const NUMBER: (i64, i64) = (0, 8);

/// Where the bytes of the places begin; nothing is ever written there.
const FIRST: u64 = 64;

/// Places are numbered in a circle, which takes longer to go round than any machine lasts.
const PLACES: u64 = 1 << 40;

/// So many places are tried where the number in the file is not the one that it should be.
const TRIES: u64 = 1_000;

/// Who is next asks so often whether their turn has come: a thread that the kernel wakes is no sooner there.
const NEXT: Duration = Duration::from_micros(50);

/// Who has no thread to wait for them asks so often whether only one is before.
const NO_THREAD: Duration = Duration::from_millis(2);

/// Somebody else draws a number at this moment, which takes microseconds.
const DRAWING: Duration = Duration::from_micros(50);

/// A place in the queue; given up when it goes.
pub(super) struct Place {
    file: Arc<File>,
    number: Option<u64>,
}

impl Place {
    /// No place yet, in the queue of this side file, which is open to read and to write.
    pub fn none_yet(file: File) -> Self {
        Self {
            file: Arc::new(file),
            number: None,
        }
    }

    /// Takes the place behind all others and waits for one's turn; false where it has not come until then, or where
    /// there is no queue.
    pub fn comes(&mut self, until: Instant) -> bool {
        self.draw(until)
            && (self.is_turn() || (self.is_near(until) && self.is_met(self.before(1), NEXT, until)))
    }

    /// Waits until only one is before.
    fn is_near(&self, until: Instant) -> bool {
        let byte = self.before(2);
        if self.locks(byte, F_RDLCK) == Some(true) {
            return true;
        }
        match waiting::wait(&self.file, byte, until) {
            Some(is_there) => is_there,
            None => self.is_met(byte, NO_THREAD, until),
        }
    }

    /// Asks again and again whether the place of that byte was given up.
    fn is_met(&self, byte: (i64, i64), pause: Duration, until: Instant) -> bool {
        while self.locks(byte, F_RDLCK) != Some(true) {
            if Instant::now() >= until {
                return false;
            }
            thread::sleep(pause);
        }
        true
    }

    fn is_turn(&self) -> bool {
        self.locks(self.before(1), F_RDLCK) == Some(true)
    }

    /// Draws a number; false where somebody else does until then, or there is no queue.
    fn draw(&mut self, until: Instant) -> bool {
        if self.number.is_some() {
            return true;
        }
        loop {
            match self.locks(NUMBER, F_WRLCK) {
                Some(true) => break,
                Some(false) if Instant::now() < until => thread::sleep(DRAWING),
                _ => return false,
            }
        }
        let drawn = self.next();
        self.locks(NUMBER, F_UNLCK);
        self.number = drawn.ok();
        self.number.is_some()
    }

    fn next(&self) -> io::Result<u64> {
        let mut bytes = [0; 8];
        let next = match self.file.read_exact_at(&mut bytes, 0) {
            Ok(()) => u64::from_le_bytes(bytes),
            // Nobody ever came before.
            Err(_) => 0,
        };
        let mut numbers = (0..TRIES).map(|more| next.wrapping_add(more));
        let number = numbers.find(|number| self.locks(byte(*number), F_WRLCK) == Some(true));
        let number = number.ok_or(io::ErrorKind::WouldBlock)?;
        let after = number.wrapping_add(1).to_le_bytes();
        self.file.write_all_at(&after, 0)?;
        Ok(number)
    }

    fn before(&self, places: u64) -> (i64, i64) {
        byte(self.number.unwrap_or(0).wrapping_sub(places))
    }

    fn locks(&self, bytes: (i64, i64), how: i32) -> Option<bool> {
        locks(&self.file, bytes, how, false)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // A thread that waits still has the file open.
        self.locks((0, 0), F_UNLCK);
    }
}

/// Locks some bytes, or unlocks them; false where somebody else has them and one would not wait, none where there are no
/// such locks.
fn locks(file: &Arc<File>, (start, length): (i64, i64), how: i32, may_wait: bool) -> Option<bool> {
    let asked = flock {
        l_type: i16::try_from(how).unwrap_or_default(),
        l_whence: i16::try_from(SEEK_SET).unwrap_or_default(),
        l_start: start,
        l_len: length,
        l_pid: 0,
    };
    loop {
        let how = if may_wait {
            FcntlArg::F_OFD_SETLKW(&asked)
        } else {
            FcntlArg::F_OFD_SETLK(&asked)
        };
        match fcntl(file, how) {
            Ok(_) => return Some(true),
            Err(Errno::EINTR) => {}
            Err(Errno::EAGAIN | Errno::EACCES) => return Some(false),
            Err(_) => return None,
        }
    }
}

/// The byte of a place.
fn byte(number: u64) -> (i64, i64) {
    let place = FIRST + number % PLACES;
    (i64::try_from(place).unwrap_or(i64::MAX), 1)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn place(file: &tempfile::NamedTempFile) -> Place {
        Place::none_yet(file.reopen().expect("a side file"))
    }

    /// Takes a place, if there was none yet; true where one's turn is now.
    fn is_next(place: &mut Place) -> bool {
        place.comes(Instant::now())
    }

    fn waits(place: &mut Place) {
        assert!(place.comes(Instant::now() + Duration::from_secs(60)));
    }

    #[test]
    fn who_came_first_is_served_first_even_if_others_ask_again_at_once() {
        let file = tempfile::NamedTempFile::new().expect("a side file");
        let mut first = place(&file);
        assert!(is_next(&mut first));
        let (say, said) = mpsc::channel();
        let waiting: Vec<_> = (1..=5)
            .map(|number| {
                let mut own = place(&file);
                assert!(!is_next(&mut own), "{number} came after the first");
                let say = say.clone();
                thread::spawn(move || {
                    waits(&mut own);
                    say.send(number).expect("heard");
                    // Whoever asks meanwhile is behind all who wait.
                    thread::sleep(Duration::from_millis(5));
                })
            })
            .collect();
        drop(first);
        let mut again = place(&file);
        assert!(
            !is_next(&mut again),
            "the one who was served asks again at once"
        );
        waits(&mut again);
        say.send(6).expect("heard");
        assert_eq!(said.try_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        waiting.into_iter().for_each(|it| it.join().expect("ended"));
    }

    #[test]
    fn who_goes_away_holds_nobody_up() {
        let file = tempfile::NamedTempFile::new().expect("a side file");
        let [mut first, mut gone, mut last] = [place(&file), place(&file), place(&file)];
        assert!(is_next(&mut first) && !is_next(&mut gone) && !is_next(&mut last));
        // The last has a thread that waits for the first, and is not woken by who goes.
        drop(gone);
        drop(first);
        waits(&mut last);
        drop(last);
        assert!(is_next(&mut place(&file)));
    }

    #[test]
    fn who_loses_patience_gives_the_place_up_though_a_thread_still_waits() {
        let file = tempfile::NamedTempFile::new().expect("a side file");
        let [mut first, mut second, mut hasty] = [place(&file), place(&file), place(&file)];
        assert!(is_next(&mut first) && !is_next(&mut second) && !is_next(&mut hasty));
        let mut last = place(&file);
        assert!(!is_next(&mut last));
        drop(hasty);
        assert!(is_next(&mut last), "order is lost behind one who leaves");
    }

    #[test]
    fn who_lost_patience_once_waits_again_as_ever() {
        let file = tempfile::NamedTempFile::new().expect("a side file");
        let [mut first, mut second] = [place(&file), place(&file)];
        assert!(is_next(&mut first) && !is_next(&mut second));
        let mut hasty = place(&file);
        assert!(!hasty.comes(Instant::now() + Duration::from_millis(20)));
        // The thread of before still waits for the first.
        assert!(!hasty.comes(Instant::now() + Duration::from_millis(20)));
        let gone = thread::spawn(move || {
            thread::sleep(Duration::from_millis(20));
            drop(first);
            drop(second);
        });
        waits(&mut hasty);
        gone.join().expect("ended");
    }

    #[test]
    fn a_side_file_of_nonsense_is_a_queue_all_the_same() {
        let file = tempfile::NamedTempFile::new().expect("a side file");
        for nonsense in [&b"x"[..], &[0xff; 8], &[0xff; 100]] {
            std::fs::write(file.path(), nonsense).expect("written");
            let mut one = place(&file);
            assert!(is_next(&mut one));
            assert!(!is_next(&mut place(&file)));
            drop(one);
        }
    }
}
