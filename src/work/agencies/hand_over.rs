//! Open tasks go from one lead to another: by a rule, in slices, taken back as one.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use super::accounts::{self, Going};
use super::facts_with;
use crate::domain::agency::{Agency, Flaw, lineage};
use crate::domain::error::Result;
use crate::domain::fold::clean;
use crate::domain::hand_over::{HAND_OVER, Rule, Which, goal, handed, is_open};
use crate::domain::id::{AgencyId, OperationId, TaskId};
use crate::domain::task::Form;
use crate::store::{Kind, Note, Open, Store, Writer, Written};
use crate::work::progress::Progress;
use crate::work::request::agency::{Move, Reorganised};
use crate::work::request::{Facts, OperationKey};
use crate::work::session::Session;
use crate::work::slices::{SLICE, named, part_of};
use crate::work::{occurrences, texts};

/// A task that goes over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub id: TaskId,
    pub from: AgencyId,
    pub to: AgencyId,
    /// The version that somebody saw; none where whatever is open goes.
    pub seen: Option<i64>,
}

/// What a rule would do; nothing is written.
pub(in crate::work) fn rehearse(
    session: &Session,
    rule: &Rule,
    document: &str,
) -> Result<Reorganised> {
    let (_, would) = plan(session, rule, document)?;
    Ok(would)
}

/// Hands over what a rule means.
pub(in crate::work) fn hand_over(
    session: &mut Session,
    key: &OperationKey,
    rule: &Rule,
    document: &str,
    progress: &mut Progress<'_>,
) -> Result<Reorganised> {
    if let Some(operation) = session.store.operation_of(&key.0)? {
        // A retry: what was done then is the answer, and where it broke off between two slices it goes on.
        let of = parts_of(&session.store, operation)?;
        let mut rest = Vec::new();
        if of > 1 {
            session.reload()?;
            (rest, _) = plan(session, rule, document)?;
        }
        let later = slices(session, key, &rest, of, &clean(document), progress)?;
        return Ok(Reorganised {
            operation: later.or(Some(operation)),
            ..Reorganised::default()
        });
    }
    let (items, mut done) = plan(session, rule, document)?;
    if items.is_empty() && done.accounts.is_empty() {
        return Err(Flaw::NoTasks.into());
    }
    let document = clean(document);
    let facts = Arc::clone(session.facts());
    let of = items.len().div_ceil(SLICE).max(1);
    let (first, rest) = items.split_at(items.len().min(SLICE));
    let summary = named(HAND_OVER, 1, of);
    let moves = done.accounts.clone();
    let written = session.write(key, Kind::Bulk, &summary, |writer| {
        let facts = facts_with(&facts, writer.agencies()?);
        check(rule, &facts)?;
        accounts::carry(writer, &moves, &facts.agencies)?;
        hand_all(writer, first, &facts, &document)
    })?;
    done.operation = operation_of(&written);
    let later = slices(session, key, rest, of, &document, progress)?;
    done.operation = later.or(done.operation);
    session.reload()?;
    Ok(done)
}

/// The group of a save, if there is one.
pub(in crate::work) fn operation_of<T>(written: &Written<T>) -> Option<OperationId> {
    match written {
        Written::Done { operation, .. } | Written::Again { operation } => Some(*operation),
        Written::Nothing { .. } => None,
    }
}

/// Into how many parts a save was cut.
pub(super) fn parts_of(store: &Store, operation: OperationId) -> Result<usize> {
    let group = store.operation(operation)?;
    Ok(group
        .and_then(|group| part_of(&group.summary).map(|(_, _, of)| of))
        .unwrap_or(1))
}

/// Hands over what does not go into the first transaction; pauses as long as it held the lock, so that
/// others' saves come in between. Cancelled, the rest keeps its lead and can be handed over later.
pub(super) fn slices(
    session: &mut Session,
    key: &OperationKey,
    rest: &[Item],
    of: usize,
    document: &str,
    progress: &mut Progress<'_>,
) -> Result<Option<OperationId>> {
    session.reload()?;
    let facts = Arc::clone(session.facts());
    let mut last = None;
    let mut number = 1;
    for (slice, before) in rest.chunks(SLICE).zip(1..) {
        progress.step(before * SLICE, rest.len() + SLICE)?;
        let key = loop {
            number += 1;
            let key = OperationKey(format!("{}/{number}", key.0));
            // An earlier try may have come so far.
            if session.store.operation_of(&key.0)?.is_none() {
                break key;
            }
        };
        let summary = named(HAND_OVER, number, of);
        let held = Instant::now();
        let written = session.write(&key, Kind::Bulk, &summary, |writer| {
            hand_all(writer, slice, &facts, document)
        })?;
        last = operation_of(&written).or(last);
        thread::sleep(held.elapsed());
    }
    Ok(last)
}

/// Hands tasks over, each as it is now: what was closed or moved meanwhile stays as it is.
pub(super) fn hand_all(
    writer: &mut Writer<'_>,
    items: &[Item],
    facts: &Facts,
    document: &str,
) -> Result<()> {
    let note = Note {
        what: HAND_OVER,
        document,
        ..Note::default()
    };
    for item in items {
        let Some(task) = writer.task(item.id)? else {
            continue;
        };
        let is_seen = item.seen.is_none_or(|seen| seen == task.version);
        if task.agency != item.from || !is_open(&task) || !is_seen {
            continue;
        }
        let mut after = handed(&task, item.to);
        texts::settle_lead(&mut after.doubts);
        let after = writer.save_task(&task, &after, note)?;
        let ended = facts.agency(item.from).and_then(|from| from.valid_to);
        if after.form == Form::Series
            && let Some(last) = ended
        {
            occurrences::missed(writer, &after, last, facts, occurrences::MADE)?;
        }
    }
    Ok(())
}

/// The tasks of an agency that all go to one.
pub(super) fn items(open: &Open, from: AgencyId, to: AgencyId) -> Vec<Item> {
    let all = open.series.iter().chain(&open.tasks);
    let item = |id: &TaskId| Item {
        id: *id,
        from,
        to,
        seen: None,
    };
    all.map(item).collect()
}

fn check(rule: &Rule, facts: &Facts) -> Result<()> {
    let Some(to) = rule.to else { return Ok(()) };
    let agency = facts.agency(to);
    let code = agency.map_or_else(|| to.0.to_string(), |agency| agency.code.clone());
    if rule.from == Some(to) {
        return Err(Flaw::IntoItself(code).into());
    }
    if agency.is_none_or(|agency| !agency.is_valid_on(facts.today)) {
        return Err(Flaw::HeirEnded(code).into());
    }
    Ok(())
}

/// Which tasks a rule means, and what that comes to.
fn plan(session: &Session, rule: &Rule, document: &str) -> Result<(Vec<Item>, Reorganised)> {
    if clean(document).is_empty() {
        return Err(Flaw::NoDocument.into());
    }
    let facts = session.facts();
    check(rule, facts)?;
    let mut found = Vec::new();
    let mut would = Reorganised::default();
    for from in leads(rule, facts) {
        let mut open = chosen(&session.store, rule, from)?;
        open.series.sort_unstable();
        open.tasks.sort_unstable();
        if open.tasks.is_empty() && open.series.is_empty() {
            continue;
        }
        let to = goal(rule, from, &facts.agencies, facts.today);
        would.moves.push(Move {
            from,
            to: to.and_then(|to| facts.agency(to)).map(|to| to.code.clone()),
            open: count(open.tasks.len()),
            series: count(open.series.len()),
            closed: None,
        });
        if let Some(to) = to {
            found.extend(items(&open, from, to));
        }
    }
    if let Which::These(these) = &rule.which {
        let seen: BTreeMap<TaskId, i64> = these.iter().copied().collect();
        for item in &mut found {
            item.seen = seen.get(&item.id).copied();
        }
    }
    if rule.which == Which::All {
        let users = session.store.users()?;
        would.accounts = accounts::moves(&users, &goings(rule, facts));
        // Accounts without a new agency are news only where the rule is about their agency.
        would
            .accounts
            .retain(|one| one.to.is_some() || rule.from.is_some());
    }
    would.gather();
    Ok((found, would))
}

/// Whose tasks a rule may mean: of one, or of all that wait for a lead.
fn leads(rule: &Rule, facts: &Facts) -> Vec<AgencyId> {
    match rule.from {
        Some(from) => vec![from],
        None => {
            let ended = lineage::ended(&facts.agencies, facts.today);
            ended.into_iter().chain([AgencyId::UNRESOLVED]).collect()
        }
    }
}

/// The open tasks of a lead that a rule means. Only a rule about single tasks reads them.
fn chosen(store: &Store, rule: &Rule, from: AgencyId) -> Result<Open> {
    let mut open = match &rule.which {
        Which::These(these) => Open {
            tasks: these.iter().map(|(id, _)| *id).collect(),
            series: Vec::new(),
        },
        Which::All | Which::Area(_) | Which::Words(_) => store.open_of(from)?,
    };
    if rule.which == Which::All {
        return Ok(open);
    }
    let means = |id: &TaskId| -> Result<bool> {
        let task = store.task(*id)?;
        Ok(task
            .is_some_and(|task| task.agency == from && is_open(&task) && rule.which.means(&task)))
    };
    for list in [&mut open.tasks, &mut open.series] {
        let mut kept = Vec::new();
        for id in list.iter() {
            if means(id)? {
                kept.push(*id);
            }
        }
        *list = kept;
    }
    Ok(open)
}

/// Accounts follow where the whole of an ended agency goes to its heir.
fn goings(rule: &Rule, facts: &Facts) -> Vec<Going> {
    let ended = leads(rule, facts).into_iter().filter_map(|id| {
        let agency = facts.agency(id)?;
        agency.ended_before(facts.today).then_some(agency)
    });
    let going = |agency: &Agency| {
        let heir = lineage::heir(&facts.agencies, agency, facts.today);
        let heir = heir.filter(|heir| rule.to.is_none_or(|to| to == heir.id));
        Going {
            from: agency.id,
            to: heir.map(|heir| heir.code.clone()),
        }
    };
    ended.map(going).collect()
}

/// A number of things as the answers keep it.
pub(in crate::work) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
