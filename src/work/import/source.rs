//! A file as its rows come: opened, its table found, its rows one after the other, its checksum.
//!
//! Nothing here grows with the file.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::read::ReadRow;
use crate::domain::annex::{Encoding, FileForm};
use crate::domain::error::{Error, FileFault, Result};
use crate::exchange;
use crate::work::request::import::{FileNote, ImportSpec, SheetName, StagedColumn};

/// What tells quickly whether a file is still the one that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    length: u64,
    changed: Option<SystemTime>,
}

impl Stamp {
    /// Of the file as it is now.
    ///
    /// # Errors
    /// [`Error::BadFile`] where it is gone, a directory or may not be read.
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let about = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
        if about.is_dir() {
            return Err(bad(path, FileFault::IsDirectory));
        }
        Ok(Self::from(&about))
    }
}

impl From<&Metadata> for Stamp {
    fn from(about: &Metadata) -> Self {
        Self {
            length: about.len(),
            changed: about.modified().ok(),
        }
    }
}

/// A file in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum {
    /// SHA-256, in hexadecimal.
    pub checksum: String,
    /// Line breaks: about as many rows a text file has.
    pub lines: u64,
}

/// Sums a file up.
///
/// # Errors
/// As [`Stamp::of`].
pub(crate) fn sum(path: &Path) -> Result<Sum> {
    let fault = |error| unreadable(path, &error);
    let mut file = File::open(path).map_err(fault)?;
    let mut sum = Sha256::new();
    let mut block = vec![0_u8; 1 << 17];
    let mut lines = 0;
    loop {
        match file.read(&mut block) {
            Ok(0) => break,
            Ok(count) => {
                let bytes = block.get(..count).unwrap_or_default();
                sum.update(bytes);
                lines += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(fault(error)),
        }
    }
    Ok(Sum {
        checksum: hexadecimal(&sum.finalize()),
        lines,
    })
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is wrong with this file.
pub(crate) fn bad(path: &Path, fault: FileFault) -> Error {
    Error::BadFile {
        path: path.to_owned(),
        fault,
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => bad(path, FileFault::Missing),
        ErrorKind::IsADirectory => bad(path, FileFault::IsDirectory),
        _ => bad(path, FileFault::Unreadable),
    }
}

/// What is known of a file as a whole.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub form: FileForm,
    pub sheets: Vec<SheetName>,
    pub sheet: usize,
    pub header_line: u64,
    pub columns: Vec<StagedColumn>,
    pub notes: Vec<FileNote>,
}

/// A table and its rows.
pub(crate) struct Opened {
    pub table: Table,
    pub rows: Box<dyn Iterator<Item = Result<ReadRow>>>,
}

/// Opens a file and finds its table.
///
/// # Errors
/// [`Error::BadFile`] with what is wrong with it.
pub(crate) fn open(spec: &ImportSpec) -> Result<Opened> {
    let path = &spec.path;
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    let read = exchange::read_tasks(&bytes).map_err(|fault| bad(path, fault))?;
    let mut rows: Vec<ReadRow> = read.rows.iter().map(ReadRow::from).collect();
    rows.extend(read.skipped.iter().map(|(row, why)| ReadRow {
        row: *row as u64,
        line: 0,
        kind: why.kind(),
        skipped: Some(*why),
        is_hidden: false,
        heading: None,
        cells: Vec::new(),
    }));
    rows.sort_by_key(|row| row.row);
    Ok(Opened {
        table: Table {
            form: FileForm::Csv {
                encoding: Encoding::Utf8,
                delimiter: ',',
            },
            sheets: vec![SheetName {
                name: String::new(),
                is_hidden: false,
            }],
            sheet: 0,
            header_line: 1,
            columns: Vec::new(),
            notes: Vec::new(),
        },
        rows: Box::new(rows.into_iter().map(Ok)),
    })
}
