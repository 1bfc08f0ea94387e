//! Groups of agencies, and who belongs to them on a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Agency, AgencyKind};

/// A group that an annex names instead of its members (DOMAIN 3.5). As lead it means one
/// agency-task for each member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Các sở, ban, ngành.
    #[serde(rename = "@SBN")]
    DepartmentsAndBoards,
    /// UBND các quận, huyện và thành phố Thủ Đức.
    #[serde(rename = "@QH")]
    Districts,
    /// UBND các phường, xã, đặc khu.
    #[serde(rename = "@PX")]
    Communes,
    /// Các cơ quan, đơn vị: the departments and boards, and the districts or communes of the day.
    #[serde(rename = "@ALL")]
    All,
    /// Các cơ quan, đơn vị liên quan: nobody in particular.
    #[serde(rename = "@LQ")]
    Concerned,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 5] = [
        Self::DepartmentsAndBoards,
        Self::Districts,
        Self::Communes,
        Self::All,
        Self::Concerned,
    ];

    /// The sign that stands for it in files and in the database.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::DepartmentsAndBoards => "@SBN",
            Self::Districts => "@QH",
            Self::Communes => "@PX",
            Self::All => "@ALL",
            Self::Concerned => "@LQ",
        }
    }

    /// The group that a sign stands for, in either case.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|group| group.token().eq_ignore_ascii_case(token))
    }

    /// True if the agency belongs to the group, whatever the day.
    #[must_use]
    pub fn includes(self, agency: &Agency) -> bool {
        use AgencyKind::{
            Board, City, Commune, Department, District, RuralDistrict, SpecialZone, Ward,
        };
        let (kind, under_the_city) = (agency.kind, agency.is_under_the_city());
        match self {
            Self::DepartmentsAndBoards => under_the_city && matches!(kind, Department | Board),
            Self::Districts => under_the_city && matches!(kind, District | RuralDistrict | City),
            Self::Communes => under_the_city && matches!(kind, Ward | Commune | SpecialZone),
            Self::All => {
                let parts = [Self::DepartmentsAndBoards, Self::Districts, Self::Communes];
                parts.iter().any(|part| part.includes(agency))
            }
            Self::Concerned => false,
        }
    }

    /// The members on a day, in official order; the day is that of the assigning document.
    #[must_use]
    pub fn members(self, agencies: &[Agency], on: NaiveDate) -> Vec<&Agency> {
        agencies
            .iter()
            .filter(|agency| self.includes(agency) && agency.is_valid_on(on))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agency::official;

    #[test]
    fn groups_have_the_members_of_the_day_of_the_document() {
        let agencies = official();
        let count =
            |group: Group, on: &str| group.members(&agencies, on.parse().expect("a day")).len();
        for on in ["2022-01-25", "2022-05-10", "2023-01-12"] {
            assert_eq!(count(Group::DepartmentsAndBoards, on), 30, "{on}");
            assert_eq!(count(Group::Districts, on), 22, "{on}");
            assert_eq!(count(Group::All, on), 52, "{on}");
        }
        assert_eq!(count(Group::Communes, "2022-05-10"), 0);
        assert_eq!(count(Group::Communes, "2025-07-15"), 168);
        assert_eq!(count(Group::Districts, "2025-07-15"), 0);
        assert_eq!(count(Group::Concerned, "2025-07-15"), 0);
    }

    #[test]
    fn tokens_lead_back_to_their_groups() {
        for group in Group::ALL {
            assert_eq!(
                Group::from_token(&group.token().to_lowercase()),
                Some(group)
            );
            let json = serde_json::to_string(&group).expect("json");
            assert_eq!(json, format!("\"{}\"", group.token()));
        }
    }
}
