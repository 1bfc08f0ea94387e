//! What a name says about its agency: the code that documents would use, its kind, its head's title.

use super::{Agency, AgencyKind};
use crate::domain::fold::{fold, initials};

/// How names begin, folded, and what that makes of the agency. Longer beginnings stand first.
const BEGINNINGS: &[(&str, AgencyKind)] = &[
    ("uy ban nhan dan phuong", AgencyKind::Ward),
    ("uy ban nhan dan xa", AgencyKind::Commune),
    ("uy ban nhan dan dac khu", AgencyKind::SpecialZone),
    ("uy ban nhan dan quan", AgencyKind::District),
    ("uy ban nhan dan huyen", AgencyKind::RuralDistrict),
    ("uy ban nhan dan thanh pho", AgencyKind::City),
    ("uy ban nhan dan tinh", AgencyKind::Province),
    ("van phong uy ban nhan dan", AgencyKind::Department),
    ("thanh tra", AgencyKind::Department),
    ("so", AgencyKind::Department),
    ("ban", AgencyKind::Board),
    ("van phong", AgencyKind::Board),
    ("cong an", AgencyKind::Sector),
    ("cuc", AgencyKind::Sector),
    ("chi cuc", AgencyKind::Sector),
    ("thue", AgencyKind::Sector),
    ("hai quan", AgencyKind::Sector),
    ("bao hiem xa hoi", AgencyKind::Sector),
    ("kho bac", AgencyKind::Sector),
    ("thong ke", AgencyKind::Sector),
];

/// Words that initials leave out.
const SMALL: &[&str] = &["va", "cua", "thuoc"];

/// What an agency of this name is by law; "khác" where the name does not say it.
#[must_use]
pub fn kind_of(name: &str) -> AgencyKind {
    beginning(&fold(name)).map_or(AgencyKind::Other, |(_, kind)| kind)
}

fn beginning(folded: &str) -> Option<(&str, AgencyKind)> {
    BEGINNINGS.iter().find_map(|(words, kind)| {
        let rest = folded.strip_prefix(words)?;
        (rest.is_empty() || rest.starts_with(' ')).then_some((rest.trim_start(), *kind))
    })
}

/// What the head of an agency of this kind is called.
#[must_use]
pub const fn head_of(kind: AgencyKind) -> &'static str {
    match kind {
        AgencyKind::Department => "Giám đốc Sở",
        AgencyKind::Board => "Trưởng ban",
        AgencyKind::Sector => "Thủ trưởng",
        AgencyKind::District => "Chủ tịch UBND quận",
        AgencyKind::RuralDistrict => "Chủ tịch UBND huyện",
        AgencyKind::City => "Chủ tịch UBND thành phố",
        AgencyKind::Province => "Chủ tịch UBND tỉnh",
        AgencyKind::Ward => "Chủ tịch UBND phường",
        AgencyKind::Commune => "Chủ tịch UBND xã",
        AgencyKind::SpecialZone => "Chủ tịch UBND đặc khu",
        AgencyKind::Other => "Thủ trưởng",
    }
}

/// The code that documents would use for an agency of this name: its initials (`SNNMT`), of a commune
/// its kind and name (`P-SAIGON`); with a number where another version has it already (`SQHKT2`).
#[must_use]
pub fn code_for(name: &str, agencies: &[Agency]) -> String {
    let folded = fold(name);
    let communal = |prefix: &str| {
        let rest = beginning(&folded).map_or("", |(rest, _)| rest);
        format!("{prefix}-{}", rest.replace(' ', "").to_uppercase())
    };
    let plain = match kind_of(name) {
        AgencyKind::Ward => communal("P"),
        AgencyKind::Commune => communal("X"),
        AgencyKind::SpecialZone => communal("DK"),
        AgencyKind::Department
        | AgencyKind::Board
        | AgencyKind::Sector
        | AgencyKind::District
        | AgencyKind::RuralDistrict
        | AgencyKind::City
        | AgencyKind::Province
        | AgencyKind::Other => letters(&folded),
    };
    let is_free = |code: &str| {
        let owner = agencies
            .iter()
            .find(|agency| agency.code.eq_ignore_ascii_case(code));
        owner.is_none_or(Agency::is_void)
    };
    if is_free(&plain) {
        return plain;
    }
    (2..)
        .map(|number| format!("{plain}{number}"))
        .find(|code| is_free(code))
        .unwrap_or(plain)
}

fn letters(folded: &str) -> String {
    let kept: Vec<&str> = folded
        .split(' ')
        .filter(|word| !SMALL.contains(word))
        .collect();
    let mut letters = initials(&kept.join(" ")).to_uppercase();
    letters.truncate(12);
    letters
}
