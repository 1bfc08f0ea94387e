//! A file that is written beside its place and moved there when it is whole: nobody ever sees half of it, nothing is
//! left of one that broke off, and one that is there already is not touched unless that is said.

use std::fs::{File, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{BESIDE, Existing, folder_of};
use crate::domain::error::{Error, FileFault, Result};
use crate::exchange::tray::Tray;

/// A file that is being written.
pub struct Beside<'a> {
    path: &'a Path,
    existing: Existing,
    tray: Option<&'a Tray>,
    file: NamedTempFile,
}

impl<'a> Beside<'a> {
    /// Begins a file.
    ///
    /// # Errors
    /// [`Error::Exists`] where one is to be kept; [`FileFault::NotAFile`] for a device, a pipe, a socket; those of [`fault`].
    pub fn open(path: &'a Path, existing: Existing, tray: Option<&'a Tray>) -> Result<Self> {
        // Asked first, so that nobody waits for a million rows to be refused; asked again when it is moved.
        if existing == Existing::Keep && path.symlink_metadata().is_ok() {
            return Err(Error::Exists(path.to_owned()));
        }
        // Moved over a device it would take its place: `/dev/null` a file, for everybody.
        let there = path.symlink_metadata().map(|there| there.file_type());
        if there.is_ok_and(|it| !it.is_file() && !it.is_dir() && !it.is_symlink()) {
            return Err(Error::BadFile {
                path: path.to_owned(),
                fault: FileFault::NotAFile,
            });
        }
        let file = tempfile::Builder::new()
            .prefix(BESIDE)
            // Like any file of this account; temporary files would be nobody else's.
            .permissions(Permissions::from_mode(0o666))
            .tempfile_in(folder_of(path))
            .map_err(|error| fault(error, path))?;
        Ok(Self {
            path,
            existing,
            tray,
            file,
        })
    }

    /// What is written to.
    pub fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Asks, while it is being written, whether the tray still takes it: of what has reached the disk.
    ///
    /// # Errors
    /// Where the file cannot be looked at.
    pub fn watch(&self) -> Result<Watch<'a>> {
        let file = self.file.as_file().try_clone();
        Ok(Watch {
            file: file.map_err(|error| fault(error, self.path))?,
            beside: self.file.path().to_owned(),
            path: self.path,
            tray: self.tray,
        })
    }

    /// Moves it into its place.
    ///
    /// # Errors
    /// As [`Self::open`], and what [`Tray::takes`] refuses; nothing is left behind then.
    pub fn finish(self) -> Result<()> {
        let synced = self.file.as_file().sync_all();
        synced.map_err(|error| fault(error, self.path))?;
        let watch = self.watch()?;
        // Nobody else moves a file into the tray between the question and the answer.
        let _one_at_a_time = self.tray.map(Tray::lock_soon).transpose()?;
        watch.fits()?;
        let moved = match self.existing {
            Existing::Keep => self.file.persist_noclobber(self.path),
            Existing::Replace => self.file.persist(self.path),
        };
        moved.map_err(|error| fault(error.error, self.path))?;
        Ok(())
    }
}

/// Knows how large a file has grown that is being written.
pub struct Watch<'a> {
    file: File,
    beside: PathBuf,
    path: &'a Path,
    tray: Option<&'a Tray>,
}

impl Watch<'_> {
    /// Whether the tray still takes it, where it is written into one.
    ///
    /// # Errors
    /// What [`Tray::takes`] refuses.
    pub fn fits(&self) -> Result<()> {
        let Some(tray) = self.tray else {
            return Ok(());
        };
        let size = self.file.metadata();
        let size = size.map_err(|error| fault(error, self.path))?.len();
        tray.takes(size, [&self.beside, self.path])
    }
}

/// What went wrong with the file of that name.
#[must_use]
pub fn fault(error: io::Error, path: &Path) -> Error {
    match error.kind() {
        ErrorKind::AlreadyExists | ErrorKind::IsADirectory => Error::Exists(path.to_owned()),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Error::NoPermission(path.to_owned())
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Error::NoRoom(folder_of(path))
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::BadFile {
            path: folder_of(path),
            fault: FileFault::Missing,
        },
        _ => error.into(),
    }
}
