//! Small files in the state directory: one for each person, terminal or database, so that two hundred
//! sessions of one account do not write into one another's.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// The file of that kind for what is told apart by these parts; logins and names of terminals may hold
/// letters that no file name may.
#[must_use]
pub fn file(state: &Path, kind: &str, parts: &[&[u8]]) -> PathBuf {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
        digest.update([0]);
    }
    let name: String = digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    state.join(format!("{kind}-{name}.json"))
}

/// Writes a file beside and moves it into place, readable by its owner only.
///
/// # Errors
/// When the state directory cannot be written.
pub fn write(file: &Path, value: &impl Serialize) -> std::io::Result<()> {
    whole(file, value)?
        .persist(file)
        .map_err(|error| error.error)?;
    Ok(())
}

/// The same where there is no such file yet; none, and nothing written, where there is. Nobody else can lock it
/// (`flock`) as long as the file that comes back is open.
///
/// # Errors
/// When the state directory cannot be written.
pub fn write_new(file: &Path, value: &impl Serialize) -> std::io::Result<Option<File>> {
    let beside = whole(file, value)?;
    // Where there are no such locks, nobody else has one either.
    let _ = flock(beside.as_file(), FlockOperation::NonBlockingLockExclusive);
    match beside.persist_noclobber(file) {
        Ok(held) => Ok(Some(held)),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(None),
        Err(error) => Err(error.error),
    }
}

/// The file, whole, beside its place.
fn whole(file: &Path, value: &impl Serialize) -> std::io::Result<tempfile::NamedTempFile> {
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(&serde_json::to_vec(value)?)?;
    // What was typed is kept here too, and the power may go next.
    beside.as_file().sync_all()?;
    Ok(beside)
}

/// Of the files of this kind that lie beside this one, only so many stay: those that were written last.
pub fn keep_newest(file: &Path, kind: &str, many: usize) {
    let folder = file.parent().unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    let start = format!("{kind}-");
    let mut found: Vec<_> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with(&start) && name.ends_with(".json")
        })
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    found.sort();
    for (_, path) in found.iter().rev().skip(many) {
        let _ = std::fs::remove_file(path);
    }
}

/// Reads what was written; nothing where there is no such file, or none of ours.
#[must_use]
pub fn read<T: DeserializeOwned>(file: &Path) -> Option<T> {
    // A pipe in its place would keep the session waiting.
    std::fs::metadata(file)
        .ok()
        .filter(|about| about.is_file())?;
    let text = std::fs::read_to_string(file).ok()?;
    serde_json::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_and_two_databases_do_not_share_a_file() {
        let named = |parts: &[&[u8]]| file(Path::new("/state"), "unsaved", parts);
        let one = named(&[b"/a.db", b"x"]);
        assert_ne!(one, named(&[b"/b.db", b"x"]));
        assert_ne!(one, named(&[b"/a.db", b"y"]));
        assert_ne!(one, named(&[b"/a.dbx", b""]));
    }

    #[test]
    fn only_the_newest_of_a_kind_stay() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = |number: u64| folder.path().join(format!("terminal-{number}.json"));
        for number in 0..5 {
            write(&path(number), &number).expect("written");
            let at = std::time::UNIX_EPOCH + std::time::Duration::from_secs(number);
            let opened = std::fs::File::options().write(true).open(path(number));
            opened.expect("a file").set_modified(at).expect("set");
        }
        let other = folder.path().join("unsaved-1.json");
        write(&other, &1).expect("written");
        keep_newest(&path(0), "terminal", 2);
        let there: Vec<bool> = (0..5).map(|number| path(number).exists()).collect();
        assert_eq!(there, [false, false, false, true, true]);
        assert!(other.exists());
    }

    #[test]
    fn what_is_no_file_of_ours_reads_as_nothing() {
        let folder = tempfile::tempdir().expect("a directory");
        let path = folder.path().join("deep/x.json");
        assert_eq!(read::<u32>(&path), None);
        write(&path, &7).expect("written");
        assert_eq!(read::<u32>(&path), Some(7));
        std::fs::write(&path, "{half").expect("written");
        assert_eq!(read::<u32>(&path), None);
    }
}
