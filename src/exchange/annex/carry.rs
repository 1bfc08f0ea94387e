//! Gives blank cells and ditto marks the text of the row above (DOMAIN 3.4 rules 1 and 2).

use super::ditto::is_ditto;
use super::written::Written;
use super::{LayoutColumn, ReadCell, ReadRow};
use crate::domain::annex::Column;

/// What a blank cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blank {
    /// A merged one, and has the value above.
    Carried,
    /// None; the value above only where it is merged with it in truth, and even then one has to look.
    None,
    /// Not known, even where it is merged.
    Unknown,
}

fn blank(column: Column) -> Blank {
    match column {
        Column::Area | Column::Lead | Column::Document => Blank::Carried,
        Column::Item | Column::Content | Column::Product | Column::Support => Blank::None,
        Column::Deadline => Blank::Unknown,
    }
}

/// The cells of a task, with what they have from the row above.
pub(super) fn completed(
    written: Written,
    above: Option<&ReadRow>,
    columns: &[LayoutColumn],
) -> Vec<ReadCell> {
    let Written {
        mut cells,
        merged,
        line,
        ..
    } = written;
    let Some(above) = above else {
        cells.retain(|cell| !is_ditto(&cell.text));
        return cells;
    };
    for cell in &mut cells {
        if is_ditto(&cell.text) {
            repeat(cell, above);
        }
    }
    cells.retain(|cell| !cell.text.is_empty());
    for (place, column) in columns.iter().enumerate() {
        let Some(column) = column.column else {
            continue;
        };
        if cells.iter().any(|cell| cell.column == column) {
            continue;
        }
        let from = merged.iter().find(|it| it.0 == column).map(|it| it.2);
        let source = above.cells.iter().find(|cell| cell.column == column);
        let is_merged = from.is_some() && blank(column) != Blank::Carried;
        let text = match (blank(column), from) {
            (Blank::Carried, _) | (Blank::None, Some(_)) => source.map(|it| it.text.clone()),
            (Blank::Unknown, Some(_)) => Some(String::new()),
            (Blank::None | Blank::Unknown, None) => None,
        };
        let Some(text) = text else { continue };
        let is_error = source.is_some_and(|it| it.is_error) && !text.is_empty();
        cells.push(ReadCell {
            column,
            line,
            place,
            text,
            from: from.or_else(|| source.map(origin)),
            is_merged,
            before: None,
            is_error,
            is_hidden: false,
        });
    }
    cells
}

/// A ditto mark becomes what it stands for; blank where there is nothing.
fn repeat(cell: &mut ReadCell, above: &ReadRow) {
    cell.text.clear();
    cell.before = None;
    if let Some(source) = above.cells.iter().find(|it| it.column == cell.column) {
        cell.text.clone_from(&source.text);
        cell.from = Some(origin(source));
        cell.is_error = source.is_error;
    }
}

/// The cell in which a text was read first.
fn origin(cell: &ReadCell) -> (u64, usize) {
    cell.from.unwrap_or((cell.line, cell.place))
}
