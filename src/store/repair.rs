//! What is kept beside the rows is made anew from them, under the lock of a save.

use crate::domain::change::{Fields, Subject};
use crate::domain::error::{Error, Result};
use crate::domain::proof::SchemaFault;

use super::db::{Pulse, values};
use super::events::put_event;
use super::replay::{self, Differs};
use super::sqlite::gaps::{self, Closed};
use super::sqlite::{bulk, schema};
use super::{Head, Note, Store, Writer, Written};

/// The row of the log that says so.
pub const REPAIR: &str = "repair";

/// Without these nobody saves, and nobody is known.
const NEEDED: [&str; 5] = ["meta", "operation", "change", "task", "user_account"];

/// What had to be made anew that nobody should have touched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repaired {
    /// Indexes, triggers, tables of what is counted and pieces of the search that were missing or other than the program
    /// makes them.
    pub schema: Vec<String>,
    /// Tables that are not there and hold what is nowhere else.
    pub lost: Vec<String>,
    /// What could not be made anew because of them, or of what stands in a table.
    pub left: Vec<String>,
    /// So many tasks had events that did not follow from the log.
    pub tasks_drawn: usize,
}

impl Store {
    /// Makes kept numbers, indexes, triggers, the search, and events that do not follow from the log anew, and logs it.
    ///
    /// # Errors
    /// Those of a save; `TablesLost` without those by which one saves, `Damaged` where a page cannot be read, `Cancelled`
    /// where `pulse` ends it: nothing was changed.
    pub fn repair(&mut self, head: &Head<'_>, pulse: Pulse) -> Result<Repaired> {
        self.has_tables_to_save()?;
        // What points at a table that is not there is written all the same.
        self.db.script("PRAGMA foreign_keys = OFF")?;
        self.db.heard(Some(pulse))?;
        let written = self.write(head, |writer| {
            // First: without its indexes the log is gone through for each lot of tasks.
            let mut closed = gaps::close(writer.db)?;
            // What a table is missing for is left as it is; where all are there the repair is done or fails.
            let as_far = |name: &str, closed: &mut Closed, work: &dyn Fn() -> Result<usize>| {
                if closed.lost.is_empty() && closed.left.is_empty() {
                    return work();
                }
                let done = gaps::as_far(writer.db, work)?;
                if done.is_none() {
                    closed.left.push(name.to_owned());
                }
                Ok(done.unwrap_or(0))
            };
            let drawn = as_far("event", &mut closed, &|| draw_anew(writer))?;
            let keep = || bulk::keep_anew(writer.db).map(|()| 0);
            as_far("tally", &mut closed, &keep)?;
            let gaps = closed.made;
            let mut done = Fields::new();
            done.insert("made_anew".to_owned(), "counters, indexes, search".into());
            if !gaps.is_empty() {
                done.insert("schema".to_owned(), gaps.join(", ").into());
            }
            if drawn > 0 {
                done.insert("events_of_tasks".to_owned(), drawn.into());
            }
            let note = Note {
                what: REPAIR,
                ..Note::default()
            };
            writer.append(Subject::Frame, &Fields::new(), &done, note)?;
            Ok(Repaired {
                schema: gaps,
                lost: closed.lost,
                left: closed.left,
                tasks_drawn: drawn,
            })
        });
        self.db.heard(None)?;
        schema::prepare_to_write(&self.db)?;
        match written? {
            Written::Done { value, .. } | Written::Nothing { value } => Ok(value),
            Written::Again { .. } => Ok(Repaired::default()),
        }
    }

    /// The tables by which one saves and is known are there.
    ///
    /// # Errors
    /// `TablesLost`.
    pub fn has_tables_to_save(&self) -> Result<()> {
        let faults = self.check_schema()?;
        let lost = faults.iter().filter(|fault| fault.is_lost());
        let lost: Vec<&str> = lost.map(|fault| fault.name.as_str()).collect();
        match lost.iter().any(|name| NEEDED.contains(name)) {
            true => Err(Error::TablesLost(lost.join(", "))),
            false => Ok(()),
        }
    }

    /// Tables, indexes, triggers and views that are not as this program makes them, and those that it does not make.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn check_schema(&self) -> Result<Vec<SchemaFault>> {
        let gaps = gaps::gaps(&self.db)?;
        Ok(gaps.into_iter().map(|(fault, _)| fault).collect())
    }

    /// True where the search finds what stands in the tasks.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn is_search_right(&self) -> Result<bool> {
        schema::is_search_right(&self.db)
    }

    /// The schema of the file, and the newest that this program knows.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn schemas(&self) -> Result<(i64, i64)> {
        Ok((schema::version(&self.db)?, schema::NEWEST))
    }
}

/// Draws the events of tasks anew where they do not follow from the log; says of how many tasks.
fn draw_anew(writer: &Writer<'_>) -> Result<usize> {
    let mut drawn = 0;
    let on = |_, _| Ok(());
    replay::by_lots(writer.db, on, |fault| {
        if !matches!(fault.how, Differs::Events { .. }) {
            return Ok(());
        }
        let task = fault.task;
        let sql = "DELETE FROM event WHERE task_id = ?1";
        writer.db.run(sql, &values![task.0])?;
        for (operation, event, is_void) in replay::told_of(writer.db, task)? {
            put_event(writer.db, operation, task, &event, is_void)?;
        }
        drawn += 1;
        Ok(())
    })?;
    Ok(drawn)
}
