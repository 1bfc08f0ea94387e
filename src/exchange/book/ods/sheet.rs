//! The rows of a sheet.

use std::sync::Arc;

use quick_xml::events::BytesStart;

use super::super::merges::{Area, Merges};
use super::super::record::{Cell, Record};
use super::super::rows::{MOST_COLUMNS, MOST_ROWS, Rows, SheetReader};
use super::super::values::{Meaning, cell, iso_text, number_text};
use super::super::xml::{Node, Xml, attribute, number, push_within};
use super::is_aside;
use super::styles::Styles;
use crate::domain::error::FileFault;
use crate::domain::legacy::Coding;

/// Reads the rows of a sheet.
#[derive(Debug)]
pub(in crate::exchange::book) struct SheetRows {
    xml: Xml,
    styles: Arc<Styles>,
    rows: Rows,
    columns: Columns,
    /// The row that comes next, from 1.
    row: u64,
}

/// What the columns say of the cells in them.
#[derive(Debug, Default)]
struct Columns {
    count: usize,
    hidden: Vec<(usize, usize)>,
    /// The last column of each stretch, and the coding of its cells that have no style.
    codings: Vec<(usize, Option<Coding>)>,
}

impl SheetRows {
    pub(super) fn open(mut xml: Xml, sheet: usize, styles: Arc<Styles>) -> Result<Self, FileFault> {
        let mut before = 0;
        let mut depth = 0_usize;
        loop {
            match xml.next()? {
                Node::Start(start) if start.local_name().as_ref() == "table" => {
                    if depth == 0 && before == sheet {
                        break;
                    }
                    depth += 1;
                }
                Node::Start(start) if is_aside(start.local_name().as_ref()) => xml.skip()?,
                Node::End(end) if end.local_name().as_ref() == "table" => {
                    depth = depth.saturating_sub(1);
                    before += usize::from(depth == 0);
                }
                Node::Over => return Err(FileFault::NoSheet),
                Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
        Ok(Self {
            xml,
            styles,
            rows: Rows::new(Merges::default(), Vec::new()),
            columns: Columns::default(),
            row: 1,
        })
    }

    fn read_cells(&mut self) -> Result<Vec<Cell>, FileFault> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut column = 1_usize;
        loop {
            match self.xml.next()? {
                Node::Start(start) => {
                    let is_covered = start.local_name().as_ref() == "covered-table-cell";
                    if !is_covered && start.local_name().as_ref() != "table-cell" {
                        continue;
                    }
                    let head = Head::of(&start, &self.styles);
                    let times = head.times.min(MOST_COLUMNS + 1);
                    let coding = head.coding.unwrap_or_else(|| self.columns.coding(column));
                    if !is_covered && let Some(area) = head.area(self.row, column) {
                        self.rows.merge(area);
                    }
                    let value = self.read_cell(head, coding)?;
                    // What is covered is not shown; a blank cell is only a distance.
                    if !is_covered && !value.text.is_empty() {
                        if column + times - 1 > MOST_COLUMNS {
                            return Err(self.xml.fault());
                        }
                        cells.resize(column - 1, Cell::default());
                        cells.extend(std::iter::repeat_n(value, times));
                    }
                    column = column.saturating_add(times);
                }
                Node::End(end) if end.local_name().as_ref() == "table-row" => return Ok(cells),
                Node::Over => return Err(self.xml.fault()),
                Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
    }

    fn read_cell(&mut self, head: Head, coding: Option<Coding>) -> Result<Cell, FileFault> {
        let shown = self.read_shown()?;
        let value = || head.value.trim().parse::<f64>().ok();
        let text = match head.kind.as_str() {
            "float" | "currency" => value().map(|value| number_text(value, Meaning::Number, false)),
            "date" => Some(iso_text(&head.date)),
            "boolean" => Some(
                if head.truth == "true" {
                    "TRUE"
                } else {
                    "FALSE"
                }
                .to_owned(),
            ),
            // A text, a percentage, a time: as shown.
            _ => None,
        };
        let is_error = head.is_error || (head.has_formula && is_error_text(&shown));
        Ok(Cell {
            is_error,
            ..cell(text.unwrap_or(shown), coding)
        })
    }

    /// The paragraphs of a cell, one below the other.
    fn read_shown(&mut self) -> Result<String, FileFault> {
        let mut text = String::new();
        let mut paragraphs = 0_usize;
        let mut depth = 1_usize;
        let mut within = None;
        while depth > 0 {
            match self.xml.next()? {
                Node::Start(start) => {
                    depth += 1;
                    match start.local_name().as_ref() {
                        "p" if within.is_none() => {
                            if paragraphs > 0 {
                                push_within(&mut text, "\n");
                            }
                            paragraphs += 1;
                            within = Some(depth);
                        }
                        "s" => {
                            let many = number(&start, "c").unwrap_or(1_usize).min(1000);
                            push_within(&mut text, &" ".repeat(many));
                        }
                        "tab" => push_within(&mut text, "\t"),
                        "line-break" => push_within(&mut text, "\n"),
                        name if is_aside(name) => {
                            depth -= 1;
                            self.xml.skip()?;
                        }
                        _ => {}
                    }
                }
                Node::End(_) => {
                    if within == Some(depth) {
                        within = None;
                    }
                    depth -= 1;
                }
                Node::Text(piece) if within.is_some() => push_within(&mut text, &piece),
                Node::Letter(letter) if within.is_some() => {
                    push_within(&mut text, letter.encode_utf8(&mut [0; 4]));
                }
                Node::Text(_) | Node::Letter(_) | Node::Other => {}
                Node::Over => return Err(self.xml.fault()),
            }
        }
        Ok(text)
    }
}

impl SheetReader for SheetRows {
    fn rows(&mut self) -> &mut Rows {
        &mut self.rows
    }

    /// Reads up to the end of the next row that says something, or to the end of the sheet.
    fn read_row(&mut self) -> Result<(), FileFault> {
        loop {
            match self.xml.next()? {
                Node::Start(start) => match start.local_name().as_ref() {
                    "table-column" => {
                        self.columns.add(&start, &self.styles);
                        self.rows.hide(&self.columns.hidden);
                    }
                    "table-row" => {
                        let times = number(&start, "number-rows-repeated").unwrap_or(1).max(1);
                        let is_hidden = is_not_shown(&start);
                        let record = Record {
                            line: self.row,
                            cells: self.read_cells()?,
                            is_hidden,
                        };
                        self.row = self.row.saturating_add(times);
                        if record.line > MOST_ROWS {
                            return Err(self.xml.fault());
                        }
                        self.rows.push(record, times);
                        return Ok(());
                    }
                    name if is_aside(name) || name == "table" => self.xml.skip()?,
                    _ => {}
                },
                Node::End(end) if end.local_name().as_ref() == "table" => break,
                Node::Over => return Err(self.xml.fault()),
                Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
        self.rows.end();
        Ok(())
    }
}

impl Iterator for SheetRows {
    type Item = Result<Record, FileFault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_row()
    }
}

impl Columns {
    fn add(&mut self, start: &BytesStart<'_>, styles: &Styles) {
        let times = number(start, "number-columns-repeated").unwrap_or(1_usize);
        let first = self.count + 1;
        self.count = self.count.saturating_add(times).min(MOST_COLUMNS);
        if self.codings.len() >= MOST_COLUMNS {
            return;
        }
        if is_not_shown(start) {
            self.hidden.push((first, self.count));
        }
        let style = attribute(start, "default-cell-style-name").unwrap_or_default();
        self.codings.push((self.count, styles.coding(&style)));
    }

    fn coding(&self, column: usize) -> Option<Coding> {
        let stretch = self.codings.iter().find(|(last, _)| column <= *last);
        stretch.and_then(|(_, coding)| *coding)
    }
}

fn is_not_shown(start: &BytesStart<'_>) -> bool {
    attribute(start, "visibility").is_some_and(|shown| matches!(&*shown, "collapse" | "filter"))
}

fn is_error_text(text: &str) -> bool {
    text.starts_with("Err:") || (text.starts_with('#') && text.ends_with(['!', '?', 'A']))
}

/// What a cell says before its text.
#[derive(Debug, Default)]
struct Head {
    times: usize,
    /// None where the style says nothing and the column's counts.
    coding: Option<Option<Coding>>,
    kind: String,
    value: String,
    date: String,
    truth: String,
    has_formula: bool,
    is_error: bool,
    columns: usize,
    rows: u64,
}

impl Head {
    fn of(start: &BytesStart<'_>, styles: &Styles) -> Self {
        let mut head = Self {
            times: number(start, "number-columns-repeated").unwrap_or(1).max(1),
            ..Self::default()
        };
        for attribute in start.attributes().with_checks(false).flatten() {
            let value = || attribute.value.clone().into_owned();
            match attribute.key.as_ref() {
                "table:style-name" => head.coding = Some(styles.coding(&attribute.value)),
                "office:value-type" => head.kind = value(),
                "calcext:value-type" => head.is_error = &*attribute.value == "error",
                "office:value" => head.value = value(),
                "office:date-value" => head.date = value(),
                "office:boolean-value" => head.truth = value(),
                "table:formula" => head.has_formula = true,
                "table:number-columns-spanned" => {
                    head.columns = number(start, "number-columns-spanned").unwrap_or_default();
                }
                "table:number-rows-spanned" => {
                    head.rows = number(start, "number-rows-spanned").unwrap_or_default();
                }
                _ => {}
            }
        }
        head
    }

    fn area(&self, row: u64, column: usize) -> Option<Area> {
        let (columns, rows) = (self.columns.max(1), self.rows.max(1));
        (columns > 1 || rows > 1).then(|| Area {
            top: row,
            bottom: row.saturating_add(rows - 1).min(MOST_ROWS),
            left: column,
            right: column.saturating_add(columns - 1).min(MOST_COLUMNS),
        })
    }
}
