//! What a key costs: processor time to its frame, and how long a line of 960 bytes a second takes to
//! show it. Each figure stands beside a floor that was measured in the same run.
//!
//! `cargo bench --bench terminal`. The bytes themselves are held to their limits by a test
//! (`cargo test --test terminal figures -- --nocapture`).

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "../../tests/desk/mod.rs"]
mod desk;
#[allow(dead_code)] // the stories use more of these
#[path = "../../tests/terminal/glass.rs"]
mod glass;
#[allow(dead_code)]
#[path = "../../tests/pty/office.rs"]
mod office;
#[allow(dead_code)]
#[path = "../../tests/pty/process.rs"]
mod process;
#[allow(dead_code)]
#[path = "../../tests/pty/terminal.rs"]
mod terminal;

mod processor;
mod thin;

fn main() {
    processor::table();
    thin::table();
}
