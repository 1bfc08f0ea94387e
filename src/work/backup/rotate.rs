//! The names of copies, and which of them go.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};

use super::note;

/// What a copy that was broken off left is cleared up after a day: until then somebody may be at it.
const STALE: Duration = Duration::from_secs(24 * 3600);

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

/// Removes copies of this database until so many are left, the oldest first and never the one that was just made; says
/// which.
pub(super) fn keep(folder: &Path, database: &Path, keep: usize, made: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut copies: Vec<String> = entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_own(name, &stem(database)) && !made.ends_with(name))
        .collect();
    copies.sort();
    let many = copies.len().saturating_sub(keep.saturating_sub(1));
    let oldest = copies.into_iter().take(many).map(|name| folder.join(name));
    oldest
        .filter(|copy| {
            let is_gone = fs::remove_file(copy).is_ok();
            if is_gone {
                // One without a note was made by an older hand.
                let _ = fs::remove_file(note::path_of(copy));
            }
            is_gone
        })
        .collect()
}

/// Clears up what copies that were broken off by force have left.
pub(in crate::work) fn sweep(folder: &Path, prefix: &str) {
    let now = SystemTime::now();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let is_ours = entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.starts_with(prefix));
        let changed = entry.metadata().and_then(|about| about.modified());
        let is_stale =
            changed.is_ok_and(|changed| now.duration_since(changed).is_ok_and(|age| age > STALE));
        if is_ours && is_stale {
            // What cannot be removed harms nobody.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The name of the database without its ending.
fn stem(database: &Path) -> String {
    database
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// `STEM-20230615-080000.db`, perhaps with a number behind.
fn is_own(name: &str, stem: &str) -> bool {
    let middle = name
        .strip_prefix(stem)
        .and_then(|rest| rest.strip_prefix('-'))
        .and_then(|rest| rest.strip_suffix(".db"));
    let Some(middle) = middle else {
        return false;
    };
    let parts: Vec<&str> = middle.split('-').collect();
    let is_number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
    };
    match parts.as_slice() {
        [day, hour] => is_number(day, 8..=8) && is_number(hour, 6..=6),
        [day, hour, n] => is_number(day, 8..=8) && is_number(hour, 6..=6) && is_number(n, 1..=2),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_the_program_gives_are_its_own() {
        for own in ["cchc-20230615-080000.db", "cchc-20230615-080000-2.db"] {
            assert!(is_own(own, "cchc"), "{own}");
        }
        for other in [
            "cchc.db",
            "cchc-20230615-080000.db.json",
            "cchc-20230615.db",
            "cchc-truoc-khi-nang-cap.db",
            "cchc2-20230615-080000.db",
            "cchc-20230615-080000-abc.db",
        ] {
            assert!(!is_own(other, "cchc"), "{other}");
        }
    }
}
