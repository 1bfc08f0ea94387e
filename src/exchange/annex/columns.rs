//! Which column of the file is which of ours: by hand, as remembered, or by its heading.

use super::headings::{Fit, column_of};
use super::{LayoutColumn, Options};
use crate::domain::annex::{Column, ColumnSource, letter};
use crate::domain::fold::fold;

/// What stands in the header over one column of the file, cleaned and decoded.
#[derive(Debug, Clone, Default)]
pub(super) struct Heading {
    /// The rows of the header, from above; blank where nothing stands.
    pub parts: Vec<String>,
    /// The text that stretches over this column from one further left.
    pub parent: String,
}

impl Heading {
    /// What a person sees over the column.
    fn shown(&self) -> String {
        let texts = std::iter::once(&self.parent).chain(&self.parts);
        let texts: Vec<&str> = texts
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        texts.join(" ")
    }

    /// The column that it names, and how well: as a whole first, then by its last row alone.
    fn reads(&self) -> Option<(Column, Fit)> {
        let whole = column_of(&self.shown());
        let last = self.parts.iter().rev().find(|part| !part.is_empty());
        let alone = last
            .filter(|_| self.is_joined())
            .and_then(|part| column_of(part));
        match (whole, alone) {
            (Some(whole), Some(alone)) if alone.1 > whole.1 => Some(alone),
            (Some(whole), _) => Some(whole),
            // "Thời gian" over "Bắt đầu": the whole says something else than its last row.
            (None, alone) => alone.filter(|(_, fit)| *fit == Fit::Exact),
        }
    }

    fn is_joined(&self) -> bool {
        !self.parent.is_empty() || self.parts.iter().filter(|part| !part.is_empty()).count() > 1
    }
}

/// How surely a column of the file is one of ours; the surer one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Heading(Fit),
    Remembered,
    ByHand,
}

/// What was assigned, and how well the headings fit as a whole.
#[derive(Debug, Clone, Default)]
pub(super) struct Assigned {
    pub columns: Vec<LayoutColumn>,
    /// The place of a column of notes that may be that of the document.
    pub perhaps_document: Option<usize>,
    /// Greater for the likelier header.
    pub score: u32,
}

impl Assigned {
    /// The column is there.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|it| it.column == Some(column))
    }

    /// So many columns are known.
    pub(super) fn known(&self) -> usize {
        self.columns.iter().filter(|it| it.column.is_some()).count()
    }
}

/// Assigns every column of the file at most one of ours, and each of ours at most once.
pub(super) fn assign(headings: &[Heading], options: &Options) -> Assigned {
    let readings: Vec<Option<(Column, Rank)>> = headings
        .iter()
        .enumerate()
        .map(|(place, heading)| reading(place, heading, options))
        .collect();
    let mut assigned = Assigned::default();
    for (place, heading) in headings.iter().enumerate() {
        let own = readings.get(place).copied().flatten();
        let own = own.filter(|own| is_best(place, *own, &readings));
        if let Some((_, rank)) = own {
            assigned.score += score(rank, heading);
        }
        let own = own.filter(|(_, rank)| *rank != Rank::Heading(Fit::Perhaps));
        if own.is_none() && readings.get(place).copied().flatten() == Some(PERHAPS) {
            assigned.perhaps_document = Some(place);
        }
        let source = match own.map(|(_, rank)| rank) {
            None => ColumnSource::Unknown,
            Some(Rank::Heading(_)) => ColumnSource::Heading,
            Some(Rank::Remembered) => ColumnSource::Remembered,
            Some(Rank::ByHand) => ColumnSource::ByHand,
        };
        assigned.columns.push(LayoutColumn {
            letter: letter(place),
            heading: heading.shown(),
            column: own.map(|(column, _)| column),
            source,
            parts: heading.parts.iter().map(|part| fold(part)).collect(),
        });
    }
    assigned
}

const PERHAPS: (Column, Rank) = (Column::Document, Rank::Heading(Fit::Perhaps));

fn reading(place: usize, heading: &Heading, options: &Options) -> Option<(Column, Rank)> {
    let letter = letter(place);
    let by_hand = options
        .columns
        .iter()
        .rev()
        .find(|(name, _)| name.eq_ignore_ascii_case(&letter));
    if let Some((_, column)) = by_hand {
        return column.map(|column| (column, Rank::ByHand));
    }
    let shown = fold(&heading.shown());
    let remembered = options
        .remembered
        .iter()
        .rev()
        .find(|(name, _)| !shown.is_empty() && *name == shown);
    if let Some((_, column)) = remembered {
        return column.map(|column| (column, Rank::Remembered));
    }
    heading
        .reads()
        .map(|(column, fit)| (column, Rank::Heading(fit)))
}

/// Of two columns for the same the surer one counts, and of two alike the first.
fn is_best(place: usize, own: (Column, Rank), readings: &[Option<(Column, Rank)>]) -> bool {
    readings
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != place)
        .filter_map(|(other, reading)| reading.map(|reading| (other, reading)))
        .filter(|(_, (column, _))| *column == own.0)
        .all(|(other, (_, rank))| rank < own.1 || (rank == own.1 && other > place))
}

fn score(rank: Rank, heading: &Heading) -> u32 {
    match rank {
        Rank::Heading(Fit::Perhaps) => 0,
        Rank::Heading(Fit::Weak) => 3,
        Rank::Heading(Fit::Near) => 4,
        Rank::Heading(Fit::Exact) | Rank::Remembered => 5,
        // Assigned whatever stands there: it says little of where the header is.
        Rank::ByHand => u32::from(!heading.shown().is_empty()) * 2,
    }
}
