//! What an import doubts, by the code of the doubt.

/// What an import doubts, by the code of the doubt.
#[derive(Debug)]
pub struct DoubtWords {}

pub(super) const VI: DoubtWords = DoubtWords {};

pub(super) const EN: DoubtWords = DoubtWords {};
