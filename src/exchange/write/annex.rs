//! Tasks in the column form of an annex, under our own headings: importing the file again changes nothing.

use super::{Table, WriteForm};
use crate::domain::annex::Column;

/// The table of an annex, its columns in the order of [`Column::ALL`].
///
/// `words` are the texts that many rows share, `mark` is that of [`Table::mark`].
#[must_use]
pub fn annex<'a>(form: WriteForm, words: &'a [String], mark: &'a str) -> Table<'a, 8> {
    Table {
        form,
        name: "Nhiệm vụ",
        headings: Column::ALL.map(Column::name),
        widths: [6, 60, 22, 30, 30, 30, 22, 30],
        words,
        asked: String::new(),
        mark,
    }
}
