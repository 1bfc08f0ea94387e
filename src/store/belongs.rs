//! Whether the write-ahead log beside a file is the file's own.
//!
//! Who moves another file over a database leaves the log of the one before beside it, and the engine would lay its pages
//! into the new one. So who opens a database to write leaves a note in `.here` of the file for which the log is kept. Where
//! the note names another one, file and log are held against one another before the engine reads a page: a copy of the
//! same database goes on with its log, which may hold saves that are nowhere else; anything else is refused.
//!
//! Nothing is written here but the note, and no lock of the engine is taken or given back on what others have open.

use std::fs;
use std::io::Read;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::domain::error::{Error, Result};

use super::chain::Head;
use super::db::{Db, Mode, values};
use super::file::has_beside;
use super::lock::{beside, plainly};
use super::log;
use super::proof::walk_rows;
use super::sqlite::frames::{self, Frames};
use super::sqlite::{schema, wal};
use super::walk::Walk;

/// The note, of fixed width, so that no half of it is ever read.
const WIDTH: usize = 41;

/// Which file it is: its number, and when it came to be, since a number is given again. Of a device nothing is said: it
/// may be called otherwise after the machine was started anew.
pub(super) fn name_of(about: &fs::Metadata) -> String {
    let born = about.created().ok();
    let born = born.and_then(|born| born.duration_since(UNIX_EPOCH).ok());
    let born = born.map_or(0, |born| born.as_nanos());
    format!("{:020} {born:020}", about.ino())
}

/// The note as it stands there; none where nobody left one or it cannot be read.
fn noted(path: &Path) -> Option<String> {
    let file = plainly(false).open(beside(path, ".here")).ok()?;
    file.metadata().ok().filter(fs::Metadata::is_file)?;
    let mut text = String::new();
    let limit = u64::try_from(WIDTH).unwrap_or(u64::MAX);
    file.take(limit).read_to_string(&mut text).ok()?;
    (text.len() == WIDTH).then_some(text)
}

/// Leaves the note, of a file whose log was found to be its own. Where that cannot be done there is none, and nobody
/// asks.
pub(super) fn note(path: &Path, about: &fs::Metadata) {
    let name = name_of(about);
    if noted(path).as_ref() == Some(&name) {
        return;
    }
    let side = plainly(true).open(beside(path, ".here"));
    let side = side.and_then(|side| Ok((side.metadata()?.is_file(), side)));
    if let Ok((true, side)) = side {
        let _ = side.write_all_at(name.as_bytes(), 0);
    }
}

/// The log beside a file is its own, or none is there. To be asked once the engine has opened the file and before it
/// reads: what takes its place later is not what was opened.
///
/// # Errors
/// `LogOfAnother`; what keeps it from being found out.
pub(super) fn is_logs_own(path: &Path) -> Result<()> {
    // In this order: who comes first notes the file before there is anything in the log.
    if !has_beside(path, "-wal") {
        return Ok(());
    }
    let (Some(noted), Ok(about)) = (noted(path), fs::metadata(path)) else {
        return Ok(());
    };
    if noted == name_of(&about) {
        return Ok(());
    }
    match go_together(path) {
        Ok(true) => Ok(()),
        Err(error @ (Error::NoPermission(_) | Error::Exhausted | Error::DiskFailed { .. })) => {
            Err(error)
        }
        // What cannot be read, alone or with the log, was not put together by us.
        Ok(false) | Err(_) => Err(Error::LogOfAnother(path.to_owned())),
    }
}

fn go_together(path: &Path) -> Result<bool> {
    let Some(log) = frames::read(&beside(path, "-wal"))? else {
        return Ok(true);
    };
    let alone = Db::open(path, Mode::Frozen)?;
    let before = log::head(&alone)?;
    if !are_pages_there(&alone, &log)? {
        return Ok(false);
    }
    drop(alone);
    let both = Db::open(path, Mode::Apart)?;
    let end = log::head(&both)?;
    // A log so long is moved into its file, and sessions that are on take from there what was moved: from the new one,
    // which may never have got it.
    let is_long = i64::try_from(log.many).is_ok_and(|many| many >= wal::LONG);
    if is_long && before != end && beside(path, "-shm").exists() {
        return Ok(false);
    }
    Ok(goes_on(&both, before, end)? && is_older_than(&both, &log, before, end)?)
}

/// Every page of the whole is in the file or in the log, and the file has none that the whole has not.
fn are_pages_there(alone: &Db, log: &Frames) -> Result<bool> {
    let size = alone.number("PRAGMA page_size", &[])?;
    let pages = alone.number("PRAGMA page_count", &[])?;
    let Ok(pages) = u32::try_from(pages) else {
        return Ok(false);
    };
    let are_there = (pages.saturating_add(1)..=log.pages).all(|page| log.written.contains(&page));
    Ok(size == i64::from(log.page_size) && pages <= log.pages && are_there)
}

/// The log of changes goes on from where it ends in the file alone, row by row.
fn goes_on(both: &Db, before: Head, end: Head) -> Result<bool> {
    let known = log::hash_of(both, before.last)?;
    if end.last < before.last || (before != Head::EMPTY && known.as_deref() != Some(&before.hash)) {
        return Ok(false);
    }
    let sql = "SELECT COUNT(*) FROM change WHERE id > ?1";
    if both.number(sql, &values![before.last])? != end.last - before.last {
        return Ok(false);
    }
    let rows = (before.last.saturating_add(1), end.last);
    let (walk, _) = walk_rows(both, Walk::after(before), rows, None, |_, _| Ok(()))?;
    Ok(walk.end(Some(end)).0.is_empty())
}

/// The file has all that was saved before the first save of this log. Rows alone do not tell: the last page of the log of
/// changes, with rows of before, is written anew by each save, and what they changed elsewhere is not.
fn is_older_than(both: &Db, log: &Frames, before: Head, end: Head) -> Result<bool> {
    let Some(first) = log.first else {
        // Nothing that was acknowledged is in it: what the program writes for itself fits the file, or is nobody's.
        return Ok(before == end && schema::integrity(both)?.is_empty());
    };
    if before.last >= first.last {
        return Ok(true);
    }
    let sql = "SELECT MIN(id) FROM change
        WHERE operation_id = (SELECT operation_id FROM change WHERE id = ?1)";
    let from = both.number(sql, &values![first.last])?;
    Ok(log.is_saved && from > 0 && before.last >= from - 1)
}
