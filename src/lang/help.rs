//! The texts of the help.

/// The texts of the help.
#[derive(Debug)]
pub struct HelpWords {}

pub(super) const VI: HelpWords = HelpWords {};

pub(super) const EN: HelpWords = HelpWords {};
