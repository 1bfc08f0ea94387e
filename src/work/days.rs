//! Days off: entered, changed, removed; what rolls with them is saved in the same transaction (DESIGN 5).

use std::sync::Arc;

use chrono::NaiveDate;

use super::request::OperationKey;
use super::request::agency::DaysSaved;
use super::session::Session;
use crate::domain::calendar::{Calendar, DayOff};
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::domain::transition::effective;
use crate::store::{DAY_OFF, Kind, Note, Writer, Written};

/// How the log names a task whose due date rolled with the calendar.
const ROLLED: Note<'static> = Note {
    what: "calendar",
    why: "",
    document: "",
    on_behalf: None,
};

/// Saves an edit of the calendar, or says what it would do.
pub(super) fn save(
    session: &mut Session,
    key: &OperationKey,
    set: &[DayOff],
    remove: &[NaiveDate],
    is_rehearsal: bool,
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
    if is_rehearsal {
        let calendar = after(now, &done);
        for id in session.store.relative()? {
            let task = session.store.task(id)?;
            let is_moved = task.is_some_and(|task| rolled(&task, &calendar).is_some());
            done.moved += i64::from(is_moved);
        }
        return Ok(done);
    }
    let written = session.write(key, Kind::Bulk, DAY_OFF, |writer| {
        for date in &done.removed {
            writer.drop_day_off(*date)?;
        }
        for day in &done.set {
            writer.save_day_off(day)?;
        }
        roll(writer)
    })?;
    match written {
        Written::Done { operation, value } => {
            done.operation = Some(operation);
            done.moved = value;
        }
        Written::Again { operation } => done.operation = Some(operation),
        Written::Nothing { .. } => {}
    }
    session.reload()?;
    Ok(done)
}

/// Rolls the due dates of relative deadlines by the calendar as it is now; says how many went elsewhere.
pub(super) fn roll(writer: &mut Writer<'_>) -> Result<i64> {
    let calendar = Calendar::new(writer.days_off()?);
    let ids: Vec<TaskId> = writer.relative()?;
    let mut moved = 0;
    for id in ids {
        let Some(task) = writer.task(id)? else {
            continue;
        };
        if let Some(after) = rolled(&task, &calendar) {
            writer.save_task(&task, &after, ROLLED)?;
            moved += 1;
        }
    }
    Ok(moved)
}

fn rolled(task: &Task, calendar: &Calendar) -> Option<Task> {
    let due = effective(task.kind, task.due, calendar);
    (due != task.effective_due && !task.is_gone).then(|| Task {
        effective_due: due,
        ..task.clone()
    })
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
