//! Tables as text: CSV in all the encodings and with all the delimiters in which offices send it.
//!
//! Read from the file in constant memory, however large it is; what it does not say of itself is
//! guessed from its first mebibyte.

mod decode;
mod guess;
mod split;

#[cfg(test)]
mod tests;

use std::fmt;
use std::io::Read;

use self::decode::Decoded;
use self::guess::Guess;
use self::split::Splitter;
use super::record::Record;
use super::source::Source;
use crate::domain::annex::{Encoding, FileForm};
use crate::domain::error::FileFault;

/// So much of a file is looked at before it is read.
const SAMPLE: usize = 1 << 20;

/// A text file whose encoding and delimiter are known.
#[derive(Debug)]
pub(super) struct TextBook {
    source: Source,
    guess: Guess,
    delimiter: u8,
    /// The first line says what the delimiter is (`sep=;`) and is no row.
    has_sign_line: bool,
}

impl TextBook {
    pub(super) fn open(source: Source) -> Result<Self, FileFault> {
        let sample = source.beginning(SAMPLE)?;
        let is_all = u64::try_from(sample.len()).is_ok_and(|length| length == source.size());
        let guess = guess::encoding(&sample)?;
        let text = beginning(&sample, guess);
        if is_all && text.trim().is_empty() {
            return Err(FileFault::Empty);
        }
        let said = said_delimiter(&text);
        Ok(Self {
            source,
            guess,
            delimiter: said.unwrap_or_else(|| guess::delimiter(&text)),
            has_sign_line: said.is_some(),
        })
    }

    pub(super) fn form(&self) -> FileForm {
        FileForm::Csv {
            encoding: match self.guess {
                Guess::Utf8 { .. } => Encoding::Utf8,
                Guess::Utf16Le { .. } | Guess::Utf16Be { .. } => Encoding::Utf16,
                Guess::Windows1258 => Encoding::Windows1258,
                Guess::Windows1252 => Encoding::Windows1252,
            },
            delimiter: char::from(self.delimiter),
        }
    }

    pub(super) fn records(&self) -> Result<TextRecords, FileFault> {
        let (mark, encoding) = encoding_of(self.guess);
        let reader = self.source.reader(mark);
        let input: Box<dyn Read + Send> = match encoding {
            Some(encoding) => Box::new(Decoded::new(reader, encoding)),
            None => Box::new(reader),
        };
        let composes = self.guess == Guess::Windows1258;
        let mut splitter = Splitter::new(input, self.delimiter, composes, 1);
        if self.has_sign_line {
            splitter.next_record()?;
        }
        Ok(TextRecords {
            source: self.source.clone(),
            splitter,
            is_over: false,
        })
    }
}

/// Its byte order mark, and what reads it: nothing where it is UTF-8 already.
fn encoding_of(guess: Guess) -> (u64, Option<&'static encoding_rs::Encoding>) {
    match guess {
        Guess::Utf8 { mark } => (mark, None),
        Guess::Utf16Le { mark } => (mark, Some(encoding_rs::UTF_16LE)),
        Guess::Utf16Be { mark } => (mark, Some(encoding_rs::UTF_16BE)),
        Guess::Windows1258 => (0, Some(encoding_rs::WINDOWS_1258)),
        Guess::Windows1252 => (0, Some(encoding_rs::WINDOWS_1252)),
    }
}

/// The sample as text, as far as it is text.
fn beginning(sample: &[u8], guess: Guess) -> String {
    let (mark, encoding) = encoding_of(guess);
    let rest = usize::try_from(mark)
        .ok()
        .and_then(|mark| sample.get(mark..));
    let encoding = encoding.unwrap_or(encoding_rs::UTF_8);
    let (text, _) = encoding.decode_without_bom_handling(rest.unwrap_or_default());
    text.into_owned()
}

/// The delimiter that the first line names.
fn said_delimiter(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim_matches(['"', ' ']);
    let (word, sign) = line.split_at_checked(4)?;
    let sign = *sign.as_bytes().first()?;
    let is_said = word.eq_ignore_ascii_case("sep=") && line.len() == 5;
    (is_said && guess::DELIMITERS.contains(&sign)).then_some(sign)
}

/// The rows of a text file.
pub(super) struct TextRecords {
    source: Source,
    splitter: Splitter<Box<dyn Read + Send>>,
    is_over: bool,
}

impl fmt::Debug for TextRecords {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TextRecords")
            .finish_non_exhaustive()
    }
}

impl Iterator for TextRecords {
    type Item = Result<Record, FileFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let record = self.splitter.next_record().transpose();
        match record {
            Some(Ok(record)) => Some(Ok(record)),
            Some(Err(fault)) => {
                self.is_over = true;
                Some(Err(fault))
            }
            None => {
                self.is_over = true;
                self.source
                    .has_changed()
                    .then_some(Err(FileFault::Interrupted))
            }
        }
    }
}
