//! The cells of a record under the columns of ours, cleaned and decoded, as they are written: nothing is
//! carried down yet.

use super::cells::{Look, tidied};
use super::{Layout, LayoutColumn, Options, ReadCell};
use crate::domain::annex::Column;
use crate::domain::legacy::{self, Coding};
use crate::exchange::book::{Cell, Record};

/// A row as it is written.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    pub line: u64,
    pub is_hidden: bool,
    /// The filled cells under columns of ours, from left to right.
    pub cells: Vec<ReadCell>,
    /// Blank cells of ours that belong to a merged area from above: column, own place, and where it
    /// begins (row, and column from 0).
    pub merged: Vec<(Column, usize, (u64, usize))>,
    /// The leftmost filled cell, where it stands under no column of ours.
    pub stranger: Option<String>,
    /// Something stands under a column that is none of ours.
    pub has_strangers: bool,
    /// It has more cells than the header.
    pub is_too_wide: bool,
    /// A cell is longer than any spreadsheet allows.
    pub is_too_long: bool,
}

impl Written {
    /// The text of a column; empty where none stands there.
    pub(super) fn text(&self, column: Column) -> &str {
        self.cells
            .iter()
            .find(|cell| cell.column == column)
            .map_or("", |cell| cell.text.as_str())
    }

    /// Nothing but these columns is filled.
    pub(super) fn has_only(&self, columns: &[Column]) -> bool {
        !self.has_strangers && self.cells.iter().all(|cell| columns.contains(&cell.column))
    }

    /// Nothing is filled at all.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.is_empty() && !self.has_strangers
    }

    /// The text furthest to the left.
    pub(super) fn first(&self) -> &str {
        let own = self.cells.first().map_or("", |cell| cell.text.as_str());
        self.stranger.as_deref().unwrap_or(own)
    }

    /// The column is blank and lies in a merged area from above.
    pub(super) fn merged_from(&self, column: Column) -> Option<(usize, (u64, usize))> {
        self.merged
            .iter()
            .find(|(merged, _, _)| *merged == column)
            .map(|(_, place, from)| (*place, *from))
    }
}

/// Reads records under the columns of a layout.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    columns: Vec<LayoutColumn>,
    codings: Vec<(Column, Option<Coding>)>,
    /// Kept between rows for its room only.
    looks: Vec<Look>,
}

impl Reader {
    pub(super) fn new(layout: &Layout, options: &Options) -> Self {
        Self {
            columns: layout.columns.clone(),
            codings: options.codings.clone(),
            looks: Vec::new(),
        }
    }

    pub(super) fn columns(&self) -> &[LayoutColumn] {
        &self.columns
    }

    /// The row of a record.
    pub(super) fn read(&mut self, record: Record) -> Written {
        let coding = self.look(&record.cells);
        let mut written = Written {
            line: record.line,
            is_hidden: record.is_hidden,
            is_too_wide: record.cells.len() > self.columns.len(),
            is_too_long: self.looks.iter().any(|look| look.is_too_long),
            ..Written::default()
        };
        written.cells.reserve_exact(Column::ALL.len());
        for (place, cell) in record.cells.into_iter().enumerate() {
            let Some(look) = self.looks.get(place).copied() else {
                break;
            };
            let column = self.columns.get(place).and_then(|it| it.column);
            match (column, look.is_blank) {
                (Some(column), true) => {
                    let from = cell
                        .merged_from
                        .map(|(row, column)| (row, column.saturating_sub(1)));
                    let merged = from.map(|from| (column, place, from));
                    written.merged.extend(merged);
                }
                (Some(column), false) => {
                    let own = self.own(column, place, cell, look, coding);
                    written.cells.push(ReadCell {
                        line: record.line,
                        ..own
                    });
                }
                (None, true) => {}
                (None, false) => {
                    if !written.has_strangers && written.cells.is_empty() {
                        let text = decoded(&cell, coding).unwrap_or(cell.text);
                        written.stranger = Some(tidied(text, look.is_tidy, false));
                    }
                    written.has_strangers = true;
                }
            }
        }
        written
    }

    /// Looks at every cell, and says in which old coding the row is written, if in any.
    fn look(&mut self, cells: &[Cell]) -> Option<Coding> {
        self.looks.clear();
        self.looks
            .extend(cells.iter().map(|cell| Look::at(&cell.text)));
        let is_hinted = |cell: &Cell| cell.coding.is_some() && !cell.text.is_ascii();
        let is_worth_it =
            self.looks.iter().any(|look| look.is_suspicious) || cells.iter().any(is_hinted);
        if !is_worth_it {
            return None;
        }
        // A cell of a megabyte is no text of an office.
        let texts: Vec<(&str, Option<Coding>)> = cells
            .iter()
            .zip(&self.looks)
            .filter(|(_, look)| !look.is_too_long)
            .map(|(cell, _)| (cell.text.as_str(), cell.coding))
            .collect();
        legacy::recognise(&texts)
    }

    fn own(
        &self,
        column: Column,
        place: usize,
        mut cell: Cell,
        look: Look,
        coding: Option<Coding>,
    ) -> ReadCell {
        let chosen = self.codings.iter().rev().find(|(it, _)| *it == column);
        let (text, coding) = match chosen {
            Some((_, Some(coding))) if !cell.text.is_ascii() => {
                (Some(legacy::decode(&cell.text, *coding)), Some(*coding))
            }
            Some((_, Some(_) | None)) => (None, None),
            None => (decoded(&cell, coding), coding),
        };
        let lines = keeps_lines(column);
        let written = std::mem::take(&mut cell.text);
        let (text, before) = match (text, coding) {
            (Some(text), Some(coding)) if text != written => {
                let before = tidied(written, look.is_tidy, lines);
                (tidied(text, false, lines), Some((coding, before)))
            }
            _ => (tidied(written, look.is_tidy, lines), None),
        };
        ReadCell {
            column,
            line: 0,
            place,
            text,
            from: None,
            is_merged: false,
            before,
            is_error: cell.is_error,
            is_hidden: cell.is_hidden,
        }
    }
}

/// The cell in Unicode, where its row is of an old coding and it is too.
fn decoded(cell: &Cell, coding: Option<Coding>) -> Option<String> {
    let coding = coding.filter(|coding| legacy::needs(&cell.text, *coding))?;
    Some(legacy::decode(&cell.text, coding))
}

/// Line breaks part agencies and dates there.
fn keeps_lines(column: Column) -> bool {
    match column {
        Column::Lead | Column::Support | Column::Deadline => true,
        Column::Item | Column::Content | Column::Area | Column::Product | Column::Document => false,
    }
}
