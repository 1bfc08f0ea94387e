//! What stands below the help: examples, and the exit codes from their table.

use crate::lang::ConsoleWords;
use crate::ui::canvas::wrap;

/// A line has so many cells.
const WIDE: usize = 80;

/// Examples and exit codes.
#[must_use]
pub fn below(console: &ConsoleWords) -> String {
    let each: Vec<String> = console
        .exits
        .iter()
        .map(|(code, means)| format!("{code} {means}"))
        .collect();
    let exits = format!("{}: {}.", console.exits_heading, each.join("; "));
    format!(
        "{}\n\n{}",
        console.after_help,
        wrap(&exits, WIDE).join("\n")
    )
}
