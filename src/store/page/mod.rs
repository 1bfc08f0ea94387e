//! Lists of tasks by page, and how many a list has.
//!
//! A list is a walk along the index of its order (`walk`), several walks merged where it shows several
//! agencies, or a handful that another index finds at once (`few`). What the index does not decide is
//! looked at row by row, a slice at a time, as long as there is patience.

mod condition;
mod count;
mod few;
mod shape;
mod walk;

use crate::domain::condition::Day;
use crate::domain::error::Result;
use crate::domain::query::{Anchor, Order, Page, Query};
use crate::domain::task::Task;
use crate::domain::user::User;

use self::condition::{Decided, residual};
use self::shape::shapes;
use self::walk::{Direction, Walk, arms};
use super::record::due_key;
use super::{Patience, Store};

impl Store {
    /// A page of tasks in the order of the query. Where patience runs out, the page holds what was found
    /// and `searched_to` says from where to ask on: `After` it, or `Before` it for a backward anchor.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn page(
        &self,
        query: &Query,
        day: &Day<'_>,
        user: &User,
        anchor: Anchor,
        limit: usize,
        patience: Patience<'_>,
    ) -> Result<Page> {
        let shapes = shapes(&query.filter, day);
        if shapes.is_empty() || limit == 0 {
            return Ok(Page::default());
        }
        let direction = Direction::of(query.order, anchor);
        self.db.at_once(|| {
            let mut page = match few::find(&self.db, query)? {
                Some(few) => few.page(&self.db, query, &shapes, user, anchor, limit)?,
                None => {
                    let mut walks = Vec::new();
                    for agency in shape::lanes(query) {
                        let decided = Decided::by_lane(query.order, agency);
                        let residual = residual(&query.filter, &shapes, user, decided);
                        let arms = arms(query, &shapes, agency, direction, anchor);
                        walks.push(Walk::new(&self.db, arms, residual, direction));
                    }
                    merged(walks, direction, limit, patience)?
                }
            };
            if anchor.is_backward() {
                page.tasks.reverse();
            }
            Ok(page)
        })
    }
}

/// The first rows of all walks together, in reading order.
fn merged(
    mut walks: Vec<Walk<'_>>,
    direction: Direction,
    limit: usize,
    patience: Patience<'_>,
) -> Result<Page> {
    let mut page = Page::default();
    // A walk among many gives few of the rows; one alone gives them all, and one more to know if there is more.
    let portion = ((limit + 1) * 2 / walks.len().max(1)).clamp(4.min(limit + 1), limit + 1);
    let mut has_looked = false;
    while page.tasks.len() <= limit {
        // Nobody's first row is known to be the first of all before every walk shows one.
        let hungry = walks.iter_mut().filter(|walk| walk.is_hungry());
        if let Some(walk) =
            hungry.min_by(|one, other| direction.compare(&one.place(), &other.place()))
        {
            if has_looked && walk.is_slow() && patience.is_over() {
                page.has_more = true;
                page.searched_to = walk.position().filter(|_| page.tasks.len() < limit);
                return Ok(page);
            }
            walk.go_on(portion)?;
            has_looked = true;
            continue;
        }
        let heads = walks.iter_mut().filter(|walk| walk.head().is_some());
        let next = heads.min_by(|one, other| {
            let key = |walk: &Walk<'_>| walk.head().map(urgency);
            direction.order(key(one).cmp(&key(other)))
        });
        match next.and_then(Walk::take) {
            Some(task) => page.tasks.push(task),
            None => return Ok(page),
        }
    }
    page.tasks.truncate(limit);
    page.has_more = true;
    Ok(page)
}

/// The key of [`Order::Urgency`]: the only order in which walks are merged.
fn urgency(task: &Task) -> (i64, String, i64) {
    let rank = task.rank().map_or(i64::MAX, |rank| rank.number());
    (rank, due_key(task.effective_due), task.id.0)
}
