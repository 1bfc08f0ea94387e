//! Takes back what a group did to indicators, readings and caseload: only where nobody changed it since.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::caseload::Caseload;
use crate::domain::change::{Change, Fields};
use crate::domain::error::Result;
use crate::domain::indicator::{Indicator, Reading};
use crate::domain::interval::Interval;
use crate::domain::measure::Fault;
use crate::store::{CASELOAD, INDICATOR, READING, Writer};

/// Puts one of them back as it was.
pub(super) fn put_back(writer: &mut Writer<'_>, change: &Change) -> Result<()> {
    match change.what.as_str() {
        INDICATOR => indicator(writer, of(&change.before), of(&change.after)),
        READING => reading(writer, of(&change.before), of(&change.after)),
        CASELOAD => caseload(writer, of(&change.before), of(&change.after)),
        _ => Ok(()),
    }
}

fn of<T: DeserializeOwned>(fields: &Fields) -> Option<T> {
    serde_json::from_value(Value::Object(fields.clone())).ok()
}

fn indicator(
    writer: &mut Writer<'_>,
    before: Option<Indicator>,
    after: Option<Indicator>,
) -> Result<()> {
    let Some(id) = before.as_ref().or(after.as_ref()).map(|it| it.id) else {
        return Ok(());
    };
    let now = writer.indicator(id)?;
    if now != after {
        let since = now.or(after).map(|it| Interval::of(it.every, it.since));
        return Err(changed(since));
    }
    match before {
        Some(before) => writer.save_indicator(&before).map(|_| ()),
        None if writer.has_readings(id)? => {
            Err(Fault::HasReadings(after.map(|it| it.code).unwrap_or_default()).into())
        }
        None => writer.drop_indicator(id),
    }
}

fn reading(writer: &mut Writer<'_>, before: Option<Reading>, after: Option<Reading>) -> Result<()> {
    let Some(one) = after.as_ref().or(before.as_ref()) else {
        return Ok(());
    };
    let now = writer.reading(one.indicator, one.agency, one.interval)?;
    if now != after {
        return Err(changed(Some(one.interval)));
    }
    match before {
        Some(before) => writer.save_reading(&before),
        None => writer.drop_reading(one),
    }
}

fn caseload(
    writer: &mut Writer<'_>,
    before: Option<Caseload>,
    after: Option<Caseload>,
) -> Result<()> {
    let Some(one) = after.or(before) else {
        return Ok(());
    };
    if writer.caseload(one.agency, one.month)? != after {
        return Err(changed(Some(one.month)));
    }
    match before {
        Some(before) => writer.save_caseload(&before),
        None => writer.drop_caseload(one.agency, one.month),
    }
}

fn changed(interval: Option<Interval>) -> crate::domain::error::Error {
    interval
        .map_or(Fault::Missing("code"), Fault::ChangedSince)
        .into()
}
