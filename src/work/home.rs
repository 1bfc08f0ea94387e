//! The figures of the home screen and of the agencies.

use super::session::Session;
use crate::domain::count::{AgencyCounts, Home};
use crate::domain::error::Result;
use crate::domain::user::Role;

/// What needs one: of the own agency for its clerk, of all for those who follow all.
pub(super) fn home(session: &Session) -> Result<Home> {
    let facts = session.facts();
    let agency = match facts.user.role {
        Role::Clerk => facts.user.agency,
        Role::Viewer | Role::Monitor | Role::Leader | Role::Administrator | Role::Owner => None,
    };
    session.store.home(agency, &facts.day(), &facts.user)
}

/// Every agency that has tasks, with its counts.
pub(super) fn agencies(session: &Session) -> Result<Vec<AgencyCounts>> {
    session.store.agency_counts(&session.facts().day())
}
