//! Equal rows of a file, found by sorting hashes outside of memory: what is held does not grow with the
//! file, but for a small block for each quarter of a million rows.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::FileExt;

use super::spool::fault;
use crate::domain::error::Result;

/// So many pairs are sorted in memory: 4 MB.
const RUN: usize = 1 << 18;

/// The bytes of a pair.
const PAIR: usize = 16;

/// So many pairs of each run are read at once.
const BLOCK: usize = 4_096;

/// Hashes and the places of their rows.
#[derive(Default)]
pub(crate) struct Pairs {
    here: Vec<(u64, u64)>,
    aside: Option<File>,
    /// How many pairs each run has that was laid aside.
    runs: Vec<usize>,
}

impl Pairs {
    /// One more; places come in ascending order.
    ///
    /// # Errors
    /// [`NoRoom`](crate::domain::error::Error::NoRoom).
    pub(crate) fn push(&mut self, hash: u64, place: u64) -> Result<()> {
        self.here.push((hash, place));
        if self.here.len() >= RUN {
            self.lay_aside()?;
        }
        Ok(())
    }

    fn lay_aside(&mut self) -> Result<()> {
        self.here.sort_unstable();
        let mut file = match self.aside.take() {
            Some(file) => file,
            None => tempfile::tempfile().map_err(fault)?,
        };
        let mut bytes = Vec::with_capacity(self.here.len() * PAIR);
        for (hash, place) in &self.here {
            bytes.extend_from_slice(&hash.to_le_bytes());
            bytes.extend_from_slice(&place.to_le_bytes());
        }
        file.write_all(&bytes).map_err(fault)?;
        self.runs.push(self.here.len());
        self.here.clear();
        self.aside = Some(file);
        Ok(())
    }

    /// Hands every row that is not the first of its hash to `each`: the first row, its own place, and the
    /// how-manieth it is.
    ///
    /// # Errors
    /// Where the files cannot be read, and those of `each`.
    pub(crate) fn repeated(
        mut self,
        mut each: impl FnMut(u64, u64, u32) -> Result<()>,
    ) -> Result<()> {
        let mut last: Option<(u64, u64, u32)> = None;
        let mut take = |hash: u64, place: u64| match &mut last {
            Some((known, first, count)) if *known == hash => {
                *count += 1;
                each(*first, place, *count)
            }
            _ => {
                last = Some((hash, place, 1));
                Ok(())
            }
        };
        let Some(file) = self.aside.take() else {
            self.here.sort_unstable();
            return self
                .here
                .iter()
                .try_for_each(|(hash, place)| take(*hash, *place));
        };
        self.aside = Some(file);
        if !self.here.is_empty() {
            self.lay_aside()?;
        }
        let Some(file) = &self.aside else {
            return Ok(());
        };
        let mut runs = runs_of(&self.runs);
        let mut next = BinaryHeap::new();
        for (number, run) in runs.iter_mut().enumerate() {
            next.extend(run.take(file)?.map(|pair| Reverse((pair, number))));
        }
        while let Some(Reverse(((hash, place), number))) = next.pop() {
            take(hash, place)?;
            if let Some(run) = runs.get_mut(number) {
                next.extend(run.take(file)?.map(|pair| Reverse((pair, number))));
            }
        }
        Ok(())
    }
}

/// A run as it is read.
struct Run {
    at: u64,
    left: usize,
    block: std::vec::IntoIter<(u64, u64)>,
}

fn runs_of(lengths: &[usize]) -> Vec<Run> {
    let mut at = 0;
    let mut runs = Vec::with_capacity(lengths.len());
    for length in lengths {
        runs.push(Run {
            at,
            left: *length,
            block: Vec::new().into_iter(),
        });
        at += (length * PAIR) as u64;
    }
    runs
}

impl Run {
    fn take(&mut self, file: &File) -> Result<Option<(u64, u64)>> {
        if let Some(pair) = self.block.next() {
            return Ok(Some(pair));
        }
        let count = self.left.min(BLOCK);
        let mut bytes = vec![0; count * PAIR];
        file.read_exact_at(&mut bytes, self.at).map_err(fault)?;
        self.left -= count;
        self.at += bytes.len() as u64;
        let (pairs, _) = bytes.as_chunks::<PAIR>();
        let pairs: Vec<(u64, u64)> = pairs.iter().map(pair_of).collect();
        self.block = pairs.into_iter();
        Ok(self.block.next())
    }
}

fn pair_of(bytes: &[u8; PAIR]) -> (u64, u64) {
    let both = u128::from_le_bytes(*bytes);
    // The hash was written first: it is the low half.
    (both as u64, (both >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_hashes_are_found_in_the_order_of_their_rows_however_many_there_are() {
        let mut pairs = Pairs::default();
        let count = 3 * RUN as u64 + 5;
        for place in 0..count {
            pairs.push(place % 200_000, place).expect("a pair");
        }
        let mut found = 0;
        pairs
            .repeated(|first, place, number| {
                assert_eq!(first, place % 200_000);
                assert_eq!(u64::from(number), place / 200_000 + 1);
                found += 1;
                Ok(())
            })
            .expect("pairs");
        assert_eq!(found, count - 200_000);
    }
}
