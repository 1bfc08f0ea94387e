//! A stage: a file as it was read and understood, laid aside until it is imported or dropped.
//!
//! Made in one pass over the file; settling a doubt passes over what was laid aside, not over the file.

use std::collections::{HashMap, HashSet};

use super::assess::{Assessor, DUPLICATE_BIT, DoubtCodes};
use super::days_above::DaysAbove;
use super::mark::{Mark, Sort};
use super::noting::Noted;
use super::pairs::Pairs;
use super::source::{Stamp, Table};
use super::spool::{Filling, Spool};
use super::write;
use crate::domain::annex::Column;
use crate::domain::error::Result;
use crate::domain::id::BatchId;
use crate::domain::matching::Variants;
use crate::exchange::annex::ReadRow;
use crate::store::Store;
use crate::work::progress::Progress;
use crate::work::request::import::{
    Batch, FileNote, ImportSpec, Settlement, StageCounts, StageId, Staged,
};

/// A file as it was read and understood.
pub(in crate::work) struct Stage {
    pub(super) id: StageId,
    pub(super) spec: ImportSpec,
    /// What is known of the file as a whole.
    pub(super) table: Table,
    pub(super) checksum: String,
    pub(super) stamp: Stamp,
    pub(super) spool: Spool,
    pub(super) codes: DoubtCodes,
    pub(super) counts: StageCounts,
    pub(super) before: Option<Batch>,
    /// In the order in which they were made.
    pub(super) settlements: Vec<Settlement>,
    /// The texts that were settled, by row and column.
    pub(super) texts: HashMap<(u64, Column), String>,
    /// The writings that mean somebody: those remembered, and those settled here.
    pub(super) variants: Variants,
    /// Rows that name no document, where none was given.
    pub(super) undocumented: u64,
    /// The days that rows gave to documents.
    pub(super) days: DaysAbove,
    /// The import that was begun of it and broke off.
    pub(super) begun: Option<BatchId>,
}

/// What is gathered while rows pass.
#[derive(Default)]
pub(super) struct Gathered {
    pub codes: DoubtCodes,
    /// What a person should know of the file as a whole.
    pub noted: Noted,
    keys: Pairs,
    twins: Pairs,
    undocumented: u64,
    /// Keys of rows that passed lately.
    recent: HashSet<u64>,
}

/// So many keys are known again while rows pass; the next one begins afresh.
const RECENT: usize = 4_096;

impl Gathered {
    /// The mark of a row, as far as it can be told before all rows were seen. What becomes of one that follows another
    /// of its key is asked when it is known how many are before it.
    pub(super) fn mark(
        &mut self,
        row: &ReadRow,
        place: u64,
        texts: &HashMap<(u64, Column), String>,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
    ) -> Result<Mark> {
        let Some(understood) = assessor.understood(row, texts, place) else {
            return Ok(Mark::default());
        };
        let hashes = assessor.hashes(&understood);
        self.keys.push(hashes.key, place)?;
        self.twins.push(hashes.twin, place)?;
        self.undocumented += u64::from(understood.document.is_none());
        if self.recent.len() >= RECENT {
            self.recent.clear();
        }
        let store = store.filter(|_| self.recent.insert(hashes.key));
        assessor.mark(&understood, 1, &mut self.codes, store)
    }
}

/// Reads all rows and lays them aside.
pub(super) fn fill(
    rows: impl Iterator<Item = Result<ReadRow>>,
    assessor: &Assessor<'_>,
    store: Option<&Store>,
    mut tell: impl FnMut(u64) -> Result<()>,
) -> Result<(Spool, Gathered)> {
    let mut filling = Filling::begin(None)?;
    let mut gathered = Gathered::default();
    let no_texts = HashMap::new();
    let mut rows = rows;
    let mut is_over = false;
    while !is_over {
        let before = filling.count();
        is_over = at_once(store, || {
            for row in rows.by_ref().take(AT_ONCE) {
                let row = row?;
                let place = filling.count();
                tell(place)?;
                gathered.noted.see(&row);
                let mark = gathered.mark(&row, place, &no_texts, assessor, store)?;
                filling.push(&row, &mark)?;
            }
            Ok(filling.count() - before < AT_ONCE as u64)
        })?;
    }
    Ok((filling.end()?, gathered))
}

/// So many rows are compared with what is stored at once.
const AT_ONCE: usize = 1_024;

/// What is read of the store, if there is one, is read at once.
pub(super) fn at_once<T>(store: Option<&Store>, read: impl FnOnce() -> Result<T>) -> Result<T> {
    match store {
        Some(store) => store.at_once(read),
        None => read(),
    }
}

impl Stage {
    /// Takes over what was gathered: equal rows get their ordinals and marks, then all is counted.
    pub(super) fn settle_equals(
        &mut self,
        gathered: Gathered,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
    ) -> Result<()> {
        self.codes = gathered.codes;
        self.undocumented = gathered.undocumented;
        let spool = &self.spool;
        gathered.keys.repeated(|_, place, ordinal| {
            let Some(mark) = spool.mark(place)? else {
                return Ok(());
            };
            if store.is_none() {
                return spool.set_mark(place, &Mark { ordinal, ..mark });
            }
            // It is another task than the first of its key: what becomes of it is asked anew.
            let row = spool.row(&mark)?;
            let Some(understood) = assessor.understood(&row, &self.texts, place) else {
                return Ok(());
            };
            let anew = assessor.mark(&understood, ordinal, &mut self.codes, store)?;
            let anew = Mark {
                begins: mark.begins,
                length: mark.length,
                ..anew
            };
            spool.set_mark(place, &anew)
        })?;
        gathered.twins.repeated(|first, place, _| {
            let Some(mark) = spool.mark(place)? else {
                return Ok(());
            };
            let twin = u32::try_from(first + 1).unwrap_or(0);
            let doubts = mark.doubts | DUPLICATE_BIT;
            spool.set_mark(
                place,
                &Mark {
                    twin,
                    doubts,
                    ..mark
                },
            )
        })
    }

    /// Understands every row anew: a writing or a text was settled.
    pub(super) fn assess_again(
        &mut self,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
        progress: &mut Progress<'_>,
    ) -> Result<()> {
        let mut gathered = Gathered::default();
        assessor.knowledge.memory.begin();
        let (spool, texts) = (&self.spool, &self.texts);
        let total = usize::try_from(spool.count()).unwrap_or(usize::MAX);
        spool.change(|place, mark| {
            if place.is_multiple_of(512) {
                progress.step(usize::try_from(place).unwrap_or(total), total)?;
            }
            let row = spool.row(mark)?;
            let anew = gathered.mark(&row, place, texts, assessor, store)?;
            *mark = Mark {
                begins: mark.begins,
                length: mark.length,
                ..anew
            };
            Ok(())
        })?;
        self.settle_equals(gathered, assessor, store)
    }

    /// Counts what became of the rows.
    pub(super) fn count(&mut self) -> Result<()> {
        let mut counts = StageCounts::default();
        self.spool.recount(|_, mark| {
            if mark.is_taken() {
                counts.agency_tasks += u64::from(mark.agency_tasks);
                counts.parents += u64::from(mark.parents);
                counts.occurrences += u64::from(mark.occurrences);
                counts.passed_over += u64::from(mark.passed_over);
            }
        })?;
        self.counts = StageCounts {
            rows: self.spool.count(),
            new: self.spool.count_of(Sort::New),
            changed: self.spool.count_of(Sort::Changed),
            unchanged: self.spool.count_of(Sort::Unchanged),
            review: self.spool.count_of(Sort::Review),
            skipped: self.spool.count_of(Sort::Skipped),
            ..counts
        };
        Ok(())
    }

    /// As it is told.
    pub(super) fn to_staged(&self, has_tasks: bool) -> Staged {
        let mut notes = self.table.notes.clone();
        if self.undocumented > 0 {
            notes.push(FileNote::NoDocument(self.undocumented));
        }
        Staged {
            stage: self.id,
            spec: self.spec.clone(),
            form: self.table.form,
            checksum: self.checksum.clone(),
            sheets: self.table.sheets.clone(),
            sheet: self.table.sheet,
            header_line: self.table.header_line,
            columns: self.table.columns.clone(),
            counts: self.counts,
            notes,
            before: self.before.clone(),
            settlements: self.settlements.len(),
            steps: write::steps(self.counts.agency_tasks, has_tasks),
        }
    }

    /// A row that says what this one says, and is not left out; by its record's number.
    pub(super) fn twin_of(&self, mark: &Mark) -> Result<Option<u64>> {
        if mark.doubts & DUPLICATE_BIT == 0 {
            return Ok(None);
        }
        let Some(place) = u64::from(mark.twin).checked_sub(1) else {
            return Ok(None);
        };
        let first = self.spool.mark(place)?;
        first
            .map(|first| self.spool.row(&first).map(|row| row.row))
            .transpose()
    }
}
