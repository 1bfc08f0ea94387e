//! Goes through a database that is to be relied on: a copy that was just made, or one that is to be put in place.

use std::path::Path;

use super::Watch;
use crate::domain::error::{Error, Result};
use crate::domain::proof::{Finding, Part, SchemaFault};
use crate::domain::seal::Missing;
use crate::store::{Access, EVENTS, Extent, Store};
use crate::work::doctor::not_as_logged;
use crate::work::proof::prove;

/// So many of the last rows of the log are proved where not all are.
const RECENT: i64 = 10_000;

/// What a database holds that was gone through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What stands in it.
    pub extent: Extent,
}

/// What is wrong in a database that can be worked with all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The log is not as it was written; the first place.
    Log(Finding),
    /// Kept numbers are not what counting gives; `doctor --repair` makes them anew.
    Counters,
    /// Parts of the schema are not as the program makes them.
    Schema(Vec<SchemaFault>),
    /// Rows stand otherwise than the log says: the name of the first, and how many there are.
    Rows(String, usize),
    /// Saves that were acknowledged are gone from what was copied.
    Missing(Missing),
    /// The schema is an older one, whose rows are not held against the log.
    Older,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Examined {
    /// It can be worked with.
    Sound(Held, Vec<Doubt>),
    /// The engine finds it damaged; its words.
    Unsound(Vec<String>),
}

/// How far a database is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What takes little time: the end of the log, the file without its indexes.
    Quick,
    /// All that `audit verify` proves: the log, the schema, and the rows by the log.
    Proof,
    /// The same, and the indexes of the file.
    Whole,
}

/// Goes through a database.
///
/// # Errors
/// Those of opening it, and [`Error::Cancelled`]. What is damaged is no error but an answer.
pub fn examine(path: &Path, depth: Depth, watch: &Watch) -> Result<Examined> {
    let damaged = |error: Error| match error {
        Error::Damaged(_) => Ok(Examined::Unsound(Vec::new())),
        other => Err(other),
    };
    match gone_through(path, depth, watch) {
        Ok(examined) => Ok(examined),
        Err(error) => damaged(error),
    }
}

fn gone_through(path: &Path, depth: Depth, watch: &Watch) -> Result<Examined> {
    let opened = Store::open(path, Access::Look);
    let mut store = opened.map_err(|error| match error {
        // The disk of the copy and not that of the database.
        Error::NoRoomToOpen(_) => Error::DiskFull,
        other => other,
    })?;
    let pulse = |part| watch.pulse(part, || (0, 0));
    let said = store.while_heard(pulse(Part::Checking), |store| {
        if depth == Depth::Whole {
            store.integrity()
        } else {
            store.quick_check()
        }
    })?;
    if !said.is_empty() {
        return Ok(Examined::Unsound(said));
    }
    let doubts = match depth {
        Depth::Whole | Depth::Proof => proved(&mut store, watch)?,
        Depth::Quick => {
            let broken = store.verify_recent(RECENT)?.broken.map(Doubt::Log);
            let counted = counted(&mut store, watch)?;
            broken.into_iter().chain(counted).collect()
        }
    };
    let extent = store.extent()?;
    Ok(Examined::Sound(Held { extent }, doubts))
}

/// Counts tasks anew.
fn counted(store: &mut Store, watch: &Watch) -> Result<Option<Doubt>> {
    let pulse = watch.pulse(Part::Counting, || (0, 0));
    let faults = store.while_heard(pulse, |store| store.check_tallies())?;
    Ok((!faults.is_empty()).then_some(Doubt::Counters))
}

/// All that can be proved; of an older schema the log, the schema and what is counted.
fn proved(store: &mut Store, watch: &Watch) -> Result<Vec<Doubt>> {
    let (found, known) = store.schemas()?;
    if found < known {
        let verdict = store.verify_log(watch.steps(Part::Chain))?;
        let gaps = store.check_schema()?;
        let mut doubts: Vec<Doubt> = verdict.broken.map(Doubt::Log).into_iter().collect();
        doubts.extend(counted(store, watch)?);
        doubts.push(Doubt::Older);
        doubts.extend((!gaps.is_empty()).then_some(Doubt::Schema(gaps)));
        return Ok(doubts);
    }
    let proved = prove(store, None, watch)?;
    if let Some(damage) = proved.damage {
        return Err(damage);
    }
    if proved.verdict.has_holes() {
        return Err(Error::Damaged(store.path().to_owned()));
    }
    let is_counted = proved.counters.is_empty() && proved.replay.count(EVENTS) == 0;
    let strange = proved.strange.map(|what| (what, 1));
    let rows = not_as_logged(&proved.replay, &proved.frame).or(strange);
    let log = proved.verdict.broken.map(Doubt::Log);
    let rows = rows.map(|(first, count)| Doubt::Rows(first, count));
    let counters = (!is_counted).then_some(Doubt::Counters);
    let schema = (!proved.schema.is_empty()).then_some(Doubt::Schema(proved.schema));
    Ok([log, rows, counters, schema]
        .into_iter()
        .flatten()
        .collect())
}
