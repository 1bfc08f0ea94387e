//! The records of a workbook's stream, and the texts in them.

use super::super::package::broken;
use crate::domain::error::FileFault;

/// Goes on where a record was too long for one.
pub(super) const CONTINUE: u16 = 0x003c;
/// Begins a part of the stream.
pub(super) const BEGIN: u16 = 0x0809;
/// Ends it.
pub(super) const END: u16 = 0x000a;

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    bytes.try_into().ok().map(u16::from_le_bytes)
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    bytes.try_into().ok().map(u32::from_le_bytes)
}

pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    let bytes = bytes.get(at..at.checked_add(8)?)?;
    bytes.try_into().ok().map(f64::from_le_bytes)
}

/// What is said where the stream is not as it should be.
pub(super) fn damaged() -> FileFault {
    broken("Workbook")
}

/// A record, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub at: usize,
    pub id: u16,
    pub data: &'a [u8],
    /// Where the next one stands.
    pub next: usize,
}

/// The record at a place; an error where the stream ends before it does.
pub(super) fn record_at(stream: &[u8], at: usize) -> Result<Entry<'_>, FileFault> {
    let read = || {
        let id = u16_at(stream, at)?;
        let begin = at + 4;
        let next = begin + usize::from(u16_at(stream, at + 2)?);
        let data = stream.get(begin..next)?;
        Some(Entry { at, id, data, next })
    };
    read().ok_or_else(damaged)
}

/// A record's data, and that of those which continue it.
pub(super) struct Pieces<'a> {
    stream: &'a [u8],
    piece: &'a [u8],
    at: usize,
    next: usize,
}

impl<'a> Pieces<'a> {
    /// Begins so many bytes behind the begin of a record.
    pub(super) fn new(stream: &'a [u8], entry: Entry<'a>, at: usize) -> Self {
        Self {
            stream,
            piece: entry.data,
            at,
            next: entry.next,
        }
    }

    fn go_on(&mut self) -> Result<(), FileFault> {
        let entry = record_at(self.stream, self.next)?;
        if entry.id != CONTINUE {
            return Err(damaged());
        }
        (self.piece, self.at, self.next) = (entry.data, 0, entry.next);
        Ok(())
    }

    fn byte(&mut self) -> Result<u8, FileFault> {
        loop {
            if let Some(byte) = self.piece.get(self.at) {
                self.at += 1;
                return Ok(*byte);
            }
            self.go_on()?;
        }
    }

    pub(super) fn short(&mut self) -> Result<u16, FileFault> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn long(&mut self) -> Result<u32, FileFault> {
        Ok(u32::from(self.short()?) | (u32::from(self.short()?) << 16))
    }

    fn skip(&mut self, many: usize) -> Result<(), FileFault> {
        let mut left = many;
        loop {
            let here = self.piece.len().saturating_sub(self.at);
            if left <= here {
                self.at += left;
                return Ok(());
            }
            left -= here;
            self.go_on()?;
        }
    }

    /// A text whose length was read; adds the fonts of its runs.
    pub(super) fn text(&mut self, length: u16, fonts: &mut Vec<u16>) -> Result<String, FileFault> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.short()? };
        let others = if flags & 4 == 0 { 0 } else { self.long()? };
        let units = self.units(usize::from(length), flags)?;
        fonts.clear();
        for _ in 0..runs {
            self.short()?;
            fonts.push(self.short()?);
        }
        self.skip(usize::try_from(others).map_err(|_| damaged())?)?;
        Ok(String::from_utf16_lossy(&units))
    }

    /// Letters of one byte or of two. Where another record goes on, it says anew which.
    fn units(&mut self, length: usize, flags: u8) -> Result<Vec<u16>, FileFault> {
        let mut is_wide = flags & 1 == 1;
        let mut units = Vec::with_capacity(length);
        while units.len() < length {
            if self.at >= self.piece.len() {
                self.go_on()?;
                is_wide = self.byte()? & 1 == 1;
            }
            units.push(if is_wide {
                self.short()?
            } else {
                u16::from(self.byte()?)
            });
        }
        Ok(units)
    }
}
