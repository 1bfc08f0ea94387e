//! Tasks go out: as a list, to be read (`list`), or in the form in which they came in, one row for each item of an
//! annex, so that importing the file again changes nothing (`annex`).
//!
//! Who is a member of a fan-out or an occurrence of a series is written as its parent or series, once. Either way rows
//! are formed where they are read, by several at once, and nothing is held but what is on its way into the file.

mod annex;
mod known;
mod list;
pub(super) mod registers;
mod row;
pub(super) mod salvage;

use std::path::Path;
use std::time::Duration;

use super::lists::spelled_out;
use super::progress::Progress;
use super::request::TaskTable;
use super::session::Session;
use crate::domain::error::{Error, Result};
use crate::domain::query::Query;
use crate::domain::seal::Seal;
use crate::exchange::write::{Existing, WriteForm};

/// Rows of a register that are read at once.
const PAGE: usize = 500;

/// So long rows are counted before they are written, to say how far it is.
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
    let query = spelled_out(query, session.facts());
    let rows = match table {
        TaskTable::List { language, asked } => {
            let asked = (form, *language, asked.as_str());
            list::write(session, path, &query, (existing, asked), &seal, progress)?
        }
        TaskTable::Annex => annex::write(session, path, &query, (existing, form), &seal, progress)?,
    };
    Ok((rows, seal))
}

/// How a file is called that cannot be written: not where it would lie, which is the server's at the door.
fn named(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
