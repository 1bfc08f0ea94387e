//! A copy of the database that can be relied on: made while others write, proved before it gets its name, and with a
//! note beside it that says what it holds. Old copies go only once a new one is good.

mod examine;
mod note;
mod rotate;
pub(super) mod unborn;

pub use examine::{Depth, Doubt, Examined, Held, examine};
pub use note::{Note, last_of};
pub use rotate::Rotated;

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use tempfile::TempPath;

use super::watch::Watch;
use crate::domain::calendar::OFFSET;
use crate::domain::error::{Error, Result};
use crate::domain::proof::Part;
use crate::exchange::write::folder_of;
use crate::store::{Access, Store, beside};

/// How the file is called while it is made.
const UNBORN: &str = ".cchc-backup-";

/// Where a copy goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whither {
    /// Into a directory, under the name of the database with date and time; of those so many are kept, if it is said.
    Folder(PathBuf, Option<usize>),
    /// Into a file of this name.
    File(PathBuf),
}

/// A copy that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// Where it is.
    pub path: PathBuf,
    /// What it holds.
    pub note: Note,
    /// What is wrong with what was copied; older copies were not touched then.
    pub doubts: Vec<Doubt>,
    /// What became of older copies.
    pub rotated: Rotated,
    /// True where the database has it noted as its last copy.
    pub is_noted: bool,
}

/// Makes a copy of a database.
///
/// # Errors
/// `Exists` (nothing is ever overwritten), `DiskFull`, `NoPermission`, `Damaged`; `Cancelled`, and nothing is left then.
pub fn make(database: &Path, whither: &Whither, now: DateTime<Utc>, watch: &Watch) -> Result<Made> {
    let mut store = Store::open(database, Access::Look)?;
    let folder = match whither {
        Whither::Folder(folder, _) => folder.clone(),
        Whither::File(file) => {
            // Asked first, so that nobody waits for a copy to be refused; asked again when they get their names.
            if let Some(taken) = taken(file) {
                return Err(Error::Exists(taken));
            }
            folder_of(file)
        }
    };
    unborn::sweep(&folder, UNBORN);
    // Where older copies go, the new one must be as good as they were: all of it.
    let goes_old = matches!(whither, Whither::Folder(_, Some(_)));
    // Readable by this account alone from the beginning.
    let (unborn, _held) = unborn::begin(&folder, UNBORN)?;
    let copy = unborn.into_temp_path();
    let (held, mut doubts) = proved_copy(&mut store, &copy, goes_old, watch)?;
    // An older copy may have them.
    doubts.extend(store.missing().map(Doubt::Missing));
    let (size, sum) = sum_of(&copy, watch).map_err(|error| error.of(&folder))?;
    let note = Note::new(&held, now, size, sum);
    // Under its name it is done: what can fail comes before.
    give(&copy, store.path()).map_err(|error| error.of(&folder))?;
    let path = settle(copy, whither, store.path(), &note, now)?;
    let rotated = match whither {
        Whither::Folder(_, Some(keep)) if doubts.is_empty() => {
            rotate::keep(&folder, &store, *keep, &path)
        }
        Whither::Folder(..) | Whither::File(_) => Rotated::default(),
    };
    let note = note.of_file(&path);
    let is_noted = note::set_last(store.path(), &path, &note).is_ok();
    Ok(Made {
        path,
        note,
        doubts,
        rotated,
        is_noted,
    })
}

/// Copies into a file without a name of its own yet, which is flushed to the disk and gone through then, all of it that can
/// be proved where that is wanted.
fn proved_copy(
    store: &mut Store,
    copy: &Path,
    is_all_proved: bool,
    watch: &Watch,
) -> Result<(Held, Vec<Doubt>)> {
    let folder = folder_of(copy);
    copy_into(store, copy, watch)?;
    let depth = if is_all_proved {
        Depth::Proof
    } else {
        Depth::Quick
    };
    let examined = examine(copy, depth, watch).map_err(|error| error.of(&folder))?;
    let (held, doubts) = match examined {
        Examined::Sound(held, doubts) => (held, doubts),
        // It was written a moment ago, and is not read back.
        Examined::Unsound(said) if said.is_empty() => {
            return Err(Error::DiskFailed {
                path: folder,
                why: String::new(),
            });
        }
        Examined::Unsound(_) => return Err(Error::Damaged(store.path().to_owned())),
    };
    // What was the end of the log in the copy is a row of the log here.
    let seal = &held.extent.seal;
    let is_ours = seal.row == 0 || store.seal_of(seal.row)?.as_ref() == Some(seal);
    let is_log_doubted = doubts.iter().any(|it| matches!(it, Doubt::Log(_)));
    if !is_ours && !is_log_doubted {
        return Err(Error::Damaged(store.path().to_owned()));
    }
    Ok((held, doubts))
}

/// Copies a database into an empty file, which is on the disk then.
pub(super) fn copy_into(store: &mut Store, empty: &Path, watch: &Watch) -> Result<()> {
    let total = size_of(store.path()) + size_of(&beside(store.path(), "-wal"));
    let growing = empty.to_owned();
    let pulse = watch.pulse(Part::Copying, move || {
        let done = size_of(&growing);
        (done.min(total), total)
    });
    let copied = store.while_heard(pulse, |store| store.copy_into(empty));
    if copied.is_err() {
        // The engine leaves it there where the disk is full; mostly there is none.
        let _ = fs::remove_file(beside(empty, "-journal"));
    }
    copied?;
    let synced = File::open(empty).and_then(|file| file.sync_all());
    synced.map_err(|error| told(&error, &folder_of(empty)))
}

/// What already has a name that a copy or its note would get, if anything has.
fn taken(file: &Path) -> Option<PathBuf> {
    let names = [file.to_owned(), note::path_of(file)];
    names.into_iter().find(|it| it.symlink_metadata().is_ok())
}

/// Gives a copy its name, and its note one first: a copy without it would be nobody's, a note without its copy harms nobody.
/// What has such a name already stays as it is.
fn settle(
    copy: TempPath,
    whither: &Whither,
    database: &Path,
    note: &Note,
    now: DateTime<Utc>,
) -> Result<PathBuf> {
    let (names, place): (Box<dyn Iterator<Item = PathBuf>>, _) = match whither {
        Whither::File(file) => (Box::new(std::iter::once(file.clone())), file),
        Whither::Folder(folder, _) => {
            let names = rotate::names(folder, database, now + OFFSET);
            (Box::new(names), folder)
        }
    };
    let (mut copy, mut is_taken) = (copy, place.clone());
    for path in names {
        if let Some(taken) = taken(&path) {
            is_taken = taken;
            continue;
        }
        let beside = note::path_of(&path);
        let (written, _held) = written(&folder_of(&path), &note.of_file(&path), database)?;
        if let Err(kept) = written.persist_noclobber(&beside) {
            if kept.error.kind() == ErrorKind::AlreadyExists {
                is_taken = beside;
                continue;
            }
            return Err(told(&kept.error, &beside));
        }
        match copy.persist_noclobber(&path) {
            Ok(()) => {
                let folder = File::open(folder_of(&path));
                // The names too should outlive a power cut; where a directory cannot be opened, it has to do without.
                let _ = folder.and_then(|folder| folder.sync_all());
                return Ok(path);
            }
            Err(kept) => {
                // Of nothing it says nothing.
                let _ = fs::remove_file(&beside);
                if kept.error.kind() != ErrorKind::AlreadyExists {
                    return Err(told(&kept.error, &path));
                }
                (copy, is_taken) = (kept.path, path);
            }
        }
    }
    Err(Error::Exists(is_taken))
}

/// A note that is on the disk and has no name yet, and belongs to whom the database does; and what holds it.
fn written(folder: &Path, note: &Note, database: &Path) -> Result<(TempPath, File)> {
    let fault = |error: std::io::Error| told(&error, folder);
    let (mut file, held) = unborn::begin(folder, UNBORN)?;
    file.write_all(note.to_text().as_bytes()).map_err(fault)?;
    file.as_file().sync_all().map_err(fault)?;
    give(file.path(), database).map_err(|error| error.of(folder))?;
    Ok((file.into_temp_path(), held))
}

/// Gives what was made to the account whose the other file is: whoever does the work of a service account leaves it
/// what it needs. Only the superuser can; for everybody else what they make is theirs.
///
/// # Errors
/// `NoPermission` where the superuser may not.
pub fn give(made: &Path, like: &Path) -> Result<()> {
    let fault = |error: std::io::Error| told(&error, made);
    let (own, other) = (
        fs::metadata(made).map_err(fault)?,
        fs::metadata(like).map_err(fault)?,
    );
    let is_same = (own.uid(), own.gid()) == (other.uid(), other.gid());
    if is_same || !rustix::process::geteuid().is_root() {
        return Ok(());
    }
    chown(made, Some(other.uid()), Some(other.gid())).map_err(fault)
}

/// The size of a file and its SHA-256, in hexadecimal.
pub(super) fn sum_of(path: &Path, watch: &Watch) -> Result<(u64, String)> {
    let fault = |error: std::io::Error| told(&error, path);
    let mut file = File::open(path).map_err(fault)?;
    let total = file.metadata().map_err(fault)?.len();
    let (mut sum, mut done) = (Sha256::new(), 0);
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = match file.read(&mut piece) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read.map_err(fault)?,
        };
        if read == 0 {
            break;
        }
        sum.update(piece.get(..read).unwrap_or_default());
        done += read as u64;
        watch.step(Part::Summing, done, total)?;
    }
    let digits = sum.finalize().into_iter().map(|byte| format!("{byte:02x}"));
    Ok((done, digits.collect()))
}

fn size_of(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |about| about.len())
}

/// What keeps a file from being made or read, as a person can act on it.
#[must_use]
pub fn told(error: &std::io::Error, path: &Path) -> Error {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Error::NoPermission(path.to_owned())
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Error::DiskFull
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::BadFile {
            path: path.to_owned(),
            fault: crate::domain::error::FileFault::Missing,
        },
        _ => Error::failed(error, path),
    }
}
