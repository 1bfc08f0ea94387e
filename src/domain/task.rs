//! A task: what an agency owes by when, and how far it is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::deadline::Kind;
use super::follow_up::{ExplanationRequest, Stage, Step, SupportRequest, Target};
use super::id::{AgencyId, AreaId, DocumentId, TaskId};
use super::status::{Rank, Status};

/// What a row of tasks is in the family of its document's item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// One agency's task: what is listed, counted and worked on. Its parent or series is named
    /// beside it where it is a member of a fan-out or an occurrence.
    Task,
    /// The item that was given to a group; stands for its members and is never listed itself.
    Parent,
    /// A recurring task of one agency; stands for its occurrences and is never listed itself.
    Series,
}

/// Why a person has to look at a row, as data; `lang` puts it into words by its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// A stable word in snake case, such as `no_year` or `several_leads`.
    pub code: String,
    /// The text that is doubted or the agency that was taken; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// A later due date that the lead asked for and nobody has decided yet (DOMAIN 2.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionRequest {
    /// The date asked for.
    pub due: NaiveDate,
    /// Why.
    pub reason: String,
    /// The day on which it was asked.
    pub asked_on: NaiveDate,
    /// Asked only after the due date had passed.
    pub is_late: bool,
}

/// A task as it is stored. Its [`Condition`](super::condition::Condition) is not: that depends on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The short number, `:1234`.
    pub id: TaskId,
    /// Given once and for ever, quoted on paper (DESIGN 7.3).
    pub code: String,
    /// Listed task, parent or series.
    pub form: Form,
    /// The item that was fanned out to groups, if this is a member.
    pub parent: Option<TaskId>,
    /// The recurring task, if this is one of its occurrences.
    pub series: Option<TaskId>,
    /// The assigning document; none for a task entered by hand without one.
    pub document: Option<DocumentId>,
    /// The item's number in the annex, as text ("II.3").
    pub item: String,
    /// What is to be done.
    pub title: String,
    /// The deliverable.
    pub product: String,
    /// The area of reform.
    pub area: AreaId,
    /// The lead: exactly one, or [`AgencyId::UNRESOLVED`].
    pub agency: AgencyId,
    /// The supporting agencies as read: codes and group tokens, `"SNV; @QH"`.
    pub supporting: String,
    /// The deadline exactly as written.
    pub deadline_text: String,
    /// What kind of deadline the text is.
    pub kind: Kind,
    /// When the work begins, where the text says so.
    pub start: Option<NaiveDate>,
    /// The last day on time, as read or as extended.
    pub due: Option<NaiveDate>,
    /// The first due date; never overwritten by an extension.
    pub original_due: Option<NaiveDate>,
    /// `due`, rolled to the next working day where the law says so (relative deadlines only).
    pub effective_due: Option<NaiveDate>,
    /// The recurrence of a series, in the RFC 5545 subset of DOMAIN 3.2.
    pub recurrence: Option<String>,
    /// What a person has to look at; empty when nothing.
    pub doubts: Vec<Doubt>,
    /// The workflow state.
    pub status: Status,
    /// What a suspended task goes back to.
    pub resume_to: Option<Status>,
    /// Progress in percent, 0 to 100, where somebody gave it.
    pub progress: Option<u8>,
    /// The latest progress entry.
    pub progress_note: String,
    /// The day of the latest progress entry or acceptance.
    pub updated_on: Option<NaiveDate>,
    /// The day on which it was given; deadlines count from it.
    pub assigned_on: Option<NaiveDate>,
    /// The day of the latest submission; lateness is judged on it.
    pub submitted_on: Option<NaiveDate>,
    /// The login that submitted; may not confirm.
    pub submitted_by: String,
    /// The day of confirmation or of dropping.
    pub closed_on: Option<NaiveDate>,
    /// Number, symbol and date of the product document, or a summary of the result.
    pub evidence: String,
    /// Why it was late, as the lead says.
    pub delay_cause: String,
    /// Extensions granted so far.
    pub extensions: u32,
    /// An extension that waits for a decision.
    pub extension_asked: Option<ExtensionRequest>,
    /// Urgings so far.
    pub urgings: u32,
    /// The day of the latest urging.
    pub urged_on: Option<NaiveDate>,
    /// Transfers so far.
    pub transfers: u32,
    /// Submissions that were returned so far.
    pub returns: u32,
    /// The lead says that it is not theirs; waits for the monitor.
    pub is_disputed: bool,
    /// Since when its holder has it ([`holder`](super::follow_up::holder)), where that is another day than
    /// the one of its assignment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_since: Option<NaiveDate>,
    /// What supporting agencies were asked for, in the order of asking.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<SupportRequest>,
    /// Its delay was recognised as outside of the lead's control ("trễ khách quan"): reported apart.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_excused: bool,
    /// An explanation that was asked for and not given yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation_asked: Option<ExplanationRequest>,
    /// Explanations asked for so far.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub explanations: u32,
    /// Explanations given so far.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub explained: u32,
    /// Criticisms so far.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub criticisms: u32,
    /// Proposals of responsibility so far.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub proposals: u32,
    /// Its product is a document that has to be issued (M2).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub owes_document: bool,
    /// Number and symbol of the document that was issued.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issued: String,
    /// The day of its issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<NaiveDate>,
    /// Its stages, in the order of their days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// Its numeric target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Taken back: kept for the log, listed nowhere.
    pub is_gone: bool,
    /// Counts the saves of this row; a save names the version it has seen.
    pub version: i64,
}

impl Task {
    /// The place in the lists; `None` for what no list shows: parents, series, tasks taken back.
    #[must_use]
    pub fn rank(&self) -> Option<Rank> {
        (self.form == Form::Task && !self.is_gone)
            .then(|| Rank::of(self.status, self.effective_due.is_some()))
    }

    /// True where a person has to look at the row.
    #[must_use]
    pub fn needs_review(&self) -> bool {
        !self.doubts.is_empty()
    }

    /// The highest step of the ladder of urging that was taken.
    #[must_use]
    pub fn step(&self) -> Step {
        let steps = [
            (self.proposals, Step::Proposed),
            (self.criticisms, Step::Criticised),
            (self.explanations, Step::Explanation),
            (self.urgings, Step::Urged),
        ];
        let taken = steps.into_iter().find(|(count, _)| *count > 0);
        taken.map_or(Step::None, |(_, step)| step)
    }

    /// An empty task of this form: a draft without dates, lead or document.
    #[must_use]
    pub fn blank(form: Form) -> Self {
        Self {
            id: TaskId(0),
            code: String::new(),
            form,
            parent: None,
            series: None,
            document: None,
            item: String::new(),
            title: String::new(),
            product: String::new(),
            area: AreaId::NONE,
            agency: AgencyId::UNRESOLVED,
            supporting: String::new(),
            deadline_text: String::new(),
            kind: Kind::Unknown,
            start: None,
            due: None,
            original_due: None,
            effective_due: None,
            recurrence: None,
            doubts: Vec::new(),
            status: Status::Draft,
            resume_to: None,
            progress: None,
            progress_note: String::new(),
            updated_on: None,
            assigned_on: None,
            submitted_on: None,
            submitted_by: String::new(),
            closed_on: None,
            evidence: String::new(),
            delay_cause: String::new(),
            extensions: 0,
            extension_asked: None,
            urgings: 0,
            urged_on: None,
            transfers: 0,
            returns: 0,
            is_disputed: false,
            held_since: None,
            requests: Vec::new(),
            is_excused: false,
            explanation_asked: None,
            explanations: 0,
            explained: 0,
            criticisms: 0,
            proposals: 0,
            owes_document: false,
            issued: String::new(),
            issued_on: None,
            stages: Vec::new(),
            target: None,
            is_gone: false,
            version: 0,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}
