//! Every way in which an agency's name is written, as keys of the index.
//!
//! A key is the folded words of a writing run together, without "và": "Sở TT&TT", "Sở TT-TT" and
//! "sở tttt" are one key. Writings that nobody listed are left to `abbreviation`.

use super::words::Words;
use crate::domain::agency::{Agency, AgencyKind};

/// How sure a writing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The proper name without the type of unit: says what is meant to a person, never to us
    /// (DOMAIN 4.2.7).
    Proper,
    /// A shortening.
    Short,
    /// The name in full, with or without "Thành phố".
    Spelled,
    /// The code of `agencies.csv`.
    Code,
}

/// A word of an official name.
#[derive(Debug, Clone)]
pub(super) struct NameWord {
    pub key: String,
    pub accents: String,
}

/// The words of an official name, without "và".
pub(super) fn words_of(name: &str) -> Vec<NameWord> {
    let words = Words::of(name);
    let name_word = |word: &super::words::Word| NameWord {
        key: word.key.clone(),
        accents: word.accents.clone(),
    };
    words
        .slice(0..words.len())
        .iter()
        .filter(|word| word.key != "va")
        .map(name_word)
        .collect()
}

/// True for a committee of a territorial unit, whose name is type and proper name.
pub(super) fn is_committee(agency: &Agency) -> bool {
    use AgencyKind::{City, Commune, District, Province, RuralDistrict, SpecialZone, Ward};
    matches!(
        agency.kind,
        City | Province | District | RuralDistrict | Ward | Commune | SpecialZone
    )
}

/// Writings that no rule makes, by code (DOMAIN 4.3).
const ALIASES: &[(&str, &[&str])] = &[
    (
        "VPUB",
        &[
            "vpub",
            "vpubnd",
            "vpub tp",
            "van phong uy ban",
            "vp uy ban",
            "vp ub",
            "vp ubnd",
        ],
    ),
    (
        "UBNDTP",
        &["thanh pho ho chi minh", "tp ho chi minh", "tphcm", "tp hcm"],
    ),
    (
        "HEPZA",
        &[
            "kcx kcn",
            "bql kcx kcn",
            "bql cac kcx kcn",
            "ban quan ly kcx kcn",
            "bql cac kcx cn",
            "bql cac kcn kcx",
        ],
    ),
    (
        "SHTP",
        &["bql khu cnc", "khu cnc", "ban quan ly khu cnc", "bql kcnc"],
    ),
    (
        "AHTP",
        &[
            "bql khu nncnc",
            "khu nncnc",
            "ban quan ly khu nncnc",
            "bql knncnc",
            "nncnc",
        ],
    ),
    ("CATP", &["ca tp", "ca thanh pho", "cong an tp"]),
    (
        "MTTQ",
        &[
            "mat tran to quoc",
            "ub mttq",
            "uy ban mttq",
            "ubmttq",
            "ubmttqvn",
            "ub mttqvn",
            "ub mttq vn",
            "uy ban mttq viet nam",
            "mttq viet nam",
        ],
    ),
    (
        "THANHDOAN",
        &["doan thanh nien", "doan tncs", "thanh doan tnchcm"],
    ),
    ("CTHUE", &["thue", "thue tp", "thue thanh pho"]),
    ("CHQ", &["hai quan", "hai quan tp"]),
    ("CTK", &["thong ke", "thong ke tp"]),
    ("CTHADS", &["thads", "cuc thads", "thi hanh an dan su"]),
    ("BTCTU", &["btc thanh uy", "ban tctu"]),
    ("TPTD", &["tp td", "ubnd tptd", "ubnd tp td"]),
    ("LDLD", &["lien doan lao dong", "ldld tp"]),
    ("KBNN", &["kho bac"]),
    ("BDMDN", &["ban dmdn", "ban dmqldn", "dmqldn"]),
    (
        "VPATGT",
        &[
            "ban atgt",
            "ban an toan giao thong",
            "vp ban atgt",
            "van phong ban an toan giao thong",
        ],
    ),
    ("MAUR", &["bql dsdt", "ban quan ly duong sat do thi"]),
];

/// What may follow any name of a city agency, or be missing from it.
const SUFFIXES: &[&str] = &[
    "",
    "thanhpho",
    "tp",
    "tphcm",
    "thanhphohcm",
    "tphochiminh",
    "thanhphohochiminh",
];

/// The keys of an agency, the surest first; a key may come twice.
pub(super) fn keys(agency: &Agency) -> Vec<(String, Strength)> {
    let words = words_of(&agency.name);
    let name: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
    let code = run_together(&agency.code);
    let mut keys = vec![(name.concat(), Strength::Spelled)];
    // "MTTQ TP", "SNV Thành phố".
    let written = |suffix: &&str| (format!("{code}{suffix}"), Strength::Code);
    keys.extend(SUFFIXES.iter().map(written));
    match name.strip_prefix(&["ui", "ban", "nhan", "dan"]) {
        Some(unit) if is_committee(agency) => keys.extend(committee_keys(unit)),
        Some(_) | None => keys.extend(office_keys(&name)),
    }
    for (_, aliases) in ALIASES.iter().filter(|(code, _)| *code == agency.code) {
        for alias in aliases.iter().map(|alias| run_together(alias)) {
            let with_suffix = |suffix: &&str| (format!("{alias}{suffix}"), Strength::Short);
            keys.extend(SUFFIXES.iter().map(with_suffix));
        }
    }
    keys
}

fn run_together(text: &str) -> String {
    words_of(text).into_iter().map(|word| word.key).collect()
}

/// "UBND quận Bình Thạnh", "Q. Bình Thạnh", "Quận 1", "Q1", "TP. Thủ Đức".
fn committee_keys(unit: &[&str]) -> Vec<(String, Strength)> {
    const TYPES: &[(&[&str], &[&str])] = &[
        (&["quan"], &["quan", "q"]),
        (&["huien"], &["huien", "h"]),
        (&["huyen"], &["huyen", "h"]),
        (&["thanh", "pho"], &["thanhpho", "tp"]),
        (&["tinh"], &["tinh"]),
        (&["phuong"], &["phuong", "p"]),
        (&["xa"], &["xa", "x"]),
        (&["dac", "khu"], &["dackhu", "dk"]),
    ];
    const HEADS: &[&str] = &["", "uibannhandan", "ubnd", "uiban"];
    let Some((words, types)) = TYPES.iter().find(|(words, _)| unit.starts_with(words)) else {
        return Vec::new();
    };
    let proper = unit.get(words.len()..).unwrap_or_default().concat();
    let mut keys = Vec::new();
    for head in HEADS {
        if proper == "hochiminh" {
            // The city itself is "Thành phố" everywhere; without "Ủy ban" that is a place, no agency.
            let cities = SUFFIXES
                .iter()
                .filter(|city| !head.is_empty() && !city.is_empty());
            keys.extend(cities.map(|city| (format!("{head}{city}"), Strength::Spelled)));
            continue;
        }
        for short in *types {
            let strength = if short.len() > 2 {
                Strength::Spelled
            } else {
                Strength::Short
            };
            keys.push((format!("{head}{short}{proper}"), strength));
        }
        if !proper.bytes().any(|letter| letter.is_ascii_digit()) {
            keys.push((format!("{head}{proper}"), Strength::Proper));
        }
    }
    keys
}

/// "Công an Thành phố", "Công an TP", "Sở TTTT", "BQL Khu Công nghệ cao", "VP UBND TP".
fn office_keys(name: &[&str]) -> Vec<(String, Strength)> {
    const SHORTER: &[(&str, &str)] = &[
        ("banquanli", "bql"),
        ("vanphong", "vp"),
        ("trungtam", "tt"),
        ("uibannhandan", "ubnd"),
        ("uiban", "ub"),
    ];
    let stem = name.strip_suffix(&["thanh", "pho"]).unwrap_or(name);
    let mut stems = vec![(stem.concat(), Strength::Spelled)];
    for (long, short) in SHORTER {
        let shortened: Vec<_> = stems
            .iter()
            .filter(|(stem, _)| stem.contains(long))
            .map(|(stem, _)| stem.replace(long, short))
            .collect();
        stems.extend(shortened.into_iter().map(|stem| (stem, Strength::Short)));
    }
    if let Some(rest) = stem.strip_prefix(&["so"]) {
        let initials: String = rest.iter().filter_map(|word| word.chars().next()).collect();
        stems.push((format!("so{initials}"), Strength::Short));
        stems.push((format!("s{initials}"), Strength::Short));
    }
    let with_suffixes = |(stem, strength): &(String, Strength)| -> Vec<_> {
        SUFFIXES
            .iter()
            .map(|suffix| (format!("{stem}{suffix}"), *strength))
            .collect()
    };
    stems.iter().flat_map(with_suffixes).collect()
}
