//! A task as a row: one list of columns, written and read in the same order.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::deadline::Kind;
use crate::domain::error::{Error, Result};
use crate::domain::follow_up::{ExplanationRequest, Stage, SupportRequest, Target};
use crate::domain::id::{AgencyId, AreaId, DocumentId, TaskId};
use crate::domain::status::Status;
use crate::domain::task::{Doubt, Form, Task};

use super::db::{Row, Value, fault};
use super::spelling::date;
use super::sqlite::search::searched;

/// Stands for no due date: sorts after every date.
pub(super) const NO_DUE: &str = "9999-12-31";

/// Sorts before every other date.
pub(super) const FIRST_DUE: &str = "0001-01-01";

/// What is read of a task.
pub(super) const READ: &str = "id, row_version, code, form, parent_id, series_id, document_id, item, title, \
    product, area_id, agency_id, supporting, deadline_text, kind, start, due, original_due, effective_due, \
    recurrence, doubts, status, resume_to, progress, progress_note, updated_on, assigned_on, submitted_on, \
    submitted_by, closed_on, evidence, delay_cause, extensions, extension_asked, urgings, urged_on, transfers, \
    returns, is_disputed, is_gone, held_since, is_excused, owes_document, issued_on, more";

/// What is written of a task, besides its id and version.
pub(super) const WRITTEN: [&str; 53] = [
    "code",
    "form",
    "parent_id",
    "series_id",
    "document_id",
    "item",
    "title",
    "product",
    "area_id",
    "agency_id",
    "supporting",
    "deadline_text",
    "kind",
    "start",
    "due",
    "original_due",
    "effective_due",
    "recurrence",
    "doubts",
    "status",
    "resume_to",
    "progress",
    "progress_note",
    "updated_on",
    "assigned_on",
    "submitted_on",
    "submitted_by",
    "closed_on",
    "evidence",
    "delay_cause",
    "extensions",
    "extension_asked",
    "urgings",
    "urged_on",
    "transfers",
    "returns",
    "is_disputed",
    "is_gone",
    "held_since",
    "is_excused",
    "owes_document",
    "issued_on",
    "more",
    "explanation_asked",
    "support_asked",
    "stage_due",
    "asked_of",
    "step",
    "code_key",
    "rank",
    "lateness",
    "first_lateness",
    "search",
];

/// The values of [`WRITTEN`].
pub(super) fn to_values(task: &Task) -> Result<[Value<'_>; 53]> {
    let asked = task.extension_asked.as_ref().map(serde_json::to_string);
    let explanation = task.explanation_asked.as_ref().map(|it| it.asked_on);
    let open = task.requests.iter().filter(|it| it.is_open());
    let support = open.map(|it| it.asked_on).min();
    Ok([
        task.code.as_str().into(),
        form_code(task.form).into(),
        task.parent.map(|id| id.0).into(),
        task.series.map(|id| id.0).into(),
        task.document.map_or(0, |id| id.0).into(),
        task.item.as_str().into(),
        task.title.as_str().into(),
        task.product.as_str().into(),
        task.area.0.into(),
        task.agency.0.into(),
        task.supporting.as_str().into(),
        task.deadline_text.as_str().into(),
        task.kind.code().into(),
        task.start.into(),
        task.due.into(),
        task.original_due.into(),
        due_key(task.effective_due).into(),
        task.recurrence.as_deref().into(),
        doubts(task)?.into(),
        task.status.code().into(),
        task.resume_to.map(Status::code).into(),
        task.progress.map(i64::from).into(),
        task.progress_note.as_str().into(),
        task.updated_on.into(),
        task.assigned_on.into(),
        task.submitted_on.into(),
        task.submitted_by.as_str().into(),
        task.closed_on.into(),
        task.evidence.as_str().into(),
        task.delay_cause.as_str().into(),
        i64::from(task.extensions).into(),
        asked.transpose().map_err(fault)?.into(),
        i64::from(task.urgings).into(),
        task.urged_on.into(),
        i64::from(task.transfers).into(),
        i64::from(task.returns).into(),
        task.is_disputed.into(),
        task.is_gone.into(),
        task.held_since.into(),
        task.is_excused.into(),
        task.owes_document.into(),
        task.issued_on.into(),
        More::of(task)?.into(),
        explanation.into(),
        support.into(),
        stage_due(task).into(),
        asked_of(task).into(),
        task.step().number().into(),
        code_key(&task.code).into(),
        task.rank().map(|rank| rank.number()).into(),
        lateness(task, task.effective_due).into(),
        lateness(task, first_due(task)).into(),
        searched([task.code.as_str(), &task.title, &task.product]).into(),
    ])
}

/// Reads the columns of [`READ`].
pub(super) fn read(row: &mut Row<'_>) -> Result<Task> {
    let (id, version) = (row.number()?, row.number()?);
    // In the order of READ: each call takes the next column.
    let task = Task {
        id: TaskId(id),
        version,
        code: row.text()?,
        form: form_of(&row.text()?)?,
        parent: row.maybe_number()?.map(TaskId),
        series: row.maybe_number()?.map(TaskId),
        document: Some(row.number()?).filter(|id| *id != 0).map(DocumentId),
        item: row.text()?,
        title: row.text()?,
        product: row.text()?,
        area: AreaId(row.number()?),
        agency: AgencyId(row.number()?),
        supporting: row.text()?,
        deadline_text: row.text()?,
        kind: known("kind", &row.text()?, Kind::from_code)?,
        start: row.maybe_date()?,
        due: row.maybe_date()?,
        original_due: row.maybe_date()?,
        effective_due: due_of(&row.text()?)?,
        recurrence: row.maybe_text()?,
        doubts: doubts_of(row.borrowed()?)?,
        status: status_of(&row.text()?)?,
        resume_to: row.maybe_text()?.map(|code| status_of(&code)).transpose()?,
        progress: narrow(row.maybe_number()?)?,
        progress_note: row.text()?,
        updated_on: row.maybe_date()?,
        assigned_on: row.maybe_date()?,
        submitted_on: row.maybe_date()?,
        submitted_by: row.text()?,
        closed_on: row.maybe_date()?,
        evidence: row.text()?,
        delay_cause: row.text()?,
        extensions: count(row)?,
        extension_asked: row
            .maybe_text()?
            .map(|text| serde_json::from_str(&text).map_err(fault))
            .transpose()?,
        urgings: count(row)?,
        urged_on: row.maybe_date()?,
        transfers: count(row)?,
        returns: count(row)?,
        is_disputed: row.is()?,
        is_gone: row.is()?,
        held_since: row.maybe_date()?,
        is_excused: row.is()?,
        owes_document: row.is()?,
        issued_on: row.maybe_date()?,
        ..Task::blank(Form::Task)
    };
    More::put_into(task, &row.text()?)
}

/// What supporting agencies were asked for, of what is kept together: for who needs nothing else of many tasks.
pub(super) fn requests_of(more: &str) -> Result<Vec<SupportRequest>> {
    if more.is_empty() {
        return Ok(Vec::new());
    }
    let more: More<'_> = serde_json::from_str(more).map_err(fault)?;
    Ok(more.requests.into_owned())
}

/// The day of the first stage that is not reached, while the task is open.
fn stage_due(task: &Task) -> Option<NaiveDate> {
    let open = task.stages.iter().filter(|stage| stage.done_on.is_none());
    open.map(|stage| stage.due)
        .min()
        .filter(|_| !task.status.is_closed())
}

/// Who was asked and has not answered, as one text to look in: `;5;12;`.
fn asked_of(task: &Task) -> Option<String> {
    let open = task.requests.iter().filter(|request| request.is_open());
    let ids: Vec<String> = open.map(|request| request.agency.0.to_string()).collect();
    (!ids.is_empty()).then(|| format!(";{};", ids.join(";")))
}

/// What few tasks have, as it is kept together.
#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct More<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    requests: Cow<'a, [SupportRequest]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation_asked: Option<Cow<'a, ExplanationRequest>>,
    /// Explanations asked for and given, criticisms, proposals.
    counts: [u32; 4],
    issued: Cow<'a, str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    stages: Cow<'a, [Stage]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Cow<'a, Target>>,
}

impl More<'_> {
    /// As text; empty where there is nothing.
    fn of(task: &Task) -> Result<String> {
        let more = More {
            requests: Cow::Borrowed(&task.requests),
            explanation_asked: task.explanation_asked.as_ref().map(Cow::Borrowed),
            counts: [
                task.explanations,
                task.explained,
                task.criticisms,
                task.proposals,
            ],
            issued: Cow::Borrowed(&task.issued),
            stages: Cow::Borrowed(&task.stages),
            target: task.target.as_ref().map(Cow::Borrowed),
        };
        if more == More::default() {
            return Ok(String::new());
        }
        serde_json::to_string(&more).map_err(fault)
    }

    /// Puts what is kept into its task.
    fn put_into(task: Task, text: &str) -> Result<Task> {
        if text.is_empty() {
            return Ok(task);
        }
        let more: More<'_> = serde_json::from_str(text).map_err(fault)?;
        let [explanations, explained, criticisms, proposals] = more.counts;
        Ok(Task {
            requests: more.requests.into_owned(),
            explanation_asked: more.explanation_asked.map(Cow::into_owned),
            explanations,
            explained,
            criticisms,
            proposals,
            issued: more.issued.into_owned(),
            stages: more.stages.into_owned(),
            target: more.target.map(Cow::into_owned),
            ..task
        })
    }
}

/// What is kept together, as this program writes it; none where it is nothing that it could have written.
pub(super) fn more_anew(text: &str) -> Option<String> {
    let task = More::put_into(Task::blank(Form::Task), text).ok()?;
    More::of(&task).ok()
}

/// A due date as a key of the order.
pub(super) fn due_key(due: Option<NaiveDate>) -> String {
    // Years of another number of digits would sort among the others.
    match due {
        Some(due) if due.year() < 1 => FIRST_DUE.to_owned(),
        Some(due) if due.year() <= 9999 => due.to_string(),
        _ => NO_DUE.to_owned(),
    }
}

/// The due date of a key.
pub(super) fn due_of(key: &str) -> Result<Option<NaiveDate>> {
    if key == NO_DUE {
        return Ok(None);
    }
    date(key).map(Some)
}

/// A code as it is looked up: whatever its case.
pub(super) fn code_key(code: &str) -> String {
    code.to_lowercase()
}

/// A word of the database, as what it means.
pub(super) fn known<T>(
    what: &'static str,
    text: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T> {
    read(text).ok_or_else(|| Error::Strange {
        what: what.to_owned(),
        text: text.to_owned(),
    })
}

/// The status of a code.
pub(super) fn status_of(code: &str) -> Result<Status> {
    known("status", code, Status::from_code)
}

/// 0 where nothing is done by a date, 1 on time, 2 late; judged as `Day::judge` does.
fn lateness(task: &Task, due: Option<NaiveDate>) -> i64 {
    match (task.status, due) {
        (Status::Done, Some(due)) => match task.submitted_on.or(task.closed_on) {
            Some(day) if day > due => 2,
            _ => 1,
        },
        _ => 0,
    }
}

/// The first due date, rolled as long as it is still the due date.
fn first_due(task: &Task) -> Option<NaiveDate> {
    if task.due == task.original_due {
        task.effective_due
    } else {
        task.original_due
    }
}

fn doubts(task: &Task) -> Result<String> {
    if task.doubts.is_empty() {
        return Ok(String::new());
    }
    serde_json::to_string(&task.doubts).map_err(fault)
}

/// The doubts of their text.
pub(super) fn doubts_of(text: &str) -> Result<Vec<Doubt>> {
    match text {
        "" => Ok(Vec::new()),
        text => serde_json::from_str(text).map_err(fault),
    }
}

fn count(row: &mut Row<'_>) -> Result<u32> {
    row.number()?.try_into().map_err(fault)
}

fn narrow(number: Option<i64>) -> Result<Option<u8>> {
    number.map(|n| n.try_into().map_err(fault)).transpose()
}

fn form_code(form: Form) -> &'static str {
    match form {
        Form::Task => "task",
        Form::Parent => "parent",
        Form::Series => "series",
    }
}

/// The form of a code.
pub(super) fn form_of(code: &str) -> Result<Form> {
    let all = [Form::Task, Form::Parent, Form::Series];
    known("form", code, |code| {
        all.into_iter().find(|form| form_code(*form) == code)
    })
}
