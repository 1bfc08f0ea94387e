//! What stands around the text of a paper: what was set for the office, else what is known of the agency of
//! whoever writes; and the skeleton that is filled.

use super::session::Session;
use crate::domain::error::Result;
use crate::domain::paper::{Letterhead, Paper, Skeletons};
use crate::domain::setting::{Setting, lines_of};
use crate::exchange::paper::Skeleton;
use crate::exchange::report::OnPaper;

/// The letterhead.
///
/// # Errors
/// Where the database cannot be read.
pub(super) fn letterhead(session: &Session) -> Result<Letterhead> {
    let facts = session.facts();
    let own = facts.user.agency.and_then(|id| facts.agency(id));
    let usual = Letterhead::usual(own);
    let set = |setting: Setting, usual: String| -> Result<String> {
        let kept = session.store.setting(setting.key())?;
        Ok(kept.filter(|text| !text.is_empty()).unwrap_or(usual))
    };
    let recipients = set(Setting::PaperRecipients, usual.recipients.join("; "))?;
    Ok(Letterhead {
        superior: set(Setting::PaperSuperior, usual.superior)?,
        issuer: set(Setting::PaperIssuer, usual.issuer)?,
        symbol: set(Setting::PaperSymbol, usual.symbol)?,
        place: set(Setting::PaperPlace, usual.place)?,
        authority: set(Setting::PaperAuthority, usual.authority)?,
        signer: set(Setting::PaperSigner, usual.signer)?,
        recipients: lines_of(&recipients).collect(),
    })
}

/// The name of who issues papers, as it stands in a sentence: an agency's own spelling where it is one's.
pub(super) fn issuer_in_a_sentence(session: &Session, head: &Letterhead) -> String {
    let mut agencies = session.facts().agencies.iter();
    let own = agencies.find(|agency| agency.name.to_uppercase() == head.issuer);
    own.map_or_else(|| head.issuer.clone(), |agency| agency.name.clone())
}

/// The skeleton of a paper: the office's own, else the program's.
///
/// # Errors
/// Where that of the office cannot be read.
pub(super) fn skeleton(session: &Session, paper: Paper) -> Result<Skeleton> {
    match session.skeletons.of(paper) {
        Some(path) => Skeleton::open(path),
        None => Skeleton::built_in(paper),
    }
}

impl Session {
    /// Fills these skeletons from now on, where there are any.
    pub fn use_skeletons(&mut self, skeletons: Skeletons) {
        self.skeletons = skeletons;
    }

    /// What reports are printed on: the letterhead of the office, and its skeleton.
    ///
    /// # Errors
    /// Where the database or the skeleton of the office cannot be read.
    pub fn paper_of_reports(&self) -> Result<OnPaper> {
        Ok(OnPaper {
            head: letterhead(self)?,
            skeleton: skeleton(self, Paper::Report)?,
        })
    }
}
