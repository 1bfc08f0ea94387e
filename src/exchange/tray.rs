//! The tray of a clerk: the one directory of the server through which files travel at the door.
//!
//! Its files lie side by side under plain names, are of a bounded size and number, and are regular files or they
//! are not seen. What arrives is written beside its place and moved there when it is whole.

mod found;

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, Metadata};
use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use rustix::fs::{FlockOperation, Mode, OFlags};
use rustix::io::Errno;

use self::found::{error_of, is_ours, missing, opened};
use super::write::{BESIDE, Existing};
use crate::domain::door::{DoorFault, PlainName};
use crate::domain::error::{Error, Result};
use crate::domain::paper::PaperFault;

/// So much is read at once.
const CHUNK: usize = 64 * 1024;

/// So often the tray is asked for by who holds it for a moment only, and so long after the other.
const TRIES: u32 = 40;
const BETWEEN: Duration = Duration::from_millis(50);

/// What is written beside and was never moved into place lies so long at the most: its writer was killed.
const LEFTOVER: Duration = Duration::from_secs(60 * 60);

/// The directory of a clerk, and what may be kept in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tray {
    folder: PathBuf,
    most_bytes: u64,
    most_files: u64,
}

/// A file that lies in a tray.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub name: PlainName,
    /// Its size in bytes.
    pub size: u64,
    /// When it was written last.
    pub changed: SystemTime,
}

impl Tray {
    /// The tray in this directory, which is made where there is none, for nobody else to look into.
    ///
    /// # Errors
    /// [`Error::NoPermission`] and [`Error::NoRoom`] where it cannot be made; [`DoorFault::NoTray`] where something else
    /// stands there.
    pub fn open(folder: PathBuf, most_bytes: u64, most_files: u64) -> Result<Self> {
        let made = DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&folder);
        match (made, opened(&folder)) {
            (Ok(()), Ok(_)) => {}
            // What stands there instead is why none could be made.
            (_, Err(error @ Error::Door(DoorFault::NoTray))) => return Err(error),
            (Err(error), _) => return Err(error_of(error, &folder)),
            (Ok(()), Err(error)) => return Err(error),
        }
        Ok(Self {
            folder,
            most_bytes,
            most_files,
        })
    }

    /// What lies in it, by name.
    ///
    /// # Errors
    /// Where the directory cannot be read.
    pub fn files(&self) -> Result<Vec<Kept>> {
        let mut files: Vec<Kept> = self
            .entries()?
            .filter_map(|(name, about)| {
                let read = PlainName::read(&name).ok()?;
                // Another spelling of the same letters was not put here by us, and could not be named.
                (read.as_str() == name && is_ours(&about)).then(|| Kept {
                    name: read,
                    size: about.len(),
                    changed: about.modified().unwrap_or(SystemTime::UNIX_EPOCH),
                })
            })
            .collect();
        files.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(files)
    }

    /// Everything that lies in it, links as links.
    fn entries(&self) -> Result<impl Iterator<Item = (String, Metadata)>> {
        opened(&self.folder)?;
        let found = fs::read_dir(&self.folder).map_err(|error| error_of(error, &self.folder))?;
        // What goes away meanwhile is not there.
        Ok(found.flatten().filter_map(|entry| {
            let about = entry.metadata().ok()?;
            Some((entry.file_name().to_string_lossy().into_owned(), about))
        }))
    }

    /// So many bytes there is room for; what is being received counts.
    ///
    /// # Errors
    /// [`DoorFault::TooMany`] where there is room for no file at all, [`DoorFault::Full`] for no byte.
    pub fn room(&self) -> Result<u64> {
        let (mut bytes, mut files) = (0_u64, 0);
        for (_, about) in self.entries()? {
            bytes = bytes.saturating_add(about.len());
            files += 1;
        }
        if files >= self.most_files {
            return Err(DoorFault::TooMany(self.most_files).into());
        }
        match self.most_bytes.saturating_sub(bytes) {
            0 => Err(DoorFault::Full(0).into()),
            left => Ok(left),
        }
    }

    /// Whether so many bytes fit beside all that lies here, not counting these two: the file that is being written, and
    /// the one that it replaces.
    ///
    /// # Errors
    /// [`DoorFault::TooMany`], [`DoorFault::Full`] with how many would.
    pub fn takes(&self, size: u64, but: [&Path; 2]) -> Result<()> {
        let (mut bytes, mut files) = (0_u64, 0);
        for (name, about) in self.entries()? {
            let is_it = |one: &&Path| one.file_name() == Some(OsStr::new(&name));
            if but.iter().any(is_it) {
                continue;
            }
            bytes = bytes.saturating_add(about.len());
            files += 1;
        }
        if files >= self.most_files {
            return Err(DoorFault::TooMany(self.most_files).into());
        }
        let left = self.most_bytes.saturating_sub(bytes);
        if size > left {
            return Err(DoorFault::Full(left).into());
        }
        Ok(())
    }

    /// The place of a file that is to be read; it is there, and a regular file.
    ///
    /// # Errors
    /// [`DoorFault::NoName`], [`DoorFault::NoFile`], [`DoorFault::NotAFile`].
    pub fn find(&self, named: &Path) -> Result<PathBuf> {
        let name = name_of(named)?;
        let path = self.path_of(&name)?;
        match path.symlink_metadata() {
            Ok(about) if is_ours(&about) => Ok(path),
            Ok(_) => Err(DoorFault::NotAFile(name.to_string()).into()),
            Err(error) => Err(missing(&error, &name, &path)),
        }
    }

    /// The place of a file that is to be written.
    ///
    /// # Errors
    /// [`DoorFault::NoName`]; [`DoorFault::NotAFile`] where something else stands there.
    pub fn place(&self, named: &Path) -> Result<PathBuf> {
        let name = name_of(named)?;
        let path = self.path_of(&name)?;
        match path.symlink_metadata() {
            Ok(about) if !is_ours(&about) => Err(DoorFault::NotAFile(name.to_string()).into()),
            Ok(_) | Err(_) => Ok(path),
        }
    }

    /// Where a file of that name lies, in the tray that is still the clerk's own.
    fn path_of(&self, name: &PlainName) -> Result<PathBuf> {
        opened(&self.folder)?;
        Ok(self.folder.join(name.as_str()))
    }

    /// An error as it is told to the clerk: without the path of the server.
    #[must_use]
    pub fn told(&self, error: Error) -> Error {
        let bare = |path: PathBuf| match path.strip_prefix(&self.folder) {
            Ok(name) if name != Path::new("") => name.to_owned(),
            // The tray itself, or what the clerk did not name.
            Ok(_) | Err(_) => path.file_name().map(PathBuf::from).unwrap_or_default(),
        };
        match error {
            Error::BadFile { path, fault } => Error::BadFile {
                path: bare(path),
                fault,
            },
            Error::Exists(path) => Error::Exists(bare(path)),
            Error::FileChanged(path) => Error::FileChanged(bare(path)),
            Error::IsDirectory(path) => Error::IsDirectory(bare(path)),
            Error::NoRoom(folder) => Error::NoRoom(bare(folder)),
            Error::NoPermission(path) => Error::NoPermission(bare(path)),
            Error::InTheWay(path) => Error::InTheWay(bare(path)),
            Error::DiskFailed { path, why } => Error::DiskFailed {
                path: bare(path),
                why,
            },
            // The skeletons of the office lie where the clerk never was.
            Error::Paper(fault) => Error::Paper(match fault {
                PaperFault::NotDocx(path) => PaperFault::NotDocx(bare(path)),
                PaperFault::NoTable(path) => PaperFault::NoTable(bare(path)),
                PaperFault::UnknownPlace(path, name) => PaperFault::UnknownPlace(bare(path), name),
                PaperFault::NothingToSay
                | PaperFault::OneFile(_)
                | PaperFault::NoSymbol
                | PaperFault::Overtaken => fault,
            }),
            other => other,
        }
    }

    /// Opens a file to be sent.
    ///
    /// # Errors
    /// As [`Tray::find`].
    pub fn send(&self, name: &PlainName) -> Result<File> {
        let path = self.path_of(name)?;
        // Neither a link nor a device is opened, whatever came in between; a pipe does not keep us waiting.
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file: OwnedFd = match rustix::fs::open(&path, flags, Mode::empty()) {
            Ok(file) => file,
            Err(Errno::LOOP) => {
                return Err(DoorFault::NotAFile(name.to_string()).into());
            }
            Err(error) => return Err(missing(&error.into(), name, &path)),
        };
        let file = File::from(file);
        let about = file.metadata().map_err(|error| error_of(error, &path))?;
        if is_ours(&about) {
            Ok(file)
        } else {
            Err(DoorFault::NotAFile(name.to_string()).into())
        }
    }

    /// Receives a file to its end and gives its size; `is_whole` says, then, whether that was the end and the
    /// file may stay.
    ///
    /// # Errors
    /// [`DoorFault::Taken`], [`DoorFault::Underway`], [`DoorFault::Full`], [`DoorFault::TooMany`],
    /// [`DoorFault::Cut`], [`Error::NoRoom`]; nothing is left of it then.
    pub fn receive(
        &self,
        name: &PlainName,
        existing: Existing,
        from: &mut impl Read,
        is_whole: impl FnOnce() -> Result<()>,
    ) -> Result<u64> {
        let path = self.place(Path::new(name.as_str()))?;
        let _one_at_a_time = self.lock()?;
        let is_there = path.symlink_metadata();
        if existing == Existing::Keep && is_there.is_ok() {
            return Err(DoorFault::Taken(name.to_string()).into());
        }
        // What is replaced makes room, but only once the new one is whole.
        let freed = is_there.map_or(0, |about| about.len());
        let left = match self.room() {
            Err(Error::Door(DoorFault::TooMany(_) | DoorFault::Full(_))) if freed > 0 => freed,
            room => room?.saturating_add(freed),
        };
        let fault = |error| error_of(error, &path);
        let mut beside = tempfile::Builder::new()
            .prefix(BESIDE)
            .tempfile_in(&self.folder)
            .map_err(fault)?;
        let size = copy(from, beside.as_file_mut(), left, &fault)?;
        is_whole()?;
        beside.as_file().sync_all().map_err(fault)?;
        let moved = match existing {
            Existing::Keep => beside.persist_noclobber(&path),
            Existing::Replace => beside.persist(&path),
        };
        match moved {
            Ok(_) => Ok(size),
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
                Err(DoorFault::Taken(name.to_string()).into())
            }
            Err(error) => Err(fault(error.error)),
        }
    }

    /// Holds the tray while a file arrives, so that several at once do not take the same room.
    fn lock(&self) -> Result<File> {
        let folder = opened(&self.folder)?;
        match rustix::fs::flock(&folder, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(folder),
            Err(_) => Err(DoorFault::Underway.into()),
        }
    }

    /// The same for who is done in a moment and waits for others of that kind; not for a file that arrives.
    ///
    /// # Errors
    /// [`DoorFault::Underway`] where one does.
    pub fn lock_soon(&self) -> Result<File> {
        for _ in 0..TRIES {
            match self.lock() {
                Err(Error::Door(DoorFault::Underway)) => thread::sleep(BETWEEN),
                held => return held,
            }
        }
        self.lock()
    }

    /// Removes a file.
    ///
    /// # Errors
    /// [`DoorFault::NoFile`], [`DoorFault::NotAFile`].
    pub fn remove(&self, name: &PlainName) -> Result<()> {
        let path = self.find(Path::new(name.as_str()))?;
        fs::remove_file(&path).map_err(|error| missing(&error, name, &path))
    }

    /// Removes what was written longer ago than that, and what killed writers left; gives how many files.
    ///
    /// # Errors
    /// Where the directory cannot be read.
    pub fn sweep(&self, now: SystemTime, keep: Option<Duration>) -> Result<usize> {
        let mut removed = 0;
        for (name, about) in self.entries()? {
            let age = about
                .modified()
                .ok()
                .and_then(|changed| now.duration_since(changed).ok())
                .unwrap_or_default();
            let is_over = match name.starts_with(BESIDE) {
                true => age > LEFTOVER,
                false => keep.is_some_and(|keep| age > keep),
            };
            // One that cannot be removed is tried again next time.
            if is_over && about.is_file() && fs::remove_file(self.folder.join(name)).is_ok() {
                removed += 1;
            }
        }
        Ok(removed)
    }
}

/// Copies to the end, so many bytes at the most, and gives how many.
fn copy(
    from: &mut impl Read,
    to: &mut File,
    left: u64,
    fault: &impl Fn(io::Error) -> Error,
) -> Result<u64> {
    let (mut size, mut chunk) = (0_u64, vec![0; CHUNK]);
    loop {
        let many = match from.read(&mut chunk) {
            Ok(0) => return Ok(size),
            Ok(many) => many,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return Err(DoorFault::Cut.into()),
        };
        size = size.saturating_add(u64::try_from(many).unwrap_or(u64::MAX));
        if size > left {
            return Err(DoorFault::Full(left).into());
        }
        to.write_all(chunk.get(..many).unwrap_or_default())
            .map_err(fault)?;
    }
}

/// What was named: a plain name, and no path, not even the one that leads here.
fn name_of(named: &Path) -> Result<PlainName> {
    Ok(PlainName::read(&named.as_os_str().to_string_lossy())?)
}

#[cfg(test)]
mod tests;
