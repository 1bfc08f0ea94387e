//! What is found where a tray should lie: the directory itself, regular files of one name, or why not.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;

use crate::domain::door::{DoorFault, PlainName};
use crate::domain::error::{Error, Result};

/// The directory itself, and never one to which a link leads: that is the tray of somebody else.
pub(super) fn opened(folder: &Path) -> Result<File> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match rustix::fs::open(folder, flags, Mode::empty()) {
        Ok(folder) => Ok(File::from(folder)),
        Err(Errno::LOOP | Errno::NOTDIR) => Err(DoorFault::NoTray.into()),
        Err(error) => Err(error_of(error.into(), folder)),
    }
}

/// A regular file of one name: a second name could stand for a file that lies elsewhere.
pub(super) fn is_ours(about: &Metadata) -> bool {
    about.is_file() && about.nlink() == 1
}

pub(super) fn missing(error: &io::Error, name: &PlainName, path: &Path) -> Error {
    match error.kind() {
        ErrorKind::NotFound => DoorFault::NoFile(name.to_string()).into(),
        _ => Error::NoPermission(path.to_owned()),
    }
}

pub(super) fn error_of(error: io::Error, path: &Path) -> Error {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Error::NoPermission(path.to_owned())
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Error::NoRoom(path.to_owned())
        }
        _ => Error::failed(&error, path),
    }
}
