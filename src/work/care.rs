//! What a session does unasked: it rests, and says what to be careful about.

use super::session::Session;
use crate::domain::caution::Caution;
use crate::domain::error::Result;

impl Session {
    /// Nobody asks for a while: gives back memory that only makes the next answer faster.
    pub fn rest(&mut self) {
        self.store.rest();
        if let Some(present) = &self.present {
            present.store.rest();
        }
        self.directory.take();
        self.is_resting = true;
    }

    /// Somebody asks again: what is read from now on is kept as usual.
    pub(super) fn wake(&mut self) {
        if std::mem::take(&mut self.is_resting) {
            self.store.wake();
            if let Some(present) = &self.present {
                present.store.wake();
            }
        }
    }

    /// What to be careful about where the database lies, the gravest first.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn cautions(&self) -> Result<Vec<Caution>> {
        // A sample has a day of its own, and lies in a folder that goes with it.
        let is_sample = self.facts.is_sample;
        self.store
            .cautions((!is_sample).then(|| (self.setup.clock)()))
    }
}
