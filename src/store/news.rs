//! What others changed since one looked last.

use crate::domain::change::News;
use crate::domain::error::Result;

use super::Store;

impl Store {
    /// What other sessions committed since the last call, or since opening; own saves are not news.
    /// Costs 2 us where there is none. `new_day` is left for the caller, who has the clock.
    pub fn news(&mut self) -> Result<News> {
        todo!()
    }
}
