//! Carries a reorganisation out: versions end and begin, open tasks and accounts go to the sole successor.

use std::sync::Arc;

use super::accounts::{self, Going};
use super::facts_with;
use super::hand_over::{Item, count, hand_all, items, operation_of, parts_of, slices};
use crate::domain::agency::{Agency, Consequences, Flaw, Reorganisation, Step, lineage, work_out};
use crate::domain::error::Result;
use crate::domain::fold::clean;
use crate::domain::hand_over::HAND_OVER;
use crate::domain::id::{AgencyId, OperationId};
use crate::store::{AGENCY, Kind, Open, Store, Writer, Written};
use crate::work::progress::Progress;
use crate::work::request::agency::{Move, Reorganised};
use crate::work::request::{Facts, OperationKey};
use crate::work::session::Session;
use crate::work::slices::{SLICE, named};

/// What it would do; nothing is written.
pub(in crate::work) fn rehearse(session: &Session, plan: &Reorganisation) -> Result<Reorganised> {
    let facts = session.facts();
    let agencies = session.store.agencies()?;
    let made = work_out(&agencies, plan, facts.today)?;
    if let Some(first) = made.corrected.first()
        && first.before.code != first.after.code
        && session.store.is_supporting(&first.before.code)?
    {
        return Err(Flaw::CodeCited(first.before.code.clone()).into());
    }
    told(&session.store, facts, plan, &made)
}

/// Does it.
pub(in crate::work) fn reorganise(
    session: &mut Session,
    key: &OperationKey,
    plan: &Reorganisation,
    progress: &mut Progress<'_>,
) -> Result<Reorganised> {
    if let Some(operation) = session.store.operation_of(&key.0)? {
        return resume(session, key, plan, operation, progress);
    }
    let mut done = rehearse(session, plan)?;
    let facts = Arc::clone(session.facts());
    let document = clean(&plan.document);
    let total = if done.is_later { 0 } else { going(&done) };
    let of = total.div_ceil(SLICE).max(1);
    let name = if of == 1 { AGENCY } else { HAND_OVER };
    let summary = named(name, 1, of);
    let moves = done.accounts.clone();
    let is_later = done.is_later;
    let written = session.write(key, Kind::Bulk, &summary, |writer| {
        // Asked again where nobody else writes: another administrator may have been faster.
        let made = work_out(&writer.agencies()?, plan, facts.today)?;
        save(writer, &made, &document)?;
        let facts = facts_with(&facts, writer.agencies()?);
        if is_later {
            return Ok(Vec::new());
        }
        accounts::carry(writer, &moves, &facts.agencies)?;
        let mut all = of_ways(&made, &facts, |from| writer.open_of(from))?;
        let rest = all.split_off(all.len().min(SLICE));
        hand_all(writer, &all, &facts, &document)?;
        Ok(rest)
    })?;
    done.operation = operation_of(&written);
    if let Written::Done { value: rest, .. } = written {
        let later = slices(session, key, &rest, of, &document, progress)?;
        done.operation = later.or(done.operation);
    }
    session.reload()?;
    done.beginning = current(&done.beginning, &session.facts().agencies);
    Ok(done)
}

/// A retry after a lost answer: the agencies are reorganised, perhaps not all tasks went over.
fn resume(
    session: &mut Session,
    key: &OperationKey,
    plan: &Reorganisation,
    operation: OperationId,
    progress: &mut Progress<'_>,
) -> Result<Reorganised> {
    session.reload()?;
    let facts = Arc::clone(session.facts());
    let eve = plan.on.pred_opt();
    let mut rest = Vec::new();
    let is_moving = !matches!(plan.step, Step::Correct { .. });
    let ended = |it: &&Agency| is_moving && it.valid_to == eve;
    for agency in facts.agencies.iter().filter(ended) {
        if let Some(heir) = lineage::heir(&facts.agencies, agency, facts.today) {
            rest.extend(items(
                &session.store.open_of(agency.id)?,
                agency.id,
                heir.id,
            ));
        }
    }
    let of = parts_of(&session.store, operation)?;
    let later = slices(session, key, &rest, of, &clean(&plan.document), progress)?;
    session.reload()?;
    Ok(Reorganised {
        operation: later.or(Some(operation)),
        ..Reorganised::default()
    })
}

fn save(writer: &mut Writer<'_>, made: &Consequences, document: &str) -> Result<()> {
    let corrected = made.corrected.iter().map(|one| &one.after);
    let all = made.beginning.iter().chain(&made.ending).chain(corrected);
    all.map(|agency| writer.save_agency_by(agency, document))
        .try_for_each(|saved| saved.map(|_| ()))
}

/// The tasks that go, agency by agency, in the order of their numbers.
fn of_ways(
    made: &Consequences,
    facts: &Facts,
    mut open_of: impl FnMut(AgencyId) -> Result<Open>,
) -> Result<Vec<Item>> {
    let mut all = Vec::new();
    for way in &made.ways {
        let to = way.to.as_deref();
        let Some(to) = to.and_then(|code| lineage::by_code(&facts.agencies, code)) else {
            continue;
        };
        let mut open = open_of(way.from)?;
        open.series.sort_unstable();
        open.tasks.sort_unstable();
        all.extend(items(&open, way.from, to.id));
    }
    Ok(all)
}

/// What it comes to, in numbers.
fn told(
    store: &Store,
    facts: &Facts,
    plan: &Reorganisation,
    made: &Consequences,
) -> Result<Reorganised> {
    let mut moves = Vec::new();
    for way in &made.ways {
        let open = store.open_of(way.from)?;
        let counts = store.counts_of(way.from, &facts.day())?.counts;
        moves.push(Move {
            from: way.from,
            to: way.to.clone(),
            open: count(open.tasks.len()),
            series: count(open.series.len()),
            closed: Some(counts.done() + counts.dropped),
        });
    }
    let goings: Vec<Going> = made
        .ways
        .iter()
        .map(|way| Going {
            from: way.from,
            to: way.to.clone(),
        })
        .collect();
    Ok(Reorganised {
        operation: None,
        ending: made.ending.clone(),
        beginning: made.beginning.clone(),
        corrected: made.corrected.clone(),
        moves,
        accounts: accounts::moves(&store.users()?, &goings),
        is_later: plan.on > facts.today && made.corrected.is_empty(),
    })
}

fn going(done: &Reorganised) -> usize {
    let moves = done.moves.iter().filter(|it| it.to.is_some());
    let all: i64 = moves.map(|it| it.open + it.series).sum();
    usize::try_from(all).unwrap_or(0)
}

/// The versions that began, with the numbers that they were given.
fn current(beginning: &[Agency], agencies: &[Agency]) -> Vec<Agency> {
    let of = |agency: &Agency| lineage::by_code(agencies, &agency.code).cloned();
    beginning.iter().filter_map(of).collect()
}
