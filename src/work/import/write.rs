//! Writes a stage into the database, beside working clerks: whole, or in slices under a batch that can be
//! finished or taken back.

use std::thread;
use std::time::Instant;

use chrono::{DateTime, Datelike, Utc};

use super::assess::Assessor;
use super::merge::{Making as Made, Slice};
use super::plan::Weight;
use super::source::{self, Stamp};
use super::stage::Stage;
use super::take_back;
use super::{assessor, changed, stored, taken};
use crate::domain::batch::BatchState;
use crate::domain::error::{Error, Result};
use crate::domain::fold::fold;
use crate::domain::id::{BatchId, OperationId};
use crate::domain::transition::Refusal;
use crate::store::{Head, Kind, NewBatch, Store, Writer, Written};
use crate::work::progress::Progress;
use crate::work::request::OperationKey;
use crate::work::request::import::{ImportReport, Settlement, StageId};
use crate::work::session::Session;
use crate::work::undo::Way;

/// So many agency-tasks go into one transaction beside working clerks (DESIGN 5).
const SLICE: u64 = 500;

/// So many where nobody else is on: nobody waits.
const WHOLE: u64 = 2_000;

/// So many make a group where an empty database is filled: nobody waits, and taking back goes group by
/// group.
const BARE: u64 = 2_000;

/// A slice is planned anew so often where others change its tasks meanwhile.
const TRIES: usize = 8;

/// Writes a stage.
pub(in crate::work) fn import(
    session: &mut Session,
    key: &OperationKey,
    id: StageId,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    if let Some(report) = of_then(session, key)? {
        return Ok(report);
    }
    let stage = taken(session, id)?;
    let batch = session.store.batch_of_key(&key.0)?.map(|it| it.batch.id);
    let report = unchanged(&stage).and_then(|()| go_on(session, key, &stage, batch, progress));
    if report.is_err() {
        session.stage = Some(stage);
    }
    report
}

/// Writes what is missing of a stage, as a new import or one that goes on.
pub(super) fn go_on(
    session: &mut Session,
    key: &OperationKey,
    stage: &Stage,
    batch: Option<BatchId>,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    let report = carry_out(session, key, stage, batch, progress);
    session.reload()?;
    report
}

/// What a save of this key has done before: the answer was lost.
fn of_then(session: &Session, key: &OperationKey) -> Result<Option<ImportReport>> {
    let store = &session.store;
    let Some(found) = store.batch_of_key(&key.0)? else {
        return Ok(None);
    };
    if found.batch.state != BatchState::Finished {
        return Ok(None);
    }
    Ok(Some(ImportReport {
        batch: Some(found.batch.id),
        operation: store.last_of_batch(found.batch.id)?.map(|it| it.id),
        new: found.batch.written,
        ..ImportReport::default()
    }))
}

/// Looks whether the file is still the one that was previewed.
fn unchanged(stage: &Stage) -> Result<()> {
    let path = &stage.spec.path;
    if Stamp::of(path)? == stage.stamp && source::sum(path)?.checksum == stage.checksum {
        return Ok(());
    }
    Err(changed(&stage.spec))
}

/// Who writes, when, under which key.
struct Hand<'a> {
    key: &'a OperationKey,
    at: DateTime<Utc>,
    who: &'a str,
    origin: &'a str,
    file: &'a str,
    year: i32,
}

fn carry_out(
    session: &mut Session,
    key: &OperationKey,
    stage: &Stage,
    batch: Option<BatchId>,
    progress: &mut Progress<'_>,
) -> Result<ImportReport> {
    let facts = std::sync::Arc::clone(session.facts());
    let (at, origin, rules) = (session.now(), session.origin().to_owned(), session.rules);
    let file = file_name(stage);
    let hand = Hand {
        key,
        at,
        who: &facts.user.login,
        origin: &origin,
        file: &file,
        year: facts.today.year(),
    };
    let (directory, store) = session.directory_and_store();
    let assessor = assessor(
        directory,
        &facts,
        rules,
        &stage.spec,
        &stage.table,
        &stage.variants,
    )?;
    let mut writing = Writing {
        stage,
        assessor: &assessor,
        limit: limit(stage, store),
        batch,
        last: None,
        made: Made::default(),
        weight: Weight::default(),
    };
    let written = match writing.bare(store, &hand, progress) {
        Ok(false) => writing.all(store, &hand, progress),
        Ok(true) => Ok(()),
        Err(error) => Err(error),
    };
    let (batch, report) = (writing.batch, writing.report());
    drop(assessor);
    match (written, batch) {
        (Err(Error::Cancelled), Some(batch)) => {
            cancel(session, key, batch)?;
            Err(Error::Cancelled)
        }
        (Err(error), _) => Err(error),
        (Ok(()), _) => Ok(report),
    }
}

/// The file's name, without its folder.
fn file_name(stage: &Stage) -> String {
    let name = stage.spec.path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn limit(stage: &Stage, store: &Store) -> u64 {
    let whole = if store.is_alone() { WHOLE } else { SLICE };
    if stage.counts.agency_tasks <= whole {
        whole
    } else {
        SLICE
    }
}

/// Takes back what a cancelled import had written, and records it so; the wish to end it does not end
/// this.
fn cancel(session: &mut Session, key: &OperationKey, batch: BatchId) -> Result<()> {
    let key = OperationKey(format!("{}/cancel", key.0));
    let silent = &mut Progress::silent();
    take_back::walk(session, &key, batch, Way::Cancelled, silent).map(|_| ())
}

/// An import at work.
struct Writing<'a> {
    stage: &'a Stage,
    assessor: &'a Assessor<'a>,
    limit: u64,
    batch: Option<BatchId>,
    last: Option<OperationId>,
    made: Made,
    weight: Weight,
}

impl Writing<'_> {
    /// Fills a database that holds no task yet: all of it or nothing. False where it holds some, or where it
    /// is not worth it.
    fn bare(
        &mut self,
        store: &mut Store,
        hand: &Hand<'_>,
        progress: &mut Progress<'_>,
    ) -> Result<bool> {
        if self.stage.counts.agency_tasks <= WHOLE || stored(store)?.is_some() {
            return Ok(false);
        }
        self.limit = BARE;
        let filled = store.fill(|loader| {
            let mut slice = self.next_slice(0, None, progress)?;
            while !slice.is_empty() {
                self.tell(progress)?;
                let next = self.next_slice(slice.end, None, progress)?;
                let key = self.key(hand);
                let (batch, last) = loader.write(&self.head(hand, &key), |writer| {
                    let batch = self.record(writer, &slice, next.is_empty(), hand)?;
                    slice.write(writer, hand.year, &mut self.made)?;
                    Ok((batch, writer.operation()))
                })?;
                self.batch = Some(batch);
                self.last = Some(last);
                self.weight += slice.weight;
                slice = next;
            }
            self.tell(progress)
        });
        let is_filled = matches!(filled, Ok(Some(())));
        if !is_filled {
            // Nothing of it is there: what was begun is forgotten.
            (self.batch, self.last) = (None, None);
            (self.weight, self.made) = (Weight::default(), Made::default());
            self.limit = SLICE;
        }
        filled.map(|_| is_filled)
    }

    fn tell(&self, progress: &mut Progress<'_>) -> Result<()> {
        let total = usize::try_from(self.stage.counts.agency_tasks).unwrap_or(usize::MAX);
        let done = usize::try_from(self.weight.agency_tasks()).unwrap_or(total);
        progress.step(done.min(total), total)
    }

    /// The key of the next group: the first has that of the save.
    fn key(&self, hand: &Hand<'_>) -> String {
        match self.last {
            None if self.batch.is_none() => hand.key.0.clone(),
            last => format!("{}/{}", hand.key.0, last.map_or(0, |last| last.0)),
        }
    }

    fn head<'h>(&self, hand: &Hand<'h>, key: &'h str) -> Head<'h> {
        Head {
            key,
            at: hand.at,
            who: hand.who,
            origin: hand.origin,
            kind: Kind::Import,
            summary: hand.file,
        }
    }

    /// Slice after slice; a slice knows whether another one follows, and so whether it ends the import.
    fn all(
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
        let key = self.key(hand);
        let head = self.head(hand, &key);
        let mut anew;
        let mut slice = slice;
        let mut tries = 0;
        loop {
            let held = Instant::now();
            let written = store.write(&head, |writer| {
                let batch = self.record(writer, slice, is_last, hand)?;
                slice.write(writer, hand.year, &mut self.made)?;
                Ok(batch)
            });
            match written {
                Ok(Written::Done { operation, value }) => {
                    self.batch = Some(value);
                    self.last = Some(operation);
                    self.weight += slice.weight;
                    return Ok(held.elapsed());
                }
                Ok(Written::Nothing { .. }) => return Ok(held.elapsed()),
                Ok(Written::Again { operation }) => {
                    self.last = Some(operation);
                    return Ok(held.elapsed());
                }
                // Somebody changed one of the tasks since it was planned.
                Err(Error::Refused(Refusal::Changed { .. })) if tries < TRIES => {
                    tries += 1;
                    let (from, to) = (slice.begin, slice.end);
                    let stored = stored(store)?;
                    anew = self
                        .stage
                        .slice(from, to, u64::MAX / 8, self.assessor, stored)?;
                    slice = &anew;
                }
                Err(error) => return Err(error),
            }
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
                writer.go_on_with(batch)?;
                batch
            }
            None => self.begin(writer, hand)?,
        };
        let more = i64::try_from(slice.weight.agency_tasks()).unwrap_or(i64::MAX);
        writer.add_written(batch, more)?;
        if is_last {
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

    fn report(&self) -> ImportReport {
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
