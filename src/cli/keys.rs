//! `keys`: the table of keys as Markdown, from the one table that the screens use.

use super::place::Place;
use super::print;
use crate::domain::error::Result;
use crate::lang::Words;
use crate::ui::keys::{BINDINGS, Context, name};

/// Prints the table.
pub fn table(place: &Place) -> Result<()> {
    for line in markdown(place.words) {
        print::line(&line)?;
    }
    Ok(())
}

/// The table, a row an action, the contexts in the order of the manual.
#[must_use]
pub fn markdown(words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    for context in Context::ALL {
        let heading = (words.keys.context)(context.code());
        lines.push(format!("| {heading} | |"));
        if lines.len() == 1 {
            lines.push("| --- | --- |".to_owned());
        }
        let rows: Vec<_> = BINDINGS
            .iter()
            .filter(|row| row.context == context)
            .collect();
        let mut said = Vec::new();
        for row in &rows {
            let label = (row.label)(&words.keys);
            if said.contains(&label) {
                continue;
            }
            said.push(label);
            let keys: Vec<String> = rows
                .iter()
                .filter(|other| (other.label)(&words.keys) == label)
                .map(|other| format!("`{}`", name(other.key, other.with)))
                .collect();
            lines.push(format!("| {} | {label} |", keys.join(" ")));
        }
    }
    lines
}
