//! Where questions are put: to a session at once, or to one that works beside and can be waited for no longer.

use std::sync::Arc;

use crate::domain::error::Result as Answered;
use crate::work::request::{Answer, Facts, Request};
use crate::work::session::Session;

/// The program is cut off while it waits for an answer: leave with this code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut(pub u8);

/// Whoever answers.
pub trait Desk {
    /// What seldom changes, as it was at the last answer.
    fn facts(&self) -> &Arc<Facts>;

    /// Puts a question and waits for its answer.
    ///
    /// # Errors
    /// Where the program is cut off before the answer is there. Whether it was done is not known then.
    fn answer(&mut self, request: &Request) -> Result<Answered<Answer>, Cut>;
}

impl Desk for Session {
    fn facts(&self) -> &Arc<Facts> {
        self.facts()
    }

    fn answer(&mut self, request: &Request) -> Result<Answered<Answer>, Cut> {
        Ok(self.answer(request))
    }
}
