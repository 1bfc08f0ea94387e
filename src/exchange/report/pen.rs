//! What the writers of text write with: says what went wrong in our words, and asks between rows whether to go on.

use std::io::{self, Write};

use crate::domain::error::{Error, Result};

/// Writes text of a report.
pub struct Pen<'a> {
    /// Where it goes.
    pub output: &'a mut dyn Write,
    /// What a failure of the output means.
    pub fault: &'a dyn Fn(io::Error) -> Error,
    /// Called after each row, with the number of rows that are written.
    pub step: &'a mut dyn FnMut(usize) -> Result<()>,
    /// Rows that are written.
    pub rows: usize,
}

impl Pen<'_> {
    /// Writes a text as it is.
    pub(super) fn put(&mut self, text: &str) -> Result<()> {
        self.output.write_all(text.as_bytes()).map_err(self.fault)
    }

    /// A row is written.
    pub(super) fn next(&mut self) -> Result<()> {
        self.rows += 1;
        (self.step)(self.rows)
    }

    /// Everything is written.
    pub(super) fn end(&mut self) -> Result<()> {
        self.output.flush().map_err(self.fault)
    }
}
