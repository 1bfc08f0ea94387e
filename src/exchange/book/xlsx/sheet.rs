//! The rows of a sheet.
//!
//! A first passage finds what stands behind the rows and yet concerns them, the merged areas, and that
//! the part is whole; the second hands out the rows. Neither holds more than one row.

use std::sync::Arc;

use quick_xml::events::BytesStart;

use super::super::merges::{Area, Merges};
use super::super::package::Package;
use super::super::record::{Cell, Record};
use super::super::rows::{MOST_COLUMNS, MOST_ROWS, Rows, SheetReader};
use super::super::values::{Meaning, cell, iso_text, number_text};
use super::super::xml::{Node, Xml, attribute, is_set, number};
use super::Shared;
use super::shared::{read_text, unescaped};
use crate::domain::error::FileFault;

/// Reads the rows of a sheet.
#[derive(Debug)]
pub(in crate::exchange::book) struct SheetRows {
    xml: Xml,
    shared: Arc<Shared>,
    rows: Rows,
    /// The row that was read last.
    row: u64,
}

impl SheetRows {
    pub(super) fn open(
        package: &Package,
        part: &str,
        shared: Arc<Shared>,
    ) -> Result<Self, FileFault> {
        let (merges, hidden) = looked_over(package.xml(part)?)?;
        Ok(Self {
            xml: package.xml(part)?,
            shared,
            rows: Rows::new(Merges::new(merges), hidden),
            row: 0,
        })
    }

    /// The next row that the part has; none at their end.
    fn read_record(&mut self) -> Result<Option<Record>, FileFault> {
        loop {
            match self.xml.next()? {
                Node::Start(start) if start.local_name().as_ref() == "row" => {
                    let row = number(&start, "r").unwrap_or(self.row + 1);
                    let is_hidden = is_set(&start, "hidden");
                    if row <= self.row || row > MOST_ROWS {
                        return Err(self.xml.fault());
                    }
                    self.row = row;
                    return Ok(Some(Record {
                        line: row,
                        cells: self.read_cells()?,
                        is_hidden,
                    }));
                }
                Node::End(end) if end.local_name().as_ref() == "sheetData" => return Ok(None),
                Node::Over => return Ok(None),
                Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
    }

    fn read_cells(&mut self) -> Result<Vec<Cell>, FileFault> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut next = 1;
        loop {
            match self.xml.next()? {
                Node::Start(start) if start.local_name().as_ref() == "c" => {
                    let head = Head::of(&start);
                    let column = head.column.unwrap_or(next);
                    if column > MOST_COLUMNS {
                        return Err(self.xml.fault());
                    }
                    next = column + 1;
                    let value = self.read_cell(&head)?;
                    if value.text.is_empty() {
                        continue;
                    }
                    if cells.len() < column {
                        cells.resize(column, Cell::default());
                    }
                    if let Some(cell) = cells.get_mut(column - 1) {
                        *cell = value;
                    }
                }
                Node::End(end) if end.local_name().as_ref() == "row" => return Ok(cells),
                Node::Over => return Err(self.xml.fault()),
                Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
    }

    fn read_cell(&mut self, head: &Head) -> Result<Cell, FileFault> {
        let mut text = String::new();
        let mut coding = None;
        loop {
            match self.xml.next()? {
                Node::Start(start) => match start.local_name().as_ref() {
                    "v" => {
                        text.clear();
                        self.xml.text_into(&mut text)?;
                    }
                    "is" => {
                        text.clear();
                        coding = read_text(&mut self.xml, &mut text)?;
                    }
                    // The formula itself, and what later versions add.
                    _ => self.xml.skip()?,
                },
                Node::End(_) => break,
                Node::Over => return Err(self.xml.fault()),
                Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
        if text.is_empty() {
            return Ok(Cell::default());
        }
        let style = self.shared.styles.get(head.style);
        let coding = coding.or(style.coding);
        Ok(match head.kind {
            Kind::Shared => {
                let place = text.trim().parse().map_err(|_| self.xml.fault())?;
                let found = self.shared.strings.get(place);
                let (text, own) = found.ok_or_else(|| self.xml.fault())?;
                cell(text.to_owned(), own.or(coding))
            }
            Kind::Text => cell(unescaped(&text), coding),
            Kind::Truth => cell(
                if text.trim() == "0" { "FALSE" } else { "TRUE" }.to_owned(),
                None,
            ),
            Kind::Day => cell(iso_text(&text), None),
            Kind::Error => Cell {
                is_error: true,
                ..cell(text, None)
            },
            Kind::Number => cell(self.number_text(&text, style.meaning), coding),
        })
    }

    fn number_text(&self, text: &str, meaning: Meaning) -> String {
        match text.trim().parse::<f64>() {
            Ok(value) if value.is_finite() => number_text(value, meaning, self.shared.is_1904),
            Ok(_) | Err(_) => text.to_owned(),
        }
    }
}

impl SheetReader for SheetRows {
    fn rows(&mut self) -> &mut Rows {
        &mut self.rows
    }

    fn read_row(&mut self) -> Result<(), FileFault> {
        match self.read_record()? {
            Some(record) => self.rows.push(record, 1),
            None => self.rows.end(),
        }
        Ok(())
    }
}

impl Iterator for SheetRows {
    type Item = Result<Record, FileFault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_row()
    }
}

/// What a cell says before its value.
struct Head {
    column: Option<usize>,
    style: usize,
    kind: Kind,
}

/// What sort of value a cell holds.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Shared,
    Text,
    Truth,
    Day,
    Error,
    Number,
}

impl Head {
    fn of(start: &BytesStart<'_>) -> Self {
        let mut head = Self {
            column: None,
            style: 0,
            kind: Kind::Number,
        };
        for attribute in start.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => head.column = place(&attribute.value).map(|(column, _)| column),
                "s" => head.style = attribute.value.parse().unwrap_or_default(),
                "t" => {
                    head.kind = match &*attribute.value {
                        "s" => Kind::Shared,
                        "str" | "inlineStr" => Kind::Text,
                        "b" => Kind::Truth,
                        "d" => Kind::Day,
                        "e" => Kind::Error,
                        _ => Kind::Number,
                    }
                }
                _ => {}
            }
        }
        head
    }
}

/// The column and the row of `AB12`, from 1.
fn place(text: &str) -> Option<(usize, u64)> {
    let text = text.trim_matches('$');
    let letters = text.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (letters, row) = text.split_at_checked(letters)?;
    if !(1..=3).contains(&letters.len()) {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    Some((column, row.trim_start_matches('$').parse().ok()?))
}

/// The area of `A1:B2`.
fn area(text: &str) -> Option<Area> {
    let (from, to) = text.split_once(':')?;
    let ((left, top), (right, bottom)) = (place(from)?, place(to)?);
    let is_within = right <= MOST_COLUMNS && bottom <= MOST_ROWS && left > 0 && top > 0;
    is_within.then_some(Area {
        top,
        bottom,
        left,
        right,
    })
}

/// The merged areas and the columns that are not shown, from 1.
type Layout = (Vec<Area>, Vec<(usize, usize)>);

fn looked_over(mut xml: Xml) -> Result<Layout, FileFault> {
    /// Excel's own limit is 65 536 per page of its file.
    const MOST: usize = 1_000_000;
    let (mut areas, mut hidden) = (Vec::new(), Vec::new());
    let mut has_rows = false;
    loop {
        match xml.next()? {
            Node::Start(start) => match start.local_name().as_ref() {
                "sheetData" => has_rows = true,
                "col" if is_set(&start, "hidden") && hidden.len() < MOST_COLUMNS => {
                    let first = number(&start, "min").unwrap_or_default();
                    hidden.push((first, number(&start, "max").unwrap_or(first)));
                }
                "mergeCell" if areas.len() < MOST => {
                    areas.extend(attribute(&start, "ref").and_then(|text| area(&text)));
                }
                _ => {}
            },
            Node::Over if has_rows => return Ok((areas, hidden)),
            Node::Over => return Err(xml.fault()),
            Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
        }
    }
}
