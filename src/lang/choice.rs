//! The words of choosing from a list.

/// The words of choosing from a list.
#[derive(Debug)]
pub struct ChoiceWords {}

pub(super) const VI: ChoiceWords = ChoiceWords {};

pub(super) const EN: ChoiceWords = ChoiceWords {};
