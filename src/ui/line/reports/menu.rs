//! Which reports there are: chosen by number, or by a word of their name.

use super::ReportPlace;
use crate::domain::report::{Kind, Spec};
use crate::ui::line::commands::Line;
use crate::ui::line::place::{Place, Step};
use crate::ui::line::talk::{Said, Talk};
use crate::ui::line::words::sentence;
use crate::ui::screens::report_named;

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
            Line::Number(number) => {
                let kind = number.checked_sub(1).and_then(|place| Kind::ALL.get(place));
                match kind {
                    Some(kind) => Ok(opened(Spec::new(*kind))),
                    None => {
                        talk.refuse(&(talk.t.line.no_row)(number, Kind::ALL.len()))?;
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
    let frame = talk.frame();
    match report_named(name, &frame.ui()) {
        Some(kind) => Ok(opened(Spec::new(kind))),
        None => {
            talk.refuse(&(talk.t.line.follow.no_report)(name))?;
            Ok(Step::Stay)
        }
    }
}
