//! What is measured, in sentences: how an indicator stands, a value with its distance, files with their share.

use crate::domain::caseload::Caseload as Files;
use crate::domain::indicator::attainment;
use crate::lang::format;
use crate::ui::screen::Ui;
use crate::ui::screens::measures::{IndicatorSheet, change, distance, figure, name, points, share};
use crate::work::request::measures::Standing;

/// How an indicator stands.
pub(super) fn stands(one: &Standing, ui: &Ui) -> String {
    let (t, indicator) = (&ui.t.measures, &one.indicator);
    let bound = (t.bound)(indicator.bound, &indicator.unit);
    let mut parts = vec![format!(
        "{}. {} {bound}",
        indicator.name, t.indicator_heading[2]
    )];
    match (one.last, one.value) {
        (Some(last), Some(value)) => {
            parts.push(format!(
                "{} {}",
                (t.interval)(last),
                figure(Some(value), ui)
            ));
            parts.push(away(&distance(indicator.bound, Some(value), ui), ui));
        }
        (Some(last), None) => {
            let reached = (t.reached)(one.reached, one.measured);
            parts.push(format!("{} {reached}", (t.interval)(last)));
        }
        (None, _) => parts.push(ui.t.line.follow.no_value.to_owned()),
    }
    if one.missing > 0 {
        parts.push((t.missing)(usize::try_from(one.missing).unwrap_or(0)));
    }
    parts.push((ui.t.line.code)(&indicator.code));
    parts.join(", ")
}

/// How far away: the word where it is reached, else with its heading.
fn away(distance: &str, ui: &Ui) -> String {
    let t = &ui.t.measures;
    if distance == t.holds {
        return t.holds.to_owned();
    }
    format!("{} {distance}", t.reading_heading[4])
}

/// The values of one period, or of one agency.
pub(super) fn values(sheet: &IndicatorSheet, ui: &Ui) -> Vec<String> {
    let Some(measured) = sheet.measured() else {
        return Vec::new();
    };
    let (t, bound) = (&ui.t.measures, measured.indicator.bound);
    let of_one = sheet.whose().is_some();
    let lines = sheet.lines(ui);
    let said = lines.iter().map(|(agency, interval, reading)| {
        let whose = if of_one {
            (t.interval)(*interval)
        } else {
            name(*agency, ui)
        };
        let Some(reading) = reading else {
            return format!("{whose}: {}", ui.t.line.follow.no_value);
        };
        let value = reading.value;
        let mut text = format!("{whose}: {}", figure(Some(value), ui));
        if let Some(share) = attainment(bound, value) {
            let share = format::share(share.ten_thousandths(), 1_000_000, ui.t.language);
            text.push_str(&format!(", {} {share}", t.reading_heading[3]));
        }
        text.push_str(&format!(
            ", {}",
            away(&distance(bound, Some(value), ui), ui)
        ));
        if !reading.note.is_empty() {
            text.push_str(&format!(". {}", reading.note));
        }
        text
    });
    said.collect()
}

/// Files of an agency in a month: late ones and their share, side by side, and how both changed.
pub(super) fn files(one: &Files, before: Option<&Files>, by_month: bool, ui: &Ui) -> String {
    let (t, language) = (&ui.t.measures, ui.t.language);
    let (now, then) = (one.files(), before.map(Files::files));
    let whose = if by_month {
        (t.interval)(one.month)
    } else {
        name(one.agency, ui)
    };
    let [_, late, of, part, more, up] = t.caseload_heading;
    let count = |number: i64| format::number(number, language);
    let mut parts = vec![
        format!("{late} {}", count(now.late)),
        format!("{} {}", of.to_lowercase(), count(now.all)),
        format!(
            "{} {}",
            part.to_lowercase(),
            format::share(now.late, now.all, language)
        ),
    ];
    if let Some(then) = then {
        let (more, up) = (more.trim_end_matches(" ±"), up.trim_end_matches(" ±"));
        parts.push(format!("{more} {}", change(now.late, Some(then.late), ui)));
        parts.push(format!("{up} {}", points(share(now), share(then), ui)));
        if now.hides_more(then) {
            parts.push(t.alert.to_owned());
        }
    }
    format!("{whose}: {}", parts.join(", "))
}
