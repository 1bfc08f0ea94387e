//! "Chỉ tiêu" and "Hồ sơ": what is measured, with its trend, and the forms in which clerks enter it.
//!
//! Lists work like those of "Quản trị": letters narrow them. Saves are one group each, so that F9 takes the
//! last one back.

mod caseload;
mod caseload_form;
mod import;
mod indicator;
mod indicator_form;
mod indicators;
mod months;
mod preview;
mod reading_form;

pub(in crate::ui) use caseload::Caseload;
pub(in crate::ui) use caseload_form::CaseloadForm;
pub(in crate::ui) use indicator::{IndicatorSheet, about};
pub(in crate::ui) use indicator_form::IndicatorForm;
pub(super) use indicators::Indicators;
pub(in crate::ui) use reading_form::ReadingForm;

use crate::domain::amount::Amount;
use crate::domain::caseload::Files;
use crate::domain::error::Error;
use crate::domain::follow_up::Bound;
use crate::domain::id::AgencyId;
use crate::domain::interval::{Every, Interval};
use crate::domain::measure::Fault;
use crate::lang::format;
use crate::ui::screen::{Effect, Message, Reply, Ui};
use crate::ui::widgets::plot::Bar;
use crate::work::request::measures::{Ask, Saved, Told};
use crate::work::request::{Answer, Request};

/// A question about what is measured, as others may go on typing.
fn fetch(ask: Ask) -> Vec<Effect> {
    vec![Effect::Fetch(Request::Measures(ask))]
}

/// What was told, where this very question was asked.
fn told<'a>(question: &Request, answer: &Reply<'a>, ask: &Ask) -> Option<&'a Told> {
    match (question, answer) {
        (Request::Measures(asked), Ok(Answer::Measures(told))) if asked == ask => Some(told),
        _ => None,
    }
}

/// True where somebody else was faster.
fn is_stale(error: &Error) -> bool {
    let Error::Measure(fault) = error else {
        return false;
    };
    matches!(
        fault,
        Fault::ReadingChanged { .. } | Fault::FilesChanged { .. }
    )
}

/// True where somebody at this desk wrote something: what shows may differ now.
fn is_written(question: &Request, answer: &Reply<'_>) -> bool {
    let is_ours = matches!(question, Request::Measures(ask) if ask.writes());
    let is_taken_back = matches!(question, Request::Undo { .. } | Request::Redo { .. });
    answer.is_ok() && (is_ours || is_taken_back)
}

/// The code of an agency; the word for the city.
fn code(id: AgencyId, ui: &Ui) -> String {
    if id == AgencyId::UNRESOLVED {
        return ui.t.measures.city.to_owned();
    }
    let agency = ui.facts.agency(id);
    agency.map_or_else(|| id.0.to_string(), |agency| agency.code.clone())
}

/// The name of an agency; the word for the city.
pub(in crate::ui) fn name(id: AgencyId, ui: &Ui) -> String {
    if id == AgencyId::UNRESOLVED {
        return ui.t.measures.city.to_owned();
    }
    let agency = ui.facts.agency(id);
    agency.map_or_else(|| id.0.to_string(), |agency| agency.name.clone())
}

/// What a save has done, in a sentence; what is doubtful about it stands behind.
fn said(saved: &Saved, ui: &Ui) -> Message {
    let t = &ui.t.measures;
    let mut text = if saved.changed == 0 {
        t.unchanged.to_owned()
    } else {
        (t.saved)(saved.changed)
    };
    if let Some(mark) = saved.marks.first() {
        text = format!("{} {text}", marked(mark, ui));
    }
    Message::plain(text)
}

/// What is doubtful.
fn marked(mark: &crate::domain::measure::Mark, ui: &Ui) -> String {
    use crate::domain::measure::Mark;
    let agency = match mark {
        Mark::OpeningDiffers { agency, .. } => code(*agency, ui),
        Mark::NotOver(_) => String::new(),
    };
    (ui.t.measures.mark)(mark, &agency)
}

/// A period in few cells: `5/23`, `Q2/23`.
fn short(interval: Interval) -> String {
    let (number, year) = (interval.number(), interval.year().rem_euclid(100));
    match interval.every() {
        Every::Month => format!("{number}/{year:02}"),
        Every::Quarter => format!("Q{number}/{year:02}"),
        Every::Half => format!("H{number}/{year:02}"),
        Every::Year => interval.year().to_string(),
    }
}

/// A value in figures; a dash for none.
pub(in crate::ui) fn figure(value: Option<Amount>, ui: &Ui) -> String {
    value.map_or_else(|| "–".to_owned(), |it| format::amount(it, ui.t.language))
}

/// How far away: a word where it is reached.
pub(in crate::ui) fn distance(bound: Bound, value: Option<Amount>, ui: &Ui) -> String {
    let Some(value) = value else {
        return "–".to_owned();
    };
    if bound.holds(value) {
        return ui.t.measures.holds.to_owned();
    }
    format::amount(bound.distance(value), ui.t.language)
}

/// A change with its sign, so that a fall is told from a rise without colour.
pub(in crate::ui) fn change(now: i64, before: Option<i64>, ui: &Ui) -> String {
    let Some(before) = before else {
        return "–".to_owned();
    };
    let text = format::number(now - before, ui.t.language);
    if now > before {
        format!("+{text}")
    } else {
        text
    }
}

/// The share of late files in tenths of a percent; none where there are no files.
pub(in crate::ui) fn share(files: Files) -> Option<i64> {
    (files.all > 0).then(|| (files.late * 2000 + files.all) / (2 * files.all))
}

/// Tenths with their one decimal: `6,3`.
fn tenths(number: i64, ui: &Ui) -> String {
    format::share(number, 1_000, ui.t.language)
        .trim_end_matches('%')
        .to_owned()
}

/// Tenths of a percent as a change in points, with its sign.
pub(in crate::ui) fn points(now: Option<i64>, before: Option<i64>, ui: &Ui) -> String {
    let (Some(now), Some(before)) = (now, before) else {
        return "–".to_owned();
    };
    let sign = match now.cmp(&before) {
        std::cmp::Ordering::Less => "-",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "+",
    };
    format!("{sign}{}", tenths((now - before).abs(), ui))
}

/// Late files by month, and their share, as two plots.
fn late_bars(months: &[(Interval, Files)], ui: &Ui) -> (Vec<Bar>, Vec<Bar>) {
    let counts = months.iter().map(|(month, files)| Bar {
        label: short(*month),
        text: format::number(files.late, ui.t.language),
        size: Some(files.late),
    });
    let shares = months.iter().map(|(month, files)| {
        let size = share(*files);
        Bar {
            label: short(*month),
            text: size.map_or_else(|| "–".to_owned(), |it| tenths(it, ui)),
            size,
        }
    });
    (counts.collect(), shares.collect())
}
