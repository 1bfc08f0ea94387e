//! `backup`: a copy that can be relied on, while others write.

use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::Utc;
use serde_json::json;

use super::place::Place;
use super::proof_args::BackupArguments;
use super::watched::watched;
use super::{exit, failure, print};
use crate::domain::error::{Error, FileFault, Result};
use crate::exchange::write::folder_of;
use crate::lang::{CopyDoubtWords, format};
use crate::work::backup::{self, Doubt, Made, Whither};

/// Makes a copy.
///
/// # Errors
/// Where the account may not; those of the database; `Exists` where there is such a file already.
pub fn backup(place: &Place, given: &BackupArguments) -> Result<ExitCode> {
    let t = &place.words.copies;
    let failed = |text: &str, code: u8| Ok(failure::said(place, text, code));
    place.may_keep()?;
    let whither = match whither(place, given) {
        Err(Error::DiskFull) => {
            let folder = folder_of(&place.config.db);
            let folder = std::path::absolute(&folder).unwrap_or(folder);
            return failed(&(t.no_room)(&folder.display().to_string()), exit::FAILED);
        }
        whither => whither?,
    };
    if let (Whither::File(path), Some(_)) = (&whither, given.keep) {
        // Copies are kept in a directory: what is not there yet was meant as one.
        if !path.exists() {
            return failed(&(t.no_folder)(&path.display().to_string()), exit::NOT_FOUND);
        }
        return failed(t.keep_of_file, exit::USAGE);
    }
    let now = Utc::now();
    let made = watched(place, |watch| {
        backup::make(&place.config.db, &whither, now, watch)
    });
    let (Whither::Folder(target, _) | Whither::File(target)) = &whither;
    match made {
        Ok(made) => told(place, &made, given.json),
        Err(Error::DiskFull) => failed(&(t.no_room)(&target.display().to_string()), exit::FAILED),
        Err(Error::Cancelled) => failed(place.words.proof.interrupted, exit::INTERRUPTED),
        Err(Error::BadFile {
            path,
            fault: FileFault::Missing,
        }) => failed(&(t.no_folder)(&path.display().to_string()), exit::NOT_FOUND),
        Err(error) => Err(error),
    }
}

/// Where the copy goes: as it is said, or as it is configured, or beside the database.
fn whither(place: &Place, given: &BackupArguments) -> Result<Whither> {
    let configured = &place.config.backup;
    let keep = given.keep.map(usize::from);
    match &given.copy_to {
        Some(path) if is_folder(path) => Ok(Whither::Folder(path.clone(), keep)),
        Some(path) => Ok(Whither::File(path.clone())),
        None => {
            let keep = keep.or(configured.keep.map(usize::from));
            let folder = match &configured.dir {
                Some(folder) => folder.clone(),
                None => usual_folder(&place.config.db)?,
            };
            Ok(Whither::Folder(folder, keep))
        }
    }
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// `backup` beside the database, for this account alone.
fn usual_folder(database: &Path) -> Result<PathBuf> {
    let database =
        std::fs::canonicalize(database).map_err(|_| Error::NoDatabase(database.to_owned()))?;
    let folder = database.parent().unwrap_or(Path::new(".")).join("backup");
    if !folder.is_dir() {
        std::fs::DirBuilder::new()
            .mode(0o700)
            .create(&folder)
            .map_err(|error| backup::told(&error, &folder))?;
        backup::give(&folder, &database)?;
    }
    Ok(folder)
}

fn told(place: &Place, made: &Made, is_json: bool) -> Result<ExitCode> {
    let t = &place.words.copies;
    let number = |value: i64| format::number(value, place.words.language);
    let note = &made.note;
    if is_json {
        let removed: Vec<_> = made
            .rotated
            .removed
            .iter()
            .map(|it| it.display().to_string())
            .collect();
        let mut shape = serde_json::to_value(note).unwrap_or_default();
        if let Some(fields) = shape.as_object_mut() {
            fields.insert("path".to_owned(), json!(made.path.display().to_string()));
            fields.insert("removed".to_owned(), json!(removed));
            fields.insert("not_of_this_log".to_owned(), json!(made.rotated.strange));
            fields.insert("sound".to_owned(), json!(made.doubts.is_empty()));
            fields.insert("noted".to_owned(), json!(made.is_noted));
        }
        print::json(&shape)?;
    } else {
        let size = number(i64::try_from(note.size.div_ceil(1 << 20)).unwrap_or(i64::MAX));
        let file = made.path.display().to_string();
        let (tasks, changes) = (number(note.tasks), number(note.changes));
        let said = (t.backed_up)(&file, &size, &tasks, &changes, &note.seal().short());
        for line in said.lines() {
            print::line(line)?;
        }
        if !made.rotated.removed.is_empty() {
            print::line(&(t.rotated)(made.rotated.removed.len()))?;
        }
        if made.rotated.strange > 0 {
            print::line(&(t.strange_copies)(made.rotated.strange))?;
        }
    }
    doubted(place, &made.doubts, &t.doubts);
    for copy in &made.rotated.stuck {
        print::complaint(place.words, &(t.stuck)(&copy.display().to_string()));
    }
    if !made.is_noted {
        print::complaint(place.words, t.not_noted);
    }
    Ok(if made.doubts.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Says what is wrong in a copy that can be worked with all the same.
pub(super) fn doubted(place: &Place, doubts: &[Doubt], words: &CopyDoubtWords) {
    for doubt in doubts {
        let said = match doubt {
            Doubt::Log(finding) => (words.log)(finding.from),
            Doubt::Counters => words.counters.to_owned(),
            Doubt::Schema(faults) => (words.schema)(faults),
            Doubt::Rows(first, count) => {
                let count = i64::try_from(*count).unwrap_or(i64::MAX);
                (words.rows)(first, &format::number(count, place.words.language))
            }
            Doubt::Missing(missing) => (words.missing)(missing),
            Doubt::Older => words.older.to_owned(),
        };
        print::complaint(place.words, &said);
    }
}
