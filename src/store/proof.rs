//! The proof of the log: every row is read and held against the chain, and what does not fit is named.
//!
//! Reading and hashing are two threads; both go through the rows once, in pieces of fixed size.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use crate::domain::error::{Error, Result};
use crate::domain::proof::{Breach, Claimed, Finding, Verdict};
use crate::domain::seal::{Claim, Seal};

use super::chain::{self, Hash, Head, hexadecimal};
use super::db::{Cell, Db, values};
use super::holes::{Around, Stretch, is_harm};
use super::sqlite::schema;
use super::sqlite::wal::Log;
use super::trace::trace;
use super::walk::{Sealed, Spot, Walk};
use super::{Access, Store};
use super::{groups, log};

/// Rows that are read at a time: no reader holds the file for long.
const CHUNK: i64 = 5_000;

/// So many pieces may lie between the two threads.
const AHEAD: usize = 4;

/// Findings of which it is looked up whose they are.
const TRACED: usize = 1_000;

/// Rows as they were read: one after the other, and where each begins.
#[derive(Default)]
struct Piece {
    bytes: Vec<u8>,
    rows: Vec<(i64, usize, Option<Hash>)>,
}

impl Piece {
    fn each(&self) -> impl Iterator<Item = Sealed<'_>> {
        let ends = self.rows.iter().skip(1).map(|row| row.1);
        let ends = ends.chain([self.bytes.len()]);
        self.rows
            .iter()
            .zip(ends)
            .map(|((id, begin, hash), end)| Sealed {
                id: *id,
                body: self.bytes.get(*begin..end).unwrap_or_default(),
                hash: *hash,
            })
    }
}

impl Store {
    /// Proves the log from its first row to its last. `step` hears how many rows of how many are done
    /// and ends the proof by an error.
    ///
    /// # Errors
    /// What `step` returns; where the database cannot be read. A broken log is no error but a verdict.
    pub fn verify_log(&self, step: impl FnMut(usize, usize) -> Result<()>) -> Result<Verdict> {
        self.of_all(self.verify_log_to(None, step)?)
    }

    /// The same, and holds a seal that was kept outside against it. Where only what groups say of the rows cannot be read,
    /// it is a verdict of the chain alone.
    ///
    /// # Errors
    /// As [`Store::verify_log`].
    pub fn verify_log_to(
        &self,
        claim: Option<&Claim>,
        mut step: impl FnMut(usize, usize) -> Result<()>,
    ) -> Result<Verdict> {
        let (noted, last) = self.ends()?;
        let found = walk_rows(&self.db, Walk::new(), (i64::MIN, last), claim, &mut step)?;
        let all = count(last);
        let groups = groups::differing(&self.db, (i64::MIN, last), || step(all, all));
        self.verdict(found, noted, claim, groups)
    }

    /// Proves the last rows of the log only.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn verify_recent(&self, rows: i64) -> Result<Verdict> {
        let (noted, last) = self.ends()?;
        let before = last.saturating_sub(rows);
        let beginning = match self.hash_of(before)? {
            Some(hash) => Head { last: before, hash },
            None => Head::EMPTY,
        };
        let walk = Walk::after(beginning);
        let from = if beginning == Head::EMPTY {
            i64::MIN
        } else {
            before + 1
        };
        let found = walk_rows(&self.db, walk, (from, last), None, |_, _| Ok(()))?;
        let groups = groups::differing(&self.db, (from, last), || Ok(()));
        self.of_all(self.verdict(found, noted, None, groups)?)
    }

    fn of_all(&self, verdict: Verdict) -> Result<Verdict> {
        if verdict.is_of_chain_only {
            return Err(Error::Damaged(self.db.path().to_owned()));
        }
        Ok(verdict)
    }

    /// The end of the log as it is noted, and as the disk has it: it leaves the program. Where the note is lost, the last row.
    ///
    /// # Errors
    /// Where the database cannot be read, or the disk fails.
    pub fn seal(&self) -> Result<Seal> {
        let end = log::end(&self.db)?;
        if let Some(log) = Log::of(&self.db)? {
            match self.access {
                Access::Write => log.is_kept_somehow(&self.db)?,
                Access::Look => log.is_kept(&self.db)?,
            }
        }
        Ok(sealed(end))
    }

    /// The seal of a row; none where there is no such row.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn seal_of(&self, row: i64) -> Result<Option<Seal>> {
        let hash = self.hash_of(row)?;
        Ok(hash.map(|hash| sealed(Head { last: row, hash })))
    }

    /// The seal of the last row up to a number; none where there is none.
    pub(super) fn seal_upto(&self, row: i64) -> Result<Option<Seal>> {
        let sql = "SELECT id FROM change WHERE id <= ?1 ORDER BY id DESC LIMIT 1";
        let last = self.db.first(sql, &values![row], |row| row.number())?;
        last.map_or(Ok(None), |last| self.seal_of(last))
    }

    /// The end of the log as it is noted, and the last row that is there. Rows that are appended after this moment are
    /// somebody else's next proof.
    fn ends(&self) -> Result<(Option<Head>, i64)> {
        self.db.at_once(|| {
            let noted = log::known_head(&self.db)?;
            let last = match self.db.number("SELECT MAX(id) FROM change", &[]) {
                Err(error) if is_harm(&error) => noted.map_or(i64::MAX, |noted| noted.last),
                last => last?,
            };
            Ok((noted, last))
        })
    }

    fn hash_of(&self, row: i64) -> Result<Option<Hash>> {
        let sql = "SELECT hash FROM change WHERE id = ?1";
        let hash = self.db.first(sql, &values![row], |row| match row.cell()? {
            Cell::Bytes(hash) => Ok(hash.try_into().ok()),
            Cell::Nothing | Cell::Number(_) | Cell::Text(_) => Ok(None),
        })?;
        Ok(hash.flatten())
    }

    fn verdict(
        &self,
        (walk, met): (Walk, Option<i64>),
        noted: Option<Head>,
        claim: Option<&Claim>,
        groups: Result<(Vec<Spot>, u64)>,
    ) -> Result<Verdict> {
        let (rows, seal) = (walk.rows(), sealed(walk.last()));
        let (mut spots, more) = walk.end(noted);
        let has_holes = spots.iter().any(|spot| spot.0 == Breach::Unreadable);
        let mut is_of_chain_only = false;
        let (groups, further) = match groups {
            Err(error) if has_holes && is_harm(&error) => (Vec::new(), 0),
            Err(Error::Damaged(_)) => {
                is_of_chain_only = true;
                (Vec::new(), 0)
            }
            groups => groups?,
        };
        if rows == 0 && spots.is_empty() && self.is_written()? {
            spots.push((Breach::Gone, 0, 0));
        }
        let claimed = claim
            .map(|claim| self.claimed(claim, met, &spots))
            .transpose()?;
        // What a group says is not sealed: a seal that was kept outside holds all the same.
        groups::put_among(&mut spots, groups);
        let mut findings = Vec::with_capacity(spots.len());
        for (place, spot) in spots.into_iter().enumerate() {
            let told = match place < TRACED {
                true => trace(&self.db, spot),
                false => Ok(None),
            };
            let trace = match told {
                // What would tell it lies in a hole too.
                Err(error) if (has_holes || is_of_chain_only) && is_harm(&error) => None,
                told => told?,
            };
            let (breach, from, to) = spot;
            findings.push(Finding {
                breach,
                from,
                to,
                trace,
            });
        }
        let mut findings = findings.into_iter();
        Ok(Verdict {
            rows,
            seal,
            broken: findings.next(),
            further: findings.collect(),
            more: more + further,
            claimed,
            is_of_chain_only,
        })
    }

    /// Something was ever saved: each save leaves its group, and a row of the log.
    fn is_written(&self) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM operation) OR EXISTS (SELECT 1 FROM task)";
        Ok(self.db.number(sql, &[])? != 0)
    }

    fn claimed(&self, claim: &Claim, met: Option<i64>, spots: &[Spot]) -> Result<Claimed> {
        if let Some(row) = met {
            // A row says what stood before it only where the chain holds up to it.
            let is_broken = spots.iter().any(|(_, from, _)| *from <= row);
            return Ok(if is_broken {
                Claimed::Doubtful(row)
            } else {
                Claimed::Holds(row)
            });
        }
        Ok(match claim.row {
            None => Claimed::Nowhere,
            Some(row) => match self.seal_of(row) {
                Err(error) if is_harm(&error) => Claimed::Unread(row),
                seal => seal?.map_or(Claimed::Beyond(row), Claimed::Differs),
            },
        })
    }
}

fn count(rows: i64) -> usize {
    usize::try_from(rows).unwrap_or(0)
}

pub(super) fn sealed(head: Head) -> Seal {
    Seal {
        row: head.last,
        hash: hexadecimal(&head.hash),
    }
}

/// Reads the rows from the first number to the last and has them walked; says too in which row the claim was
/// met.
pub(super) fn walk_rows(
    db: &Db,
    walk: Walk,
    (first, last): (i64, i64),
    claim: Option<&Claim>,
    mut step: impl FnMut(usize, usize) -> Result<()>,
) -> Result<(Walk, Option<i64>)> {
    let total = count(last.saturating_sub(first.max(1) - 1));
    thread::scope(|scope| {
        let (give, take) = mpsc::sync_channel(AHEAD);
        let walker =
            thread::Builder::new().spawn_scoped(scope, move || walked(walk, claim, &take))?;
        let read = read_rows(db, (first, last), &give, |done| step(done, total));
        drop(give);
        let walked = walker
            .join()
            .map_err(|_| Error::Fault("the proof of the log broke off".into()))?;
        read.map(|()| walked)
    })
}

/// What is handed from the reading thread to the walking one.
type Read = Stretch<Piece>;

fn read_rows(
    db: &Db,
    (first, last): (i64, i64),
    give: &SyncSender<Read>,
    mut step: impl FnMut(usize) -> Result<()>,
) -> Result<()> {
    let seals = schema::seals(db)?;
    let mut done = 0;
    // Where the page of the first rows is damaged, whether any were put before them cannot be told.
    let before = (Around::new(db, (first, last.min(0))), false);
    let log = (Around::new(db, (first.max(1), last)), true);
    for (mut around, is_log) in [before, log] {
        let read = |numbers, many| piece(db, seals, numbers, many);
        while let Some(stretch) = around.next(CHUNK, read)? {
            match &stretch {
                Stretch::Rows(piece) => done += piece.rows.len(),
                Stretch::Hole(..) if is_log => {}
                Stretch::Hole(..) => break,
            }
            if give.send(stretch).is_err() {
                return Ok(());
            }
            step(done)?;
        }
    }
    Ok(())
}

fn walked(mut walk: Walk, claim: Option<&Claim>, take: &Receiver<Read>) -> (Walk, Option<i64>) {
    let mut met = None;
    for stretch in take {
        let piece = match stretch {
            Stretch::Rows(piece) => piece,
            Stretch::Hole(from, to) => {
                walk.pass_hole(from, to);
                continue;
            }
        };
        for row in piece.each() {
            walk.pass(row);
            if met.is_none() && is_meant(claim, row) {
                met = Some(row.id);
            }
        }
    }
    (walk, met)
}

fn is_meant(claim: Option<&Claim>, row: Sealed<'_>) -> bool {
    let (Some(claim), Some(hash)) = (claim, row.hash) else {
        return false;
    };
    match claim.row {
        Some(wanted) => wanted == row.id && claim.fits(&hexadecimal(&hash)),
        // The first byte tells 255 of 256 rows apart without writing their digits.
        None => {
            let first = hash.first().map(|byte| format!("{byte:02x}"));
            first.is_some_and(|digits| claim.digits.starts_with(&digits))
                && claim.fits(&hexadecimal(&hash))
        }
    }
}

/// Rows from a number to another, at most so many; and the number of the last where there are as many.
fn piece(
    db: &Db,
    seals: &str,
    (from, upto): (i64, i64),
    many: i64,
) -> Result<(Piece, Option<i64>)> {
    let sql = format!(
        "SELECT id, operation_id, task_id, at, login, origin, subject, what, before, after,
        why, document, on_behalf, hash, {seals}
        FROM change
        WHERE id >= ?1 AND id <= ?2
        ORDER BY id
        LIMIT ?3"
    );
    let mut piece = Piece::default();
    db.rows(&sql, &values![from, upto, many], |row| {
        let begin = piece.bytes.len();
        let id = row.number()?;
        // Whatever lies there: what was made of a row is a finding and keeps nobody from reading the others.
        piece.bytes.extend(id.to_be_bytes());
        chain::encode_number_cell(&mut piece.bytes, row.cell()?, false);
        chain::encode_number_cell(&mut piece.bytes, row.cell()?, true);
        for _ in 0..9 {
            chain::encode_text_cell(&mut piece.bytes, row.cell()?);
        }
        chain::encode_number_cell(&mut piece.bytes, row.cell()?, true);
        let hash = match row.cell()? {
            Cell::Bytes(hash) => hash.try_into().ok(),
            Cell::Nothing | Cell::Number(_) | Cell::Text(_) => None,
        };
        match row.cell()? {
            Cell::Nothing => {}
            seals => chain::encode_text_cell(&mut piece.bytes, seals),
        }
        piece.rows.push((id, begin, hash));
        Ok(())
    })?;
    let is_full = i64::try_from(piece.rows.len()) == Ok(many);
    let last = piece.rows.last().filter(|_| is_full).map(|row| row.0);
    Ok((piece, last))
}

/// What is hashed of each row behind a number, for who tampers in tests.
#[cfg(test)]
pub(super) fn bodies(db: &Db, after: i64) -> Vec<(i64, Vec<u8>)> {
    let numbers = (after + 1, i64::MAX);
    let (piece, _) = piece(db, "seals", numbers, CHUNK).unwrap_or_default();
    piece
        .each()
        .map(|row| (row.id, row.body.to_vec()))
        .collect()
}
