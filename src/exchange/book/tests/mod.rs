//! Workbooks as offices send them, in all three forms, and files that are none.

mod bad;
mod forms;
mod fuzz;
mod zips;

use std::fs;
use std::path::{Path, PathBuf};

use super::{Book, Record};
use crate::domain::error::FileFault;

/// The same annex, as a spreadsheet program saved it.
const FORMS: [&str; 3] = ["annex.xlsx", "annex.xls", "annex.ods"];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/files")
        .join(name)
}

fn bytes_of(name: &str) -> Vec<u8> {
    fs::read(file(name)).expect("a file of ours")
}

/// Opens bytes under a name that says nothing, and reads every sheet to its end.
fn try_bytes(bytes: &[u8]) -> Result<Vec<Vec<Record>>, FileFault> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tep");
    fs::write(&path, bytes).expect("a file");
    let book = Book::open(&path)?;
    (0..book.sheets().len())
        .map(|sheet| book.records(sheet)?.collect())
        .collect()
}
