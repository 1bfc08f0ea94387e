//! Lists of tasks, one task with everything about it, and the views that somebody keeps.

use std::time::Duration;

use super::progress::Progress;
use super::request::{Facts, OperationKey, Sheet};
use super::session::Session;
use crate::domain::agency::lineage;
use crate::domain::change::Change;
use crate::domain::condition::ConditionKind;
use crate::domain::error::{Error, Result};
use crate::domain::id::{AgencyId, ChangeId, TaskId};
use crate::domain::query::{Anchor, Filter, Mark, Page, Query, Tally, View};
use crate::domain::status::Status;
use crate::domain::transition::Deed;
use crate::store::{Kind, Patience, Written};

/// A keystroke is answered within this, with what was found by then (issue 2, *Speed*).
const KEYSTROKE: Duration = Duration::from_millis(30);

/// So many rows of the log stand on a task's sheet; older ones are asked for by page.
const LOG_ROWS: usize = 200;

/// A page of tasks.
pub(super) fn page(
    session: &Session,
    query: &Query,
    anchor: Anchor,
    limit: usize,
    progress: &Progress<'_>,
) -> Result<Page> {
    let facts = session.facts();
    let patience = Patience::of(KEYSTROKE).or_until(progress.flag());
    let query = &spelled_out(query, facts);
    session
        .store
        .page(query, &facts.day(), &facts.user, anchor, limit, patience)
}

/// How many tasks a query finds.
pub(super) fn count(session: &Session, query: &Query, progress: &Progress<'_>) -> Result<Tally> {
    let facts = session.facts();
    let patience = Patience::of(KEYSTROKE).or_until(progress.flag());
    let query = &spelled_out(query, facts);
    session
        .store
        .count(query, &facts.day(), &facts.user, patience)
}

/// Stands where nothing can be found.
const NOBODY: AgencyId = AgencyId(-1);

/// Says which agencies and statuses "without a lead" means: they are what indexes know.
pub(super) fn spelled_out(query: &Query, facts: &Facts) -> Query {
    let mut query = query.clone();
    newly_overdue(&mut query.filter, facts);
    let filter = &mut query.filter;
    if !filter.marks.contains(&Mark::Orphan) {
        return query;
    }
    let mut leads = lineage::ended(&facts.agencies, facts.today);
    leads.push(AgencyId::UNRESOLVED);
    leads.retain(|id| filter.agencies.is_empty() || filter.agencies.contains(id));
    let mut open: Vec<Status> = Status::ALL.into_iter().collect();
    open.retain(|status| {
        let is_asked = filter.statuses.is_empty() || filter.statuses.contains(status);
        is_asked && !status.is_closed()
    });
    if leads.is_empty() || open.is_empty() {
        leads = vec![NOBODY];
    }
    filter.agencies = leads;
    filter.statuses = open;
    query
}

/// Says which due dates "newly overdue" means.
fn newly_overdue(filter: &mut Filter, facts: &Facts) {
    if !filter.marks.contains(&Mark::NewlyOverdue) {
        return;
    }
    let (from, to) = facts.day().newly_overdue();
    filter.due_from = Some(filter.due_from.map_or(from, |day| day.max(from)));
    filter.due_to = Some(filter.due_to.map_or(to, |day| day.min(to)));
    let is_asked =
        filter.conditions.is_empty() || filter.conditions.contains(&ConditionKind::Overdue);
    filter.conditions = vec![ConditionKind::Overdue];
    if !is_asked {
        filter.agencies = vec![NOBODY];
    }
}

/// The deeds that a sheet lists before the log.
const FOLLOWED: [Deed; 14] = [
    Deed::AskExtension,
    Deed::Extend,
    Deed::RefuseExtension,
    Deed::CorrectDue,
    Deed::Urge,
    Deed::AskExplanation,
    Deed::Explain,
    Deed::Criticise,
    Deed::Propose,
    Deed::Excuse,
    Deed::Unexcuse,
    Deed::Dispute,
    Deed::Transfer,
    Deed::Return,
];

/// One task with everything about it.
pub(super) fn sheet(session: &Session, id: TaskId) -> Result<Sheet> {
    let store = &session.store;
    let Some(task) = store.task(id)? else {
        return Err(Error::NoTask(id.0.to_string()));
    };
    let family = |of: Option<TaskId>| of.map_or(Ok(None), |of| store.family(of));
    Ok(Sheet {
        document: task
            .document
            .and_then(|id| session.facts().document(id))
            .cloned(),
        family: family(task.parent)?,
        series: family(task.series)?,
        log: log(session, Some(id), None, LOG_ROWS)?,
        followed: store.deeds_of(id, &FOLLOWED.map(Deed::code), LOG_ROWS)?,
        task,
    })
}

/// Rows of the log, newest first; of a past day, as far as it went then.
pub(super) fn log(
    session: &Session,
    task: Option<TaskId>,
    before: Option<ChangeId>,
    limit: usize,
) -> Result<Vec<Change>> {
    match &session.present {
        None => session.store.log(task, before, limit),
        Some(present) => {
            let before = before.map_or(present.cut, |before| before.min(present.cut));
            present.store.log(task, Some(before), limit)
        }
    }
}

/// The task of a number or code.
pub(super) fn locate(session: &Session, text: &str) -> Result<TaskId> {
    let found = session.store.locate(text.trim())?;
    found.ok_or_else(|| Error::NoTask(text.trim().to_owned()))
}

/// One's saved views.
pub(super) fn views(session: &Session) -> Result<Vec<View>> {
    session.store.views(&session.user().login)
}

/// Keeps a view, over an older one of its name.
pub(super) fn save_view(
    session: &mut Session,
    name: &str,
    words: &str,
    query: &Query,
) -> Result<Vec<View>> {
    let view = View {
        name: crate::domain::fold::clean(name),
        words: crate::domain::fold::clean(words),
        query: query.clone(),
    };
    if view.name.is_empty() {
        return Err(Error::BadText {
            what: "name",
            text: name.to_owned(),
        });
    }
    let key = OperationKey::fresh();
    session.write(&key, Kind::Frame, "view", |writer| writer.save_view(&view))?;
    views(session)
}

/// Removes a view.
pub(super) fn drop_view(session: &mut Session, name: &str) -> Result<Vec<View>> {
    let key = OperationKey::fresh();
    let _: Written<()> =
        session.write(&key, Kind::Frame, "view", |writer| writer.drop_view(name))?;
    views(session)
}
