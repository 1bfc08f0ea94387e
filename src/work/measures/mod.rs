//! What is measured: indicators, their readings, files of agencies by month.
//!
//! Everything is checked again inside the transaction: of two people who enter the same month the second
//! writes over what they have not seen only where the value is another, and the log keeps both.

mod caseload;
mod file;
mod indicators;

use super::request::measures::{Ask, Told};
use super::session::Session;
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
        Ask::SaveReadings { key, set, remove } => {
            indicators::save_readings(session, key, set, remove).map(Told::Saved)
        }
        Ask::Caseload { month } => city(session, *month).map(Told::Caseload),
        Ask::CaseloadOf { agency } => session
            .store
            .caseload_of(*agency, caseload::MONTHS_OF_ONE)
            .map(Told::CaseloadOf),
        Ask::SaveCaseload { key, set, remove } => {
            caseload::save(session, key, set, remove).map(Told::Saved)
        }
        Ask::Read {
            path,
            what,
            interval,
        } => file::read(session, path, *what, *interval).map(|it| Told::Read(Box::new(it))),
    }
}

/// Whether the person may enter values of that agency: clerks those of their own.
pub(super) fn may_enter(user: &User, agency: AgencyId) -> bool {
    let is_own = user.role == Role::Clerk && user.leads(agency);
    user.role.enters_tasks() || user.role.keeps_frame() || is_own
}
