//! Tasks in the form in which they came in, one row for each item of an annex, as of one moment, whatever their number.

use std::path::Path;

use super::super::progress::Progress;
use super::super::session::Session;
use super::row::{Names, Rows};
use crate::domain::error::Result;
use crate::domain::query::Query;
use crate::domain::seal::Seal;
use crate::exchange::write::annex::annex;
use crate::exchange::write::{Existing, Piece, WriteForm};
use crate::store::Item;

/// Writes the items to which the tasks belong that a query finds, in the order in which they were entered; says how many
/// rows.
pub(super) fn write(
    session: &Session,
    path: &Path,
    query: &Query,
    (existing, form): (Existing, WriteForm),
    seal: &Seal,
    progress: &mut Progress<'_>,
) -> Result<u64> {
    let facts = session.facts();
    let names = Names::of(session);
    let mark = seal.short();
    let table = annex(form, names.words(), &mark);
    let total = usize::try_from(session.store.last_task()?).unwrap_or(0);
    progress.step(0, total)?;
    table.write(path, existing, session.setup.files.tray(), |put| {
        let former = || {
            let (table, mut rows) = (&table, Rows::new(&names));
            move |piece: &mut Piece, item: &Item<'_>| {
                table.put(piece, &rows.row(item));
                Ok(())
            }
        };
        let who = (&facts.user, &facts.day());
        session
            .store
            .whole_items(query, who, former, |piece, last| {
                put(piece)?;
                progress.step(usize::try_from(last.0).unwrap_or(total).min(total), total)
            })
    })
}
