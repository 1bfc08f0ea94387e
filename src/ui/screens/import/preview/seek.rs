//! To the next or previous doubtful row: which of the doubtful ones lies behind a row of the file is found
//! by halving, a row at a time, so that nothing of a long file has to be read.

use crate::ui::screen::Effect;
use crate::work::request::Request;
use crate::work::request::import::{StageId, StagedPage, Which};

/// A search among the doubtful rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seek {
    stage: StageId,
    /// The place in the file from which it goes on.
    from: u64,
    forward: bool,
    /// It lies not before this one of the doubtful.
    low: u64,
    /// Nor behind the one before this.
    high: u64,
}

/// What a step of the search came to.
pub enum Step {
    /// Another row is looked at.
    Ask(Effect),
    /// It is this one of the doubtful rows.
    Found(u64),
    /// There is none in this direction.
    Nothing,
}

impl Seek {
    /// Begins at a place of the file, among so many doubtful rows.
    pub fn new(stage: StageId, from: u64, forward: bool, doubtful: u64) -> Self {
        Self {
            stage,
            from,
            forward,
            low: 0,
            high: doubtful,
        }
    }

    /// What is to be done now.
    pub fn step(&self, doubtful: u64) -> Step {
        if self.low < self.high {
            return Step::Ask(Effect::Ask(self.request()));
        }
        // `low` is the first that lies behind the place, or at it where one looks back.
        match (self.forward, self.low) {
            (true, low) if low < doubtful => Step::Found(low),
            (false, low) if low > 0 => Step::Found(low - 1),
            _ => Step::Nothing,
        }
    }

    fn request(&self) -> Request {
        Request::StagedRows {
            stage: self.stage,
            which: Which::Review,
            from: self.low.midpoint(self.high),
            limit: 1,
        }
    }

    /// Takes in the row that was looked at; false where the answer is to something else.
    pub fn take(&mut self, question: &Request, page: &StagedPage) -> bool {
        if *question != self.request() || self.low >= self.high {
            return false;
        }
        let middle = self.low.midpoint(self.high);
        let is_behind = page.rows.first().is_none_or(|row| {
            if self.forward {
                row.place > self.from
            } else {
                row.place >= self.from
            }
        });
        if is_behind {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        true
    }
}
