//! A walk along one index, slice by slice.

use std::collections::VecDeque;

use crate::domain::error::Result;
use crate::domain::id::{DocumentId, TaskId};
use crate::domain::query::{Order, Position};
use crate::domain::status::Rank;
use crate::domain::task::Task;

use super::super::db::Db;
use super::super::record::{READ, due_of, read};
use super::arm::{Arm, Direction, Group, Key, Reach, key_of};
use super::condition::{Condition, Sql};

/// Rows that are looked at in one go: 2 to 4 ms with a million tasks, so that a keystroke is never far.
pub(super) const SLICE: i64 = 2_000;

/// A place on the way: rank, and key within it.
pub(super) type Place = (i64, Key);

/// A walk and what it has found that nobody took yet.
pub(super) struct Walk<'a> {
    db: &'a Db,
    order: Order,
    direction: Direction,
    arms: VecDeque<Arm>,
    residual: Vec<Condition>,
    found: VecDeque<Task>,
    has_looked: bool,
}

impl<'a> Walk<'a> {
    pub fn new(
        db: &'a Db,
        order: Order,
        direction: Direction,
        arms: Vec<Arm>,
        residual: Vec<Condition>,
    ) -> Self {
        Self {
            db,
            order,
            direction,
            arms: arms.into(),
            residual,
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

    /// True once all is walked.
    pub fn is_done(&self) -> bool {
        self.arms.is_empty()
    }

    /// The place of the first row that was found and not taken.
    pub fn head_place(&self) -> Option<Place> {
        let position = Position::of(self.found.front()?)?;
        Some((position.rank.number(), key_of(self.order, &position)))
    }

    /// Takes that row.
    pub fn take(&mut self) -> Option<Task> {
        self.found.pop_front()
    }

    /// How far it has looked.
    pub fn place(&self) -> Option<Place> {
        let arm = self.arms.front()?;
        Some((arm.rank.map_or(0, Rank::number), arm.start.clone()))
    }

    /// The same as a place in the list.
    pub fn position(&self) -> Option<Position> {
        let arm = self.arms.front()?;
        let (group, id) = &arm.start;
        let (due, document) = match group {
            Group::Due(due) => (due_of(due).ok()?, None),
            Group::Document(document) => (None, Some(*document).filter(|id| *id != 0)),
            Group::All => (None, None),
        };
        Some(Position {
            rank: arm.rank.unwrap_or(Rank::Running),
            due,
            document: document.map(DocumentId),
            id: TaskId(*id),
        })
    }

    /// Looks on for a slice, or until it has found so many.
    pub fn go_on(&mut self, wanted: usize, slice: i64) -> Result<()> {
        self.has_looked = true;
        let end = self.next_slice(slice)?;
        let Some(arm) = self.arms.front() else {
            return Ok(());
        };
        let reach = reach(arm, end.as_ref());
        let mut sql = arm.statement(&format!("SELECT {READ}"), self.direction, &reach);
        sql.all(&arm.rest).all(&self.residual);
        let limit = i64::try_from(wanted).unwrap_or(i64::MAX);
        sql.add(&format!(" ORDER BY {} LIMIT ", arm.sorted(self.direction)))
            .bind(limit);
        let found = self.db.rows(&sql.text, &sql.values, read)?;
        let last = found.last().filter(|_| found.len() == wanted);
        let last = last
            .and_then(Position::of)
            .map(|last| key_of(self.order, &last));
        self.found.extend(found);
        match (last, self.arms.front_mut()) {
            (Some(key), Some(arm)) => arm.stand_at(key),
            _ => self.arrive(end),
        }
        Ok(())
    }

    /// Counts a slice and goes past it.
    pub fn count_on(&mut self) -> Result<i64> {
        let end = self.next_slice(SLICE)?;
        let Some(arm) = self.arms.front() else {
            return Ok(0);
        };
        let reach = reach(arm, end.as_ref());
        let mut sql = arm.statement("SELECT COUNT(*)", self.direction, &reach);
        sql.all(&arm.rest).all(&self.residual);
        let count = self.db.number(&sql.text, &sql.values)?;
        self.arrive(end);
        Ok(count)
    }

    /// The last row of the next slice; none where nothing has to be looked at, either.
    fn next_slice(&mut self, rows: i64) -> Result<Option<Key>> {
        let end = match self.is_slow() {
            true => self.slice_end(rows)?,
            false => None,
        };
        self.come_to(end.as_ref());
        Ok(end)
    }

    /// Where a slice is all of one group, the walk enters it.
    fn come_to(&mut self, end: Option<&Key>) {
        if let (Some((group, _)), Some(arm)) = (end, self.arms.front_mut())
            && arm.is_before(group, self.direction)
        {
            arm.enter(group.clone(), self.direction);
        }
    }

    /// A statement for the rows of the next slice, which the walk goes past; none at its end.
    pub fn portion(&mut self, columns: &str, rows: i64) -> Result<Option<Sql<'static>>> {
        let end = self.slice_end(rows)?;
        self.come_to(end.as_ref());
        let Some(arm) = self.arms.front() else {
            return Ok(None);
        };
        let mut sql = arm.statement(columns, self.direction, &reach(arm, end.as_ref()));
        sql.all(&arm.rest).all(&self.residual);
        sql.add(&format!(" ORDER BY {}", arm.sorted(self.direction)));
        self.arrive(end);
        Ok(Some(sql))
    }

    /// The last row of the next slice; none where the arm ends sooner. Only the index is read.
    fn slice_end(&self, rows: i64) -> Result<Option<Key>> {
        let Some(arm) = self.arms.front() else {
            return Ok(None);
        };
        let what = format!("SELECT {}", arm.key_columns());
        let mut sql = arm.statement(&what, self.direction, &Reach::End);
        sql.add(&format!(
            " ORDER BY {} LIMIT 1 OFFSET ",
            arm.sorted(self.direction)
        ));
        sql.bind(rows - 1);
        self.db.first(&sql.text, &sql.values, |row| {
            let group = match arm.start.0 {
                Group::Due(_) => Group::Due(row.text()?),
                Group::Document(_) => Group::Document(row.number()?),
                Group::All => row.maybe_number().map(|_| Group::All)?,
            };
            Ok((group, row.number()?))
        })
    }

    /// Stands after the slice now, or after the group or the arm.
    fn arrive(&mut self, end: Option<Key>) {
        let Some(arm) = self.arms.front_mut() else {
            return;
        };
        match end {
            Some(key) if arm.is_inside() => arm.stand_at(key),
            Some((group, _)) => arm.enter(group, self.direction),
            None if arm.leave(self.direction) => {}
            None => {
                self.arms.pop_front();
            }
        }
    }
}

/// A slice ends at a row inside a group; across groups it ends before the group of its last row, which is
/// walked by itself then.
fn reach(arm: &Arm, end: Option<&Key>) -> Reach {
    match end {
        Some((_, number)) if arm.is_inside() => Reach::Number(*number),
        Some((group, _)) => Reach::Before(group.clone()),
        None => Reach::End,
    }
}
