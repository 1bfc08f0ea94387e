//! A configuration file: what may stand in it, and how it is read.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::door;
use crate::domain::error::{Error, Result};
use crate::ui::{keys, theme};

/// What a configuration file may say.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The working database.
    pub db: Option<PathBuf>,
    /// The language of the interface: `vi` or `en`.
    pub lang: Option<String>,
    /// Colour: `auto`, `always` or `never`.
    pub color: Option<String>,
    /// Where backups go and how many are kept.
    pub backup: Option<Backup>,
    /// Skeletons of papers that the office keeps itself.
    pub paper: Option<PaperTable>,
    /// What is known of terminals; checked rule by rule.
    pub terminal: Option<toml::Value>,
    /// Trays and their bounds at the door of a shared server.
    pub door: Option<door::DoorTable>,
    /// Keys that are changed: a table for each context. What is in it is checked by the keys.
    pub keys: Option<toml::Value>,
    /// The name of the theme, or a table of it and of what meanings look like; checked by the theme.
    pub theme: Option<toml::Value>,
}

/// Where backups go, and how many of them are kept. A matter of the server and not of the database, which whoever may
/// change settings could turn against other files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Backup {
    /// The directory; `backup` beside the database where it is not said.
    pub dir: Option<PathBuf>,
    /// So many are kept; all where it is not said.
    pub keep: Option<u16>,
}

/// Where the office keeps skeletons of its papers. A matter of the server, as backups are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperTable {
    /// Of reports; the program's own where it is not said.
    pub report: Option<PathBuf>,
    /// Of letters; likewise.
    pub letter: Option<PathBuf>,
}

pub(super) fn read_file(path: &Path) -> Result<File> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
            return Err(Error::NoPermission(path.to_owned()));
        }
        Err(_) => return Ok(File::default()),
    };
    toml::from_str(&text).map_err(|error| Error::BadText {
        what: "config",
        text: place_of(path, &text, &error),
    })
}

/// File, line and what stands there, to be found by whoever mends it; what is wrong with it the reader
/// of TOML would say in English only.
fn place_of(path: &Path, text: &str, error: &toml::de::Error) -> String {
    let Some(span) = error.span() else {
        return path.display().to_string();
    };
    let before = text.get(..span.start).unwrap_or_default();
    let number = before.matches('\n').count() + 1;
    let line = text.lines().nth(number - 1).unwrap_or_default().trim();
    format!("{}:{number}: {line}", path.display())
}

/// The lines of `[keys.CONTEXT]`, as written. What is no such line is handed on too, to be refused
/// with a sentence and not by the reader of TOML.
pub(super) fn key_changes(path: &Path, file: &File) -> Vec<keys::Change> {
    let change = |context: &str, key: &str, action: &toml::Value| keys::Change {
        file: path.display().to_string(),
        context: context.to_owned(),
        key: key.to_owned(),
        action: word(action),
    };
    let contexts = match &file.keys {
        None => return Vec::new(),
        Some(toml::Value::Table(contexts)) => contexts,
        Some(other) => return vec![change(&word(other), "", other)],
    };
    let mut found = Vec::new();
    for (context, lines) in contexts {
        match lines {
            toml::Value::Table(lines) => {
                found.extend(
                    lines
                        .iter()
                        .map(|(key, action)| change(context, key, action)),
                );
            }
            other => found.push(change(context, "", other)),
        }
    }
    found
}

/// `theme = "NAME"`, or the lines of `[theme]` with `name` among them.
pub(super) fn look_changes(path: &Path, file: &File) -> Vec<theme::Change> {
    let change = |meaning: &str, style: &toml::Value| theme::Change {
        file: path.display().to_string(),
        meaning: meaning.to_owned(),
        style: word(style),
    };
    match &file.theme {
        None => Vec::new(),
        Some(toml::Value::Table(lines)) => lines
            .iter()
            .map(|(meaning, style)| change(meaning, style))
            .collect(),
        Some(name) => vec![change("name", name)],
    }
}

/// A value as it was written.
pub(super) fn word(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        other => other.type_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_looks_are_handed_on_as_written_line_by_line() {
        let text =
            "[keys.tasks]\n\"F2\" = \"add\"\nx = 3\n[theme]\nname = \"light\"\nsoon = \"bold\"";
        let file: File = toml::from_str(text).expect("good TOML");
        let keys = key_changes(Path::new("c.toml"), &file);
        let written: Vec<_> = keys
            .iter()
            .map(|line| {
                (
                    line.context.as_str(),
                    line.key.as_str(),
                    line.action.as_str(),
                )
            })
            .collect();
        assert_eq!(written, [("tasks", "F2", "add"), ("tasks", "x", "3")]);
        assert_eq!(look_changes(Path::new("c.toml"), &file).len(), 2);
        let file: File = toml::from_str("theme = \"dark\"\nkeys = 3").expect("good TOML");
        let looks = look_changes(Path::new("c.toml"), &file);
        assert!(matches!(&looks[..], [line] if line.meaning == "name" && line.style == "dark"));
        assert_eq!(key_changes(Path::new("c.toml"), &file).len(), 1);
    }

    #[test]
    fn a_broken_file_is_named_with_the_line_that_breaks_it() {
        let text = "lang = \"vi\"\ndatabse = \"x\"\n";
        let error = toml::from_str::<File>(text).expect_err("no such word");
        assert_eq!(
            place_of(Path::new("c.toml"), text, &error),
            "c.toml:2: databse = \"x\""
        );
        let text = "[keys.tasks\nx = 3";
        let error = toml::from_str::<File>(text).expect_err("no TOML");
        assert!(place_of(Path::new("c.toml"), text, &error).starts_with("c.toml:1: [keys.tasks"));
    }

    #[test]
    fn a_configuration_file_with_an_unknown_word_is_refused() {
        let parsed: std::result::Result<File, _> = toml::from_str("databse = \"x\"");
        assert!(parsed.is_err());
    }
}
