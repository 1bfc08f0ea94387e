//! Who works in the sample: two monitors, a leader, and a clerk for each agency that leads.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::agency::Agency;
use crate::domain::id::AgencyId;
use crate::domain::user::{Role, User};

/// The people of the sample, by what they do.
pub(crate) struct Cast {
    /// Follows all agencies but the own, from Sở Nội vụ.
    home: User,
    /// Follows Sở Nội vụ, and some of the rest, from the committee's office.
    office: User,
    leader: User,
    administrator: User,
    clerks: BTreeMap<AgencyId, User>,
}

impl Cast {
    /// The accounts of a city: `cv.snv` and `cv.vpub` follow, `ld.ubnd` decides, one clerk an agency.
    ///
    /// `leading` are the agencies that lead a task.
    pub(crate) fn new(agencies: &[Agency], leading: &BTreeSet<AgencyId>) -> Self {
        let of = |code: &str| {
            let found = agencies.iter().find(|agency| agency.code == code);
            found.map_or(AgencyId::UNRESOLVED, |agency| agency.id)
        };
        let (home, office) = (of("SNV"), of("VPUB"));
        let clerk = |agency: &Agency| {
            // The monitors' agencies have a records clerk (văn thư) of another name.
            let is_followed_from = agency.id == home || agency.id == office;
            let desk = if is_followed_from { "vt" } else { "cv" };
            let login = format!("{desk}.{}", agency.code.to_lowercase());
            (agency.id, user(&login, agency.id, Role::Clerk))
        };
        Self {
            home: user("cv.snv", home, Role::Monitor),
            office: user("cv.vpub", office, Role::Monitor),
            leader: user("ld.ubnd", of("UBNDTP"), Role::Leader),
            administrator: user("qt.snv", home, Role::Administrator),
            clerks: agencies
                .iter()
                .filter(|agency| leading.contains(&agency.id))
                .map(clerk)
                .collect(),
        }
    }

    /// Everybody.
    pub(crate) fn users(&self) -> impl Iterator<Item = &User> {
        [&self.home, &self.office, &self.leader, &self.administrator]
            .into_iter()
            .chain(self.clerks.values())
    }

    /// Who imports and assigns.
    pub(crate) const fn importer(&self) -> &User {
        &self.home
    }

    /// Who decides.
    pub(crate) const fn leader(&self) -> &User {
        &self.leader
    }

    /// Who does the lead's part; a monitor on behalf of an agency without an account.
    pub(crate) fn clerk(&self, agency: AgencyId) -> &User {
        self.clerks
            .get(&agency)
            .unwrap_or_else(|| self.monitor(agency, false))
    }

    /// Who follows that agency's tasks: nobody confirms for the own agency.
    pub(crate) fn monitor(&self, agency: AgencyId, second: bool) -> &User {
        let is_own = |user: &User| user.leads(agency);
        if is_own(&self.home) || (second && !is_own(&self.office)) {
            &self.office
        } else {
            &self.home
        }
    }
}

fn user(login: &str, agency: AgencyId, role: Role) -> User {
    User {
        login: login.to_owned(),
        agency: Some(agency),
        role,
    }
}
