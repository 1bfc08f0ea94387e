//! `audit verify`: proves that the log is as it was written.

use std::process::ExitCode;

use serde_json::json;

use super::json::VERSION;
use super::place::Place;
use super::print;
use crate::domain::error::Result;
use crate::store::{Access, Broken, Store};

/// Walks the hash chain from the first change to the last; exit 1 where it is broken.
pub fn verify(place: &Place, is_json: bool) -> Result<ExitCode> {
    let store = Store::open(&place.config.db, Access::Look)?;
    let verdict = store.verify_log(|_, _| Ok(()))?;
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
        }))?;
    } else if let Some((id, how)) = broken {
        print::line(&(place.words.console.chain_broken)(id, how))?;
    } else {
        print::line(&(place.words.console.chain_holds)(
            verdict.rows,
            &verdict.head,
        ))?;
    }
    Ok(if broken.is_some() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
