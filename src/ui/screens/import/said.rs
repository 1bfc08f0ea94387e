//! What is known of a file as a whole, and what was done to it, in words.

use crate::lang::format;
use crate::ui::screen::Ui;
use crate::work::request::import::{Batch, FileNote, RowFate, Settlement, Which};

/// The name of a sort of rows; `is_short` where there is little room.
#[must_use]
pub fn sort(which: Which, is_short: bool, ui: &Ui) -> &'static str {
    let t = &ui.t.import;
    let names = if is_short {
        t.preview.short_sorts
    } else {
        t.preview.sorts
    };
    names
        .get(super::parts::place_of(which))
        .copied()
        .unwrap_or("")
}

/// What a person should know of a file as a whole.
#[must_use]
pub fn note(note: &FileNote, ui: &Ui) -> String {
    let t = &ui.t.import;
    match note {
        FileNote::HiddenRows(count) => (t.preview.hidden_rows)(*count),
        FileNote::HiddenColumns(letters) => (t.preview.hidden_columns)(&letters.join(", ")),
        FileNote::Errors(count, first) => (t.preview.cell_errors)(*count, first),
        FileNote::FurtherSheets(names) => (t.preview.further_sheets)(&names.join(", ")),
        FileNote::OtherSheets(names) => (t.preview.other_sheets)(&names.join(", ")),
        FileNote::Decoded(count) => (t.preview.decoded_rows)(*count),
        FileNote::NoDocument(count) => (t.preview.no_document)(*count),
    }
}

/// An earlier import of the same file.
#[must_use]
pub fn before(batch: &Batch, ui: &Ui) -> String {
    (ui.t.import.start.before)(&format::moment(batch.at), &batch.who)
}

/// What becomes of a row.
#[must_use]
pub fn fate(fate: &RowFate, ui: &Ui) -> &'static str {
    let [new, changed, unchanged] = ui.t.import.preview.fates;
    match fate {
        RowFate::New => new,
        RowFate::Changed(_) => changed,
        RowFate::Unchanged => unchanged,
    }
}

/// What was settled, in a few words.
#[must_use]
pub fn deed(settlement: &Settlement, ui: &Ui) -> &'static str {
    let [means, text, as_read, all_as_read, out, taken_in] = ui.t.import.settling.settlements;
    match settlement {
        Settlement::Means { .. } => means,
        Settlement::Text { .. } => text,
        Settlement::AsRead { .. } => as_read,
        Settlement::AllAsRead { .. } => all_as_read,
        Settlement::LeaveOut { out: true, .. } => out,
        Settlement::LeaveOut { out: false, .. } => taken_in,
    }
}

/// What was settled, and how many rows are left to review.
#[must_use]
pub fn settled(settlement: &Settlement, left: u64, fewer: u64, ui: &Ui) -> String {
    let t = &ui.t.import;
    match settlement {
        // A row is right as read as a whole: not by this doubt, where it has another one.
        Settlement::AllAsRead { .. } if left > 0 => (t.settling.settled_of_a_sort)(left, fewer),
        Settlement::Means { .. }
        | Settlement::Text { .. }
        | Settlement::AsRead { .. }
        | Settlement::AllAsRead { .. }
        | Settlement::LeaveOut { .. } => (t.settling.settled)(deed(settlement, ui), left, fewer),
    }
}
