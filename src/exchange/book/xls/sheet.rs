//! The rows of a sheet.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::merges::{Area, Merges};
use super::super::record::{Cell, Record};
use super::super::rows::{Rows, SheetReader};
use super::super::values::{Meaning, cell, number_text};
use super::globals::Globals;
use super::records::{BEGIN, END, Entry, Pieces, damaged, f64_at, record_at, u16_at, u32_at};
use crate::domain::error::FileFault;

/// The columns of such a sheet.
const MOST_COLUMNS: usize = 256;

/// The records that hold cells.
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const TRUTH_OR_ERROR: u16 = 0x0205;
const PACKED: u16 = 0x027e;
const PACKED_ROW: u16 = 0x00bd;
const SHARED_TEXT: u16 = 0x00fd;
const RICH_LABEL: u16 = 0x00d6;
const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;

/// Reads the rows of a sheet.
#[derive(Debug)]
pub(in crate::exchange::book) struct SheetRows {
    stream: Arc<[u8]>,
    globals: Arc<Globals>,
    /// The row of each record with cells, and where it stands; by rows.
    places: std::iter::Peekable<std::vec::IntoIter<(u16, usize)>>,
    hidden_rows: HashSet<u16>,
    rows: Rows,
}

/// What a first passage finds.
#[derive(Debug, Default)]
struct Layout {
    places: Vec<(u16, usize)>,
    areas: Vec<Area>,
    hidden_rows: HashSet<u16>,
    hidden_columns: Vec<(usize, usize)>,
}

impl SheetRows {
    pub(super) fn open(
        stream: Arc<[u8]>,
        begin: usize,
        globals: Arc<Globals>,
    ) -> Result<Self, FileFault> {
        let mut layout = Layout::read(&stream, begin)?;
        layout.places.sort_by_key(|(row, _)| *row);
        Ok(Self {
            stream,
            globals,
            places: layout.places.into_iter().peekable(),
            hidden_rows: layout.hidden_rows,
            rows: Rows::new(Merges::new(layout.areas), layout.hidden_columns),
        })
    }

    fn read_cells(&self, entry: Entry<'_>, cells: &mut Vec<Cell>) -> Result<(), FileFault> {
        let data = entry.data;
        let column = usize::from(u16_at(data, 2).ok_or_else(damaged)?);
        if entry.id == PACKED_ROW {
            // Six bytes a cell, then the last column.
            let values = data
                .get(4..data.len().saturating_sub(2))
                .unwrap_or_default();
            for (place, value) in values.chunks_exact(6).enumerate() {
                let style = u16_at(value, 0).unwrap_or_default();
                let number = unpacked(u32_at(value, 2).unwrap_or_default());
                put(cells, column + place, self.number(number, style))?;
            }
            return Ok(());
        }
        let style = u16_at(data, 4).ok_or_else(damaged)?;
        let value = match entry.id {
            NUMBER => self.number(f64_at(data, 6).ok_or_else(damaged)?, style),
            PACKED => self.number(unpacked(u32_at(data, 6).ok_or_else(damaged)?), style),
            SHARED_TEXT => {
                let place = usize::try_from(u32_at(data, 6).ok_or_else(damaged)?);
                let found = place.ok().and_then(|place| self.globals.strings.get(place));
                let (text, own) = found.ok_or_else(damaged)?;
                cell(text.to_owned(), own.or(self.globals.style(style).1))
            }
            LABEL | RICH_LABEL => self.text(entry, 6, style)?,
            TRUTH_OR_ERROR => match data.get(6..8) {
                Some([value, 0]) => truth(*value),
                Some([value, _]) => error(*value),
                _ => return Err(damaged()),
            },
            FORMULA => self.result(entry, style)?,
            _ => return Ok(()),
        };
        put(cells, column, value)
    }

    /// What a formula gave when the file was saved.
    fn result(&self, entry: Entry<'_>, style: u16) -> Result<Cell, FileFault> {
        let result = entry.data.get(6..14).ok_or_else(damaged)?;
        match result {
            [0, .., 0xff, 0xff] => {
                // The text follows, behind the formula itself where others share it.
                let mut at = entry.next;
                for _ in 0..3 {
                    let next = record_at(&self.stream, at)?;
                    if next.id == FORMULA_TEXT {
                        return self.text(next, 0, style);
                    }
                    at = next.next;
                }
                Ok(Cell::default())
            }
            [1, _, value, .., 0xff, 0xff] => Ok(truth(*value)),
            [2, _, value, .., 0xff, 0xff] => Ok(error(*value)),
            [_, .., 0xff, 0xff] => Ok(Cell::default()),
            _ => Ok(self.number(f64_at(result, 0).ok_or_else(damaged)?, style)),
        }
    }

    fn text(&self, entry: Entry<'_>, at: usize, style: u16) -> Result<Cell, FileFault> {
        let mut pieces = Pieces::new(&self.stream, entry, at);
        let length = pieces.short()?;
        let text = pieces.text(length, &mut Vec::new())?;
        Ok(cell(text, self.globals.style(style).1))
    }

    fn number(&self, value: f64, style: u16) -> Cell {
        let (meaning, coding): (Meaning, _) = self.globals.style(style);
        if value.is_finite() {
            cell(number_text(value, meaning, self.globals.is_1904), coding)
        } else {
            Cell::default()
        }
    }
}

impl SheetReader for SheetRows {
    fn rows(&mut self) -> &mut Rows {
        &mut self.rows
    }

    fn read_row(&mut self) -> Result<(), FileFault> {
        let Some((row, _)) = self.places.peek().copied() else {
            self.rows.end();
            return Ok(());
        };
        let mut cells = Vec::new();
        while let Some((_, at)) = self.places.next_if(|(other, _)| *other == row) {
            self.read_cells(record_at(&self.stream, at)?, &mut cells)?;
        }
        let record = Record {
            line: u64::from(row) + 1,
            cells,
            is_hidden: self.hidden_rows.contains(&row),
        };
        self.rows.push(record, 1);
        Ok(())
    }
}

impl Iterator for SheetRows {
    type Item = Result<Record, FileFault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_row()
    }
}

impl Layout {
    fn read(stream: &[u8], begin: usize) -> Result<Self, FileFault> {
        let first = record_at(stream, begin)?;
        if first.id != BEGIN {
            return Err(damaged());
        }
        let mut layout = Self::default();
        let mut at = first.next;
        // Charts within the sheet are parts within the part.
        let mut depth = 1_usize;
        while depth > 0 {
            let entry = record_at(stream, at)?;
            at = entry.next;
            match entry.id {
                BEGIN => depth += 1,
                END => depth -= 1,
                _ if depth == 1 => layout.take(entry),
                _ => {}
            }
        }
        Ok(layout)
    }

    fn take(&mut self, entry: Entry<'_>) {
        let data = entry.data;
        let short = |at| u16_at(data, at).unwrap_or_default();
        match entry.id {
            0x0208 if short(12) & 0x20 != 0 => {
                self.hidden_rows.insert(short(0));
            }
            0x007d if short(8) & 1 != 0 && self.hidden_columns.len() < MOST_COLUMNS => {
                let columns = (usize::from(short(0)) + 1, usize::from(short(2)) + 1);
                self.hidden_columns.push(columns);
            }
            0x00e5 => {
                for area in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let side = |at| u16_at(area, at).unwrap_or_default();
                    self.areas.push(Area {
                        top: u64::from(side(0)) + 1,
                        bottom: u64::from(side(2)) + 1,
                        left: usize::from(side(4)) + 1,
                        right: (usize::from(side(6)) + 1).min(MOST_COLUMNS),
                    });
                }
            }
            NUMBER | LABEL | TRUTH_OR_ERROR | PACKED | PACKED_ROW | SHARED_TEXT | RICH_LABEL
            | FORMULA => self.places.push((short(0), entry.at)),
            _ => {}
        }
    }
}

fn put(cells: &mut Vec<Cell>, column: usize, value: Cell) -> Result<(), FileFault> {
    if column >= MOST_COLUMNS {
        return Err(damaged());
    }
    if value.text.is_empty() {
        return Ok(());
    }
    if cells.len() <= column {
        cells.resize(column + 1, Cell::default());
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = value;
    }
    Ok(())
}

/// A number in four bytes: whole or the upper half of a fraction, perhaps in hundredths.
fn unpacked(packed: u32) -> f64 {
    let value = if packed & 2 == 0 {
        f64::from_bits(u64::from(packed & !3) << 32)
    } else {
        // The sign stays where it is.
        f64::from(packed.cast_signed() >> 2)
    };
    if packed & 1 == 0 {
        value
    } else {
        value / 100.0
    }
}

fn truth(value: u8) -> Cell {
    cell(if value == 0 { "FALSE" } else { "TRUE" }.to_owned(), None)
}

fn error(code: u8) -> Cell {
    let text = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Cell {
        is_error: true,
        ..cell(text.to_owned(), None)
    }
}
