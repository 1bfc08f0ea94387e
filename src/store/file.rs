//! Making and opening the file, and what can be wrong with it.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;

use crate::domain::error::{Error, Result};
use crate::domain::id::BatchId;

use super::chain::Head;
use super::db::{Db, Mode};
use super::disk;
use super::lock::{AtWork, Presence, Ticket, beside};
use super::sqlite::schema;
use super::whereabouts::Whereabouts;
use super::{Access, Store, belongs, log, promised, swap};

/// The presence of a session, shared with another one of the same program.
pub struct Company(Option<Presence>);

impl Store {
    /// Makes a new, empty database that only this account may read.
    ///
    /// # Errors
    /// `Exists` where a file is there already; `NoDatabase` of the directory where that is missing;
    /// `NoPermission`; `NoRoom` of the directory; `NoLocks` where nobody could work with it.
    pub fn create(path: &Path) -> Result<Self> {
        build(path, |db| {
            db.script("PRAGMA journal_mode = MEMORY")?;
            schema::migrate(db)
        })?;
        Self::open(path, Access::Write)
    }

    /// Opens a database; brings an older schema up to date where it may write.
    ///
    /// # Errors
    /// `NoDatabase`, `IsDirectory`, `Foreign`, `Damaged`, `TooNew`, `NoPermission`, `ReadOnly` (asked to
    /// write what can only be read), `NoRoomToOpen`, `Occupied`, `OtherName`, `LogOfAnother`.
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        Self::opened(path, access, Mode::Look).map_err(|error| nothing_typed(error, path))
    }

    /// Opens a database to look at it, and waits for nobody: where somebody has it to themselves, that is said at once,
    /// by opening it and by every question, as `Occupied` or `Busy`.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn glance(path: &Path) -> Result<Self> {
        Self::opened(path, Access::Look, Mode::Glance).map_err(|error| nothing_typed(error, path))
    }

    fn opened(path: &Path, access: Access, looking: Mode) -> Result<Self> {
        // One name for all sessions: the ticket lies beside it.
        let path = fs::canonicalize(path).map_err(|error| unreachable_file(&error, path))?;
        let about = fs::metadata(&path).map_err(|error| unreachable_file(&error, &path))?;
        if about.is_dir() {
            return Err(Error::IsDirectory(path));
        }
        if !about.is_file() {
            return Err(Error::Foreign(path));
        }
        // Who looks, as a restore that is begun again, sees it without what lies in the log beside the other name; the
        // doctor says so.
        if access == Access::Write
            && let Some(other) = swap::open_under(&path, &about)
        {
            return Err(Error::OtherName(other));
        }
        let among = match access {
            Access::Write => Presence::among_others(&path)?,
            Access::Look => None,
        };
        // Who waited for somebody else waited for another file to take its place.
        let about = fs::metadata(&path).map_err(|error| unreachable_file(&error, &path))?;
        // Before the log is asked, which is never behind it.
        let name = promised::name(&about);
        let promised = name.as_ref().and_then(|name| promised::noted(&path, name));
        let open = || match access {
            Access::Write => open_to_write(&path),
            Access::Look => open_to_look(&path, looking),
        };
        let opened = match open() {
            // What the system refused without a reason that lasts is tried once more.
            Err(Error::DiskFailed { .. } | Error::Exhausted) => open(),
            opened => opened,
        };
        // There is nothing yet that could be saved by trying again.
        let db = opened.map_err(|error| match error {
            Error::Busy => Error::Occupied(path.clone()),
            other => other,
        })?;
        let others = schema::others_version(&db)?;
        let seen = db.number("SELECT MAX(id) FROM change", &[]);
        let (seen, known) = match access {
            Access::Write => (seen?, log::head(&db)?),
            // Whoever looks sees what is left.
            Access::Look => (
                if_there(seen, 0)?,
                if_there(log::known_head(&db), None)?.unwrap_or(Head::EMPTY),
            ),
        };
        let whereabouts = Some(Whereabouts::new(&path, &about));
        let presence = match access {
            Access::Write => among.or_else(|| Presence::show(&path)),
            Access::Look => None,
        };
        if presence.is_some() {
            belongs::note(&path, &about);
            if let Some(name) = &name {
                promised::keep_missing(&db, name, promised);
            }
        }
        Ok(Self {
            db,
            presence,
            seat: None,
            access,
            others,
            seen,
            own: Vec::new(),
            expected: Vec::new(),
            former: Vec::new(),
            whereabouts,
            known,
            name,
            promised,
        })
    }

    /// Opens the file that is under the name by now, as one that was opened so before.
    ///
    /// # Errors
    /// As [`Store::open`]; `Gone` where there is none.
    pub fn reopen(&mut self) -> Result<()> {
        let now = Self::open(self.path(), self.access).map_err(|error| match error {
            Error::NoDatabase(path) => Error::Gone(path),
            other => other,
        })?;
        let before = std::mem::replace(self, now);
        self.former = before.former;
        if let (Some(old), Some(new)) = (&before.whereabouts, &self.whereabouts)
            && old.shares_index(new)
        {
            before.db.rest();
            self.former.push(before.db);
        }
        Ok(())
    }

    /// The file is still the one that others find under its name.
    ///
    /// # Errors
    /// `Gone`, `Replaced`.
    pub(super) fn is_in_place(&mut self) -> Result<()> {
        let Some(whereabouts) = &mut self.whereabouts else {
            return Ok(());
        };
        if whereabouts.check()? {
            // What is kept in memory may be of what was there before.
            schema::forget(&self.db)?;
        }
        Ok(())
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.db.path()
    }

    /// True if no other session works on the database, as far as can be told.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.presence.as_ref().is_some_and(Presence::is_alone)
    }

    /// Says that one writes an import, until what is returned is dropped.
    ///
    /// # Errors
    /// `AtWork` where another session writes it; those of the side file.
    pub fn at_work_on(&self, batch: BatchId) -> Result<AtWork> {
        AtWork::on_import(self.db.path(), batch)?.ok_or(Error::AtWork(batch.0))
    }

    /// What makes another session of this program one with this one.
    #[must_use]
    pub fn company(&self) -> Company {
        Company(self.presence.as_ref().and_then(Presence::share))
    }

    /// This session is one with the other from now on: neither keeps the other from being alone.
    pub fn accompany(&mut self, other: &Company) {
        let shared = other.0.as_ref().and_then(Presence::share);
        self.presence = shared.or(self.presence.take());
    }

    /// Nobody asks for a while: gives back memory that only makes the next question faster, until [`wake`](Self::wake).
    pub fn rest(&self) {
        self.db.rest();
        // Where that fails the memory stays: nobody asked for anything.
        let _ = schema::rest(&self.db);
    }

    /// Somebody asks again.
    pub fn wake(&self) {
        // Where that fails answers are slower: what is asked says why, if there is a reason.
        let _ = schema::wake(&self.db);
    }

    /// What this session may do.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    /// What the engine says about the file; empty where it is sound.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn integrity(&self) -> Result<Vec<String>> {
        schema::integrity(&self.db)
    }
}

/// What was read; something else where the table is not there, or a page of it is damaged.
fn if_there<T>(read: Result<T>, otherwise: T) -> Result<T> {
    match read {
        Err(Error::TablesLost(_) | Error::Damaged(_)) => Ok(otherwise),
        read => read,
    }
}

/// Nothing was typed yet that would be kept.
fn nothing_typed(error: Error, path: &Path) -> Error {
    match error {
        Error::DiskFull => Error::NoRoomToOpen(disk::folder_of(path)),
        other => other,
    }
}

/// Makes a file under another name and moves it to its place once it is whole: a crash leaves no half
/// database behind, and nothing is ever overwritten.
pub(super) fn build<T>(path: &Path, fill: impl FnOnce(&Db) -> Result<T>) -> Result<T> {
    if disk::is_without_locks(path) {
        return Err(Error::NoLocks(path.to_owned()));
    }
    // Nothing is there yet of which it could be told.
    built(path, fill).map_err(|error| match error {
        Error::DiskFull => Error::NoRoom(disk::folder_of(path)),
        other => other.of(path),
    })
}

fn built<T>(path: &Path, fill: impl FnOnce(&Db) -> Result<T>) -> Result<T> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(Error::Exists(path.to_owned()));
    }
    let directory = &disk::folder_of(path);
    // Readable by this account alone from the beginning.
    let unborn = tempfile::Builder::new()
        .prefix(".cchc-new-")
        .tempfile_in(directory)
        .map_err(|error| unreachable_file(&error, directory))?
        .into_temp_path();
    let value = Db::open(&unborn, Mode::Write).and_then(|db| fill(&db))?;
    File::open(&unborn)
        .and_then(|file| file.sync_all())
        .map_err(|error| unreachable_file(&error, path))?;
    unborn
        .persist_noclobber(path)
        .map_err(|kept| match kept.error.kind() {
            ErrorKind::AlreadyExists => Error::Exists(path.to_owned()),
            _ => unreachable_file(&kept.error, path),
        })?;
    // The name too should outlive a power cut; where a directory cannot be opened, it has to do without.
    let _ = File::open(directory).and_then(|directory| directory.sync_all());
    Ok(value)
}

/// Makes a file for a database that this program alone needs. It has no name from then on: nothing is left of it when
/// the program ends, however it ends. It is worth nothing after an error.
pub(super) fn build_nameless() -> Result<Db> {
    let folder = std::env::temp_dir();
    let named = tempfile::Builder::new()
        .prefix("cchc-past-")
        .tempfile()
        .map_err(|error| Error::of_temporary(error, folder.clone()))?
        .into_temp_path();
    let db = Db::open(&named, Mode::Write)?;
    // What is kept in memory needs no name beside the file's.
    db.script("PRAGMA journal_mode = MEMORY")?;
    schema::migrate(&db)?;
    named
        .close()
        .map_err(|error| Error::of_temporary(error, folder.clone()))?;
    Ok(db)
}

fn open_to_write(path: &Path) -> Result<Db> {
    let db = Db::open(path, Mode::Write)?;
    belongs::is_logs_own(path)?;
    let version = schema::version(&db).map_err(|error| match error {
        // A disk that may only be read has no room for the files of a session, and is called forbidden.
        Error::NoPermission(_) if open_to_look(path, Mode::Look).is_ok() => Error::ReadOnly,
        other => other,
    })?;
    is_to_write(&db)?;
    schema::prepare_to_write(&db)?;
    if version < schema::NEWEST {
        let _ticket = Ticket::take(path)?;
        schema::migrate(&db)?;
    }
    Ok(db)
}

/// The file was opened to be written, and not only to be read because the system refused more.
///
/// # Errors
/// `ReadOnly`, or what the system refused it for.
pub(super) fn is_to_write(db: &Db) -> Result<()> {
    match (db.is_read_only()?, disk::may_be_written(db.path())) {
        (false, _) => Ok(()),
        (true, false) => Err(Error::ReadOnly),
        (true, true) => Err(disk::failure(db.path(), "")),
    }
}

pub(super) fn open_to_look(path: &Path, mode: Mode) -> Result<Db> {
    let look = || {
        let db = Db::open(path, mode)?;
        belongs::is_logs_own(path)?;
        schema::version(&db).map(|_| db)
    };
    let db = match look() {
        // A load was killed: who may write clears up what it left, and nobody looks at it before.
        Err(Error::ReadOnly) if has_beside(path, "-journal") => {
            schema::version(&Db::open(path, Mode::Write)?)?;
            look()?
        }
        Err(Error::ReadOnly | Error::NoPermission(_))
            if !has_beside(path, "-wal") && !has_beside(path, "-journal") =>
        {
            let db = Db::open(path, Mode::Frozen)?;
            schema::version(&db)?;
            db
        }
        other => other?,
    };
    schema::prepare_to_look(&db)?;
    Ok(db)
}

/// True where something lies beside the file without which it is not to be read: what somebody has written and
/// is not yet in it, or what was in it before.
pub(super) fn has_beside(path: &Path, ending: &str) -> bool {
    fs::metadata(beside(path, ending)).is_ok_and(|beside| beside.len() > 0)
}

/// What keeps a file from being read or written, as a person can act on it.
pub(super) fn unreachable_file(error: &std::io::Error, path: &Path) -> Error {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::NoDatabase(path.to_owned()),
        ErrorKind::PermissionDenied => Error::NoPermission(path.to_owned()),
        ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Error::DiskFull
        }
        _ => Error::failed(error, path),
    }
}
