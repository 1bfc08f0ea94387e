//! Makes anew what follows from the rows: kept numbers, indexes, the search. What is lost cannot be made anew, and the
//! log is never touched but for a row that says what was done.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::super::opening::user_of;
use super::super::request::OperationKey;
use super::super::session::SessionSetup;
use super::super::watch::Watch;
use crate::domain::error::{Error, Result};
use crate::domain::proof::Part;
use crate::store::{Access, Head, Kind, Repaired, Store};

/// Does it, in one transaction, for who keeps the frame. It opens no session, which would itself write by what is to be
/// made anew.
///
/// # Errors
/// `NotPermitted` for another role or a closed account; `LookingOnly` as of another day; `Damaged` where a page cannot be read: then only a backup helps. `Cancelled`, and nothing was changed; those of a
/// save.
pub fn repair(
    database: &Path,
    setup: &SessionSetup,
    now: DateTime<Utc>,
    watch: &Watch,
) -> Result<Repaired> {
    let looked = Store::open(database, Access::Look)?;
    looked.has_tables_to_save()?;
    let user = user_of(&looked, setup)?;
    if !user.role.keeps_frame() {
        return Err(Error::NotPermitted);
    }
    if setup.today.is_some() {
        return Err(Error::LookingOnly);
    }
    drop(looked);
    let mut store = Store::open(database, Access::Write)?;
    let key = OperationKey::fresh();
    let head = Head {
        key: &key.0,
        at: now,
        who: &user.login,
        origin: &setup.origin,
        kind: Kind::Frame,
        summary: "repair",
    };
    store.repair(&head, watch.pulse(Part::Repairing, || (0, 0)))
}
