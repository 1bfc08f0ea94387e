//! Agencies in time: what is done to them, what cannot be done, and the days off.

mod flaws;

use crate::domain::agency::Flaw;

/// Texts about agencies in time.
#[derive(Debug)]
pub struct AgencyWords {
    /// Why a reorganisation cannot be carried out: what is wrong, what to do.
    pub flaw: fn(&Flaw) -> String,
}

pub(super) const VI: AgencyWords = AgencyWords { flaw: flaws::vi };

pub(super) const EN: AgencyWords = AgencyWords { flaw: flaws::en };
