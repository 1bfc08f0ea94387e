//! What a cell of agencies says, and what is doubtful about it, as data.

use serde::{Deserialize, Serialize};

use crate::domain::agency::Group;
use crate::domain::id::AgencyId;

/// One agency or group named in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// An agency, in the version of the document's day.
    Agency(AgencyId),
    /// A group token.
    Group(Group),
    /// A text that is no agency, or not surely one: roles, typing errors, proper names alone.
    Unresolved(String),
}

/// What a reader of the import has to know about a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A task without lead.
    NoLead,
    /// Several leads; the first is the proposed one (DOMAIN 3.4 rule 5).
    SeveralLeads,
    /// A role or anything else that is no agency (rule 6).
    NotAnAgency(String),
    /// Several agencies fit, or the type of unit is missing (DOMAIN 4.2.7, 4.2.8).
    Ambiguous {
        /// As written.
        text: String,
        /// Those that fit, in official order; may be one, where only the proper name was given.
        candidates: Vec<AgencyId>,
    },
    /// Abolished before the day of the document (rule 7).
    Abolished {
        /// The agency that is named.
        agency: AgencyId,
        /// The one that was taken for it; none after a split, where the old one stays.
        successor: Option<AgencyId>,
    },
    /// Founded only after the day of the document.
    NotYetExisting(AgencyId),
    /// Read over a typing error or an unusual shortening (DOMAIN 4.3); a note, no review.
    NearMatch {
        /// As written.
        text: String,
        /// The agency that was taken.
        agency: AgencyId,
    },
    /// A number of members that does not fit the day: "24 quận, huyện" (rule 2a).
    OutdatedNumber(String),
    /// A group that had no members on the day of the document.
    NoMembers(Group),
    /// Typed without accents (rule 2a).
    WithoutAccents,
    /// A supporting agency that is the lead, or was merged into it, was dropped (rule 2a).
    SupportIsLead(AgencyId),
}

impl Doubt {
    /// True if a person has to look; false for a note.
    #[must_use]
    pub const fn needs_review(&self) -> bool {
        !matches!(self, Self::NearMatch { .. })
    }

    /// A stable word in snake case; `lang` says it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoLead => "no_lead",
            Self::SeveralLeads => "several_leads",
            Self::NotAnAgency(_) => "not_an_agency",
            Self::Ambiguous { .. } => "ambiguous_agency",
            Self::Abolished { .. } => "abolished_agency",
            Self::NotYetExisting(_) => "agency_not_yet_existing",
            Self::NearMatch { .. } => "near_match",
            Self::OutdatedNumber(_) => "outdated_number",
            Self::NoMembers(_) => "no_members",
            Self::WithoutAccents => "without_accents",
            Self::SupportIsLead(_) => "support_is_lead",
        }
    }
}

/// A cell as read, in its own order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellReading {
    /// Who is named.
    pub parts: Vec<Part>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
}

impl CellReading {
    /// True if a person has to look at the cell.
    #[must_use]
    pub fn needs_review(&self) -> bool {
        self.doubts.iter().any(Doubt::needs_review)
    }

    /// The supporters among these: an agency that leads is dropped (DOMAIN 3.4 rule 2a); group tokens
    /// stay, even if the lead is a member.
    #[must_use]
    pub fn without_leads(mut self, lead: &Self) -> Self {
        let of = |part: &Part| match part {
            Part::Agency(id) => Some(*id),
            Part::Group(_) | Part::Unresolved(_) => None,
        };
        let leads: Vec<AgencyId> = lead.parts.iter().filter_map(of).collect();
        let is_lead = |part: &Part| of(part).filter(|id| leads.contains(id));
        let dropped: Vec<AgencyId> = self.parts.iter().filter_map(is_lead).collect();
        self.parts.retain(|part| is_lead(part).is_none());
        for id in dropped {
            self.doubt(Doubt::SupportIsLead(id));
        }
        self
    }

    /// Adds a part once; what is named twice is meant once.
    pub(super) fn add(&mut self, part: Part) {
        if !self.parts.contains(&part) {
            self.parts.push(part);
        }
    }

    pub(super) fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    /// Makes tokens that together name everyone one token (DOMAIN 3.5), where the first of them stood.
    pub(super) fn join_groups(&mut self) {
        let has = |group| self.parts.contains(&Part::Group(group));
        let is_everyone = has(Group::All)
            || has(Group::DepartmentsAndBoards) && (has(Group::Districts) || has(Group::Communes));
        if !is_everyone {
            return;
        }
        let belongs =
            |part: &Part| matches!(part, Part::Group(group) if *group != Group::Concerned);
        let first = self.parts.iter().position(belongs);
        self.parts.retain(|part| !belongs(part));
        self.parts
            .insert(first.unwrap_or_default(), Part::Group(Group::All));
    }
}
