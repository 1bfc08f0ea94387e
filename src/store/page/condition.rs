//! What a walk has to look at in the rows themselves.

use crate::domain::condition::Day;
use crate::domain::event::HELD_BY_LEAD;
use crate::domain::id::{AgencyId, BatchId};
use crate::domain::query::{Filter, Mark, Order};
use crate::domain::user::User;

use super::super::counts::{RETURNED, not_to_confirm};
use super::super::db::Value;
use super::super::owed::OWING;
use super::super::record::{NO_DUE, due_key};
use super::super::sqlite::pin::{CHANGES_OF_TASK, EVENTS_OF_TASK};
use super::super::sqlite::search::{Phrase, holds};
use super::shape::{Shape, as_condition};

/// A statement that is being put together, with its values.
#[derive(Debug, Clone, Default)]
pub(super) struct Sql<'a> {
    pub text: String,
    pub values: Vec<Value<'a>>,
}

impl<'a> Sql<'a> {
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            values: Vec::new(),
        }
    }

    pub fn add(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Gives a value its number and writes that.
    pub fn bind(&mut self, value: impl Into<Value<'a>>) -> &mut Self {
        self.values.push(value.into());
        self.text.push_str(&format!("?{}", self.values.len()));
        self
    }

    pub fn all(&mut self, conditions: &[Condition]) -> &mut Self {
        for condition in conditions {
            self.add(" AND ").one(condition);
        }
        self
    }

    fn one(&mut self, condition: &Condition) {
        match condition {
            Condition::Plain(text) => {
                self.add(text);
            }
            Condition::NotSubmittedBy(login) => {
                self.add("submitted_by <> ").bind(login.clone());
            }
            Condition::Holds(needles) => {
                self.add("(");
                for (place, needle) in needles.iter().enumerate() {
                    self.values.push(needle.clone().into());
                    let placeholder = format!("?{}", self.values.len());
                    self.add(if place == 0 { "" } else { " OR " });
                    self.add(&holds(&placeholder));
                }
                self.add(")");
            }
        }
    }
}

/// Something that must hold of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Condition {
    /// Text without values: numbers, codes and dates of ours.
    Plain(String),
    /// Somebody else submitted it.
    NotSubmittedBy(String),
    /// One of these stands in the searched text.
    Holds(Vec<String>),
}

impl Condition {
    /// The same of tasks that a statement calls by another name.
    pub fn of(&self, name: &str) -> Self {
        match self {
            Self::Plain(text) => Self::Plain(text.replace("task.id", &format!("{name}.id"))),
            Self::NotSubmittedBy(_) | Self::Holds(_) => self.clone(),
        }
    }
}

/// What the index decides already.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Decided {
    /// The lead.
    pub agency: bool,
    /// Rank, due date, and what hangs on them.
    pub shape: bool,
    /// The document.
    pub document: bool,
    /// The texts.
    pub texts: bool,
    /// The imports.
    pub batches: bool,
}

impl Decided {
    /// What a walk decides by its index alone.
    pub fn by_lane(order: Order, agency: Option<AgencyId>) -> Self {
        Self {
            agency: agency.is_some(),
            shape: order == Order::Urgency,
            document: order == Order::Document,
            texts: false,
            batches: false,
        }
    }
}

/// What has to be looked at in every row.
pub(super) fn residual(
    filter: &Filter,
    shapes: &[Shape],
    (user, day): (&User, &Day<'_>),
    decided: Decided,
) -> Vec<Condition> {
    let mut plain = Vec::new();
    let agencies = filter.agencies.iter().map(|id| id.0);
    plain.extend(one_of("agency_id", agencies).filter(|_| !decided.agency));
    plain.extend(one_of("area_id", filter.areas.iter().map(|id| id.0)));
    let documents = filter.documents.iter().map(|id| id.0);
    plain.extend(one_of("document_id", documents).filter(|_| !decided.document));
    plain.extend(filter.parent.map(|id| format!("parent_id = {}", id.0)));
    plain.extend(filter.series.map(|id| format!("series_id = {}", id.0)));
    plain.extend(days(filter));
    plain.extend(
        groups_of(&filter.batches)
            .filter(|_| !decided.batches)
            .map(|groups| {
                format!(
                    "EXISTS (SELECT 1 FROM {CHANGES_OF_TASK}
                    WHERE change.task_id = task.id AND change.operation_id IN ({groups}))"
                )
            }),
    );
    plain.extend(asked_of(&filter.asked));
    plain.extend(stages(filter));
    plain.extend(filter.urged.map(|least| format!("urgings >= {least}")));
    plain.extend(
        filter
            .extended
            .map(|least| format!("extensions >= {least}")),
    );
    plain.extend(held(filter));
    plain.extend(supporting(filter));
    plain.extend(as_condition(filter, shapes).filter(|_| !decided.shape));
    let mut all: Vec<_> = plain.into_iter().map(Condition::Plain).collect();
    for mark in &filter.marks {
        all.extend(marked(*mark, user, day));
    }
    if !decided.texts {
        let texts = Phrase::all_of(&filter.texts);
        all.extend(
            texts
                .iter()
                .map(|forms| Condition::Holds(forms.iter().map(Phrase::needle).collect())),
        );
    }
    all
}

/// Led by one of these, or once led: what the log tells of former holders is drawn as times of holding.
fn held(filter: &Filter) -> Option<String> {
    let now = one_of("agency_id", filter.held.iter().map(|id| id.0))?;
    let once = one_of("event.agency_id", filter.held.iter().map(|id| id.0))?;
    Some(format!(
        "({now} OR EXISTS (SELECT 1 FROM {EVENTS_OF_TASK}
            WHERE event.task_id = task.id AND event.is_void = 0 AND event.what = '{HELD_BY_LEAD}' AND {once}))"
    ))
}

/// One of these signs stands among the supporting agencies, whole.
fn supporting(filter: &Filter) -> Option<String> {
    // Codes and groups are letters, digits and the sign of a group: nothing else gets into a statement.
    let is_sign = |sign: &&String| {
        sign.chars()
            .all(|it| it.is_alphanumeric() || "@-_".contains(it))
    };
    let signs = filter.supporting.iter().filter(is_sign);
    let one = |sign: &String| format!("('; ' || supporting || ';') LIKE '%; {sign};%'");
    let all: Vec<String> = signs.map(one).collect();
    match (filter.supporting.is_empty(), all.is_empty()) {
        (true, _) => None,
        (false, true) => Some("0 = 1".to_owned()),
        (false, false) => Some(format!("({})", all.join(" OR "))),
    }
}

/// What is asked of the days of assignment and of changes.
fn days(filter: &Filter) -> impl Iterator<Item = String> {
    let from = filter.assigned_from;
    let from = from.map(|day| format!("assigned_on >= '{day}'"));
    let to = filter.assigned_to;
    let to = to.map(|day| format!("assigned_on <= '{day}'"));
    // The log's times are UTC: a day of UTC+7 begins seven hours earlier.
    let changed = filter.changed_from.and_then(|day| day.pred_opt());
    let changed = changed.map(|eve| {
        format!(
            "EXISTS (SELECT 1 FROM {CHANGES_OF_TASK}
                WHERE change.task_id = task.id AND change.at >= '{eve}T17:00:00.000Z')"
        )
    });
    from.into_iter().chain(to).chain(changed)
}

/// A document was issued after the due date.
pub(super) const ISSUED_LATE: &str = "owes_document = 1 AND issued_on IS NOT NULL \
    AND issued_on > effective_due AND status NOT IN ('draft', 'dropped')";

/// With its lead.
pub(in crate::store) const HELD: &str =
    "is_disputed = 0 AND status IN ('not_started', 'in_progress')";

/// Responsibility was proposed for an open task.
pub(in crate::store) const PROPOSED: &str = "step = 4 AND rank < 3";

/// An explanation was given, and nothing was decided since.
pub(in crate::store) const EXPLAINED: &str =
    "step = 2 AND explanation_asked IS NULL AND is_excused = 0 AND rank < 3";

/// That one of these agencies was asked and has not answered; none where nobody is named.
pub(in crate::store) fn asked_of(agencies: &[AgencyId]) -> Option<String> {
    let one = |id: &AgencyId| format!("asked_of LIKE '%;{};%'", id.0);
    let all: Vec<String> = agencies.iter().map(one).collect();
    (!all.is_empty()).then(|| format!("asked_of IS NOT NULL AND ({})", all.join(" OR ")))
}

/// What is asked of the day of the next stage.
pub(super) fn stages(filter: &Filter) -> Option<String> {
    let from = filter.stage_from;
    let from = from.map(|day| format!("stage_due >= '{day}'"));
    let to = filter.stage_to;
    let to = to.map(|day| format!("stage_due <= '{day}'"));
    let both: Vec<String> = from.into_iter().chain(to).collect();
    (!both.is_empty()).then(|| format!("stage_due IS NOT NULL AND {}", both.join(" AND ")))
}

fn marked(mark: Mark, user: &User, day: &Day<'_>) -> Vec<Condition> {
    let plain = |text: &str| vec![Condition::Plain(text.to_owned())];
    match mark {
        Mark::Review => plain("doubts <> ''"),
        Mark::ExtensionAsked => plain("extension_asked IS NOT NULL"),
        Mark::Disputed => plain("is_disputed = 1"),
        Mark::Returned => plain(RETURNED),
        Mark::Held => plain(HELD),
        Mark::SupportAsked => plain("support_asked IS NOT NULL"),
        Mark::ToIssue => plain("owes_document = 1"),
        Mark::IssuedLate => plain(ISSUED_LATE),
        Mark::ToExplain => plain("explanation_asked IS NOT NULL"),
        Mark::NotAskedToExplain => plain("step < 2"),
        Mark::Criticised => plain("step >= 3"),
        Mark::Proposed => plain(PROPOSED),
        Mark::Explained => plain(EXPLAINED),
        Mark::Owing => plain(OWING),
        Mark::OnFirst => plain("status = 'done' AND first_lateness = 1"),
        Mark::LateFirst => {
            let today = due_key(Some(day.today));
            plain(&format!(
                "rank = 0 AND (effective_due < '{today}' OR (extensions > 0 AND original_due < '{today}'))"
            ))
        }
        Mark::OpenInTime => {
            let today = due_key(Some(day.today));
            plain(&format!(
                "effective_due <> '{NO_DUE}'
                AND (status = 'awaiting' OR (rank = 0 AND effective_due >= '{today}'))"
            ))
        }
        Mark::Excused => plain("is_excused = 1"),
        // What stands beside them says it.
        Mark::Orphan | Mark::NewlyOverdue => Vec::new(),
        Mark::MayConfirm => match not_to_confirm(user) {
            None => plain("0 = 1"),
            Some((login, agency)) => vec![
                Condition::Plain("status = 'awaiting'".to_owned()),
                Condition::Plain(format!("agency_id <> {agency}")),
                Condition::NotSubmittedBy(login.to_owned()),
            ],
        },
    }
}

/// The groups of the imports that are asked for; none where none is.
pub(super) fn groups_of(batches: &[BatchId]) -> Option<String> {
    let batches = one_of("batch_id", batches.iter().map(|id| id.0))?;
    Some(format!("SELECT id FROM operation WHERE {batches}"))
}

/// That a column is one of these numbers; none where there are none to choose from.
pub(super) fn one_of(column: &str, numbers: impl Iterator<Item = i64>) -> Option<String> {
    let numbers: Vec<_> = numbers.map(|number| number.to_string()).collect();
    (!numbers.is_empty()).then(|| format!("{column} IN ({})", numbers.join(", ")))
}
