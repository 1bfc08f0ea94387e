//! What a reorganisation has to know: who is there now, whose tasks are open, what was done to an agency.

use chrono::NaiveDate;

use crate::domain::agency::Agency;
use crate::domain::calendar::DayOff;
use crate::domain::change::Change;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::user::Account;

use super::db::{Db, values};
use super::frame::AGENCY;
use super::sqlite::pin::Pin;
use super::{Store, Writer, facts, log};

/// The open tasks of an agency, by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Open {
    /// Listed ones: neither done nor dropped.
    pub tasks: Vec<TaskId>,
    /// Series that are neither done nor dropped.
    pub series: Vec<TaskId>,
}

impl Store {
    /// The open tasks of an agency, or of nobody, with its series.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn open_of(&self, agency: AgencyId) -> Result<Open> {
        self.db.at_once(|| open_of(&self.db, agency))
    }

    /// So many open tasks have a lead that ended by that day, or is not known.
    pub fn orphans(&self, today: NaiveDate) -> Result<i64> {
        super::counts::orphans(&self.db, None, today)
    }

    /// What was done to an agency, newest first.
    pub fn log_of_agency(&self, id: AgencyId, limit: usize) -> Result<Vec<Change>> {
        let changes = log::of_frame(&self.db, AGENCY)?;
        let is_its = |change: &Change| {
            let either = if change.after.is_empty() {
                &change.before
            } else {
                &change.after
            };
            either.get("id").and_then(serde_json::Value::as_i64) == Some(id.0)
        };
        Ok(changes.into_iter().filter(is_its).take(limit).collect())
    }
}

impl Writer<'_> {
    /// All agencies as they are now, in official order.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn agencies(&self) -> Result<Vec<Agency>> {
        facts::agencies(self.db)
    }

    /// The agency of that number as it is now.
    pub fn agency(&self, id: AgencyId) -> Result<Option<Agency>> {
        facts::agency(self.db, id)
    }

    /// The account of that login as it is now.
    pub fn account(&self, login: &str) -> Result<Option<Account>> {
        facts::user(self.db, login)
    }

    /// All accounts as they are now, by login.
    pub fn accounts(&self) -> Result<Vec<Account>> {
        facts::users(self.db)
    }

    /// The row of the calendar as it is now.
    pub fn day_off(&self, date: NaiveDate) -> Result<Option<DayOff>> {
        facts::day_off(self.db, date)
    }

    /// The open tasks of an agency, or of nobody, with its series.
    pub fn open_of(&self, agency: AgencyId) -> Result<Open> {
        open_of(self.db, agency)
    }

    /// All accounts as they are now.
    pub fn users(&self) -> Result<Vec<Account>> {
        facts::users(self.db)
    }

    /// The calendar as it is now.
    pub fn days_off(&self) -> Result<Vec<DayOff>> {
        facts::days_off(self.db)
    }

    /// The tasks of relative deadlines that are due on these days: what an edit of the calendar may move.
    pub fn relative(&self, due: &[NaiveDate]) -> Result<Vec<TaskId>> {
        super::tasks::relative(self.db, due)
    }

    /// A setting as it is now.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        facts::setting(self.db, key)
    }
}

fn open_of(db: &Db, agency: AgencyId) -> Result<Open> {
    // Ranks 0 to 2 are what is not closed; the order of the index is taken as it comes.
    let sql = format!(
        "SELECT id FROM {} WHERE agency_id = ?1 AND rank IN (0, 1, 2)",
        Pin::Agency.table()
    );
    let tasks = db.rows(&sql, &values![agency.0], |row| row.number().map(TaskId))?;
    let sql = "SELECT id
        FROM task
        WHERE form = 'series' AND agency_id = ?1 AND is_gone = 0 AND status NOT IN ('done', 'dropped')
        ORDER BY id";
    let series = db.rows(sql, &values![agency.0], |row| row.number().map(TaskId))?;
    Ok(Open { tasks, series })
}
