//! `audit`: proves that the log is as it was written, and that what reports count follows from it; prints what of it
//! can be kept outside.

use std::collections::BTreeMap;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::json::VERSION;
use super::place::Place;
use super::proof_args::AuditWhat;
use super::watched::watched;
use super::{audit_standing, exit, failure, print};
use crate::domain::error::{Error, Result};
use crate::domain::proof::{Claimed, Finding};
use crate::domain::seal::{Claim, Missing, Seal};
use crate::lang::{Words, format};
use crate::store::{Access, Differs, EVENTS, Store};
use crate::work::proof::{Proved, prove};

/// So many findings of a list are printed; all that were kept with `--json`.
pub(super) const PRINTED: usize = 20;

/// Carries it out; exit 1 where something is broken.
///
/// # Errors
/// Those of the database; a seal that is none.
pub fn run(place: &Place, what: AuditWhat) -> Result<ExitCode> {
    match what {
        AuditWhat::Verify { kept_head, json } => verify(place, kept_head.as_deref(), json),
        AuditWhat::Head { json } => head(place, json),
    }
}

fn verify(place: &Place, head: Option<&str>, is_json: bool) -> Result<ExitCode> {
    let claim = head
        .map(|text| {
            Claim::read(text).ok_or_else(|| Error::BadText {
                what: "head",
                text: text.to_owned(),
            })
        })
        .transpose()?;
    let mut store = Store::open(&place.config.db, Access::Look)?;
    // Nothing is written by a proof, so an older file is not brought up to date by it.
    let (found, known) = store.schemas()?;
    if found < known {
        return Err(Error::TooOld { found, known });
    }
    let proved = match watched(place, |watch| prove(&mut store, claim.as_ref(), watch)) {
        Ok(proved) => proved,
        Err(Error::Cancelled) => {
            let text = place.words.proof.interrupted;
            return Ok(failure::said(place, text, exit::INTERRUPTED));
        }
        Err(error) => return Err(error),
    };
    if !is_json {
        tell(place.words, &proved)?;
    } else {
        print::json(&shape(&proved))?;
        if let Some(damage) = proved.damage {
            return Err(damage);
        }
    }
    Ok(if proved.is_intact() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Prints the end of the log, to be kept outside of the database.
fn head(place: &Place, is_json: bool) -> Result<ExitCode> {
    let store = Store::open(&place.config.db, Access::Look)?;
    let seal = store.seal()?;
    if is_json {
        print::json(&json!({ "version": VERSION, "log": super::json::seal(&seal) }))?;
    } else {
        print::line(&format!("{}@{}", seal.hash, seal.row))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn shape(proved: &Proved) -> Value {
    let verdict = &proved.verdict;
    let first = verdict.broken.as_ref();
    let events = proved.of_events();
    let tasks = proved.of_rows().map(audit_standing::task);
    let kinds = proved.replay.counts().iter();
    let kinds: BTreeMap<_, _> = kinds.filter(|kind| *kind.0 != EVENTS).collect();
    let frame = proved.frame.named().iter().map(audit_standing::thing);
    json!({
        "version": VERSION,
        "changes": verdict.rows,
        "intact": verdict.is_intact() && !proved.is_partial,
        "broken_at": first.map(|it| it.from),
        "broken_how": first.map(|it| it.breach.code()),
        "findings": verdict.findings().map(finding).collect::<Vec<_>>(),
        "more_findings": verdict.more,
        "row": verdict.seal.row,
        "head": verdict.seal.hash,
        "kept_head": verdict.claimed.as_ref().map(claimed),
        "events_intact": events.is_none(),
        "events_broken_at": events.map(|events| events.0),
        "events_broken_count": events.map_or(0, |events| events.1),
        "tasks_broken": tasks.collect::<Vec<_>>(),
        "tasks_broken_count": proved.rows(),
        "tasks_broken_kinds": kinds,
        "frame_broken": frame.collect::<Vec<_>>(),
        "frame_broken_count": proved.frame.total(),
        "frame_broken_kinds": proved.frame.counts(),
        "counters_broken": proved.counters,
        "schema_broken": proved.schema.iter().map(audit_standing::part).collect::<Vec<_>>(),
        "missing": proved.missing.as_ref().map(missing),
        "partial": proved.is_partial,
    })
}

/// A finding as scripts see it.
pub(super) fn finding(finding: &Finding) -> Value {
    let trace = finding.trace.as_ref();
    json!({
        "how": finding.breach.code(),
        "from": finding.from,
        "to": finding.to,
        "task": trace.and_then(|it| it.task).map(|task| task.0),
        "code": trace.map(|it| &it.code),
        "at": trace.map(|it| &it.at),
        "who": trace.map(|it| &it.who),
        "origin": trace.map(|it| &it.origin),
        "what": trace.map(|it| &it.what),
    })
}

fn missing(missing: &Missing) -> Value {
    let Seal { row, hash } = &missing.promised;
    json!({ "row": row, "head": hash, "found": missing.found })
}

fn claimed(claimed: &Claimed) -> Value {
    match claimed {
        Claimed::Holds(row) => json!({ "holds": true, "row": row }),
        Claimed::Doubtful(row) => {
            json!({ "holds": false, "why": "broken_before", "row": row })
        }
        Claimed::Differs(seal) => {
            json!({ "holds": false, "why": "differs", "row": seal.row, "hash": seal.hash })
        }
        Claimed::Unread(row) => json!({ "holds": false, "why": "unreadable", "row": row }),
        Claimed::Beyond(row) => json!({ "holds": false, "why": "beyond_the_end", "row": row }),
        Claimed::Nowhere => json!({ "holds": false, "why": "nowhere" }),
    }
}

fn tell(words: &Words, proved: &Proved) -> Result<()> {
    let (t, verdict) = (&words.proof, &proved.verdict);
    audit_standing::tell_schema(words, &proved.schema, !proved.is_partial)?;
    if verdict.broken.is_some() {
        let count = verdict.total();
        print::line(&(t.broken)(&number(words, count)))?;
        for it in verdict.findings().take(PRINTED) {
            print::line(&format!("  {}", said(words, it)))?;
        }
        tell_more(words, verdict.findings().count(), count)?;
        print::line(t.broken_then)?;
    } else if verdict.rows > 0 || !proved.is_partial {
        let changes = format::number(verdict.rows, words.language);
        print::line(&(t.holds)(&changes, verdict.seal.row, &verdict.seal.hash))?;
    }
    match &verdict.claimed {
        None => {}
        Some(Claimed::Holds(row)) => print::line(&(t.claim_holds)(*row))?,
        Some(Claimed::Doubtful(row)) => print::line(&(t.claim_doubtful)(*row))?,
        Some(Claimed::Differs(seal)) => print::line(&(t.claim_differs)(seal.row, &seal.hash))?,
        Some(Claimed::Unread(row)) => print::line(&(t.claim_unread)(*row))?,
        Some(Claimed::Beyond(row)) => print::line(&(t.claim_beyond)(*row))?,
        Some(Claimed::Nowhere) => print::line(t.claim_nowhere)?,
    }
    if let Some(missing) = &proved.missing {
        print::line(&(t.missing)(missing))?;
    }
    let unread = proved.unread();
    let tasks = proved
        .of_rows()
        .filter(|fault| unread == 0 || fault.how != Differs::Unreadable);
    audit_standing::tell(words, (tasks, proved.rows() - unread), &proved.frame)?;
    if unread > 0 {
        print::line(&(words.standing.unread)(&number(words, unread)))?;
    }
    if let Some((first, count)) = proved.of_events() {
        print::line(&(t.events_broken)(&number(words, count), first))?;
    }
    if !proved.counters.is_empty() {
        print::line(&(t.counters_broken)(&proved.counters.join(", ")))?;
    }
    if let Some(damage) = &proved.damage {
        print::line(&(words.errors.sentence)(damage))?;
    }
    if proved.is_partial && proved.schema.is_empty() {
        print::line(words.standing.unproved)?;
    }
    Ok(())
}

/// Says how many findings of a list are not printed, and how many `--json` names where it does not name all.
pub(super) fn tell_more(words: &Words, named: usize, count: usize) -> Result<()> {
    let Some(more) = count.checked_sub(PRINTED).filter(|more| *more > 0) else {
        return Ok(());
    };
    let (t, more) = (&words.proof, number(words, more));
    let said = if named < count {
        (t.more_than_named)(&more, &number(words, named))
    } else {
        (t.more)(&more)
    };
    Ok(print::line(&format!("  {said}"))?)
}

pub(super) fn number(words: &Words, count: usize) -> String {
    format::number(i64::try_from(count).unwrap_or(i64::MAX), words.language)
}

/// A finding in words.
pub(super) fn said(words: &Words, finding: &Finding) -> String {
    let breach = (words.proof.breach)(finding.breach, finding.from, finding.to);
    let Some(trace) = &finding.trace else {
        return breach;
    };
    let task = match (trace.code.as_str(), trace.task) {
        ("", Some(task)) => format!(":{}", task.0),
        (code, _) => code.to_owned(),
    };
    // What stands there may have been made anything.
    let at = trace.at.parse::<DateTime<Utc>>();
    let at = at.map_or_else(|_| trace.at.clone(), format::moment);
    let what = (words.terms.log_entry)(&trace.what);
    let of = (words.proof.trace)(&task, &at, &trace.who, what);
    format!("{breach}: {of}")
}
