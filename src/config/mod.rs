//! Where settings come from: flags, then `CCHC_*`, then the user's file, then the site's, then built in.
//!
//! Reads the environment and two small files; whoever is below `cli` gets the values handed in.

mod door;
mod file;
mod terminals;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, base_strategy::Xdg};

use self::file::{key_changes, look_changes, read_file};
use crate::domain::error::{Error, Result};
use crate::domain::paper::Skeletons;
use crate::lang::Language;
use crate::ui::{keys, theme};

pub use door::DoorSettings;
pub use file::{Backup, File, PaperTable};
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
}
