//! The pieces of an index that a walk goes along, and places on them.
//!
//! SQLite takes `(effective_due, id) > (?, ?)` for a range of the first column only: where fifty thousand
//! tasks are due on one day it would look at all of them. So a place inside a day is left by a range of
//! numbers within that day, and then by a range of days.

use std::cmp::Ordering;

use crate::domain::id::AgencyId;
use crate::domain::query::{Anchor, Order, Position, Query};
use crate::domain::status::Rank;

use super::super::record::due_key;
use super::super::sqlite::pin::Pin;
use super::condition::{Condition, Sql};
use super::shape::Shape;

/// Which way the index is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

impl Direction {
    pub fn of(order: Order, anchor: Anchor) -> Self {
        let is_down = (order == Order::Newest) != anchor.is_backward();
        if is_down { Self::Down } else { Self::Up }
    }

    /// The same comparison as it is met on the way.
    pub fn order(self, ordering: Ordering) -> Ordering {
        match self {
            Self::Up => ordering,
            Self::Down => ordering.reverse(),
        }
    }

    /// Which of two places comes first on the way.
    pub fn compare<T: Ord>(self, one: &T, other: &T) -> Ordering {
        self.order(one.cmp(other))
    }

    /// The number before all numbers, and the one after all.
    fn edges(self) -> (i64, i64) {
        match self {
            Self::Up => (0, i64::MAX),
            Self::Down => (i64::MAX, 0),
        }
    }

    fn after(self) -> &'static str {
        if self == Self::Up { ">" } else { "<" }
    }

    fn upto(self) -> &'static str {
        if self == Self::Up { "<=" } else { ">=" }
    }
}

/// The first column of an order, after what an arm holds fixed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Due(String),
    Document(i64),
    /// The order has one column only.
    All,
}

impl Group {
    fn column(&self) -> Option<&'static str> {
        match self {
            Self::Due(_) => Some("effective_due"),
            Self::Document(_) => Some("document_id"),
            Self::All => None,
        }
    }

    fn bind(&self, sql: &mut Sql<'_>) {
        match self {
            Self::Due(due) => sql.bind(due.clone()),
            Self::Document(document) => sql.bind(*document),
            Self::All => sql.add("NULL"),
        };
    }
}

/// A place in an order: right at the task of that number, or at an edge of its group.
pub(super) type Key = (Group, i64);

/// The key of a place in this order.
pub(super) fn key_of(order: Order, position: &Position) -> Key {
    let group = match order {
        Order::Urgency => Group::Due(due_key(position.due)),
        Order::Document => Group::Document(position.document.map_or(0, |id| id.0)),
        Order::Newest => Group::All,
    };
    (group, position.id.0)
}

/// A piece of an index that is walked from one end to the other.
#[derive(Debug, Clone)]
pub(super) struct Arm {
    pub pin: Pin,
    /// What is the same all along it.
    fixed: String,
    /// Its rank, where the order has one.
    pub rank: Option<Rank>,
    /// Where it begins: right after this key.
    pub start: Key,
    /// The last group of it.
    last: Group,
    /// It begins inside a group, not at its edge.
    is_inside: bool,
    /// What the index does not decide.
    pub rest: Vec<Condition>,
}

/// How far one statement goes.
#[derive(Debug, Clone)]
pub(super) enum Reach {
    /// To the end of the group, or of the arm.
    End,
    /// To this number inside the group.
    Number(i64),
    /// To the edge before this group.
    Before(Group),
}

impl Arm {
    /// True where a statement can only go on inside one group.
    pub fn is_inside(&self) -> bool {
        let is_row = !matches!(self.start.1, 0 | i64::MAX);
        self.start.0 == Group::All || self.is_inside || is_row
    }

    /// True where it stands right before this group.
    pub fn is_before(&self, group: &Group, direction: Direction) -> bool {
        !self.is_inside() && self.start.0 == *group && self.start.1 == direction.edges().0
    }

    /// A statement over what comes next, in order, as far as that.
    pub fn statement<'a>(&self, what: &str, direction: Direction, reach: &Reach) -> Sql<'a> {
        let mut sql = Sql::new(format!(
            "{what} FROM {} WHERE {}",
            self.pin.table(),
            self.fixed
        ));
        let (group, number) = &self.start;
        if self.is_inside() {
            if let Some(column) = group.column() {
                group.bind(sql.add(&format!(" AND {column} = ")));
            }
            sql.add(&format!(" AND id {} ", direction.after()))
                .bind(*number);
            if let Reach::Number(last) = reach {
                sql.add(&format!(" AND id {} ", direction.upto()))
                    .bind(*last);
            }
        } else if let Some(column) = group.column() {
            let same = if *number == direction.edges().0 {
                "="
            } else {
                ""
            };
            group.bind(sql.add(&format!(" AND {column} {}{same} ", direction.after())));
            match reach {
                Reach::Before(next) => {
                    let before = direction.upto().trim_end_matches('=');
                    next.bind(sql.add(&format!(" AND {column} {before} ")));
                }
                Reach::End | Reach::Number(_) => {
                    self.last
                        .bind(sql.add(&format!(" AND {column} {} ", direction.upto())));
                }
            }
        }
        sql
    }

    /// The columns of the order, along this arm.
    pub fn sorted(&self, direction: Direction) -> String {
        let way = if direction == Direction::Down {
            " DESC"
        } else {
            ""
        };
        match self.start.0.column() {
            Some(column) if !self.is_inside() => format!("{column}{way}, id{way}"),
            _ => format!("id{way}"),
        }
    }

    /// The columns that make a key.
    pub fn key_columns(&self) -> &'static str {
        match self.start.0 {
            Group::Due(_) => "effective_due, id",
            Group::Document(_) => "document_id, id",
            Group::All => "NULL, id",
        }
    }

    /// Goes on right after a row.
    pub fn stand_at(&mut self, key: Key) {
        self.start = key;
        self.is_inside = true;
    }

    /// Goes on at the beginning of a group, inside it.
    pub fn enter(&mut self, group: Group, direction: Direction) {
        self.stand_at((group, direction.edges().0));
    }

    /// Leaves the group that it is inside of; false where the arm ends with it.
    pub fn leave(&mut self, direction: Direction) -> bool {
        let is_last = !self.is_inside() || self.start.0 == self.last;
        self.start.1 = direction.edges().1;
        self.is_inside = false;
        !is_last && self.start.0 != Group::All
    }
}

/// The pieces of a walk in reading order, from the anchor on.
pub(super) fn arms(
    query: &Query,
    shapes: &[Shape],
    agency: Option<AgencyId>,
    direction: Direction,
    anchor: Anchor,
) -> Vec<Arm> {
    let mut arms = match query.order {
        Order::Urgency => by_urgency(shapes, agency, direction),
        Order::Document => by_document(query, direction),
        Order::Newest => {
            let fixed = "rank IS NOT NULL".to_owned();
            vec![arm(Pin::Number, fixed, (Group::All, Group::All), direction)]
        }
    };
    if direction == Direction::Down {
        arms.reverse();
    }
    if let Anchor::After(position) | Anchor::Before(position) = anchor {
        let key = key_of(query.order, &position);
        arms.retain_mut(|arm| {
            let by_rank = arm.rank.map_or(Ordering::Equal, |rank| {
                direction.compare(&rank, &position.rank)
            });
            if by_rank == Ordering::Equal && direction.compare(&key, &arm.start).is_gt() {
                arm.start = key.clone();
            }
            by_rank.is_gt() || by_rank.is_eq() && direction.compare(&arm.start.0, &arm.last).is_le()
        });
    }
    arms
}

fn by_urgency(shapes: &[Shape], agency: Option<AgencyId>, direction: Direction) -> Vec<Arm> {
    let mut arms = Vec::new();
    for shape in shapes {
        let rank = format!("rank = {}", shape.rank.number());
        let (pin, fixed) = match agency {
            Some(agency) => (Pin::Agency, format!("agency_id = {} AND {rank}", agency.0)),
            None => (Pin::Due, rank),
        };
        for (low, high) in &shape.dues {
            let range = (Group::Due(low.clone()), Group::Due(high.clone()));
            arms.push(Arm {
                rank: Some(shape.rank),
                rest: shape.rest.iter().cloned().map(Condition::Plain).collect(),
                ..arm(pin, fixed.clone(), range, direction)
            });
        }
    }
    arms
}

fn by_document(query: &Query, direction: Direction) -> Vec<Arm> {
    let mut documents: Vec<_> = query.filter.documents.iter().map(|id| id.0).collect();
    documents.sort_unstable();
    documents.dedup();
    let ranges = match documents.as_slice() {
        [] => vec![(0, i64::MAX)],
        some => some.iter().map(|id| (*id, *id)).collect(),
    };
    let arm = |(first, last)| {
        let range = (Group::Document(first), Group::Document(last));
        arm(
            Pin::Document,
            "rank IS NOT NULL".to_owned(),
            range,
            direction,
        )
    };
    ranges.into_iter().map(arm).collect()
}

/// An arm over this range, whole.
fn arm(pin: Pin, fixed: String, (low, high): (Group, Group), direction: Direction) -> Arm {
    let (first, last) = match direction {
        Direction::Up => (low, high),
        Direction::Down => (high, low),
    };
    Arm {
        pin,
        fixed,
        rank: None,
        start: (first, direction.edges().0),
        last,
        is_inside: false,
        rest: Vec::new(),
    }
}
