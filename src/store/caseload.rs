//! The files of agencies by month.

use crate::domain::caseload::{Caseload, Files};
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::interval::Interval;

use super::db::{Db, Row, values};
use super::measures::interval;
use super::{Store, Writer};

/// How the log names the files of an agency in a month.
pub const CASELOAD: &str = "caseload";

const COLUMNS: &str =
    "agency_id, month, opening, received, solved_on_time, solved_late, open_in_time,
    open_late, withdrawn, waiting";

impl Store {
    /// The files of all agencies in a month, in official order.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn caseload_in(&self, month: Interval) -> Result<Vec<Caseload>> {
        let sql = format!("SELECT {COLUMNS} FROM caseload WHERE month = ?1 ORDER BY agency_id");
        self.db
            .rows(&sql, &values![month.to_string()], read_caseload)
    }

    /// The files of an agency, the latest month first, at most so many.
    pub fn caseload_of(&self, agency: AgencyId, limit: i64) -> Result<Vec<Caseload>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM caseload WHERE agency_id = ?1 ORDER BY month DESC LIMIT ?2"
        );
        self.db.rows(&sql, &values![agency.0, limit], read_caseload)
    }

    /// The files of the city from one month to another, by month.
    pub fn caseload_by_month(
        &self,
        from: Interval,
        to: Interval,
    ) -> Result<Vec<(Interval, Files)>> {
        let sql = "SELECT month, SUM(solved_late + open_late),
            SUM(solved_on_time + solved_late + open_in_time + open_late), SUM(received),
            SUM(solved_on_time + solved_late)
            FROM caseload
            WHERE month BETWEEN ?1 AND ?2
            GROUP BY month
            ORDER BY month";
        let values = values![from.to_string(), to.to_string()];
        self.db.rows(sql, &values, |row| {
            let month = interval(&row.text()?)?;
            let (late, all) = (row.number()?, row.number()?);
            let (received, solved) = (row.number()?, row.number()?);
            let files = Files {
                late,
                all,
                received,
                solved,
            };
            Ok((month, files))
        })
    }

    /// The latest month that has files.
    pub fn last_caseload_month(&self) -> Result<Option<Interval>> {
        let sql = "SELECT MAX(month) FROM caseload";
        let found = self.db.first(sql, &[], |row| row.maybe_text())?.flatten();
        found.map(|text| interval(&text)).transpose()
    }
}

impl Writer<'_> {
    /// The files of an agency in a month.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn caseload(&self, agency: AgencyId, month: Interval) -> Result<Option<Caseload>> {
        caseload(self.db, agency, month)
    }

    /// Enters the files of an agency in a month, over older ones.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn save_caseload(&mut self, files: &Caseload) -> Result<()> {
        let before = self.caseload(files.agency, files.month)?;
        put(self.db, files)?;
        self.frame_of(CASELOAD, before.as_ref(), Some(files))
    }

    /// Removes the files of an agency in a month.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn drop_caseload(&mut self, agency: AgencyId, month: Interval) -> Result<()> {
        let before = self.caseload(agency, month)?;
        take(self.db, agency, month)?;
        self.frame_of(CASELOAD, before.as_ref(), None)
    }
}

/// The row of an agency in a month, over an older one.
pub(super) fn put(db: &Db, files: &Caseload) -> Result<()> {
    let sql = "INSERT INTO caseload (agency_id, month, opening, received, solved_on_time, solved_late,
        open_in_time, open_late, withdrawn, waiting)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (agency_id, month) DO UPDATE SET opening = ?3, received = ?4, solved_on_time = ?5,
        solved_late = ?6, open_in_time = ?7, open_late = ?8, withdrawn = ?9, waiting = ?10";
    let row = values![
        files.agency.0,
        files.month.to_string(),
        files.opening,
        files.received,
        files.solved_on_time,
        files.solved_late,
        files.open_in_time,
        files.open_late,
        files.withdrawn,
        files.waiting,
    ];
    db.run(sql, &row).map(|_| ())
}

/// Takes the row of an agency in a month away.
pub(super) fn take(db: &Db, agency: AgencyId, month: Interval) -> Result<()> {
    let sql = "DELETE FROM caseload WHERE agency_id = ?1 AND month = ?2";
    db.run(sql, &values![agency.0, month.to_string()])
        .map(|_| ())
}

fn caseload(db: &Db, agency: AgencyId, month: Interval) -> Result<Option<Caseload>> {
    let sql = format!("SELECT {COLUMNS} FROM caseload WHERE agency_id = ?1 AND month = ?2");
    db.first(&sql, &values![agency.0, month.to_string()], read_caseload)
}

pub(super) fn read_caseload(row: &mut Row<'_>) -> Result<Caseload> {
    Ok(Caseload {
        agency: AgencyId(row.number()?),
        month: interval(&row.text()?)?,
        opening: row.number()?,
        received: row.number()?,
        solved_on_time: row.number()?,
        solved_late: row.number()?,
        open_in_time: row.number()?,
        open_late: row.number()?,
        withdrawn: row.maybe_number()?,
        waiting: row.maybe_number()?,
    })
}
