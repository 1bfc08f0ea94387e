//! What the system says of a file that it refuses, as what a person can do something about.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::Error;

impl Error {
    /// What a temporary file says, as what a person can do something about; the folder is where it lies.
    #[must_use]
    pub fn of_temporary(error: std::io::Error, folder: PathBuf) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::NoRoom(folder)
            }
            ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem => Self::NoTemporary(folder),
            _ => Self::failed(&error, &folder),
        }
    }

    /// The same of another file: of what a person named, where it went wrong with what was made for it.
    #[must_use]
    pub fn of(self, path: &Path) -> Self {
        let path = path.to_owned();
        match self {
            Self::NoPermission(_) => Self::NoPermission(path),
            Self::NoRoom(_) => Self::NoRoom(path),
            Self::DiskFailed { why, .. } => Self::DiskFailed { path, why },
            other => other,
        }
    }

    /// What the system says of a file that nobody can do anything about at once.
    #[must_use]
    pub fn failed(error: &std::io::Error, path: &Path) -> Self {
        if is_exhausted(error) {
            return Self::Exhausted;
        }
        Self::DiskFailed {
            path: path.to_owned(),
            why: in_short(error),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            // What is written without a name is what a command prints.
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::NoRoom(PathBuf::new())
            }
            _ if is_exhausted(&error) => Self::Exhausted,
            _ => Self::Fault(Box::new(error)),
        }
    }
}

/// What the system itself said. The library for temporary files says where besides, the one for packages what it was
/// doing, and both keep only the words.
fn said_by_system(error: &std::io::Error) -> Option<std::io::Error> {
    let code = error.raw_os_error().or_else(|| {
        let said = error.to_string();
        let (_, code) = said.split_once("(os error ")?;
        code.split_once(')')?.0.parse().ok()
    })?;
    Some(std::io::Error::from_raw_os_error(code))
}

fn in_short(error: &std::io::Error) -> String {
    said_by_system(error).map_or_else(|| error.to_string(), |said| said.to_string())
}

/// True where the system said that too many files are open or too many threads run.
#[must_use]
pub fn is_exhausted(error: &std::io::Error) -> bool {
    // EAGAIN of a thread, EMFILE, ENFILE; the library names only the first.
    let code = said_by_system(error).and_then(|said| said.raw_os_error());
    error.kind() == ErrorKind::WouldBlock || matches!(code, Some(23 | 24))
}
