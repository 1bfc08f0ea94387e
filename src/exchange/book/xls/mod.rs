//! Workbooks of Excel 97 to 2003: a compound document with one stream of records.
//!
//! The stream is held in memory, its cells are not: a list says where the records of each row stand.

mod compound;
mod globals;
mod records;
mod sheet;

use std::sync::Arc;

use self::compound::Compound;
use self::globals::Globals;
use self::sheet::SheetRows;
use super::Sheet;
use super::package::broken;
use super::source::Source;
use crate::domain::error::{FileFault, FileKind};

/// The largest file that is read. 65 536 rows, all that such a sheet has, of our sample are 30 MiB.
const LARGEST: u64 = 128 << 20;

/// A workbook whose sheets are known.
#[derive(Debug)]
pub(super) struct XlsBook {
    stream: Arc<[u8]>,
    globals: Arc<Globals>,
    /// Where the sheets begin in the stream.
    begins: Vec<usize>,
}

impl XlsBook {
    pub(super) fn open(source: &Source) -> Result<(Self, Vec<Sheet>), FileFault> {
        if source.size() > LARGEST {
            return Err(FileFault::TooLarge { limit: LARGEST });
        }
        let bytes = source.beginning(usize::try_from(LARGEST).unwrap_or(usize::MAX))?;
        let compound = Compound::open(&bytes)?;
        // A workbook of today behind a password is a compound document around the encrypted zip.
        if compound.has("EncryptedPackage") {
            return Err(FileFault::Encrypted);
        }
        if compound.has("WordDocument") {
            return Err(FileFault::OtherKind(FileKind::Word));
        }
        if compound.has("PowerPoint Document") {
            return Err(FileFault::OtherKind(FileKind::Presentation));
        }
        let stream = match compound.stream("Workbook")? {
            Some(stream) => stream,
            None if compound.has("Book") => return Err(FileFault::OtherKind(FileKind::OldExcel)),
            None => return Err(FileFault::NotText),
        };
        let (globals, listed) = Globals::read(&stream)?;
        if listed.is_empty() {
            return Err(broken("Workbook"));
        }
        let (begins, sheets) = listed.into_iter().unzip();
        let book = Self {
            stream: stream.into(),
            globals: Arc::new(globals),
            begins,
        };
        Ok((book, sheets))
    }

    pub(super) fn records(&self, sheet: usize) -> Result<SheetRows, FileFault> {
        let begin = self.begins.get(sheet).ok_or(FileFault::NoSheet)?;
        SheetRows::open(Arc::clone(&self.stream), *begin, Arc::clone(&self.globals))
    }
}
