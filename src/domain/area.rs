//! The areas of reform: the six contents of Nghị quyết 76/NQ-CP, and steering (DOMAIN 3.6).
//!
//! Reads the names that annexes give them, long and short.

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::id::AreaId;

/// An area of reform, as in `areas.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// The number by which tasks point at it.
    pub id: AreaId,
    /// The short code: `TTHC`.
    pub code: String,
    /// The name in Vietnamese.
    pub name_vi: String,
    /// The name in English.
    pub name_en: String,
    /// The document that makes it an area.
    pub basis: String,
}

impl Area {
    /// Reads the fields of a row of `areas.csv`, in its order of columns; none without code or name.
    #[must_use]
    pub fn from_fields(id: AreaId, fields: [&str; 4]) -> Option<Self> {
        let [code, name_vi, name_en, basis] = fields.map(super::fold::clean);
        (!code.is_empty() && !name_vi.is_empty()).then_some(Self {
            id,
            code,
            name_vi,
            name_en,
            basis,
        })
    }
}

/// Short and older names in use, by code, folded (DOMAIN 3.6).
const FORMS: &[(&str, &[&str])] = &[
    (
        "CDDH",
        &[
            "chi dao",
            "chi dao dieu hanh",
            "chi dao dieu hanh cchc",
            "chi dao dieu hanh cai cach hanh chinh",
        ],
    ),
    (
        "TC",
        &[
            "the che",
            "cai cach the che",
            "xay dung the che",
            "hoan thien the che",
            "xay dung hoan thien the che",
            "the che chinh sach",
        ],
    ),
    (
        "TTHC",
        &[
            "tthc",
            "thu tuc hanh chinh",
            "cai cach tthc",
            "kiem soat tthc",
            "kiem soat thu tuc hanh chinh",
            "cai cach kiem soat thu tuc hanh chinh",
        ],
    ),
    (
        "TCBM",
        &[
            "to chuc bo may",
            "bo may",
            "cai cach to chuc bo may",
            "cai cach bo may",
            "tcbm",
            "to chuc bo may hanh chinh",
            "sap xep to chuc bo may",
        ],
    ),
    (
        "CDCV",
        &[
            "cong vu",
            "che do cong vu",
            "cai cach cong vu",
            "cai cach che do cong vu cong chuc",
            "cai cach cong vu cong chuc",
            "nang cao chat luong doi ngu can bo cong chuc vien chuc",
            "xay dung nang cao chat luong doi ngu can bo cong chuc vien chuc",
            "can bo cong chuc",
            "cdcv",
        ],
    ),
    ("TCC", &["tai chinh cong", "cai cach tcc", "tcc"]),
    (
        "CQS",
        &[
            "chinh quyen so",
            "chinh phu so",
            "chinh quyen dien tu",
            "chinh phu dien tu",
            "chuyen doi so",
            "xay dung chinh quyen so",
            "phat trien chinh quyen so",
            "cds",
            "cqs",
            "cqdt",
            "chinh quyen dien tu chinh quyen so",
            "chinh phu dien tu chinh phu so",
            "xay dung phat trien chinh phu dien tu chinh phu so",
            "xay dung phat trien chinh quyen dien tu chinh quyen so",
            "xay dung chinh quyen dien tu chinh quyen so",
            "phat trien chinh quyen dien tu chinh quyen so",
            "hien dai hoa hanh chinh",
            "hien dai hoa nen hanh chinh",
            "hien dai hoa",
        ],
    ),
];

/// The area that a cell names, by code, full name or short form, with or without accents.
///
/// A word that is no area ("CCHC") gives none and is ignored by the import (DOMAIN 3.4 rule 3).
#[must_use]
pub fn match_area(text: &str, areas: &[Area]) -> Option<AreaId> {
    let folded = plain(text);
    if folded.is_empty() {
        return None;
    }
    let by_name = areas
        .iter()
        .find(|area| fold(&area.code) == folded || plain(&area.name_vi) == folded);
    let by_form = || {
        let is_called = |forms: &[&str]| forms.contains(&folded.as_str());
        let code = FORMS.iter().find(|(_, forms)| is_called(forms))?.0;
        areas.iter().find(|area| area.code == code)
    };
    by_name.or_else(by_form).map(|area| area.id)
}

/// The area that a heading over a group of rows names, by itself or among other words ("Đẩy mạnh cải cách
/// chế độ công vụ"). Where it names several, none.
#[must_use]
pub fn match_heading(text: &str, areas: &[Area]) -> Option<AreaId> {
    match_area(text, areas).or_else(|| {
        let words = format!(" {} ", plain(text));
        let names = |area: &&Area| {
            let own = [plain(&area.name_vi), fold(&area.code)];
            let forms = FORMS.iter().filter(|(code, _)| *code == area.code);
            let forms = forms.flat_map(|(_, forms)| forms.iter().map(|form| (*form).to_owned()));
            own.into_iter()
                .chain(forms)
                .filter(|name| name == "tthc" || name.split(' ').count() >= 3)
                .any(|name| words.contains(&format!(" {name} ")))
        };
        let mut named = areas.iter().filter(names);
        let one = named.next()?;
        named.next().is_none().then_some(one.id)
    })
}

/// What headings put before the name of an area.
const LEAD_INS: &[&[&str]] = &[
    &["linh", "vuc"],
    &["cac", "nhiem", "vu"],
    &["nhom", "nhiem", "vu"],
    &["nhiem", "vu"],
    &["noi", "dung"],
    &["cong", "tac"],
    &["phan"],
    &["muc"],
    &["nhom"],
    &["ve"],
];

/// Folded, without numbers and words that headings put before a name ("II. Nhiệm vụ về ..."), without
/// remarks in brackets, "và" and "nhà nước".
fn plain(text: &str) -> String {
    let folded = fold(text.split('(').next().unwrap_or_default());
    let words: Vec<&str> = folded.split(' ').filter(|word| *word != "va").collect();
    let mut words = words.as_slice();
    while let [first, rest @ ..] = words
        && !rest.is_empty()
    {
        let is_number = first.chars().all(|letter| letter.is_ascii_digit())
            || first.chars().all(|letter| "ivx".contains(letter))
            || first.len() == 1;
        let lead_in = LEAD_INS.iter().find(|lead_in| words.starts_with(lead_in));
        let skipped = lead_in.map_or(usize::from(is_number), |lead_in| lead_in.len());
        match words.get(skipped..) {
            Some(kept) if skipped > 0 && !kept.is_empty() => words = kept,
            Some(_) | None => break,
        }
    }
    words
        .strip_suffix(&["nha", "nuoc"])
        .unwrap_or(words)
        .join(" ")
}

/// The areas of `assets/areas.csv`, numbered by row from 1.
#[cfg(test)]
pub(crate) fn official() -> Vec<Area> {
    let mut reader = csv::Reader::from_reader(&include_bytes!("../../assets/areas.csv")[..]);
    let read = |(row, record): (usize, Result<csv::StringRecord, csv::Error>)| {
        let record = record.expect("our own file");
        let fields = std::array::from_fn(|column| record.get(column).expect("four columns"));
        Area::from_fields(AreaId(i64::try_from(row).expect("few rows") + 1), fields)
            .expect("a sound row")
    };
    reader.records().enumerate().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(text: &str) -> Option<String> {
        let areas = official();
        let id = match_area(text, &areas)?;
        areas
            .into_iter()
            .find(|area| area.id == id)
            .map(|area| area.code)
    }

    #[test]
    fn areas_are_known_by_code_name_and_short_form() {
        for (text, code) in [
            ("Chỉ đạo, điều hành", "CDDH"),
            ("Chỉ đạo", "CDDH"),
            ("Cải cách thể chế", "TC"),
            ("THỂ CHẾ", "TC"),
            ("TTHC", "TTHC"),
            ("Cai cach thu tuc hanh chinh", "TTHC"),
            ("Cải cách tổ chức bộ máy", "TCBM"),
            ("Cải cách tổ chức bộ máy hành chính nhà nước", "TCBM"),
            ("Cải cách chế độ công vụ", "CDCV"),
            ("Công vụ", "CDCV"),
            ("II. Cải cách tài chính công", "TCC"),
            ("Chính quyền điện tử, chính quyền số", "CQS"),
            (
                "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
                "CQS",
            ),
            ("Hiện đại hoá hành chính", "CQS"),
            ("Lĩnh vực chuyển đổi số", "CQS"),
            ("A. LĨNH VỰC CẢI CÁCH THỂ CHẾ", "TC"),
            ("Phần II: Nhiệm vụ về cải cách tổ chức bộ máy", "TCBM"),
            ("IV. Cải cách TTHC (12 nhiệm vụ)", "TTHC"),
            ("Công tác chỉ đạo, điều hành", "CDDH"),
            (
                "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức",
                "CDCV",
            ),
        ] {
            assert_eq!(code_of(text).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn a_heading_names_its_area_among_other_words_or_none() {
        let code_of = |text: &str| {
            let areas = official();
            let id = match_heading(text, &areas)?;
            let area = areas.into_iter().find(|area| area.id == id);
            area.map(|area| area.code)
        };
        for (text, code) in [
            ("V. Đẩy mạnh cải cách chế độ công vụ", Some("CDCV")),
            ("Tăng cường kiểm soát TTHC", Some("TTHC")),
            ("Tiếp tục sắp xếp tổ chức bộ máy tinh gọn", Some("TCBM")),
            ("Cải cách TTHC gắn với chuyển đổi số", None),
            ("Nhiệm vụ trọng tâm", None),
            ("Cải cách hành chính", None),
        ] {
            assert_eq!(code_of(text).as_deref(), code, "{text}");
        }
    }

    #[test]
    fn a_word_that_is_no_area_is_ignored() {
        for text in ["CCHC", "", "Cải cách hành chính", "Lĩnh vực", "II."] {
            assert_eq!(code_of(text), None, "{text}");
        }
    }

    #[test]
    fn every_short_form_is_folded_and_belongs_to_one_area() {
        let mut seen = std::collections::HashSet::new();
        for (code, forms) in FORMS {
            assert!(official().iter().any(|area| area.code == *code), "{code}");
            for form in *forms {
                assert_eq!(&plain(form), form);
                assert!(seen.insert(form), "{form}");
            }
        }
    }
}
