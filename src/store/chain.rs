//! The chain of the log: each row carries the hash of itself and of the row before.

use sha2::{Digest, Sha256};

use crate::domain::error::{Error, Result};

use super::db::Cell;

/// The hash of a row.
pub(super) type Hash = [u8; 32];

/// The hash that stands before the first row.
pub(super) const BEGINNING: Hash = [0; 32];

/// The hash of a row, given as [`Link::encode`] writes it, after the one before.
pub(super) fn hash(before: &Hash, encoded: &[u8]) -> Hash {
    let mut sum = Sha256::new();
    sum.update(before);
    sum.update(encoded);
    sum.finalize().into()
}

/// A hash as people see it.
pub(super) fn hexadecimal(hash: &[u8]) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(2 * hash.len());
    for byte in hash {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Writes the numbers with which a row begins.
pub(super) fn encode_numbers(into: &mut Vec<u8>, id: i64, operation: i64, task: Option<i64>) {
    into.extend(id.to_be_bytes());
    into.extend(operation.to_be_bytes());
    encode_maybe(into, task);
}

/// Writes a text behind its length, so that moving a letter from one column to the next changes the whole.
pub(super) fn encode_text(into: &mut Vec<u8>, text: &[u8]) {
    into.extend((text.len() as u64).to_be_bytes());
    into.extend(text);
}

/// Writes a number that may be missing.
pub(super) fn encode_maybe(into: &mut Vec<u8>, number: Option<i64>) {
    into.push(u8::from(number.is_some()));
    into.extend(number.unwrap_or(0).to_be_bytes());
}

/// Writes what lies where a number should: one that may be missing, if that is allowed.
pub(super) fn encode_number_cell(into: &mut Vec<u8>, cell: Cell<'_>, may_miss: bool) {
    match cell {
        Cell::Number(number) if may_miss => encode_maybe(into, Some(number)),
        Cell::Nothing if may_miss => encode_maybe(into, None),
        Cell::Number(number) => into.extend(number.to_be_bytes()),
        other => encode_strange(into, other),
    }
}

/// Writes what lies where a text should.
pub(super) fn encode_text_cell(into: &mut Vec<u8>, cell: Cell<'_>) {
    match cell {
        Cell::Text(text) => encode_text(into, text),
        other => encode_strange(into, other),
    }
}

/// What is not of the type of its column was never written by the program: no row that was has such a length or number.
fn encode_strange(into: &mut Vec<u8>, cell: Cell<'_>) {
    into.extend(u64::MAX.to_be_bytes());
    match cell {
        Cell::Nothing => {}
        Cell::Number(number) => into.extend(number.to_be_bytes()),
        Cell::Text(bytes) | Cell::Bytes(bytes) => into.extend(bytes),
    }
}

/// A row of the log as it is stored: what is hashed is what stands in the columns, letter for letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub id: i64,
    pub operation: i64,
    pub task: Option<i64>,
    /// at, login, origin, subject, what, before, after, why, document.
    pub texts: [String; 9],
    pub on_behalf: Option<i64>,
    /// What it seals beside that, if anything: rows that are older than this are hashed without it.
    pub seals: Option<String>,
}

impl Link {
    /// What is hashed of this row.
    pub fn encode(&self) -> Vec<u8> {
        let mut row = Vec::with_capacity(512);
        encode_numbers(&mut row, self.id, self.operation, self.task);
        for text in &self.texts {
            encode_text(&mut row, text.as_bytes());
        }
        encode_maybe(&mut row, self.on_behalf);
        if let Some(seals) = &self.seals {
            encode_text(&mut row, seals.as_bytes());
        }
        row
    }

    /// The hash of this row after the one before.
    pub fn hash(&self, before: &Hash) -> Hash {
        hash(before, &self.encode())
    }
}

/// The end of the log: kept apart, so that a log whose end was cut off is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// The last row's number.
    pub last: i64,
    /// Its hash.
    pub hash: Hash,
}

impl Head {
    /// Of an empty log.
    pub const EMPTY: Self = Self {
        last: 0,
        hash: BEGINNING,
    };

    /// As it is kept: number, blank, hash in hexadecimal.
    pub fn to_text(self) -> String {
        format!("{} {}", self.last, hexadecimal(&self.hash))
    }

    /// Reads what [`Head::to_text`] writes.
    pub fn from_text(text: &str) -> Result<Self> {
        parse(text).ok_or_else(|| Error::BadText {
            what: "log_head",
            text: text.to_owned(),
        })
    }
}

fn parse(text: &str) -> Option<Head> {
    let (last, digits) = text.split_once(' ')?;
    let mut hash = BEGINNING;
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (place, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    let last = last.parse().ok().filter(|last| *last >= 0)?;
    Some(Head { last, hash })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_moves_to_the_next_column_breaks_the_chain() {
        let mut link = Link {
            id: 1,
            operation: 1,
            task: None,
            texts: Default::default(),
            on_behalf: None,
            seals: None,
        };
        link.texts[7] = "ab".into();
        let hash = link.hash(&BEGINNING);
        link.texts[7] = "a".into();
        link.texts[8] = "b".into();
        assert_ne!(link.hash(&BEGINNING), hash);
    }

    #[test]
    fn a_deed_on_behalf_of_an_agency_cannot_be_made_ones_own() {
        let mut link = Link {
            id: 1,
            operation: 1,
            task: None,
            texts: Default::default(),
            on_behalf: Some(0),
            seals: None,
        };
        let hash = link.hash(&BEGINNING);
        link.on_behalf = None;
        assert_ne!(link.hash(&BEGINNING), hash);
    }

    #[test]
    fn what_a_row_seals_is_hashed_with_it_and_older_rows_without_it() {
        let mut link = Link {
            id: 1,
            operation: 1,
            task: None,
            texts: Default::default(),
            on_behalf: None,
            seals: None,
        };
        // As it was before rows sealed anything.
        let old = "61eec811";
        assert_eq!(&hexadecimal(&link.hash(&BEGINNING))[..8], old);
        link.seals = Some("{}".to_owned());
        let sealed = link.hash(&BEGINNING);
        assert_ne!(&hexadecimal(&sealed)[..8], old);
        link.seals = Some("{ }".to_owned());
        assert_ne!(link.hash(&BEGINNING), sealed);
    }

    #[test]
    fn the_end_of_the_log_is_read_as_it_was_written() {
        let head = Head {
            last: 12,
            hash: [171; 32],
        };
        assert_eq!(Head::from_text(&head.to_text()).unwrap(), head);
        assert!(Head::from_text("12 zz").is_err());
    }
}
