//! Tasks as a table in the column form of an annex: CSV and XLSX, which come back as they were written.
//!
//! Rows pass through one at a time. The file is written beside its place and moved there when it is
//! whole: nobody ever sees half of it, and one that is there already is not touched unless that is said.

mod text;
mod workbook;

#[cfg(test)]
mod tests;

use std::ffi::OsStr;
use std::fs::{File, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::domain::annex::Column;
use crate::domain::error::{Error, FileFault, Result};
use crate::exchange::tray::Tray;

/// How the name of a file begins that is being written beside its place.
pub const BESIDE: &str = ".cchc-";

/// After so many rows it is asked whether the file has grown too large.
const ROWS_UNASKED: usize = 500;

/// In which form a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteForm {
    /// UTF-8 with a byte order mark, commas, CR LF: what Excel opens without a question.
    Csv,
    /// Excel since 2007.
    Xlsx,
}

impl WriteForm {
    /// The form that the name of a file asks for.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension().and_then(OsStr::to_str)?;
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the writing is refused.
    Keep,
    /// It is replaced.
    Replace,
}

/// The cells of a task, in the order of [`Column::ALL`].
pub type Row = [String; 8];

/// Writes tasks under our own headings and says how many; as many bytes as the tray takes, where it is one. The
/// mark says of which state of the log they are: a workbook has it in its properties and at the foot of its printed pages,
/// a plain table has no place for what is no row.
///
/// # Errors
/// [`Error::Exists`] where the file is to be kept, what [`Tray::takes`] refuses, [`Error::NoRoom`], [`Error::NoPermission`], and
/// what the rows themselves fail with. Nothing is left behind then.
pub fn tasks(
    path: &Path,
    form: WriteForm,
    existing: Existing,
    mark: &str,
    tray: Option<&Tray>,
    rows: impl Iterator<Item = Result<Row>>,
) -> Result<u64> {
    // Asked first, so that nobody waits for a million rows to be refused; asked again when it is moved.
    if existing == Existing::Keep && path.symlink_metadata().is_ok() {
        return Err(Error::Exists(path.to_owned()));
    }
    let fault = |error: io::Error| fault_at(error, path);
    let mut beside = tempfile::Builder::new()
        .prefix(BESIDE)
        // Like any file of this account; temporary files would be nobody else's.
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder_of(path))
        .map_err(fault)?;
    let grown = beside.as_file().try_clone().map_err(fault)?;
    // Asked of what has reached the disk, every so many rows and at the end.
    let name = beside.path().to_owned();
    let fits = |file: &File| match tray {
        Some(tray) => {
            let size = file.metadata().map_err(fault)?.len();
            tray.takes(size, [&name, path])
        }
        None => Ok(()),
    };
    let rows = rows.enumerate().map(|(number, row)| {
        if number % ROWS_UNASKED == 0 {
            fits(&grown)?;
        }
        row
    });
    let file = beside.as_file_mut();
    let count = match form {
        WriteForm::Csv => {
            let mut output = BufWriter::new(file);
            let count = text::write(&mut output, headings(), rows, &fault)?;
            output.flush().map_err(fault)?;
            count
        }
        WriteForm::Xlsx => workbook::write(file, headings(), mark, rows, &fault)?,
    };
    beside.as_file().sync_all().map_err(fault)?;
    // Nobody else moves a file into the tray between the question and the answer.
    let _one_at_a_time = tray.map(Tray::lock_soon).transpose()?;
    fits(beside.as_file())?;
    let moved = match existing {
        Existing::Keep => beside.persist_noclobber(path),
        Existing::Replace => beside.persist(path),
    };
    moved.map_err(|error| fault_at(error.error, path))?;
    Ok(count)
}

fn headings() -> [&'static str; 8] {
    Column::ALL.map(Column::name)
}

/// The directory of a file; where its name has none, the one that the program is in.
#[must_use]
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        Some(_) | None => PathBuf::from("."),
    }
}

/// What an error of writing a file means.
#[must_use]
pub fn fault_at(error: io::Error, path: &Path) -> Error {
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
