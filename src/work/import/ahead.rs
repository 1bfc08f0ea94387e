//! Slices planned ahead: where no task is stored yet, what a row becomes depends on nothing that is written, so
//! one thread plans while another one writes.

use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::{Builder, Scope};

use super::assess::Assessor;
use super::merge::Slice;
use super::stage::Stage;
use crate::domain::error::{Error, Result};

/// So many slices wait for being written; one more is being planned, and two are with who writes.
const WAITING: usize = 1;

/// Slices as they are planned.
pub(super) struct Ahead {
    slices: Receiver<Result<Slice>>,
    /// What was written goes back: who took memory gives it up more cheaply than another thread.
    used: Sender<Slice>,
    end: u64,
    count: u64,
}

impl Ahead {
    /// Begins to plan all rows of a stage, in slices of so many agency-tasks. Who drops it ends the planning.
    ///
    /// # Errors
    /// Where there is no room for another thread.
    pub(super) fn begin<'scope>(
        scope: &'scope Scope<'scope, '_>,
        stage: &'scope Stage,
        assessor: Assessor<'scope>,
        limit: u64,
    ) -> Result<Self> {
        let (give, slices) = sync_channel(WAITING);
        let (used, written) = channel();
        let count = stage.spool.count();
        let plan = move || {
            let mut from = 0;
            while from < count {
                written.try_iter().for_each(drop);
                let slice = stage.slice(from, u64::MAX, limit, &assessor, None);
                from = slice.as_ref().map_or(count, |slice| slice.end);
                if give.send(slice).is_err() {
                    break;
                }
            }
        };
        let planning = Builder::new().name("plan".to_owned());
        let planning = planning.spawn_scoped(scope, plan);
        planning.map_err(|error| Error::Fault(Box::new(error)))?;
        let end = 0;
        Ok(Self {
            slices,
            used,
            end,
            count,
        })
    }

    /// The next slice, which may be empty; none at the end.
    ///
    /// # Errors
    /// Where the stage cannot be read.
    pub(super) fn next(&mut self) -> Result<Option<Slice>> {
        if self.end >= self.count {
            return Ok(None);
        }
        let gone = |error| Error::Fault(Box::new(error));
        let slice = self.slices.recv().map_err(gone)??;
        self.end = slice.end;
        Ok(Some(slice))
    }

    /// A slice is written.
    pub(super) fn give_back(&self, slice: Slice) {
        // Where the planning is at its end, it is given up here.
        drop(self.used.send(slice));
    }
}
