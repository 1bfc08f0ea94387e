//! Bytes of a CSV file become records of text: UTF-8, with comma, semicolon or tab.
//!
//! Says what a file is instead, where it is no such file, so that people know what to do about it.

use crate::domain::error::FileFault;

/// The largest file that is read. A plan of ten thousand rows is about 5 MiB.
const LARGEST: usize = 64 * 1024 * 1024;

/// The signs that part cells.
pub(super) const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// A row of a file and the line on which it begins, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub line: u64,
    pub cells: Vec<String>,
}

/// How the files begin that people choose by mistake: xlsx and docx (zip), old xls, PDF, pictures, gzip.
const OTHER_FILES: [&[u8]; 7] = [
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
];

/// The text of a file, without byte order mark.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, FileFault> {
    if bytes.len() > LARGEST {
        let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX);
        return Err(FileFault::TooLarge { limit });
    }
    if OTHER_FILES
        .iter()
        .any(|beginning| bytes.starts_with(beginning))
    {
        return Err(FileFault::NotText);
    }
    // UTF-16 is full of zero bytes and still a text, of another encoding.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(FileFault::NotUtf8 { line: 1 });
    }
    if bytes.contains(&0) {
        return Err(FileFault::NotText);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
        FileFault::NotUtf8 {
            line: line_after(sound),
        }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        Err(FileFault::Empty)
    } else {
        Ok(text)
    }
}

fn line_after(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .map(|byte| u64::from(*byte == b'\n'))
        .sum::<u64>()
        + 1
}

/// The records of a text, one at a time.
pub(super) fn records(
    text: &str,
    delimiter: u8,
) -> impl Iterator<Item = Result<Record, FileFault>> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    reader.into_records().map(|record| match record {
        Ok(record) => {
            let line = record.position().map_or(0, csv::Position::line);
            Ok(Record {
                line,
                cells: record.iter().map(str::to_owned).collect(),
            })
        }
        Err(error) => Err(FileFault::Malformed {
            line: error.position().map_or(0, csv::Position::line),
        }),
    })
}

/// The line of a quoted cell that is never closed, and so would swallow the rest of the file.
pub(super) fn unclosed_quote(text: &str, last: &Record) -> Option<u64> {
    let quotes = text.bytes().filter(|byte| *byte == b'"').count();
    let swallows_lines = last.cells.last().is_some_and(|cell| cell.contains('\n'));
    (quotes % 2 == 1 && swallows_lines && !text.trim_end().ends_with('"')).then_some(last.line)
}
