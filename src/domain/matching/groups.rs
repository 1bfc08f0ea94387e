//! Reads the wordings of groups: "các sở, ban, ngành; UBND các quận, huyện và thành phố Thủ Đức"
//! (DOMAIN 3.5).
//!
//! A small grammar over words: connectives, kinds of agencies, and what may follow them. Roles
//! ("các sở quản lý ngành") begin alike and go on otherwise; they end at no boundary and are none.

use std::ops::Range;

use super::words::{Gap, Words};
use crate::domain::agency::Group;

/// A group found in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GroupSpan {
    /// Its words.
    pub place: Range<usize>,
    /// The tokens, in order.
    pub groups: Vec<Group>,
    /// The sum of the numbers that it names, if any ("24 quận, huyện").
    pub number: Option<usize>,
    /// True if Thủ Đức is named beside the districts, and so may be left out of the number.
    pub names_thu_duc: bool,
    /// True if the list seems to go on after the end; it is a group only if an agency follows there.
    pub goes_on: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Department,
    Board,
    Sector,
    District,
    RuralDistrict,
    Town,
    Ward,
    Commune,
    SpecialZone,
    Anybody,
    /// Cấp huyện: all districts.
    DistrictLevel,
    /// Cấp xã: all communes.
    CommuneLevel,
}

/// The words of the items; those that are something else with other accents ("quản lý") say which.
const ITEMS: &[(&[&str], Item)] = &[
    (&["so"], Item::Department),
    (&["ban"], Item::Board),
    (&["nganh"], Item::Sector),
    (&["nghanh"], Item::Sector),
    (&["quan"], Item::District),
    (&["huyen"], Item::RuralDistrict),
    (&["thi", "xa"], Item::Town),
    (&["phuong"], Item::Ward),
    (&["xa"], Item::Commune),
    (&["thi", "tran"], Item::Commune),
    (&["dac", "khu"], Item::SpecialZone),
    (&["cap", "huyen"], Item::DistrictLevel),
    (&["cap", "xa"], Item::CommuneLevel),
    (&["co", "quan"], Item::Anybody),
    (&["don", "vi"], Item::Anybody),
    (&["dia", "phuong"], Item::Anybody),
];

/// Words that only look like an item without their accents.
const NOT_ITEMS: &[&str] = &[
    "quản", "quân", "quán", "bản", "bàn", "bán", "số", "xá", "phương",
];

const CONNECTIVES: &[&[&str]] = &[
    &["va"],
    &["cac"],
    &["tat", "ca"],
    &["toan", "bo"],
    &["toan", "the"],
    &["ubnd"],
    &["ui", "ban", "nhan", "dan"],
];

const CITY: &[&[&str]] = &[
    &["thanh", "pho", "ho", "chi", "minh"],
    &["thanh", "pho"],
    &["tp", "hcm"],
    &["tphcm"],
    &["tp"],
];

const BELONGING: &[&[&str]] = &[&["truc", "thuoc"], &["thuoc"], &["cua"]];

#[derive(Debug, Clone, Default)]
struct Parse {
    at: usize,
    items: Vec<Item>,
    number: Option<usize>,
    names_thu_duc: bool,
    is_concerned: bool,
}

/// The longest group that begins with this word and ends at a boundary.
pub(super) fn group_at(words: &Words, from: usize) -> Option<GroupSpan> {
    let mut parse = Parse {
        at: from,
        ..Parse::default()
    };
    let mut found: Option<Parse> = None;
    while parse.at < words.len() {
        if parse.at > from && words.gap_before(parse.at) == Gap::Hard {
            break;
        }
        if !parse.step(words) {
            break;
        }
        let ends_with_item = !parse.items.is_empty() && !is_connective_before(words, parse.at);
        if ends_with_item && words.is_boundary(parse.at) {
            found = Some(parse.clone());
        }
    }
    let found = found?;
    let goes_on = parse.items.len() > found.items.len();
    let is_plural = found.items.len() > 1
        || found.is_concerned
        || found
            .items
            .iter()
            .any(|item| matches!(item, Item::DistrictLevel | Item::CommuneLevel))
        || found.number.is_some()
        || begins_plural(words, from);
    let groups = if is_plural {
        found.groups()?
    } else {
        return None;
    };
    Some(GroupSpan {
        place: from..found.at,
        groups,
        number: found.number,
        names_thu_duc: found.names_thu_duc,
        goes_on,
    })
}

fn begins_plural(words: &Words, from: usize) -> bool {
    let skipped = CONNECTIVES
        .iter()
        .rev()
        .take(2)
        .find_map(|phrase| length_of(words, from, &[phrase]))
        .unwrap_or_default();
    matches!(words.key(from + skipped), "cac" | "tat" | "toan")
}

fn is_connective_before(words: &Words, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| matches!(words.key(before), "va" | "cac" | "ubnd" | "dan"))
        || at.checked_sub(1).is_some_and(|before| {
            words
                .key(before)
                .bytes()
                .all(|letter| letter.is_ascii_digit())
        })
}

fn length_of(words: &Words, at: usize, phrases: &[&[&str]]) -> Option<usize> {
    let stands = |phrase: &&&[&str]| {
        phrase
            .iter()
            .enumerate()
            .all(|(offset, key)| words.key(at + offset) == *key)
    };
    phrases.iter().find(stands).map(|phrase| phrase.len())
}

impl Parse {
    /// Takes the next word or phrase; false if it does not belong to a group.
    fn step(&mut self, words: &Words) -> bool {
        let at = self.at;
        if let Some((item, length)) = item_at(words, at) {
            self.items.push(item);
            self.at += length;
        } else if let Some(length) = length_of(words, at, CONNECTIVES) {
            self.at += length;
        } else if let Some(number) = number_at(words, at) {
            self.number = Some(self.number.unwrap_or_default() + number);
            self.at += 1;
        } else if !self.items.is_empty() {
            return self.step_after_item(words);
        } else {
            return false;
        }
        true
    }

    fn step_after_item(&mut self, words: &Words) -> bool {
        let at = self.at;
        let is_district = self
            .items
            .iter()
            .any(|item| matches!(item, Item::District | Item::RuralDistrict));
        if let Some(length) = length_of(words, at, &[&["co", "lien", "quan"], &["lien", "quan"]]) {
            self.is_concerned = true;
            self.at += length;
        } else if let Some(length) = length_of(words, at, &[&["tptd"]]).filter(|_| is_district) {
            self.names_thu_duc = true;
            self.at += length;
        } else if let Some(length) = city_at(words, at) {
            let is_thu_duc = length_of(words, at + length, &[&["thu", "duc"]]);
            if is_thu_duc.is_some() && !is_district {
                return false;
            }
            self.names_thu_duc |= is_thu_duc.is_some();
            self.at += length + is_thu_duc.unwrap_or_default();
        } else if let Some(length) = length_of(words, at, &[&["tren", "dia", "ban"]]) {
            self.at += length;
        } else {
            return false;
        }
        true
    }

    /// The tokens of the items; none where they are half a group ("các quận", "các ngành").
    fn groups(&self) -> Option<Vec<Group>> {
        let has = |item| self.items.contains(&item);
        if self.is_concerned {
            return Some(vec![Group::Concerned]);
        }
        if has(Item::Anybody) {
            return Some(vec![Group::All]);
        }
        let mut groups = Vec::new();
        if has(Item::Department) || has(Item::Board) && has(Item::Sector) {
            groups.push(Group::DepartmentsAndBoards);
        } else if has(Item::Board) || has(Item::Sector) {
            return None;
        }
        if has(Item::DistrictLevel) || has(Item::District) && has(Item::RuralDistrict) {
            groups.push(Group::Districts);
        } else if has(Item::District) || has(Item::RuralDistrict) || has(Item::Town) {
            return None;
        }
        let communes = [Item::Ward, Item::Commune, Item::SpecialZone]
            .into_iter()
            .filter(|item| has(*item))
            .count();
        match communes {
            _ if has(Item::CommuneLevel) => groups.push(Group::Communes),
            0 => {}
            1 => return None,
            _ => groups.push(Group::Communes),
        }
        Some(groups)
    }
}

fn item_at(words: &Words, at: usize) -> Option<(Item, usize)> {
    let is_other = |at| NOT_ITEMS.contains(&words.text(at..at + 1).to_lowercase().as_str());
    let (phrase, item) = ITEMS
        .iter()
        .find(|(phrase, _)| length_of(words, at, &[phrase]).is_some())?;
    let is_other = phrase.len() == 1 && is_other(at);
    (!is_other).then_some((*item, phrase.len()))
}

/// "Thành phố", also as "thuộc Thành phố", "trực thuộc UBND Thành phố".
fn city_at(words: &Words, at: usize) -> Option<usize> {
    let belonging = length_of(words, at, BELONGING).unwrap_or_default();
    let committee = if belonging > 0 {
        length_of(words, at + belonging, &[&["ubnd"]]).unwrap_or_default()
    } else {
        0
    };
    let before = belonging + committee;
    length_of(words, at + before, CITY).map(|city| before + city)
}

fn number_at(words: &Words, at: usize) -> Option<usize> {
    let key = words.key(at);
    (key.len() <= 3).then(|| key.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, Vec<Group>)> {
        let words = Words::of(text);
        let span = group_at(&words, 0)?;
        (!span.goes_on).then(|| (words.text(span.place).to_owned(), span.groups))
    }

    #[test]
    fn the_wordings_of_groups_are_known() {
        use Group::{All, Communes, Concerned, DepartmentsAndBoards as Departments, Districts};
        for (text, groups) in [
            ("Các sở, ban, ngành", vec![Departments]),
            ("Các sở", vec![Departments]),
            ("Sở - ngành", vec![Departments]),
            ("Sở/ngành", vec![Departments]),
            ("các sở, ngành Thành phố", vec![Departments]),
            ("cac so, ban, nganh", vec![Departments]),
            ("UBND các quận, huyện và thành phố Thủ Đức", vec![Districts]),
            ("UBND các quận, huyện, TP.Thủ Đức", vec![Districts]),
            ("Ủy ban nhân dân các quận - huyện", vec![Districts]),
            ("24 quận huyện", vec![Districts]),
            ("UBND các phường, xã", vec![Communes]),
            ("168 phường, xã, đặc khu", vec![Communes]),
            ("UBND cấp huyện", vec![Districts]),
            ("UBND cấp huyện, cấp xã", vec![Districts, Communes]),
            ("Các cơ quan, đơn vị", vec![All]),
            ("các đơn vị", vec![All]),
            ("Các cơ quan, đơn vị liên quan", vec![Concerned]),
            ("các sở, ngành có liên quan", vec![Concerned]),
            (
                "Các sở, ban, ngành, quận, huyện",
                vec![Departments, Districts],
            ),
            (
                "các sở, ban, ngành trực thuộc UBND Thành phố",
                vec![Departments],
            ),
        ] {
            assert_eq!(read(text), Some((text.to_owned(), groups)), "{text}");
        }
    }

    #[test]
    fn roles_and_halves_are_no_groups() {
        for text in [
            "Các sở quản lý ngành",
            "các sở QLN",
            "Các sở thuộc diện hợp nhất",
            "UBND quận nơi tổ chức",
            "Các chủ đầu tư",
            "các cơ quan, đơn vị thuộc Sở Nội vụ",
            "các quận",
            "Sở",
            "Ban Dân tộc",
            "đơn vị",
            "cơ quan chủ trì soạn thảo",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_proper_name_after_a_group_is_not_swallowed() {
        let span = |text: &str| group_at(&Words::of(text), 0).expect("a group");
        assert_eq!(span("Các sở, Ban Dân tộc").place, 0..2);
        assert!(span("Các sở, ban, ngành, UBND Quận 1").goes_on);
        assert_eq!(span("Các sở, ban, ngành, thành phố Thủ Đức").place, 0..4);
    }
}
