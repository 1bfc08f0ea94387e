//! Agencies in their versions in time, and the groups that annex tables name instead of them.
//!
//! The order of a slice of agencies is the official order (that of "Nơi nhận" and of the rows of
//! `agencies.csv`); nothing here sorts it away. Names are matched in `matching`.

mod consequences;
mod correction;
mod group;
pub mod lineage;
mod naming;
mod reorganisation;
#[cfg(test)]
pub(crate) mod stories;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use consequences::{Consequences, Way, work_out};
pub use correction::Correction;
pub use group::Group;
pub use naming::{code_for, head_of, kind_of};
pub use reorganisation::{Flaw, Heir, Newcomer, Reorganisation, Step};

use super::id::AgencyId;

/// What an agency is by law; decides groups and keeps quận Bình Thạnh apart from phường Bình Thạnh
/// (DOMAIN 4, 4.2.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AgencyKind {
    /// Sở, or what ranks with it.
    #[serde(rename = "so")]
    Department,
    /// Ban under the city's committee.
    #[serde(rename = "ban")]
    Board,
    /// Ngành: a central agency that sits in the city.
    #[serde(rename = "nganh")]
    Sector,
    /// Quận, until 30/6/2025.
    #[serde(rename = "quan")]
    District,
    /// Huyện, until 30/6/2025.
    #[serde(rename = "huyen")]
    RuralDistrict,
    /// Thành phố: the city itself, and Thủ Đức inside it.
    #[serde(rename = "thanh_pho")]
    City,
    /// Tỉnh.
    #[serde(rename = "tinh")]
    Province,
    /// Phường.
    #[serde(rename = "phuong")]
    Ward,
    /// Xã.
    #[serde(rename = "xa")]
    Commune,
    /// Đặc khu.
    #[serde(rename = "dac_khu")]
    SpecialZone,
    /// Anything else: party bodies, institutes, centres.
    #[serde(rename = "khac")]
    Other,
}

impl AgencyKind {
    /// Every kind, in official order.
    pub const ALL: [Self; 11] = [
        Self::City,
        Self::Province,
        Self::Department,
        Self::Board,
        Self::Sector,
        Self::District,
        Self::RuralDistrict,
        Self::Ward,
        Self::Commune,
        Self::SpecialZone,
        Self::Other,
    ];

    /// The word of the column `kind` in `agencies.csv`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Department => "so",
            Self::Board => "ban",
            Self::Sector => "nganh",
            Self::District => "quan",
            Self::RuralDistrict => "huyen",
            Self::City => "thanh_pho",
            Self::Province => "tinh",
            Self::Ward => "phuong",
            Self::Commune => "xa",
            Self::SpecialZone => "dac_khu",
            Self::Other => "khac",
        }
    }

    /// The kind that a word of `agencies.csv` means.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One version of an agency: when it is renamed or merged, another row begins (DOMAIN 4.2.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// The number by which tasks point at it.
    pub id: AgencyId,
    /// The abbreviation of document symbols: `SNV`, `STTTT`, `P-SAIGON`.
    pub code: String,
    /// The official name.
    pub name: String,
    /// What it is by law.
    pub kind: AgencyKind,
    /// The code of the agency above it.
    pub parent_code: Option<String>,
    /// What its head is called.
    pub head_title: String,
    /// The first day; none where it is older than the records.
    pub valid_from: Option<NaiveDate>,
    /// The last day; none where no end is known.
    pub valid_to: Option<NaiveDate>,
    /// The codes of those that took over, the main one first; several after a split.
    pub successors: Vec<String>,
}

/// The code of the city's committee: the parent of those that the groups count.
const CITY: &str = "UBNDTP";

impl Agency {
    /// Reads the fields of a row of `agencies.csv`, in its order of columns; none where the kind or
    /// a date is no kind or date, or the code or name is empty.
    #[must_use]
    pub fn from_fields(id: AgencyId, fields: [&str; 8]) -> Option<Self> {
        let [code, name, kind, parent, head_title, from, to, successors] = fields.map(str::trim);
        if code.is_empty() || name.is_empty() {
            return None;
        }
        Some(Self {
            id,
            code: code.to_owned(),
            name: crate::domain::fold::clean(name),
            kind: AgencyKind::from_code(kind)?,
            parent_code: (!parent.is_empty()).then(|| parent.to_owned()),
            head_title: crate::domain::fold::clean(head_title),
            valid_from: optional_date(from)?,
            valid_to: optional_date(to)?,
            successors: successors
                .split(';')
                .map(str::trim)
                .filter(|code| !code.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }

    /// True if the agency existed on that day, its first and last day included.
    #[must_use]
    pub fn is_valid_on(&self, date: NaiveDate) -> bool {
        !self.begins_after(date) && !self.ended_before(date)
    }

    /// True if the agency was abolished before that day.
    #[must_use]
    pub fn ended_before(&self, date: NaiveDate) -> bool {
        self.valid_to.is_some_and(|last| last < date)
    }

    /// True if the agency did not exist yet on that day.
    #[must_use]
    pub fn begins_after(&self, date: NaiveDate) -> bool {
        self.valid_from.is_some_and(|first| first > date)
    }

    /// True for a version that was taken back: it ends before it begins and is there on no day. Its row
    /// stays, because the log and perhaps tasks name it; its code is free again.
    #[must_use]
    pub fn is_void(&self) -> bool {
        self.valid_from
            .zip(self.valid_to)
            .is_some_and(|(first, last)| last < first)
    }

    /// The heading under which a list shows it.
    #[must_use]
    pub fn branch(&self) -> Branch {
        if self.parent_code.is_none() && self.kind == AgencyKind::City {
            Branch::Committee
        } else {
            branch(self.kind)
        }
    }

    pub(super) fn is_under_the_city(&self) -> bool {
        self.parent_code.as_deref() == Some(CITY)
    }
}

fn optional_date(text: &str) -> Option<Option<NaiveDate>> {
    if text.is_empty() {
        return Some(None);
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Some)
}

/// A heading of the list of agencies; the order of variants is that of the headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Branch {
    /// The committees at the top: the city, and the provinces merged into it.
    Committee,
    /// Sở.
    Departments,
    /// Ban.
    Boards,
    /// Ngành.
    Sectors,
    /// Quận.
    Districts,
    /// Huyện, and the city of Thủ Đức.
    RuralDistrictsAndCity,
    /// Phường.
    Wards,
    /// Xã.
    Communes,
    /// Đặc khu.
    SpecialZones,
    /// The rest.
    Others,
}

/// The heading of a kind; the city's own committee is told apart by [`Agency::branch`].
#[must_use]
pub const fn branch(kind: AgencyKind) -> Branch {
    match kind {
        AgencyKind::Department => Branch::Departments,
        AgencyKind::Board => Branch::Boards,
        AgencyKind::Sector => Branch::Sectors,
        AgencyKind::District => Branch::Districts,
        AgencyKind::RuralDistrict | AgencyKind::City => Branch::RuralDistrictsAndCity,
        AgencyKind::Province => Branch::Committee,
        AgencyKind::Ward => Branch::Wards,
        AgencyKind::Commune => Branch::Communes,
        AgencyKind::SpecialZone => Branch::SpecialZones,
        AgencyKind::Other => Branch::Others,
    }
}

/// The agencies of `assets/agencies.csv`, numbered by row from 1.
#[cfg(test)]
pub(crate) fn official() -> Vec<Agency> {
    let mut reader = csv::Reader::from_reader(&include_bytes!("../../../assets/agencies.csv")[..]);
    let read = |(row, record): (usize, Result<csv::StringRecord, csv::Error>)| {
        let record = record.expect("our own file");
        let fields = std::array::from_fn(|column| record.get(column).expect("eight columns"));
        Agency::from_fields(AgencyId(i64::try_from(row).expect("few rows") + 1), fields)
            .expect("a sound row")
    };
    reader.records().enumerate().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn an_agency_is_there_on_its_first_and_on_its_last_day() {
        let agencies = official();
        let find = |code| {
            agencies
                .iter()
                .find(|agency| agency.code == code)
                .expect("there")
        };
        assert!(find("SGTCC").is_valid_on(day("2025-03-01")));
        assert!(find("SGTCC").is_valid_on(day("2025-04-30")));
        assert!(!find("SGTCC").is_valid_on(day("2025-05-01")));
        assert_eq!(
            find("SLDTBXH").successors,
            ["SNV", "SYT", "SGDDT", "STNMT", "CATP"]
        );
    }

    #[test]
    fn the_city_stands_above_the_rural_districts_and_thu_duc_among_them() {
        let agencies = official();
        let branch_of = |code| {
            agencies
                .iter()
                .find(|agency| agency.code == code)
                .map(Agency::branch)
        };
        assert_eq!(branch_of("UBNDTP"), Some(Branch::Committee));
        assert_eq!(branch_of("TPTD"), Some(Branch::RuralDistrictsAndCity));
        assert_eq!(branch_of("STP"), Some(Branch::Departments));
    }

    #[test]
    fn codes_lead_back_to_what_they_stand_for() {
        for kind in AgencyKind::ALL {
            assert_eq!(AgencyKind::from_code(kind.code()), Some(kind));
            assert_eq!(
                serde_json::to_string(&kind).expect("json"),
                format!("\"{}\"", kind.code())
            );
        }
    }

    #[test]
    fn a_row_with_a_wrong_kind_or_date_is_no_agency() {
        let id = AgencyId(1);
        assert_eq!(
            Agency::from_fields(id, ["A", "B", "cuc", "", "", "", "", ""]),
            None
        );
        assert_eq!(
            Agency::from_fields(id, ["A", "B", "so", "", "", "01/07/2025", "", ""]),
            None
        );
        assert_eq!(
            Agency::from_fields(id, ["", "B", "so", "", "", "", "", ""]),
            None
        );
    }
}
