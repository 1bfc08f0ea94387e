//! Type-ahead: which agencies begin like what was typed so far.

use crate::domain::agency::Agency;
use crate::domain::fold::{fold, initials};

/// What of an agency is compared with typing.
#[derive(Debug)]
pub(super) struct Words {
    code: String,
    name: String,
    /// The name without "Ủy ban nhân dân": people type "quận 1" and "phường sài gòn".
    unit: String,
    initials: Vec<String>,
}

impl Words {
    pub(super) fn of(agency: &Agency) -> Self {
        let name = fold(&agency.name);
        let unit = name
            .strip_prefix("uy ban nhan dan ")
            .unwrap_or(&name)
            .to_owned();
        let without_and: Vec<&str> = unit.split(' ').filter(|word| *word != "va").collect();
        let head = without_and.first().copied().unwrap_or_default();
        let rest: String = without_and
            .iter()
            .skip(1)
            .filter_map(|word| word.chars().next())
            .collect();
        // "stttt", "so tttt" and "tttt"; a number is never an initial.
        let numbered = unit
            .strip_prefix("quan ")
            .filter(|number| number.parse::<u8>().is_ok())
            .map(|number| format!("q{number}"));
        let initials = [
            initials(&without_and.join(" ")),
            format!("{head}{rest}"),
            rest,
        ]
        .into_iter()
        .chain(numbered)
        .collect();
        Self {
            code: squeeze(&fold(&agency.code)),
            name,
            unit,
            initials,
        }
    }
}

fn squeeze(text: &str) -> String {
    text.replace(' ', "")
}

/// The places of those that fit, the best first, in official order among equals: the code itself, a
/// code that begins so, initials, a name that begins so, words that begin so in the order typed.
pub(super) fn rank(text: &str, agencies: &[Words]) -> Vec<usize> {
    let typed = fold(text);
    let squeezed = squeeze(&typed);
    if typed.is_empty() {
        return (0..agencies.len()).collect();
    }
    let mut ranked: Vec<(u8, usize)> = agencies
        .iter()
        .enumerate()
        .filter_map(|(place, words)| Some((score(words, &typed, &squeezed)?, place)))
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, place)| place).collect()
}

fn score(words: &Words, typed: &str, squeezed: &str) -> Option<u8> {
    let begins = |text: &String| text.starts_with(squeezed);
    let named = |name: &str| name.starts_with(typed);
    if words.code == squeezed {
        Some(0)
    } else if words.initials.iter().any(|initials| initials == squeezed) {
        Some(1)
    } else if begins(&words.code) || words.initials.iter().take(2).any(begins) {
        Some(2)
    } else if named(&words.unit) || named(&words.name) || words.initials.iter().any(begins) {
        Some(3)
    } else {
        has_words_in_order(&words.name, typed).then_some(4)
    }
}

/// True if each typed word begins a word of the name, in order.
fn has_words_in_order(name: &str, typed: &str) -> bool {
    let mut words = name.split(' ');
    typed
        .split(' ')
        .all(|start| words.any(|word| word.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use crate::domain::agency::official;
    use crate::domain::matching::Directory;

    fn first(text: &str) -> String {
        let directory = Directory::new(&official());
        let best = directory.suggest(text);
        best.first()
            .and_then(|id| directory.agency(*id))
            .map(|agency| agency.code.clone())
            .unwrap_or_default()
    }

    #[test]
    fn a_few_letters_find_the_agency() {
        for (text, code) in [
            ("stc", "STC"),
            ("tttt", "STTTT"),
            ("sở tt&tt", "STTTT"),
            ("so tai ch", "STC"),
            ("tài chính", "STC"),
            ("q1", "Q1"),
            ("quan 1", "Q1"),
            ("quận bình th", "QBTHANH"),
            ("phuong sai", "P-SAIGON"),
            ("con dao", "DK-CONDAO"),
            ("hepz", "HEPZA"),
            ("thuế", "CTHUE"),
            ("vp", "VPUB"),
        ] {
            assert_eq!(first(text), code, "{text}");
        }
    }

    #[test]
    fn nothing_typed_is_everyone_and_nonsense_is_no_one() {
        let directory = Directory::new(&official());
        assert_eq!(directory.suggest("").len(), directory.agencies().len());
        assert!(directory.suggest("xyzzy").is_empty());
    }
}
