//! Writings of agencies that somebody has settled once: what is written so means these, from then on
//! (DOMAIN 4.3).
//!
//! They are compared with their accents: what was settled for "Thạnh An" says nothing about "Thanh An".

use std::collections::HashMap;

use super::reading::Part;
use super::words::{Gap, Words};

/// A cell that is settled as a whole is no longer than this, in words: it is looked up once a cell, and a
/// cell of a megabyte is nobody's writing.
const LONGEST: usize = 256;

/// A writing that is found inside a longer cell is no longer than this. Every length is tried at every word of
/// every cell, each with a key of its own, so that twice the length costs four times as much; what stands
/// between two signs that part agencies has never more words.
const PIECE: usize = 24;

/// Writings, whole cells or parts of them, and whom they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variants(HashMap<String, Vec<Part>>);

impl Variants {
    /// Remembers a writing; an older meaning of it gives way. Whether those that it means existed on the
    /// day of a document is asked when it is read.
    pub fn insert(&mut self, text: &str, parts: Vec<Part>) {
        let words = Words::of(text);
        if (1..=LONGEST).contains(&words.len()) {
            self.0.insert(key(&words, 0, words.len()), parts);
        }
    }

    /// True where somebody has settled what this whole cell means.
    #[must_use]
    pub fn knows(&self, text: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let words = Words::of(text);
        (1..=LONGEST).contains(&words.len()) && self.0.contains_key(&key(&words, 0, words.len()))
    }

    /// The form in which writings are compared: words with their accents, without case, spaces and signs.
    #[must_use]
    pub fn key(text: &str) -> String {
        let words = Words::of(text);
        key(&words, 0, words.len())
    }

    /// The longest writing that begins here: the whole cell, or a piece between what parts agencies.
    pub(super) fn at(&self, words: &Words, at: usize) -> Option<(usize, &[Part])> {
        if self.0.is_empty() {
            return None;
        }
        let parts = |end| self.0.get(&key(words, at, end)).map(Vec::as_slice);
        if at == 0
            && words.len() <= LONGEST
            && let Some(parts) = parts(words.len())
        {
            return Some((words.len(), parts));
        }
        let stops = |end: &usize| words.gap_before(*end) == Gap::Hard;
        let limit = (at + 1..=words.len()).find(stops).unwrap_or(words.len());
        (at + 1..=limit.min(at + PIECE))
            .rev()
            .filter(|end| words.is_boundary(*end) && !words.is_and(end - 1))
            .find_map(|end| Some((end, parts(end)?)))
    }
}

fn key(words: &Words, from: usize, to: usize) -> String {
    let mut key = String::new();
    for word in words.slice(from..to) {
        key.push_str(&word.accents);
        key.push(' ');
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agency::{Group, official};
    use crate::domain::matching::Directory;
    use crate::domain::matching::tests::{day, told};

    #[test]
    fn what_a_clerk_settled_is_known_from_then_on_in_its_own_accents() {
        let directory = Directory::new(&official());
        let id = |code: &str| directory.by_code(code).expect("an agency").id;
        let mut variants = Variants::default();
        let mut learn = |text: &str, part| variants.insert(text, vec![part]);
        learn("Tổ công tác Đề án 06", Part::Agency(id("VPUB")));
        learn("Nhóm A; Nhóm B", Part::Group(Group::Districts));
        learn("Đơn vị chuyển đổi số", Part::Agency(id("STTTT")));
        for (on, text, expected) in [
            ("2022-05-10", "tổ  công tác đề án 06", "VPUB"),
            (
                "2022-05-10",
                "Sở Nội vụ, Tổ công tác Đề án 06",
                "SNV | VPUB",
            ),
            (
                "2022-05-10",
                "Tổ công tác Đề án 06 mở rộng",
                "?Tổ công tác Đề án 06 mở rộng !not_an_agency",
            ),
            (
                "2022-05-10",
                "Tổ cộng tác Đề án 06",
                "?Tổ cộng tác Đề án 06 !not_an_agency",
            ),
            ("2022-05-10", "Nhóm A; Nhóm B", "@QH"),
            (
                "2025-07-15",
                "Đơn vị chuyển đổi số",
                "SKHCN !abolished_agency",
            ),
        ] {
            let read = directory.read_cell_knowing(text, day(on), &variants);
            assert_eq!(told(&directory, &read), expected, "{text}");
        }
    }

    #[test]
    fn of_several_leads_the_one_that_a_clerk_chose_leads_without_a_doubt() {
        let directory = Directory::new(&official());
        let id = |code: &str| Part::Agency(directory.by_code(code).expect("an agency").id);
        let mut variants = Variants::default();
        let text = "Sở Nội vụ + Sở Tư pháp";
        let read = |variants: &Variants| {
            let read = directory.read_lead_knowing(text, day("2022-05-10"), variants);
            told(&directory, &read)
        };
        assert_eq!(read(&variants), "SNV | STP !several_leads");
        variants.insert(text, vec![id("STP"), id("SNV")]);
        assert_eq!(read(&variants), "STP | SNV");
    }

    #[test]
    fn a_whole_cell_is_known_however_long_it_is_and_a_piece_of_one_up_to_a_limit() {
        let long = "các cơ quan ".repeat(20);
        let mut variants = Variants::default();
        variants.insert(&long, vec![Part::Unresolved("x".to_owned())]);
        assert!(variants.knows(&long.to_uppercase()));
        let words = Words::of(&long);
        assert_eq!(variants.at(&words, 0).map(|(end, _)| end), Some(60));
        let too_long = "cơ quan ".repeat(200);
        variants.insert(&too_long, vec![Part::Unresolved("x".to_owned())]);
        assert!(!variants.knows(&too_long));
    }
}
