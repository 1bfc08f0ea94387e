//! The walk along the chain of the log, that goes on where a link is broken: each row carries the hash that it was
//! written with, so the next one can be held against that, and one change, one removal, one insertion are told apart.
//!
//! Knows no database: rows are handed in, by their numbers. Memory does not grow with the rows.

use std::collections::VecDeque;

use crate::domain::proof::Breach;

use super::chain::{self, BEGINNING, Hash, Head};

/// So many rows back it is looked for the one that a row follows: so many rows put in between are told apart.
const BACK: usize = 32;

/// So far numbers may have been moved for it to be told.
const MOVED: i64 = 64;

/// So many findings are kept; more are only counted.
const KEPT: usize = 10_000;

/// A row, in the form in which it is hashed: its number first, eight bytes of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sealed<'a> {
    pub id: i64,
    pub body: &'a [u8],
    /// The hash that it carries; none where that is no hash at all.
    pub hash: Option<Hash>,
}

/// A row that was passed.
#[derive(Debug, Clone)]
struct Passed {
    id: i64,
    /// The number under which it was written.
    original: i64,
    hash: Hash,
    /// What it should carry, and what stands in it, where it does not fit.
    doubt: Option<(Hash, Vec<u8>)>,
    /// It could not be read, and nothing is known of it but its number.
    is_hole: bool,
}

/// Rows that are not as they were written: the way, the first, the last.
pub(super) type Spot = (Breach, i64, i64);

/// The walk itself.
pub(super) struct Walk {
    passed: VecDeque<Passed>,
    spots: Vec<Spot>,
    more: u64,
    rows: i64,
}

impl Walk {
    /// At the beginning of a log.
    pub fn new() -> Self {
        Self::after(Head::EMPTY)
    }

    /// Behind a row that is taken as it is: for the last part of a log.
    pub fn after(head: Head) -> Self {
        let beginning = Passed {
            id: head.last,
            original: head.last,
            hash: head.hash,
            doubt: None,
            is_hole: false,
        };
        Self {
            passed: VecDeque::from([beginning]),
            spots: Vec::new(),
            more: 0,
            rows: 0,
        }
    }

    /// The last row that was read.
    pub fn last(&self) -> Head {
        let mut read = self.passed.iter().rev().filter(|it| !it.is_hole);
        let last = read.next().map(|it| (it.id, it.hash));
        let (last, hash) = last.unwrap_or((0, BEGINNING));
        Head { last, hash }
    }

    /// So many rows were passed.
    pub fn rows(&self) -> i64 {
        self.rows
    }

    /// Passes the next row.
    pub fn pass(&mut self, row: Sealed<'_>) {
        let Some(last) = self.passed.back() else {
            return;
        };
        self.rows += 1;
        if row.id <= 0 {
            return self.note(Breach::Inserted, row.id, row.id);
        }
        let original = last.original.saturating_add(1);
        let carried = row.hash.unwrap_or(BEGINNING);
        // What the rows before carry is not known, so this one is taken as it is.
        if last.is_hole && last.id.saturating_add(1) == row.id {
            return self.keep(row.id, original, carried, None);
        }
        if last.id.saturating_add(1) == row.id && self.follows(row, original, &last.hash) {
            return self.keep(row.id, original, carried, None);
        }
        if last.id.saturating_add(1) < row.id {
            return self.pass_gap(row, carried);
        }
        if let Some((should, _)) = &last.doubt
            && self.follows(row, original, should)
        {
            let id = last.id;
            self.retract(id);
            self.note(Breach::HashChanged, id, id);
            return self.keep(row.id, original, carried, None);
        }
        if self.pass_swapped(row, carried) || self.pass_inserted(row, carried) {
            return;
        }
        if self.pass_moved(row, carried) {
            return;
        }
        let before = self.passed.back().map_or(BEGINNING, |last| last.hash);
        let should = chain::hash(&before, &numbered(row.body, original));
        self.note(Breach::Changed, row.id, row.id);
        self.keep(row.id, original, carried, Some((should, row.body.to_vec())));
    }

    /// Passes numbers, from the first to the last, of which no row can be read.
    pub fn pass_hole(&mut self, from: i64, to: i64) {
        let Some(last) = self.passed.back_mut() else {
            return;
        };
        let moved = last.original - last.id;
        let goes_on = last.id.saturating_add(1) == from;
        if last.is_hole && goes_on {
            (last.id, last.original) = (to, to.saturating_add(moved));
            if let Some((Breach::Unreadable, _, end)) = self.spots.last_mut() {
                *end = to;
            }
            return;
        }
        let after = last.id.saturating_add(1);
        if after < from {
            self.note(Breach::Removed, after, from - 1);
        }
        self.note(Breach::Unreadable, from, to);
        self.keep(to, to.saturating_add(moved), BEGINNING, None);
        if let Some(hole) = self.passed.back_mut() {
            hole.is_hole = true;
        }
    }

    /// Comes to the end, and holds it against what was noted of it; then says what was found, and how much more.
    pub fn end(mut self, noted: Option<Head>) -> (Vec<Spot>, u64) {
        let Some(last) = self.passed.back().cloned() else {
            return (self.spots, self.more);
        };
        match noted {
            None if self.rows == 0 => {}
            None => self.note(Breach::End, last.id, last.id),
            Some(noted) if last.original < noted.last => {
                self.note(Breach::CutOff, last.original.saturating_add(1), noted.last);
            }
            Some(noted) if last.original > noted.last => {
                let moved = last.id - last.original;
                let from = noted.last.saturating_add(moved).saturating_add(1);
                self.note(Breach::Appended, from, last.id);
            }
            Some(noted) if last.hash == noted.hash || last.is_hole => {}
            Some(noted) => match last.doubt {
                Some((should, _)) if should == noted.hash => {
                    self.retract(last.id);
                    self.note(Breach::HashChanged, last.id, last.id);
                }
                // What is wrong with the row has been said.
                Some(_) => {}
                None => self.note(Breach::End, last.id, last.id),
            },
        }
        (self.spots, self.more)
    }

    /// True where a row, under this number, was written after the row of that hash.
    fn follows(&self, row: Sealed<'_>, original: i64, before: &Hash) -> bool {
        let made = if row.id == original {
            chain::hash(before, row.body)
        } else {
            chain::hash(before, &numbered(row.body, original))
        };
        row.hash == Some(made)
    }

    /// Numbers are missing. What stood before this row is not known, so it is taken as it is: the next one is
    /// held against it.
    fn pass_gap(&mut self, row: Sealed<'_>, carried: Hash) {
        let Some(last) = self.passed.back() else {
            return;
        };
        let (from, moved) = (last.id.saturating_add(1), last.original - last.id);
        self.note(Breach::Removed, from, row.id - 1);
        self.keep(row.id, row.id.saturating_add(moved), carried, None);
    }

    /// This row and the one before stand in each other's place, with their hashes or without them.
    fn pass_swapped(&mut self, row: Sealed<'_>, carried: Hash) -> bool {
        let places = self.passed.len();
        let (Some(last), Some(before)) = (
            self.passed.back(),
            places.checked_sub(2).and_then(|at| self.passed.get(at)),
        ) else {
            return false;
        };
        let Some((_, body)) = &last.doubt else {
            return false;
        };
        let first = before.original.saturating_add(1);
        let second = first.saturating_add(1);
        let earlier = chain::hash(&before.hash, &numbered(row.body, first));
        let later = chain::hash(&earlier, &numbered(body, second));
        let with_hashes = (carried, last.hash) == (earlier, later);
        let without = (last.hash, carried) == (earlier, later);
        if !with_hashes && !without {
            return false;
        }
        let id = last.id;
        self.retract(id);
        self.note(Breach::Swapped, id, row.id);
        self.keep(row.id, second, later, None);
        true
    }

    /// This row follows one further back: what stands between was put in.
    fn pass_inserted(&mut self, row: Sealed<'_>, carried: Hash) -> bool {
        let mut back = self.passed.iter().rev().skip(1);
        let found = back.find(|it| self.follows(row, it.original.saturating_add(1), &it.hash));
        let Some((id, original)) = found.map(|it| (it.id, it.original.saturating_add(1))) else {
            return false;
        };
        self.retract(id + 1);
        self.note(Breach::Inserted, id + 1, row.id - 1);
        self.keep(row.id, original, carried, None);
        true
    }

    /// The row before does not fit, and this one follows it under another number: numbers were moved before it.
    fn pass_moved(&mut self, row: Sealed<'_>, carried: Hash) -> bool {
        // Of a log that was made anew altogether nothing can be said by trying.
        let Some(last) = self.passed.back().filter(|_| self.spots.len() < KEPT) else {
            return false;
        };
        if last.doubt.is_none() {
            return false;
        }
        let (id, hash) = (last.id, last.hash);
        let expected = last.original.saturating_add(1);
        let tries = (1..=MOVED).flat_map(|by| [by, -by]);
        let moved = |by: i64| expected.saturating_add(by);
        let Some(by) = tries
            .filter(|by| moved(*by) > 0)
            .find(|by| self.follows(row, moved(*by), &hash))
        else {
            return false;
        };
        self.retract(id);
        let breach = if by > 0 {
            Breach::MovedUp(by)
        } else {
            Breach::MovedDown(-by)
        };
        self.note(breach, id, id);
        self.keep(row.id, moved(by), carried, None);
        true
    }

    fn keep(&mut self, id: i64, original: i64, hash: Hash, doubt: Option<(Hash, Vec<u8>)>) {
        if self.passed.len() > BACK {
            self.passed.pop_front();
        }
        self.passed.push_back(Passed {
            id,
            original,
            hash,
            doubt,
            is_hole: false,
        });
    }

    fn note(&mut self, breach: Breach, from: i64, to: i64) {
        if self.spots.len() < KEPT {
            self.spots.push((breach, from, to));
        } else {
            self.more += 1;
        }
    }

    /// Takes back what was said of rows from this one on: it is known better now.
    fn retract(&mut self, from: i64) {
        while self.spots.last().is_some_and(|spot| spot.1 >= from) {
            self.spots.pop();
        }
    }
}

/// A row under another number.
fn numbered(body: &[u8], id: i64) -> Vec<u8> {
    let mut numbered = id.to_be_bytes().to_vec();
    numbered.extend(body.get(8..).unwrap_or_default());
    numbered
}
