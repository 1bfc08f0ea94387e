//! The letters by which deeds without a digit are chosen.

use crate::domain::transition::Deed;

/// The letters of the deeds that have no digit.
const LETTERS: [(Deed, char); 14] = [
    (Deed::Insist, 'k'),
    (Deed::AskSupport, 'p'),
    (Deed::AnswerSupport, 't'),
    (Deed::WithdrawSupport, 'u'),
    (Deed::ReachStage, 'i'),
    (Deed::Measure, 'm'),
    (Deed::Issue, 'v'),
    (Deed::AskExplanation, 'g'),
    (Deed::Explain, 'h'),
    (Deed::Criticise, 'b'),
    (Deed::Propose, 'n'),
    (Deed::Excuse, 'o'),
    (Deed::Unexcuse, 'l'),
    (Deed::CorrectDue, 'c'),
];

/// The letter of a deed.
pub(super) fn letter_of(deed: Deed) -> String {
    let found = LETTERS.iter().find(|(other, _)| *other == deed);
    found
        .map(|(_, letter)| letter.to_string())
        .unwrap_or_default()
}

/// The deed of a letter.
#[must_use]
pub fn deed_of(letter: char) -> Option<Deed> {
    let found = LETTERS.iter().find(|(_, other)| *other == letter);
    found.map(|(deed, _)| *deed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_without_a_digit_has_a_letter_of_its_own() {
        for deed in Deed::FOLLOW_UP {
            let letter = letter_of(deed).chars().next().expect("a letter");
            assert_eq!(deed_of(letter), Some(deed));
            assert!(!"sr".contains(letter), "{letter} does something else");
        }
    }
}
