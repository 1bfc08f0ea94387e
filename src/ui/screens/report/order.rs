//! The order of the rows on the screen, and which of them show.

use std::cmp::Ordering;

use super::names;
use crate::domain::fold::fold;
use crate::domain::report::{Cell, Column, Holds, Report};
use crate::lang::report::said;
use crate::ui::screen::Ui;

/// By which column, from the largest on or from the smallest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// Its place.
    pub column: usize,
    /// From the largest on.
    pub is_down: bool,
}

impl Order {
    /// By the next column, or by the one before: numbers from the largest on, texts from the first on.
    pub fn next(now: Option<Self>, by: isize, columns: &[Column]) -> Option<Self> {
        let count = columns.len();
        let column = match now {
            None if by < 0 => count.checked_sub(1)?,
            None => 0,
            Some(now) => now.column.checked_add_signed(by).filter(|it| *it < count)?,
        };
        let is_text = columns.get(column)?.holds == Holds::Text;
        Some(Self {
            column,
            is_down: !is_text,
        })
    }

    /// The other way round.
    pub fn turned(self) -> Self {
        Self {
            is_down: !self.is_down,
            ..self
        }
    }
}

/// The rows that hold what is looked for, in this order or in that of the report.
pub fn arranged(report: &Report, order: Option<Order>, wanted: &str, ui: &Ui) -> Vec<usize> {
    let wanted = fold(wanted);
    let kind = report.spec.kind;
    let text = |cell: &Cell| fold(&said::cell(cell, kind, names(ui), ui.t));
    let mut places: Vec<usize> = (0..report.rows.len())
        .filter(|place| {
            let holds = |cells: Vec<Cell>| cells.iter().any(|cell| text(cell).contains(&wanted));
            wanted.is_empty() || report.rows.cells(*place).is_some_and(holds)
        })
        .collect();
    let Some(order) = order else {
        return places;
    };
    let ordered: Vec<Option<Cell>> = report
        .rows
        .iter_cells()
        .map(|cells| cells.into_iter().nth(order.column))
        .collect();
    let cell = |place: &usize| ordered.get(*place)?.as_ref();
    places.sort_by(|one, other| {
        let (Some(one), Some(other)) = (cell(one), cell(other)) else {
            return Ordering::Equal;
        };
        // A dash stands last, whichever way.
        match (is_dash(one), is_dash(other)) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Greater,
            (false, true) => return Ordering::Less,
            (false, false) => {}
        }
        let by_value = compared(one, other).unwrap_or_else(|| text(one).cmp(&text(other)));
        if order.is_down {
            by_value.reverse()
        } else {
            by_value
        }
    });
    places
}

fn is_dash(cell: &Cell) -> bool {
    matches!(cell, Cell::None | Cell::Share { whole: 0, .. })
}

/// Two cells that hold the same; none for what is compared as text.
fn compared(one: &Cell, other: &Cell) -> Option<Ordering> {
    match (one, other) {
        (Cell::Count(one), Cell::Count(other)) | (Cell::Days(one), Cell::Days(other)) => {
            Some(one.cmp(other))
        }
        (Cell::Share { part, whole }, Cell::Share { part: p, whole: w }) => {
            let (one, other) = (
                i128::from(*part) * i128::from(*w),
                i128::from(*p) * i128::from(*whole),
            );
            Some(one.cmp(&other))
        }
        (Cell::Date(one), Cell::Date(other)) => Some(one.cmp(other)),
        (Cell::Amount(one), Cell::Amount(other)) => Some(one.cmp(other)),
        (Cell::Interval(one), Cell::Interval(other)) => Some(one.last().cmp(&other.last())),
        (Cell::Task(one), Cell::Task(other)) => Some(one.cmp(other)),
        _ => None,
    }
}
