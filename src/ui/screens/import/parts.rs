//! A row of a file in words: its sign, whom it names, when it falls due, what is doubted and where.
//!
//! Screens and line mode say rows alike.

use chrono::NaiveDate;

use crate::domain::deadline::{Deadline, Kind};
use crate::domain::document::DocumentReference;
use crate::domain::id::AgencyId;
use crate::lang::format;
use crate::ui::screen::Ui;
use crate::work::request::import::{
    Column, Part, RowFate, Settlement, StageCounts, Staged, StagedCell, StagedDoubt, StagedRow,
    StagedTask, Which,
};

/// The sorts of rows, in the order of their digits.
pub const SORTS: [Which; 6] = [
    Which::New,
    Which::Changed,
    Which::Unchanged,
    Which::Review,
    Which::Skipped,
    Which::All,
];

/// How many rows are of this sort.
#[must_use]
pub const fn count_of(which: Which, counts: &StageCounts) -> u64 {
    match which {
        Which::All => counts.rows,
        Which::New => counts.new,
        Which::Changed => counts.changed,
        Which::Unchanged => counts.unchanged,
        Which::Review => counts.review,
        Which::Skipped => counts.skipped,
    }
}

/// Where a sort stands among them.
#[must_use]
pub const fn place_of(which: Which) -> usize {
    match which {
        Which::New => 0,
        Which::Changed => 1,
        Which::Unchanged => 2,
        Which::Review => 3,
        Which::Skipped => 4,
        Which::All => 5,
    }
}

/// A number as it is written.
#[must_use]
pub fn number(value: u64, ui: &Ui) -> String {
    format::number(i64::try_from(value).unwrap_or(i64::MAX), ui.t.language)
}

/// What becomes of a row, in one letter: `?` to be looked at, `+` new, `~` changed, `=` as it is stored,
/// `-` skipped.
#[must_use]
pub fn sign(row: &StagedRow) -> char {
    let Some(task) = row.task.as_deref().filter(|_| row.skipped.is_none()) else {
        return '-';
    };
    if task.needs_review() {
        return '?';
    }
    match task.fate {
        RowFate::New => '+',
        RowFate::Changed(_) => '~',
        RowFate::Unchanged => '=',
    }
}

/// True for the columns in which agencies stand.
#[must_use]
pub const fn names_agencies(column: Option<Column>) -> bool {
    matches!(column, Some(Column::Lead | Column::Support))
}

/// What a person still has to settle in a row.
#[must_use]
pub fn open_doubts(row: &StagedRow) -> Vec<&StagedDoubt> {
    let task = row.task.as_deref();
    let task = task.filter(|task| !task.is_settled && row.skipped.is_none());
    let doubts = task.into_iter().flat_map(|task| &task.doubts);
    doubts.filter(|doubt| !doubt.is_note).collect()
}

/// The cell of a column.
#[must_use]
pub fn cell_of(row: &StagedRow, column: Column) -> Option<&StagedCell> {
    row.cells.iter().find(|cell| cell.column == column)
}

/// Doubts about agencies, by their codes.
const OF_AGENCIES: [&str; 11] = [
    "no_lead",
    SEVERAL,
    "not_an_agency",
    "ambiguous_agency",
    "abolished_agency",
    "agency_not_yet_existing",
    "near_match",
    "outdated_number",
    "no_members",
    "without_accents",
    "support_is_lead",
];

/// In which column a doubt lies: as it says; else where the doubted text stands.
#[must_use]
pub fn column_of(doubt: &StagedDoubt, row: &StagedRow) -> Option<Column> {
    let holds = |column: &Column| {
        let cell = cell_of(row, *column);
        cell.is_some_and(|cell| !doubt.detail.is_empty() && cell.text.contains(&doubt.detail))
    };
    let likely = || {
        if OF_AGENCIES.contains(&doubt.code.as_str()) {
            let columns = [Column::Lead, Column::Support];
            return columns.into_iter().find(holds).or(Some(Column::Lead));
        }
        match doubt.code.as_str() {
            "no_document" | "no_document_date" => Some(Column::Document),
            "empty" => Some(Column::Deadline),
            _ => Some(Column::Deadline).filter(holds),
        }
    };
    doubt.column.or_else(likely)
}

/// Why a row is doubted, with its column and cell: `Chủ trì E17: Có thể là nhiều cơ quan: "Sở TT"`.
#[must_use]
pub fn doubt_said(doubt: &StagedDoubt, row: &StagedRow, ui: &Ui) -> String {
    let sentence = (ui.t.doubts.sentence)(&doubt.code, &doubt.detail);
    let Some(column) = column_of(doubt, row) else {
        return sentence;
    };
    let place = cell_of(row, column).map_or("", |cell| cell.place.as_str());
    let head = format!("{} {place}", (ui.t.import.columns.column)(column));
    format!("{}: {sentence}", head.trim_end())
}

/// An agency or group by its name.
#[must_use]
pub fn part_named(part: &Part, ui: &Ui) -> String {
    match part {
        Part::Agency(id) => agency_named(*id, ui),
        Part::Group(group) => (ui.t.terms.group)(*group).to_owned(),
        Part::Unresolved(text) => format!("\"{text}\""),
    }
}

/// `STTTT Sở Thông tin và Truyền thông`.
#[must_use]
pub fn agency_named(id: AgencyId, ui: &Ui) -> String {
    match ui.facts.agency(id) {
        Some(agency) => format!("{} {}", agency.code, agency.name),
        None => ui.t.terms.no_agency.to_owned(),
    }
}

/// Agencies and groups in a few cells: codes, groups in words.
#[must_use]
pub fn parts_short(parts: &[Part], ui: &Ui) -> String {
    let short = |part: &Part| match part {
        Part::Agency(id) => ui.facts.agency(*id).map_or_else(
            || ui.t.terms.no_agency.to_owned(),
            |agency| agency.code.clone(),
        ),
        Part::Group(group) => (ui.t.terms.group)(*group).to_owned(),
        Part::Unresolved(text) => format!("\"{text}\""),
    };
    parts.iter().map(short).collect::<Vec<_>>().join(", ")
}

/// A deadline as it was read: its kind, and its day with the weekday.
#[must_use]
pub fn deadline_said(deadline: &Deadline, ui: &Ui) -> String {
    let t = &ui.t.import;
    let kind = (t.preview.deadline_kind)(deadline.kind);
    match deadline.due {
        Some(day) => {
            let weekday = format::weekday(day, ui.t.language);
            let due = (t.preview.due)(&format!("{weekday} {}", format::date(day)));
            let original = deadline
                .original_due
                .map(|day| (t.preview.original)(&format::date(day)));
            format!("{kind}, {due}{}", original.unwrap_or_default())
        }
        None => kind.to_owned(),
    }
}

/// A deadline in eight cells.
#[must_use]
pub fn deadline_short(deadline: &Deadline, ui: &Ui) -> String {
    match (deadline.due, deadline.kind) {
        (Some(day), _) => format::short_date(day),
        (None, Kind::Ongoing) => ui.t.import.preview.ongoing_short.to_owned(),
        (None, _) => ui.t.import.preview.unclear_short.to_owned(),
    }
}

/// The day from which the deadline of a row counts: its document's, the file's, today.
#[must_use]
pub fn reference(task: &StagedTask, staged: &Staged, ui: &Ui) -> NaiveDate {
    let document = DocumentReference::parse(&task.document);
    document
        .and_then(|document| document.date)
        .or(staged.spec.document_date)
        .unwrap_or(ui.facts.today)
}

/// The settlement by which an agency or group is meant where a doubt stands: for every row with that
/// writing, or for this cell alone.
#[must_use]
pub fn meaning(
    doubt: &StagedDoubt,
    row: &StagedRow,
    chosen: Part,
    only_here: bool,
    ui: &Ui,
) -> Option<Settlement> {
    let column = column_of(doubt, row).unwrap_or(Column::Lead);
    let cell = cell_of(row, column).map_or("", |cell| cell.text.as_str());
    let doubted = doubted_writing(doubt, cell);
    if only_here || !can_hold_everywhere(doubt) || cell.is_empty() {
        let name = written(&chosen, ui)?;
        let text = match doubted {
            Some(part) if !cell.is_empty() => cell.replacen(part, &name, 1),
            // Who is chosen of several leads alone.
            _ if doubt.code == SEVERAL || cell.is_empty() => name,
            _ => {
                let parts = instead(doubt, row, column, chosen);
                let names: Option<Vec<String>> =
                    parts.iter().map(|part| written(part, ui)).collect();
                names?.join("; ")
            }
        };
        return Some(Settlement::Text {
            place: row.place,
            column,
            text,
        });
    }
    let (text, parts) = match doubted {
        Some(part) => (part, vec![chosen]),
        None => (cell, instead(doubt, row, column, chosen)),
    };
    Some(Settlement::Means {
        text: text.to_owned(),
        parts,
    })
}

/// True if what is chosen can be meant wherever this is written: a name that nobody bears. An agency that
/// was abolished, or is the lead too, is doubted on its day and in its row only.
#[must_use]
pub fn can_hold_everywhere(doubt: &StagedDoubt) -> bool {
    matches!(
        doubt.code.as_str(),
        "not_an_agency" | "ambiguous_agency" | "outdated_number" | SEVERAL
    )
}

/// The piece of a cell that is doubted, as it is written there; none where the whole cell is, or where
/// the doubt names whom it was taken for instead of how that is written.
fn doubted_writing<'a>(doubt: &'a StagedDoubt, cell: &str) -> Option<&'a str> {
    if doubt.code == SEVERAL {
        return None;
    }
    let detail = doubt.detail.as_str();
    let detail = detail.split_once(" = ").map_or(detail, |(text, _)| text);
    (!detail.is_empty() && cell.contains(detail)).then_some(detail)
}

/// What a cell names, with who is chosen in the place of whom the doubt is about; of several leads the
/// chosen one first.
fn instead(doubt: &StagedDoubt, row: &StagedRow, column: Column, chosen: Part) -> Vec<Part> {
    let task = row.task.as_deref();
    let named = task.map_or(&[][..], |task| match column {
        Column::Support => &task.supports,
        _ => &task.leads,
    });
    let is_doubted = |part: &Part| match part {
        Part::Agency(id) => doubt.candidates.contains(id),
        Part::Group(_) | Part::Unresolved(_) => false,
    };
    if doubt.code != SEVERAL
        && let Some(place) = named.iter().position(is_doubted)
    {
        let mut parts = named.to_vec();
        if let Some(part) = parts.get_mut(place) {
            *part = chosen.clone();
        }
        // Who is named twice is meant once, where the doubted one stood.
        let mut at = 0..;
        parts.retain(|part| at.next() == Some(place) || *part != chosen);
        return parts;
    }
    if doubt.code != SEVERAL {
        return vec![chosen];
    }
    let mut parts = vec![chosen];
    for part in named {
        if !parts.contains(part) {
            parts.push(part.clone());
        }
    }
    parts
}

/// A part as it is written into a cell.
fn written(part: &Part, ui: &Ui) -> Option<String> {
    Some(match part {
        Part::Agency(id) => ui.facts.agency(*id)?.name.clone(),
        Part::Group(group) => (ui.t.terms.group)(*group).to_owned(),
        Part::Unresolved(text) => text.clone(),
    })
}

/// The doubt about a cell that names more than one lead.
pub const SEVERAL: &str = "several_leads";

/// The agencies among which a doubt can be settled: those that fit; of several leads each.
#[must_use]
pub fn candidates(doubt: &StagedDoubt, row: &StagedRow) -> Vec<AgencyId> {
    if !doubt.candidates.is_empty() || doubt.code != SEVERAL {
        return doubt.candidates.clone();
    }
    let leads = row.task.as_deref().map_or(&[][..], |task| &task.leads);
    let leads = leads.iter().filter_map(|part| match part {
        Part::Agency(id) => Some(*id),
        Part::Group(_) | Part::Unresolved(_) => None,
    });
    leads.collect()
}
