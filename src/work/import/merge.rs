//! Carries a plan out: whole rows, in slices that leave other clerks room.

use std::ops::Range;
use std::thread;
use std::time::Instant;

use super::family::Planned;
use super::plan::{Batch, Fate, Member, Plan, occurrence_key};
use crate::domain::document;
use crate::domain::error::Result;
use crate::domain::id::{DocumentId, OperationId, TaskId};
use crate::domain::task::Task;
use crate::store::{Head, Note, Store, Writer, Written};
use crate::work::progress::Progress;

/// How the log names what an import does.
pub(crate) const IMPORT: Note<'static> = Note {
    what: "import",
    why: "",
    document: "",
    on_behalf: None,
};

/// So many agency-tasks go into one transaction beside working clerks (DESIGN 5).
const SLICE: usize = 500;

/// So many where it is written whole: nobody waits noticeably longer.
const WHOLE: usize = 2_000;

/// Writes the plan; returns the last group, and none where nothing had to be written.
pub(super) fn carry_out(
    plan: &Plan,
    store: &mut Store,
    head: &Head<'_>,
    year: i32,
    progress: &mut Progress<'_>,
) -> Result<Option<OperationId>> {
    let total: usize = plan.batches.iter().map(weight).sum();
    let limit = if total <= WHOLE { usize::MAX } else { SLICE };
    let slices = slices(&plan.batches, limit);
    let (mut done, mut last) = (0, None);
    for (number, range) in slices.iter().enumerate() {
        progress.step(done, total)?;
        let key = format!("{}/{number}", head.key);
        let summary = slice_summary(head.summary, number + 1, slices.len());
        let head = Head {
            key: &key,
            summary: &summary,
            ..*head
        };
        let held = Instant::now();
        let written = store.write(&head, |writer| {
            let batches = plan.batches.get(range.clone()).unwrap_or_default();
            batches
                .iter()
                .try_for_each(|batch| write_batch(batch, plan, writer, year))
        })?;
        last = match written {
            Written::Done { operation, .. } | Written::Again { operation } => Some(operation),
            Written::Nothing { .. } => last,
        };
        let batches = plan.batches.get(range.clone()).unwrap_or_default();
        done += batches.iter().map(weight).sum::<usize>();
        if number + 1 < slices.len() {
            // Pause as long as the lock was held: others' saves come in between (CRATES 2).
            thread::sleep(held.elapsed());
        }
    }
    Ok(last)
}

fn weight(batch: &Batch) -> usize {
    let is_written = |member: &&Member| !matches!(member.fate, Fate::Same(_));
    batch.members.iter().filter(is_written).count()
}

/// Whole rows until a slice is full; a row is never cut.
fn slices(batches: &[Batch], limit: usize) -> Vec<Range<usize>> {
    let mut slices = Vec::new();
    let (mut from, mut size) = (0, 0);
    for (place, batch) in batches.iter().enumerate() {
        if size + weight(batch) > limit && place > from {
            slices.push(from..place);
            (from, size) = (place, 0);
        }
        size += weight(batch);
    }
    slices.push(from..batches.len());
    slices
}

/// The file's name, and which slice of how many it is: what was imported as one is taken back as one.
fn slice_summary(name: &str, number: usize, of: usize) -> String {
    if of == 1 {
        name.to_owned()
    } else {
        format!("{name} ({number}/{of})")
    }
}

/// The name, number and count of a slice; none where the import was written whole.
pub(crate) fn slice_of(summary: &str) -> Option<(&str, usize, usize)> {
    let (name, rest) = summary.rsplit_once(" (")?;
    let (number, of) = rest.strip_suffix(')')?.split_once('/')?;
    Some((name, number.parse().ok()?, of.parse().ok()?))
}

/// Writes the tasks of one row: the head, then those that point at it.
fn write_batch(batch: &Batch, plan: &Plan, writer: &mut Writer<'_>, year: i32) -> Result<()> {
    if weight(batch) == 0 {
        return Ok(());
    }
    let document = document_id(batch, plan, writer)?;
    let code = match &batch.code {
        Some(code) => code.clone(),
        None => {
            let number = writer.next_number(&format!("NV/{:02}", year.rem_euclid(100)))?;
            document::undocumented_code(year, u32::try_from(number).unwrap_or(u32::MAX))
        }
    };
    let mut written: Vec<TaskId> = Vec::with_capacity(batch.members.len());
    for member in &batch.members {
        let id = match &member.fate {
            Fate::Same(id) => *id,
            Fate::Change(tasks) => writer.save_task(&tasks.0, &tasks.1, IMPORT)?.id,
            Fate::New => {
                let task = placed(&member.planned, &code, document, &written);
                insert(writer, &task, member.key.as_deref(), &member.planned.label)?
            }
        };
        written.push(id);
    }
    Ok(())
}

/// A planned task in its place: under the head's code, pointing at those of its family that are written.
pub(crate) fn placed(
    planned: &Planned,
    code: &str,
    document: Option<DocumentId>,
    written: &[TaskId],
) -> Task {
    let of = |place: Option<usize>| place.and_then(|place| written.get(place).copied());
    Task {
        code: format!("{code}{}", planned.task.code),
        document,
        parent: of(planned.parent),
        series: of(planned.series),
        ..planned.task.clone()
    }
}

fn insert(writer: &mut Writer<'_>, task: &Task, key: Option<&str>, label: &str) -> Result<TaskId> {
    let of_occurrence = task.series.map(|series| occurrence_key(series, label));
    let key = key.or(of_occurrence.as_deref());
    // Another program may have made it since the plan.
    if let Some(key) = key
        && let Some(id) = writer.find_same(key)?
    {
        return Ok(id);
    }
    Ok(writer.insert_task(task, key, IMPORT)?.id)
}

fn document_id(batch: &Batch, plan: &Plan, writer: &mut Writer<'_>) -> Result<Option<DocumentId>> {
    let Some(document) = batch.document.and_then(|it| plan.documents.get(it)) else {
        return Ok(None);
    };
    if document.id != DocumentId(0) {
        return Ok(Some(document.id));
    }
    match writer.find_document(&document.symbol, document.date)? {
        Some(id) => Ok(Some(id)),
        None => writer.save_document(document).map(Some),
    }
}
