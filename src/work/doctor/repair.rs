//! Makes anew what follows from the rows: kept numbers, indexes, the search. What is lost cannot be made anew, and the
//! log is never touched but for a row that says what was done.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::super::request::OperationKey;
use super::super::watch::Watch;
use crate::domain::error::Result;
use crate::domain::proof::Part;
use crate::store::{Access, Head, Kind, Store};

/// Does it, in one transaction.
///
/// # Errors
/// `Damaged` where a page cannot be read: then only a backup helps. `Cancelled`, and nothing was changed; those of a
/// save.
pub fn repair(
    database: &Path,
    (who, origin): (&str, &str),
    now: DateTime<Utc>,
    watch: &Watch,
) -> Result<()> {
    let mut store = Store::open(database, Access::Write)?;
    let key = OperationKey::fresh();
    let head = Head {
        key: &key.0,
        at: now,
        who,
        origin,
        kind: Kind::Frame,
        summary: "repair",
    };
    store.repair(&head, watch.pulse(Part::Repairing, || (0, 0)))
}
