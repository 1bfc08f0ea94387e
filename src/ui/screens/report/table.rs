//! The table of a report in so many cells: which columns there is room for, how wide they are, their headings.

use std::sync::Arc;

use super::names;
use super::order::Order;
use crate::domain::agency::Agency;
use crate::domain::report::{Cell, Column, Holds, Report};
use crate::lang::Language;
use crate::lang::report::said;
use crate::ui::canvas::{fit, pad, pad_left, width, wrap};
use crate::ui::screen::Ui;

/// The narrowest column of text: a name that is cut further is no name.
const TEXT: usize = 22;

/// A heading stands in so many lines at the most.
const LINES: usize = 2;

/// How much room the widest cell of each column takes: of all rows, so measured once and not with every frame.
pub struct Widest {
    cells: Vec<usize>,
    said_in: Language,
    /// Whose names were measured.
    agencies: Arc<[Agency]>,
}

impl Widest {
    /// Says every cell once.
    pub fn of(report: &Report, ui: &Ui) -> Self {
        let mut cells = vec![0; report.columns.len()];
        let names = names(ui);
        let mut measure = |row: &[Cell]| {
            for (most, cell) in cells.iter_mut().zip(row) {
                *most = width(&said::cell(cell, report.spec.kind, names, ui.t)).max(*most);
            }
        };
        report.rows.iter_cells().for_each(|row| measure(&row));
        report.total.iter().for_each(|row| measure(row));
        Self {
            cells,
            said_in: ui.t.language,
            agencies: Arc::clone(&ui.facts.agencies),
        }
    }

    /// True in the language in which it was measured, while agencies have the names that they had.
    pub fn holds(&self, ui: &Ui) -> bool {
        self.said_in == ui.t.language && Arc::ptr_eq(&self.agencies, &ui.facts.agencies)
    }
}

/// A column that there is room for.
struct Shown {
    /// Its place among the columns of the report.
    place: usize,
    heading: String,
    wide: usize,
    is_text: bool,
}

/// A table that is laid out.
pub struct Table<'a> {
    report: &'a Report,
    ui: &'a Ui<'a>,
    columns: Vec<Shown>,
}

impl<'a> Table<'a> {
    /// Lays a report out in so many cells; columns give way by [`Column::yields`], then from the right; the
    /// first one stays.
    pub fn new(
        report: &'a Report,
        widest: &Widest,
        order: Option<Order>,
        wide: usize,
        ui: &'a Ui<'a>,
    ) -> Self {
        let mut table = Self {
            report,
            ui,
            columns: Vec::new(),
        };
        let room = wide.saturating_sub(2);
        let most = widest.cells.iter().copied();
        let columns = report.columns.iter().zip(most).enumerate();
        table.columns = columns
            .map(|(place, (column, most))| table.column(place, column, most))
            .collect();
        let yields = |place: usize| report.columns.get(place).map_or(0, |it| it.yields);
        while table.columns.iter().map(|it| least(it) + 1).sum::<usize>() > room + 1
            && table.columns.len() > 1
        {
            let places = table.columns.iter().map(|it| it.place);
            let weakest = places.max_by_key(|place| (yields(*place), *place));
            table.columns.retain(|it| Some(it.place) != weakest);
        }
        table.fill(room);
        if let Some(order) = order
            && let Some(column) = table.columns.iter_mut().find(|it| it.place == order.column)
        {
            let mark = if order.is_down { "-" } else { "+" };
            column.heading = format!("{mark}{}", column.heading);
        }
        table
    }

    fn column(&self, place: usize, column: &Column, most: usize) -> Shown {
        let t = self.ui.t;
        let heading = t.report.heading(self.report.spec.kind, column.name).short;
        let word = heading.split(' ').map(width).max().unwrap_or(0);
        let mut wide = most.max(word);
        while wrap(heading, wide).len() > LINES {
            wide += 1;
        }
        Shown {
            place,
            heading: heading.to_owned(),
            wide,
            is_text: column.holds == Holds::Text,
        }
    }

    fn said(&self, cell: &Cell) -> String {
        said::cell(cell, self.report.spec.kind, names(self.ui), self.ui.t)
    }

    /// Texts share what numbers leave, as far as they need it.
    fn fill(&mut self, room: usize) {
        let fixed: usize = self.columns.iter().map(|it| least(it) + 1).sum();
        let mut left = (room + 1).saturating_sub(fixed);
        for column in self.columns.iter_mut().filter(|it| it.is_text) {
            let least = least(column);
            let more = (column.wide - least).min(left);
            left -= more;
            column.wide = (least + more).min(room);
        }
    }

    /// The lines of the heading.
    pub fn head(&self) -> Vec<String> {
        let wrapped: Vec<Vec<String>> = self
            .columns
            .iter()
            .map(|it| wrap(&it.heading, it.wide.max(1)))
            .collect();
        let high = wrapped.iter().map(Vec::len).max().unwrap_or(1).min(LINES);
        (0..high)
            .map(|line| {
                let texts = wrapped.iter().map(|lines| {
                    // Headings stand at the bottom, right above what they head.
                    let skip = high.saturating_sub(lines.len());
                    let place = line.checked_sub(skip);
                    place
                        .and_then(|place| lines.get(place))
                        .cloned()
                        .unwrap_or_default()
                });
                self.joined(texts)
            })
            .collect()
    }

    /// A row.
    pub fn line(&self, cells: &[Cell]) -> String {
        self.joined(self.columns.iter().map(|it| {
            let cell = cells.get(it.place);
            cell.map_or_else(String::new, |cell| self.said(cell))
        }))
    }

    /// The row of sums, if there is one.
    pub fn total(&self) -> Option<String> {
        let mut total = self.report.total.clone()?;
        let is_shown = |place: usize| self.columns.iter().any(|it| it.place == place);
        // What the row is stands in the first column, which may have given way.
        let first = self.columns.first().map_or(0, |it| it.place);
        if !is_shown(0)
            && let Some(name) = total.first().cloned()
            && let Some(cell) = total.get_mut(first).filter(|it| **it == Cell::None)
        {
            *cell = name;
        }
        Some(self.line(&total))
    }

    fn joined(&self, texts: impl Iterator<Item = String>) -> String {
        let mut line = String::from(" ");
        for (column, text) in self.columns.iter().zip(texts) {
            let text = if width(&text) > column.wide {
                fit(&said::shortened(&text), column.wide)
            } else {
                text
            };
            line.push(' ');
            line.push_str(&if column.is_text {
                pad(&text, column.wide)
            } else {
                pad_left(&text, column.wide)
            });
        }
        line.trim_end().to_owned()
    }
}

/// What a column takes at the least.
fn least(column: &Shown) -> usize {
    if column.is_text {
        column.wide.min(TEXT)
    } else {
        column.wide
    }
}
