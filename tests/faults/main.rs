//! What goes wrong on a server: power, disks, files that vanish, files that are none. Each story makes the fault for real,
//! with real processes where it takes one, and says what a person is told and what is left.
//!
//! `CCHC_KILL_ROUNDS` (50) makes the killing longer, `CCHC_FAULT_POINTS` (7) lets more calls fail. What the machine does not allow is said, and fails where `CCHC_CI` is set.

// A story ends where the program does something else than it tells.
#![allow(clippy::panic, clippy::unwrap_used)]

mod broken;
mod clock;
mod closed;
mod clumsy;
mod damaged;
mod full;
mod gone;
mod kills;
mod missed;
mod moved;
#[allow(dead_code)] // shared with the stories of the terminal
#[path = "../pty/office.rs"]
mod office;
mod points;
#[allow(dead_code)]
#[path = "../pty/process.rs"]
mod process;
mod reader;
mod sides;
#[allow(dead_code)]
#[path = "../pty/terminal.rs"]
mod terminal;
#[allow(dead_code)] // shared with the story of the load
#[path = "../load/worker.rs"]
mod worker;

use std::path::{Path, PathBuf};
use std::process::Command;

/// Set in a process that is a worker: its folder and its name.
const FOLDER: &str = "CCHC_LOAD_FOLDER";
const NAME: &str = "CCHC_LOAD_NAME";

/// Says that a story is not told here, and why; a failure where everything has to be told.
fn skip(why: &str) {
    assert!(std::env::var_os("CCHC_CI").is_none(), "{why}");
    eprintln!("skipped: {why}");
}

/// What a source of C beside the stories becomes; the compiler that SQLite was made with is there.
fn compiled(source: &str, made: &str, options: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let made = folder.join(made);
    // Moved into place: another program of tests may be using the one that is there.
    let beside = tempfile::NamedTempFile::new_in(folder).unwrap();
    let beside = beside.into_temp_path();
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/faults")
        .join(source);
    let mut cc = Command::new("cc");
    cc.arg("-O1")
        .arg("-o")
        .arg(&beside)
        .arg(source)
        .args(options);
    assert!(cc.status().unwrap().success());
    beside.persist(&made).unwrap();
    made
}

/// Not a test: what the killed processes run.
#[test]
fn a_worker() {
    if let (Some(folder), Ok(name)) = (std::env::var_os(FOLDER), std::env::var(NAME)) {
        worker::work(Path::new(&folder), &name);
    }
}
