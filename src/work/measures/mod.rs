//! What is measured: indicators, their readings, files of agencies by month.
//!
//! Everything is checked again inside the transaction: of two people who enter the same month the second
//! writes over what they have not seen only where the value is another, and the log keeps both.

mod caseload;
mod file;
mod indicators;

use super::request::measures::{Ask, Told};
use super::session::Session;
use crate::domain::error::{Error, Result};
use crate::domain::id::AgencyId;

pub(super) use caseload::city;
pub(super) use indicators::{measured, missing_of, standings};

/// Answers a question about what is measured.
pub(super) fn answer(session: &mut Session, ask: &Ask) -> Result<Told> {
    match ask {
        Ask::Indicators => standings(session).map(Told::Indicators),
        Ask::Indicator { id } => measured(session, *id).map(|it| Told::Indicator(Box::new(it))),
        Ask::SaveIndicator { key, indicator } => {
            indicators::save(session, key, indicator).map(Told::Saved)
        }
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
fn may_enter(session: &Session, agency: AgencyId) -> Result<()> {
    let user = session.user();
    let may = user.role.enters_tasks() || user.role.keeps_frame() || is_own(session, agency);
    may.then_some(()).ok_or(Error::NotPermitted)
}

fn is_own(session: &Session, agency: AgencyId) -> bool {
    use crate::domain::user::Role;
    let user = session.user();
    user.role == Role::Clerk && user.leads(agency)
}
