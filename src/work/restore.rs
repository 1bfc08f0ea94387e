//! A copy takes the place of the working database: gone through first, with what would be lost counted, and with what
//! it replaces kept.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::backup::{self, Depth, Doubt, Examined, Held, Note, examine, unborn};
use super::watch::Watch;
use crate::domain::calendar::OFFSET;
use crate::domain::error::{Error, Result};
use crate::domain::id::ChangeId;
use crate::exchange::write::folder_of;
use crate::store::{self, Access, Stood, Store, UNBORN};

/// What the present database has that the copy has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// There is no present database.
    NoPresent,
    /// The present database cannot be read, so nobody can tell.
    Unknown,
    /// So many changes.
    Changes {
        /// Of the present database.
        lost: i64,
        /// The first of them, and when it was made.
        first: Option<(i64, DateTime<Utc>)>,
        /// Changes that only the copy has: it is of another log, or the present one was written anew.
        strange: i64,
    },
}

/// What is known of a copy before it is put in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// What it holds.
    pub held: Held,
    /// What is wrong with it and does not keep it from being put in place.
    pub doubts: Vec<Doubt>,
    /// The note beside it.
    pub note: Option<Note>,
    /// There is a note, and it cannot be read.
    pub has_bad_note: bool,
    /// What would be lost.
    pub lost: Lost,
    /// What that was counted by.
    pub stood: Stood,
}

/// Why a copy is not put in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// The engine finds it damaged; its words.
    Damaged(Vec<String>),
    /// It is not the file that its note speaks of.
    NotAsNoted,
    /// It is the working database itself.
    Same,
}

/// Goes through a copy, and counts what would be lost by it.
///
/// # Errors
/// Those of opening it; what keeps the present database from being read just now; [`Error::Cancelled`].
pub fn look(
    copy: &Path,
    database: &Path,
    watch: &Watch,
) -> Result<std::result::Result<Looked, Unfit>> {
    // By whatever name: a restore that was killed leaves the database a second one.
    let about = |path: &Path| std::fs::metadata(path);
    if let (Ok(copy), Ok(database)) = (about(copy), about(database))
        && store::is_one(&copy, &database)
    {
        return Ok(Err(Unfit::Same));
    }
    let (held, doubts) = match examine(copy, Depth::Whole, watch)? {
        Examined::Sound(held, doubts) => (held, doubts),
        Examined::Unsound(said) => return Ok(Err(Unfit::Damaged(said))),
    };
    let note = Note::beside(copy);
    if let Some(note) = &note {
        let (size, sum) = backup::sum_of(copy, watch)?;
        if (size, &sum) != (note.size, &note.sha256) {
            return Ok(Err(Unfit::NotAsNoted));
        }
    }
    let (lost, stood) = lost(copy, database)?;
    Ok(Ok(Looked {
        held,
        doubts,
        has_bad_note: note.is_none() && Note::lies_beside(copy),
        note,
        lost,
        stood,
    }))
}

fn lost(copy: &Path, database: &Path) -> Result<(Lost, Stood)> {
    let opened = Store::open(database, Access::Look);
    let (present, seal) = match opened.and_then(|present| Ok((present.seal()?, present))) {
        Ok((seal, present)) => (present, seal),
        Err(Error::NoDatabase(_)) => return Ok((Lost::NoPresent, Stood::Nothing)),
        Err(error) if error.is_unreadable() => return Ok((Lost::Unknown, Stood::Unreadable)),
        // It is there, and somebody has it to themselves just now, or nothing more can be opened.
        Err(other) => return Err(other),
    };
    let copy = Store::open(copy, Access::Look)?;
    let counted = present.fork(&copy).and_then(|fork| {
        let next = present.log_from(ChangeId(fork.common), ChangeId(i64::MAX), 1)?;
        Ok((fork, next))
    });
    let (fork, next) = match counted {
        // What cannot be read any more cannot be counted either; that somebody saves is seen by the end of it.
        Err(error) if error.is_unreadable() => return Ok((Lost::Unknown, Stood::Log(seal))),
        counted => counted?,
    };
    let first = next.first().filter(|_| fork.own > 0);
    let lost = Lost::Changes {
        lost: fork.own,
        first: first.map(|change| (change.id.0, change.at)),
        strange: fork.others,
    };
    Ok((lost, Stood::Log(seal)))
}

/// Puts a copy that was looked at in the place of the database; says under which name that is kept, if there was one.
///
/// # Errors
/// `InUse` where sessions are on; `WentOn` where somebody saved since; `FileChanged` where it is not the copy that was looked at; `DiskFull`,
/// `NoPermission`, `Cancelled`: the database is as it was then.
pub fn put(
    copy: &Path,
    database: &Path,
    looked: &Looked,
    now: DateTime<Utc>,
    watch: &Watch,
) -> Result<Option<PathBuf>> {
    // The name itself may be a link to where the database lies.
    let database = std::fs::canonicalize(database).unwrap_or_else(|_| database.to_owned());
    let folder = folder_of(&database);
    unborn::sweep(&folder, UNBORN);
    let (unborn, _held) = unborn::begin(&folder, UNBORN)?;
    let unborn = unborn.into_temp_path();
    let mut store = Store::open(copy, Access::Look)?;
    backup::copy_into(&mut store, &unborn, watch)?;
    let examined = examine(&unborn, Depth::Quick, watch).map_err(|error| error.of(&folder))?;
    let is_same = match examined {
        Examined::Sound(held, _) => held == looked.held,
        Examined::Unsound(_) => false,
    };
    if !is_same {
        return Err(Error::FileChanged(copy.to_owned()));
    }
    drop(store);
    let kept = aside(&database, now);
    // Where nothing is replaced, the directory says whose it is to be.
    let like = if database.exists() {
        &database
    } else {
        &folder
    };
    backup::give(&unborn, like).map_err(|error| error.of(&folder))?;
    let was_there = store::replace(&database, unborn, &kept, &looked.stood)?;
    Ok(was_there.then_some(kept))
}

/// What a restore has left beside the database that was broken off by force.
pub(super) fn left(database: &Path) -> Option<PathBuf> {
    let unborn = unborn::abandoned(&folder_of(database), UNBORN).pop();
    unborn.or_else(|| store::second_names(database).pop())
}

/// A name for what is replaced that nothing has.
fn aside(database: &Path, now: DateTime<Utc>) -> PathBuf {
    let ending = format!(
        "{}{}",
        store::REPLACED,
        (now + OFFSET).format("%Y%m%d-%H%M%S")
    );
    let plain = store::beside(database, &ending);
    let more = (2..=99).map(|n| store::beside(database, &format!("{ending}-{n}")));
    let mut names = std::iter::once(plain.clone()).chain(more);
    names.find(|name| !name.exists()).unwrap_or(plain)
}
