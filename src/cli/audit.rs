//! `audit verify`: proves that the log is as it was written, and that what reports count follows from it.

use std::process::ExitCode;

use serde_json::json;

use super::json::VERSION;
use super::place::Place;
use super::print;
use crate::domain::error::Result;
use crate::store::{Access, Broken, Store};

/// Walks the hash chain from the first change to the last, and goes through the changes of each task again; exit 1
/// where something is broken.
pub fn verify(place: &Place, is_json: bool) -> Result<ExitCode> {
    let store = Store::open(&place.config.db, Access::Look)?;
    let verdict = store.verify_log(|_, _| Ok(()))?;
    let faults = store.check_events(|_, _| Ok(()))?;
    let first = faults.first().map(|fault| fault.task.0);
    let counters = store.check_counters()?;
    let broken = verdict.broken.map(|broken| match broken {
        Broken::Row(id) => (id.0, "row"),
        Broken::Missing(id) => (id.0, "missing"),
        Broken::CutOff(id) => (id.0, "cut_off"),
    });
    if is_json {
        print::json(&json!({
            "version": VERSION,
            "changes": verdict.rows,
            "intact": broken.is_none(),
            "broken_at": broken.map(|(id, _)| id),
            "broken_how": broken.map(|(_, how)| how),
            "head": verdict.head,
            "events_intact": faults.is_empty(),
            "events_broken_at": first,
            "counters_broken": counters,
        }))?;
    } else if let Some((id, how)) = broken {
        print::line(&(place.words.console.chain_broken)(id, how))?;
    } else {
        print::line(&(place.words.console.chain_holds)(
            verdict.rows,
            &verdict.head,
        ))?;
    }
    if let (false, Some(task)) = (is_json, first) {
        print::line(&(place.words.console.events_broken)(faults.len(), task))?;
    }
    if !is_json && !counters.is_empty() {
        print::line(&(place.words.console.counters_broken)(&counters.join(", ")))?;
    }
    Ok(
        if broken.is_some() || !faults.is_empty() || !counters.is_empty() {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        },
    )
}
