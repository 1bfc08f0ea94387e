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

/// What a long work is at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Phase {
    /// What was asked for.
    #[default]
    Doing,
    /// It has to read its file first.
    Reading,
    /// What was written is put into the orders of the lists, counted and made searchable.
    Ordering,
}

/// How far a long work is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Far {
    /// What it is at.
    pub phase: Phase,
    /// So many rows or tasks are done.
    pub done: usize,
    /// Of so many; 0 where that is not known.
    pub total: usize,
}

/// Tells somebody how far a long work is; cancelling it is an error like any other.
pub struct Progress<'a> {
    cancel: Cancel,
    phase: Phase,
    tell: Box<dyn FnMut(Far) + 'a>,
}

impl<'a> Progress<'a> {
    /// Tells `tell` how much of how much is done, until `cancel` is set.
    pub fn new(cancel: Cancel, mut tell: impl FnMut(usize, usize) + 'a) -> Self {
        Self::told(cancel, move |far| tell(far.done, far.total))
    }

    /// The same, for who wants to know what the work is at.
    pub fn told(cancel: Cancel, tell: impl FnMut(Far) + 'a) -> Self {
        Self {
            cancel,
            phase: Phase::default(),
            tell: Box::new(tell),
        }
    }

    /// Reads what the work needs before it can begin.
    ///
    /// # Errors
    /// Those of `read`.
    pub(crate) fn reading<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.at(Phase::Reading, read)
    }

    /// Puts into order what the work has written.
    ///
    /// # Errors
    /// Those of `order`.
    pub(crate) fn ordering<T>(&mut self, order: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.at(Phase::Ordering, order)
    }

    fn at<T>(&mut self, phase: Phase, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.phase = phase;
        let value = work(self);
        self.phase = Phase::Doing;
        value
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
        (self.tell)(Far {
            phase: self.phase,
            done,
            total,
        });
        // Whoever is told may have ended it just now.
        self.go_on()
    }
}
