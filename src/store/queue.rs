//! The queue in which those who want to write stand: whoever came first is served first, and no one who has just been
//! served steps in before somebody that the kernel has woken and not yet let run.
//!
//! A side file holds the number of the next place. Who comes locks the byte of their number and waits for the byte of
//! the number before, which the kernel lets go of when that one is done or has died. Nobody else waits for that byte,
//! so nobody can be faster. The queue decides the order only; that one writes at a time is the ticket's doing
//! (`lock.rs`): where the queue fails, as on a file system without such locks or behind somebody who is stopped in it,
//! order is all that is lost.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

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

/// A place in the queue; given up when it goes.
pub(super) struct Place {
    file: File,
    number: Option<u64>,
}

impl Place {
    /// No place yet, in the queue of this side file, which is open to read and to write.
    pub fn none_yet(file: File) -> Self {
        Self { file, number: None }
    }

    /// Takes the place behind all others and says whether one's turn has come; no, too, where somebody else takes
    /// theirs at this moment.
    pub fn is_next(&mut self) -> bool {
        self.draw(false) && self.locks(self.before(), F_RDLCK, false)
    }

    /// Waits for one's turn.
    pub fn wait(&mut self) {
        if self.number.is_some() || self.draw(true) {
            self.locks(self.before(), F_RDLCK, true);
        }
    }

    /// Draws a number; false where somebody else does and one would not wait, or there is no queue.
    fn draw(&mut self, may_wait: bool) -> bool {
        if !self.locks(NUMBER, F_WRLCK, may_wait) {
            return false;
        }
        let drawn = self.next();
        self.locks(NUMBER, F_UNLCK, false);
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
        let number = numbers.find(|number| self.locks(byte(*number), F_WRLCK, false));
        let number = number.ok_or(io::ErrorKind::WouldBlock)?;
        let after = number.wrapping_add(1).to_le_bytes();
        self.file.write_all_at(&after, 0)?;
        Ok(number)
    }

    fn before(&self) -> (i64, i64) {
        byte(self.number.unwrap_or(0).wrapping_sub(1))
    }

    /// Locks some bytes, or unlocks them; false where they are locked and one would not wait, or there are no such locks.
    fn locks(&self, (start, length): (i64, i64), how: i32, may_wait: bool) -> bool {
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
            match fcntl(&self.file, how) {
                Ok(_) => return true,
                Err(Errno::EINTR) => {}
                Err(_) => return false,
            }
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
    use std::thread;
    use std::time::Duration;

    use super::*;

    fn place(file: &tempfile::NamedTempFile) -> Place {
        Place::none_yet(file.reopen().expect("a side file"))
    }

    #[test]
    fn who_came_first_is_served_first_even_if_others_ask_again_at_once() {
        let file = tempfile::NamedTempFile::new().expect("a side file");
        let mut first = place(&file);
        assert!(first.is_next());
        let (say, said) = mpsc::channel();
        let waiting: Vec<_> = (1..=5)
            .map(|number| {
                let mut own = place(&file);
                assert!(!own.is_next(), "{number} came after the first");
                let say = say.clone();
                thread::spawn(move || {
                    own.wait();
                    say.send(number).expect("heard");
                    // Whoever asks meanwhile is behind all who wait.
                    thread::sleep(Duration::from_millis(5));
                })
            })
            .collect();
        drop(first);
        let mut again = place(&file);
        assert!(
            !again.is_next(),
            "the one who was served asks again at once"
        );
        again.wait();
        say.send(6).expect("heard");
        assert_eq!(said.try_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        waiting.into_iter().for_each(|it| it.join().expect("ended"));
    }

    #[test]
    fn who_goes_away_holds_nobody_up() {
        let file = tempfile::NamedTempFile::new().expect("a side file");
        let [mut first, mut gone, mut last] = [place(&file), place(&file), place(&file)];
        assert!(first.is_next() && !gone.is_next() && !last.is_next());
        drop(gone);
        drop(first);
        last.wait();
        drop(last);
        assert!(place(&file).is_next());
    }

    #[test]
    fn a_side_file_of_nonsense_is_a_queue_all_the_same() {
        let file = tempfile::NamedTempFile::new().expect("a side file");
        for nonsense in [&b"x"[..], &[0xff; 8], &[0xff; 100]] {
            std::fs::write(file.path(), nonsense).expect("written");
            let mut one = place(&file);
            assert!(one.is_next());
            assert!(!place(&file).is_next());
            drop(one);
        }
    }
}
