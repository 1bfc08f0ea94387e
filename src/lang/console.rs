//! What commands print.

/// What commands print.
#[derive(Debug)]
pub struct ConsoleWords {}

pub(super) const VI: ConsoleWords = ConsoleWords {};

pub(super) const EN: ConsoleWords = ConsoleWords {};
