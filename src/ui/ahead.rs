//! Keys typed ahead of what the program shows by itself.
//!
//! Keys that wait for an answer go to the screen that it opens: a clerk knows what comes. What nobody
//! could know (somebody else saved first, and both versions are shown) takes no key that was struck
//! before its first frame stood on the glass.

use std::time::Duration;

use super::app::App;
use super::screen::Message;
use super::terminal::Stamped;

/// Which keys are not meant for what shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deaf {
    /// All, until the first frame of it is complete; so many were dropped.
    UntilSeen(usize),
    /// Those that were struck before this time.
    Before(Duration, usize),
}

impl App {
    /// Drops the keys that wait, and those that are struck before the next frame is complete.
    pub(super) fn turn_deaf(&mut self) {
        let waiting = std::mem::take(&mut self.waiting).len() + self.meant.len();
        self.meant.clear();
        self.later.clear();
        self.deaf = Some(Deaf::UntilSeen(waiting));
        if waiting > 0 {
            self.say_unheard(waiting);
        }
    }

    /// Whether a key is not meant for what shows; says so where it is not.
    pub(super) fn is_deaf_to(&mut self, typed: &Stamped) -> bool {
        let dropped = match self.deaf {
            None => return false,
            Some(Deaf::Before(seen, _)) if typed.at >= seen => {
                self.deaf = None;
                return false;
            }
            Some(Deaf::UntilSeen(dropped)) => {
                self.deaf = Some(Deaf::UntilSeen(dropped + 1));
                dropped + 1
            }
            Some(Deaf::Before(seen, dropped)) => {
                self.deaf = Some(Deaf::Before(seen, dropped + 1));
                dropped + 1
            }
        };
        self.say_unheard(dropped);
        true
    }

    /// A frame is complete since this time.
    pub(super) fn hear_from(&mut self, at: Duration) {
        if let Some(Deaf::UntilSeen(dropped)) = self.deaf {
            self.deaf = Some(Deaf::Before(at, dropped));
        }
    }

    fn say_unheard(&mut self, keys: usize) {
        self.message = Some(Message::refusal((self.words().terminal.unheard)(keys)));
    }
}
