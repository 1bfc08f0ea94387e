//! What was done to tasks, one by one: deeds of a period, transfers, and what came back.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::period::Period;
use crate::domain::transition::Deed;

use super::Store;
use super::db::{Row, Value, values};

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// To which task.
    pub task: TaskId,
    /// Whose it was.
    pub agency: AgencyId,
    /// What, by its code.
    pub what: String,
    /// On which day.
    pub day: NaiveDate,
    /// Where it went to.
    pub other: Option<AgencyId>,
    /// The save that it was part of.
    operation: i64,
}

impl Done {
    /// Which task in which save.
    #[must_use]
    pub fn moment(&self) -> (TaskId, i64) {
        (self.task, self.operation)
    }
}

impl Store {
    /// What of these was done to tasks of an agency, or of all, the latest first; at most so many of each kind.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn done_list(
        &self,
        whose: &[AgencyId],
        area: Option<AreaId>,
        what: &[&str],
        period: Period,
        limit: usize,
    ) -> Result<Vec<Done>> {
        if !whose.is_empty() {
            return self.done_since(whose, area, what, period, limit);
        }
        // Of all agencies only the last months are gone through, as far as they have enough.
        let mut wanted = limit;
        loop {
            let from = self.since_when(what, period, wanted)?;
            let late = Period { from, ..period };
            let found = self.done_since(&[], area, what, late, limit)?;
            if found.len() >= limit || from <= period.from {
                return Ok(found);
            }
            wanted = wanted.saturating_mul(8);
        }
    }

    fn done_since(
        &self,
        whose: &[AgencyId],
        area: Option<AreaId>,
        what: &[&str],
        period: Period,
        limit: usize,
    ) -> Result<Vec<Done>> {
        let of_area = area.map(|area| format!(" AND event.area_id = {}", area.0));
        let of_area = of_area.unwrap_or_default();
        let one = format!(
            "SELECT task_id, agency_id, what, day, other_id, operation_id FROM event INDEXED BY event_by_agency
            WHERE agency_id = ?5 AND what = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0{of_area}
            ORDER BY day DESC, length DESC, area_id DESC, id DESC LIMIT ?4"
        );
        let all = format!(
            "SELECT event.id FROM agency CROSS JOIN event INDEXED BY event_by_agency
            WHERE agency_id = agency.id AND what = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0{of_area}
            ORDER BY day DESC, event.id DESC LIMIT ?4"
        );
        let single =
            "SELECT task_id, agency_id, what, day, other_id, operation_id FROM event WHERE id = ?1";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut found = Vec::new();
        for what in what {
            let mut row: Vec<Value<'_>> = values![*what, period.from, period.to, limit].into();
            if whose.is_empty() {
                for id in self.db.rows(&all, &row, |row| row.number())? {
                    found.extend(self.db.first(single, &values![id], read_done)?);
                }
                continue;
            }
            for agency in whose {
                row.truncate(4);
                row.push(agency.0.into());
                found.extend(self.db.rows(&one, &row, read_done)?);
            }
        }
        found.sort_by_key(|done| (std::cmp::Reverse(done.day), done.task));
        Ok(found)
    }

    /// What of these was done to a task, the latest first.
    pub fn done_to(&self, task: TaskId, what: &[&str], period: Period) -> Result<Vec<Done>> {
        let sql =
            "SELECT task_id, agency_id, what, day, other_id, operation_id FROM event INDEXED BY event_by_task
            WHERE task_id = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0
            ORDER BY id DESC";
        let row = values![task.0, period.from, period.to];
        let mut found = self.db.rows(sql, &row, read_done)?;
        found.retain(|done| what.contains(&done.what.as_str()));
        Ok(found)
    }

    /// The number of the document that came with what was done, and the text of the task; empty where there is none.
    pub fn paper_of(&self, done: &Done) -> Result<(String, String)> {
        // A task has few changes, a save in bulk has many.
        let sql = "SELECT document FROM change INDEXED BY change_by_task
            WHERE task_id = ?1 AND operation_id = ?2 AND document <> ''";
        let row = values![done.task.0, done.operation];
        let document = self.db.first(sql, &row, |row| row.text())?;
        let sql = "SELECT title FROM task WHERE id = ?1";
        let title = self
            .db
            .first(sql, &values![done.task.0], |row| row.text())?;
        Ok((document.unwrap_or_default(), title.unwrap_or_default()))
    }

    /// Tasks that came back by a transfer to an agency that had given them away, each with the day of the last time,
    /// the latest first; of one agency or of all.
    pub fn came_back(
        &self,
        agency: Option<AgencyId>,
        period: Period,
    ) -> Result<Vec<(TaskId, NaiveDate)>> {
        let sql = "SELECT task_id, day FROM event INDEXED BY event_back
            WHERE is_back = 1 AND is_void = 0 AND day >= ?1 AND day <= ?2
                AND (?3 = -1 OR agency_id = ?3 OR other_id = ?3)
            ORDER BY day DESC, task_id DESC";
        let agency = agency.map_or(-1, |agency| agency.0);
        let row = values![period.from, period.to, agency];
        let mut backs = self
            .db
            .rows(sql, &row, |row| Ok((TaskId(row.number()?), row.date()?)))?;
        let mut seen = BTreeSet::new();
        backs.retain(|(task, _)| seen.insert(*task));
        Ok(backs)
    }

    /// The moves of a task from one agency to another by transfer, in order.
    pub fn moves_of(&self, task: TaskId) -> Result<Vec<Done>> {
        let sql =
            "SELECT task_id, agency_id, what, day, other_id, operation_id FROM event INDEXED BY event_by_task
            WHERE task_id = ?1 AND what = ?2 AND other_id IS NOT NULL AND is_void = 0
            ORDER BY id";
        let row = values![task.0, Deed::Transfer.code()];
        self.db.rows(sql, &row, read_done)
    }
}

fn read_done(row: &mut Row<'_>) -> Result<Done> {
    Ok(Done {
        task: TaskId(row.number()?),
        agency: AgencyId(row.number()?),
        what: row.text()?,
        day: row.date()?,
        other: row.maybe_number()?.map(AgencyId),
        operation: row.number()?,
    })
}
