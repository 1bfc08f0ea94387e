//! A list of tasks as a table to be read.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::{Cell, Table, WriteForm};
use crate::domain::list_column::ListColumn;
use crate::lang::{Language, format};

/// The number of its columns.
pub const COLUMNS: usize = ListColumn::ALL.len();

/// The cells of a task, in the order of [`ListColumn::ALL`].
pub type ListRow<'a> = [Cell<'a>; COLUMNS];

/// The table of a list: under which headings it is written, what was asked for in words and as of which day, the texts
/// that many rows share and the mark of [`Table::mark`].
#[must_use]
pub fn list<'a>(
    (form, language): (WriteForm, Language),
    (filter, day): (&str, NaiveDate),
    words: &'a [String],
    mark: &'a str,
) -> Table<'a, COLUMNS> {
    let t = &language.words().list_file;
    Table {
        form,
        name: t.sheet,
        headings: ListColumn::ALL.map(t.heading),
        widths: ListColumn::ALL.map(ListColumn::width),
        words,
        asked: (t.asked)(filter, &format::date(day)),
        mark,
    }
}
