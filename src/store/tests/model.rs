//! What a filter finds, as its documentation says it: task by task, with no index and no haste.

use crate::domain::condition::{Condition, Day};
use crate::domain::fold::fold;
use crate::domain::id::TaskId;
use crate::domain::query::{Filter, Mark, Order, Query};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, may};
use crate::domain::user::User;
use chrono::NaiveDate;

/// The filter as its documentation says it, task by task.
pub(super) fn passes(filter: &Filter, task: &Task, day: &Day<'_>, user: &User) -> bool {
    let among = |is_empty: bool, is_in: bool| is_empty || is_in;
    let condition = day.judge(task);
    let is_running = matches!(task.status, Status::NotStarted | Status::InProgress);
    let is_clock = matches!(
        condition,
        Condition::InTime { .. } | Condition::DueSoon { .. } | Condition::Overdue { .. }
    );
    task.rank().is_some()
        && among(
            filter.agencies.is_empty(),
            filter.agencies.contains(&task.agency),
        )
        && among(filter.areas.is_empty(), filter.areas.contains(&task.area))
        && among(
            filter.statuses.is_empty(),
            filter.statuses.contains(&task.status),
        )
        && among(
            filter.conditions.is_empty(),
            filter.conditions.contains(&condition.kind()) && (is_running || !is_clock),
        )
        && among(
            filter.documents.is_empty(),
            task.document
                .is_some_and(|id| filter.documents.contains(&id)),
        )
        && filter
            .due_from
            .is_none_or(|from| task.effective_due.is_some_and(|due| due >= from))
        && filter
            .due_to
            .is_none_or(|to| task.effective_due.is_some_and(|due| due <= to))
        && filter
            .assigned_from
            .is_none_or(|from| task.assigned_on >= Some(from))
        && filter
            .assigned_to
            .is_none_or(|to| task.assigned_on.is_some_and(|day| day <= to))
        && filter
            .parent
            .is_none_or(|parent| task.parent == Some(parent))
        && among(
            filter.asked.is_empty(),
            task.requests
                .iter()
                .any(|it| it.is_open() && filter.asked.contains(&it.agency)),
        )
        && filter
            .stage_from
            .is_none_or(|from| next_stage(task).is_some_and(|due| due >= from))
        && filter
            .stage_to
            .is_none_or(|to| next_stage(task).is_some_and(|due| due <= to))
        && filter.urged.is_none_or(|least| task.urgings >= least)
        && filter.extended.is_none_or(|least| task.extensions >= least)
        && among(
            filter.supporting.is_empty(),
            filter
                .supporting
                .iter()
                .any(|sign| task.supporting.split("; ").any(|it| it == sign)),
        )
        && filter.marks.iter().all(|mark| match mark {
            Mark::Review => task.needs_review(),
            Mark::ExtensionAsked => task.extension_asked.is_some(),
            Mark::Disputed => task.is_disputed,
            Mark::Held => {
                !task.is_disputed && matches!(task.status, Status::NotStarted | Status::InProgress)
            }
            Mark::SupportAsked => task.requests.iter().any(|it| it.is_open()),
            Mark::ToIssue => task.owes_document,
            Mark::IssuedLate => {
                task.owes_document
                    && task
                        .issued_on
                        .is_some_and(|on| task.effective_due.is_some_and(|due| on > due))
                    && !matches!(task.status, Status::Draft | Status::Dropped)
            }
            Mark::ToExplain => task.explanation_asked.is_some(),
            Mark::NotAskedToExplain => task.explanations + task.criticisms + task.proposals == 0,
            Mark::Criticised => task.criticisms + task.proposals > 0,
            Mark::Excused => task.is_excused,
            Mark::Proposed => task.proposals > 0 && !task.status.is_closed(),
            Mark::Explained => {
                let is_asked = task.explanations > 0 && task.explanation_asked.is_none();
                let is_decided = task.criticisms + task.proposals > 0 || task.is_excused;
                is_asked && !is_decided && !task.status.is_closed()
            }
            Mark::Owing => {
                let is_open = !task.status.is_closed() && task.status != Status::Draft;
                task.owes_document && task.issued_on.is_none() && is_open
            }
            Mark::NewlyOverdue => true,
            Mark::OnFirst => {
                let first = if task.due == task.original_due {
                    task.effective_due
                } else {
                    task.original_due
                };
                let done = task.submitted_on.or(task.closed_on);
                let is_late = first.is_some_and(|first| done.is_some_and(|day| day > first));
                task.status == Status::Done && first.is_some() && !is_late
            }
            Mark::LateFirst => {
                let is_running = is_running && task.effective_due.is_some();
                let by_first =
                    task.extensions > 0 && task.original_due.is_some_and(|first| first < day.today);
                let is_late = task.effective_due.is_some_and(|due| due < day.today);
                is_running && (is_late || by_first)
            }
            Mark::OpenInTime => {
                let is_late = task.effective_due.is_some_and(|due| due < day.today);
                let is_open = task.status == Status::Awaiting || is_running && !is_late;
                is_open && task.effective_due.is_some()
            }
            Mark::Orphan => true,
            Mark::Returned => task.returns > 0 && task.status == Status::InProgress,
            Mark::MayConfirm => may(task, Deed::Confirm, user).is_ok(),
        })
        && holds_all(&filter.texts, task)
}

fn next_stage(task: &Task) -> Option<NaiveDate> {
    let open = task.stages.iter().filter(|stage| stage.done_on.is_none());
    let next = open.map(|stage| stage.due).min();
    next.filter(|_| !task.status.is_closed())
}

fn holds_all(texts: &[Vec<String>], task: &Task) -> bool {
    let text = fold(&format!("{} {} {}", task.code, task.title, task.product));
    let words: Vec<&str> = text.split(' ').collect();
    texts.iter().enumerate().all(|(place, forms)| {
        forms.iter().any(|form| {
            let form: Vec<&str> = form.split(' ').collect();
            let is_open = place + 1 == texts.len() && form[form.len() - 1].chars().count() >= 2;
            words.windows(form.len()).any(|window| {
                let last = form.len() - 1;
                let tail = if is_open {
                    window[last].starts_with(form[last])
                } else {
                    window[last] == form[last]
                };
                window[..last] == form[..last] && tail
            })
        })
    })
}

/// All that pass, in order.
pub(super) fn naive(tasks: &[Task], query: &Query, day: &Day<'_>, user: &User) -> Vec<TaskId> {
    let mut found: Vec<_> = tasks
        .iter()
        .filter(|task| passes(&query.filter, task, day, user))
        .collect();
    match query.order {
        Order::Urgency => {
            found.sort_by_key(|task| {
                (
                    task.rank(),
                    task.effective_due.unwrap_or(NaiveDate::MAX),
                    task.id,
                )
            });
        }
        Order::Newest => found.sort_by_key(|task| std::cmp::Reverse(task.id)),
        Order::Document => found.sort_by_key(|task| (task.document, task.id)),
    }
    found.into_iter().map(|task| task.id).collect()
}
