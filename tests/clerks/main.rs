//! A small city at work with the real program: each clerk before a terminal of their own at a hasty pace, then sessions
//! that save without a pause. What was acknowledged is in rows and log, once, and nobody sees a failure.
//!
//! No figure is checked here; `cargo bench --bench clerks` is the same with two hundred, and measures.

#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "../../benches/clerks/books.rs"]
mod books;
#[path = "../../benches/clerks/city.rs"]
mod city;
#[path = "../../benches/clerks/figures.rs"]
mod figures;
#[allow(dead_code)] // the bench prints
#[path = "../../benches/clerks/full.rs"]
mod full;
#[allow(dead_code)] // the stories of pty use more of these
#[path = "../pty/office.rs"]
mod office;
#[allow(dead_code)]
#[path = "../pty/process.rs"]
mod process;
#[path = "../../benches/clerks/room.rs"]
#[allow(dead_code)]
mod room;
#[path = "../../benches/clerks/seat.rs"]
#[allow(dead_code)]
mod seat;
#[allow(dead_code)]
#[path = "../pty/terminal.rs"]
mod terminal;

use std::time::Duration;

use cchc::work::generate::{Size, generate};
use cchc::work::progress::Progress;

use crate::city::City;

/// A city of so many clerks.
fn city(folder: &std::path::Path, clerks: usize) -> City {
    let size = Size {
        tasks: 6_000,
        changes: 24_000,
    };
    let database = folder.join("cchc.db");
    drop(generate(&database, size, &mut Progress::silent()).expect("a database"));
    City::settle(&database, clerks)
}

#[test]
fn what_clerks_were_told_is_saved_is_in_rows_and_log_once_and_nobody_sees_a_failure() {
    if office::Office::empty().is_none() {
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder on the disk");
    let city = city(folder.path(), 8);
    let before = city.books();
    let pace = room::Pace {
        key: Duration::from_millis(120),
        save: Duration::from_millis(900),
    };
    let told = room::work(&city, pace, Duration::from_secs(6));
    assert_eq!(told.faults, Vec::<String>::new());
    assert!(told.saved.len() > 8 && told.keys.len() > 80, "{told:?}");
    before.agree_with(&city, &told.saved);
}

#[test]
fn nobody_starves_where_all_save_without_a_pause() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder on the disk");
    let city = city(folder.path(), 8);
    let told = full::work_all(&city, Duration::from_secs(4));
    let counts: Vec<usize> = told.saves.iter().map(Vec::len).collect();
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
}
