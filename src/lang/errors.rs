//! What can go wrong: what happened, where, what to do.

use crate::domain::error::Error;

/// Sentences for errors.
#[derive(Debug)]
pub struct ErrorWords {
    /// The sentence for an error: what happened, where, what to do.
    pub sentence: fn(&Error) -> String,
}

pub(super) const VI: ErrorWords = ErrorWords {
    sentence: |error| error.to_string(),
};

pub(super) const EN: ErrorWords = ErrorWords {
    sentence: |error| error.to_string(),
};
