//! What is late now, by agency: since when, how many, and which is the longest.

use chrono::NaiveDate;

use crate::domain::error::Result;
use crate::domain::id::{AgencyId, TaskId};

use super::Store;
use super::db::values;
use super::sqlite::pin::Pin;

/// Tasks of an agency that fell due on one day and are late now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateOn {
    /// The lead.
    pub agency: AgencyId,
    /// The day on which they fell due.
    pub due: NaiveDate,
    /// How many.
    pub n: i64,
}

impl Store {
    /// What is late today by agency and due date, the longest overdue of each agency first.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn late_by_due(&self, today: NaiveDate) -> Result<Vec<LateOn>> {
        // Grouped in the order of the index: nothing is sorted.
        let sql = format!(
            "SELECT agency.id, effective_due, COUNT(*)
            FROM agency CROSS JOIN {}
            WHERE agency_id = agency.id AND rank = 0 AND effective_due < ?1
            GROUP BY agency.id, effective_due
            ORDER BY agency.id, effective_due",
            Pin::Agency.table()
        );
        self.db.rows(&sql, &values![today], |row| {
            Ok(LateOn {
                agency: AgencyId(row.number()?),
                due: row.date()?,
                n: row.number()?,
            })
        })
    }

    /// The running tasks of an agency that fell due first, so many at the most.
    pub fn longest_overdue(
        &self,
        agency: AgencyId,
        today: NaiveDate,
        limit: usize,
    ) -> Result<Vec<TaskId>> {
        let sql = format!(
            "SELECT id
            FROM {}
            WHERE agency_id = ?1 AND rank = 0 AND effective_due < ?2
            ORDER BY effective_due, id
            LIMIT ?3",
            Pin::Agency.table()
        );
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let asked = values![agency.0, today, limit];
        self.db.rows(&sql, &asked, |row| row.number().map(TaskId))
    }

    /// How many running tasks are in time by an extension only: their first due date has passed. By agency.
    pub fn late_but_for_extension(&self, today: NaiveDate) -> Result<Vec<(AgencyId, i64)>> {
        let sql = "SELECT agency_id, COUNT(*)
            FROM task INDEXED BY task_extended
            WHERE rank = 0 AND extensions > 0 AND original_due < ?1 AND effective_due >= ?1
            GROUP BY agency_id
            ORDER BY agency_id";
        self.db.rows(sql, &values![today], |row| {
            Ok((AgencyId(row.number()?), row.number()?))
        })
    }

    /// How many explanations were asked for and not given yet, by agency.
    pub fn to_explain(&self) -> Result<Vec<(AgencyId, i64)>> {
        let sql = "SELECT agency_id, COUNT(*)
            FROM task INDEXED BY task_to_explain
            WHERE explanation_asked IS NOT NULL AND rank IS NOT NULL
            GROUP BY agency_id
            ORDER BY agency_id";
        self.db
            .rows(sql, &[], |row| Ok((AgencyId(row.number()?), row.number()?)))
    }

    /// How many extensions were asked for and not decided yet, by agency.
    pub fn undecided(&self) -> Result<Vec<(AgencyId, i64)>> {
        let sql = "SELECT agency_id, COUNT(*)
            FROM task INDEXED BY task_asked
            WHERE extension_asked IS NOT NULL AND rank IS NOT NULL
            GROUP BY agency_id
            ORDER BY agency_id";
        self.db
            .rows(sql, &[], |row| Ok((AgencyId(row.number()?), row.number()?)))
    }
}
