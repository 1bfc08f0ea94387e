//! The log around its holes: rows that can be read are read, and each number that cannot be is told, so that a damaged
//! page takes no others with it.

use crate::domain::change::Change;
use crate::domain::error::{Error, Result};
use crate::domain::id::ChangeId;

use super::Store;
use super::db::Db;

/// No row of the log takes less room in the file, in bytes.
const LEAST: u64 = 100;

/// The next of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch<T> {
    /// Rows, in their order.
    Rows(T),
    /// From this number to that one no row can be read; whether there is one cannot be told.
    Hole(i64, i64),
}

/// A walk through the log by numbers.
#[derive(Debug)]
pub struct Around {
    /// From which number on; none at the end.
    next: Option<i64>,
    last: i64,
    /// So many numbers are read at once: fewer the nearer a hole is.
    wide: i64,
    /// So many numbers are still tried one by one in vain: rows are no more than find room in the file, wherever somebody put
    /// their numbers.
    left: u64,
}

impl Around {
    /// From the first number to the last, both included.
    pub(super) fn new(db: &Db, (first, last): (i64, i64)) -> Self {
        let size = std::fs::metadata(db.path()).map_or(0, |about| about.len());
        Self {
            next: Some(first),
            last,
            wide: i64::MAX,
            left: size / LEAST,
        }
    }

    /// The next of it; `read` is given from which number, up to which and how many rows at the most, and gives them with
    /// the number of the last and whether it found as many. None at the end.
    ///
    /// # Errors
    /// Those of `read` that are no damage of what it reads.
    pub(super) fn next<T>(
        &mut self,
        rows: i64,
        mut read: impl FnMut((i64, i64), i64) -> Result<(T, Option<i64>)>,
    ) -> Result<Option<Stretch<T>>> {
        loop {
            let Some(from) = self.next.filter(|from| *from <= self.last) else {
                return Ok(None);
            };
            let upto = from.saturating_add(self.wide - 1).min(self.last);
            // The engine looks no further than the last row that is asked for: what follows may be the hole.
            let many = upto.saturating_sub(from).saturating_add(1).min(rows);
            match read((from, upto), many) {
                Ok((read, last)) => {
                    // A damaged page may give any number for the one of its row.
                    let last = last.map_or(upto, |last| last.clamp(from, upto));
                    self.next = last.checked_add(1);
                    self.wide = self.wide.saturating_mul(2);
                    return Ok(Some(Stretch::Rows(read)));
                }
                Err(error) if !is_harm(&error) => return Err(error),
                Err(_) if self.wide > 1 => {
                    self.wide = (upto.saturating_sub(from) / 2).max(1);
                }
                Err(_) => {
                    self.left = self.left.saturating_sub(1);
                    let to = if self.left > 0 { from } else { self.last };
                    self.next = to.checked_add(1);
                    return Ok(Some(Stretch::Hole(from, to)));
                }
            }
        }
    }
}

/// True for what is wrong with what was read, and not with the reading of it.
pub(super) fn is_harm(error: &Error) -> bool {
    matches!(
        error,
        Error::Damaged(_) | Error::Strange { .. } | Error::Fault(_)
    )
}

/// Reads what lies under the numbers from the first to the last; where the file is damaged, in halves, so that what of one
/// number cannot be read takes no others with it: `unread` stands for it.
///
/// # Errors
/// Those of `read` but `Damaged`.
pub(super) fn in_halves<T>(
    (first, last): (i64, i64),
    read: &impl Fn((i64, i64)) -> Result<Vec<T>>,
    unread: &impl Fn(i64) -> T,
) -> Result<Vec<T>> {
    match read((first, last)) {
        Err(Error::Damaged(_)) if first < last => {
            let middle = first + (last - first) / 2;
            let mut both = in_halves((first, middle), read, unread)?;
            both.extend(in_halves((middle + 1, last), read, unread)?);
            Ok(both)
        }
        Err(Error::Damaged(_)) => Ok(vec![unread(first)]),
        read => read,
    }
}

impl Store {
    /// The log from its first row up to a number, to be read by [`Store::log_around`].
    #[must_use]
    pub fn around(&self, upto: ChangeId) -> Around {
        Around::new(&self.db, (1, upto.0))
    }

    /// The next rows of the log, at most so many, or numbers of which none can be read; none at the end.
    ///
    /// # Errors
    /// Where the database cannot be read, for another reason than that it is damaged.
    pub fn log_around(
        &self,
        around: &mut Around,
        limit: usize,
    ) -> Result<Option<Stretch<Vec<Change>>>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        around.next(limit, |(from, upto), many| {
            let many = usize::try_from(many).unwrap_or(usize::MAX);
            let rows = self.log_from(ChangeId(from - 1), ChangeId(upto), many)?;
            self.are_all(&rows, (from, upto), many)?;
            let last = rows.last().filter(|_| rows.len() == many);
            let last = last.map(|change| change.id.0);
            Ok((rows, last))
        })
    }

    /// One row follows another without a gap: where pages do not hang together, the engine passes over rows and says nothing.
    fn are_all(&self, rows: &[Change], (from, upto): (i64, i64), many: usize) -> Result<()> {
        let is_row = |(row, number): (&Change, i64)| row.id.0 == number;
        let is_full = rows.len() >= many || upto == i64::MAX;
        let reached = i64::try_from(rows.len()).unwrap_or(i64::MAX) > upto.saturating_sub(from);
        if rows.iter().zip(from..).all(is_row) && (is_full || reached) {
            return Ok(());
        }
        Err(Error::Damaged(self.path().to_owned()))
    }
}
