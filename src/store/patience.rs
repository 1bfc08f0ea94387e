//! How long a walk may take before it answers with what it has.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Asked after every slice of a walk; a walk always does one.
#[derive(Debug, Clone, Copy, Default)]
pub struct Patience<'a> {
    until: Option<Instant>,
    cancel: Option<&'a AtomicBool>,
}

impl<'a> Patience<'a> {
    /// Waits for the whole answer.
    #[must_use]
    pub fn endless() -> Self {
        Self::default()
    }

    /// Waits so long, counted from now.
    #[must_use]
    pub fn of(time: Duration) -> Self {
        Self {
            until: Instant::now().checked_add(time),
            cancel: None,
        }
    }

    /// The same, and ends early once the flag is set.
    #[must_use]
    pub fn or_until(self, cancel: &'a AtomicBool) -> Self {
        Self {
            cancel: Some(cancel),
            ..self
        }
    }

    /// True once it is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed))
            || self.until.is_some_and(|end| Instant::now() >= end)
    }
}
