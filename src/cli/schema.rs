//! `schema`: what `--json` prints, described for programs (JSON Schema, draft 2020-12).

use serde_json::{Value, json};

use super::meant;
use super::print;
use crate::domain::error::{Error, Result};

/// The description of every command's output: the shapes are in `$defs`, those of commands under the command's words
/// joined by hyphens, those that they share under names with capitals.
const SCHEMA: &str = include_str!("../../assets/schema/cchc-1.json");

/// Prints the whole description, or that of one command.
///
/// # Errors
/// A command that is none, or has no `--json`.
pub fn print(command: &[String]) -> Result<()> {
    let mut schema: Value =
        serde_json::from_str(SCHEMA).map_err(|error| Error::Fault(Box::new(error)))?;
    if !command.is_empty() {
        let name = command.join("-");
        let shapes = schema["$defs"].as_object();
        let mut names = shapes.into_iter().flat_map(|shapes| shapes.keys());
        let is_command = |name: &str| name.starts_with(|letter: char| letter.is_ascii_lowercase());
        if !names
            .clone()
            .any(|known| *known == name && is_command(known))
        {
            let error = Error::BadText {
                what: "schema",
                text: command.join(" "),
            };
            let known = names.by_ref().filter(|known| is_command(known));
            return Err(meant::near(
                error,
                &command.join(" "),
                known.map(|name| name.replace('-', " ")),
            ));
        }
        if let Some(fields) = schema.as_object_mut() {
            fields.remove("anyOf");
            fields.insert("$ref".to_owned(), json!(format!("#/$defs/{name}")));
        }
    }
    Ok(print::json(&schema)?)
}
