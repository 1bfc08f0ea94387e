//! Rows that are held whole and read out page by page, numbered through.

use super::talk::{Said, Talk};
use crate::lang::HowFar;

/// So many rows are read at a time.
const PAGE: usize = 10;

/// How far rows were read.
#[derive(Debug, Default)]
pub struct Pages {
    /// The first row of what was read last, counted from 0.
    first: usize,
    read: usize,
}

impl Pages {
    /// From the first row on again.
    pub fn begin(&mut self) {
        *self = Self::default();
    }

    /// Nothing is left to read.
    #[must_use]
    pub const fn is_over(&self, all: usize) -> bool {
        self.read >= all
    }

    /// Reads the next page, as much of it as the terminal has room for.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn go_on(&mut self, talk: &mut Talk, texts: &[String]) -> Said<()> {
        if self.is_over(texts.len()) {
            return talk.say(talk.t.line.end_of_list);
        }
        self.first = self.read;
        for text in texts.iter().skip(self.first).take(PAGE) {
            if self.read > self.first && talk.is_full_with(talk.lines_of(text)) {
                break;
            }
            talk.say(text)?;
            self.read += 1;
        }
        Ok(())
    }

    /// The question under so many rows of this name.
    #[must_use]
    pub fn prompt(&self, talk: &Talk, name: &str, all: usize) -> String {
        let t = &talk.t.line.prompt;
        if all == 0 {
            return (t.empty)(name);
        }
        let far = HowFar {
            rows: (self.first + 1, self.read),
            all: all.to_string(),
            left: Some(all.saturating_sub(self.read)),
            has_more: !self.is_over(all),
        };
        (t.list)(name, &far)
    }

    /// The place of a row that was named, counted from 0; says where there is none.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn place(&self, talk: &mut Talk, number: usize, all: usize) -> Said<Option<usize>> {
        let place = number.checked_sub(1).filter(|place| *place < all);
        if place.is_none() {
            talk.refuse(&(talk.t.line.no_row)(number, all))?;
        }
        Ok(place)
    }
}
