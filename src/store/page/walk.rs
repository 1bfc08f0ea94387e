//! A walk along one index, slice by slice.

use std::cmp::Ordering;
use std::collections::VecDeque;

use crate::domain::error::Result;
use crate::domain::id::{AgencyId, DocumentId, TaskId};
use crate::domain::query::{Anchor, Order, Position, Query};
use crate::domain::status::Rank;
use crate::domain::task::Task;

use super::super::db::Db;
use super::super::record::{READ, due_key, due_of, read};
use super::super::sqlite::pin::Pin;
use super::condition::{Condition, Sql};
use super::shape::Shape;

/// Rows that are looked at in one go: 2 to 4 ms with a million tasks, so that a keystroke is never far.
pub(super) const SLICE: i64 = 2_000;

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

    /// Which of two walks is behind.
    pub fn compare(self, one: &Place, other: &Place) -> Ordering {
        self.order(one.cmp(other))
    }
}

/// A place on the way: rank, and key within it.
pub(super) type Place = (i64, Key);

/// A place in an index, after what its walk holds fixed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Due(String, i64),
    Document(i64, i64),
    Number(i64),
}

impl Key {
    fn of(order: Order, position: &Position) -> Self {
        let id = position.id.0;
        match order {
            Order::Urgency => Self::Due(due_key(position.due), id),
            Order::Document => Self::Document(position.document.map_or(0, |id| id.0), id),
            Order::Newest => Self::Number(id),
        }
    }

    fn columns(&self) -> [&'static str; 2] {
        match self {
            Self::Due(..) => ["effective_due", "id"],
            Self::Document(..) => ["document_id", "id"],
            Self::Number(_) => ["id", ""],
        }
    }

    /// `(effective_due, id) > (?1, ?2)`: the tail of an index, seen as a range by both engines.
    fn compare(&self, sql: &mut Sql<'_>, sign: &str) {
        let [first, second] = self.columns();
        match self {
            Self::Due(due, id) => {
                sql.add(&format!("({first}, {second}) {sign} ("))
                    .bind(due.clone());
                sql.add(", ").bind(*id).add(")");
            }
            Self::Document(document, id) => {
                sql.add(&format!("({first}, {second}) {sign} ("))
                    .bind(*document);
                sql.add(", ").bind(*id).add(")");
            }
            Self::Number(id) => {
                sql.add(&format!("{first} {sign} ")).bind(*id);
            }
        }
    }

    fn sorted(&self, direction: Direction) -> String {
        let columns = self
            .columns()
            .into_iter()
            .filter(|column| !column.is_empty());
        let way = if direction == Direction::Down {
            " DESC"
        } else {
            ""
        };
        let columns: Vec<_> = columns.map(|column| format!("{column}{way}")).collect();
        columns.join(", ")
    }
}

/// A piece of an index that is walked from one end to the other.
#[derive(Debug, Clone)]
pub(super) struct Arm {
    pin: Pin,
    /// What is the same all along it.
    fixed: String,
    /// Its rank, where the order has one.
    rank: Option<Rank>,
    /// Where it begins: right after this key.
    start: Key,
    /// Where it ends: with this key.
    end: Key,
    /// What the index does not decide.
    rest: Vec<Condition>,
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
        Order::Urgency => by_urgency(shapes, agency),
        Order::Document => by_document(query),
        Order::Newest => vec![Arm {
            pin: Pin::Number,
            fixed: "rank IS NOT NULL".to_owned(),
            rank: None,
            start: Key::Number(0),
            end: Key::Number(i64::MAX),
            rest: Vec::new(),
        }],
    };
    if direction == Direction::Down {
        arms.reverse();
        for arm in &mut arms {
            std::mem::swap(&mut arm.start, &mut arm.end);
        }
    }
    if let Anchor::After(position) | Anchor::Before(position) = anchor {
        let key = Key::of(query.order, &position);
        arms.retain(|arm| {
            let is_later = |rank: Rank| direction.order(rank.cmp(&position.rank)) != Ordering::Less;
            arm.rank.is_none_or(is_later)
        });
        for arm in &mut arms {
            let is_same_rank = arm.rank.is_none_or(|rank| rank == position.rank);
            if is_same_rank && direction.order(key.cmp(&arm.start)) == Ordering::Greater {
                arm.start = key.clone();
            }
        }
        arms.retain(|arm| direction.order(arm.start.cmp(&arm.end)) == Ordering::Less);
    }
    arms
}

fn by_urgency(shapes: &[Shape], agency: Option<AgencyId>) -> Vec<Arm> {
    let mut arms = Vec::new();
    for shape in shapes {
        let rank = format!("rank = {}", shape.rank.number());
        let (pin, fixed) = match agency {
            Some(agency) => (Pin::Agency, format!("agency_id = {} AND {rank}", agency.0)),
            None => (Pin::Due, rank),
        };
        for (low, high) in &shape.dues {
            arms.push(Arm {
                pin,
                fixed: fixed.clone(),
                rank: Some(shape.rank),
                start: Key::Due(low.clone(), 0),
                end: Key::Due(high.clone(), i64::MAX),
                rest: shape.rest.iter().cloned().map(Condition::Plain).collect(),
            });
        }
    }
    arms
}

fn by_document(query: &Query) -> Vec<Arm> {
    let arm = |first: i64, last: i64| Arm {
        pin: Pin::Document,
        fixed: "rank IS NOT NULL".to_owned(),
        rank: None,
        start: Key::Document(first, 0),
        end: Key::Document(last, i64::MAX),
        rest: Vec::new(),
    };
    let mut documents: Vec<_> = query.filter.documents.iter().map(|id| id.0).collect();
    documents.sort_unstable();
    documents.dedup();
    if documents.is_empty() {
        return vec![arm(0, i64::MAX)];
    }
    documents.into_iter().map(|id| arm(id, id)).collect()
}

/// A walk and what it has found that nobody took yet.
pub(super) struct Walk<'a> {
    db: &'a Db,
    arms: VecDeque<Arm>,
    residual: Vec<Condition>,
    direction: Direction,
    found: VecDeque<Task>,
    has_looked: bool,
}

impl<'a> Walk<'a> {
    pub fn new(db: &'a Db, arms: Vec<Arm>, residual: Vec<Condition>, direction: Direction) -> Self {
        Self {
            db,
            arms: arms.into(),
            residual,
            direction,
            found: VecDeque::new(),
            has_looked: false,
        }
    }

    /// True where it has nothing to show and has not come to its end.
    pub fn is_hungry(&self) -> bool {
        self.found.is_empty() && !self.arms.is_empty()
    }

    /// True where rows have to be looked at: it may find nothing for long.
    pub fn is_slow(&self) -> bool {
        let is_slow = |arm: &Arm| !(arm.rest.is_empty() && self.residual.is_empty());
        self.arms.front().is_some_and(is_slow)
    }

    /// True once it has gone on at all.
    pub fn has_looked(&self) -> bool {
        self.has_looked
    }

    /// The place of the first row that was found and not taken.
    pub fn head_place(&self) -> Option<Place> {
        let task = self.found.front()?;
        let rank = task.rank().map_or(i64::MAX, |rank| rank.number());
        // Only walks by urgency meet others.
        Some((rank, Key::Due(due_key(task.effective_due), task.id.0)))
    }

    /// Takes the first row.
    pub fn take(&mut self) -> Option<Task> {
        self.found.pop_front()
    }

    /// How far it has looked; after everything at its end.
    pub fn place(&self) -> Place {
        let arm = self.arms.front();
        arm.map_or((i64::MAX, Key::Number(0)), |arm| {
            (arm.rank.map_or(0, Rank::number), arm.start.clone())
        })
    }

    /// The same as a place in the list.
    pub fn position(&self) -> Option<Position> {
        let arm = self.arms.front()?;
        let (due, document, id) = match &arm.start {
            Key::Due(due, id) => (due_of(due).ok()?, None, *id),
            Key::Document(document, id) => (None, Some(*document).filter(|id| *id != 0), *id),
            Key::Number(id) => (None, None, *id),
        };
        Some(Position {
            rank: arm.rank.unwrap_or(Rank::Running),
            due,
            document: document.map(DocumentId),
            id: TaskId(id),
        })
    }

    /// Looks on for a slice, or until it has found so many.
    pub fn go_on(&mut self, wanted: usize, slice: i64) -> Result<()> {
        self.has_looked = true;
        let slice_end = self.slice_end(slice)?;
        let Some(arm) = self.arms.front() else {
            return Ok(());
        };
        let end = slice_end.as_ref().unwrap_or(&arm.end);
        let limit = i64::try_from(wanted).unwrap_or(i64::MAX);
        let mut sql = self.statement(&format!("SELECT {READ}"), arm, end);
        sql.all(&arm.rest).all(&self.residual);
        sql.add(&format!(" ORDER BY {} LIMIT ", end.sorted(self.direction)))
            .bind(limit);
        let found = self.db.rows(&sql.text, &sql.values, read)?;
        let last = found.last().filter(|_| found.len() == wanted);
        let last = last.map(|task| key_of(task, &arm.start));
        self.found.extend(found);
        self.arrive(last.or(slice_end));
        Ok(())
    }

    /// Counts a slice and goes past it.
    pub fn count_on(&mut self) -> Result<i64> {
        let slice_end = self.slice_end(SLICE)?;
        let Some(arm) = self.arms.front() else {
            return Ok(0);
        };
        let end = slice_end.as_ref().unwrap_or(&arm.end);
        let mut sql = self.statement("SELECT COUNT(*)", arm, end);
        sql.all(&arm.rest).all(&self.residual);
        let count = self.db.number(&sql.text, &sql.values)?;
        self.arrive(slice_end);
        Ok(count)
    }

    /// True once all is walked.
    pub fn is_done(&self) -> bool {
        self.arms.is_empty()
    }

    /// Where the next slice ends; none where the arm ends sooner, or nothing has to be looked at. Only
    /// the index is read.
    fn slice_end(&self, rows: i64) -> Result<Option<Key>> {
        let Some(arm) = self.arms.front().filter(|_| self.is_slow()) else {
            return Ok(None);
        };
        let columns = arm
            .start
            .columns()
            .into_iter()
            .filter(|column| !column.is_empty());
        let columns: Vec<_> = columns.collect();
        let mut sql = self.statement(&format!("SELECT {}", columns.join(", ")), arm, &arm.end);
        sql.add(&format!(
            " ORDER BY {} LIMIT 1 OFFSET ",
            arm.end.sorted(self.direction)
        ));
        sql.bind(rows - 1);
        self.db.first(&sql.text, &sql.values, |row| {
            Ok(match arm.start {
                Key::Due(..) => Key::Due(row.text()?, row.number()?),
                Key::Document(..) => Key::Document(row.number()?, row.number()?),
                Key::Number(_) => Key::Number(row.number()?),
            })
        })
    }

    fn statement(&self, what: &str, arm: &Arm, end: &Key) -> Sql<'a> {
        let (after, upto) = match self.direction {
            Direction::Up => (">", "<="),
            Direction::Down => ("<", ">="),
        };
        let mut sql = Sql::new(format!(
            "{what} FROM {} WHERE {} AND ",
            arm.pin.table(),
            arm.fixed
        ));
        arm.start.compare(&mut sql, after);
        sql.add(" AND ");
        end.compare(&mut sql, upto);
        sql
    }

    /// Stands at that key now, or at the end of the arm.
    fn arrive(&mut self, at: Option<Key>) {
        match (at, self.arms.front_mut()) {
            (Some(key), Some(arm)) => arm.start = key,
            _ => {
                self.arms.pop_front();
            }
        }
    }
}

fn key_of(task: &Task, like: &Key) -> Key {
    match like {
        Key::Due(..) => Key::Due(due_key(task.effective_due), task.id.0),
        Key::Document(..) => Key::Document(task.document.map_or(0, |id| id.0), task.id.0),
        Key::Number(_) => Key::Number(task.id.0),
    }
}
