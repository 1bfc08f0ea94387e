//! Writes a stage: whole rows, in slices that leave other clerks room.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::assess::Assessor;
use super::family::Planned;
use super::mark::Mark;
use super::plan::{Fate, Member, Weight, occurrence_key};
use super::stage::{Stage, at_once};
use super::understand::Understood;
use crate::domain::document::{self, DocumentReference};
use crate::domain::error::{Error, Result};
use crate::domain::id::{DocumentId, TaskId};
use crate::domain::task::Task;
use crate::store::{Note, Store, Writer};
use crate::work::perform::changed;

/// How the log names what an import does.
pub(crate) const IMPORT: Note<'static> = Note {
    what: "import",
    why: "",
    document: "",
    on_behalf: None,
};

/// So many rows of a file are planned at once at the most, also where nothing of them is written.
const PLANNED: usize = 4_096;

/// A row that is to be written.
pub(super) struct RowPlan {
    document: Option<DocumentReference>,
    item: String,
    /// Head first.
    members: Vec<Member>,
}

/// Rows that are written in one transaction.
#[derive(Default)]
pub(super) struct Slice {
    rows: Vec<RowPlan>,
    /// What they make, with those rows between them that stay as they are.
    pub weight: Weight,
    /// The place of the first.
    pub begin: u64,
    /// The place of the row behind them.
    pub end: u64,
}

impl Stage {
    /// Plans the rows from a place on to another, until so many agency-tasks are to be written; a row is
    /// never cut.
    pub(super) fn slice(
        &self,
        from: u64,
        to: u64,
        limit: u64,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
    ) -> Result<Slice> {
        let mut slice = Slice {
            begin: from,
            end: from,
            ..Slice::default()
        };
        let marks = self.spool.marks(from)?;
        at_once(store, || {
            self.plan(&mut slice, &marks, (to, limit), assessor, store)
        })?;
        Ok(slice)
    }

    fn plan(
        &self,
        slice: &mut Slice,
        marks: &[Mark],
        (to, limit): (u64, u64),
        assessor: &Assessor<'_>,
        store: Option<&Store>,
    ) -> Result<()> {
        for mark in marks.iter().take(PLANNED) {
            if slice.end >= to {
                break;
            }
            let planned = self.plan_row(slice.end, mark, assessor, store)?;
            let Some((row, weight)) = planned else {
                slice.end += 1;
                continue;
            };
            // Parents and occurrences are rows too: the lock is held for them as long.
            let is_full = slice.weight.agency_tasks() + weight.agency_tasks() > limit
                || slice.weight.written + weight.written > limit.saturating_mul(4);
            if is_full && slice.weight.written > 0 {
                break;
            }
            slice.weight += weight;
            slice.end += 1;
            if weight.written > 0 {
                slice.rows.push(row);
            }
        }
        Ok(())
    }

    fn plan_row(
        &self,
        place: u64,
        mark: &Mark,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
    ) -> Result<Option<(RowPlan, Weight)>> {
        if !mark.is_taken() {
            return Ok(None);
        }
        let row = self.spool.row(mark)?;
        let Some(mut understood) = assessor.understood(&row, &self.texts, place) else {
            return Ok(None);
        };
        self.take_doubts(&mut understood, mark)?;
        let (members, _) = assessor.members(&understood, mark.ordinal, store)?;
        let weight = Weight::of(&members);
        let row = RowPlan {
            document: understood.document,
            item: understood.item,
            members,
        };
        Ok(Some((row, weight)))
    }

    /// The doubts that the tasks keep, for a person to settle later.
    fn take_doubts(&self, row: &mut Understood, mark: &Mark) -> Result<()> {
        if mark.is_settled {
            row.remarks.retain(|remark| remark.is_note);
            return Ok(());
        }
        let twin = self.twin_of(mark)?;
        row.remarks.extend(twin.map(super::assess::duplicate_of));
        Ok(())
    }
}

/// What was found and made while slices were written.
#[derive(Default)]
pub(super) struct Making {
    /// The last ordinal that was tried behind a code.
    ordinals: HashMap<String, u32>,
    /// The first task that was entered.
    pub first: Option<TaskId>,
}

impl Slice {
    /// True if nothing of it is to be written.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the rows.
    pub(super) fn write(
        &self,
        writer: &mut Writer<'_>,
        year: i32,
        making: &mut Making,
    ) -> Result<()> {
        let mut documents = HashMap::new();
        for row in &self.rows {
            row.write(writer, year, making, &mut documents)?;
        }
        Ok(())
    }
}

/// Documents of a slice, with their codes.
type Documents = HashMap<(String, Option<NaiveDate>), (DocumentId, String)>;

impl RowPlan {
    /// The head, then those that point at it.
    fn write(
        &self,
        writer: &mut Writer<'_>,
        year: i32,
        making: &mut Making,
        documents: &mut Documents,
    ) -> Result<()> {
        let document = match &self.document {
            Some(reference) => Some(document(reference, writer, documents)?),
            None => None,
        };
        let (id, document_code) = document.unzip();
        let mut code = self.code(writer, document_code.as_deref(), year, making)?;
        let mut written: Vec<TaskId> = Vec::with_capacity(self.members.len());
        for member in &self.members {
            let task = match &member.fate {
                Fate::Same(id) => *id,
                Fate::Change(tasks) => writer.save_task(&tasks.0, &tasks.1, IMPORT)?.id,
                Fate::New => {
                    let place = |code: &str| placed(&member.planned, code, id, &written);
                    match enter(writer, &place(&code), member)? {
                        Some(task) => task,
                        // Only the head has a code of its own; the others follow it.
                        None if written.is_empty() => {
                            code = making.free_code(writer, code)?;
                            let entered = enter(writer, &place(&code), member)?;
                            entered.ok_or_else(|| taken(&code))?
                        }
                        None => return Err(taken(&code)),
                    }
                }
            };
            making.first = making.first.or(match &member.fate {
                Fate::New => Some(task),
                Fate::Same(_) | Fate::Change(_) => None,
            });
            written.push(task);
        }
        Ok(())
    }

    /// The head's code: the stored one, or one that is free as far as was seen.
    fn code(
        &self,
        writer: &mut Writer<'_>,
        document: Option<&str>,
        year: i32,
        making: &mut Making,
    ) -> Result<String> {
        if let Some(id) = self.members.first().and_then(|head| head.fate.id())
            && let Some(task) = writer.task(id)?
        {
            return Ok(task.code);
        }
        let Some(document) = document.filter(|code| !code.is_empty()) else {
            let number = writer.next_number(&format!("NV/{:02}", year.rem_euclid(100)))?;
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            return Ok(document::undocumented_code(year, number));
        };
        let wanted = document::task_code(document, &self.item);
        if making.ordinals.contains_key(&wanted) {
            return making.free_code(writer, wanted);
        }
        Ok(wanted)
    }
}

impl Making {
    /// The first with an ordinal behind a taken code that nothing has; one goes on where one was.
    fn free_code(&mut self, writer: &Writer<'_>, taken: String) -> Result<String> {
        let mut ordinal = self.ordinals.get(&taken).copied().unwrap_or(1);
        loop {
            ordinal += 1;
            let code = format!("{taken}-{ordinal}");
            if writer.locate(&code)?.is_none() {
                if self.ordinals.len() >= PLANNED {
                    self.ordinals.clear();
                }
                self.ordinals.insert(taken, ordinal);
                return Ok(code);
            }
        }
    }
}

fn taken(code: &str) -> Error {
    Error::Fault(format!("the code {code} is taken").into())
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

/// Enters a task; none where another one has its code.
fn enter(writer: &mut Writer<'_>, task: &Task, member: &Member) -> Result<Option<TaskId>> {
    let label = &member.planned.label;
    let of_occurrence = task.series.map(|series| occurrence_key(series, label));
    let key = member.key.as_deref().or(of_occurrence.as_deref());
    if let Some(task) = writer.enter_task(task, key, IMPORT)? {
        return Ok(Some(task.id));
    }
    // Another session may have made it since the plan: then it is planned anew.
    if let Some(key) = key
        && let Some(id) = writer.find_same(key)?
    {
        return Err(changed(writer.last_change_of(id)?).into());
    }
    Ok(None)
}

/// The document of that symbol and date, entered on its first row.
fn document(
    reference: &DocumentReference,
    writer: &mut Writer<'_>,
    documents: &mut Documents,
) -> Result<(DocumentId, String)> {
    let key = (reference.symbol.clone(), reference.date);
    if let Some(known) = documents.get(&key) {
        return Ok(known.clone());
    }
    let found = match writer.find_document(&reference.symbol, reference.date)? {
        Some(id) => writer.document(id)?.map(|it| (id, it.code)),
        None => None,
    };
    let document = match found {
        Some(document) => document,
        None => {
            let code = writer.free_document_code(reference)?;
            let document = super::new_document(reference, code);
            (writer.save_document(&document)?, document.code)
        }
    };
    documents.insert(key, document.clone());
    Ok(document)
}
