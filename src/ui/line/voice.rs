//! What is said: plain lines, wrapped by words, one after the other; nothing that a terminal would obey.
//!
//! A screen reader, a braille line, a printer and a terminal without a cursor read the same bytes.

use std::io::{self, Write};

use unicode_normalization::UnicodeNormalization;

use super::LineSetup;
use crate::domain::fold::shown;
use crate::ui::canvas::{width, wrap};
use crate::ui::terminal::plain;

/// Fewer cells than this are no line to read on.
const NARROWEST: usize = 20;

/// Stands for a space at which no line is broken, while lines are.
const TIED: &str = "\u{e000}";

/// Lines on their way out.
pub struct Voice<'a> {
    out: &'a mut dyn Write,
    setup: LineSetup,
    /// Lines since somebody was asked last.
    said: usize,
    /// Cells that the question takes of its last line.
    asked: usize,
}

impl<'a> Voice<'a> {
    /// Speaks into `out`.
    pub fn new(out: &'a mut dyn Write, setup: LineSetup) -> Self {
        Self {
            out,
            setup,
            said: 0,
            asked: 0,
        }
    }

    /// The lines that a text takes.
    #[must_use]
    pub fn lines(&self, text: &str) -> Vec<String> {
        let text: String = text.nfc().collect();
        let text = shown(&text);
        let parts = text.split('\u{a0}');
        let parts: Vec<String> = parts.map(|part| plain(part, self.setup.glyphs)).collect();
        let lines = wrap(&parts.join(TIED), self.room());
        lines.iter().map(|line| line.replace(TIED, " ")).collect()
    }

    /// Takes the size of the window as it is now; before a question and after its answer.
    pub fn measure(&mut self) {
        if let Some((wide, high)) = (self.setup.measure)() {
            self.setup.wide = wide;
            // Where nobody turns pages there is none to turn in a smaller window either.
            self.setup.high = self.setup.high.map(|_| high);
        }
    }

    /// The last cell stays free: some terminals break the line after it by themselves.
    fn room(&self) -> usize {
        self.setup.wide.max(NARROWEST) - 1
    }

    /// Writes a line as [`Voice::lines`] gave it.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        self.said += 1;
        writeln!(self.out, "{line}")
    }

    /// Writes a text.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        for line in self.lines(text) {
            self.line(&line)?;
        }
        Ok(())
    }

    /// Writes a question and waits behind it.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn ask(&mut self, text: &str) -> io::Result<()> {
        self.measure();
        let lines = self.lines(text);
        if let Some((last, first)) = lines.split_last() {
            for line in first {
                writeln!(self.out, "{line}")?;
            }
            write!(self.out, "{last} ")?;
            self.asked = width(last) + 1;
        }
        self.said = 0;
        self.out.flush()
    }

    /// What was typed, where no terminal has shown it.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn echo(&mut self, typed: &str) -> io::Result<()> {
        let lines = self.lines(typed);
        let is_short = lines.len() == 1 && self.asked + width(typed) <= self.room();
        if !is_short {
            writeln!(self.out)?;
        }
        for line in lines {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Ends the line of a question that was not answered.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn end(&mut self) -> io::Result<()> {
        writeln!(self.out)?;
        self.out.flush()
    }

    /// True where so many lines more would leave the page.
    #[must_use]
    pub fn is_full_with(&self, lines: usize) -> bool {
        let high = self.setup.high;
        // One line for the question, one for what is typed.
        high.is_some_and(|high| self.said > 0 && self.said + lines + 2 > high.max(6))
    }
}
