//! What is measured: indicators, their readings, files of agencies by month.
//!
//! Everything is checked again inside the transaction: of two people who enter the same month the second hears what
//! stands there by now, and writes over it only after that.

mod caseload;
mod file;
mod indicators;

use super::request::measures::{Ask, Told};
use super::session::Session;
use crate::domain::agency::Agency;
use crate::domain::error::Result;
use crate::domain::id::AgencyId;
use crate::domain::user::{Role, User};

pub(super) use caseload::city;
pub(super) use indicators::{measured, missing_of, standings};

/// Answers a question about what is measured.
pub(super) fn answer(session: &mut Session, ask: &Ask) -> Result<Told> {
    match ask {
        Ask::Indicators => standings(session).map(Told::Indicators),
        Ask::Indicator { id } => measured(session, *id).map(|it| Told::Indicator(Box::new(it))),
        Ask::SaveIndicator {
            key,
            seen,
            indicator,
        } => indicators::save(session, key, seen.as_deref(), indicator).map(Told::Saved),
        Ask::SaveReadings {
            key,
            seen,
            set,
            remove,
        } => indicators::save_readings(session, key, seen.as_deref(), set, remove).map(Told::Saved),
        Ask::Caseload { month } => city(session, *month).map(Told::Caseload),
        Ask::CaseloadOf { agency } => session
            .store
            .caseload_of(*agency, caseload::MONTHS_OF_ONE)
            .map(Told::CaseloadOf),
        Ask::SaveCaseload {
            key,
            seen,
            set,
            remove,
        } => caseload::save(session, key, seen.as_deref(), set, remove).map(Told::Saved),
        Ask::Read {
            path,
            what,
            interval,
        } => file::read(session, path, *what, *interval).map(|it| Told::Read(Box::new(it))),
    }
}

/// The code of an agency; nothing for the city.
fn code_of(agencies: &[Agency], id: AgencyId) -> String {
    let agency = agencies.iter().find(|agency| agency.id == id);
    agency.map_or_else(String::new, |agency| agency.code.clone())
}

/// Whether the person may enter values of that agency: clerks those of their own.
pub(super) fn may_enter(user: &User, agency: AgencyId) -> bool {
    let is_own = user.role == Role::Clerk && user.leads(agency);
    user.role.enters_tasks() || user.role.keeps_frame() || is_own
}
