//! The names of copies, and which of them go.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::note::{self, Note};
use crate::domain::error::Result;
use crate::store::Store;

/// Names for a copy made at this hour of the wall clock, the plain one first.
pub(super) fn names(
    folder: &Path,
    database: &Path,
    at: DateTime<Utc>,
) -> impl Iterator<Item = PathBuf> {
    let name = format!("{}-{}", stem(database), at.format("%Y%m%d-%H%M%S"));
    let folder = folder.to_owned();
    (1..=99).map(move |n| match n {
        1 => folder.join(format!("{name}.db")),
        _ => folder.join(format!("{name}-{n}.db")),
    })
}

/// What became of older copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rotated {
    /// Those that were removed.
    pub removed: Vec<PathBuf>,
    /// So many have the name of this database and are not known to be of its log: they may be all that is left of
    /// another one, and are no longer counted.
    pub strange: usize,
    /// Those that should have gone, and could not be removed.
    pub stuck: Vec<PathBuf>,
}

/// Removes copies of this database until so many are left, the oldest first and never the one that was just made. Only
/// a copy of which the note says that its log is the beginning of this one goes: everything in it is in the new one.
pub(super) fn keep(folder: &Path, store: &Store, keep: usize, made: &Path) -> Rotated {
    let stem = stem(store.path());
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut copies = Vec::new();
    let mut strange = 0;
    for entry in entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file())) {
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let Some(moment) = moment_of(&name, &stem).filter(|_| !made.ends_with(&name)) else {
            continue;
        };
        let copy = folder.join(name);
        // Where that cannot be told just now, it stays.
        if is_beginning(&copy, store).unwrap_or(false) {
            copies.push((moment, copy));
        } else {
            strange += 1;
        }
    }
    copies.sort();
    let many = copies.len().saturating_sub(keep.saturating_sub(1));
    let oldest = copies.into_iter().take(many).map(|(_, copy)| copy);
    let (removed, stuck): (Vec<_>, Vec<_>) = oldest.partition(|copy| fs::remove_file(copy).is_ok());
    for copy in &removed {
        // A note without its copy says nothing.
        let _ = fs::remove_file(note::path_of(copy));
    }
    Rotated {
        removed,
        strange,
        stuck,
    }
}

/// The log of a copy, by its note, is the beginning of this one.
fn is_beginning(copy: &Path, store: &Store) -> Result<bool> {
    let Some(note) = Note::beside(copy) else {
        return Ok(false);
    };
    let seal = note.seal();
    Ok(seal.row == 0 || store.seal_of(seal.row)?.as_ref() == Some(&seal))
}

/// The name of the database without its ending.
fn stem(database: &Path) -> String {
    database
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// When a copy of this name was made, and its number among those of that second: `STEM-20230615-080000.db`, perhaps with
/// a number behind; none for a name that the program does not give.
fn moment_of(name: &str, stem: &str) -> Option<(NaiveDateTime, u8)> {
    let middle = name
        .strip_prefix(stem)?
        .strip_prefix('-')?
        .strip_suffix(".db")?;
    let parts: Vec<&str> = middle.split('-').collect();
    let (day, hour, number) = match parts.as_slice() {
        [day, hour] => (day, hour, "1"),
        [day, hour, number] => (day, hour, *number),
        _ => return None,
    };
    let are_digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    if (day.len(), hour.len()) != (8, 6) || !parts.iter().all(|part| are_digits(part)) {
        return None;
    }
    let at = NaiveDateTime::parse_from_str(&format!("{day}{hour}"), "%Y%m%d%H%M%S").ok()?;
    let number = number.parse().ok().filter(|number| *number <= 99)?;
    Some((at, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_the_program_gives_are_its_own() {
        for own in ["cchc-20230615-080000.db", "cchc-20230615-080000-2.db"] {
            assert!(moment_of(own, "cchc").is_some(), "{own}");
        }
        for other in [
            "cchc.db",
            "cchc-20230615-080000.db.json",
            "cchc-20230615.db",
            "cchc-truoc-khi-nang-cap.db",
            "cchc2-20230615-080000.db",
            "cchc-20230615-080000-abc.db",
            "cchc-20230615-080000-100.db",
            "cchc-99999999-999999.db",
            "cchc-20230230-080000.db",
        ] {
            assert_eq!(moment_of(other, "cchc"), None, "{other}");
        }
    }

    #[test]
    fn copies_of_one_second_come_in_the_order_in_which_they_were_made() {
        let mut names: Vec<PathBuf> =
            names(Path::new(""), Path::new("cchc.db"), Utc::now()).collect();
        let made = names.clone();
        names.sort();
        names.sort_by_key(|name| name.to_str().and_then(|name| moment_of(name, "cchc")));
        assert_eq!(names, made);
    }
}
