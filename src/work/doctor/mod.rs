//! The doctor: goes through the database and what is around it, one check after the other, and goes on where one of
//! them fails. It changes nothing; [`repair()`] makes anew what follows from the rows.

mod around;
mod repair;

pub use repair::repair;

use std::path::Path;

use chrono::{DateTime, Utc};

use super::watch::Watch;
use crate::domain::batch::BatchState;
use crate::domain::calendar::day_of;
use crate::domain::error::{Error, Result};
use crate::domain::health::{Check, Level, Line, Seen, calendar_of};
use crate::domain::proof::{Found, Part};
use crate::domain::user::Role;
use crate::store::{Access, EVENTS, FrameFault, ReplayFault, Store};

/// So many of the last rows of the log are proved where not all are.
const RECENT: i64 = 10_000;

/// So many imports are looked through.
const IMPORTS: usize = 1_000;

/// What a doctor goes by.
pub struct Visit<'a> {
    /// The database.
    pub database: &'a Path,
    /// Everything is gone through, whatever time it takes.
    pub is_full: bool,
    /// The server's clock.
    pub now: DateTime<Utc>,
    /// The words for what keeps the database from being opened.
    pub sentence: fn(&Error) -> String,
}

/// Goes through everything.
///
/// # Errors
/// `Cancelled` only: what cannot be read is a finding.
pub fn examine(visit: &Visit<'_>, watch: &Watch) -> Result<Vec<Line>> {
    let mut lines = around::file(visit.database);
    match Store::open(visit.database, Access::Look) {
        Ok(mut store) => {
            lines.extend(inside(&mut store, visit, watch)?);
        }
        Err(Error::Cancelled) => return Err(Error::Cancelled),
        Err(error) => {
            lines.retain(|line| line.1.level() > Level::Fine);
            lines.push((Check::File, Seen::CannotOpen((visit.sentence)(&error))));
        }
    }
    lines.extend(around::room(visit.database));
    lines.push((Check::Backup, around::backup(visit.database, visit.now)));
    lines.sort_by_key(|line| line.0);
    Ok(lines)
}

fn inside(store: &mut Store, visit: &Visit<'_>, watch: &Watch) -> Result<Vec<Line>> {
    let now = visit.now;
    let mut lines = Vec::new();
    let gaps = store.check_schema();
    let has_gaps = gaps.as_ref().is_ok_and(|gaps| !gaps.is_empty());
    let mut look = |check, seen: Result<Seen>| {
        let seen = match seen {
            Err(Error::Cancelled) => return Err(Error::Cancelled),
            // What cannot be asked without an index says nothing about the pages.
            Err(Error::Fault(_) | Error::TablesLost(_)) if has_gaps => return Ok(()),
            // Somebody wrote it there; the pages are whole.
            Err(Error::Strange { what, text }) => Seen::StrangeWord(what, text),
            // What cannot be read is damaged, whatever was looked for.
            Err(error) => Seen::PagesDamaged(1, error.to_string()),
            Ok(seen) => seen,
        };
        lines.push((check, seen));
        Ok(())
    };
    match gaps {
        Ok(gaps) if has_gaps => look(Check::Schema, Ok(Seen::SchemaGaps(gaps)))?,
        Ok(_) => look(Check::Schema, schema(store))?,
        Err(error) => look(Check::Schema, Err(error))?,
    }
    look(Check::Pages, pages(store, visit.is_full, watch))?;
    let replay = match visit.is_full {
        true => store.check_replay(watch.steps(Part::Events)),
        false => Ok(Found::default()),
    };
    let events = replay.as_ref().is_ok_and(|found| found.count(EVENTS) > 0);
    look(Check::Counters, counters(store, events, watch))?;
    look(Check::Log, log(store, visit.is_full, watch))?;
    if let Some(missing) = store.missing() {
        look(Check::Log, Ok(Seen::SavesMissing(missing)))?;
    }
    match standing(store, replay, watch) {
        Ok(None) => {}
        Ok(Some(seen)) => look(Check::Log, Ok(seen))?,
        Err(error) => look(Check::Log, Err(error))?,
    }
    let days = store.days_off();
    let calendar = days.map(|days| {
        let days = days.iter().map(|day| (day.date, day.name.as_str()));
        calendar_of(days, day_of(now))
    });
    look(Check::Calendar, calendar)?;
    look(Check::Clock, clock(store, now))?;
    look(Check::Imports, imports(store))?;
    look(Check::Users, users(store))?;
    look(Check::Agencies, orphans(store, now))?;
    Ok(lines)
}

fn schema(store: &Store) -> Result<Seen> {
    let (found, known) = store.schemas()?;
    Ok(if found < known {
        Seen::SchemaOlder(found, known)
    } else {
        Seen::SchemaKnown(found, env!("CARGO_PKG_VERSION").to_owned())
    })
}

fn pages(store: &mut Store, is_full: bool, watch: &Watch) -> Result<Seen> {
    let pulse = watch.pulse(Part::Checking, || (0, 0));
    let said = store.while_heard(pulse, |store| {
        if is_full {
            store.integrity()
        } else {
            store.quick_check()
        }
    })?;
    Ok(match said.first() {
        None => Seen::PagesSound(is_full),
        Some(first) => Seen::PagesDamaged(said.len(), first.clone()),
    })
}

fn counters(store: &mut Store, has_wrong_events: bool, watch: &Watch) -> Result<Seen> {
    let pulse = watch.pulse(Part::Counting, || (0, 0));
    let mut wrong: Vec<String> = store.while_heard(pulse, |store| {
        let mut wrong = store.check_counters()?;
        if !store.is_search_right()? {
            wrong.push("task_fts");
        }
        Ok(wrong.into_iter().map(str::to_owned).collect())
    })?;
    if has_wrong_events {
        wrong.push("event".to_owned());
        wrong.dedup();
    }
    Ok(if wrong.is_empty() {
        Seen::CountersRight
    } else {
        Seen::CountersWrong(wrong)
    })
}

fn log(store: &Store, is_full: bool, watch: &Watch) -> Result<Seen> {
    let verdict = if is_full {
        store.verify_log(watch.steps(Part::Chain))?
    } else {
        store.verify_recent(RECENT)?
    };
    let count = verdict.total();
    Ok(match verdict.broken {
        Some(first) => Seen::LogBroken(Box::new(first), count),
        None => Seen::LogHolds(verdict.rows, is_full),
    })
}

/// What stands otherwise than the log says, if anything does.
fn standing(
    store: &mut Store,
    replay: Result<Found<ReplayFault>>,
    watch: &Watch,
) -> Result<Option<Seen>> {
    let replay = replay?;
    let pulse = watch.pulse(Part::Counting, || (0, 0));
    let frame = store.while_heard(pulse, |store| store.check_frame())?;
    let found = not_as_logged(&replay, &frame);
    Ok(found.map(|(first, count)| Seen::NotAsLogged(count, first)))
}

/// The name of the first that stands otherwise than the log says, and how many do; none where all is as it was logged.
pub(super) fn not_as_logged(
    replay: &Found<ReplayFault>,
    frame: &Found<FrameFault>,
) -> Option<(String, usize)> {
    let mut rows = replay.named().iter().filter(|it| it.how.kind() != EVENTS);
    let thing = || frame.named().first().map(|fault| fault.name.clone());
    let first = rows.next().map(named).or_else(thing)?;
    let count = replay.total() - replay.count(EVENTS) + frame.total();
    Some((first, count))
}

fn named(fault: &ReplayFault) -> String {
    match fault.code.as_str() {
        "" => format!(":{}", fault.task.0),
        code => code.to_owned(),
    }
}

/// A few seconds are what two servers' clocks may differ by.
fn clock(store: &Store, now: DateTime<Utc>) -> Result<Seen> {
    let last = store.extent()?.last;
    let is_own_day = store.setting(super::session::OWN_DAY)?.is_some();
    Ok(match last {
        Some(last) if !is_own_day && last > now + chrono::TimeDelta::seconds(5) => {
            Seen::ClockBehind(last)
        }
        Some(_) | None => Seen::ClockRight,
    })
}

fn imports(store: &Store) -> Result<Seen> {
    let batches = store.batches(IMPORTS)?;
    let open: Vec<i64> = batches
        .iter()
        .filter(|batch| match batch.state {
            BatchState::Unfinished | BatchState::TakingBack => true,
            BatchState::Finished | BatchState::Cancelled | BatchState::TakenBack => false,
        })
        .map(|batch| batch.id.0)
        .collect();
    Ok(match open.last() {
        None => Seen::ImportsDone,
        Some(number) => Seen::ImportsUnfinished(open.len(), *number),
    })
}

fn users(store: &Store) -> Result<Seen> {
    let accounts = store.users()?;
    let enabled = accounts.iter().filter(|account| !account.is_disabled);
    let has_administrator = enabled
        .clone()
        .any(|account| account.user.role == Role::Administrator);
    Ok(if accounts.is_empty() {
        Seen::NoUsers
    } else if has_administrator {
        Seen::UsersRight(enabled.count())
    } else {
        Seen::NoAdministrator
    })
}

fn orphans(store: &Store, now: DateTime<Utc>) -> Result<Seen> {
    let count = store.orphans(day_of(now))?;
    Ok(if count == 0 {
        Seen::LeadsRight
    } else {
        Seen::Orphans(count)
    })
}
