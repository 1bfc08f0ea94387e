//! A list from which one is chosen by a few letters: code, initials, name, without accents.

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::fold::{fold, initials};
use crate::lang::Language;

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is chosen, for the program.
    pub value: String,
    /// A short code, may be empty.
    pub code: String,
    /// What is chosen, for the person.
    pub text: String,
    folded_code: String,
    folded: String,
    initials: [String; 2],
}

impl Item {
    /// Something with a code of its own.
    #[must_use]
    pub fn new(value: impl Into<String>, code: &str, text: &str) -> Self {
        let folded = fold(text);
        // "Sở Thông tin và Truyền thông" is looked for as STTTT and as STTVTT.
        let without_and: Vec<&str> = folded.split(' ').filter(|word| *word != "va").collect();
        let without_and = without_and.join(" ");
        Self {
            value: value.into(),
            code: code.to_owned(),
            text: text.to_owned(),
            folded_code: fold(code),
            initials: [initials(&folded), initials(&without_and)],
            folded,
        }
    }

    /// A text that is its own value.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::new(text, "", text)
    }

    /// An agency, by its id.
    #[must_use]
    pub fn agency(agency: &Agency) -> Self {
        Self::new(agency.id.0.to_string(), &agency.code, &agency.name)
    }

    /// An area, by its id.
    #[must_use]
    pub fn area(area: &Area, language: Language) -> Self {
        let name = match language {
            Language::Vietnamese => &area.name_vi,
            Language::English => &area.name_en,
        };
        Self::new(area.id.0.to_string(), &area.code, name)
    }

    /// How well it fits what was typed, folded; smaller is better.
    fn fit(&self, typed: &str) -> Option<u8> {
        let starts = |text: &String| text.starts_with(typed);
        if self.folded_code == typed || self.folded == typed {
            return Some(0);
        }
        if self.initials.iter().any(|initials| initials == typed) {
            return Some(1);
        }
        if starts(&self.folded_code) {
            return Some(2);
        }
        if starts(&self.folded) {
            return Some(3);
        }
        if self.initials.iter().any(starts) {
            return Some(4);
        }
        let mut words = self.folded.split(' ').chain(self.folded_code.split(' '));
        let is_in_order = typed
            .split(' ')
            .all(|part| words.any(|word| word.starts_with(part)));
        if is_in_order {
            return Some(5);
        }
        self.folded.contains(typed).then_some(6)
    }
}

/// The places of those that fit what was typed, the best first, equals in their own order; all of
/// them where nothing was typed.
#[must_use]
pub fn narrow(items: &[Item], typed: &str) -> Vec<usize> {
    let typed = fold(typed);
    if typed.is_empty() {
        return (0..items.len()).collect();
    }
    let mut found: Vec<(u8, usize)> = items
        .iter()
        .enumerate()
        .filter_map(|(place, item)| item.fit(&typed).map(|rank| (rank, place)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}

/// The best of those that fit.
#[must_use]
pub fn best<'a>(items: &'a [Item], typed: &str) -> Option<&'a Item> {
    items.get(*narrow(items, typed).first()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> String {
        let day = chrono::NaiveDate::from_ymd_opt(2023, 6, 15).expect("a date");
        let agencies = crate::domain::agency::official();
        let of_the_day = agencies.iter().filter(|agency| agency.is_valid_on(day));
        let items: Vec<Item> = of_the_day.map(Item::agency).collect();
        best(&items, typed).map_or_else(String::new, |item| item.code.clone())
    }

    #[test]
    fn agencies_are_found_by_code_initials_and_words_without_accents() {
        assert_eq!(first("snv"), "SNV");
        assert_eq!(first("STTTT"), "STTTT");
        assert_eq!(first("so tai chinh"), "STC");
        assert_eq!(first("Sở Tài c"), "STC");
        assert_eq!(first("thong tin"), "STTTT");
        assert_eq!(first("thủ đức"), "TPTD");
        assert_eq!(first("zzz"), "");
    }

    #[test]
    fn nothing_typed_keeps_the_official_order() {
        let items = [Item::text("b"), Item::text("a")];
        assert_eq!(narrow(&items, " "), [0, 1]);
    }
}
