//! Which reports there are: chosen by number, or by a word of their name.

use super::ReportPlace;
use super::period::next_due;
use crate::domain::fold::fold;
use crate::domain::report::{Kind, Spec};
use crate::ui::line::commands::Line;
use crate::ui::line::place::{Place, Step};
use crate::ui::line::talk::{Said, Talk};
use crate::ui::line::words::sentence;
use crate::ui::screens::report_named;

/// The number of the report of a period, behind those of the others.
const PERIOD: usize = Kind::ALL.len() + 1;

/// The reports that there are.
#[derive(Default)]
pub struct Menu;

impl Menu {
    /// Names them all.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn announce(&self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        let t = &talk.t.report;
        let texts: Vec<String> = Kind::ALL
            .iter()
            .zip(1..)
            .map(|(kind, number)| {
                let text = format!("{number}. {}: {}", (t.title)(*kind), (t.answers)(*kind));
                sentence(&text)
            })
            .collect();
        let t = &talk.t.windows;
        let last = format!("{}. {}: {}", PERIOD, t.report, t.report_answers);
        let texts: Vec<String> = texts.into_iter().chain([sentence(&last)]).collect();
        talk.read_out(&texts)
    }

    /// The question under them.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        talk.t.line.follow.prompt_reports.to_owned()
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn obey(&self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Number(PERIOD) => next_due(talk),
            Line::Number(number) => {
                let kind = number.checked_sub(1).and_then(|place| Kind::ALL.get(place));
                match kind {
                    Some(kind) => Ok(opened(Spec::new(*kind))),
                    None => {
                        talk.refuse(&(talk.t.line.no_row)(number, PERIOD))?;
                        Ok(Step::Stay)
                    }
                }
            }
            Line::Unknown(name) => named(talk, &name),
            other => Ok(Step::Other(other)),
        }
    }
}

/// The place of a report.
pub(super) fn opened(spec: Spec) -> Step {
    Step::Open(Place::Report(ReportPlace::new(spec)))
}

/// The report that is named, or all of them where none is.
///
/// # Errors
/// As for [`Talk::say`].
pub fn named(talk: &mut Talk, name: &str) -> Said<Step> {
    if name.is_empty() {
        return Ok(Step::Open(Place::Reports(Menu)));
    }
    if is_period(name, talk) {
        return next_due(talk);
    }
    let frame = talk.frame();
    match report_named(name, &frame.ui()) {
        Some(kind) => Ok(opened(Spec::new(kind))),
        None => {
            talk.refuse(&(talk.t.line.follow.no_report)(name))?;
            Ok(Step::Stay)
        }
    }
}

/// True for "kỳ", "báo cáo kỳ", "period".
fn is_period(name: &str, talk: &Talk) -> bool {
    let title = fold(talk.t.windows.report);
    let name = fold(name);
    name == title || name == "ky" || name == "period"
}
