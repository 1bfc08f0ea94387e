//! A report in words, ready for a file: the only place where its codes become texts for one.
//!
//! Every table that leaves the program is numbered (TT), and the table that offices sign has its columns in the
//! order in which they sign it (DOMAIN 2.8): what was excused stands there in the last one, Ghi chú.

use chrono::NaiveDate;

use crate::domain::amount::Amount;
use crate::domain::fold::shown;
use crate::domain::report::{Cell, Column, Holds, Kind, Report};
use crate::lang::Words;
use crate::lang::format::share;
use crate::lang::report::said::{self, Names};

/// The name of the column that numbers the rows.
const NUMBER: &str = "number";

/// The name of the column of remarks in the signed table.
const REMARKS: &str = "remarks";

/// The column of [`Kind::Completion`] that stands among the remarks.
const EXCUSED: &str = "excused";

/// A table with everything that is said around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its title.
    pub title: String,
    /// What was asked for, in a line: period, basis, grouping, agency, as of which day.
    pub asked: String,
    /// Its columns; the first one numbers the rows.
    pub columns: Vec<Head>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Said>>,
    /// The sum of all rows, also of those beyond a limit, where sums mean something.
    pub total: Option<Vec<Said>>,
    /// What has to be said beneath.
    pub notes: Vec<String>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// A stable word: the key in JSON.
    pub name: &'static str,
    /// What stands above it.
    pub heading: String,
    /// What stands in it.
    pub holds: Holds,
}

/// A cell: as a person reads it, and what a machine may reckon with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// As it is read; NFC, a single line, nothing that a terminal would obey.
    pub text: String,
    /// What it is.
    pub value: Value,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Nothing to show or to compute from; the text is a dash, or empty in the row of the total.
    None,
    /// Words.
    Text,
    /// A number of things or of working days.
    Number(i64),
    /// A measured value.
    Amount(Amount),
    /// `part` of `whole`, which is not 0.
    Share {
        /// Those that are meant.
        part: i64,
        /// Those that they are among.
        whole: i64,
    },
    /// A day.
    Date(NaiveDate),
}

impl Said {
    /// Words.
    fn words(text: &str) -> Self {
        Self {
            text: shown(text).into_owned(),
            value: Value::Text,
        }
    }

    /// Nothing at all.
    const fn nothing() -> Self {
        Self {
            text: String::new(),
            value: Value::None,
        }
    }

    fn of(cell: &Cell, kind: Kind, names: Names<'_>, t: &Words) -> Self {
        let text = said::cell(cell, kind, names, t);
        let value = match cell {
            Cell::None | Cell::Share { whole: 0, .. } => Value::None,
            Cell::Text(_)
            | Cell::Word(_)
            | Cell::Agency(_)
            | Cell::Head(_)
            | Cell::Area(_)
            | Cell::Task(_)
            | Cell::Document(_)
            | Cell::Interval(_) => return Self::words(&text),
            Cell::Count(number) | Cell::Days(number) => Value::Number(*number),
            Cell::Share { part, whole } => Value::Share {
                part: *part,
                whole: *whole,
            },
            Cell::Date(day) => Value::Date(*day),
            Cell::Amount(amount) => Value::Amount(*amount),
        };
        Self { text, value }
    }
}

impl Sheet {
    /// A report in words.
    #[must_use]
    pub fn of(report: &Report, names: Names<'_>, t: &Words) -> Self {
        let kind = report.spec.kind;
        let remark = remark_of(report);
        let heading = |column: &Column| Head {
            name: column.name,
            heading: t.report.heading(kind, column.name).long.to_owned(),
            holds: column.holds,
        };
        let own = |name: &'static str, holds| Head {
            name,
            heading: t.report.heading(kind, name).long.to_owned(),
            holds,
        };
        let is_kept = |place: &usize| Some(*place) != remark;
        let columns = report.columns.iter().enumerate();
        let columns = columns
            .filter(|(place, _)| is_kept(place))
            .map(|(_, column)| heading(column));
        let line = |number: Said, cells: &[Cell]| -> Vec<Said> {
            let kept = cells.iter().enumerate();
            let kept = kept.filter(|(place, _)| is_kept(place));
            let said = kept.map(|(_, cell)| Said::of(cell, kind, names, t));
            let remark = remark.map(|place| remark_in(cells.get(place), t));
            std::iter::once(number).chain(said).chain(remark).collect()
        };
        let numbered = |place: usize| {
            let number = i64::try_from(place).unwrap_or(i64::MAX).saturating_add(1);
            Said::of(&Cell::Count(number), kind, names, t)
        };
        Self {
            title: shown((t.report.title)(kind)).into_owned(),
            asked: shown(&said::asked(&report.spec, report.today, names, t)).into_owned(),
            columns: std::iter::once(own(NUMBER, Holds::Count))
                .chain(columns)
                .chain(remark.map(|_| own(REMARKS, Holds::Text)))
                .collect(),
            rows: report
                .rows
                .iter_cells()
                .enumerate()
                .map(|(place, cells)| line(numbered(place), &cells))
                .collect(),
            total: report
                .total
                .as_ref()
                .map(|cells| line(Said::nothing(), cells)),
            notes: both(report, t)
                .into_iter()
                .chain(said::notes(report, t))
                .collect(),
        }
    }

    /// The place of a column.
    #[must_use]
    pub fn place_of(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

/// The column whose numbers stand among the remarks, in the table that is signed.
fn remark_of(report: &Report) -> Option<usize> {
    if report.spec.kind != Kind::Completion {
        return None;
    }
    let mut columns = report.columns.iter();
    columns.position(|column| column.name == EXCUSED)
}

fn remark_in(cell: Option<&Cell>, t: &Words) -> Said {
    match cell {
        Some(Cell::Count(number)) if *number > 0 => Said::words(&(t.report.files.excused)(*number)),
        Some(_) | None => Said::nothing(),
    }
}

/// On time of the given and of those fallen due, in figures: the table that is signed has room for one of the two
/// denominators only, and must not be silent about the other.
fn both(report: &Report, t: &Words) -> Option<String> {
    if report.spec.kind != Kind::Completion {
        return None;
    }
    let total = report.total.as_ref()?;
    let sum = |name: &str| {
        let place = report.columns.iter().position(|it| it.name == name)?;
        match total.get(place) {
            Some(Cell::Count(number)) => Some(*number),
            Some(_) | None => None,
        }
    };
    let (done, given) = (sum("done_on_time")?, sum("total")?);
    let due = done + sum("done_late")? + sum("open_late")?;
    let of = |whole| share(done, whole, t.language);
    Some((t.report.files.both)(
        done,
        [(given, &of(given)), (due, &of(due))],
    ))
}
