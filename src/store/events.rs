//! What was done to tasks, by agency and day: kept beside the log for the reports that count it.

use crate::domain::error::Result;
use crate::domain::event::{ASKED_LATE, Event, GRANTED_EARLIER};
use crate::domain::hand_over::HAND_OVER;
use crate::domain::id::{AgencyId, OperationId, TaskId};
use crate::domain::period::Period;
use crate::domain::transition::Deed;

use super::db::values;
use super::{Store, Writer};

/// Deeds that no report counts: they are many.
const UNCOUNTED: [Deed; 3] = [Deed::Assign, Deed::Accept, Deed::Progress];

impl Writer<'_> {
    /// Keeps what a change of a task told.
    pub(super) fn keep_events(&self, task: TaskId, events: &[Event]) -> Result<()> {
        let sql = "INSERT INTO event (operation_id, task_id, agency_id, what, day, since, length, other_id, is_void)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)";
        for event in events.iter().filter(|event| is_counted(event)) {
            let length = event.since.map(|since| (event.day - since).num_days());
            let row = values![
                self.operation().0,
                task.0,
                event.agency.0,
                event.what.as_str(),
                event.day,
                event.since,
                length,
                event.other.map(|other| other.0)
            ];
            self.db.run(sql, &row)?;
        }
        Ok(())
    }

    /// Voids what a group told of a task, since it was taken back; or lets it count again.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn void_events(&self, group: OperationId, task: TaskId, is_void: bool) -> Result<()> {
        let sql = "UPDATE event SET is_void = ?3 WHERE operation_id = ?1 AND task_id = ?2";
        self.db
            .run(sql, &values![group.0, task.0, is_void])
            .map(|_| ())
    }
}

/// A time of holding, a deed that reports count, or a hand-over.
pub(super) fn is_counted(event: &Event) -> bool {
    let deed = Deed::from_code(&event.what);
    event.since.is_some()
        || [HAND_OVER, ASKED_LATE, GRANTED_EARLIER].contains(&event.what.as_str())
        || deed.is_some_and(|deed| !UNCOUNTED.contains(&deed))
}

/// How many deeds of one kind were done to an agency's tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventCount {
    /// Whose task it was.
    pub agency: AgencyId,
    /// The deed.
    pub what: String,
    /// How often.
    pub count: i64,
}

impl Store {
    /// How often these deeds were done in a period, or ever, by agency.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn event_counts(&self, what: &[&str], period: Option<Period>) -> Result<Vec<EventCount>> {
        let period = period.unwrap_or(Period {
            from: Period::BEGINNING,
            to: Period::END,
        });
        // The engine finds the agencies one by one along the index, then counts within each.
        let sql = "SELECT agency.id, (
                SELECT COUNT(*)
                FROM event INDEXED BY event_by_agency
                WHERE agency_id = agency.id AND what = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0
            )
            FROM agency
            ORDER BY agency.id";
        let mut all = Vec::new();
        for what in what {
            let asked = values![*what, period.from, period.to];
            let counts = self.db.rows(sql, &asked, |row| {
                Ok(EventCount {
                    agency: AgencyId(row.number()?),
                    what: (*what).to_owned(),
                    count: row.number()?,
                })
            })?;
            all.extend(counts.into_iter().filter(|it| it.count > 0));
        }
        Ok(all)
    }
}
