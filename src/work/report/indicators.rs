//! Indicators: how far each is from its target, value by value of one, and the values that are missing (M8).

use super::{column, cut};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, IndicatorId};
use crate::domain::indicator::{Indicator, limits};
use crate::domain::report::{Cell, Column, Holds, Kind, Opens, Report, Row, Spec};
use crate::work::measures::{measured, missing_of, standings};
use crate::work::request::measures::Standing;
use crate::work::session::Session;

/// Of all indicators, a row each.
const STANDINGS: [Column; 10] = [
    column("indicator", Holds::Text, 0),
    column("indicator_name", Holds::Text, 0),
    column("unit", Holds::Text, 3),
    column("low", Holds::Amount, 2),
    column("high", Holds::Amount, 2),
    column("interval", Holds::Text, 1),
    column("value", Holds::Amount, 0),
    column("distance", Holds::Amount, 0),
    column("reached", Holds::Share, 0),
    column("missing", Holds::Count, 1),
];

/// Of one indicator, its values.
const VALUES: [Column; 7] = [
    column("indicator", Holds::Text, 1),
    column("interval", Holds::Text, 0),
    column("agency", Holds::Text, 0),
    column("value", Holds::Amount, 0),
    column("distance", Holds::Amount, 0),
    column("state", Holds::Text, 1),
    column("said", Holds::Text, 2),
];

/// Missing values, a row each.
const MISSING: [Column; 4] = [
    column("indicator", Holds::Text, 0),
    column("indicator_name", Holds::Text, 1),
    column("interval", Holds::Text, 0),
    column("agency", Holds::Text, 0),
];

/// Attainment and distance of every indicator, or the values of one.
pub(super) fn indicators(session: &Session, spec: &Spec) -> Result<Report> {
    match spec.of {
        Some(id) => values(session, spec, IndicatorId(id)),
        None => all(session, spec),
    }
}

fn all(session: &Session, spec: &Spec) -> Result<Report> {
    let standings = standings(session)?;
    let rows = standings.iter().map(|one| standing(one, spec));
    Ok(cut(
        session,
        spec,
        STANDINGS.to_vec(),
        rows,
        None,
        vec!["reached_of_last", "farthest"],
    ))
}

fn standing(one: &Standing, spec: &Spec) -> Row {
    let indicator = &one.indicator;
    let (low, high) = limits(indicator.bound);
    let amount = |it: Option<_>| it.map_or(Cell::None, Cell::Amount);
    Row {
        cells: vec![
            Cell::Text(indicator.code.clone()),
            Cell::Text(indicator.name.clone()),
            text(&indicator.unit),
            amount(low),
            amount(high),
            one.last.map_or(Cell::None, Cell::Interval),
            amount(one.value),
            amount(one.farthest),
            Cell::Share {
                part: one.reached,
                whole: one.measured,
            },
            Cell::Count(one.missing),
        ],
        opens: Some(closer(indicator, Kind::Indicators, spec)),
    }
}

fn values(session: &Session, spec: &Spec, id: IndicatorId) -> Result<Report> {
    let measured = measured(session, id)?;
    let bound = measured.indicator.bound;
    let of = |agency: AgencyId| spec.agency.is_none_or(|wanted| wanted == agency);
    let within = |day| spec.period.is_none_or(|period| period.has(day));
    let shown = measured
        .readings
        .iter()
        .filter(|it| of(it.agency) && within(it.interval.last()));
    let row = |it: &crate::domain::indicator::Reading| Row {
        cells: vec![
            Cell::Text(measured.indicator.code.clone()),
            Cell::Interval(it.interval),
            agency(it.agency),
            Cell::Amount(it.value),
            Cell::Amount(bound.distance(it.value)),
            Cell::Word(if bound.holds(it.value) {
                "reached"
            } else {
                "not_reached"
            }),
            text(&it.note),
        ],
        opens: None,
    };
    let rows = shown.map(row);
    Ok(cut(
        session,
        spec,
        VALUES.to_vec(),
        rows,
        None,
        vec!["distance"],
    ))
}

/// Values that should be there and are not, the longest missing first.
pub(super) fn missing(session: &Session, spec: &Spec) -> Result<Report> {
    let mut found = Vec::new();
    for one in session.store.indicators()? {
        if spec.of.is_some_and(|of| of != one.id.0) {
            continue;
        }
        let of = |whose: AgencyId| spec.agency.is_none_or(|wanted| wanted == whose);
        let missing = missing_of(session, &one)?.into_iter();
        found.extend(
            missing
                .filter(|(_, whose)| of(*whose))
                .filter(|(interval, _)| spec.period.is_none_or(|it| it.has(interval.last())))
                .map(|(interval, whose)| (interval, whose, one.clone())),
        );
    }
    found.sort_by_key(|(interval, ..)| interval.last());
    let rows = found.into_iter().map(|(interval, whose, one)| Row {
        cells: vec![
            Cell::Text(one.code.clone()),
            Cell::Text(one.name.clone()),
            Cell::Interval(interval),
            agency(whose),
        ],
        opens: Some(closer(&one, Kind::Indicators, spec)),
    });
    Ok(cut(
        session,
        spec,
        MISSING.to_vec(),
        rows,
        None,
        vec!["missing_when_over"],
    ))
}

/// The same closer: of this indicator.
fn closer(indicator: &Indicator, kind: Kind, spec: &Spec) -> Opens {
    Opens::Report(Box::new(Spec {
        kind,
        of: Some(indicator.id.0),
        ..spec.clone()
    }))
}

fn agency(id: AgencyId) -> Cell {
    if id == AgencyId::UNRESOLVED {
        Cell::Word("city")
    } else {
        Cell::Agency(id)
    }
}

fn text(text: &str) -> Cell {
    if text.is_empty() {
        Cell::None
    } else {
        Cell::Text(text.to_owned())
    }
}
