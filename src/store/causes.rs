//! Why things are late: the texts of causes, counted by agency and area; and the late tasks themselves.
//!
//! What is done late is counted along an index of its own, by due date. Of running clocks only those have a cause that
//! were submitted late and returned: a short index has them, and the rest gave none.

use chrono::NaiveDate;

use crate::domain::completion::{Classes, Kept};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, DocumentId, TaskId};
use crate::domain::period::Period;
use crate::domain::report::Basis;

use super::Store;
use super::db::{Row, values};
use super::record::{FIRST_DUE, NO_DUE, due_key, status_of};
use super::sqlite::pin::Pin;

/// Late tasks of which is asked: whose, in which area, of which period by which day.
#[derive(Debug, Clone, Copy)]
pub struct LateAsked {
    /// Of this agency, or of all.
    pub agency: Option<AgencyId>,
    /// Of this area, or of all.
    pub area: Option<AreaId>,
    /// Of this period, or of all times.
    pub period: Option<Period>,
    /// By which day a task belongs to it.
    pub basis: Basis,
}

/// Late tasks of an agency and an area for which the same cause was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithCause {
    /// The lead.
    pub agency: AgencyId,
    /// The area.
    pub area: AreaId,
    /// As the lead wrote it; empty where it wrote none.
    pub cause: String,
    /// How many.
    pub n: i64,
}

/// The conditions that `LateAsked` fills: of the agency, the area and the period.
const ASKED: &str = "agency_id >= ?1 AND agency_id <= ?2 AND area_id >= ?3 AND area_id <= ?4
                AND effective_due >= ?5 AND effective_due <= ?6";

impl LateAsked {
    /// The period by due date; `until` is the last day of what is late now.
    fn due(&self, until: Option<NaiveDate>) -> (NaiveDate, NaiveDate) {
        let (from, to) = match (self.basis, self.period) {
            (Basis::Due, Some(period)) => (period.from, period.to),
            (Basis::Due | Basis::Assigned, _) => (Period::BEGINNING, Period::END),
        };
        (from, until.map_or(to, |until| until.min(to)))
    }

    /// The condition on the day of assignment, if there is one; its days are of the calendar and safe in a statement.
    fn assigned(&self) -> String {
        match (self.basis, self.period) {
            (Basis::Assigned, Some(Period { from, to })) => {
                format!(" AND assigned_on >= '{from}' AND assigned_on <= '{to}'")
            }
            (Basis::Due | Basis::Assigned, _) => String::new(),
        }
    }

    /// The bounds of [`ASKED`]. Ids are never below 0: one statement for one and for all.
    fn bounds(&self) -> [(i64, i64); 2] {
        let agency = self.agency.map(|id| id.0);
        let area = self.area.map(|id| id.0);
        [agency, area].map(|id| id.map_or((0, i64::MAX), |id| (id, id)))
    }
}

impl Store {
    /// The causes of what was done late, those that were left out as an empty text.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn causes_of_done(&self, asked: &LateAsked) -> Result<Vec<WithCause>> {
        let sql = format!(
            "SELECT agency_id, area_id, delay_cause, COUNT(*)
            FROM task INDEXED BY task_done_late
            WHERE rank = 3 AND lateness = 2 AND {ASKED}{}
            GROUP BY agency_id, area_id, delay_cause",
            asked.assigned()
        );
        self.causes(&sql, asked, None)
    }

    /// The causes of what is late now, where there is one.
    pub fn causes_of_open(&self, asked: &LateAsked, today: NaiveDate) -> Result<Vec<WithCause>> {
        let sql = format!(
            "SELECT agency_id, area_id, delay_cause, COUNT(*)
            FROM task INDEXED BY task_with_cause
            WHERE rank = 0 AND delay_cause <> '' AND {ASKED}{}
            GROUP BY agency_id, area_id, delay_cause",
            asked.assigned()
        );
        self.causes(&sql, asked, today.pred_opt())
    }

    fn causes(
        &self,
        sql: &str,
        asked: &LateAsked,
        until: Option<NaiveDate>,
    ) -> Result<Vec<WithCause>> {
        let [(first, last), (low, high)] = asked.bounds();
        let (from, to) = asked.due(until);
        let row = values![first, last, low, high, from, to];
        self.db.rows(sql, &row, |row| {
            Ok(WithCause {
                agency: AgencyId(row.number()?),
                area: AreaId(row.number()?),
                cause: row.text()?,
                n: row.number()?,
            })
        })
    }

    /// The due date of the longest overdue task of each agency and area.
    pub fn late_since(
        &self,
        asked: &LateAsked,
        today: NaiveDate,
    ) -> Result<Vec<(AgencyId, AreaId, NaiveDate)>> {
        // By due date the first entry of each agency and area is enough; by assignment the period is gone through.
        let sql = match (asked.basis, asked.period) {
            (Basis::Assigned, Some(_)) => format!(
                "SELECT agency_id, area_id, MIN(effective_due)
                FROM task INDEXED BY task_running_since
                WHERE rank = 0 AND {ASKED}{}
                GROUP BY agency_id, area_id",
                asked.assigned()
            ),
            (Basis::Due | Basis::Assigned, _) => format!(
                "SELECT agency, area, since
                FROM (
                    SELECT agency.id AS agency, area.id AS area,
                        (SELECT MIN(effective_due) FROM {}
                        WHERE rank = 0 AND agency_id = agency.id AND area_id = area.id
                            AND effective_due >= ?5 AND effective_due <= ?6) AS since
                    FROM agency CROSS JOIN area
                    WHERE agency.id >= ?1 AND agency.id <= ?2 AND area.id >= ?3 AND area.id <= ?4
                ) AS firsts
                WHERE since IS NOT NULL",
                Pin::Area.table()
            ),
        };
        let [(first, last), (low, high)] = asked.bounds();
        let (from, to) = asked.due(today.pred_opt());
        let row = values![first, last, low, high, from, to];
        self.db.rows(&sql, &row, |row| {
            Ok((AgencyId(row.number()?), AreaId(row.number()?), row.date()?))
        })
    }

    /// What is late now, the longest overdue first; `unstated` leaves out what has a cause.
    pub fn late_now(
        &self,
        asked: &LateAsked,
        today: NaiveDate,
        unstated: bool,
        limit: usize,
    ) -> Result<Vec<TaskId>> {
        let pin = match asked.agency {
            Some(_) => Pin::Agency,
            None => Pin::Due,
        };
        // One agency is a range of one: said as such, its index has the rows in order.
        let whose = match asked.agency {
            Some(agency) => format!("agency_id = {}", agency.0),
            None => "agency_id >= 0".to_owned(),
        };
        let sql = format!(
            "SELECT id
            FROM {}
            WHERE {whose} AND rank = 0 AND effective_due >= ?1 AND effective_due <= ?2
                AND area_id >= ?3 AND area_id <= ?4{}{}
            ORDER BY effective_due, id
            LIMIT ?5",
            pin.table(),
            asked.assigned(),
            if unstated {
                " AND delay_cause = ''"
            } else {
                ""
            },
        );
        let [_, (low, high)] = asked.bounds();
        let (from, to) = asked.due(today.pred_opt());
        let row = values![
            from,
            to,
            low,
            high,
            i64::try_from(limit).unwrap_or(i64::MAX)
        ];
        self.db.rows(&sql, &row, |row| row.number().map(TaskId))
    }

    /// What is late now and has a cause, with it.
    pub fn late_with_cause(
        &self,
        asked: &LateAsked,
        today: NaiveDate,
    ) -> Result<Vec<(TaskId, String)>> {
        let sql = format!(
            "SELECT id, delay_cause
            FROM task INDEXED BY task_with_cause
            WHERE rank = 0 AND delay_cause <> '' AND {ASKED}{}
            ORDER BY effective_due, id",
            asked.assigned()
        );
        self.listed(&sql, asked, today.pred_opt())
    }

    /// What was done late, with its cause, by due date.
    pub fn done_late(&self, asked: &LateAsked, limit: usize) -> Result<Vec<(TaskId, String)>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT id, delay_cause
            FROM task INDEXED BY task_done_late
            WHERE rank = 3 AND lateness = 2 AND {ASKED}{}
            ORDER BY effective_due, agency_id, area_id, assigned_on, delay_cause, id
            LIMIT {limit}",
            asked.assigned()
        );
        self.listed(&sql, asked, None)
    }

    fn listed(
        &self,
        sql: &str,
        asked: &LateAsked,
        until: Option<NaiveDate>,
    ) -> Result<Vec<(TaskId, String)>> {
        let [(first, last), (low, high)] = asked.bounds();
        let (from, to) = asked.due(until);
        let row = values![first, last, low, high, from, to];
        let read = |row: &mut Row<'_>| Ok((TaskId(row.number()?), row.text()?));
        self.db.rows(sql, &row, read)
    }
}

impl Store {
    /// The classes of the tasks that a document gave, of a period or of all times, of one agency or of all.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn classes_of_document(
        &self,
        document: DocumentId,
        asked: &LateAsked,
        today: NaiveDate,
    ) -> Result<Classes> {
        let sql = format!(
            "SELECT agency_id, area_id, status, effective_due <> '9999-12-31', lateness, first_lateness, is_excused,
                effective_due < ?7, COUNT(*)
            FROM {}
            WHERE document_id = {} AND rank IS NOT NULL AND {ASKED}{}
            GROUP BY agency_id, area_id, status, effective_due <> '9999-12-31', lateness, first_lateness,
                is_excused, effective_due < ?7",
            Pin::Document.table(),
            document.0,
            asked.assigned()
        );
        let [(first, last), (low, high)] = asked.bounds();
        // Without a period those without a due date count as well.
        let (from, to) = match (asked.basis, asked.period) {
            (Basis::Due, Some(period)) => (due_key(Some(period.from)), due_key(Some(period.to))),
            (Basis::Due | Basis::Assigned, _) => (FIRST_DUE.to_owned(), NO_DUE.to_owned()),
        };
        let row = values![first, last, low, high, from, to, today];
        let mut classes = Classes::default();
        let parts = self.db.rows(&sql, &row, |row| {
            let mut kept = Kept {
                agency: AgencyId(row.number()?),
                area: AreaId(row.number()?),
                status: status_of(&row.text()?)?,
                is_dated: row.is()?,
                lateness: row.number()?,
                first_lateness: row.number()?,
                is_excused: row.is()?,
                n: 0,
            };
            let is_late = row.is()?;
            kept.n = row.number()?;
            Ok(Classes::of(&kept, is_late))
        })?;
        parts.into_iter().for_each(|part| classes += part);
        Ok(classes)
    }
}
