//! The report of a period: what its parts are called, and the figures by which each is known.

use super::said::{self, Names};
use crate::domain::report::{Grouping, Holds, Kind, Report, Spec};
use crate::lang::Words;

/// So many figures stand beside a part.
const FIGURES: usize = 5;

/// What a part is called.
#[must_use]
pub fn title(spec: &Spec, t: &Words) -> &'static str {
    if (spec.kind, spec.by) == (Kind::Late, Grouping::None) {
        return t.windows.one_by_one;
    }
    (t.report.title)(spec.kind)
}

/// The first figures of its total, each with its heading; of a part without one how many rows it has.
#[must_use]
pub fn figures(report: &Report, names: Names<'_>, t: &Words) -> String {
    let kind = report.spec.kind;
    let Some(total) = &report.total else {
        let rows = i64::try_from(report.rows.len()).unwrap_or(i64::MAX);
        return (t.windows.rows)(rows.saturating_add(report.left_out));
    };
    let is_figure = |holds| matches!(holds, Holds::Count | Holds::Days);
    let cells = report.columns.iter().zip(total);
    let figures = cells.filter(|(column, _)| is_figure(column.holds));
    let said = figures.take(FIGURES).map(|(column, cell)| {
        let heading = t.report.heading(kind, column.name).short;
        format!("{heading} {}", said::cell(cell, kind, names, t))
    });
    said.collect::<Vec<_>>().join(" · ")
}
