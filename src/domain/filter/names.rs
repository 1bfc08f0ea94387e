//! What stands behind `cq:`, `lv:`, `vb:` and `tt:`, by code, name, initials or kind.

use super::phrases::PHRASES;
use super::statuses::STATUSES;
use super::{FilterContext, near};
use crate::domain::agency::{Agency, AgencyKind, Group};
use crate::domain::area::match_area;
use crate::domain::fold::{fold, initials};
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::status::Status;

/// Words for all agencies of a kind, folded, with the word that is written.
const KINDS: &[(&[&str], AgencyKind)] = &[
    (&["so", "department"], AgencyKind::Department),
    (&["ban", "board"], AgencyKind::Board),
    (&["nganh", "sector"], AgencyKind::Sector),
    (&["quan", "district"], AgencyKind::District),
    (&["huyen", "rural"], AgencyKind::RuralDistrict),
    (&["phuong", "ward"], AgencyKind::Ward),
    (&["xa", "commune"], AgencyKind::Commune),
    (&["dac khu"], AgencyKind::SpecialZone),
];

/// Words for the groups that annexes name, folded.
const GROUPS: &[(&[&str], Group)] = &[
    (
        &["sbn", "so ban nganh", "so nganh"],
        Group::DepartmentsAndBoards,
    ),
    (&["qh", "quan huyen"], Group::Districts),
    (&["px", "phuong xa", "phuong xa dac khu"], Group::Communes),
];

/// The word for tasks whose lead is not known.
pub const UNRESOLVED: &str = "?";

/// The agencies of a word: by code, by kind or group of today, by initials, by a part of the name.
/// All versions in time that fit are meant.
pub fn agencies(word: &str, context: &FilterContext) -> Result<Vec<AgencyId>, Option<String>> {
    let folded = fold(word);
    if word.trim() == UNRESOLVED
        || matches!(folded.as_str(), "chua ro" | "chua ro co quan" | "unknown")
    {
        return Ok(vec![AgencyId::UNRESOLVED]);
    }
    let pick = |is_wanted: &dyn Fn(&Agency) -> bool| -> Vec<AgencyId> {
        let wanted = context.agencies.iter().filter(|agency| is_wanted(agency));
        wanted.map(|agency| agency.id).collect()
    };
    let dense = folded.replace(' ', "");
    let ways: [&dyn Fn(&Agency) -> bool; 7] = [
        &|agency| fold(&agency.code).replace(' ', "") == dense,
        &|agency| fold(&agency.name) == folded,
        &|agency| is_of_kind(agency, &folded, context),
        &|agency| initials(&agency.name) == dense,
        &|agency| is_proper_name(&spoken(&agency.name), &folded),
        &|agency| has_words(&fold(&agency.name), &folded),
        &|agency| has_words(&spoken(&agency.name), &folded),
    ];
    if !dense.is_empty() {
        for way in ways {
            let found = pick(way);
            if !found.is_empty() {
                return Ok(found);
            }
        }
    }
    let codes = context.agencies.iter().map(|agency| agency.code.as_str());
    let names = context.agencies.iter().map(|agency| agency.name.as_str());
    Err(near::nearest(word, codes.chain(names)).map(str::to_owned))
}

/// What stands among the supporting agencies for those of a word: their codes, and the groups to which they
/// belong.
pub fn supporting(word: &str, context: &FilterContext) -> Result<Vec<String>, Option<String>> {
    if let Some(group) = Group::from_token(word) {
        return Ok(vec![group.token().to_owned()]);
    }
    let ids = agencies(word, context)?;
    let named = context.agencies.iter().filter(|it| ids.contains(&it.id));
    let mut signs: Vec<String> = Vec::new();
    for agency in named {
        let groups = Group::ALL.into_iter().filter(|it| it.includes(agency));
        let groups = groups.map(|group| group.token().to_owned());
        for sign in std::iter::once(agency.code.clone()).chain(groups) {
            if !signs.contains(&sign) {
                signs.push(sign);
            }
        }
    }
    Ok(signs)
}

fn is_of_kind(agency: &Agency, folded: &str, context: &FilterContext) -> bool {
    if !agency.is_valid_on(context.today) {
        return false;
    }
    let kind = KINDS.iter().find(|(words, _)| words.contains(&folded));
    let group = GROUPS.iter().find(|(words, _)| words.contains(&folded));
    kind.is_some_and(|(_, kind)| agency.kind == *kind)
        || group.is_some_and(|(_, group)| group.includes(agency))
}

/// The word for exactly these agencies, where a kind or group is that; else none.
pub fn kind_of(ids: &[AgencyId], context: &FilterContext) -> Option<&'static str> {
    if ids.len() < 2 {
        return None;
    }
    let words = KINDS
        .iter()
        .map(|(words, _)| words)
        .chain(GROUPS.iter().map(|(words, _)| words));
    words
        .filter_map(|words| words.first().copied())
        .find(|word| agencies(word, context).is_ok_and(|found| found == ids))
        .map(|word| match word {
            "so" if context.in_english => "department",
            "ban" if context.in_english => "board",
            "nganh" if context.in_english => "sector",
            "quan" if context.in_english => "district",
            "huyen" if context.in_english => "rural",
            "phuong" if context.in_english => "ward",
            "xa" if context.in_english => "commune",
            "so" => "sở",
            "nganh" => "ngành",
            "quan" => "quận",
            "huyen" => "huyện",
            "phuong" => "phường",
            "xa" => "xã",
            "dac khu" => "\"đặc khu\"",
            other => other,
        })
}

/// A name without what everybody leaves out: "Ủy ban nhân dân Quận 4" is "Quận 4", and "và" is silent.
fn spoken(name: &str) -> String {
    let folded = fold(name);
    let short = folded.strip_prefix("uy ban nhan dan ").unwrap_or(&folded);
    let words: Vec<&str> = short.split(' ').filter(|word| *word != "va").collect();
    words.join(" ")
}

/// True where the words are the name, or all of it but its first word: "nội vụ" is Sở Nội vụ.
fn is_proper_name(name: &str, words: &str) -> bool {
    name == words
        || name
            .split_once(' ')
            .is_some_and(|(_, proper)| proper == words)
}

/// True where the words stand in the text in a row, each whole; the last may go on.
fn has_words(text: &str, words: &str) -> bool {
    let has_digit_end = words.ends_with(|letter: char| letter.is_ascii_digit());
    format!(" {text} ")
        .match_indices(&format!(" {words}"))
        .any(|(place, found)| {
            let after = text.get(place + found.len() - 1..).unwrap_or_default();
            // "quận 1" is not "quận 10".
            !has_digit_end || !after.starts_with(|letter: char| letter.is_ascii_digit())
        })
}

/// The area of a word.
pub fn area(word: &str, context: &FilterContext) -> Result<AreaId, Option<String>> {
    let folded = fold(word);
    if matches!(folded.as_str(), "khong" | "none") {
        return Ok(AreaId::NONE);
    }
    let by_english = || {
        context
            .areas
            .iter()
            .find(|area| fold(&area.name_en) == folded)
    };
    let begun = || {
        let is_begun = |name: &str| folded.len() > 1 && has_words(&fold(name), &folded);
        context
            .areas
            .iter()
            .find(|area| is_begun(&area.name_vi) || is_begun(&area.name_en))
    };
    match_area(word, context.areas)
        .or_else(|| by_english().or_else(begun).map(|area| area.id))
        .ok_or_else(|| {
            let codes = context.areas.iter().map(|area| area.code.as_str());
            near::nearest(word, codes).map(str::to_owned)
        })
}

/// Whether a document of this code and symbol is meant.
type Fits<'a> = &'a dyn Fn(&str, &str) -> bool;

/// The documents of a word: by code, by symbol, by the number or another part of it.
pub fn documents(word: &str, context: &FilterContext) -> Result<Vec<DocumentId>, Option<String>> {
    let folded = fold(word);
    let ways: [Fits; 3] = [
        &|code, _| fold(code) == folded,
        &|_, symbol| fold(symbol) == folded,
        &|code, symbol| has_words(&fold(symbol), &folded) || has_words(&fold(code), &folded),
    ];
    if !folded.is_empty() {
        for way in ways {
            let fitting = context
                .documents
                .iter()
                .filter(|document| way(&document.code, &document.symbol));
            let found: Vec<DocumentId> = fitting.map(|document| document.id).collect();
            if !found.is_empty() {
                return Ok(found);
            }
        }
    }
    let symbols = context
        .documents
        .iter()
        .map(|document| document.symbol.as_str());
    Err(near::nearest(word, symbols).map(str::to_owned))
}

/// The statuses of a word behind `tt:`.
pub fn statuses(word: &str) -> Result<Vec<Status>, Option<String>> {
    let folded = fold(word);
    if matches!(
        folded.as_str(),
        "mo" | "open" | "cht" | "chua hoan thanh" | "chua ht" | "chua xong"
    ) {
        return Ok(Status::ALL
            .into_iter()
            .filter(|status| status.is_open())
            .collect());
    }
    let found = STATUSES.iter().find(|row| {
        fold(row.word) == folded
            || fold(row.status.code()) == folded
            || row.also.contains(&folded.as_str())
    });
    found.map(|row| vec![row.status]).ok_or_else(|| {
        let words = STATUSES
            .iter()
            .flat_map(|row| [row.word].into_iter().chain(row.also.iter().copied()));
        near::nearest(word, words).map(str::to_owned)
    })
}

/// The phrase that these folded words are, if they are one.
pub fn phrase(folded: &str) -> Option<&'static super::PhraseRow> {
    PHRASES
        .iter()
        .find(|row| fold(row.word) == folded || row.english == folded || row.also.contains(&folded))
}
