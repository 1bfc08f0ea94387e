//! Long tasks: those that go on by the age of their last update, and series by how their occurrences ended.

use chrono::NaiveDate;

use crate::domain::condition::Day;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::long::{Aged, Record};

use super::Store;
use super::counts::counted_anew;
use super::db::{Row, values};
use super::record::due_key;

/// What goes on: given, and neither paused nor closed.
const GOING_ON: &str = "kind = 'ongoing' AND rank < 2 AND status <> 'draft'";

/// The day of the last update, or of the assignment.
const LAST: &str = "COALESCE(updated_on, assigned_on)";

/// By the age of the last update, and the oldest of them; the rest of the statement follows.
const AGES: &str = "SUM(CASE WHEN COALESCE(updated_on, assigned_on) >= ?1 THEN 1 ELSE 0 END),
        SUM(CASE WHEN COALESCE(updated_on, assigned_on) < ?1
            AND COALESCE(updated_on, assigned_on) >= ?2 THEN 1 ELSE 0 END),
        SUM(CASE WHEN COALESCE(updated_on, assigned_on) < ?2
            AND COALESCE(updated_on, assigned_on) >= ?3 THEN 1 ELSE 0 END),
        SUM(CASE WHEN COALESCE(updated_on, assigned_on) < ?3
            OR COALESCE(updated_on, assigned_on) IS NULL THEN 1 ELSE 0 END),
        MIN(COALESCE(updated_on, assigned_on))
    FROM task INDEXED BY task_ongoing
    WHERE kind = 'ongoing' AND rank < 2 AND status <> 'draft'";

fn read_aged(agency: AgencyId, row: &mut Row<'_>) -> Result<Aged> {
    Ok(Aged {
        agency,
        counts: [row.number()?, row.number()?, row.number()?, row.number()?],
        oldest: row.maybe_date()?,
    })
}

impl Store {
    /// How many tasks go on by agency, by whether they were updated since these days: latest day first.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn ongoing(&self, since: [NaiveDate; 3]) -> Result<Vec<Aged>> {
        let sql = format!("SELECT agency_id, {AGES} GROUP BY agency_id ORDER BY agency_id");
        let [first, second, third] = since;
        self.db.rows(&sql, &values![first, second, third], |row| {
            let agency = AgencyId(row.number()?);
            read_aged(agency, row)
        })
    }

    /// The same by area, of one agency or of all.
    pub fn ongoing_by_area(
        &self,
        agency: Option<AgencyId>,
        since: [NaiveDate; 3],
    ) -> Result<Vec<(AreaId, Aged)>> {
        let (from, to) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let sql = format!(
            "SELECT area_id, {AGES} AND agency_id >= ?4 AND agency_id <= ?5
            GROUP BY area_id
            ORDER BY area_id"
        );
        let [first, second, third] = since;
        let asked = values![first, second, third, from, to];
        self.db.rows(&sql, &asked, |row| {
            let area = AreaId(row.number()?);
            Ok((area, read_aged(AgencyId::UNRESOLVED, row)?))
        })
    }

    /// The tasks that go on, of one agency or of all: the longest without an update first.
    pub fn ongoing_tasks(
        &self,
        agency: Option<AgencyId>,
        area: Option<AreaId>,
        limit: usize,
    ) -> Result<Vec<TaskId>> {
        let of_area = area.map_or_else(String::new, |area| format!(" AND area_id = {}", area.0));
        let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT id
            FROM task INDEXED BY task_ongoing
            WHERE {GOING_ON} AND agency_id >= ?1 AND agency_id <= ?2{of_area}
            ORDER BY {LAST}, agency_id, id
            LIMIT ?3"
        );
        self.db.rows(&sql, &values![first, last, limit], |row| {
            row.number().map(TaskId)
        })
    }

    /// How the occurrences of every series ended, or of those that an agency leads.
    pub fn series_records(&self, agency: Option<AgencyId>, day: &Day<'_>) -> Result<Vec<Record>> {
        self.db.at_once(|| {
            let sql = "SELECT series_id, state, n FROM series_tally WHERE n <> 0 ORDER BY series_id, state";
            let rows = self.db.rows(sql, &[], |row| {
                Ok((row.number()?, row.number()?, row.count()?))
            })?;
            let mut all: Vec<Record> = Vec::new();
            for (series, state, n) in rows {
                if all.last().is_none_or(|last| last.series.0 != series) {
                    all.push(Record::none(TaskId(series)));
                }
                if let Some(last) = all.last_mut() {
                    match state {
                        0 => last.open = n,
                        1 => last.kept = n,
                        2 => last.late = n,
                        3 => last.undated = n,
                        _ => last.dropped = n,
                    }
                }
            }
            self.running(&mut all, day)?;
            if let Some(agency) = agency {
                let own = self.series_of(agency)?;
                all.retain(|record| own.binary_search(&record.series).is_ok());
            }
            Ok(all)
        })
    }

    /// What of the open ones is overdue, and which day comes next.
    fn running(&self, all: &mut [Record], day: &Day<'_>) -> Result<()> {
        let sql = "SELECT series_id, SUM(CASE WHEN effective_due < ?1 THEN 1 ELSE 0 END),
                MIN(CASE WHEN effective_due >= ?1 THEN effective_due END)
            FROM task INDEXED BY task_running_by_series
            WHERE rank = 0 AND series_id IS NOT NULL
            GROUP BY series_id
            ORDER BY series_id";
        let today = due_key(Some(day.today));
        let rows = self.db.rows(sql, &values![today], |row| {
            Ok((TaskId(row.number()?), row.number()?, row.maybe_date()?))
        })?;
        for (series, overdue, next) in rows {
            let place = all.binary_search_by_key(&series, |record| record.series);
            if let Some(record) = place.ok().and_then(|place| all.get_mut(place)) {
                record.overdue = overdue;
                record.open -= overdue;
                record.next = next;
            }
        }
        Ok(())
    }

    fn series_of(&self, agency: AgencyId) -> Result<Vec<TaskId>> {
        let sql = "SELECT id FROM task WHERE form = 'series' AND agency_id = ?1 ORDER BY id";
        self.db
            .rows(sql, &values![agency.0], |row| row.number().map(TaskId))
    }

    /// Series whose kept numbers are not what counting gives; empty where all agrees. At most a thousand are named.
    pub fn check_series_tallies(&self) -> Result<Vec<TaskId>> {
        let sql = "SELECT series_id
            FROM (
                SELECT series_id, state, n AS kept, 0 AS counted FROM series_tally
                UNION ALL
                SELECT series_id,
                    CASE status WHEN 'done' THEN CASE lateness WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 3 END
                    WHEN 'dropped' THEN 4 ELSE 0 END,
                    0, 1
                FROM task WHERE series_id IS NOT NULL AND rank IS NOT NULL
            ) AS both_ways
            GROUP BY series_id, state
            HAVING SUM(kept) <> SUM(counted)
            LIMIT 1000";
        counted_anew(&self.db, sql, |row| row.number().map(TaskId))
    }
}
