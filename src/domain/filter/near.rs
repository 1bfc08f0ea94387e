//! The known word that is nearest to one that is not known.

use crate::domain::fold::fold;

/// The nearest of the known words: one that begins like it, else one that differs by a third of its
/// letters at the most; accents do not count.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word);
    if word.is_empty() {
        return None;
    }
    let allowed = (word.chars().count() / 3).max(1);
    known
        .map(|other| (cost(&word, &fold(other)), other))
        .filter(|(cost, _)| *cost <= allowed)
        .min_by_key(|(cost, _)| *cost)
        .map(|(_, other)| other)
}

fn cost(word: &str, other: &str) -> usize {
    if word.len() > 1 && other.starts_with(word) {
        return 0;
    }
    distance(word, other)
}

/// How many letters have to be put in, taken out or replaced.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, letter) in left.chars().enumerate() {
        let mut next = vec![line + 1];
        for ((above, pair), other) in row.iter().skip(1).zip(row.iter()).zip(&right) {
            let before = next.last().copied().unwrap_or(0);
            let replaced = pair + usize::from(letter != *other);
            next.push((above + 1).min(before + 1).min(replaced));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_word_and_a_strange_word_finds_none() {
        let known = || ["quá hạn", "trong hạn", "đúng hạn"].into_iter();
        assert_eq!(nearest("qua han", known()), Some("quá hạn"));
        assert_eq!(nearest("quá hạ", known()), Some("quá hạn"));
        assert_eq!(nearest("dunh han", known()), Some("đúng hạn"));
        assert_eq!(nearest("kinh phí", known()), None);
        assert_eq!(nearest("", known()), None);
    }
}
