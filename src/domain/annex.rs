//! The table in which tasks arrive: its columns, what its rows are, and in which form the file holds it
//! (DOMAIN 3.1, 3.4). The reading is `exchange`'s; the words are everybody's.

use serde::{Deserialize, Serialize};

/// A column of an annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// STT: the item's number, as text.
    Item,
    /// Nội dung nhiệm vụ.
    Content,
    /// Lĩnh vực.
    Area,
    /// Sản phẩm.
    Product,
    /// Cơ quan chủ trì.
    Lead,
    /// Cơ quan phối hợp.
    Support,
    /// Thời gian hoàn thành.
    Deadline,
    /// Văn bản giao.
    Document,
}

impl Column {
    /// Every column, in the order in which we write them.
    pub const ALL: [Self; 8] = [
        Self::Item,
        Self::Content,
        Self::Area,
        Self::Product,
        Self::Lead,
        Self::Support,
        Self::Deadline,
        Self::Document,
    ];

    /// A stable word, for files and the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Content => "content",
            Self::Area => "area",
            Self::Product => "product",
            Self::Lead => "lead",
            Self::Support => "support",
            Self::Deadline => "deadline",
            Self::Document => "document",
        }
    }

    /// The column of a word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// What a row of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A task.
    Task,
    /// A heading over the rows below.
    Group,
    /// The rest of the row above, after a page break.
    Continuation,
    /// The header again, or the numbers of the columns.
    Header,
    /// Nothing stands in it.
    Blank,
    /// Totals, footnotes, signatures and whatever else is no task.
    Note,
}

impl RowKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Task,
        Self::Group,
        Self::Continuation,
        Self::Header,
        Self::Blank,
        Self::Note,
    ];

    /// The word of the `--json` preview.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Group => "group",
            Self::Continuation => "continuation",
            Self::Header => "header",
            Self::Blank => "blank",
            Self::Note => "note",
        }
    }
}

/// Why a row is no task (DOMAIN 3.4 rules 3 and 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// Nothing stands in it.
    Blank,
    /// The header again, or the numbers of the columns.
    RepeatedHeader,
    /// A title for the rows below; its text is their area where they have none of their own.
    Heading,
    /// A line of totals.
    Total,
    /// A footnote ("Ghi chú:"), a signature, a place and date.
    Footnote,
    /// The rest of the content of the row above, after a page break; it was joined to it.
    Continuation,
    /// It has no content.
    NoContent,
    /// It has more cells than the header: a comma that is not quoted has shifted them.
    TooManyCells,
    /// A cell is longer than any spreadsheet allows.
    CellTooLong,
    /// Somebody left it out.
    LeftOut,
}

impl SkipReason {
    /// A stable word; `lang` says it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::RepeatedHeader => "repeated_header",
            Self::Heading => "heading",
            Self::Total => "total",
            Self::Footnote => "footnote",
            Self::Continuation => "continuation",
            Self::NoContent => "no_content",
            Self::TooManyCells => "too_many_cells",
            Self::CellTooLong => "cell_too_long",
            Self::LeftOut => "left_out",
        }
    }

    /// What such a row is.
    #[must_use]
    pub const fn kind(self) -> RowKind {
        match self {
            Self::Blank => RowKind::Blank,
            Self::RepeatedHeader => RowKind::Header,
            Self::Heading => RowKind::Group,
            Self::Continuation => RowKind::Continuation,
            Self::Total
            | Self::Footnote
            | Self::NoContent
            | Self::TooManyCells
            | Self::CellTooLong
            | Self::LeftOut => RowKind::Note,
        }
    }
}

/// In which form a file holds its tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileForm {
    /// Text with cells parted by a sign.
    Csv {
        /// How its letters are written.
        encoding: Encoding,
        /// What parts the cells: comma, semicolon or tab.
        delimiter: char,
    },
    /// Excel since 2007.
    Xlsx,
    /// Excel before 2007.
    Xls,
    /// LibreOffice.
    Ods,
}

/// How the letters of a text file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, as Excel's "Unicode text" is; either byte order.
    Utf16,
    /// Vietnamese Windows before Unicode: tones are letters of their own.
    Windows1258,
    /// Western Windows; its letters stand for those of TCVN3 or VNI, which are decoded row by row.
    Windows1252,
}

/// How it is known which column of ours a column of the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnSource {
    /// Its heading is one of the wordings of DOMAIN 3.1.
    Heading,
    /// Somebody assigned this heading before, and that was remembered.
    Remembered,
    /// Assigned by hand, now.
    ByHand,
    /// It is not known; the column is not read.
    Unknown,
}

/// The letter of a column of a spreadsheet, counted from 0: `A`, ..., `Z`, `AA`, ...
#[must_use]
pub fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        let digit = u8::try_from(left % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letter).into();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
