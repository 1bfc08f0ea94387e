//! Lists of tasks by page.

use crate::domain::condition::Day;
use crate::domain::error::Result;
use crate::domain::query::{Anchor, Page, Query, Tally};
use crate::domain::user::User;

use super::{Patience, Store};

impl Store {
    /// A page of tasks in the order of the query. Where patience runs out, the page holds what was found
    /// and `searched_to` says from where to ask on (`After` it, or `Before` it for a backward anchor).
    pub fn page(
        &self,
        query: &Query,
        day: &Day<'_>,
        user: &User,
        anchor: Anchor,
        limit: usize,
        patience: Patience<'_>,
    ) -> Result<Page> {
        let _ = (query, day, user, anchor, limit, patience);
        todo!()
    }

    /// How many tasks a query finds; a lower bound where patience ran out.
    pub fn count(
        &self,
        query: &Query,
        day: &Day<'_>,
        user: &User,
        patience: Patience<'_>,
    ) -> Result<Tally> {
        let _ = (query, day, user, patience);
        todo!()
    }
}
