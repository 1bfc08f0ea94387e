//! A file as its rows come: opened, its table found, its rows one after the other, its checksum.
//!
//! Nothing here grows with the file.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use crate::domain::annex::{Column, FileForm};
use crate::domain::error::{Error, FileFault, Result};
use crate::domain::fold::clean;
use crate::exchange::annex::{Annex, Layout, LayoutColumn, Options, ReadRow, TOP, find_layout};
use crate::exchange::book::{Book, Record, Sheet};
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
        // A device or a pipe has no end, and may never begin.
        if !about.is_file() {
            return Err(bad(path, FileFault::NotAFile));
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
    /// The document that the title block names, for rows that name none.
    pub document: Option<String>,
}

/// A file with its table found.
pub(crate) struct Opened {
    pub table: Table,
    book: Book,
    layout: Layout,
    /// Sheets in which the table goes on.
    further: Vec<usize>,
    options: Options,
    path: PathBuf,
}

/// Opens a file and finds its table.
///
/// # Errors
/// [`Error::BadFile`] with what is wrong with it.
pub(crate) fn open(spec: &ImportSpec, remembered: Vec<(String, Option<Column>)>) -> Result<Opened> {
    let path = &spec.path;
    let fault = |fault| bad(path, fault);
    let book = Book::open(path).map_err(fault)?;
    let options = Options {
        columns: spec.columns.clone(),
        remembered,
        codings: spec.codings.clone(),
    };
    let found = find(&book, spec.sheet.as_deref(), &options).map_err(fault)?;
    let sheet = |sheet: &Sheet| SheetName {
        name: sheet.name.clone(),
        is_hidden: sheet.is_hidden,
    };
    let names = |sheets: &[usize]| -> Vec<String> {
        let sheets = sheets.iter().filter_map(|place| book.sheets().get(*place));
        sheets.map(|sheet| sheet.name.clone()).collect()
    };
    let mut notes = Vec::new();
    if !found.further.is_empty() {
        notes.push(FileNote::FurtherSheets(names(&found.further)));
    }
    if !found.others.is_empty() {
        notes.push(FileNote::OtherSheets(names(&found.others)));
    }
    Ok(Opened {
        table: Table {
            form: book.form(),
            sheets: book.sheets().iter().map(sheet).collect(),
            sheet: found.sheet,
            header_line: found.layout.header_line,
            columns: columns(&found.layout, &found.top),
            notes,
            document: found.layout.document.clone(),
        },
        book,
        layout: found.layout,
        further: found.further,
        options,
        path: path.clone(),
    })
}

impl Opened {
    /// The rows below the header, and those of the sheets in which the table goes on.
    ///
    /// # Errors
    /// [`Error::BadFile`] where they cannot be read.
    pub(crate) fn rows(&self) -> Result<impl Iterator<Item = Result<ReadRow>>> {
        let (path, book, after) = (&self.path, &self.book, self.layout.after);
        let records = book.records(self.table.sheet);
        let records = records.map_err(|fault| bad(path, fault))?;
        let further = self.further.iter();
        let further = further.flat_map(move |sheet| {
            let (records, fault) = match book.records(*sheet) {
                Ok(records) => (Some(records.skip(after)), None),
                Err(fault) => (None, Some(Err(fault))),
            };
            records.into_iter().flatten().chain(fault)
        });
        let records = records.skip(after).chain(further);
        let rows = Annex::new(&self.layout, &self.options, records);
        Ok(rows.map(move |row| row.map_err(|fault| bad(path, fault))))
    }
}

/// So many sheets are looked at; a workbook with more names its own.
const SHEETS: usize = 50;

/// A table in a book.
struct Found {
    sheet: usize,
    layout: Layout,
    top: Vec<Record>,
    /// Sheets behind it in which the table goes on.
    further: Vec<usize>,
    /// Other sheets with a header.
    others: Vec<usize>,
}

/// The sheet of that name, or the first in which a header is found; hidden ones come last.
fn find(
    book: &Book,
    named: Option<&str>,
    options: &Options,
) -> std::result::Result<Found, FileFault> {
    let sheets = book.sheets().iter().enumerate();
    let mut order: Vec<(usize, &Sheet)> = sheets.collect();
    match named.filter(|name| !name.is_empty()) {
        Some(name) => {
            order.retain(|(_, sheet)| clean(&sheet.name) == clean(name));
            if order.is_empty() {
                return Err(FileFault::NoSheet);
            }
        }
        None => order.sort_by_key(|(_, sheet)| sheet.is_hidden),
    }
    let mut found: Option<Found> = None;
    let mut first_fault = None;
    for (place, _) in order.into_iter().take(SHEETS) {
        match look(book, place, options) {
            Ok((layout, top)) => match &mut found {
                Some(found) => found.others.push(place),
                None => {
                    found = Some(Found {
                        sheet: place,
                        layout,
                        top,
                        further: Vec::new(),
                        others: Vec::new(),
                    });
                }
            },
            Err(fault) => first_fault = first_fault.or(Some(fault)),
        }
    }
    let mut found = found.ok_or(first_fault.unwrap_or(FileFault::Empty))?;
    found.further = further(book, &found, options);
    found.others.retain(|place| !found.further.contains(place));
    Ok(found)
}

/// The sheets in which a table goes on that one does not hold, as our own workbooks have them: right behind it, called as
/// it is with 2, 3, ... and with the same header in the first row. Sheets that only look alike are tables of their own.
fn further(book: &Book, found: &Found, options: &Options) -> Vec<usize> {
    let Some(first) = book.sheets().get(found.sheet) else {
        return Vec::new();
    };
    let is_same = |layout: &Layout| {
        let columns = layout.columns.iter().zip(&found.layout.columns);
        layout.after == 1
            && layout.columns.len() == found.layout.columns.len()
            && columns
                .into_iter()
                .all(|(one, other)| (&one.heading, one.column) == (&other.heading, other.column))
    };
    let behind = book.sheets().iter().enumerate().skip(found.sheet + 1);
    let going_on = behind.zip(2..).take_while(|((place, sheet), number)| {
        sheet.name == format!("{} {number}", first.name)
            && found.layout.after == 1
            && look(book, *place, options).is_ok_and(|(layout, _)| is_same(&layout))
    });
    going_on.map(|((place, _), _)| place).collect()
}

fn look(
    book: &Book,
    sheet: usize,
    options: &Options,
) -> std::result::Result<(Layout, Vec<Record>), FileFault> {
    let top = book.records(sheet)?.take(TOP);
    let top: Vec<Record> = top.collect::<std::result::Result<_, _>>()?;
    find_layout(&top, options).map(|layout| (layout, top))
}

/// The columns that have a heading, or a text below it.
fn columns(layout: &Layout, top: &[Record]) -> Vec<StagedColumn> {
    let below = top.get(layout.after..).unwrap_or_default();
    let example = |place: usize| {
        let cells = below.iter().filter_map(|record| record.cells.get(place));
        let texts = cells.map(|cell| clean(&cell.text));
        texts
            .into_iter()
            .find(|text| !text.is_empty())
            .map(|text| text.chars().take(200).collect())
            .unwrap_or_default()
    };
    let one = |(place, column): (usize, &LayoutColumn)| StagedColumn {
        letter: column.letter.clone(),
        heading: column.heading.clone(),
        column: column.column,
        source: column.source,
        example: example(place),
        legacy_rows: 0,
    };
    let all = layout.columns.iter().enumerate().map(one);
    all.filter(|column| !column.heading.is_empty() || !column.example.is_empty())
        .collect()
}
