//! A file that is written beside its place and moved there when it is whole: nobody ever sees half of it, nothing is
//! left of one that broke off, and one that is there already is not touched unless that is said.

use std::fs::{File, Permissions};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
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
    pub fn file(&mut self) -> Once<&mut File> {
        Once::new(self.file.as_file_mut())
    }

    /// What was written is on the disk.
    ///
    /// # Errors
    /// Those of [`fault`].
    pub fn sync(&self) -> Result<()> {
        let synced = self.file.as_file().sync_all();
        synced.map_err(|error| fault(error, self.path))
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
        self.sync()?;
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

/// What fails once. After that it takes all, keeps nothing and stands at its end: who packs a file puts its end behind
/// what was written even when it is dropped, complains on the terminal where that fails, and must not find the file shorter
/// than it left it.
pub struct Once<W> {
    output: W,
    is_lost: bool,
    place: u64,
    end: u64,
}

impl<W: Write + Seek> Once<W> {
    /// Nothing was written yet, and nothing has failed.
    pub fn new(output: W) -> Self {
        Self {
            output,
            is_lost: false,
            place: 0,
            end: 0,
        }
    }

    fn hear<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        let failed = |error: &io::Error| error.kind() != ErrorKind::Interrupted;
        self.is_lost |= done.as_ref().is_err_and(failed);
        done
    }

    fn go_on(&mut self, bytes: usize) {
        self.place += bytes as u64;
        self.end = self.end.max(self.place);
    }
}

impl<W: Write + Seek> Write for Once<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match self.is_lost {
            true => bytes.len(),
            false => {
                let written = self.output.write(bytes);
                self.hear(written)?
            }
        };
        self.go_on(written);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_lost {
            return Ok(());
        }
        let flushed = self.output.flush();
        self.hear(flushed)
    }
}

impl<W: Write + Seek> Seek for Once<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.place = match self.is_lost {
            true => self.end,
            false => {
                let place = self.output.seek(to);
                self.hear(place)?
            }
        };
        Ok(self.place)
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
        _ => Error::failed(&error, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Refuses the so manieth writing, that one only.
    struct Worn(io::Cursor<Vec<u8>>, usize);

    impl Write for Worn {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let is_refused = self.1 == 0;
            self.1 = self.1.wrapping_sub(1);
            if is_refused {
                return Err(ErrorKind::StorageFull.into());
            }
            self.0.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Worn {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    #[test]
    fn what_failed_is_told_once_and_a_package_that_is_dropped_then_ends_in_peace() {
        let mut at = 0;
        loop {
            let mut disk = Once::new(Worn(io::Cursor::default(), at));
            let mut package = zip::ZipWriter::new(io::BufWriter::with_capacity(64, &mut disk));
            let options = zip::write::SimpleFileOptions::default();
            let noise: Vec<u8> = (0..900_u32).map(|at| (at * at % 251) as u8).collect();
            let mut write = || -> io::Result<()> {
                for name in ["a", "b", "c"] {
                    package.start_file(name, options)?;
                    package.write_all(&noise)?;
                }
                Ok(())
            };
            let written = write();
            let told = match written {
                Ok(()) => package.finish().map(drop).map_err(io::Error::from),
                Err(error) => {
                    drop(package);
                    Err(error)
                }
            };
            assert_eq!(told.is_err(), disk.is_lost, "{at}");
            if told.is_ok() {
                break;
            }
            at += 1;
        }
        assert!(at > 9, "{at}");
    }
}
