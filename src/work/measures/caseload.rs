//! Files of agencies by month.

use std::collections::{BTreeMap, HashMap};

use super::{code_of, may_enter};
use crate::domain::caseload::Caseload;
use crate::domain::error::{Error, Result};
use crate::domain::id::AgencyId;
use crate::domain::interval::Interval;
use crate::domain::measure::Fault;
use crate::store::{CASELOAD, Kind, Written};
use crate::work::agencies::operation_of;
use crate::work::request::OperationKey;
use crate::work::request::measures::{CityFiles, Saved};
use crate::work::session::Session;

/// So many months of one agency stand on a screen, the latest: twenty years.
pub(super) const MONTHS_OF_ONE: i64 = 240;

/// So many months before the one that is looked at stand in the trend of the city.
const TREND: i32 = 17;

/// The files of the city in a month.
pub(in crate::work) fn city(session: &Session, month: Option<Interval>) -> Result<CityFiles> {
    let store = &session.store;
    let latest = match month {
        Some(month) => Some(month),
        None => store.last_caseload_month()?,
    };
    let Some(month) = latest else {
        return Ok(CityFiles::default());
    };
    let before = store.caseload_in(month.before())?;
    let mut before: BTreeMap<AgencyId, Caseload> =
        before.into_iter().map(|one| (one.agency, one)).collect();
    let now = store.caseload_in(month)?.into_iter();
    let rows = now.map(|one| (one, before.remove(&one.agency))).collect();
    Ok(CityFiles {
        month: Some(month),
        rows,
        missing: before.into_keys().collect(),
        months: store.caseload_by_month(month.after(-TREND), month)?,
    })
}

/// Enters files of agencies and removes some.
pub(super) fn save(
    session: &mut Session,
    key: &OperationKey,
    seen: Option<&[Caseload]>,
    set: &[Caseload],
    remove: &[(AgencyId, Interval)],
) -> Result<Saved> {
    let whose = set.iter().map(|files| files.agency);
    for agency in whose.chain(remove.iter().map(|(agency, _)| *agency)) {
        if !may_enter(session.user(), agency) {
            return Err(Error::NotPermitted);
        }
    }
    let facts = session.facts().clone();
    let kind = if set.len() + remove.len() > 1 {
        Kind::Bulk
    } else {
        Kind::Save
    };
    let wanted = set
        .iter()
        .map(|files| ((files.agency, files.month), Some(files)));
    let wanted = wanted.chain(remove.iter().map(|place| (*place, None)));
    let wanted: Vec<_> = wanted.filter(|_| seen.is_some()).collect();
    let seen: HashMap<(AgencyId, Interval), &Caseload> = seen
        .into_iter()
        .flatten()
        .map(|files| ((files.agency, files.month), files))
        .collect();
    let written = session.write(key, kind, CASELOAD, |writer| {
        let (mut changed, mut marks) = (0, Vec::new());
        for (place, wanted) in &wanted {
            let now = writer.caseload(place.0, place.1)?;
            let seen = seen.get(place).copied();
            if now.as_ref() != *wanted && now.as_ref() != seen {
                return Err(Fault::FilesChanged {
                    agency: code_of(&facts.agencies, place.0),
                    month: place.1,
                    seen: seen.copied().map(Box::new),
                    now: now.map(Box::new),
                }
                .into());
            }
        }
        for (agency, month) in remove {
            if writer.caseload(*agency, *month)?.is_some() {
                writer.drop_caseload(*agency, *month)?;
                changed += 1;
            }
        }
        for files in set {
            files.check(&facts.agencies, facts.today)?;
            if writer.caseload(files.agency, files.month)?.as_ref() != Some(files) {
                writer.save_caseload(files)?;
                changed += 1;
            }
        }
        // Once all of them are there: a file may hold a month and the one before it.
        for files in set {
            let before = writer.caseload(files.agency, files.month.before())?;
            marks.extend(files.marks(before.as_ref(), facts.today));
        }
        Ok((changed, marks))
    })?;
    let operation = operation_of(&written);
    let (changed, marks) = match written {
        Written::Done { value, .. } | Written::Nothing { value } => value,
        Written::Again { .. } => (set.len() + remove.len(), Vec::new()),
    };
    Ok(Saved {
        operation,
        indicator: None,
        changed,
        marks,
    })
}
