//! Looks into a folder of the server, so that a file to import can be chosen instead of typed.

use std::path::{Path, PathBuf};

use super::files::Files;
use super::request::import::{Folder, FolderEntry};
use crate::domain::error::{Error, FileFault, Result};
use crate::exchange::tray::{Kept, Tray};

/// More entries than these nobody looks through; a folder of a million files must not hold the screen.
const MOST: usize = 5_000;

/// How the names of tables end.
const TABLES: [&str; 8] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods"];

/// What stands in this folder, or in the folder of this file; at the door in the tray, whatever was named.
pub(super) fn list(files: &Files, path: &Path) -> Result<Folder> {
    match files.tray() {
        Some(tray) => of_tray(tray),
        None => of_path(path),
    }
}

/// Names only: there is no folder around them, and none above.
fn of_tray(tray: &Tray) -> Result<Folder> {
    let entry = |kept: Kept| {
        let path = PathBuf::from(kept.name.as_str());
        FolderEntry {
            name: kept.name.to_string(),
            is_folder: false,
            is_table: is_table(&path),
            size: kept.size,
            changed: Some(kept.changed.into()),
            path,
        }
    };
    Ok(Folder {
        path: PathBuf::new(),
        entries: tray.files()?.into_iter().map(entry).collect(),
    })
}

fn of_path(path: &Path) -> Result<Folder> {
    let named = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    let path = std::path::absolute(named)?;
    let folder = if path.is_dir() {
        path
    } else {
        path.parent()
            .map_or_else(|| PathBuf::from("/"), Path::to_path_buf)
    };
    let fault = |error: std::io::Error| Error::BadFile {
        path: folder.clone(),
        fault: if error.kind() == std::io::ErrorKind::NotFound {
            FileFault::Missing
        } else {
            FileFault::Unreadable
        },
    };
    let found = std::fs::read_dir(&folder).map_err(fault)?;
    // What goes away while it is looked at is not listed.
    let entries = found.flatten().filter_map(|entry| {
        let path = entry.path();
        let about = std::fs::metadata(&path).ok()?;
        let name = entry.file_name().to_string_lossy().into_owned();
        (!name.starts_with('.')).then(|| FolderEntry {
            is_folder: about.is_dir(),
            is_table: about.is_file() && is_table(&path),
            size: about.len(),
            changed: about.modified().ok().map(Into::into),
            name,
            path,
        })
    });
    let entries = entries.take(MOST).collect();
    Ok(Folder {
        path: folder,
        entries,
    })
}

fn is_table(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        TABLES
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_tells_tables_from_other_files_and_a_file_names_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["Phụ lục 1.XLSX", "anh.png", ".an.csv"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        std::fs::create_dir(folder.path().join("cũ")).unwrap();
        let found = of_path(&folder.path().join("Phụ lục 1.XLSX")).unwrap();
        let mut names: Vec<_> = found
            .entries
            .iter()
            .map(|entry| (entry.name.as_str(), entry.is_folder, entry.is_table))
            .collect();
        names.sort_unstable();
        assert_eq!(
            names,
            [
                ("Phụ lục 1.XLSX", false, true),
                ("anh.png", false, false),
                ("cũ", true, false)
            ]
        );
        let missing = of_path(&folder.path().join("không có/x.csv"));
        assert!(matches!(missing, Err(Error::BadFile { .. })), "{missing:?}");
    }
}
