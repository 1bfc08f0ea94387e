//! The numbers that the engine keeps of tasks, by agency, area, status and how late.

use crate::domain::count::Counts;
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::status::Status;

use super::db::{Db, values};
use super::record::status_of;

/// One of the numbers that are kept.
pub(super) struct Kept {
    pub agency: AgencyId,
    pub area: AreaId,
    pub status: Status,
    pub is_dated: bool,
    pub lateness: i64,
    first_lateness: i64,
    pub n: i64,
}

impl Kept {
    pub fn add_to(&self, counts: &mut Counts) {
        let n = self.n;
        match self.status {
            Status::Draft => counts.drafts += n,
            Status::Suspended => counts.suspended += n,
            Status::Dropped => counts.dropped += n,
            Status::NotStarted | Status::InProgress | Status::Awaiting if !self.is_dated => {
                counts.no_due += n
            }
            Status::NotStarted | Status::InProgress => counts.open += n,
            Status::Awaiting => {
                counts.open += n;
                counts.awaiting += n;
            }
            Status::Done => {
                match self.lateness {
                    1 => counts.done_on_time += n,
                    2 => counts.done_late += n,
                    _ => counts.done_no_due += n,
                }
                if self.first_lateness == 1 {
                    counts.done_on_original += n;
                }
            }
        }
    }
}

/// All the numbers that are kept, of one agency or of all, agency by agency; there may be thousands.
pub(super) fn tallies(
    db: &Db,
    agency: Option<AgencyId>,
    mut take: impl FnMut(&Kept),
) -> Result<()> {
    // Ids are never below 0: one statement for one and for all.
    let (from, to) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
    let sql = "SELECT agency_id, area_id, status, is_dated, lateness, first_lateness, n
        FROM tally
        WHERE agency_id >= ?1 AND agency_id <= ?2 AND n <> 0
        ORDER BY agency_id, area_id";
    db.rows(sql, &values![from, to], |row| {
        take(&Kept {
            agency: AgencyId(row.number()?),
            area: AreaId(row.number()?),
            status: status_of(&row.text()?)?,
            is_dated: row.is()?,
            lateness: row.number()?,
            first_lateness: row.number()?,
            n: row.count()?,
        });
        Ok(())
    })?;
    Ok(())
}
