//! What reports of follow-up ask: who held tasks and how long, what was done how often, who waits for whom.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::event::HELD_BY_LEAD;
use crate::domain::follow_up::SupportRequest;
use crate::domain::id::{AgencyId, AreaId, TaskId};
use crate::domain::period::Period;
use crate::domain::transition::Deed;

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

    /// What of these was done to tasks of an agency, or of all, the latest first; at most so many of each kind.
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
        let of_area = area.map_or_else(String::new, |area| {
            let is_its =
                "EXISTS (SELECT 1 FROM task WHERE task.id = event.task_id AND task.area_id =";
            format!(" AND {is_its} {})", area.0)
        });
        let one = format!(
            "SELECT task_id, agency_id, what, day, other_id FROM event INDEXED BY event_by_agency
            WHERE agency_id = ?5 AND what = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0{of_area}
            ORDER BY day DESC, length DESC, id DESC LIMIT ?4"
        );
        let all = format!(
            "SELECT event.id FROM agency CROSS JOIN event INDEXED BY event_by_agency
            WHERE agency_id = agency.id AND what = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0{of_area}
            ORDER BY day DESC, event.id DESC LIMIT ?4"
        );
        let single = "SELECT task_id, agency_id, what, day, other_id FROM event WHERE id = ?1";
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

    /// How often this was done by the area of the task, and when last; to the tasks of one agency or of all.
    pub fn done_by_area(
        &self,
        agency: Option<AgencyId>,
        what: &str,
        period: Period,
    ) -> Result<Vec<(AreaId, i64, Option<NaiveDate>)>> {
        // Events keep no area, since a task may come into another one: its row says it.
        let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let sql = "SELECT task.area_id, COUNT(*), MAX(event.day)
            FROM agency CROSS JOIN event INDEXED BY event_by_agency CROSS JOIN task
            WHERE agency.id >= ?4 AND agency.id <= ?5
                AND event.agency_id = agency.id AND event.what = ?1
                AND event.day >= ?2 AND event.day <= ?3 AND event.is_void = 0
                AND task.id = event.task_id
            GROUP BY task.area_id
            ORDER BY task.area_id";
        let row = values![what, period.from, period.to, first, last];
        self.db.rows(sql, &row, |row| {
            Ok((AreaId(row.number()?), row.number()?, row.maybe_date()?))
        })
    }

    /// How many tasks are with their lead now, by area; of one agency or of all.
    pub fn held_by_area(&self, agency: Option<AgencyId>) -> Result<Vec<(AreaId, i64)>> {
        // What is kept by status, less the few that are disputed.
        let (first, last) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let sql = format!(
            "SELECT area_id, SUM(n)
            FROM (
                SELECT area_id, n FROM tally
                WHERE agency_id >= ?1 AND agency_id <= ?2 AND status IN ('not_started', 'in_progress')
                UNION ALL
                SELECT area_id, -1 FROM {}
                WHERE is_disputed = 1 AND rank IS NOT NULL AND agency_id >= ?1 AND agency_id <= ?2
                    AND status IN ('not_started', 'in_progress')
            ) AS held
            GROUP BY area_id
            ORDER BY area_id",
            Pin::Disputed.table()
        );
        self.db.rows(&sql, &values![first, last], |row| {
            Ok((AreaId(row.number()?), row.number()?))
        })
    }

    /// What of these was done to a task, the latest first.
    pub fn done_to(&self, task: TaskId, what: &[&str], period: Period) -> Result<Vec<Done>> {
        let sql =
            "SELECT task_id, agency_id, what, day, other_id FROM event INDEXED BY event_by_task
            WHERE task_id = ?1 AND day >= ?2 AND day <= ?3 AND is_void = 0
            ORDER BY id DESC";
        let row = values![task.0, period.from, period.to];
        let mut found = self.db.rows(sql, &row, read_done)?;
        found.retain(|done| what.contains(&done.what.as_str()));
        Ok(found)
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
            "SELECT task_id, agency_id, what, day, other_id FROM event INDEXED BY event_by_task
            WHERE task_id = ?1 AND what = ?2 AND other_id IS NOT NULL AND is_void = 0
            ORDER BY id";
        let row = values![task.0, Deed::Transfer.code()];
        self.db.rows(sql, &row, read_done)
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

fn read_done(row: &mut Row<'_>) -> Result<Done> {
    Ok(Done {
        task: TaskId(row.number()?),
        agency: AgencyId(row.number()?),
        what: row.text()?,
        day: row.date()?,
        other: row.maybe_number()?.map(AgencyId),
    })
}
