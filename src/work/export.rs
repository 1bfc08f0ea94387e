//! Tasks go out: as a list, to be read (`list`), or in the form in which they came in, one row for each item of an
//! annex, so that importing the file again changes nothing.
//!
//! Who is a member of a fan-out or an occurrence is written as its parent or series, once. Only the
//! numbers of the rows are held, the rows are read and written page by page.

mod list;
pub(super) mod registers;
mod row;
pub(super) mod salvage;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use self::row::Rows;
use super::progress::Progress;
use super::request::TaskTable;
use super::session::Session;
use crate::domain::error::{Error, Result};
use crate::domain::id::TaskId;
use crate::domain::query::{Anchor, Filter, Position, Query};
use crate::domain::seal::Seal;
use crate::exchange::write::{self, Existing, WriteForm};
use crate::store::Patience;

/// Tasks read at once.
const PAGE: usize = 500;

/// A page is waited for so long, then its next part is asked for.
const PATIENCE: Duration = Duration::from_secs(1);

/// Writes what a query finds into a file; says how many rows, and where the log ended before they were read.
pub(super) fn export(
    session: &Session,
    path: &Path,
    query: &Query,
    (existing, table): (Existing, &TaskTable),
    progress: &mut Progress<'_>,
) -> Result<(u64, Seal)> {
    let form = WriteForm::of(path).ok_or_else(|| Error::BadText {
        what: "export",
        text: named(path),
    })?;
    let seal = session.log_seal()?;
    if let TaskTable::List { language, asked } = table {
        let asked = (form, *language, asked.as_str());
        let rows = list::write(session, path, query, (existing, asked), &seal, progress)?;
        return Ok((rows, seal));
    }
    let heads = progress.reading(|progress| heads(session, query, progress))?;
    let heads: Vec<TaskId> = heads.into_iter().collect();
    let mut rows = Rows::new(session);
    let mut done = 0;
    let all = heads.len();
    let pages = heads.chunks(PAGE).flat_map(|ids| {
        let page = progress
            .step(done, all)
            .and_then(|()| session.store.tasks(ids))
            .and_then(|tasks| rows.of(&tasks));
        done += ids.len();
        match page {
            Ok(rows) => rows.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        }
    });
    let tray = session.setup.files.tray();
    let rows = write::tasks(path, form, existing, &seal.short(), tray, pages)?;
    Ok((rows, seal))
}

/// How a file is called that cannot be written: not where it would lie, which is the server's at the door.
fn named(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The items to which the tasks belong that a query finds, in the order in which they were entered.
fn heads(
    session: &Session,
    query: &Query,
    progress: &mut Progress<'_>,
) -> Result<BTreeSet<TaskId>> {
    let facts = session.facts();
    let mut heads = BTreeSet::new();
    let mut anchor = Anchor::First;
    loop {
        progress.step(heads.len(), 0)?;
        let patience = Patience::of(PATIENCE).or_until(progress.flag());
        let page = session
            .store
            .page(query, &facts.day(), &facts.user, anchor, PAGE, patience)?;
        let head =
            |task: &crate::domain::task::Task| task.parent.or(task.series).unwrap_or(task.id);
        heads.extend(page.tasks.iter().map(head));
        let last = page.tasks.last().filter(|_| page.has_more);
        match page.searched_to.or(last.and_then(Position::of)) {
            Some(place) => anchor = Anchor::After(place),
            None => break,
        }
    }
    // A recurring task whose first turn has not begun is found by no filter, and yet is an item.
    if query.filter == Filter::default() {
        let series = session.store.series()?;
        heads.extend(
            series
                .iter()
                .map(|series| series.parent.unwrap_or(series.id)),
        );
    }
    Ok(heads)
}
