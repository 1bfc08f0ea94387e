//! What is wrong with a file that should be read, and what it is where it is no table, so that a person hears what to do
//! with it.

/// What a file is that is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// A text document: Word, LibreOffice Writer, RTF.
    Word,
    /// A presentation.
    Presentation,
    /// A picture or a scan.
    Picture,
    /// An archive: zip, gzip, 7z, rar.
    Archive,
    /// A web page, as some programs save under `.xls`.
    WebPage,
    /// XML: the spreadsheet of 2003, among others.
    Xml,
    /// Excel's binary workbook.
    Xlsb,
    /// A workbook of the nineties, before Excel 97.
    OldExcel,
}

/// What is wrong with a file that somebody wants to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It does not exist.
    Missing,
    /// It may not be read.
    Unreadable,
    /// It is a directory.
    IsDirectory,
    /// It is no text: an archive, a picture, a spreadsheet of another form.
    NotText,
    /// It is text of another encoding; the line where it ceases to be UTF-8.
    NotUtf8 {
        /// Counted from 1.
        line: u64,
    },
    /// Nothing stands in it.
    Empty,
    /// No line of it reads like the header; what the first line holds instead.
    NoHeader {
        /// The cells of the first line.
        found: Vec<String>,
    },
    /// Columns that are needed are missing.
    MissingColumns {
        /// Their names.
        missing: Vec<String>,
        /// The headings that were found instead, whatever they are.
        found: Vec<String>,
    },
    /// The file is larger than the limit, in bytes.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A line that cannot be read, counted from 1.
    Malformed {
        /// Counted from 1.
        line: u64,
    },
    /// It is a device, a pipe or a socket: nothing that can be read to its end.
    NotAFile,
    /// It is a file of another kind, whatever its name says.
    OtherKind(FileKind),
    /// It opens with a password only.
    Encrypted,
    /// A workbook that is damaged or cut off; what of it cannot be read.
    Broken {
        /// The part of the workbook, as its makers call it.
        part: String,
    },
    /// It is packed so that it would fill the memory: unpacked it is larger than any honest workbook.
    UnpacksTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A row that no table has: thousands of cells, or megabytes of text.
    RowTooLong {
        /// Counted from 1.
        line: u64,
    },
    /// A byte that no text has, though the rest is text.
    ZeroByte {
        /// Counted from 1.
        line: u64,
    },
    /// It was changed, or could not be read on, while it was being read.
    Interrupted,
    /// The workbook has no such sheet.
    NoSheet,
}

impl FileFault {
    /// True where the table is not found, as it was said where it is and what its columns are.
    #[must_use]
    pub const fn is_of_columns(&self) -> bool {
        matches!(
            self,
            Self::NoHeader { .. } | Self::MissingColumns { .. } | Self::NoSheet
        )
    }
}
