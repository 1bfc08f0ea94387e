//! Days off: entered, changed, removed; what rolls with them is saved with them (DESIGN 5, `rolling`).

use std::sync::Arc;

use chrono::NaiveDate;

use super::agencies::{count, operation_of};
use super::progress::Progress;
use super::request::OperationKey;
use super::request::agency::DaysSaved;
use super::rolling;
use super::session::Session;
use crate::domain::calendar::{Calendar, DayOff};
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::store::{DAY_OFF, Kind, Written};

/// Saves an edit of the calendar, or says what it would do.
pub(super) fn save(
    session: &mut Session,
    key: &OperationKey,
    seen: &[DayOff],
    (set, remove): (&Vec<DayOff>, &Vec<NaiveDate>),
    is_rehearsal: bool,
    progress: &mut Progress<'_>,
) -> Result<DaysSaved> {
    let facts = Arc::clone(session.facts());
    let set: Vec<DayOff> = set.iter().map(cleaned).collect::<Result<_>>()?;
    let now: Vec<DayOff> = facts.calendar.days().cloned().collect();
    let mut done = DaysSaved {
        set: set
            .iter()
            .filter(|day| !now.contains(day))
            .cloned()
            .collect(),
        removed: now
            .iter()
            .map(|day| day.date)
            .filter(|date| remove.contains(date))
            .collect(),
        ..DaysSaved::default()
    };
    let check = |now: &Calendar| check_seen(now, seen, &set, remove);
    if is_rehearsal {
        check(&facts.calendar)?;
        let calendar = after(now, &done);
        done.moved = rolling::would_move(&session.store, &facts.calendar, &calendar)?;
        return Ok(done);
    }
    let written = session.write(key, Kind::Bulk, DAY_OFF, |writer| {
        // As it is where nobody else writes: another administrator may have been faster.
        let before = Calendar::new(writer.days_off()?);
        check(&before)?;
        for date in &done.removed {
            writer.drop_day_off(*date)?;
        }
        for day in &done.set {
            writer.save_day_off(day)?;
        }
        rolling::begin(writer, &before)
    })?;
    done.operation = operation_of(&written);
    if let Written::Done { value, .. } = written {
        done.moved = count(value.len());
    }
    session.reload()?;
    let login = session.user().login.clone();
    done.moved += count(rolling::go_on(session, &login, progress)?.len());
    Ok(done)
}

/// Whoever has seen something else on a day than stands there does not write over it.
fn check_seen(now: &Calendar, seen: &[DayOff], set: &[DayOff], remove: &[NaiveDate]) -> Result<()> {
    let wanted = set.iter().map(|day| (day.date, Some(day)));
    for (date, wanted) in wanted.chain(remove.iter().map(|date| (*date, None))) {
        let there = now.day_off(date);
        let seen = seen.iter().find(|day| day.date == date);
        if there != wanted && there != seen {
            return Err(Error::DayChanged(date, there.cloned().map(Box::new)));
        }
    }
    Ok(())
}

fn after(now: Vec<DayOff>, done: &DaysSaved) -> Calendar {
    let kept = now
        .into_iter()
        .filter(|day| !done.removed.contains(&day.date));
    Calendar::new(kept.chain(done.set.iter().cloned()).collect())
}

fn cleaned(day: &DayOff) -> Result<DayOff> {
    let name = clean(&day.name);
    if name.is_empty() {
        return Err(Error::BadText {
            what: "name",
            text: day.date.to_string(),
        });
    }
    Ok(DayOff {
        name,
        ..day.clone()
    })
}
