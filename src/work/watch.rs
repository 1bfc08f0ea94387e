//! Who watches a long check or copy of a whole database: hears how far it is, and may end it.
//!
//! Where one statement of the engine takes minutes, it is heard from inside of it.

use std::sync::Arc;

use super::progress::Cancel;
use crate::domain::error::Result;
use crate::domain::proof::Part;
use crate::store::Pulse;

/// Hears what it is at, how much is done, and of how much; 0 where that is not known.
type Tell = dyn Fn(Part, u64, u64) + Send + Sync;

/// Somebody who watches.
#[derive(Clone)]
pub struct Watch {
    cancel: Cancel,
    tell: Arc<Tell>,
}

impl Watch {
    /// Tells `tell`, until `cancel` is set.
    pub fn new(cancel: Cancel, tell: impl Fn(Part, u64, u64) + Send + Sync + 'static) -> Self {
        Self {
            cancel,
            tell: Arc::new(tell),
        }
    }

    /// Nobody watches, and nobody ends it.
    #[must_use]
    pub fn nobody() -> Self {
        Self::new(Cancel::default(), |_, _, _| {})
    }

    /// One more step is done.
    ///
    /// # Errors
    /// [`Cancelled`](crate::domain::error::Error::Cancelled) once it is ended.
    pub fn step(&self, part: Part, done: u64, total: u64) -> Result<()> {
        if self.cancel.is_set() {
            return Err(crate::domain::error::Error::Cancelled);
        }
        (self.tell)(part, done, total);
        Ok(())
    }

    /// The same for steps that are counted as rows are.
    pub fn steps(&self, part: Part) -> impl FnMut(usize, usize) -> Result<()> {
        move |done, total| self.step(part, done as u64, total as u64)
    }

    /// What a long statement is heard by; `far` says how much of how much is done.
    pub fn pulse(&self, part: Part, mut far: impl FnMut() -> (u64, u64) + Send + 'static) -> Pulse {
        let watch = self.clone();
        Box::new(move || {
            let (done, total) = far();
            watch.step(part, done, total).is_err()
        })
    }
}
