//! The words of the filter.

/// The words of the filter.
#[derive(Debug)]
pub struct FilterWords {}

pub(super) const VI: FilterWords = FilterWords {};

pub(super) const EN: FilterWords = FilterWords {};
