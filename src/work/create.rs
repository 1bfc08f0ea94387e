//! Enters a task by hand: a draft, or given at once.

use chrono::Datelike;

use super::import::new_document;
use super::occurrences;
use super::perform::finish;
use super::request::{Draft, Facts, OperationKey, Saved};
use super::session::Session;
use super::texts;
use crate::domain::document::{self, DocumentReference};
use crate::domain::error::{Error, Result};
use crate::domain::fold::clean;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};
use crate::domain::transition::{self, Deed, Particulars, Refusal};
use crate::store::{Kind, Note, Writer};

/// How the log names a task entered by hand.
const CREATE: Note<'static> = Note {
    what: "create",
    why: "",
    document: "",
    on_behalf: None,
};

/// Enters the task that the draft describes.
pub(super) fn create(session: &mut Session, key: &OperationKey, draft: &Draft) -> Result<Saved> {
    let facts = std::sync::Arc::clone(session.facts());
    let reference = document_of(draft)?;
    let task = task_of(session, draft, reference.as_ref())?;
    let written = session.write(key, Kind::Save, CREATE.what, |writer| {
        let mut task = task;
        number(writer, &mut task, reference.as_ref(), &facts)?;
        let task = writer.insert_task(&task, None, CREATE)?;
        let mut saved = Saved {
            done: vec![task.clone()],
            ..Saved::default()
        };
        if task.form == Form::Series {
            saved
                .done
                .extend(occurrences::begin(writer, &task, &facts, CREATE)?);
        }
        Ok(saved)
    })?;
    if reference.is_some() {
        session.reload()?;
    }
    finish(&session.store, written)
}

fn document_of(draft: &Draft) -> Result<Option<DocumentReference>> {
    let text = clean(&draft.document);
    if text.is_empty() {
        return Ok(None);
    }
    let read = DocumentReference::parse(&text).filter(|document| !document.symbol.is_empty());
    match read {
        Some(document) => Ok(Some(document)),
        None => Err(Error::BadText {
            what: "document",
            text,
        }),
    }
}

/// The task as it will be entered, without code and document.
fn task_of(
    session: &Session,
    draft: &Draft,
    reference: Option<&DocumentReference>,
) -> Result<Task> {
    let facts = session.facts();
    let title = clean(&draft.title);
    if title.is_empty() {
        return Err(Error::BadText {
            what: "title",
            text: draft.title.clone(),
        });
    }
    let agency = draft.agency.unwrap_or(AgencyId::UNRESOLVED);
    let has_ended = facts
        .agency(agency)
        .is_some_and(|agency| !agency.is_valid_on(facts.today));
    if has_ended {
        return Err(Refusal::AgencyEnded.into());
    }
    let on = reference.and_then(|document| document.date);
    let mut task = Task {
        title,
        product: clean(&draft.product),
        owes_document: document::owes(&draft.product),
        area: draft.area.unwrap_or(AreaId::NONE),
        agency,
        assigned_on: on,
        ..Task::blank(Form::Task)
    };
    texts::support(session, &mut task, &draft.supporting);
    texts::deadline(
        session,
        &mut task,
        &draft.deadline_text,
        on.unwrap_or(facts.today),
    );
    if !draft.assign {
        return Ok(task);
    }
    let given = Particulars::default();
    let mut task = transition::perform(&task, Deed::Assign, &given, &facts.user, &facts.day())?;
    turn_into_series(&mut task);
    Ok(task)
}

/// A recurring task that is given becomes a series: its occurrences are what is worked on.
pub(super) fn turn_into_series(task: &mut Task) -> bool {
    let is_one = task.form == Form::Task
        && task.series.is_none()
        && task.status == Status::NotStarted
        && occurrences::recurrence_of(task).is_some()
        && task.kind == crate::domain::deadline::Kind::Recurring;
    if is_one {
        task.form = Form::Series;
    }
    is_one
}

/// Gives the code: that of the document with a number of its own (BS: bổ sung), or `NV/23-0007`.
fn number(
    writer: &mut Writer<'_>,
    task: &mut Task,
    reference: Option<&DocumentReference>,
    facts: &Facts,
) -> Result<()> {
    let Some(reference) = reference else {
        let year = facts.today.year();
        let number = writer.next_number(&format!("NV/{:02}", year.rem_euclid(100)))?;
        task.code = document::undocumented_code(year, u32::try_from(number).unwrap_or(u32::MAX));
        return Ok(());
    };
    let (id, code) = find_or_enter(writer, reference, facts)?;
    task.document = Some(id);
    loop {
        let number = writer.next_number(&format!("{code}-BS"))?;
        task.item = format!("BS{number}");
        task.code = document::task_code(&code, &task.item);
        // An annex may have numbered its own rows so.
        if writer.locate(&task.code)?.is_none() {
            return Ok(());
        }
    }
}

fn find_or_enter(
    writer: &mut Writer<'_>,
    reference: &DocumentReference,
    facts: &Facts,
) -> Result<(DocumentId, String)> {
    let known = |id| facts.documents.iter().find(|document| document.id == id);
    if let Some(id) = writer.find_document(&reference.symbol, reference.date)?
        && let Some(document) = known(id)
    {
        return Ok((id, document.code.clone()));
    }
    let is_taken = |code: &str| facts.documents.iter().any(|it| it.code == code);
    let code = document::short_code(reference, is_taken).unwrap_or_default();
    let id = writer.save_document(&new_document(reference, code.clone()))?;
    Ok((id, code))
}
