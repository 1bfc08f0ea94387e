//! What a line of home is called and adds to its figure, and what has to be known of the year.

use chrono::Datelike;

use crate::domain::concern::Concern;
use crate::domain::count::Home as Figures;
use crate::domain::report_window::due_soon;
use crate::lang::format::short_date;
use crate::ui::screen::Ui;

/// That this year's days off are not announced yet: every count of working days is a guess.
#[must_use]
pub fn warning(ui: &Ui) -> Option<String> {
    let year = ui.facts.today.year();
    let is_known = ui.facts.calendar.has_official(year);
    (!is_known).then(|| (ui.t.agencies.no_official)(year))
}

/// So many days before a periodic report is due its monitors hear of it.
const AHEAD: u64 = 10;

/// The periodic reports that are due next, for who makes them; none where none is due soon.
#[must_use]
pub fn report_due(ui: &Ui) -> Option<String> {
    let is_theirs = ui.facts.user.role.enters_tasks();
    let soon = due_soon(&ui.facts.windows, ui.facts.today, AHEAD);
    let (due, windows) = soon.filter(|_| is_theirs)?;
    let names: Vec<&str> = windows.iter().map(|it| it.name.as_str()).collect();
    Some((ui.t.windows.report_due)(
        &names.join(", "),
        &short_date(due),
    ))
}

/// What a line is called.
#[must_use]
pub fn label(concern: Concern, ui: &Ui) -> String {
    let (since, _) = ui.facts.day().newly_overdue();
    let loud = ui.facts.thresholds.loud;
    (ui.t.home.line)(concern, ui.facts.user.role, loud, since)
}

/// What a line adds to its figure.
#[must_use]
pub fn note(figures: &Figures, concern: Concern, is_own: bool, ui: &Ui) -> Option<String> {
    let t = &ui.t.home;
    let days = figures.oldest.get(&concern).map(|since| {
        let calendar = &ui.facts.calendar;
        calendar.working_days_between(*since, ui.facts.today)
    });
    let oldest = days.filter(|days| *days > 0).map(t.oldest);
    match concern {
        Concern::Overdue if is_own && figures.newly_overdue > 0 => {
            Some((t.newly)(figures.newly_overdue))
        }
        Concern::NewlyOverdue => Some(t.since_working_day.to_owned()),
        Concern::ExtensionsAsked if is_own && figures.decided > 0 => {
            Some((t.decided)(figures.decided))
        }
        Concern::AskedOfUs if figures.late_answers > 0 => {
            Some((t.late_answers)(figures.late_answers))
        }
        _ if figures.count(concern) == 0 => None,
        Concern::LongOverdue
        | Concern::ToConfirm
        | Concern::ExtensionsAsked
        | Concern::Disputed
        | Concern::ToExplain => oldest,
        Concern::Overdue
        | Concern::DueSoon
        | Concern::Returned
        | Concern::ToReview
        | Concern::Orphans
        | Concern::AskedOfUs
        | Concern::Explained
        | Concern::Proposed
        | Concern::StagesDue
        | Concern::OwedDocuments => None,
    }
}
