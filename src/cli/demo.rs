//! Databases that are made: the sample, an empty one, a generated one of any size.

use std::io::IsTerminal;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::process::ExitCode;

use super::place::Place;
use super::recovery::Stay;
use super::{line, print, terminal, tui};
use crate::domain::error::{Error, Result};
use crate::exchange::write::fault_at;
use crate::work::generate::{self as generator, Size};
use crate::work::progress::{Cancel, Progress};
use crate::work::sample;

/// Opens the program on a fresh sample; with `--db` in a file that is kept, else in one that goes with
/// the session.
pub fn run(place: &Place, keep: Option<&Path>) -> Result<ExitCode> {
    // Before anything is made: without a terminal there is nobody to show it to.
    if line::wanted(place).is_none()
        && let Err(code) = terminal::find(place)
    {
        return Ok(code);
    }
    let login = place.named_user().unwrap_or(sample::LOGIN);
    match keep {
        Some(path) => {
            if !path.exists() {
                sample::make(path)?;
            }
            tui::on(place, path, login, Stay::Stays)
        }
        None => {
            let folder = tempfile::tempdir()
                .map_err(|error| Error::of_temporary(error, std::env::temp_dir()))?;
            let path = folder.path().join("sample.db");
            let ended = sample::make(&path).and_then(|_| tui::on(place, &path, login, Stay::Goes));
            throw_away(folder);
            ended
        }
    }
}

/// Removes a directory with all that is in it; what the system refuses without a reason that lasts is tried once more.
pub(super) fn throw_away(folder: tempfile::TempDir) {
    let path = folder.path().to_owned();
    if folder.close().is_err() {
        // What stays after that harms nobody.
        let _ = std::fs::remove_dir_all(path);
    }
}

/// Makes an empty database with agencies, areas and holidays.
pub fn init(place: &Place) -> Result<()> {
    make(place)?;
    let path = place.config.db.display().to_string();
    Ok(print::line(&(place.words.console.created)(&path))?)
}

/// Makes an empty database and says nothing.
pub fn make(place: &Place) -> Result<()> {
    let path = &place.config.db;
    if let Some(folder) = path.parent().filter(|_| !place.config.is_db_named) {
        // Its own folder is closed to others on the server, whatever the usual permissions are.
        let mut folders = std::fs::DirBuilder::new();
        folders
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(|error| fault_at(error, folder))?;
    }
    sample::begin(path, &place.login(), chrono::Utc::now())?;
    Ok(())
}

/// Makes a database of any size with believable proportions.
pub fn generate(place: &Place, tasks: u64, changes: u64) -> Result<()> {
    let is_watched = std::io::stderr().is_terminal();
    let mut progress = Progress::new(Cancel::default(), |done, total| {
        if is_watched {
            print::murmur(&format!(
                "\r{}",
                (place.words.console.generating)(done, total)
            ));
        }
    });
    generator::generate(&place.config.db, Size { tasks, changes }, &mut progress)?;
    if is_watched {
        print::aside("");
    }
    Ok(())
}
