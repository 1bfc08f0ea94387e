//! The words of the log.

/// The words of the log.
#[derive(Debug)]
pub struct LogWords {}

pub(super) const VI: LogWords = LogWords {};

pub(super) const EN: LogWords = LogWords {};
