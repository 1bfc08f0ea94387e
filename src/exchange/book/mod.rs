//! Files of tables, whatever their form: opened by what they hold and not by their name, read row by row.
//!
//! Cells come as text, with what only the file knows of them: their font, whether they are merged,
//! hidden or in error. What the text means is read elsewhere.

mod kind;
mod merges;
mod ods;
mod package;
mod parts;
mod record;
mod rows;
mod source;
mod strings;
mod text;
mod values;
mod xls;
mod xlsx;
mod xml;

#[cfg(test)]
mod tests;

use std::fmt;
use std::marker::PhantomData;
use std::path::Path;

pub(super) use self::parts::texts;
pub use self::record::{Cell, LONGEST_CELL, Record};

use self::kind::Packing;
use self::ods::OdsBook;
use self::package::Package;
use self::source::Source;
use self::text::TextBook;
use self::xls::XlsBook;
use self::xlsx::XlsxBook;
use crate::domain::annex::FileForm;
use crate::domain::error::FileFault;

/// A file of tables, open.
#[derive(Debug)]
pub struct Book {
    sheets: Vec<Sheet>,
    content: Content,
}

/// A table of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a text file.
    pub name: String,
    /// The workbook does not show it.
    pub is_hidden: bool,
}

#[derive(Debug)]
enum Content {
    Text(TextBook),
    Xlsx(XlsxBook),
    Xls(XlsBook),
    Ods(OdsBook),
}

impl Book {
    /// Opens a file by what it holds; its name may say what it likes.
    ///
    /// # Errors
    /// What the file is instead, or what is wrong with it.
    pub fn open(path: &Path) -> Result<Self, FileFault> {
        Self::of(Source::open(path)?)
    }

    /// Opens bytes that are at hand: tables that the program carries.
    ///
    /// # Errors
    /// As [`Book::open`].
    pub fn of_bytes(bytes: &[u8]) -> Result<Self, FileFault> {
        Self::of(Source::of_bytes(bytes)?)
    }

    fn of(source: Source) -> Result<Self, FileFault> {
        match kind::packing(&source.beginning(kind::LOOKED_AT)?)? {
            Packing::Text => Ok(Self {
                sheets: vec![Sheet {
                    name: String::new(),
                    is_hidden: false,
                }],
                content: Content::Text(TextBook::open(source)?),
            }),
            Packing::Zip => Self::unpacked(Package::open(&source)?),
            Packing::Compound => {
                let (book, sheets) = XlsBook::open(&source)?;
                Ok(Self {
                    sheets,
                    content: Content::Xls(book),
                })
            }
        }
    }

    fn unpacked(package: Package) -> Result<Self, FileFault> {
        if let Some(workbook) = XlsxBook::workbook_part(&package) {
            let (book, sheets) = XlsxBook::open(package, &workbook)?;
            return Ok(Self {
                sheets,
                content: Content::Xlsx(book),
            });
        }
        if OdsBook::is_one(&package) {
            let (book, sheets) = OdsBook::open(package)?;
            return Ok(Self {
                sheets,
                content: Content::Ods(book),
            });
        }
        Err(kind::of_package(&package))
    }

    /// In which form the file holds its tables.
    #[must_use]
    pub fn form(&self) -> FileForm {
        match &self.content {
            Content::Text(text) => text.form(),
            Content::Xlsx(_) => FileForm::Xlsx,
            Content::Xls(_) => FileForm::Xls,
            Content::Ods(_) => FileForm::Ods,
        }
    }

    /// Its tables, in the order of the file.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Reads a table from its first row on, one row at a time.
    ///
    /// # Errors
    /// Where there is no such sheet, or its beginning cannot be read.
    pub fn records(&self, sheet: usize) -> Result<Records<'_>, FileFault> {
        if sheet >= self.sheets.len() {
            return Err(FileFault::NoSheet);
        }
        Ok(Records::new(match &self.content {
            Content::Text(text) => Box::new(text.records()?),
            Content::Xlsx(book) => Box::new(book.records(sheet)?),
            Content::Xls(book) => Box::new(book.records(sheet)?),
            Content::Ods(book) => Box::new(book.records(sheet)?),
        }))
    }
}

type Rows = Box<dyn Iterator<Item = Result<Record, FileFault>> + Send>;

/// The rows of a table. After a fault there are no more.
pub struct Records<'a> {
    rows: Rows,
    book: PhantomData<&'a Book>,
}

impl Records<'_> {
    fn new(rows: Rows) -> Self {
        Self {
            rows,
            book: PhantomData,
        }
    }
}

impl fmt::Debug for Records<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Records").finish_non_exhaustive()
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, FileFault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next()
    }
}
