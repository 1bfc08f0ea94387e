//! Shortenings that no table foresees: initials of a run of words ("NNCNC", "BQL KĐT Thủ Thiêm"), or
//! a run of the words themselves ("Sở Giáo dục") (DOMAIN 4.3).

use super::names::NameWord;
use super::words::Word;

/// How well a shortening covers a name, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// All words but the head ("Sở", "Ban Quản lý") and "Thành phố".
    Whole,
    /// A run of neighbouring words.
    Run,
    /// From the first word on, with words left out between.
    Scattered,
}

/// Words at the beginning of a name that a shortening may leave out and still be whole.
const HEADS: &[&[&str]] = &[&[], &["so"], &["ban"], &["ban", "quan", "li"]];

/// How a shortening fits a name, if it does.
///
/// Three letters or two words are the least: "TC" and "Nam" mean too much.
pub(super) fn fit(shortening: &[&Word], name: &[NameWord]) -> Option<Fit> {
    let letters: usize = shortening.iter().map(|word| word.key.chars().count()).sum();
    if letters < 3 || shortening.len() == 1 && !shortening.iter().all(|word| word.may_be_initials) {
        return None;
    }
    (0..name.len())
        .filter_map(|start| best_from(shortening, name, start))
        .min()
}

fn best_from(shortening: &[&Word], name: &[NameWord], start: usize) -> Option<Fit> {
    let (end, has_holes) = walk(shortening, name, start, false)?;
    if has_holes {
        return (start == 0).then_some(Fit::Scattered);
    }
    let (before, after) = (name.get(..start)?, name.get(end..)?);
    let reads = |part: &[NameWord], words: &[&str]| {
        part.iter()
            .map(|word| word.key.as_str())
            .eq(words.iter().copied())
    };
    let is_head = HEADS.iter().any(|head| reads(before, head));
    let is_tail = after.is_empty() || reads(after, &["thanh", "pho"]);
    Some(if is_head && is_tail {
        Fit::Whole
    } else {
        Fit::Run
    })
}

/// Lays the words of a shortening along a name; the end, and whether words were left out between.
/// The first way found with the fewest holes is taken.
fn walk(
    shortening: &[&Word],
    name: &[NameWord],
    at: usize,
    has_holes: bool,
) -> Option<(usize, bool)> {
    let Some((word, rest)) = shortening.split_first() else {
        return Some((at, has_holes));
    };
    let here = [spelled(word, name, at), initials(word, name, at)]
        .into_iter()
        .flatten();
    let mut ways = here.filter_map(|length| walk_on(rest, name, at + length, has_holes));
    ways.next()
}

fn walk_on(rest: &[&Word], name: &[NameWord], at: usize, has_holes: bool) -> Option<(usize, bool)> {
    if rest.is_empty() {
        return Some((at, has_holes));
    }
    // "các" is left out by everyone and makes no hole.
    let next = at + usize::from(name.get(at).is_some_and(|word| word.key == "cac"));
    let starts = [at].into_iter().chain(next..name.len());
    let ways = starts.filter_map(|start| walk(rest, name, start, has_holes || start > next));
    ways.min_by_key(|(_, holes)| *holes)
}

fn spelled(word: &Word, name: &[NameWord], at: usize) -> Option<usize> {
    name.get(at)
        .filter(|other| other.key == word.key)
        .map(|_| 1)
}

fn initials(word: &Word, name: &[NameWord], at: usize) -> Option<usize> {
    let length = word.key.chars().count();
    if !word.may_be_initials || length < 2 {
        return None;
    }
    let run = name.get(at..at + length)?;
    run.iter()
        .zip(word.key.chars())
        .all(|(other, letter)| other.key.starts_with(letter))
        .then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::matching::{names::words_of, words::Words};

    fn fit_of(shortening: &str, name: &str) -> Option<Fit> {
        let words = Words::of(shortening);
        let words: Vec<&Word> = words
            .slice(0..words.len())
            .iter()
            .filter(|word| word.key != "va")
            .collect();
        fit(&words, &words_of(name))
    }

    #[test]
    fn initials_fit_a_run_of_words() {
        let zone = "Ban Quản lý Khu Nông nghiệp Công nghệ cao Thành phố";
        assert_eq!(fit_of("NNCNC", zone), Some(Fit::Run));
        assert_eq!(fit_of("BQL KNNCNC", zone), Some(Fit::Whole));
        assert_eq!(fit_of("BQL CNC", zone), Some(Fit::Scattered));
        assert_eq!(
            fit_of("TT&TT", "Sở Thông tin và Truyền thông"),
            Some(Fit::Whole)
        );
        assert_eq!(fit_of("BTC", "Ban Tổ chức Thành ủy"), Some(Fit::Run));
        assert_eq!(
            fit_of("Sở Giáo dục", "Sở Giáo dục và Đào tạo"),
            Some(Fit::Run)
        );
    }

    #[test]
    fn too_short_or_other_letters_fit_nothing() {
        assert_eq!(fit_of("TP", "Sở Tư pháp"), None);
        assert_eq!(fit_of("Bộ TT&TT", "Sở Thông tin và Truyền thông"), None);
        assert_eq!(
            fit_of("Nam", "Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố"),
            None
        );
    }
}
