//! Where settings come from: flags, then `CCHC_*`, then the user's file, then the site's, then built in.
//!
//! Reads the environment and two small files; whoever is below `cli` gets the values handed in.

mod door;
mod terminals;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, base_strategy::Xdg};
use serde::Deserialize;

use crate::domain::error::{Error, Result};
use crate::domain::paper::Skeletons;
use crate::lang::Language;
use crate::ui::{keys, theme};

pub use door::DoorSettings;
pub use terminals::{Rule, RuleFault, treat};

/// The site's configuration file.
const SITE: &str = "/etc/cchc/config.toml";

/// The environment as the program found it, read once.
#[derive(Debug, Clone, Default)]
pub struct Environment(HashMap<String, String>);

impl Environment {
    /// Reads the environment of the process; values that are no text are left out.
    #[must_use]
    pub fn of_process() -> Self {
        Self(
            std::env::vars_os()
                .filter_map(|(name, value)| {
                    let name = name.into_string().ok()?;
                    // What the other side asked for is never taken for nothing, whatever letters it is of.
                    if name.starts_with("SSH_") {
                        return Some((name, value.to_string_lossy().into_owned()));
                    }
                    Some((name, value.into_string().ok()?))
                })
                .collect(),
        )
    }

    /// The same without what is said to this program alone (`CCHC_*`): at the door nobody sets its circumstances.
    #[must_use]
    pub fn without_ours(mut self) -> Self {
        self.0.retain(|name, _| !name.starts_with("CCHC_"));
        self
    }

    /// The value of a variable; an empty one counts as not set.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }
}

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

/// The settings in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The working database.
    pub db: PathBuf,
    /// True where the path was named by somebody and is not the built-in one.
    pub is_db_named: bool,
    /// The language of the interface.
    pub language: Language,
    /// Colour: wanted, forbidden, or left to the terminal.
    pub colour: Option<bool>,
    /// What is known of terminals, the user's rules before the site's.
    pub terminals: Vec<Rule>,
    /// Rules that were left out.
    pub terminal_faults: Vec<RuleFault>,
    /// Where backups go and how many are kept.
    pub backup: Backup,
    /// Where the office keeps skeletons of its papers.
    pub skeletons: Skeletons,
    /// Trays and their bounds at the door of a shared server.
    pub door: DoorSettings,
    /// Where drafts and the like are kept.
    pub state: PathBuf,
    /// What the files change in the keys, the site's first.
    pub keys: Vec<keys::Change>,
    /// What the files change in the looks, the site's first.
    pub looks: Vec<theme::Change>,
}

/// What the command line says, before anything else.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `--db`.
    pub db: Option<PathBuf>,
    /// `--lang`.
    pub lang: Option<String>,
    /// `--color`.
    pub color: Option<String>,
}

impl Config {
    /// Puts the settings together.
    ///
    /// # Errors
    /// [`Error::BadText`] for a value that is none of those possible, or a file that is no TOML of
    /// ours; [`Error::NoPermission`] for a file that exists and cannot be read.
    pub fn read(flags: &Flags, environment: &Environment) -> Result<Self> {
        let base = Xdg::new().ok();
        let user_file = base
            .as_ref()
            .map(|base| base.config_dir().join("cchc/config.toml"));
        let user = user_file
            .as_deref()
            .map_or(Ok(File::default()), read_file)?;
        let site = read_file(Path::new(SITE))?;
        let user_name = user_file.as_deref().unwrap_or(Path::new(""));
        let files = [(Path::new(SITE), &site), (user_name, &user)];
        let keys = files
            .iter()
            .flat_map(|(path, file)| key_changes(path, file));
        let looks = files
            .iter()
            .flat_map(|(path, file)| look_changes(path, file));
        let (keys, looks) = (keys.collect(), looks.collect());
        let rules = files
            .iter()
            .rev()
            .map(|(path, file)| terminals::rules(path, file.terminal.as_ref()));
        let (rules, rule_faults): (Vec<_>, Vec<_>) = rules.unzip();
        let user_paper = user.paper.unwrap_or_default();
        let site_paper = site.paper.unwrap_or_default();
        let user_backup = user.backup.unwrap_or_default();
        let site_backup = site.backup.unwrap_or_default();
        let named = flags
            .db
            .clone()
            .or_else(|| environment.value("CCHC_DB").map(PathBuf::from))
            .or(user.db)
            .or(site.db);
        let data = base
            .as_ref()
            .map_or_else(|| PathBuf::from("."), |base| base.data_dir().join("cchc"));
        let state = base
            .as_ref()
            .and_then(BaseStrategy::state_dir)
            .map_or_else(|| data.clone(), |state| state.join("cchc"));
        let lang = pick(
            &flags.lang,
            environment.value("CCHC_LANG"),
            user.lang,
            site.lang,
        );
        let color = pick(
            &flags.color,
            environment.value("CCHC_COLOR"),
            user.color,
            site.color,
        );
        Ok(Self {
            is_db_named: named.is_some(),
            db: named.unwrap_or_else(|| data.join("cchc.db")),
            language: lang.map_or(Ok(Language::default()), language)?,
            colour: color.map_or(Ok(None), colour)?,
            backup: Backup {
                dir: user_backup.dir.or(site_backup.dir),
                keep: user_backup
                    .keep
                    .or(site_backup.keep)
                    .filter(|keep| *keep > 0),
            },
            skeletons: Skeletons {
                report: user_paper.report.or(site_paper.report),
                letter: user_paper.letter.or(site_paper.letter),
            },
            door: DoorSettings::of(user.door, site.door),
            terminals: rules.concat(),
            terminal_faults: rule_faults.concat(),
            state,
            keys,
            looks,
        })
    }
}

fn language(code: String) -> Result<Language> {
    Language::from_code(&code).ok_or(Error::BadText {
        what: "lang",
        text: code,
    })
}

/// Whether colour is wanted or forbidden; none where that is left to the terminal.
fn colour(word: String) -> Result<Option<bool>> {
    match word.as_str() {
        "auto" => Ok(None),
        "always" => Ok(Some(true)),
        "never" => Ok(Some(false)),
        _ => Err(Error::BadText {
            what: "color",
            text: word,
        }),
    }
}

fn pick(
    flag: &Option<String>,
    variable: Option<&str>,
    user: Option<String>,
    site: Option<String>,
) -> Option<String> {
    flag.clone()
        .or_else(|| variable.map(str::to_owned))
        .or(user)
        .or(site)
}

fn read_file(path: &Path) -> Result<File> {
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
fn key_changes(path: &Path, file: &File) -> Vec<keys::Change> {
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
fn look_changes(path: &Path, file: &File) -> Vec<theme::Change> {
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

fn word(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        other => other.type_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Environment {
        Environment(
            pairs
                .iter()
                .map(|(name, value)| ((*name).into(), (*value).into()))
                .collect(),
        )
    }

    #[test]
    fn a_flag_beats_the_environment_which_beats_what_is_built_in() {
        let from_environment = environment(&[("CCHC_DB", "/tmp/e.db"), ("CCHC_LANG", "en")]);
        let flags = Flags {
            db: Some("/tmp/f.db".into()),
            ..Flags::default()
        };
        let config = Config::read(&flags, &from_environment).expect("good settings");
        assert_eq!(config.db, Path::new("/tmp/f.db"));
        assert_eq!(config.language, Language::English);
        let config = Config::read(&Flags::default(), &from_environment).expect("good settings");
        assert_eq!(config.db, Path::new("/tmp/e.db"));
    }

    #[test]
    fn a_language_that_does_not_exist_is_refused_by_name() {
        let flags = Flags {
            lang: Some("fr".into()),
            ..Flags::default()
        };
        let refused = Config::read(&flags, &Environment::default());
        assert!(matches!(refused, Err(Error::BadText { what: "lang", text }) if text == "fr"));
    }

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
