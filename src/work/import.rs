//! Files of tasks: read, staged, settled, merged with what is stored (DOMAIN 3.4, DESIGN 4).
//!
//! A *stage* is a file as it was read and understood, laid aside outside of memory; nothing of it is in the
//! database. Its rows are shown page by page, its doubts settled, and then it is written: in one
//! transaction, or in slices that leave other clerks room. A second import of the same file changes
//! nothing.

mod ahead;
pub(crate) mod assess;
pub(crate) mod compare;
mod days_above;
pub(crate) mod family;
mod finish;
mod known;
pub(crate) mod mark;
pub(crate) mod memory;
pub(crate) mod merge;
mod noting;
mod packing;
mod pairs;
pub(crate) mod plan;
mod rows;
mod settle;
mod source;
mod spool;
mod stage;
pub(super) mod take_back;
pub(crate) mod understand;
mod write;
mod writing;

pub(super) use finish::finish;
pub(super) use stage::Stage;
pub(super) use write::import;

use self::assess::Assessor;
use self::days_above::DaysAbove;
use self::family::Making;
use self::memory::Memory;
use self::source::{Stamp, Table};
use self::understand::Knowledge;
use std::path::Path;

use super::progress::Progress;
use super::request::Facts;
use super::request::import::{
    ImportSpec, Settlement, StageCounts, StageId, Staged, StagedPage, Which,
};
use super::session::Session;
use crate::domain::annex::{Column, FileForm};
use crate::domain::deadline::Rules;
use crate::domain::document::{Document, DocumentReference};
use crate::domain::error::{Error, Result};
use crate::domain::id::DocumentId;
use crate::domain::matching::{Directory, Variants};
use crate::store::Store;

/// Reads a file and understands it.
pub(super) fn stage(
    session: &mut Session,
    spec: &ImportSpec,
    after: Option<StageId>,
    progress: &mut Progress<'_>,
) -> Result<Staged> {
    let stage = read(session, spec, progress)?;
    let id = stage.id;
    let before = session.stage.replace(stage);
    let is_same = |old: &Stage, new: &Stage| {
        old.checksum == new.checksum && old.table.sheet == new.table.sheet
    };
    let settlements = before
        .filter(|old| Some(old.id) == after)
        .filter(|old| session.stage.as_ref().is_some_and(|new| is_same(old, new)))
        .map(|old| old.settlements)
        .unwrap_or_default();
    if settlements.is_empty() {
        return told(session, id);
    }
    with_stage(session, id, |stage| stage.settlements = settlements)?;
    settle_anew(session, id, true, progress)
}

/// Reads a file to its end; where that fails an older stage stays as it is.
fn read(session: &mut Session, spec: &ImportSpec, progress: &mut Progress<'_>) -> Result<Stage> {
    let id = StageId(session.next_stage());
    let stamp = Stamp::of(&spec.path)?;
    let sum = source::sum(&spec.path)?;
    let opened = source::open(spec, remembered(session)?)?;
    let mut table = opened.table.clone();
    let earlier = session.store.batch_of_file(&sum.checksum)?;
    let facts = std::sync::Arc::clone(session.facts());
    let variants = session.store.variants()?;
    let rules = session.rules;
    let (directory, store) = session.directory_and_store();
    let store = stored(store)?;
    let assessor = assessor(
        directory,
        &facts,
        rules,
        spec,
        &table,
        &variants,
        Memory::default(),
    )?;
    // How many rows a workbook has nobody knows before they are read.
    let lines = match table.form {
        FileForm::Csv { .. } => sum.lines,
        FileForm::Xlsx | FileForm::Xls | FileForm::Ods => 0,
    };
    let total = usize::try_from(lines).unwrap_or(usize::MAX);
    let rows = opened.rows()?;
    let (spool, gathered) = stage::fill(rows, &assessor, store, |place| {
        if !place.is_multiple_of(256) {
            return Ok(());
        }
        let done = usize::try_from(place).unwrap_or(usize::MAX);
        progress.step(done, if total == 0 { 0 } else { total.max(done) })
    })?;
    if Stamp::of(&spec.path)? != stamp {
        return Err(changed(spec));
    }
    gathered.noted.add_to(&mut table);
    let mut stage = Stage {
        id,
        spec: spec.clone(),
        table,
        checksum: sum.checksum,
        stamp,
        spool,
        codes: assess::DoubtCodes::default(),
        counts: StageCounts::default(),
        before: earlier,
        settlements: Vec::new(),
        texts: std::collections::HashMap::new(),
        variants: variants.clone(),
        undocumented: 0,
        days: DaysAbove::default(),
        begun: None,
    };
    stage.settle_equals(gathered, &assessor, store)?;
    stage.days = assessor.knowledge.memory.into_days();
    stage.count()?;
    Ok(stage)
}

/// The headings whose column somebody chose, the newest choice of each; by their folded text.
fn remembered(session: &Session) -> Result<Vec<(String, Option<Column>)>> {
    let mut choices: Vec<(String, Option<Column>)> = Vec::new();
    for (heading, column) in session.store.heading_choices()? {
        choices.retain(|(known, _)| *known != heading);
        choices.push((heading, column));
    }
    Ok(choices)
}

/// Says why a file cannot be imported, before anything is made for it.
///
/// # Errors
/// [`Error::BadFile`] with what is wrong with it.
pub fn readable(path: &Path) -> Result<()> {
    let spec = ImportSpec {
        path: path.to_owned(),
        ..ImportSpec::default()
    };
    Stamp::of(path)?;
    source::open(&spec, Vec::new()).map(|_| ())
}

/// Rows of a stage.
pub(super) fn rows(
    session: &mut Session,
    id: StageId,
    which: Which,
    from: u64,
    limit: usize,
) -> Result<StagedPage> {
    at_work(session, id, |stage, assessor, store| {
        stage.page(which, from, limit, assessor, store)
    })
}

/// Settles a doubt.
pub(super) fn settle(
    session: &mut Session,
    id: StageId,
    settlement: &Settlement,
    progress: &mut Progress<'_>,
) -> Result<Staged> {
    with_stage(session, id, |stage| {
        stage.settlements.push(settlement.clone());
    })?;
    if settlement.changes_meaning() {
        return settle_anew(session, id, true, progress);
    }
    with_stage(session, id, Stage::mark_last)??;
    told(session, id)
}

/// Takes back the last settlement; where there is none, nothing happens.
pub(super) fn unsettle(
    session: &mut Session,
    id: StageId,
    progress: &mut Progress<'_>,
) -> Result<Staged> {
    let last = with_stage(session, id, |stage| stage.settlements.pop())?;
    match last {
        None => told(session, id),
        Some(last) => settle_anew(session, id, last.changes_meaning(), progress),
    }
}

/// Drops a stage.
pub(super) fn drop_stage(session: &mut Session, id: StageId) {
    session.stage.take_if(|stage| stage.id == id);
}

fn settle_anew(
    session: &mut Session,
    id: StageId,
    changes_meaning: bool,
    progress: &mut Progress<'_>,
) -> Result<Staged> {
    let remembered = session.store.variants()?;
    with_stage(session, id, |stage| stage.take_settled_texts(&remembered))?;
    let settled = at_work(session, id, |stage, assessor, store| {
        if changes_meaning {
            stage.settle_all(assessor, store, progress)
        } else {
            stage.mark_settled()
        }
    });
    if settled.is_err() {
        // Half of its rows are read in one way and half in another: nobody should write that.
        drop_stage(session, id);
    }
    settled?;
    told(session, id)
}

fn told(session: &mut Session, id: StageId) -> Result<Staged> {
    let has_tasks = session.store.has_tasks()?;
    with_stage(session, id, |stage| stage.to_staged(has_tasks))
}

/// The stage of that name; an older one is gone.
fn with_stage<T>(
    session: &mut Session,
    id: StageId,
    change: impl FnOnce(&mut Stage) -> T,
) -> Result<T> {
    match &mut session.stage {
        Some(stage) if stage.id == id => Ok(change(stage)),
        _ => Err(Error::NoStage),
    }
}

/// Works on a stage with all that its rows are understood with.
fn at_work<T>(
    session: &mut Session,
    id: StageId,
    work: impl FnOnce(&mut Stage, &Assessor<'_>, Option<&Store>) -> Result<T>,
) -> Result<T> {
    let mut stage = taken(session, id)?;
    let facts = std::sync::Arc::clone(session.facts());
    let rules = session.rules;
    let (directory, store) = session.directory_and_store();
    let variants = stage.variants.clone();
    let (spec, table) = (stage.spec.clone(), stage.table.clone());
    let value = stored(store).and_then(|store| {
        let memory = Memory::with_days(std::mem::take(&mut stage.days));
        let assessor = assessor(directory, &facts, rules, &spec, &table, &variants, memory)?;
        let value = work(&mut stage, &assessor, store);
        stage.days = assessor.knowledge.memory.into_days();
        value
    });
    session.stage = Some(stage);
    value
}

fn taken(session: &mut Session, id: StageId) -> Result<Stage> {
    let stage = session.stage.take_if(|stage| stage.id == id);
    stage.ok_or(Error::NoStage)
}

/// The store, where any task is in it.
fn stored(store: &Store) -> Result<Option<&Store>> {
    Ok(store.has_tasks()?.then_some(store))
}

fn assessor<'a>(
    directory: &'a Directory,
    facts: &'a Facts,
    rules: Rules,
    spec: &ImportSpec,
    table: &Table,
    variants: &'a Variants,
    memory: Memory,
) -> Result<Assessor<'a>> {
    Ok(Assessor {
        knowledge: Knowledge {
            directory,
            areas: &facts.areas,
            calendar: &facts.calendar,
            rules,
            document: named_document(spec, table)?,
            documents: &facts.documents,
            today: facts.today,
            variants,
            memory,
        },
        making: Making {
            agencies: &facts.agencies,
            calendar: &facts.calendar,
            today: facts.today,
            past_occurrences: spec.past_occurrences,
        },
    })
}

/// The file is not the one that was previewed.
fn changed(spec: &ImportSpec) -> Error {
    Error::FileChanged(spec.path.clone())
}

/// The document of rows that name none, as the clerk gives it, or else as the title block does.
fn named_document(spec: &ImportSpec, table: &Table) -> Result<Option<DocumentReference>> {
    let Some(text) = &spec.document else {
        let named = table.document.as_deref();
        return Ok(named.and_then(DocumentReference::parse));
    };
    let Some(mut document) = DocumentReference::parse(text) else {
        return Err(Error::BadText {
            what: "document",
            text: text.clone(),
        });
    };
    document.date = spec.document_date.or(document.date);
    Ok(Some(document))
}

/// A document as it is entered when its first row is.
pub(crate) fn new_document(reference: &DocumentReference, code: String) -> Document {
    Document {
        id: DocumentId(0),
        kind: reference
            .kind()
            .map_or_else(String::new, |kind| kind.word().to_owned()),
        symbol: reference.symbol.clone(),
        date: reference.date,
        issuer: reference.issuer().unwrap_or_default().to_owned(),
        summary: String::new(),
        code,
        bases: Vec::new(),
        skips_confirmation: false,
    }
}
