//! Compound documents: a small file system within a file.
//!
//! Chains of sectors are followed no longer than there are sectors, so that a circle ends.

use super::super::package::broken;
use super::records::{u16_at, u32_at};
use crate::domain::error::FileFault;

/// From this number on a sector number is a mark.
const LAST: u32 = 0xffff_fffa;

/// An entry of the directory.
const ENTRY: usize = 128;

/// A compound document in memory.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    chains: Vec<u32>,
    entries: Vec<Entry>,
    /// Small streams share sectors: where these are, how they hang together, how large they are.
    small: Vec<u8>,
    small_chains: Vec<u32>,
    small_sector: usize,
    smallest: usize,
}

#[derive(Debug)]
struct Entry {
    name: String,
    is_root: bool,
    start: u32,
    size: usize,
}

fn damaged() -> FileFault {
    broken("OLE")
}

impl<'a> Compound<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FileFault> {
        let shift = |at| u16_at(bytes, at).filter(|shift| (6..=16).contains(shift));
        let sector = 1 << shift(30).ok_or_else(damaged)?;
        let small_sector = 1 << shift(32).ok_or_else(damaged)?;
        let word = |at| u32_at(bytes, at).ok_or_else(damaged);
        let mut compound = Self {
            bytes,
            sector,
            chains: Vec::new(),
            entries: Vec::new(),
            small: Vec::new(),
            small_chains: Vec::new(),
            small_sector,
            smallest: usize::try_from(word(56)?).map_err(|_| damaged())?,
        };
        compound.read_chains(word(68)?)?;
        compound.read_directory(word(48)?)?;
        let small_chains = compound.chain(word(60)?)?;
        compound.small_chains = words(&small_chains).collect();
        let root = compound.entries.iter().find(|entry| entry.is_root);
        if let Some(start) = root.map(|root| root.start) {
            compound.small = compound.chain(start)?;
        }
        Ok(compound)
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let begin = usize::try_from(number)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let rest = self.bytes.get(begin..)?;
        // The last sector of a file may be cut short.
        (!rest.is_empty()).then(|| rest.get(..self.sector).unwrap_or(rest))
    }

    fn most_sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    /// The table of chains: its first sectors are named in the header, more in sectors of their own.
    fn read_chains(&mut self, more: u32) -> Result<(), FileFault> {
        let named = self.bytes.get(76..512).ok_or_else(damaged)?;
        let mut sectors: Vec<u32> = words(named).collect();
        let mut next = more;
        for _ in 0..self.most_sectors() {
            if next >= LAST {
                break;
            }
            let mut numbers: Vec<u32> = words(self.sector_at(next).ok_or_else(damaged)?).collect();
            next = numbers.pop().ok_or_else(damaged)?;
            sectors.extend(numbers);
        }
        for number in sectors.into_iter().filter(|number| *number < LAST) {
            if self.chains.len() / (self.sector / 4) > self.most_sectors() {
                return Err(damaged());
            }
            let table = self.sector_at(number).ok_or_else(damaged)?;
            self.chains.extend(words(table));
        }
        Ok(())
    }

    /// The bytes of a chain of sectors.
    fn chain(&self, start: u32) -> Result<Vec<u8>, FileFault> {
        let mut bytes = Vec::new();
        let mut next = start;
        for _ in 0..self.most_sectors() {
            if next >= LAST {
                return Ok(bytes);
            }
            bytes.extend_from_slice(self.sector_at(next).ok_or_else(damaged)?);
            next = following(&self.chains, next)?;
        }
        Err(damaged())
    }

    fn read_directory(&mut self, start: u32) -> Result<(), FileFault> {
        let directory = self.chain(start)?;
        for entry in directory.chunks_exact(ENTRY) {
            let length = usize::from(u16_at(entry, 64).unwrap_or_default()).min(64);
            let kind = entry.get(66).copied().unwrap_or_default();
            let letters = entry.get(..length.saturating_sub(2)).unwrap_or_default();
            let units: Vec<u16> = letters
                .chunks_exact(2)
                .filter_map(|pair| u16_at(pair, 0))
                .collect();
            // Streams (2) and the root (5); storages hold others and have no bytes.
            if matches!(kind, 2 | 5) {
                self.entries.push(Entry {
                    name: String::from_utf16_lossy(&units),
                    is_root: kind == 5,
                    start: u32_at(entry, 116).unwrap_or(LAST),
                    size: usize::try_from(u32_at(entry, 120).unwrap_or_default())
                        .unwrap_or_default(),
                });
            }
        }
        Ok(())
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        let is_it = |entry: &&Entry| !entry.is_root && entry.name.eq_ignore_ascii_case(name);
        self.entries.iter().find(is_it)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The bytes of a stream.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, FileFault> {
        let Some(entry) = self.find(name) else {
            return Ok(None);
        };
        let mut bytes = if entry.size < self.smallest {
            self.small_stream(entry.start)?
        } else {
            self.chain(entry.start)?
        };
        if bytes.len() < entry.size {
            return Err(broken(name));
        }
        bytes.truncate(entry.size);
        Ok(Some(bytes))
    }

    fn small_stream(&self, start: u32) -> Result<Vec<u8>, FileFault> {
        let mut bytes = Vec::new();
        let mut next = start;
        for _ in 0..=self.small.len() / self.small_sector {
            if next >= LAST {
                return Ok(bytes);
            }
            let begin = usize::try_from(next).map_err(|_| damaged())?;
            let begin = begin.checked_mul(self.small_sector).ok_or_else(damaged)?;
            let rest = self.small.get(begin..).ok_or_else(damaged)?;
            bytes.extend_from_slice(rest.get(..self.small_sector).unwrap_or(rest));
            next = following(&self.small_chains, next)?;
        }
        Err(damaged())
    }
}

fn following(chains: &[u32], sector: u32) -> Result<u32, FileFault> {
    let place = usize::try_from(sector).map_err(|_| damaged())?;
    chains.get(place).copied().ok_or_else(damaged)
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|word| u32_at(word, 0))
}
