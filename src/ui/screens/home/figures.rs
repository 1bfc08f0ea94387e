//! The figures of the lines of home, what a line adds to its figure, and what has to be known of the year.

use chrono::Datelike;

use crate::domain::count::Home as Figures;
use crate::ui::screen::Ui;

/// That this year's days off are not announced yet: every count of working days is a guess.
#[must_use]
pub fn warning(ui: &Ui) -> Option<String> {
    let year = ui.facts.today.year();
    let is_known = ui.facts.calendar.has_official(year);
    (!is_known).then(|| (ui.t.agencies.no_official)(year))
}

/// The figure of a line.
#[must_use]
pub fn figure(figures: &Figures, line: usize, is_own: bool) -> i64 {
    match line {
        0 => figures.overdue,
        1 => figures.due_soon,
        2 if is_own => figures.returned,
        2 => figures.to_confirm,
        3 => figures.extensions_asked,
        4 => figures.disputed,
        5 => figures.to_review,
        _ => figures.orphans,
    }
}

/// What a line adds to its figure.
#[must_use]
pub fn note(figures: &Figures, line: usize, is_own: bool, ui: &Ui) -> Option<String> {
    match line {
        0 if figures.newly_overdue > 0 => Some((ui.t.home.newly)(figures.newly_overdue)),
        2 if !is_own => {
            let since = figures.oldest_submission?;
            let days = ui
                .facts
                .calendar
                .working_days_between(since, ui.facts.today);
            (days > 0).then(|| (ui.t.home.oldest)(days))
        }
        _ => None,
    }
}
