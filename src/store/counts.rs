//! Counts by agency and area, and the figures of the home screen.

use crate::domain::condition::Day;
use crate::domain::count::{AgencyCounts, Counts, Home};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::user::User;

use super::Store;

/// A number that is kept beside the tasks and is not what counting them gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyFault {
    /// Whose.
    pub agency: AgencyId,
    /// As kept.
    pub kept: i64,
    /// As counted.
    pub counted: i64,
}

impl Store {
    /// Every agency that has tasks, the unresolved one included, in official order.
    pub fn agency_counts(&self, day: &Day<'_>) -> Result<Vec<AgencyCounts>> {
        let _ = day;
        todo!()
    }

    /// The counts of one agency.
    pub fn counts_of(&self, agency: AgencyId, day: &Day<'_>) -> Result<AgencyCounts> {
        let _ = (agency, day);
        todo!()
    }

    /// Every area that has tasks of this agency, or of all; `late` and `due_soon` are counted too.
    pub fn area_counts(
        &self,
        agency: Option<AgencyId>,
        day: &Day<'_>,
    ) -> Result<Vec<(AreaId, Counts)>> {
        let _ = (agency, day);
        todo!()
    }

    /// The home screen's figures, of one agency or of all.
    pub fn home(&self, agency: Option<AgencyId>, day: &Day<'_>, user: &User) -> Result<Home> {
        let _ = (agency, day, user);
        todo!()
    }

    /// Counts all tasks anew and compares with what is kept; empty where all agrees.
    pub fn check_tallies(&self) -> Result<Vec<TallyFault>> {
        todo!()
    }

    /// What the engine says about the file; empty where it is sound.
    pub fn integrity(&self) -> Result<Vec<String>> {
        todo!()
    }
}
