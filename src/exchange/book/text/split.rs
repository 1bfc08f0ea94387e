//! Text becomes records: quotes, line breaks, and the limits of a row.
//!
//! Reads as spreadsheets write and as Python's `csv.reader` reads: every line is a record, an empty one
//! too. Holds one row at a time and of a cell no more than a spreadsheet allows.

use std::io::{self, ErrorKind, Read};

use unicode_normalization::UnicodeNormalization;

use super::super::record::{Cell, LONGEST_CELL, Record};
use crate::domain::error::FileFault;

/// So many bytes are read at once.
const CHUNK: usize = 64 * 1024;

/// A cell that is too long is kept one character over the limit, so that it is recognised as such.
const KEPT_OF_CELL: usize = LONGEST_CELL + 1;

/// As many bytes as that may take; what comes after is read and not kept.
const BYTES_OF_CELL: usize = KEPT_OF_CELL * 4;

/// The cells that a spreadsheet has in a row.
const MOST_CELLS: usize = 16_384;

/// No honest row has more: sixty cells of the greatest length.
const BYTES_OF_ROW: usize = 60 * BYTES_OF_CELL;

/// What stands behind a piece of text.
#[derive(Clone, Copy)]
enum Sign {
    /// The cell goes on after these bytes.
    None,
    /// Another cell follows.
    Cell,
    /// The record ends.
    Record,
}

/// Where in a cell the reading is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before its first character.
    Begin,
    /// In it, without quotes.
    Bare,
    /// Between its quotes.
    Quoted,
    /// Behind a quote that ends it, or is the first half of a doubled one.
    Quote,
}

/// Takes records out of UTF-8 bytes.
pub(super) struct Splitter<R> {
    input: R,
    delimiter: u8,
    /// Tones come as marks of their own (windows-1258).
    composes: bool,
    buffer: Vec<u8>,
    at: usize,
    /// The line of the next byte, from 1.
    line: u64,
    /// A carriage return was read: a line feed right behind belongs to it.
    after_return: bool,
    /// The bytes of the cells of this record, one behind the other, and where each ends.
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl<R: Read> Splitter<R> {
    pub(super) fn new(input: R, delimiter: u8, composes: bool, first_line: u64) -> Self {
        Self {
            input,
            delimiter,
            composes,
            buffer: Vec::new(),
            at: 0,
            line: first_line,
            after_return: false,
            bytes: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// The next record; none at the end of the text.
    pub(super) fn next_record(&mut self) -> Result<Option<Record>, FileFault> {
        self.bytes.clear();
        self.ends.clear();
        let mut state = State::Begin;
        let mut quoted_at = self.line;
        self.skip_line_feed()?;
        let line = self.line;
        loop {
            if !self.fill()? {
                return match state {
                    State::Quoted => Err(FileFault::Malformed { line: quoted_at }),
                    State::Begin if self.ends.is_empty() => Ok(None),
                    State::Begin | State::Bare | State::Quote => {
                        self.end_cell();
                        self.record(line).map(Some)
                    }
                };
            }
            let (sign, next) = match state {
                State::Begin => self.begin_cell(&mut quoted_at),
                State::Bare => self.read_bare()?,
                State::Quoted => self.read_quoted()?,
                State::Quote => self.after_quote(),
            };
            state = next;
            match sign {
                Sign::None => {}
                Sign::Cell => self.end_cell(),
                Sign::Record => {
                    // An empty line has no cell, not an empty one.
                    if !(self.ends.is_empty() && self.bytes.is_empty() && state == State::Begin) {
                        self.end_cell();
                    }
                    return self.record(line).map(Some);
                }
            }
            if self.bytes.len() > BYTES_OF_ROW || self.ends.len() > MOST_CELLS {
                return Err(FileFault::RowTooLong { line });
            }
        }
    }

    fn begin_cell(&mut self, quoted_at: &mut u64) -> (Sign, State) {
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                *quoted_at = self.line;
                (Sign::None, State::Quoted)
            }
            Some(byte) => match self.sign_of(byte) {
                Sign::None => (Sign::None, State::Bare),
                sign @ (Sign::Cell | Sign::Record) => (sign, State::Begin),
            },
            None => (Sign::None, State::Begin),
        }
    }

    fn read_bare(&mut self) -> Result<(Sign, State), FileFault> {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let delimiter = self.delimiter;
        let ends = |byte: &u8| *byte == delimiter || matches!(*byte, b'\n' | b'\r' | 0);
        let many = rest.iter().position(ends).unwrap_or(rest.len());
        self.keep(many);
        let Some(byte) = self.peek() else {
            return Ok((Sign::None, State::Bare));
        };
        if byte == 0 {
            return Err(FileFault::ZeroByte { line: self.line });
        }
        Ok(match self.sign_of(byte) {
            sign @ (Sign::None | Sign::Record) => (sign, State::Bare),
            Sign::Cell => (Sign::Cell, State::Begin),
        })
    }

    fn read_quoted(&mut self) -> Result<(Sign, State), FileFault> {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let quote = rest.iter().position(|byte| *byte == b'"');
        let text = rest.get(..quote.unwrap_or(rest.len())).unwrap_or_default();
        let many = text.len();
        if text.contains(&0) {
            return Err(FileFault::ZeroByte { line: self.line });
        }
        self.line += lines_in(text, &mut self.after_return);
        self.keep(many);
        if quote.is_none() {
            return Ok((Sign::None, State::Quoted));
        }
        self.at += 1;
        self.after_return = false;
        Ok((Sign::None, State::Quote))
    }

    fn after_quote(&mut self) -> (Sign, State) {
        match self.peek() {
            Some(b'"') => {
                self.keep(1);
                (Sign::None, State::Quoted)
            }
            // `"abc"def`: what follows belongs to the cell, as spreadsheets read it.
            Some(byte) => match self.sign_of(byte) {
                Sign::None => (Sign::None, State::Bare),
                Sign::Cell => (Sign::Cell, State::Begin),
                Sign::Record => (Sign::Record, State::Quote),
            },
            None => (Sign::None, State::Quote),
        }
    }

    /// What a byte ends; steps over it if it ends something.
    fn sign_of(&mut self, byte: u8) -> Sign {
        if byte == self.delimiter {
            self.at += 1;
            return Sign::Cell;
        }
        if !matches!(byte, b'\n' | b'\r') {
            return Sign::None;
        }
        self.at += 1;
        self.line += 1;
        self.after_return = byte == b'\r';
        Sign::Record
    }

    fn skip_line_feed(&mut self) -> Result<(), FileFault> {
        if self.after_return && self.fill()? && self.peek() == Some(b'\n') {
            self.at += 1;
        }
        self.after_return = false;
        Ok(())
    }

    fn peek(&self) -> Option<u8> {
        self.buffer.get(self.at).copied()
    }

    /// Takes so many bytes into the cell, as far as it may grow.
    fn keep(&mut self, many: usize) {
        let begin = self.ends.last().copied().unwrap_or_default();
        let room = BYTES_OF_CELL.saturating_sub(self.bytes.len() - begin);
        let kept = self.buffer.get(self.at..self.at + many.min(room));
        self.bytes.extend_from_slice(kept.unwrap_or_default());
        self.at += many;
    }

    fn end_cell(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// Reads on where the buffer is used up; false at the end of the text.
    fn fill(&mut self) -> Result<bool, FileFault> {
        if self.at < self.buffer.len() {
            return Ok(true);
        }
        self.at = 0;
        self.buffer.resize(CHUNK, 0);
        let read = loop {
            match self.input.read(&mut self.buffer) {
                Ok(many) => break many,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    self.buffer.clear();
                    return Err(self.fault_of(&error));
                }
            }
        };
        self.buffer.truncate(read);
        Ok(read > 0)
    }

    fn fault_of(&self, error: &io::Error) -> FileFault {
        match error.kind() {
            ErrorKind::InvalidData => FileFault::NotUtf8 { line: self.line },
            _ => FileFault::Interrupted,
        }
    }

    fn record(&self, line: u64) -> Result<Record, FileFault> {
        let mut cells = Vec::with_capacity(self.ends.len());
        let mut begin = 0;
        for end in &self.ends {
            let bytes = self.bytes.get(begin..*end).unwrap_or_default();
            let text = self.text(bytes).map_err(|sound| {
                let before = self.bytes.get(..begin + sound).unwrap_or_default();
                FileFault::NotUtf8 {
                    line: line + lines_in(before, &mut false),
                }
            })?;
            cells.push(Cell::text(text));
            begin = *end;
        }
        Ok(Record {
            line,
            cells,
            is_hidden: false,
        })
    }

    /// The text of a cell; where it ceases to be text otherwise.
    fn text(&self, bytes: &[u8]) -> Result<String, usize> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            // A cell of the greatest length may have been cut within a letter.
            Err(error) if error.error_len().is_none() && bytes.len() == BYTES_OF_CELL => {
                let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
                std::str::from_utf8(sound).unwrap_or_default()
            }
            Err(error) => return Err(error.valid_up_to()),
        };
        let text = if text.len() > KEPT_OF_CELL {
            let end = text.char_indices().nth(KEPT_OF_CELL);
            end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
        } else {
            text
        };
        if self.composes && !text.is_ascii() {
            Ok(text.nfc().collect())
        } else {
            Ok(text.to_owned())
        }
    }
}

/// How many lines end in a text; CR LF is one break, over the border of two pieces too.
fn lines_in(text: &[u8], after_return: &mut bool) -> u64 {
    // Counting one byte runs many times faster than looking at pairs, and nearly no text has CR.
    if !*after_return && !text.contains(&b'\r') {
        return text.iter().map(|byte| u64::from(*byte == b'\n')).sum();
    }
    let mut lines = 0;
    for byte in text {
        lines += u64::from(*byte == b'\r' || (*byte == b'\n' && !*after_return));
        *after_return = *byte == b'\r';
    }
    lines
}
