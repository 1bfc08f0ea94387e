//! The rooms import in one direction only; this reads the `use` lines and says who broke it.

use std::fs;
use std::path::{Path, PathBuf};

/// What each room may import. `cli` and `config` stand on top and may import everything.
const MAY: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("lang", &["domain"]),
    ("store", &["domain"]),
    ("exchange", &["lang", "domain"]),
    ("work", &["store", "exchange", "domain"]),
    ("ui", &["work", "lang", "domain"]),
];

const ROOMS: &[&str] = &[
    "domain", "lang", "store", "exchange", "work", "ui", "cli", "config",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)
        .expect("the room can be read")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn imports_go_one_way() {
    let mut broken = Vec::new();
    for (room, may) in MAY {
        for path in sources(&source_folder().join(room)) {
            let text = fs::read_to_string(&path).expect("a source file is text");
            for (number, line) in text.lines().enumerate() {
                for other in ROOMS
                    .iter()
                    .filter(|other| *other != room && !may.contains(other))
                {
                    if line.contains(&format!("crate::{other}")) {
                        broken.push(format!("{}:{}: {line}", path.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(
        broken.is_empty(),
        "against the direction of the rooms:\n{}",
        broken.join("\n")
    );
}

#[test]
fn only_one_file_names_the_driver_of_the_database() {
    let named: Vec<String> = sources(&source_folder())
        .into_iter()
        .filter(|path| fs::read_to_string(path).is_ok_and(|text| text.contains("rusqlite::")))
        .filter(|path| !path.ends_with("store/db.rs"))
        .map(|path| path.display().to_string())
        .collect();
    assert!(
        named.is_empty(),
        "the driver is named outside of store/db.rs: {named:?}"
    );
}

#[test]
fn every_room_has_a_sentence_above_its_door_and_none_is_crowded() {
    let mut wrong = Vec::new();
    for path in sources(&source_folder()) {
        let text = fs::read_to_string(&path).expect("a source file is text");
        if !text.starts_with("//!") {
            wrong.push(format!("{}: no sentence above the door", path.display()));
        }
        // Tables of words and of forms may be long, logic may not.
        let is_table = path.parent().is_some_and(|parent| parent.ends_with("lang"))
            || path.ends_with("ui/keys/table.rs")
            || path.ends_with("lang/console/options.rs")
            || path.ends_with("ui/screens/command/table.rs")
            || path.components().any(|part| part.as_os_str() == "tests")
            || path.file_name().is_some_and(|name| name == "tests.rs");
        let code = text
            .lines()
            .take_while(|line| !line.starts_with("#[cfg(test)]"))
            .count();
        if code > 400 && !is_table {
            wrong.push(format!("{}: {code} lines", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
