//! Occurrences of recurring tasks: each is a calendar period that ends at its due date, and exists once
//! that period has begun (DESIGN 7.5).
//!
//! Any writing program that is run makes those whose time has come, in the name of `cchc`; a setting
//! remembers up to which day that was done, so that a day is looked at once.
//!
//! Later occurrences go to the lead that the series has then. A transfer moves the one occurrence that it
//! names: the lead of that period changes hands, with its document or reason, and the series stays where
//! the assigning document put it. Where the office hands over for good, the lead of the series itself has
//! to be corrected by whoever follows it; nothing here concludes that from a transfer. A hand-over after a
//! reorganisation is such a change: the series itself goes over, and lives on at its new lead.

use chrono::NaiveDate;

use super::import::family::{self, Making};
use super::import::plan::occurrence_key;
use super::request::{Facts, OperationKey};
use super::session::Session;
use crate::domain::error::Result;
use crate::domain::recurrence::{Occurrence, Recurrence};
use crate::domain::task::Task;
use crate::domain::user::Role;
use crate::store::{Access, Head, Kind, Note, Writer};

/// The login under which the program itself writes.
pub const PROGRAM: &str = "cchc";

/// The setting that holds the day up to which occurrences were made.
pub(crate) const MADE_UNTIL: &str = "occurrences_until";

/// So many are made in one transaction, beside working clerks.
const SLICE: usize = 500;

/// How the log names what is made here.
pub(crate) const MADE: Note<'static> = Note {
    what: "occurrence",
    why: "",
    document: "",
    on_behalf: None,
};

/// Makes the occurrences that began since the day on which this was done last.
///
/// A viewer makes none, nobody does on a database that is only looked at or cannot be written now.
pub(super) fn catch_up(session: &mut Session) -> Result<()> {
    let facts = std::sync::Arc::clone(session.facts());
    if facts.user.role == Role::Viewer
        || facts.is_looking_only
        || session.store.access() == Access::Look
    {
        return Ok(());
    }
    let until = session.store.setting(MADE_UNTIL)?;
    let until: Option<NaiveDate> = until.and_then(|day| day.parse().ok());
    if until.is_some_and(|day| day >= facts.today) {
        return Ok(());
    }
    let missing = match until {
        Some(until) => begun_since(&session.store.series()?, until, &facts),
        // Nothing is recurring yet in a database that was never looked at.
        None => Vec::new(),
    };
    match write(session, &facts, &missing) {
        // Somebody else makes them, or nobody can, or there is no room just now: one can look all the same.
        Err(error) if error.is_of_writing() => Ok(()),
        other => other,
    }
}

fn write(session: &mut Session, facts: &Facts, missing: &[(Task, Occurrence)]) -> Result<()> {
    let slices = missing.len().div_ceil(SLICE).max(1);
    for slice in 0..slices {
        let key = OperationKey::fresh();
        let head = Head {
            key: &key.0,
            at: session.now(),
            who: PROGRAM,
            origin: "",
            kind: Kind::Frame,
            summary: MADE.what,
        };
        session.store.write(&head, |writer| {
            for (series, occurrence) in missing.iter().skip(slice * SLICE).take(SLICE) {
                insert(writer, series, occurrence, MADE)?;
            }
            if slice + 1 == slices {
                let today = facts.today.to_string();
                writer.set_setting(MADE_UNTIL, Some(&today))?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// What began after a day, of every series.
fn begun_since(series: &[Task], until: NaiveDate, facts: &Facts) -> Vec<(Task, Occurrence)> {
    let making = making(facts);
    let mut found = Vec::new();
    for task in series {
        let Some(recurrence) = recurrence_of(task) else {
            continue;
        };
        for occurrence in family::begun(&recurrence, task, until, &making) {
            if occurrence.begins > until {
                found.push((without_doubts(task), occurrence));
            }
        }
    }
    found
}

/// A series whose doubts were shown with its first occurrence: they are not raised month by month.
pub(crate) fn without_doubts(series: &Task) -> Task {
    Task {
        doubts: Vec::new(),
        ..series.clone()
    }
}

/// Makes the current occurrence of a series that was just entered.
pub(super) fn begin(
    writer: &mut Writer<'_>,
    series: &Task,
    facts: &Facts,
    note: Note<'_>,
) -> Result<Vec<Task>> {
    let Some(recurrence) = recurrence_of(series) else {
        return Ok(Vec::new());
    };
    let from = series
        .assigned_on
        .map_or(facts.today, |given| given.max(facts.today));
    let begun = family::begun(&recurrence, series, from, &making(facts));
    let made = begun
        .iter()
        .map(|occurrence| insert(writer, series, occurrence, note));
    made.filter_map(Result::transpose).collect()
}

/// Makes what began after a day and was not made, because the lead of the series had ended: it has another
/// one by now.
pub(super) fn missed(
    writer: &mut Writer<'_>,
    series: &Task,
    after: NaiveDate,
    facts: &Facts,
    note: Note<'_>,
) -> Result<Vec<Task>> {
    let Some(recurrence) = recurrence_of(series) else {
        return Ok(Vec::new());
    };
    let series = without_doubts(series);
    let begun = family::begun(&recurrence, &series, after, &making(facts));
    let missed = begun.iter().filter(|occurrence| occurrence.begins > after);
    let made = missed.map(|occurrence| insert(writer, &series, occurrence, note));
    made.filter_map(Result::transpose).collect()
}

/// Enters one occurrence; none where another program was quicker.
pub(crate) fn insert(
    writer: &mut Writer<'_>,
    series: &Task,
    occurrence: &Occurrence,
    note: Note<'_>,
) -> Result<Option<Task>> {
    let key = occurrence_key(series.id, &occurrence.label);
    if writer.find_same(&key)?.is_some() {
        return Ok(None);
    }
    let mut task = family::occurrence(series, occurrence);
    task.series = Some(series.id);
    writer.insert_task(&task, Some(&key), note).map(Some)
}

/// The recurrence of a series; none where its text is no recurrence any more.
pub(crate) fn recurrence_of(series: &Task) -> Option<Recurrence> {
    series.recurrence.as_deref()?.parse().ok()
}

fn making(facts: &Facts) -> Making<'_> {
    Making {
        agencies: &facts.agencies,
        calendar: &facts.calendar,
        today: facts.today,
        past_occurrences: false,
    }
}
