//! Says of a row what it is: a task, or why it is none (DOMAIN 3.4 rules 3 and 4).
//!
//! Where both could be, it is a task: a doubtful task is looked at, a lost one is not missed.

use super::headings::{Fit, column_of};
use super::written::Written;
use super::{LayoutColumn, marks};
use crate::domain::annex::{Column, SkipReason};
use crate::domain::fold::fold;

/// A repeated header has at least so many of its headings, or nothing else.
const FEWEST_AGAIN: usize = 2;

/// A row that numbers the columns has at least so many numbers.
const FEWEST_ORDINALS: usize = 3;

/// What stands above a row, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Above {
    /// A task whose content can go on: the table numbers its tasks.
    Numbered,
    /// A heading, or nothing yet, or a task of a table without numbers.
    Other,
    /// A total, a footnote, a signature: the table may be over.
    Below,
}

/// Why a row is no task; none if it is one.
pub(super) fn reason(row: &Written, columns: &[LayoutColumn], above: Above) -> Option<SkipReason> {
    if row.is_blank() {
        return Some(SkipReason::Blank);
    }
    if row.is_too_long {
        return Some(SkipReason::CellTooLong);
    }
    let is_numbered = marks::is_number(row.text(Column::Item));
    let says_more = !row.text(Column::Lead).is_empty() || !row.text(Column::Deadline).is_empty();
    let has_content = !row.text(Column::Content).is_empty();
    // Nearly all rows end here.
    if is_numbered && says_more && has_content && !is_numbering(row) {
        return row.is_too_wide.then_some(SkipReason::TooManyCells);
    }
    if is_numbering(row) || (!is_numbered && is_header_again(row, columns)) {
        return Some(SkipReason::RepeatedHeader);
    }
    if let Some(reason) = below_reason(row) {
        return Some(reason);
    }
    if row.is_too_wide {
        return Some(SkipReason::TooManyCells);
    }
    if !has_content && says_more && row.merged_from(Column::Content).is_some() {
        return None;
    }
    if is_numbered {
        return (!has_content).then_some(SkipReason::NoContent);
    }
    if is_heading(row) {
        return Some(SkipReason::Heading);
    }
    match above {
        // Beside "Nơi nhận" stands who signs.
        Above::Below if !(has_content && says_more) || marks::is_below(row.text(Column::Lead)) => {
            Some(SkipReason::Footnote)
        }
        Above::Below | Above::Numbered | Above::Other if !has_content => {
            Some(title_in_item(row).unwrap_or(SkipReason::NoContent))
        }
        Above::Numbered if goes_on(row) => Some(SkipReason::Continuation),
        Above::Below | Above::Numbered | Above::Other => None,
    }
}

/// "(1) | (2) | (3)", "A | B | 1 | 2".
fn is_numbering(row: &Written) -> bool {
    row.cells.len() >= FEWEST_ORDINALS && row.cells.iter().all(|cell| marks::is_ordinal(&cell.text))
}

fn is_header_again(row: &Written, columns: &[LayoutColumn]) -> bool {
    let mut again = 0;
    for (seen, cell) in row.cells.iter().enumerate() {
        // No heading is that long, and folding is dear: a header shows in its first cells.
        if cell.text.len() > 160 || (seen >= FEWEST_AGAIN && again == 0) {
            return false;
        }
        let folded = fold(&cell.text);
        let is_part = columns.get(cell.place).is_some_and(|column| {
            column.parts.contains(&folded) || fold(&column.heading) == folded
        });
        let is_wording = || column_of(&cell.text) == Some((cell.column, Fit::Exact));
        again += usize::from(!folded.is_empty() && (is_part || is_wording()));
    }
    again >= FEWEST_AGAIN || (again > 0 && again == row.cells.len() && !row.has_strangers)
}

/// Totals, and what stands below the table.
fn below_reason(row: &Written) -> Option<SkipReason> {
    let first = row.first();
    let mut others = row.cells.iter().filter(|cell| cell.text != first);
    if marks::is_total(first) && others.clone().all(|cell| marks::is_count(&cell.text)) {
        return Some(SkipReason::Total);
    }
    let is_below = marks::is_below(first) && others.all(|cell| marks::is_below(&cell.text));
    is_below.then_some(SkipReason::Footnote)
}

/// "II | Cải cách thể chế", "II. Cải cách thể chế": a mark, a title, and nothing else.
fn is_heading(row: &Written) -> bool {
    let item = row.text(Column::Item);
    let content = row.text(Column::Content);
    let is_bare = row.has_only(&[Column::Item, Column::Content]) && !holds_merged(row);
    if !is_bare {
        // The title may stand in another cell of the row, alone.
        return marks::is_heading_mark(item)
            && content.is_empty()
            && row.has_only(&[Column::Item, Column::Area]);
    }
    match (item.is_empty(), content.is_empty()) {
        (false, false) => marks::is_heading_mark(item) && marks::is_title(content),
        (true, false) => marks::is_marked_title(content) || marks::is_plain_title(content),
        (false, true) => marks::is_marked_title(item) || marks::is_plain_title(item),
        (true, true) => false,
    }
}

/// Merged cells from above hold for the row: it says more than a title.
fn holds_merged(row: &Written) -> bool {
    [Column::Lead, Column::Deadline]
        .into_iter()
        .any(|column| row.merged_from(column).is_some())
}

/// A text in the column of numbers and nothing else is no task: a title, or a sentence.
fn title_in_item(row: &Written) -> Option<SkipReason> {
    let item = row.text(Column::Item);
    if item.is_empty() || !row.has_only(&[Column::Item]) {
        return None;
    }
    let is_sentence = item.ends_with('.') || item.chars().nth(150).is_some();
    if marks::is_heading_mark(item) {
        None
    } else if is_sentence || !item.contains(' ') {
        Some(SkipReason::Footnote)
    } else {
        Some(SkipReason::Heading)
    }
}

/// The rest of the content above: no number, and only content.
fn goes_on(row: &Written) -> bool {
    let item = row.text(Column::Item);
    let has_no_number = item.is_empty() || matches!(item, "-" | "+" | "•" | "–");
    has_no_number && row.has_only(&[Column::Item, Column::Content])
}

/// The title of a heading, without its mark.
pub(super) fn title(row: &Written) -> String {
    let content = row.text(Column::Content);
    let item = row.text(Column::Item);
    let area = row.text(Column::Area);
    let text = match (content.is_empty(), area.is_empty()) {
        (false, _) => content,
        (true, false) => area,
        (true, true) => item,
    };
    let is_split = !item.is_empty() && text != item;
    if !is_split && marks::is_marked_title(text) {
        marks::without_mark(text).to_owned()
    } else {
        text.to_owned()
    }
}
