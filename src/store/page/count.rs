//! How many tasks a list has.

use crate::domain::condition::{ConditionKind, Day};
use crate::domain::error::Result;
use crate::domain::query::{Anchor, Filter, Order, Query, Tally};
use crate::domain::status::Status;
use crate::domain::user::User;

use super::super::db::Db;
use super::super::tally::{Kept, tallies};
use super::super::{Patience, Store};
use super::arm::{Direction, arms};
use super::condition::{Decided, residual};
use super::few;
use super::shape::{lanes, shapes};
use super::walk::Walk;

impl Store {
    /// How many tasks a query finds; a lower bound where patience ran out.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn count(
        &self,
        query: &Query,
        day: &Day<'_>,
        user: &User,
        patience: Patience<'_>,
    ) -> Result<Tally> {
        let whole = |count| Tally {
            count,
            is_partial: false,
        };
        let shapes = shapes(&query.filter, day);
        if shapes.is_empty() {
            return Ok(whole(0));
        }
        // The order does not matter; this one has the most to decide by.
        let query = Query {
            order: Order::Urgency,
            filter: query.filter.clone(),
        };
        self.db.at_once(|| {
            if is_kept(&query.filter) {
                return kept(&self.db, &query.filter).map(whole);
            }
            if let Some(few) = few::find(&self.db, &query)? {
                return few.count(&self.db, &query, &shapes, (user, day)).map(whole);
            }
            let (mut count, mut has_looked) = (0, false);
            for agency in lanes(&query) {
                let decided = Decided::by_lane(query.order, agency);
                let residual = residual(&query.filter, &shapes, (user, day), decided);
                let arms = arms(&query, &shapes, agency, Direction::Up, Anchor::First);
                let mut walk = Walk::new(&self.db, query.order, Direction::Up, arms, residual);
                while !walk.is_done() {
                    if has_looked && patience.is_over() {
                        return Ok(Tally {
                            count,
                            is_partial: true,
                        });
                    }
                    count += walk.count_on()?;
                    has_looked = true;
                }
            }
            Ok(whole(count))
        })
    }
}

/// True where the numbers that are kept beside the tasks can answer.
fn is_kept(filter: &Filter) -> bool {
    let rest = Filter {
        agencies: Vec::new(),
        areas: Vec::new(),
        statuses: Vec::new(),
        conditions: Vec::new(),
        typed: Vec::new(),
        ..filter.clone()
    };
    let is_timeless = |kind: &ConditionKind| match kind {
        ConditionKind::NoDue | ConditionKind::DoneOnTime | ConditionKind::DoneLate => true,
        ConditionKind::InTime | ConditionKind::DueSoon | ConditionKind::Overdue => false,
    };
    rest.is_empty() && filter.conditions.iter().all(is_timeless)
}

fn kept(db: &Db, filter: &Filter) -> Result<i64> {
    let mut count = 0;
    tallies(db, None, |kept| {
        let is_counted = is_among(&filter.agencies, &kept.agency)
            && is_among(&filter.areas, &kept.area)
            && is_among(&filter.statuses, &kept.status)
            && condition_of(kept).map_or(filter.conditions.is_empty(), |kind| {
                is_among(&filter.conditions, &kind)
            });
        count += if is_counted { kept.n } else { 0 };
    })?;
    Ok(count)
}

fn is_among<T: PartialEq>(wanted: &[T], one: &T) -> bool {
    wanted.is_empty() || wanted.contains(one)
}

/// The condition of these tasks, where it does not depend on the day.
fn condition_of(kept: &Kept) -> Option<ConditionKind> {
    match kept.status {
        _ if !kept.is_dated => Some(ConditionKind::NoDue),
        Status::Draft | Status::Suspended | Status::Dropped => Some(ConditionKind::NoDue),
        Status::NotStarted | Status::InProgress | Status::Awaiting => None,
        Status::Done if kept.lateness == 2 => Some(ConditionKind::DoneLate),
        Status::Done => Some(ConditionKind::DoneOnTime),
    }
}
