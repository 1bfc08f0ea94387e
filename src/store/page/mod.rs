//! Lists of tasks by page, and how many a list has.
//!
//! A list is a walk along the index of its order (`walk`), several walks merged where it shows several
//! agencies, or a handful that another index finds at once (`few`). What the index does not decide is
//! looked at row by row, a slice at a time, as long as there is patience.

mod arm;
mod condition;
mod count;
mod few;
mod items;
mod shape;
mod walk;
mod whole;

use crate::domain::condition::Day;
use crate::domain::error::Result;
use crate::domain::query::{Anchor, Page, Query};
use crate::domain::user::User;

use self::arm::{Direction, arms};
use self::condition::{Decided, residual};
pub(super) use self::condition::{EXPLAINED, HELD, PROPOSED, asked_of};
pub use self::items::Item;
use self::shape::shapes;
use self::walk::{SLICE, Walk};
pub use self::whole::Listed;
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
            let mut list = Vec::new();
            for agency in shape::lanes(query) {
                let decided = Decided::by_lane(query.order, agency);
                let residual = residual(&query.filter, &shapes, (user, day), decided);
                let arms = arms(query, &shapes, agency, direction, anchor);
                list.push(Walk::new(&self.db, query.order, direction, arms, residual));
            }
            // What is common is met at once along the order; only what is not is worth asking another
            // index for.
            let mut page = Page::default();
            if !merge(&mut list, &mut page, direction, limit, || true)? {
                match few::find(&self.db, query)? {
                    Some(few) => {
                        page = few.page(&self.db, query, &shapes, (user, day), anchor, limit)?
                    }
                    None => {
                        merge(&mut list, &mut page, direction, limit, || {
                            patience.is_over()
                        })?;
                    }
                }
            }
            if anchor.is_backward() {
                page.tasks.reverse();
            }
            Ok(page)
        })
    }
}

/// Takes the first rows of all walks together, in reading order, until the page is full and it is known
/// whether there is more; false where that took too long.
fn merge(
    walks: &mut [Walk<'_>],
    page: &mut Page,
    direction: Direction,
    limit: usize,
    is_over: impl Fn() -> bool,
) -> Result<bool> {
    // A walk among many gives few of the rows; one alone gives them all, and one more to know if there is more.
    let portion = ((limit + 1) * 2 / walks.len().max(1)).clamp(4.min(limit + 1), limit + 1);
    let slice = (SLICE / i64::try_from(walks.len().max(1)).unwrap_or(SLICE)).max(100);
    page.has_more = false;
    page.searched_to = None;
    while page.tasks.len() <= limit {
        let behind = behind(walks, direction);
        // What stands before every place that was not yet looked at is the next of all.
        if let Some(next) = first(walks, direction, behind.and_then(|at| walks.get(at)))
            && let Some(task) = walks.get_mut(next).and_then(Walk::take)
        {
            page.tasks.push(task);
            continue;
        }
        let Some(walk) = behind.and_then(|at| walks.get_mut(at)) else {
            return Ok(true);
        };
        // Each has to look once, or asking on would begin at the same place for ever.
        if walk.has_looked() && walk.is_slow() && is_over() {
            page.has_more = true;
            page.searched_to = walk.position().filter(|_| page.tasks.len() < limit);
            return Ok(false);
        }
        walk.go_on(portion, slice)?;
    }
    page.tasks.truncate(limit);
    page.has_more = true;
    Ok(true)
}

/// The walk that is furthest behind among those that have nothing to show and are not at their end.
fn behind(walks: &[Walk<'_>], direction: Direction) -> Option<usize> {
    let hungry = walks
        .iter()
        .enumerate()
        .filter(|(_, walk)| walk.is_hungry());
    let behind =
        hungry.min_by(|(_, one), (_, other)| direction.compare(&one.place(), &other.place()));
    behind.map(|(at, _)| at)
}

/// The walk whose first row comes first, if that is not beyond the one behind.
fn first(walks: &[Walk<'_>], direction: Direction, behind: Option<&Walk<'_>>) -> Option<usize> {
    let heads = walks
        .iter()
        .enumerate()
        .filter_map(|(at, walk)| Some((at, walk.head_place()?)));
    let (at, place) = heads.min_by(|(_, one), (_, other)| direction.compare(one, other))?;
    let behind = behind.and_then(Walk::place);
    let is_next = behind.is_none_or(|behind| direction.compare(&place, &behind).is_le());
    is_next.then_some(at)
}
