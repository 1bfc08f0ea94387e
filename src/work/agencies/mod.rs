//! Agencies in time: reorganised, their open tasks handed over, their accounts moved.
//!
//! A reorganisation is worked out by `domain` twice: for whoever decides, and again inside the
//! transaction, so that of two administrators the second hears what the first has done. What goes over in
//! more than one slice is named alike and taken back as one.

mod accounts;
mod hand_over;
mod reorganise;

pub(super) use hand_over::{count, hand_over, operation_of, rehearse as rehearse_hand_over};
pub(super) use reorganise::{rehearse, reorganise};

use super::request::Facts;
use super::request::agency::AgencySheet;
use super::session::Session;
use crate::domain::agency::{Agency, lineage};
use crate::domain::error::{Error, Result};
use crate::domain::id::AgencyId;

/// So many rows of its log stand on an agency's sheet.
const LOG_ROWS: usize = 200;

/// One version of an agency with everything about it.
pub(super) fn sheet(session: &Session, id: AgencyId) -> Result<AgencySheet> {
    let facts = session.facts();
    let Some(agency) = facts.agency(id).cloned() else {
        return Err(Error::NoAgency(id.0.to_string()));
    };
    let is_before = |other: &&Agency| {
        let names = |code: &String| code.eq_ignore_ascii_case(&agency.code);
        other.id != id && !other.is_void() && other.successors.iter().any(names)
    };
    let users = session.store.users()?;
    let logins = users.into_iter().filter(|it| it.user.agency == Some(id));
    let successors = agency.successors.iter();
    Ok(AgencySheet {
        predecessors: facts.agencies.iter().filter(is_before).cloned().collect(),
        successors: successors
            .filter_map(|code| lineage::by_code(&facts.agencies, code))
            .cloned()
            .collect(),
        counts: session.store.counts_of(id, &facts.day())?.counts,
        logins: logins.map(|it| it.user.login).collect(),
        log: session.store.log_of_agency(id, LOG_ROWS)?,
        agency,
    })
}

/// The facts with the agencies as they are inside a transaction.
fn facts_with(facts: &Facts, agencies: Vec<Agency>) -> Facts {
    Facts {
        agencies: agencies.into(),
        ..facts.clone()
    }
}
