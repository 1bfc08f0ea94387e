//! An import at work: slices planned, written, recorded.

use std::mem;
use std::thread;
use std::time::Instant;

use chrono::{DateTime, Utc};

use super::ahead::Ahead;
use super::assess::Assessor;
use super::merge::{Making as Made, Slice};
use super::plan::Weight;
use super::stage::Stage;
use super::stored;
use super::write::WHOLE;
use crate::domain::batch::BatchState;
use crate::domain::error::{Error, Result};
use crate::domain::fold::fold;
use crate::domain::id::{BatchId, OperationId};
use crate::domain::transition::Refusal;
use crate::domain::user::User;
use crate::store::{AtWork, Head, Kind, Loader, NewBatch, Store, Writer, Written};
use crate::work::opening::check_role;
use crate::work::progress::Progress;
use crate::work::request::OperationKey;
use crate::work::request::import::{ImportReport, Settlement};

/// So many make a group where an empty database is filled: nobody waits, and taking back goes group by
/// group.
const BARE: u64 = 2_000;

/// A slice is planned anew so often where others change its tasks meanwhile.
const TRIES: usize = 8;

/// Who writes, when, under which key.
pub(super) struct Hand<'a> {
    pub key: &'a OperationKey,
    pub at: DateTime<Utc>,
    pub who: &'a User,
    pub origin: &'a str,
    pub file: &'a str,
    pub year: i32,
}

/// An import at work.
pub(super) struct Writing<'a> {
    pub stage: &'a Stage,
    pub assessor: &'a Assessor<'a>,
    pub limit: u64,
    pub batch: Option<BatchId>,
    /// Nobody else goes on with it meanwhile.
    pub at_work: Option<AtWork>,
    /// The last group that was written, or that there was when the writing went on.
    pub last: Option<OperationId>,
    /// A group has the key of the save itself.
    pub is_named: bool,
    /// Agency-tasks that earlier tries have written, and those that all together are to write.
    pub before: u64,
    pub planned: u64,
    pub made: Made,
    pub weight: Weight,
}

impl Writing<'_> {
    /// Fills a database that holds no task yet: all of it or nothing. False where it holds some, or where it
    /// is not worth it.
    pub(super) fn bare(
        &mut self,
        store: &mut Store,
        hand: &Hand<'_>,
        progress: &mut Progress<'_>,
    ) -> Result<bool> {
        if self.stage.counts.agency_tasks <= WHOLE || stored(store)?.is_some() {
            return Ok(false);
        }
        let (stage, assessor) = (self.stage, self.assessor.afresh());
        let filled = thread::scope(|scope| {
            let mut ahead = Ahead::begin(scope, stage, assessor, BARE)?;
            store.fill(|loader| self.pour(&mut ahead, loader, hand, progress))
        });
        let is_filled = matches!(filled, Ok(Some(())));
        if !is_filled {
            // Nothing of it is there: what was begun is forgotten.
            (self.batch, self.last, self.is_named) = (None, None, false);
            (self.weight, self.made) = (Weight::default(), Made::default());
        }
        filled.map(|_| is_filled)
    }

    /// Writes what is planned ahead, group after group.
    fn pour(
        &mut self,
        ahead: &mut Ahead,
        loader: &mut Loader<'_>,
        hand: &Hand<'_>,
        progress: &mut Progress<'_>,
    ) -> Result<()> {
        let mut slice = self.next_ahead(ahead, progress)?;
        while !slice.is_empty() {
            self.tell(progress)?;
            let next = self.next_ahead(ahead, progress)?;
            let key = self.key(hand);
            let (batch, last) = loader.write(&self.head(hand, &key), |writer| {
                let batch = self.record(writer, &slice, next.is_empty(), hand)?;
                slice.write(writer, hand.year, &mut self.made)?;
                Ok((batch, writer.operation()))
            })?;
            self.batch = Some(batch);
            (self.last, self.is_named) = (Some(last), true);
            self.weight += slice.weight;
            ahead.give_back(mem::replace(&mut slice, next));
        }
        self.tell(progress)?;
        progress.ordering(|progress| loader.finish(|done, total| progress.step(done, total)))
    }

    /// The next rows of which anything is to be written, planned ahead; an empty slice at the end.
    fn next_ahead(&mut self, ahead: &mut Ahead, progress: &Progress<'_>) -> Result<Slice> {
        while let Some(slice) = ahead.next()? {
            if !slice.is_empty() {
                return Ok(slice);
            }
            self.weight += slice.weight;
            progress.go_on()?;
        }
        Ok(Slice::default())
    }

    fn tell(&self, progress: &mut Progress<'_>) -> Result<()> {
        let total = usize::try_from(self.planned).unwrap_or(usize::MAX);
        let done = usize::try_from(self.before + self.weight.agency_tasks()).unwrap_or(total);
        progress.step(done.min(total), total)
    }

    /// The key of the next group: the first has that of the save, each other one names the one before it.
    fn key(&self, hand: &Hand<'_>) -> String {
        match self.last.filter(|_| self.is_named) {
            None => hand.key.0.clone(),
            Some(last) => format!("{}/{}", hand.key.0, last.0),
        }
    }

    fn head<'h>(&self, hand: &Hand<'h>, key: &'h str) -> Head<'h> {
        Head {
            key,
            at: hand.at,
            who: &hand.who.login,
            origin: hand.origin,
            kind: Kind::Import,
            summary: hand.file,
        }
    }

    /// Slice after slice; a slice knows whether another one follows, and so whether it ends the import.
    pub(super) fn all(
        &mut self,
        store: &mut Store,
        hand: &Hand<'_>,
        progress: &mut Progress<'_>,
    ) -> Result<()> {
        let mut slice = self.next_slice(0, stored(store)?, progress)?;
        while !slice.is_empty() {
            self.tell(progress)?;
            let next = self.next_slice(slice.end, stored(store)?, progress)?;
            let held = self.one(&slice, next.is_empty(), store, hand)?;
            slice = next;
            if !slice.is_empty() {
                if let Some(batch) = self.batch.filter(|_| self.at_work.is_none()) {
                    // Where it cannot be said, others may go on with it, and nothing comes twice all the same.
                    self.at_work = store.at_work_on(batch).ok();
                }
                // Pause as long as the lock was held: others' saves come in between.
                thread::sleep(held);
            }
        }
        Ok(())
    }

    /// The next rows of which anything is to be written; an empty slice at the end.
    fn next_slice(
        &mut self,
        from: u64,
        store: Option<&Store>,
        progress: &mut Progress<'_>,
    ) -> Result<Slice> {
        let mut from = from;
        loop {
            let slice = self
                .stage
                .slice(from, u64::MAX, self.limit, self.assessor, store)?;
            if !slice.is_empty() {
                return Ok(slice);
            }
            self.weight += slice.weight;
            if slice.end >= self.stage.spool.count() {
                return Ok(slice);
            }
            from = slice.end;
            progress.go_on()?;
        }
    }

    /// Writes one slice; says how long the lock was held.
    fn one(
        &mut self,
        slice: &Slice,
        is_last: bool,
        store: &mut Store,
        hand: &Hand<'_>,
    ) -> Result<std::time::Duration> {
        let mut anew;
        let mut slice = slice;
        let mut tries = 0;
        loop {
            let key = self.key(hand);
            let head = self.head(hand, &key);
            let (held, first) = (Instant::now(), self.made.first);
            let written = store.write(&head, |writer| {
                check_role(writer, hand.who)?;
                let batch = self.record(writer, slice, is_last, hand)?;
                writer.together(|writer| slice.write(writer, hand.year, &mut self.made))?;
                Ok(batch)
            });
            match written {
                Ok(Written::Done { operation, value }) => {
                    self.batch = Some(value);
                    (self.last, self.is_named) = (Some(operation), true);
                    self.weight += slice.weight;
                    return Ok(held.elapsed());
                }
                Ok(Written::Nothing { .. }) => {
                    // Somebody else has written all of it since it was planned.
                    self.weight += slice.weight;
                    return Ok(held.elapsed());
                }
                // Of an earlier try, which wrote other rows perhaps.
                Ok(Written::Again { operation }) => {
                    (self.last, self.is_named) = (Some(operation), true);
                }
                // Somebody changed one of the tasks since it was planned, or entered it.
                Err(Error::Refused(Refusal::Changed { .. })) => {}
                Err(error) => return Err(error),
            }
            if tries >= TRIES {
                return Err(Error::Busy);
            }
            tries += 1;
            self.made.first = first;
            let (from, to) = (slice.begin, slice.end);
            let stored = stored(store)?;
            anew = self
                .stage
                .slice(from, to, u64::MAX / 8, self.assessor, stored)?;
            slice = &anew;
        }
    }

    /// Keeps what the import is with what it writes.
    fn record(
        &self,
        writer: &mut Writer<'_>,
        slice: &Slice,
        is_last: bool,
        hand: &Hand<'_>,
    ) -> Result<BatchId> {
        let batch = match self.batch {
            Some(batch) => {
                // Who takes it back meanwhile is right: nothing more is added to it.
                if writer.was_taken_back(batch, self.last)? {
                    return Err(Error::NoBatch(batch.0));
                }
                writer.go_on_with(batch)?;
                batch
            }
            None => self.begin(writer, hand)?,
        };
        let more = i64::try_from(slice.weight.agency_tasks()).unwrap_or(i64::MAX);
        writer.add_written(batch, more)?;
        if is_last {
            // A redo that was broken off has left them forgotten.
            writer.forget_choices(batch, false)?;
            writer.set_batch_state(batch, BatchState::Finished)?;
        }
        Ok(batch)
    }

    fn begin(&self, writer: &mut Writer<'_>, hand: &Hand<'_>) -> Result<BatchId> {
        let stage = self.stage;
        let json = |error| Error::Fault(Box::new(error));
        let sheet = stage.table.sheets.get(stage.table.sheet);
        let batch = writer.begin_batch(&NewBatch {
            key: &hand.key.0,
            file: hand.file,
            checksum: &stage.checksum,
            sheet: sheet.map_or("", |sheet| &sheet.name),
            spec: &serde_json::to_string(&stage.spec).map_err(json)?,
            settlements: &serde_json::to_string(&stage.settlements).map_err(json)?,
            planned: stage.counts.agency_tasks,
        })?;
        for settlement in &stage.settlements {
            if let Settlement::Means { text, parts } = settlement {
                writer.save_variant(text, parts, Some(batch))?;
            }
        }
        for column in &stage.table.columns {
            if column.source == crate::domain::annex::ColumnSource::ByHand {
                writer.save_heading_choice(&fold(&column.heading), column.column, Some(batch))?;
            }
        }
        Ok(batch)
    }

    pub(super) fn report(&self) -> ImportReport {
        ImportReport {
            batch: self.batch,
            operation: self.last,
            counts: self.stage.counts,
            new: self.weight.new,
            changed: self.weight.changed,
            unchanged: self.weight.unchanged,
            first: self.made.first,
        }
    }
}
