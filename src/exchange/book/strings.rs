//! The texts that the cells of a workbook share.

use super::record::LONGEST_CELL;
use crate::domain::error::FileFault;
use crate::domain::legacy::Coding;

/// The most text that is held, in bytes: a sheet of a million rows of all different texts.
const MOST_TEXT: usize = 256 << 20;

/// The most texts that are held.
const MOST_STRINGS: usize = 16_000_000;

/// Texts one behind the other: a `String` each would take thirty bytes more.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    end: u32,
    coding: Option<Coding>,
}

impl Strings {
    /// Adds a text, cut where it is longer than any cell.
    pub(super) fn push(&mut self, text: &str, coding: Option<Coding>) -> Result<(), FileFault> {
        let end = text.char_indices().nth(LONGEST_CELL + 1);
        let text = end.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        if self.text.len() + text.len() > MOST_TEXT || self.entries.len() >= MOST_STRINGS {
            return Err(FileFault::UnpacksTooLarge {
                limit: u64::try_from(MOST_TEXT).unwrap_or(u64::MAX),
            });
        }
        self.text.push_str(text);
        self.entries.push(Entry {
            end: u32::try_from(self.text.len()).unwrap_or(u32::MAX),
            coding,
        });
        Ok(())
    }

    /// A text by its place, and the coding of its fonts where it has fonts of its own.
    pub(super) fn get(&self, place: usize) -> Option<(&str, Option<Coding>)> {
        let entry = self.entries.get(place)?;
        let before = place
            .checked_sub(1)
            .and_then(|place| self.entries.get(place));
        let begin = usize::try_from(before.map_or(0, |entry| entry.end)).ok()?;
        let text = self.text.get(begin..usize::try_from(entry.end).ok()?)?;
        Some((text, entry.coding))
    }
}
