//! Goes through a database that is to be relied on: a copy that was just made, or one that is to be put in place.

use std::path::Path;

use super::Watch;
use crate::domain::error::{Error, Result};
use crate::domain::proof::{Finding, Part};
use crate::store::{Access, Extent, Store};

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
    /// The same, and all of the log.
    WholeLog,
    /// Everything.
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
    let mut doubts = Vec::new();
    let verdict = match depth {
        Depth::Whole | Depth::WholeLog => store.verify_log(watch.steps(Part::Chain))?,
        Depth::Quick => store.verify_recent(RECENT)?,
    };
    doubts.extend(verdict.broken.map(Doubt::Log));
    let is_counted = store.while_heard(pulse(Part::Counting), |store| {
        Ok(store.check_tallies()?.is_empty())
    })?;
    doubts.extend((!is_counted).then_some(Doubt::Counters));
    let extent = store.extent()?;
    Ok(Examined::Sound(Held { extent }, doubts))
}
