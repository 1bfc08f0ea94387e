//! Indicators and their readings.

use std::collections::HashMap;

use super::{code_of, may_enter};
use crate::domain::agency::Agency;
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::id::{AgencyId, IndicatorId};
use crate::domain::indicator::{Indicator, Level, Reading};
use crate::domain::interval::Interval;
use crate::domain::measure::{Fault, Mark};
use crate::store::{INDICATOR, Kind, READING, Writer, Written};
use crate::work::agencies::operation_of;
use crate::work::request::OperationKey;
use crate::work::request::measures::{Measured, Saved, Standing};
use crate::work::session::Session;

/// So many readings of one indicator stand on a screen, the latest.
const SHOWN: i64 = 5_000;

/// Every indicator, and how it stands.
pub(in crate::work) fn standings(session: &Session) -> Result<Vec<Standing>> {
    let indicators = session.store.indicators()?;
    let one = |indicator| standing(session, indicator);
    indicators.into_iter().map(one).collect()
}

fn standing(session: &Session, indicator: Indicator) -> Result<Standing> {
    let there = session.store.measured(indicator.id)?;
    let facts = session.facts();
    let missing = missing(&indicator, &there, &facts.agencies, facts.today).len();
    let last = there.last().map(|(interval, _)| *interval);
    let of_last = there.iter().filter(|(interval, _)| Some(*interval) == last);
    let limit = i64::try_from(of_last.count()).unwrap_or(i64::MAX);
    let mut readings = session.store.readings(indicator.id, limit)?;
    readings.retain(|reading| Some(reading.interval) == last);
    let reached = readings
        .iter()
        .filter(|it| indicator.bound.holds(it.value))
        .count();
    let value = match indicator.level {
        Level::City => readings.first().map(|reading| reading.value),
        Level::Agencies(_) => None,
    };
    let distances = readings.iter().map(|it| indicator.bound.distance(it.value));
    let farthest = distances.max_by_key(|it| it.ten_thousandths().abs());
    Ok(Standing {
        last,
        value,
        farthest,
        reached: number(reached),
        measured: number(readings.len()),
        missing: number(missing),
        indicator,
    })
}

pub(super) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// One indicator with its readings.
pub(in crate::work) fn measured(session: &Session, id: IndicatorId) -> Result<Measured> {
    let found = session.store.indicator(id)?;
    let indicator = found.ok_or_else(|| Fault::NoIndicator(id.0.to_string()))?;
    let there = session.store.measured(id)?;
    let facts = session.facts();
    Ok(Measured {
        readings: session.store.readings(id, SHOWN)?,
        missing: missing(&indicator, &there, &facts.agencies, facts.today),
        indicator,
    })
}

/// The values of an indicator that should be there and are not.
pub(in crate::work) fn missing_of(
    session: &Session,
    indicator: &Indicator,
) -> Result<Vec<(Interval, AgencyId)>> {
    let there = session.store.measured(indicator.id)?;
    let facts = session.facts();
    Ok(missing(indicator, &there, &facts.agencies, facts.today))
}

/// The values that should be there and are not.
fn missing(
    indicator: &Indicator,
    there: &[(Interval, AgencyId)],
    agencies: &[Agency],
    today: chrono::NaiveDate,
) -> Vec<(Interval, AgencyId)> {
    // With the years there are many: sorted once and looked up by halves, which is quicker than a set of them.
    let mut there = there.to_vec();
    there.sort_unstable();
    let owners = indicator.owners(agencies);
    let mut missing = Vec::new();
    for interval in indicator.due_intervals(today) {
        let expected = indicator.expected_of(interval, &owners).into_iter();
        missing.extend(
            expected
                .map(|agency| (interval, agency))
                .filter(|one| there.binary_search(one).is_err()),
        );
    }
    missing
}

/// Enters an indicator or changes one.
pub(super) fn save(
    session: &mut Session,
    key: &OperationKey,
    seen: Option<&Indicator>,
    given: &Indicator,
) -> Result<Saved> {
    let role = session.user().role;
    if !role.enters_tasks() && !role.keeps_frame() {
        return Err(Error::NotPermitted);
    }
    let indicator = Indicator {
        code: clean(&given.code),
        name: clean(&given.name),
        unit: clean(&given.unit),
        ..given.clone()
    };
    for (text, field) in [(&indicator.code, "code"), (&indicator.name, "name")] {
        if text.is_empty() {
            return Err(Fault::Missing(field).into());
        }
    }
    if indicator.level == Level::Agencies(Vec::new()) {
        return Err(Fault::Missing("agencies").into());
    }
    let written = session.write(key, Kind::Save, INDICATOR, |writer| {
        let same = writer.indicator_of_code(&indicator.code)?;
        if same.is_some_and(|same| same != indicator.id) {
            return Err(Fault::CodeTaken(indicator.code.clone()).into());
        }
        if let Some(seen) = seen
            && writer.indicator(seen.id)?.as_ref() != Some(seen)
        {
            return Err(Fault::Changed(seen.code.clone()).into());
        }
        writer.save_indicator(&indicator)
    })?;
    Ok(Saved {
        operation: operation_of(&written),
        changed: usize::from(!matches!(written, Written::Nothing { .. })),
        indicator: match written {
            Written::Done { value, .. } | Written::Nothing { value } => Some(value),
            Written::Again { .. } => None,
        },
        marks: Vec::new(),
    })
}

/// Enters readings and removes some.
pub(super) fn save_readings(
    session: &mut Session,
    key: &OperationKey,
    seen: Option<&[Reading]>,
    set: &[Reading],
    remove: &[Reading],
) -> Result<Saved> {
    for reading in set.iter().chain(remove) {
        if !may_enter(session.user(), reading.agency) {
            return Err(Error::NotPermitted);
        }
    }
    let facts = session.facts().clone();
    let kind = if set.len() + remove.len() > 1 {
        Kind::Bulk
    } else {
        Kind::Save
    };
    let cleaned = |reading: &Reading| Reading {
        note: clean(&reading.note),
        ..reading.clone()
    };
    let set: Vec<Reading> = set.iter().map(cleaned).collect();
    let place = |reading: &Reading| (reading.indicator, reading.agency, reading.interval);
    let wanted = set.iter().map(|reading| (place(reading), Some(reading)));
    let wanted = wanted.chain(remove.iter().map(|reading| (place(reading), None)));
    let wanted: Vec<_> = wanted.filter(|_| seen.is_some()).collect();
    let seen = seen.into_iter().flatten();
    let seen: HashMap<_, &Reading> = seen.map(|reading| (place(reading), reading)).collect();
    let written = session.write(key, kind, READING, |writer| {
        let mut changed = 0;
        for (place, wanted) in &wanted {
            let (of, agency, interval) = *place;
            let now = writer.reading(of, agency, interval)?;
            let seen = seen.get(place).copied();
            if now.as_ref() != *wanted && now.as_ref() != seen {
                return Err(Fault::ReadingChanged {
                    agency: code_of(&facts.agencies, agency),
                    interval,
                    seen: seen.cloned().map(Box::new),
                    now: now.map(Box::new),
                }
                .into());
            }
        }
        for reading in remove {
            if writer
                .reading(reading.indicator, reading.agency, reading.interval)?
                .is_some()
            {
                writer.drop_reading(reading)?;
                changed += 1;
            }
        }
        for reading in &set {
            let indicator = writer.indicator(reading.indicator)?;
            let indicator =
                indicator.ok_or_else(|| Fault::NoIndicator(reading.indicator.0.to_string()))?;
            indicator.check(reading, &facts.agencies, facts.today)?;
            changed += usize::from(enter(writer, reading)?);
        }
        Ok(changed)
    })?;
    let operation = operation_of(&written);
    let running = set.iter().map(|reading| reading.interval);
    let mut marks: Vec<Mark> = Vec::new();
    for interval in running.filter(|interval| !interval.is_over(facts.today)) {
        let mark = Mark::NotOver(interval);
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    Ok(Saved {
        operation,
        indicator: None,
        changed: match written {
            Written::Done { value, .. } | Written::Nothing { value } => value,
            Written::Again { .. } => set.len() + remove.len(),
        },
        marks,
    })
}

/// Enters one; false where it is there as it is.
fn enter(writer: &mut Writer<'_>, reading: &Reading) -> Result<bool> {
    let (of, agency, interval) = (reading.indicator, reading.agency, reading.interval);
    let there = writer.readings_within(of, agency, interval)?;
    if let Some(other) = there.iter().find(|it| it.interval != interval) {
        let (given, there) = (interval, other.interval);
        return Err(Fault::Overlaps { given, there }.into());
    }
    if there.first() == Some(reading) {
        return Ok(false);
    }
    writer.save_reading(reading)?;
    Ok(true)
}
