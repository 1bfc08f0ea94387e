//! Small files in the state directory: one for each person, terminal or database, so that two hundred
//! sessions of one account do not write into one another's.

use std::io::Write;
use std::path::{Path, PathBuf};

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
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer(&mut beside, value)?;
    beside.flush()?;
    beside.persist(file).map_err(|error| error.error)?;
    Ok(())
}

/// Reads what was written; nothing where there is no such file, or none of ours.
#[must_use]
pub fn read<T: DeserializeOwned>(file: &Path) -> Option<T> {
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
