//! `restore`: a copy takes the place of the database, once it was gone through and somebody said yes.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Utc;
use serde_json::json;

use super::asking::agrees;
use super::backup::doubted;
use super::place::Place;
use super::proof_args::RestoreArguments;
use super::watched::watched;
use super::{exit, failure, print};
use crate::domain::error::{Error, Result};
use crate::exchange::write::folder_of;
use crate::lang::format;
use crate::work::restore::{self, Looked, Lost, Unfit};

/// Puts a copy in the place of the database.
///
/// # Errors
/// Where the account may not; those of both files; `InUse` where sessions are on.
pub fn restore(place: &Place, given: &RestoreArguments) -> Result<ExitCode> {
    place.may_keep()?;
    let database = &place.config.db;
    let ended = carried_out(place, given);
    let (said, code) = match ended {
        Ok(code) => return Ok(code),
        Err(Error::Cancelled) => (place.words.proof.interrupted.to_owned(), exit::INTERRUPTED),
        Err(Error::DiskFull) => {
            let folder = folder_of(database);
            let folder = std::path::absolute(&folder).unwrap_or(folder);
            let said = place.words.restoring.no_room;
            (said(&folder.display().to_string()), exit::FAILED)
        }
        Err(error) => return Err(error),
    };
    Ok(failure::said(place, &said, code))
}

fn carried_out(place: &Place, given: &RestoreArguments) -> Result<ExitCode> {
    let t = &place.words.copies;
    let (copy, database) = (&given.copy, &place.config.db);
    let file = copy.display().to_string();
    let looked = match watched(place, |watch| restore::look(copy, database, watch)) {
        Ok(Ok(looked)) => looked,
        Ok(Err(unfit)) => return Ok(refused(place, &file, &unfit)),
        // What is said of a database is not true of a backup.
        Err(Error::NoDatabase(_)) => {
            let said = (place.words.restoring.missing)(&file);
            return Ok(failure::said(place, &said, exit::NOT_FOUND));
        }
        Err(Error::Foreign(_)) => {
            let said = (place.words.restoring.foreign)(&file);
            return Ok(failure::said(place, &said, exit::FAILED));
        }
        Err(error) => return Err(error),
    };
    if !given.json {
        for line in described(place, &file, &looked) {
            print::line(&line)?;
        }
    }
    doubted(place, &looked.doubts, &t.copy_doubts);
    if !given.yes {
        match agrees(t.restore_ask) {
            Err(Error::NobodyToAsk) => {
                return Ok(failure::said(place, t.restore_say_yes, exit::USAGE));
            }
            asked => asked?,
        }
    }
    let kept = watched(place, |watch| {
        restore::put(copy, database, &looked, Utc::now(), watch)
    })?;
    told(place, &looked, &file, kept, given.json)?;
    Ok(ExitCode::SUCCESS)
}

/// Says why a copy is not put in place.
fn refused(place: &Place, file: &str, unfit: &Unfit) -> ExitCode {
    let t = &place.words.copies;
    let (said, code) = match unfit {
        Unfit::Damaged(said) => {
            let said = said.first().map(String::as_str).unwrap_or_default();
            ((t.copy_damaged)(file, said), exit::FAILED)
        }
        Unfit::NotAsNoted => ((t.copy_not_as_noted)(file), exit::FAILED),
        Unfit::Same => (t.copy_is_same.to_owned(), exit::USAGE),
    };
    failure::said(place, &said, code)
}

fn told(
    place: &Place,
    looked: &Looked,
    file: &str,
    kept: Option<PathBuf>,
    is_json: bool,
) -> Result<()> {
    let kept = kept.map(|kept| kept.display().to_string());
    let name = place.config.db.display().to_string();
    if !is_json {
        let said = (place.words.copies.restored)(&name, kept.as_deref());
        for line in said.lines() {
            print::line(line)?;
        }
        return Ok(());
    }
    let seal = &looked.held.extent.seal;
    Ok(print::json(&json!({
        "version": super::json::VERSION,
        "database": name,
        "from": file,
        "kept": kept,
        "log": super::json::seal(seal),
        "lost": lost_count(&looked.lost),
    }))?)
}

fn lost_count(lost: &Lost) -> Option<i64> {
    match lost {
        Lost::NoPresent => Some(0),
        Lost::Unknown => None,
        Lost::Changes { lost, .. } => Some(*lost),
    }
}

/// What the copy holds and what would be lost, line by line.
fn described(place: &Place, file: &str, looked: &Looked) -> Vec<String> {
    let t = &place.words.copies;
    let number = |value: i64| format::number(value, place.words.language);
    let extent = &looked.held.extent;
    let last = extent.last.map(format::moment).unwrap_or_default();
    let (tasks, changes) = (number(extent.tasks), number(extent.changes));
    let held = (t.copy_holds)(file, &last, &tasks, &changes, &extent.seal.short());
    let mut lines: Vec<String> = held.lines().map(str::to_owned).collect();
    lines.push(match &looked.note {
        Some(note) => (t.copy_noted)(&format::moment(note.made_at)),
        None if looked.has_bad_note => (place.words.restoring.bad_note)(file),
        None => t.copy_not_noted.to_owned(),
    });
    match &looked.lost {
        Lost::NoPresent => lines.push(t.no_present.to_owned()),
        Lost::Unknown => lines.push(t.lost_unknown.to_owned()),
        Lost::Changes {
            lost,
            first,
            strange,
        } => {
            lines.push(match first {
                Some((row, at)) => (t.lost)(&number(*lost), *row, &format::moment(*at)),
                None => t.nothing_lost.to_owned(),
            });
            if *strange > 0 {
                lines.push((t.strange)(&number(*strange)));
            }
        }
    }
    lines
}
