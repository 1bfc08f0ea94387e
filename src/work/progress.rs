//! How far a long work is, and whether it is still wanted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::domain::error::{Error, Result};

/// The one thing that threads share: set once, it ends the work at its next step.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the work to end.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// True where nobody else holds it any more.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        Arc::strong_count(&self.0) == 1
    }

    /// The flag itself, for what a signal may set.
    #[must_use]
    pub fn shared(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
    }

    /// True once the work should end.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Tells somebody how far a long work is; cancelling it is an error like any other.
pub struct Progress<'a> {
    cancel: Cancel,
    tell: Box<dyn FnMut(usize, usize) + 'a>,
}

impl<'a> Progress<'a> {
    /// Tells `tell` how much of how much is done, until `cancel` is set.
    pub fn new(cancel: Cancel, tell: impl FnMut(usize, usize) + 'a) -> Self {
        Self {
            cancel,
            tell: Box::new(tell),
        }
    }

    /// Tells nobody and is never cancelled.
    #[must_use]
    pub fn silent() -> Self {
        Self::new(Cancel::default(), |_, _| {})
    }

    /// The flag itself, for walks of the database.
    pub(crate) fn flag(&self) -> &AtomicBool {
        &self.cancel.0
    }

    /// Nothing to tell; only whether the work is still wanted.
    ///
    /// # Errors
    /// [`Error::Cancelled`] once nobody wants the work any more.
    pub fn go_on(&self) -> Result<()> {
        if self.cancel.is_set() {
            return Err(Error::Cancelled);
        }
        Ok(())
    }

    /// One more step is done.
    ///
    /// # Errors
    /// [`Error::Cancelled`] once nobody wants the work any more.
    pub fn step(&mut self, done: usize, total: usize) -> Result<()> {
        self.go_on()?;
        (self.tell)(done, total);
        // Whoever is told may have ended it just now.
        self.go_on()
    }
}
