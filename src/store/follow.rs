//! What reports of follow-up ask: who held tasks and how long, what was done how often, who waits for whom.

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::event::HELD_BY_LEAD;
use crate::domain::follow_up::SupportRequest;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::period::Period;

use super::Store;
use super::db::{Row, Value, values};
use super::page::HELD;
use super::record::requests_of;
use super::sqlite::pin::Pin;

/// Since when a task is with its lead.
const SINCE: &str = "COALESCE(held_since, assigned_on)";

/// Somebody has or had a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// Which task.
    pub task: TaskId,
    /// Whose it was.
    pub agency: AgencyId,
    /// Who held it, by the code of the event; the lead where it is still held.
    pub what: String,
    /// Since when.
    pub since: NaiveDate,
    /// Until when; none while it lasts.
    pub until: Option<NaiveDate>,
}

impl Store {
    /// Who held this task before, in order.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn holdings_of(&self, task: TaskId) -> Result<Vec<Holding>> {
        let sql = "SELECT task_id, agency_id, what, since, day FROM event
            WHERE task_id = ?1 AND since IS NOT NULL AND is_void = 0
            ORDER BY since, id";
        self.db.rows(sql, &values![task.0], read_holding)
    }

    /// The longest time that a lead held a task and that ended.
    pub fn longest_of(&self, agency: AgencyId, period: Period) -> Result<Option<Holding>> {
        let (_, Some(length)) = self.kept_of(agency, HELD_BY_LEAD, period)? else {
            return Ok(None);
        };
        let sql = "SELECT task_id, agency_id, what, since, day FROM event INDEXED BY event_held
            WHERE agency_id = ?1 AND what = ?2 AND length = ?3 AND length IS NOT NULL AND is_void = 0
                AND day >= ?4 AND day <= ?5
            LIMIT 1";
        let row = values![agency.0, HELD_BY_LEAD, length, period.from, period.to];
        self.db.first(sql, &row, read_holding)
    }

    /// The times that leads held a task and that ended, the longest first: of one agency or of all.
    ///
    /// Where the period has few of all there are, they are gone through; else the longest ones, until enough of
    /// them lie in it.
    pub fn longest_held(
        &self,
        agency: Option<AgencyId>,
        period: Period,
        limit: usize,
    ) -> Result<Vec<Holding>> {
        let always = Period {
            from: Period::BEGINNING,
            to: Period::END,
        };
        let many = self.held_count(agency, period)?;
        let is_few = many > 0 && many * 4 < self.held_count(agency, always)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let within = "is_void = 0 AND day >= ?2 AND day <= ?3";
        let length = "length IS NOT NULL AND";
        let found = match (agency, is_few) {
            _ if many == 0 => return Ok(Vec::new()),
            (Some(_), true) => format!(
                "SELECT id FROM event INDEXED BY event_by_agency
                WHERE agency_id = ?5 AND what = ?1 AND {length} {within} ORDER BY length DESC LIMIT ?4"
            ),
            (None, true) => format!(
                "SELECT event.id FROM agency CROSS JOIN event INDEXED BY event_by_agency
                WHERE agency_id = agency.id AND what = ?1 AND {length} {within}
                ORDER BY length DESC LIMIT ?4"
            ),
            (Some(_), false) => format!(
                "SELECT id FROM event INDEXED BY event_held
                WHERE agency_id = ?5 AND what = ?1 AND {length} {within} ORDER BY length DESC LIMIT ?4"
            ),
            (None, false) => format!(
                "SELECT id FROM event INDEXED BY event_by_length
                WHERE what = ?1 AND {length} {within} ORDER BY length DESC LIMIT ?4"
            ),
        };
        let mut row: Vec<Value<'_>> = values![HELD_BY_LEAD, period.from, period.to, limit].into();
        row.extend(agency.map(|agency| Value::from(agency.0)));
        let ids = self.db.rows(&found, &row, |row| row.number())?;
        let sql = "SELECT task_id, agency_id, what, since, day FROM event WHERE id = ?1";
        let one = |id| self.db.first(sql, &values![id], read_holding);
        ids.into_iter()
            .filter_map(|id| one(id).transpose())
            .collect()
    }

    /// How many times leads held a task and that ended.
    fn held_count(&self, agency: Option<AgencyId>, period: Period) -> Result<i64> {
        match agency {
            Some(agency) => Ok(self.kept_of(agency, HELD_BY_LEAD, period)?.0),
            None => {
                let counts = self.event_counts(&[HELD_BY_LEAD], Some(period))?;
                Ok(counts.iter().map(|it| it.count).sum())
            }
        }
    }

    /// The tasks that are with their lead now, those first that are for longest: of one agency or of all.
    pub fn held_now(&self, agency: Option<AgencyId>, limit: usize) -> Result<Vec<Holding>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let (pin, whose) = match agency {
            Some(_) => (Pin::Held, "agency_id = ?1 AND"),
            None => (Pin::HeldSince, "?1 = 0 AND"),
        };
        let sql = format!(
            "SELECT id, agency_id, {SINCE} FROM {}
            WHERE {whose} rank IS NOT NULL AND {HELD} AND {SINCE} IS NOT NULL
            ORDER BY {SINCE} LIMIT ?2",
            pin.table()
        );
        let row = values![agency.map_or(0, |agency| agency.0), limit];
        self.db.rows(&sql, &row, |row| {
            Ok(Holding {
                task: TaskId(row.number()?),
                agency: AgencyId(row.number()?),
                what: HELD_BY_LEAD.to_owned(),
                since: row.date()?,
                until: None,
            })
        })
    }

    /// How many tasks each agency has now, and since when the oldest.
    pub fn held_by_agency(&self) -> Result<Vec<(AgencyId, i64, Option<NaiveDate>)>> {
        let sql = format!(
            "SELECT agency_id, COUNT(*), MIN({SINCE}) FROM {}
            WHERE rank IS NOT NULL AND {HELD}
            GROUP BY agency_id",
            Pin::Held.table()
        );
        self.db.rows(&sql, &[], |row| {
            Ok((AgencyId(row.number()?), row.number()?, row.maybe_date()?))
        })
    }

    /// How many tasks are with their lead now, by area, and since when the oldest; of one agency or of all.
    pub fn held_by_area(
        &self,
        agency: Option<AgencyId>,
    ) -> Result<Vec<(AreaId, i64, Option<NaiveDate>)>> {
        let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let sql = format!(
            "SELECT area_id, COUNT(*), MIN({SINCE}) FROM {}
            WHERE rank IS NOT NULL AND {HELD} AND agency_id >= ?1 AND agency_id <= ?2
            GROUP BY area_id",
            Pin::HeldByArea.table()
        );
        self.db.rows(&sql, &values![first, last], |row| {
            Ok((AreaId(row.number()?), row.number()?, row.maybe_date()?))
        })
    }

    /// The longest time that a lead held a task of an area and that ended, where it took so many days; of one agency
    /// or of all.
    pub fn longest_in_area(
        &self,
        area: AreaId,
        agency: Option<AgencyId>,
        period: Period,
        length: i64,
    ) -> Result<Option<Holding>> {
        let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let sql = "SELECT task_id, agency_id, what, since, day FROM event INDEXED BY event_by_length
            WHERE what = ?1 AND length = ?2 AND length IS NOT NULL AND is_void = 0 AND day >= ?3 AND day <= ?4
                AND area_id = ?5 AND agency_id >= ?6 AND agency_id <= ?7
            LIMIT 1";
        let row = values![
            HELD_BY_LEAD,
            length,
            period.from,
            period.to,
            area.0,
            first,
            last
        ];
        self.db.first(sql, &row, read_holding)
    }

    /// The tasks for which a supporting agency was asked and has not answered, each with what was asked.
    pub fn with_requests(&self) -> Result<Vec<(TaskId, AgencyId, Vec<SupportRequest>)>> {
        let sql = format!(
            "SELECT id, agency_id, more FROM {} WHERE support_asked IS NOT NULL AND rank IS NOT NULL",
            Pin::Support.table()
        );
        self.db.rows(&sql, &[], |row| {
            let (id, lead) = (TaskId(row.number()?), AgencyId(row.number()?));
            Ok((id, lead, requests_of(&row.text()?)?))
        })
    }

    /// The first day among those of a column, of tasks that meet a condition of ours.
    pub(in crate::store) fn oldest(
        &self,
        pin: Pin,
        column: &str,
        condition: &str,
        agency: Option<AgencyId>,
    ) -> Result<Option<NaiveDate>> {
        let mut sql = format!(
            "SELECT MIN({column}) FROM {} WHERE rank IS NOT NULL AND {condition}",
            pin.table()
        );
        let mut row: Vec<Value<'_>> = Vec::new();
        if let Some(agency) = agency {
            sql.push_str(" AND agency_id = ?1");
            row.push(agency.0.into());
        }
        Ok(self.db.first(&sql, &row, |row| row.maybe_date())?.flatten())
    }

    /// Since when the oldest submission waits, of one agency or of all.
    pub fn oldest_submission(&self, agency: Option<AgencyId>) -> Result<Option<NaiveDate>> {
        self.oldest(Pin::Awaiting, "submitted_on", "status = 'awaiting'", agency)
    }

    /// Since when the oldest explanation is outstanding.
    pub fn oldest_explanation(&self, agency: Option<AgencyId>) -> Result<Option<NaiveDate>> {
        let condition = "explanation_asked IS NOT NULL";
        self.oldest(Pin::ToExplain, "explanation_asked", condition, agency)
    }

    /// Since when the oldest request to a supporting agency waits.
    pub fn oldest_request(&self, agency: Option<AgencyId>) -> Result<Option<NaiveDate>> {
        let condition = "support_asked IS NOT NULL";
        self.oldest(Pin::Support, "support_asked", condition, agency)
    }

    /// Since when the oldest dispute waits.
    pub fn oldest_dispute(&self, agency: Option<AgencyId>) -> Result<Option<NaiveDate>> {
        self.oldest(Pin::Disputed, "held_since", "is_disputed = 1", agency)
    }
}

fn read_holding(row: &mut Row<'_>) -> Result<Holding> {
    Ok(Holding {
        task: TaskId(row.number()?),
        agency: AgencyId(row.number()?),
        what: row.text()?,
        since: row.date()?,
        until: Some(row.date()?),
    })
}
