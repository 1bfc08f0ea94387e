//! The words of the home screen.

/// The words of the home screen.
#[derive(Debug)]
pub struct HomeWords {}

pub(super) const VI: HomeWords = HomeWords {};

pub(super) const EN: HomeWords = HomeWords {};
