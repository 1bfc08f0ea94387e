//! `config`: the settings of the installation, from the shell.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::{Value, json};

use super::json as shape;
use super::meant;
use super::place::Place;
use super::print::{self, Column};
use crate::domain::error::{Error, Result};
use crate::domain::paper::Paper;
use crate::domain::setting::{Setting, SettingFault};
use crate::exchange::paper::Skeleton;
use crate::exchange::write::{Beside, Existing, fault_at};
use crate::work::request::settings::{Ask, InForce, Told, Wanted};
use crate::work::request::{Answer, OperationKey, Request};
use crate::work::session::Session;

/// What can be done with settings.
#[derive(Debug, Subcommand)]
pub enum ConfigWhat {
    List {
        #[arg(long)]
        json: bool,
    },
    Get {
        setting: String,
        #[arg(long)]
        json: bool,
    },
    Paper {
        #[arg(index = 1, value_parser = ["report", "letter"])]
        paper: String,
        #[arg(index = 2)]
        paper_file: PathBuf,
    },
    // Places are numbered: putting in the texts of a language re-orders what is not.
    Set {
        #[arg(index = 1)]
        setting: String,
        #[arg(index = 2, value_name = "VALUE")]
        setting_value: String,
        #[arg(long)]
        json: bool,
    },
}

/// Writes the program's own skeleton of a paper, for an office to change; a file that is there stays.
fn paper(place: &Place, word: &str, path: &Path) -> Result<()> {
    let paper = Paper::from_code(word).ok_or_else(|| Error::BadText {
        what: "paper",
        text: word.to_owned(),
    })?;
    let fault = |error| fault_at(error, path);
    let skeleton = Skeleton::built_in(paper)?;
    let mut beside = Beside::open(path, Existing::Keep, None)?;
    beside.file().write_all(skeleton.bytes()).map_err(fault)?;
    beside.finish()?;
    let said = (place.words.paper.skeleton)(&path.display().to_string());
    Ok(print::line(&said)?)
}

/// Does what was asked about settings.
pub fn run(place: &Place, what: ConfigWhat) -> Result<()> {
    if let ConfigWhat::Paper {
        paper: word,
        paper_file,
    } = &what
    {
        return paper(place, word, paper_file);
    }
    let mut session = place.session()?;
    let session = &mut session;
    match what {
        ConfigWhat::Paper { .. } => Ok(()),
        ConfigWhat::List { json } => {
            let all = in_force(session)?;
            if json {
                let settings: Vec<Value> = all.iter().map(json_of).collect();
                return Ok(print::json(
                    &json!({ "version": shape::VERSION, "settings": settings }),
                )?);
            }
            for one in &all {
                tell(place, one)?;
            }
            Ok(())
        }
        ConfigWhat::Get { setting, json } => {
            let one = find(session, &setting)?;
            if json {
                let mut told = json_of(&one);
                told["version"] = json!(shape::VERSION);
                return Ok(print::json(&told)?);
            }
            // Alone, for scripts.
            Ok(print::line(&one.value)?)
        }
        ConfigWhat::Set {
            setting,
            setting_value,
            json,
        } => {
            let before = find(session, &setting)?;
            let wanted = Wanted {
                setting: before.setting,
                seen: before.value,
                value: setting_value,
            };
            let key = OperationKey::fresh();
            let set = vec![wanted];
            let told = ask(session, Ask::Save { key, set })?;
            let Told::Saved(saved) = told else {
                return Err(Error::Fault("another answer".into()));
            };
            let now = find(session, &setting)?;
            if json {
                let mut told = json_of(&now);
                told["version"] = json!(shape::VERSION);
                told["operation"] = json!(saved.operation.map(|id| id.0));
                told["changed"] = json!(saved.changed);
                return Ok(print::json(&told)?);
            }
            if saved.changed == 0 {
                print::aside(place.words.office.unchanged);
            }
            tell(place, &now)
        }
    }
}

fn ask(session: &mut Session, ask: Ask) -> Result<Told> {
    match session.answer(&Request::Settings(ask))? {
        Answer::Settings(told) => Ok(told),
        _ => Err(Error::Fault("another answer".into())),
    }
}

fn in_force(session: &mut Session) -> Result<Vec<InForce>> {
    match ask(session, Ask::List)? {
        Told::List(all) => Ok(all),
        Told::Saved(_) => Ok(Vec::new()),
    }
}

fn find(session: &mut Session, key: &str) -> Result<InForce> {
    let setting = Setting::from_key(&key.replace('-', "_"));
    let all = in_force(session)?;
    let found = all.into_iter().find(|one| Some(one.setting) == setting);
    let bad = || SettingFault::Unknown(key.to_owned()).into();
    let keys = || Setting::ALL.map(Setting::key).into_iter();
    found.ok_or_else(|| meant::near(bad(), &key.replace('-', "_"), keys()))
}

fn tell(place: &Place, one: &InForce) -> Result<()> {
    let t = &place.words.office;
    let columns = [Column::Left(20), Column::Left(6), Column::Rest];
    let cells = [
        one.setting.key().to_owned(),
        one.value.clone(),
        (t.meaning)(one.setting).to_owned(),
    ];
    Ok(print::row(place, &columns, &cells)?)
}

fn json_of(one: &InForce) -> Value {
    json!({
        "setting": one.setting.key(),
        "value": one.value,
        "usual": one.setting.usual(),
        "is_set": one.is_set,
    })
}
