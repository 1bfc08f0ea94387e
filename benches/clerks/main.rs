//! A city at work on one file: real processes, each on a terminal of its own, at a clerk's pace; sessions that save
//! without a pause; and what a session costs that nobody touches.
//!
//! `cargo bench --bench clerks`; `pace`, `full`, `idle` and `hands` (random keys) measure that part only. `CCHC_BENCH_SESSIONS` (200) says how
//! many they are, `CCHC_BENCH_SECONDS` (60) how long they work, `CCHC_BENCH_TASKS` (100000) how large the database is.
//! `learn` measures nothing: it writes anew what the linker lays side by side (learn.rs).
//! What was acknowledged, what the rows say and what the log says are compared before any figure is printed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod books;
mod city;
#[allow(dead_code)] // the lists use more of it
#[path = "../lists/data.rs"]
mod data;
mod figures;
mod full;
mod hands;
mod idle;
mod learn;
#[allow(dead_code)] // the stories use more of these
#[path = "../../tests/pty/office.rs"]
mod office;
#[allow(dead_code)]
#[path = "../../tests/pty/process.rs"]
mod process;
mod room;
mod seat;
#[path = "../../tests/desk/hands.rs"]
mod strokes;
#[allow(dead_code)]
#[path = "../../tests/pty/terminal.rs"]
mod terminal;

use std::time::Duration;

use cchc::work::generate::Size;
use city::City;

fn main() {
    if full::is_worker() {
        return;
    }
    // `cargo test --benches` runs this too, and wants to know only that it builds.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let sessions = setting("CCHC_BENCH_SESSIONS", 200);
    let time = Duration::from_secs(setting("CCHC_BENCH_SECONDS", 60) as u64);
    let tasks = setting("CCHC_BENCH_TASKS", 100_000) as u64;
    let size = Size {
        tasks,
        changes: 10 * tasks,
    };
    let words: Vec<String> = std::env::args().collect();
    let is_wanted = |part: &str| {
        let is_named = |part: &str| words.iter().any(|word| word == part);
        is_named(part)
            || !["pace", "full", "idle", "hands", "learn"]
                .into_iter()
                .any(is_named)
    };
    let scratch = data::scratch(size);
    let city = City::settle(&scratch.path, sessions);
    println!("\n{sessions} sessions, {tasks} tasks in the database\n");
    if is_wanted("pace") {
        pace(&city, time);
    }
    if is_wanted("full") {
        full::measure(&city, time);
    }
    if is_wanted("idle") {
        idle::measure(&city);
    }
    if is_wanted("hands") {
        hands::measure(&city);
    }
    if words.iter().any(|word| word == "learn") {
        learn::learn(&city);
    }
}

/// At a clerk's pace: a key a second, a save each thirty seconds.
fn pace(city: &City, time: Duration) {
    let before = city.books();
    let told = room::work(city, room::Pace::of_a_clerk(), time);
    before.agree_with(city, &told.saved);
    assert_eq!(
        told.faults,
        Vec::<String>::new(),
        "failures that a clerk saw"
    );
    let (keys, saves) = (figures::of(&told.keys), figures::of(&told.saves));
    println!(
        "at a clerk's pace, {:.0} s: a key a second each, a save each 30 s",
        told.worked.as_secs_f64()
    );
    println!(
        "- key to frame: {keys}; p99 is to be below 50 ms{}",
        over(keys.p99 >= 50.0)
    );
    println!(
        "- F10 to \"Đã ghi\": {saves}; p99 is to be below 100 ms{}",
        over(saves.p99 >= 100.0)
    );
    println!(
        "- {} acknowledged = rows changed = changes logged; {} times somebody else was faster, and was told\n",
        told.saved.len(),
        told.conflicts,
    );
}

fn over(is_over: bool) -> &'static str {
    if is_over { " OVER" } else { "" }
}

fn setting(name: &str, usual: usize) -> usize {
    let set = std::env::var(name).ok().and_then(|text| text.parse().ok());
    set.unwrap_or(usual)
}
