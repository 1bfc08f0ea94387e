//! Due dates that roll with the calendar: relative deadlines, from a day off to the next working day.
//!
//! Only tasks that are due on a day which the edit sends elsewhere are looked at. Were all of a million tasks
//! relative, that would be some 550 for a single day, 5 000 for a long Tết and three times that for a year
//! of holidays at once: too many for one lock beside working clerks. So the transaction that edits the
//! calendar moves the first slice and notes, in itself, the due dates that are left; the rest follows at
//! once, in slices that pause. Nobody can end it half-way: where the program was killed in between, whoever
//! opens the database next finds the note and goes on. A task that waits for its slice has the due date of
//! the old calendar for a second or two, as it would have had if it had been looked at a second before.
//!
//! Later slices are no groups of their own. Taking the edit back edits the calendar and rolls by it, so that
//! also what somebody worked on since is judged by the calendar that is in force.

use std::thread;
use std::time::Instant;

use chrono::NaiveDate;

use super::occurrences::PROGRAM;
use super::progress::Progress;
use super::request::OperationKey;
use super::session::Session;
use super::slices::SLICE;
use crate::domain::calendar::Calendar;
use crate::domain::error::Result;
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::domain::transition::effective;
use crate::domain::user::Role;
use crate::store::{Access, Head, Kind, Note, Store, Writer, Written};

/// The code in the log of a task whose due date rolled with the calendar.
pub(super) const CALENDAR: &str = "calendar";

/// The setting with the due dates whose tasks may not be rolled yet; there is none where all are.
const ROLLING: &str = "rolling";

/// How many tasks would roll elsewhere under another calendar.
pub(super) fn would_move(store: &Store, before: &Calendar, after: &Calendar) -> Result<i64> {
    let waiting = waiting(store, &after.rolled_otherwise(before), after)?;
    Ok(i64::try_from(waiting.len()).unwrap_or(i64::MAX))
}

/// Rolls, inside the transaction that edits the calendar, what the edit moves: one slice of it, and a note
/// of the rest for [`go_on`]. Says which were moved.
pub(super) fn begin(writer: &mut Writer<'_>, before: &Calendar) -> Result<Vec<Task>> {
    let calendar = Calendar::new(writer.days_off()?);
    let mut due = calendar.rolled_otherwise(before);
    // What an earlier edit has not come to yet rolls by this one.
    due.extend(dates(writer.setting(ROLLING)?.as_deref()));
    due.sort_unstable();
    due.dedup();
    let mut moved = Vec::new();
    for id in writer.relative(&due)? {
        if moved.len() == SLICE {
            let note: Vec<String> = due.iter().map(NaiveDate::to_string).collect();
            writer.set_setting(ROLLING, Some(&note.join(" ")))?;
            return Ok(moved);
        }
        moved.extend(roll(writer, id, &calendar)?);
    }
    writer.set_setting(ROLLING, None)?;
    Ok(moved)
}

/// Rolls what is left of an edit in slices, in this name; pauses as long as it held the lock. Says which
/// were moved. It tells how far it is, but a cancel does not end it: half a calendar is none.
pub(super) fn go_on(
    session: &mut Session,
    login: &str,
    progress: &mut Progress<'_>,
) -> Result<Vec<Task>> {
    let Some(note) = session.store.setting(ROLLING)? else {
        return Ok(Vec::new());
    };
    let origin = session.origin().to_owned();
    let calendar = Calendar::new(session.store.days_off()?);
    let rest = waiting(&session.store, &dates(Some(&note)), &calendar)?;
    let mut moved = Vec::new();
    let slices = rest.len().div_ceil(SLICE).max(1);
    for number in 1..=slices {
        let held = Instant::now();
        let key = OperationKey::fresh();
        let head = Head {
            key: &key.0,
            at: session.now(),
            who: login,
            origin: &origin,
            kind: Kind::Frame,
            summary: CALENDAR,
        };
        let slice = rest.iter().skip((number - 1) * SLICE).take(SLICE);
        let written = session.store.write(&head, |writer| {
            let calendar = Calendar::new(writer.days_off()?);
            let mut moved = Vec::new();
            for id in slice {
                moved.extend(roll(writer, *id, &calendar)?);
            }
            // Another edit may have put more into the note: its own last slice takes it off.
            if number == slices && writer.setting(ROLLING)?.as_ref() == Some(&note) {
                writer.set_setting(ROLLING, None)?;
            }
            Ok(moved)
        })?;
        if let Written::Done { value, .. } = written {
            moved.extend(value);
        }
        // Told, not asked: see above.
        progress.step(number * SLICE, slices * SLICE).ok();
        if number < slices {
            thread::sleep(held.elapsed());
        }
    }
    Ok(moved)
}

/// Goes on, in the name of the program, where an edit of the calendar broke off.
pub(super) fn catch_up(session: &mut Session) -> Result<()> {
    if session.user().role == Role::Viewer
        || session.facts().is_looking_only
        || session.store.access() == Access::Look
    {
        return Ok(());
    }
    match go_on(session, PROGRAM, &mut Progress::silent()) {
        // Somebody else goes on, or nobody can, or there is no room just now: one can look all the same.
        Err(error) if error.is_of_writing() => Ok(()),
        other => other.map(|_| ()),
    }
}

/// The tasks of these due dates that the calendar sends elsewhere than they stand.
fn waiting(store: &Store, due: &[NaiveDate], calendar: &Calendar) -> Result<Vec<TaskId>> {
    let mut found = Vec::new();
    for id in store.relative(due)? {
        if let Some(task) = store.task(id)?
            && rolled(&task, calendar).is_some()
        {
            found.push(id);
        }
    }
    Ok(found)
}

fn roll(writer: &mut Writer<'_>, id: TaskId, calendar: &Calendar) -> Result<Option<Task>> {
    let Some(task) = writer.task(id)? else {
        return Ok(None);
    };
    let Some(after) = rolled(&task, calendar) else {
        return Ok(None);
    };
    let note = Note {
        what: CALENDAR,
        ..Note::default()
    };
    writer.save_task(&task, &after, note).map(Some)
}

fn rolled(task: &Task, calendar: &Calendar) -> Option<Task> {
    let due = effective(task.kind, task.due, calendar);
    (due != task.effective_due && !task.is_gone).then(|| Task {
        effective_due: due,
        ..task.clone()
    })
}

fn dates(note: Option<&str>) -> Vec<NaiveDate> {
    let words = note.unwrap_or_default().split_whitespace();
    words.filter_map(|day| day.parse().ok()).collect()
}
